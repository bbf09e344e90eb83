"""Where meetings were held, and what the sides call things."""

from __future__ import annotations

import re

from fastapi.testclient import TestClient

from regesta.query.naming import ConceptView, NameLine
from regesta.web.naming_chart import naming_chart

Years = dict[tuple[str | None, str], dict[str | None, int]]


def test_a_place_has_as_many_meetings_as_the_list_says(visitor: TestClient) -> None:
    places = visitor.get("/places?format=json").json()
    assert len(places) > 3
    for place in places:
        met = visitor.get(f"/places/{place['place']}", params={"format": "json"}).json()
        assert len(met) >= place["meetings"] > 0
    assert {row["country"] for row in visitor.get("/places?party=xb&format=json").json()} == {"XB"}


def test_an_unknown_place_is_said_to_be_unknown(visitor: TestClient) -> None:
    answer = visitor.get("/places/Nowhere/At all")
    assert answer.status_code == 404 and "/places lists the places" in answer.text


def test_names_of_a_thing_stand_by_side_with_first_and_last_use(visitor: TestClient) -> None:
    names = visitor.get("/terms/strait_islands?format=json").json()
    assert [name["side"] for name in names] == sorted(name["side"] for name in names)
    assert {(name["side"], name["label"]) for name in names} >= {
        ("XA", "Sarn Islands"),
        ("XB", "Kestrel Islands"),
    }
    assert all(
        name["first"] <= name["last"] and "sha256" in name["citation"] for name in names if name["first"]
    )
    listed = visitor.get("/terms?format=json").json()
    assert [one for one in listed if one["concept"] == "strait_islands"] == [
        {name: value for name, value in one.items() if name in listed[0]} for one in names
    ]


def test_the_bars_of_a_chart_lead_to_the_sentences_of_their_year(visitor: TestClient) -> None:
    page = visitor.get("/terms/strait_islands").text
    found = re.search(r'href="(/search\?q=[^"]+)" aria-label="Arvenia, Sarn Islands, (\d+): (\d+)"', page)
    assert found
    hits = visitor.get(found[1].replace("&amp;", "&") + "&format=json").json()
    assert hits and all(hit["day"].startswith(found[2]) for hit in hits)
    assert visitor.get("/terms/nothing_known").status_code == 404


def test_bars_are_as_high_as_the_uses_of_their_year() -> None:
    name = NameLine("islets", "XA", "the islets", 6, 3, "2019-01-01", "2021-01-01")
    years: Years = {("XA", "the islets"): {"2019": 4, "2021": 1, None: 1}}
    chart = naming_chart(ConceptView("islets", (name,), years))
    assert chart is not None
    [row] = chart.rows
    assert [(bar.year, bar.count) for bar in row.bars] == [("2019", 4), ("2021", 1)]
    assert row.bars[0].height == 4 * row.bars[1].height
    assert [year for year, _ in chart.ticks] == ["2019", "2020", "2021"]
    assert naming_chart(ConceptView("islets", (name,), {("XA", "the islets"): {None: 6}})) is None


def test_the_place_of_a_meeting_leads_to_its_other_meetings(visitor: TestClient) -> None:
    assert 'href="/places/Port%20Selen"' in visitor.get("/meetings").text
    assert "Port Selen" in visitor.get("/places/Port%20Selen").text


def test_each_name_leads_to_its_first_and_last_use_in_one_click(visitor: TestClient) -> None:
    page = visitor.get("/terms").text
    ways = re.findall(r'<td><a href="(/documents/[^"#]+)#at">([^<]+)</a></td>', page)
    assert ways
    text = visitor.get(ways[0][0].replace("&amp;", "&")).text
    assert 'id="at"' in text
