"""Asking for one address."""

from __future__ import annotations

import re
import time
from contextlib import closing
from types import TracebackType
from typing import Self

import httpcore2
import httpx2

from regesta.fetch.answer import Answer
from regesta.fetch.body import CODINGS, taken
from regesta.fetch.guard import Forbidden, Guard, Guarded, Overtime
from regesta.fetch.limits import Limits
from regesta.model.finding import RegestaError

AGENT = "Regesta/0.1 (reads ministries' accounts of their meetings; one page at a time)"
_SCHEMES = ("http", "https")
_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_CHARSET = re.compile(r"charset\s*=\s*[\"']?([A-Za-z0-9._:-]{1,40})", re.IGNORECASE)
_LONGEST = 2_000
_NONE = "the server has no such page ({status}); check the address"
_LATER = "the server asks to be left alone for now ({status}); try again later"
_REASONS = {404: _NONE, 410: _NONE, 429: _LATER, 503: _LATER}


class Refused(RegestaError):
    """A server that answered, but gave no page.

    ``status`` is its answer, ``wait`` its word on when to ask again.
    """

    def __init__(self, sentence: str, status: int, wait: str | None) -> None:
        """Keep the sentence, the status and the server's ``Retry-After``."""
        super().__init__(sentence)
        self.status = status
        self.wait = wait


class Fetcher:
    """Asks for pages, one after another. Use it as a context manager; it is not for several threads.

    ``allowed`` are hosts that may be private, by name or address.
    """

    def __init__(
        self,
        limits: Limits = Limits(),  # noqa: B008  frozen
        allowed: frozenset[str] = frozenset(),
        agent: str = AGENT,
    ) -> None:
        """Ask within ``limits``."""
        self.limits = limits
        self._guard = Guard(allowed)
        self._client = httpx2.Client(
            transport=Guarded(self._guard),
            timeout=limits.silence,
            follow_redirects=False,
            trust_env=False,
            headers={"User-Agent": agent, "Accept-Encoding": CODINGS},
        )

    def get(
        self,
        url: str,
        *,
        etag: str | None = None,
        last_modified: str | None = None,
        types: tuple[str, ...] | None = None,
    ) -> Answer:
        """Return the page at ``url``, wherever it is redirected to.

        ``etag`` and ``last_modified`` are those of the page that is held; a server that knows of nothing
        newer answers without a body. ``types`` are taken in the place of the usual content types.

        Raises :class:`RegestaError` with one sentence for an address that is no public web page, for what
        goes beyond the limits, for content that is no text, and :class:`Refused` for a server's refusal.
        """
        self._guard.until = time.monotonic() + self.limits.seconds
        held = {"If-None-Match": etag, "If-Modified-Since": last_modified}
        headers = {name: value for name, value in held.items() if value}
        where = _checked(url, url)
        for _ in range(self.limits.redirects + 1):
            answer = self._step(url, where, headers, self.limits.types if types is None else types)
            if isinstance(answer, Answer):
                return answer
            where = _checked(answer, url)
        raise RegestaError(
            f"{url}: the page leads on more than {self.limits.redirects} times; name the last one."
        )

    def close(self) -> None:
        """Close all connections."""
        self._client.close()

    def __enter__(self) -> Self:
        """Give the fetcher itself."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, problem: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Close all connections."""
        self.close()

    def _step(self, asked: str, where: str, headers: dict[str, str], types: tuple[str, ...]) -> Answer | str:
        """Return the page, or the address to which it was moved."""
        try:
            with closing(
                self._client.send(self._client.build_request("GET", where, headers=headers), stream=True)
            ) as got:
                return self._taken(asked, where, got, types)
        except Forbidden as problem:
            raise RegestaError(f"{asked}: {problem}; allow it by name if it is meant.") from problem
        except Overtime as problem:
            raise RegestaError(
                f"{asked}: the page took longer than {self.limits.seconds:g} seconds; try again later."
            ) from problem
        except (httpcore2.TimeoutException, httpx2.TimeoutException) as problem:
            raise RegestaError(
                f"{asked}: the server was silent for {self.limits.silence:g} seconds; try again later."
            ) from problem
        except (httpcore2.RemoteProtocolError, httpx2.RemoteProtocolError) as problem:
            raise RegestaError(f"{asked}: the page broke off before its end; try again later.") from problem
        except (httpcore2.NetworkError, httpx2.TransportError, httpcore2.ProtocolError) as problem:
            reason = str(problem) or "no connection"
            raise RegestaError(
                f"{asked}: the page cannot be reached ({reason}); check the address."
            ) from problem

    def _taken(self, asked: str, where: str, got: httpx2.Response, types: tuple[str, ...]) -> Answer | str:
        if got.status_code in _REDIRECTS and "location" in got.headers:
            return str(httpx2.URL(where).join(got.headers["location"]))
        content = got.headers.get("content-type", "")
        media_type = content.partition(";")[0].strip().lower()
        body = b""
        if got.status_code != 304:
            _check_status(asked, got)
            if media_type not in types:
                said = media_type[:60] or "nothing"
                raise RegestaError(
                    f"{asked}: the server calls it {said}, which is no page; name a page of text."
                )
            body = taken(got.iter_raw(), got.headers.get("content-encoding", ""), self.limits.size, asked)
        charset = _CHARSET.search(content)
        return Answer(
            asked=asked,
            url=where,
            status=got.status_code,
            media_type=media_type,
            charset=charset[1] if charset else None,
            etag=got.headers.get("etag"),
            last_modified=got.headers.get("last-modified"),
            body=body,
        )


def _check_status(asked: str, got: httpx2.Response) -> None:
    status = got.status_code
    if status == 200:
        return
    wait = got.headers.get("retry-after")
    reason = _REASONS.get(status, "the server answered {status} instead of a page; open it in a browser")
    raise Refused(f"{asked}: {reason.format(status=status)}.", status, wait)


def _checked(url: str, asked: str) -> str:
    """Return ``url`` as an address that may be asked for; raise :class:`RegestaError` for any other."""
    try:
        known = httpx2.URL(url)
    except (httpx2.InvalidURL, ValueError, TypeError) as problem:
        raise RegestaError(f"{asked[:200]!r} is not an address; write it as https://host/page.") from problem
    if known.scheme not in _SCHEMES or not known.host or len(url) > _LONGEST:
        raise RegestaError(f"{asked[:200]!r} is not a web address; write it as https://host/page.")
    if known.userinfo:
        raise RegestaError(f"{asked[:200]!r} carries a name or password; leave it out.")
    return str(known.copy_with(fragment=None))
