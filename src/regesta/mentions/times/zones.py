"""Reads the zone that stands after a time of day: "JST", "(UTC+3)", "Moscow time", "(local time)"."""

from __future__ import annotations

import re
from functools import cache

from regesta.mentions.times.lexicon import GAP, either
from regesta.rules.times import time_rules

_OFFSET = rf"(?:UTC|GMT){GAP}?(?P<sign>[+−–-]){GAP}?(?P<hours>1[0-4]|0?\d)(?::?(?P<minutes>[0-5]\d))?(?!\d)"
_PLACE = rf"(?P<place>[A-Z][a-z]+(?:{GAP}[A-Z][a-z]+)?{GAP}[Tt]ime)"


@cache
def _grammar() -> re.Pattern[str]:
    words = time_rules().clock
    known, open_ = either(words.zones), either(words.zones_open)
    local = rf"(?P<local>(?:[Ll]ocal|the{GAP}local){GAP}[Tt]ime)"
    named = rf"(?P<known>{known})(?!\w)|(?P<open>{open_})(?!\w)"
    return re.compile(rf",?{GAP}?[(\[]?(?:{_OFFSET}|{local}|{named}|{_PLACE})")


def zone_after(text: str, start: int, end: int) -> str | None:
    """Return what ``text`` says of the zone right after a time that ends at ``start``; see ``ClockTime``."""
    found = _grammar().match(text, start, end)
    if found is None:
        return None
    if found["sign"]:
        sign = "+" if found["sign"] == "+" else "-"
        return f"{sign}{int(found['hours']):02}:{found['minutes'] or '00'}"
    if found["local"]:
        return "local"
    if found["known"]:
        return time_rules().clock.zones[re.sub(r"\s+", " ", found["known"])]
    return re.sub(r"\s+", " ", found["open"] or found["place"])
