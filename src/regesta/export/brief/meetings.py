"""The last contacts, and what comes next."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from regesta.export.brief import wording
from regesta.export.brief.chains import Chain
from regesta.export.brief.content import Line, Piece, Rest, Section, Table
from regesta.export.brief.decided import proposed_join
from regesta.export.brief.wording import PROPOSED, listed, own, quote, resting, short
from regesta.ledger import Ledger
from regesta.model.edtf import bounds
from regesta.model.finding import Place
from regesta.model.links import Joined
from regesta.query.rows import RegisterRow, Telling
from regesta.query.standing import Standing, entries
from regesta.resolve.days import length
from regesta.rules.abstracts import abstracts

_ABSTRACT, _PROMISE = 330, 130
_CITED = 3
_PAST = ("held", "referenced", "not_held")
_WIDTHS = (22, 78)
_STAY = 4
"""How many days something planned may take; a longer time is a window in which it falls."""


def contacts(ledger: Ledger, between: Standing, room: int) -> Section:
    """Return the last contacts, the newest first, behind them those of which no day is known.

    A visit is told by the meetings that it contains, where there are any. What was to take place and did
    not is told too.
    """
    past = [one for one in between.meetings if one.status in _PAST]
    around = {one.within for one in past if one.status != "not_held"}
    dated = [(days, one) for one in past if (days := _days(one)) and days[0] <= (between.as_of or "9999")]
    in_order = sorted(dated, key=lambda both: (both[0][1], both[0][0], both[1].id), reverse=True)
    undated = sorted((one for one in past if _days(one) is None), key=lambda one: one.id)
    shown = [one for one in (*(one for _, one in in_order), *undated) if one.id not in around][:room]
    rows = tuple(
        ((_when(row),), (_told(row, one, between),))
        for row, one in zip(entries(ledger, between, shown), shown, strict=True)
    )
    visits = sum(one.id in around for one in past)
    command = f"register --between {between.pair}{wording.until(between)}"
    more = wording.left_out(len(past) - visits - len(shown), ("contact", "contacts"), command)
    table = Table("The last contacts", ("When and where", "What is told of it"), _WIDTHS, rows)
    head = () if rows else (own("The documents held tell of no contact."),)
    return Section("contacts", "Last contacts", (table,) if rows else (), head, more)


def coming(ledger: Ledger, between: Standing, open_: Sequence[Chain], room: int) -> Section:
    """Return what is planned and which windows close next, in order of the day; plans without one last.

    ``open_`` are the open promises.
    """
    day = between.as_of or ""
    ahead = [one for one in between.meetings if one.status == "planned"]
    ahead = [one for one in ahead if (days := _days(one)) is None or days[1] >= day]
    planned = [
        (_days(one) or ("9999", "9999"), (_when(row), _told(row, one, between)))
        for row, one in zip(entries(ledger, between, ahead), ahead, strict=True)
    ]
    told = [place for one in ahead for place in one.places]
    closing = [one for one in open_ if one.days and one.days[1] >= day and not _among(one, told)]
    windows = [(one.days or ("", ""), _closing(one)) for one in closing]
    shown = sorted([*planned, *windows], key=lambda both: (both[0][1], both[0][0]))[:room]
    rows = tuple(((when,), (what,)) for _, (when, what) in shown)
    table = Table("What comes next", ("When", "What"), _WIDTHS, rows)
    since = f" --since {day}" if day else ""
    more = (
        *wording.left_out(
            _missing(planned, shown), ("plan", "plans"), f"register --between {between.pair}{since}"
        ),
        *wording.left_out(
            _missing(windows, shown),
            ("window", "windows"),
            f"commitments --open --between {between.pair}{_day(between)}",
        ),
    )
    head = () if shown else (own("The documents held tell of nothing that is still to come."),)
    return Section("coming", "What comes next", (table,) if shown else (), head, more)


def _missing(every: Sequence[object], shown: Sequence[object]) -> int:
    return sum(all(one is not other for other in shown) for one in every)


def _day(between: Standing) -> str:
    return f" --as-of {between.as_of}" if between.asked else ""


def _days(one: Joined) -> tuple[str, str] | None:
    return bounds(one.dated.when) if one.dated.when else None


def _when(row: RegisterRow) -> Line:
    """Return day and place of a meeting; a window says that the day in it is not known."""
    planned = row.status == "planned" and row.earliest is not None and row.latest is not None
    open_ = planned and length((row.earliest or "", row.latest or "")) > _STAY
    return own(
        Piece(row.date, "lead"),
        wording.basis(row.basis),
        Piece(" [day not said]", "mark") if open_ else "",
        f", {row.place}",
    )


def _told(row: RegisterRow, one: Joined, between: Standing) -> Line:
    """Return what a meeting was, who tells of it, and what the documents give differently."""
    mark = [PROPOSED] if proposed_join(one, between) else []
    within = f" During the visit of {row.within.date}." if row.within else ""
    differ = "".join(f" Given differently, {one.field}: {_values(one.values)}." for one in row.differing)
    tellings = _cited(row.tellings)
    rests = [Rest(Place(t.row.document.id, t.row.span, t.row.quote)) for t in tellings]
    rests += resting(words.place for words in row.because)
    return own(
        short(row.abstract, _ABSTRACT), within, f" {_tellers(row.tellings)}", *mark, ".", differ, rests=rests
    )


def _values(values: Sequence[tuple[str, tuple[str, ...]]]) -> str:
    return "; ".join(f"{value} ({', '.join(sides)})" for value, sides in values)


def _tellers(tellings: Sequence[Telling]) -> str:
    """Say which side tells what kind of thing of it: "Account by XA, XB; mentioned by XA"."""
    words = abstracts().tellings
    found = {role: sorted({t.published_by for t in tellings if t.role == role}) for role in words}
    told = [f"{words[role]} {listed(sides)}" for role, sides in found.items() if sides]
    return "; ".join(told[:1] + [one[:1].lower() + one[1:] for one in told[1:]])


def _cited(tellings: Sequence[Telling]) -> list[Telling]:
    """Return the tellings that are cited: one a document, what tells most first."""
    roles = list(abstracts().tellings)
    best: dict[str, Telling] = {}
    for one in sorted(tellings, key=lambda one: roles.index(one.role)):
        best.setdefault(one.row.document.id, one)
    return list(best.values())[:_CITED]


def _among(chain: Chain, places: Iterable[Place]) -> bool:
    """Say whether the words of a promise are those of a planned meeting, which tells of it already."""
    row = chain.last
    return any(one.document == row.document.id and one.span.overlaps(row.span) for one in places)


def _closing(chain: Chain) -> tuple[Line, Line]:
    """Return the end of a promise's window and its words."""
    row, (first, last) = chain.last, chain.days or ("", "")
    unsure = Piece(" [day not said]", "mark") if first != last else ""
    when = own(*wording.window(chain.dated), unsure)
    who = listed(sorted(row.record.who)) or "[not said]"
    place = Place(row.document.id, row.span, row.quote)
    what = own(
        f"The window of a promise closes: {who}: ",
        quote(row.quote, _PROMISE),
        rests=[Rest(place, shown=True)],
    )
    return when, what
