"""What a person has accepted of what the machine worked out, and what is still its proposal."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations
from typing import Any

from regesta.model.judgement import judgement_id
from regesta.model.links import Joined
from regesta.query.came import ref_of
from regesta.query.rows import RecordRow
from regesta.query.standing import Standing

REPEATS = ("asked_again", "reaffirmed")
"""The kinds of judgement by which one record repeats another."""


def proposed_join(one: Joined, between: Standing) -> bool:
    """Say whether several documents are taken to tell of this meeting, and no person has said so of all."""
    refs = [ref for ref in one.members if ref.kind == "meeting"]
    if len({ref.document for ref in refs}) < 2:
        return False
    groups = {ref: {ref} for ref in refs}
    for first, second in combinations(refs, 2):
        same = first.document == second.document
        if same or judgement_id("same_meeting", first, second, None) in between.accepted:
            both = groups[first] | groups[second]
            groups |= dict.fromkeys(both, both)
    return len(groups[refs[0]]) < len(groups)


def proposed_chain(rows: Sequence[RecordRow[Any]], between: Standing) -> bool:
    """Say whether records are taken to repeat one another, or words one of them, and nobody has said so."""
    own = {ref_of(row) for row in rows}
    repeats = [one for one in between.found.links.judgements if one.kind in REPEATS and one.subject in own]
    return any(one.id not in between.accepted for one in repeats if one.object in own or len(own) == 1)


def proposed_status(row: RecordRow[Any], between: Standing) -> bool:
    """Say whether later words are taken to show what came of it, and no person has said so."""
    if row.came is None or not row.came.last.evidence:
        return False
    if any(one.field == "status" for one in row.corrections):
        return False
    ref = ref_of(row)
    own = (one for one in between.found.links.judgements if one.subject == ref)
    return not any(one.value == row.came.last.status and one.id in between.accepted for one in own)
