"""The source table: where the title, the date and the text stand on the pages of known publishers.

``data/sources.yml`` is read by :mod:`regesta.reading.html`; its head says what each field means.
"""

from __future__ import annotations

from functools import cache
from urllib.parse import urlsplit

from pydantic import Field, model_validator

from regesta.rules.base import Strict, read_rules
from regesta.rules.force import added, per_rules


class SourceRule(Strict):
    """How the pages of one host are laid out. See the head of ``sources.yml`` for the fields."""

    id: str = Field(pattern=r"[a-z][a-z0-9_]*")
    hosts: tuple[str, ...] = Field(min_length=1)
    publisher: str
    country: str = Field(pattern=r"[A-Z]{2}")
    title: tuple[str, ...] = ()
    date: tuple[str, ...] = ()
    place: tuple[str, ...] = ()
    body: tuple[str, ...] = Field(min_length=1)
    drop: tuple[str, ...] = ()
    tried: bool
    note: str


class SourceRules(Strict):
    """All known sources."""

    sources: tuple[SourceRule, ...]

    @model_validator(mode="after")
    def _each_once(self) -> SourceRules:
        hosts = [host for rule in self.sources for host in rule.hosts]
        ids = [rule.id for rule in self.sources]
        if len(set(hosts)) < len(hosts) or len(set(ids)) < len(ids):
            raise ValueError("two rules bear the same id or host")
        return self


@per_rules
def source_rules() -> SourceRules:
    """Return the source rules in force: the shipped ones and those of packs. Made once for each set."""
    return SourceRules(sources=(*_shipped().sources, *added().sources))


@cache
def _shipped() -> SourceRules:
    return read_rules("sources.yml", SourceRules)


@per_rules
def _by_host() -> dict[str, SourceRule]:
    return {host: rule for rule in source_rules().sources for host in rule.hosts}


def source_for(url: str | None) -> SourceRule | None:
    """Return the rule for the host of ``url`` or for a domain above it; None when none is known."""
    try:
        host = urlsplit(url or "").hostname or ""
    except ValueError:
        return None
    parts = host.lower().split(".")
    above = (".".join(parts[i:]) for i in range(len(parts) - 1))
    return next((rule for name in above if (rule := _by_host().get(name))), None)
