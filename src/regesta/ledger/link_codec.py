"""Values across documents as JSON and back. What goes in comes out equal.

A dataclass is the list of its fields in order, a set the sorted list of its members. The types are
read off the dataclasses, so that the form of a value is said in one place; ``form_of`` tells when
it has changed and what is stored can no longer be read.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import fields, is_dataclass
from functools import cache
from hashlib import sha256
from operator import attrgetter
from types import NoneType, UnionType
from typing import Any, Literal, TypeVar, Union, get_args, get_origin, get_type_hints

from regesta.model.span import Span

T = TypeVar("T")
Coder = Callable[[Any], Any]
_JSON = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), check_circular=False)


def packed(value: object) -> str:
    """Return a value as compact JSON."""
    return _JSON.encode(_encoder(type(value))(value))


def unpacked(kind: type[T], body: str) -> T:
    """Return the value of type ``kind`` that was packed into ``body``."""
    found: T = _decoder(kind)(json.loads(body))
    return found


def begun(kind: type[T], body: str) -> T:
    """Return the first fields of a packed value as a value of ``kind``, the base class that has them."""
    row = json.loads(body)
    found: T = _decoder(kind)(row[: len(fields(kind))])  # type: ignore[arg-type]
    return found


def form_of(*kinds: type) -> str:
    """Return a hash that changes when a field of these dataclasses, or of one inside, changes."""
    seen: dict[str, str] = {}
    for kind in kinds:
        _describe(kind, seen)
    return sha256(repr(sorted(seen.items())).encode()).hexdigest()[:12]


def _encoder(kind: Any) -> Coder:
    """Return what makes a value of type ``kind`` plain, built once."""
    made: Coder = _build_encoder(kind)
    return made


@cache
def _build_encoder(kind: Any) -> Coder:
    origin, inner = get_origin(kind), get_args(kind)
    if kind is Span:
        return list
    if origin is frozenset:
        one = _encoder(inner[0])
        return sorted if one is _as_is else lambda value: sorted(map(one, value))
    if origin is tuple:
        return _from_tuple(inner)
    if origin in (Union, UnionType):
        one = _encoder(_option(inner))
        return _as_is if one is _as_is else lambda value: None if value is None else one(value)
    return _from_dataclass(kind) if is_dataclass(kind) else _as_is


def _from_tuple(inner: tuple[Any, ...]) -> Coder:
    if len(inner) == 2 and inner[1] is Ellipsis:
        one = _encoder(inner[0])
        return list if one is _as_is else lambda value: list(map(one, value))
    each = [_encoder(option) for option in inner]
    return lambda value: [one(item) for one, item in zip(each, value, strict=True)]


def _from_dataclass(kind: Any) -> Coder:
    types = get_type_hints(kind)
    names = [field.name for field in fields(kind)]
    nested = [(at, one) for at, name in enumerate(names) if (one := _encoder(types[name])) is not _as_is]
    look = attrgetter(*names) if len(names) > 1 else lambda value: (getattr(value, names[0]),)

    def plain(value: Any) -> list[Any]:
        row = list(look(value))
        for at, one in nested:
            row[at] = one(row[at])
        return row

    return plain


def _option(inner: tuple[Any, ...]) -> Any:
    """Return the one type of a union beside None."""
    [other] = [option for option in inner if option is not NoneType]
    return other


def _decoder(kind: Any) -> Coder:
    """Return what makes a value of type ``kind`` again, built once."""
    made: Coder = _build(kind)
    return made


@cache
def _build(kind: Any) -> Coder:
    origin, inner = get_origin(kind), get_args(kind)
    if kind is Span:
        return lambda value: Span(*value)
    if origin is frozenset:
        one = _decoder(inner[0])
        return frozenset if one is _as_is else lambda value: frozenset(map(one, value))
    if origin is tuple:
        return _of_tuple(inner)
    if origin in (Union, UnionType):
        one = _decoder(_option(inner))
        return _as_is if one is _as_is else lambda value: None if value is None else one(value)
    if is_dataclass(kind):
        return _of_dataclass(kind)
    if kind not in (str, int, float, bool) and origin is not Literal:
        raise TypeError(f"no form for {kind}")
    return _as_is


def _of_tuple(inner: tuple[Any, ...]) -> Coder:
    if len(inner) == 2 and inner[1] is Ellipsis:
        one = _decoder(inner[0])
        return tuple if one is _as_is else lambda value: tuple(map(one, value))
    each = [_decoder(option) for option in inner]
    return lambda value: tuple(one(item) for one, item in zip(each, value, strict=True))


def _of_dataclass(kind: Any) -> Coder:
    types = get_type_hints(kind)
    each = [_decoder(types[field.name]) for field in fields(kind)]
    nested = [(at, one) for at, one in enumerate(each) if one is not _as_is]

    def made(row: list[Any]) -> Any:
        for at, one in nested:
            row[at] = one(row[at])
        return kind(*row)

    return made


def _as_is(value: Any) -> Any:
    return value


def _describe(kind: Any, seen: dict[str, str]) -> None:
    for option in get_args(kind):
        _describe(option, seen)
    if is_dataclass(kind) and repr(kind) not in seen:
        types = get_type_hints(kind)
        seen[repr(kind)] = repr([(field.name, types[field.name]) for field in fields(kind)])
        for field in fields(kind):
            _describe(types[field.name], seen)
