"""Groups and sides in a sentence: "the two ministers", "both sides", "the XA side", "they", "we".

Which persons or states stand behind them is decided in ``regesta.records``.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from regesta.mentions.group_nouns import GroupNoun, acronym_plural, first_words, noun_at
from regesta.mentions.tokens import Token, is_capital
from regesta.model.span import Span
from regesta.model.value import value
from regesta.rules.force import per_rules
from regesta.rules.groups import group_rules

StateAt = Mapping[int, tuple[int, str | None]]
_BEFORE_WITHIN = 14
_AFTER_WITHIN = 24


@value
class GroupMention:
    """A group, one side, or a pronoun at tokens ``[start, end)``.

    ``kind``: ``group`` (several persons or sides), ``side`` (one side: "the XA side",
    "the delegation"), ``pronoun``. ``of`` says whether the noun means persons or sides;
    ``states`` are the codes named inside the phrase; ``number`` is its count where it says one.
    """

    start: int
    end: int
    span: Span
    kind: Literal["group", "side", "pronoun"]
    noun: str
    of: Literal["person", "side"]
    level: str | None
    states: tuple[str, ...]
    number: int | None
    foreign: bool = False
    other: bool = False


def find_groups(toks: Sequence[Token], state_at: StateAt) -> list[GroupMention]:
    """Return the groups, sides and pronouns among ``toks`` in order, without overlap."""
    found: list[GroupMention] = []
    end = 0
    for i in _places([tok.low for tok in toks]):
        mention = _at(toks, i, state_at, end) if i >= end else None
        if mention is not None:
            found.append(mention)
            end = mention.end
    return found


def _places(lows: Sequence[str]) -> list[int]:
    """Where the noun of a mention may stand: at words that begin one, after numbers, at "the" before them."""
    heads, numbers = _heads(), group_rules().numbers
    places = [i for i, low in enumerate(lows) if low in heads]
    if numbers.keys().isdisjoint(lows):
        return places
    counted = [i for i, low in enumerate(lows) if low in numbers]
    after = [i + 1 for i in counted if i + 1 < len(lows)]
    return sorted({*places, *after, *(i - 1 for i in counted if i and lows[i - 1] == "the")})


@per_rules
def _heads() -> frozenset[str]:
    """The words at which a mention may be found, but for "the" and the plural of an acronym with a number."""
    rules = group_rules()
    return frozenset({*first_words(), *rules.pointing, *rules.pronouns})


def _at(toks: Sequence[Token], i: int, state_at: StateAt, floor: int) -> GroupMention | None:
    """The mention whose noun or pronoun is at ``i``; its words begin no earlier than ``floor``."""
    noun = noun_at(toks, i) or acronym_plural(toks, i)
    if noun is not None:
        return _mention(toks, i, noun, state_at, floor)
    return _the_two(toks, i) or _pointing(toks, i) or _pronoun(toks, i)


def _the_two(toks: Sequence[Token], i: int) -> GroupMention | None:
    """Read "the two discussed …": the number stands for the persons, as no noun follows it."""
    rules = group_rules()
    if toks[i].low != "the" or i + 2 >= len(toks) or toks[i + 1].low not in rules.numbers:
        return None
    word = toks[i + 2].low
    if not (word.endswith("ed") or word in rules.after_number.words):
        return None
    if noun_at(toks, min(i + 3, len(toks) - 1)) is not None:
        return None
    number, span = rules.numbers[toks[i + 1].low], Span(toks[i].start, toks[i + 1].end)
    return GroupMention(i, i + 2, span, "group", "the two", "person", "other", (), number)


def _pointing(toks: Sequence[Token], i: int) -> GroupMention | None:
    """Read "the former", "the latter" where no noun follows."""
    rules = group_rules()
    if toks[i].low not in rules.pointing or i == 0 or toks[i - 1].low != "the":
        return None
    following = toks[i + 1].low if i + 1 < len(toks) else ""
    if not (following.endswith("ed") or following in rules.after_pointing.words):
        return None
    span = Span(toks[i - 1].start, toks[i].end)
    return GroupMention(i - 1, i + 1, span, "pronoun", toks[i].low, "person", None, (), None)


def _pronoun(toks: Sequence[Token], i: int) -> GroupMention | None:
    form = group_rules().pronouns.get(toks[i].low)
    if form is None or not _is_pronoun(toks, i):
        return None
    return GroupMention(i, i + 1, toks[i].span, "pronoun", form, "person", None, (), None)


def _is_pronoun(toks: Sequence[Token], i: int) -> bool:
    """A pronoun is no numeral "I."; "both" and "all" are pronouns at the head of a clause, before no noun."""
    low = toks[i].low
    if low == "i":
        return toks[i].text == "I" and (i + 1 == len(toks) or toks[i + 1].text not in ".)")
    if low not in ("both", "all"):
        return True
    heads = i == 0 or toks[i - 1].text in ".;," or toks[i - 1].low in group_rules().opens_clause
    return heads and i + 1 < len(toks) and toks[i + 1].low.isalpha() and not _opens_phrase(toks, i + 1)


def _opens_phrase(toks: Sequence[Token], i: int) -> bool:
    """Say whether a noun phrase begins at ``i``."""
    if is_capital(toks[i]) or toks[i].low in group_rules().determiners:
        return True
    return any(noun_at(toks, j) for j in range(i, min(i + 3, len(toks))))


def _mention(
    toks: Sequence[Token], i: int, noun: GroupNoun, state_at: StateAt, floor: int
) -> GroupMention | None:
    """The phrase of the noun at ``i``; None for a noun that nothing marks as a group ("ministers are")."""
    end = i + len(noun.words)
    if end < len(toks) and toks[end].text in ("’", "'") and toks[end].start == toks[end - 1].end:
        return None if noun.single else _owned(toks, end, state_at)
    front = _before(toks, i, state_at, floor)
    of_states, end = _after(toks, end, state_at)
    states = tuple(dict.fromkeys((*front.states, *of_states)))
    marked = front.determined or bool(states)
    states = () if front.partial and front.states else states
    capital = is_capital(toks[i])
    named = capital and (noun.single or i == 0)
    if not (marked or front.number or named) or (noun.single and not marked):
        return None
    each = toks[front.start].low in group_rules().one_each
    return GroupMention(
        start=front.start,
        end=end,
        span=Span(toks[front.start].start, toks[end - 1].end),
        kind="side" if noun.single and not each else "group",
        noun=" ".join(noun.words),
        of=noun.of,
        level=noun.level,
        states=states,
        number=front.number,
        foreign=front.foreign,
        other=front.other,
    )


def _owned(toks: Sequence[Token], end: int, state_at: StateAt) -> GroupMention | None:
    """Read "the three countries’ leaders": the noun after the possessive is the group."""
    for j in range(end + 1, min(end + 3, len(toks))):
        noun = noun_at(toks, j)
        if noun is not None and not noun.single:
            return _mention(toks, j, noun, state_at, 0)
    return None


@dataclass(slots=True)
class _Front:
    """What stands before a group noun, read from right to left down to token ``start``.

    ``partial`` says that a body stands there which is no state: the states are not all of the sides.
    """

    start: int
    states: list[str]
    number: int | None = None
    foreign: bool = False
    other: bool = False
    determined: bool = False
    partial: bool = False


def _before(toks: Sequence[Token], i: int, state_at: StateAt, floor: int) -> _Front:
    """Read the words before a group noun: determiners, numbers, states, adjectives."""
    ends = {end: (start, code) for start, (end, code) in state_at.items()}
    front, j = _Front(i, []), i - 1
    while j >= floor and i - j < _BEFORE_WITHIN:
        tok = toks[j]
        if tok.end in ends:
            j = _take_state(toks, j, ends[tok.end], front)
            continue
        if tok.text == ")" and j >= 3 and toks[j - 2].text == "(" and toks[j - 3].end in ends:
            j -= 3
            continue
        if not _take_word(tok, front, after_state=j > 0 and toks[j - 1].end in ends, last=j + 1 == i):
            break
        front.start, j = j, j - 1
        if _closes(toks, j, tok.low, floor):
            break
    while front.start < i and toks[front.start].low in group_rules().edges:
        front.start += 1
    return front


def _take_state(toks: Sequence[Token], j: int, state: tuple[int, str | None], front: _Front) -> int:
    """Take the state that ends at token ``j``; return the token before it."""
    begin, code = state
    if code is not None:
        front.states.insert(0, code)
    front.partial = front.partial or code is None
    while j > 0 and toks[j].start > begin:
        j -= 1
    front.start = j
    return j - 1


def _take_word(tok: Token, front: _Front, *, after_state: bool, last: bool) -> bool:
    """Take a word before a group noun; False where it does not belong to its phrase."""
    rules, low = group_rules(), tok.low
    if low in rules.numbers:
        front.number = rules.numbers[low]
    elif low in rules.other:
        front.other = True
    elif low in rules.determiners:
        front.determined = True
    elif _is_joint(low, front, after_state):
        if low in (",", "and") and not after_state:
            return False
    elif low not in rules.adjectives.words:
        if not (last and len(tok.text) > 1 and tok.text.isupper()):
            return False
        front.foreign = True
    front.determined = front.determined or low in rules.marking or low in rules.numbers
    return True


def _is_joint(low: str, front: _Front, after_state: bool) -> bool:
    rules = group_rules()
    if low not in rules.joints:
        return False
    if front.states or (low == "and" and after_state):
        return True
    return not front.determined and low in rules.state_words


def _closes(toks: Sequence[Token], j: int, low: str, floor: int) -> bool:
    """Say whether ``low``, after token ``j``, is where the phrase begins."""
    rules = group_rules()
    if low not in rules.closing:
        return False
    return not (low == "the" and j >= floor and toks[j].low in rules.reopened_by)


def _after(toks: Sequence[Token], end: int, state_at: StateAt) -> tuple[tuple[str, ...], int]:
    """Read "of the two countries", "of XA, XB and XC", "from both sides": the states, and the end."""
    rules = group_rules()
    if end + 1 >= len(toks) or toks[end].low not in rules.after:
        return (), end
    j, states, last = end + 1, list[str](), end
    while j < len(toks) and j - end < _AFTER_WITHIN:
        named = state_at.get(toks[j].start)
        if named is not None:
            while j < len(toks) and toks[j].start < named[0]:
                j += 1
            states += [named[1]] if named[1] is not None else []
            last = j
            continue
        if toks[j].low not in rules.between and toks[j].low not in rules.numbers:
            break
        j += 1
    if not states and j < len(toks) and j - end < _AFTER_WITHIN:
        noun = noun_at(toks, j)
        last = j + len(noun.words) if noun is not None and noun.of == "side" else last
    return tuple(dict.fromkeys(states)), last
