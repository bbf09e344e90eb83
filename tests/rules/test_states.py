"""The words for states: complete, each with one meaning, and open to packs."""

import pytest

from regesta.model.finding import RegestaError
from regesta.rules.states import StateEntry, StateRules, States, states

ISO = """
AD AE AF AG AI AL AM AO AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BW BY
BZ CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI
FJ FK FM FO FR GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HN HR HT HU ID IE IL IM IN
IO IQ IR IS IT JE JM JO JP KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD
ME MF MG MH MK ML MM MN MO MP MQ MR MS MT MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA
PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR
SS ST SV SX SY SZ TC TD TG TH TJ TK TL TM TN TO TR TT TV TW TZ UA UG US UY UZ VA VC VE VG VI VN VU WF
WS YE YT ZA ZM ZW
"""


def test_every_iso_code_that_somebody_speaks_for_is_there_and_no_other() -> None:
    assert set(states().codes) == {*ISO.split(), "XK", "EU", "UN"}


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("Russian Federation", "RU"),
        ("Republic of Korea", "KR"),
        ("DPRK", "KP"),
        ("U.K.", "GB"),
        ("Türkiye", "TR"),
        ("Turkey", "TR"),
        ("Czech Republic", "CZ"),
        ("Burma", "MM"),
        ("Swaziland", "SZ"),
        ("Cabo Verde", "CV"),
        ("KSA", "SA"),
        ("Côte d’Ivoire", "CI"),
        ("Cote d'Ivoire", "CI"),
        ("NORWAY", "NO"),
        ("Republic of the Congo", "CG"),
        ("DR Congo", "CD"),
        ("Kosovo", "XK"),
        ("Palestine", "PS"),
        ("European Union", "EU"),
        ("UN", "UN"),
        ("Dominica", "DM"),
        ("Dominican Republic", "DO"),
    ],
)
def test_a_name_in_use_leads_to_its_code(name: str, code: str) -> None:
    assert states().code_of(name) == code


@pytest.mark.parametrize("word", ["Korea", "Korean", "Congo", "Congolese", "Dominican", "Guinean"])
def test_a_word_for_several_states_is_not_guessed(word: str) -> None:
    meaning = states().words[word]
    assert meaning.code is None
    assert len(meaning.candidates) > 1


def test_no_two_states_share_a_word_unless_it_is_listed_as_ambiguous() -> None:
    listed = {one.word for one in states().rules.ambiguous}
    owner: dict[str, str] = {}
    for entry in states():
        words = {*entry.names, *entry.official, *entry.abbreviations, *entry.adjectives, *entry.people}
        words |= {*entry.capitals, *entry.metonyms}
        for word in words - listed:
            assert owner.setdefault(word, entry.code) == entry.code, word


def test_no_town_of_one_state_is_a_name_of_a_state() -> None:
    cities = {"Yamaguchi", "Osaka", "Geneva", "New York", "Shanghai", "Dubai", "Gaza", "Tbilisi", "Moscow"}
    names = {name for entry in states() for name in (*entry.names, *entry.official, *entry.abbreviations)}
    assert not cities & names


def test_a_pack_adds_a_state_and_words_for_a_known_one() -> None:
    varenia = StateEntry(code="XA", names=("Varenia",), adjectives=("Varenian",), capitals=("Port Selm",))
    more = StateEntry(code="JP", names=("Nippon",))
    known = states().with_extra([varenia, more])
    assert known.code_of("Varenia") == "XA"
    assert known.label("XA") == "Varenia"
    assert known.code_of("Nippon") == known.code_of("Japan") == "JP"
    assert known.label("JP") == "Japan"
    assert states().by_code("XA") is None


def test_a_word_of_a_pack_wins() -> None:
    known = states().with_extra([StateEntry(code="XB", names=("Georgia",))])
    assert known.code_of("Georgia") == "XB"


def test_a_code_given_twice_is_refused() -> None:
    one = StateEntry(code="XA", names=("Varenia",))
    with pytest.raises(RegestaError, match="twice"):
        States(StateRules(states=(one, one)))


def test_an_entry_without_a_name_or_with_a_long_code_is_refused() -> None:
    with pytest.raises(ValueError, match="names"):
        StateEntry(code="XA", names=())
    with pytest.raises(ValueError, match="code"):
        StateEntry(code="XAA", names=("Varenia",))
