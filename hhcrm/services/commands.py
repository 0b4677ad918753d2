"""What people order: one frozen command per use case. No SQLAlchemy here: the window imports these early."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, time
from pathlib import Path

from hhcrm.domain.words import (
    Advance,
    Ask,
    BusinessLine,
    BuyingRole,
    Channel,
    CommitmentStatus,
    EmailKind,
    PhoneKind,
    SourceStage,
    VisitStatus,
)

# --- sources -------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class AddSource:
    """A new source. `values` holds columns of `ReferralSource`; name and type_id are required.

    It stands at `stage` since `found_on`; a prospective one joins its owner's cohort of that month.
    """

    values: Mapping[str, object]
    found_on: date
    stage: SourceStage = SourceStage.PROSPECTIVE


@dataclass(frozen=True, slots=True)
class EditSource:
    """Set columns of a source that was read at `version`."""

    source_id: int
    version: int
    values: Mapping[str, object]


@dataclass(frozen=True, slots=True)
class EditSources:
    """Set the same columns on many sources (owner, cadence, tier, territory); `add_tag` appends a tag."""

    source_ids: tuple[int, ...]
    values: Mapping[str, object] = field(default_factory=dict)
    add_tag: str = ""


@dataclass(frozen=True, slots=True)
class SetCadences:
    """Give sources cadences, each its own: for each the source, the version it was read at, and days."""

    cadences: tuple[tuple[int, int, int], ...]


@dataclass(frozen=True, slots=True)
class ChangeStage:
    """Move sources to a stage from a day on; inactive needs a reason; active may set the cadence."""

    source_ids: tuple[int, ...]
    stage: SourceStage
    on_day: date
    reason: str = ""
    cadence_days: int | None = None


@dataclass(frozen=True, slots=True)
class Archive:
    """Archive rows of one table ("referral_source", "contact", "visit", "commitment", "attachment", "referral")."""

    table: str
    ids: tuple[int, ...]
    why: str = ""


@dataclass(frozen=True, slots=True)
class Restore:
    """Bring archived rows back."""

    table: str
    ids: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class RevertField:
    """Give one field of one row, read at `version`, the value it had before a step."""

    step_id: int
    table: str
    row_id: int
    field: str
    version: int | None = None


# --- people --------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class PersonValues:
    """A person as a form holds them."""

    first_name: str
    last_name: str
    credentials: str = ""
    role_id: int | None = None
    buying_role: BuyingRole = BuyingRole.UNKNOWN
    preferred_channel: Channel | None = None
    npi: str = ""
    needs: str = ""
    notes: str = ""
    phones: tuple[tuple[PhoneKind, str], ...] = ()
    emails: tuple[tuple[EmailKind, str], ...] = ()


@dataclass(frozen=True, slots=True)
class AddPerson:
    """A new person, at a source where one is given."""

    values: PersonValues
    source_id: int | None = None
    title: str = ""
    from_on: date | None = None


@dataclass(frozen=True, slots=True)
class EditPerson:
    """Set everything of a person that was read at `version`."""

    contact_id: int
    version: int
    values: PersonValues


@dataclass(frozen=True, slots=True)
class Affiliate:
    """Put a person at a (further) source."""

    contact_id: int
    source_id: int
    role_id: int | None = None
    title: str = ""
    department: str = ""
    from_on: date | None = None


@dataclass(frozen=True, slots=True)
class EditAffiliation:
    """Change a person's role or title at a source that was read at `version`, or say until when they were there."""

    affiliation_id: int
    version: int
    role_id: int | None
    title: str
    department: str
    from_on: date | None
    until_on: date | None


@dataclass(frozen=True, slots=True)
class EndAffiliation:
    """A person left a source on a day; without a day they are back. Read at `version`."""

    affiliation_id: int
    version: int
    on_day: date | None


@dataclass(frozen=True, slots=True)
class MovePerson:
    """A person left one source for another on a day: the place read at `version` ends, a new one begins."""

    affiliation_id: int
    version: int
    source_id: int
    on_day: date
    role_id: int | None = None
    title: str = ""
    department: str = ""


# --- visits and commitments ----------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class LogVisit:
    """A visit that took place. Required: source and advance. `visit_id` completes a planned visit.

    `next_on` plans the next visit (None: none); `promise` with `promise_by` writes down a commitment.
    """

    source_id: int
    advance: Advance
    kind_id: int
    visit_on: date
    visit_id: int | None = None
    start_time: time | None = None
    minutes: int | None = None
    travel_minutes: int | None = None
    miles: float | None = None
    contact_ids: tuple[int, ...] = ()
    ask: Ask = Ask.NOT_ASKED
    purpose: str = ""
    line: BusinessLine | None = None
    notes: str = ""
    next_step: str = ""
    material_ids: tuple[int, ...] = ()
    promise: str = ""
    promise_by: date | None = None
    next_on: date | None = None
    liaison_id: int | None = None


@dataclass(frozen=True, slots=True)
class EditVisit:
    """Set columns of a visit that was read at `version`; the due date follows."""

    visit_id: int
    version: int
    values: Mapping[str, object]
    contact_ids: tuple[int, ...] | None = None


@dataclass(frozen=True, slots=True)
class PlanVisit:
    """Plan a visit."""

    source_id: int
    kind_id: int
    visit_on: date
    start_time: time | None = None
    minutes: int | None = None
    purpose: str = ""
    liaison_id: int | None = None
    contact_ids: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class CloseVisit:
    """A planned visit that did not take place: missed or cancelled, and why. `version` is the one that was read."""

    visit_id: int
    status: VisitStatus
    why: str = ""
    version: int | None = None


@dataclass(frozen=True, slots=True)
class MakeCommitment:
    """Promise a source something by a day; at a visit, about a referral, or neither."""

    source_id: int
    text: str
    due_on: date
    made_on: date
    contact_id: int | None = None
    visit_id: int | None = None
    owner_id: int | None = None
    referral_id: int | None = None


@dataclass(frozen=True, slots=True)
class EditCommitment:
    """Set columns of a commitment that was read at `version`: text, due_on, contact_id, owner_id, why."""

    commitment_id: int
    version: int
    values: Mapping[str, object]


@dataclass(frozen=True, slots=True)
class CloseCommitment:
    """A commitment was kept, broken (why) or withdrawn (why); `open` opens it again."""

    commitment_id: int
    version: int
    status: CommitmentStatus
    on_day: date
    why: str = ""


# --- files, views, lists -------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class AddFile:
    """Keep a copy of a file with a source."""

    source_id: int
    path: Path


@dataclass(frozen=True, slots=True)
class SaveView:
    """Keep a filter with its columns under a name; an existing view of that name is replaced."""

    place: str
    name: str
    spec: Mapping[str, object]


@dataclass(frozen=True, slots=True)
class DropView:
    """Forget a saved view."""

    view_id: int


@dataclass(frozen=True, slots=True)
class AddValue:
    """Add a value to a list that the agency may extend (`table` is the lookup's table name), with its columns."""

    table: str
    name: str
    values: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class DropValue:
    """Take a value off a list. One that is in use needs `replacement_id`, to which its records move.

    With `version` it must still be as it was read.
    """

    table: str
    value_id: int
    replacement_id: int | None = None
    version: int | None = None
