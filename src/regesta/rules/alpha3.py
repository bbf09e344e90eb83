"""Codes of three letters for those of two: ``data/alpha3.yml``."""

from __future__ import annotations

from functools import cache
from typing import Annotated

from pydantic import Field

from regesta.rules.base import Strict, read_rules


class Alpha3(Strict):
    """The codes that ISO 3166 has. See the head of ``alpha3.yml``."""

    codes: dict[Annotated[str, Field(pattern=r"^[A-Z]{2}$")], Annotated[str, Field(pattern=r"^[A-Z]{3}$")]]


@cache
def alpha3() -> Alpha3:
    """Return the shipped codes, read once."""
    return read_rules("alpha3.yml", Alpha3)
