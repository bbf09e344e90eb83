"""The commands and their options, as typer sees them. What they do is behind ``doors``."""

from __future__ import annotations

import inspect
from collections.abc import Callable
from importlib.metadata import version as version_of
from typing import Annotated

import typer

from regesta.cli import doors, fetch_app, judging_app
from regesta.cli import options as opt
from regesta.cli import users_options as who
from regesta.cli.brief_app import brief
from regesta.cli.export_app import export
from regesta.cli.judging_options import SignedBy
from regesta.cli.mcp_app import mcp
from regesta.cli.users_app import users

LISTS = {
    "register": "Dated abstracts in order, each with its citation.",
    "documents": "The documents of the ledger and their ids.",
    "meetings": "Meetings held, planned, mentioned, and not held.",
    "statements": "Statements: who did what in words, to whom, on what.",
    "commitments": "Undertakings, declared intents apart.",
    "requests": "Who asked whom for what.",
    "terms": "Which side calls a thing what.",
    "unread": "Sentences from which no record was made, and why.",
    "people": "Persons under all spellings, with their offices and the days on which they are shown.",
    "shares": "What became of the sentences of each publisher.",
}

_DATES, _PAPERS = ("since", "until"), ("document", "publisher")
FILTERS: dict[str, tuple[str, ...]] = {
    "register": ("party", "person", "topic", *_DATES, "act", "status", *_PAPERS, "between"),
    "documents": (),
    "meetings": ("party", "person", "topic", *_DATES, "status", *_PAPERS, "order"),
    "statements": ("party", "person", "topic", *_DATES, "act", *_PAPERS, "between", "order"),
    "commitments": ("party", "topic", *_DATES, "status", *_PAPERS, "between", "still_open", "order", "as_of"),
    "requests": ("party", "person", "topic", *_DATES, "act", "status", *_PAPERS, "between", "order", "as_of"),
    "terms": ("party", "topic", *_DATES, *_PAPERS, "between", "order", "by"),
    "unread": ("party", *_DATES, *_PAPERS),
    "people": ("party", "person"),
    "shares": (),
}


def build() -> typer.Typer:
    """Make the command line. Nothing is read or opened before a command runs."""
    app = typer.Typer(
        name="regesta",
        help="Reads governments' accounts of their meetings and keeps the register of a relationship.",
        no_args_is_help=True,
        add_completion=False,
        rich_markup_mode=None,
        pretty_exceptions_enable=False,
    )
    app.callback()(_root)
    app.command("add", help="Read documents into the ledger.")(_add)
    for kind, purpose in LISTS.items():
        app.command(kind, help=purpose)(_list(kind))
    app.command("search", help="Sentences that hold these words, with their citations.")(_search)
    app.command("drift", help="What a side says on a topic, meeting after meeting.")(_drift)
    app.command("show", help="One record, document or person with everything known about it.")(_show)
    app.command("follow", help="What came of promises and requests, with the words that show it.")(_follow)
    app.command("compare", help="Two accounts of one meeting side by side.")(_compare)
    app.command("explain", help="How a document was read, for whoever writes rules.")(_explain)
    judging_app.add_to(app)
    fetch_app.add_to(app)
    app.add_typer(_rules(), name="rules")
    app.command(
        "check", help="Counts, lengths and dates that do not agree, and what was never heard of again."
    )(_check)
    app.command("versions", help="Pages read again with other words, and what hung on them.")(_versions)
    app.command("export", help="Write every current document with its records, or what holds across them.")(
        export
    )
    app.command("brief", help="What to know of two sides on the morning of a meeting, on two to four pages.")(
        brief
    )
    app.command("mcp", help="Answer programs that speak the Model Context Protocol; nothing can be changed.")(
        mcp
    )
    app.command("serve", help="Open the reading room in a browser.")(_serve)
    app.add_typer(users(), name="users")
    app.command("quality", help="How well texts are read: beside gold, and beside an earlier run.")(_quality)
    return app


def _print_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"regesta {version_of('regesta')}")
        raise typer.Exit


def _root(
    context: typer.Context,
    ledger: opt.RootLedger = opt.DEFAULT_LEDGER,
    _version: Annotated[
        bool, typer.Option("--version", callback=_print_version, is_eager=True, help="Print the version.")
    ] = False,
) -> None:
    context.obj = ledger


def _add(  # noqa: PLR0913  one parameter an option
    context: typer.Context,
    inputs: opt.Inputs,
    *,
    ledger: opt.Ledger = None,
    manifest: opt.ManifestFile = None,
    publisher: opt.Publisher = None,
    country: opt.Country = None,
    published: opt.Published = None,
    url: opt.Url = None,
    topics: opt.Topics = None,
    limit: opt.Limit = opt.DEFAULT_LIMIT,
    timings: opt.Timings = False,
) -> None:
    where, packs = opt.named_ledger(context, ledger), tuple(topics or ())
    job = opt.AddJob(
        where, tuple(inputs), manifest, publisher, country, published, url, packs, timings, limit
    )
    raise typer.Exit(doors.add(job))


def _list(kind: str) -> Callable[..., None]:
    """The command for one kind of list; it has the filters that can be asked of this kind."""

    def command(  # noqa: PLR0913  one parameter an option
        context: typer.Context,
        *,
        ledger: opt.Ledger = None,
        party: opt.Party = None,
        person: opt.Person = None,
        topic: opt.Topic = None,
        since: opt.Since = None,
        until: opt.Until = None,
        act: opt.Act = None,
        status: opt.Status = None,
        document: opt.Document = None,
        publisher: opt.ByPublisher = None,
        between: opt.Between = None,
        still_open: opt.StillOpen = False,
        order: opt.OrderBy = opt.Order.DATE,
        by: opt.CountedBy = None,
        as_of: opt.AsOf = None,
        as_json: opt.AsJson = False,
        as_csv: opt.AsCsv = False,
    ) -> None:
        wanted = opt.Wanted(party, person, topic, since, until, act, status, document, publisher, between)
        where, form = opt.named_ledger(context, ledger), opt.form_of(as_json, as_csv)
        job = opt.ListJob(where, kind, wanted, form, still_open, order.value, by is not None, as_of)
        raise typer.Exit(doors.listing(job))

    kept = {"context", "ledger", "as_json", "as_csv", *FILTERS[kind]}
    whole = inspect.signature(command, eval_str=True)
    parameters = [parameter for name, parameter in whole.parameters.items() if name in kept]
    command.__signature__ = whole.replace(parameters=parameters)  # type: ignore[attr-defined]
    return command


def _show(
    context: typer.Context, wanted: opt.RecordId, ledger: opt.Ledger = None, as_json: opt.AsJson = False
) -> None:
    raise typer.Exit(doors.show(opt.named_ledger(context, ledger), wanted, "json" if as_json else "table"))


def _compare(
    context: typer.Context,
    names: opt.Compared,
    *,
    ledger: opt.Ledger = None,
    topic: opt.Topic = None,
    topics: opt.Topics = None,
    as_json: opt.AsJson = False,
) -> None:
    job = opt.CompareJob(opt.named_ledger(context, ledger), tuple(names), tuple(topics or ()), topic, as_json)
    raise typer.Exit(doors.compare(job))


def _explain(  # noqa: PLR0913  one parameter an option
    context: typer.Context,
    wanted: opt.Explained,
    *,
    at: opt.At = None,
    ledger: opt.Ledger = None,
    manifest: opt.ManifestFile = None,
    publisher: opt.Publisher = None,
    country: opt.Country = None,
    published: opt.Published = None,
    url: opt.Url = None,
    topics: opt.Topics = None,
    limit: opt.Limit = opt.DEFAULT_LIMIT,
    as_json: opt.AsJson = False,
) -> None:
    where, packs = opt.named_ledger(context, ledger), tuple(topics or ())
    job = opt.AddJob(where, (wanted,), manifest, publisher, country, published, url, packs, False, limit)
    raise typer.Exit(doors.explain(job, at, "json" if as_json else "table"))


def _rules() -> typer.Typer:
    rules = typer.Typer(help="Packs of rules, for whoever writes them.", no_args_is_help=True)

    @rules.callback()
    def every() -> None:
        """Make of the one command below a command with a name of its own."""

    @rules.command("check", help="Read packs and run their own examples.")
    def check(packs: opt.Packs) -> None:
        raise typer.Exit(doors.check_rules(packs))

    return rules


def _check(  # noqa: PLR0913  one parameter an option
    context: typer.Context,
    *,
    ledger: opt.Ledger = None,
    only: opt.OnlyCodes = None,
    without: opt.NotCodes = None,
    document: opt.Documents = None,
    party: opt.Parties = None,
    as_of: opt.AsOf = None,
    notes: opt.Notes = False,
    fail: opt.Fail = False,
    as_json: opt.AsJson = False,
    as_csv: opt.AsCsv = False,
) -> None:
    job = opt.CheckJob(
        opt.named_ledger(context, ledger),
        documents=tuple(document or ()),
        parties=tuple(party or ()),
        only=tuple(only or ()),
        without=tuple(without or ()),
        as_of=as_of,
        notes=notes,
        fail=fail,
        form=opt.form_of(as_json, as_csv),
    )
    raise typer.Exit(doors.check(job))


def _versions(
    context: typer.Context,
    document: opt.OfAddress = None,
    *,
    ledger: opt.Ledger = None,
    diff: opt.Diff = False,
    as_json: opt.AsJson = False,
) -> None:
    raise typer.Exit(doors.versions(opt.named_ledger(context, ledger), document, diff=diff, as_json=as_json))


def _drift(  # noqa: PLR0913  one parameter an option
    context: typer.Context,
    topic: opt.OnTopic,
    side: opt.BySide,
    *,
    ledger: opt.Ledger = None,
    since: opt.Since = None,
    until: opt.Until = None,
    person: opt.Speaker = None,
    teller: opt.Teller = None,
    as_json: opt.AsJson = False,
) -> None:
    where = opt.named_ledger(context, ledger)
    raise typer.Exit(
        doors.drift(
            where, side, topic, since=since, until=until, person=person, teller=teller, as_json=as_json
        )
    )


def _search(  # noqa: PLR0913  one parameter an option
    context: typer.Context,
    words: opt.Sought,
    *,
    ledger: opt.Ledger = None,
    party: opt.Party = None,
    person: opt.Person = None,
    topic: opt.Topic = None,
    since: opt.Since = None,
    until: opt.Until = None,
    act: opt.Act = None,
    publisher: opt.ByPublisher = None,
    kind: opt.ByKind = None,
    versions: opt.AllVersions = False,
    order: opt.HitOrderBy = opt.HitOrder.BEST,
    limit: opt.HitLimit = None,
    as_json: opt.AsJson = False,
    as_csv: opt.AsCsv = False,
) -> None:
    where, form = opt.named_ledger(context, ledger), opt.form_of(as_json, as_csv)
    wanted = opt.Wanted(party, person, topic, since, until, act, publisher=publisher)
    job = opt.SearchJob(where, " ".join(words), wanted, kind, order, limit, form, versions)
    raise typer.Exit(doors.search(job))


def _serve(  # noqa: PLR0913  one parameter an option
    context: typer.Context,
    *,
    ledger: opt.Ledger = None,
    host: opt.Host = opt.DEFAULT_HOST,
    port: opt.Port = opt.DEFAULT_PORT,
    topics: opt.Topics = None,
    by: SignedBy = None,
    users: who.WithUsers = False,
    name: who.Names = None,
    secure: who.Secure = False,
    limit: opt.Limit = opt.DEFAULT_LIMIT,
) -> None:
    where, packs = opt.named_ledger(context, ledger), tuple(topics or ())
    job = opt.ServeJob(where, host, port, packs, by, users, tuple(name or ()), secure, limit)
    raise typer.Exit(doors.serve(job))


def _follow(
    context: typer.Context,
    wanted: opt.Followed = None,
    *,
    ledger: opt.Ledger = None,
    party: opt.Party = None,
    topic: opt.Topic = None,
    status: opt.CameTo = None,
    as_of: opt.AsOf = None,
    as_json: opt.AsJson = False,
) -> None:
    where = opt.named_ledger(context, ledger)
    raise typer.Exit(doors.follow(opt.FollowJob(where, wanted, party, topic, status, as_of, as_json)))


def _quality(  # noqa: PLR0913  one parameter an option
    gold: opt.GoldFolder = None,
    *,
    texts: opt.TextsFolder = None,
    manifest: opt.ManifestFile = None,
    topics: opt.Topics = None,
    publisher: opt.OnePublisher = None,
    without: opt.WithoutPublisher = None,
    errors: opt.Errors = None,
    confidence: opt.Confidence = False,
    save: opt.SaveRun = None,
    against: opt.AgainstRun = None,
    fail: opt.FailOnChange = False,
    as_json: opt.AsJson = False,
) -> None:
    packs = tuple(topics or ())
    job = opt.QualityJob(
        gold, texts, manifest, packs, publisher, without, errors, confidence, save, against, fail, as_json
    )
    raise typer.Exit(doors.quality(job))
