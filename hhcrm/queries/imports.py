"""Import runs, and the mapping remembered for a file of a known shape."""

from __future__ import annotations

from sqlalchemy import Connection, select

from hhcrm.models.imports import ImportMapping, ImportRun
from hhcrm.queries.ground import table
from hhcrm.queries.read_models import RunLine

_run, _mapping = table(ImportRun).c, table(ImportMapping).c

_SHOWN = (
    _run.id, _run.kind, _run.file_name, _run.at, _run.by_name, _run.created, _run.updated, _run.unchanged, _run.refused,
    _run.undone_by_step_id.is_not(None),
)  # fmt: skip
"""The columns of `RunLine` in its order."""


def import_runs(connection: Connection, limit: int = 100) -> tuple[RunLine, ...]:
    """The newest import runs first."""
    rows = connection.execute(select(*_SHOWN).order_by(_run.id.desc()).limit(limit))
    return tuple(RunLine(*row) for row in rows)


def remembered_mapping(connection: Connection, kind: str, shape: str) -> str | None:
    """The mapping (TOML) that was used for the last file of this kind and shape of header, None for a new shape."""
    return connection.execute(
        select(_mapping.mapping).where(_mapping.kind == kind, _mapping.shape == shape)
    ).scalar_one_or_none()
