"""Two accounts of one meeting: each test is a few lines of both, and how they differ."""

from __future__ import annotations

import pytest

from regesta.model.accounts import TYPES
from regesta.resolve.accounts import compare, comparisons
from regesta.rules.accounts import account_rules
from regesta.rules.packs import packs_with

from .accounts import OURS, PACK, THEIRS, account, compared, told

FERRY = "The two ministers agreed to open the ferry line in June 2031."
SHOALS = "Minister Lind expressed concern about the building of a mast on the Kestrel Shoals."
TRAWLER = "Minister Lind urged Brevonia to release the crew of the trawler."


@pytest.mark.parametrize(
    ("ours", "theirs", "type_", "grade", "side", "why"),
    [
        (
            FERRY, "The ministers discussed the opening of the ferry line.",
            "strength", "substantive", "XA", "XA: agree; XB: discuss.",
        ),
        (
            "Minister Lind urged Brevonia to open the ferry line.",
            "Minister Lind requested Brevonia to open the ferry line.",
            "strength", "wording", "XA", "XA: urge; XB: request.",
        ),
        (
            FERRY, "Minister Oyelu promised to open the ferry line in June 2031.",
            "attribution", "substantive", "XA", "XA: both sides (XA, XB); XB: XB alone.",
        ),
        (
            FERRY, FERRY.replace("June", "September"),
            "time_or_place", "substantive", None, "XA: in June 2031; XB: in September 2031.",
        ),
        (
            FERRY, FERRY.replace(" in June 2031", ""),
            "time_or_place", "wording", "XA", "XA: in June 2031; XB does not mention a date.",
        ),
        (
            "The two ministers agreed to send 40 inspectors to the ports.",
            "The two ministers agreed to send 25 inspectors to the ports.",
            "scope_or_number", "substantive", None, "XA: 40 inspectors; XB: 25 inspectors.",
        ),
        (
            "The two ministers agreed to send inspectors to all ports.",
            "The two ministers agreed to send inspectors to some ports.",
            "scope_or_number", "notable", None, "XA: “all ports”; XB: “some ports”.",
        ),
        (
            FERRY, "Minister Oyelu denied that the opening of the ferry line had been agreed.",
            "denied", "substantive", "XB", "XB denies or rejects what XA tells.",
        ),
        (
            "The meeting lasted 90 minutes. " + FERRY, "The meeting lasted 45 minutes. " + FERRY,
            "contradiction", "notable", None, "XA gives the length in minutes as 90, XB as 45.",
        ),
    ],
)  # fmt: skip
def test_a_difference_has_a_type_a_grade_and_a_sentence(
    ours: str, theirs: str, type_: str, grade: str, side: str | None, why: str
) -> None:
    [one] = told(compared(ours, theirs), type_)
    assert (one.grade, one.side, one.why) == (grade, side, why)
    assert len(one.places) == 2


@pytest.mark.parametrize(("ours", "theirs"), [(FERRY, FERRY.replace("June", "September")), (FERRY, TRAWLER)])
def test_nothing_else_differs(ours: str, theirs: str) -> None:
    types = {one.type for one in compared(ours, theirs).differences}
    assert types in ({"time_or_place"}, {"only_in"})


def test_who_denies_is_neither_weaker_nor_alone() -> None:
    found = compared(FERRY, "Minister Oyelu denied that the opening of the ferry line had been agreed.")
    assert told(found, "strength") == told(found, "attribution") == []


def test_what_one_account_alone_tells_is_no_denial() -> None:
    found = compared(f"{FERRY}\n\n{TRAWLER}", FERRY)
    [only] = found.differences
    assert (only.type, only.side, only.grade) == ("only_in", "XA", "notable")
    assert [place.quote for place in only.places] == [TRAWLER]
    assert only.why == "XA tells this; XB does not mention it."


def test_a_topic_of_one_account_is_told_once_with_all_its_words() -> None:
    fish = (
        "Minister Lind stressed the importance of fisheries.",
        "Minister Lind proposed talks on fishing quotas.",
    )
    found = compared(f"{FERRY} {' '.join(fish)}", FERRY)
    [only] = told(found, "only_in")
    assert (only.topic, only.grade, [place.quote for place in only.places]) == (
        "fisheries",
        "substantive",
        [*fish],
    )
    assert "Only XA tells of: Fisheries; XB does not mention it." in found.summary


def test_names_of_a_thing_that_each_side_chose_differ_in_substance() -> None:
    theirs = "Minister Oyelu explained the building of a mast on the Outer Teeth."
    found = compared(SHOALS, theirs)
    [row] = found.terms
    assert (row.concept, dict(row.names)) == (
        "kestrel_shoals",
        {"XA": ("the Kestrel Shoals",), "XB": ("the Outer Teeth",)},
    )
    assert [(one.grade, one.why) for one in told(found, "term")] == [
        ("substantive", "XA says the Kestrel Shoals, XB says the Outer Teeth.")
    ]
    assert "Names: the Kestrel Shoals (XA) / the Outer Teeth (XB)." in found.summary


def test_the_same_account_twice_does_not_differ() -> None:
    found = compared(f"{FERRY} {TRAWLER}", f"{FERRY} {TRAWLER}")
    assert found.differences == ()
    assert "No difference was found." in found.summary
    assert all(set(row.told_by) == {"XA", "XB"} for row in found.topics)


def test_an_announcement_beside_a_readout_is_said_to_be_one() -> None:
    found = compared(
        "Minister Lind stressed the importance of the ferry line.",
        "We intend to discuss the ferry line. We will discuss fisheries.",
        ahead=True,
    )
    assert "The announcement of XB was published on 2031-05-02, before the meeting." in found.note
    assert "may not have been foreseen, or not reported" in found.note
    assert told(found, "strength") == []
    assert [one.grade for one in told(found, "attribution")] == ["wording"]
    assert compared(FERRY, FERRY).note.endswith("after the meeting.")


def test_the_order_in_which_documents_are_named_makes_no_difference() -> None:
    one, two = account(OURS + FERRY + TRAWLER, "XA"), account(THEIRS + FERRY, "XB")
    packs = packs_with((PACK,))
    assert compare(one, two, packs) == compare(two, one, packs)
    assert [side.label for side in compare(two, one, packs).sides] == ["XA", "XB"]


def test_each_two_accounts_of_unlike_sides_are_compared() -> None:
    packs = packs_with((PACK,))
    parts = [
        account(OURS + FERRY, "XA"),
        account(THEIRS + FERRY, "XB"),
        account(THEIRS + TRAWLER, "XB", "2031-05-09"),
    ]
    found = comparisons(parts, packs, "g-1")
    assert [[side.published for side in one.sides] for one in found] == [
        ["2031-05-05", "2031-05-06"],
        ["2031-05-05", "2031-05-09"],
    ]
    assert {one.meeting for one in found} == {"g-1"}
    [alone] = comparisons(parts[1:], packs)
    assert [side.label for side in alone.sides] == ["XB 1", "XB 2"]


def test_the_items_of_a_list_are_passages_with_the_act_that_leads_them() -> None:
    listed = (
        "The two sides decided to:\n\n• open the ferry line in June 2031;\n• send inspectors to the ports by "
        "1 September 2031."
    )
    found = compared(listed, "The ministers discussed the opening of the ferry line.")
    [pair] = [pair for row in found.topics for pair in row.pairs]
    assert (pair.first.act, pair.first.place.quote) == ("decide", "open the ferry line in June 2031;")
    assert all(":" not in place.quote for one in found.differences for place in one.places)


def test_shares_of_an_account_add_up_and_a_topic_with_far_more_room_is_told() -> None:
    rest = " ".join(
        f"Minister Lind stressed the importance of {thing}."
        for thing in (
            "fisheries",
            "the harbour fees of the two coasts",
            "school exchanges",
            "the flood warnings",
        )
    )
    long = "Minister Lind explained at length how the ferry line of the two coasts would be run in winter."
    found = compared(f"{FERRY} {rest}", f"{long} {long.replace('winter', 'summer')} {rest}")
    for number in (0, 1):
        assert sum(row.shares[number].share for row in found.topics) == pytest.approx(1, abs=0.01)
    assert {one.topic for one in told(found, "order_and_space")} == {"transport"}


def test_our_own_voice_is_neutral() -> None:
    texts = [FERRY, TRAWLER, SHOALS, "Minister Oyelu denied that the ferry line had been discussed."]
    found = [compared(one, two) for one in texts for two in texts]
    said = " ".join(
        [line for one in found for line in (one.note, *one.summary)]
        + [difference.why for one in found for difference in one.differences]
    ).lower()
    assert [word for word in account_rules().unfair if f" {word} " in said] == []


def test_every_quote_is_its_text_and_every_type_is_known() -> None:
    one, two = account(OURS + f"{FERRY} {SHOALS}", "XA"), account(THEIRS + TRAWLER, "XB")
    texts = {part.dossier.id: part.dossier.text for part in (one, two)}
    for difference in compare(one, two, packs_with((PACK,))).differences:
        assert difference.type in TYPES
        for place in difference.places:
            assert place.quote == place.span.of(texts[place.document])
