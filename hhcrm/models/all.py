"""All tables at once, for whoever needs the whole metadata (storage, migrations, exports)."""

from __future__ import annotations

from hhcrm.models import (
    capability,
    commitments,
    contacts,
    files,
    imports,
    journal,
    lookups,
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
    "capability", "commitments", "contacts", "files", "imports", "journal", "lookups", "metadata", "referrals",
    "registry", "settings", "sources", "users", "visits",
]  # fmt: skip
