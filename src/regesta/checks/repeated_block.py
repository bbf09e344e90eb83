"""Is a passage printed twice?"""

from __future__ import annotations

from regesta.checks.subject import Subject, place
from regesta.model.finding import Finding
from regesta.model.records import Records

CODE = "repeated-block"


def check(document: Subject, records: Records, text: str) -> list[Finding]:
    """Report each passage that stands twice; its records were made from the first place only."""
    return [
        Finding(
            CODE,
            "A passage is printed twice; records were made from the first place only.",
            (place(document, repeat.first, text), place(document, repeat.again, text)),
        )
        for repeat in records.repeated
    ]
