"""What the list of persons prints of each."""

from __future__ import annotations

from regesta.export.columns import offices
from regesta.export.table import Column

LINES = (
    Column("id", lambda line: line.id),
    Column("name", lambda line: line.name),
    Column("country", lambda line: line.country),
    Column("offices", offices),
    Column("documents", lambda line: line.documents),
    Column("others", lambda line: list(line.others)),
    Column("document", lambda line: line.place.document),
    Column("start", lambda line: line.place.span.start),
    Column("end", lambda line: line.place.span.end),
    Column("quote", lambda line: line.place.quote),
    Column("citation", lambda line: line.citation),
)
