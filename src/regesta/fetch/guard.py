"""The way out: a connection is made to public addresses alone, and lives no longer than its fetch may.

The check stands where the connection is made, after the name was resolved: whatever a name or a
redirect says, no other address is reached. The address that was checked is the one connected to, so
that a name which is resolved anew in between gains nothing.
"""

from __future__ import annotations

import socket
import ssl
import time
from collections.abc import Iterable
from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network
from typing import Any

import httpcore2
import httpx2

_TRANSLATED = ip_network("64:ff9b::/96")


class Forbidden(Exception):
    """An address that must not be reached. Says which."""


class Overtime(httpcore2.ReadTimeout):
    """The fetch as a whole has taken too long."""


class Guard(httpcore2.NetworkBackend):
    """Makes connections. ``allowed`` are host names and addresses that may be private."""

    def __init__(self, allowed: frozenset[str]) -> None:
        """Allow what is public, and ``allowed`` by name."""
        self.allowed = allowed
        self.until = float("inf")
        self._plain = httpcore2.SyncBackend()

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[httpcore2.SOCKET_OPTION] | None = None,
    ) -> httpcore2.NetworkStream:
        """Connect to the first address of ``host`` that answers; :class:`Forbidden` if any is private."""
        problem: Exception | None = None
        for address in self._addresses(host, port):
            try:
                made = self._plain.connect_tcp(address, port, timeout, local_address, socket_options)
            except (httpcore2.ConnectError, httpcore2.ConnectTimeout) as failed:
                problem = failed
            else:
                return _Timed(made, self)
        assert problem is not None
        raise problem

    def left(self, wanted: float | None) -> float:
        """Return for how many seconds may be waited; raise :class:`Overtime` when none are left."""
        left = self.until - time.monotonic()
        if left <= 0:
            raise Overtime("the time is over")
        return left if wanted is None else min(left, wanted)

    def _addresses(self, host: str, port: int) -> list[str]:
        try:
            found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
        except (OSError, UnicodeError) as problem:
            raise httpcore2.ConnectError(f"no such host: {host}") from problem
        addresses = list(dict.fromkeys(str(one[4][0]) for one in found))
        if host not in self.allowed:
            for address in addresses:
                if not is_public(address):
                    raise Forbidden(f"{host} is {address}, an address of a private network")
        return addresses


class _Timed(httpcore2.NetworkStream):
    """A stream that never waits beyond the end of its fetch."""

    def __init__(self, stream: httpcore2.NetworkStream, guard: Guard) -> None:
        self._stream, self._guard = stream, guard

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        try:
            return self._stream.read(max_bytes, self._guard.left(timeout))
        except httpcore2.ReadTimeout:
            self._guard.left(None)
            raise

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        self._stream.write(buffer, self._guard.left(timeout))

    def close(self) -> None:
        self._stream.close()

    def start_tls(
        self, ssl_context: ssl.SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore2.NetworkStream:
        return _Timed(
            self._stream.start_tls(ssl_context, server_hostname, self._guard.left(timeout)), self._guard
        )

    def get_extra_info(self, info: str) -> Any:
        return self._stream.get_extra_info(info)


class Guarded(httpx2.BaseTransport):
    """The transport of a client whose connections a :class:`Guard` makes."""

    def __init__(self, guard: Guard) -> None:
        """Keep connections open for the next page of the same host."""
        self._pool = httpcore2.ConnectionPool(network_backend=guard, max_connections=4, retries=0)

    def handle_request(self, request: httpx2.Request) -> httpx2.Response:
        """Send ``request``; what the network refuses is raised as httpcore's errors."""
        asked = httpcore2.Request(
            method=request.method,
            url=httpcore2.URL(
                scheme=request.url.raw_scheme,
                host=request.url.raw_host,
                port=request.url.port,
                target=request.url.raw_path,
            ),
            headers=request.headers.raw,
            content=request.stream,
            extensions=request.extensions,
        )
        got = self._pool.handle_request(asked)
        return httpx2.Response(got.status, headers=got.headers, stream=_Body(got), extensions=got.extensions)

    def close(self) -> None:
        """Close all connections."""
        self._pool.close()


class _Body(httpx2.SyncByteStream):
    def __init__(self, got: httpcore2.Response) -> None:
        self._got = got

    def __iter__(self) -> Any:
        yield from self._got.iter_stream()

    def close(self) -> None:
        self._got.close()


def is_public(address: str) -> bool:
    """Say whether ``address`` is one of the open internet; one that hides another is judged by both."""
    known = ip_address(address.partition("%")[0])
    hidden = _hidden(known) if isinstance(known, IPv6Address) else []
    return all(_is_open(one) for one in (known, *(one for one in hidden if one is not None)))


def _hidden(known: IPv6Address) -> list[IPv4Address | None]:
    """Return the older addresses that this one stands for."""
    translated = IPv4Address(int(known) & 0xFFFFFFFF) if known in _TRANSLATED else None
    return [known.ipv4_mapped, known.sixtofour, translated]


def _is_open(one: IPv4Address | IPv6Address) -> bool:
    return one.is_global and not one.is_multicast and not one.is_reserved
