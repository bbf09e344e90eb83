"""Make ``src/regesta/rules/data/alpha3.yml`` from CLDR (developer's tool, not shipped).

Needs ``babel``. Run: ``python tools/alpha3.py``. CLDR lists the three-letter codes of ISO 3166 as aliases of
those with two letters. Where one has several (a state has changed its name) the code in force is named here.
"""

from __future__ import annotations

import pathlib
import textwrap
from collections import defaultdict

from babel import __version__
from babel.core import get_global

from regesta.rules.states import states

FILE = pathlib.Path(__file__).parent.parent / "src/regesta/rules/data/alpha3.yml"
HEAD = f"""\
# The codes of three letters that ISO 3166 has for those of two. Read by regesta.rules.alpha3, used by exports
# whose readers take them. Made by tools/alpha3.py from the territory aliases of CLDR (Babel {__version__}),
# which are under the Unicode License v3; only the codes that states.yml knows.
"""
_PRIVATE = "QX"  # CLDR's own codes begin so, and ISO has only QAT of these
IN_FORCE = {"QA": "QAT", "CD": "COD", "DE": "DEU", "FR": "FRA", "MM": "MMR", "TL": "TLS", "YE": "YEM"}


def codes() -> dict[str, str]:
    """Return the code of three letters for each of two that the rules know."""
    found: dict[str, set[str]] = defaultdict(set)
    for alias, meant in get_global("territory_aliases").items():
        if len(alias) == 3 and alias.isalpha() and len(meant) == 1 and alias[0] not in _PRIVATE:
            found[meant[0]].add(alias)
    known = {entry.code for entry in states()}
    return {code: IN_FORCE.get(code) or min(found[code]) for code in sorted(known & {*found, *IN_FORCE})}


def main() -> None:
    """Write the file."""
    pairs = [f"{_key(two)}:\xa0{three}" for two, three in codes().items()]
    body = textwrap.fill(f"codes:\xa0{{{', '.join(pairs)}}}", width=110, subsequent_indent="  ")
    FILE.write_text(HEAD + body.replace("\xa0", " ") + "\n", "utf-8")


def _key(code: str) -> str:
    """Return a code as a key of YAML, which takes NO for a truth value."""
    return f'"{code}"' if code == "NO" else code


if __name__ == "__main__":
    main()
