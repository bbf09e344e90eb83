"""Compare ``states.yml`` with ISO 3166 (pycountry) and CLDR (Babel), and print what differs.

A developer's tool, not shipped. It decides nothing: each line is to be judged by a person, and
the file stays as checked by hand. Needs ``pycountry``, ``babel`` and ``pyyaml``.
"""

from __future__ import annotations

import pathlib

import pycountry
import yaml
from babel import Locale

STATES = pathlib.Path(__file__).parent.parent / "src/regesta/rules/data/states.yml"
LEFT_OUT = {"AQ", "BV", "HM", "TF", "UM"}
ADDED = {"XK", "EU", "UN"}
ARTICLES = ("the ", "The ")


def bare(name: str) -> str:
    """Return ``name`` without its article and with plain apostrophes."""
    name = name.replace("’", "'")
    return name[4:] if name.startswith(ARTICLES) else name


def main() -> None:
    """Print codes and names that only one side has."""
    entries = {entry["code"]: entry for entry in yaml.safe_load(STATES.read_text(encoding="utf-8"))["states"]}
    iso = {country.alpha_2: country for country in pycountry.countries}
    print("codes only in ISO:", sorted(set(iso) - set(entries) - LEFT_OUT))
    print("codes only here:", sorted(set(entries) - set(iso) - ADDED))
    territories = Locale("en").territories
    for code, country in sorted(iso.items()):
        if code not in entries:
            continue
        lists = ("names", "official", "abbreviations")
        known = {bare(name) for key in lists for name in entries[code].get(key, ())}
        theirs = {getattr(country, key, None) for key in ("name", "common_name", "official_name")}
        theirs.add(territories.get(code))
        missing = {bare(name) for name in theirs if name} - known
        if missing:
            print(code, entries[code]["names"][0], "| not here:", "; ".join(sorted(missing)))


if __name__ == "__main__":
    main()
