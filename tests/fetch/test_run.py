"""Pages come into the ledger by themselves: new, changed, gone and failed, and nothing is lost."""

from __future__ import annotations

import json
import tomllib
from itertools import count
from pathlib import Path

import pytest

from regesta import query
from regesta.fetch.crawl import Pace
from regesta.fetch.get import Fetcher
from regesta.fetch.run import Gone, fetch
from regesta.fetch.sources import WatchedSource, WatchedSources
from regesta.ledger import Ledger
from tests.cli.make import run

from .server import misbehaving
from .site import HOST, Site

TALKS = "<html><body><h1>Talks</h1><p>Ms. Ada Quill met Mr. Bo Tarn on 4 May 2031.</p></body></html>"
EDITED = TALKS.replace("4 May", "15 May")
SOURCE = {"id": "arvenia", "publisher": "Ministry of Foreign Affairs of Arvenia", "country": "XA", "delay": 0}


def through(path: Path, site: Site, *addresses: str, **told: object) -> Gone:
    hours = count()
    made = WatchedSource.model_validate(SOURCE | {"addresses": [f"{HOST}{one}" for one in addresses]} | told)
    pace = Pace(lambda _: None)
    return fetch(path, [made], site, clock=lambda: f"2031-06-01T{next(hours):02}:00:00Z", pace=pace)[0]


def test_a_page_comes_in_with_what_its_source_says(tmp_path: Path) -> None:
    found = through(tmp_path / "l.db", Site({"/a": TALKS}), "/a")
    assert (found.counts, found.added) == ({"new": 1}, 1)
    with Ledger.open(tmp_path / "l.db") as ledger:
        row = query.documents(ledger)[0]
        assert (row.url, row.publisher, row.side) == (f"{HOST}/a", SOURCE["publisher"], "XA")
        assert (row.file, [one.record.when for one in query.meetings(ledger)]) == (None, ["2031-05-04"])


def test_a_press_release_in_pdf_comes_in_and_a_scan_fails_for_itself(tmp_path: Path) -> None:
    with misbehaving() as server, Fetcher(allowed=frozenset({"127.0.0.1"})) as fetcher:
        addresses = [f"{server}/scan.pdf", f"{server}/release.pdf"]
        made = WatchedSource.model_validate(SOURCE | {"addresses": addresses})
        clock, pace = iter(f"2031-06-01T{hour:02}:00:00Z" for hour in count()), Pace(lambda _: None)
        [found] = fetch(tmp_path / "l.db", [made], fetcher, clock=lambda: next(clock), pace=pace)
    assert (found.counts, found.added) == ({"failed": 1, "new": 1}, 1)
    assert "the PDF has no text" in found.failures[0]
    with Ledger.open(tmp_path / "l.db") as ledger:
        [row] = query.documents(ledger)
        assert (row.media_type, row.in_file, row.side) == ("application/pdf", "pages 1–2", "XA")


def test_a_page_that_changes_becomes_a_version(tmp_path: Path) -> None:
    path = tmp_path / "l.db"
    through(path, Site({"/a": TALKS}), "/a")
    assert through(path, Site({"/a": TALKS}), "/a").counts == {"same": 1}
    assert through(path, Site({"/a": EDITED}), "/a").counts == {"changed": 1}
    with Ledger.open(path) as ledger:
        assert sorted(row.version for row in query.documents(ledger)) == [1, 2]


def test_a_page_that_goes_is_kept_and_may_come_back(tmp_path: Path) -> None:
    path = tmp_path / "l.db"
    through(path, Site({"/a": TALKS}), "/a")
    assert through(path, Site({}), "/a").counts == {"gone": 1}
    with Ledger.open(path) as ledger:
        assert len(query.documents(ledger)) == 1
    found = through(path, Site({"/a": TALKS}), "/a")
    assert (found.counts, found.added) == ({"changed": 1}, 0)


def test_a_page_that_cannot_be_read_is_tried_again(tmp_path: Path) -> None:
    path = tmp_path / "l.db"
    found = through(path, Site({"/a": "", "/b": TALKS}), "/a", "/b")
    assert found.counts == {"failed": 1, "new": 1}
    assert "empty" in found.failures[0]
    assert through(path, Site({"/a": TALKS, "/b": TALKS}), "/a").counts["new"] == 1


def test_a_list_that_cannot_be_had_ends_its_source_alone(tmp_path: Path) -> None:
    sources = [
        WatchedSource.model_validate(SOURCE | {"feed": f"{HOST}/none"}),
        WatchedSource.model_validate(SOURCE | {"id": "other", "addresses": [f"{HOST}/a"]}),
    ]
    found = fetch(tmp_path / "l.db", sources, Site({"/a": TALKS}), clock=lambda: "2031-06-01", pace=Pace())
    assert [bool(one.sentence) for one in found] == [True, False]
    assert found[1].counts == {"new": 1}


def test_the_command_says_what_came_of_each_source(tmp_path: Path) -> None:
    with misbehaving() as address:
        path = tmp_path / "sources.toml"
        path.write_text(
            'allowed = ["127.0.0.1"]\n[[source]]\nid = "vices"\npublisher = "Ministry"\ndelay = 0\n'
            f'addresses = ["{address}/good", "{address}/truncated"]\n',
            "utf-8",
        )
        first = run("--ledger", tmp_path / "l.db", "fetch", "--sources", path)
        again = run("--ledger", tmp_path / "l.db", "fetch", "vices", "--sources", path, "--json", "--verbose")
    assert (first.code, first.out) == (1, "vices: 1 new, 1 failed.\n")
    assert "broke off before its end" in first.err
    assert '"fate": "same"' in again.out
    assert "vices: same: " in again.err


def test_the_command_tells_the_notes_on_a_page_that_was_read(tmp_path: Path) -> None:
    with misbehaving() as address:
        path = tmp_path / "sources.toml"
        path.write_text(
            'allowed = ["127.0.0.1"]\n[[source]]\nid = "vices"\npublisher = "Ministry"\ndelay = 0\n'
            f'addresses = ["{address}/half.pdf", "{address}/good"]\n',
            "utf-8",
        )
        told = run("--ledger", tmp_path / "l.db", "fetch", "--sources", path)
        listed = run("--ledger", tmp_path / "m.db", "fetch", "--sources", path, "--json")
    assert (told.code, told.out) == (0, "vices: 2 new.\n")
    assert told.err == f"Notes:\n  {address}/half.pdf: page 2 has pictures and no text.\n"
    pages = json.loads(listed.out)[0]["pages"]
    assert [one["notes"] for one in pages] == [["page 2 has pictures and no text"], []]


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["fetch"], "There is no sources.toml; `regesta sources > sources.toml` gives one"),
        (["fetch", "--sources", "given.toml", "other"], "has no source 'other'; it has arvenia"),
    ],
)
def test_bad_input_has_its_sentence(
    arguments: list[str], sentence: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "given.toml").write_text(
        '[[source]]\nid = "arvenia"\npublisher = "Ministry"\naddresses = ["https://a.example/"]\n', "utf-8"
    )
    done = run(*arguments)
    assert (done.code, sentence in done.err) == (2, True), done.err


def test_the_sources_that_ship_are_printed_as_a_file() -> None:

    done = run("sources")
    assert WatchedSources.model_validate(tomllib.loads(done.out)).source
