"""The tables of the full-text index.

``sentences`` has a row for each sentence of each document. Its id says the day on which the sentence
is filed (``regesta.ledger.search.DAY``), so that hits stand in order of date without sorting. ``facets``
are numbers of rows of ``search_facets``, parted by blanks. The words themselves are indexed in
``sentence_words``, a table of SQLite's FTS5 that is keyed by the same id and holds no text of its own: a
quote is cut out of the frozen text. Its second column holds the facets, so that what narrows a search
is found in the index too.
"""

from __future__ import annotations

from sqlalchemy import BigInteger, Index, Integer, String
from sqlalchemy.orm import Mapped, mapped_column

from regesta.ledger.schema import Base

TOKENIZER = "unicode61 remove_diacritics 2"
MAKE_WORDS = (
    f"CREATE VIRTUAL TABLE sentence_words USING fts5(words, facets, content='', tokenize='{TOKENIZER}')"
)
INDEX_TABLES = "sentence_words"
"""What the names of the tables begin with that FTS5 makes by itself."""


class SentenceTable(Base):
    """One sentence of a document, superseded versions too. ``fate`` is how it ended (accounts)."""

    __tablename__ = "sentences"
    id: Mapped[int] = mapped_column(BigInteger().with_variant(Integer, "sqlite"), primary_key=True)
    document_id: Mapped[str] = mapped_column(String(40), index=True)
    span_start: Mapped[int]
    span_end: Mapped[int]
    fate: Mapped[str]
    facets: Mapped[str]


class SearchFacetTable(Base):
    """What sentences can be found by beside their words. ``label`` is the value as first written."""

    __tablename__ = "search_facets"
    id: Mapped[int] = mapped_column(primary_key=True)
    facet: Mapped[str] = mapped_column(String(16))
    value: Mapped[str]
    label: Mapped[str]
    __table_args__ = (Index(None, "facet", "value", unique=True),)
