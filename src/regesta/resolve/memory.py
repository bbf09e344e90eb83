"""A shelf in memory: for one question on a part of a ledger, and for trying the update without storage."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping

from regesta.model.judgement import Judgement, Ref
from regesta.model.links import Deferral, Dossier, Followed, Joined
from regesta.resolve.bearers import Bearer, bearer_keys, bearers, showing_keys
from regesta.resolve.facts import Facts, Told, document_cells, document_words
from regesta.resolve.people import Standing
from regesta.resolve.showings import Showing
from regesta.resolve.traces import Trail


class MemoryShelf:
    """Documents that are changed by their owner, and the views that an update makes of them."""

    def __init__(self, papers: Mapping[str, Dossier]) -> None:
        """Hold ``papers``; what the owner adds to them or takes away is seen by the next update."""
        self.papers = papers
        self.held: dict[str, Facts] = {}
        self.meetings: dict[str, Joined] = {}
        self.histories: dict[Ref, Followed] = {}
        self.standing: dict[str, Standing] = {}
        self.deferrals: tuple[Deferral, ...] = ()
        self.proposed: dict[str, Judgement] = {}

    def dossiers(self, documents: Collection[str]) -> dict[str, Dossier]:
        """Return those of the documents that are there."""
        return {document: self.papers[document] for document in documents if document in self.papers}

    def told(self, documents: Collection[str]) -> Mapping[str, Told]:
        """Return the meetings of those of the documents that have facts."""
        return self.facts(documents)

    def facts(self, documents: Collection[str]) -> dict[str, Facts]:
        """Return the facts of those of the documents that have any."""
        return {document: self.held[document] for document in documents if document in self.held}

    def cells(self, documents: Collection[str]) -> set[str]:
        """Return the cells of the documents."""
        return {cell for one in self.facts(documents).values() for cell in document_cells(one)}

    def words(self, documents: Collection[str]) -> set[str]:
        """Return the words of the documents."""
        return {word for one in self.facts(documents).values() for word in document_words(one)}

    def in_cells(self, cells: Collection[str]) -> set[str]:
        """Return the documents in any of the cells."""
        wanted = set(cells)
        return {document for document, one in self.held.items() if document_cells(one) & wanted}

    def sharing(self, trails: Collection[Trail]) -> set[str]:
        """Return the documents with enough of the words of one of the trails."""
        kept = {document: document_words(one) for document, one in self.held.items()}
        return {doc for doc, own in kept.items() if any(one.fits(own & one.words) for one in trails)}

    def groups(self, documents: Collection[str]) -> dict[str, tuple[Ref, ...]]:
        """Return the standing meetings with a mention in the documents."""
        wanted = set(documents)
        return {
            id_: own
            for id_, meeting in self.meetings.items()
            if (own := tuple(ref for ref in meeting.members if ref.kind == "meeting"))
            and any(ref.document in wanted for ref in own)
        }

    def put_facts(self, found: Collection[Facts]) -> None:
        """Keep the facts of some documents."""
        self.held |= {one.document: one for one in found}

    def drop(self, documents: Collection[str]) -> None:
        """Forget some documents."""
        for document in documents:
            self.held.pop(document, None)
        self.put_histories(documents, ())
        self.put_deferrals(documents, ())

    def put_meetings(self, gone: Collection[str], meetings: Iterable[Joined]) -> None:
        """Put these meetings in the place of those that are gone."""
        for id_ in gone:
            self.meetings.pop(id_, None)
        self.meetings |= {meeting.id: meeting for meeting in meetings}

    def put_histories(self, documents: Collection[str], histories: Iterable[Followed]) -> None:
        """Put these histories in the place of those of the documents."""
        gone = set(documents)
        self.histories = {ref: one for ref, one in self.histories.items() if ref.document not in gone}
        self.histories |= {one.ref: one for one in histories}

    def bearers(self, keys: Collection[str], alone: Collection[Ref]) -> list[Bearer]:
        """Return every bearer with one of the keys."""
        wanted = set(keys)
        found = bearers((one for facts in self.held.values() for one in facts.showings), alone)
        return [bearer for bearer in found if bearer_keys(bearer) & wanted]

    def alone(self, keys: Collection[str]) -> list[Showing]:
        """Return the showings without a full name that have one of the keys."""
        wanted = set(keys)
        shown = (one for facts in self.held.values() for one in facts.showings if not one.full)
        return [one for one in shown if showing_keys(one) & wanted]

    def people(self, bearers: Collection[str]) -> dict[str, Standing]:
        """Return the standing persons by each of the bearers that is part of one."""
        wanted = set(bearers)
        return {id_: one for one in self.standing.values() for id_ in one.bearers if id_ in wanted}

    def put_people(self, gone: Collection[str], people: Iterable[Standing]) -> None:
        """Put these persons in the place of those that are gone."""
        for id_ in gone:
            self.standing.pop(id_, None)
        self.standing |= {person.id: person for person in people}

    def put_deferrals(self, documents: Collection[str], found: Iterable[Deferral]) -> None:
        """Put these in the place of what the documents said was put off."""
        gone = set(documents)
        self.deferrals = (*(one for one in self.deferrals if one.origin.document not in gone), *found)

    def propose(
        self,
        kinds: Collection[str],
        found: Iterable[Judgement],
        *,
        documents: Collection[str] = (),
        refs: Collection[Ref] = (),
    ) -> None:
        """Put these proposals in the place of those in scope."""
        of, about = set(documents), set(refs)
        self.proposed = {
            id_: one
            for id_, one in self.proposed.items()
            if one.kind not in kinds or not (one.subject.document in of or one.subject in about)
        }
        self.proposed |= {judgement.id: judgement for judgement in found}
