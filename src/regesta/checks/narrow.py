"""Findings of some documents or of some states alone."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from regesta.checks.ground import Ground
from regesta.model.finding import Finding
from regesta.resolve.mention import dyad_of


def narrowed(
    findings: Sequence[Finding], ground: Ground, documents: Collection[str], parties: Collection[str]
) -> list[Finding]:
    """Return the findings that have a place in each of ``documents`` and speak of all ``parties``.

    A finding speaks of the parties when one of its documents is about all of them. Nothing given
    narrows nothing.
    """
    about = {paper.id: dyad_of(paper) for paper in ground.dossiers}
    wanted = set(parties)
    return [
        finding
        for finding in findings
        if set(documents) <= (shown := {place.document for place in finding.places})
        if not wanted or any(wanted <= about.get(document, frozenset()) for document in shown)
    ]
