"""A server that is killed in the middle: every document is whole, a decision is there or not."""

from __future__ import annotations

import re
import shutil
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import httpx2
import pytest

from tests.cli.make import SAME_CODE, run

from .room import PACK, copied
from .test_add import READOUT

SERVED = """
import os, signal
from regesta.ledger import judging, overlays, store, write
def die(*_): os.kill(os.getpid(), signal.SIGKILL)
{patch}
from regesta.cli.main import main
main()
"""


@contextmanager
def served(ledger: Path, patch: str = "") -> Iterator[tuple[subprocess.Popen[str], httpx2.Client]]:
    """Run `regesta serve` as a process; ``patch`` says where it is to be killed."""
    program = SERVED.format(patch=patch)
    command = [sys.executable, "-c", program, "--ledger", str(ledger), "serve", "--port", "0"]
    environment = SAME_CODE | {"REGESTA_BY": "Bo Tarn"}
    with subprocess.Popen(
        [*command, "--topics", str(PACK)], env=environment, stderr=subprocess.PIPE, text=True
    ) as process:
        try:
            assert process.stderr is not None
            address = re.search(r"http://\S+", process.stderr.readline())
            assert address
            with httpx2.Client(base_url=address[0], timeout=60) as client:
                yield process, client
        finally:
            process.kill()


def content(ledger: Path) -> list[str]:
    """All that a ledger holds, once what was half written is taken back."""
    with closing(sqlite3.connect(ledger)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        return list(connection.iterdump())


def mark(client: httpx2.Client, path: str = "/add") -> str:
    client.get(path)
    return client.cookies["regesta_form"]


def dies(process: subprocess.Popen[str]) -> None:
    assert process.wait(timeout=60) == -9


@pytest.mark.parametrize(
    "patch", ["write._insert_records = die", "store.mark = die", "store.put_sighting = die"]
)
def test_killed_while_a_document_is_kept(demo: Path, tmp_path: Path, patch: str) -> None:
    ledger = copied(demo, tmp_path)
    before = content(ledger)
    with served(ledger, patch) as (process, client):
        data = {"form_token": mark(client), "text": READOUT}
        client.post("/add", data=data)
        dies(process)
    assert content(ledger) == before
    with served(ledger) as (_, client):
        assert finished(client, READOUT) == ["new"]


def test_killed_while_many_documents_are_read(demo: Path, tmp_path: Path) -> None:
    ledger = copied(demo, tmp_path)
    texts = [READOUT.replace("hats", f"hats, {number} of them") for number in range(12)]
    with served(ledger) as (process, client):
        files = [("files", (f"{number}.txt", text.encode())) for number, text in enumerate(texts)]
        answer = client.post("/add", data={"form_token": mark(client)}, files=files)
        where = answer.headers["location"]
        while client.get(f"{where}&format=json").json()["read"] < 3:
            time.sleep(0.01)
        process.kill()
        dies(process)
    content(ledger)
    with served(ledger) as (_, client):
        told = finished(client, *texts)
    assert told[:3] == ["known already"] * 3
    assert set(told) <= {"known already", "new"}
    other = Path(shutil.copy(demo, tmp_path / "other.db"))
    for number, text in enumerate(texts):
        (tmp_path / f"{number}.txt").write_text(text, encoding="utf-8")
    assert run("--ledger", other, "add", "--topics", PACK, *tmp_path.glob("*.txt")).code == 0
    for what in ("records", "links"):
        exports = [run("--ledger", one, "export", "--what", what).out for one in (ledger, other)]
        assert sorted(exports[0].splitlines()) == sorted(exports[1].splitlines())


@pytest.mark.parametrize("patch", ["judging._stand = die", "judging.mark = die"])
def test_killed_while_a_decision_is_kept(demo: Path, tmp_path: Path, patch: str) -> None:
    ledger = copied(demo, tmp_path)
    before = content(ledger)
    with served(ledger, patch) as (process, client):
        with pytest.raises(httpx2.TransportError):
            client.post("/review", data=decision(client))
        dies(process)
    assert content(ledger) == before
    with served(ledger) as (_, client):
        assert client.get("/decisions?format=json").json() == []
        assert client.post("/review", data=decision(client)).status_code == 303
        [kept] = client.get("/decisions?format=json").json()
        assert (kept["verdict"], kept["by"], kept["state"]) == ("accepted", "Bo Tarn", "holds")


def test_killed_while_a_value_is_corrected(demo: Path, tmp_path: Path) -> None:
    ledger = copied(demo, tmp_path)
    before = content(ledger)
    with served(ledger, "overlays._refile = die") as (process, client):
        kind, _, id_ = (
            client.get("/review?kind=same_meeting&format=json").json()[0]["records"][0].partition(" ")
        )
        assert kind == "meeting"
        data = {"form_token": mark(client), "place": "Low Quay", "was-place": place(client, id_)}
        with pytest.raises(httpx2.TransportError):
            client.post(f"/correct/{id_}", data={**fields(client, id_), **data})
        dies(process)
    assert content(ledger) == before


def fields(client: httpx2.Client, id_: str) -> dict[str, str]:
    """Every field as it was, so that only what is changed is."""
    page = client.get(f"/correct/{id_}").text
    was = dict(re.findall(r'name="was-([a-z_]+)" value="([^"]*)"', page))
    return {**was, **{f"was-{name}": value for name, value in was.items()}}


def place(client: httpx2.Client, id_: str) -> str:
    return fields(client, id_)["place"]


def decision(client: httpx2.Client) -> dict[str, str]:
    page = client.get("/review").text
    judgement = re.search(r'name="judgement" value="([^"]+)"', page)
    assert judgement
    return {
        "form_token": mark(client), "judgement": judgement[1], "say": "accept", "seen": "proposed 0",
        "kind": "", "document": "", "party": "", "verdict": "proposed",
    }  # fmt: skip


def finished(client: httpx2.Client, *texts: str) -> list[str]:
    """Hand texts in as files; what became of each."""
    files = [("files", (f"{number}.txt", text.encode())) for number, text in enumerate(texts)]
    where = client.post("/add", data={"form_token": mark(client)}, files=files).headers["location"]
    while (status := client.get(f"{where}&format=json").json())["state"] != "done":
        time.sleep(0.05)
    return [one["status"] for one in status["documents"]]
