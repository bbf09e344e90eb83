"""The doors: who comes in, and what a role may do. Nothing of the room is reached but through here.

A page that nobody thought of is closed: whatever changes something needs an editor, and whatever shows
something needs a session, unless it stands in the short lists below.
"""

from __future__ import annotations

from base64 import b64decode
from http import HTTPStatus
from urllib.parse import quote, urlencode

from fastapi import Request
from fastapi.responses import RedirectResponse, Response
from starlette.concurrency import run_in_threadpool
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from regesta import access
from regesta.model.finding import RegestaError
from regesta.web.desk import Settings
from regesta.web.errors import INTERFACE, complain
from regesta.web.templates import wants_json

SESSION = "regesta_session"
_OPEN = ("/login",)
_FILES = "/static/"
_FED = (".atom", ".ics")
"""How the addresses end that readers of feeds and calendars ask for, which know no page to log in."""
_TOKEN = (
    "Send a token of a user, as a bearer or as the password of the name; `regesta users token` gives one."
)
_LOOKS = frozenset({"GET", "HEAD", "OPTIONS"})
_CHANGES = (
    ("/logout", "reader"),
    ("/review", "reviewer"),
    ("/decisions", "reviewer"),
    ("/correct", "reviewer"),
)
_SHOWS = (("/correct", "reviewer"), ("/add", "editor"), ("/users", "editor"))
_WHAT = {"reviewer": "decide and correct", "editor": "add documents and see who may come in"}


def needed(method: str, path: str) -> str | None:
    """Return the role that a request needs; None where everybody may ask."""
    if path in _OPEN or path.startswith(_FILES):
        return None
    looks = method in _LOOKS
    rules, other = (_SHOWS, "reader") if looks else (_CHANGES, "editor")
    return next((role for begin, role in rules if path == begin or path.startswith(f"{begin}/")), other)


class Doors:
    """Lets a request in with a session whose role may do what it asks; a room without users is open.

    The name and role of whoever comes in stand in ``request.state.reader`` and ``request.state.role``.
    """

    def __init__(self, app: ASGIApp, *, settings: Settings) -> None:
        """Wrap ``app``."""
        self.app = app
        self.settings = settings

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Let in or refuse."""
        if scope["type"] == "lifespan" or (scope["type"] == "http" and self.settings.users is None):
            await self.app(scope, receive, send)
        elif scope["type"] == "http":
            request = Request(scope)
            try:
                refused = await self._refused(request)
            except RegestaError as problem:  # the users cannot be looked up: nobody comes in
                refused = complain(request, HTTPStatus.SERVICE_UNAVAILABLE, str(problem))
            await (refused or self.app)(scope, receive, send)

    async def _refused(self, request: Request) -> Response | None:
        user = await run_in_threadpool(self._user, request.cookies.get(SESSION))
        if user is None:
            user = await run_in_threadpool(self._bearer, request.headers.get("authorization"))
            if user is not None and request.method not in _LOOKS:
                return complain(request, HTTPStatus.FORBIDDEN, "Tokens are for reading alone; log in.")
        if user is not None:
            request.state.reader, request.state.role = user.name, user.role
        wanted = needed(request.method, request.scope["path"])
        if wanted is None:
            return None
        if user is None:
            return _to_log_in(request)
        if not access.may(user.role, wanted):
            return complain(
                request,
                HTTPStatus.FORBIDDEN,
                f"{user.name} may not do this: to {_WHAT[wanted]}, a user needs the role {wanted}, and this"
                f" one has the role {user.role}.",
            )
        return None

    def _user(self, token: str | None) -> access.User | None:
        users = self.settings.known()
        if token is None or users is None:
            return None
        return access.session(users, token, self.settings.clock())

    def _bearer(self, said: str | None) -> access.User | None:
        """Return who sends a token: as a bearer, or as the password of a name, as readers of feeds do."""
        users = self.settings.known()
        how, _, word = (said or "").partition(" ")
        if users is None or not word:
            return None
        if how.lower() == "bearer":
            return access.bearer(users, word.strip())
        if how.lower() == "basic":
            try:
                name, _, token = b64decode(word, validate=True).decode().partition(":")
            except ValueError:  # no name and password: nobody
                return None
            return access.bearer(users, token, name)
        return None


class Bounded:
    """Refuses a request whose body is larger than ``most`` bytes, as soon as that is known."""

    def __init__(self, app: ASGIApp, *, most: int) -> None:
        """Wrap ``app``."""
        self.app = app
        self.most = most

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass on no more of the body than the bound."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        request = Request(scope)
        said = request.headers.get("content-length", "")
        if said.isdecimal() and int(said) > self.most:
            await self._refuse(request)(scope, receive, send)
            return
        taken = 0

        async def counted() -> Message:
            nonlocal taken
            message = await receive()
            taken += len(message.get("body", b""))
            if taken > self.most:
                raise TooLarge
            return message

        try:
            await self.app(scope, counted, send)
        except TooLarge:
            await self._refuse(request)(scope, receive, send)

    def _refuse(self, request: Request) -> Response:
        sentence = f"What was sent is larger than {self.most // 2**20} MB; send less at a time."
        return complain(request, HTTPStatus.REQUEST_ENTITY_TOO_LARGE, sentence)


class TooLarge(Exception):
    """The body of a request has grown beyond the bound."""


def local(address: str | None) -> str:
    """Return ``address`` where it is one of this room, else the front page."""
    fits = (
        address is not None
        and address.startswith("/")
        and not address.startswith(("//", "/\\"))
        and address.isprintable()
        and "\\" not in address
    )
    return address if fits and address else "/"


def _to_log_in(request: Request) -> Response:
    path = request.scope["path"]
    if path.startswith(INTERFACE) or path.endswith(_FED):
        answer = complain(request, HTTPStatus.UNAUTHORIZED, _TOKEN)
        realm = "Bearer" if path.startswith(INTERFACE) else "Basic"
        answer.headers["WWW-Authenticate"] = f'{realm} realm="Regesta"'
        return answer
    if wants_json(request) or request.method not in _LOOKS:
        return complain(request, HTTPStatus.UNAUTHORIZED, "Log in first, at /login.")
    asked = quote(request.scope["path"])
    if request.url.query:
        asked = f"{asked}?{request.url.query}"
    return RedirectResponse(f"/login?{urlencode({'next': asked})}", HTTPStatus.SEE_OTHER)
