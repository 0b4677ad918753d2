"""Attachments: files kept in the agency's folder under the hash of their content."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column

from hhcrm.models.base import NEVER_REUSED, Archivable, Base, Keyed


class Attachment(Keyed, Archivable, Base):
    """A file kept with a source: `sha256` (hex) names it in the attachments folder and proves it unchanged."""

    __tablename__ = "attachment"
    __table_args__ = (Index("ix_attachment_source", "source_id"), NEVER_REUSED)

    source_id: Mapped[int | None] = mapped_column(ForeignKey("referral_source.id"))
    name: Mapped[str]
    sha256: Mapped[str] = mapped_column(String(64))
    size: Mapped[int]
    added_at: Mapped[datetime]
    added_by: Mapped[str]
