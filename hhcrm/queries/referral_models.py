"""What questions about referrals are asked with and come back as; no database library here, the window imports it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Literal

from hhcrm.domain.criteria import NOTHING_NOTED, Criteria
from hhcrm.domain.referral_clocks import ClockFacts
from hhcrm.domain.referrals import OPEN_STAGES
from hhcrm.domain.settings import DEFAULTS
from hhcrm.domain.words import AdmissionSource, ReasonOwner, ReferralStage
from hhcrm.queries.read_models import Choice

Outcome = Literal["admitted", "not admitted", "open"]
"""What became of a referral, as the charts count it: a start of care, else not admitted, else still open."""

ClockFilter = Literal["late", "soon"]
"""Whether the clock that matters has run out, or still runs and warns (`domain.referral_clocks`)."""

DayOf = Literal["referral", "soc"]
"""The day that puts a referral into the period (product.md, section 6)."""


@dataclass(frozen=True, slots=True)
class ReferralFilter:
    """Which referrals; empty fields mean any, the period includes both its days.

    `liaison_id` means the referral's liaison, or its source's owner where it has none; `unassigned` neither, `team_id`
    one of the team's.
    `typed` is found in the name of the source and in the referral's own text, never in patient identifiers.
    `not_source_ids` leaves sources out: what stands behind "the others" in a chart. `only_ids` are these referrals and
    no others: what stands behind a figure of a pilot.
    """

    typed: str = ""
    from_on: date | None = None
    until_on: date | None = None
    day_of: DayOf = "referral"
    source_ids: tuple[int, ...] = ()
    not_source_ids: tuple[int, ...] = ()
    only_ids: tuple[int, ...] = ()
    type_id: int | None = None
    territory_id: int | None = None
    liaison_id: int | None = None
    team_id: int | None = None
    stages: tuple[ReferralStage, ...] = ()
    outcome: Outcome | None = None
    service_line_id: int | None = None
    clinical_group_id: int | None = None
    payer_id: int | None = None
    reason_id: int | None = None
    reason_owner: ReasonOwner | None = None
    unassigned: bool = False
    archived: bool = False
    clock: ClockFilter | None = None


OPEN = tuple(stage for stage in ReferralStage if stage in OPEN_STAGES)
UNASSIGNED = ReferralFilter(unassigned=True, stages=OPEN)
"""The open referrals that nobody sees to."""

REFERRAL_SORTS = (
    "received", "source", "type", "contact", "liaison", "service_line", "payer", "zip", "clinical_group", "diagnosis",
    "stage", "reason", "reason_owner", "planned_soc", "soc", "clock",
)  # fmt: skip
"""What the table of referrals can be sorted by."""

BOARD_COLUMNS: tuple[tuple[ReferralStage, ...], ...] = (
    (ReferralStage.RECEIVED,),
    (ReferralStage.UNDER_REVIEW,),
    (ReferralStage.ACCEPTED, ReferralStage.SCHEDULED),
    (ReferralStage.ON_HOLD,),
)
"""The stages that stand in each column of the board, from the left."""


@dataclass(frozen=True, slots=True)
class ReferralQuestion:
    """Which referrals, in which order."""

    which: ReferralFilter = ReferralFilter()
    sort: str = "received"
    descending: bool = True


@dataclass(frozen=True, slots=True)
class ReferralRow:
    """A referral as a row or a card, without anything that says who the patient is.

    `received_at` is the instant of authorisation, or of first hearing as long as there is none.
    """

    referral_id: int
    source_id: int
    source: str
    type: str
    referral_on: date
    received_at: datetime
    contact: str
    liaison: str
    service_line: str
    payer: str
    zip: str
    clinical_group: str
    diagnosis: str
    stage: ReferralStage
    reason: str
    reason_owner: ReasonOwner | None
    planned_soc_on: date | None
    planned_soc_time: time | None
    soc_on: date | None
    archived: bool
    version: int
    hold_until: date | None
    ordered_soc: date | None
    discharged_on: date | None
    discharged_at: datetime | None
    decision_due: datetime | None
    outcome_due: datetime | None
    inpatient: bool | None

    @property
    def clock_facts(self) -> ClockFacts:
        """What its clocks follow from."""
        return ClockFacts(
            self.stage, self.received_at, self.referral_on, self.ordered_soc, self.discharged_on, self.discharged_at,
            self.planned_soc_on, self.planned_soc_time, self.hold_until, self.decision_due, self.outcome_due,
            self.inpatient,
        )  # fmt: skip


@dataclass(frozen=True, slots=True)
class ReferralRows:
    """A page of the table of referrals."""

    offset: int
    lines: tuple[ReferralRow, ...]


@dataclass(frozen=True, slots=True)
class ReferralCounts:
    """What a filter leaves, by outcome; `any` says whether there is any referral at all."""

    shown: int
    admitted: int
    not_admitted: int
    any: bool

    @property
    def open(self) -> int:
        """Neither admitted nor not admitted yet."""
        return self.shown - self.admitted - self.not_admitted


@dataclass(frozen=True, slots=True)
class BoardColumn:
    """One column of the board: its newest cards and how many there are in all."""

    stages: tuple[ReferralStage, ...]
    count: int
    cards: tuple[ReferralRow, ...]


@dataclass(frozen=True, slots=True)
class ReferralBoard:
    """The open referrals by stage; `any` says whether there is any referral at all."""

    columns: tuple[BoardColumn, ...]
    any: bool


@dataclass(frozen=True, slots=True)
class StageLine:
    """One entry of a referral's path; `until_on` is when one on hold comes back, `criteria` what a decision noted."""

    stage: ReferralStage
    at: datetime
    by: str
    reason: str
    reason_text: str
    reason_owner: ReasonOwner | None
    discipline: str
    note: str
    until_on: date | None = None
    criteria: Criteria = NOTHING_NOTED


@dataclass(frozen=True, slots=True)
class PatientFacts:
    """Who the patient is; shown on the place of referrals alone."""

    patient_name: str
    date_of_birth: date | None
    phone: str


@dataclass(frozen=True, slots=True)
class ReferralDetail:
    """One referral in full, with its path. `held_from` is where one that is on hold goes back to."""

    row: ReferralRow
    source_archived: bool
    heard_at: datetime
    authorized_at: datetime | None
    contact_id: int | None
    liaison_id: int | None
    service_line_id: int | None
    payer_id: int | None
    clinical_group_id: int | None
    admission_source: AdmissionSource | None
    ordering_contact_id: int | None
    ordering_contact: str
    ordering_npi: str
    face_to_face_on: date | None
    ordered_soc: date | None
    discharged_on: date | None
    discharged_at: datetime | None
    inpatient: bool | None
    diagnosis_code: str
    disciplines: tuple[Choice, ...]
    soc_at: datetime | None
    ended_on: date | None
    readmitted_on: date | None
    satisfaction: int | None
    notes: str
    hours_to_decision: float | None
    hours_to_soc: float | None
    held_from: ReferralStage | None
    path: tuple[StageLine, ...]
    patient: PatientFacts


@dataclass(frozen=True, slots=True)
class ReasonChoice:
    """A reason for not admitting: whose it usually is, and what it needs beside it."""

    id: int
    name: str
    owner: ReasonOwner
    needs_text: bool
    needs_discipline: bool


@dataclass(frozen=True, slots=True)
class ReferralChoices:
    """What forms and filters of referrals let one choose from, in the agency's order, without archived rows.

    `hide_patient_minutes` is how long the window may be out of sight before it covers who the patients are,
    `clock_warnings_hours` after how many of its 48 hours a start of care warns.
    """

    types: tuple[Choice, ...] = ()
    users: tuple[Choice, ...] = ()
    service_lines: tuple[Choice, ...] = ()
    payers: tuple[Choice, ...] = ()
    clinical_groups: tuple[Choice, ...] = ()
    disciplines: tuple[Choice, ...] = ()
    reasons: tuple[ReasonChoice, ...] = ()
    hide_patient_minutes: int = DEFAULTS.hide_patient_minutes
    clock_warnings_hours: tuple[int, int] = DEFAULTS.clock_warnings_hours


@dataclass(frozen=True, slots=True)
class PersonPick:
    """A person to pick while typing."""

    contact_id: int
    name: str
    detail: str


@dataclass(frozen=True, slots=True)
class ReferralGuess:
    """A new referral from a source, filled with what its last ones say. `source` is "" where none is given."""

    source_id: int | None
    source: str
    archived: bool
    service_line_id: int | None
    admission_source: AdmissionSource | None
    liaison_id: int | None
