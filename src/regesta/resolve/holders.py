"""Who is meant by a family name or an office alone: the one person known to fit, or nobody."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from regesta.model.edtf import bounds
from regesta.model.finding import Place
from regesta.model.judgement import Feature, Judgement, Rulings
from regesta.resolve.bearers import Bearer, bearer_keys, showing_keys
from regesta.resolve.days import gap
from regesta.resolve.names import alike
from regesta.resolve.people import Standing
from regesta.resolve.showings import Showing, Tenure
from regesta.rules.people import people_rules

_SURE, _NEAR = 0.95, 0.8


@dataclass(frozen=True, slots=True)
class _Candidate:
    """A person of whom a showing may speak, with those of the names that share a key with it."""

    person: Standing
    known: tuple[Bearer, ...]


@dataclass(frozen=True, slots=True)
class _Held:
    """A person in an office: the tenures shown, and how many days lie between them and a day."""

    person: Standing
    tenures: tuple[Tenure, ...]
    away: int


def settled(
    alone: Iterable[Showing], known: Sequence[Bearer], person_of: Mapping[str, Standing], rulings: Rulings
) -> list[Judgement]:
    """Return who is meant by family names (``same_person``) and offices (``holder``) without a full name.

    ``known`` are all bearers that share a key with any of them, ``person_of`` their persons. Where
    several persons fit, or none, there is no judgement.
    """
    by_key: dict[str, list[Bearer]] = defaultdict(list)
    for bearer in known:
        for key in bearer_keys(bearer):
            by_key[key].append(bearer)
    found = []
    for one in sorted(alone, key=lambda showing: showing.order):
        judgement = _meant(one, _candidates(one, by_key, person_of))
        if judgement is not None and not _rejected(judgement, rulings):
            found.append(judgement)
    return found


def _candidates(
    one: Showing, by_key: Mapping[str, list[Bearer]], person_of: Mapping[str, Standing]
) -> list[_Candidate]:
    near = {bearer.id: bearer for key in showing_keys(one) for bearer in by_key.get(key, ())}
    by_person: dict[str, list[Bearer]] = defaultdict(list)
    for id_ in sorted(near):
        by_person[person_of[id_].id].append(near[id_])
    return [_Candidate(person_of[own[0].id], tuple(own)) for _, own in sorted(by_person.items())]


def _meant(one: Showing, candidates: Sequence[_Candidate]) -> Judgement | None:
    if one.name is None:
        return _holder(one, candidates)
    if one.known_as is not None and one.known_at is not None:
        first, second = sorted((one.ref, one.known_as))
        return Judgement(
            "same_person", first, second, None, _SURE, "The document itself gives the full name.",
            (Feature("own_document", _SURE, one.known_at.quote),), (one.place, one.known_at),
        )  # fmt: skip
    return _of_family(one, candidates)


def _holder(one: Showing, candidates: Sequence[_Candidate]) -> Judgement | None:
    """The one person who is shown in the office on the day, or next to it with nobody else near."""
    held = _single(_holders(one, candidates, single=True))
    if held is None:
        return None
    first, last = _span(held.tenures)
    score = _SURE if held.away == 0 else _NEAR
    return Judgement(
        kind="holder",
        subject=one.ref,
        object=held.person.first,
        value=None,
        score=score,
        why=f"Documents show {held.person.names[0]} in this office from {first} to {last}.",
        features=(Feature("office", score, f"{held.tenures[0].office}, {held.away} days from {one.day}"),),
        evidence=(one.place, *_places(held.tenures)),
    )


def _of_family(one: Showing, candidates: Sequence[_Candidate]) -> Judgement | None:
    """The one person of a family name: the holder of the office said; if none is said, the only one known."""
    own = [candidate for candidate in candidates if _shares_name(one, candidate)]
    if one.keys:
        near = _holders(one, own, single=False)
        held = _single(near or _holders(one, own, single=False, wide=True))
        if held is None:
            return None
        seen = f"{held.tenures[0].office}, {held.away} days from {one.day}"
        return _family(one, held.person, Feature("office", 0.4, seen), _places(held.tenures))
    if len(own) != 1 or not _recent(one, own[0]):
        return None
    places = tuple(bearer.place for bearer in own[0].known)[:1]
    return _family(one, own[0].person, Feature("only_one", 0.4, "nobody else of this name is known"), places)


def _family(one: Showing, person: Standing, reason: Feature, places: Sequence[Place]) -> Judgement:
    first, second = sorted((one.ref, person.first))
    return Judgement(
        kind="same_person",
        subject=first,
        object=second,
        value=None,
        score=_NEAR,
        why=f"“{one.name}” alone can be {person.names[0]}, and nobody else of this name fits.",
        features=(Feature("name_family_only", 0.4, person.names[0]), reason),
        evidence=(one.place, *places),
    )


def _holders(
    one: Showing, candidates: Sequence[_Candidate], *, single: bool, wide: bool = False
) -> list[_Held]:
    """Who is shown in an office that the words name, on their day or not far from it.

    ``single`` asks only for offices that one person at a time holds; ``wide`` is content with the same years.
    """
    limit = people_rules().recent if wide else people_rules().grace
    found = []
    for candidate in candidates:
        tenures = tuple(
            tenure
            for bearer in candidate.known
            if bearer.country == one.country is not None
            for tenure in bearer.tenures
            if tenure.key in one.keys and (tenure.single or not single)
        )
        if tenures and one.day:
            away = _away(tenures, one.day, limit)
            if away is not None:
                found.append(_Held(candidate.person, tenures, away))
    return found


def _away(tenures: Sequence[Tenure], day: str, limit: int) -> int | None:
    """How many days lie between a day and a tenure; 0 if it is shown before and after, None if too many.

    Somebody may hold an office twice: long silence between two showings is no tenure.
    """
    first, last = _span(tenures)
    months = sorted({month for tenure in tenures for month in tenure.months})
    before = [min(_last_day(month), last) for month in months if month <= day[:7]]
    after = [max(f"{month}-01", first) for month in months if month >= day[:7]]
    if day[:7] in months and first <= day <= last:
        return 0
    if before and after and gap((before[-1], before[-1]), (after[0], after[0])) <= people_rules().between:
        return 0
    ends = [*before[-1:], *after[:1]]
    nearest = min(gap((end, end), (day, day)) for end in ends)
    return nearest if nearest <= limit else None


def _last_day(month: str) -> str:
    window = bounds(month)
    return window[1] if window else f"{month}-28"


def _single(held: Sequence[_Held]) -> _Held | None:
    """The only holder; one who is shown before and after the day goes before one who is only near it."""
    exact = [one for one in held if one.away == 0]
    fitting = exact or held
    return fitting[0] if len(fitting) == 1 else None


def _shares_name(one: Showing, candidate: _Candidate) -> bool:
    return any(
        bearer.country == one.country is not None and alike(one.name or "", bearer.name).kind == "family_only"
        for bearer in candidate.known
    )


def _recent(one: Showing, candidate: _Candidate) -> bool:
    days = [day for bearer in candidate.known for day in (bearer.known, bearer.last_known) if day]
    if one.known is None or not days:
        return False
    return gap((min(days), max(days)), (one.known, one.known)) <= people_rules().recent


def _span(tenures: Sequence[Tenure]) -> tuple[str, str]:
    return min(tenure.first for tenure in tenures), max(tenure.last for tenure in tenures)


def _places(tenures: Sequence[Tenure]) -> tuple[Place, ...]:
    first = min(tenures, key=lambda tenure: tenure.first)
    last = max(tenures, key=lambda tenure: tenure.last)
    return tuple(dict.fromkeys((first.places[0], last.places[-1])))


def _rejected(judgement: Judgement, rulings: Rulings) -> bool:
    pair = (judgement.subject, judgement.object)
    return judgement.id in rulings.rejected or pair in rulings.apart
