"""How likely two names are one person's: the names, the countries, the offices, the years."""

from __future__ import annotations

from dataclasses import dataclass

from regesta.model.judgement import Feature, Judgement
from regesta.resolve.bearers import Bearer
from regesta.resolve.names import Likeness as Alike
from regesta.resolve.names import alike
from regesta.rules.people import people_rules

_WHOLE = frozenset({"equal", "spelling", "order"})


@dataclass(frozen=True, slots=True)
class Kinship:
    """A score between 0 and 1 with the reasons for it; ``whole`` says that no word of a name is missing."""

    score: float
    whole: bool
    why: str
    features: tuple[Feature, ...]


def kinship(one: Bearer, other: Bearer) -> Kinship | None:
    """Compare two bearers; None where something speaks against their being one person. Symmetric."""
    if one.order > other.order:
        one, other = other, one
    names = alike(one.name, other.name)
    countries = _countries(one, other, names)
    if countries is None or _years_apart(one, other) > people_rules().years:
        return None
    features = [Feature(f"name_{names.kind}", names.score, names.why), countries]
    shared = sorted({t.key for t in one.tenures} & {t.key for t in other.tenures})
    if shared and one.country == other.country:
        office = next(tenure.office for tenure in one.tenures if tenure.key == shared[0])
        features.append(Feature("office", people_rules().weights["office"], f"both are shown as {office}"))
    score = min(0.99, sum(feature.weight for feature in features))
    return Kinship(round(score, 4), names.kind in _WHOLE, _why(one, other, names, features), tuple(features))


def compatible(one: Bearer, other: Bearer) -> bool:
    """Say whether names, countries and years allow that two bearers are one person."""
    return kinship(one, other) is not None


def same_person(one: Bearer, other: Bearer, found: Kinship) -> Judgement:
    """Return the judgement that two bearers are one person, with the words that name each."""
    first, second = sorted((one, other), key=lambda bearer: bearer.first)
    return Judgement(
        kind="same_person",
        subject=first.first,
        object=second.first,
        value=None,
        score=found.score,
        why=found.why,
        features=found.features,
        evidence=(first.place, second.place),
    )


def _countries(one: Bearer, other: Bearer, names: Alike) -> Feature | None:
    """What the countries say; None where names or countries make two persons of them."""
    if not names.same:
        return None
    if one.country == other.country and one.country is not None:
        return Feature("country", 0.0, one.country)
    if names.kind not in _WHOLE:
        return None
    weights = people_rules().weights
    known = sorted({one.country, other.country} - {None}, key=str)
    if len(known) < 2:
        said = f"only one is said to be of {known[0]}" if known else "nothing says the country of either"
        return Feature("no_country", weights["no_country"], said)
    if people_rules().sides & set(known):
        return Feature("two_sides", weights["two_sides"], f"{known[0]} and {known[1]}")
    return None


def _years_apart(one: Bearer, other: Bearer) -> int:
    if one.last_known is None or other.known is None or one.known is None or other.last_known is None:
        return 0
    return max(int(other.known[:4]) - int(one.last_known[:4]), int(one.known[:4]) - int(other.last_known[:4]))


def _why(one: Bearer, other: Bearer, names: Alike, features: list[Feature]) -> str:
    both = " and both are shown in one office" if features[-1].name == "office" else ""
    return f"“{one.name}” and “{other.name}” can be one person's name{both}: {names.why}"
