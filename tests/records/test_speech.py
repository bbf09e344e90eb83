"""Which clauses report, whose they are, and which words belong to them."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.records.make import LEAD, read, said, statements, words

AHEAD = "Foreign Minister Wen Daro of Arvania will visit Brevonia on May 9."
AHEAD_TITLE = "Foreign Minister Daro to visit Brevonia"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Minister Daro stressed his support for Brevonia and the two sides discussed their fishing plans.",
         ["Daro convey_position", "XA+XB discuss"]),
        ("Arvania expressed solidarity with Brevonia and both ministers reaffirmed the strait charter.",
         ["XA affirm", "Daro+Stromsen affirm"]),
        ("Minister Stromsen praised the aid from Arvania and Minister Daro thanked her for it.",
         ["Stromsen welcome", "Daro thank"]),
        ("Minister Daro met with President Alda Rin and the two leaders discussed the ferry.",
         ["Daro+Rin discuss"]),
        ("Minister Daro underlined the ties between Arvania and Brevonia reached in 2019.",
         ["Daro convey_position"]),
        ("Minister Daro welcomed the plan of Brevonia and Corvia announced in May.", ["Daro welcome"]),
        ("Minister Daro noted that the work of Arvania and the two sides reflected trust.",
         ["Daro convey_position"]),
    ],
)  # fmt: skip
def test_a_second_subject_after_and_has_a_verb_of_its_own(text: str, expected: list[str]) -> None:
    assert said(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("When discussing the harbour congress, Arvania's readiness to help the fishers was confirmed.",
         ["Daro+Stromsen discuss", "XA affirm"]),
        ("The readiness of Brevonia to host the fair was reaffirmed.", ["XB affirm"]),
        ("During the talks, Brevonia’s concern about the drought was voiced.", ["XB express_concern"]),
        ("The sides' interest in a swift repair was stressed.", ["Daro+Stromsen share_view"]),
        ("Arvania’s readiness to take part was welcomed.", ["Daro+Stromsen welcome"]),
        ("While reviewing the quotas, the Brevonian side's willingness to share its data was stressed.",
         ["Daro+Stromsen discuss", "XB convey_position"]),
        ("Minister Daro noted that Brevonia’s readiness to help was confirmed.", ["Daro convey_position"]),
        ("Arvania’s proposal was confirmed.", ["Daro+Stromsen affirm"]),
        ("While discussing trade, it was noted that the ferry was late.", ["Daro+Stromsen share_view"]),
    ],
)  # fmt: skip
def test_an_attitude_that_was_confirmed_is_that_of_whoever_has_it(text: str, expected: list[str]) -> None:
    assert said(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Minister Stromsen, who expressed gratitude for the aid, said that the pier was open.",
         ["Stromsen thank", "Stromsen convey_position"]),
        ("Minister Daro received the envoy of Brevonia, Tor Halvek, who also urged patience.",
         ["Halvek urge"]),
        ("Minister Stromsen, who had voiced concern last year, said that the pier was open.",
         ["Stromsen convey_position"]),
        ("Minister Stromsen, who signed the treaty for Brevonia, said that it was good.",
         ["Stromsen convey_position"]),
        ("Officials who expressed concern about the pier were invited to the fair.", []),
    ],
)  # fmt: skip
def test_a_clause_with_who_between_commas_tells_what_somebody_said(text: str, expected: list[str]) -> None:
    assert said(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Brevonia, under the treaty, was obliged to mark the border.", ["XB pledge"]),
        ("By law, both sides are obligated to open the archive.", ["XA+XB agree"]),
        ("Brevonia was obliged to close the port after the storm.", []),
        ("Under the accord Minister Stromsen was obliged to leave.", []),
        ("Brevonia was obliged to the Arvanian crew for the rescue.", ["XB thank"]),
        ("Minister Stromsen was much obliged to the hosts.", ["Stromsen thank"]),
        ("The Brevonian side was obliged by the storm to delay the talks.", []),
        ("Minister Stromsen was obliged to him for the aid.", ["Stromsen thank"]),
    ],
)
def test_an_obligation_needs_a_side_and_a_ground_and_is_no_thanks(text: str, expected: list[str]) -> None:
    assert said(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Minister Daro stressed the value of the ferry and welcomed the pier.",
         ["Daro convey_position", "Daro welcome"]),
        ("While Minister Daro welcomed the pier, Minister Stromsen stressed patience.",
         ["Daro welcome", "Stromsen convey_position"]),
        ("Minister Daro thanked Minister Stromsen, stressing that the ferry is safe.",
         ["Daro thank", "Daro convey_position"]),
        ("Stressing that the ferry is safe, Minister Daro thanked Minister Stromsen.",
         ["Daro convey_position", "Daro thank"]),
        ("Minister Daro thanked Corvia, with Brevonia welcoming the pier.", ["Daro thank", "XB welcome"]),
        ("Both sides shared the view that the ferry is safe.", ["XA+XB share_view"]),
        ("The two ministers discussed the ferry.", ["Daro+Stromsen discuss"]),
        ("The group discussed the ferry.", ["Daro+Stromsen discuss"]),
        ("Questions of the ferry were also considered.", ["Daro+Stromsen discuss"]),
        ("Frank exchange of views on the ferry.", ["Daro+Stromsen discuss"]),
        ("We do not share the assessment of Brevonia.", ["XA reject"]),
        ("The talks highlighted Brevonia’s appreciation for the pier.", ["XB thank"]),
        ("As the statement said, the pier must be open.", ["Daro+Stromsen share_view"]),
        ("As the statement said, Brevonia welcomed the pier.", ["XB welcome"]),
        ("The ministers – Wen Daro and Edda Stromsen – welcomed the pier.", ["Daro+Stromsen welcome"]),
        ("Minister Daro – a friend of the pier – welcomed the ferry.", ["Daro welcome"]),
        ("He met the Speaker of Corvia. The Speaker welcomed the pier.", ["Corvia welcome"]),
        ("The delegations made a review of the agenda.", ["XA+XB discuss"]),
        ("It was agreed that the third session would be held in 2033.", ["Daro+Stromsen agree"]),
        ("It was agreed that the ferry would sail in 2019.", []),
        ("The ambassador of Brevonia was handed a note.", ["XA deliver"]),
        ("Minister Daro exchanged views on the ferry.", ["Daro+Stromsen discuss"]),
        ("Minister Daro exchanged views on the ferry with Brevonia.", ["Daro+XB discuss"]),
        ("The Joint Commission reviewed the ferry.", ["XA+XB discuss"]),
        ("Minister Daro on Tuesday evening welcomed the pier.", ["Daro welcome"]),
        ("Minister Daro began by congratulating Minister Stromsen on the pier.", ["Daro congratulate"]),
        ("Minister Daro expressed, on behalf of Arvania, his gratitude for the pier.", ["Daro thank"]),
        ("Minister Daro presented his plan, and Brevonia welcomed it.", ["Daro propose", "XB welcome"]),
        ("Minister Daro conveyed to His Excellency his congratulations on the pier.", ["Daro congratulate"]),
        ("Minister Daro extended to him an invitation to visit Port Sele.", ["Daro invite"]),
        ("The ministers considered the proposals of the pilots.", ["Daro+Stromsen discuss"]),
        ("The ministers considered the ferry to be safe.", ["Daro+Stromsen share_view"]),
        ("Minister Daro welcomed the pier and remains committed to it.", ["Daro welcome", "Daro affirm"]),
        ("They agreed the calm of the shoal must be kept.", ["Daro+Stromsen share_view"]),
        ("They agreed a plan and will meet again.", ["Daro+Stromsen agree"]),
        ("Minister Daro received a guest, during which they discussed the pier.", ["Daro+Stromsen discuss"]),
        ("Minister Daro recalled the talks during which they discussed the pier.", ["Daro convey_position"]),
        ("The meeting was opened by Minister Daro, in which both sides discussed fees.", ["XA+XB discuss"]),
        ("They adopted a text in which they praised fees.",
         ["Daro+Stromsen decide", "Daro+Stromsen welcome"]),
        ("Minister Daro discussed trade and ports with Minister Stromsen.", ["Daro+Stromsen discuss"]),
        ("Minister Daro discussed trade with Corvia.", ["Daro discuss"]),
        ("The ministers of Arvania and Brevonia Saturday called for calm.", ["Daro+Stromsen urge"]),
        ("The ministers met in Vell, said a statement by the ministry.", []),
        ("The pier is open, said the minister, who welcomed it.", ["Daro convey_position", "Daro welcome"]),
        ("Arvania and Brevonia should discuss the pier.", []),
        ("The two sides must agree on the pier.", []),
        ("The two sides focused, inter alia, on the pier.", ["XA+XB discuss"]),
        ("In a text announced later, Minister Daro said the pier is open.", ["Daro convey_position"]),
        ("“The pier is open,” emphasized Pol Varne, Director of the Port.", ["Varne convey_position"]),
        ("The contact dealt with the pier.", ["Daro+Stromsen discuss"]),
        ("She exchanged notes with Minister Stromsen on the pier.", ["Daro+Stromsen discuss"]),
        ("Minister Daro said that the port is safe and will keep the ferry.", ["Daro convey_position"]),
        ("The lamps were lit and the band played.", []),
        ("They spoke of ties between Corvia and Brevonia, and Minister Daro praised the pier.",
         ["Daro+Stromsen discuss", "Daro welcome"]),
    ],
)  # fmt: skip
def test_each_reporting_verb_gives_a_statement(text: str, expected: list[str]) -> None:
    assert said(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It was agreed that the ferry is safe.", ["Daro+Stromsen share_view"]),
        ("Particular attention was given to the ferry.", ["Daro+Stromsen discuss"]),
        ("The proposal was welcomed by Minister Stromsen.", ["Stromsen welcome"]),
        ("Minister Daro was briefed on the ferry.", ["XB inform"]),
        ("Minister Stromsen was invited to visit Port Sele.", ["XA invite"]),
        ("No proposals were discussed.", ["Daro+Stromsen not discuss"]),
        ("It was noted that the fees had not been discussed.", ["Daro+Stromsen not discuss"]),
        ("The delay was, however, noted with concern.", ["Daro+Stromsen express_concern"]),
        ("Mutual support for the pilots of the ferry was touched upon.", ["Daro+Stromsen discuss"]),
        ("The treaty was agreed upon in 2019.", []),
        ("The pier is welcomed.", []),
        ("Discussions were held on the ferry.", ["Daro+Stromsen discuss"]),
        ("The talks on the ferry were held in a warm atmosphere.", ["Daro+Stromsen discuss"]),
        ("The talks were held in a warm atmosphere.", []),
        ("Talks were held in Halden on 3 May.", []),
    ],
)
def test_a_passive_is_done_by_its_agent_the_other_side_or_everybody(text: str, expected: list[str]) -> None:
    assert said(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "A letter signed in haste was handed over.",
        "A letter, signed in haste, was handed over.",
        "A letter signed in haste, which lay on the table, was handed over.",
        "An agreement signed in haste, however good, was handed over.",
        "Signed in Lunden on 3 May, the agreement opens the ports.",
        "The agreement signed by the two ministers in 2019 was handed over.",
        "Documents signed in haste were exchanged.",
        "The agreements signed last year were not carried out.",
        "The letter that was signed in haste was handed over.",
    ],
)
def test_a_participle_of_a_paper_signs_nothing(text: str) -> None:
    assert said(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "An agreement on ports was signed in haste.",
        "An agreement on ports was signed, and a letter was handed over.",
        "A letter signed in haste was handed over, and an agreement on ports was signed.",
        "The two ministers signed an agreement on ports.",
        "The documents signed were a protocol on ports and a memorandum.",
        "The documents signed during the talks include a protocol on ports.",
    ],
)
def test_a_paper_that_is_signed_in_the_sentence_is(text: str) -> None:
    assert [one.split()[-1] for one in said(text)] == ["sign"]


@pytest.mark.parametrize(
    "text",
    [
        "Minister Daro conveyed to her his congratulations on the pier.",
        "Minister Daro conveyed to Her Excellency the greetings of the pilots.",
        "Minister Daro extended to Minister Stromsen an invitation to visit Port Sele.",
        "Minister Daro asked his Brevonian friends to be patient.",
    ],
)
def test_whoever_stands_between_verb_and_noun_is_addressed(text: str) -> None:
    (one,) = statements(text)
    assert one.addressee is not None
    assert one.addressee.country == "XB"


def test_whoever_is_told_is_the_one_addressed() -> None:
    (one,) = statements("Minister Daro was briefed on the ferry.")
    assert one.addressee is not None
    assert one.addressee.name == "Wen Daro"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The talks focused on the ferry.", ["Daro+Stromsen discuss"]),
        ("The declaration reaffirms the border treaty.", ["Daro+Stromsen affirm"]),
        ("An exchange of views on the ferry took place.", ["Daro+Stromsen discuss"]),
        ("There was broad agreement on the ferry.", ["Daro+Stromsen agree"]),
        ("The harbour focused on the ferry.", []),
        ("A parade took place.", []),
        ("The letter thanked the pilots.", []),
        ("The talks focused in 2019 on the ferry.", []),
    ],
)
def test_talks_and_texts_speak_for_everybody_in_the_room(text: str, expected: list[str]) -> None:
    assert said(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The ministers met to discuss the ferry.", ["Daro+Stromsen discuss"]),
        ("The ministers met and stressed patience to discuss the ferry.", ["Daro+Stromsen share_view"]),
        ("The ministers rested to discuss the ferry.", []),
    ],
)
def test_what_a_meeting_was_for_was_done(text: str, expected: list[str]) -> None:
    assert said(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Replying to questions, Minister Daro stressed patience.", ["Daro convey_position"]),
        ("The ministers agreed to calm the sea while welcoming ships.", ["Daro+Stromsen agree"]),
        ("Minister Daro thanked Brevonia, signing the book.", ["Daro thank"]),
        ("The ministers agreed to meet, supporting the ferry and aiming for calm.", ["Daro+Stromsen agree"]),
    ],
)
def test_participles_that_only_frame_or_paint_are_no_statements(text: str, expected: list[str]) -> None:
    assert said(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Minister Daro welcomed Minister Stromsen to Port Sele.",
        "Minister Daro held talks with Minister Stromsen.",
        "In Halden the ministers met.",
        "Minister Daro stressed in 2019 the value of the ferry.",
        "A spokesperson of the ministry said:",
        "Minister Daro and Minister Stromsen issued the following statement:",
        "There was a need for patience.",
        "Minister Daro, invited by Brevonia, is paying a visit to Halden.",
    ],
)
def test_receptions_meetings_and_the_past_are_no_statements(text: str) -> None:
    assert said(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("After the talks, the two ministers made several statements for the press and took questions.", []),
        ("Minister Daro and Minister Stromsen made press statements.", []),
        ("Minister Stromsen gave a statement to reporters in Halden.", []),
        ("The ministers made press statements and replied to journalists’ questions.", []),
        ("Minister Daro replied that the pier was open.", ["Daro convey_position"]),
        ("Minister Daro made a press statement on the drought.", ["Daro announce"]),
        ("Minister Daro made a statement to the press that the pier was open.", ["Daro announce"]),
        ("The ministers issued a press statement welcoming the pier.", ["Daro+Stromsen announce"]),
        ("Minister Daro made a statement on the drought.", ["Daro announce"]),
    ],
)
def test_a_statement_to_the_press_is_one_only_with_what_it_said(text: str, expected: list[str]) -> None:
    assert said(text) == expected


def test_praise_of_a_visit_is_one() -> None:
    assert said("Minister Daro welcomed the visit of Minister Stromsen.") == ["Daro welcome"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Minister Daro noted that the two sides had agreed to open the pier.", ["XA+XB agree"]),
        ("Minister Daro stressed that the two sides had agreed to open the pier.", ["Daro convey_position"]),
        ("The document said that the leaders had agreed to open a pier.", ["Daro+Stromsen agree"]),
        ("Minister Daro had a document which said that the two sides had agreed to meet.", ["XA+XB agree"]),
        ("Minister Daro said that the delay is regrettable.", ["Daro condemn_or_regret"]),
        ("Minister Daro said she is convinced that the pier is safe.", ["Daro convey_position"]),
        ("Minister Daro said she is grateful for the pier.", ["Daro thank"]),
        ("Minister Daro would like to thank Brevonia.", ["Daro thank"]),
        ("Minister Daro said that he welcomed the pier.", ["Daro welcome"]),
        ("Minister Daro said that he will welcome the pier.", ["Daro convey_position"]),
        ("Arvania is ready to open the pier, Minister Daro said.", ["Daro express_intention"]),
        ("In Arvania, there was agreement on the pier, Minister Daro said.", ["Daro convey_position"]),
        ("Minister Daro said the ferry is safe, adding that he is looking forward to it.",
         ["Daro convey_position", "Daro express_intention"]),
        ("Minister Daro noted that, after the storm, the two sides are sending letters.",
         ["Daro convey_position"]),
        ("The ministers noted that both states had old piers and affirmed that the ferry is safe.",
         ["Daro+Stromsen share_view", "Daro+Stromsen affirm"]),
        ("The ministers noted that the pact has grown and amply demonstrated its importance.",
         ["Daro+Stromsen share_view"]),
        ("As Minister Daro stressed, the ferry is safe and Brevonia welcomed it.",
         ["Daro convey_position", "XB welcome"]),
    ],
)  # fmt: skip
def test_a_verb_that_only_passes_on_gives_way(text: str, expected: list[str]) -> None:
    assert said(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Minister Daro discussed with Minister Stromsen the ferry.", ["Daro+Stromsen discuss"]),
        ("Minister Daro agreed with Brevonia that it is safe.", ["Daro+XB share_view"]),
        ("Minister Daro held talks with Minister Stromsen on the ferry.", ["Daro+Stromsen discuss"]),
        ("Minister Daro dined with Minister Stromsen and praised Halden.", ["Daro welcome"]),
        (
            "Minister Daro met with Minister Stromsen and exchanged views on the ferry.",
            ["Daro+Stromsen discuss"],
        ),
        ("Minister Daro held talks with Minister Stromsen, reviewing the ferry.", ["Daro+Stromsen discuss"]),
        (
            "Minister Daro and his Brevonian counterpart Edda Stromsen welcomed the pier.",
            ["Daro+Stromsen welcome"],
        ),
        ("Minister Daro shared the Minister’s view that the ferry is safe.", ["Daro share_view"]),
        ("Minister Daro met with Minister Stromsen and discussed the ferry.", ["Daro+Stromsen discuss"]),
        ("Minister Daro toured the port and discussed the ferry.", ["Daro discuss"]),
        (
            "Minister Daro and Mr. Ote Ruun of Arvania met with Minister Stromsen and discussed the ferry.",
            ["Daro+Ruun+Stromsen discuss"],
        ),
    ],
)
def test_whoever_stands_behind_with_acts_too(text: str, expected: list[str]) -> None:
    assert said(text) == expected


def test_it_is_the_state_last_spoken_of() -> None:
    assert said("Brevonia welcomed the pier. It also expressed concern about the ferry.") == [
        "XB welcome",
        "XB express_concern",
    ]
    assert said("The pier is new. It expressed concern about the ferry.") == []


# -- words ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("In Halden, Minister Daro welcomed the pier and also stressed patience.",
         ["In Halden, Minister Daro welcomed the pier", "stressed patience."]),
        ("Minister Daro welcomed and supported the pier.",
         ["Minister Daro welcomed and supported the pier."] * 2),
        ("The pier is long, Minister Daro said.", ["The pier is long, Minister Daro said."]),
        ("As Minister Daro said, the pier is long.", ["As Minister Daro said, the pier is long."]),
        ("Minister Daro, noting the storm, proposed that the two states meet.",
         ["noting the storm", "proposed that the two states meet."]),
        ("Minister Daro thanked Brevonia, while stressing patience.",
         ["Minister Daro thanked Brevonia", "while stressing patience."]),
    ],
)  # fmt: skip
def test_the_words_of_a_sentence_are_shared_out(text: str, expected: list[str]) -> None:
    assert words(text) == expected


# -- the publisher's own voice --------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("She will open a school.", ["XA announce"]),
        ("The Minister plans to see the port.", ["XA announce"]),
        ("The programme includes a tour of the port.", ["XA announce"]),
        ("The visit will strengthen the friendship of the two states.", ["XA convey_position"]),
        ("The visit will begin in Halden.", ["XA announce"]),
        ("It is expected that the ferry will be talked about.", ["XA announce"]),
        ("The visit will advance the friendship of the two states.", ["XA convey_position"]),
        ("The participants will strengthen their ties.", ["XA announce"]),
        ("All participants of the fair will strengthen ties.", ["XA announce"]),
        ("She will tour Halden, where she will open a school.", ["XA announce", "XA announce"]),
    ],
)
def test_an_announcement_announces(text: str, expected: list[str]) -> None:
    assert said(text, AHEAD, title=AHEAD_TITLE) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Brevonia will send a team of divers.", ["XB pledge"]),
        ("The two sides will open a pier.", ["XA+XB agree"]),
        ("Minister Daro will visit Halden.", []),
    ],
)
def test_in_a_readout_the_future_of_a_side_is_an_undertaking(text: str, expected: list[str]) -> None:
    assert said(text) == expected


def test_what_is_judged_in_a_joint_text_is_judged_by_all() -> None:
    assert said("We thanked Corvia. The attack on the pier is unacceptable.", title="Joint Statement") == [
        "Daro+Stromsen thank",
        "Daro+Stromsen condemn_or_regret",
    ]


def test_a_publisher_who_speaks_as_we_means_what_it_says() -> None:
    text = (
        "We note the decision of Brevonia. The shoals are a home of seals.\n\n"
        "We will protect them. The seals were many. We expect restraint. "
        "Work on a lighthouse is under way."
    )
    assert said(text, "", title="Statement on the shoals") == [
        "XA convey_position",
        "XA convey_position",
        "XA express_intention",
        "XA convey_position",
        "XA inform",
    ]


def test_what_was_is_no_assertion_of_such_a_publisher() -> None:
    text = "We note the storm. We expect calm. The seals were many and the shoal is long."
    assert said(text, "", title="Statement on the shoals") == ["XA convey_position", "XA convey_position"]


def test_in_a_joint_statement_we_are_both() -> None:
    assert said("We agreed to open a pier.", title="Joint Statement of Arvania and Brevonia") == [
        "Daro+Stromsen agree"
    ]


def test_in_a_joint_statement_each_side_undertakes_for_itself() -> None:
    text = "We met today. We agreed to open a pier.\n\nWe are friends.\n\nBrevonia will also lend two boats."
    assert said(text, "", title="Joint Statement of Arvania and Brevonia")[-1] == "XB pledge"


def test_in_a_readout_without_i_we_are_the_publisher() -> None:
    assert said("We welcome the pier.") == ["XA welcome"]


def test_a_statement_of_one_side_that_tells_of_no_meeting_speaks_for_that_side_alone() -> None:
    text = "The raid on the pier of Brevonia goes on. It was emphasised that the ferry must be safe."
    assert said(text, lead="", title="Statement on the pier of Brevonia")[-1] == "XA convey_position"
    assert said("It was emphasised that the ferry must be safe.") == ["Daro+Stromsen share_view"]


# -- properties -----------------------------------------------------------------------------------

PIECES = st.sampled_from(
    ["Minister Daro", "Brevonia", "the two sides", "she", "they", "welcomed", "agreed that", "will", "to",
     "discuss", "the pier", "and", ",", ".", "as", "(", ")", "while", "stressing", "by", "had", "not", "“",
     "”", "with", "in 2019", ":", "\n\n", "- ", "it", "was", "\u200f", "\x07"]
)  # fmt: skip


@settings(max_examples=60, deadline=None)
@given(st.lists(PIECES, max_size=25).map(" ".join))
def test_any_order_of_words_is_read_and_every_quote_stands_in_the_text(text: str) -> None:
    whole = f"{LEAD}\n\n{text}"
    one, two = read(whole), read(whole)
    assert one.records == two.records
    for statement in one.records.statements:
        assert 0 <= statement.span.start < statement.span.end <= len(one.page.text)
        assert statement.span.contains(statement.verb_span)
        assert statement.content is None or statement.span.contains(statement.content)
        assert statement.actors
        assert 0 < statement.confidence <= 1


# -- bodies of a state ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Cabinet has decided to send divers to Brevonia.", ["XA decide"]),
        ("The Ministry of Ports of Arvania has decided to open a pier.", ["XA decide"]),
        ("The Department of Ports undertook to publish the lists.", ["XA pledge"]),
        ("The Brevonian Parliament will ratify the treaty by June 30.", ["XB pledge"]),
        ("My Government will send divers in June.", ["XA pledge"]),
    ],
)
def test_a_body_decides_and_undertakes_for_its_state(text: str, expected: list[str]) -> None:
    assert said(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Parliament approved the treaty.",
        "Parliament should ratify the treaty in June.",
        "The Ministry will benefit from the plan.",
        "The Department of Ports will discuss the plan.",
        "The river bank will hold the pier.",
        "The review of the Department will open the pier.",
        "The commission of Arvania and Brevonia will build a pier.",
    ],
)
def test_what_happens_to_a_body_or_to_nobodys_is_not_said(text: str) -> None:
    assert said(text) == []
