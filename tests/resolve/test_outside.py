"""An event that one text names only as the occasion of a meeting, and another text tells of."""

from __future__ import annotations

from regesta.model.finding import Place
from regesta.model.judgement import Ref
from regesta.model.span import Span
from regesta.resolve.mention import Mention
from regesta.resolve.outside import Occasion, settle
from tests.resolve.mentions import mention

HOST = mention("call", "2031-05-04")
WORDS = frozenset({"launch", "harbour", "tunnel"})
SAID = Occasion(
    Ref("call", "occasion", "m-0"),
    Place("call", Span(40, 70), "the launch of the harbour tunnel"),
    WORDS,
    HOST.ref,
)


def told(document: str = "launch", day: str = "2031-05-05", around: frozenset[str] = WORDS) -> Mention:
    return mention(document, day, around=around)


def spoken_of(*others: Mention) -> list[str]:
    """The documents of the meetings of which the occasion is said to speak."""
    return [ref.document for ref in settle([SAID], [[HOST], *([other] for other in others)])]


def test_an_occasion_speaks_of_the_meeting_with_its_words_in_the_same_days() -> None:
    assert spoken_of(told()) == ["launch"]


def test_words_days_and_another_text_are_needed() -> None:
    assert spoken_of(told(around=frozenset({"launch", "harbour"}))) == []
    assert spoken_of(told(day="2031-05-20")) == []
    assert spoken_of(told(document="call")) == []


def test_of_two_that_fit_as_well_none_is_taken_and_the_better_is() -> None:
    assert spoken_of(told(), told("other")) == []
    more = Occasion(SAID.ref, SAID.place, WORDS | {"ribbon"}, SAID.host)
    better = told("better", around=more.stems)
    assert [ref.document for ref in settle([more], [[HOST], [told()], [better]])] == ["better"]
