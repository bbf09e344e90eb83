"""List verbs of WordNet's classes that the verb table does not have yet, the most frequent first.

For developers; needs WordNet's files (Debian: ``apt-get install wordnet-base``). A verb that a
government can use of a side is then put into ``src/regesta/rules/data/verbs.yml`` by hand.

    python tools/verbs_from_wordnet.py [--files /usr/share/wordnet] [--class 32] [--least 1]
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from regesta.rules.inflect import forms
from regesta.rules.verbs import verb_rules

CLASSES = {31: "cognition", 32: "communication", 37: "emotion", 40: "possession", 41: "social"}


def listed() -> set[str]:
    """Return every lemma that the table has, as an act, a light verb or an event."""
    rules = verb_rules()
    groups = (verb for group in rules.groups for verb in group.verbs)
    lights = (verb for verbs in rules.light_verbs.values() for verb in verbs)
    lemmas = {*groups, *lights, *rules.events}
    return {base for lemma in lemmas for base in forms(lemma, rules.irregular)["base"]}


def members(data: Path) -> Iterator[tuple[int, str]]:
    """Yield the class and the lemma of every word of WordNet's ``data.verb``."""
    for line in data.read_text(encoding="ascii").splitlines():
        if not line.startswith("  "):
            fields = line.split()
            for at in range(int(fields[3], 16)):
                yield int(fields[1]), fields[4 + 2 * at].lower().replace("_", " ")


def counts(senses: Path) -> Counter[tuple[int, str]]:
    """Return how often WordNet's tagged texts use a verb in a class (``cntlist.rev``)."""
    found: Counter[tuple[int, str]] = Counter()
    for line in senses.read_text(encoding="ascii").splitlines():
        key, _, number = line.split()
        lemma, _, sense = key.partition("%")
        kind, lexicographer = sense.split(":")[:2]
        if kind == "2":
            found[int(lexicographer), lemma.replace("_", " ")] += int(number)
    return found


def main() -> None:
    """Print one line for each class: its number, its name and the verbs not yet listed."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--files", type=Path, default=Path("/usr/share/wordnet"))
    parser.add_argument("--class", dest="only", type=int, choices=sorted(CLASSES))
    parser.add_argument("--least", type=int, default=0, help="leave out verbs counted less often")
    args = parser.parse_args()
    known, often = listed(), counts(args.files / "cntlist.rev")
    for number, name in CLASSES.items():
        if args.only in (None, number):
            words = {word for kind, word in members(args.files / "data.verb") if kind == number}
            left = [w for w in words - known if often[number, w] >= args.least]
            print(number, name, len(left), ", ".join(sorted(left, key=lambda w: (-often[number, w], w))))


if __name__ == "__main__":
    main()
