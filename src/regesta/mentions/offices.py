"""Offices among tokens: "Deputy Minister of Justice of XA", "the XB Foreign Minister", "the President"."""

from __future__ import annotations

from dataclasses import dataclass, replace

from regesta.mentions.line import Line
from regesta.mentions.names import honorifics, name_at
from regesta.mentions.office_words import office_level
from regesta.mentions.openings import HONORIFIC, OFFICE
from regesta.mentions.tokens import Token, is_capital
from regesta.model.value import value

_LONGEST = 14
_WIDEST = 40  # tokens before the head, states among them
_CALLED_ON = 4
_JOINED = 6  # offices of one person
_LISTED = 8
_DASHES = ("–", "—", "-")
_POSSESSIVES = ("’s", "'s", "’")


@value
class Office:
    """An office as written: tokens ``[start, end)``, where its words begin after the state, and the state."""

    start: int
    end: int
    core: int
    head: int
    state: str | None
    plural: bool
    definite: bool
    capital: bool


@dataclass(slots=True)
class _Front:
    """What stands before the head of an office, read up to token ``at``."""

    at: int
    core: int
    definite: bool
    state: str | None = None
    stated: bool = False
    modifiers: int = 0


def office_at(line: Line, i: int, *, apposed: bool = False, joined: int = 1) -> Office | None:
    """Return the office that begins at token ``i``, with its portfolio and state, or None.

    ``apposed`` says that the office follows a name: then "and" may lead to a second office.
    ``joined`` counts the offices that are read as one with this one; there are few.
    """
    toks, lex, states = line.toks, line.lex, line.states
    definite = i < len(toks) and toks[i].low == "the"
    if not _begins(line, i + definite, OFFICE):
        return None
    front = _Front(i + definite, i + definite, definite)
    last = min(len(toks), i + _WIDEST)
    while front.at < last and front.modifiers < _LONGEST:
        word = toks[front.at]
        if word.start in states:
            _take_state(line, front)
            continue
        head = lex.head_at(toks, front.at, states) if word.low in lex.heads else None
        if head is not None and (head.plural or _opens_office(line, front)):
            end = front.at + head.length
            capital = any(t.text[0].isupper() for t in toks[i + definite : end])
            office = Office(i, end, front.core, front.at, front.state, head.plural, definite, capital)
            return _with_portfolio(line, office, apposed, joined)
        if not _may_go_on(line, word, inside=front.modifiers > 0):
            return None
        front.at, front.modifiers = front.at + 1, front.modifiers + 1
    return None


def opens_after_article(line: Line, i: int) -> bool:
    """Say whether an office or an honorific may begin with the word at ``i``, before which "the" stands."""
    return _begins(line, i, OFFICE | HONORIFIC)


def _begins(line: Line, i: int, kinds: int) -> bool:
    """Say whether one of ``kinds`` may begin with the word at ``i``; a state's name may begin an office."""
    if i >= len(line.toks):
        return False
    word = line.toks[i]
    return line.lex.openings[word.text] & kinds != 0 or word.start in line.states


def _take_state(line: Line, front: _Front) -> None:
    """Step over the state before the head: "Norland’s", "Republic of Norland (RN)"."""
    named = line.state(front.at)
    if named is None:
        return
    if front.state is None:
        front.state = named[1]
    j = named[0] + (line.low(named[0]) in _POSSESSIVES)
    front.at = line.past_acronym(j) if line.mark(j + 1).isupper() else j
    front.core, front.stated = front.at, True


def _opens_office(line: Line, front: _Front) -> bool:
    """A head in small letters is an office only after an article, a state or a modifier."""
    return is_capital(line.toks[front.at]) or front.definite or front.stated or front.modifiers > 0


def _may_go_on(line: Line, word: Token, *, inside: bool) -> bool:
    """Say whether a word may stand before the head of an office, other modifiers before it (``inside``)."""
    lex = line.lex
    if word.low in lex.modifiers:
        return True
    return (is_capital(word) or (inside and word.low in lex.links_after)) and lex.may_precede(word)


@dataclass(slots=True)
class _Tail:
    """What follows the head of an office: read up to token ``at``, of which ``end`` belongs to it."""

    at: int
    end: int
    state: str | None
    linked: str | None = None


def _with_portfolio(line: Line, office: Office, apposed: bool, joined: int) -> Office:
    """Extend an office by "of Foreign Affairs", "of the Republic of XA", "/Minister …", "and Minister …"."""
    office = _past_short(line, office)
    if not _may_follow(line, office):
        return office
    tail = _Tail(office.end, office.end, office.state)
    while tail.at < len(line.toks):
        named = line.state(tail.at)
        if named is not None:
            if tail.linked in (None, "and"):
                break
            _take_own_state(line, tail, named)
            continue
        more = _second_office(line, tail.at, joined + 1) if joined < _JOINED else None
        if more is not None:
            if line.mark(tail.at) == "/" or _one_holder(line, office, tail.state, more, apposed):
                return replace(office, end=more.end, state=tail.state or more.state)
            break
        if not _step(line, office, tail):
            break
    if (tail.end, tail.state) == (office.end, office.state):
        return office
    return replace(office, end=tail.end, state=tail.state)


def _past_short(line: Line, office: Office) -> Office:
    """Read "Minister of State (MS) for Law": an acronym before the portfolio is part of the office."""
    end = line.past_acronym(office.end)
    return replace(office, end=end) if line.low(end) in line.lex.links_after and end > office.end else office


def _may_follow(line: Line, office: Office) -> bool:
    """Say whether the word after an office may be part of it; most are not."""
    if office.end >= len(line.toks):
        return False
    low = line.toks[office.end].low
    return low in line.lex.links_after or low in ("and", "/")


def _take_own_state(line: Line, tail: _Tail, named: tuple[int, str | None]) -> None:
    if tail.state is None and tail.linked == "of":
        tail.state = named[1]
    tail.at = tail.end = line.past_acronym(named[0])
    tail.linked = None


def _second_office(line: Line, j: int, joined: int) -> Office | None:
    """The office after "/" or, with a capital and no article of its own, after "and"."""
    if line.mark(j) == "/":
        return office_at(line, j + 1, joined=joined)
    more = office_at(line, j + 1, joined=joined) if line.low(j) == "and" else None
    return more if more is not None and more.capital and not more.definite else None


def _one_holder(line: Line, office: Office, state: str | None, more: Office, apposed: bool) -> bool:
    """Say whether two offices joined by "and" are one person's: a name follows, or stood before."""
    named = not office.definite and name_at(line, honorifics(line, more.end)[0]) is not None
    return (named or apposed) and (more.state is None or state in (None, more.state))


def _step(line: Line, office: Office, tail: _Tail) -> bool:
    """Go on by a small word, a word of the portfolio, or the comma of a list; False where it ends."""
    word, lex = line.toks[tail.at], line.lex
    if (word.low == "the" and tail.linked == "and") or (word.low == "on" and _heads_soon(line, tail.at + 1)):
        return False
    if word.low in lex.links_after:
        tail.linked = tail.linked if word.low == "the" else word.low
        tail.at += 1
        return True
    if (tail.linked or tail.at > office.end) and is_capital(word) and lex.is_portfolio(word):
        tail.at = tail.end = tail.at + 1
        tail.linked = "part"
        return True
    if word.low in _POSSESSIVES and tail.linked == "part" and _part_follows(line, tail.at + 1):
        tail.at = tail.end = tail.at + 2
        return True
    serves = tail.linked == "to" and not office.plural
    hit = lex.head_at(line.toks, tail.at) if serves else None
    if hit is not None and is_capital(word):
        tail.at = tail.end = tail.at + hit.length
        tail.linked = "part"
        return True
    goes_on = word.text == "," and tail.linked == "part" and _list_goes_on(line, tail.at)
    tail.at += goes_on
    return goes_on


def _heads_soon(line: Line, start: int) -> bool:
    """Recognise "the call of the XB Minister on Trade Secretary X": another office follows, no portfolio."""
    for at in range(start, min(start + _CALLED_ON, len(line.toks))):
        if not is_capital(line.toks[at]):
            return False
        if line.lex.head_at(line.toks, at) is not None:
            return True
    return False


def _part_follows(line: Line, j: int) -> bool:
    """Recognise what follows in "the People’s Congress": a capital word of a portfolio or a body."""
    return j < len(line.toks) and is_capital(line.toks[j]) and line.lex.is_portfolio(line.toks[j])


def _list_goes_on(line: Line, j: int) -> bool:
    """Say whether a comma inside a portfolio leads to one more portfolio and an "and"."""
    ahead = line.toks[j + 1 : j + 6]
    if not ahead or not is_capital(ahead[0]) or not line.lex.is_portfolio(ahead[0]):
        return False
    return any(t.low == "and" for t in ahead)


def past_dashes(line: Line, end: int) -> int:
    """Read "Special Advisor – Harbour Bank", "Manager – Norland & Sudland": what dashes add to an office.

    Returns the token after it: before a comma or an "and" after which another person is named.
    """
    at = end
    while line.mark(at) in _DASHES and line.toks[at].start > line.toks[at - 1].end:
        after = _run(line, at + 1)
        if after == at + 1 or line.low(after) in _POSSESSIVES:
            break
        at = end = after
    return end


def _run(line: Line, start: int) -> int:
    """Return where a run of capitals ends; "and" or a comma goes on only to words that lead to a dash."""
    at = start
    while at < len(line.toks):
        joint = line.mark(at) == "," or line.low(at) in ("and", "of")
        ahead = _to_dash(line, at + 1) if joint and line.low(at) != "of" else joint
        if not (ahead or line.mark(at) == "&" or is_capital(line.toks[at])):
            break
        at += 1
    return at if at == start or is_capital(line.toks[at - 1]) else at - 1


def _to_dash(line: Line, start: int) -> bool:
    """Say whether nothing but a few capitals and their joints stand between ``start`` and a dash."""
    for at in range(start, min(start + _LISTED, len(line.toks))):
        if line.mark(at) in _DASHES:
            return True
        if not (is_capital(line.toks[at]) or line.low(at) in ("and", "&", "of", "the")):
            return False
    return False


def office_words(line: Line, office: Office) -> str:
    """Return the words of an office without its article."""
    return line.words(office.start + office.definite, office.end)


def level_at(line: Line, office: Office, state: str | None) -> str | None:
    """Return the level of an office: from all its words, else from its head and what follows."""
    if _of_organisation(line, office):
        return "other"
    for first in (office.core, office.head):
        level = office_level(line.words(first, office.end), state)
        if level is not None:
            return level
    hit = line.lex.head_at(line.toks, office.head)
    return hit.level if hit is not None else None


def _of_organisation(line: Line, office: Office) -> bool:
    """Read "Senior Vice President of NIDA": an acronym that names no state makes it a body's own office."""
    for i in range(office.head + 1, min(office.end + 2, len(line.toks) - 1)):
        if line.low(i) == "of":
            at = i + 1 + (line.low(i + 1) == "the")
            name = line.mark(at)
            acronym = len(name) > 2 and name.isalpha() and name.isupper()
            return acronym and line.toks[at].start not in line.states
    return False
