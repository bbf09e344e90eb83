"""Personal names among tokens, with what stands before them ("H.E. Mr.") and after them ("Jr.", "of XA")."""

from __future__ import annotations

import re

from regesta.mentions.line import Line
from regesta.mentions.openings import NAME, PART, joined_particle
from regesta.mentions.tokens import is_capital
from regesta.rules.names import name_rules

_LONGEST = 7
_INITIAL = 2
_GIVEN = re.compile(r"[^\W\d_]{2,12}-[^\W\d_]{2,12}")
_BREATHINGS = ("’", "‘", "'", "ʿ", "ʾ")


def honorifics(line: Line, i: int) -> tuple[int, bool]:
    """Step over "H.E. Mr." and the like; return the next token and whether any stood there."""
    start, low = i, line.low(i)
    if low == "the" and _honorific(line, i + 1) > 0:
        i += 1
    elif low not in line.lex.honorific_heads:
        return i, False
    while (length := _honorific(line, i)) > 0:
        i += length
        i += line.mark(i) == "."
    return i, i > start and line.toks[i - 1].low != "the"


def _honorific(line: Line, i: int) -> int:
    """How many tokens at ``i`` are an honorific; a state's name is none."""
    if i >= len(line.toks):
        return 0
    word = line.toks[i]
    heads = word.low in line.lex.honorific_heads
    if not heads or not word.text[0].isupper() or word.start in line.states or _family(line, i):
        return 0
    for length in (3, 2, 1):
        words = [t.low for t in line.toks[i : i + length]]
        if len(words) == length and " ".join(words).rstrip(".") in line.lex.honorifics:
            return length
    return 0


def _family(line: Line, i: int) -> bool:
    """Read "Pak Wen-ho": an honorific that is the family name here, since a given name alone follows."""
    word, given = line.toks[i], line.mark(i + 1)
    if word.low not in name_rules().family.words or not _GIVEN.fullmatch(given):
        return False
    ends = not line.mark(i + 2)[:1].isupper()
    return ends and given[0].isupper() and given.partition("-")[2].islower()


def name_at(line: Line, i: int) -> tuple[int, int] | None:
    """Return the token range of the personal name that begins at ``i``, or None."""
    toks, count = line.toks, len(line.toks)
    if i >= count or not line.lex.openings[toks[i].text] & NAME:
        return None
    if toks[i].text.isupper() and _acronym(line, i):
        return None
    j, words, particles = i, 0, line.lex.particles
    while j < count and words < _LONGEST:
        if words and (
            (toks[j].low in particles and _capital_follows(line, j))
            or (toks[j].text in _BREATHINGS and _breathing(line, j))
        ):
            j += 1
            continue
        if not _is_part(line, j, words):
            break
        words, j = words + 1, j + 1 + (len(toks[j].text) <= _INITIAL and _initial(line, j))
    return (i, _past_suffix(line, j)) if words else None


def _is_part(line: Line, j: int, words: int) -> bool:
    """Say whether the word at ``j`` goes on with a name of so many words."""
    word, lex = line.toks[j], line.lex
    if not lex.openings[word.text] & PART:
        return words > 0 and _inside_initial(line, j)
    if word.start in line.states and not _after_initial(line, j, words):
        return False
    firm = word.low in lex.heads and (words == 0 or word.low not in name_rules().surnames.words)
    if firm and lex.head_at(line.toks, j) is not None:
        return False
    if words == 0:
        return True
    suffix = word.low.rstrip(".") in lex.suffixes and not _initial(line, j)
    return not (suffix or word.low in lex.org_words)


def _inside_initial(line: Line, j: int) -> bool:
    """Read "Amara I. Sule", "Oto A. Lind": a small word elsewhere, an initial before a surname."""
    if len(line.toks[j].text) > 1 or not _initial(line, j) or j + 2 >= len(line.toks):
        return False
    following = line.toks[j + 2]
    surname = line.lex.openings[following.text] & PART and following.low not in line.lex.heads
    return bool(surname) and following.start not in line.states


def _breathing(line: Line, j: int) -> bool:
    """A mark at ``j`` that ends one word of a name before a particle and the next: "Rabi’ al-Sule"."""
    if line.toks[j].start != line.toks[j - 1].end:
        return False
    return j + 1 < len(line.toks) and joined_particle(line.toks[j + 1].text)


def _acronym(line: Line, i: int) -> bool:
    """An acronym, in capitals, before a full name ("NSDA Amara Sule") is an office, not a family name."""
    toks = line.toks
    word = toks[i].text
    if len(word) < 4 or i + 2 >= len(toks):
        return False
    return all(is_capital(t) and not t.text.isupper() and t.text.isalpha() for t in toks[i + 1 : i + 3])


def _after_initial(line: Line, j: int, words: int) -> bool:
    """A state's name directly after an initial belongs to a person ("Ilse B. Norland")."""
    return words > 0 and line.toks[j - 1].text == "."


def _initial(line: Line, j: int) -> bool:
    """Say whether a full stop belongs to the initial at ``j``."""
    word = line.toks[j]
    if len(word.text) > _INITIAL or not word.text.isupper():
        return False
    return line.mark(j + 1) == "." and line.toks[j + 1].start == word.end


def _capital_follows(line: Line, j: int) -> bool:
    for tok in line.toks[j + 1 : j + 4]:
        if tok.low not in line.lex.particles:
            return is_capital(tok)
    return False


def _past_suffix(line: Line, j: int) -> int:
    """Step over ", Jr.", "II" or ", SC" after a name."""
    k = j + 1 if line.mark(j) == "," else j
    if line.low(k).rstrip(".") not in line.lex.suffixes or not line.mark(k)[:1].isupper():
        return j
    dotted = line.mark(k + 1) == "." and line.low(k) in ("jr", "sr")
    return k + 2 if dotted else k + 1


def of_state(line: Line, j: int) -> tuple[int, str | None] | None:
    """Read "of XA", "of the Republic of XB (RXB)" after a name: the token after it, and the state."""
    if j + 1 >= len(line.toks) or line.toks[j].low != "of":
        return None
    k = j + 2 if line.toks[j + 1].low == "the" and j + 2 < len(line.toks) else j + 1
    named = line.state(k)
    return None if named is None else (line.past_acronym(named[0]), named[1])


def beside_state(line: Line, j: int, *, honorific: bool) -> tuple[int, str | None] | None:
    """Read "Oto Lind (XA)" and "Mr. Oto Lind, XA, …": the token after it, and the state."""
    bracket = line.mark(j) == "("
    if not bracket and not (honorific and line.mark(j) == ","):
        return None
    named = line.state(j + 1) if j + 1 < len(line.toks) else None
    if named is None:
        return None
    end, code = named
    if bracket:
        return (end + 1, code) if line.mark(end) == ")" else None
    return (end, code) if line.mark(end) in (",", "-", "–", "—", ";") or line.low(end) == "and" else None
