"""E-mail: the words of a message, and what came with it."""

from __future__ import annotations

from email.message import EmailMessage

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from regesta.model.document import Page, Source
from regesta.model.finding import RegestaError
from regesta.reading import read_bytes
from tests.reading.formats.pdfs import column, pdf
from tests.reading.formats.test_packed import packed, read

TALKS = "Foreign Minister Odile Tarn met Foreign Minister Pavo Reth in Kelm.\n\nThey spoke of boats.\n"


def message(text: str = TALKS, **heads: str) -> EmailMessage:
    found = EmailMessage()
    known = {"From": "Ministry of Foreign Affairs of Arvenia <press@arvenia.example>"}
    known |= {
        "Subject": "Talks in Kelm",
        "Date": "Sun, 04 May 2031 23:30:00 +0200",
        "Message-ID": "<1@a.example>",
    }
    for name, value in (known | heads).items():
        found[name] = value
    found.set_content(text)
    return found


def test_a_message_is_a_document_with_its_head_as_furniture() -> None:
    page = read_bytes(message().as_bytes(), "talks.eml")
    assert page.text == (
        "From: Ministry of Foreign Affairs of Arvenia <press@arvenia.example>\n"
        "Date: Sun, 04 May 2031 23:30:00 +0200\nSubject: Talks in Kelm\n\n" + TALKS.rstrip("\n")
    )
    assert [one.rule for one in page.furniture][:3] == ["mail_head"] * 3
    assert (page.media_type, page.source.title) == ("message/rfc822", "Talks in Kelm")
    assert (page.source.published, page.source.published_basis) == ("2031-05-04", "inferred")


def test_the_form_that_holds_the_words_is_taken() -> None:
    rich = message("See the message in a browser.")
    rich.add_alternative(
        f"<html><body><h1>Talks in Kelm</h1><p>{TALKS * 3}</p></body></html>", subtype="html"
    )
    assert "spoke of boats" in read_bytes(rich.as_bytes(), "talks.eml").text
    both = message()
    both.add_alternative(f"<html><body><p>{TALKS}</p><p>Unsubscribe</p></body></html>", subtype="html")
    assert "Unsubscribe" not in read_bytes(both.as_bytes(), "talks.eml").text


def test_encodings_and_folded_lines() -> None:
    raw = message().as_bytes().replace(TALKS.encode(), "Résumé of the \r\ntalks.\r\n".encode("latin-1"))
    raw = raw.replace(b'charset="utf-8"', b'charset="iso-8859-1"; format=flowed').replace(b"7bit", b"8bit")
    assert read_bytes(raw, "talks.eml").text.endswith("Résumé of the talks.")


def test_files_that_came_with_a_message_are_documents_of_their_own() -> None:
    mail = message(Subject="Two papers")
    mail.add_attachment(
        pdf([column("The ministers met in Kelm.")]), "application", "pdf", filename="talks.pdf"
    )
    mail.add_attachment(packed({"a.txt": "The envoys met."}), "application", "zip", filename="more.zip")
    mail.add_attachment(b"\x89PNG", "image", "png", filename="logo.png")
    mail.add_attachment(message("The wardens met.", Subject="Forwarded"))
    found = read(mail.as_bytes(), Source(country="XA", url="https://a.example/1"), "m.eml")
    assert list(found) == ["m.eml", "m.eml!talks.pdf", "m.eml!more.zip!a.txt", "m.eml!attachment 3"]
    first, *rest = (page for page in found.values() if isinstance(page, Page))
    assert first.notes == ("what came with it and is no text was left out: logo.png",)
    assert first.source.url == "https://a.example/1"
    assert [(page.source.url, page.source.country) for page in rest] == [(None, "XA")] * 3
    assert rest[-1].source.title == "Forwarded"


def test_a_bad_attachment_stops_no_other() -> None:
    mail = message()
    mail.add_attachment(b"%PDF-1.4 broken", "application", "pdf", filename="talks.pdf")
    mail.add_attachment("The envoys met.", filename="b.txt")
    found = read(mail.as_bytes(), name="m.eml")
    assert [type(one) for one in found.values()] == [Page, str, Page]


def test_a_message_is_known_by_its_head() -> None:
    assert read_bytes(message().as_bytes(), "download").media_type == "message/rfc822"
    assert read_bytes(b"From: the Warden\nSubject: talks\n\nThey met.", "a.txt").media_type == "text/plain"
    assert (
        read_bytes(b"From: the Warden\nSubject: talks\n\nThey met.", "a.eml").media_type == "message/rfc822"
    )


def test_a_message_without_words_says_so() -> None:
    with pytest.raises(RegestaError, match="holds only blanks"):
        read_bytes(message("").as_bytes(), "talks.eml")


WHOLE = message()
WHOLE.add_attachment(pdf([column(TALKS)]), "application", "pdf", filename="talks.pdf")
RAW = WHOLE.as_bytes()


@settings(max_examples=100, deadline=None)
@given(st.integers(0, len(RAW) - 1), st.binary(max_size=12), st.booleans())
def test_a_broken_message_is_read_or_said_to_be_broken(at: int, noise: bytes, cut: bool) -> None:
    raw = RAW[:at] if cut else RAW[:at] + noise + RAW[at + len(noise) :]
    for found in read(raw or b"x", name="talks.eml").values():
        assert isinstance(found, Page) or "\n" not in found
