"""Answers that need not be sent again to whoever has them: validators of RFC 9110."""

from __future__ import annotations

from datetime import UTC, datetime
from email.utils import format_datetime, parsedate_to_datetime
from hashlib import sha256

from fastapi import Request, Response

_KEPT = "private, no-cache"
"""May be kept by whoever asked, and is asked for anew each time."""


def answer(request: Request, body: bytes, media_type: str, changed: str | None) -> Response:
    """Return ``body``, or that it has not changed since it was fetched last.

    ``changed`` is when something was last learnt of what stands in it (ISO 8601).
    """
    tag = f'W/"{sha256(body).hexdigest()[:32]}"'
    headers = {"ETag": tag, "Cache-Control": _KEPT}
    moment = datetime.fromisoformat(changed).astimezone(UTC) if changed else None
    if moment is not None:
        headers["Last-Modified"] = format_datetime(moment.replace(microsecond=0), usegmt=True)
    if _same(request, tag, moment):
        return Response(status_code=304, headers=headers)
    return Response(body, media_type=media_type, headers=headers)


def _same(request: Request, tag: str, moment: datetime | None) -> bool:
    tags = request.headers.get("if-none-match")
    if tags is not None:
        known = {one.strip().removeprefix("W/") for one in tags.split(",")}
        return "*" in known or tag.removeprefix("W/") in known
    since = request.headers.get("if-modified-since")
    if since is None or moment is None:
        return False
    try:
        told = parsedate_to_datetime(since)
    except ValueError:  # what is no date is passed over, as RFC 9110 asks
        return False
    if told.tzinfo is None:
        told = told.replace(tzinfo=UTC)
    return moment.replace(microsecond=0) <= told
