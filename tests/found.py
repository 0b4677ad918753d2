"""What a typed text finds, for tests of whatever keeps the search right."""

from __future__ import annotations

from sqlalchemy import Connection, select

from hhcrm.models.sources import ReferralSource
from hhcrm.storage.engine import is_sqlite
from hhcrm.storage.search import typed_conditions, typed_shape, typed_values


def sources_found(connection: Connection, typed: str) -> list[int]:
    """Ids of the sources that a typed text finds, in order."""
    sqlite, source = is_sqlite(connection), ReferralSource.__table__.c
    statement = select(source.id).where(*typed_conditions(typed_shape(typed), sqlite)).order_by(source.id)
    return list(connection.execute(statement, typed_values(typed, sqlite)).scalars())
