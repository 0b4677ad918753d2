"""What is shown of the loop with the referrer, as frozen lines."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from hhcrm.domain.loop_words import LoopFacts
from hhcrm.domain.words import Channel, LoopStep
from hhcrm.queries.settings_models import Letterhead


@dataclass(frozen=True, slots=True)
class LoopLine:
    """One thing to tell: due when, and given (when, by whom, to whom, how) or waived (why)."""

    update_id: int
    version: int
    step: LoopStep
    due_at: datetime | None
    given_at: datetime | None
    by: str
    contact: str
    channel: Channel | None
    said: str
    waived_why: str

    @property
    def is_open(self) -> bool:
        """Whether it is still to be told."""
        return self.given_at is None and not self.waived_why


@dataclass(frozen=True, slots=True)
class Listener:
    """Whom to tell and how they are reached; without `contact_id` the source itself. `left` is who has left it."""

    contact_id: int | None
    name: str
    role: str
    channel: Channel
    phone: str
    email: str
    fax: str
    left: bool = False


@dataclass(frozen=True, slots=True)
class ReferralLoop:
    """The loop of one referral: its lines in the order in which they fall due, whom to tell, and what of."""

    referral_id: int
    source: str
    archived: bool
    lines: tuple[LoopLine, ...]
    listener: Listener
    facts: LoopFacts


@dataclass(frozen=True, slots=True)
class Sender:
    """Who tells: the agency, the person at the desk, and the phone they are reached at ("" where none is known)."""

    head: Letterhead
    person: str
    phone: str


@dataclass(frozen=True, slots=True)
class FaxSheet:
    """What stands on a fax: to whom and where, from whom, and the sentence; no word about the patient."""

    to: str
    role: str
    place: str
    number: str
    head: Letterhead
    person: str
    phone: str
    day: date
    subject: str
    words: str


@dataclass(frozen=True, slots=True)
class LoopDue:
    """One thing to tell that is due; no word about the patient."""

    update_id: int
    version: int
    referral_id: int
    source_id: int
    source: str
    step: LoopStep
    due_at: datetime
    listener: Listener
    facts: LoopFacts
