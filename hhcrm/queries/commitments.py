"""What was promised to sources."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Connection, Select, bindparam, select

from hhcrm.domain.words import CommitmentStatus
from hhcrm.queries.ground import COMMITMENT, SOURCE, not_archived, s
from hhcrm.queries.read_models import CommitmentLine

_c = COMMITMENT.c

_SHOWN = (_c.id, _c.source_id, s.name, _c.text, _c.made_on, _c.due_on, _c.status, _c.version)
"""The columns of `CommitmentLine` in its order."""


def _of_source() -> Select[Any]:
    return (
        select(*_SHOWN)
        .join_from(COMMITMENT, SOURCE, _c.source_id == s.id)
        .where(_c.source_id == bindparam("source_id"), not_archived(COMMITMENT))
        .order_by(_c.due_on, _c.id)
    )


_ALL = _of_source()
_OPEN = _of_source().where(_c.status == CommitmentStatus.OPEN)


def commitments_of(connection: Connection, source_id: int) -> tuple[CommitmentLine, ...]:
    """Everything promised to a source, open or not, by the day it is due."""
    return tuple(CommitmentLine(*row) for row in connection.execute(_ALL, {"source_id": source_id}))


def open_commitments(connection: Connection, source_id: int) -> tuple[CommitmentLine, ...]:
    """What a source is still waiting for, by the day it is due."""
    return tuple(CommitmentLine(*row) for row in connection.execute(_OPEN, {"source_id": source_id}))
