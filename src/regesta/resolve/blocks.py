"""Which mentions need to be compared: those of one relationship or one name whose days come near."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import combinations

from regesta.resolve.days import shifted
from regesta.resolve.mention import Mention

_MANY = 4
_AHEAD = _BEHIND = 400
_NEAR = 4


def pairs(mentions: Iterable[Mention]) -> Iterator[tuple[Mention, Mention]]:
    """Yield each pair of mentions that may be one meeting, once, the earlier mention first.

    Mentions of one block are put in order of their first day; each meets those that begin
    before it is over. What gives no day meets all of its block that lie within a year.
    """
    blocks: dict[str, list[Mention]] = defaultdict(list)
    for mention in mentions:
        for key in block_keys(mention):
            blocks[key].append(mention)
    seen: set[tuple[int, int]] = set()
    for key in sorted(blocks):
        for one, other in _of_block(blocks[key]):
            pair = (one, other) if one.order <= other.order else (other, one)
            marks = (id(pair[0]), id(pair[1]))
            if marks not in seen:
                seen.add(marks)
                yield pair


def block_keys(mention: Mention) -> frozenset[str]:
    """Return the names of the blocks in which a mention is compared."""
    return _of_kind(mention) | _of_title(mention)


def _of_title(mention: Mention) -> frozenset[str]:
    """The blocks of a proper name between two sides: under it a meeting is found whatever its format."""
    sides = sorted(mention.sides)
    if len(sides) != 2 or mention.meeting.format == "visit":
        return frozenset()
    pairs_ = combinations(sorted(mention.title), 2)
    return frozenset(f"titled|{'+'.join(sides)}|{one} {other}" for one, other in pairs_)


def _of_kind(mention: Mention) -> frozenset[str]:
    kind = _kind(mention)
    if kind == "named":
        names = sorted(mention.names)
        return frozenset(f"named|{one} {other}" for one, other in combinations(names, 2))
    if kind == "visit":
        return frozenset(f"visit|{guest}>{host}" for guest, host in journeys(mention))
    parties = sorted(mention.sides)
    if len(parties) > _MANY:
        return frozenset({f"{kind}|{'+'.join(parties)}"})
    if len(parties) < 2:
        return frozenset(f"{kind}|{party}" for party in parties)
    return frozenset(f"{kind}|{one}+{other}" for one, other in combinations(parties, 2))


def journeys(mention: Mention) -> list[tuple[str, str]]:
    """From where to where a visit may go; the dyad gives the end that the mention does not name."""
    guests = mention.guests or (
        mention.dyad - {mention.host} if mention.host in mention.dyad else frozenset()
    )
    found = []
    for guest in sorted(guests):
        others = sorted(mention.dyad - {guest}) if guest in mention.dyad else []
        found += [(guest, host) for host in ([mention.host] if mention.host else others or ["?"])]
    return found


def cells(mention: Mention) -> frozenset[str]:
    """Return the blocks of a mention, year by year: mentions that are compared share a cell."""
    days = days_of(mention)
    if days is None:
        return frozenset()
    years = range(int(days[0][:4]), int(days[1][:4]) + 1)
    return frozenset(f"{key}|{year}" for key in block_keys(mention) for year in years)


def stays(mention: Mention) -> frozenset[str]:
    """Return the pairs of states and years in which a visit and a meeting may belong together."""
    if mention.window is None or mention.meeting.format in ("forum", "other"):
        return frozenset()
    states = {code for journey in journeys(mention) for code in journey} or mention.sides
    years = range(int(shifted(mention.window[0], -1)[:4]), int(shifted(mention.window[1], 1)[:4]) + 1)
    pairs_ = combinations(sorted(code for code in states if code), 2)
    return frozenset(f"stay|{one}+{other}|{year}" for one, other in pairs_ for year in years)


def _kind(mention: Mention) -> str:
    if mention.meeting.format in ("forum", "other"):
        return "named"
    return "visit" if mention.meeting.format == "visit" else "talks"


def days_of(mention: Mention) -> tuple[str, str] | None:
    """Return the days within which a partner of the mention must lie; None where nothing bounds them."""
    if mention.window is not None:
        return shifted(mention.window[0], -_NEAR), shifted(mention.window[1], _NEAR)
    if mention.known is None:
        return None
    return shifted(mention.known, -_BEHIND), shifted(mention.known, _AHEAD)


def _of_block(block: list[Mention]) -> Iterator[tuple[Mention, Mention]]:
    dated = sorted(
        (
            (days[0], days[1], mention.order, mention)
            for mention in block
            if (days := days_of(mention)) is not None
        ),
        key=lambda entry: entry[:3],
    )
    running: list[tuple[str, Mention]] = []
    for first, last, _order, mention in dated:
        running = [(end, other) for end, other in running if end >= first]
        yield from ((other, mention) for _end, other in running)
        running.append((last, mention))
