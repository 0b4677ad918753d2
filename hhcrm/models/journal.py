"""The journal: who did what under which label, each row before and after, chained by hashes."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import ForeignKey, Index, Integer, String
from sqlalchemy.orm import Mapped, mapped_column

from hhcrm.models.base import NEVER_REUSED, Base, Key


class JournalStep(Base):
    """One committed use case. Rows are only ever added.

    `kind` is do, undo, redo, import, import undo or note; `reverts_id` is the step that an undo or redo takes back.
    The name of the user is kept beside the id so that the trail outlives the account. `digest` covers the entries,
    `hash` covers this row, the digest and the hash of the step before (both SHA-256, hex).
    """

    __tablename__ = "journal_step"
    __table_args__ = (Index("ix_journal_step_user", "user_id", "id"), NEVER_REUSED)

    id: Mapped[Key]
    at: Mapped[datetime]
    user_id: Mapped[int | None] = mapped_column(Integer)
    user_name: Mapped[str]
    kind: Mapped[str] = mapped_column(String(12))
    label: Mapped[str]
    reverts_id: Mapped[int | None] = mapped_column(ForeignKey("journal_step.id"), index=True)
    rows: Mapped[int]
    digest: Mapped[str] = mapped_column(String(64))
    previous_hash: Mapped[str] = mapped_column(String(64))
    hash: Mapped[str] = mapped_column(String(64))


class JournalEntry(Base):
    """One row before and after, as canonical JSON; `before` is None for a new row, `after` for a deleted one."""

    __tablename__ = "journal_entry"
    __table_args__ = (
        Index("ix_journal_entry_row", "table_name", "row_id", "step_id"),
        NEVER_REUSED,
    )

    id: Mapped[Key]
    step_id: Mapped[int] = mapped_column(ForeignKey("journal_step.id"), index=True)
    table_name: Mapped[str] = mapped_column(String(60))
    row_id: Mapped[int] = mapped_column(Integer)
    before: Mapped[str | None]
    after: Mapped[str | None]
