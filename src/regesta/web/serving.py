"""Starting the server."""

from __future__ import annotations

import socket
from collections.abc import Callable
from ipaddress import ip_address

import uvicorn

from regesta import access
from regesta.access import Users
from regesta.ledger import Ledger
from regesta.model.finding import RegestaError
from regesta.web.app import create_app
from regesta.web.desk import LOCAL_HOSTS, Settings

_EVERY = ("0.0.0.0", "::")


def is_loopback(host: str) -> bool:
    """Say whether only this machine can reach ``host``."""
    if host == "localhost":
        return True
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return False


def hosts_for(host: str, names: tuple[str, ...]) -> tuple[str, ...]:
    """Return the names under which a room at ``host`` may be asked for: this machine's, and ``names``.

    Raises :class:`RegestaError` where the room listens on every address and no name is given.
    """
    if host in _EVERY and not names:
        raise RegestaError(
            f"{host} listens on every address of this machine; say with --name HOST by which name readers"
            " ask for it."
        )
    own = f"[{host}]" if ":" in host else host
    return tuple(dict.fromkeys((*LOCAL_HOSTS, own.lower(), *(name.lower() for name in names))))


def serve(settings: Settings, host: str, port: int, ready: Callable[[str], None]) -> None:
    """Serve the room at ``host`` and ``port`` until it is stopped; port 0 takes a free one.

    ``ready`` is called with the address once pages can be asked for. Raises :class:`RegestaError` when the
    ledger is none, when the address is taken or not this machine's, and when others could reach the room
    but no users are known.
    """
    _check_users(settings, host)
    Ledger.open(settings.ledger).close()
    bound = _bound(host, port)
    name = f"[{host}]" if ":" in host else host
    address = f"http://{name}:{bound.getsockname()[1]}/"
    app = create_app(settings)
    server = _Server(uvicorn.Config(app, log_level="warning", server_header=False), lambda: ready(address))
    server.run(sockets=[bound])


def _check_users(settings: Settings, host: str) -> None:
    if settings.users is None:
        if is_loopback(host):
            return
        raise RegestaError(
            f"{host} can be reached by others and there are no users; add one with `regesta users add NAME`."
        )
    if not settings.users.exists() or not access.accounts(Users.open(settings.users)):
        raise RegestaError("There are no users who could come in; add one with `regesta users add NAME`.")


class _Server(uvicorn.Server):
    """A server that says when it is ready."""

    def __init__(self, config: uvicorn.Config, ready: Callable[[], None]) -> None:
        super().__init__(config)
        self.ready = ready

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        if self.started:
            self.ready()


def _bound(host: str, port: int) -> socket.socket:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    bound = socket.socket(family)
    bound.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        bound.bind((host, port))
    except OSError as problem:
        bound.close()
        reason = (problem.strerror or str(problem)).lower()
        raise RegestaError(f"{host}:{port} cannot be used ({reason}); name another with --port.") from problem
    return bound
