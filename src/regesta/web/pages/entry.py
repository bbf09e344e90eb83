"""Logging in and out, the users, and the trail of changes."""

from __future__ import annotations

import secrets
from http import HTTPStatus

from fastapi import APIRouter, Request, Response
from fastapi.responses import RedirectResponse

from regesta import access
from regesta.access import Change, Entered, User, Waiting
from regesta.export.table import Column
from regesta.web import lists
from regesta.web.desk import AtDesk, Desk, Settings, address_of
from regesta.web.doors import SESSION, local
from regesta.web.forms import COOKIE, Sent, words
from regesta.web.lists import Cut
from regesta.web.page import Page, shown_by
from regesta.web.templates import render

router = APIRouter()
_WRONG = "The name or the password is not right."


@shown_by("login.html")
class LoginPage(Page):
    """The way in.

    ``next``: the address to which it leads. ``name``: the name that was given. ``problem``: a sentence that
    says why it was refused, empty at first. ``asked``: whether this room asks for a log-in at all.
    """

    next: str
    name: str = ""
    problem: str = ""
    asked: bool = True


@shown_by("users.html")
class UsersPage(Page):
    """Who may come in, and who changed what.

    ``kept``: whether users are kept at all. ``users``: those who may come in. ``changes``: the trail, the
    newest first. ``cut``: which part of it.
    """

    kept: bool
    users: list[User]
    changes: list[Change]
    cut: Cut


@router.get("/login")
def login(request: Request, desk: AtDesk, next: str = "/") -> Response:
    """Show the form."""
    return render(request, LoginPage(local(next), asked=desk.settings.users is not None))


@router.post("/login")
def log_in(request: Request, desk: AtDesk, form: Sent) -> Response:
    """Begin a session and lead on, or show the form again with what is wrong."""
    users, name, to = desk.settings.known(), words(form, "name"), local(words(form, "next"))
    if users is None:
        return RedirectResponse("/", HTTPStatus.SEE_OTHER)
    password = words(form, "password", strip=False)
    entered = access.enter(users, name, password, now=desk.now(), address=address_of(request))
    if isinstance(entered, Entered):
        return _with_session(desk.settings, entered, to)
    if isinstance(entered, Waiting):
        wait = f"{entered.seconds} second{'' if entered.seconds == 1 else 's'}"
        sentence = f"Too many attempts were wrong; try again in {wait}."
        answer = render(request, LoginPage(to, name, sentence), status=HTTPStatus.TOO_MANY_REQUESTS)
        answer.headers["Retry-After"] = str(entered.seconds)
        return answer
    return render(request, LoginPage(to, name, _WRONG), status=HTTPStatus.UNAUTHORIZED)


@router.post("/logout")
def log_out(request: Request, desk: AtDesk) -> Response:
    """End the session and lead to the way in."""
    users, token = desk.settings.known(), request.cookies.get(SESSION)
    if users is not None and token:
        access.leave(users, token)
    answer = RedirectResponse("/login", HTTPStatus.SEE_OTHER)
    answer.delete_cookie(SESSION, httponly=True, samesite="lax", secure=desk.settings.secure)
    answer.delete_cookie(COOKIE, httponly=True, samesite="lax", secure=desk.settings.secure)
    return answer


_COLUMNS = (
    Column("number", lambda one: one.number),
    Column("at", lambda one: one.at),
    Column("who", lambda one: one.who),
    Column("what", lambda one: one.what),
    Column("about", lambda one: one.about),
    Column("address", lambda one: one.address),
)


@router.get("/users")
def users(request: Request, desk: AtDesk, page: int = 1) -> Response:
    """Show the users and a page of the trail; the whole trail as CSV or JSON."""
    return lists.answer(
        request,
        lambda: _users_page(desk, page),
        lambda: access.changes(known) if (known := desk.settings.known()) else [],
        _COLUMNS,
        "changes",
    )


def _users_page(desk: Desk, page: int) -> UsersPage:
    known, cut = desk.settings.known(), Cut(max(page, 1))
    if known is None:
        return UsersPage(False, [], [], cut)
    rows = access.changes(known, first=cut.first, limit=cut.size + 1)
    here = Cut(cut.number, more=len(rows) > cut.size)
    return UsersPage(True, access.accounts(known), rows[: cut.size], here)


def _with_session(settings: Settings, entered: Entered, to: str) -> Response:
    """Lead on with the cookie of the session; the token of forms is another from now on."""
    answer = RedirectResponse(to, HTTPStatus.SEE_OTHER)
    answer.set_cookie(
        SESSION, entered.token, max_age=access.LASTS, httponly=True, samesite="lax", secure=settings.secure
    )
    fresh = secrets.token_urlsafe(32)
    answer.set_cookie(COOKIE, fresh, httponly=True, samesite="lax", secure=settings.secure)
    return answer
