"""Approaches: what the agency does differently from a day on, and the journal of what was learned."""

from __future__ import annotations

from datetime import date

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column, relationship

from hhcrm.models.base import NEVER_REUSED, Archivable, Base, Keyed


class Approach(Keyed, Archivable, Base):
    """A change in the way of working from `starts_on` on, to `ends_on` where it ended, both included.

    It is about the referrals and visits that all of the given say: a liaison, a team, a territory, a type of source, a
    kind of visit, a material, or the sources named in `sources`; with none of them it is about everybody. `measures`
    are the keys of the measures it is judged by, in their order, separated by blanks.
    """

    __tablename__ = "approach"
    __table_args__ = (Index("ix_approach_starts_on", "starts_on"), NEVER_REUSED)

    name: Mapped[str]
    what: Mapped[str | None]
    starts_on: Mapped[date]
    ends_on: Mapped[date | None]
    liaison_id: Mapped[int | None] = mapped_column(ForeignKey("app_user.id"), index=True)
    team_id: Mapped[int | None] = mapped_column(ForeignKey("team.id"), index=True)
    territory_id: Mapped[int | None] = mapped_column(ForeignKey("territory.id"), index=True)
    type_id: Mapped[int | None] = mapped_column(ForeignKey("source_type.id"), index=True)
    kind_id: Mapped[int | None] = mapped_column(ForeignKey("visit_kind.id"), index=True)
    material_id: Mapped[int | None] = mapped_column(ForeignKey("material.id"), index=True)
    measures: Mapped[str] = mapped_column(default="", server_default="")

    sources: Mapped[list[ApproachSource]] = relationship(
        back_populates="approach", cascade="all, delete-orphan", order_by="ApproachSource.id"
    )


class ApproachSource(Keyed, Base):
    """A source that an approach is about."""

    __tablename__ = "approach_source"
    __table_args__ = (Index("uq_approach_source", "approach_id", "source_id", unique=True), NEVER_REUSED)

    approach_id: Mapped[int] = mapped_column(ForeignKey("approach.id"))
    source_id: Mapped[int] = mapped_column(ForeignKey("referral_source.id"), index=True)
    approach: Mapped[Approach] = relationship(back_populates="sources")


class ApproachNote(Keyed, Archivable, Base):
    """What was learned: of an approach, or of none. By whom and of which day."""

    __tablename__ = "approach_note"
    __table_args__ = (Index("ix_approach_note_on_day", "on_day"), NEVER_REUSED)

    approach_id: Mapped[int | None] = mapped_column(ForeignKey("approach.id"), index=True)
    on_day: Mapped[date]
    by_name: Mapped[str]
    text: Mapped[str]
