"""Referrals: patients sent to us, their stages, what the source was told, and who the patient is."""

from __future__ import annotations

from datetime import date, datetime, time

from sqlalchemy import ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column, relationship

from hhcrm.domain.text import search_text
from hhcrm.domain.words import AdmissionSource, Channel, LoopStep, ReasonOwner, ReferralStage
from hhcrm.models.base import DERIVED, NEVER_REUSED, Archivable, Base, Imported, Keyed, words


class Referral(Keyed, Archivable, Imported, Base):
    """A patient sent to us by a source.

    `referral_on` is the local day that the referral belongs to in every count (product.md, section 2). A discharge or a
    start of care is a day, with an instant beside it where the time is known. `stage`, `reason_id`, `reason_owner` and
    `decided_at` repeat the newest entry of `stages`. `planned_soc_on` and `planned_soc_time` are the day and wall time
    for which a start of care is scheduled; `soc_on` stands only once there was one. `inpatient` says whether there was
    an inpatient discharge less than 14 days before, where its day is not known (OASIS M1000); `hold_until` is the day
    on which a referral on hold comes back. `alert_at` is when its liaison was to be alerted to it, `acknowledged_at`
    when somebody said "seen"; a referral that its own liaison recorded has neither.
    """

    __tablename__ = "referral"
    __table_args__ = (
        Index("ix_referral_source", "source_id", "referral_on", "id"),
        Index("ix_referral_day", "referral_on", "source_id", "stage", "soc_on", "archived_at"),
        Index("ix_referral_stage", "stage", "referral_on"),
        Index("ix_referral_soc", "soc_on"),
        Index("ix_referral_alert", "acknowledged_at", "alert_at"),
        NEVER_REUSED,
    )

    source_id: Mapped[int] = mapped_column(ForeignKey("referral_source.id"))
    contact_id: Mapped[int | None] = mapped_column(ForeignKey("contact.id"), index=True)
    liaison_id: Mapped[int | None] = mapped_column(ForeignKey("app_user.id"), index=True)
    heard_at: Mapped[datetime]
    authorized_at: Mapped[datetime | None]
    referral_on: Mapped[date]
    service_line_id: Mapped[int | None] = mapped_column(ForeignKey("service_line.id"))
    payer_id: Mapped[int | None] = mapped_column(ForeignKey("payer.id"))
    zip: Mapped[str | None] = mapped_column(String(10))
    clinical_group_id: Mapped[int | None] = mapped_column(ForeignKey("clinical_group.id"))
    admission_source: Mapped[AdmissionSource | None] = mapped_column(words(AdmissionSource))
    diagnosis: Mapped[str | None]
    diagnosis_code: Mapped[str | None] = mapped_column(String(8))
    ordering_contact_id: Mapped[int | None] = mapped_column(ForeignKey("contact.id"), index=True)
    ordering_npi: Mapped[str | None] = mapped_column(String(10))
    face_to_face_on: Mapped[date | None]
    stage: Mapped[ReferralStage] = mapped_column(words(ReferralStage), default=ReferralStage.RECEIVED)
    reason_id: Mapped[int | None] = mapped_column(ForeignKey("decline_reason.id"))
    reason_text: Mapped[str | None]
    reason_owner: Mapped[ReasonOwner | None] = mapped_column(words(ReasonOwner))
    decided_at: Mapped[datetime | None]
    ordered_soc: Mapped[date | None]
    discharged_on: Mapped[date | None]
    discharged_at: Mapped[datetime | None]
    inpatient: Mapped[bool | None]
    hold_until: Mapped[date | None]
    alert_at: Mapped[datetime | None]
    acknowledged_at: Mapped[datetime | None]
    acknowledged_by: Mapped[str | None]
    planned_soc_on: Mapped[date | None]
    planned_soc_time: Mapped[time | None]
    soc_on: Mapped[date | None]
    soc_at: Mapped[datetime | None]
    ended_on: Mapped[date | None]
    satisfaction: Mapped[int | None]
    readmitted_on: Mapped[date | None]
    notes: Mapped[str | None]

    find_text: Mapped[str] = mapped_column(info=DERIVED, default="", server_default="")

    stages: Mapped[list[ReferralStageEntry]] = relationship(
        back_populates="referral", cascade="all, delete-orphan", order_by="ReferralStageEntry.id"
    )
    patient: Mapped[ReferralPatient | None] = relationship(
        back_populates="referral", cascade="all, delete-orphan", uselist=False
    )
    disciplines: Mapped[list[ReferralDiscipline]] = relationship(
        back_populates="referral", cascade="all, delete-orphan", order_by="ReferralDiscipline.id"
    )
    loops: Mapped[list[LoopUpdate]] = relationship(
        back_populates="referral", cascade="all, delete-orphan", order_by="LoopUpdate.id"
    )

    def fill_search_columns(self) -> None:
        """Recompute what searching rests on; patient identifiers are never part of it."""
        self.find_text = referral_search_text(self.diagnosis, self.notes, self.reason_text)


def referral_search_text(diagnosis: str | None, notes: str | None, reason: str | None) -> str:
    """The free text of a referral, folded, without patient identifiers."""
    return search_text(diagnosis, notes, reason)


class ReferralPatient(Keyed, Imported, Base):
    """Who the patient is: the least that intake needs, in a table of its own so that it can be kept apart."""

    __tablename__ = "referral_patient"

    referral_id: Mapped[int] = mapped_column(ForeignKey("referral.id"), unique=True)
    patient_name: Mapped[str | None]
    date_of_birth: Mapped[date | None]
    phone: Mapped[str | None]
    referral: Mapped[Referral] = relationship(back_populates="patient")


class ReferralDiscipline(Keyed, Imported, Base):
    """A discipline that a referral needs."""

    __tablename__ = "referral_discipline"
    __table_args__ = (Index("uq_referral_discipline", "referral_id", "discipline_id", unique=True), NEVER_REUSED)

    referral_id: Mapped[int] = mapped_column(ForeignKey("referral.id"))
    discipline_id: Mapped[int] = mapped_column(ForeignKey("discipline.id"), index=True)
    referral: Mapped[Referral] = relationship(back_populates="disciplines")


class ReferralStageEntry(Keyed, Imported, Base):
    """One entry in a referral's path. A mistake is corrected by a new entry, not by rewriting an old one.

    `until_on` is the day on which a referral put on hold comes back.
    """

    __tablename__ = "referral_stage_entry"

    referral_id: Mapped[int] = mapped_column(ForeignKey("referral.id"), index=True)
    stage: Mapped[ReferralStage] = mapped_column(words(ReferralStage))
    at: Mapped[datetime]
    by_name: Mapped[str]
    reason_id: Mapped[int | None] = mapped_column(ForeignKey("decline_reason.id"))
    reason_text: Mapped[str | None]
    reason_owner: Mapped[ReasonOwner | None] = mapped_column(words(ReasonOwner))
    discipline_id: Mapped[int | None] = mapped_column(ForeignKey("discipline.id"))
    needs: Mapped[str | None]
    case_load: Mapped[str | None]
    staffing: Mapped[str | None]
    skills: Mapped[str | None]
    until_on: Mapped[date | None]
    note: Mapped[str | None]
    referral: Mapped[Referral] = relationship(back_populates="stages")


class LoopUpdate(Keyed, Imported, Base):
    """Telling the referrer what became of a referral: when due, when given, by whom, to whom, how.

    `waived_why` says why nobody is told, where that was decided; such an update counts neither as due nor as given.
    """

    __tablename__ = "loop_update"
    __table_args__ = (
        Index("uq_loop_update_step", "referral_id", "step", unique=True),
        Index("ix_loop_update_due", "given_at", "due_at"),
        Index("ix_loop_update_period", "due_at", "step", "given_at", "referral_id"),
        NEVER_REUSED,
    )

    referral_id: Mapped[int] = mapped_column(ForeignKey("referral.id"))
    step: Mapped[LoopStep] = mapped_column(words(LoopStep))
    due_at: Mapped[datetime | None]
    given_at: Mapped[datetime | None]
    by_name: Mapped[str | None]
    contact_id: Mapped[int | None] = mapped_column(ForeignKey("contact.id"), index=True)
    channel: Mapped[Channel | None] = mapped_column(words(Channel))
    said: Mapped[str | None]
    waived_why: Mapped[str | None]
    referral: Mapped[Referral] = relationship(back_populates="loops")
