"""The fixed words of the field that rules depend on (product.md, sections 2-4).

Enumerations that an agency may extend (source types, contact roles, visit kinds, payers, service lines, reasons,
materials) are tables, not enums; their starting rows are in `hhcrm.domain.starting_rows`.
The value of each member is what is stored and what CSV files say.
"""

from __future__ import annotations

from enum import StrEnum


class SourceStage(StrEnum):
    """Where a source stands in the waterfall."""

    PROSPECTIVE = "prospective"
    ACTIVE = "active"
    INACTIVE = "inactive"


class PotentialBasis(StrEnum):
    """What a source's potential rests on, best first (product.md, section 5)."""

    TOLD_US = "told us"
    COUNTED = "counted"
    PUBLIC_DATA = "public data"
    UNKNOWN = "unknown"


class Tier(StrEnum):
    """Worth of a source among its liaison's sources: first 20 %, next 30 %, the rest."""

    A = "A"
    B = "B"
    C = "C"


class DueState(StrEnum):
    """Where today stands against a due date, whether the source was ever visited or not."""

    AHEAD = "ahead"
    DUE = "due"
    OVERDUE = "overdue"
    LATE = "late"


class CadenceBasis(StrEnum):
    """Where the cadence of a source comes from, in the order in which they are asked."""

    OWN = "own"
    TIER = "tier"
    TYPE = "type"
    AGENCY = "agency"


class BuyingRole(StrEnum):
    """The part a contact plays in the decision to refer."""

    DECISION_MAKER = "decision maker"
    INFLUENCER = "influencer"
    GATEKEEPER = "gatekeeper"
    CHAMPION = "champion"
    UNKNOWN = "unknown"


class Channel(StrEnum):
    """How a contact prefers to be reached."""

    IN_PERSON = "in person"
    PHONE = "phone"
    TEXT = "text"
    EMAIL = "e-mail"
    FAX = "fax"


class PhoneKind(StrEnum):
    """What a telephone number is."""

    WORK = "work"
    MOBILE = "mobile"
    HOME = "home"
    FAX = "fax"


class EmailKind(StrEnum):
    """What an e-mail address is."""

    WORK = "work"
    HOME = "home"


class VisitStatus(StrEnum):
    """What became of a visit."""

    PLANNED = "planned"
    COMPLETED = "completed"
    MISSED = "missed"
    CANCELLED = "cancelled"


class Advance(StrEnum):
    """What a completed visit changed."""

    ADVANCE = "advance"
    CONTINUATION = "continuation"
    SETBACK = "setback"


class Ask(StrEnum):
    """Whether the liaison asked for referrals."""

    NOT_ASKED = "not asked"
    ASKED = "asked"
    AGREED = "agreed"
    DECLINED = "declined"


class BusinessLine(StrEnum):
    """Which line a visit was about (product.md, section 8)."""

    GOVERNMENT = "Medicare/Medicaid"
    PRIVATE_PAY = "private pay"


class CommitmentStatus(StrEnum):
    """What became of something promised to a source."""

    OPEN = "open"
    KEPT = "kept"
    BROKEN = "broken"
    WITHDRAWN = "withdrawn"


class ReferralStage(StrEnum):
    """The stages of intake (product.md, section 4)."""

    RECEIVED = "received"
    UNDER_REVIEW = "under review"
    ACCEPTED = "accepted"
    SCHEDULED = "scheduled"
    ADMITTED = "admitted"
    NOT_ADMITTED = "not admitted"
    ON_HOLD = "on hold"


class ReasonOwner(StrEnum):
    """Whose a reason for not admitting is."""

    OURS = "ours"
    SOURCE = "source"
    PATIENT = "patient"
    PAYER = "payer"


class AdmissionSource(StrEnum):
    """PDGM admission source (domain.md (a))."""

    INSTITUTIONAL = "institutional"
    COMMUNITY = "community"


class LoopStep(StrEnum):
    """What a referrer is told about a referral."""

    RECEIVED = "received"
    DECISION = "decision"
    START_OF_CARE = "start of care"
    OUTCOME = "outcome"


class CapacityState(StrEnum):
    """What a discipline can take."""

    OPEN = "open"
    LIMITED = "limited"
    CLOSED = "closed"


class PolicyKind(StrEnum):
    """What is reviewed at least once a year (42 CFR 484.105(i))."""

    ACCEPTANCE = "acceptance policy"
    PUBLIC_INFORMATION = "public information"


class PilotStatus(StrEnum):
    """Where a time-boxed promise to one source stands."""

    PROPOSED = "proposed"
    RUNNING = "running"
    FINISHED = "finished"
    DECLINED = "declined"


OPEN_PILOTS = (PilotStatus.PROPOSED, PilotStatus.RUNNING)
"""Pilots that are not at their end."""


class Measure(StrEnum):
    """What a standard is about; shares are in per cent, times in hours (product.md, sections 4 and 6)."""

    REFERRALS = "referrals"
    ADMISSIONS = "admissions"
    ACCEPTED_SHARE = "accepted share"
    CONVERSION = "conversion"
    DECIDED_WITHIN = "decided within hours"
    STARTED_WITHIN = "started within hours"
    SAME_DAY_START = "same-day start"
    TIMELY = "timely (CMS)"
    HOURS_TO_DECISION = "hours to decision"
    HOURS_TO_SOC = "hours to SOC"
    LOOP_ON_TIME = "loop on time"
    SATISFIED = "satisfied (9-10)"
    RETURNS_TO_HOSPITAL = "returns to hospital"


class Comparison(StrEnum):
    """On which side of its target a standard is met."""

    AT_LEAST = "at least"
    AT_MOST = "at most"


class UserRole(StrEnum):
    """The people in front of the program (product.md, section 1)."""

    LIAISON = "liaison"
    INTAKE = "intake coordinator"
    CLINICAL = "clinical manager"
    MARKETING = "marketing lead"
    OWNER = "owner"


class RhythmStatus(StrEnum):
    """How a source stands against its due date (product.md, section 3)."""

    NEVER_VISITED = "never visited"
    ON_RHYTHM = "on rhythm"
    DUE = "due"
    OVERDUE = "overdue"
