"""Judgements made by hand on two accounts of one meeting of invented states."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from sqlalchemy import Connection

from regesta.ledger import Ledger, document_id_of
from regesta.ledger.connect import writing
from regesta.model.finding import Place
from regesta.model.judgement import Feature, Judgement, Ref
from regesta.model.reading import Reading
from regesta.model.records import Commitment, Meeting, Records, Statement
from regesta.model.span import Span
from tests.ledger.readings import RETH, TARN, at, full_reading, reading

OTHER = (
    "Foreign Minister Pavo Reth received Foreign Minister Odile Tarn in Vasterhame.\n"
    "Minister Reth thanked Minister Tarn.\n"
    "Brevia will open the Low Pass in April.\n"
)
WHO = "A. Reader"


def other_reading(text: str = OTHER, rules: str = "r1", number: int = 1, **known: Any) -> Reading:
    """Brevia's account; ``number`` tells apart the ids that two sets of rules give to its records."""
    met = at(text, "Foreign Minister Pavo Reth received Foreign Minister Odile Tarn in Vasterhame.")
    thanked = at(text, "Minister Reth thanked Minister Tarn.")
    records = Records(
        meetings=(
            Meeting(
                f"m-b{number}", met, True, "foreign_ministers", "in_person", "held", None, None, None,
                "Vasterhame", "XB", (RETH, TARN),
            ),
        ),
        statements=(
            Statement(
                f"s-b{number}", thanked, "thanked", at(text, "thanked"), "thank", False, (RETH,), TARN, (),
                None, None, "verb",
            ),
        ),
    )  # fmt: skip
    if "Brevia will open the Low Pass in April." in text:
        promised = at(text, "Brevia will open the Low Pass in April.")
        opened = Commitment(
            f"c-b{number}", promised, ("XB",), "open the Low Pass", 4, "XXXX-04", "stated", "in April", None,
            ("trade",), "will",
        )  # fmt: skip
        records = replace(records, commitments=(opened,))
    known = {"url": "https://mfa.example/b", "file": "reth.txt", "side": "XB", "counterpart": "XA", **known}
    known = {"publisher": "Foreign Office of Brevia", "published": "2021-03-05", **known}
    return reading(text, records, rules=rules, **known)


A, B = document_id_of(full_reading()), document_id_of(other_reading())
MET_A, MET_B = Ref(A, "meeting", "m-1"), Ref(B, "meeting", "m-b1")
DESK, PASS = Ref(A, "commitment", "c-1"), Ref(B, "commitment", "c-b1")


def same_meeting(score: float = 0.7, why: str = "same ministers, same town") -> Judgement:
    """That both accounts speak of one meeting."""
    seen = Place(B, Span(0, 26), OTHER[:26])
    features = (Feature("persons", 0.5, "Tarn and Reth in both"), Feature("place", 0.2, "Vasterhame"))
    first, second = sorted((MET_A, MET_B))
    return Judgement("same_meeting", first, second, None, score, why, features, (seen,))


def kept(score: float = 0.4, value: str = "done") -> Judgement:
    """That the customs desk was set up."""
    return Judgement("follow_through", DESK, PASS, value, score, "a desk is named", (), ())


def year(score: float = 0.9) -> Judgement:
    """The year of Brevia's promise."""
    return Judgement("year", PASS, None, "2021", score, "published in March 2021", (), ())


def both(ledger: Ledger) -> Ledger:
    """Keep both accounts in the ledger."""
    for one in (full_reading(), other_reading()):
        ledger.add(one, now="t0")
    return ledger


def write(ledger: Ledger, act: Callable[..., Any], *arguments: Any) -> Any:
    """Call one of the functions that add to the log, in a transaction of its own."""
    with writing(ledger.engine, ledger.path) as connection:
        return act(connection, *arguments)


def look(ledger: Ledger, question: Callable[..., Any], *arguments: Any) -> Any:
    """Ask a question that takes a connection."""

    def ask(connection: Connection) -> Any:
        return question(connection, *arguments)

    return write(ledger, ask)
