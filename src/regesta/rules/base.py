"""How rule files are read: strictly, once, on first use."""

from __future__ import annotations

import re
from functools import cached_property
from importlib import resources
from typing import Any, TypeVar

import yaml
from pydantic import BaseModel, ConfigDict, Field, ValidationError

from regesta.model.finding import RegestaError
from regesta.rules.outlook import must_hold

_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class Strict(BaseModel):
    """A piece of rule data: unknown keys are refused, values never change after reading."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Listed(Strict):
    """An open list of words, with the phrases that show where one of them stands and where none does."""

    words: frozenset[str] = Field(min_length=1)
    match: tuple[str, ...] = Field(min_length=1)
    never: tuple[str, ...] = Field(min_length=1)


class Forms(Strict):
    """Regular expressions for one way of putting things, each a way of its own, for text in lower case."""

    forms: tuple[str, ...] = Field(min_length=1)
    match: tuple[str, ...] = Field(min_length=1)
    never: tuple[str, ...] = Field(min_length=1)

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """All forms as one pattern of whole words; compiled on first use."""
        return re.compile(rf"\b(?:{'|'.join(self.forms)})\b")

    @cached_property
    def sign(self) -> re.Pattern[str]:
        """What stands in some word of whatever the forms match."""
        return must_hold("|".join(self.forms))


M = TypeVar("M", bound=Strict)


def data_text(name: str) -> str:
    """Return the text of a rule file that ships with the package, e.g. ``verbs.yml``."""
    return resources.files("regesta.rules").joinpath("data", name).read_text(encoding="utf-8")


def parse(text: str, model: type[M], where: str) -> M:
    """Read YAML ``text`` as ``model``; raise :class:`RegestaError` naming ``where`` and the key."""
    try:
        return model.model_validate(yaml.load(text, Loader=_LOADER))
    except yaml.YAMLError as problem:
        raise RegestaError(f"{where}: not valid YAML ({problem}); mend the file.") from problem
    except ValidationError as problem:
        first = problem.errors()[0]
        key = ".".join(str(part) for part in first["loc"])
        raise RegestaError(f"{where}: {key}: {first['msg']}; mend the rule file.") from problem


def joined(rules: M, more: Strict, first: tuple[str, ...] = ()) -> M:
    """Return ``rules`` with the lists and tables of ``more`` after its own; those named ``first`` go before.

    The whole is validated as if it were one file. Raises :class:`RegestaError` where it is refused.
    """
    values = {name: getattr(rules, name) for name in type(rules).model_fields}
    for name in type(more).model_fields:
        own, extra = values[name], getattr(more, name)
        if isinstance(own, dict):
            values[name] = {**own, **extra}
        else:
            values[name] = (*extra, *own) if name in first else (*own, *extra)
    try:
        return type(rules)(**values)
    except ValidationError as problem:
        raise RegestaError(
            f"A pack does not go with the rules it adds to: {problem.errors()[0]['msg']}."
        ) from problem


def read_rules(name: str, model: type[M]) -> M:
    """Read the shipped rule file ``name`` as ``model``. Callers cache the result."""
    return parse(data_text(name), model, f"rules/data/{name}")
