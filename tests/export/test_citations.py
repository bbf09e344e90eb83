"""Citations that other programs can read, and that break aloud when their words are gone."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from regesta.export.citations import annotation, as_bibtex, as_csl, as_text, broken
from regesta.ledger import Ledger
from regesta.model.finding import RegestaError
from regesta.model.span import Span
from regesta.query.quotation import Quotation, quotation
from tests.ledger.readings import TEXT, at, reading, records

CSL_KEYS = {
    "id", "type", "title", "author", "publisher", "issued", "accessed", "URL", "language", "genre", "version",
    "locator", "note", "annote",
}  # fmt: skip
"""The keys used, all of them in the schema of CSL data; it allows no others beside its own."""
AGREED = "The two ministers agreed to set up a customs desk by the end of 2021."


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    """An empty ledger."""
    with Ledger.open(tmp_path / "regesta.db", create=True) as opened:
        yield opened


@pytest.fixture
def agreed(ledger: Ledger) -> Quotation:
    """The words of an undertaking, cited."""
    return cited(ledger, AGREED)


def cited(ledger: Ledger, words: str, text: str = TEXT, start: int = 0, **known: Any) -> Quotation:
    """Some words of a text in the ledger, cited."""
    found = records() if text == TEXT else type(records())()
    added = ledger.add(reading(text, found, **known), now="2024-05-06T07:08:09+00:00")
    made = quotation(ledger, added.document_id, at(text, words, start))
    assert made is not None
    return made


def fields(entry: str) -> dict[str, str]:
    """The fields of a BibTeX entry, read as BibTeX does: every brace counts, whatever stands before it."""
    head = re.fullmatch(r"@misc\{([^,\s{}#%~\"\\']+),\n(.*)\n\}\n", entry, re.DOTALL)
    assert head is not None, entry
    found, rest = {"key": head[1]}, head[2]
    while rest:
        name = re.match(r"  (\w+) = \{", rest)
        assert name is not None, rest
        depth, place = 1, name.end()
        while depth:
            depth += {"{": 1, "}": -1}.get(rest[place], 0)
            place += 1
        found[name[1]] = rest[name.end() : place - 1]
        assert rest[place] == ","
        rest = rest[place + 1 :].removeprefix("\n")
    return found


def test_a_citation_for_people_has_the_words_and_their_place(agreed: Quotation) -> None:
    assert as_text(agreed, "http://127.0.0.1/documents/d").startswith(
        f"“{AGREED}” Ministry of Foreign Affairs of Arlund, “Second Meeting of the Foreign Ministers of"
        " Arlund and Brevia”, readout, 4 March 2021, section 1, para. 2, https://mfa.example/4, sha256:"
    )


def test_csl_json_has_keys_of_its_schema_alone(agreed: Quotation) -> None:
    [item] = json.loads(as_csl(agreed))
    assert set(item) <= CSL_KEYS
    assert item["issued"] == {"date-parts": [[2021, 3, 4]]}
    assert item["accessed"] == {"date-parts": [[2024, 5, 6]]}
    assert item["author"] == [{"literal": "Ministry of Foreign Affairs of Arlund"}]
    assert (item["type"], item["locator"], item["annote"]) == ("webpage", "section 1, para. 2", AGREED)


def test_a_day_that_was_worked_out_is_about_right(agreed: Quotation) -> None:
    row = replace(agreed.row, published="2021-03-01/2021-04", published_basis="inferred")
    [item] = json.loads(as_csl(replace(agreed, row=row)))
    assert item["issued"] == {"date-parts": [[2021, 3, 1], [2021, 4]], "circa": True}
    [item] = json.loads(as_csl(replace(agreed, row=replace(row, published=None))))
    assert "issued" not in item


def test_bibtex_can_be_read_again(agreed: Quotation) -> None:
    found = fields(as_bibtex(agreed))
    assert found["key"].startswith("d-")
    assert (found["year"], found["month"], found["day"]) == ("2021", "3", "4")
    assert found["annote"] == f"``{AGREED}''"


def test_what_tex_would_take_for_its_own_is_escaped(ledger: Ledger) -> None:
    text = "Costs & gains: 50% of $5 for #1_a {or \\b} ~c^d}}}\nThey met.\n"
    found = fields(as_bibtex(cited(ledger, "They met.", text, url="https://mfa.example/{a}\\b%20c")))
    assert found["title"] == (
        r"{Costs \& gains: 50\% of \$5 for \#1\_a \textbraceleft{}or \textbackslash{}b\textbraceright{}"
        r" \textasciitilde{}c\textasciicircum{}d\textbraceright{}\textbraceright{}\textbraceright{}}"
    )
    assert found["url"] == "https://mfa.example/%7Ba%7D%5Cb%20c"


def test_both_selectors_of_an_annotation_agree(agreed: Quotation) -> None:
    made = annotation(agreed)
    quote, position = made["target"]["selector"]
    start, end = position["start"], position["end"]
    assert TEXT[start:end] == quote["exact"] == AGREED
    assert TEXT[:start].endswith(quote["prefix"]) and TEXT[end:].startswith(quote["suffix"])
    assert made["target"]["source"]["id"].startswith("ni:///sha-256;")
    assert broken(made, TEXT) is None


def test_words_that_stand_twice_are_told_apart_by_those_around_them(ledger: Ledger) -> None:
    text = "Rain fell all day, as it did on every other day of that long and very wet spring.\n" * 2
    words = cited(ledger, "Rain fell", text, start=10)
    quote = annotation(words)["target"]["selector"][0]
    assert text.count(quote["prefix"] + quote["exact"] + quote["suffix"]) == 1


def test_a_citation_whose_text_has_changed_is_broken_and_says_so(agreed: Quotation) -> None:
    made = annotation(agreed)
    said = broken(made, TEXT.replace("agreed to set up", "wish to set up "))
    assert said is not None and "not “The two ministers agreed" in said
    said = broken(made, TEXT.replace("1. Trade", "1. Talks").replace("Low Pass.", "Low Gate."))
    assert said is not None and said.startswith("the words around")
    made["target"]["selector"].pop()
    assert broken(made, TEXT) == "it has not both a quotation and a position."


def test_a_broken_citation_is_not_made(agreed: Quotation) -> None:
    lost = replace(agreed, row=replace(agreed.row, text="short"), span=Span(3, 90))
    with pytest.raises(RegestaError, match="is broken: the text has 5 characters, and no words at 3-90"):
        annotation(lost)


def test_a_document_is_cited_as_a_whole(agreed: Quotation, ledger: Ledger) -> None:
    whole = quotation(ledger, agreed.row.id)
    assert whole is not None
    assert "selector" not in annotation(whole)["target"]
    assert "annote" not in fields(as_bibtex(whole))


def test_words_beyond_the_text_cannot_be_cited(agreed: Quotation, ledger: Ledger) -> None:
    with pytest.raises(RegestaError, match="There are no words at 5-99999"):
        quotation(ledger, agreed.row.id, Span(5, 99999))
