"""Commitments: what we promised a source, by when, and whether it was kept."""

from __future__ import annotations

from datetime import date

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from hhcrm.domain.text import search_text
from hhcrm.domain.words import CommitmentStatus
from hhcrm.models.base import DERIVED, NEVER_REUSED, Archivable, Base, Imported, Keyed, words


class Commitment(Keyed, Archivable, Imported, Base):
    """Something we promised a source. `closed_on` is when it was kept, broken or withdrawn; `why` if not kept."""

    __tablename__ = "commitment"
    __table_args__ = (
        Index("ix_commitment_source", "source_id", "due_on"),
        Index("ix_commitment_due", "status", "due_on"),
        NEVER_REUSED,
    )

    source_id: Mapped[int] = mapped_column(ForeignKey("referral_source.id"))
    contact_id: Mapped[int | None] = mapped_column(ForeignKey("contact.id"), index=True)
    visit_id: Mapped[int | None] = mapped_column(ForeignKey("visit.id"), index=True)
    referral_id: Mapped[int | None] = mapped_column(ForeignKey("referral.id"), index=True)
    owner_id: Mapped[int | None] = mapped_column(ForeignKey("app_user.id"), index=True)
    text: Mapped[str]
    made_on: Mapped[date]
    due_on: Mapped[date]
    status: Mapped[CommitmentStatus] = mapped_column(words(CommitmentStatus), default=CommitmentStatus.OPEN)
    closed_on: Mapped[date | None]
    why: Mapped[str | None]

    find_text: Mapped[str] = mapped_column(info=DERIVED, default="", server_default="")

    def fill_search_columns(self) -> None:
        """Recompute what searching rests on."""
        self.find_text = search_text(self.text, self.why)
