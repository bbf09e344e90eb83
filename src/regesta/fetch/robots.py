"""What a site lets robots ask for (robots.txt, RFC 9309)."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import urlsplit, urlunsplit
from urllib.robotparser import RobotFileParser

from regesta.fetch.get import Fetcher, Refused
from regesta.model.finding import RegestaError

NAME = "Regesta"
_TAKEN = ("text/plain", "text/html", "application/octet-stream", "")


@dataclass(frozen=True, slots=True)
class Manners:
    """What one site asks of us. ``delay`` is what it asks for between requests, in seconds, if anything."""

    rules: RobotFileParser

    def allows(self, url: str) -> bool:
        """Say whether the page may be asked for."""
        return self.rules.can_fetch(NAME, url)

    @property
    def delay(self) -> float | None:
        """Seconds between two requests, as the site asks."""
        asked = self.rules.crawl_delay(NAME)
        return None if asked is None else float(asked)


def site_of(url: str) -> str:
    """Return scheme, host and port of an address."""
    parts = urlsplit(url)
    return urlunsplit((parts.scheme, parts.netloc, "", "", ""))


def manners(fetcher: Fetcher, url: str) -> Manners:
    """Return what the site of ``url`` asks of robots.

    A site without such a file (4xx) allows everything; one whose file cannot be had just now (5xx, no
    connection) allows nothing, as the standard has it.
    """
    rules = RobotFileParser()
    try:
        answer = fetcher.get(f"{site_of(url)}/robots.txt", types=_TAKEN)
    except Refused as problem:
        rules.parse([] if 400 <= problem.status < 500 and problem.status != 429 else _NOTHING)
    except RegestaError:
        rules.parse(_NOTHING)
    else:
        rules.parse(answer.body.decode("utf-8", "replace").splitlines())
    return Manners(rules)


_NOTHING = ("User-agent: *", "Disallow: /")
