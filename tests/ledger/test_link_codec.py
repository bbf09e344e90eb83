"""Values across documents come out of a row equal to what went in."""

from __future__ import annotations

from dataclasses import dataclass, make_dataclass

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from regesta.ledger.link_codec import begun, form_of, packed, unpacked
from regesta.model.links import Followed, Joined
from regesta.model.span import Span
from regesta.resolve.mention import Mention
from regesta.resolve.outside import Occasion
from regesta.resolve.people import Standing
from regesta.resolve.promise import Promise, Sign
from regesta.resolve.showings import Showing

spans = st.tuples(st.integers(0, 999), st.integers(0, 999)).map(lambda pair: Span(*sorted(pair)))
st.register_type_strategy(Span, spans)


@pytest.mark.parametrize("kind", [Mention, Occasion, Promise, Sign, Showing, Joined, Followed, Standing])
def test_what_goes_in_comes_out(kind: type) -> None:
    @settings(max_examples=20, deadline=None, suppress_health_check=list(HealthCheck))
    @given(st.from_type(kind))
    def goes_through(value: object) -> None:
        assert unpacked(kind, packed(value)) == value

    goes_through()


@dataclass(frozen=True)
class _Inner:
    days: tuple[str, ...]


@dataclass(frozen=True)
class _Outer:
    inner: _Inner | None
    words: frozenset[str]


def test_the_first_fields_alone_are_read_as_the_class_that_has_them() -> None:
    @dataclass(frozen=True)
    class Whole(_Inner):
        more: frozenset[str]

    assert begun(_Inner, packed(Whole(("2031-05-02",), frozenset({"never read"})))) == _Inner(("2031-05-02",))


def test_the_order_of_a_set_and_the_words_of_a_language_do_not_matter() -> None:
    one = _Outer(_Inner(("1 мая", "2")), frozenset(["é", "b", "a"]))
    assert packed(one) == '[[["1 мая","2"]],["a","b","é"]]'
    assert unpacked(_Outer, packed(one)) == one


def test_the_form_changes_with_a_field_of_a_part() -> None:
    days = ("days", tuple[str, ...])
    part, more = make_dataclass("Part", [days]), make_dataclass("Part", [days, ("hours", int)])
    forms = {form_of(make_dataclass("Whole", [("parts", tuple[one, ...])])) for one in (part, more)}  # type: ignore[valid-type]
    assert len(forms) == 2
    assert form_of(make_dataclass("Whole", [("parts", tuple[part, ...])])) in forms  # type: ignore[valid-type]


def test_a_type_without_a_form_is_refused() -> None:
    with pytest.raises(TypeError, match="no form"):
        unpacked(dict, "{}")
