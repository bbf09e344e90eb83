"""Web Annotations of a ledger: valid, read as RDF, and both selectors right of every record."""

from __future__ import annotations

import json
import warnings
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft7Validator
from rdflib import RDF, Graph, Namespace, URIRef
from rdflib.collection import Collection

from regesta.export.citations import broken, text_address
from regesta.export.webannotation import CONTEXT, TERMS, VOCABULARY
from regesta.ledger import Ledger
from regesta.query import chosen

from .ledgers import text, two

SCHEMAS = Path(__file__).parent / "schemas"
OA, AS = Namespace("http://www.w3.org/ns/oa#"), Namespace("http://www.w3.org/ns/activitystreams#")
OWN = Namespace(VOCABULARY)
W3C = json.loads((SCHEMAS / "anno.jsonld").read_text("utf-8"))["@context"]


@pytest.fixture(scope="module")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A readout with a record of every kind, and a text without one."""
    return two(tmp_path_factory.mktemp("annotations") / "two.db")


@pytest.fixture(scope="module")
def made(ledger: Path) -> dict[str, Any]:
    """The collection."""
    found: dict[str, Any] = json.loads(text(ledger, "webannotation"))
    return found


def items(made: dict[str, Any]) -> list[dict[str, Any]]:
    return list(made["first"]["items"])


def graph(made: dict[str, Any]) -> Graph:
    """The triples, read with our transcription of the W3C's context: nothing is fetched."""
    assert made["@context"][0] == CONTEXT
    local = made | {"@context": [W3C, *made["@context"][1:]]}
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)
        return Graph().parse(data=json.dumps(local), format="json-ld")


def test_every_annotation_is_valid(made: dict[str, Any]) -> None:
    check = Draft7Validator(json.loads((SCHEMAS / "web-annotation.json").read_text("utf-8")))
    for item in items(made):
        check.validate({"@context": CONTEXT, **item})


def test_every_record_has_an_annotation_and_each_an_id_of_its_own(made: dict[str, Any]) -> None:
    kinds = [item["body"][1]["type"][1] for item in items(made)]
    assert sorted(kinds) == [
        "Commitment",
        "Meeting",
        "Request",
        "Statement",
        "Statement",
        "Statement",
        "Term",
    ]
    assert len({item["id"] for item in items(made)}) == len(kinds) == made["total"]


def test_both_selectors_of_every_target_agree_with_the_frozen_text(
    ledger: Path, made: dict[str, Any]
) -> None:
    with Ledger.open(ledger) as opened:
        texts = {text_address(row): row.text for row, _ in chosen(opened)}
    targets = [one for item in items(made) for one in _list(item["target"])]
    assert len(targets) == made["total"] + 1  # the meeting is named twice
    for target in targets:
        assert broken({"target": target}, texts[target["source"]]) is None
        assert {one["type"] for one in target["selector"]} == {"TextQuoteSelector", "TextPositionSelector"}


def test_it_is_read_as_one_page_of_an_ordered_collection(made: dict[str, Any]) -> None:
    found = graph(made)
    [whole] = found.subjects(RDF.type, AS.OrderedCollection)
    [page] = found.objects(whole, AS.first)
    assert (page, AS.partOf, whole) in found and (whole, AS.last, page) in found
    [total], [head] = found.objects(whole, AS.totalItems), found.objects(page, AS["items"])
    listed = list(Collection(found, head))
    assert int(str(total)) == len(listed) == made["total"]
    assert set(listed) == set(found.subjects(RDF.type, OA.Annotation))


def test_what_was_read_is_read_as_triples(made: dict[str, Any]) -> None:
    found = graph(made)
    acts = {_text(found, body, OWN.act): body for body in found.subjects(RDF.type, OWN.Statement)}
    urged = acts["urge"]
    [annotation] = found.subjects(OA.hasBody, urged)
    assert (annotation, OA.motivatedBy, OA.describing) in found
    [actor] = found.objects(urged, OWN.actors)
    assert _text(found, actor, URIRef("http://xmlns.com/foaf/0.1/name")) == "Odile Tarn"
    [said] = found.objects(urged, OWN.content)
    assert (said, RDF.type, OA.TextPositionSelector) in found
    [paper] = found.objects(urged, OWN.document)
    assert {str(source) for source in found.objects(None, OA.hasSource)} >= {str(paper)}


def test_no_key_is_lost_for_want_of_a_term(made: dict[str, Any]) -> None:
    known = {*W3C, *TERMS}
    assert set(_keys(made["first"]["items"])) <= known
    assert not set(TERMS) & set(W3C)


def test_nothing_chosen_is_an_empty_page(ledger: Path) -> None:
    empty = json.loads(text(ledger, "webannotation", topic="fishery"))
    assert (empty["total"], empty["first"]["items"]) == (0, [])
    assert empty["id"] != json.loads(text(ledger, "webannotation"))["id"]


def test_the_same_ledger_gives_the_same_ids(ledger: Path) -> None:
    assert text(ledger, "webannotation") == text(ledger, "webannotation")


def _list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]


def _text(found: Graph, subject: Any, predicate: URIRef) -> str | None:
    value = found.value(subject, predicate)
    return None if value is None else str(value)


def _keys(value: Any) -> list[str]:
    if isinstance(value, list):
        return [key for one in value for key in _keys(one)]
    if isinstance(value, dict):
        return [*value, *(key for one in value.values() for key in _keys(one))]
    return []
