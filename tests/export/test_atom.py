"""A feed holds what the ledger learnt; the schema of RFC 4287 and a reader of feeds take it."""

from __future__ import annotations

from pathlib import Path

import feedparser
import pytest
from lxml import etree
from sqlalchemy import insert

from regesta.export.atom import ATOM, REGESTA, lines
from regesta.export.forms import Source
from regesta.export.xml_text import element
from regesta.ledger import Ledger
from regesta.ledger.fetch_tables import FetchedTable
from regesta.model.finding import RegestaError
from regesta.query import CommitmentRow, Filters, RequestRow, commitments, readings, requests
from regesta.query.learning import About, learnt, learnt_page
from tests.export.told import EDITED, NOW, told

AT = {"atom": ATOM, "regesta": REGESTA, "xhtml": "http://www.w3.org/1999/xhtml"}
SCHEMA = etree.RelaxNG(etree.parse(Path(__file__).with_name("atom.rng")))
LATER = "2031-09-09T08:00:00+00:00"


def feed(ledger: Ledger, **filters: str) -> str:
    return "\n".join(lines(Source(ledger, NOW, Filters(**filters))))


def titles(text: str) -> list[str]:
    return [entry.title for entry in feedparser.parse(text).entries]


def ids(text: str) -> dict[str, str]:
    return {entry.title: entry.id for entry in feedparser.parse(text).entries}


@pytest.fixture
def ledger(tmp_path: Path) -> Ledger:
    return told(tmp_path / "l.db")


def test_a_feed_tells_what_was_learnt_the_newest_first(ledger: Ledger) -> None:
    found = feedparser.parse(feed(ledger))
    assert not found.bozo
    told_ = [(entry.updated[:10], entry.tags[0].term) for entry in found.entries]
    assert told_ == sorted(told_, key=lambda one: one[0], reverse=True)
    assert {kind for day, kind in told_ if day == "2031-08-04"} == {
        "document",
        "planned",
        "not_held",
        "status",
    }
    assert [title for title in titles(feed(ledger)) if title.startswith("Done")] == [
        "Done: XB undertakes, due 31 July 2031: “to resume the ferry service by the end of July 2031”"
    ]
    assert found.feed.updated == found.entries[0].updated == "2031-09-03T08:00:00+00:00"


def test_the_schema_of_atom_takes_it_and_no_two_entries_are_one(ledger: Ledger) -> None:
    tree = etree.fromstring(feed(ledger).encode())
    SCHEMA.assertValid(tree)
    names = tree.xpath("//atom:entry/atom:id/text()", namespaces=AT)
    assert len(names) == len(set(names)) > 5
    assert tree.xpath("atom:author or not(atom:entry[not(atom:author)])", namespaces=AT)
    assert not tree.xpath(
        "//atom:entry[not(atom:content) and not(atom:link[@rel='alternate'])]", namespaces=AT
    )
    assert not SCHEMA.validate(etree.fromstring(f'<feed xmlns="{ATOM}"><id>a</id><title/></feed>'))


def test_each_entry_carries_its_words_where_they_stand_and_the_hash_of_their_text(ledger: Ledger) -> None:
    texts = {row.id: (row.sha256, row.text) for row, _ in readings(ledger)}
    tree = etree.fromstring(feed(ledger).encode())
    assert all(entry.find("regesta:cited", AT) is not None for entry in tree.findall("atom:entry", AT))
    quoted = tree.xpath("//regesta:cited[@start]", namespaces=AT)
    assert len(quoted) > 5
    for one in quoted:
        sha256, text = texts[one.get("document")]
        assert one.get("sha256") == sha256
        assert one.text == text[int(one.get("start")) : int(one.get("end"))]


def test_an_entry_keeps_its_id_and_its_time_when_its_page_is_published_again(
    ledger: Ledger, tmp_path: Path
) -> None:
    before = ids(feed(ledger))
    after = feed(told(tmp_path / "again.db", (LATER, EDITED)))
    kept = {title: id_ for title, id_ in before.items() if "window of the undertaking" not in title}
    assert kept.items() <= ids(after).items()
    [changed] = [entry for entry in feedparser.parse(after).entries if entry.title.startswith("Changed")]
    assert (changed.updated, "version 2" in changed.title) == (LATER, True)


def test_a_narrowed_feed_has_what_was_learnt_from_the_documents_that_fit(ledger: Ledger) -> None:
    found = titles(feed(ledger, publisher="Brevonia"))
    assert any("planned" in title for title in found)
    assert not any(
        title.startswith("New") and "Ministry of Foreign Affairs of Arvania" in title for title in found
    )
    assert titles(feed(ledger, party="XC")) == []
    with pytest.raises(RegestaError, match="There is no act"):
        feed(ledger, act="sing")


def test_pages_of_a_feed_together_are_the_feed(ledger: Ledger) -> None:
    whole = [one.moment for one in learnt(ledger)]
    found, after, more = [], None, True
    while more:
        page, more = learnt_page(ledger, About(), after, 3)
        found += [one.moment for one in page]
        after = found[-1]
    assert found == whole == sorted(whole, reverse=True)


def test_every_step_of_every_history_is_told_once(ledger: Ledger) -> None:
    rows: list[CommitmentRow | RequestRow] = [*commitments(ledger), *requests(ledger)]
    steps = [(row.id, step.start, step.status) for row in rows if row.came for step in row.came.steps[1:]]
    told_ = [
        (one.record.id, one.step.start, one.step.status) for one in learnt(ledger) if one.record and one.step
    ]
    assert sorted(steps) == sorted(told_) != []


def test_a_page_that_is_gone_is_told_of_with_its_text(ledger: Ledger) -> None:
    with ledger.engine.begin() as connection:
        at = "2031-09-08T08:00:00+00:00"
        page = {"url": "https://mfa.brevonia.example/talks", "source": "s", "gone_at": at}
        connection.execute(insert(FetchedTable).values(**page, first_at=at, checked_at=at))
    first = feedparser.parse(feed(ledger)).entries[0]
    assert (first.title.split(":")[0], first.updated) == ("Gone from its address", at)
    assert "the text is kept" in first.content[0].value


def test_an_empty_ledger_gives_an_empty_feed(tmp_path: Path) -> None:
    text = feed(Ledger.open(tmp_path / "none.db", create=True))
    SCHEMA.assertValid(etree.fromstring(text.encode()))
    assert feedparser.parse(text).entries == []
    assert feedparser.parse(text).feed.updated == NOW


def test_what_xml_cannot_hold_does_not_break_a_feed() -> None:
    made = element("a", "x\x00<\r\n\ud800&", b='\x01"<')
    assert etree.fromstring(made).text == "x\ufffd<\r\n\ufffd&"
    assert etree.fromstring(made).get("b") == '\ufffd"<'
