"""People at sources: one person, any number of affiliations, phones and e-mail addresses."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from sqlalchemy import ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column, relationship

from hhcrm.domain.text import name_key, search_text
from hhcrm.domain.words import BuyingRole, Channel, EmailKind, PhoneKind
from hhcrm.models.base import DERIVED, NEVER_REUSED, Archivable, Base, Imported, Keyed, Sorted, words
from hhcrm.models.lookups import ContactRole

if TYPE_CHECKING:
    from hhcrm.models.sources import ReferralSource


class Contact(Keyed, Archivable, Imported, Base):
    """A person. `role_id` holds where an affiliation does not say otherwise."""

    __tablename__ = "contact"
    __table_args__ = (
        Index("ix_contact_name", "name_key", "id"),
        Index("ix_contact_first", "first_key", "id"),
        Index("ix_contact_npi", "npi"),
        NEVER_REUSED,
    )

    first_name: Mapped[str] = mapped_column(default="", server_default="")
    last_name: Mapped[str] = mapped_column(default="", server_default="")
    credentials: Mapped[str | None]
    role_id: Mapped[int | None] = mapped_column(ForeignKey("contact_role.id"))
    buying_role: Mapped[BuyingRole] = mapped_column(words(BuyingRole), default=BuyingRole.UNKNOWN)
    preferred_channel: Mapped[Channel | None] = mapped_column(words(Channel))
    npi: Mapped[str | None] = mapped_column(String(10))
    needs: Mapped[str | None]
    notes: Mapped[str | None]

    name_key: Mapped[Sorted] = mapped_column(info=DERIVED)
    first_key: Mapped[Sorted] = mapped_column(info=DERIVED)
    find_text: Mapped[str] = mapped_column(info=DERIVED, default="", server_default="")

    role: Mapped[ContactRole | None] = relationship()
    phones: Mapped[list[ContactPhone]] = relationship(
        back_populates="contact", cascade="all, delete-orphan", order_by="ContactPhone.position"
    )
    emails: Mapped[list[ContactEmail]] = relationship(
        back_populates="contact", cascade="all, delete-orphan", order_by="ContactEmail.position"
    )
    affiliations: Mapped[list[Affiliation]] = relationship(
        back_populates="contact", cascade="all, delete-orphan", order_by="Affiliation.id"
    )

    @property
    def full_name(self) -> str:
        """First and last name as people say them."""
        return f"{self.first_name} {self.last_name}".strip()

    def fill_search_columns(self) -> None:
        """Recompute what searching and sorting by name rest on."""
        # A transient row has no defaults yet, so that a missing name is None here.
        first, last = self.first_name or "", self.last_name or ""
        self.name_key = name_key(f"{last} {first}")
        self.first_key = name_key(first)
        self.find_text = contact_search_text(
            first, last, self.credentials, self.npi, self.needs, self.notes,
            [phone.number for phone in self.phones], [email.address for email in self.emails],
        )  # fmt: skip


def contact_search_text(
    first: str, last: str, credentials: str | None, npi: str | None, needs: str | None, notes: str | None,
    phones: list[str], emails: list[str],
) -> str:  # fmt: skip
    """Everything about a person that a filter finds them by, folded."""
    return search_text(f"{first} {last}", credentials, npi, needs, notes, *phones, *emails)


class ContactPhone(Keyed, Imported, Base):
    """A telephone or fax number of a person."""

    __tablename__ = "contact_phone"
    __table_args__ = (Index("ix_contact_phone_contact", "contact_id"), NEVER_REUSED)

    contact_id: Mapped[int] = mapped_column(ForeignKey("contact.id"))
    kind: Mapped[PhoneKind] = mapped_column(words(PhoneKind), default=PhoneKind.WORK)
    number: Mapped[str]
    position: Mapped[int] = mapped_column(default=0)
    contact: Mapped[Contact] = relationship(back_populates="phones")


class ContactEmail(Keyed, Imported, Base):
    """An e-mail address of a person."""

    __tablename__ = "contact_email"
    __table_args__ = (
        Index("ix_contact_email_contact", "contact_id"),
        Index("ix_contact_email_address", "address"),
        NEVER_REUSED,
    )

    contact_id: Mapped[int] = mapped_column(ForeignKey("contact.id"))
    kind: Mapped[EmailKind] = mapped_column(
        words(EmailKind), default=EmailKind.WORK, server_default=EmailKind.WORK.value
    )
    address: Mapped[str]
    position: Mapped[int] = mapped_column(default=0)
    contact: Mapped[Contact] = relationship(back_populates="emails")


class Affiliation(Keyed, Imported, Base):
    """A person's place at a source, with role and dates; `until_on` is set when they left."""

    __tablename__ = "affiliation"
    __table_args__ = (
        Index("ix_affiliation_source", "source_id", "contact_id"),
        Index("ix_affiliation_contact", "contact_id", "source_id"),
        NEVER_REUSED,
    )

    contact_id: Mapped[int] = mapped_column(ForeignKey("contact.id"))
    source_id: Mapped[int] = mapped_column(ForeignKey("referral_source.id"))
    role_id: Mapped[int | None] = mapped_column(ForeignKey("contact_role.id"))
    title: Mapped[str | None]
    department: Mapped[str | None]
    from_on: Mapped[date | None]
    until_on: Mapped[date | None]
    contact: Mapped[Contact] = relationship(back_populates="affiliations")
    source: Mapped[ReferralSource] = relationship(back_populates="affiliations")
