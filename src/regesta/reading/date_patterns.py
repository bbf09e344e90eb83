"""The patterns of date lines. All quantifiers are bounded; each is compiled on first use."""

from __future__ import annotations

import re
from functools import cache

_MONTH = (
    r"(?P<{0}>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?"
    r"|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
_DAY = r"(?P<{0}>[0-3]?\d)(?:st|nd|rd|th)?"
_WEEKDAY = r"(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?"
_LABEL = (
    r"(?:(?:date|published|posted|issued|released?|release date|publication date|date of publication"
    r"|updated?|created)(?: (?:on|at))?|press release|news|on)[ \t]{0,4}[:,|–—-]?[ \t]{0,4}"
)
_TIME = (
    r"(?P<{0}>(?:[01]?\d|2[0-3])[:.][0-5]\d)(?::[0-5]\d)?(?:[ \t]?(?P<{1}>[ap])\.?m\.?)?"
    r"(?:[ \t]?\(?(?:gmt|utc|msk|jst|kst|ist|sgt|bst|ce?s?t|ee?s?t|[ecmp][ds]t|local time|hrs|hours|z)"
    r"(?:[+-]\d{{1,2}})?\)?)?"
)
_S = r"[ \t\xa0]{0,3}"
_GAP = r"[ \t\xa0]{0,4}[,|•·–—-]?[ \t\xa0]{0,4}(?:at )?"
_WORD = r"[A-ZÀ-ÖØ-Þ][\w.’'-]{0,20}"
_NOT_A_PLACE = (
    r"(?:announcement|bulletin|call|comment|communiqu[eé]|conference|consultations?|conversations?|dialogue|embassy"
    r"|information|interview|joint|meetings?|minist(?:er|ry|ers)|negotiations?|news|notice|office|opening|photo|press"
    r"|readouts?|relations|release|remarks|report|round|session|speech|spokesperson|statement|summit|talks?|visits?)"
)
_PLACE = (
    rf"(?!(?:{_WEEKDAY}|{_LABEL})(?![\w-]))"
    rf"(?-i:(?P<place>{_WORD}(?:(?:, | | of | de | da | del | la | al-){_WORD}){{0,4}}))"
)

_DATE = "|".join(
    (
        _MONTH.format("m1") + _S + _DAY.format("d1") + r",?" + _S + r"(?P<y1>[12]\d{3})",
        _DAY.format("d2")
        + r"(?: of)?[ \xa0.-]{0,3}"
        + _MONTH.format("m2")
        + r"[ \xa0,-]{0,3}(?P<y2>[12]\d{3})",
        r"(?P<y3>[12]\d{3})[-/.](?P<m3>\d{1,2})[-/.](?P<d3>\d{1,2})(?:T(?=\d\d:))?",
        r"(?P<d4>\d{1,2})(?P<sep>[/.-])(?P<m4>\d{1,2})(?P=sep)(?P<y4>[12]\d{3})",
    )
)


@cache
def whole() -> re.Pattern[str]:
    """The pattern for a line that is a date line from end to end."""
    body = (
        rf"[(\[]?(?:{_LABEL})?(?:{_TIME.format('t1', 'a1')}{_GAP})?(?:{_WEEKDAY}{_GAP})?(?:{_DATE})"
        rf"(?:{_GAP}\(?{_WEEKDAY}\)?)?(?:{_GAP}{_TIME.format('t2', 'a2')})?[)\]]?\.?"
    )
    return re.compile(rf"(?:\(?{_PLACE}\)?(?:, ?| ?[–—|:-] ?))?{body}", re.IGNORECASE)


@cache
def inside() -> re.Pattern[str]:
    """The pattern for a day with its year anywhere in a line."""
    return re.compile(rf"(?<![\w.-])(?:{_DATE})(?!\w)", re.IGNORECASE)


@cache
def run_in() -> re.Pattern[str]:
    """The pattern for a date line that opens a paragraph: place, date, a dash, then the sentence."""
    opening = rf"\(?{_PLACE}, ?\(?(?:{_WEEKDAY},? )?(?:{_DATE})\)?(?= ?(?:[–—]|-{{1,2}}|:) ?\S)"
    return re.compile(opening, re.IGNORECASE)


@cache
def place_line() -> re.Pattern[str]:
    """The pattern for a line that may be a place: capitalised words, no sentence, no title."""
    return re.compile(_PLACE)


@cache
def no_place() -> re.Pattern[str]:
    """The pattern for words that name events and offices, never places."""
    return re.compile(rf"\b{_NOT_A_PLACE}\b", re.IGNORECASE)
