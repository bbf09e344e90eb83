"""The tools as a program meets them: through the protocol, with the SDK's own client."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
from collections.abc import Awaitable, Callable, Iterator
from pathlib import Path
from typing import Any

import anyio
import pytest
from mcp import Client
from mcp.client.stdio import StdioServerParameters

from regesta import query
from regesta.ledger import Ledger
from regesta.mcp import make_server, serve_http
from regesta.model.finding import RegestaError
from regesta.rules.packs import packs_with
from tests.export.filled import SAMPLES, fill

PACK = SAMPLES / "pack.yml"
TOOLS = ["search", "register", "meeting", "compare", "commitments", "said", "cite"]


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return fill(tmp_path_factory.mktemp("mcp") / "samples.db")


@pytest.fixture(scope="module")
def ledger(path: Path) -> Iterator[Ledger]:
    with Ledger.open(path) as opened:
        yield opened


def with_client(server: Any, work: Callable[[Client], Awaitable[Any]]) -> Any:
    async def run() -> Any:
        async with Client(server) as client:
            return await work(client)

    return anyio.run(run)


def asked(ledger: Ledger, tool: str, **wanted: Any) -> dict[str, Any]:
    """What a tool answers."""

    async def work(client: Client) -> Any:
        return await client.call_tool(tool, wanted)

    result = with_client(make_server(ledger, packs_with((PACK,))), work)
    assert not result.is_error, result.content
    return dict(result.structured_content)


def refused(ledger: Ledger, tool: str, **wanted: Any) -> str:
    """The sentence with which a tool refuses."""

    async def work(client: Client) -> Any:
        return await client.call_tool(tool, wanted)

    result = with_client(make_server(ledger), work)
    assert result.is_error
    return str(result.content[0].text)


def citations(value: object) -> Iterator[dict[str, Any]]:
    """Every citation anywhere in an answer."""
    if isinstance(value, dict):
        if "text_sha256" in value:
            yield value
        for inner in value.values():
            yield from citations(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from citations(inner)


def checked(ledger: Ledger, answer: dict[str, Any]) -> int:
    """Hold every citation of an answer against the frozen text; return how many there are."""
    found = list(citations(answer))
    for one in found:
        row = query.document(ledger, one["document"])
        assert row is not None
        assert one["text_sha256"] == row.sha256
        assert one["citation"]
        if one["start"] is not None:
            assert row.text[one["start"] : one["end"]] == one["quote"] != ""
    return len(found)


def compared(ledger: Ledger) -> dict[str, Any]:
    """The first meeting of which two sides tell."""
    for one in asked(ledger, "register", limit=100)["meetings"]:
        answer = asked(ledger, "compare", meeting=one["id"])
        if answer["found"]:
            return {**answer, "meeting": one["id"]}
    raise AssertionError("no two accounts of one meeting in the samples")


def test_there_are_seven_tools_that_read_alone(ledger: Ledger) -> None:
    async def work(client: Client) -> Any:
        return (await client.list_tools()).tools

    tools = with_client(make_server(ledger), work)
    assert [tool.name for tool in tools] == TOOLS
    for tool in tools:
        assert tool.annotations.read_only_hint is True
        assert tool.annotations.open_world_hint is False
        assert tool.description and tool.output_schema
        for name, one in tool.input_schema["properties"].items():
            assert one.get("description"), f"{tool.name}: {name} says nothing of itself"


def test_search_gives_the_words_with_their_place(ledger: Ledger) -> None:
    answer = asked(ledger, "search", words="ferry", limit=3)
    assert answer["found"] and len(answer["hits"]) == 3 and answer["more"]
    assert all("ferr" in one["words"]["quote"].lower() for one in answer["hits"])
    assert checked(ledger, answer) == 3


def test_what_is_not_there_is_an_answer(ledger: Ledger) -> None:
    for tool, wanted in (
        ("search", {"words": "xylophone"}),
        ("register", {"between": "XA-XZ"}),
        ("meeting", {"meeting": "g-0000000000000000"}),
        ("compare", {"meeting": "g-0000000000000000"}),
        ("commitments", {"topic": "no_such_topic"}),
        ("said", {"side": "XZ"}),
        ("cite", {"document": "d-0000000000000000"}),
    ):
        answer = asked(ledger, tool, **wanted)
        assert answer["found"] is False
        assert answer["answer"].startswith("Not in the ledger: ")
        assert list(citations(answer)) == []


def test_the_register_and_a_meeting_are_cited_throughout(ledger: Ledger) -> None:
    listed = asked(ledger, "register", between="XA-XB", status="held", limit=100)
    assert listed["found"] and not listed["more"]
    days = [one["when"] for one in listed["meetings"]]
    assert days == sorted(days, reverse=True)
    assert checked(ledger, listed) == len(days)
    most = max(listed["meetings"], key=lambda one: int(one["documents"]))
    answer = asked(ledger, "meeting", meeting=most["id"])
    assert answer["meeting"]["id"] == most["id"]
    assert len(answer["told"]) + answer["not_listed"] == most["documents"]
    assert answer["said"] and answer["facts"]
    assert checked(ledger, answer) > len(answer["told"])


def test_a_comparison_names_differences_and_their_words(ledger: Ledger) -> None:
    answer = compared(ledger)
    [one, *_] = answer["comparisons"]
    assert [side["label"] for side in one["accounts"]] == ["XA", "XB"]
    assert one["differences"] and all(each["words"] for each in one["differences"])
    assert "fail" not in answer["answer"]
    assert checked(ledger, answer) > len(one["differences"])


def test_promises_are_those_of_a_day(ledger: Ledger) -> None:
    now = asked(ledger, "commitments", limit=100)
    early = asked(ledger, "commitments", as_of="2024-06-15", limit=100)
    assert early["as_of"] == "2024-06-15"
    assert 0 < len(early["promises"]) < len(now["promises"])
    assert all(step["since"] <= "2024-06-15" for one in early["promises"] for step in one["history"])
    assert checked(ledger, now) >= len(now["promises"])
    asked_for = asked(ledger, "commitments", kind="request", limit=100)
    assert {one["kind"] for one in asked_for["promises"]} == {"request"}


def test_what_a_side_said_on_a_topic(ledger: Ledger) -> None:
    answer = asked(ledger, "said", side="xb", topic="fisheries", limit=100)
    assert answer["found"]
    assert all(any("(XB)" in who or who == "XB" for who in one["actors"]) for one in answer["statements"])
    assert all("fisheries" in one["topics"] for one in answer["statements"])
    assert checked(ledger, answer) == len(answer["statements"])


def test_words_are_cited_in_every_form(ledger: Ledger) -> None:
    words = asked(ledger, "search", words="ferry", limit=1)["hits"][0]["words"]
    answer = asked(ledger, "cite", document=words["document"], start=words["start"], end=words["end"])
    assert answer["words"] == {**words, "citation": answer["words"]["citation"]}
    assert words["quote"] in answer["text"]
    assert answer["bibtex"].startswith("@") and '"TextQuoteSelector"' in answer["annotation"]
    assert checked(ledger, answer) == 1


def test_what_cannot_be_asked_is_refused_in_a_sentence(ledger: Ledger) -> None:
    assert "'yesterday' is not a date" in refused(ledger, "register", since="yesterday")
    assert "There is no act 'sing'" in refused(ledger, "said", side="XA", act="sing")
    assert "Give both start and end" in refused(ledger, "cite", document="d-0000000000000000", start=1)
    assert "limit" in refused(ledger, "search", words="ferry", limit=5000)


def test_the_command_answers_over_the_standard_streams(path: Path) -> None:
    command = ["-m", "regesta.cli.main", "--ledger", str(path), "mcp", "--topics", str(PACK)]

    async def work(client: Client) -> Any:
        return await client.call_tool("search", {"words": "ferry", "limit": 1})

    result = with_client(
        StdioServerParameters(command=sys.executable, args=command, env=dict(os.environ)), work
    )
    assert result.structured_content["found"] is True


def test_the_command_answers_over_http_on_this_machine(path: Path) -> None:
    command = [
        sys.executable,
        "-m",
        "regesta.cli.main",
        "--ledger",
        str(path),
        "mcp",
        "--http",
        "--port",
        "0",
    ]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as served:
        assert served.stderr is not None
        try:
            told = served.stderr.readline()
            address = told.removeprefix("The tools are at ").partition(";")[0]
            assert address.startswith("http://127.0.0.1:")

            async def work(client: Client) -> Any:
                return await client.call_tool("register", {"limit": 1})

            result = with_client(address, work)
            assert len(result.structured_content["meetings"]) == 1
        finally:
            served.terminate()


def test_an_address_that_others_reach_is_refused(ledger: Ledger) -> None:
    with pytest.raises(RegestaError, match=r"^0\.0\.0\.0: others could reach this address"):
        serve_http(ledger, (), "0.0.0.0", 0, lambda _: None)


def test_a_port_that_is_taken_is_said(ledger: Ledger) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        with pytest.raises(RegestaError, match=f"^Port {port} of 127.0.0.1 cannot be used"):
            serve_http(ledger, (), "127.0.0.1", port, lambda _: None)
