"""What one would otherwise write: a page of regular expressions over reporting verbs.

It splits at full stops, takes "<actor> <verb>" where both are on its lists, and files the verb
under one of the six groups. It knows no dates, meetings, commitments, headings or coreference.
`python -m benchmarks.baseline FILE …` prints statements as JSON Lines in the form of
docs/record-format.md, so that one scorer can judge both.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

VERBS = {
    "agree": r"agreed|decided|signed|concluded",
    "affirm": r"affirmed|reaffirmed|confirmed|reiterated",
    "share_view": r"shared the view|concurred|shared views",
    "pledge": r"promised|pledged|committed",
    "discuss": r"discussed|exchanged views|reviewed|talked|spoke about|touched upon",
    "welcome": r"welcomed|commended|praised|highly evaluated",
    "thank": r"thanked|expressed (?:\w+ )?(?:appreciation|gratitude)",
    "congratulate": r"congratulated",
    "express_concern": r"expressed (?:\w+ )?concern|raised concerns?|voiced concerns?",
    "condemn_or_regret": r"condemned|regretted|deplored",
    "reject": r"rejected|refused",
    "request": r"requested|asked",
    "urge": r"urged|encouraged|called on|called for|called upon",
    "propose": r"proposed|suggested",
    "invite": r"invited",
    "convey_position": r"stated|said|noted|emphasi[sz]ed|stressed|underscored|underlined|conveyed|pointed out"
    r"|highlighted",
    "explain": r"explained|outlined|described|briefed",
    "announce": r"announced|will (?:visit|hold|discuss|meet|attend|travel|take part)",
    "express_intention": r"expressed (?:\w+ )?(?:intention|hope|willingness|interest|expectation)"
    r"|looked forward to",
    "deliver": r"handed|delivered",
}
ACTOR = (
    r"(?:[Bb]oth|[Tt]he (?:two )?)(?: \w+)?(?:[Ss]ides|[Ll]eaders|[Mm]inisters|[Pp]arties|[Cc]ountries)"
    r"|They|He|She|We|It"
    r"|(?:(?:Prime |Foreign |Deputy |Vice )?(?:President|Minister|Secretary|Chancellor|Mr\.|Ms\.|Mrs\.) )?"
    r"[A-Z][\w’'-]+(?: [A-Z][\w’'-]+){0,3}"
)
FILLER = r"(?: (?:also|then|further|again|once again|strongly|both|has|have|had))*"
STATEMENT = re.compile(
    rf"(?P<actor>{ACTOR}){FILLER} (?:{'|'.join(f'(?P<{act}>{words})' for act, words in VERBS.items())})\b"
)
SENTENCE = re.compile(r"[^.\n]+(?:\.|$)", re.MULTILINE)


def statements(text: str) -> Iterator[dict[str, Any]]:
    """Yield what the patterns find in ``text``, one item a match, with the rest of its sentence."""
    for sentence in SENTENCE.finditer(text):
        for match in STATEMENT.finditer(sentence.group()):
            span = [sentence.start() + match.start(), sentence.end()]
            actors = [{"kind": "person", "name": match["actor"], "country": None}]
            words = text[slice(*span)]
            yield {"span": span, "quote": words, "act": match.lastgroup, "actors": actors, "topics": []}


def main(arguments: list[str]) -> int:
    """Print the statements of each file as one line of JSON."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.baseline", description="A page of patterns.")
    parser.add_argument("files", nargs="+", metavar="FILE", help="a text to read")
    for name in parser.parse_args(arguments).files:
        text = Path(name).read_bytes().decode("utf-8")
        found = list(statements(text))
        line = {"document": {"file": Path(name).name}, "statements": found, "meetings": [], "commitments": []}
        sys.stdout.write(json.dumps(line, ensure_ascii=False) + "\n")
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
