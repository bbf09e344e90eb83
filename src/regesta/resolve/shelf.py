"""Where the facts and the standing views of a ledger are found; storage is somebody else's matter."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from typing import Protocol

from regesta.model.judgement import Judgement, Ref
from regesta.model.links import Deferral, Dossier, Followed, Joined
from regesta.resolve.bearers import Bearer
from regesta.resolve.facts import Facts, Told
from regesta.resolve.people import Standing
from regesta.resolve.showings import Showing
from regesta.resolve.traces import Trail


class Shelf(Protocol):
    """What an update asks for and hands back. Every answer is complete: nothing that fits is left out."""

    def dossiers(self, documents: Collection[str]) -> dict[str, Dossier]:
        """Return those of the documents that are there and not superseded, with their records."""

    def told(self, documents: Collection[str]) -> Mapping[str, Told]:
        """Return of those of the documents that have facts the meetings alone: most are asked for no more."""

    def facts(self, documents: Collection[str]) -> dict[str, Facts]:
        """Return the facts of those of the documents that have any."""

    def cells(self, documents: Collection[str]) -> set[str]:
        """Return the cells under which the documents are kept."""

    def words(self, documents: Collection[str]) -> set[str]:
        """Return the words under which the documents are kept."""

    def in_cells(self, cells: Collection[str]) -> set[str]:
        """Return the documents that are kept under any of the cells."""

    def sharing(self, trails: Collection[Trail]) -> set[str]:
        """Return the documents that are kept under enough of the words of one of the trails."""

    def groups(self, documents: Collection[str]) -> dict[str, tuple[Ref, ...]]:
        """Return the standing meetings of which the documents hold a mention, with all their mentions."""

    def put_facts(self, found: Collection[Facts]) -> None:
        """Keep the facts of some documents in the place of their earlier ones."""

    def drop(self, documents: Collection[str]) -> None:
        """Forget the facts, histories and deferrals of these documents."""

    def put_meetings(self, gone: Collection[str], meetings: Iterable[Joined]) -> None:
        """Put these meetings in the place of those with the ids of ``gone``, or of the same id."""

    def put_histories(self, documents: Collection[str], histories: Iterable[Followed]) -> None:
        """Put these histories in the place of all of the documents' promises and requests."""

    def bearers(self, keys: Collection[str], alone: Collection[Ref]) -> list[Bearer]:
        """Return every bearer with one of the keys (``bearer_keys``), over all documents' facts.

        The showings of ``alone`` are bearers of their own.
        """

    def alone(self, keys: Collection[str]) -> list[Showing]:
        """Return the showings that give no full name and have one of the keys (``showing_keys``)."""

    def people(self, bearers: Collection[str]) -> dict[str, Standing]:
        """Return, by the id of each of the bearers that is part of one, the standing persons."""

    def put_people(self, gone: Collection[str], people: Iterable[Standing]) -> None:
        """Put these persons in the place of those with the ids of ``gone``, or of the same id."""

    def put_deferrals(self, documents: Collection[str], found: Iterable[Deferral]) -> None:
        """Put these in the place of all that the documents told before of plans that were put off."""

    def propose(
        self,
        kinds: Collection[str],
        found: Iterable[Judgement],
        *,
        documents: Collection[str] = (),
        refs: Collection[Ref] = (),
    ) -> None:
        """Let ``found`` be all that the machine proposes, of these kinds, within the scope.

        In scope is what is judged of a record of ``documents``, or of one of ``refs``.
        """
