"""Persons: the list, its filters, and one person with what the documents show."""

from __future__ import annotations

import re

from fastapi.testclient import TestClient


def ids(visitor: TestClient, asked: str = "") -> dict[str, str]:
    return {one["name"]: one["id"] for one in visitor.get(f"/people?format=json{asked}").json()}


def test_persons_stand_by_country_and_name(visitor: TestClient) -> None:
    rows = visitor.get("/people?format=json").json()
    assert [(row["country"], row["name"]) for row in rows] == sorted(
        (row["country"], row["name"]) for row in rows
    )
    assert set(ids(visitor, "&party=xb")) == {
        "Anselm Rhode",
        "Karsten Olav Vaal",
        "Roald Eskeland",
        "Sunniva Harrik",
    }


def test_any_spelling_of_a_name_finds_its_person(visitor: TestClient) -> None:
    assert ids(visitor, "&person=vaal karsten") == ids(visitor, "&person=OLAV") != {}
    assert ids(visitor, "&person=%26") == ids(visitor, "&person=nobody") == {}
    assert "The ledger shows no such person" in visitor.get("/people?person=nobody").text


def test_a_person_has_offices_names_meetings_and_statements_with_their_words(visitor: TestClient) -> None:
    page = visitor.get(f"/people/{ids(visitor)['Karsten Olav Vaal']}").text
    assert re.search(r'shown held from <a href="/documents/d-\w+\?at=\d+-\d+#at"', page)
    assert "Karsten Vaal</a>" in page and "Karsten Olav Vaal</a>" in page
    assert re.search(r'href="/meetings/[a-z]+-\w+"', page)
    assert "Statements by and to Karsten Olav Vaal" in page
    assert "Review</a>" in page, "the two spellings were judged to be one person"


def test_statements_can_be_had_whole_and_page_by_page(visitor: TestClient) -> None:
    there = f"/people/{ids(visitor)['Anselm Rhode']}"
    rows = visitor.get(f"{there}?format=json").json()
    assert len(rows) > 25 and all("Anselm Rhode" in str((row["actors"], row["addressee"])) for row in rows)
    first, second = (visitor.get(f"{there}?page={number}").text for number in (1, 2))
    assert "Next page" in first and "Earlier page" in second
    assert (first + second).count('<blockquote class="quote"') == len(rows) + 2


def test_an_unknown_person_is_said_to_be_unknown(visitor: TestClient) -> None:
    answer = visitor.get("/people/p-0000000000000000")
    assert answer.status_code == 404 and "/people lists them" in answer.text


def test_what_makes_names_one_person_leads_to_its_review(visitor: TestClient) -> None:
    ids = [row["id"] for row in visitor.get("/people?format=json").json()]
    pages = [visitor.get(f"/people/{id_}").text for id_ in ids]
    ways = [way for page in pages for way in re.findall(r"/review\?verdict=\w+&amp;at=(j-\w+)", page)]
    assert ways
    assert f"· {ways[0]}" in visitor.get(f"/review?at={ways[0]}").text
