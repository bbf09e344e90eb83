"""Statements beside their gold.

- ``statements found``: a record covers half of the item's needle.
- ``statements act``: of those, the act is of the right group of six; ``fine act``: it is an act that
  the gold lists; ``side``: the sides of the actors are right; ``actors exact``: so is each actor;
  ``strict``: group and sides are right.
- ``statements addressee`` and ``statements negated``: of those found and asked for with one.
- ``statements topics``: single topics, where the gold has any; ``statements content``: the words of
  what was said, where the gold has them, but for case and punctuation.
"""

from __future__ import annotations

from typing import NamedTuple

from regesta.model.records import GROUP_OF, Statement
from regesta.quality.comparison import Comparison
from regesta.quality.gold import StatementItem
from regesta.quality.tally import Tally, Verdict
from regesta.quality.values import BOTH, same_actors, same_value

JUDGED = ("act", "fine act", "side", "actors exact", "strict")


class Judged(NamedTuple):
    """What is right about a statement that answers an item."""

    group: bool
    act: bool
    side: bool
    actors: bool

    @property
    def strict(self) -> bool:
        """Right in the group of the act and in the sides."""
        return self.group and self.side


def score_statements(one: Comparison) -> None:
    """Count the statements of one document."""
    found = one.answers("statements", one.gold.statements, one.records.statements, _alike)
    right: set[int] = set()
    for measure in JUDGED:
        one.score.count(f"statements {measure}", 0, found.asked, len(found.counted))
    for item, read in found.pairs:
        judged = _judge(one, item, read)
        hits = (judged.group, judged.act, judged.side, judged.actors, judged.strict)
        for measure, hit in zip(JUDGED, hits, strict=True):
            one.score.count(f"statements {measure}", int(hit), 0, 0)
        right |= {id(read)} if judged.strict else set()
        _note(one, item, read, judged)
        _details(one, item, read)
    one.score.verdicts += [Verdict("statements", r.confidence, id(r) in right) for r in found.counted]
    _by_act(one, found.pairs, found.counted)


def _alike(item: StatementItem, read: Statement) -> int:
    return 2 * (read.act in item.act) + (GROUP_OF[read.act] in item.groups)


def _judge(one: Comparison, item: StatementItem, read: Statement) -> Judged:
    side = one.sides.meant(item.actors) == one.sides.read(read.actors)
    exact = side and (BOTH in item.actors or same_actors(item.actors, read.actors))
    return Judged(GROUP_OF[read.act] in item.groups, read.act in item.act, side, exact)


def _note(one: Comparison, item: StatementItem, read: Statement, judged: Judged) -> None:
    """Note what is wrong, once, under the gravest measure."""
    if not judged.strict:
        measure = "statements strict"
    elif not judged.act:
        measure = "statements fine act"
    elif not judged.actors:
        measure = "statements actors exact"
    else:
        return
    wanted = f"{'/'.join(item.act)} by {'+'.join(item.actors)}"
    by = "+".join(f"{actor.name} ({actor.country})" for actor in read.actors) or "nobody"
    one.mistake(measure, f"read {read.act} by {by}, not {wanted}", item.needle, read)


def _details(one: Comparison, item: StatementItem, read: Statement) -> None:
    if item.addressee:
        _addressee(one, item, read)
    if item.negated:
        one.score.count("statements negated", int(read.negated), 1, int(read.negated))
        if not read.negated:
            one.mistake("statements negated", "read as not negated", item.needle, read)
    if item.topics:
        _topics(one, item, read)
    if item.content != (None,):
        _content(one, item, read)


def _addressee(one: Comparison, item: StatementItem, read: Statement) -> None:
    given = read.addressee
    meant = one.sides.meant([item.addressee or ""])
    hit = given is not None and one.sides.read([given]) == meant
    one.score.count("statements addressee", int(hit), 1, int(given is not None))
    if not hit:
        name = None if given is None else f"{given.name} ({given.country})"
        one.mistake("statements addressee", f"read {name}, not {item.addressee}", item.needle, read)


def _topics(one: Comparison, item: StatementItem, read: Statement) -> None:
    asked, given = set(item.topics), set(read.topics)
    one.score.count("statements topics", len(asked & given), len(asked), len(given))
    if asked != given:
        told = [f"without {topic}" for topic in sorted(asked - given)]
        told += [f"with {topic}" for topic in sorted(given - asked)]
        one.mistake("statements topics", ", ".join(told), item.needle, read)


def _content(one: Comparison, item: StatementItem, read: Statement) -> None:
    words = None if read.content is None else read.content.of(one.text)
    hit = same_value("content", item.content, words)
    one.score.count("statements content", int(hit and words is not None), 1, int(words is not None))
    if not hit:
        one.mistake("statements content", f"read {words!r}, not {item.content[0]!r}", item.needle, read)


def _by_act(one: Comparison, pairs: list[tuple[StatementItem, Statement]], counted: list[Statement]) -> None:
    """Count by act: an item asks for the act that was read where that is right, else for its first."""
    answer = {id(item): read for item, read in pairs}
    for item in one.gold.statements:
        read = answer.get(id(item))
        hit = read is not None and read.act in item.act
        one.score.acts[read.act if read and hit else item.act[0]].add(Tally(int(hit), 1, 0))
    for read in counted:
        one.score.acts[read.act].add(Tally(0, 0, 1))
