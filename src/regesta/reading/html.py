"""A web page becomes frozen text and what the page says of itself."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import NamedTuple

from selectolax.lexbor import LexborHTMLParser, LexborNode

from regesta.model.document import Source
from regesta.reading.dateline import dateline
from regesta.reading.facts import Facts, facts, iso_day, said
from regesta.reading.lines import lines
from regesta.reading.render import render
from regesta.rules.sources import SourceRule, source_for

_HEAD = 2000
_NEAR = 30
_FEW = 60
"""A page of no more characters than this has no main part that could be told from the rest."""


class _Read(NamedTuple):
    """One way's result: the text, title and date as the page shows them, ISO dates."""

    text: str
    title: str | None = None
    date_line: str | None = None
    published: str | None = None
    guess: str | None = None


def read_html(html: str, given: Source) -> tuple[str, Source]:
    """Return the frozen text of a page and its source; what ``given`` says is kept.

    A known source is read by its rule, an unknown one by trafilatura, and a page on which neither
    finds words is taken whole. The text begins with the title and date where the page shows them
    outside its main part. May return an empty text.
    """
    tree = LexborHTMLParser(html)
    own = facts(tree)
    rule = source_for(given.url or own.url)
    read = (_known(tree, rule) if rule else None) or _unknown(html, given.url or own.url) or _whole(html)
    text = _headed(read, read.title or own.title)
    return text, _source(given, own, rule, read, text)


def _known(tree: LexborHTMLParser, rule: SourceRule) -> _Read | None:
    """Read a page by its source's rule; None when the rule finds no words."""
    for selector in rule.drop:
        for node in tree.css(selector):
            node.decompose()
    title = _first(tree, rule.title)
    day, place = _first(tree, rule.date), _first(tree, rule.place)
    for selector in rule.body:
        text = "\n\n".join(block for node in _outermost(tree, selector) if (block := render(node)))
        if text:
            shown = "\n".join(words for node in (day, place) if (words := _words(node)))
            return _Read(text, _words(title), shown, iso_day(said(day)) if day else None)
    return None


def _first(tree: LexborHTMLParser, selectors: tuple[str, ...]) -> LexborNode | None:
    found = (node for selector in selectors for node in tree.css(selector))
    return next((node for node in found if _words(node)), None)


def _words(node: LexborNode | None) -> str | None:
    return " ".join(node.text(separator=" ").split()) or None if node else None


def _outermost(tree: LexborHTMLParser, selector: str) -> Iterator[LexborNode]:
    """Yield the elements a selector finds, without those inside another of them."""
    found = tree.css(selector)
    inside = {inner.mem_id for node in found for inner in node.css(selector) if inner.mem_id != node.mem_id}
    return (node for node in found if node.mem_id not in inside)


def _unknown(html: str, url: str | None) -> _Read | None:
    """Read a page of unknown layout; None when no text is found in it."""
    from regesta.reading.unknown import extract  # noqa: PLC0415  a tenth of a second, for HTML alone

    found = extract(html, url)
    if found is None or not found.text:
        return None
    whole = _whole(html)
    if len(whole.text) <= _FEW:
        return whole._replace(title=found.title, published=found.published)
    shown = _date_above(whole.text, found.text)
    return _Read(found.text, found.title, shown, iso_day(shown) if shown else None, found.published)


def _date_above(whole: str, text: str) -> str | None:
    """Return the date line that stands last before the main text on the whole page."""
    longest = max((line for line in text.split("\n")[:_NEAR]), key=len, default="")
    above = whole[: max(0, whole.find(longest[:60]))]
    for row in reversed(lines(above)[-_NEAR:]):
        line = dateline(row.of(above))
        if line and line.span == (0, row.end - row.start):
            return row.of(above)
    return None


def _whole(html: str) -> _Read:
    """Read all of a page but menus and footers; those too when nothing else is there."""
    tree = LexborHTMLParser(html)
    if tree.body is None:
        return _Read("")
    everything = render(tree.body)
    for node in tree.css("nav, footer, aside"):
        node.decompose()
    return _Read(render(tree.body) or everything)


def _headed(read: _Read, title: str | None) -> str:
    """Put title and date line before the text unless they stand near its beginning."""
    near = " ".join(read.text[:_HEAD].split())
    missing = [words for words in (title, read.date_line) if words and " ".join(words.split()) not in near]
    return "\n\n".join([*missing, read.text]).strip()


def _source(given: Source, own: Facts, rule: SourceRule | None, read: _Read, text: str) -> Source:
    """Complete what is given by what the page says."""
    day, basis = given.published, given.published_basis
    if not day:
        line = None if read.published or own.published else dateline(text)
        day = read.published or own.published or (line.date if line else None)
        day, basis = (day, "stated") if day else (read.guess, "inferred" if read.guess else None)
    return replace(
        given,
        url=given.url or own.url,
        publisher=given.publisher or (rule.publisher if rule else own.site),
        country=given.country or (rule.country if rule else None),
        published=day,
        published_basis=basis,
        language=given.language or own.language,
        title=given.title or read.title or own.title,
    )
