"""One person under all spellings; two people with one family name; who holds an office on a day."""

from __future__ import annotations

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from regesta.model.judgement import Judgement, Ref, Rulings
from regesta.model.links import Dossier, Links
from regesta.resolve.bearers import bearers, merged
from regesta.resolve.facts import facts
from regesta.resolve.memory import MemoryShelf
from regesta.resolve.names import alike, full_name
from regesta.resolve.persons import Register, persons
from regesta.resolve.update import update
from tests.resolve.people import links_of, names_of, office, paper, people_of, ref, who

FM = "Foreign Minister"


def judged(links: Links, kind: str) -> list[Judgement]:
    return [one for one in links.judgements if one.kind == kind]


def test_one_person_under_all_spellings_and_orders() -> None:
    found = names_of(
        paper("2031-01-05", who("Sergey Lavrin", role=FM)),
        paper("2031-02-05", who("Sergei Viktorovich Lavrin", role="Minister for Foreign Affairs")),
        paper("2031-03-05", who("Lavrin, Sergey Viktorovich")),
        paper("2031-04-05", who("Lavrin", role=FM)),
        paper("2031-05-05", who("Oto Lind")),
    )
    assert found == {
        frozenset({"Sergey Lavrin", "Sergei Viktorovich Lavrin", "Lavrin, Sergey Viktorovich", "Lavrin"}),
        frozenset({"Oto Lind"}),
    }


def test_offices_have_the_first_and_the_last_day_on_which_they_are_shown() -> None:
    person = people_of(
        paper("2031-01-05", who("Sergey Lavrin", role=FM)),
        paper("2033-02-05", who("Sergei Lavrin", role="Minister for Foreign Affairs")),
        paper("2034-03-05", who("Sergey Lavrin", role="Prime Minister of Arvenia")),
    )["Sergey Lavrin"]
    assert [(o.office, o.country, o.first, o.last) for o in person.offices] == [
        (FM, "XA", "2031-01-05", "2033-02-05"),
        ("Prime Minister of Arvenia", "XA", "2034-03-05", "2034-03-05"),
    ]
    assert [place.quote for place in person.places] == [
        "Foreign Minister Sergey Lavrin",
        "Minister for Foreign Affairs Sergei Lavrin",
        "Prime Minister of Arvenia Sergey Lavrin",
    ]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (who("Sergey Lavrin", role=FM), who("Anna Lavrin", role=FM)),
        (who("Oto Lind"), who("Oto Lind", "XB")),
        (who("Oto Lind"), who("Oto Lindqvist")),
        (who("Kim Jong Un"), who("Kim Jong Il")),
    ],
    ids=lambda actor: f"{actor.country}:{actor.name}",
)
def test_two_people_with_one_family_name_stay_two(one: object, other: object) -> None:
    links = links_of(paper("2031-01-05", one), paper("2031-02-05", other))  # type: ignore[arg-type]
    assert len(links.people) == 2


def test_an_office_that_passes_to_another_of_the_family_is_held_by_each_in_turn() -> None:
    people = people_of(
        paper("2031-01-05", who("Anna Lind", role=FM)),
        paper("2032-01-05", who("Oto Lind", role=FM)),
        paper("2032-06-05", who("Oto Lind", role=FM)),
    )
    assert [(o.first, o.last) for o in people["Anna Lind"].offices] == [("2031-01-05", "2031-01-05")]
    assert [(o.first, o.last) for o in people["Oto Lind"].offices] == [("2032-01-05", "2032-06-05")]


def test_a_join_says_why_and_cites_both_names() -> None:
    links = links_of(
        paper("2031-01-05", who("Sergey Lavrin", role=FM)), paper("2031-02-05", who("Sergei Lavrin", role=FM))
    )
    (found,) = judged(links, "same_person")
    assert found.why == (
        "“Sergey Lavrin” and “Sergei Lavrin” can be one person's name and both are shown in one office: "
        "“Sergei” / “Sergey” (two spellings)."
    )
    assert [feature.name for feature in found.features] == ["name_spelling", "country", "office"]
    assert [place.quote for place in found.evidence] == [f"{FM} Sergey Lavrin", f"{FM} Sergei Lavrin"]


def test_a_shortened_name_that_may_be_two_persons_joins_neither() -> None:
    two = (paper("2031-01-05", who("Maria Anna Lind")), paper("2031-02-05", who("Maria Berta Lind")))
    assert len(links_of(*two, paper("2031-03-05", who("Maria Lind"))).people) == 3
    assert len(links_of(two[0], paper("2031-03-05", who("Maria Lind"))).people) == 1


def test_names_that_contradict_each_other_never_come_together_over_a_third() -> None:
    found = names_of(
        paper("2031-01-05", who("Maria Anna Lind", role=FM)),
        paper("2031-02-05", who("Maria Lind", role=FM)),
        paper("2031-03-05", who("Maria Berta Lind", role="Minister of Health")),
    )
    assert not any({"Maria Anna Lind", "Maria Berta Lind"} <= names for names in found)


def test_a_name_without_a_country_joins_the_only_one_of_its_words() -> None:
    own = paper("2031-01-05", who("Oto Lind", role="President"))
    bare = paper("2031-02-05", who("Oto Lind", None, "President"))
    assert len(links_of(own, bare).people) == 1
    assert len(links_of(own, bare, paper("2031-03-05", who("Oto Lind", "XB"))).people) == 3


def test_a_country_that_was_only_worked_out_does_not_make_two_of_one() -> None:
    stated = paper("2031-01-05", who("Oto Lind", "XB", "Foreign Minister"))
    guessed = paper("2031-02-05", who("Oto Lind", "XA", "Foreign Minister", basis="publisher"))
    (person,) = links_of(stated, guessed).people
    assert person.country == "XB"
    assert [(one.country, one.first, one.last) for one in person.offices] == [
        ("XB", "2031-01-05", "2031-02-05")
    ]
    other = paper("2031-02-05", who("Oto Lind", "XA", "Ambassador of Arvenia", basis="publisher"))
    assert len(links_of(stated, other).people) == 2


def test_a_family_name_of_two_words_is_the_holder_s_of_the_office_said_with_it() -> None:
    full = paper("2031-01-05", who("Luis Manuel Orrego Salin", role="President"))
    assert len(links_of(full, paper("2031-02-05", who("Orrego Salin", role="President"))).people) == 1
    assert (
        len(links_of(full, paper("2031-02-05", who("Orrego Salin", role="Minister of Health"))).people) == 2
    )
    assert len(links_of(full, paper("2041-02-05", who("Orrego Salin", role="President"))).people) == 2


def test_the_name_shown_first_is_the_usual_one_without_a_title() -> None:
    (person,) = links_of(
        paper("2031-01-05", who("Office Oto Lind")),
        paper("2031-01-06", who("Office Oto Lind")),
        paper("2031-01-07", who("Oto Lind, SC")),
        paper("2031-01-08", who("Oto Lind")),
        paper("2031-01-09", who("Lind, Oto Jan")),
    ).people
    assert person.names == ("Oto Lind", "Office Oto Lind", "Oto Lind, SC", "Lind, Oto Jan")


def test_an_office_in_the_place_of_a_name_is_no_name() -> None:
    assert not links_of(
        paper("2031-01-05", who("Deputy Foreign Minister", role="Deputy Foreign Minister"))
    ).people


def test_people_decide_that_two_are_one_or_that_one_is_two() -> None:
    papers = (paper("2031-01-05", who("Anna Lind")), paper("2031-02-05", who("Anna Brek")))
    married = (ref("2031-01-05", "Anna Lind"), ref("2031-02-05", "Anna Brek"))
    assert len(links_of(*papers, rulings=Rulings(together=frozenset({married}))).people) == 1
    same = (paper("2031-01-05", who("Oto Lind")), paper("2041-02-05", who("Oto Lind")))
    two = (ref("2031-01-05", "Oto Lind"), ref("2041-02-05", "Oto Lind"))
    assert len(links_of(*same).people) == 1
    assert len(links_of(*same, rulings=Rulings(apart=frozenset({two}))).people) == 2


class TestFamilyNames:
    """A family name alone is a name only where somebody is known to be meant."""

    def test_a_family_name_alone_makes_no_person(self) -> None:
        assert not links_of(paper("2031-01-05", who("Lind", role=FM))).people

    def test_it_is_the_holder_of_the_office_said_with_it(self) -> None:
        links = links_of(
            paper("2031-01-05", who("Anna Lind", role=FM)),
            paper("2031-01-09", who("Oto Lind", role="President")),
            paper("2031-02-05", who("Lind", role=FM)),
        )
        (found,) = judged(links, "same_person")
        assert {found.subject, found.object} == {
            ref("2031-01-05", "Anna Lind"),
            ref("2031-02-05", "Lind"),
        }

    def test_it_stays_alone_where_two_may_be_meant(self) -> None:
        links = links_of(
            paper("2031-01-05", who("Anna Lind")),
            paper("2031-01-09", who("Oto Lind")),
            paper("2031-02-05", who("Lind")),
        )
        assert not judged(links, "same_person")

    def test_it_is_tied_over_years_to_the_only_one_of_the_name_in_that_office(self) -> None:
        papers = (
            paper("2031-01-05", who("Anna Lind", role="President")),
            paper("2033-01-09", who("Oto Lind", role="Ambassador of Arvenia")),
            paper("2032-12-05", who("Lind", role="President")),
        )
        (found,) = judged(links_of(*papers), "same_person")
        assert ref("2031-01-05", "Anna Lind") in (found.subject, found.object)

    def test_its_own_document_goes_before_the_others(self) -> None:
        links = links_of(
            paper("2031-01-05", who("Anna Lind")),
            paper("2031-01-09", who("Oto Lind"), who("Lind")),
        )
        (found,) = judged(links, "same_person")
        assert {found.subject, found.object} == {
            ref("2031-01-09", "Oto Lind"),
            ref("2031-01-09", "Lind"),
        }


class TestHolders:
    """An office alone is its holder's on that day where exactly one is known."""

    LIND = (
        paper("2031-01-05", who("Anna Lind", role=FM)),
        paper("2031-11-05", who("Anna Lind", role="Minister for Foreign Affairs")),
    )
    BREK = (
        paper("2032-03-05", who("Oto Brek", role=FM)),
        paper("2032-12-05", who("Oto Brek", role=FM)),
    )

    def holder(self, day: str, role: str, *papers: Dossier, country: str = "XA") -> Ref | None:
        links = links_of(paper(day, office(role, country), name="asked"), *papers)
        found = judged(links, "holder")
        assert all(one.evidence[0].quote == role and len(one.evidence) > 1 for one in found)
        return found[0].object if found else None

    def test_the_office_is_held_between_two_showings(self) -> None:
        found = self.holder("2031-06-01", "Minister of Foreign Affairs", *self.LIND, *self.BREK)
        assert found == ref("2031-01-05", "Anna Lind")
        assert self.holder("2032-06-01", FM, *self.LIND, *self.BREK) == ref("2032-03-05", "Oto Brek")

    def test_between_two_holders_nobody_knows(self) -> None:
        assert self.holder("2032-01-05", FM, *self.LIND, *self.BREK) is None

    @pytest.mark.parametrize("role", [f"Deputy {FM}", f"Acting {FM}", f"former {FM}", "Minister"])
    def test_another_office_stays_an_office(self, role: str) -> None:
        assert self.holder("2031-06-01", role, *self.LIND) is None

    def test_the_office_of_another_state_stays_an_office(self) -> None:
        assert self.holder("2031-06-01", FM, *self.LIND, country="XB") is None

    def test_long_before_and_long_after_nobody_knows(self) -> None:
        assert self.holder("2029-06-01", FM, *self.LIND) is None
        assert self.holder("2033-06-01", FM, *self.LIND) is None

    def test_who_holds_an_office_twice_did_not_hold_it_in_between(self) -> None:
        again = paper("2037-01-05", who("Anna Lind", role=FM))
        assert self.holder("2034-06-01", FM, *self.LIND, again) is None

    def test_an_office_of_several_is_nobody_s(self) -> None:
        envoy = paper("2031-06-01", who("Ida Roos", role="Ambassador of Arvenia"))
        assert self.holder("2031-06-02", "Ambassador of Arvenia", envoy) is None

    def test_a_rejected_holder_is_not_proposed_again(self) -> None:
        papers = (paper("2031-06-01", office(FM), name="asked"), *self.LIND)
        (found,) = judged(links_of(*papers), "holder")
        assert not judged(links_of(*papers, rulings=Rulings(rejected=frozenset({found.id}))), "holder")


GIVEN = ("Sergey", "Sergei", "Semyon", "S.", "Anna", "Sergey Viktorovich", "Sergey Olegovich")
FAMILY = ("Lavrin", "Lavrina", "Lind")
NAMES = st.sampled_from(
    [f"{first} {last}" for first in GIVEN for last in FAMILY]
    + [f"{last}, {first}" for first in GIVEN for last in FAMILY]
    + list(FAMILY)
)
ACTORS = st.one_of(
    st.builds(
        who,
        NAMES,
        st.sampled_from(["XA", "XA", "XA", "XB", "EU", None]),
        st.sampled_from([None, FM, "Minister for Foreign Affairs", "President", "Envoy"]),
    ),
    st.builds(office, st.sampled_from([FM, "President"])),
)
DAYS = st.sampled_from([f"203{year}-0{month}-05" for year in range(4) for month in range(1, 9)])
PAPERS = st.lists(st.tuples(DAYS, st.lists(ACTORS, min_size=1, max_size=2)), min_size=1, max_size=6).map(
    lambda told: [paper(day, *people, name=f"d{i}") for i, (day, people) in enumerate(told)]
)


@given(PAPERS, st.randoms(use_true_random=False))
def test_the_order_of_documents_is_of_no_account(papers: list[Dossier], chance: object) -> None:
    links = links_of(*papers)
    chance.shuffle(papers)  # type: ignore[attr-defined]
    assert links_of(*papers) == links


@given(PAPERS)
def test_names_that_contradict_each_other_are_never_one_person_s(papers: list[Dossier]) -> None:
    for person in links_of(*papers).people:
        full = [name for name in person.names if full_name(name)]
        assert all(alike(one, other).same for one, other in combinations(full, 2))


@given(PAPERS)
def test_every_full_name_is_one_person_s_and_has_its_words(papers: list[Dossier]) -> None:
    people = links_of(*papers).people
    mentions = [ref for person in people for ref in person.mentions]
    assert len(mentions) == len(set(mentions))
    assert len({person.id for person in people}) == len(people)
    told = {
        (one.id, f"{actor.country or ''}:{actor.name}")
        for one in papers
        for meeting in one.records.meetings
        for actor in meeting.participants
        if full_name(actor.name) and actor.basis != "unresolved"
    }
    assert told <= {(ref.document, ref.id) for ref in mentions}
    texts = {one.id: one.text for one in papers}
    for person in people:
        assert all(place.span.of(texts[place.document]) == place.quote for place in person.places)


@given(PAPERS, st.data())
def test_an_update_gives_what_all_documents_give(papers: list[Dossier], data: st.DataObject) -> None:
    there: dict[str, Dossier] = {}
    shelf = MemoryShelf(there)
    every = {one.id: one for one in papers}
    for _ in range(data.draw(st.integers(1, 5))):
        names = st.sampled_from(sorted(every))
        changed = data.draw(st.lists(names, min_size=1, max_size=3, unique=True))
        for id_ in changed:
            if there.pop(id_, None) is None:
                there[id_] = every[id_]
        update(shelf, changed, Rulings())
    links = links_of(*there.values())
    shown = [one for known in shelf.held.values() for one in known.showings]
    proposed = tuple(shelf.proposed[id_] for id_ in sorted(shelf.proposed))
    standing = tuple(
        sorted(shelf.standing.values(), key=lambda one: (one.country or "~", one.names[0], one.id))
    )
    assert persons(Register(standing, proposed), shown, Rulings()) == links.people
    kinds = ("same_person", "holder")
    assert {one for one in proposed if one.kind in kinds} == {j for j in links.judgements if j.kind in kinds}


@given(PAPERS, st.data())
def test_a_bearer_is_the_sum_of_its_parts(papers: list[Dossier], data: st.DataObject) -> None:
    shown = [one for told in papers for one in facts(told).showings if one.full]
    half = [one for one in shown if data.draw(st.booleans())]
    rest = [one for one in shown if one not in half]
    parts = {one.id: one for one in bearers(half, ())}
    for one in bearers(rest, ()):
        parts[one.id] = merged(parts[one.id], one) if one.id in parts else one
    assert sorted(parts.values(), key=lambda one: one.id) == bearers(shown, ())
