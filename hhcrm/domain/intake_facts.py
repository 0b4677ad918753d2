"""What the check at intake goes by: what the caller has said so far, and what the agency knows about it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from hhcrm.domain.capability import DisciplineAnswer, PayerAnswer, Said
from hhcrm.domain.words import AdmissionSource, ReferralStage


class Answer(StrEnum):
    """What the check says of one thing, the most urgent last."""

    YES = "yes"
    UNKNOWN = "unknown"
    LOOK = "look"
    NO = "no"


@dataclass(frozen=True, slots=True)
class Intake:
    """What was typed so far. Instants in UTC, days as the caller means them; `referral_id` where it is edited."""

    referral_id: int | None = None
    source_id: int | None = None
    contact_id: int | None = None
    ordering_contact_id: int | None = None
    service_line_id: int | None = None
    payer_id: int | None = None
    zip: str = ""
    discipline_ids: tuple[int, ...] = ()
    diagnosis: str = ""
    diagnosis_code: str = ""
    patient_name: str = ""
    date_of_birth: date | None = None
    phone: str = ""
    heard_at: datetime | None = None
    authorized_at: datetime | None = None
    ordered_soc: date | None = None
    planned_soc_on: date | None = None
    soc_on: date | None = None
    discharged_on: date | None = None
    inpatient: bool | None = None
    admission_source: AdmissionSource | None = None
    face_to_face_on: date | None = None


@dataclass(frozen=True, slots=True)
class PayerFacts:
    """A payer and a line by their names, and what is said of the pair; `retired` ones are off the list."""

    payer: str
    line: str
    answer: PayerAnswer
    retired: bool = False


@dataclass(frozen=True, slots=True)
class ZipFacts:
    """A ZIP code of five digits, whether it is served, and the names of lines that do serve it where this does not."""

    zip: str
    said: Said
    line: str = ""
    other_lines: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class DisciplineFacts:
    """A discipline by its name, and its capacity."""

    discipline_id: int
    name: str
    answer: DisciplineAnswer


@dataclass(frozen=True, slots=True)
class AlikeReferral:
    """A referral, open or closed not long ago, and who its patient is."""

    referral_id: int
    source_id: int
    source: str
    referral_on: date
    stage: ReferralStage
    patient_name: str
    date_of_birth: date | None
    phone: str


@dataclass(frozen=True, slots=True)
class IntakeFacts:
    """What the agency knows of what was typed. What was not typed has no facts.

    `archived_source` and `left_people` hold names; the latter by the field in which they stand. `face_to_face` says
    whether the line asks for a face-to-face encounter (42 CFR 424.22 does for home health).
    """

    archived_source: str = ""
    left_people: tuple[tuple[str, str], ...] = ()
    payer: PayerFacts | None = None
    zip: ZipFacts | None = None
    disciplines: tuple[DisciplineFacts, ...] = ()
    alike: tuple[AlikeReferral, ...] = ()
    face_to_face: bool = False


@dataclass(frozen=True, slots=True)
class Item:
    """One answer: the field it stands beside, what it is about in a word, what was found, what to do about it."""

    field: str
    about: str
    answer: Answer
    words: str
    todo: str = ""
    referral_id: int | None = None

    @property
    def said(self) -> str:
        """All of it in one line."""
        return f"{self.words} {self.todo}" if self.todo else self.words
