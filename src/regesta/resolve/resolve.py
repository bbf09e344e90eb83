"""All documents in, everything that holds across them out. Pure: no clock, no storage, no order."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from regesta.model.judgement import Judgement, Ref, Rulings
from regesta.model.links import Dossier, Followed, Links
from regesta.resolve.deferrals import deferrals
from regesta.resolve.follow import followed
from regesta.resolve.grouping import Grouping
from regesta.resolve.mention import Mention, known_from, mentions, occasions, undated
from regesta.resolve.outside import Occasion, settle
from regesta.resolve.promise import Promise, Sign, promises, signs
from regesta.resolve.sentences import Sentences
from regesta.resolve.views import joined
from regesta.resolve.years import year_of
from regesta.rules.resolve import content_stems

_NO_RULINGS = Rulings()


def resolve(dossiers: Iterable[Dossier], rulings: Rulings = _NO_RULINGS) -> Links:
    """Return what holds across ``dossiers``, keeping to what people have decided.

    The order of the documents does not matter. Every judgement cites the words it rests on.
    """
    papers = {dossier.id: dossier for dossier in sorted(dossiers, key=lambda dossier: dossier.id)}
    years = _years(papers, rulings)
    told = [mention for id_, paper in papers.items() for mention in mentions(paper, _number(years.get(id_)))]
    grouping = Grouping(told, rulings)
    groups = grouping.groups
    asides = _occasions(papers, told, groups)
    meetings, contained = joined(groups, asides, rulings)
    put_off = deferrals(told, rulings)
    histories = _follow(
        papers, told, years, groups, {failed.ref: plan for _, _, failed, plan in put_off}, rulings
    )
    dated = tuple(years[id_] for id_ in sorted(years))
    return Links(
        meetings=tuple(meetings),
        commitments=tuple(one for one, _ in histories if one.ref.kind == "commitment"),
        requests=tuple(one for one, _ in histories if one.ref.kind == "request"),
        deferrals=tuple(deferral for deferral, _, _, _ in put_off),
        years=dated,
        judgements=(
            *dated,
            *grouping.judgements,
            *contained,
            *(judgement for _, judgement, _, _ in put_off),
            *(judgement for _, own in histories for judgement in own),
        ),
    )


def _follow(
    papers: dict[str, Dossier], told: list[Mention], years: dict[str, Judgement], groups: list[list[Mention]],
    put_off: dict[Ref, Mention], rulings: Rulings,
) -> list[tuple[Followed, list[Judgement]]]:  # fmt: skip
    own: dict[str, list[Mention]] = defaultdict(list)
    for mention in told:
        own[mention.ref.document].append(mention)
    made: list[Promise] = []
    seen: list[Sign] = []
    for id_, paper in papers.items():
        known = known_from(paper, _number(years.get(id_)))
        made += promises(paper, own[id_], _number(years.get(id_)), known)
        seen += signs(paper, known)
    return followed(made, seen, groups, put_off, rulings)


def _years(papers: dict[str, Dossier], rulings: Rulings) -> dict[str, Judgement]:
    missing = [paper for paper in papers.values() if undated(paper)]
    if not missing:
        return {}
    dated = [m for paper in papers.values() if not undated(paper) for m in mentions(paper)]
    found = ((paper.id, year_of(paper, dated, rulings)) for paper in missing)
    return {id_: judgement for id_, judgement in found if judgement is not None}


def _number(judgement: Judgement | None) -> int | None:
    return int(judgement.value) if judgement and judgement.value else None


def _occasions(
    papers: dict[str, Dossier], told: list[Mention], groups: list[list[Mention]]
) -> dict[Ref, list[Occasion]]:
    by_ref = {mention.ref: mention for mention in told}
    found = [
        Occasion(ref, place, stems, by_ref[Ref(paper.id, "meeting", ref.id)])
        for paper in papers.values()
        for ref, place, stems in occasions(paper)
    ]
    if not found:
        return {}
    sentences = {id_: Sentences(paper) for id_, paper in papers.items()}
    stems = {m.ref: content_stems(sentences[m.ref.document].words(m.meeting.span)) for m in told}
    return settle(found, groups, stems)
