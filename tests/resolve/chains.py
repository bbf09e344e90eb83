"""Chains of a few short documents of the two sides XA Arvania and XB Brevonia, and what holds across them."""

from __future__ import annotations

from regesta.model.judgement import Rulings
from regesta.model.links import Dossier, Followed, Joined, Links
from regesta.resolve.memory import MemoryShelf
from regesta.resolve.resolve import resolve
from regesta.resolve.update import update
from tests.records.meeting.readouts import read


def paper(id_: str, side: str, published: str | None, text: str) -> Dossier:
    """``text`` as ``side`` published it, read by the reader."""
    reading = read(text, published=published, country=side)
    return Dossier(id_, reading.document, reading.records, text)


def one_by_one(papers: list[Dossier]) -> MemoryShelf:
    """Return the shelf after the documents came one after the other, in this order."""
    there: dict[str, Dossier] = {}
    shelf = MemoryShelf(there)
    for one in papers:
        there[one.id] = one
        update(shelf, [one.id], Rulings())
    return shelf


def meeting(links: Links, words: str) -> Joined:
    """Return the one meeting that some document names with ``words`` among its words."""
    (found,) = [m for m in links.meetings if any(words in place.quote for place in m.places)]
    return found


def documents(links: Links, words: str) -> set[str]:
    """Return the documents whose mentions are joined in the meeting that ``words`` name."""
    return {ref.document for ref in meeting(links, words).members}


def promise(links: Links, words: str) -> Followed:
    """Return the one commitment that is made with ``words``."""
    (found,) = [c for c in links.commitments if words in c.place.quote]
    return found


def status(followed: Followed, day: str) -> str:
    """Return the status on a day."""
    return max((s for s in followed.history if s.start <= day), key=lambda s: s.start).status


def links_of(*papers: Dossier) -> Links:
    """Return what holds across ``papers``, having seen that neither order nor one at a time changes it."""
    links = resolve(papers)
    assert resolve(list(reversed(papers))) == links
    for order in (list(papers), list(reversed(papers))):
        shelf = one_by_one(order)
        assert {m.id: m.members for m in shelf.meetings.values()} == {m.id: m.members for m in links.meetings}
        assert {m.id: m.within for m in shelf.meetings.values()} == {m.id: m.within for m in links.meetings}
        told = {one.ref: one.history for one in (*links.commitments, *links.requests)}
        assert {ref: one.history for ref, one in shelf.histories.items()} == told
    return links
