"""The notes: numbered as they are read, a document in full once, later in short."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest

from regesta.export.brief.content import Brief
from regesta.export.brief.notes import notes
from regesta.export.brief.wording import one_line

from .make import JULY, MARCH, THEIR_MARCH, brief_of, ledger_of


@pytest.fixture(scope="module")
def brief(tmp_path_factory: pytest.TempPathFactory) -> Brief:
    return brief_of(ledger_of(tmp_path_factory.mktemp("noted"), MARCH, THEIR_MARCH, JULY))


def test_a_document_is_cited_in_full_once_and_then_in_short(brief: Brief) -> None:
    first, second, *others = [note.text for note in notes(brief).notes]
    assert re.fullmatch(
        r"“Foreign Minister Ada Quill of Arvenia held a meeting with .*?…” Ministry of Foreign Affairs "
        r"of Arvenia, “Arvenia-Tolmark Foreign Ministers’ Meeting”, readout, 10 July 2031, para\. 1, "
        r"sha256:[0-9a-f]{12}\.",
        first,
    )
    assert second.count("sha256:") == 2
    assert [text for text in others if "sha256:" in text] == []
    assert "XA, readout of 10 July 2031 (n. 1), para. 2." in [re.sub("“.*” ", "", text) for text in others]


def test_lines_on_the_same_paragraph_have_the_same_note(brief: Brief) -> None:
    told = notes(brief)
    numbers = [told.of_line[at] for at in sorted(told.of_line)]
    assert len(set(numbers)) < len(numbers)
    firsts = list(dict.fromkeys(numbers))
    assert firsts == list(range(1, len(firsts) + 1)) == [note.number for note in told.notes]


def test_a_note_refers_back_to_one_that_cites_the_document(brief: Brief) -> None:
    told = notes(brief).notes
    for note in told:
        for part in note.parts:
            if part.note is not None:
                back = told[part.note - 1]
                assert part.note < note.number
                assert part.text == str(back.number)
                assert {place.document for place in back.places} & {place.document for place in note.places}


def test_every_quotation_of_a_note_is_in_the_words_that_it_cites(rich: Brief) -> None:
    quoted = 0
    for note in notes(rich).notes:
        places = [one_line(place.quote) for place in note.places]
        for part in note.parts:
            if part.quoted:
                quoted += 1
                said = part.text.strip("“”").removesuffix("…")
                assert any(place.startswith(said) for place in places)
    assert quoted > 10


def test_no_note_is_empty_and_only_web_addresses_are_links(rich: Brief, tmp_path: Path) -> None:
    told = notes(rich)
    assert all(len(note.text) > 10 and note.places for note in told.notes)
    urls = [part.url for note in told.notes for part in note.parts if part.url]
    assert urls
    assert all(url.startswith("https://") for url in urls)
    odd = ledger_of(tmp_path, replace(MARCH, url="javascript:alert(1)"))
    parts = [part for note in notes(brief_of(odd)).notes for part in note.parts]
    assert [part.url for part in parts if part.url] == []
