"""People in a stretch of text: names with titles, offices with or without a name.

The recogniser works on tokens and the words of ``data/offices.yml``. It is told where states are
named (``state_at``), because "Japanese Foreign Minister" and "President of the Republic of Korea"
hold a state inside the office; it does not decide who anybody is.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from regesta.mentions.office_words import OfficeLexicon, office_level, office_lexicon
from regesta.mentions.tokens import Token, is_capital
from regesta.model.span import Span

StateAt = Mapping[int, tuple[int, str | None]]
_LINK = frozenset({"of", "for", "to", "on", "in", "and", "the", "at", "with", "&", "from"})
_NOT_NAMES = frozenset(
    ["the", "a", "an", "in", "on", "at", "of", "and", "or", "but", "for", "with", "by", "from", "to", "as", "during", "following", "after", "before", "while", "when", "this", "that", "these", "those", "it", "he", "she", "they", "we", "i", "his", "her", "their", "our", "its", "both", "all", "other", "another", "such", "also", "under", "over", "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec", "photo", "telephone", "readout", "statement", "meeting", "talks", "summit", "conference", "press", "working", "official", "visit", "visits", "call", "calls", "conversation", "conversations", "joint", "agreement", "treaty", "declaration", "memorandum", "announcement", "comment", "meets", "meet", "met", "visits", "pays", "holds", "discusses", "extends", "receives", "hosts", "welcomes", "attends", "commits", "pledges", "reaffirms", "stresses", "highlights", "speaks", "arrives", "congratulates", "says", "discuss", "hold", "pay", "explores", "assures", "strengthens", "signs", "joint", "bilateral", "trilateral", "virtual", "afterwards", "moreover", "however", "meanwhile", "earlier", "later", "today", "yesterday", "separately", "additionally", "finally", "together", "further", "furthermore", "then", "here", "there", "once", "since", "given", "among", "besides", "previously", "recently", "speaking", "thus", "therefore", "each", "every", "many", "most", "some", "several", "no", "not", "only", "if", "because", "although", "though", "despite", "upon", "prior", "between", "according", "concluding", "responding", "replying", "addressing", "noting", "commenting", "asked", "tonight", "hereafter", "nevertheless", "similarly", "likewise", "republic", "federation", "kingdom", "union", "states", "nations", "government", "parliament"]
)


@dataclass(frozen=True, slots=True)
class Office:
    """An office as written: tokens ``[start, end)``, where its words begin after the state, and the state."""

    start: int
    end: int
    core: int
    head: int
    state: str | None
    state_how: str | None
    plural: bool
    definite: bool
    capital: bool


@dataclass(frozen=True, slots=True)
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
    lex, found, i = office_lexicon(), [], 0
    while i < len(toks):
        if not _may_begin(toks[i], state_at, lex):
            i += 1
            continue
        many = _person_at(text, toks, i, state_at, lex)
        if many:
            found.extend(many)
            i = max(many[-1].end, i + 1)
        else:
            i += 1
    return found


def _may_begin(word: Token, state_at: StateAt, lex: OfficeLexicon) -> bool:
    """A mention begins with a capital, an article, a state, or the first word of an office."""
    return (
        is_capital(word)
        or word.low == "the"
        or word.start in state_at
        or word.low in lex.heads
        or word.low in lex.modifiers
        or _joined_particle(word)
    )


def _person_at(
    text: str, toks: Sequence[Token], i: int, state_at: StateAt, lex: OfficeLexicon
) -> list[PersonMention]:
    j, honorific = _honorifics(toks, i, lex, state_at)
    if honorific:
        inner = _office_then_name(text, toks, j, state_at, lex, i)
        if inner:
            return [replace(m, honorific=True) for m in inner]
        name = name_at(toks, j, state_at, lex)
        return [_named(text, toks, i, name, state_at, lex, honorific=True)] if name else []
    inner = _office_then_name(text, toks, i, state_at, lex, i)
    if inner:
        return inner
    name = name_at(toks, i, state_at, lex)
    if name is None:
        return []
    return [_named(text, toks, i, name, state_at, lex, honorific=False)]


def _honorifics(
    toks: Sequence[Token], i: int, lex: OfficeLexicon, state_at: StateAt
) -> tuple[int, bool]:
    """Step over "H.E. Mr." and the like; return the next token and whether any stood there."""
    start = i
    if i < len(toks) and toks[i].low == "the" and i + 1 < len(toks) and toks[i + 1].low in lex.honorifics:
        i += 1
    moved = True
    while moved and i < len(toks):
        moved = False
        for length in (3, 2, 1):
            words = " ".join(t.low for t in toks[i : i + length]).rstrip(".")
            if words in lex.honorifics and is_capital(toks[i]) and toks[i].start not in state_at:
                i += length
                if i < len(toks) and toks[i].text == ".":
                    i += 1
                moved = True
                break
    return i, i > start and toks[i - 1].low != "the"


def _office_then_name(
    text: str, toks: Sequence[Token], i: int, state_at: StateAt, lex: OfficeLexicon, start: int
) -> list[PersonMention]:
    office = office_at(toks, i, state_at, lex)
    if office is None:
        return []
    j = office.end
    state = office.state
    if j < len(toks) and toks[j].text == "," and office.capital:
        after, honorific = _honorifics(toks, j + 1, lex, state_at)
        name = name_at(toks, after, state_at, lex)
        ends = name and (name[1] >= len(toks) or toks[name[1]].text in ",.;)" or toks[name[1]].low == "and")
        if name and ends and (honorific or state or (office.definite and name[1] - name[0] > 1)):
            return [_office_named(text, toks, start, office, name, state, state_at, lex)]
    after, honorific = _honorifics(toks, j, lex, state_at)
    name = name_at(toks, after, state_at, lex)
    if name is None or not (office.capital or honorific):
        return [_office_alone(text, toks, start, office)]
    if not office.plural:
        return [_office_named(text, toks, start, office, name, state, state_at, lex)]
    return _shared_office(text, toks, start, office, name, state_at, lex)


def _shared_office(
    text: str, toks: Sequence[Token], start: int, office: Office, name: tuple[int, int], state_at: StateAt,
    lex: OfficeLexicon,
) -> list[PersonMention]:  # fmt: skip
    """Read "Presidents X of A, Y of B and Z": one office for each of the names."""
    people = [_office_named(text, toks, start, office, name, None, state_at, lex)]
    j = people[-1].end
    while j < len(toks) and toks[j].low in (",", "and"):
        k = j + 1 + (toks[j].text == "," and j + 1 < len(toks) and toks[j + 1].low == "and")
        after, _ = _honorifics(toks, k, lex, state_at)
        following = name_at(toks, after, state_at, lex)
        if following is None:
            break
        people.append(_office_named(text, toks, k, office, following, None, state_at, lex))
        j = people[-1].end
    return people


def office_at(
    toks: Sequence[Token], i: int, state_at: StateAt, lex: OfficeLexicon, *, apposed: bool = False
) -> Office | None:
    """Return the office that begins at token ``i``: "Deputy Minister of Justice of X", "the President"."""
    j, definite = i, False
    if j < len(toks) and toks[j].low == "the":
        j, definite = j + 1, True
    state, how, seen = None, None, 0
    plural, head_start, head_end, modifiers, core = False, -1, -1, [], j
    while j < len(toks) and seen < 14:
        named = _state_at(toks, j, state_at)
        if named:
            if state is None:
                state, how = named[1], "adjective"
            j = named[0]
            if j < len(toks) and toks[j].low in ("’s", "'s", "’"):
                j += 1
            if (
                j + 2 < len(toks)
                and toks[j].text == "("
                and toks[j + 2].text == ")"
                and toks[j + 1].text.isupper()
            ):
                j += 3
            core = j
            continue
        head = lex.head_at(toks, j, state_at)
        if head is not None and (is_capital(toks[j]) or definite or how or modifiers or head.plural):
            plural, head_start, head_end = head.plural, j, j + head.length
            break
        word = toks[j]
        if not (
            lex.may_precede(word)
            and (is_capital(word) or word.low in lex.modifiers or (seen and word.low in _LINK))
        ):
            return None
        modifiers.append(word.low)
        j, seen = j + 1, seen + 1
    if head_end < 0:
        return None
    first = i + definite
    capital = any(is_capital(t) for t in toks[first:head_end])
    office = Office(i, head_end, core, head_start, state, how, plural, definite, capital)
    return _with_portfolio(toks, office, state_at, lex, apposed)


def _with_portfolio(
    toks: Sequence[Token], office: Office, state_at: StateAt, lex: OfficeLexicon, apposed: bool
) -> Office:
    """Extend an office by "of Foreign Affairs", "of the Republic of X", "/Minister …", "and Minister …"."""
    j, end, state, how = office.end, office.end, office.state, office.state_how
    linked = None
    while j < len(toks):
        word = toks[j]
        named = _state_at(toks, j, state_at)
        if named and linked and linked != "and":
            if state is None and linked == "of":
                state, how = named[1], "of"
            j = end = named[0]
            if j + 2 < len(toks) and toks[j].text == "(" and toks[j + 2].text == ")":
                j = end = j + 3
            linked = None
            continue
        if named:
            break
        if word.text == "/" and (more := office_at(toks, j + 1, state_at, lex)):
            return replace(office, end=more.end, state=state or more.state, state_how=how)
        if (
            word.low == "and"
            and (more := office_at(toks, j + 1, state_at, lex))
            and more.capital
            and not more.definite
        ):
            named = office.definite is False and name_at(
                toks, _honorifics(toks, more.end, lex, state_at)[0], state_at, lex
            )
            if (named or apposed) and (more.state is None or state in (None, more.state)):
                return replace(office, end=more.end, state=state or more.state, state_how=how)
            break
        if word.low in _LINK:
            linked = linked if word.low == "the" else word.low
            j += 1
            continue
        if (linked or j > office.end) and is_capital(word) and lex.is_portfolio(word):
            j = end = j + 1
            linked = "part"
            continue
        if (
            word.text == ","
            and linked == "part"
            and j + 1 < len(toks)
            and is_capital(toks[j + 1])
            and _list_goes_on(toks, j, lex)
        ):
            j += 1
            continue
        break
    return replace(office, end=end, state=state, state_how=how)


def _list_goes_on(toks: Sequence[Token], j: int, lex: OfficeLexicon) -> bool:
    """Say whether a comma inside a portfolio leads to one more portfolio and an "and"."""
    ahead = toks[j + 1 : j + 6]
    return bool(ahead) and lex.is_portfolio(ahead[0]) and any(t.low == "and" for t in ahead)


def _state_at(toks: Sequence[Token], j: int, state_at: StateAt) -> tuple[int, str | None] | None:
    """Return the token after the state named at ``j``, and its code."""
    found = state_at.get(toks[j].start)
    if found is None:
        return None
    end, code = found
    k = j
    while k < len(toks) and toks[k].start < end:
        k += 1
    return k, code


def name_at(toks: Sequence[Token], i: int, state_at: StateAt, lex: OfficeLexicon) -> tuple[int, int] | None:
    """Return the token range of the personal name that begins at ``i``, or None."""
    j, words = i, 0
    if _acronym(toks, i):
        return None
    while j < len(toks) and words < 7:
        word = toks[j]
        if word.low in lex.particles and words and _capital_follows(toks, j, lex):
            j += 1
            continue
        if not (is_capital(word) or _joined_particle(word)) or not word.text[0].isalpha():
            break
        if words and word.low.rstrip(".") in lex.suffixes:
            break
        if word.low in _NOT_NAMES or (toks[j].start in state_at and not _is_name_after_all(toks, j, words)):
            break
        if lex.head_at(toks, j) is not None and (words == 0 or word.low in lex.firm_heads):
            break
        if words and lex.is_portfolio(word) and word.low in lex.org_words:
            break
        words += 1
        j += 1
        if (
            len(word.text) <= 2
            and j < len(toks)
            and toks[j].text == "."
            and word.text.isupper()
            and toks[j].start == word.end
        ):
            j += 1
    if words == 0:
        return None
    return i, _suffix(toks, j, lex)


def _joined_particle(word: Token) -> bool:
    """ "el-Sisi", "al-Maliki": a particle and a name in one word."""
    head, _, tail = word.text.partition("-")
    return head in ("al", "el", "ul", "as", "ad", "ar", "an", "az", "at", "ibn", "bin") and tail[:1].isupper()


def _acronym(toks: Sequence[Token], i: int) -> bool:
    """An acronym before a full name ("APNSA Jake Sullivan") is an office, not a family name."""
    if i + 2 >= len(toks) or len(toks[i].text) < 4 or not toks[i].text.isupper():
        return False
    return all(is_capital(t) and not t.text.isupper() and t.text.isalpha() for t in toks[i + 1 : i + 3])


def _is_name_after_all(toks: Sequence[Token], j: int, words: int) -> bool:
    """A state's name directly after an initial or between names belongs to a person ("Michael Jordan")."""
    return words > 0 and toks[j - 1].text == "."


def _capital_follows(toks: Sequence[Token], j: int, lex: OfficeLexicon) -> bool:
    for tok in toks[j + 1 : j + 4]:
        if tok.low in lex.particles:
            continue
        return is_capital(tok)
    return False


def _suffix(toks: Sequence[Token], j: int, lex: OfficeLexicon) -> int:
    """Step over ", Jr.", "II" or ", SC" after a name."""
    k = j + 1 if j < len(toks) and toks[j].text == "," else j
    if k < len(toks) and toks[k].low.rstrip(".") in lex.suffixes and is_capital(toks[k]):
        k += 1
        return k + 1 if k < len(toks) and toks[k].text == "." and toks[k - 1].low in ("jr", "sr") else k
    return j


def _of_state(toks: Sequence[Token], j: int, state_at: StateAt) -> tuple[int, str | None] | None:
    """Read "of Japan", "of the Republic of Korea (ROK)" after a name."""
    if j + 1 >= len(toks) or toks[j].low != "of":
        return None
    k = j + 2 if toks[j + 1].low == "the" and j + 2 < len(toks) else j + 1
    named = _state_at(toks, k, state_at)
    if named is None:
        return None
    end = named[0]
    if end + 2 < len(toks) and toks[end].text == "(" and toks[end + 2].text == ")":
        end += 3
    return end, named[1]


def _words(text: str, toks: Sequence[Token], start: int, end: int) -> str:
    return " ".join(text[toks[start].start : toks[end - 1].end].split())


def _office_words(text: str, toks: Sequence[Token], office: Office) -> str:
    return _words(text, toks, office.start + office.definite, office.end)


def _level(text: str, toks: Sequence[Token], office: Office, state: str | None) -> str | None:
    """The level of an office: from all its words, else from its head and what follows."""
    for first in (office.core, office.head):
        level = office_level(_words(text, toks, first, office.end), state)
        if level is not None:
            return level
    hit = office_lexicon().head_at(toks, office.head)
    return hit.level if hit is not None else None


def _office_named(
    text: str, toks: Sequence[Token], start: int, office: Office, name: tuple[int, int], state: str | None,
    state_at: StateAt, lex: OfficeLexicon,
) -> PersonMention:  # fmt: skip
    end, words = name[1], _office_words(text, toks, office)
    tail = _of_state(toks, end, state_at)
    if tail is not None:
        end, state = tail[0], state or tail[1]
        words = f"{words} of {_words(text, toks, name[1] + 1, end)}" if office.state is None else words
    return PersonMention(
        start, end, Span(toks[start].start, toks[end - 1].end), _words(text, toks, *name),
        Span(toks[name[0]].start, toks[name[1] - 1].end), words, _level(text, toks, office, state), state, titled=True,
    )  # fmt: skip


def _office_alone(text: str, toks: Sequence[Token], start: int, office: Office) -> PersonMention:
    return PersonMention(
        start, office.end, Span(toks[start].start, toks[office.end - 1].end), None, None,
        _office_words(text, toks, office), _level(text, toks, office, office.state), office.state,
        definite=office.definite, titled=True, plural=office.plural,
    )  # fmt: skip


def _named(
    text: str, toks: Sequence[Token], start: int, name: tuple[int, int], state_at: StateAt, lex: OfficeLexicon,
    *, honorific: bool,
) -> PersonMention:  # fmt: skip
    """A name first, then perhaps ", Minister for Foreign Affairs" or "of France"."""
    end, state, office, level = name[1], None, None, None
    tail = _of_state(toks, end, state_at) if honorific else None
    if tail is not None:
        end, state = tail
    if end + 1 < len(toks) and toks[end].text == ",":
        after = office_at(toks, end + 1, state_at, lex, apposed=True)
        if (
            after is not None
            and after.capital
            and not after.plural
            and _closes(toks, after.end, state_at, lex)
        ):
            state = state or after.state
            office, level = _office_words(text, toks, after), _level(text, toks, after, state)
            end = after.end
    return PersonMention(
        start, end, Span(toks[start].start, toks[end - 1].end), _words(text, toks, *name),
        Span(toks[name[0]].start, toks[name[1] - 1].end), office, level, state,
        honorific=honorific, titled=honorific or office is not None,
    )  # fmt: skip


def _closes(toks: Sequence[Token], j: int, state_at: StateAt, lex: OfficeLexicon) -> bool:
    """An apposition is the office of the name before it unless a name of its own follows."""
    return name_at(toks, _honorifics(toks, j, lex, state_at)[0], state_at, lex) is None
