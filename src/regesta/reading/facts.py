"""What a page says of itself in its head: title, date, address, site and language."""

from __future__ import annotations

import re
from datetime import date
from typing import NamedTuple

from selectolax.lexbor import LexborHTMLParser, LexborNode

from regesta.reading.dateline import dateline

_DATES = (
    *('meta[property="article:published_time"]', 'meta[name="article:published_time"]'),
    *('meta[itemprop="datePublished"]', 'meta[name="datePublished"]', 'meta[name="dcterms.issued" i]'),
    *('meta[name="dcterms.date" i]', 'meta[name="dc.date" i]', 'meta[name="dc.date.issued" i]'),
    *('meta[name="dcterms.created" i]', 'meta[name="pubdate" i]', 'meta[name="publish-date" i]'),
    *('meta[name="date" i]', "time[pubdate]", 'time[itemprop="datePublished"]'),
)
_ISO = re.compile(r"\s{0,9}(\d{4})-?(\d\d)-?(\d\d)(?!\d)")
_LINKED_DATA = re.compile(r'"datePublished"\s{0,9}:\s{0,9}"(\d{4}-\d\d-\d\d)')


class Facts(NamedTuple):
    """What the head of a page says; anything may be missing."""

    title: str | None
    published: str | None
    url: str | None
    site: str | None
    language: str | None


def facts(tree: LexborHTMLParser) -> Facts:
    """Read the head of a page. Promises ISO dates, web addresses, and blanks cut off."""
    return Facts(
        title=_first(tree, 'meta[property="og:title"]', "h1", "title"),
        published=_published(tree),
        url=_address(tree),
        site=_first(tree, 'meta[property="og:site_name"]', 'meta[name="dcterms.publisher" i]'),
        language=_language(tree),
    )


def said(node: LexborNode) -> str:
    """Return what an element says: its content or datetime attribute, else its words."""
    attributes = node.attributes
    words = attributes.get("content") or attributes.get("datetime") or node.text(separator=" ")
    return " ".join(words.split())


def iso_day(words: str) -> str | None:
    """Return the day that ``words`` give, as an ISO date, or None."""
    found = _ISO.match(words)
    if not found:
        line = dateline(words)
        return line.date if line else None
    try:
        return date(*(int(part) for part in found.groups())).isoformat()
    except ValueError:
        return None


def _first(tree: LexborHTMLParser, *selectors: str) -> str | None:
    found = (said(node) for selector in selectors for node in tree.css(selector))
    return next((words for words in found if words), None)


def _published(tree: LexborHTMLParser) -> str | None:
    days = (iso_day(said(node)) for selector in _DATES for node in tree.css(selector))
    if day := next((day for day in days if day), None):
        return day
    for script in tree.css('script[type="application/ld+json"]'):
        if found := _LINKED_DATA.search(script.text_content or script.text()):
            return iso_day(found[1])
    return None


def _address(tree: LexborHTMLParser) -> str | None:
    for selector, name in (('link[rel="canonical"]', "href"), ('meta[property="og:url"]', "content")):
        node = tree.css_first(selector)
        address = ((node.attributes.get(name) if node else None) or "").strip()
        if address.startswith(("http://", "https://")):
            return address
    return None


def _language(tree: LexborHTMLParser) -> str | None:
    root = tree.css_first("html")
    written = (root.attributes.get("lang") or root.attributes.get("xml:lang") or "") if root else ""
    code = re.match(r"[A-Za-z]{2,3}(?![A-Za-z])", written.strip())
    return code[0].lower() if code else None
