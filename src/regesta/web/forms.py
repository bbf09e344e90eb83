"""Forms: each carries a token that only a page of this room can know.

The token is a random value that the browser also has in a cookie. A page of another site can make a
browser send the cookie, but can neither read it nor send the same value in a form.
"""

from __future__ import annotations

import hmac
import secrets
from collections.abc import AsyncIterator
from typing import Annotated

from fastapi import Depends, HTTPException, Request
from starlette.datastructures import FormData

COOKIE = "regesta_form"
FIELD = "form_token"
HEADER = "x-form-token"
_SAFE = frozenset({"GET", "HEAD", "OPTIONS"})
_BYTES = 32
LONGEST_FIELD = 16 * 2**20
"""The longest text that a form may bring in one field, in bytes; what is sent as a whole is bounded too."""
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
    sent = request.headers.get(HEADER) or (await _form(request)).get(FIELD)
    known = request.cookies.get(COOKIE)
    if not known or not isinstance(sent, str) or not hmac.compare_digest(sent.encode(), known.encode()):
        raise HTTPException(403, FORGED)


async def _sent(request: Request) -> AsyncIterator[FormData]:
    form = await _form(request)
    try:
        yield form
    finally:
        await form.close()


Sent = Annotated[FormData, Depends(_sent)]
"""The parameter of a page's function that asks for what a form brought."""


def words(form: FormData, name: str, *, strip: bool = True) -> str:
    """Return what a field of a form says; a field that was not sent, or that is a file, says nothing."""
    said = form.get(name)
    return "" if not isinstance(said, str) else said.strip() if strip else said


async def _form(request: Request) -> FormData:
    return await request.form(max_part_size=LONGEST_FIELD)
