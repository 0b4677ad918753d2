"""Alembic's environment: runs in the connection and transaction that `hhcrm.storage.upgrade` opened."""

from __future__ import annotations

from alembic import context

from hhcrm.models.all import metadata

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    render_as_batch=True,
    transactional_ddl=True,
)
context.run_migrations()
