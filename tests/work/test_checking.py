"""The findings that are kept are those of all checks over the whole ledger, and say what they do not know."""

from __future__ import annotations

from pathlib import Path

import pytest
from sqlalchemy import select

from regesta import checks, query
from regesta.ledger import Ledger
from regesta.ledger.connect import looking
from regesta.ledger.finding_tables import FindingPlaceTable, FindingTable
from regesta.ledger.findings import state_of, unknown_to_findings
from regesta.ledger.schema import ContentTable
from regesta.model.finding import Finding, Place
from regesta.model.span import Span
from regesta.work import checking
from regesta.work.checking import findings_stand, keep_findings
from regesta.work.linking import link

from .test_linking import edited, readings

NOW = "2025-06-01T09:00:00+00:00"


def kept(ledger: Ledger) -> list[Finding]:
    """The findings that the ledger keeps, with the words of their places."""
    with looking(ledger.engine, ledger.path) as connection:
        texts = {row.document_id: row.text for row in connection.execute(select(ContentTable))}
        found = connection.execute(select(FindingTable).order_by(FindingTable.number)).all()
        table = FindingPlaceTable
        places = connection.execute(select(table).order_by(table.number, table.position)).all()
    shown: dict[int, list[Place]] = {}
    for row in places:
        span = Span(row.span_start, row.span_end)
        shown.setdefault(row.number, []).append(Place(row.document_id, span, span.of(texts[row.document_id])))
    return [Finding(row.code, row.message, tuple(shown[row.number]), row.level) for row in found]


def asked_of_all(ledger: Ledger) -> list[Finding]:
    """What the checks find over everything at once, as `regesta check` asks."""
    found = query.across(ledger)
    edits = [row.edit for row in query.edits(ledger)]
    return checks.run(checks.ground(found.dossiers, found.links, found.as_of, edits))


@pytest.fixture
def ledger(tmp_path: Path) -> Ledger:
    with Ledger.open(tmp_path / "ledger.db", create=True) as opened:
        for reading in readings():
            opened.add(reading, now=NOW)
    return opened


def test_kept_findings_are_those_of_all_checks_at_once(
    ledger: Ledger, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(checking, "BUNDLE", 4)
    monkeypatch.setattr(checking, "PART", 3)
    ledger.add(edited(readings()[0]), now=NOW)
    assert keep_findings(ledger, now=NOW)
    found = kept(ledger)
    assert {one.code for one in found} >= {"source-changed", "window-closed", "ordinal-gap"}
    assert found == asked_of_all(ledger)


def test_what_came_since_is_counted_until_the_checks_are_put_again(ledger: Ledger) -> None:
    assert not findings_stand(ledger)
    keep_findings(ledger, now=NOW)
    assert findings_stand(ledger)
    assert not keep_findings(ledger, now="later")

    ledger.add(edited(readings()[3]), now=NOW)
    assert not findings_stand(ledger)
    link(ledger, now=NOW)
    with looking(ledger.engine, ledger.path) as connection:
        assert unknown_to_findings(connection) == 2  # the text that was followed, and the one that follows
        assert state_of(connection)["at"] == NOW
    assert keep_findings(ledger, now="later")
    assert findings_stand(ledger)
    assert kept(ledger) == asked_of_all(ledger)


def test_findings_of_other_checks_are_made_again(ledger: Ledger, monkeypatch: pytest.MonkeyPatch) -> None:
    keep_findings(ledger, now=NOW)
    monkeypatch.setattr(checking, "asker", lambda: "other checks")
    assert not findings_stand(ledger)
    assert keep_findings(ledger, now=NOW)
    assert findings_stand(ledger)


def test_what_changes_while_the_checks_are_put_is_not_taken_for_known(
    ledger: Ledger, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = checking._found

    def meanwhile(connection: object, whole: object) -> object:
        found = list(real(connection, whole))  # type: ignore[arg-type]
        ledger.add(edited(readings()[5]), now=NOW)
        link(ledger, now=NOW)
        return found

    monkeypatch.setattr(checking, "_found", meanwhile)
    keep_findings(ledger, now=NOW)
    monkeypatch.undo()
    assert not findings_stand(ledger)
    keep_findings(ledger, now=NOW)
    assert kept(ledger) == asked_of_all(ledger)
