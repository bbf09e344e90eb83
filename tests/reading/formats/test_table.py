"""CSV files of texts: each row is a document."""

from __future__ import annotations

import pytest

from regesta.model.document import Page, Source
from tests.reading.formats.test_packed import read

TALKS = "Foreign Minister Odile Tarn met Foreign Minister Pavo Reth in Kelm."
BOATS = "The ministers spoke of boats.\n\nThey agreed to meet again."


def test_each_row_is_a_document_with_what_its_cells_say() -> None:
    table = (
        "title,text,date,country,publisher,url,language,keywords\n"
        f'Talks in Kelm,"{TALKS}",2031-05-04,xa,Ministry of Arvenia,https://a.example/1,en,boats\n'
        f',"{BOATS}",,,,,,\n'
    )
    first, second = read(table.encode(), Source(publisher="Ministry of Tolmark"), "texts.csv").values()
    assert isinstance(first, Page) and isinstance(second, Page)
    source = first.source
    assert (first.text, source.file, source.title) == (TALKS, "texts.csv!row 2", "Talks in Kelm")
    assert (source.published, source.published_basis, source.country) == ("2031-05-04", "given", "XA")
    assert (source.publisher, source.url, source.language) == (
        "Ministry of Arvenia", "https://a.example/1", "en",
    )  # fmt: skip
    assert (second.text, second.source.file, second.raw) == (BOATS, "texts.csv!row 3", BOATS.encode())
    assert (second.source.publisher, second.source.published) == ("Ministry of Tolmark", None)


@pytest.mark.parametrize("sign", [",", ";", "\t", "|"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_delimiters_and_encodings(sign: str, encoding: str) -> None:
    table = (
        sign.join(["url", "Text"])
        + "\r\n"
        + sign.join(["https://a.example/1", '"Résumé of the talks, 3; 4."'])
    )
    [page] = read(table.encode(encoding), name="texts.csv").values()
    assert isinstance(page, Page)
    assert page.text == "Résumé of the talks, 3; 4."


def test_a_table_is_known_by_its_first_line() -> None:
    assert list(read(f"text\turl\n{TALKS}\t\n".encode(), name="download")) == ["download!row 2"]
    assert list(read(b"The text, the url and the talks.\n", name="notes.txt")) == ["notes.txt"]


def test_a_table_without_texts_names_its_columns() -> None:
    [sentence] = read(b"name,body\nTalks,They met.\n", name="texts.csv").values()
    assert sentence == (
        "texts.csv: the table has no column 'text' (it has: name, body);"
        " name the one that holds the texts so."
    )


def test_a_bad_row_stops_no_other() -> None:
    table = f"text,date,country\n{TALKS},4 May,XA\n,2031-05-04,XA\n{TALKS},,Arvenia\n\n{TALKS},,\n"
    found = read(table.encode(), name="texts.csv")
    assert [str(one) for one in found.values() if isinstance(one, str)] == [
        "texts.csv!row 2: '4 May' is not a date; write it as 2021-05-03 or leave it empty.",
        "texts.csv!row 3: the row has no text; fill it in or leave the row out.",
        "texts.csv!row 4: 'Arvenia' is not a country code; write two letters such as XA.",
    ]
    assert list(found)[-1] == "texts.csv!row 6"


def test_what_stands_before_a_broken_row_is_kept() -> None:
    found = read(f'text,url\n{TALKS},\n"They met,\n'.encode(), name="texts.csv")
    assert [type(one) for one in found.values()] == [Page, str]
    assert "row 3: the table cannot be read from here on" in str(found["texts.csv"])


def test_long_texts_are_read() -> None:
    words = "The ministers met. " * 10_000
    [page] = read(f"text,url\n{words},\n".encode(), name="texts.csv").values()
    assert isinstance(page, Page) and page.text == words
