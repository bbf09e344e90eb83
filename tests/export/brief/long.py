"""Texts in which everything is long and there is much of it, for what has to fit all the same."""

from __future__ import annotations

from .make import Paper

_ABOUT = {
    "the ferry line": "the masters of all vessels, the pilots of Lunden Bay and the keepers of every light",
    "the power cable under the Gull Strait": "engineers of both grids, makers of copper wire and divers",
    "the question of the islands": "historians, keepers of old charts and the councils of four villages",
    "the visits to family graves": "the families of former islanders and the gardeners of the churchyards",
    "fisheries": "the owners of trawlers, the inspectors of nets and those who count the herring each autumn",
    "student exchanges": "the rectors of nine universities and the wardens of the student houses",
    "climate change": "observers of the weather, foresters of the uplands and the insurers of the towns",
    "disaster relief": "the fire brigades, the crews of the helicopters and the keepers of the grain stores",
    "counter-terrorism": "the customs officers, the guards of the airports and the two interior ministries",
    "cybersecurity": "the operators of telephone exchanges and the auditors of the central banks",
    "nuclear safety": "the inspectors of reactors, the hospitals and the carriers of spent fuel",
    "tourism": "the innkeepers of the lake district, the guides of the national parks and printers of maps",
}
_MONTHS = ("February", "April", "June", "August", "October", "December")
_TITLE = (
    "Comment by the Press Department of the Ministry of Foreign Affairs on the results of the talks between "
    "Foreign Minister Ada Quill of Arvenia and Foreign Minister Bo Tarn of Tolmark"
)


def long_papers(meetings: int = 6) -> list[Paper]:
    """Two accounts of each of some meetings, all of them long."""
    papers = []
    for number in range(meetings):
        month, day = _MONTHS[number], 3 + number
        for side, minutes in (("XA", 60), ("XB", 75)):
            text = _text(side, month, day, minutes + number, number)
            published = f"2031-{2 * number + 2:02}-{day + 1:02}"
            url = (
                f"https://mfa.{side.lower()}.example/press/releases/2031/{number}/on-the-results-of-the-talks"
            )
            papers.append(Paper(f"{side}-{number}.txt", text, side, published, url))
    return papers


def _text(side: str, month: str, day: int, minutes: int, number: int) -> str:
    ours, theirs = ("Quill", "Tarn") if side == "XA" else ("Tarn", "Quill")
    lead = (
        f"{_TITLE}\n\n"
        f"On {day} {month} 2031, Foreign Minister Ada Quill of Arvenia held a meeting with Foreign Minister "
        f"Bo Tarn of Tolmark in Port Selen for {minutes} minutes on the occasion of the Northern Lakes Forum "
        "of Ministers of the Coastal Regions.\n\n"
    )
    return lead + "\n\n".join(_paragraph(ours, theirs, about, number) for about in _ABOUT) + "\n"


def _paragraph(ours: str, theirs: str, about: str, number: int) -> str:
    acts = ("stressed the importance of", "expressed concern about", "welcomed the progress of")
    who, there = _ABOUT[about], "Tolmark" if theirs == "Tarn" else "Arvenia"
    return (
        f"Minister {ours} {acts[number % 3]} {about} in the {number + 2} districts of the north, as did "
        f"{who}. The two ministers agreed to finish a report on {about}, to be written with {who}, by the "
        f"end of {2032 + number}. Minister {ours} urged {there} to publish the findings on {about} that were "
        f"drawn up by {who}. He also spoke of the Sarn Islands, the Kestrel Islands and the Arvenian Sound."
    )
