"""Import runs and the mappings remembered by the shape of a header."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column

from hhcrm.models.base import Base, Keyed


class ImportRun(Keyed, Base):
    """One import of one file: what it was, who ran it and what came of it."""

    __tablename__ = "import_run"

    kind: Mapped[str] = mapped_column(String(20))
    file_name: Mapped[str]
    file_sha256: Mapped[str] = mapped_column(String(64))
    at: Mapped[datetime]
    by_name: Mapped[str]
    mapping: Mapped[str]
    created: Mapped[int] = mapped_column(default=0)
    updated: Mapped[int] = mapped_column(default=0)
    unchanged: Mapped[int] = mapped_column(default=0)
    refused: Mapped[int] = mapped_column(default=0)
    step_id: Mapped[int | None] = mapped_column(ForeignKey("journal_step.id"))
    undone_by_step_id: Mapped[int | None] = mapped_column(ForeignKey("journal_step.id"))


class ImportMapping(Keyed, Base):
    """Which column goes where, remembered for the next file of the same shape; `mapping` is TOML."""

    __tablename__ = "import_mapping"

    kind: Mapped[str] = mapped_column(String(20))
    shape: Mapped[str] = mapped_column(String(64), unique=True)
    mapping: Mapped[str]
