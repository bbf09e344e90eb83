"""Requests: what is one, who asked whom, for what, by when, and whether again."""

from __future__ import annotations

import pytest

from regesta.model.records import Actor, Request
from tests.records.make import LEAD, read, statements


def asked(text: str, lead: str = LEAD, **source: str | None) -> list[Request]:
    """Return the requests of ``text``, which stands after a ``lead`` that says who met."""
    found = read(f"{lead}\n\n{text}" if lead else text, **source).records.requests
    return [one for one in found if one.span.start >= len(lead)]


def told(text: str, lead: str = LEAD, **source: str | None) -> list[str]:
    """Return each request as "who act of: what"."""
    return [f"{_names(r.who)} {r.act} {_names(r.of)}: {r.what}" for r in asked(text, lead, **source)]


def _names(actors: tuple[Actor, ...]) -> str:
    """Last names, codes of states, and in quotes the words of those who are not resolved; "-" for nobody."""
    return "+".join(_name(actor) for actor in actors) or "-"


def _name(actor: Actor) -> str:
    if actor.basis == "unresolved":
        return f"“{actor.name}”"
    return actor.name.split()[-1] if actor.kind == "person" else str(actor.country)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Minister Daro urged Brevonia to open the Low Pass.", "Daro urge XB: to open the Low Pass"),
        ("Minister Daro urged Brevonia not to close the pass.", "Daro urge XB: not to close the pass"),
        ("Minister Daro called upon Brevonia to lift the ban.", "Daro urge XB: to lift the ban"),
        ("Minister Daro appealed to Brevonia for help.", "Daro urge XB: help"),
        ("Minister Daro asked Minister Stromsen to look into it.", "Daro request Stromsen: to look into it"),
        ("Minister Daro requested the return of the crew.", "Daro request -: the return of the crew"),
        ("Minister Daro requested help from Brevonia.", "Daro request XB: help from Brevonia"),
        ("Minister Daro requested that Brevonia return the boats.",
         "Daro request XB: that Brevonia return the boats"),
        ("Minister Daro asked that the boats be returned.", "Daro request -: that the boats be returned"),
        ("Minister Daro called for an end to the fighting.", "Daro urge -: an end to the fighting"),
        ("Minister Daro proposed holding a fair.", "Daro propose -: holding a fair"),
        ("Minister Daro proposed to Brevonia that experts meet.", "Daro propose XB: that experts meet"),
        ("Minister Daro invited Minister Stromsen to Halden.", "Daro invite Stromsen: to Halden"),
        ("Minister Daro pressed Brevonia for an answer.", "Daro urge XB: an answer"),
        ("Minister Daro asked Brevonia and Corvia to help.", "Daro request XB+XC: to help"),
        ("Minister Daro urged the authorities of Brevonia to help.", "Daro urge XB: to help"),
        ("The ministers called on Corvia to withdraw its troops.",
         "Daro+Stromsen urge XC: to withdraw its troops"),
        ("We call on Brevonia to free the crew.", "XA urge XB: to free the crew"),
        ("Minister Daro spoke of peace, urging Corvia to hold its fire.", "Daro urge XC: to hold its fire"),
        ("Minister Daro said that he had asked Corvia to help.", "Daro request XC: to help"),
        ("Minister Daro urged Minister Stromsen, as host of the talks, to help.",
         "Daro urge Stromsen: to help"),
    ],
)  # fmt: skip
def test_a_request_says_who_asked_whom_for_what(text: str, expected: str) -> None:
    assert told(text) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Minister Daro made a request to Brevonia for medicines.", "Daro request XB: medicines"),
        ("Minister Daro extended an invitation to Minister Stromsen to visit Arvania.",
         "Daro invite Stromsen: to visit Arvania"),
        ("Minister Daro put forward a proposal to hold a fair.", "Daro propose -: to hold a fair"),
        ("A request for assistance was made.", "- request -: assistance"),
        ("A request for assistance was made by Brevonia.", "XB request -: assistance"),
        ("A proposal to hold a fair was put forward by Brevonia.", "XB propose -: to hold a fair"),
        ("It was proposed that experts meet.", "- propose -: that experts meet"),
        ("Minister Stromsen was invited to visit Arvania.", "XA invite Stromsen: to visit Arvania"),
    ],
)  # fmt: skip
def test_nouns_and_passives_ask_too(text: str, expected: str) -> None:
    assert told(text) == [expected]


@pytest.mark.parametrize(
    ("text", "of", "what"),
    [
        ("Minister Daro called on all parties to lay down their arms.", "all parties",
         "to lay down their arms"),
        ("Minister Daro urged both sides to show restraint.", "both sides", "to show restraint"),
        ("Minister Daro urged donors to help.", "donors", "to help"),
        ("Minister Daro appealed to the international community to help.", "the international community",
         "to help"),
        ("Minister Daro called for the parties to the treaty to meet.", "the parties to the treaty",
         "to meet"),
        ("Minister Daro urged both sides as a matter of urgency to meet.", "both sides", "to meet"),
    ],
)  # fmt: skip
def test_third_parties_stand_in_the_words_of_the_text(text: str, of: str, what: str) -> None:
    (one,) = asked(text)
    assert (one.of, one.what) == ((Actor("party", of, None, None, "unresolved"),), what)


@pytest.mark.parametrize(
    "text",
    [
        "Minister Daro urged steps to end the violence.",
        "Minister Daro requested permission to land.",
        "Minister Daro called for a return to talks.",
        "Minister Daro proposed launching a dialogue to develop the coast.",
    ],
)
def test_a_thing_that_takes_an_infinitive_is_nobody(text: str) -> None:
    (one,) = asked(text)
    assert one.of == ()
    assert text.removesuffix(".").endswith(one.what)


def test_him_is_the_other_minister_in_the_room() -> None:
    assert told("Minister Daro invited him to Halden.") == ["Daro invite Stromsen: to Halden"]
    lead = f"{LEAD} Ambassador Ivo Perrin of Corvia also took part in the meeting of the three ministers."
    assert told("Minister Daro invited them to Halden.", lead) == ["Daro invite “them”: to Halden"]


@pytest.mark.parametrize(
    "text",
    [
        "Minister Daro said that Brevonia should open the pass.",
        "Minister Daro asked about the crew.",
        "Minister Daro asked Minister Stromsen about the crew.",
        "Minister Daro asked whether the pier was safe.",
        "Minister Daro warned of the danger.",
        "Minister Daro encouraged progress in the talks.",
        "Minister Daro made a proposal on the border crossing.",
        "Minister Daro will ask Brevonia to free the crew.",
        "The two sides agreed to ask Corvia to withdraw its troops.",
        "Brevonia's request for help was discussed.",
        "Minister Daro visited Halden at the invitation of Minister Stromsen.",
        "Minister Daro advanced the work on the pier.",
    ],
)
def test_what_asks_nobody_for_anything_is_no_request(text: str) -> None:
    assert asked(text) == []


def test_what_is_encouraged_is_asked_for_where_somebody_is_named() -> None:
    assert told("Minister Daro encouraged Brevonia to continue.") == ["Daro urge XB: to continue"]


# -- again, and not -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "text",
    [
        "Minister Daro once again requested the return of the crew.",
        "Once again, Minister Daro appealed for calm.",
        "Minister Daro reiterated his request for the return of the boats.",
        "Minister Daro repeated his call for the release of the crew.",
        "Minister Daro renewed the appeal to Brevonia to free the crew.",
        "Minister Daro repeatedly urged Brevonia to free the crew.",
        "Minister Daro asked for the lists once more.",
        "Minister Daro reinvited Minister Stromsen to Halden.",
    ],
)
def test_the_text_says_that_it_is_asked_again(text: str) -> None:
    assert [one.again for one in asked(text)] == [True]


@pytest.mark.parametrize(
    "text",
    [
        "Minister Daro requested the return of the crew.",
        "Minister Daro, who again visited Halden, urged Brevonia to free the crew.",
        "Minister Daro urged Brevonia to open the pass again before winter.",
        "Minister Daro warned Brevonia against closing the pass.",
    ],
)
def test_what_is_done_again_is_not_asked_again(text: str) -> None:
    assert [one.again for one in asked(text)] == [False]


def test_a_request_that_was_not_made_says_so() -> None:
    (one,) = asked("Minister Daro did not ask for help.")
    assert one.negated
    assert one.what == "help"


# -- windows and lists ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "due", "words"),
    [
        ("Minister Daro invited Minister Stromsen to visit Arvania in autumn.", "2031-23", "in autumn"),
        ("Minister Daro asked for the lists by the end of June.", "2031-06-30", "by the end of June"),
        ("Minister Daro asked for the lists adopted in March.", None, None),
    ],
)
def test_a_request_is_due_when_its_words_say(text: str, due: str | None, words: str | None) -> None:
    (one,) = asked(text)
    assert (one.due, one.due_as_written) == (due, words)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Minister Daro urged Brevonia to open the Low Pass and to release the crew.",
         ["to open the Low Pass", "release the crew"]),
        ("Minister Daro urged Brevonia to open the Low Pass and release the crew.",
         ["to open the Low Pass", "release the crew"]),
        ("Minister Daro urged Brevonia to open the pass and the harbour.",
         ["to open the pass and the harbour"]),
        ("Minister Daro requested the release of the crew and the return of the boats.",
         ["the release of the crew and the return of the boats"]),
    ],
)  # fmt: skip
def test_each_target_is_a_request_of_its_own(text: str, expected: list[str]) -> None:
    found = asked(text)
    assert [one.what for one in found] == expected
    assert len({one.statement_id for one in found}) == 1


def test_a_list_of_what_is_asked_for_is_a_request_for_each_bullet() -> None:
    text = (
        "Minister Daro again urged Brevonia to do the following:\n- Open the pass by June 30\n- Free the crew"
    )
    assert told(text) == ["Daro urge XB: Open the pass by June 30", "Daro urge XB: Free the crew"]
    assert [(one.due, one.again, one.rule) for one in asked(text)] == [
        ("2031-06-30", True, "ask.list"), (None, True, "ask.list"),
    ]  # fmt: skip


def test_a_list_of_questions_is_none() -> None:
    assert asked("Minister Daro asked about the following:\n- The pass\n- The crew") == []


def test_a_request_in_an_announcement_is_one_where_it_has_been_made() -> None:
    lead = "Foreign Minister Wen Daro of Arvania will visit Brevonia on May 9."
    title = "Foreign Minister Daro to visit Brevonia"
    assert told("Arvania calls on Brevonia to free the crew.", lead, title=title) == [
        "XA urge XB: to free the crew"
    ]
    assert told("Minister Daro will urge Brevonia to free the crew.", lead, title=title) == []


# -- what it rests on -----------------------------------------------------------------------------


def test_a_request_rests_on_its_statement_and_quotes_its_own_words() -> None:
    text = "Minister Daro urged Brevonia to open the Low Pass."
    whole, (one,) = f"{LEAD}\n\n{text}", asked(text)
    (said,) = statements(text)
    assert (one.statement_id, one.topics) == (said.id, said.topics)
    assert one.span.of(whole) == text
    assert one.what_span.of(whole) == one.what == "to open the Low Pass"
    assert one.rule == "ask.urge"


def test_who_is_not_known_makes_a_request_less_sure() -> None:
    known, nobody, third = (
        asked(text)[0].confidence
        for text in (
            "Minister Daro requested the return of the crew.",
            "It was proposed that experts meet.",
            "Minister Daro called on all parties to meet.",
        )
    )
    assert nobody < 0.5 < third < known


def test_words_over_several_lines_stand_on_one() -> None:
    (one,) = asked("Minister Daro of Arvania requested the immediate and unconditional return\nof the crew.")
    assert one.what == "the immediate and unconditional return of the crew"


def test_the_content_of_a_statement_holds_words() -> None:
    (said,) = statements("A request for assistance was made.")
    assert said.content is None


def test_what_is_asked_for_stands_in_its_request_in_any_words() -> None:
    found = asked("• ot will counterproposal is o been delivered", "")
    assert [one.span.contains(one.what_span) for one in found] == [True]
