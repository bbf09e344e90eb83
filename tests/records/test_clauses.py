"""Which verb stands in which clause: a few words before it decide."""

from __future__ import annotations

import pytest

from regesta.records.clause import Clause
from regesta.records.clauses import clauses
from tests.records.make import sentence


def found(text: str) -> list[str]:
    """Each clause as "verb role tense", with what else is known of it."""
    return [_line(clause) for clause in clauses(sentence(text))]


def of(text: str, verb: str) -> Clause:
    """The clause of one verb."""
    return next(clause for clause in clauses(sentence(text)) if clause.verb.lemma == verb)


def subject(text: str, verb: str) -> list[str]:
    """The words of the subject of one verb."""
    return [ref.span.of(text) for ref in of(text, verb).subject]


def _line(clause: Clause) -> str:
    passive = " passive" if clause.passive else ""
    return f"{clause.verb.lemma} {clause.role} {clause.tense}{passive}"


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("Minister Daro welcomed the pier.", "welcome main past"),
        ("Minister Daro will welcome the pier.", "welcome main future"),
        ("Minister Daro is to visit Halden.", "visit main future"),
        ("Minister Daro is expected to visit Halden.", "visit main future"),
        ("Minister Daro wanted to visit Halden.", "visit infinitive present"),
        ("The pier was welcomed by Brevonia.", "welcome main past passive"),
        ("The pier will be welcomed by Brevonia.", "welcome main future passive"),
        ("Minister Daro did welcome the pier.", "welcome main past"),
        ("They are convinced that it is safe.", "be convinced main present"),
        ("They were convinced that it is safe.", "be convinced main past"),
    ],
)
def test_the_words_before_a_verb_give_its_tense(text: str, line: str) -> None:
    assert line in found(text)


@pytest.mark.parametrize(
    "text",
    [
        "Minister Daro did not welcome the pier.",
        "Neither side welcomed the pier.",
    ],
)
def test_a_denial_is_seen_before_verb_and_subject(text: str) -> None:
    assert of(text, "welcome").negated


def test_adverbs_between_subject_and_verb_are_stepped_over() -> None:
    assert subject("Minister Daro once again warmly welcomed the pier.", "welcome") == ["Minister Daro"]


def test_what_stands_in_brackets_reports_nothing() -> None:
    assert found("The ministers (as they had agreed) welcomed the pier.") == ["welcome main past"]
    assert subject("Minister Daro (right) welcomed the pier.", "welcome") == ["Minister Daro"]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Brevonia, Corvia and Arvania welcomed the pier.", ["Brevonia", "Corvia", "Arvania"]),
        ("Both Arvania and Brevonia welcomed the pier.", ["Arvania", "Brevonia"]),
        (
            "Minister Daro, Minister Stromsen, and Corvia welcomed the pier.",
            ["Minister Daro", "Minister Stromsen", "Corvia"],
        ),
    ],
)
def test_names_joined_by_and_are_one_subject(text: str, names: list[str]) -> None:
    assert subject(text, "welcome") == names


def test_a_name_after_a_preposition_is_nobodys_subject() -> None:
    assert of("The shops of Corvia and Brevonia welcomed the pier.", "welcome").thing == "shops"
    assert of("Ports such as Halden in Brevonia welcomed the pier.", "welcome").subject == []


@pytest.mark.parametrize(
    "text",
    [
        "Minister Daro, who leads the talks, welcomed the pier.",
        "Minister Daro, in response, welcomed the pier.",
        "Minister Daro, along with the pilot, welcomed the pier.",
        "Minister Daro, speaking in Halden, welcomed the pier.",
    ],
)
def test_a_phrase_between_commas_does_not_hide_the_subject(text: str) -> None:
    assert subject(text, "welcome") == ["Minister Daro"]


def test_a_state_between_commas_says_only_where_a_place_is() -> None:
    assert subject("A town in Port Sele, Arvania, which is old, welcomed the pier.", "welcome") == []


def test_a_person_at_the_head_of_a_longer_phrase_is_the_subject() -> None:
    text = "The two ministers of the neighbouring islands welcomed the pier."
    assert subject(text, "welcome") == ["The two ministers"]


def test_verbs_side_by_side_share_a_subject() -> None:
    text = "Minister Daro welcomed the pier, thanked Brevonia and stressed patience."
    assert [clause.shares for clause in clauses(sentence(text))] == [None, 0, 0]


def test_a_bare_verb_after_a_plan_is_planned_too() -> None:
    assert found("Minister Daro will visit Halden and meet fishermen.") == [
        "visit main future",
        "meet main future",
    ]


def test_verbs_of_different_tense_share_nothing() -> None:
    assert found("Minister Daro welcomed the pier and visits Halden.") == ["welcome main past"]


def test_a_border_is_shared_with_nobodys_subject() -> None:
    """After another verb, "share" alone may be a noun."""
    assert found("Minister Daro praised the plan and shared bread.") == ["praise main past"]


def test_passives_share_a_thing() -> None:
    text = "The pier was praised and was welcomed."
    assert [clause.thing for clause in clauses(sentence(text))] == ["pier", "pier"]


@pytest.mark.parametrize(
    "text",
    [
        "She said that Brevonia welcomed the pier.",
        "She said Brevonia welcomed the pier.",
        "She explained how Brevonia welcomed the pier.",
        "She was pleased, as Brevonia welcomed the pier that had as many friends as Brevonia welcomed.",
    ],
)
def test_a_clause_inside_another_is_embedded_or_as(text: str) -> None:
    assert of(text, "welcome").role in ("embedded", "as")


def test_while_opens_a_clause_of_its_own() -> None:
    text = "While Arvania welcomed the pier, Brevonia rejected it."
    assert found(text) == ["welcome main past", "reject main past"]


@pytest.mark.parametrize(
    "text",
    [
        "The pier is long, Minister Daro said.",
        "The pier is long, Minister Daro said in Halden.",
        "The pier is long, Minister Daro said, adding nothing.",
    ],
)
def test_the_speaker_may_follow_the_words(text: str) -> None:
    assert of(text, "say").role == "postposed"


def test_as_she_said_is_told_from_as_a_friend() -> None:
    assert of("As Minister Daro said, the pier is long.", "say").role == "as"
    assert of("The pier is long, as Minister Daro said.", "say").role == "as"


@pytest.mark.parametrize(
    "text",
    [
        "Minister Daro, welcoming the pier, thanked Brevonia.",
        "After welcoming the pier, Minister Daro thanked Brevonia.",
        "Minister Daro thanked Brevonia, warmly welcoming the pier.",
        "Minister Daro thanked Brevonia, praising Halden and welcoming the pier.",
        "With Brevonia welcoming the pier, Minister Daro thanked Brevonia.",
    ],
)
def test_a_participle_counts_at_the_head_of_its_phrase(text: str) -> None:
    assert of(text, "welcome").role == "participle"


def test_a_participle_after_a_preposition_is_a_noun() -> None:
    assert found("Minister Daro thanked Brevonia for welcoming the pier.") == ["thank main past"]


def test_a_participle_that_hangs_on_a_noun_is_no_verb() -> None:
    assert "address" not in str(found("A letter addressed to Minister Daro was read aloud."))


def test_a_verb_at_the_head_reports_in_a_bullet_only() -> None:
    assert found("- Welcomed the pier") == ["welcome noun past"]
    assert found("Welcomed the pier.") == []


def test_the_subject_of_a_passive_may_be_left_open() -> None:
    assert of("It was agreed that the pier is long.", "agree that").thing == "it"


def test_it_is_kept_apart_from_names() -> None:
    clause = of("It welcomed the pier.", "welcome")
    assert (clause.subject, clause.thing) == ([], "it")


def test_a_relative_clause_reports_nothing_by_itself() -> None:
    assert found("Minister Daro met the pilot who welcomed the pier.")[-1] == "welcome relative past"


def test_an_auxiliary_that_does_not_fit_leaves_no_verb() -> None:
    assert "welcome" not in str(found("Minister Daro has welcome news."))


def test_while_after_a_clause_opens_another_of_the_same_rank() -> None:
    text = "Brevonia thanked Corvia while Arvania welcomed the pier."
    assert found(text) == ["thank main past", "welcome main past"]


def test_as_hangs_a_clause_on_the_one_before() -> None:
    assert found("They rested as discussions were held.") == ["hold embedded past passive"]


def test_both_belongs_to_the_names_after_it() -> None:
    text = "Corvia and both Arvania and Brevonia welcomed the pier."
    assert subject(text, "welcome") == ["Corvia", "Arvania", "Brevonia"]


def test_an_example_is_no_subject() -> None:
    assert "welcome" not in [
        c.verb.lemma for c in clauses(sentence("States such as Brevonia welcomed it.")) if c.subject
    ]


def test_a_plural_after_several_is_no_verb_of_theirs() -> None:
    assert found("The two ministers of the coastal states welcomed the pier.") == ["welcome main past"]


def test_neither_before_a_name_denies() -> None:
    assert of("Neither Minister Daro welcomed it nor did Corvia.", "welcome").negated
