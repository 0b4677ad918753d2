"""Pilots: a time-boxed promise to one source with standards that its referrals are measured by."""

from __future__ import annotations

from datetime import date

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column, relationship

from hhcrm.domain.words import Comparison, Measure, PilotStatus
from hhcrm.models.base import NEVER_REUSED, Archivable, Base, Keyed, words


class Pilot(Keyed, Archivable, Base):
    """A promise to one source from `starts_on` to `ends_on`, both included.

    It is about the source's referrals of these days that fit: of the line and the payer, where they are given, and from
    the ZIP codes in `zips` (separated by blanks; none means everywhere). `result` and `next_step` are said at its end.
    """

    __tablename__ = "pilot"
    __table_args__ = (Index("ix_pilot_source", "source_id", "starts_on"), NEVER_REUSED)

    source_id: Mapped[int] = mapped_column(ForeignKey("referral_source.id"))
    owner_id: Mapped[int | None] = mapped_column(ForeignKey("app_user.id"), index=True)
    contact_id: Mapped[int | None] = mapped_column(ForeignKey("contact.id"), index=True)
    name: Mapped[str]
    service_line_id: Mapped[int | None] = mapped_column(ForeignKey("service_line.id"))
    payer_id: Mapped[int | None] = mapped_column(ForeignKey("payer.id"))
    zips: Mapped[str] = mapped_column(default="", server_default="")
    proposed_on: Mapped[date]
    starts_on: Mapped[date]
    ends_on: Mapped[date]
    status: Mapped[PilotStatus] = mapped_column(words(PilotStatus), default=PilotStatus.PROPOSED)
    promise: Mapped[str | None]
    result: Mapped[str | None]
    next_step: Mapped[str | None]

    standards: Mapped[list[PilotStandard]] = relationship(
        back_populates="pilot", cascade="all, delete-orphan", order_by="PilotStandard.position"
    )


class PilotStandard(Keyed, Base):
    """One standard of a pilot: a measure, a comparison and a target.

    `target` is in the measure's unit: a number, hours, or per cent. `within_hours` belongs to the measures that ask how
    many were decided or started within so many hours.
    """

    __tablename__ = "pilot_standard"
    __table_args__ = (Index("ix_pilot_standard", "pilot_id", "position"), NEVER_REUSED)

    pilot_id: Mapped[int] = mapped_column(ForeignKey("pilot.id"))
    position: Mapped[int] = mapped_column(default=0, server_default="0")
    measure: Mapped[Measure] = mapped_column(words(Measure))
    comparison: Mapped[Comparison] = mapped_column(words(Comparison))
    target: Mapped[float]
    within_hours: Mapped[float | None]
    pilot: Mapped[Pilot] = relationship(back_populates="standards")
