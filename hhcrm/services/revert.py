"""Give one field of one row the value it had before a step (the History tab)."""

from __future__ import annotations

from typing import Any

from sqlalchemy import select

from hhcrm.domain.changes import ChangeSet
from hhcrm.domain.errors import NotFound, RuleBroken
from hhcrm.domain.words import VisitStatus
from hhcrm.models.all import metadata, registry
from hhcrm.models.journal import JournalEntry
from hhcrm.models.sources import ReferralSource
from hhcrm.models.visits import Visit
from hhcrm.services.commands import RevertField
from hhcrm.services.records import assign, fetch
from hhcrm.services.sources import check_parent
from hhcrm.storage.rowcodec import decode
from hhcrm.storage.work import Transaction, UnitOfWork

STAGE_FIELDS = frozenset({"stage", "stage_since", "inactive_reason"})
"""They change together, and each change of stage is kept with its day, person and reason."""


def revert_field(work: UnitOfWork, command: RevertField) -> ChangeSet:
    """Set a field back to what it was before a step.

    Raises NotFound when the journal does not know it, RuleBroken where the rules do not allow that value any more.
    """

    def revert(tx: Transaction) -> int | None:
        before = tx.session.scalar(
            select(JournalEntry.before).where(
                JournalEntry.step_id == command.step_id,
                JournalEntry.table_name == command.table,
                JournalEntry.row_id == command.row_id,
            )
        )
        table = metadata.tables.get(command.table)
        if before is None or table is None:
            raise NotFound("There is no earlier value to go back to.")
        old = decode(table, before)
        if command.field not in old:
            raise NotFound("There is no earlier value to go back to.")
        mapped: Any = next(m.class_ for m in registry.mappers if m.local_table is table)
        row = fetch(tx.session, mapped, command.row_id, "record")
        _check(tx, row, command.field, old[command.field])
        assign(row, {command.field: old[command.field]})
        return command.row_id

    return work.run(f"Revert {command.field.removesuffix('_id').replace('_', ' ')}", revert)


def _check(tx: Transaction, row: Any, field: str, old: Any) -> None:
    if isinstance(row, ReferralSource):
        if field in STAGE_FIELDS:
            raise RuleBroken("Change the stage instead, so that the change is kept with its day and reason.", field)
        if field == "parent_id":
            check_parent(tx.session, row, old)
    if isinstance(row, Visit) and field == "advance" and old is None and row.status == VisitStatus.COMPLETED:
        raise RuleBroken("A completed visit says what changed: edit the visit instead.", field)
