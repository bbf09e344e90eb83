"""Write the JSON Schema of the JSON Lines export from the model and from docs/record-format.md.

    python tools/jsonl_schema.py           write it
    python tools/jsonl_schema.py --check   say whether it is as the model and the page are today

It stands twice, alike: docs/schema/jsonl.json is published, src/regesta/export/schema/jsonl.json is shipped.
What a field means is taken from the page, what values it takes from the model.
"""

from __future__ import annotations

import json
import re
import sys
from pathlib import Path
from typing import Any

from regesta.model.corrections import MEDIA
from regesta.model.document import KINDS
from regesta.model.records import ACTS, FORMATS, GROUP_OF, STATUSES

ROOT = Path(__file__).resolve().parent.parent
FORMAT = ROOT / "docs" / "record-format.md"
FILES = (ROOT / "docs/schema/jsonl.json", ROOT / "src/regesta/export/schema/jsonl.json")
Json = dict[str, Any]

TEXT: Json = {"type": "string"}
MAYBE: Json = {"type": ["string", "null"]}
WHOLE: Json = {"type": "integer", "minimum": 0}
MAYBE_WHOLE: Json = {"type": ["integer", "null"], "minimum": 0}
YES: Json = {"type": "boolean"}
SURE: Json = {"type": "number", "minimum": 0, "maximum": 1}
TEXTS: Json = {"type": "array", "items": TEXT}
CLOCK: Json = {"type": ["string", "null"], "pattern": r"^([01]\d|2[0-3]):[0-5]\d$"}
SPAN: Json = {"$ref": "#/$defs/span"}
MAYBE_SPAN: Json = {"anyOf": [SPAN, {"type": "null"}]}
DATE: Json = {"anyOf": [{"$ref": "#/$defs/date"}, {"type": "null"}]}
ACTOR: Json = {"$ref": "#/$defs/actor"}
_POINT = r"(\d{4}|XXXX)(-(0[1-9]|1[0-2]|2[1-4])(-(0[1-9]|[12]\d|3[01]))?)?"
DATES = rf"^({_POINT}|({_POINT}|\.\.)/({_POINT}|\.\.))$"

AT = {"span": SPAN, "quote": TEXT}
READ = {"rule": TEXT, "confidence": SURE}
DUE = {"due": DATE, "due_basis": MAYBE, "due_as_written": MAYBE, "condition": MAYBE}


def one_of(*values: str) -> Json:
    """Return the schema of one of these words."""
    return {"enum": list(values)}


def of(items: Json) -> Json:
    """Return the schema of a list."""
    return {"type": "array", "items": items}


def whole(fields: Json, optional: Json | None = None) -> Json:
    """Return the schema of an object that has all of these fields and no others but the optional ones."""
    return {
        "type": "object",
        "required": list(fields),
        "properties": fields | (optional or {}),
        "additionalProperties": False,
    }


DOCUMENT = {
    "file": MAYBE, "sha256": {"type": "string", "pattern": "^[0-9a-f]{64}$"}, "url": MAYBE,
    "publisher": MAYBE, "side": MAYBE, "counterpart": MAYBE, "kind": one_of(*KINDS), "language": MAYBE,
    "title": MAYBE, "published": DATE, "published_basis": MAYBE,
    "id": {"type": "string", "pattern": "^d-[0-9a-f]{16}$"}, "publisher_basis": MAYBE, "side_basis": MAYBE,
    "kind_reason": TEXT, "title_span": MAYBE_SPAN, "rules_version": TEXT,
}  # fmt: skip
WAY = whole({
    "unit": one_of("page", "paragraph"),
    "marks": of({"type": "array", "items": WHOLE, "minItems": 2, "maxItems": 2}),
})  # fmt: skip
MEETING = {
    "id": TEXT, **AT, "main": YES, "format": one_of(*FORMATS), "medium": one_of(*MEDIA),
    "status": one_of(*STATUSES), "when": DATE, "when_basis": MAYBE, "as_written": MAYBE, "start_time": CLOCK,
    "duration_minutes": MAYBE_WHOLE,
    "parts": of(whole({"kind": MAYBE, "start_time": CLOCK, "duration_minutes": MAYBE_WHOLE})),
    "place": MAYBE, "country": MAYBE, "occasion": MAYBE, "ordinal_total": MAYBE_WHOLE,
    "ordinal_year": MAYBE_WHOLE, "round": MAYBE_WHOLE, "condition": MAYBE,
    "participants": of(whole({"name": TEXT, "role": MAYBE, "country": MAYBE, "basis": TEXT})),
    "reason": MAYBE, "parties": TEXTS, "parties_basis": TEXT, "zone": MAYBE,
    "zone_basis": {"enum": ["stated", "place", "country", None]},
    "also": of(SPAN), "topics": TEXTS, **READ,
}  # fmt: skip
STATEMENT = {
    "id": TEXT, **AT, "verb": TEXT, "act": one_of(*GROUP_OF), "negated": YES, "actors": of(ACTOR),
    "addressee": {"anyOf": [ACTOR, {"type": "null"}]}, "topics": TEXTS, "section": MAYBE, **READ,
    "verb_span": SPAN, "content": MAYBE_SPAN,
}  # fmt: skip
COMMITMENT = {
    "id": TEXT, **AT, "who": TEXTS, "what": TEXT, "strength": {"type": "integer", "minimum": 1, "maximum": 5},
    **DUE, "topics": TEXTS, **READ,
}  # fmt: skip
REQUEST = {
    "id": TEXT, **AT, "act": one_of(*ACTS["ASK"]), "who": of(ACTOR), "of": of(ACTOR), "what": TEXT,
    "what_span": SPAN, "again": YES, "negated": YES, **DUE, "topics": TEXTS, "statement_id": TEXT, **READ,
}  # fmt: skip
TERM = {**AT, "label": TEXT, "concept": TEXT, "id": TEXT, "side": MAYBE, **READ}
CORRECTED = {
    "kind": one_of("meeting", "statement", "commitment", "request", "term"), "id": TEXT, "field": TEXT,
    "value": MAYBE, "read": MAYBE, "by": TEXT, "at": TEXT, "note": MAYBE, "number": WHOLE,
}  # fmt: skip


def schema() -> Json:
    """Return the schema of one line."""
    told = meanings(FORMAT.read_text("utf-8"))

    def described(part: str, fields: Json) -> Json:
        return {name: _with(told.get((part, name)), one) for name, one in fields.items()}

    line = {
        "document": whole(described("document", DOCUMENT), described("document", {"way": WAY})),
        "meetings": of(whole(described("meetings", MEETING))),
        "statements": of(whole(described("statements", STATEMENT))),
        "commitments": of(whole(described("commitments", COMMITMENT))),
        "requests": of(whole(described("requests", REQUEST))),
        "terms": of(whole(TERM)),
        "repeated": of(whole({"first": SPAN, "again": SPAN})),
        "unread": of(whole({**AT, "reason": TEXT})),
    }
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": "urn:regesta:schema:jsonl",
        "title": "A line of the JSON Lines export of Regesta",
        "description": "One document with its records; what the fields mean: docs/record-format.md.",
        **whole(
            described("The line", line),
            described("The line", {"corrected": of(whole(CORRECTED))}),
        ),
        "$defs": {
            "span": {
                "description": "[start, end) in characters (Unicode code points) of the frozen text",
                "type": "array", "items": WHOLE, "minItems": 2, "maxItems": 2,
            },
            "date": {
                "description": "A day, month, season, year or interval (ISO 8601-2, EDTF level 1); XXXX is an"
                " unknown year",
                "type": "string", "pattern": DATES,
            },
            "actor": whole({
                "kind": one_of("person", "party"), "name": TEXT, "country": MAYBE, "basis": TEXT,
                "role": MAYBE,
            }),
        },
    }  # fmt: skip


def meanings(page: str) -> dict[tuple[str, str], str]:
    """Return what the page says of each field, by section and field; several fields may share a row."""
    found: dict[tuple[str, str], str] = {}
    for section in re.split(r"^## ", page, flags=re.MULTILINE)[1:]:
        head = section.partition("\n")[0]
        for fields, meaning in re.findall(r"^\| (`.+?) \| (.+) \|$", section, re.MULTILINE):
            plain = re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", meaning).replace("`", "")
            found |= {(head, name): plain for name in re.findall(r"`(\w+)`", fields)}
    return found


def _with(meaning: str | None, one: Json) -> Json:
    return one if meaning is None else {"description": meaning, **one}


def main(arguments: list[str]) -> int:
    """Write the schema, or say whether it is as it should be."""
    text = json.dumps(schema(), ensure_ascii=False, indent=1) + "\n"
    if "--check" in arguments:
        same = all(file.is_file() and file.read_text("utf-8") == text for file in FILES)
        print("The schema is as the model is." if same else "Run python tools/jsonl_schema.py.")
        return 0 if same else 1
    for file in FILES:
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
