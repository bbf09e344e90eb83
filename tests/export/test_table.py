"""Lists as JSON, a line a row."""

from __future__ import annotations

import json

from regesta.export.table import Column, json_lines, objects

COLUMNS = (Column("name", lambda row: row), Column("letters", list))


def test_a_streamed_list_is_the_list() -> None:
    for rows in ([], ["Arvenia"], ["Arvenia", "Tolmark “1”\n"]):
        assert json.loads("".join(json_lines(rows, COLUMNS))) == objects(rows, COLUMNS)
    assert len(list(json_lines(["a", "b"], COLUMNS))) == 3
