"""Undertakings and requests whose window is over."""

from __future__ import annotations

import pytest

from regesta.checks.ground import Ground
from regesta.checks.window_closed import check
from regesta.model.finding import Place
from regesta.model.judgement import Ref
from regesta.model.links import Dated, Followed, Links, Step
from regesta.model.span import Span

PLACE = Place("d1", Span(0, 9), "a promise")
OPEN = Step("2031-05-04", "open", ())
OVER = Step("2031-06-01", "no_evidence", ())
DONE = Step("2031-06-10", "done", (PLACE,))


def ground(as_of: str | None, *steps: Step, kind: str = "commitment") -> Ground:
    one = Followed(Ref("d1", kind, "c-1"), PLACE, Dated("2031-05", "stated"), steps)
    links = Links(commitments=(one,)) if kind == "commitment" else Links(requests=(one,))
    return Ground((), links, as_of, (), {}, {}, {}, {}, {})


@pytest.mark.parametrize(("kind", "word"), [("commitment", "undertaking"), ("request", "request")])
def test_a_window_without_evidence_is_found_once_it_is_over(kind: str, word: str) -> None:
    (one,) = check(ground("2031-06-01", OPEN, OVER, kind=kind))
    assert (one.code, one.level, one.places) == ("window-closed", "open", (PLACE,))
    assert one.message == (
        f"The window of the {word}, May 2031, is over; in the documents up to 1 June 2031 no words"
        " were found on what came of it."
    )


@pytest.mark.parametrize(
    ("as_of", "steps"),
    [
        ("2031-05-31", (OPEN, OVER)),
        ("2031-06-10", (OPEN, OVER, DONE)),
        (None, (OPEN, OVER)),
        ("2031-07-01", (OPEN,)),
    ],
)
def test_an_open_window_or_evidence_passes(as_of: str | None, steps: tuple[Step, ...]) -> None:
    assert check(ground(as_of, *steps)) == []


def test_what_was_found_later_was_not_known_before() -> None:
    assert len(check(ground("2031-06-05", OPEN, OVER, DONE))) == 1
