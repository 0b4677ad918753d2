"""What people order about referrals: one frozen command per use case. No SQLAlchemy here."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, time

from hhcrm.domain.criteria import Criteria
from hhcrm.domain.words import ReasonOwner, ReferralStage


@dataclass(frozen=True, slots=True)
class RecordReferral:
    """A new referral. `values` holds columns of `Referral`; source_id and service_line_id are required.

    Without `heard_at` it was heard of now; without `liaison_id` it is its source's owner's. `patient` holds columns of
    `ReferralPatient`, the least that intake needs, `disciplines` the ids of the disciplines needed. A source that is
    archived is refused unless `archived_too`.
    """

    values: Mapping[str, object]
    patient: Mapping[str, object] = field(default_factory=dict)
    disciplines: tuple[int, ...] = ()
    archived_too: bool = False


@dataclass(frozen=True, slots=True)
class EditReferral:
    """Set columns of a referral that was read at `version`, and of its patient.

    `disciplines` are the ids of those needed; None leaves them as they are.
    """

    referral_id: int
    version: int
    values: Mapping[str, object] = field(default_factory=dict)
    patient: Mapping[str, object] = field(default_factory=dict)
    disciplines: tuple[int, ...] | None = None


@dataclass(frozen=True, slots=True)
class AssignReferrals:
    """Make referrals one liaison's; None leaves each to its source's owner."""

    referral_ids: tuple[int, ...]
    liaison_id: int | None


@dataclass(frozen=True, slots=True)
class MoveReferrals:
    """Move referrals to a stage, the stages on the way entered at the same instant.

    Not admitted needs a reason; whose it is follows from the reason unless `reason_owner` says otherwise. Scheduled
    takes the planned start of care, admitted needs the real one. On hold takes the day on which it comes back; one that
    is on hold is put there once more where that day is another. A `correction` puts a mistake right by a new entry and
    may go to any stage. `version` is checked where one referral is moved, where there are many the stages in which the
    person has `seen` them, by id: one that stands elsewhere by now is left as it is, and that is said. The decision
    notes the four `criteria`; None leaves them to what the agency knows.
    """

    referral_ids: tuple[int, ...]
    stage: ReferralStage
    version: int | None = None
    seen: Mapping[int, ReferralStage] = field(default_factory=dict)
    reason_id: int | None = None
    reason_text: str = ""
    reason_owner: ReasonOwner | None = None
    discipline_id: int | None = None
    soc_on: date | None = None
    soc_time: time | None = None
    hold_until: date | None = None
    note: str = ""
    correction: bool = False
    criteria: Criteria | None = None
