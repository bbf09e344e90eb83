"""TEI of a ledger: valid by the TEI's own schemas, and the frozen text in it to the character."""

from __future__ import annotations

import lzma
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import trafilatura
from lxml import etree

from regesta.export.xml_words import dated, held, times
from regesta.ledger import Ledger
from regesta.query import chosen
from tests.ledger.readings import full_reading

from .ledgers import data, filled, two

SCHEMA = Path(__file__).parent / "schemas" / "tei_all.rng.xz"
DTD = Path(trafilatura.__file__).parent / "data" / "tei_corpus.dtd"
NS = {"t": "http://www.tei-c.org/ns/1.0", "frus": "http://history.state.gov/frus/ns/1.0"}
ID = "{http://www.w3.org/XML/1998/namespace}id"
OWN = "{http://history.state.gov/frus/ns/1.0}"


@pytest.fixture(scope="module")
def schema() -> etree.RelaxNG:
    """The schema of all of TEI P5."""
    return etree.RelaxNG(etree.fromstring(lzma.decompress(SCHEMA.read_bytes())))


@pytest.fixture(scope="module")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A readout with a record of every kind, and a page with what XML cannot hold."""
    return two(tmp_path_factory.mktemp("tei") / "two.db")


@pytest.fixture(scope="module")
def file(ledger: Path) -> Any:
    """The file, parsed."""
    return etree.fromstring(data(ledger, "tei"))


def without(file: Any, *names: str) -> Any:
    """A copy without the attributes of FRUS, which are not TEI's own, and without those of these names."""
    copy = etree.fromstring(etree.tostring(file))
    for one in copy.iter():
        for name in [name for name in one.attrib if name.startswith(OWN) or name in names]:
            del one.attrib[name]
    etree.cleanup_namespaces(copy)
    return etree.fromstring(etree.tostring(copy))


def words(one: Any) -> str:
    return "".join(one.itertext())


def test_it_is_valid_by_the_schema_of_all_of_tei(file: Any, schema: etree.RelaxNG) -> None:
    assert schema.validate(without(file)), schema.error_log


def test_it_is_valid_by_a_newer_edition_of_tei_that_has_no_module_for_analysis(file: Any) -> None:
    check = etree.DTD(file=str(DTD))
    assert check.validate(without(file, "ana")), check.error_log.filter_from_errors()


def test_nothing_chosen_is_valid_too(ledger: Path, schema: etree.RelaxNG) -> None:
    empty = etree.fromstring(data(ledger, "tei", publisher="nobody"))
    assert schema.validate(empty), schema.error_log
    assert empty.find(".//t:back", NS) is None


def test_the_paragraphs_are_the_frozen_text_to_the_character(ledger: Path, file: Any) -> None:
    with Ledger.open(ledger) as opened:
        texts = {row.id: row.text for row, _ in chosen(opened)}
    for id_, text in texts.items():
        [division] = file.xpath(f".//t:div[@xml:id='{id_}']", namespaces=NS)
        covered = 0
        for paragraph in division.findall("t:p", NS):
            start = int(paragraph.get(ID).rpartition("_c")[2])
            said = words(paragraph)
            assert held(text[start : start + len(said)]) == said
            assert text[covered:start].strip() == ""
            covered = start + len(said)
        assert text[covered:].strip() == ""


def test_what_xml_cannot_hold_is_a_replacement_character(file: Any) -> None:
    [title] = [one for one in file.iterfind(".//t:p", NS) if words(one).startswith("Costs & gains")]
    assert "“é”\ufffd by Ödön" in words(title)


def test_segments_and_notes_lead_to_each_other(file: Any) -> None:
    ids = {one.get(ID): one for one in file.iter() if one.get(ID)}
    segments = file.findall(".//t:p/t:seg", NS)
    assert segments
    for one in segments:
        start, _, end = one.get(ID).rpartition("_t")[2].partition("-")
        assert len(words(one)) == int(end) - int(start)
        for name in one.get("ana").split():
            assert f"#{one.get(ID)}" in ids[name[1:]].get("target").split()
    for name in _pointers(file):
        assert name.removeprefix("#") in ids, name


def test_a_division_is_that_of_a_frus_document(file: Any) -> None:
    division = file.find(".//t:div[@type='document']", NS)
    assert (division.get("subtype"), division.get("n")) == ("historical-document", "1")
    assert division.get(f"{OWN}doc-dateTime-min") == "2021-03-03T00:00:00"
    assert division.get(f"{OWN}doc-dateTime-max") == "2021-03-03T23:59:59"
    head, source = division.find("t:head", NS), division.find("t:head/t:note[@type='source']", NS)
    assert head.text == "Second Meeting of the Foreign Ministers of Arlund and Brevia"
    assert words(source).startswith("Source: Ministry of Foreign Affairs of Arlund, ")
    line = division.find("t:opener/t:dateline", NS)
    assert words(line) == "Vasterhame, 3 March 2021; 4 March 2021"
    assert [one.get("when") for one in line.findall("t:date", NS)] == ["2021-03-03", "2021-03-04"]
    people = division.findall("t:list[@type='participants']/t:item/t:persName", NS)
    assert [one.text for one in people] == ["Odile Tarn", "Pavo Reth"]


def test_persons_places_parties_and_meetings_stand_at_the_end(file: Any) -> None:
    [event] = file.findall(".//t:listEvent/t:event", NS)
    assert (event.get("when"), event.get("type"), event.get("subtype")) == (
        "2021-03-03", "foreign_ministers", "held",
    )  # fmt: skip
    names = [one.text for one in file.findall(".//t:listPerson/t:person/t:persName", NS)]
    assert sorted(names) == ["Odile Tarn", "Pavo Reth"]
    shown = file.find(".//t:listPerson/t:person/t:occupation", NS)
    assert words(shown) == "Foreign Minister (XA), held on 3 March 2021 and on 4 March 2021"
    assert [one.text for one in file.findall(".//t:listPlace/t:place/t:placeName", NS)] == ["Vasterhame"]


def test_a_window_is_not_before_and_not_after(tmp_path: Path, schema: etree.RelaxNG) -> None:
    whole = full_reading()
    [met] = whole.records.meetings
    late = replace(met, when="2021-03-01/2021-03-10", when_basis="content", place="St. Ödön’s / Hall")
    ledger = filled(tmp_path / "one.db", replace(whole, records=replace(whole.records, meetings=(late,))))
    file = etree.fromstring(data(ledger, "tei"))
    assert schema.validate(without(file)), schema.error_log
    date = file.find(".//t:opener//t:date[@type='conversation-or-meeting-date']", NS)
    assert (date.get("when"), date.get("notBefore"), date.get("notAfter")) == (
        None, "2021-03-01", "2021-03-10",
    )  # fmt: skip
    assert date.text == "1–10 March [2021]"


@pytest.mark.parametrize(
    ("edtf", "said"),
    [
        ("2031-05-04", {"when": "2031-05-04"}),
        ("2031-05", {"when": "2031-05"}),
        ("2031", {"when": "2031"}),
        ("2031-05/2031-06", {"notBefore": "2031-05-01", "notAfter": "2031-06-30"}),
        ("../2031-06", {"notBefore": None, "notAfter": "2031-06-30"}),
        ("2031-21", {"notBefore": "2031-03-01", "notAfter": "2031-05-31"}),
        ("XXXX-12-02", {}),
        (None, {}),
    ],
)
def test_dates_are_as_sure_as_they_are(edtf: str | None, said: dict[str, str | None]) -> None:
    assert dated(edtf) == said


def test_moments_are_of_known_days_alone() -> None:
    assert times("XXXX-12-02") == times(None) == times("../2031-05") == {}


def _pointers(file: Any) -> Iterator[str]:
    for one in file.iter():
        for name in ("ref", "target", "corresp", "ana", "where"):
            yield from (word for word in (one.get(name) or "").split() if word.startswith("#"))
