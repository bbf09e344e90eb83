"""A small word processor: DOCX files made of paragraphs."""

from __future__ import annotations

from io import BytesIO

import docx
from docx.document import Document

TEXTS = {
    "Kelm": "Foreign Minister Odile Tarn met Foreign Minister Pavo Reth in Kelm. The two ministers exchanged"
    " views on the fisheries of the Gull Islets.",
    "Low Pass": "The vice-ministers held the third round of their consultations at the Low Pass. They agreed"
    " to open a customs desk by the end of June.",
    "Vasterhame": "The Warden of Tolmark visited Vasterhame and was received by the President of Arvenia, who"
    " thanked him for the help of his country.",
}


def saved(document: Document) -> bytes:
    """The bytes of a document."""
    out = BytesIO()
    document.save(out)
    return out.getvalue()


def tracker(*, headings: bool = False, addresses: bool = False, dates: bool = True, title: str = "") -> bytes:
    """Three readouts pasted one after another, with what stands between them."""
    document = docx.Document()
    if title:
        document.add_heading(title, 0)
    for number, (town, words) in enumerate(TEXTS.items(), 1):
        if addresses:
            document.add_paragraph(f"https://mfa.arvenia.example/news/{number}")
        head = f"Meeting of Arvenia and Tolmark in {town}"
        document.add_heading(head, 1) if headings else document.add_paragraph(head)
        if dates:
            document.add_paragraph(f"{number} May 2031")
        document.add_paragraph(words)
        document.add_paragraph("")
        document.add_paragraph("The next talks will be held in the autumn.")
    return saved(document)
