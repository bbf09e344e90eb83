"""Announcements, both sides' readouts, visits put off, promises kept in other words: a few documents each."""

from __future__ import annotations

import pytest

from regesta.model.links import Dossier
from tests.resolve.chains import documents, links_of, meeting, paper, promise, status

TALKS = (
    "Foreign Minister Ilse Dorn held talks with Foreign Minister Amara Sule of Arvania in Halden on "
    "5 May 2031."
)
MADE = paper("made", "XB", "2031-05-05", f"{TALKS} The two sides agreed to resume the ferry service between "
             "Skerrow and Tarnholm by the end of June.")  # fmt: skip


def told(words: str) -> Dossier:
    return paper(
        "told",
        "XA",
        "2031-09-02",
        f"Foreign Minister Amara Sule met with Foreign Minister Ilse Dorn of Brevonia in Lunden. {words}",
    )


def test_a_visit_put_off_and_its_successor_are_two_visits() -> None:
    links = links_of(
        paper("plan", "XA", "2031-03-10", "Foreign Minister Amara Sule met with Foreign Minister Ilse "
              "Dorn of "
              "Brevonia in Port Sele. They confirmed that President Tor Halvek of Brevonia will visit "
              "Arvania "
              "in May."),
        paper("off", "XB", "2031-04-06", "Foreign Minister Ilse Dorn spoke by telephone with Foreign "
              "Minister "
              "Amara Sule of Arvania. President Halvek’s visit to Arvania, which was scheduled for May, "
              "cannot take place because of the floods. They agreed that the visit would be held in "
              "September."),
        paper("held", "XA", "2031-09-16", "President Tor Halvek of Brevonia visited Arvania on September 14 "
              "and 15."),
    )  # fmt: skip
    assert documents(links, "which was scheduled for May") == {"plan", "off"}
    assert documents(links, "visited Arvania") == {"off", "held"}
    assert [d.reason for d in links.deferrals] == ["floods"]
    made = promise(links, "will visit Arvania in May")
    assert [status(made, day) for day in ("2031-04-01", "2031-04-06")] == ["open", "deferred"]
    assert status(promise(links, "would be held in September"), "2031-09-16") == "done"


def test_a_new_date_in_the_same_sentence_is_the_successor() -> None:
    links = links_of(
        paper("off", "XB", "2031-04-06", "Foreign Minister Ilse Dorn spoke by telephone with Foreign "
              "Minister "
              "Amara Sule of Arvania. President Halvek’s visit to Arvania planned for May will be postponed "
              "to October."),
        paper("held", "XA", "2031-10-03", "President Tor Halvek of Brevonia visited Arvania on October "
              "1 and 2."),
    )  # fmt: skip
    assert [(d.origin.quote, d.successor.quote) for d in links.deferrals] == [
        ("President Halvek’s visit to Arvania planned for May", "to October")
    ]
    assert documents(links, "visited Arvania") == {"off", "held"}


def test_a_visit_whose_goal_only_its_text_suggests_is_found() -> None:
    links = links_of(
        paper("one", "XB", "2031-04-06", "Foreign Minister Ilse Dorn met with Foreign Minister Amara Sule of "
              "Arvania. They spoke of preparations for Minister Dorn’s visit in October."),
        paper("two", "XA", "2031-10-03", "Foreign Minister Ilse Dorn of Brevonia visited Arvania on "
              "October 2."),
    )  # fmt: skip
    assert documents(links, "visited Arvania") == {"one", "two"}


def test_two_calls_a_week_apart_are_two() -> None:
    call = "Foreign Minister Ilse Dorn spoke by telephone with Foreign Minister Amara Sule of Arvania."
    links = links_of(paper("one", "XB", "2031-04-06", call), paper("two", "XB", "2031-04-13", call))
    assert all(len(m.members) == 1 for m in links.meetings)


def test_a_visit_without_a_date_is_that_of_the_talks_it_is_told_with() -> None:
    links = links_of(
        paper("plan", "XB", "2031-05-01", "Foreign Minister of Arvania Amara Sule will visit Brevonia on "
              "May 4 and 5."),
        paper("held", "XB", "2031-05-05", f"{TALKS} The visit of Foreign Minister Amara Sule to Brevonia was "
              "welcomed by the press."),
    )  # fmt: skip
    assert documents(links, "will visit Brevonia") == {"plan", "held"}
    assert meeting(links, "held talks").within == meeting(links, "will visit Brevonia").id


@pytest.mark.parametrize(
    "words",
    [
        "They welcomed the resumption of the ferry service on June 28.",
        "She said that many passengers had used the ferry service since it was resumed on June 28.",
        "They noted that the ferry between Skerrow and Tarnholm was reopened in June.",
    ],
)
def test_a_promise_is_kept_in_other_words(words: str) -> None:
    made = promise(links_of(MADE, told(words)), "resume the ferry service")
    assert [status(made, day) for day in ("2031-05-06", "2031-07-01", "2031-09-02")] == [
        "open",
        "no_evidence",
        "done",
    ]


@pytest.mark.parametrize(
    "words",
    [
        "They welcomed the resumption of flights between Lunden and Halden.",
        "They agreed on the resumption of the ferry service by the end of the year.",
        "They hoped that the ferry service would be resumed soon.",
        "They spoke of preparations for the resumption of the ferry service.",
        "The ferry company published its report.",
    ],
)
def test_what_is_wished_agreed_or_of_another_thing_keeps_nothing(words: str) -> None:
    made = promise(links_of(MADE, told(words)), "resume the ferry service")
    assert status(made, "2031-09-02") == "no_evidence"


def test_the_first_of_several_keeps_a_part() -> None:
    made = paper("made", "XB", "2031-05-05", f"{TALKS} Brevonia undertook to supply two reactors for "
          "the Vell "
                 "plant by the end of 2032.")  # fmt: skip
    links = links_of(made, told("They noted that the first reactor for the Vell plant had been delivered."))
    assert status(promise(links, "two reactors"), "2031-09-02") == "partly_done"


def test_a_summit_put_off_is_made_up_for_by_the_visit_for_it() -> None:
    links = links_of(
        paper("off", "XB", "2031-03-29", "President Tor Halvek spoke by telephone with President Edda "
              "Strom of "
              "Arvania. The summit, which was to be held on June 1, would have to be put off in view of the "
              "floods. It was decided that President Halvek would visit Arvania on September 4."),
    )  # fmt: skip
    assert [(d.reason, d.successor.quote) for d in links.deferrals] == [
        ("floods", "President Halvek would visit Arvania on September 4")
    ]


def test_a_dialogue_with_a_name_is_one_whatever_its_format_seems() -> None:
    links = links_of(
        paper("made", "XB", "2031-05-05", f"{TALKS} They agreed that the second Strategic Dialogue will take "
              "place in Lunden in June."),
        paper("held", "XA", "2031-07-02", "President Edda Strom spoke by telephone with President Tor Halvek "
              "of Brevonia. They recalled the second Strategic Dialogue, which was held in Lunden on 21 "
              "June."),
    )  # fmt: skip
    assert documents(links, "which was held") == {"made", "held"}


def test_a_summit_with_a_name_is_not_the_talks_of_that_month() -> None:
    links = links_of(
        paper("talks", "XA", "2031-05-05", "President Edda Strom met with President Tor Halvek of Brevonia."),
        paper("later", "XA", "2031-07-02", "President Edda Strom spoke by telephone with President Tor "
              "Halvek "
              "of Brevonia. They recalled the North Sea Leaders’ Summit in May."),
    )  # fmt: skip
    assert documents(links, "North Sea") == {"later"}


def test_the_other_side_saying_so_too_is_a_step_of_its_own() -> None:
    own = paper("own", "XB", "2031-07-02", "Minister Ilse Dorn met with Foreign Minister Amara Sule of "
                "Arvania in Halden. They welcomed the resumption of the ferry on June 28.")  # fmt: skip
    made = promise(links_of(MADE, own, told("They noted that the ferry service was resumed.")), "resume")
    assert [(s.start, s.status, s.confirmation) for s in made.history if s.status == "done"] == [
        ("2031-07-02", "done", "self_declared"),
        ("2031-09-02", "done", "counterpart"),
    ]


def test_what_is_to_go_on_is_not_kept_by_a_few_of_its_words() -> None:
    made = paper("made", "XB", "2031-05-05", f"{TALKS} They agreed to continue cooperation on navigation, "
                 "rescue at sea and the care of lighthouses.")  # fmt: skip
    links = links_of(made, told("They noted the progress made in the care of lighthouses and boats."))
    assert status(promise(links, "lighthouses"), "2031-09-02") == "open"


def test_the_same_persons_of_both_sides_outweigh_the_ranks_that_were_read() -> None:
    links = links_of(
        paper("plan", "XA", "2031-05-01", "Foreign Minister Amara Sule will visit Brevonia on May 5. In "
              "Halden she will hold talks with her counterpart Ilse Dorn."),
        paper("held", "XB", "2031-05-05", f"{TALKS}"),
    )  # fmt: skip
    assert documents(links, "held talks with") == {"plan", "held"}


SESSION = (
    "Foreign Minister Ilse Dorn held talks with Foreign Minister Amara Sule of Arvania in Halden on 5 May."
    " The two ministers agreed to convene the third session of the Joint Commission on Fisheries in Port Sele"
    " by the end of July."
)


@pytest.mark.parametrize(("day", "joined"), [("June 11 and 12", True), ("August 11 and 12", False)])
def test_what_is_to_be_held_by_a_day_may_be_held_before_it(day: str, joined: bool) -> None:
    links = links_of(
        paper("made", "XB", "2031-05-05", SESSION),
        paper("told", "XA", "2031-08-20", "Foreign Minister Amara Sule spoke by telephone with Foreign "
              "Minister Ilse Dorn of Brevonia. They welcomed the results of the Joint Commission on "
              f"Fisheries, which met in Port Sele on {day}."),
    )  # fmt: skip
    assert documents(links, "which met in Port Sele") == ({"made", "told"} if joined else {"told"})


@pytest.mark.parametrize(
    ("published", "visitor", "joined"),
    [
        ("2031-05-09", "President Tor Halvek of Brevonia", True),
        ("2031-11-20", "President Tor Halvek of Brevonia", False),
        ("2031-05-09", "Prime Minister Edda Stromsen of Brevonia", False),
    ],
)
def test_two_plans_told_soon_after_each_other_are_of_one_visit(
    published: str, visitor: str, joined: bool
) -> None:
    links = links_of(
        paper("one", "XA", "2031-05-05", "Foreign Minister Amara Sule met with Foreign Minister Ilse Dorn of "
              "Brevonia in Port Sele. They discussed preparations for the visit to Arvania of President of "
              "Brevonia Tor Halvek."),
        paper("two", "XA", published, "Foreign Minister Amara Sule spoke by telephone with Foreign Minister "
              f"Ilse Dorn of Brevonia. They confirmed that {visitor} will visit Arvania in late February."),
    )  # fmt: skip
    assert documents(links, "will visit Arvania") == ({"one", "two"} if joined else {"two"})
