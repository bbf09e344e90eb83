"""The one place where rooms are opened late, so that ``regesta --help`` starts at once.

Reading and storage bring in large libraries; each command imports its half of the house only
when it runs. Nothing else in the package imports inside a function.
"""

# ruff: noqa: PLC0415

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from regesta.cli.brief_options import BriefJob
from regesta.cli.export_options import ExportJob
from regesta.cli.extras import need
from regesta.cli.fetch_options import FetchJob
from regesta.cli.judging_options import CorrectJob, DecideJob, ReviewJob
from regesta.cli.mcp_options import McpJob
from regesta.cli.options import (
    AddJob,
    CheckJob,
    CompareJob,
    FollowJob,
    ListJob,
    QualityJob,
    SearchJob,
    ServeJob,
)

AT_ONCE = 64
"""How many megabytes a browser may send at once, where no larger file is let in."""


def add(job: AddJob) -> int:
    """Run ``regesta add``; return the exit code."""
    from regesta.cli.adding import add as run

    return run(job)


def listing(job: ListJob) -> int:
    """Run one of the lists; return the exit code."""
    from regesta.cli.listing import listing as run

    return run(job)


def show(ledger: Path, wanted: str, form: str) -> int:
    """Run ``regesta show``; return the exit code."""
    from regesta.cli.showing import show as run

    return run(ledger, wanted, form)


def explain(job: AddJob, at: int | None, form: str) -> int:
    """Run ``regesta explain``; return the exit code."""
    from regesta.cli.explaining import explain as run

    return run(job, at, form)


def compare(job: CompareJob) -> int:
    """Run ``regesta compare``; return the exit code."""
    from regesta.cli.comparing import comparing as run

    return run(job)


def search(job: SearchJob) -> int:
    """Run ``regesta search``; return the exit code."""
    from regesta.cli.searching import search as run

    return run(job)


def review(job: ReviewJob) -> int:
    """Run ``regesta review``; return the exit code."""
    from regesta.cli.reviewing import review as run

    return run(job)


def decide(job: DecideJob) -> int:
    """Run ``regesta accept`` or ``regesta reject``; return the exit code."""
    from regesta.cli.deciding import decide as run

    return run(job)


def correct(job: CorrectJob) -> int:
    """Run ``regesta correct``; return the exit code."""
    from regesta.cli.deciding import correct as run

    return run(job)


def undo(ledger: Path, name: str, by: str | None, note: str | None) -> int:
    """Run ``regesta undo``; return the exit code."""
    from regesta.cli.deciding import undo as run

    return run(ledger, name, by, note)


def decisions(ledger: Path, form: str, *, orphaned: bool) -> int:
    """Run ``regesta decisions``; return the exit code."""
    from regesta.cli.deciding import decisions as run

    return run(ledger, form, orphaned=orphaned)


def check_rules(paths: Sequence[Path]) -> int:
    """Run ``regesta rules check``; return the exit code."""
    from regesta.cli.ruling import check_rules as run

    return run(paths)


def check(job: CheckJob) -> int:
    """Run ``regesta check``; return the exit code."""
    from regesta.cli.checking import check as run

    return run(job)


def versions(ledger: Path, document: str | None, *, diff: bool, as_json: bool) -> int:
    """Run ``regesta versions``; return the exit code."""
    from regesta.cli.versioning import VersionsJob, versioning

    return versioning(VersionsJob(ledger, document, diff, as_json))


def drift(
    ledger: Path,
    side: str,
    topic: str,
    *,
    since: str | None,
    until: str | None,
    person: str | None,
    teller: str | None,
    as_json: bool,
) -> int:
    """Run ``regesta drift``; return the exit code."""
    from regesta.cli.drifting import DriftJob
    from regesta.cli.drifting import drift as run
    from regesta.query import DriftFilters

    return run(DriftJob(ledger, side, topic, DriftFilters(since, until, person, teller), as_json))


def follow(job: FollowJob) -> int:
    """Run ``regesta follow``; return the exit code."""
    from regesta.cli.following import follow as run

    return run(job)


def export(job: ExportJob) -> int:
    """Run ``regesta export``; return the exit code."""
    from regesta.cli.exporting import export as run

    return run(job)


def brief(job: BriefJob) -> int:
    """Run ``regesta brief``; return the exit code."""
    from regesta.cli.briefing import brief as run

    return run(job)


def mcp(job: McpJob) -> int:
    """Run ``regesta mcp``; return the exit code."""
    need("mcp")
    from regesta.cli.tooling import serve_tools

    return serve_tools(job)


def quality(job: QualityJob) -> int:
    """Run ``regesta quality``; return the exit code."""
    from regesta.cli.measuring import quality as run

    return run(job)


def serve(job: ServeJob) -> int:
    """Run ``regesta serve``; return the exit code."""
    from regesta.cli.serving import serve as run

    return run(job)


def open_room(
    job: ServeJob,
    by: str,
    clock: Callable[[], str],
    ready: Callable[[str], None],
    warn: Callable[[str], None],
) -> None:
    """Serve the web; ``by`` signs where nobody logs in.

    ``ready`` is called with the address, ``warn`` with a sentence on what is not safe.
    """
    from regesta.access import beside
    from regesta.web.desk import Settings
    from regesta.web.serving import hosts_for, is_loopback
    from regesta.web.serving import serve as run

    others = job.users or job.secure or bool(job.names) or not is_loopback(job.host)
    settings = Settings(
        job.ledger,
        clock,
        job.topics,
        users=beside(job.ledger) if others else None,
        secure=job.secure,
        hosts=hosts_for(job.host, job.names),
        reader=by,
        limit=job.limit * 2**20,
        at_once=max(job.limit, AT_ONCE) * 2**20,
    )
    if not job.secure and not is_loopback(job.host):
        warn(
            f"{job.host} can be reached by others, and what they send is not encrypted: passwords can be"
            " read on the way; put a proxy with HTTPS before it and say --secure."
        )
    run(settings, job.host, job.port, ready)


def add_user(ledger: Path, name: str, role: str) -> int:
    """Run ``regesta users add``; return the exit code."""
    from regesta.cli.keeping_users import add_user as run

    return run(ledger, name, role)


def list_users(ledger: Path, form: str) -> int:
    """Run ``regesta users list``; return the exit code."""
    from regesta.cli.keeping_users import list_users as run

    return run(ledger, form)


def change_password(ledger: Path, name: str) -> int:
    """Run ``regesta users password``; return the exit code."""
    from regesta.cli.keeping_users import change_password as run

    return run(ledger, name)


def user_token(ledger: Path, name: str, *, revoke: bool) -> int:
    """Run ``regesta users token``; return the exit code."""
    from regesta.cli.keeping_users import user_token as run

    return run(ledger, name, revoke=revoke)


def remove_user(ledger: Path, name: str) -> int:
    """Run ``regesta users remove``; return the exit code."""
    from regesta.cli.keeping_users import remove_user as run

    return run(ledger, name)


def fetch(job: FetchJob) -> int:
    """Run ``regesta fetch``; return the exit code."""
    need("fetch")
    from regesta.cli.fetching import fetching as run

    return run(job)


def watch(job: FetchJob, every: float) -> int:
    """Run ``regesta watch``; return the exit code."""
    need("fetch")
    from regesta.cli.fetching import watching as run

    return run(job, every)


def sources() -> int:
    """Run ``regesta sources``; return the exit code."""
    need("fetch")
    from regesta.cli.fetching import sources as run

    return run()
