"""Labels: the number or bullet with which a block begins."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from regesta.rules.sentences import LabelForm, sentence_rules

_COUNTER = {"1": r"[0-9０-９]{1,2}", "a": r"[a-z]{1,5}", "A": r"[A-Z]{1,5}", "①": "[①-⑳]"}
_DECIMAL = r"[0-9]{1,2}(?:\.[0-9]{1,2}){1,3}\.?(?=\s{1,4}[^\W\d_a-z])"
_SPACED = r"(?=\s|\Z)"
_GLUED = r"(?=\s|\Z|[^\W\d_]|[“\"'‘(])"
_ROMAN = re.compile(r"(?:x{0,3})(?:ix|iv|v?i{0,3})\Z")
_NUMERALS = {"i": 1, "v": 5, "x": 10}


@dataclass(frozen=True, slots=True)
class Label:
    """A label found in a text: where it ends, its nesting styles outermost first, its count.

    ``dash`` says that the sign also stands inside sentences.
    """

    end: int
    styles: tuple[str, ...]
    value: int
    dash: bool = False

    @property
    def counted(self) -> bool:
        """Say whether this is a number or letter rather than a bullet."""
        return self.value > 0


@dataclass(frozen=True, slots=True)
class _Forms:
    pattern: re.Pattern[str]
    forms: dict[str, LabelForm]
    dashes: frozenset[str]


def _form_pattern(index: int, form: LabelForm) -> str:
    sign = next(sign for sign in "1aA①" if sign in form.form)
    before, after = form.form.split(sign)
    follow = _GLUED if form.glued else _SPACED
    return f"(?P<f{index}>{re.escape(before)}(?P<n{index}>{_COUNTER[sign]}){re.escape(after)}{follow})"


@cache
def _forms() -> _Forms:
    rules = sentence_rules()
    parts = [rf"(?P<decimal>{_DECIMAL})"]
    parts += [_form_pattern(index, form) for index, form in enumerate(rules.labels)]
    for bullets in rules.bullets:
        follow = "" if bullets.glued else _SPACED
        parts.append(f"(?P<bullet{len(parts)}>[{re.escape(bullets.signs)}]){follow}")
    return _Forms(
        re.compile("|".join(parts)),
        {f"f{index}": form for index, form in enumerate(rules.labels)},
        frozenset(sign for bullets in rules.bullets if bullets.dash for sign in bullets.signs),
    )


def roman(word: str) -> int:
    """Return the value of a Roman numeral up to 39 in small letters, 0 if it is none."""
    if not word or not _ROMAN.match(word):
        return 0
    total = 0
    for sign, following in zip(word, word[1:] + " ", strict=True):
        value = _NUMERALS[sign]
        total += -value if _NUMERALS.get(following, 0) > value else value
    return total


def _readings(form: LabelForm, counter: str) -> list[tuple[str, int]]:
    """Return the ways to read a counter: style and value, letters before Roman numerals."""
    if "①" <= counter <= "⑳":
        return [(form.id, ord(counter) - ord("①") + 1)]
    if counter[0].isdigit():
        return [(form.id, int(counter))]
    low = counter.lower()
    found = [(f"{form.id} letter", ord(low) - 96)] if len(low) == 1 else []
    if value := roman(low):
        found.append((f"{form.id} roman", value))
    return found


class Labels:
    """Recognises the labels of one text, counting as it goes: call :meth:`at` in text order.

    A letter counts as a label only when it is the first of its kind or carries on the count;
    one that looks like a person's initial also needs the next of its kind somewhere in ``starts``.
    """

    def __init__(self, text: str, starts: Iterable[int]) -> None:
        self._text = text
        self._last: dict[str, int] = {}
        self._seen = {reading for start in starts for reading in self._initials(start)}

    def _initials(self, start: int) -> list[tuple[str, int]]:
        found = _forms().pattern.match(self._text, start)
        form = _forms().forms.get(found.lastgroup or "") if found else None
        if found is None or form is None or not form.initial:
            return []
        return _readings(form, found["n" + str(found.lastgroup)[1:]])

    def at(self, start: int, end: int, loose: bool = True) -> Label | None:
        """Return the label at ``start``, all parts of "1. 1." or "1. (a)" together, or None.

        With ``loose`` false the line looks like the middle of a sentence: then only a bullet
        that is no dash, or the next number in the count, is a label.
        """
        styles: list[str] = []
        label: Label | None = None
        while start < end and (part := self._part(start, end, loose)):
            style = part.styles[0]
            label = Label(part.end, (*styles, self._nth(styles, style)), part.value, part.dash)
            styles.append(label.styles[-1])
            if not part.counted or len(styles) == 3:
                break
            start = part.end
            while start < end and self._text[start].isspace():
                start += 1
        return label

    @staticmethod
    def _nth(styles: list[str], style: str) -> str:
        again = sum(one == style or one.startswith(style + "#") for one in styles)
        return f"{style}#{again + 1}" if again else style

    def _part(self, start: int, end: int, loose: bool) -> Label | None:
        forms = _forms()
        found = forms.pattern.match(self._text, start, end)
        if found is None:
            return None
        group = str(found.lastgroup)
        if group == "decimal":
            numbers = found[0].rstrip(".").split(".")
            return Label(found.end(), (f"decimal {len(numbers)}",), int(numbers[-1])) if loose else None
        if group not in forms.forms:
            dash = found[0] in forms.dashes
            return Label(found.end(), (found[0],), 0, dash) if loose or not dash else None
        readings = _readings(forms.forms[group], found["n" + group[1:]])
        chosen = self._choose(forms.forms[group], readings, loose)
        if chosen is None:
            return None
        self._last[chosen[0]] = chosen[1]
        return Label(found.end(), (chosen[0],), chosen[1])

    def _choose(
        self, form: LabelForm, readings: list[tuple[str, int]], loose: bool
    ) -> tuple[str, int] | None:
        """Return the reading that carries on a count, else one that may begin it, else None."""
        for style, value in readings:
            if value == self._last.get(style, 0) + 1 and value > 1:
                return style, value
        if not loose:
            return None
        for style, value in reversed(readings):
            first = value == 1 and (not form.initial or (style, 2) in self._seen)
            if 0 < value <= self._last.get(style, 0) or first or (style == form.id and not form.initial):
                return style, value
        return None
