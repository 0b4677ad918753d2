"""What a liaison's week is planned from: who may be seen, what it is worth, where and when (product.md, 3)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, time, timedelta
from statistics import median
from typing import Any

from sqlalchemy import Connection, and_, exists, func, or_, select

from hhcrm.domain.cadence import due_state
from hhcrm.domain.days import say_day
from hhcrm.domain.diary import Wish
from hhcrm.domain.settings import Rules
from hhcrm.domain.slots import minute_of
from hhcrm.domain.week_plan import (
    Candidate,
    CannotPlan,
    Pin,
    PlanProblem,
    Window,
    WorkDay,
)
from hhcrm.domain.wording import translate
from hhcrm.domain.words import CommitmentStatus, DueState, SourceStage, VisitStatus
from hhcrm.domain.worth import visit_worth
from hhcrm.models.sources import CohortMember
from hhcrm.queries.calendar import usual_kind
from hhcrm.queries.calendar_tray import due_words, number_words
from hhcrm.queries.expected import expected_by_source
from hhcrm.queries.ground import (
    COMMITMENT,
    SOURCE,
    TYPE,
    USER,
    VISIT,
    living_source,
    not_archived,
    s,
    t,
    table,
    u,
    v,
)
from hhcrm.queries.week_days import (
    WeekFrame,
    fixed,
    parted,
    pinned,
    place_of,
    planned_visits,
    travel_of,
    week_frame,
    work_days,
)
from hhcrm.queries.week_plan_models import PlanAppointment, PlanSource, WeekQuestion
from hhcrm.storage.diaries import load_wishes

_member, _promise = table(CohortMember).c, COMMITMENT.c


def week_question(connection: Connection, liaison_id: int, day: date, today: date, clock: time) -> WeekQuestion:
    """What the week of a day is planned from; of a week that has begun, what is left of it.

    Raises NotFound, or CannotPlan where no working day is left.
    """
    frame = week_frame(connection, liaison_id, day, today, clock)
    days, notes = work_days(connection, frame)
    if not days:
        words = translate("calendar", "{name} has no working day left in this week.")
        raise CannotPlan(" ".join([words.format(name=frame.liaison), *notes]))
    planned = planned_visits(connection, frame)
    kind_id, usual = usual_kind(connection)
    rows = _source_rows(connection, frame, [row.source_id for row in planned])
    timed, untimed = parted(planned, frame)
    days, appointments, said = fixed(timed, days, rows, frame)
    pins, stays = pinned(untimed, days, appointments)
    expected = _expected(connection, rows, frame)
    promised = _promised(connection, frame)
    wishes = load_wishes(connection, rows.keys())
    free = {row.source_id: row for row in pins}
    sources, candidates = {}, []
    busy = {row.source_id for row in planned} - free.keys()
    for row in rows.values():
        if row.id in busy:
            continue
        visit = free.get(row.id)
        minutes = (visit.minutes if visit is not None else None) or row.visit_minutes or usual
        source = _source(row, visit, minutes, kind_id, expected[row.id], promised.get(row.id), frame)
        sources[row.id] = source
        candidates.append(_candidate(row, source, days, wishes[row.id], promised.get(row.id), frame))
    notes.extend((*said, *stays, *_unknown(sources.values(), frame)))
    problem = PlanProblem(
        tuple(days),
        tuple(candidates),
        tuple(appointments),
        tuple(Pin(row.source_id, row.visit_on) for row in pins),
        travel_of(frame.rules),
        frame.rules.driven_minute_worth,
    )
    return WeekQuestion(
        frame.liaison_id,
        frame.liaison,
        frame.monday,
        problem,
        sources,
        {str(row.id): PlanAppointment(row.id, row.source_id, row.name, row.kind) for row in timed},
        tuple((row.id, row.version) for row in planned),
        tuple(notes),
    )


def plan_liaisons(connection: Connection) -> tuple[tuple[int, str], ...]:
    """Everybody who has sources, by name: whose week can be planned."""
    owners = select(s.owner_id).where(living_source(), s.owner_id.is_not(None)).distinct()
    rows = connection.execute(select(u.id, u.name).where(u.id.in_(owners), not_archived(USER)).order_by(u.name, u.id))
    return tuple((row.id, row.name) for row in rows)


# --- who may be seen


def _source_rows(connection: Connection, frame: WeekFrame, planned: Sequence[int]) -> dict[int, Any]:
    """Sources due by the end of the week or soon after, prospects of a cohort not visited yet, and those planned."""
    ahead = (
        exists()
        .where(v.source_id == s.id, v.visit_on >= frame.today, v.status == VisitStatus.PLANNED, not_archived(VISIT))
        .correlate(SOURCE)
    )
    in_cohort = exists().where(_member.source_id == s.id, _member.left_on.is_(None)).correlate(SOURCE)
    last = frame.sunday + timedelta(days=frame.rules.due_window_days)
    wanted = or_(s.due_on <= last, and_(s.stage == SourceStage.PROSPECTIVE, s.last_visit_on.is_(None), in_cohort))
    rows = connection.execute(
        _SOURCES.where(s.owner_id == frame.liaison_id, s.due_on.is_not(None), wanted, ~ahead).order_by(s.due_on, s.id)
    ).all()
    found = {row.id: row for row in rows}
    for start in range(0, len(planned), 400):
        more = connection.execute(_SOURCES.where(s.id.in_(planned[start : start + 400]), s.due_on.is_not(None)))
        found |= {row.id: row for row in more}
    return found


_SOURCES = (
    select(
        s.id, s.name, s.stage, s.stage_visits, s.due_on, s.last_visit_on, s.latitude, s.longitude, s.zip,
        s.visit_minutes, t.visits_to_active,
    )
    .select_from(SOURCE.join(TYPE, s.type_id == t.id))
    .where(living_source())
)  # fmt: skip


def _expected(connection: Connection, rows: Mapping[int, Any], frame: WeekFrame) -> dict[int, float]:
    """Referrals a month by source; where nothing at all is known of one, as many as the middle one of the others."""
    known = expected_by_source(connection, frame.today, frame.rules)
    some = [known[key] for key in rows if known.get(key, 0.0) > 0]
    usual = median(some) if some else frame.rules.share_without_history
    return {key: known.get(key, 0.0) or usual for key in rows}


def _promised(connection: Connection, frame: WeekFrame) -> dict[int, date]:
    """By source: the first day on which something promised is due, by the end of the week."""
    rows = connection.execute(
        select(_promise.source_id, func.min(_promise.due_on))
        .where(_promise.status == CommitmentStatus.OPEN, _promise.due_on <= frame.sunday, not_archived(COMMITMENT))
        .group_by(_promise.source_id)
    )
    found: dict[int, date] = dict(rows.all())
    return found


def _source(
    row: Any, visit: Any, minutes: int, kind_id: int, expected: float, promised: date | None, frame: WeekFrame
) -> PlanSource:
    state = due_state(row.due_on, frame.today, frame.rules)
    return PlanSource(
        row.id,
        row.name,
        minutes,
        kind_id,
        row.due_on,
        row.last_visit_on,
        tuple(_reasons(row, visit, promised, frame)),
        _KINDS[state],
        expected,
        place_of(row) is not None,
        None if visit is None else visit.id,
        None if visit is None else visit.version,
    )


_KINDS = {
    DueState.AHEAD: "none",
    DueState.DUE: "due",
    DueState.OVERDUE: "overdue",
    DueState.LATE: "overdue",
}


def _reasons(row: Any, visit: Any, promised: date | None, frame: WeekFrame) -> Iterable[str]:
    if visit is not None:
        yield translate("calendar", "planned that day")
    if row.last_visit_on is None:
        yield translate("calendar", "never visited")
    yield due_words(row.due_on, frame.today, frame.rules)
    if promised is not None:
        yield translate("calendar", "a commitment is due {day}").format(day=say_day(promised, frame.today))
    if row.stage is SourceStage.PROSPECTIVE:
        if _reaches_active(row):
            yield translate("calendar", "this visit makes it active")
        else:
            yield number_words(row.stage_visits, row.visits_to_active)


def _reaches_active(row: Any) -> bool:
    return bool(row.stage is SourceStage.PROSPECTIVE and row.stage_visits + 1 == row.visits_to_active)


def _candidate(
    row: Any,
    source: PlanSource,
    days: Sequence[WorkDay],
    wish: Wish,
    promised: date | None,
    frame: WeekFrame,
) -> Candidate:
    plan, is_promised = (days[0].day, days[-1].day), promised is not None
    worth = tuple(_worth_on(day.day, plan, row, source.expected, is_promised, frame.rules) for day in days)
    return Candidate(row.id, place_of(row), source.minutes, worth, _windows(source, days, wish))


def _worth_on(day: date, plan: tuple[date, date], row: Any, expected: float, promised: bool, rules: Rules) -> float:
    """What a visit is worth on a day of a plan that goes from one day to another: a prize for the solver.

    Up to the due day it is that of product.md, section 5. Being overdue makes a source go before others, but a plan
    must not gain by letting it wait: on the last day as much is taken off as so many days past due would put on, on
    the first as much is added. With less, the drives that are saved by seeing all on the day of some appointment
    outweigh the waiting: in the sample nine visits, most overdue since Monday, stood on a Friday.
    """
    first, last = plan
    since: date = max(row.due_on, first)
    seen = visit_worth(expected, row.due_on, min(day, since), promised, _reaches_active(row), rules).value
    if day < since:
        return seen
    late: int = 2 * (day - since).days - (last - since).days
    return max(seen - expected * rules.urgency_per_week * late / 7, 0.0)


def _windows(source: PlanSource, days: Sequence[WorkDay], wish: Wish) -> tuple[tuple[Window, ...], ...]:
    """When it can be seen on each day: in its hours, on its preferred weekdays where the week has any of them."""
    wished = {day.day for day in days if day.day.weekday() in wish.weekdays and wish.is_open(day.day)}
    windows: list[tuple[Window, ...]] = []
    for day in days:
        if wished and day.day not in wished and source.visit_id is None:
            windows.append(())
        elif not wish.hours:
            windows.append((Window(day.starts, day.ends),))
        else:
            hours = wish.hours.get(day.day.weekday(), ())
            windows.append(tuple(Window(minute_of(one.starts), minute_of(one.ends)) for one in hours))
    return tuple(windows)


def _unknown(sources: Iterable[PlanSource], frame: WeekFrame) -> Iterable[str]:
    names = [source.name for source in sources if not source.place_known]
    if len(names) == 1:
        words = translate(
            "calendar", "The place of {source} is not known (no ZIP, or none that there is): {minutes} minutes to it."
        )
        yield words.format(source=names[0], minutes=frame.rules.unknown_drive_minutes)
    elif names:
        words = translate(
            "calendar",
            "The places of {count} sources are not known (no ZIP, or none that there is), such as {source}: "
            "{minutes} minutes to each.",
        )
        yield words.format(count=f"{len(names):,}", source=names[0], minutes=frame.rules.unknown_drive_minutes)
