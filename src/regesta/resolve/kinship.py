"""How likely two names are one person's: the names, the countries, the offices, the years."""

from __future__ import annotations

from dataclasses import dataclass

from regesta.model.judgement import Feature, Judgement
from regesta.resolve.bearers import Bearer
from regesta.resolve.days import gap
from regesta.resolve.names import Likeness as Alike
from regesta.resolve.names import alike
from regesta.resolve.showings import Tenure
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
    names, office = alike(one.name, other.name), _shared_office(one, other)
    if _years_apart(one, other) > people_rules().years:
        return None
    countries = _countries(one, other, names, office) if names.same else _family(one, other, names)
    if countries is None:
        return None
    features = [Feature(f"name_{names.kind}", names.score, names.why), countries]
    if office is not None and one.country == other.country:
        features.append(Feature("office", people_rules().weights["office"], f"both are shown as {office}"))
    score = min(0.99, sum(feature.weight for feature in features))
    return Kinship(round(score, 4), names.kind in _WHOLE, _why(one, other, names, features), tuple(features))


def compatible(one: Bearer, other: Bearer) -> bool:
    """Say whether names, countries and years allow that two bearers are one person, if others say so."""
    if not alike(one.name, other.name).same and kinship(one, other) is None:
        return False
    if _years_apart(one, other) > people_rules().years:
        return False
    known = {one.country, other.country} - {None}
    return len(known) < 2 or bool(people_rules().sides & known) or not (one.sure and other.sure)


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


def _shared_office(one: Bearer, other: Bearer) -> str | None:
    """An office of both, in the words of one; ``of Law`` is part of ``of Law and Health``."""
    for mine in one.tenures:
        if any(_same_office(mine.key, theirs.key) for theirs in other.tenures):
            return mine.office
    return None


def _same_office(one: str, other: str) -> bool:
    if one == other or "|" not in one or "|" not in other:
        return one == other
    level, words = one.split("|")
    its_level, its_words = other.split("|")
    fewer, more = sorted((set(words.split()), set(its_words.split())), key=len)
    return level == its_level and len(fewer) > 1 and fewer <= more


def _family(one: Bearer, other: Bearer, names: Alike) -> Feature | None:
    """A family name of two words is the name of who holds, in those years, the office said with both."""
    if names.kind != "family_only" or one.country != other.country or one.country is None:
        return None
    for mine in one.tenures:
        for theirs in other.tenures:
            if mine.single and mine.key == theirs.key and _near(mine, theirs):
                return Feature("holder", people_rules().weights["holder"], f"{mine.office} in the same years")
    return None


def _near(mine: Tenure, theirs: Tenure) -> bool:
    return gap((mine.first, mine.last), (theirs.first, theirs.last)) <= people_rules().recent


def _countries(one: Bearer, other: Bearer, names: Alike, office: str | None) -> Feature | None:
    """What the countries say; None where they make two persons of one name."""
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
    unsure = not (one.sure and other.sure) and names.kind == "equal"
    if unsure and (office or not one.tenures or not other.tenures):
        return Feature(
            "unsure_country", weights["unsure_country"], f"{known[0]} and {known[1]}, not both sure"
        )
    return None


def _years_apart(one: Bearer, other: Bearer) -> int:
    if one.last_known is None or other.known is None or one.known is None or other.last_known is None:
        return 0
    return max(int(other.known[:4]) - int(one.last_known[:4]), int(one.known[:4]) - int(other.last_known[:4]))


def _why(one: Bearer, other: Bearer, names: Alike, features: list[Feature]) -> str:
    both = " and both are shown in one office" if features[-1].name == "office" else ""
    return f"“{one.name}” and “{other.name}” can be one person's name{both}: {names.why}"
