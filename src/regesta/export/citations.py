"""Citations in the forms that others read: words for people, BibTeX, CSL-JSON, a W3C Web Annotation.

An annotation names the frozen text by its hash and the words twice: by what they are
(``TextQuoteSelector``) and by where they stand (``TextPositionSelector``). Both must agree; ``broken``
says how they do not.
"""

from __future__ import annotations

import base64
import json
import re
import unicodedata
from collections.abc import Mapping
from typing import Any
from uuid import NAMESPACE_URL, uuid5

from regesta.model.edtf import UNKNOWN_YEAR
from regesta.model.finding import RegestaError
from regesta.model.span import Span
from regesta.query.dates import in_words
from regesta.query.quotation import Quotation
from regesta.query.rows import DocumentRow

_AROUND = 32
_FURTHEST = 2_048
_DATE = re.compile(r"(\d{4})(?:-(0\d|1[0-2])(?:-(\d\d))?)?")
_SURE = frozenset({"given", "stated", "published", "title"})
_TEX = {
    "\\": r"\textbackslash{}", "{": r"\textbraceleft{}", "}": r"\textbraceright{}",
    "$": r"\$", "&": r"\&", "#": r"\#", "%": r"\%",
    "_": r"\_", "~": r"\textasciitilde{}", "^": r"\textasciicircum{}",
}  # fmt: skip
_NOT_IN_URLS = re.compile(r"[\\{}\s\"<>^`|]")


def as_text(words: Quotation, address: str | None = None) -> str:
    """Return a citation for people; ``address`` leads to the very words."""
    quoted = f"“{one_line(words.quote)}” " if words.span else ""
    return f"{quoted}{words.citation}{f', {address}' if address else ''}\n"


def as_csl(words: Quotation, address: str | None = None) -> str:
    """Return one item of CSL-JSON in a list, as citation managers take it."""
    return _json([csl_item(words, address)])


def csl_item(words: Quotation, address: str | None = None) -> dict[str, Any]:
    """Return one item of CSL-JSON."""
    row = words.row
    item: dict[str, Any] = {
        "id": key_of(words),
        "type": "webpage" if row.url else "report",
        "title": one_line(row.title or row.file or row.id),
        "genre": row.kind.replace("_", " "),
        "version": str(row.version),
        "accessed": {"date-parts": [date_parts(row.added_at[:10])]},
        "note": note_of(words, address),
    }
    known = {
        "author": [{"literal": one_line(row.publisher)}] if row.publisher else None,
        "publisher": one_line(row.publisher) if row.publisher else None,
        "issued": _issued(row),
        "URL": row.url,
        "language": row.language,
        "locator": words.place or None,
        "annote": words.quote or None,
    }
    return item | {name: value for name, value in known.items() if value is not None}


def as_bibtex(words: Quotation, address: str | None = None) -> str:
    """Return an entry of BibTeX; what has a meaning in TeX is written so that it stands for itself."""
    row = words.row
    day = row.published or ""
    parts = shared_parts(day)
    fields = {
        "author": f"{{{_tex(row.publisher)}}}" if row.publisher else None,
        "title": f"{{{_tex(row.title or row.file or row.id)}}}",
        "year": str(parts[0]) if parts else None,
        "month": str(parts[1]) if len(parts) > 1 else None,
        "day": str(parts[2]) if len(parts) > 2 else None,
        "date": day if "/" in day and UNKNOWN_YEAR not in day else None,
        "type": _tex(row.kind.replace("_", " ")),
        "url": _NOT_IN_URLS.sub(lambda found: f"%{ord(found[0]):02X}", row.url) if row.url else None,
        "urldate": row.added_at[:10],
        "language": _tex(row.language) if row.language else None,
        "note": _tex(note_of(words, address)),
        "annote": f"``{_tex(words.quote)}''" if words.span else None,
    }
    lines = [f"  {name} = {{{value}}}," for name, value in fields.items() if value is not None]
    return "\n".join([f"@misc{{{key_of(words)},", *lines, "}"]) + "\n"


def annotation(words: Quotation) -> dict[str, Any]:
    """Return a W3C Web Annotation of the words; raise :class:`RegestaError` where it would be broken.

    The words before and after are as many as tell them from the same words elsewhere in the text.
    """
    row, span = words.row, words.span
    source = {
        "id": text_address(row),
        "type": "Text",
        "format": "text/plain",
        **({"language": row.language} if row.language else {}),
        **({"via": row.url} if row.url else {}),
    }
    made: dict[str, Any] = {
        "@context": "http://www.w3.org/ns/anno.jsonld",
        "id": f"urn:uuid:{uuid5(NAMESPACE_URL, f'{text_address(row)}#{key_of(words)}')}",
        "type": "Annotation",
        "motivation": "identifying",
        "body": {
            "type": "TextualBody",
            "purpose": "identifying",
            "format": "text/plain",
            "value": words.citation,
        },
        "target": {"type": "SpecificResource", "source": source}
        | ({"selector": selectors(row.text, span)} if span else {}),
    }
    problem = broken(made, row.text)
    if problem is not None:
        raise RegestaError(f"The citation of {key_of(words)} is broken: {problem}")
    return made


def as_annotation(words: Quotation, address: str | None = None) -> str:
    """Return the annotation as JSON-LD; ``address`` is where these words can be seen."""
    made = annotation(words)
    return _json(made | ({"via": address} if address else {}))


def broken(made: Mapping[str, Any], text: str) -> str | None:
    """Say in a sentence why an annotation does not hold for ``text``; None where both selectors agree."""
    selectors = {one["type"]: one for one in made["target"].get("selector", ())}
    if not selectors:
        return None
    quote, position = selectors.get("TextQuoteSelector"), selectors.get("TextPositionSelector")
    if quote is None or position is None:
        return "it has not both a quotation and a position."
    start, end = position["start"], position["end"]
    exact, before, after = quote["exact"], quote.get("prefix", ""), quote.get("suffix", "")
    if not 0 <= start < end <= len(text):
        return f"the text has {len(text)} characters, and no words at {start}-{end}."
    there = text[start:end]
    if there != exact:
        return f"at {start}-{end} stands “{one_line(there)}”, not “{one_line(exact)}”."
    if not text[:start].endswith(before) or not text[end:].startswith(after):
        return f"the words around {start}-{end} are others than it says."
    return None


def text_address(row: DocumentRow) -> str:
    """Return the name of the frozen text by its hash alone (RFC 6920), wherever a copy of it is kept."""
    digest = base64.urlsafe_b64encode(bytes.fromhex(row.sha256)).decode().rstrip("=")
    return f"ni:///sha-256;{digest}"


def key_of(words: Quotation) -> str:
    """Return the key of the citation: the document's id, and the characters."""
    return f"{words.row.id}.{words.span.start}-{words.span.end}" if words.span else words.row.id


def selectors(text: str, span: Span) -> list[dict[str, Any]]:
    """Return the two selectors of words of a text, with as many words around them as tell them apart."""
    around = _AROUND
    while around < _FURTHEST and text.count(_with(text, span, around)) > 1:
        around *= 2
    return [
        {
            "type": "TextQuoteSelector",
            "exact": span.of(text),
            "prefix": text[max(span.start - around, 0) : span.start],
            "suffix": text[span.end : span.end + around],
        },
        {"type": "TextPositionSelector", "start": span.start, "end": span.end},
    ]


def _with(text: str, span: Span, around: int) -> str:
    return text[max(span.start - around, 0) : span.end + around]


def note_of(words: Quotation, address: str | None = None) -> str:
    """Return what no other field of a reference holds: the place, the text's hash, how the day is known."""
    where = f"characters {words.span.start}-{words.span.end} of the text" if words.span else "text"
    parts = (words.place, f"{where} sha256:{words.row.sha256}", day_said(words.row), address)
    return "; ".join(part for part in parts if part)


def day_said(row: DocumentRow) -> str | None:
    """Return the day of publication in words where it is no day that the text or its finder states."""
    day = row.published
    if day is None or ("/" not in day and UNKNOWN_YEAR not in day and row.published_basis in _SURE):
        return None
    return f"published {in_words(day, row.published_basis)} (basis: {row.published_basis or 'not known'})"


def _issued(row: DocumentRow) -> dict[str, Any] | None:
    """Return the day of publication; an interval has two, one that was worked out is about right."""
    ends = [date_parts(end) for end in (row.published or "").split("/")]
    if not all(ends):
        return None
    return {"date-parts": ends} | ({} if row.published_basis in _SURE else {"circa": True})


def date_parts(edtf: str) -> list[int]:
    """Return year, month and day of the first date in ``edtf``, as far as they are known."""
    match = _DATE.match(edtf)
    return [int(part) for part in match.groups() if part is not None] if match else []


def shared_parts(edtf: str) -> list[int]:
    """Return year, month and day as far as both ends of an interval share them; of a point, its own."""
    first, *last = (date_parts(end) for end in edtf.split("/"))
    for end in last:
        same = [one == other for one, other in zip(first, end, strict=False)]
        first = first[: [*same, False].index(False)]
    return first


def _tex(words: str) -> str:
    return "".join(_TEX.get(one, one) for one in one_line(words))


def one_line(words: str) -> str:
    """Return words on one line, without control characters and marks of direction."""
    if words.isprintable():
        return " ".join(words.split())
    kept = (one if unicodedata.category(one) not in {"Cc", "Cf", "Cs"} else " " for one in words)
    return " ".join("".join(kept).split())


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"
