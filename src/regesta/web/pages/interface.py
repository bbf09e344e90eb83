"""The interface for programs, for people: its addresses and what each of them takes."""

from __future__ import annotations

from dataclasses import dataclass

from fastapi import APIRouter, Request, Response

from regesta.web.page import Page, shown_by
from regesta.web.templates import render

router = APIRouter()


@dataclass(frozen=True, slots=True)
class Taken:
    """A parameter: its name, what it is, an example where there is one."""

    name: str
    meaning: str
    example: str


@dataclass(frozen=True, slots=True)
class Operation:
    """An address: its path, what it gives, what it takes."""

    path: str
    gives: str
    takes: tuple[Taken, ...]


@shown_by("interface.html")
class InterfacePage(Page):
    """The interface for programs. ``operations``: its addresses. ``address``: that of its description."""

    operations: tuple[Operation, ...]
    address: str


@router.get("/api")
def interface(request: Request) -> Response:
    """Show the addresses of the interface, as its description has them."""
    address, made = request.app.state.described
    operations = (
        Operation(
            path,
            told["get"]["description"],
            tuple(
                Taken(
                    one["name"],
                    one.get("description", "An id, as lists give it."),
                    str(next(iter(one["schema"].get("examples", ())), "")),
                )
                for one in told["get"].get("parameters", ())
            ),
        )
        for path, told in made["paths"].items()
    )
    return render(request, InterfacePage(tuple(operations), address))
