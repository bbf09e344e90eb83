"""What holds across documents: one meeting of many mentions, its visit, series and year."""

from __future__ import annotations

from itertools import permutations

from regesta.model.judgement import Rulings
from regesta.resolve.resolve import resolve
from tests.resolve.papers import MET, paper, together

OURS = paper(MET.format("May 4") + "The ministers discussed trade.", "2031-05-04")
THEIRS = paper(
    "Comment by the Ministry on the talks of the foreign ministers\n\nOn May 4, Foreign Minister Rada Oyelu"
    " held talks with Minister for Foreign Affairs of Arvania Oto Lind in Halden.\n",
    "2031-05-05",
    "XB",
)
BEFORE = paper(
    "On the forthcoming talks\n\nOn May 4, Foreign Minister Rada Oyelu will hold talks with Foreign Minister"
    " of Arvania Oto Lind in Halden.\n",
    "2031-04-30",
    "XB",
)
NEXT = paper(MET.format("June 9") + "The ministers discussed fisheries.", "2031-06-09")


def test_announcement_and_both_readouts_are_one_meeting_with_its_reasons() -> None:
    links = resolve([OURS, THEIRS, BEFORE])
    [met] = together(links, OURS, THEIRS, BEFORE)
    assert (met.dated.when, met.dated.basis, met.status, met.parties) == (
        "2031-05-04", "stated", "held", ("XA", "XB"),
    )  # fmt: skip
    same = [one for one in links.judgements if one.kind == "same_meeting"]
    assert len(same) == 2
    for one in same:
        assert one.score >= 0.5
        assert {feature.name for feature in one.features} >= {"day", "parties"}
        assert all(place.quote for place in one.evidence)


def test_meetings_of_other_days_stay_apart_and_stand_in_order() -> None:
    links = resolve([OURS, NEXT])
    assert together(links, OURS, NEXT) == []
    first, second = [one for one in links.meetings if one.series == "XA-XB foreign_ministers"]
    assert (first.before, second.before) == (None, first.id)


def test_the_order_of_documents_is_of_no_account() -> None:
    papers = [OURS, THEIRS, BEFORE, NEXT]
    found = {repr(resolve(some)) for some in permutations(papers)}
    assert len(found) == 1


def test_what_people_hold_apart_is_not_joined_and_not_proposed() -> None:
    [met] = together(resolve([OURS, THEIRS]), OURS, THEIRS)
    first, second = sorted(met.members)
    links = resolve([OURS, THEIRS], Rulings(apart=frozenset({(first, second)})))
    assert together(links, OURS, THEIRS) == []
    assert not [one for one in links.judgements if one.kind == "same_meeting"]


def test_what_people_join_is_one_though_nothing_speaks_for_it() -> None:
    [ours] = [one for one in resolve([OURS]).meetings if one.format == "foreign_ministers"]
    [later] = [one for one in resolve([NEXT]).meetings if one.format == "foreign_ministers"]
    first, second = sorted((ours.members[0], later.members[0]))
    assert together(resolve([OURS, NEXT]), OURS, NEXT) == []
    assert (
        len(together(resolve([OURS, NEXT], Rulings(together=frozenset({(first, second)}))), OURS, NEXT)) == 1
    )


UNDATED = paper(
    "Foreign Minister Lind Visits Brevonia\n\nOn May 4, Mr. Oto Lind, Minister for Foreign Affairs of"
    " Arvania, who is visiting Brevonia, held a meeting with Ms. Rada Oyelu, Minister of Foreign Affairs"
    " of Brevonia,"
    " in Halden.\n",
    None,
)


def test_a_missing_year_comes_from_a_sibling_and_goes_with_it() -> None:
    links = resolve([UNDATED, THEIRS])
    [year] = links.years
    assert (year.subject.document, year.value) == (UNDATED.id, "2031")
    assert {place.document for place in year.evidence} == {UNDATED.id, THEIRS.id}
    assert len(together(links, UNDATED, THEIRS)) == 1
    alone = resolve([UNDATED])
    assert alone.years == ()
    assert all(one.dated.when is None or "2031" not in one.dated.when for one in alone.meetings)


def test_a_day_whose_year_another_text_gave_rests_on_a_sibling_and_cites_it() -> None:
    links = resolve([UNDATED, THEIRS])
    alone = [one for one in links.meetings if {ref.document for ref in one.members} == {UNDATED.id}]
    dated = [one.dated for one in alone if one.dated.when]
    assert dated
    assert {one.basis for one in dated} <= {"sibling", "content"}
    assert "sibling" in {one.basis for one in dated}
    [both] = together(links, UNDATED, THEIRS)
    assert both.dated.basis == "stated"
    assert [place.document for place in both.dated.because] == [THEIRS.id]


def test_a_visit_contains_the_meeting_of_its_days() -> None:
    links = resolve([UNDATED, THEIRS])
    visit = next(one for one in links.meetings if one.format == "visit")
    [met] = [one for one in links.meetings if one.format == "foreign_ministers"]
    assert met.within == visit.id
    assert [one.kind for one in links.judgements if one.kind == "within_visit"] == ["within_visit"]
