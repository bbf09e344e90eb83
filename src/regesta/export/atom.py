"""Feeds in Atom (RFC 4287): what the ledger learnt, each thing with the words that show it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from urllib.parse import quote
from uuid import NAMESPACE_URL, uuid5

from regesta.export.forms import Source
from regesta.export.learnt_words import KINDS, name_of, sentences_of, title_of
from regesta.export.xml_text import element, words
from regesta.query.learning import About, last_added, learnt
from regesta.query.learnt import Learnt
from regesta.query.rows import Cited

ATOM = "http://www.w3.org/2005/Atom"
HISTORY = "http://purl.org/syndication/history/1.0"
REGESTA = "urn:regesta:feed"
"""The namespace of what Atom has no element for: where words stand, in which text."""
_XHTML = "http://www.w3.org/1999/xhtml"


@dataclass(frozen=True, slots=True)
class Head:
    """What a feed says of itself: its title, when it was learnt from last, and its addresses.

    ``name`` is what it is about, from which its id is made. ``room`` is the address of the reading room,
    ``own`` that of this page of the feed, ``first`` and ``next`` those of others; each None where there is
    none. ``whole`` says that nothing else belongs to the feed.
    """

    name: str
    title: str
    updated: str
    room: str | None = None
    own: str | None = None
    first: str | None = None
    next: str | None = None
    page: str | None = None
    whole: bool = False


def lines(source: Source) -> Iterator[str]:
    """Yield everything that the ledger learnt from the chosen documents, the newest first."""
    about = About(source.filters)
    rest = learnt(source.ledger, about)
    newest = next(rest, None)
    updated = newest.at if newest else last_added(source.ledger) or source.now
    room = source.address.rstrip("/") if source.address else None
    head = Head(name_by(about), title_by(about), updated, room, page=room, whole=True)
    yield from feed(head, rest if newest is None else _with(newest, rest))


def feed(head: Head, things: Iterable[Learnt]) -> Iterator[str]:
    """Yield a feed of these things, line by line."""
    yield '<?xml version="1.0" encoding="utf-8"?>'
    yield f'<feed xmlns="{ATOM}" xmlns:fh="{HISTORY}" xmlns:regesta="{REGESTA}" xml:lang="en">'
    yield element("id", f"urn:uuid:{uuid5(NAMESPACE_URL, f'regesta feed {head.name}')}")
    yield element("title", head.title)
    yield element("updated", head.updated)
    yield f"<author>{element('name', 'Regesta')}</author>"
    yield element("generator", "Regesta")
    links = {"self": head.own, "first": head.first, "next": head.next}
    for relation, address in links.items():
        if address is not None:
            yield element("link", rel=relation, type="application/atom+xml", href=address)
    if head.page is not None:
        yield element("link", rel="alternate", type="text/html", href=head.page)
    if head.whole:
        yield element("fh:complete")
    for one in things:
        yield from _entry(one, head.room)
    yield "</feed>"


def name_by(about: About) -> str:
    """Return what a feed is about, the same for the same filters and words."""
    return " ".join(f"{name}={value}" for name, value in _narrowed(about)) or "all"


def title_by(about: About) -> str:
    """Return the title of a feed."""
    return (
        f"Regesta: {', '.join(f'{name} {value}' for name, value in _narrowed(about)) or 'the whole ledger'}"
    )


def _narrowed(about: About) -> Iterator[tuple[str, str]]:
    if about.search is not None:
        yield "words", about.search.words
    for filters in (about.filters, *([about.search.filters] if about.search else [])):
        for name in filters.__slots__:
            if getattr(filters, name) is not None:
                yield name, getattr(filters, name)


def _with(first: Learnt, rest: Iterator[Learnt]) -> Iterator[Learnt]:
    yield first
    yield from rest


def _entry(one: Learnt, room: str | None) -> Iterator[str]:
    yield "<entry>"
    yield element("id", f"urn:uuid:{name_of(one)}")
    yield element("title", title_of(one))
    yield element("updated", one.at)
    yield element("published", one.at)
    if one.kind in ("document", "changed") and one.document.publisher:
        yield f"<author>{element('name', one.document.publisher)}</author>"
    yield element("category", term=one.kind, label=KINDS[one.kind], scheme=REGESTA)
    yield from _links(one, room)
    yield from _content(one, room)
    for cited in one.cited or (None,):
        yield _words_cited(one, cited)
    yield "</entry>"


def _links(one: Learnt, room: str | None) -> Iterator[str]:
    if room is not None:
        yield element("link", rel="alternate", type="text/html", href=f"{room}{page_of(one)}")
    if one.document.url:
        yield element("link", rel="via" if room else "alternate", href=_iri(one.document.url))


def page_of(one: Learnt) -> str:
    """Return the address in a reading room at which this can be seen."""
    if one.record is not None:
        return f"/{one.record.kind}s/{one.record.id}"
    if one.meeting is not None:
        return f"/meetings/{one.meeting.id}"
    if one.kind == "changed":
        return f"/documents/{one.document.id}/versions"
    if one.kind == "finding" and one.finding is not None:
        return f"/findings?code={one.finding.finding.code}&document={one.document.id}"
    return f"/documents/{one.document.id}"


def _content(one: Learnt, room: str | None) -> Iterator[str]:
    yield f'<content type="xhtml"><div xmlns="{_XHTML}">'
    for sentence in sentences_of(one):
        yield element("p", sentence)
    for cited in one.cited:
        place, document = cited.place, one.documents[cited.place.document]
        where = f"{room}/documents/{place.document}?at={place.span.start}-{place.span.end}" if room else None
        via = where or (_iri(document.url) if document.url else None)
        yield f"{_opened('blockquote', via)}{element('p', place.quote)}</blockquote>"
        yield f"<p>{element('cite', cited.citation)}{words(_locator(cited))}</p>"
    if not one.cited:
        yield f"<p>{element('cite', one.document.citation)}</p>"
    yield "</div></content>"


def _locator(cited: Cited) -> str:
    start, end = cited.place.span
    return f", characters {start}–{end} of the text"


def _opened(name: str, cite: str | None) -> str:
    return element(name, cite=cite).removesuffix("/>") + ">"


def _words_cited(one: Learnt, cited: Cited | None) -> str:
    """Return where the words stand, for programs; without words the document as a whole."""
    document = one.document if cited is None else one.documents[cited.place.document]
    span = (None, None) if cited is None else (str(cited.place.span.start), str(cited.place.span.end))
    quoted = "" if cited is None else cited.place.quote
    return element(
        "regesta:cited", quoted, document=document.id, sha256=document.sha256, start=span[0], end=span[1]
    )


def _iri(address: str) -> str:
    """Return an address with what may not stand in one written in its stead."""
    return quote(address, safe="%/:?#[]@!$&'()*+,;=~-._")
