"""Bodies: taken piece by piece, decompressed no further than the limit."""

from __future__ import annotations

import zlib
from collections.abc import Iterable

from regesta.model.finding import RegestaError

CODINGS = "gzip, deflate"
_STEP = 2**16


def taken(pieces: Iterable[bytes], coding: str, limit: int, url: str) -> bytes:
    """Return the body of ``url`` decompressed.

    ``coding`` is what its server says of it. Raises :class:`RegestaError` when it is larger than
    ``limit`` bytes, when it is not in this coding, and for a coding that was not asked for. No more than
    ``limit`` bytes and one step are ever held.
    """
    made = _decoder(coding.strip().lower(), url)
    whole = bytearray()
    for piece in pieces:
        whole += piece if made is None else _inflated(made, piece, limit - len(whole), url)
        if len(whole) > limit:
            size = f"{limit / 2**20:.1f} MB"
            raise RegestaError(
                f"{url}: the page is larger than the limit of {size}; raise it or leave it out."
            )
    if made is not None and not made.eof:
        raise RegestaError(f"{url}: the page broke off before its end; try again later.")
    return bytes(whole)


def _decoder(coding: str, url: str) -> zlib._Decompress | None:
    if coding in ("", "identity"):
        return None
    if coding in ("gzip", "x-gzip"):
        return zlib.decompressobj(16 + zlib.MAX_WBITS)
    if coding == "deflate":
        return zlib.decompressobj()
    raise RegestaError(f"{url}: the page is packed in a way that was not asked for ({coding[:40]}).")


def _inflated(made: zlib._Decompress, piece: bytes, room: int, url: str) -> bytes:
    """Unpack ``piece`` to at most a step more than ``room`` bytes."""
    out = bytearray()
    try:
        while piece and len(out) <= room and not made.eof:
            out += made.decompress(piece, _STEP)
            piece = made.unconsumed_tail
    except zlib.error as problem:
        raise RegestaError(f"{url}: the page is not packed as its server says; try again later.") from problem
    return bytes(out)
