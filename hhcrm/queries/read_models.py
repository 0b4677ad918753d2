"""Frozen lines that come out of queries. No SQLAlchemy here: the window imports these before the first paint."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime, time

from hhcrm.domain.cadence import Cadence
from hhcrm.domain.words import (
    Advance,
    Ask,
    BuyingRole,
    CadenceBasis,
    Channel,
    CommitmentStatus,
    DueState,
    EmailKind,
    PhoneKind,
    PotentialBasis,
    ReferralStage,
    RhythmStatus,
    SourceStage,
    Tier,
    VisitStatus,
)
from hhcrm.queries.today_models import AgencyFacts as AgencyFacts
from hhcrm.queries.today_models import TodayList as TodayList
from hhcrm.queries.today_models import TodayNeed as TodayNeed
from hhcrm.queries.today_models import TodayVisit as TodayVisit

# --- choices -------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Choice:
    """A row of a list to choose from."""

    id: int
    name: str
    code: str = ""


@dataclass(frozen=True, slots=True)
class KindChoice:
    """A kind of visit: whether it counts, and its usual minutes."""

    id: int
    name: str
    code: str
    counts: bool
    minutes: int


@dataclass(frozen=True, slots=True)
class Choices:
    """Everything that forms and filters let one choose from, in the agency's order, without archived rows."""

    types: tuple[Choice, ...]
    roles: tuple[Choice, ...]
    kinds: tuple[KindChoice, ...]
    service_lines: tuple[Choice, ...]
    payers: tuple[Choice, ...]
    reasons: tuple[Choice, ...]
    users: tuple[Choice, ...]
    territories: tuple[Choice, ...]
    materials: tuple[Choice, ...]
    tags: tuple[str, ...] = ()


# --- sources -------------------------------------------------------------------------------------------------------

SOURCE_SORTS = (
    "name", "type", "stage", "due_on", "last_visit_on", "potential_per_month", "referrals_90_days",
    "referrals_12_months", "owner", "city", "zip", "tier", "territory",
)  # fmt: skip
"""What the table of sources can be sorted by."""


@dataclass(frozen=True, slots=True)
class SourceFilter:
    """Which sources; empty fields mean any. `typed` is found in any text of a source, its people and its notes.

    `archived` shows the archived ones instead of those in use; `unassigned` those that have no owner;
    `with_pilot` those with which a pilot runs or is proposed.
    """

    typed: str = ""
    stage: SourceStage | None = None
    type_id: int | None = None
    owner_id: int | None = None
    status: RhythmStatus | None = None
    tier: Tier | None = None
    territory_id: int | None = None
    tag: str = ""
    archived: bool = False
    sort: str = "name"
    descending: bool = False
    unassigned: bool = False
    with_pilot: bool = False


@dataclass(frozen=True, slots=True)
class SourceLine:
    """One row of the table of sources. `visits_needed` is the number that makes one of its type active.

    `latest_on` is the last day on which the visit is not late yet; `due_state` where today stands against both days.
    """

    source_id: int
    name: str
    type: str
    stage: SourceStage
    cadence_days: int
    visits: int
    visits_needed: int
    due_on: date | None
    last_visit_on: date | None
    status: RhythmStatus | None
    due_state: DueState | None
    latest_on: date | None
    owner: str
    city: str
    zip: str
    phone: str
    territory: str
    tier: Tier | None
    potential_per_month: float | None
    potential_basis: PotentialBasis
    referrals_90_days: int
    referrals_12_months: int
    tags: str
    version: int


@dataclass(frozen=True, slots=True)
class SourcePage:
    """A page of the table, in the filter's order."""

    offset: int
    lines: tuple[SourceLine, ...]


@dataclass(frozen=True, slots=True)
class SourceCounts:
    """How many sources the filter leaves, of how many that are not archived."""

    shown: int
    total: int


@dataclass(frozen=True, slots=True)
class MonthCount:
    """Referrals of one month (its first day), and how many of them were admitted, and not admitted."""

    month: date
    referrals: int
    admitted: int
    not_admitted: int = 0


@dataclass(frozen=True, slots=True)
class CommitmentLine:
    """Something promised to a source."""

    commitment_id: int
    source_id: int
    source: str
    text: str
    made_on: date
    due_on: date
    status: CommitmentStatus
    version: int


@dataclass(frozen=True, slots=True)
class SourceDetail:
    """Everything the head, the Overview tab and the editing form of one source show.

    `cadence_without_own` is what would be in force if the source had none of its own.
    """

    source_id: int
    version: int
    name: str
    type_id: int
    type: str
    parent_id: int | None
    parent: str
    stage: SourceStage
    stage_since: date
    inactive_reason: str
    owner_id: int | None
    owner: str
    territory_id: int | None
    territory: str
    tier: Tier | None
    cadence_days: int | None
    cadence_in_force: int
    cadence_basis: CadenceBasis
    cadence_without_own: Cadence
    potential_per_month: float | None
    potential_basis: PotentialBasis
    potential_on: date | None
    providers: int | None
    beds: int | None
    address: str
    city: str
    state: str
    zip: str
    phone: str
    fax: str
    email: str
    website: str
    npi: str
    ccn: str
    tags: str
    notes: str
    needs: str
    next_step: str
    created_on: date
    archived_at: datetime | None
    archived_why: str
    visits: int
    visits_needed: int
    field_note: str
    due_on: date | None
    last_visit_on: date | None
    status: RhythmStatus | None
    due_state: DueState | None
    latest_on: date | None
    offered_cadence: int
    last_visit: VisitLine | None
    referrals_12_months: int
    admitted_12_months: int
    months: tuple[MonthCount, ...]
    open_commitments: tuple[CommitmentLine, ...]
    units: tuple[Choice, ...] = ()


# --- visits, referrals, people, files, history ---------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class VisitLine:
    """One visit of a source's history."""

    visit_id: int
    source_id: int
    source: str
    visit_on: date
    start_time: time | None
    kind_id: int
    kind: str
    counts: bool
    status: VisitStatus
    liaison: str
    contacts: str
    minutes: int | None
    advance: Advance | None
    ask: Ask | None
    purpose: str
    notes: str
    next_step: str
    version: int


@dataclass(frozen=True, slots=True)
class VisitPage:
    """A page of visits, newest first; `total` counts them all."""

    offset: int
    total: int
    lines: tuple[VisitLine, ...]


@dataclass(frozen=True, slots=True)
class ReferralLine:
    """One referral without anything that says who the patient is."""

    referral_id: int
    source_id: int
    source: str
    referral_on: date
    contact: str
    service_line: str
    payer: str
    zip: str
    stage: ReferralStage
    reason: str
    soc_on: date | None
    hours_to_decision: float | None
    hours_to_soc: float | None
    version: int


@dataclass(frozen=True, slots=True)
class ReferralPage:
    """A page of referrals, newest first; `total` counts them all."""

    offset: int
    total: int
    lines: tuple[ReferralLine, ...]


@dataclass(frozen=True, slots=True)
class PhoneLine:
    """One number of a person."""

    kind: PhoneKind
    number: str


@dataclass(frozen=True, slots=True)
class EmailLine:
    """One e-mail address of a person."""

    kind: EmailKind
    address: str


@dataclass(frozen=True, slots=True)
class AffiliationLine:
    """A person's place at one source."""

    affiliation_id: int
    source_id: int
    source: str
    role_id: int | None
    role: str
    title: str
    department: str
    from_on: date | None
    until_on: date | None
    version: int


@dataclass(frozen=True, slots=True)
class PersonLine:
    """A person as the People tab shows and edits them.

    `role` is the one at the source asked about, `own_role_id` holds where a place does not say otherwise.
    """

    contact_id: int
    version: int
    first_name: str
    last_name: str
    credentials: str
    own_role_id: int | None
    role_id: int | None
    role: str
    title: str
    buying_role: BuyingRole
    preferred_channel: Channel | None
    npi: str
    needs: str
    notes: str
    phones: tuple[PhoneLine, ...]
    emails: tuple[EmailLine, ...]
    affiliations: tuple[AffiliationLine, ...]
    left: bool
    last_met_on: date | None

    @property
    def name(self) -> str:
        """The person's name with credentials."""
        plain = f"{self.first_name} {self.last_name}".strip()
        return f"{plain}, {self.credentials}" if self.credentials else plain


@dataclass(frozen=True, slots=True)
class FileLine:
    """A file kept with a source. `path` is relative to the attachments folder."""

    attachment_id: int
    name: str
    size: int
    added_at: datetime
    added_by: str
    path: str
    version: int


@dataclass(frozen=True, slots=True)
class FieldChange:
    """One field before and after, in words people read; `can_revert` when it may be given back what it was."""

    field: str
    label: str
    before: str
    after: str
    can_revert: bool = False


@dataclass(frozen=True, slots=True)
class HistoryLine:
    """One row's change in one step of a history. `version` is the row's as it is now, None where it is gone."""

    step_id: int
    at: datetime
    by: str
    label: str
    what: str
    table: str
    row_id: int
    changes: tuple[FieldChange, ...]
    version: int | None = None


@dataclass(frozen=True, slots=True)
class HistoryPage:
    """A page of history, newest first; `more` says whether older steps follow."""

    lines: tuple[HistoryLine, ...]
    more: bool


# --- views, imports, reports ---------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class SavedViewLine:
    """A saved view of a place; `spec` is what the place stored."""

    view_id: int
    name: str
    spec: dict[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class RunLine:
    """One import run."""

    run_id: int
    kind: str
    file_name: str
    at: datetime
    by: str
    created: int
    updated: int
    unchanged: int
    refused: int
    undone: bool


# --- reports -------------------------------------------------------------------------------------------------------

ReportCell = str | int | float | date | datetime | time | None
"""What a cell of a report may hold."""


@dataclass(frozen=True, slots=True)
class Report:
    """The rows behind a screen or a chart; columns are in the words of product.md with units in their names."""

    name: str
    title: str
    from_on: date | None
    until_on: date
    columns: tuple[str, ...]
    rows: tuple[tuple[ReportCell, ...], ...]
