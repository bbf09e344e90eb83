"""Sources: where a ministry lists its pages, as a file says it (``sources.toml``).

Reading the file asks nobody for anything.
"""

from __future__ import annotations

import re
import tomllib
from importlib import resources
from pathlib import Path
from typing import Annotated
from zoneinfo import available_timezones

from pydantic import BaseModel, ConfigDict, Field, ValidationError, field_validator, model_validator

from regesta.model.finding import RegestaError

Address = Annotated[str, Field(pattern=r"^https?://[^\s/]+\S*$", max_length=2_000)]
_WAYS = ("feed", "sitemap", "page", "addresses")


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class WatchedSource(_Strict):
    """One place where a ministry lists its pages; exactly one of the four ways.

    ``feed``: RSS or Atom. ``sitemap``: a sitemap or an index of sitemaps. ``page``: a page with links;
    those are followed in whose address ``links``, a regular expression, matches somewhere. ``addresses``:
    single pages. With a feed or sitemap ``links`` narrows too. ``publisher``, ``country`` and ``language``
    are what its pages do not say. ``zone`` is the time zone of the ministry. ``delay``: seconds between two
    requests to its host.
    ``most``: how many pages are taken in one run, newest first. ``tried``: whether somebody has seen it
    work; ``note`` says what is known of it.
    """

    id: str = Field(pattern=r"^[a-z][a-z0-9-]*$")
    publisher: str = Field(min_length=2)
    country: str | None = Field(default=None, pattern=r"^[A-Z]{2}$")
    language: str = Field(default="en", pattern=r"^[a-z]{2,3}$")
    zone: str | None = Field(default=None, pattern=r"^[A-Z][A-Za-z_]+/[A-Za-z_/-]+$")
    feed: Address | None = None
    sitemap: Address | None = None
    page: Address | None = None
    addresses: tuple[Address, ...] = ()
    links: str | None = None
    delay: float = Field(default=3.0, ge=0.0, le=600.0)
    most: int = Field(default=50, ge=1, le=10_000)
    tried: bool = False
    note: str = ""

    @field_validator("links")
    @classmethod
    def _is_a_pattern(cls, value: str | None) -> str | None:
        try:
            re.compile(value or "")
        except re.error as problem:
            raise ValueError(f"links is no regular expression ({problem})") from problem
        return value

    @field_validator("zone")
    @classmethod
    def _is_a_zone(cls, value: str | None) -> str | None:
        if value is not None and value not in available_timezones():
            raise ValueError(f"there is no time zone {value}")
        return value

    @model_validator(mode="after")
    def _has_one_way(self) -> WatchedSource:
        ways = [name for name in _WAYS if getattr(self, name)]
        if len(ways) != 1:
            raise ValueError(f"source {self.id}: give exactly one of {', '.join(_WAYS)}")
        if self.page and not self.links:
            raise ValueError(f"source {self.id}: a page of links needs links, the pattern of those to follow")
        return self

    def fits(self, address: str) -> bool:
        """Say whether ``address`` is one of the pages meant."""
        return self.links is None or re.search(self.links, address) is not None


class WatchedSources(_Strict):
    """The whole file. ``allowed``: hosts that may be private, by name, such as an archive of one's own."""

    allowed: tuple[str, ...] = ()
    source: tuple[WatchedSource, ...] = Field(min_length=1)

    @model_validator(mode="after")
    def _ids_are_single(self) -> WatchedSources:
        ids = [one.id for one in self.source]
        twice = sorted({one for one in ids if ids.count(one) > 1})
        if twice:
            raise ValueError(f"source given twice: {', '.join(twice)}")
        return self


def read_sources(path: Path) -> WatchedSources:
    """Read the file at ``path``; raise :class:`RegestaError` with one sentence when it cannot be used."""
    try:
        return WatchedSources.model_validate(tomllib.loads(path.read_text("utf-8")))
    except (OSError, UnicodeDecodeError) as problem:
        raise RegestaError(f"{path}: cannot be read as a list of sources ({problem}).") from problem
    except tomllib.TOMLDecodeError as problem:
        raise RegestaError(f"{path}: not valid TOML ({problem}); mend the file.") from problem
    except ValidationError as problem:
        first = problem.errors()[0]
        key = ".".join(str(part) for part in first["loc"])
        told = f"{key}: {first['msg']}" if key else str(first["msg"])
        raise RegestaError(f"{path}: {told}; mend the file.") from problem


def shipped_text() -> str:
    """Return the file of sources that ships with Regesta."""
    return resources.files("regesta.fetch").joinpath("sources.toml").read_text("utf-8")
