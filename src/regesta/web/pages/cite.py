"""Citations of words of a document, to be copied or taken as a file."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Annotated
from urllib.parse import quote

from fastapi import APIRouter, Query, Request, Response

from regesta.export.citations import annotation, as_annotation, as_bibtex, as_csl, as_text, broken
from regesta.export.ris import as_ris
from regesta.model.finding import RegestaError
from regesta.query.quotation import Quotation, quotation
from regesta.web.desk import AtDesk
from regesta.web.page import Page, shown_by
from regesta.web.pages.document import elsewhere, span_of
from regesta.web.templates import render, words_at

router = APIRouter()
_LONGEST_FRAGMENT = 300


@dataclass(frozen=True, slots=True)
class Form:
    """A form of a citation: its name for people, the type and the ending of its file, and its maker."""

    name: str
    media_type: str
    ending: str
    make: Callable[[Quotation, str], str]


FORMS: Mapping[str, Form] = {
    "text": Form("For people", "text/plain", "txt", as_text),
    "bibtex": Form("BibTeX", "application/x-bibtex", "bib", as_bibtex),
    "ris": Form("RIS", "application/x-research-info-systems", "ris", as_ris),
    "csl": Form("CSL-JSON", "application/vnd.citationstyles.csl+json", "json", as_csl),
    "annotation": Form("Web Annotation", "application/ld+json", "jsonld", as_annotation),
}


@shown_by("cite.html")
class CitePage(Page):
    """A citation in every form.

    ``words``: what is cited. ``address``: leads to the very words in this room. ``source``: leads to them on
    the publisher's page, where a browser can find them; None where it has no address. ``made``: each form's
    id, its name and the citation. ``broken``: why the citation does not hold, None where it does.
    """

    words: Quotation
    address: str
    source: str | None
    made: tuple[tuple[str, str, str], ...]
    broken: str | None


@router.get("/documents/{document_id}/cite")
def cite(
    request: Request,
    desk: AtDesk,
    document_id: str,
    at: str | None = None,
    exact: str | None = None,
    form: Annotated[str | None, Query(alias="as")] = None,
) -> Response:
    """Show the citation of the words ``at``, or of the document; ``as`` gives the file of one form alone.

    ``exact`` are the words that somebody believes to stand there; the page says whether they do.
    """
    words = quotation(desk.ledger, document_id, span_of(at))
    if words is None:
        return elsewhere(request, desk, document_id, "/cite")
    address = str(request.base_url).rstrip("/") + words_at(words.row.id, words.span)
    if form is None:
        made = tuple((id_, one.name, one.make(words, address)) for id_, one in FORMS.items())
        return render(request, CitePage(words, address, _source(words), made, _broken(words, exact)))
    if form not in FORMS:
        raise RegestaError(f"There is no form {form!r} of a citation; they are {', '.join(FORMS)}.")
    chosen = FORMS[form]
    kept = {"Content-Disposition": f'inline; filename="{words.row.id}.{chosen.ending}"'}
    return Response(chosen.make(words, address), media_type=chosen.media_type, headers=kept)


def _broken(words: Quotation, exact: str | None) -> str | None:
    """Say why the words that somebody cites do not stand where they are said to."""
    made = annotation(words)
    if exact is None or words.span is None:
        return broken(made, words.row.text)
    selectors = made["target"]["selector"]
    claimed = [selectors[0] | {"exact": exact}, selectors[1]]
    return broken({"target": {"selector": claimed}}, words.row.text)


def _source(words: Quotation) -> str | None:
    """Return the address of the publisher's page with the words that a browser is to look for there."""
    url = words.row.url
    if not url or not url.startswith(("http://", "https://")):
        return None
    plain = " ".join(words.quote.split())
    if not plain or len(plain) > _LONGEST_FRAGMENT or "#" in url:
        return url
    return f"{url}#:~:text={quote(plain, safe='')}"
