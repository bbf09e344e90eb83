"""What stands in a brief: each section on small ledgers, ranked, cut aloud, as of a day."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest

from regesta.export.brief.content import Brief, Table
from regesta.export.brief.notes import notes
from regesta.export.brief.room import PAGES, ROOMS, pages
from regesta.export.brief.wording import one_line
from regesta.ledger import Ledger
from regesta.model.finding import RegestaError
from regesta.query import Judged, proposals
from regesta.query.quotation import quotation
from regesta.work import judging

from .long import long_papers
from .make import (
    JULY,
    MARCH,
    NOW,
    THEIR_MARCH,
    Paper,
    brief_by_views,
    brief_of,
    facts,
    ledger_of,
    section,
    words,
)

SECTIONS = [
    "contacts", "coming", "promises", "requests", "positions", "changes", "accounts", "checks", "names",
    "note",
]  # fmt: skip


@pytest.fixture(scope="module")
def three(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two accounts of one meeting, and one of the next."""
    return ledger_of(tmp_path_factory.mktemp("three"), MARCH, THEIR_MARCH, JULY)


@pytest.fixture(scope="module")
def brief(three: Path) -> Brief:
    return brief_of(three)


def test_the_sections_stand_in_the_order_of_use_whatever_the_order_of_the_sides(three: Path) -> None:
    turned = brief_of(three, "xb", "xa")
    assert turned.sides == ("XA", "XB")
    assert turned.title == "Arvenia (XA) and Tolmark (XB)"
    assert [one.id for one in turned.sections] == SECTIONS


def test_the_day_is_that_of_the_newest_publication_and_says_so(brief: Brief) -> None:
    assert brief.as_of == "2031-07-10"
    assert brief.subtitle == "Brief as of 10 July 2031, the day of the newest publication in the ledger"
    assert brief.head[0].text.startswith("Made from 3 documents on the two (2 by XA and 1 by XB).")


def test_contacts_have_day_place_persons_length_and_who_tells(brief: Brief) -> None:
    newest, march = words(brief, "contacts").splitlines()
    assert newest == (
        "9 July 2031, Brannholt, XB | The foreign ministers of XA (Ada Quill) and XB (Bo Tarn) hold a "
        "meeting for 45 minutes. Account by XA."
    )
    assert march.endswith(
        "Account by XA and XB [proposed]. Given differently, length: 60 minutes (XA); 75 minutes (XB)."
    )


def test_what_comes_next_says_that_a_day_is_not_said(brief: Brief) -> None:
    coming = words(brief, "coming").splitlines()
    assert [one.split(" | ")[0] for one in coming] == [
        "October 2031 [day not said], [place unknown]",
        "November 2031 [day not said], [place unknown], XA",
    ]


def test_a_promise_that_is_a_planned_meeting_comes_next_once(brief: Brief) -> None:
    assert "consular consultations" in words(brief, "promises")
    assert "The window of a promise closes" not in words(brief, "coming")


def test_promises_stand_by_window_with_strength_and_status(brief: Brief) -> None:
    closing, over, free = words(brief, "promises").splitlines()
    assert closing.split(" | ")[2:] == [
        "October 2031",
        "strength 4",
        "open since 10 July 2031; one side tells of it",
    ]
    assert "31 May 2031, over" in over
    assert "no words found on what came of it (window over since 1 June 2031)" in over
    assert free.startswith(
        "XB | “Minister Tarn promised to send a list of the ports of call.” | no window given"
    )


def test_a_request_put_again_is_one(brief: Brief) -> None:
    [row] = words(brief, "requests").splitlines()
    assert row.startswith("XA requests | “Minister Quill once again requested the release of the crew")
    assert row.endswith(
        "open since 5 March 2031; asked again once, last on 10 July 2031 [proposed]; one side tells of it"
    )
    [fact] = section(brief, "requests").facts
    cited = [brief.sources[rest.place].document.published for line in fact for rest in line.rests]
    assert cited == ["2031-07-10", "2031-03-05"]


def test_the_sides_stand_beside_each_other_in_their_own_words(brief: Brief) -> None:
    rows = {row.split(" | ")[0]: row.split(" | ")[1:] for row in words(brief, "positions").splitlines()}
    assert rows["Ferry line between Lunden Bay and Skarvik"] == [
        "9 July 2031, welcomes: “the first crossing of the ferry line.”",
        "4 March 2031, discusses with XA: “The ministers discussed the ferry line.”",
    ]
    assert rows["Detention of the crew of the trawler Marigold"][1].startswith(
        "4 March 2031, pledges, as told by XA: "
    )
    assert rows["Fisheries"][0] == "does not mention it in the documents held"


def test_changed_words_are_compared_with_the_same_side_before(brief: Brief) -> None:
    ferry, silent = words(brief, "changes").splitlines()
    assert ferry.startswith(
        "XA, Ferry line between Lunden Bay and Skarvik, 9 July 2031 against 4 March 2031: strongest act "
        "agree, now welcome; new: “first crossing”; gone: "
    )
    assert silent == (
        "XA, 9 July 2031: no words of XA on what was spoken of before: Question of the islands in the Gull "
        "Strait (last 4 March 2031)"
    )


def test_accounts_differ_in_neutral_words_and_the_rest_is_counted(brief: Brief) -> None:
    *_, left = words(brief, "accounts").splitlines()
    assert "XB speaks of Fisheries; XA does not mention it." in words(brief, "accounts")
    assert re.fullmatch(
        r"\d further differences of the accounts of 4 March 2031: regesta compare g-[0-9a-f]{16}", left
    )


def test_the_checks_name_conflicts_first_and_what_they_leave_out(brief: Brief) -> None:
    first, *_, left = words(brief, "checks").splitlines()
    assert first.startswith("Conflict: The documents give the foreign ministers’ meeting")
    assert left.startswith("Not listed: 1 window over without a word on what came of it (see above)")


def test_names_are_paired_in_order_of_code(brief: Brief) -> None:
    [row] = words(brief, "names").splitlines()
    assert row == (
        "Sarn Islands (XA) / Kestrel Islands (XB) | “Sarn Islands” (once, last 5 March 2031) | “Kestrel "
        "Islands” (once, last 6 March 2031)"
    )
    assert "both names: Sarn Islands (XA) / Kestrel Islands (XB)." in words(brief, "note")


def test_the_views_of_the_ledger_make_the_same_brief_as_all_its_documents(sampled: Path, rich: Brief) -> None:
    by_views = brief_by_views(sampled)
    assert [line.text for line in by_views.lines] == [line.text for line in rich.lines]
    assert [note.text for note in notes(by_views).notes] == [note.text for note in notes(rich).notes]


def test_as_of_a_day_nothing_later_counts(three: Path) -> None:
    then = brief_of(three, as_of="2031-04-01")
    assert then.subtitle == "Brief as of 1 April 2031"
    assert then.head[0].text.endswith("1 document not published by then left out.")
    whole = "\n".join(line.text for line in then.lines)
    assert "July" not in whole
    assert "once again" not in whole
    assert "open since 5 March 2031" in words(then, "promises")
    assert "The window of a promise closes: XA and XB: “The two ministers agreed to open" in words(
        then, "coming"
    )
    assert "--as-of 2031-07-10" in words(brief_of(three, as_of="2031-07-10"), "checks")
    assert {one.document.published for one in then.sources.values()} <= {"2031-03-05", "2031-03-06"}


def test_as_of_a_day_the_text_of_that_day_counts_not_the_one_that_followed_it(tmp_path: Path) -> None:
    page = replace(MARCH, url="https://mfa.arvenia.example/march")
    later = replace(
        page,
        text=page.text.replace("by the end of May 2031", "by the end of August 2031"),
        published="2031-06-20",
    )
    ledger = ledger_of(tmp_path, page, later)
    assert "August" in words(brief_of(ledger), "promises")
    then = brief_of(ledger, as_of="2031-04-01")
    assert "May 2031" in words(then, "promises")
    assert "August" not in "\n".join(line.text for line in then.lines)
    assert "end of May" in words(then, "positions")


def test_what_a_person_accepts_is_proposed_no_more(tmp_path: Path) -> None:
    ledger = ledger_of(tmp_path, MARCH, THEIR_MARCH)
    assert "[proposed]" in words(brief_of(ledger), "contacts")
    with Ledger.open(ledger) as opened:
        ids = [one.id for one in proposals(opened, Judged(kind="same_meeting"))]
        judging.decide(opened, ids, "accepted", by="A. Reader", now=NOW)
    assert "[proposed]" not in words(brief_of(ledger), "contacts")


def test_one_short_document_makes_a_brief_that_says_what_it_has_not(tmp_path: Path) -> None:
    text = (
        "On 4 March 2031, Foreign Minister Ada Quill of Arvenia held a meeting with Foreign Minister Bo Tarn "
        "of Tolmark in Port Selen.\n"
    )
    brief = brief_of(ledger_of(tmp_path, Paper("thin.txt", text, "XA", "2031-03-05")))
    assert len(list(section(brief, "contacts").facts)) == 1
    assert words(brief, "coming") == "The documents held tell of nothing that is still to come."
    assert words(brief, "promises") == "No open promise is held."
    assert words(brief, "requests") == "No open request is held."
    assert words(brief, "accounts").startswith("No meeting of the two has an account by more than one side")
    assert words(brief, "checks").startswith("The checks find nothing else to look at.")


def test_a_text_without_any_date_is_told_of_with_its_date_unknown(tmp_path: Path) -> None:
    text = (
        "On 4 March, Foreign Minister Ada Quill of Arvenia held a meeting with Foreign Minister Bo Tarn of "
        "Tolmark in Port Selen.\n\nThe two ministers agreed to open the ferry line by the end of May.\n"
    )
    ledger = ledger_of(tmp_path, Paper("undated.txt", text, "XA", ""))
    brief = brief_of(ledger)
    assert (brief.as_of, brief.subtitle) == (None, "Brief; no document has a date")
    assert words(brief, "contacts").startswith(
        "4 March [year unknown], Port Selen, XA | The foreign ministers"
    )
    assert "31 May [year unknown]" in words(brief, "promises")
    assert "nothing tells when it could be known, so it is not followed" in words(brief, "promises")
    with pytest.raises(RegestaError, match="nothing on XA and XB together by"):
        brief_of(ledger, as_of="2031-12-31")


def test_two_sides_of_which_nothing_is_held_have_no_brief(three: Path) -> None:
    with pytest.raises(RegestaError, match="The ledger holds nothing on XA and XC together"):
        brief_of(three, "XC", "XA")
    with pytest.raises(RegestaError, match="nothing on XA and XB together by 1 January 2030"):
        brief_of(three, as_of="2030-01-01")
    with pytest.raises(RegestaError, match="XA was named twice"):
        brief_of(three, "XA", "xa")
    with pytest.raises(RegestaError, match="is not a day"):
        brief_of(three, as_of="soon")


def test_every_statement_of_fact_is_cited(rich: Brief, brief: Brief) -> None:
    for made in (rich, brief):
        assert [" | ".join(line.text for line in fact) for fact in facts(made) if not cited(fact)] == []
        lines = [line for one in made.sections for line in (*one.head, *one.cut)]
        assert [line.text for line in lines if line.rests] == []


def cited(fact: tuple[object, ...]) -> bool:
    return any(getattr(line, "rests") for line in fact)  # noqa: B009


def test_every_place_is_its_text_and_every_quotation_stands_in_a_text_that_is_cited(
    sampled: Path, rich: Brief
) -> None:
    with Ledger.open(sampled) as ledger:
        ids = {place.document for place in rich.sources}
        texts = {id_: text_of(ledger, id_) for id_ in ids}
    for place in rich.sources:
        assert place.span.of(texts[place.document]) == place.quote
    for fact in facts(rich):
        there = " ".join(one_line(texts[rest.place.document]) for line in fact for rest in line.rests)
        for line in fact:
            for piece in line.pieces:
                if piece.voice == "quote":
                    said = piece.text.removeprefix("not: ").strip("“”").removesuffix("…")
                    assert said in there, piece.text


def test_what_is_cut_is_counted(rich: Brief) -> None:
    shown = len(list(section(rich, "promises").facts))
    [room] = [one for one in ROOMS if sum(one.promises) == shown]
    assert re.match(
        r"\d+ further open promises: regesta commitments --open --between XA-XB$", cut(rich, "promises")
    )
    assert len(list(section(rich, "contacts").facts)) == room.contacts
    left = 13 - room.contacts
    assert cut(rich, "contacts") == f"{left} further contacts: regesta register --between XA-XB"


def test_where_everything_is_long_less_is_shown_until_it_fits(tmp_path: Path) -> None:
    long = brief_of(ledger_of(tmp_path, *long_papers()))
    assert pages(long) <= PAGES
    promised = list(section(long, "promises").facts)
    assert 0 < len(promised) < sum(ROOMS[0].promises)
    told = sum(int(line.text.split()[0]) for line in section(long, "promises").cut[:1])
    assert told + len(promised) >= 12
    assert len(list(section(long, "contacts").facts)) < ROOMS[0].contacts


def test_what_was_settled_and_is_asked_again_is_another_request(tmp_path: Path) -> None:
    answered = Paper(
        "april.txt",
        "On 9 April 2031, Foreign Minister Bo Tarn of Tolmark met Foreign Minister Ada Quill of Arvenia in "
        "Brannholt.\n\nMinister Tarn said that the crew of the trawler Marigold had been released.\n",
        "XB",
        "2031-04-10",
    )
    [closed] = words(brief_of(ledger_of(tmp_path, MARCH, answered)), "requests").splitlines()[1:]
    assert closed.startswith("Not listed: 1 ")
    (tmp_path / "again").mkdir()
    opened = brief_of(ledger_of(tmp_path / "again", MARCH, answered, JULY))
    row, left = words(opened, "requests").splitlines()
    assert row.endswith("no window given | open since 10 July 2031; one side tells of it")
    assert left.startswith("Not listed: 1 ")


def test_each_table_has_a_cell_for_each_head(rich: Brief) -> None:
    tables = [part for one in rich.sections for part in one.body if isinstance(part, Table)]
    assert len(tables) >= 6
    for table in tables:
        assert len(table.heads) == len(table.widths)
        assert {len(row) for row in table.rows} == {len(table.heads)}
        assert sum(table.widths) == 100


def cut(brief: Brief, name: str) -> str:
    return section(brief, name).cut[0].text


def text_of(ledger: Ledger, id_: str) -> str:
    found = quotation(ledger, id_)
    assert found is not None
    return found.row.text
