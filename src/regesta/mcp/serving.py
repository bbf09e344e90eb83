"""Serving the tools: over the standard streams, or over HTTP on this machine."""

from __future__ import annotations

import logging
import socket
from collections.abc import Callable

import anyio
import uvicorn

from regesta.ledger import Ledger
from regesta.mcp.server import make_server
from regesta.model.finding import RegestaError
from regesta.rules.packs import Pack

LOOPBACK = ("127.0.0.1", "::1", "localhost")


def serve_stdio(ledger: Ledger, packs: tuple[Pack, ...]) -> None:
    """Answer over standard input and output until the input ends."""
    _quiet()
    anyio.run(make_server(ledger, packs).run_stdio_async)


def serve_http(
    ledger: Ledger, packs: tuple[Pack, ...], host: str, port: int, opened: Callable[[str], None]
) -> None:
    """Answer over streamable HTTP at ``/mcp`` until interrupted; ``opened`` is told the address.

    Nobody has to log in, so only an address of this machine is taken. Raises :class:`RegestaError` for
    another, and where the port is taken.
    """
    if host not in LOOPBACK:
        raise RegestaError(
            f"{host}: others could reach this address, and these tools ask nobody who they are; "
            f"take {LOOPBACK[0]}, or put a server that asks before it."
        )
    _quiet()
    app = make_server(ledger, packs).streamable_http_app(host=host, json_response=True, stateless_http=True)
    with _bound(host, port) as bound:
        shown = f"[{host}]" if ":" in host else host
        opened(f"http://{shown}:{bound.getsockname()[1]}/mcp")
        server = uvicorn.Server(uvicorn.Config(app, log_level="warning"))
        server.run(sockets=[bound])


def _bound(host: str, port: int) -> socket.socket:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    found = socket.socket(family, socket.SOCK_STREAM)
    found.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        found.bind((host, port))
    except OSError as problem:
        found.close()
        raise RegestaError(
            f"Port {port} of {host} cannot be used ({(problem.strerror or str(problem)).lower()}); "
            "name another with --port."
        ) from problem
    return found


def _quiet() -> None:
    """Keep what the SDK tells of every request out of the streams."""
    logging.getLogger("mcp").setLevel(logging.WARNING)
