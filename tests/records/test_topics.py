"""What a statement is about, from its own words, its headings and its neighbours."""

from __future__ import annotations

from regesta.mentions.tokens import tokens
from regesta.model.span import Span
from regesta.records.topics import Topics
from regesta.rules.packs import Pack
from regesta.rules.topics import TopicRule

FERRY = TopicRule(
    id="ferry_line",
    label="The ferry line",
    cues=("ferry line", "joint ferry"),
    within=("transport",),
    over=("economy",),
    match=("The ferry line opens.",),
    never=("A fairy tale.",),
)
PACK = Pack(id="isles", name="Ostria and Belmark", parties=("XA", "XB"), topics=(FERRY,))
BOTH = frozenset({"XA", "XB"})


def of(
    words: str, *headings: str, part: str | None = None, before: str = "", parties: frozenset[str] = BOTH
) -> tuple[str, ...]:
    text = f"{before} {words}"
    sentence = Span(len(before) + 1, len(text))
    start = text.index(part) if part else sentence.start
    span = Span(start, start + len(part)) if part else sentence
    earlier = [Span(0, len(before))] if before else []
    return Topics(text, (PACK,), parties, [tokens(text, Span(0, len(text)))]).of(
        span, headings, sentence, earlier
    )


def test_own_words_win_over_the_heading() -> None:
    assert of("She raised the fishing quotas.", "3. Culture") == ("fisheries",)


def test_without_own_words_the_nearest_definite_heading_counts() -> None:
    assert of("He urged more flexibility.", "1. Economy", "(2) Fisheries", "(i) First round") == (
        "fisheries",
    )


def test_weak_words_yield_to_a_definite_heading_and_win_over_a_broad_one() -> None:
    assert of("They agreed to hold consultations.", "2. Energy") == ("energy",)
    assert of("They agreed to hold consultations.", "2. International situation") == ("political_dialogue",)


def test_a_fronted_phrase_says_what_the_whole_sentence_is_about() -> None:
    words = "With regard to fisheries, the ministers welcomed new jobs and spoke of tourism."
    assert of(words) == ("fisheries",)
    assert of(words, part="spoke of tourism") == ("fisheries",)


def test_a_later_clause_takes_the_topic_of_the_sentence_before_it() -> None:
    words = "The Minister described the state of the railways, and Ms. Oru showed understanding."
    assert of(words, part="Ms. Oru showed understanding") == ("transport",)


def test_a_sentence_that_carries_on_takes_the_topic_of_the_one_before() -> None:
    assert of("He urged the other side to act.", before="They discussed the situation in Syria.") == (
        "syria",
    )


def test_a_narrower_topic_replaces_the_broader_of_the_same_words() -> None:
    assert of("The joint ferry will help the economy.") == ("ferry_line",)


def test_a_narrower_topic_stands_beside_the_broader_heading() -> None:
    assert of("The joint ferry was praised.", "4. Transport") == ("transport", "ferry_line")


def test_under_a_state_the_statement_is_about_that_state() -> None:
    assert of("She called for humanitarian access.", "3. Syria") == ("syria",)


def test_a_party_to_the_talks_is_no_topic_of_them() -> None:
    assert of("Iran sent two envoys.") == ("iran",)
    assert of("Iran sent two envoys.", parties=frozenset({"IR", "XA"})) == ()


def test_a_pack_is_used_for_its_parties_only() -> None:
    assert of("The joint ferry was praised.", parties=frozenset({"XA"})) == ("transport",)


def test_words_in_brackets_do_not_make_a_heading_definite() -> None:
    assert of("They will build solid ties.", "1. Bilateral relations (including fisheries)") == (
        "political_dialogue",
    )


def test_nothing_said_is_no_topic() -> None:
    assert of("He smiled.") == ()


def test_an_office_is_no_topic() -> None:
    assert of("The Minister of Energy and Transport, Mr. Oru, smiled at the Trade Minister.") == ()
    assert of("The Minister of Energy spoke of fishing.") == ("fisheries",)
    assert of("The Minister of State (MOS) for Law and Health smiled.") == ()
    assert of("The Minister of State for Law and Health Ola Oru spoke of fishing.") == ("fisheries",)
    assert of("The Representative of Ostria in the Northern Court of Human Rights smiled.") == ()
    assert of("She spoke of the Northern Court of Human Rights.") == ("human_rights",)


def test_a_wish_of_good_health_and_mediation_in_trade_are_no_health_and_no_peace() -> None:
    assert of("She wished him good health.") == ()
    assert of("She spoke of good health and of hospitals.") == ("health",)
    assert of("She spoke of commercial mediation.") == ("legal_cooperation",)
    assert of("She offered her mediation between the armies.") == ("peacekeeping",)
