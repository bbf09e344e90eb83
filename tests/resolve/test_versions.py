"""An earlier text of an address beside a later one."""

from __future__ import annotations

import re
from hashlib import sha256
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from regesta.model.document import Document
from regesta.model.links import Dossier
from regesta.model.records import Account, Records, Term
from regesta.model.span import Span
from regesta.model.versions import Change, Edit
from regesta.resolve.versions import compare

FIRST = "The ministers met. They agreed to open the ferry in June. Snow fell."


def paper(name: str, text: str, **records: Any) -> Dossier:
    """A text whose sentences end with a full stop."""
    spans = [Span(*match.span()) for match in re.finditer(r"[^\s.][^.]*\.", text)]
    known = Records(accounts=tuple(Account(span, "record") for span in spans), **records)
    document = Document(
        None, sha256(text.encode()).hexdigest(), None, None, None, None, None, None, "readout", "hand",
        "en", None, None, None, None,
    )  # fmt: skip
    return Dossier(name, document, known, text)


def term(text: str, words: str, id_: str) -> Term:
    start = text.index(words)
    return Term(id_, Span(start, start + len(words)), words, "thing", None)


def edit(new: str, old: str = FIRST) -> Edit:
    return compare(paper("old", old), paper("new", new))


def told(change: Change) -> tuple[str, list[str], list[str]]:
    return change.kind, [run.quote for run in change.went], [run.quote for run in change.came]


def test_the_words_that_differ_are_shown() -> None:
    found = edit("The ministers met. They agreed to open the ferry in autumn. Snow fell.")
    (change,) = found.changes
    assert told(change) == ("changed", ["June."], ["autumn."])
    assert (found.same, change.old and change.old.document, change.new and change.new.document) == (
        2, "old", "new",
    )  # fmt: skip


def test_a_sentence_may_be_gone_or_new() -> None:
    (gone,) = edit("The ministers met. Snow fell.").changes
    assert (gone.kind, gone.new, gone.old and gone.old.quote) == (
        "gone", None, "They agreed to open the ferry in June.",
    )  # fmt: skip
    (new,) = edit(f"{FIRST} The lamps were lit.").changes
    assert (new.kind, new.old, new.new and new.new.quote) == ("new", None, "The lamps were lit.")


def test_a_sentence_that_shares_little_is_another_one() -> None:
    found = edit("The ministers met. Lamps were lit along the quay. Snow fell.")
    assert [change.kind for change in found.changes] == ["gone", "new"] or [
        change.kind for change in found.changes
    ] == ["new", "gone"]


def test_a_sentence_elsewhere_with_the_same_words_is_moved() -> None:
    (moved,) = edit("The ministers met. Snow fell. They agreed to open the ferry in June.").changes
    assert told(moved) == ("moved", [], [])


def test_white_space_is_of_no_account() -> None:
    found = edit("The ministers\nmet.  They agreed to open the ferry in June.\n\nSnow fell.")
    assert (found.changes, found.same) == ((), 3)


def test_words_between_the_sentences_that_were_counted_are_compared_too() -> None:
    old, new = paper("old", FIRST), paper("new", FIRST)
    bare = [Dossier(one.id, one.document, Records(), f"{one.text}\n— {one.id} edition") for one in (old, new)]
    (change,) = compare(*bare).changes
    assert told(change) == ("changed", ["old"], ["new"])


def test_records_of_the_earlier_words_are_named_with_their_heirs() -> None:
    new = "The ministers met. They agreed to open the pier and the ferry in autumn. Snow fell."
    old = paper("old", FIRST, terms=(term(FIRST, "the ferry", "t-1"), term(FIRST, "Snow", "t-2")))
    now = paper("new", new, terms=(term(new, "the pier", "t-3"), term(new, "the ferry", "t-4")))
    (change,) = compare(old, now).changes
    assert [(hold.ref.id, hold.heir and hold.heir.id) for hold in change.stood] == [("t-1", "t-4")]
    assert [hold.ref.id for hold in change.stands] == ["t-3", "t-4"]
    assert [hold.ref.id for hold in change.fresh] == ["t-3"]


SENTENCES = st.lists(
    st.sampled_from(["A lamp.", "A bright lamp.", "Snow fell.", "Rain.", "They met."]), max_size=8
)


@given(SENTENCES, SENTENCES)
def test_every_sentence_is_the_same_or_in_one_change(olds: list[str], news: list[str]) -> None:
    old, new = paper("old", " ".join(olds)), paper("new", " ".join(news))
    found = compare(old, new)
    was = [change.old for change in found.changes if change.old]
    is_ = [change.new for change in found.changes if change.new]
    assert len(set(was)) == len(was) == len(olds) - found.same
    assert len(set(is_)) == len(is_) == len(news) - found.same
    for change in found.changes:
        for place, text in ((change.old, old.text), (change.new, new.text)):
            assert place is None or place.span.of(text) == place.quote
        assert all(run.quote == run.span.of(old.text) for run in change.went)


@given(SENTENCES)
def test_a_text_beside_itself_has_no_change(olds: list[str]) -> None:
    text = " ".join(olds)
    assert compare(paper("old", text), paper("new", text)).changes == ()
