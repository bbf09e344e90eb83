"""Bringing a ledger file to this version's tables, in one transaction, with Alembic."""

from __future__ import annotations

from alembic import command
from alembic.config import Config
from sqlalchemy import Connection

from regesta.ledger import fetch_tables as _fetch_tables  # noqa: F401  and these
from regesta.ledger import finding_tables as _finding_tables  # noqa: F401  and these
from regesta.ledger import judgement_tables as _judgement_tables  # noqa: F401  tables of the same base
from regesta.ledger import link_tables as _link_tables  # noqa: F401  so are these
from regesta.ledger import relation_tables as _relation_tables  # noqa: F401  and these
from regesta.ledger import search_tables as _search_tables  # noqa: F401  and these
from regesta.ledger.schema import APPLICATION_ID, SCHEMA_VERSION
from regesta.ledger.search_fill import fill


def upgrade(connection: Connection) -> None:
    """Run every migration the ledger lacks, fill the index of words, and mark the file.

    The caller holds the transaction.
    """
    config = Config()
    config.set_main_option("script_location", "regesta.ledger:migrations")
    config.set_main_option("path_separator", "os")
    config.attributes["connection"] = connection
    command.upgrade(config, "head")
    fill(connection)
    if connection.dialect.name == "sqlite":
        connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.exec_driver_sql(f"PRAGMA user_version = {SCHEMA_VERSION}")
