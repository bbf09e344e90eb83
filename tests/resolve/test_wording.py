"""Words that came and went between two tellings."""

from __future__ import annotations

from collections.abc import Iterable

from hypothesis import given
from hypothesis import strategies as st

from regesta.model.drift import Phrase, Said
from regesta.resolve.wording import compare
from regesta.resolve.words import sentences

from .make import said


def words(phrases: Iterable[Phrase]) -> list[str]:
    return [phrase.place.quote for phrase in phrases]


def test_a_word_put_in_place_of_another() -> None:
    change, wording = compare(
        [said("the early return of the three remaining sailors of the Petrel.")],
        [said("the early return of the last sailor of the Petrel.")],
    )
    assert change == "changed"
    assert (words(wording.went), words(wording.came)) == (["three remaining"], ["last"])
    (turn,) = wording.turns
    assert (turn.went.place.quote, turn.came.place.quote) == ("three remaining", "last")
    assert wording.kept == 0.727


def test_phrases_keep_the_small_words_between_and_none_at_the_ends() -> None:
    _, wording = compare(
        [said("the ferry")], [said("the ferry and the lighthouse on the rock, with care for all")]
    )
    assert words(wording.came) == ["lighthouse on the rock, with care for all"]
    assert wording.went == ()


def test_forms_of_a_word_are_one_word() -> None:
    change, wording = compare(
        [said("that the ports be opened")], [said("that Arvania’s port was opening"), said("Arvania")]
    )
    assert (change, words(wording.came), words(wording.went)) == ("changed", ["Arvania"], [])


def test_the_same_words_are_unchanged_and_in_another_order_rearranged() -> None:
    one = "XA’s position that the shoals must be open to both fleets"
    assert (
        compare([said(one)], [said("Its position, that the shoals XA must be open to fleets")])[0]
        == "rearranged"
    )
    assert compare([said(one)], [said(one.replace("both ", "the "))])[0] == "unchanged"


def test_what_weighs_a_sentence_is_a_word() -> None:
    _, wording = compare([said("the boats may leave")], [said("the boats must not leave")])
    assert (words(wording.went), words(wording.came)) == (["may"], ["must not"])


def test_what_is_denied_is_not_what_was_said() -> None:
    change, wording = compare([said("the port open")], [said("the port open", negated=True)])
    assert (change, wording.kept) == ("changed", 0.0)
    assert [phrase.negated for phrase in (*wording.went, *wording.came)] == [False, True]


def test_a_new_minister_is_no_new_wording() -> None:
    before = said("Minister Tarn to return the boat", names=("Bo Tarn", "Foreign Minister"))
    after = said("Minister Reth to return the boat", names=("Pavo Reth", "Foreign Minister"))
    assert compare([before], [after])[0] == "unchanged"


WORDS = st.sampled_from(["ferry", "ferries", "the", "port", "must", "not", "of", "open", "rock", "three"])
TELLINGS = st.lists(st.lists(WORDS, min_size=1, max_size=7).map(" ".join), min_size=1, max_size=4).map(
    lambda told: [said(words, day=f"d{index}") for index, words in enumerate(told)]
)


def roots(told: Iterable[Said]) -> set[str]:
    return {root for sentence in sentences(told) for root in sentence.roots}


@given(TELLINGS, TELLINGS)
def test_what_comes_one_way_goes_the_other(before: list[Said], after: list[Said]) -> None:
    change, there = compare(before, after)
    back_change, back = compare(after, before)
    assert (change, there.kept) == (back_change, back.kept)
    assert set(words(there.came)) == set(words(back.went))
    assert set(words(there.went)) == set(words(back.came))


@given(TELLINGS, TELLINGS)
def test_no_word_both_comes_and_goes(before: list[Said], after: list[Said]) -> None:
    change, wording = compare(before, after)
    came, went = ({one.place.quote for one in side} for side in (wording.came, wording.went))
    assert roots([said(one) for one in came]) == roots(after) - roots(before)
    assert roots([said(one) for one in went]) == roots(before) - roots(after)
    assert (change == "changed") == bool(came or went)
    for phrase in (*wording.came, *wording.went):
        assert phrase.place.quote == phrase.place.quote.strip()


@given(TELLINGS, TELLINGS, st.randoms())
def test_the_order_of_sentences_does_not_matter(
    before: list[Said], after: list[Said], chance: object
) -> None:
    shuffled = [sorted(told, key=lambda _: chance.random()) for told in (before, after)]  # type: ignore[attr-defined]
    assert compare(shuffled[0], shuffled[1]) == compare(before, after)


@given(TELLINGS)
def test_a_telling_beside_itself_is_unchanged(told: list[Said]) -> None:
    change, wording = compare(told, told)
    assert (change, wording.kept, wording.came, wording.went, wording.turns) == ("unchanged", 1.0, (), (), ())
