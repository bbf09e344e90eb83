"""Forms: each carries a token that only a page of this room can know.

The token is a random value that the browser also has in a cookie. A page of another site can make a
browser send the cookie, but can neither read it nor send the same value in a form.
"""

from __future__ import annotations

import hmac
import secrets

from fastapi import HTTPException, Request

COOKIE = "regesta_form"
FIELD = "form_token"
HEADER = "x-form-token"
_SAFE = frozenset({"GET", "HEAD", "OPTIONS"})
_BYTES = 32
FORGED = "The form was not sent from a page of this room, or the page is too old; open it again and send it."


def token(request: Request) -> str:
    """Return the token for the forms of a page; the answer has to carry it in the cookie."""
    known = request.cookies.get(COOKIE) or getattr(request.state, "form_token", None)
    made = known or secrets.token_urlsafe(_BYTES)
    request.state.form_token = made
    return str(made)


async def checked(request: Request) -> None:
    """Let a changing request in only with the token, from a page of the same origin; else refuse with 403."""
    if request.method in _SAFE:
        return
    origin = request.headers.get("origin")
    if origin is not None and origin != f"{request.url.scheme}://{request.url.netloc}":
        raise HTTPException(403, FORGED)
    sent = request.headers.get(HEADER) or (await request.form()).get(FIELD)
    known = request.cookies.get(COOKIE)
    if not known or not isinstance(sent, str) or not hmac.compare_digest(sent.encode(), known.encode()):
        raise HTTPException(403, FORGED)
