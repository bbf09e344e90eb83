"""What a person may correct of a record, what values each field takes, and the corrected record.

A value is given as words, as on a command line; ``checked`` gives it its one proper form, and
``corrected`` puts it in the place of what was read. Empty words say that the text says nothing.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

from regesta.model import edtf
from regesta.model.finding import RegestaError
from regesta.model.records import ACTS, FORMATS, GROUP_OF, STATUSES, Actor

CORRECTED = "corrected"
COMMITMENT_STATUSES = (
    "open", "in_progress", "partly_done", "done", "no_evidence", "not_done", "deferred", "withdrawn",
    "contested", "not_assessable",
)  # fmt: skip
MEDIA = ("in_person", "phone", "video")

_CODE = re.compile(r"[A-Z]{2}")
_TOPIC = re.compile(r"[a-z0-9][a-z0-9_.\-]{0,63}")
_CLOCK = re.compile(r"(?:[01]\d|2[0-3]):[0-5]\d")
_PERSON = re.compile(r"(?P<name>[^()]{1,200}?)\s{0,4}\((?P<code>[A-Za-z]{2})\)")
_LARGEST = 100_000


@dataclass(frozen=True, slots=True)
class _Field:
    """``read`` makes the value of words, or None when they are none; ``wants`` says what it takes."""

    read: Callable[[str], Any]
    wants: str
    required: bool = False
    several: bool = False
    options: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Correctable:
    """A field that can be corrected: what it takes in words, and the values where there are only some.

    ``required`` says that it must have a value.
    """

    name: str
    wants: str
    options: tuple[str, ...]
    required: bool


def _choice(*values: str, required: bool = True) -> _Field:
    wants = f"one of {', '.join(values)}"
    return _Field(lambda words: words if words in values else None, wants, required, options=values)


def _number(least: int, most: int = _LARGEST, required: bool = False) -> _Field:
    def read(words: str) -> int | None:
        number = int(words) if re.fullmatch(r"[0-9]{1,6}", words) else None
        return number if number is not None and least <= number <= most else None

    return _Field(read, f"a number from {least} to {most}", required)


def _matching(pattern: re.Pattern[str], wants: str, *, upper: bool = False) -> _Field:
    def read(words: str) -> str | None:
        given = words.upper() if upper else words
        return given if pattern.fullmatch(given) else None

    return _Field(read, wants)


def _list(one: _Field, wants: str, *, ordered: bool = False) -> _Field:
    """Items apart by semicolons; "" is the empty list."""

    def read(words: str) -> tuple[Any, ...] | None:
        items = [one.read(item.strip()) for item in words.split(";")] if words else []
        if None in items:
            return None
        unlike = list(dict.fromkeys(items))
        return tuple(unlike if ordered else sorted(unlike))

    return _Field(read, wants, several=True)


def _flag(words: str) -> bool | None:
    return {"yes": True, "true": True, "no": False, "false": False}.get(words.lower())


def _actor(words: str) -> Actor | None:
    if _CODE.fullmatch(words.upper()):
        return Actor("party", words.upper(), words.upper(), basis=CORRECTED)
    found = _PERSON.fullmatch(words)
    return Actor("person", found["name"], found["code"].upper(), basis=CORRECTED) if found else None


_WORDS = _Field(lambda words: words, "words")
_DATE = _Field(lambda words: words if edtf.valid(words) else None, "a date or window such as 2031-05-04")
_COUNTRY = _matching(_CODE, "a country code of two letters such as XA, EU or UN", upper=True)
_CODES = _list(_COUNTRY, "country codes, as in XA; XB")
_TOPICS = _list(_matching(_TOPIC, ""), "ids of topics, as in trade; fisheries", ordered=True)
_ACTORS = _list(_Field(_actor, ""), "persons and parties, as in Ada Quill (XA); XB", ordered=True)
_YES_NO = _Field(_flag, "yes or no", required=True, options=("yes", "no"))

FIELDS: dict[str, dict[str, _Field]] = {
    "meeting": {
        "when": _DATE,
        "place": _WORDS,
        "country": _COUNTRY,
        "format": _choice(*FORMATS),
        "medium": _choice(*MEDIA),
        "status": _choice(*STATUSES),
        "start_time": _matching(_CLOCK, "a time of day such as 09:30"),
        "duration_minutes": _number(1),
        "ordinal_total": _number(1),
        "ordinal_year": _number(1),
        "round": _number(1),
        "occasion": _WORDS,
        "condition": _WORDS,
        "reason": _WORDS,
        "participants": _ACTORS,
        "parties": _CODES,
        "topics": _TOPICS,
    },
    "statement": {
        "act": _choice(*GROUP_OF),
        "negated": _YES_NO,
        "actors": _ACTORS,
        "topics": _TOPICS,
    },
    "commitment": {
        "who": _CODES,
        "due": _DATE,
        "strength": _number(1, 5, required=True),
        "status": _choice(*COMMITMENT_STATUSES),
        "condition": _WORDS,
        "topics": _TOPICS,
    },
    "request": {
        "act": _choice(*ACTS["ASK"]),
        "who": _ACTORS,
        "of": _ACTORS,
        "due": _DATE,
        "again": _YES_NO,
        "negated": _YES_NO,
        "condition": _WORDS,
        "topics": _TOPICS,
    },
    "term": {
        "concept": _Field(
            lambda words: words if _TOPIC.fullmatch(words) else None, "the id of a concept", True
        ),
        "side": _COUNTRY,
    },
}
_BASIS = {"when": "when_basis", "due": "due_basis", "parties": "parties_basis"}
_OF_THE_ROW = {("commitment", "status")}


def checked(kind: str, field: str, value: str | None) -> str | None:
    """Return ``value`` in its one proper form; None stands for a value that the text does not give.

    Raises :class:`RegestaError` when records of ``kind`` have no such field to be corrected, or
    when the field does not take the value.
    """
    rule = _rule(kind, field)
    words = " ".join((value or "").split())
    if not words and not rule.several:
        if rule.required:
            raise RegestaError(f"The {field} of a {kind} must have a value: {rule.wants}.")
        return None
    read = rule.read(words)
    if read is None:
        raise RegestaError(f"{words[:60]!r} is no {field} of a {kind}; give {rule.wants}.")
    return _written(read)


def correctable(kind: str) -> tuple[Correctable, ...]:
    """Return the fields of records of ``kind`` that can be corrected; none for other kinds."""
    return tuple(
        Correctable(name, rule.wants, rule.options, rule.required)
        for name, rule in FIELDS.get(kind, {}).items()
    )


def corrected(kind: str, record: Any, values: dict[str, str | None]) -> Any:
    """Return ``record`` with these values, as ``checked`` gave them, in the place of what was read.

    The basis of a date or of the parties becomes ``corrected``. A commitment's status is none of
    its fields and is left to whoever shows it.
    """
    changes: dict[str, Any] = {}
    for field, value in values.items():
        if (kind, field) in _OF_THE_ROW:
            continue
        rule = _rule(kind, field)
        changes[field] = rule.read(value or "") if value is not None or rule.several else None
        if field in _BASIS:
            changes[_BASIS[field]] = CORRECTED
    return replace(record, **changes) if changes else record


def as_read(record: Any, field: str) -> str | None:
    """Return what was read of ``field``, in the form that a corrected value has."""
    value = getattr(record, field, None)
    return None if value is None else _written(value)


def _rule(kind: str, field: str) -> _Field:
    fields = FIELDS.get(kind)
    if fields is None:
        raise RegestaError(f"A {kind} cannot be corrected; {', '.join(FIELDS)} can.")
    if field not in fields:
        raise RegestaError(f"A {kind} has no field {field!r} to correct; it has {', '.join(fields)}.")
    return fields[field]


def _written(value: Any) -> str:
    if isinstance(value, tuple):
        return "; ".join(_written(item) for item in value)
    if isinstance(value, Actor):
        person = value.kind == "person" and value.country
        return f"{value.name} ({value.country})" if person else value.country or value.name
    if isinstance(value, bool):
        return "yes" if value else "no"
    return str(value)
