"""Sentences that only go on with what was said before: "This line will carry …", "For example, …"."""

from __future__ import annotations

from collections.abc import Sequence

from regesta.mentions.tokens import Token
from regesta.records.speech.said import Said
from regesta.records.view import Sentence
from regesta.rules.elaboration import elaboration_rules

_HEAD = 12
_NOUN = 8
_LONG = 4


def goes_on(sentence: Sentence, last: Said) -> bool:
    """Say whether a sentence without a statement of its own goes on with the content of ``last``.

    It must follow it at once, and be an item of its list, open with a word that points back, or
    take up a noun of it.
    """
    if sentence.block.kind not in ("paragraph", "item") or not sentence.toks:
        return False
    if sentence.block.lead is not None and sentence.block.lead == last.sentence.block.index:
        return True
    words = sentence.lows[:_HEAD]
    return elaboration_rules().opening.match(" ".join(words)) is not None or _takes_up(sentence, last)


def _takes_up(sentence: Sentence, last: Said) -> bool:
    """Read "announced a loan …. The loan will …": a noun near the front that stood in what was said."""
    rules = elaboration_rules()
    said = _nouns(last.sentence.toks[last.clause.verb.end :])
    front = sentence.toks[:_NOUN]
    if not any(t.low in rules.again for t in front[:3]):
        return False
    return not _nouns(front).isdisjoint(said)


def _nouns(toks: Sequence[Token]) -> set[str]:
    """The longer words that may be nouns, in the singular."""
    unspecific = elaboration_rules().unspecific
    words = (t.low for t in toks if t.text.isalpha() and len(t.text) > _LONG)
    return {w.removesuffix("s") for w in words if w not in unspecific}
