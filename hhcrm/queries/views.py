"""Saved views of a place."""

from __future__ import annotations

import json

from sqlalchemy import Connection, or_, select

from hhcrm.domain.text import fold
from hhcrm.models.settings import SavedView
from hhcrm.queries.ground import table
from hhcrm.queries.read_models import SavedViewLine

_v = table(SavedView).c


def saved_views(connection: Connection, place: str, user_id: int | None) -> tuple[SavedViewLine, ...]:
    """Everybody's views of a place and the person's own, by name."""
    rows = connection.execute(
        select(_v.id, _v.name, _v.spec).where(_v.place == place, or_(_v.user_id.is_(None), _v.user_id == user_id))
    )
    lines = [SavedViewLine(key, name, json.loads(spec)) for key, name, spec in rows]
    return tuple(sorted(lines, key=lambda line: (fold(line.name), line.view_id)))
