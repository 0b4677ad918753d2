"""Lists that an agency may extend: source types, roles, kinds of visit, payers, lines, reasons."""

from __future__ import annotations

from sqlalchemy.orm import Mapped, mapped_column

from hhcrm.domain.words import ReasonOwner
from hhcrm.models.base import Base, Lookup, words


class SourceType(Lookup, Base):
    """A type of referral source, e.g. SNF; `visits_to_active` is the waterfall's number for it.

    `cadence_days` is the cadence that sources of this type have unless their own says otherwise. `bed_rate` and
    `provider_rate` are referrals a month per bed and per provider, guesses that the agency changes.
    """

    __tablename__ = "source_type"

    visits_to_active: Mapped[int] = mapped_column(default=5, server_default="5")
    field_note: Mapped[str | None]
    cadence_days: Mapped[int | None]
    bed_rate: Mapped[float | None]
    provider_rate: Mapped[float | None]


class ContactRole(Lookup, Base):
    """What a person does at a source."""

    __tablename__ = "contact_role"


class VisitKind(Lookup, Base):
    """A kind of touch; only those that count move the cadence and the five visits."""

    __tablename__ = "visit_kind"

    counts: Mapped[bool] = mapped_column(default=True)
    minutes: Mapped[int] = mapped_column(default=20, server_default="20")


class ServiceLine(Lookup, Base):
    """A line of service, e.g. home health.

    `offered` and `limits` are what the page of public information says of it: what is offered, and the limits on
    specialty services, duration or frequency (42 CFR 484.105(i)(2)).
    """

    __tablename__ = "service_line"

    offered: Mapped[str | None]
    limits: Mapped[str | None]


class Payer(Lookup, Base):
    """Who pays."""

    __tablename__ = "payer"


class Discipline(Lookup, Base):
    """A discipline whose capacity is open, limited or closed."""

    __tablename__ = "discipline"


class ClinicalGroup(Lookup, Base):
    """One of the clinical groups of PDGM (domain.md (a))."""

    __tablename__ = "clinical_group"


class DeclineReason(Lookup, Base):
    """Why a referral was not admitted, and whose the reason is."""

    __tablename__ = "decline_reason"

    owner: Mapped[ReasonOwner] = mapped_column(words(ReasonOwner))
    needs_text: Mapped[bool] = mapped_column(default=False)
    needs_discipline: Mapped[bool] = mapped_column(default=False)
