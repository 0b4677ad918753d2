"""What the agency can take: payers by service line, ZIP codes served, capacity by discipline."""

from __future__ import annotations

from datetime import date, datetime

from sqlalchemy import ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column

from hhcrm.domain.words import CapacityState, PolicyKind
from hhcrm.models.base import NEVER_REUSED, Base, Keyed, words


class PayerAcceptance(Keyed, Base):
    """Whether a payer is accepted for a service line from a day on; `alternative` says who takes it if we do not."""

    __tablename__ = "payer_acceptance"
    __table_args__ = (
        Index("uq_payer_acceptance", "service_line_id", "payer_id", "from_on", unique=True),
        NEVER_REUSED,
    )

    service_line_id: Mapped[int] = mapped_column(ForeignKey("service_line.id"))
    payer_id: Mapped[int] = mapped_column(ForeignKey("payer.id"), index=True)
    accepted: Mapped[bool]
    from_on: Mapped[date]
    alternative: Mapped[str | None]


class ServedZip(Keyed, Base):
    """A ZIP code that the agency serves, for one service line or (none given) for all."""

    __tablename__ = "served_zip"
    __table_args__ = (Index("ix_served_zip", "zip", "service_line_id"), NEVER_REUSED)

    zip: Mapped[str] = mapped_column(String(5))
    service_line_id: Mapped[int | None] = mapped_column(ForeignKey("service_line.id"))


class DisciplineCapacity(Keyed, Base):
    """What a discipline can take from an instant on; the newest row holds.

    `until_on` is the last day for which it is meant, where that is known; `note` says why.
    """

    __tablename__ = "discipline_capacity"
    __table_args__ = (Index("ix_discipline_capacity", "discipline_id", "from_at"), NEVER_REUSED)

    discipline_id: Mapped[int] = mapped_column(ForeignKey("discipline.id"))
    state: Mapped[CapacityState] = mapped_column(words(CapacityState))
    from_at: Mapped[datetime]
    by_name: Mapped[str]
    note: Mapped[str | None]
    until_on: Mapped[date | None]


class PolicyReview(Keyed, Base):
    """One review of what has to be reviewed at least once a year, and the day of the next."""

    __tablename__ = "policy_review"
    __table_args__ = (Index("ix_policy_review", "kind", "reviewed_on"), NEVER_REUSED)

    kind: Mapped[PolicyKind] = mapped_column(words(PolicyKind))
    reviewed_on: Mapped[date]
    by_name: Mapped[str]
    next_on: Mapped[date]
    note: Mapped[str | None]
