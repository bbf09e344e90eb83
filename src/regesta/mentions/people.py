"""People in a stretch of text: names with titles, offices with or without a name.

The recogniser works on tokens and the words of ``data/offices.yml``. It is told where states are
named (``state_at``), because "XA Foreign Minister" and "President of the Republic of XB" hold a
state inside the office; it does not decide who anybody is.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from regesta.mentions.line import Line, StateAt
from regesta.mentions.names import beside_state, honorifics, name_at, of_state
from regesta.mentions.office_words import office_lexicon
from regesta.mentions.offices import (
    Office,
    level_at,
    office_at,
    office_words,
    opens_after_article,
    past_dashes,
)
from regesta.mentions.openings import ARTICLE, HONORIFIC, PERSON
from regesta.mentions.tokens import Token
from regesta.model.span import Span
from regesta.model.value import value
from regesta.rules.names import name_rules

Name = tuple[int, int]
_SECOND = ("I", "II", "III")


@value
class PersonMention:
    """A person as written at tokens ``[start, end)``; name, office or both are known."""

    start: int
    end: int
    span: Span
    name: str | None
    name_span: Span | None
    office: str | None
    level: str | None
    state: str | None
    honorific: bool = False
    definite: bool = False
    titled: bool = False
    plural: bool = False


def find_people(text: str, toks: Sequence[Token], state_at: StateAt) -> list[PersonMention]:
    """Return the mentions of people among ``toks`` in order, without overlap.

    A run of capitalised words without a title is returned with ``titled`` False: whether it is a
    person is for the caller to decide, who sees the whole document.
    """
    line = Line(text, toks, state_at, office_lexicon())
    openings = line.lex.openings
    found: list[PersonMention] = []
    end = 0
    for i, word in enumerate(toks):
        if i < end:
            continue
        may = openings[word.text]
        if not may & PERSON and word.start not in state_at:
            continue
        if may & ARTICLE and word.start not in state_at and not opens_after_article(line, i + 1):
            continue
        people, past = _person_at(line, i, may)
        if people:
            found += people
            end = people[-1].end
        else:
            end = max(past, _past_state(line, i))
    return found


def _past_state(line: Line, i: int) -> int:
    """Where a state or organisation is named at ``i``, the token after its name: no person begins in it."""
    named = line.state(i)
    return i if named is None else named[0]


def _person_at(line: Line, i: int, may: int) -> tuple[list[PersonMention], int]:
    """The mentions that begin at ``i``; where there are none, the token before which there is none.

    A mention begins with a capital, an article, a state, or the first word of an office: ``may`` says with
    which.
    """
    j, honorific = honorifics(line, i) if may & (ARTICLE | HONORIFIC) else (i, False)
    first = j if honorific else i
    people = _office_then_name(line, first, i)
    if people:
        return ([replace(m, honorific=True) for m in people] if honorific else people), first
    name = name_at(line, first)
    return ([_named(line, i, name, honorific=honorific)] if name is not None else []), first


def _office_then_name(line: Line, i: int, start: int) -> list[PersonMention]:
    """Read the office at ``i`` with the names after it; the mention begins at ``start``."""
    office = office_at(line, i)
    if office is None:
        return []
    name = _name_after_comma(line, office)
    if name is not None:
        return [_office_named(line, start, office, name, office.state)]
    office = _counted(line, office)
    after, honorific = honorifics(line, line.past_acronym(office.end))
    name = name_at(line, after)
    if name is None and office.capital:
        second = office_at(line, after)
        name = name_at(line, second.end) if second is not None and second.capital else None
    if name is None or not (office.capital or honorific):
        return [_office_alone(line, start, office)]
    if office.plural:
        return _shared_office(line, start, office, name)
    return [_office_named(line, start, office, name, office.state)]


def _counted(line: Line, office: Office) -> Office:
    """Read "Foreign Minister II Amara Sule": the second of two with one office."""
    return replace(office, end=office.end + 1) if line.mark(office.end) in _SECOND else office


def _name_after_comma(line: Line, office: Office) -> Name | None:
    """Read "the Foreign Minister of XA, Amara Sule,": a name that ends where the apposition does.

    An acronym may stand between: "the Secretary of the Harbour Council (HC), Ms. Amara Sule,".
    """
    end = line.past_acronym(office.end)
    if line.mark(end) != "," or not (office.capital or office.state):
        return None
    after, honorific = honorifics(line, end + 1)
    name = name_at(line, after)
    if name is None:
        return None
    closed = name[1] >= len(line.toks) or line.mark(name[1]) in ",.;)(" or line.low(name[1]) == "and"
    sure = honorific or office.state or (office.definite and name[1] - name[0] > 1)
    return name if closed and sure else None


def _shared_office(line: Line, start: int, office: Office, name: Name) -> list[PersonMention]:
    """Read "Presidents X of XA, Y of XB and Z": one office for each of the names."""
    people = [_office_named(line, start, office, name, None)]
    j = people[-1].end
    while line.low(j) in (",", "and"):
        k = j + 1 + (line.mark(j) == "," and line.low(j + 1) == "and")
        following = name_at(line, honorifics(line, k)[0])
        if following is None:
            break
        people.append(_office_named(line, k, office, following, None))
        j = people[-1].end
    return people


def _office_named(line: Line, start: int, office: Office, name: Name, state: str | None) -> PersonMention:
    """An office and the name of who holds it, perhaps with "of XA" after it.

    A member of parliament may be a minister too: "Senator X, Minister for Foreign Affairs".
    """
    end, words = name[1], office_words(line, office)
    tail = of_state(line, end)
    if tail is not None:
        end, state = tail[0], state or tail[1]
        words = f"{words} of {line.words(name[1] + 1, end)}" if office.state is None else words
    level, second = level_at(line, office, state), _apposed(line, end)
    if level == "legislator" and second is not None:
        end, state, words = second.end, state or second.state, office_words(line, second)
        level = level_at(line, second, state)
    return PersonMention(
        start=start,
        end=end,
        span=line.span(start, end),
        name=line.words(*name),
        name_span=line.span(*name),
        office=words,
        level=level,
        state=state,
        titled=True,
    )


def _office_alone(line: Line, start: int, office: Office) -> PersonMention:
    return PersonMention(
        start=start,
        end=office.end,
        span=line.span(start, office.end),
        name=None,
        name_span=None,
        office=office_words(line, office),
        level=level_at(line, office, office.state),
        state=office.state,
        definite=office.definite,
        titled=True,
        plural=office.plural,
    )


def _named(line: Line, start: int, name: Name, *, honorific: bool) -> PersonMention:
    """A name first, then perhaps ", Minister for Foreign Affairs" or "of XA"."""
    end, state = name[1], None
    tail = (of_state(line, end) if honorific else None) or beside_state(line, end, honorific=honorific)
    if tail is not None:
        end, state = tail
    office = None if _is_goal(line, start, name) else _apposed(line, end)
    if office is not None:
        end, state = office.end, state or office.state
        named = None if state is not None else _state_after(line, end)
        end, state = named or (end, state)
    return PersonMention(
        start=start,
        end=end,
        span=line.span(start, end),
        name=line.words(*name),
        name_span=line.span(*name),
        office=office_words(line, office) if office is not None else None,
        level=level_at(line, office, state) if office is not None else None,
        state=state,
        honorific=honorific,
        titled=honorific or office is not None,
    )


def _state_after(line: Line, j: int) -> tuple[int, str | None] | None:
    """Read "Amara Sule, Minister of Trade, XA;" in a list: the token after the state, and the state."""
    named = line.state(j + 1) if line.mark(j) == "," and j + 1 < len(line.toks) else None
    return named if named is not None and line.mark(named[0]) in (";", ")") else None


def _is_goal(line: Line, start: int, name: Name) -> bool:
    """Say whether a name is rather a place or a topic, and the office after it somebody else's.

    "On his visit to Halden, the President …"; "On Port Sele, the Prime Minister and …".
    """
    rules = name_rules()
    if start == 1 and line.low(0) in rules.topics_after:
        return True
    return start > 0 and name[1] - name[0] == 1 and line.low(start - 1) in rules.places_after


def _heads_next(line: Line, office: Office) -> bool:
    """Read "in Halden, the Ambassador of XB, Oto Lind, was": an office with an article, of the name after it.

    Not where that name has an office of its own: then persons are listed.
    """
    if not office.definite or (name := _name_after_comma(line, office)) is None:
        return False
    return line.mark(name[1]) != "," or office_at(line, name[1] + 1) is None


def _apposed(line: Line, j: int) -> Office | None:
    """The office after a name and a comma, unless it is that of another name behind it."""
    if line.mark(j) != "," or j + 1 >= len(line.toks):
        return None
    office = office_at(line, j + 1, apposed=True)
    if office is None or not office.capital or office.plural or _heads_next(line, office):
        return None
    if name_at(line, honorifics(line, office.end)[0]) is not None:
        return None
    end = past_dashes(line, office.end)
    return office if end == office.end else replace(office, end=end)
