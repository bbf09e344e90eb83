"""All documents in, everything that holds across them out. Pure: no clock, no storage, no order."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from regesta.model.judgement import Judgement, Rulings
from regesta.model.links import Dossier, Links
from regesta.resolve.deferrals import deferrals
from regesta.resolve.facts import Facts, facts
from regesta.resolve.follow import followed
from regesta.resolve.grouping import Grouping
from regesta.resolve.outside import settle
from regesta.resolve.persons import persons, register
from regesta.resolve.slips import slips
from regesta.resolve.views import in_series, joined
from regesta.resolve.years import year_of

_NO_RULINGS = Rulings()


def resolve(dossiers: Iterable[Dossier], rulings: Rulings = _NO_RULINGS) -> Links:
    """Return what holds across ``dossiers``, keeping to what people have decided.

    The order of the documents does not matter. Every judgement cites the words it rests on.
    """
    papers = sorted(dossiers, key=lambda dossier: dossier.id)
    known = [facts(paper) for paper in papers]
    years = _years(papers, known, rulings)
    for number, paper in enumerate(papers):
        if paper.id in years:
            known[number] = facts(paper, int(years[paper.id].value or 0))
    return resolve_facts(known, [years[id_] for id_ in sorted(years)], rulings)


def resolve_facts(known: Sequence[Facts], years: Sequence[Judgement], rulings: Rulings) -> Links:
    """Return what holds across documents of which the facts and the missing years are worked out."""
    told = [mention for one in known for mention in one.mentions]
    grouping = Grouping(told, rulings)
    groups = grouping.groups
    meetings, contained = joined(groups, settle((o for one in known for o in one.occasions), groups), rulings)
    put_off = deferrals(told, rulings)
    histories = followed(
        [promise for one in known for promise in one.promises],
        [sign for one in known for sign in one.signs],
        groups,
        {failed.ref: plan for _, _, failed, plan in put_off},
        rulings,
    )
    shown = [showing for one in known for showing in one.showings]
    people = register(shown, rulings)
    commitments = tuple(one for one, _ in histories if one.ref.kind == "commitment")
    return Links(
        meetings=tuple(in_series(meetings)),
        people=persons(people, shown, rulings),
        commitments=commitments,
        requests=tuple(one for one, _ in histories if one.ref.kind == "request"),
        deferrals=(*(deferral for deferral, _, _, _ in put_off), *slips(commitments)),
        years=tuple(years),
        judgements=(
            *years,
            *grouping.judgements,
            *contained,
            *(judgement for _, judgement, _, _ in put_off),
            *(judgement for _, own in histories for judgement in own),
            *people.judgements,
        ),
    )


def _years(papers: Sequence[Dossier], known: Sequence[Facts], rulings: Rulings) -> dict[str, Judgement]:
    missing = [paper for paper, one in zip(papers, known, strict=True) if one.undated]
    dated = [one for one in known if not one.undated]
    found = {paper.id: year_of(paper, dated, rulings) for paper in missing}
    return {id_: judgement for id_, judgement in found.items() if judgement is not None}
