"""Do two documents give one meeting different lengths?"""

from __future__ import annotations

from regesta.checks.ground import Ground
from regesta.checks.saying import meeting_words
from regesta.model.finding import Finding, Place

CODE = "duration-differs"


def check(ground: Ground) -> list[Finding]:
    """Report each meeting to which the documents that tell of it give different lengths.

    The length is the one given for the whole, else the sum of its parts where each has one. Two
    lengths within one document are the matter of ``duration-sum``.
    """
    found = []
    for joined in ground.links.meetings:
        lengths: dict[int, Place] = {}
        documents: dict[int, set[str]] = {}
        for mention in ground.told(joined):
            minutes = ground.lengths.get(mention.ref)
            if minutes is not None:
                lengths.setdefault(minutes, mention.place)
                documents.setdefault(minutes, set()).add(mention.ref.document)
        if len(lengths) > 1 and len(set().union(*documents.values())) > 1:
            told = " and ".join(f"{minutes} minutes" for minutes in sorted(lengths))
            message = f"The documents give the {meeting_words(joined)} {told}."
            places = tuple(lengths[minutes] for minutes in sorted(lengths))
            found.append(Finding(CODE, message, places, "conflict"))
    return found
