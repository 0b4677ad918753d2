"""What pilots are and how they stand; no database library here, the window, the pages and the charts import it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from hhcrm.domain.standards import Standard, Standing, Verdict
from hhcrm.domain.words import PilotStatus

OPEN = frozenset({PilotStatus.PROPOSED, PilotStatus.RUNNING})


@dataclass(frozen=True, slots=True)
class PilotFilter:
    """Which pilots: of some sources, of an owner (or of whoever owns the source), in some states.

    With `from_on` and `until_on` those that have a day of that period; archived ones only where `archived_too`.
    """

    source_ids: tuple[int, ...] = ()
    owner_id: int | None = None
    statuses: tuple[PilotStatus, ...] = ()
    from_on: date | None = None
    until_on: date | None = None
    archived_too: bool = False


@dataclass(frozen=True, slots=True)
class PilotItem:
    """A pilot as it was agreed: with whom, about which referrals, from when to when, by which standards."""

    pilot_id: int
    version: int
    source_id: int
    source: str
    owner_id: int | None
    owner: str
    contact_id: int | None
    contact: str
    name: str
    service_line_id: int | None
    service_line: str
    payer_id: int | None
    payer: str
    zips: tuple[str, ...]
    proposed_on: date
    starts_on: date
    ends_on: date
    status: PilotStatus
    promise: str
    result: str
    next_step: str
    archived: bool
    standards: tuple[Standard, ...]

    @property
    def days(self) -> int:
        """How many days it lasts, the first and the last included."""
        return (self.ends_on - self.starts_on).days + 1

    def day_of(self, today: date) -> int:
        """The day of the pilot that today is: 1 on its first, 0 before it, `days` from its last on."""
        return max(0, min(self.days, (today - self.starts_on).days + 1))

    def has_begun(self, today: date) -> bool:
        """Whether its first day has come: before it nothing is measured."""
        return today >= self.starts_on

    def is_over(self, today: date) -> bool:
        """Whether its last day has passed."""
        return today > self.ends_on


@dataclass(frozen=True, slots=True)
class PilotProgress:
    """A pilot and how its standards stand at the end of a day; `referral_ids` are all that it is about by then."""

    pilot: PilotItem
    on: date
    referral_ids: tuple[int, ...]
    standings: tuple[Standing, ...]

    def count(self, verdict: Verdict) -> int:
        """How many standards stand so."""
        return sum(one.verdict is verdict for one in self.standings)


@dataclass(frozen=True, slots=True)
class PilotWork:
    """A pilot that waits for somebody: it ends soon, is over without a result, or was to start and is not answered."""

    pilot_id: int
    version: int
    source_id: int
    source: str
    name: str
    status: PilotStatus
    starts_on: date
    ends_on: date
