"""Questions about goals: how they stand, where they are heading, what they were, what a new period's could be."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

from sqlalchemy import ColumnElement, Connection, and_, false, func, or_, select, true

from hhcrm.domain.errors import NotFound, RuleBroken
from hhcrm.domain.goals import (
    PERIODS_BEFORE,
    Actual,
    Before,
    GoalSpan,
    Progress,
    adds_up,
    day_at,
    first_day,
    forecast,
    last_day,
    pace,
    period_before,
    progress,
    proposed,
    verdict,
    working_days,
    year_before,
)
from hhcrm.domain.measures import Definition, MeasureKey
from hhcrm.domain.periods import month_end, months_of, shifted
from hhcrm.domain.wording import translate
from hhcrm.domain.workdays import Calendar
from hhcrm.models.goals import Goal
from hhcrm.models.users import Team
from hhcrm.queries.goal_models import (
    GoalDetail,
    GoalFilter,
    GoalItem,
    GoalPoint,
    GoalProposal,
    GoalsFound,
    GoalStanding,
    aim_of,
)
from hhcrm.queries.ground import USER, not_archived, table, u
from hhcrm.queries.holidays import time_off
from hhcrm.queries.measures.measured import check, definitions, measured
from hhcrm.queries.measures.models import MeasureAsk, Reading
from hhcrm.storage.derived import load_calendar
from hhcrm.storage.settings import rules_on

GOAL, _TEAM = table(Goal), table(Team)
_g = GOAL.c

HISTORY_SHOWN = 12
"""Periods before that a goal's history shows."""

_DAY = timedelta(days=1)
_WEEK = timedelta(days=7)
_MONTHS_BACK, _MONTHS_AHEAD = 12 * (HISTORY_SHOWN + PERIODS_BEFORE), 24
"""So far time off is read."""

_ITEM = (
    _g.id, _g.version, _g.user_id, func.coalesce(u.name, ""), _g.team_id, func.coalesce(_TEAM.c.name, ""), _g.measure,
    _g.comparison, _g.target, _g.span, _g.from_on, _g.archived_at.is_not(None),
)  # fmt: skip
"""The columns of `GoalItem` in its order."""

_JOINED = GOAL.outerjoin(USER, _g.user_id == u.id).outerjoin(_TEAM, _g.team_id == _TEAM.c.id)


def goals(connection: Connection, asked: GoalFilter) -> tuple[GoalItem, ...]:
    """The goals that a filter leaves: the newest period first, the agency's before teams' and people's."""
    found = _items(connection, and_(true(), *_conditions(connection, asked)))
    return tuple(goal for goal in found if asked.from_on is None or goal.until_on >= asked.from_on)


def goal(connection: Connection, goal_id: int) -> GoalItem:
    """One goal, archived or not. Raises NotFound."""
    found = _items(connection, _g.id == goal_id)
    if not found:
        raise NotFound(translate("goals", "That goal is no longer there."))
    return found[0]


def goals_found(
    connection: Connection, asked: GoalFilter, today: date, now: datetime, *, ahead: bool = True
) -> GoalsFound:
    """How the goals that a filter leaves stand today, with their forecasts unless `ahead` is False: that is faster."""
    found = standings(connection, goals(connection, asked), today, now, ahead=ahead)
    return GoalsFound(found, len(to_set(connection, asked, today)))


def goals_over(
    connection: Connection, asked: GoalFilter, limit: int, today: date, now: datetime
) -> tuple[GoalStanding, ...]:
    """How goals came out whose period has ended before today, the newest first."""
    items = [item for item in goals(connection, asked) if item.until_on < today]
    return standings(connection, items[:limit], today, now)


def standings(
    connection: Connection, items: Sequence[GoalItem], on: date, now: datetime, *, ahead: bool = False
) -> tuple[GoalStanding, ...]:
    """How goals stand at the end of a day; `ahead` asks where they are heading too. One pass for all."""
    if not items:
        return ()
    ground = _Ground(connection, on, now)
    plans = [ground.plan(item, ahead=ahead) for item in items]
    ground.read(ask for plan in plans for ask in plan.asks)
    return tuple(ground.standing(plan, foreseen=ahead) for plan in plans)


def goal_detail(connection: Connection, goal_id: int, today: date, now: datetime) -> GoalDetail:
    """One goal, its way through its period and its periods before. Raises NotFound."""
    item = goal(connection, goal_id)
    before = [one for one in _series(connection, item) if one.from_on < item.from_on][:HISTORY_SHOWN]
    (standing,) = standings(connection, (item,), today, now, ahead=True)
    history = standings(connection, before, today, now)
    ground = _Ground(connection, today, now)
    return GoalDetail(standing, () if standing.why else ground.points(item), history)


def goal_proposals(connection: Connection, asked: GoalFilter, today: date, now: datetime) -> tuple[GoalProposal, ...]:
    """What the goals of the period before could ask for in the one that has begun, where nothing is set yet."""
    items = to_set(connection, asked, today)
    found = standings(connection, items, today, now)
    ground = _Ground(connection, today, now)
    year_ago = {item.goal_id: _year_ago(item, today) for item in items}
    told = {one.goal.goal_id for one in found if not one.why}
    ground.read(ask for key, ask in year_ago.items() if key in told)
    proposals = []
    for last in found:
        if last.goal.goal_id in told:
            then = ground.reading(year_ago[last.goal.goal_id])
            known = then.value if then.cases else None
            target = proposed(last.aim, last.actual.value, known)
            proposals.append(GoalProposal(last, first_day(last.goal.span, today), then, target))
    return tuple(proposals)


def _year_ago(item: GoalItem, today: date) -> MeasureAsk:
    begins = year_before(first_day(item.span, today))
    return item.ask(begins, last_day(item.span, begins))


def to_set(connection: Connection, asked: GoalFilter, today: date) -> tuple[GoalItem, ...]:
    """The goals of each last period whose people are still here and that have no successor in the present one."""
    whose = GoalFilter(None, today, asked.user_id, asked.agency)
    running = {span: first_day(span, today) for span in GoalSpan}
    last = {span: period_before(span, begins) for span, begins in running.items()}
    wanted = or_(*(and_(_g.span == span, _g.from_on.in_((running[span], last[span]))) for span in GoalSpan))
    present = or_(_g.user_id.is_(None), not_archived(USER)) & or_(_g.team_id.is_(None), not_archived(_TEAM))
    found = _items(connection, and_(wanted, present, *_conditions(connection, whose)))
    there = {item.series for item in found if item.from_on == running[item.span]}
    return tuple(item for item in found if item.from_on == last[item.span] and item.series not in there)


def _series(connection: Connection, item: GoalItem) -> tuple[GoalItem, ...]:
    """The goals of the same people for the same measure over the same span, the newest first."""
    same = (_same(_g.user_id, item.user_id), _same(_g.team_id, item.team_id))
    alike = and_(*same, _g.measure == item.measure, _g.span == item.span, not_archived(GOAL))
    return _items(connection, alike)


def _same(column: ColumnElement[int | None], key: int | None) -> ColumnElement[bool]:
    return column.is_(None) if key is None else column == key


def _conditions(connection: Connection, asked: GoalFilter) -> Iterator[ColumnElement[bool]]:
    if not asked.archived_too:
        yield not_archived(GOAL)
    if asked.until_on is not None:
        yield _g.from_on <= asked.until_on
    if asked.from_on is not None:
        yield _g.from_on >= first_day(GoalSpan.YEAR, asked.from_on)  # the longest period that may reach into it
    if asked.agency:
        yield _g.user_id.is_(None) & _g.team_id.is_(None)
    if asked.user_id is not None:
        team_id = connection.execute(select(u.team_id).where(u.id == asked.user_id)).scalar_one_or_none()
        of_team = _g.team_id == team_id if team_id is not None else false()
        yield or_(_g.user_id == asked.user_id, of_team)


def _items(connection: Connection, which: ColumnElement[bool]) -> tuple[GoalItem, ...]:
    query = select(*_ITEM).select_from(_JOINED).where(which)
    order = (
        _g.from_on.desc(), _g.user_id.is_not(None), _g.team_id.is_not(None), u.name, _TEAM.c.name, _g.span, _g.id
    )  # fmt: skip
    return tuple(GoalItem(*row) for row in connection.execute(query.order_by(*order)))


# --- measuring -------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Plan:
    """What must be measured to tell how a goal stands; `before` are its periods before, whole and by the same day."""

    goal: GoalItem
    definition: Definition
    at: Progress
    actual: MeasureAsk | None
    before: tuple[tuple[MeasureAsk, MeasureAsk | None], ...]
    why: str

    @property
    def asks(self) -> Iterator[MeasureAsk]:
        """All that is asked."""
        if self.actual is not None:
            yield self.actual
        for whole, by_then in self.before:
            yield whole
            if by_then is not None:
                yield by_then


@dataclass(slots=True)
class _Ground:
    """What all goals of one question share: the calendar, who is away, and what was measured."""

    connection: Connection
    on: date
    now: datetime
    calendar: Calendar = field(init=False)
    fewest: int = field(init=False)
    defined: Mapping[MeasureKey, Definition] = field(init=False)
    _off: dict[int | None, frozenset[date]] = field(init=False, default_factory=dict)
    _found: dict[MeasureAsk, Reading] = field(init=False, default_factory=dict)

    def __post_init__(self) -> None:
        self.calendar = load_calendar(self.connection)
        self.fewest = rules_on(self.connection, self.on).fewest_cases
        self.defined = {one.key: one for one in definitions()}

    def days(self, item: GoalItem, from_on: date) -> tuple[date, ...]:
        """The working days of the period of this goal's span that begins on a day."""
        return working_days(self.calendar, from_on, last_day(item.span, from_on), self._away(item.user_id))

    def plan(self, item: GoalItem, *, ahead: bool) -> _Plan:
        """What is to be measured for a goal; nothing where its measure does not know such people."""
        definition = self.defined[item.measure]
        at = progress(self.days(item, item.from_on), self.on)
        actual = item.ask(item.from_on, min(item.until_on, self.on))
        try:
            check(definition, actual.asked, None)
        except RuleBroken as fault:
            return _Plan(item, definition, at, None, (), str(fault))
        begun, over = item.from_on <= self.on, item.until_on < self.on
        before = tuple(self._before(item, definition, at)) if ahead and begun and not over else ()
        return _Plan(item, definition, at, actual if begun else None, before, "")

    def _before(
        self, item: GoalItem, definition: Definition, at: Progress
    ) -> Iterator[tuple[MeasureAsk, MeasureAsk | None]]:
        for back in range(1, PERIODS_BEFORE + 1):
            begins = period_before(item.span, item.from_on, back)
            then = day_at(self.days(item, begins), at.part) if adds_up(definition.shape) else None
            yield item.ask(begins, last_day(item.span, begins)), None if then is None else item.ask(begins, then)

    def read(self, asks: Iterable[MeasureAsk]) -> None:
        """Measure what was not measured yet."""
        wanted = [ask for ask in dict.fromkeys(asks) if ask not in self._found]
        for one in measured(self.connection, wanted, self.on, self.now):
            self._found[one.ask] = one.whole

    def reading(self, ask: MeasureAsk) -> Reading:
        """What was measured."""
        return self._found[ask]

    def standing(self, plan: _Plan, *, foreseen: bool) -> GoalStanding:
        """How a goal stands by what was measured."""
        aim = aim_of(plan.goal, plan.definition)
        reading = Reading() if plan.actual is None else self._found[plan.actual]
        actual = Actual(reading.value, reading.cases)
        over = plan.goal.until_on < self.on
        ahead = None
        if plan.before:
            ahead = forecast(aim, actual, plan.at, self._periods_before(plan), self.fewest)
        should_be = pace(aim, plan.at) if plan.goal.from_on <= self.on else None
        found = verdict(aim, actual, plan.at, self.fewest, over=over)
        return GoalStanding(
            plan.goal, plan.definition, plan.at, self.on, reading, should_be, ahead, found, plan.why or reading.lacks,
            foreseen,
        )  # fmt: skip

    def _periods_before(self, plan: _Plan) -> list[Before]:
        """The periods before, back to the first of them that has any case: what lies before it was not counted yet."""
        found = []
        for whole, by_then in plan.before:
            read = self._found[whole]
            then = 0.0 if by_then is None else self._found[by_then].value or 0.0
            found.append((read.cases, None if read.value is None else Before(read.value, then)))
        while found and not found[-1][0]:
            found.pop()
        levels = not adds_up(plan.definition.shape)
        return [one for cases, one in found if one is not None and not (levels and cases < self.fewest)]

    def points(self, item: GoalItem) -> tuple[GoalPoint, ...]:
        """The way through a goal's period: the end of each week, of a year each month, and today."""
        aim = aim_of(item, self.defined[item.measure])
        days = self.days(item, item.from_on)
        ends = sorted({*_ends(item), *({self.on} if item.from_on <= self.on <= item.until_on else ())})
        asks = {end: item.ask(item.from_on, end) for end in ends if end <= self.on}
        self.read(asks.values())
        return tuple(
            GoalPoint(end, pace(aim, progress(days, end)), self._found[asks[end]] if end in asks else None)
            for end in ends
        )

    def _away(self, user_id: int | None) -> frozenset[date]:
        """The days on which somebody is away, of all periods that are asked about."""
        if user_id is None:
            return frozenset()
        if user_id not in self._off:
            first, last = shifted(self.on, -_MONTHS_BACK), shifted(self.on, _MONTHS_AHEAD)
            spans = [
                (max(line.from_on, first), min(line.until_on, last))
                for line in time_off(self.connection, first, last, user_id)
            ]
            self._off[user_id] = frozenset(
                begin + n * _DAY for begin, end in spans for n in range((end - begin).days + 1)
            )
        return self._off[user_id]


def _ends(item: GoalItem) -> Iterator[date]:
    if item.span is GoalSpan.YEAR:
        yield from (month_end(month) for month in months_of(item.from_on, item.until_on))
        return
    end = item.from_on + (6 - item.from_on.weekday()) * _DAY
    while end < item.until_on:
        yield end
        end += _WEEK
    yield item.until_on
