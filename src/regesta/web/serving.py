"""Starting the server."""

from __future__ import annotations

import socket
from collections.abc import Callable
from ipaddress import ip_address

import uvicorn

from regesta.ledger import Ledger
from regesta.model.finding import RegestaError
from regesta.web.app import create_app
from regesta.web.desk import Settings


def is_loopback(host: str) -> bool:
    """Say whether only this machine can reach ``host``."""
    if host == "localhost":
        return True
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return False


def serve(settings: Settings, host: str, port: int, ready: Callable[[str], None]) -> None:
    """Serve the room at ``host`` and ``port`` until it is stopped; port 0 takes a free one.

    ``ready`` is called with the address once pages can be asked for. Raises :class:`RegestaError` when the
    ledger is none, when the address is taken or not this machine's, and when others could reach the room
    but no users are known.
    """
    if not is_loopback(host) and settings.users is None:
        raise RegestaError(
            f"{host} can be reached by others and there are no users; add one with `regesta users add NAME`."
        )
    Ledger.open(settings.ledger).close()
    bound = _bound(host, port)
    name = f"[{host}]" if ":" in host else host
    address = f"http://{name}:{bound.getsockname()[1]}/"
    app = create_app(settings)
    server = _Server(uvicorn.Config(app, log_level="warning", server_header=False), lambda: ready(address))
    server.run(sockets=[bound])


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
