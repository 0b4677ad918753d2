"""All tables at once, for whoever needs the whole metadata (storage, migrations, exports)."""

from __future__ import annotations

from typing import Any

from sqlalchemy import FromClause

from hhcrm.models import (
    approaches,
    capability,
    commitments,
    contacts,
    files,
    goals,
    imports,
    journal,
    lookups,
    pilots,
    referrals,
    settings,
    sources,
    users,
    visits,
)
from hhcrm.models.base import Base

metadata = Base.metadata
registry = Base.registry

__all__ = [
    "approaches", "capability", "commitments", "contacts", "files", "goals", "imports", "journal", "lookups",
    "mapped_class", "metadata", "pilots", "referrals", "registry", "settings", "sources", "users", "visits",
]  # fmt: skip


def mapped_class(table: FromClause) -> type[Any]:
    """The class whose rows stand in a table."""
    return next(mapper.class_ for mapper in registry.mappers if mapper.local_table is table)
