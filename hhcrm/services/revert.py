"""Give one field of one row the value it had before a step (the History tab)."""

from __future__ import annotations

from typing import Any

from sqlalchemy import select

from hhcrm.domain.changes import ChangeSet
from hhcrm.domain.errors import NotFound, RuleBroken
from hhcrm.domain.reverting import why_not
from hhcrm.domain.wording import translate
from hhcrm.models.all import mapped_class, metadata
from hhcrm.models.journal import JournalEntry
from hhcrm.models.referrals import Referral
from hhcrm.models.sources import ReferralSource
from hhcrm.services.commands import RevertField
from hhcrm.services.records import assign, fetch
from hhcrm.services.referrals import follow_revert
from hhcrm.services.sources import check_parent
from hhcrm.storage.rowcodec import decode
from hhcrm.storage.work import Transaction, UnitOfWork


def revert_field(work: UnitOfWork, command: RevertField) -> ChangeSet:
    """Set a field back to what it was before a step.

    Raises NotFound when the journal does not know it, RuleBroken where the rules do not allow that value any more,
    Conflict when the row is no longer as it was read.
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
            raise NotFound(translate("services", "There is no earlier value to go back to."))
        old = decode(table, before)
        if command.field not in old:
            raise NotFound(translate("services", "There is no earlier value to go back to."))
        mapped = mapped_class(table)
        row = fetch(tx.session, mapped, command.row_id, "record", command.version)
        _check(tx, row, command.field, old[command.field])
        assign(row, {command.field: old[command.field]})
        if isinstance(row, Referral):
            follow_revert(tx, row, command.field)
        return command.row_id

    return work.run(f"Revert {command.field.removesuffix('_id').replace('_', ' ')}", revert)


def _check(tx: Transaction, row: Any, field: str, old: Any) -> None:
    now = {column.key: getattr(row, column.key) for column in row.__table__.columns}
    refused = why_not(row.__table__.name, field, old, now)
    if refused is not None:
        raise RuleBroken(refused, field)
    if isinstance(row, ReferralSource) and field == "parent_id":
        check_parent(tx.session, row, old)
