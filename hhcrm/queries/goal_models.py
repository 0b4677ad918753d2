"""What goals are and how they stand; no database library here, the window, the charts and the words import it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from hhcrm.domain.goals import Aim, Forecast, GoalSpan, GoalVerdict, Progress, last_day
from hhcrm.domain.measures import Definition, MeasureKey
from hhcrm.domain.words import Comparison
from hhcrm.queries.measure_models import MeasureFilter
from hhcrm.queries.measures.models import MeasureAsk, Reading


@dataclass(frozen=True, slots=True)
class GoalFilter:
    """Which goals: those whose period has a day from `from_on` to `until_on`, both included; None leaves an end open.

    `user_id` asks for one person's and their team's, `agency` for those that are nobody's; without either all.
    """

    from_on: date | None = None
    until_on: date | None = None
    user_id: int | None = None
    agency: bool = False
    archived_too: bool = False


@dataclass(frozen=True, slots=True)
class GoalItem:
    """A goal as it was set. Without a user and a team it is the agency's; `target` is in the measure's unit."""

    goal_id: int
    version: int
    user_id: int | None
    user: str
    team_id: int | None
    team: str
    measure: MeasureKey
    comparison: Comparison
    target: float
    span: GoalSpan
    from_on: date
    archived: bool = False

    @property
    def until_on(self) -> date:
        """The last day of its period."""
        return last_day(self.span, self.from_on)

    @property
    def series(self) -> tuple[object, ...]:
        """What the goals of the same people for the same measure, period by period, have in common."""
        return (self.user_id, self.team_id, self.measure, self.span)

    def asked(self, from_on: date, until_on: date) -> MeasureFilter:
        """These people's rows of a period."""
        return MeasureFilter(from_on, until_on, liaison_id=self.user_id, team_id=self.team_id)

    def ask(self, from_on: date, until_on: date) -> MeasureAsk:
        """Its measure over a period, for these people."""
        return MeasureAsk(self.measure, self.asked(from_on, until_on))


@dataclass(frozen=True, slots=True)
class GoalStanding:
    """How a goal stands at the end of a day.

    `pace` is where the value should be by then, None before its period begins; `forecast` None where it is too early to
    tell, or was not asked for (`foreseen`). `why` says in words why its measure cannot be told, "" where it can.
    """

    goal: GoalItem
    definition: Definition
    at: Progress
    on: date
    actual: Reading
    pace: float | None
    forecast: Forecast | None
    verdict: GoalVerdict
    why: str = ""
    foreseen: bool = False

    @property
    def aim(self) -> Aim:
        """What it asks for."""
        return aim_of(self.goal, self.definition)

    @property
    def is_over(self) -> bool:
        """Whether its period has ended before that day."""
        return self.goal.until_on < self.on

    @property
    def has_begun(self) -> bool:
        """Whether its period has begun by that day."""
        return self.goal.from_on <= self.on


@dataclass(frozen=True, slots=True)
class GoalPoint:
    """The value from the beginning of the period to the end of a day, and where the pace was then.

    Of days to come there is only the pace.
    """

    day: date
    pace: float
    actual: Reading | None


@dataclass(frozen=True, slots=True)
class GoalDetail:
    """One goal with its way through its period, and its periods before, the newest first."""

    standing: GoalStanding
    points: tuple[GoalPoint, ...]
    history: tuple[GoalStanding, ...]


@dataclass(frozen=True, slots=True)
class GoalProposal:
    """A goal for a period that has begun and has none yet: from the last one's figures and last year's."""

    last: GoalStanding
    from_on: date
    year_ago: Reading
    target: float


@dataclass(frozen=True, slots=True)
class GoalsFound:
    """The goals that a filter leaves, and how many of the period before have no successor yet."""

    standings: tuple[GoalStanding, ...]
    to_set: int


def aim_of(goal: GoalItem, definition: Definition) -> Aim:
    """What a goal asks for, of a measure so defined."""
    return Aim(goal.comparison, goal.target, definition.shape, definition.unit)
