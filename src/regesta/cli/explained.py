"""An explanation as it is printed: for people sentence by sentence, for programs as one object."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from regesta.cli.output import console
from regesta.cli.words import plain
from regesta.engine.explain import Explained, Record
from regesta.export import record as written
from regesta.export.table import cell
from regesta.model.reading import Reading
from regesta.model.records import Commitment, Meeting, Request, Statement
from regesta.model.span import Span

# Fields that stand elsewhere in the row, and places inside the record: programs get these too.
_IN_ROW = ("kind", "id", "span", "quote", "rule", "confidence")
_APART = (*_IN_ROW, "verb_span", "what_span", "content", "also", "statement_id")
_LONGEST = 60
Row = tuple[str, str, str, str]


def as_json(reading: Reading, sentences: Sequence[Explained]) -> dict[str, Any]:
    """Return the explanation of ``sentences`` as one object; spans are characters of the frozen text."""
    text, known = reading.page.text, reading.document
    return {
        "document": {
            "file": known.file,
            "sha256": known.sha256,
            "kind": known.kind,
            "kind_reason": known.kind_reason,
            "title": known.title,
            "publisher": known.publisher,
            "publisher_basis": known.publisher_basis,
            "side": known.side,
            "side_basis": known.side_basis,
            "published": known.published,
            "published_basis": known.published_basis,
            "rules_version": reading.rules_version,
        },
        "sentences": [_sentence(one, text) for one in sentences],
    }


def _sentence(one: Explained, text: str) -> dict[str, Any]:
    return {
        **_at(one.span, text),
        "block": {"kind": one.block.kind, "span": list(one.block.span)},
        "ended": one.fate,
        "reason": one.reason,
        "mentions": [
            {"kind": seen.kind, **_at(seen.span, text), "meaning": seen.meaning, "rule": seen.rule}
            for seen in one.noticed
        ],
        "records": [_record(made, text) for made in one.records],
        "declined": [
            {"what": told.what, **_at(told.span, text), "why": told.why, "rule": told.rule}
            for told in one.declined
        ],
    }


def _at(span: Span, text: str) -> dict[str, Any]:
    return {"span": list(span), "quote": span.of(text)}


def _record(made: Record, text: str) -> dict[str, Any]:
    quote = made.span.of(text)
    match made:
        case Meeting():
            return {"kind": "meeting", **written.meeting(made, quote)}
        case Statement():
            return {"kind": "statement", **written.statement(made, quote)}
        case Commitment():
            return {"kind": "commitment", **written.commitment(made, quote)}
        case Request():
            return {"kind": "request", **written.request(made, quote)}
        case _:
            return {"kind": "term", **written.term(made, quote)}


def print_explanation(reading: Reading, sentences: Sequence[Explained]) -> None:
    """Print what the document is and why, then each sentence with what was made of it and what was not."""
    out, known = console(), reading.document
    out.print(Text(plain(f"{known.kind}: {known.kind_reason}"), style="bold cyan"))
    published = f"{known.publisher or 'publisher unknown'}{_basis(known.publisher_basis)}"
    side = f"side {known.side or 'unknown'}{_basis(known.side_basis)}"
    day = f"published {known.published or 'on an unknown day'}{_basis(known.published_basis)}"
    out.print(Text(plain(f"{published}, {side}, {day}, rules {reading.rules_version}")))
    for one in sentences:
        out.print()
        _print_sentence(one, reading.page.text)


def _basis(words: str | None) -> str:
    return f" ({words})" if words else ""


def _print_sentence(one: Explained, text: str) -> None:
    out, ended = console(), f"{one.fate}: {one.reason}" if one.reason else one.fate
    block = f"{one.block.kind} {one.block.span.start}–{one.block.span.end}"
    out.print(Text(plain(f"{one.span.start}–{one.span.end} {block}, {ended}"), style="bold"))
    out.print(Padding(Text(plain(one.span.of(text))), (0, 0, 0, 2), expand=False))
    _print_rows(
        "recognised", ((s.kind, *_place(s.span, text), _with(s.meaning, s.rule)) for s in one.noticed)
    )
    _print_rows("made", (_made(made, text) for made in one.records))
    _print_rows("not made", ((t.what, *_place(t.span, text), _with(t.why, t.rule)) for t in one.declined))


def _print_rows(title: str, rows: Iterable[Row]) -> None:
    table = Table.grid(padding=(0, 2))
    table.add_column(no_wrap=True)
    table.add_column(no_wrap=True, style="dim")
    table.add_column(ratio=2, overflow="fold")
    table.add_column(ratio=3, overflow="fold")
    for row in rows:
        table.add_row(*(Text(plain(words)) for words in row))
    if table.row_count:
        out = console()
        out.print(Padding(Text(title, style="cyan"), (0, 0, 0, 2), expand=False))
        out.print(Padding(table, (0, 0, 0, 4)))


def _place(span: Span, text: str) -> tuple[str, str]:
    words = plain(span.of(text))
    short = words if len(words) <= _LONGEST else f"{words[: _LONGEST - 1].rstrip()}…"
    return f"{span.start}–{span.end}", f"“{short}”"


def _with(words: str, rule: str | None) -> str:
    return f"{words} [{rule}]" if rule else words


def _made(made: Record, text: str) -> Row:
    """One record: what, where, its words, and its fields with the rule and the confidence at the end."""
    fields = _record(made, text)
    told = [f"{name} {cell(value)}" for name, value in fields.items() if name not in _APART and _says(value)]
    sure = f"confidence {fields['confidence']}" if "confidence" in fields else ""
    rule = f"rule {fields['rule']}" if "rule" in fields else ""
    return fields["kind"], *_place(made.span, text), "; ".join(one for one in (*told, rule, sure) if one)


def _says(value: object) -> bool:
    return value is not None and value not in ("", []) and value is not False
