"""Bringing what holds across documents up to date with the documents and with people's decisions.

Whatever changes a document or a decision marks the documents concerned in its own transaction.
Here they are taken in, a bundle a transaction, so that a run that is killed leaves the rest
marked, and the next run goes on from there. The views do not depend on the bundles: they are
always those that all documents together would give.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from importlib import resources

from regesta.ledger import Ledger
from regesta.ledger.connect import looking, writing
from regesta.ledger.link_codec import form_of
from regesta.ledger.link_pending import made_by, pending, start_again, still_pending, taken_in, waiting
from regesta.ledger.shelves import bundles
from regesta.model.links import Deferral, Followed, Joined
from regesta.query import rulings
from regesta.resolve.bearers import Bearer
from regesta.resolve.facts import Facts
from regesta.resolve.people import Standing
from regesta.resolve.update import update
from regesta.rules.version import rules_version
from regesta.work.shelf import SqlShelf

BUNDLE = 100
SIGNED = "regesta"


@dataclass(frozen=True, slots=True)
class Linked:
    """What bringing the views up to date came to; ``again`` says that they were made from nothing."""

    documents: int = 0
    proposed: int = 0
    withdrawn: int = 0
    again: bool = False


def link(ledger: Ledger, *, now: str, bundle: int = BUNDLE) -> Linked:
    """Take in every marked document; ``now`` is written beside what is proposed and withdrawn.

    When nothing is marked nothing is written. Views that were made with other rules or by another
    resolver are made again from nothing; people's decisions stay as they are.
    """
    with looking(ledger.engine, ledger.path) as connection:
        ours = made_by(connection) == maker()
        if ours and not pending(connection, 1):
            return Linked()
    done = Linked(again=not ours and _begin(ledger))
    while documents := _waiting(ledger):
        for some in bundles(documents, bundle):
            step = _step(ledger, now, some)
            done = Linked(
                done.documents + step.documents,
                done.proposed + step.proposed,
                done.withdrawn + step.withdrawn,
                done.again,
            )
    return done


@cache
def maker() -> str:
    """Return a hash of all that the views are made by: the rules, the resolver, the form of what is kept."""
    digest = sha256(rules_version().encode())
    digest.update(form_of(Facts, Joined, Followed, Deferral, Bearer, Standing).encode())
    folder = resources.files("regesta.resolve")
    for file in sorted(folder.iterdir(), key=lambda entry: entry.name):
        if file.name.endswith(".py"):
            digest.update(file.name.encode() + b"\0" + file.read_bytes() + b"\0")
    return digest.hexdigest()[:16]


def _begin(ledger: Ledger) -> bool:
    """Empty the views where something else made them; say so."""
    with writing(ledger.engine, ledger.path) as connection:
        if made_by(connection) == maker():
            return False
        start_again(connection, maker())
        return True


def _waiting(ledger: Ledger) -> list[str]:
    with looking(ledger.engine, ledger.path) as connection:
        return waiting(connection)


def _step(ledger: Ledger, now: str, some: Sequence[str]) -> Linked:
    """Take in one bundle, but for what somebody else has taken in meanwhile."""
    with writing(ledger.engine, ledger.path) as connection:
        documents = still_pending(connection, some)
        if not documents:
            return Linked()
        shelf = SqlShelf(connection, SIGNED, now)
        update(shelf, documents, rulings(connection))
        done = shelf.finish()
        taken_in(connection, documents)
        return Linked(len(documents), done.proposed, done.withdrawn)
