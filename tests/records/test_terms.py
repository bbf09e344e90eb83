"""Names in use for a thing."""

from __future__ import annotations

from regesta.mentions.tokens import tokens
from regesta.model.records import Term
from regesta.model.span import Span
from regesta.records.terms import find_terms
from regesta.rules.packs import Concept, Label, Pack

ISLES = Concept(
    id="isles",
    labels=(
        Label(label="Gull Rocks", side="XA"),
        Label(label="Outer Gull Rocks", side="XA"),
        Label(label="Karran Banks", side="XB"),
        Label(label="GRK"),
    ),
)
PACK = Pack(id="isles", name="x", parties=("XA", "XB"), concepts=(ISLES,))
OPEN = Pack(id="open", name="x", concepts=(Concept(id="other", labels=(Label(label="gull rocks"),)),))
BOTH = frozenset({"XA", "XB"})


def terms(text: str, parties: frozenset[str] = BOTH, packs: tuple[Pack, ...] = (PACK,)) -> tuple[Term, ...]:
    return find_terms(text, [tokens(text, Span(0, len(text)))], packs, parties, "0" * 64)


def test_each_use_is_a_term_with_its_own_words() -> None:
    text = "Visits to the Gull Rocks, which Belmark calls the Karran Banks; the gull rocks."
    found = terms(text)
    assert [term.span.of(text) for term in found] == ["Gull Rocks", "Karran Banks", "gull rocks"]
    assert [(term.concept, term.side) for term in found] == [
        ("isles", "XA"),
        ("isles", "XB"),
        ("isles", "XA"),
    ]


def test_a_name_inside_a_longer_one_is_not_counted() -> None:
    assert [term.label for term in terms("the Outer Gull Rocks")] == ["Outer Gull Rocks"]


def test_capitals_are_matched_as_written() -> None:
    assert [term.label for term in terms("the GRK and a grk")] == ["GRK"]


def test_a_pack_of_other_parties_finds_nothing() -> None:
    assert terms("the Gull Rocks", frozenset({"XA"})) == ()


def test_the_pack_of_the_parties_comes_before_one_for_everybody() -> None:
    assert [term.concept for term in terms("the Gull Rocks", packs=(OPEN, PACK))] == ["isles"]


def test_only_the_given_spans_are_searched_and_no_use_counts_twice() -> None:
    text = "Gull Rocks and Gull Rocks"
    parts = [tokens(text, span) for span in (Span(11, 25), Span(15, 25))]
    found = find_terms(text, parts, (PACK,), BOTH, "0" * 64)
    assert [term.span for term in found] == [Span(15, 25)]


def test_ids_depend_on_document_place_and_label() -> None:
    text = "Gull Rocks, Gull Rocks"
    first, second = terms(text)
    assert first.id != second.id
    assert (first, second) == terms(text)
    other = find_terms(text, [tokens(text, Span(0, len(text)))], (PACK,), BOTH, "1" * 64)
    assert len({first.id, second.id, *(term.id for term in other)}) == 4


def test_a_name_inside_a_silent_longer_one_is_not_meant() -> None:
    quiet = PACK.model_copy(update={"id": "quiet", "silent": ("Gull Rocks Lighthouse Company",)})
    assert terms("the Gull Rocks Lighthouse Company", packs=(quiet,)) == ()
    assert [term.label for term in terms("the Gull Rocks lighthouse", packs=(quiet,))] == ["Gull Rocks"]
