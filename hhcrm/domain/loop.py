"""When the referrer is to be told what became of a referral (product.md, section 4, "The loop")."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta, tzinfo

from hhcrm.domain.errors import RuleBroken
from hhcrm.domain.referrals import UNDECIDED
from hhcrm.domain.settings import DEFAULTS, Rules
from hhcrm.domain.wording import translate
from hhcrm.domain.words import LoopStep, ReferralStage
from hhcrm.domain.workdays import Calendar

_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class WorkingHours:
    """When the agency works: from `start` to `end` of each working day, wall time in `zone`."""

    zone: tzinfo
    calendar: Calendar = field(default_factory=Calendar)
    start: time = time(DEFAULTS.workday_starts)
    end: time = time(DEFAULTS.workday_ends)

    def __post_init__(self) -> None:
        """Refuse a day that ends before it begins."""
        if self.end <= self.start:
            raise RuleBroken(
                translate("rules", "Working hours must end after they begin at {start:%H:%M}.").format(
                    start=self.start
                ),
                field="end",
            )

    @property
    def length(self) -> timedelta:
        """One working day of working time."""
        return datetime.combine(date.min, self.end) - datetime.combine(date.min, self.start)

    def after(self, instant: datetime, working_time: timedelta) -> datetime:
        """The instant, in UTC, when so much working time has passed since `instant`.

        What comes in outside working hours starts to count when the next working day begins.
        """
        now = instant.astimezone(self.zone).replace(tzinfo=None)
        day, begun = self._first_working_moment(now)
        while (left := datetime.combine(day, self.end) - begun) < working_time:
            working_time -= left
            day = self.calendar.next_working(day + _DAY)
            begun = datetime.combine(day, self.start)
        return self._utc(begun + working_time)

    def end_of(self, day: date) -> datetime:
        """The instant, in UTC, when work ends on this day."""
        return self._utc(datetime.combine(day, self.end))

    def _first_working_moment(self, now: datetime) -> tuple[date, datetime]:
        day = self.calendar.next_working(now.date())
        if day == now.date() and now.time() >= self.end:
            day = self.calendar.next_working(day + _DAY)
        return day, max(now, datetime.combine(day, self.start))

    def _utc(self, wall: datetime) -> datetime:
        return wall.replace(tzinfo=self.zone).astimezone(UTC)


def received_due(received: datetime, hours: WorkingHours, rules: Rules = DEFAULTS) -> datetime:
    """*Received* is told within one working hour."""
    return hours.after(received, timedelta(hours=rules.loop_received_hours))


def decision_due(received: datetime, hours: WorkingHours, rules: Rules = DEFAULTS) -> datetime:
    """The *decision* is told within one working day of receipt: what came Friday at 3 is due Monday at 3."""
    return hours.after(received, hours.length * rules.loop_decision_days)


def soc_due(soc: date, hours: WorkingHours, rules: Rules = DEFAULTS) -> datetime:
    """The *start of care* is told by the end of the next working day after it."""
    return hours.end_of(hours.calendar.working_days_after(soc, rules.loop_soc_days))


def outcome_due(soc: date, hours: WorkingHours, rules: Rules = DEFAULTS) -> datetime:
    """The *outcome* is told 30 calendar days after the start of care, by the end of that day's hours."""
    return hours.end_of(soc + timedelta(days=rules.loop_outcome_days))


def updates_due(
    received: datetime, soc: date | None, hours: WorkingHours, rules: Rules = DEFAULTS
) -> Mapping[LoopStep, datetime]:
    """The updates that apply to a referral and when each is due; the last two only once care has started."""
    due = {
        LoopStep.RECEIVED: received_due(received, hours, rules),
        LoopStep.DECISION: decision_due(received, hours, rules),
    }
    if soc is not None:
        due[LoopStep.START_OF_CARE] = soc_due(soc, hours, rules)
        due[LoopStep.OUTCOME] = outcome_due(soc, hours, rules)
    return due


def answer(stages: Iterable[ReferralStage]) -> bool | None:
    """Our answer to a referral by the path it went: True accepted, False not admitted, None while there is none.

    A hold changes nothing; a correction to before the decision takes the answer back.
    """
    for stage in reversed(tuple(stages)):
        if stage is not ReferralStage.ON_HOLD:
            return None if stage in UNDECIDED else stage is not ReferralStage.NOT_ADMITTED
    return None


def answered_anew(path: Sequence[tuple[ReferralStage, datetime]]) -> datetime | None:
    """The instant at which an answer that there was became another one, the last time; None where it never did."""
    stages = [stage for stage, _at in path]
    answers = [answer(stages[: place + 1]) for place in range(len(path))]
    steps = zip(path[1:], answers, answers[1:], strict=False)
    changes = [at for (_stage, at), old, new in steps if old is not None and old is not new]
    return changes[-1] if changes else None


def is_closed(given: Collection[LoopStep], soc: date | None) -> bool:
    """Whether all updates that apply were given."""
    needed = {LoopStep.RECEIVED, LoopStep.DECISION}
    if soc is not None:
        needed |= {LoopStep.START_OF_CARE, LoopStep.OUTCOME}
    return needed <= set(given)
