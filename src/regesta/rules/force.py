"""Which rules are in force: the shipped ones, and what the packs of a reading add to them.

The tables of verbs, offices, publishers and sources are asked for all over the reader. What packs
add reaches them through a context variable, set for one reading; everything that is made of these
tables is made once for each set of additions, so that two readings never see each other's words.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from functools import lru_cache, wraps
from inspect import signature
from typing import TYPE_CHECKING, ParamSpec, TypeVar, cast

if TYPE_CHECKING:
    from regesta.rules.offices import MoreOffices
    from regesta.rules.publishers import MorePublishers
    from regesta.rules.sources import SourceRule
    from regesta.rules.verbs import MoreVerbs

P = ParamSpec("P")
T = TypeVar("T")
_MADE = 4096


@dataclass(frozen=True, slots=True, eq=False)
class Additions:
    """What packs add to the shipped tables, in order. Each is itself alone: no two are equal."""

    verbs: tuple[MoreVerbs, ...] = ()
    offices: tuple[MoreOffices, ...] = ()
    publishers: tuple[MorePublishers, ...] = ()
    sources: tuple[SourceRule, ...] = ()


NOTHING = Additions()
_in_force: ContextVar[Additions] = ContextVar("regesta_additions", default=NOTHING)


def added() -> Additions:
    """Return what is added to the shipped tables here and now."""
    return _in_force.get()


@contextmanager
def in_force(additions: Additions) -> Iterator[None]:
    """Put ``additions`` in force for what is read inside the block."""
    token = _in_force.set(additions)
    try:
        yield
    finally:
        _in_force.reset(token)


def per_rules(build: Callable[P, T]) -> Callable[P, T]:
    """Make ``build`` a cache like ``functools.cache``, with results of their own for each set of additions.

    Use it, and never a plain cache, for whatever is made of a table that packs add to.
    """

    def for_additions(_additions: Additions, *args: P.args, **kwargs: P.kwargs) -> T:
        return build(*args, **kwargs)

    made: Callable[..., T] = lru_cache(maxsize=_MADE)(for_additions)

    @wraps(build)
    def table() -> T:
        return made(_in_force.get())

    if not signature(build).parameters:
        return cast("Callable[P, T]", table)

    @wraps(build)
    def get(*args: P.args, **kwargs: P.kwargs) -> T:
        return made(_in_force.get(), *args, **kwargs)

    return get
