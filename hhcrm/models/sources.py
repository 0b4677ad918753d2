"""Referral sources: what they are, where they stand, what each could send."""

from __future__ import annotations

from datetime import date, datetime, time

from sqlalchemy import Float, ForeignKey, Index, String, text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from hhcrm.domain.text import name_key, search_text
from hhcrm.domain.words import PotentialBasis, SourceStage, Tier
from hhcrm.models.base import DERIVED, NEVER_REUSED, Archivable, Base, Imported, Keyed, Sorted, words
from hhcrm.models.contacts import Affiliation
from hhcrm.models.lookups import SourceType


class ReferralSource(Keyed, Archivable, Imported, Base):
    """An organisation that can send patients.

    The derived columns follow from visits and referrals (`hhcrm.storage.derived`): `due_on` already lies on a working
    day; `stage_visits` counts since the source became prospective; `visits_since_advance` counts completed counting
    visits after the last advance. `see_on_until` is the visit at which a prospect is decided where somebody chose
    another one than its type's. `name_key` is the folded name for sorting, matching and short searches.
    """

    __tablename__ = "referral_source"
    __table_args__ = (
        Index("ix_referral_source_name", "name_key", "id"),
        Index("ix_referral_source_due", "due_on", "id"),
        Index("ix_referral_source_last_visit", "last_visit_on", "id"),
        Index("ix_referral_source_owner_due", "owner_id", "stage", "due_on"),
        Index("ix_referral_source_type", "type_id"),
        Index("ix_referral_source_zip", "zip"),
        Index("ix_referral_source_npi", "npi"),
        Index("ix_referral_source_ccn", "ccn"),
        Index("ix_referral_source_potential", "potential_per_month", "id"),
        NEVER_REUSED,
    )

    name: Mapped[str]
    type_id: Mapped[int] = mapped_column(ForeignKey("source_type.id"))
    parent_id: Mapped[int | None] = mapped_column(ForeignKey("referral_source.id"), index=True)
    stage: Mapped[SourceStage] = mapped_column(words(SourceStage))
    stage_since: Mapped[date]
    inactive_reason: Mapped[str | None]
    owner_id: Mapped[int | None] = mapped_column(ForeignKey("app_user.id"))
    territory_id: Mapped[int | None] = mapped_column(ForeignKey("territory.id"), index=True)
    territory_by_hand: Mapped[bool] = mapped_column(default=False)
    tier: Mapped[Tier | None] = mapped_column(words(Tier))
    tier_pinned: Mapped[bool] = mapped_column(default=False)
    cadence_days: Mapped[int | None]
    see_on_until: Mapped[int | None]
    potential_per_month: Mapped[float | None] = mapped_column(Float)
    potential_basis: Mapped[PotentialBasis] = mapped_column(words(PotentialBasis), default=PotentialBasis.UNKNOWN)
    potential_on: Mapped[date | None]
    providers: Mapped[int | None]
    beds: Mapped[int | None]
    residents: Mapped[float | None]
    address: Mapped[str | None]
    city: Mapped[str | None]
    state: Mapped[str | None] = mapped_column(String(2))
    zip: Mapped[str | None] = mapped_column(String(10))
    latitude: Mapped[float | None]
    longitude: Mapped[float | None]
    phone: Mapped[str | None]
    fax: Mapped[str | None]
    email: Mapped[str | None]
    website: Mapped[str | None]
    npi: Mapped[str | None] = mapped_column(String(10))
    ccn: Mapped[str | None] = mapped_column(String(10))
    tags: Mapped[str] = mapped_column(default="", server_default="")
    notes: Mapped[str | None]
    needs: Mapped[str | None]
    next_step: Mapped[str | None]
    relationship_felt: Mapped[int | None]
    preferred_weekdays: Mapped[str | None] = mapped_column(String(7))
    visit_minutes: Mapped[int | None]
    created_on: Mapped[date]

    name_key: Mapped[Sorted] = mapped_column(info=DERIVED)
    find_text: Mapped[str] = mapped_column(info=DERIVED, default="", server_default="")
    last_visit_on: Mapped[date | None] = mapped_column(info=DERIVED)
    stage_visits: Mapped[int] = mapped_column(info=DERIVED, default=0, server_default="0")
    visits_since_advance: Mapped[int] = mapped_column(info=DERIVED, default=0, server_default="0")
    due_on: Mapped[date | None] = mapped_column(info=DERIVED)
    first_referral_on: Mapped[date | None] = mapped_column(info=DERIVED)
    last_referral_on: Mapped[date | None] = mapped_column(info=DERIVED)

    type: Mapped[SourceType] = relationship()
    stages: Mapped[list[SourceStageChange]] = relationship(
        back_populates="source", cascade="all, delete-orphan", order_by="SourceStageChange.id"
    )
    provider_counts: Mapped[list[ProviderCount]] = relationship(cascade="all, delete-orphan")
    hours: Mapped[list[SourceHours]] = relationship(cascade="all, delete-orphan")
    affiliations: Mapped[list[Affiliation]] = relationship(back_populates="source")

    def fill_search_columns(self) -> None:
        """Recompute what searching and sorting by name rest on."""
        self.name_key = name_key(self.name)
        self.find_text = source_search_text(self)


def source_search_text(row: ReferralSource) -> str:
    """Everything about a source that a filter finds it by, folded."""
    return search_text(
        row.name, row.address, row.city, row.state, row.zip, row.phone, row.fax, row.email, row.website, row.npi,
        row.ccn, row.tags, row.notes, row.needs, row.next_step,
    )  # fmt: skip


class SourceStageChange(Keyed, Imported, Base):
    """One step in a source's life: which stage, from which day, who said so and why."""

    __tablename__ = "source_stage_change"

    source_id: Mapped[int] = mapped_column(ForeignKey("referral_source.id"), index=True)
    stage: Mapped[SourceStage] = mapped_column(words(SourceStage))
    on_day: Mapped[date]
    at: Mapped[datetime]
    by_name: Mapped[str]
    reason: Mapped[str | None]
    source: Mapped[ReferralSource] = relationship(back_populates="stages")


class ProviderCount(Keyed, Base):
    """How many providers of one type a practice has: the base of a counted potential."""

    __tablename__ = "provider_count"
    __table_args__ = (Index("ix_provider_count_source", "source_id"), NEVER_REUSED)

    source_id: Mapped[int] = mapped_column(ForeignKey("referral_source.id"))
    provider_type: Mapped[str] = mapped_column(String(60))
    providers: Mapped[int]


class SourceHours(Keyed, Base):
    """When a source can be visited: weekday 0 is Monday, wall times of the agency's zone."""

    __tablename__ = "source_hours"
    __table_args__ = (Index("ix_source_hours_source", "source_id"), NEVER_REUSED)

    source_id: Mapped[int] = mapped_column(ForeignKey("referral_source.id"))
    weekday: Mapped[int]
    opens: Mapped[time]
    closes: Mapped[time]


class Cohort(Keyed, Base):
    """The prospects that one liaison takes on in one month; `month` is its first day."""

    __tablename__ = "cohort"
    __table_args__ = (Index("uq_cohort_liaison_month", "liaison_id", "month", unique=True), NEVER_REUSED)

    liaison_id: Mapped[int] = mapped_column(ForeignKey("app_user.id"))
    month: Mapped[date]
    size: Mapped[int] = mapped_column(default=5, server_default="5")
    members: Mapped[list[CohortMember]] = relationship(back_populates="cohort", cascade="all, delete-orphan")


_OPEN = text("left_on IS NULL")
"""A source is in one cohort at a time. The migration says so to a server too; said here, each start would load the
server's dialect."""


class CohortMember(Keyed, Base):
    """A source's place in a cohort; `left_on` is set when it became active or was taken out, then with why."""

    __tablename__ = "cohort_member"
    __table_args__ = (
        Index("ix_cohort_member_source", "source_id"),
        Index("uq_cohort_member_open", "source_id", unique=True, sqlite_where=_OPEN),
        NEVER_REUSED,
    )

    cohort_id: Mapped[int] = mapped_column(ForeignKey("cohort.id"), index=True)
    source_id: Mapped[int] = mapped_column(ForeignKey("referral_source.id"))
    joined_on: Mapped[date]
    left_on: Mapped[date | None]
    left_why: Mapped[str | None]
    cohort: Mapped[Cohort] = relationship(back_populates="members")
