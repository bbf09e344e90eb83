"""What an extra brings, and the sentence for where it is not installed."""

from __future__ import annotations

import re
import tomllib
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest

from regesta.model import extras
from regesta.model.finding import RegestaError

PROJECT = Path(__file__).resolve().parents[2] / "pyproject.toml"
DATA = {"tzdata"}
"""Brings zones alone, which a machine may have itself."""
EXTRAS = {
    name: {re.split(r"[^a-z0-9-]", one, maxsplit=1)[0] for one in needed} - DATA
    for name, needed in tomllib.loads(PROJECT.read_text("utf-8"))["project"]["optional-dependencies"].items()
    if name != "dev"
}
"""The extras of the project with the distributions that they name."""


@pytest.mark.parametrize("extra", EXTRAS)
def test_an_extra_is_known_by_what_it_brings(extra: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each distribution that it names is missed, by the name that it is imported by."""
    packages = packages_distributions()
    monkeypatch.setattr(extras, "find_spec", lambda _: None)
    with pytest.raises(RegestaError) as problem:
        extras.need(extra)
    told = re.fullmatch(
        rf"This needs (.*), which come with an extra: pip install 'regesta\[{extra}\]'\.", str(problem.value)
    )
    assert told is not None
    brought = {one.lower() for name in told[1].split(", ") for one in packages[name]}
    assert EXTRAS[extra] <= brought


@pytest.mark.parametrize("extra", EXTRAS)
def test_what_alone_is_missing_is_named_alone(extra: str, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []
    monkeypatch.setattr(extras, "find_spec", asked.append)
    with pytest.raises(RegestaError):
        extras.need(extra)
    monkeypatch.setattr(extras, "find_spec", lambda name: None if name == asked[-1] else object())
    with pytest.raises(RegestaError, match=rf"^This needs {asked[-1]}, which .*'regesta\[{extra}\]'"):
        extras.need(extra)


@pytest.mark.parametrize("extra", EXTRAS)
def test_nothing_missing_says_nothing(extra: str) -> None:
    extras.need(extra)
