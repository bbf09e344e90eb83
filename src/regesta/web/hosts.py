"""By which names the room is asked: no other site can pass for it."""

from __future__ import annotations

from collections.abc import Sequence
from http import HTTPStatus

from fastapi import Request
from starlette.middleware.trustedhost import TrustedHostMiddleware
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from regesta.web.errors import complain

_STRANGE = (
    "The room does not go by the name under which it was asked; ask for it by the address that it printed"
    " when it was opened, or open it with --name HOST."
)


class Hosts:
    """Refuses a request that names another host than ``hosts``, before anything of it is looked at.

    The refusal tells nothing of the ledger, for whoever asks by another name may be another site.
    """

    def __init__(self, app: ASGIApp, *, hosts: Sequence[str]) -> None:
        """Wrap ``app``."""
        self.app = app
        self.hosts = tuple(hosts)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass on, or refuse."""
        if scope["type"] != "http" or await self._known(scope, receive):
            await self.app(scope, receive, send)
            return
        headers = [pair for pair in scope["headers"] if pair[0] != b"host"]
        request = Request({**scope, "headers": headers, "state": {**scope.get("state", {}), "strange": True}})
        await complain(request, HTTPStatus.BAD_REQUEST, _STRANGE)(scope, receive, send)

    async def _known(self, scope: Scope, receive: Receive) -> bool:
        """Say whether the host is one of the room's, as Starlette reads it; its own answer is not sent."""
        known = False

        async def inside(*_: object) -> None:
            nonlocal known
            known = True

        async def unsent(_: Message) -> None:
            return None

        looked = TrustedHostMiddleware(inside, allowed_hosts=self.hosts, www_redirect=False)
        await looked(scope, receive, unsent)
        return known
