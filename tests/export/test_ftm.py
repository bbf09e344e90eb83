"""FollowTheMoney entities of a ledger, valid by the model that their users load them with."""

from __future__ import annotations

import json
from collections import defaultdict
from pathlib import Path
from typing import Any

import pytest
from followthemoney import model
from followthemoney.types import registry

from regesta.export.ftm_entities import partial_date
from regesta.rules.states import states
from tests.ledger.readings import full_reading

from .ledgers import AWKWARD, filled, text, two

Entities = dict[str, list[dict[str, Any]]]


@pytest.fixture(scope="module")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A readout with a record of every kind, and a page of an uncertain day."""
    return two(tmp_path_factory.mktemp("ftm") / "two.db")


def entities(ledger: Path, **filters: Any) -> Entities:
    """The entities by schema, each validated on the way."""
    found: Entities = defaultdict(list)
    for line in text(ledger, "ftm", **filters).splitlines():
        one = json.loads(line)
        schema = model.get(one["schema"])
        assert schema is not None
        schema.validate(one)
        proxy = model.get_proxy(one, cleaned=False)
        kept = {name: sorted(values) for name, values in proxy.to_dict()["properties"].items()}
        assert kept == {
            name: sorted(value.replace("\u2028", " ").strip() for value in values)
            for name, values in one["properties"].items()
        }
        assert registry.entity.validate(one["id"])
        found[one["schema"]].append(one)
    return found


def _cleaned(value: str) -> str:
    """What the model does to a value that is right: ends are cut, a separator of lines is a blank."""
    return value.replace("\u2028", " ").strip()


def properties(one: dict[str, Any]) -> dict[str, list[str]]:
    return dict(one["properties"])


def test_every_entity_is_valid_and_has_an_id_of_its_own(ledger: Path) -> None:
    found = entities(ledger)
    ids = [one["id"] for some in found.values() for one in some]
    assert len(ids) == len(set(ids))
    assert {schema: len(some) for schema, some in found.items()} == {
        "PlainText": 2, "PublicBody": 3, "Person": 2, "Position": 2, "Occupancy": 2, "Mention": 2, "Note": 6,
        "Event": 1, "Documentation": 1,
    }  # fmt: skip


def test_every_entity_that_is_named_is_there(ledger: Path) -> None:
    found = entities(ledger)
    ids = {one["id"] for some in found.values() for one in some}
    for some in found.values():
        for one in some:
            schema = model.get(one["schema"])
            assert schema is not None
            links = [name for name, prop in schema.properties.items() if prop.type is registry.entity]
            assert {id_ for name in links for id_ in properties(one).get(name, [])} <= ids


def test_a_meeting_is_an_event_with_its_states_and_persons(ledger: Path) -> None:
    found = entities(ledger)
    [event], [telling] = found["Event"], found["Documentation"]
    persons = {properties(one)["name"][0]: one["id"] for one in found["Person"]}
    assert set(properties(event)["involved"]) == {"state-XA", "state-XB", *persons.values()}
    assert (properties(event)["date"], properties(event)["location"]) == (["2021-03-03"], ["Vasterhame"])
    assert properties(telling)["entity"] == [event["id"]]
    assert properties(telling)["role"] == ["held"]


def test_a_statement_is_a_note_with_its_words_and_their_place(ledger: Path) -> None:
    [note] = [one for one in entities(ledger)["Note"] if one["id"].endswith(".statement.s-1")]
    assert properties(note)["description"] == ["Minister Tarn urged Brevia to open the Low Pass."]
    assert properties(note)["keywords"] == ["statement", "urge", "trade"]
    assert any("sha256:" in line and "characters" in line for line in properties(note)["notes"])
    assert any(
        line.startswith("Ministry of Foreign Affairs of Arlund, ") for line in properties(note)["notes"]
    )


def test_a_promise_says_its_window_and_what_came_of_it(ledger: Path) -> None:
    [note] = [one for one in entities(ledger)["Note"] if ".commitment." in one["id"]]
    assert "due: 31 December 2021 (2021-12-31; basis: stated)" in properties(note)["notes"]
    assert "status no_evidence from 2022-01-01" in properties(note)["notes"]


def test_an_office_is_held_on_days_not_from_and_to(ledger: Path) -> None:
    [held, *_] = entities(ledger)["Occupancy"]
    assert properties(held)["date"] == ["2021-03-03", "2021-03-04"]
    assert not {"startDate", "endDate"} & set(properties(held))


def test_the_text_keeps_its_places_when_the_model_has_cleaned_it(ledger: Path) -> None:
    [_, page] = entities(ledger)["PlainText"]
    loaded = model.get_proxy(page, cleaned=False).first("bodyText") or ""
    assert loaded.index("They met") == AWKWARD.index("They met")


@pytest.mark.parametrize(
    ("edtf", "said"),
    [
        ("2031-05-04", "2031-05-04"), ("2031-05", "2031-05"), ("2031", "2031"), (None, None),
        ("2031-05-11/2031-05-20", "2031-05"), ("2031-05-30/2031-06-02", "2031"), ("2031-12/2032-01", None),
        ("XXXX-12-02", None), ("2031-21", "2031"), ("../2031-05-04", None),
    ],
)  # fmt: skip
def test_a_date_is_as_precise_as_it_is_certain(edtf: str | None, said: str | None) -> None:
    assert partial_date(edtf) == said
    assert said is None or registry.date.validate(said)


def test_an_uncertain_day_of_publication_is_said_in_the_notes(ledger: Path) -> None:
    [_, page] = entities(ledger)["PlainText"]
    assert properties(page)["publishedAt"] == ["2031-05"]
    assert "published 1–10 May [2031] (basis: inferred)" in properties(page)["notes"]


def test_invented_states_have_no_country_and_real_codes_are_known_to_the_model(ledger: Path) -> None:
    assert all("country" not in properties(one) for some in entities(ledger).values() for one in some)
    assert all(registry.country.validate(state.code.lower()) for state in states())


def test_filters_choose_and_the_same_ledger_gives_the_same_lines(ledger: Path) -> None:
    assert set(entities(ledger, act="explain")) == {"PlainText", "PublicBody", "Person", "Position",
                                                    "Occupancy", "Mention", "Note"}  # fmt: skip
    assert text(ledger, "ftm") == text(ledger, "ftm")


def test_a_party_that_the_model_knows_has_its_country(tmp_path: Path) -> None:
    ledger = filled(tmp_path / "one.db", full_reading(side="NZ", counterpart="EU"))
    bodies = {one["id"]: properties(one) for one in _all(entities(ledger))}
    assert bodies["state-NZ"]["country"] == ["nz"]
    assert bodies["state-EU"]["country"] == ["eu"]


def _all(found: Entities) -> list[dict[str, Any]]:
    return [one for some in found.values() for one in some]
