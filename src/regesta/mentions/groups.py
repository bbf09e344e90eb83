"""Groups and sides in a sentence: "the two ministers", "both sides", "the Russian side", "they", "we".

Which persons or states stand behind them is decided in ``regesta.records``.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Literal

from regesta.mentions.tokens import Token, is_capital
from regesta.model.span import Span
from regesta.rules.offices import office_rules

StateAt = Mapping[int, tuple[int, str | None]]
NUMBERS = {"two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "2": 2, "3": 3, "both": 2}
_DETERMINERS = frozenset({"the", "both", "all", "these", "those", "their", "our", "his", "her", "its", "two", "three", "four",
    "five", "six", "such", "other", "each", "either", "neither", "of"})  # fmt: skip
_PRONOUNS = {"i": "I", "he": "he", "she": "she", "they": "they", "we": "we", "it": "it", "both": "they", "all": "they"}
_TITLE_WORDS = frozenset(
    {"then", "newly", "visiting", "respective", "high-level", "senior", "top", "highest", "negotiating"}
)


@dataclass(frozen=True, slots=True)
class GroupMention:
    """A group, one side, or a pronoun at tokens ``[start, end)``.

    ``kind``: ``group`` (several persons or sides), ``side`` (one side: "the Russian side",
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


@dataclass(frozen=True, slots=True)
class _Noun:
    words: tuple[str, ...]
    of: Literal["person", "side"]
    level: str | None
    single: bool


@cache
def _nouns() -> dict[str, list[_Noun]]:
    table: dict[str, list[_Noun]] = {}
    for group in office_rules().groups:
        for words, single in ((group.words, False), (group.single, True)):
            if single and group.kind == "person":
                continue
            for phrase in words:
                parts = tuple(phrase.lower().split())
                if parts[0] in _DETERMINERS:
                    continue
                table.setdefault(parts[0], []).append(_Noun(parts, group.kind, group.level, single))
    for rows in table.values():
        rows.sort(key=lambda noun: -len(noun.words))
    return table


def find_groups(toks: Sequence[Token], state_at: StateAt) -> list[GroupMention]:
    """Return the groups, sides and pronouns among ``toks`` in order, without overlap."""
    found: list[GroupMention] = []
    i = 0
    while i < len(toks):
        hit = _noun_at(toks, i) or _acronym_plural(toks, i)
        if hit is None and (pair := _the_two(toks, i)) is not None:
            found.append(pair)
            i = pair.end
            continue
        if hit is not None:
            mention = _mention(toks, i, hit, state_at, found[-1].end if found else 0)
            if mention is not None:
                found.append(mention)
                i = mention.end
                continue
        elif toks[i].low in ("former", "latter") and i and toks[i - 1].low == "the" and _stands_alone(toks, i):
            span = Span(toks[i - 1].start, toks[i].end)
            found.append(GroupMention(i - 1, i + 1, span, "pronoun", toks[i].low, "person", None, (), None))
        elif toks[i].low in _PRONOUNS and _is_pronoun(toks, i):
            found.append(_pronoun(toks, i))
        i += 1
    return found


def _noun_at(toks: Sequence[Token], i: int) -> _Noun | None:
    for noun in _nouns().get(toks[i].low, ()):
        if tuple(t.low for t in toks[i : i + len(noun.words)]) == noun.words:
            return noun
    return None


def _acronym_plural(toks: Sequence[Token], i: int) -> _Noun | None:
    """ "The three NSAs": the plural of an acronym after a number is a group of persons."""
    word = toks[i].text
    if len(word) > 2 and word[-1] == "s" and word[:-1].isupper() and i and toks[i - 1].low in NUMBERS:
        return _Noun((toks[i].low,), "person", "other", single=False)
    return None


def _the_two(toks: Sequence[Token], i: int) -> GroupMention | None:
    """ "The two discussed …": the number stands for the persons; a noun after it would be the group."""
    if toks[i].low != "the" or i + 2 >= len(toks) or toks[i + 1].low not in NUMBERS:
        return None
    word = toks[i + 2].low
    if not (
        word.endswith("ed")
        or word in ("also", "spoke", "met", "held", "then", "had", "have", "will", "again", "further")
    ):
        return None
    if _noun_at(toks, min(i + 3, len(toks) - 1)) is not None:
        return None
    number = NUMBERS[toks[i + 1].low]
    return GroupMention(
        i, i + 2, Span(toks[i].start, toks[i + 1].end), "group", "the two", "person", "other", (), number
    )


def _stands_alone(toks: Sequence[Token], i: int) -> bool:
    """"the former" is a pronoun where no noun follows it."""
    word = toks[i + 1].low if i + 1 < len(toks) else "."
    return word in (",", "also", "had", "has", "will", "would", "then", "was") or word.endswith("ed")


def _is_pronoun(toks: Sequence[Token], i: int) -> bool:
    low = toks[i].low
    if low == "i":
        return toks[i].text == "I" and (i + 1 == len(toks) or toks[i + 1].text not in ".)")
    if low not in ("both", "all"):
        return True
    following = toks[i + 1].low if i + 1 < len(toks) else ""
    return (i == 0 or toks[i - 1].text in ".;,") and following.isalpha() and not _opens_phrase(toks, i + 1)


def _opens_phrase(toks: Sequence[Token], i: int) -> bool:
    """After "both"/"all" a noun phrase begins, so that the word is no pronoun."""
    word = toks[i]
    return (
        is_capital(word)
        or word.low in _DETERMINERS
        or any(_noun_at(toks, j) for j in range(i, min(i + 3, len(toks))))
    )


def _pronoun(toks: Sequence[Token], i: int) -> GroupMention:
    return GroupMention(i, i + 1, toks[i].span, "pronoun", _PRONOUNS[toks[i].low], "person", None, (), None)


def _mention(
    toks: Sequence[Token], i: int, noun: _Noun, state_at: StateAt, floor: int
) -> GroupMention | None:
    start, states, number, foreign, other, determined = _before(toks, i, state_at, floor)
    end = i + len(noun.words)
    if end < len(toks) and toks[end].text in ("’", "'") and toks[end].start == toks[end - 1].end:
        return None if noun.single else _possessive(toks, end, state_at)
    more_states, end = _after(toks, end, state_at)
    states += tuple(s for s in more_states if s not in states)
    if (
        not (determined or states or number)
        and not (is_capital(toks[i]) and i == 0)
        and not (noun.single and is_capital(toks[i]))
    ):
        return None
    if noun.single and not (determined or states):
        return None
    each = toks[start].low in ("neither", "either", "each")
    kind: Literal["group", "side"] = "side" if noun.single and not each else "group"
    span = Span(toks[start].start, toks[end - 1].end)
    return GroupMention(
        start, end, span, kind, " ".join(noun.words), noun.of, noun.level, states, number, foreign, other
    )


def _possessive(toks: Sequence[Token], end: int, state_at: StateAt) -> GroupMention | None:
    """ "The three countries’ leaders": the noun after the possessive is the group."""
    for j in range(end + 1, min(end + 3, len(toks))):
        noun = _noun_at(toks, j)
        if noun is not None and not noun.single:
            return _mention(toks, j, noun, state_at, 0)
    return None


def _before(
    toks: Sequence[Token], i: int, state_at: StateAt, floor: int
) -> tuple[int, tuple[str, ...], int | None, bool, bool, bool]:
    """Read the words before a group noun: determiners, numbers, states, adjectives."""
    ends = {end: (start, code) for start, (end, code) in state_at.items()}
    states: list[str] = []
    number, foreign, other, determined, start, j = None, False, False, False, i, i - 1
    while j >= floor and i - j < 14:
        tok = toks[j]
        if tok.end in ends:
            begin, code = ends[tok.end]
            if code is not None:
                states.insert(0, code)
            while j > 0 and toks[j].start > begin:
                j -= 1
            start, j = j, j - 1
            continue
        low = tok.low
        if tok.text == ")" and j >= 2 and toks[j - 2].text == "(" and j - 3 >= 0 and toks[j - 3].end in ends:
            j -= 3
            continue
        if low in NUMBERS:
            number = NUMBERS[low]
        elif low in ("other", "opposite"):
            other = True
        elif low in _DETERMINERS:
            determined = True
        elif low in ("and", ",", "’s", "’", "-", "–", "countries", "nations", "states") and (
            states
            or (low == "and"
            and j > 0
            and toks[j - 1].end in ends)
            or (determined is False
            and low in ("’s", "’", "countries", "nations", "states"))
        ):
            if low in (",", "and") and not (j > 0 and toks[j - 1].end in ends):
                break
        elif low in _TITLE_WORDS:
            pass
        elif is_capital(tok) and tok.text.isupper() and len(tok.text) > 1 and j + 1 == i:
            foreign = True
        else:
            break
        if low in ("the", "both", "all", "these", "those", "neither", "either", "each") or low in NUMBERS:
            determined = True
        start, j = j, j - 1
        if low in ("the", "both", "all", "each", "our", "their", "his", "her") and not (
            j >= floor and toks[j].low in ("both", "all", "of") and low == "the"
        ):
            break
    while start < i and toks[start].low in ("and", ",", "of", "’s", "’", "-", "–"):
        start += 1
    return start, tuple(dict.fromkeys(states)), number, foreign, other, determined


def _after(toks: Sequence[Token], end: int, state_at: StateAt) -> tuple[tuple[str, ...], int]:
    """Read "of the two countries", "of Russia, France and Germany", "from both sides"."""
    if end + 1 >= len(toks) or toks[end].low not in ("of", "from"):
        return (), end
    j, states, last = end + 1, [], end
    while j < len(toks) and j - end < 16:
        named = state_at.get(toks[j].start)
        if named is not None:
            while j < len(toks) and toks[j].start < named[0]:
                j += 1
            if named[1] is not None:
                states.append(named[1])
            last = j
            continue
        low = toks[j].low
        if low in ("the", "and", ",", "both", "all") or low in NUMBERS:
            j += 1
            continue
        noun = _noun_at(toks, j)
        if noun is not None and noun.of == "side" and not states:
            last = j + len(noun.words)
        break
    return tuple(dict.fromkeys(states)), last
