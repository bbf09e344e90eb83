"""Alembic's way in: runs the migrations on the connection that ``upgrade`` hands over."""

from __future__ import annotations

from alembic import context

from regesta.ledger.schema import Base

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=Base.metadata,
    transactional_ddl=True,
    render_as_batch=True,
)
with context.begin_transaction():
    context.run_migrations()
