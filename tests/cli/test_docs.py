"""docs/commands.md and docs/findings.md say what there is: no more, no less."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import typer.main

from regesta.checks import CODES
from regesta.cli.app import build
from regesta.export import FORMS

DOCS = Path(__file__).parents[2] / "docs"
NOT_COMMANDS = {"Exit codes", "Dates in filters"}


def sections(name: str) -> dict[str, str]:
    """The text under each second-level heading of a page; "" holds what stands before them."""
    parts = re.split(r"^## (.+)$", (DOCS / name).read_text(encoding="utf-8"), flags=re.MULTILINE)
    return {"": parts[0]} | dict(zip(parts[1::2], parts[2::2], strict=True))


def options_of(parameters: list[object]) -> set[str]:
    return {name for parameter in parameters for name in getattr(parameter, "opts", ()) if name[0] == "-"}


def registered() -> dict[str, set[str]]:
    """Every command that typer knows with its options, but --help."""
    group = typer.main.get_command(build())
    commands: dict[str, object] = getattr(group, "commands")  # noqa: B009  typer's stand-in for click
    return {name: set().union(*map(own_options, parts(command))) for name, command in commands.items()}


def parts(command: object) -> list[object]:
    """A command, or a group with its commands."""
    return [command, *getattr(command, "commands", {}).values()]


def own_options(command: object) -> set[str]:
    return options_of(getattr(command, "params"))  # noqa: B009


def test_every_command_has_a_section_and_every_section_a_command() -> None:
    assert set(sections("commands.md")) - NOT_COMMANDS - {""} == set(registered())


@pytest.mark.parametrize("command", registered())
def test_every_option_has_a_row_and_every_row_an_option(command: str) -> None:
    rows = re.findall(r"^\| (`-.+?) \|", sections("commands.md")[command], flags=re.MULTILINE)
    documented = {name for row in rows for name in re.findall(r"`(--?[a-z-]+)", row)}
    assert documented == registered()[command]


def test_the_options_before_the_command_are_said() -> None:
    group = typer.main.get_command(build())
    assert all(f"{name}" in sections("commands.md")[""] for name in options_of(list(group.params)))


def test_every_exit_code_is_said() -> None:
    assert re.findall(r"^\| (\d) \|", sections("commands.md")["Exit codes"], flags=re.MULTILINE) == list(
        "0123"
    )


def test_every_finding_has_a_section_and_every_section_a_finding() -> None:
    assert set(sections("findings.md")) - {""} == set(CODES)


def test_every_form_of_export_has_a_section_and_every_section_a_form() -> None:
    assert set(sections("exports.md")) - {""} == set(FORMS)
