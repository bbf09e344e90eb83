"""The index of words holds the words of the ledger's sentences, whatever was added, read again or judged."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from regesta.ledger import Ledger
from regesta.ledger.connect import writing
from regesta.ledger.judging import correct, undo
from regesta.ledger.search import DAY, day_number
from regesta.ledger.search_rows import sentences_of
from regesta.ledger.search_tables import TOKENIZER
from regesta.model.judgement import Ref
from regesta.model.reading import Reading
from regesta.model.records import Account, Records
from regesta.model.span import Span
from tests.ledger.readings import TEXT, at, full_reading, reading, records

SENTENCES = (
    "SELECT s.id, substr(c.text, s.span_start + 1, s.span_end - s.span_start), s.facets"
    " FROM sentences s JOIN contents c ON c.document_id = s.document_id ORDER BY s.id"
)
IN_ACCOUNTS = (
    "SELECT document_id, span_start, span_end, fate FROM {} ORDER BY document_id, span_start, span_end, fate"
)
SUPERSEDED = "SELECT id FROM search_facets WHERE facet = 'version' AND value = 'superseded'"
VOCABULARY = "SELECT term, doc, col, offset FROM {} ORDER BY 1, 2, 3, 4"
quietly = settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])

words = st.sampled_from(["Rain", "fell", "in", "Vasterhåme", "on", "café", "minister", "of", "1,5", "Йорн"])
lines = st.lists(words, min_size=1, max_size=5).map(" ".join)


@st.composite
def papers(draw: st.DrawFn) -> Reading:
    """A text of a few lines, each a sentence but for those that the reader left out."""
    text = "\n".join(draw(st.lists(lines, min_size=1, max_size=4)))
    accounts, start = [], 0
    for line in text.split("\n"):
        if draw(st.integers(0, 4)):
            accounts.append(
                Account(Span(start, start + len(line)), draw(st.sampled_from(["record", "unread"])))
            )
        start += len(line) + 1
    address = draw(st.sampled_from([None, "https://mfa.example/1", "https://mfa.example/2"]))
    return reading(
        text,
        Records(accounts=tuple(accounts)),
        rules=draw(st.sampled_from(["r1", "r2"])),
        url=address,
        published=draw(st.sampled_from([None, "2021-03-04", "1999"])),
        publisher=draw(st.sampled_from([None, "Ministry of Foreign Affairs of Arlund"])),
    )


def indexed(path: Path) -> list[tuple[Any, ...]]:
    """Every word of the index: the term, its sentence, its column and its place there."""
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE VIRTUAL TABLE temp.v USING fts5vocab(main, sentence_words, 'instance')")
        return connection.execute(VOCABULARY.format("temp.v")).fetchall()


def expected(path: Path) -> list[tuple[Any, ...]]:
    """What an index would hold that was made of the sentences as they stand now."""
    with closing(sqlite3.connect(":memory:")) as fresh, closing(sqlite3.connect(path)) as connection:
        fresh.execute(f"CREATE VIRTUAL TABLE w USING fts5(words, facets, content='', tokenize='{TOKENIZER}')")
        fresh.executemany(
            "INSERT INTO w (rowid, words, facets) VALUES (?, ?, ?)", connection.execute(SENTENCES)
        )
        fresh.execute("CREATE VIRTUAL TABLE v USING fts5vocab(w, 'instance')")
        return fresh.execute(VOCABULARY.format("v")).fetchall()


def check(path: Path) -> None:
    """Hold the index against the sentences, these against the accounts, and the marks of older versions."""
    assert indexed(path) == expected(path)
    with closing(sqlite3.connect(path)) as connection:
        held, filed = (
            connection.execute(IN_ACCOUNTS.format(name)).fetchall() for name in ("accounts", "sentences")
        )
        assert filed == held
        number = connection.execute(SUPERSEDED).fetchone()
        followed = {row[0] for row in connection.execute("SELECT previous_id FROM documents")}
        for document, facets in connection.execute("SELECT document_id, facets FROM sentences"):
            marked = number is not None and str(number[0]) in facets.split()
            assert marked == (document in followed)


@quietly
@given(st.lists(papers(), min_size=1, max_size=8))
def test_the_index_is_that_of_the_texts_after_any_additions(batch: list[Reading]) -> None:
    with TemporaryDirectory() as folder:
        path = Path(folder, "regesta.db")
        with Ledger.open(path, create=True) as ledger:
            for paper in batch:
                ledger.add(paper, now="t")
        check(path)


def test_a_sentence_is_found_by_what_stands_in_it(ledger: Ledger) -> None:
    ledger.add(full_reading(), now="t")
    found = {
        TEXT[one.span.start : one.span.end]: {f"{facet}:{value}" for facet, value, _ in one.facets}
        for one in sentences_of(full_reading().document, records())
    }
    assert found["Minister Tarn urged Brevia to open the Low Pass."] == {
        "act:urge", "fate:record", "kind:readout", "party:XA", "party:XB", "person:odile tarn",
        "publisher:Ministry of Foreign Affairs of Arlund", "topic:trade",
    }  # fmt: skip
    assert found["Rain fell all day."] >= {"party:XA", "party:XB", "fate:repeated"}
    assert {one.day for one in sentences_of(full_reading().document, records())} == {"2021-03-03"}


def test_a_text_without_sentences_is_not_in_the_index(ledger: Ledger) -> None:
    ledger.add(reading("Nothing here."), now="t")
    assert indexed(ledger.path) == []


def test_a_sentence_that_ends_another_way_after_another_reading_is_indexed_anew(ledger: Ledger) -> None:
    ledger.add(full_reading(), now="t")
    cut = Account(at(TEXT, "Rain fell"), "record")
    ledger.add(reading(TEXT, replace(records(), accounts=(cut,)), rules="r2"), now="t")
    check(ledger.path)
    assert sum(term == "rain" for term, *_ in indexed(ledger.path)) == 1


def test_a_correction_and_its_taking_back_are_followed(ledger: Ledger) -> None:
    document = ledger.add(full_reading(), now="t").document_id
    before = indexed(ledger.path)
    with writing(ledger.engine, ledger.path) as connection:
        meeting = Ref(document, "meeting", "m-1")
        number = correct(connection, meeting, "when", "2021-03-02", "A. Reader", "t")
    check(ledger.path)
    assert {day for (day,) in days(ledger.path)} == {day_number("2021-03-02")}
    with writing(ledger.engine, ledger.path) as connection:
        undo(connection, number, "A. Reader", "t")
    check(ledger.path)
    assert indexed(ledger.path) == before


def days(path: Path) -> list[tuple[Any, ...]]:
    """The numbers of the days under which sentences are filed."""
    with closing(sqlite3.connect(path)) as connection:
        return connection.execute(f"SELECT DISTINCT id / {DAY} FROM sentences").fetchall()


def test_an_older_ledger_is_filled_when_it_is_opened(tmp_path: Path) -> None:
    path = tmp_path / "regesta.db"
    with closing(sqlite3.connect(path)) as connection:
        connection.executescript(Path(__file__).with_name("schema_4.sql").read_text("utf-8"))
    Ledger.open(path).close()
    check(path)
    assert any(term == "islets" for term, *_ in indexed(path))
