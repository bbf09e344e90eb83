"""Which pages a source lists: the links of a feed, a sitemap or a page, in their order, each once."""

from __future__ import annotations

from calendar import timegm
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from time import struct_time
from urllib.parse import urldefrag, urljoin
from zoneinfo import ZoneInfo

import feedparser
from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import ParseError, fromstring
from selectolax.lexbor import LexborHTMLParser

from regesta.fetch.answer import Answer
from regesta.model.finding import RegestaError

_NAMESPACE = "{http://www.sitemaps.org/schemas/sitemap/0.9}"


@dataclass(frozen=True, slots=True)
class Link:
    """A page that a list names, and the day on which the list says that it was published."""

    url: str
    day: str | None = None


def in_feed(answer: Answer, zone: str | None) -> list[Link]:
    """Return the links of an RSS or Atom feed; raise :class:`RegestaError` for what is none.

    ``zone`` is the time zone in which a day is meant; without one a feed's times give no day.
    """
    found = feedparser.parse(answer.body, response_headers={"content-location": answer.url})
    days: dict[str, str | None] = {}
    for entry in found.entries:
        for url in _whole(answer.url, [entry.get("link", "")]):
            days.setdefault(url, _day(entry.get("published_parsed"), zone))
    if not found.version and not days:
        raise RegestaError(f"{answer.asked}: this is no feed; name an RSS or Atom feed.")
    return [Link(url, day) for url, day in days.items()]


def _day(stamp: struct_time | None, zone: str | None) -> str | None:
    if stamp is None or zone is None:
        return None
    return datetime.fromtimestamp(timegm(stamp), ZoneInfo(zone)).date().isoformat()


def in_sitemap(answer: Answer) -> tuple[list[str], list[str]]:
    """Return the pages and the further sitemaps that a sitemap lists, newest first where it says when.

    Raises :class:`RegestaError` for what is none.
    """
    try:
        root = fromstring(answer.body, forbid_dtd=True)
    except (ParseError, DefusedXmlException, ValueError) as problem:
        raise RegestaError(f"{answer.asked}: this is no sitemap ({problem}).") from problem
    if root.tag not in (f"{_NAMESPACE}urlset", f"{_NAMESPACE}sitemapindex"):
        raise RegestaError(f"{answer.asked}: this is no sitemap; name one.")
    told = [
        (one.findtext(f"{_NAMESPACE}lastmod") or "", (one.findtext(f"{_NAMESPACE}loc") or "").strip())
        for one in root
    ]
    links = _each(answer.url, [link for _, link in sorted(told, key=lambda pair: pair[0], reverse=True)])
    return ([], links) if root.tag.endswith("index") else (links, [])


def in_page(answer: Answer) -> list[str]:
    """Return the links of an HTML page."""
    tree = LexborHTMLParser(answer.body)
    base = tree.css_first("base[href]")
    home = urljoin(answer.url, base.attributes.get("href") or "") if base else answer.url
    return _each(home, (link.attributes.get("href") or "" for link in tree.css("a[href]")))


def _each(home: str, links: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(_whole(home, links)))


def _whole(home: str, links: Iterable[str]) -> Iterator[str]:
    for link in links:
        try:
            whole = urldefrag(urljoin(home, link.strip())).url
        except ValueError:
            continue  # no address at all, such as http://[; a page may print anything
        if whole.startswith(("http://", "https://")):
            yield whole
