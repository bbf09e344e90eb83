"""Make ``src/regesta/rules/data/date_orders.yml`` from CLDR (developer's tool, not shipped).

Needs ``babel``. Run: ``python tools/date_orders.py``. A country's order is that of CLDR's short
date in English, where CLDR has English as written there, and in each of its official languages.
Where these differ the country is left out, and its ambiguous dates are declined.
"""

from __future__ import annotations

import pathlib
import re
import textwrap
from contextlib import suppress

from babel import Locale, UnknownLocaleError, __version__
from babel.core import get_global
from babel.languages import get_official_languages
from babel.localedata import locale_identifiers

FILE = pathlib.Path(__file__).parent.parent / "src/regesta/rules/data/date_orders.yml"
NO_STATE = {"AC", "AQ", "BV", "CP", "CQ", "DG", "EA", "EU", "HM", "IC", "TA", "TF", "UN", "ZZ"}
HEAD = f"""\
# In which order a publisher writes day (d), month (m) and year (y) in dates of figures alone. Read by
# regesta.rules.calendars, used by regesta.mentions.times. Made by tools/date_orders.py from CLDR (Babel
# {__version__}): a country stands here if English as written there and all of its official languages agree;
# one that does not is not guessed at. The European Union and the United Nations prescribe their own order in
# their style guides (Interinstitutional style guide; United Nations Editorial Manual).
"""
OWN = {"EU": "dmy", "UN": "dmy"}


def order(locale: Locale) -> str:
    """Return the order of day, month and year in the short date of a locale."""
    pattern = re.sub(r"'[^']*'", "", locale.date_formats["short"].pattern).lower()
    return "".join(sorted("dmy", key=pattern.find))


def locale_of(language: str, country: str) -> Locale | None:
    """Return a language as CLDR has it in a country, or as it has it anywhere; None if it has it nowhere."""
    for name in (f"{language}_{country}", language):
        with suppress(UnknownLocaleError):
            return Locale.parse(name)
    return None


def orders(country: str) -> set[str]:
    """Return the orders of all locales by which CLDR knows a country."""
    languages = set(get_official_languages(country, regional=False, de_facto=True))
    if f"en_{country}" in locale_identifiers():
        languages.add("en")
    found = {locale_of(language, country) for language in languages}
    return {order(locale) for locale in found if locale is not None}


def main() -> None:
    """Write the file."""
    codes = {code for code in get_global("territory_languages") if len(code) == 2 and code.isalpha()}
    agreed = {code: found for code in codes - NO_STATE if len(found := orders(code)) == 1}
    table = {code: next(iter(found)) for code, found in agreed.items()} | OWN
    lines = [HEAD]
    for name in ("dmy", "mdy", "ymd"):
        listed = ", ".join(
            f'"{code}"' if code == "NO" else code for code in sorted(table) if table[code] == name
        )
        lines.append(textwrap.fill(f"{name}: [{listed}]", 118, subsequent_indent="  ") + "\n")
    FILE.write_text("".join(lines), encoding="utf-8")


if __name__ == "__main__":
    main()
