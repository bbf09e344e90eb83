"""Write the data dictionary, docs/tables.md, from the declaration of the tables.

python tools/tables.py           write it
python tools/tables.py --check   say whether it is what the tables are today
"""

from __future__ import annotations

import sys
from pathlib import Path

from regesta.export.csv_package import ESCAPED
from regesta.export.tables import TABLES, Table

PAGE = Path(__file__).resolve().parent.parent / "docs" / "tables.md"
HEAD = f"""# Tables

The data dictionary of [csv](exports.md#csv), [parquet](exports.md#parquet) and
[sqlite](exports.md#sqlite), and of the data frames of [Python](python.md). It is written by
`python tools/tables.py` from the declaration in `src/regesta/export/tables`, from which the forms are
written too.

Types: `string`, `integer`, `number`, `boolean`; `date` is a plain day (2017-03-20); `edtf` is a date as it
is known, after ISO 8601-2 level 1 (2017-03, 2017-03-20/2017-03-22, XXXX-12-02 where the year is not known);
beside it stand its first and last day, for sorting. `list` is a list of strings: in CSV and SQLite as JSON,
in Parquet as a list. `?` marks a column that may be empty: what is not known is left out and never guessed.

`start` and `end` count characters (Unicode code points) of the frozen text that `text_sha256` names and the
table `texts` holds; `quote` is the text between them. A key printed in *italics* is sure to lead to a row
only in an export that no filter narrows.

In CSV: {ESCAPED[0].lower()}{ESCAPED[1:]}
"""


def page() -> str:
    """Return the dictionary."""
    return "\n".join([HEAD, *map(_section, TABLES.values())])


def _section(table: Table) -> str:
    lines = [f"## {table.name}", "", table.about, ""]
    lines += [f"Key: {_names(table.primary)}. {_keys(table)}".rstrip(), "", "| column | type | meaning |"]
    lines += ["| --- | --- | --- |"]
    lines += [
        f"| `{one.name}` | {one.type}{'?' if one.empty else ''} | {one.about} |" for one in table.columns
    ]
    return "\n".join([*lines, ""])


def _keys(table: Table) -> str:
    told = []
    for key in table.keys:
        words = f"{_names(key.columns)} in [{key.table}](#{key.table})"
        told.append(f"*{words}*" if key.whole else words)
    return f"Leads to: {'; '.join(told)}." if told else ""


def _names(columns: tuple[str, ...]) -> str:
    return ", ".join(f"`{name}`" for name in columns)


def main(arguments: list[str]) -> int:
    """Write the page, or say whether it is as it should be."""
    if "--check" in arguments:
        same = PAGE.is_file() and PAGE.read_text("utf-8") == page()
        print(
            "docs/tables.md is as the tables are." if same else "docs/tables.md: run python tools/tables.py."
        )
        return 0 if same else 1
    PAGE.write_text(page(), encoding="utf-8")
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
