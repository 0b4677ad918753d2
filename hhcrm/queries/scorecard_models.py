"""What a scorecard says about one source; no database library here, the window, the charts and the pages import it."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from hhcrm.domain.words import LoopStep, ReasonOwner
from hhcrm.queries.measure_models import MonthOutcomes, Outcomes
from hhcrm.queries.pilot_models import PilotProgress

START_HOURS = (24, 48, 72)
"""The hours by which starts of care are told apart; what took longer stands behind the last."""


AT_A_TIME = 50
"""So many scorecards are read together: few statements, and no more in memory however many are wanted."""


@dataclass(frozen=True, slots=True)
class Share:
    """So many of so many; `missing` would count if their dates were known."""

    part: int = 0
    of: int = 0
    missing: int = 0

    def percent(self, fewest: int) -> float | None:
        """The share in per cent; None where there are fewer cases than tell anything."""
        return 100 * self.part / self.of if self.of and self.of >= fewest else None


@dataclass(frozen=True, slots=True)
class Middle:
    """The median of some hours."""

    hours: float | None = None
    cases: int = 0

    def told(self, fewest: int) -> float | None:
        """The median; None where there are fewer cases than tell anything."""
        return self.hours if self.cases >= fewest else None


@dataclass(frozen=True, slots=True)
class WhyNot:
    """A reason for not admitting, whose it is, and how often it was given."""

    reason: str
    owner: ReasonOwner | None
    count: int


@dataclass(frozen=True, slots=True)
class LoopKept:
    """One step of the loop: how many updates fell due, how many were told by their time.

    `within` is the time that we give ourselves for it: working hours for *received*, working days for *decision* and
    *start of care*, days for *outcome*.
    """

    step: LoopStep
    told: Share
    within: int


@dataclass(frozen=True, slots=True)
class Promises:
    """Commitments: made in the period; of those that fell due in it by today, how many were kept by their day.

    `kept_late` were kept after their day, `open` are not closed yet; what was withdrawn is not due.
    """

    made: int = 0
    due: int = 0
    kept: int = 0
    kept_late: int = 0
    broken: int = 0

    @property
    def open(self) -> int:
        """Past their day and neither kept nor broken."""
        return self.due - self.kept - self.kept_late - self.broken

    @property
    def share(self) -> Share:
        """Kept by their day of those due."""
        return Share(self.kept, self.due)


@dataclass(frozen=True, slots=True)
class Scorecard:
    """How well we did for one source, with its units, in a period (product.md, sections 4 and 6).

    `members` are the source and its units. Referrals, what became of them, why not and the hours to a decision go by
    the day of the referral; `soc`, `within_48`, `timely`, `satisfied`, `returned` and `starts` by the day of the start
    of care; `loop` by when it fell due. `starts` counts the starts of care within each of `START_HOURS`, the last one
    those that took longer. `pilots` are those that ran in the period, as they stood at its end, the newest first.
    Shares and medians of fewer than `fewest` cases are not told.
    """

    source_id: int
    source: str
    type: str
    members: tuple[int, ...]
    from_on: date
    until_on: date
    today: date
    fewest: int
    outcomes: Outcomes = field(default_factory=Outcomes)
    accepted: int = 0
    why_not: tuple[WhyNot, ...] = ()
    decision: Middle = Middle()
    soc: Middle = Middle()
    within_48: Share = Share()
    timely: Share = Share()
    satisfied: Share = Share()
    returned: Share = Share()
    loop: tuple[LoopKept, ...] = ()
    promises: Promises = Promises()
    pilots: tuple[PilotProgress, ...] = ()
    months: tuple[MonthOutcomes, ...] = ()
    starts: tuple[int, ...] = (0, 0, 0, 0)

    @property
    def units(self) -> int:
        """How many units count with the source."""
        return len(self.members) - 1

    @property
    def undecided(self) -> int:
        """Referrals that still wait for our answer."""
        return self.outcomes.referrals - self.accepted - self.outcomes.not_admitted

    @property
    def loop_told(self) -> Share:
        """All steps together."""
        return Share(sum(one.told.part for one in self.loop), sum(one.told.of for one in self.loop))

    @property
    def is_empty(self) -> bool:
        """Whether nothing at all happened in the period."""
        return not (self.outcomes.referrals or self.soc.cases or self.loop or self.promises.made or self.promises.due)
