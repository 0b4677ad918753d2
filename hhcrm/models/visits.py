"""Visits: touches with a source, planned and done; materials brought along."""

from __future__ import annotations

import secrets
from collections.abc import Iterator
from datetime import date, datetime, time
from itertools import count

from sqlalchemy import Float, ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column, relationship

from hhcrm.domain.text import search_text
from hhcrm.domain.words import Advance, Ask, BusinessLine, VisitStatus
from hhcrm.models.base import DERIVED, NEVER_REUSED, Archivable, Base, Imported, Keyed, words
from hhcrm.models.contacts import Contact
from hhcrm.models.lookups import VisitKind

UID_DOMAIN = "@hhcrm"


def new_uid() -> str:
    """A name for a visit that no other visit of any agency has, or ever gets."""
    return f"{secrets.token_hex(10)}{UID_DOMAIN}"


def new_uids() -> Iterator[str]:
    """Such names for many visits that are made at once: they lie side by side in the index."""
    series = secrets.token_hex(8)
    return (f"{series}{number:06x}{UID_DOMAIN}" for number in count())


class Visit(Keyed, Archivable, Imported, Base):
    """One touch with a source.

    `visit_on` and `start_time` are a local day and wall time of the agency's zone, never converted; `logged_at` is the
    instant at which the outcome was written down. `uid` names the visit in calendars (RFC 5545) and never changes:
    ours, or that of the event it came from, with `recurrence` for one occurrence of a repeating event. `calendar_base`
    is when the event took place when the visit and a calendar file last agreed.
    """

    __tablename__ = "visit"
    __table_args__ = (
        Index("ix_visit_source", "source_id", "visit_on", "id"),
        Index("ix_visit_day", "visit_on", "liaison_id", "source_id", "kind_id", "status", "archived_at"),
        Index("ix_visit_liaison", "liaison_id", "status", "visit_on"),
        Index("uq_visit_uid", "uid", "recurrence", unique=True),
        NEVER_REUSED,
    )

    source_id: Mapped[int] = mapped_column(ForeignKey("referral_source.id"))
    liaison_id: Mapped[int | None] = mapped_column(ForeignKey("app_user.id"))
    kind_id: Mapped[int] = mapped_column(ForeignKey("visit_kind.id"))
    status: Mapped[VisitStatus] = mapped_column(words(VisitStatus))
    visit_on: Mapped[date]
    start_time: Mapped[time | None]
    minutes: Mapped[int | None]
    travel_minutes: Mapped[int | None]
    miles: Mapped[float | None] = mapped_column(Float)
    purpose: Mapped[str | None]
    line: Mapped[BusinessLine | None] = mapped_column(words(BusinessLine))
    ask: Mapped[Ask | None] = mapped_column(words(Ask))
    advance: Mapped[Advance | None] = mapped_column(words(Advance))
    notes: Mapped[str | None]
    next_step: Mapped[str | None]
    status_reason: Mapped[str | None]
    logged_at: Mapped[datetime | None]
    uid: Mapped[str] = mapped_column(default=new_uid, server_default="")
    recurrence: Mapped[str] = mapped_column(default="", server_default="")
    calendar_base: Mapped[str | None]

    find_text: Mapped[str] = mapped_column(info=DERIVED, default="", server_default="")

    kind: Mapped[VisitKind] = relationship()
    contacts: Mapped[list[VisitContact]] = relationship(cascade="all, delete-orphan", back_populates="visit")
    materials: Mapped[list[VisitMaterial]] = relationship(cascade="all, delete-orphan", back_populates="visit")

    def fill_search_columns(self) -> None:
        """Recompute what searching rests on."""
        self.find_text = visit_search_text(self.purpose, self.notes, self.next_step)


def visit_search_text(purpose: str | None, notes: str | None, next_step: str | None) -> str:
    """The free text of a visit, folded."""
    return search_text(purpose, notes, next_step)


class VisitContact(Keyed, Imported, Base):
    """A person met at a visit."""

    __tablename__ = "visit_contact"
    __table_args__ = (Index("ix_visit_contact_visit", "visit_id"), NEVER_REUSED)

    visit_id: Mapped[int] = mapped_column(ForeignKey("visit.id"))
    contact_id: Mapped[int] = mapped_column(ForeignKey("contact.id"), index=True)
    visit: Mapped[Visit] = relationship(back_populates="contacts")
    contact: Mapped[Contact] = relationship()


class Material(Keyed, Archivable, Imported, Base):
    """A handout, brochure or talking-points sheet, with a version and a file."""

    __tablename__ = "material"
    __table_args__ = (Index("ix_material_name", "name"), NEVER_REUSED)

    name: Mapped[str]
    kind: Mapped[str] = mapped_column(default="handout", server_default="handout")
    edition: Mapped[str | None]
    attachment_id: Mapped[int | None] = mapped_column(ForeignKey("attachment.id"))


class VisitMaterial(Keyed, Imported, Base):
    """A material left at a visit."""

    __tablename__ = "visit_material"
    __table_args__ = (Index("ix_visit_material_visit", "visit_id"), NEVER_REUSED)

    visit_id: Mapped[int] = mapped_column(ForeignKey("visit.id"))
    material_id: Mapped[int] = mapped_column(ForeignKey("material.id"), index=True)
    visit: Mapped[Visit] = relationship(back_populates="materials")
    material: Mapped[Material] = relationship()
