"""What later documents say of the meetings at which a promise aims."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from regesta.model.finding import Place
from regesta.model.judgement import Feature, Judgement, Ref
from regesta.resolve.follow_link import Link
from regesta.resolve.mention import Mention
from regesta.resolve.promise import Promise
from regesta.rules.outcomes import outcome_rules

_TOLD = frozenset({"held", "referenced"})
_OF_LEADERS = frozenset({"summit", "courtesy_call"})


def by_aim(promises: Sequence[Promise], of: dict[Ref, Sequence[Mention]]) -> dict[Ref, list[Promise]]:
    """Return the promises by the first mention of each meeting at which they aim."""
    found: dict[Ref, list[Promise]] = defaultdict(list)
    for promise in promises:
        for aim in promise.aims:
            if aim in of:
                found[of[aim][0].ref].append(promise)
    return found


def at_meetings(
    promise: Promise, of: dict[Ref, Sequence[Mention]], put_off: dict[Ref, Mention],
    aimed: dict[Ref, list[Promise]],
) -> list[Link]:  # fmt: skip
    """What later documents say of the meetings at which a promise aims."""
    found = []
    groups = list({id(of[aim]): of[aim] for aim in promise.aims if aim in of}.values())
    told = 0
    for group in groups:
        links = [
            link for m in group if (link := _of_mention(promise, m, group, put_off, aimed, of)) is not None
        ]
        told += any(link.status == "done" for link in links)
        found += links
    own = {g[0].meeting.format for g in groups}
    if 0 < told < len(groups) and not ("visit" in own and len(own) > 1):
        found = [replace(link, status="partly_done") if link.status == "done" else link for link in found]
    return found


def _of_mention(
    promise: Promise, mention: Mention, group: Sequence[Mention], put_off: dict[Ref, Mention],
    aimed: dict[Ref, list[Promise]], of: dict[Ref, Sequence[Mention]],
) -> Link | None:  # fmt: skip
    if (
        mention.known is None
        or mention.known <= promise.known
        or mention.ref.document == promise.ref.document
    ):
        return None
    if mention.meeting.format in _OF_LEADERS and _delegates(promise):
        return None
    status = mention.meeting.status
    if status == "not_held":
        later = put_off.get(mention.ref)
        next_ = aimed.get(of.get(later.ref, [later])[0].ref, []) if later else []
        heir = next((p.ref for p in next_ if p.ref.document == mention.ref.document), None)
        why = "A later text says that the meeting did not take place" + (
            " and names the plan that takes its place." if later else "."
        )
        evidence = (mention.place, *((later.place,) if later else ()))
        return _link(promise, mention, "deferred" if later else "not_done", why, evidence, 0.9, heir)
    if status in _TOLD:
        day = next((m.window for m in group if m.window and m.meeting.status in _TOLD), mention.window)
        made = _link(promise, mention, "done", "A later text tells of the meeting.", (mention.place,), 0.9)
        return replace(made, day=day)
    return None


def _delegates(promise: Promise) -> bool:
    """Say whether those who were promised to meet are teams or experts, and not their leaders."""
    words = " ".join(promise.place.quote.lower().split())
    return outcome_rules().delegates.pattern.search(words) is not None


def _link(
    promise: Promise, mention: Mention, status: str, why: str, evidence: tuple[Place, ...], score: float,
    heir: Ref | None = None,
) -> Link:  # fmt: skip
    judgement = Judgement(
        kind="follow_through",
        subject=promise.ref,
        object=mention.ref,
        value=status,
        score=score,
        why=why,
        features=(Feature("same_meeting", 0.9, mention.when or "no date"),),
        evidence=(promise.place, *evidence),
    )
    return Link(judgement, mention.known or promise.known, status, mention.window, mention.side, False, heir)
