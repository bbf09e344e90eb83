"""What changes across documents when some come, go or are read again: that alone is worked out anew.

The result is the same as that of :func:`regesta.resolve.resolve.resolve` on all documents.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence

from regesta.model.judgement import Judgement, Ref, Rulings
from regesta.resolve.blocks import cells, stays
from regesta.resolve.deferrals import deferrals
from regesta.resolve.facts import Told, facts, year_marks
from regesta.resolve.follow import followed
from regesta.resolve.follow_again import Again
from regesta.resolve.follow_signs import Signs
from regesta.resolve.grouping import Grouping, near
from regesta.resolve.mention import Mention
from regesta.resolve.outside import settle
from regesta.resolve.shelf import Shelf
from regesta.resolve.traces import after, before_promise, before_sign, before_words
from regesta.resolve.update_people import UpdatePeople
from regesta.resolve.views import id_of, joined
from regesta.resolve.years import year_of


def update(shelf: Shelf, changed: Collection[str], rulings: Rulings) -> None:
    """Bring what holds across documents up to date after ``changed`` came, went or were read anew."""
    _Update(shelf, rulings).run(sorted(changed))


class _Update:
    """One update. ``known`` are the meetings of the documents that were needed so far."""

    def __init__(self, shelf: Shelf, rulings: Rulings) -> None:
        self.shelf, self.rulings = shelf, rulings
        self.known: dict[str, Told] = {}
        self._mentions: dict[Ref, Mention] = {}
        self._by_cell: dict[str, list[Mention]] = {}
        self._loaded: set[str] = set()

    def run(self, changed: Sequence[str]) -> None:
        old_cells, old_words = self.shelf.cells(changed), self.shelf.words(changed)
        old_groups = self.shelf.groups(changed)
        people = UpdatePeople(self.shelf, self.rulings, changed)
        fresh = self._read(changed)
        old_words |= self._date(fresh, changed, old_cells)
        dirty = sorted({*changed, *fresh})
        old_groups |= self.shelf.groups(dirty)
        told = self._touched(dirty, old_groups)
        grouping = Grouping([self._mentions[ref] for ref in sorted(told)], self.rulings)
        self._views(grouping, told, old_groups, old_cells)
        self._histories(dirty, told, old_words, old_groups)
        people.run(dirty)

    def _read(self, changed: Collection[str]) -> set[str]:
        """Work out the facts of what changed; return the documents that are there."""
        there = self.shelf.dossiers(changed)
        if gone := sorted(set(changed) - set(there)):
            self.shelf.drop(gone)
        self.shelf.put_facts([facts(there[document]) for document in sorted(there)])
        return set(there)

    def _date(self, fresh: set[str], changed: Sequence[str], old_cells: set[str]) -> set[str]:
        """Give documents without a year the year that others tell, or take it back where none does.

        Return the words under which those that have another year now were kept until now.
        """
        old_words: set[str] = set()
        now = self.shelf.cells(changed) | old_cells
        waiting = self.shelf.in_cells({f"un{cell}" for cell in now if cell.startswith("dated|")})
        waiting |= {document for document, one in self.shelf.told(sorted(fresh)).items() if one.undated}
        proposals: list[Judgement] = []
        for document, dossier in sorted(self.shelf.dossiers(sorted(waiting)).items()):
            plain = facts(dossier)
            sought = {f"dated|{mark}" for mark in year_marks(plain)}
            others = self.shelf.told(sorted(self.shelf.in_cells(sought) - {document}))
            dated = [one for _, one in sorted(others.items()) if not one.undated]
            judgement = year_of(dossier, dated, self.rulings)
            year = int(judgement.value or 0) if judgement else None
            proposals += [judgement] if judgement else []
            held = self.shelf.told([document]).get(document)
            if held is None or held.year != year:
                old_words |= self.shelf.words([document])
                self.shelf.put_facts([facts(dossier, year)])
                fresh.add(document)
        self.shelf.propose(("year",), proposals, documents={*waiting, *changed})
        return old_words

    def _load(self, documents: Iterable[str]) -> None:
        missing = sorted(set(documents) - set(self.known))
        for document, one in self.shelf.told(missing).items():
            self.known[document] = one
            for mention in one.mentions:
                self._mentions[mention.ref] = mention
                for cell in cells(mention):
                    self._by_cell.setdefault(cell, []).append(mention)

    def _touched(self, dirty: Sequence[str], old_groups: dict[str, tuple[Ref, ...]]) -> set[Ref]:
        """Return every mention that may be joined with one that is new, or was with one that is gone."""
        self._load([*dirty, *(ref.document for refs in old_groups.values() for ref in refs)])
        frontier = {ref for refs in old_groups.values() for ref in refs if ref in self._mentions}
        frontier |= {
            m.ref for document in dirty if document in self.known for m in self.known[document].mentions
        }
        found: set[Ref] = set()
        while frontier:
            found |= frontier
            self._fetch({cell for ref in frontier for cell in cells(self._mentions[ref])})
            frontier = {other for ref in frontier for other in self._neighbours(ref)} - found
            held = self.shelf.groups(sorted({ref.document for ref in frontier}))
            for id_, refs in held.items():
                if frontier & set(refs):
                    old_groups[id_] = refs
                    self._load(ref.document for ref in refs)
                    frontier |= {ref for ref in refs if ref in self._mentions} - found
        return found

    def _fetch(self, wanted: set[str]) -> None:
        missing = wanted - self._loaded
        self._load(self.shelf.in_cells(sorted(missing)))
        self._loaded |= missing

    def _neighbours(self, ref: Ref) -> set[Ref]:
        mention = self._mentions[ref]
        others = {other.ref: other for cell in cells(mention) for other in self._by_cell.get(cell, ())}
        linked = {other for other in others if other != ref and near(mention, others[other])}
        decided = {b if a == ref else a for a, b in self.rulings.together if ref in (a, b)}
        self._load(other.document for other in decided)
        return linked | (decided & set(self._mentions))

    def _views(
        self, grouping: Grouping, told: set[Ref], old_groups: dict[str, tuple[Ref, ...]], old_cells: set[str]
    ) -> None:
        """Write the meetings that changed, and those beside which a visit or an occasion changed."""
        fresh = {id_of(group): group for group in grouping.groups}
        around = {cell for ref in told for cell in stays(self._mentions[ref])}
        around |= {cell for cell in old_cells if cell.startswith("stay|")}
        ring = fresh | self._standing(self.shelf.in_cells(sorted(around)), told)
        wider = {cell for group in ring.values() for m in group for cell in (*stays(m), *cells(m))}
        all_ = ring | self._standing(self.shelf.in_cells(sorted(wider)), told)
        documents = sorted({m.ref.document for group in all_.values() for m in group})
        occasions = [o for document in documents for o in self.known[document].occasions]
        hosts = {c for o in occasions if o.host in self._mentions for c in cells(self._mentions[o.host])}
        all_ |= self._standing(self.shelf.in_cells(sorted(hosts)), told)
        groups = [all_[id_] for id_ in sorted(all_)]
        meetings, contained = joined(groups, settle(occasions, groups), self.rulings)
        rewritten = [meeting for meeting in meetings if meeting.id in ring]
        gone = {
            id_ for id_, refs in old_groups.items() if set(refs) & told or not set(refs) & set(self._mentions)
        }
        self.shelf.put_meetings(sorted(gone), rewritten)
        before = {ref for refs in old_groups.values() for ref in refs}
        self.shelf.propose(("same_meeting",), grouping.judgements, refs=told | before)
        inside = {ref for meeting in rewritten for ref in meeting.members}
        kept = [judgement for judgement in contained if judgement.subject in inside]
        self.shelf.propose(("within_visit",), kept, refs=inside | before)

    def _standing(self, documents: Iterable[str], told: set[Ref]) -> dict[str, list[Mention]]:
        """Return the standing meetings of the documents, but for those being worked out anew."""
        held = self.shelf.groups(sorted(documents))
        kept = {id_: refs for id_, refs in held.items() if not set(refs) & told}
        self._load(ref.document for refs in kept.values() for ref in refs)
        found = {}
        for refs in kept.values():
            there = (self._mentions[ref] for ref in refs if ref in self._mentions)
            group = sorted(there, key=lambda mention: mention.order)
            if group:
                found[id_of(group)] = group
        return found

    def _concerned(self, dirty: Sequence[str], old_words: set[str]) -> set[str]:
        """Return the documents with promises of which what changed tells, which it repeats, or may have."""
        known = self.shelf.facts(dirty).values()
        signs = [sign for one in known for sign in one.signs]
        promised = [promise for one in known for promise in one.promises]
        before = self.shelf.sharing(before_words(old_words))
        near = self.shelf.sharing([*map(before_sign, signs), *map(before_promise, promised)]) - before
        telling, again = Signs(signs), Again(promised)
        return before | {
            document
            for document, one in self.shelf.facts(sorted(near)).items()
            if any(telling.tell_of(promise) or again.repeat(promise) for promise in one.promises)
        }

    def _histories(
        self,
        dirty: Sequence[str],
        told: set[Ref],
        old_words: set[str],
        old_groups: dict[str, tuple[Ref, ...]],
    ) -> None:
        """Work out the histories of promises that what changed may bear on."""
        theirs = self._concerned(dirty, old_words)
        theirs |= {*dirty, *(ref.document for ref in told)}
        theirs |= {ref.document for refs in old_groups.values() for ref in refs}
        promising = self.shelf.facts(sorted(theirs))
        wanted = [document for document, one in promising.items() if one.promises]
        promised = [promise for document in wanted for promise in promising[document].promises]
        others = self.shelf.sharing([trail for promise in promised for trail in after(promise)])
        loaded = list(self.shelf.facts(sorted({*wanted, *others})).values())
        aims = {aim.document for one in loaded for promise in one.promises for aim in promise.aims}
        groups = list(self._standing(aims, set()).values())
        mentions = [m for group in groups for m in group]
        tellers = {*dirty, *(m.ref.document for m in mentions), *(one.document for one in loaded)}
        self._load(tellers)
        all_told = [
            m for document in sorted(tellers & set(self.known)) for m in self.known[document].mentions
        ]
        put_off = deferrals(all_told, self.rulings)
        heirs = self._standing({plan.ref.document for _, _, _, plan in put_off}, set())
        grouped = {id_of(group): group for group in groups} | heirs
        made = followed(
            [promise for one in self.shelf.facts(sorted(tellers)).values() for promise in one.promises],
            [sign for one in loaded for sign in one.signs],
            list(grouped.values()),
            {failed.ref: plan for _, _, failed, plan in put_off},
            self.rulings,
            frozenset(wanted),
        )
        self.shelf.put_histories(sorted({*wanted, *dirty}), [one for one, _ in made])
        self.shelf.propose(
            ("follow_through", "reaffirmed", "answered", "asked_again"),
            [judgement for _, own_ in made for judgement in own_],
            documents={*wanted, *dirty},
        )
        of_dirty = [(one, j) for one, j, failed, _ in put_off if failed.ref.document in set(dirty)]
        self.shelf.put_deferrals(dirty, [one for one, _ in of_dirty])
        self.shelf.propose(("deferral",), [j for _, j in of_dirty], documents=set(dirty))
