"""Full text over the ledger: what is found, in which order, under which filters."""

from __future__ import annotations

import pytest

from regesta import query
from regesta.ledger import Ledger
from regesta.model.finding import RegestaError
from regesta.model.records import Account, Records
from regesta.model.span import Span
from regesta.query import Filters, Hit, Search
from regesta.query.search import COUNTED
from tests.ledger.readings import full_reading, reading


def lines(text: str, fate: str = "record") -> Records:
    """A record-free text of which each line is a sentence."""
    accounts, start = [], 0
    for line in text.split("\n"):
        accounts.append(Account(Span(start, start + len(line)), fate))  # type: ignore[arg-type]
        start += len(line) + 1
    return Records(accounts=tuple(accounts))


def add(ledger: Ledger, text: str, **known: object) -> str:
    """Add a text of one sentence a line."""
    about = {"kind": "statement", "url": None, "file": None, "rules": "r1", **known}
    return ledger.add(reading(text, lines(text), **about), now="t").document_id  # type: ignore[arg-type]


def found(ledger: Ledger, words: str, **wanted: object) -> list[str]:
    filters = Filters(**{name: wanted.pop(name) for name in list(wanted) if hasattr(Filters(), name)})  # type: ignore[arg-type]
    return [hit.quote for hit in query.search(ledger, Search(words, filters, **wanted)).hits]  # type: ignore[arg-type]


def test_a_hit_is_a_quote_in_context_with_its_citation(ledger: Ledger) -> None:
    document = add(ledger, "Snow fell. The ferry sails at dawn.\nRain fell.", published="2021-03-05")
    [hit] = query.search(ledger, Search("ferry dawn")).hits
    assert (hit.document.id, hit.day, hit.fate) == (document, "2021-03-05", "record")
    assert [hit.quote[mark.start : mark.end] for mark in hit.marks] == ["ferry", "dawn"]
    assert "5 March 2021, para. 1" in hit.citation


def test_words_around_a_hit_stay_in_its_line(ledger: Ledger) -> None:
    text = "Snow fell. Rain fell. Fog came.\nWind rose."
    rain = Records(accounts=(Account(Span(11, 21), "record"),))
    ledger.add(reading(text, rain), now="t")
    [hit] = query.search(ledger, Search("rain")).hits
    assert (hit.before, hit.quote, hit.after) == ("Snow fell. ", "Rain fell.", " Fog came.")


def test_the_newest_or_the_best_come_first(ledger: Ledger) -> None:
    add(ledger, "Rain and rain and rain.", published="2020-01-02")
    add(ledger, "There was much talk of rain in the harbour on that day.", published="2021-01-02")
    add(ledger, "Rain without a date.", published=None, published_basis=None)
    assert found(ledger, "rain", order="date") == [
        "There was much talk of rain in the harbour on that day.",
        "Rain and rain and rain.",
        "Rain without a date.",
    ]
    assert found(ledger, "rain")[0] == "Rain and rain and rain."
    assert found(ledger, "rain", since="2020", until="2020") == ["Rain and rain and rain."]
    assert "Rain without a date." not in found(ledger, "rain", until="2030")


def test_headings_stand_after_sentences(ledger: Ledger) -> None:
    ledger.add(reading("Rain", lines("Rain", "furniture"), url=None, file=None), now="t")
    add(ledger, "There was much talk of rain in the harbour on that day.")
    assert found(ledger, "rain")[-1] == "Rain"


def test_what_narrows(ledger: Ledger) -> None:
    ledger.add(full_reading(), now="t")
    urged = "Minister Tarn urged Brevia to open the Low Pass."
    assert found(ledger, "tarn", act="urge") == found(ledger, "tarn", act="ASK") == [urged]
    assert found(ledger, "brevia pass", person="Tarn Odile", topic="trade", party="xa", kind="readout") == [
        urged
    ]
    assert found(ledger, "brevia pass", publisher="foreign arlund") == [urged]
    assert found(ledger, "brevia pass", topic="fish") == found(ledger, "brevia", kind="speech") == []
    with pytest.raises(RegestaError, match="There is no act"):
        found(ledger, "pass", act="sing")


def test_counts_are_of_the_hits(ledger: Ledger) -> None:
    ledger.add(full_reading(), now="t")
    answer = query.search(ledger, Search("minister"))
    counts = {(one.facet, one.label): one.count for some in answer.counts.values() for one in some}
    assert counts["act", "urge"] == counts["act", "explain"] == 1
    assert counts["person", "Odile Tarn"] == 4
    assert (counts["year", "2021"], answer.beyond) == (5, False)


def test_only_current_versions_are_found_unless_asked(ledger: Ledger) -> None:
    add(ledger, "Rain fell on the quay.", url="https://mfa.example/9")
    add(ledger, "Rain fell on the bridge.", url="https://mfa.example/9")
    assert found(ledger, "rain") == ["Rain fell on the bridge."]
    assert len(found(ledger, "rain", superseded=True)) == 2


def test_only_the_newest_are_counted_and_all_are_listed(ledger: Ledger) -> None:
    many = COUNTED + 30
    add(ledger, "\n".join(f"Rain fell {number}." for number in range(many)))
    answer = query.search(ledger, Search("rain"))
    assert (answer.counted, answer.beyond, answer.more) == (COUNTED, True, True)
    listed = [hit.quote for hit in query.every_hit(ledger, Search("rain"))]
    assert len(listed) == len(set(listed)) == many
    last = query.search(ledger, Search("rain", order="date"), page=2, size=COUNTED)
    assert len(last.hits) == 30 and not last.more


def test_every_hit_stands_between_the_days_asked_for(ledger: Ledger) -> None:
    for year in range(2015, 2020):
        add(ledger, f"Rain fell {year}.", published=f"{year}-05-06")
    asked = Search("rain", Filters(since="2016", until="2018"))
    listed: list[Hit] = list(query.every_hit(ledger, asked))
    assert [hit.day for hit in listed] == ["2018-05-06", "2017-05-06", "2016-05-06"]
    assert listed[0].values("publisher") == ("Ministry of Foreign Affairs of Arlund",)
