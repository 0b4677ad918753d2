"""What a person does now: the day's visits, promises, decisions, and who is due."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Connection, and_, case, exists, false, func, or_, select, true

from hhcrm.domain.cadence import days_overdue, due_state, is_late, latest_on
from hhcrm.domain.days import say_day, say_time
from hhcrm.domain.loop_words import STEP_TITLES
from hhcrm.domain.settings import Rules
from hhcrm.domain.vocabulary import shown
from hhcrm.domain.wording import translate
from hhcrm.domain.words import Advance, CommitmentStatus, SourceStage, UserRole, VisitStatus
from hhcrm.queries.alerts import alert_needs, open_alerts_count
from hhcrm.queries.ground import (
    COMMITMENT,
    KIND,
    SOURCE,
    TYPE,
    VISIT,
    cadence_in_force,
    counting_visit,
    k,
    living_source,
    not_archived,
    quarter_start,
    s,
    t,
    u,
    v,
    visits_wanted,
)
from hhcrm.queries.holidays import time_off
from hhcrm.queries.loop import loops_due, loops_due_count
from hhcrm.queries.missed import passed_count, passed_needs
from hhcrm.queries.pilots import pilot_work_count
from hhcrm.queries.ranks import Ranked, offered_cadences
from hhcrm.queries.read_models import TodayList, TodayNeed, TodayVisit
from hhcrm.queries.rhythm import Period, rhythm_of
from hhcrm.queries.say import number_word, ordinal, short_day
from hhcrm.queries.today_pilots import pilots_waiting
from hhcrm.queries.today_referrals import holds_back, holds_back_count
from hhcrm.queries.visits import people_met
from hhcrm.storage.derived import load_calendar
from hhcrm.storage.settings import agency_zone, rules_on

KINDS = ("passed", "alert", "hold", "loop", "promise", "pilot", "decide", "overdue", "due", "never")
"""The kinds of needs in the order in which they are shown."""

_LONGEST_AWAY = timedelta(days=366)

MOST_VISITS = 200
"""Visits of one day that a list holds; one person makes a dozen."""

_p = COMMITMENT.c


def own_scope(connection: Connection, user_id: int | None) -> int | None:
    """Whose things a person sees on Today: a liaison their own, everybody else the agency's (None)."""
    role = connection.execute(select(u.role).where(u.id == user_id)).scalar_one_or_none()
    return user_id if role == UserRole.LIAISON else None


def today_list(connection: Connection, owner_id: int | None, limit: int, today: date) -> TodayList:
    """Everything on Today for one liaison, or for the whole agency (None). `limit` holds for each kind of need."""
    rules = rules_on(connection, today)
    counts, needs = _needs(connection, owner_id, limit, today, rules)
    kept = rhythm_of(connection, _mine(owner_id), Period(quarter_start(today), today, today), rules)
    unassigned = select(func.count()).select_from(SOURCE).where(living_source(), s.owner_id.is_(None))
    planned, done = _visit_counts(connection, owner_id, today)
    return TodayList(
        day=today,
        visits=_visits(connection, owner_id, today),
        needs=needs,
        counts=counts | {"visits": planned},
        rhythm_kept=kept.kept,
        rhythm_gaps=kept.gaps,
        unassigned_sources=connection.execute(unassigned).scalar_one(),
        done_today=done,
        next_workday=_next_workday(connection, owner_id, today),
    )


def _next_workday(connection: Connection, owner_id: int | None, today: date) -> date:
    """The next day on which the agency works and the person is there."""
    calendar = load_calendar(connection)
    day = calendar.working_days_after(today, 1)
    if owner_id is not None:
        away = time_off(connection, day, day + _LONGEST_AWAY, owner_id)
        while any(line.covers(day) for line in away):
            day = calendar.working_days_after(day, 1)
    return day


def _mine(owner_id: int | None) -> ColumnElement[bool]:
    return true() if owner_id is None else s.owner_id == owner_id


# --- visits of the day ---------------------------------------------------------------------------------------------


def _of_day(owner_id: int | None, today: date) -> ColumnElement[bool]:
    """A day's visits that are a person's: theirs, or nobody's to a source of theirs; needs `VISIT` joined to `SOURCE`.

    Nobody goes to a source that was put away.
    """
    mine = true() if owner_id is None else or_(v.liaison_id == owner_id, v.liaison_id.is_(None) & _mine(owner_id))
    living = and_(not_archived(VISIT), not_archived(SOURCE))
    return and_(v.visit_on == today, v.status != VisitStatus.CANCELLED, living, mine)


def _visit_counts(connection: Connection, owner_id: int | None, today: date) -> tuple[int, int]:
    row = connection.execute(
        select(func.count(), func.count().filter(v.status == VisitStatus.COMPLETED))
        .join_from(VISIT, SOURCE, v.source_id == s.id)
        .where(_of_day(owner_id, today))
    ).one()
    return row[0], row[1]


def _visits(connection: Connection, owner_id: int | None, today: date) -> tuple[TodayVisit, ...]:
    rows = connection.execute(
        select(
            v.id, v.source_id, s.name, v.start_time, k.name.label("kind"), k.counts, v.status, v.purpose, s.stage,
            s.stage_visits, visits_wanted().label("visits_to_active"), cadence_in_force().label("cadence"), s.next_step,
            people_met().label("people"),
        )
        .select_from(
            VISIT.join(SOURCE, v.source_id == s.id).join(KIND, v.kind_id == k.id).join(TYPE, s.type_id == t.id)
        )
        .where(_of_day(owner_id, today))
        .order_by(v.start_time.asc().nulls_last(), s.name_key, v.id)
        .limit(MOST_VISITS)
    ).all()  # fmt: skip
    ids = [row.source_id for row in rows]
    last, promised = _last_times(connection, ids, today), _first_promises(connection, ids)
    return tuple(
        TodayVisit(
            row.id, row.source_id, row.name, row.start_time, row.kind, row.status,
            _visit_hint(row, last.get(row.source_id), promised.get(row.source_id)),
        )
        for row in rows
    )  # fmt: skip


def _visit_hint(row: Any, last: Any, promised: str | None) -> str:
    people = (
        translate("today", "With {people}").format(people=row.people)
        if row.people
        else translate("today", "Ask for {people}").format(people=last.people)
        if last and last.people
        else ""
    )
    step = (last.next_step if last else None) or row.next_step
    parts = [
        _standing(row),
        people,
        row.purpose or "",
        translate("today", "Last time: {step}").format(step=step) if step else "",
        translate("today", "Promised: {promised}").format(promised=promised) if promised else "",
    ]
    return ". ".join(part.strip().rstrip(".") for part in parts if part.strip())


def _standing(row: Any) -> str:
    if row.stage == SourceStage.ACTIVE:
        return translate("today", "Active, every {cadence} days").format(cadence=row.cadence)
    if row.stage == SourceStage.INACTIVE:
        return translate("today", "Inactive")
    ahead = row.counts and row.status != VisitStatus.COMPLETED
    number, needed = row.stage_visits + ahead, row.visits_to_active
    return (
        translate("today", "Visit {number} of {needed}").format(number=number, needed=needed)
        if number <= needed
        else translate("today", "Visit {number}, {needed} are enough").format(number=number, needed=needed)
    )


def _last_times(connection: Connection, source_ids: Sequence[int], today: date) -> dict[int, Any]:
    """The next step and the people of each source's last completed visit before today."""
    past = VISIT.alias("past")
    newest = (
        select(past.c.id)
        .where(
            past.c.source_id == s.id, past.c.visit_on < today, past.c.status == VisitStatus.COMPLETED,
            past.c.archived_at.is_(None),
        )
        .order_by(past.c.visit_on.desc(), past.c.id.desc())
        .limit(1)
        .correlate(SOURCE)
        .scalar_subquery()
    )  # fmt: skip
    rows = connection.execute(
        select(v.source_id, v.next_step, people_met().label("people"))
        .select_from(SOURCE.join(VISIT, v.id == newest))
        .where(s.id.in_(source_ids))
    )
    return {row.source_id: row for row in rows}


def _first_promises(connection: Connection, source_ids: Sequence[int]) -> dict[int, str]:
    rows = connection.execute(
        select(_p.source_id, _p.text)
        .where(_p.source_id.in_(source_ids), _p.status == CommitmentStatus.OPEN, not_archived(COMMITMENT))
        .order_by(_p.due_on.desc(), _p.id.desc())
    )
    return dict(rows.all())  # the last one put in, which is due first, stays


# --- what else needs the person ------------------------------------------------------------------------------------


def _needs(
    connection: Connection, owner_id: int | None, limit: int, today: date, rules: Rules
) -> tuple[dict[str, int], tuple[TodayNeed, ...]]:
    kinds = _source_kinds(today, rules)
    scope = and_(living_source(), _mine(owner_id))
    counts = dict.fromkeys(KINDS, 0) | _source_counts(connection, kinds, scope)
    counts["passed"] = passed_count(connection, owner_id, today)
    counts["promise"] = _promise_count(connection, owner_id, today)
    counts["loop"] = loops_due_count(connection, owner_id, today, today)
    counts["alert"] = open_alerts_count(connection, owner_id)
    counts["pilot"] = pilot_work_count(connection, owner_id, today)
    counts["hold"] = holds_back_count(connection, owner_id, today)
    needs = list(passed_needs(connection, owner_id, limit, today)) if counts["passed"] else []
    needs += list(alert_needs(connection, owner_id, limit, today)) if counts["alert"] else []
    needs += list(holds_back(connection, owner_id, limit, today)) if counts["hold"] else []
    needs += list(_loops(connection, owner_id, limit, today)) if counts["loop"] else []
    needs += list(_promises(connection, owner_id, limit, today)) if counts["promise"] else []
    needs += list(pilots_waiting(connection, owner_id, limit, today)) if counts["pilot"] else []
    for kind in kinds:
        if counts[kind]:
            rows = _source_rows(connection, and_(scope, kinds[kind]), limit, today)
            needs.extend(_source_needs(connection, kind, rows, today, rules))
    return counts, tuple(needs)


def _loops(connection: Connection, owner_id: int | None, limit: int, today: date) -> Iterable[TodayNeed]:
    """Referrers to be told something by tonight; a row names the source and nobody's patient."""
    zone = agency_zone(connection, today)
    for due in loops_due(connection, owner_id, today, limit, today):
        local = due.due_at.astimezone(zone)
        day = local.date()
        tag = (
            translate("today", "Tell by {time}").format(time=say_time(local.time()))
            if day == today
            else translate("today", "Tell since {day}").format(day=short_day(day, today))
        )
        who = due.listener
        words = translate("today", "{step} of the referral of {day}. {who}: {channel}")
        hint = words.format(
            step=translate("loop", STEP_TITLES[due.step]), day=short_day(due.facts.received_on, today),
            who=who.name, channel=shown(who.channel),
        )  # fmt: skip
        yield TodayNeed(
            "loop", due.source_id, due.source, tag, hint, due.update_id, day,
            version=due.version, referral_id=due.referral_id,
        )  # fmt: skip


def _source_kinds(today: date, rules: Rules) -> dict[str, ColumnElement[bool]]:
    """What puts a source on the list, each source under one kind only."""
    soon = today + timedelta(days=rules.due_window_days)
    enough = s.stage_visits >= visits_wanted()
    has_sent = and_(s.last_referral_on >= s.stage_since, s.see_on_until.is_(None))  # else somebody has decided on it
    decide = and_(s.stage == SourceStage.PROSPECTIVE, or_(enough, func.coalesce(has_sent, false())))
    seen = s.last_visit_on.is_not(None)
    return {
        "decide": decide,
        "overdue": and_(seen, s.due_on < today, ~decide, ~_planned(v.visit_on == today)),
        "due": and_(seen, s.due_on >= today, s.due_on <= soon, ~decide, ~_planned(v.visit_on >= today)),
        "never": and_(~seen, s.due_on <= soon, ~decide, ~_planned(v.visit_on >= today)),
    }


def _planned(when: ColumnElement[bool]) -> ColumnElement[bool]:
    """A visit is planned there on such a day: the list of visits, or the calendar, has it already."""
    return (
        exists()
        .where(v.source_id == s.id, when, v.status == VisitStatus.PLANNED, not_archived(VISIT))
        .correlate(SOURCE)
    )  # fmt: skip


_WITH_TYPE = SOURCE.join(TYPE, s.type_id == t.id)


def _source_counts(
    connection: Connection, kinds: dict[str, ColumnElement[bool]], scope: ColumnElement[bool]
) -> dict[str, int]:
    kind = case(*((condition, name) for name, condition in kinds.items())).label("kind")
    rows = connection.execute(select(kind, func.count()).select_from(_WITH_TYPE).where(scope).group_by("kind"))
    return {name: count for name, count in rows if name is not None}


def _source_rows(connection: Connection, condition: ColumnElement[bool], limit: int, today: date) -> Sequence[Any]:
    ahead = VISIT.alias("ahead")
    planned_on = (
        select(func.min(ahead.c.visit_on))
        .where(
            ahead.c.source_id == s.id, ahead.c.visit_on > today, ahead.c.status == VisitStatus.PLANNED,
            ahead.c.archived_at.is_(None),
        )
        .correlate(SOURCE)
        .scalar_subquery()
    )  # fmt: skip
    page = (
        select(s.id.label("page_id"))
        .select_from(_WITH_TYPE)
        .where(condition)
        .order_by(s.due_on, s.id)
        .limit(limit)
        .subquery("page")
    )
    return connection.execute(
        select(
            s.id, s.name, s.stage, s.stage_since, s.stage_visits, s.due_on, s.last_visit_on, s.last_referral_on,
            s.owner_id, s.potential_per_month, s.version, visits_wanted().label("visits_to_active"),
            cadence_in_force().label("cadence"), planned_on.label("planned_on"),
        )
        .select_from(_WITH_TYPE.join(page, s.id == page.c.page_id))
        .order_by(s.due_on, s.id)
    ).all()  # fmt: skip


def _source_needs(
    connection: Connection, kind: str, rows: Sequence[Any], today: date, rules: Rules
) -> Iterable[TodayNeed]:
    if kind == "decide":
        return _decisions(connection, rows, today, rules)
    return (
        TodayNeed(
            kind,
            row.id,
            row.name,
            _tag(kind, row, today, rules),
            _hint(row, today, rules),
            row.id,
            row.due_on,
            None,
            row.version,
            row.planned_on,
            due_state=due_state(row.due_on, today, rules),
        )
        for row in rows
    )


def _tag(kind: str, row: Any, today: date, rules: Rules) -> str:
    if kind == "overdue":
        late = is_late(row.due_on, today, rules)
        words = translate("today", "Late {days_overdue} d") if late else translate("today", "Overdue {days_overdue} d")
        return words.format(days_overdue=days_overdue(row.due_on, today))
    if kind == "never":
        return translate("today", "Never visited")
    return (
        translate("today", "Due today")
        if row.due_on == today
        else translate("today", "Due {day}").format(day=short_day(row.due_on, today))
    )


def _hint(row: Any, today: date, rules: Rules) -> str:
    active = row.stage == SourceStage.ACTIVE
    words = (
        translate("today", "Every {cadence} days").format(cadence=row.cadence)
        if active
        else translate("today", "Visit {number} of {needed}").format(
            number=row.stage_visits + 1, needed=row.visits_to_active
        )
    )
    if row.last_visit_on is not None:
        words += ", " + translate("today", "last seen {day}").format(day=short_day(row.last_visit_on, today))
    else:
        since = translate("today", "active since {day}") if active else translate("today", "prospective since {day}")
        words += ", " + since.format(day=short_day(row.stage_since, today))
        words += ", " + translate("today", "due {day}").format(day=short_day(row.due_on, today))
    latest = latest_on(row.due_on, rules)
    if today <= latest:
        words += ", " + translate("today", "latest {day}").format(day=short_day(latest, today))
    elif row.last_visit_on is None:
        words += ", " + translate("today", "late since {day}").format(day=short_day(latest + timedelta(1), today))
    if row.planned_on:
        words += ". " + translate("today", "Planned for {day}").format(day=say_day(row.planned_on, today))
    return words


def _decisions(connection: Connection, rows: Sequence[Any], today: date, rules: Rules) -> Iterable[TodayNeed]:
    offered = offered_cadences(
        connection, [Ranked(row.id, row.owner_id, row.potential_per_month) for row in rows], rules
    )
    advances = _advances(connection, [row.id for row in rows])
    for row in rows:
        enough = row.stage_visits >= row.visits_to_active
        tag = (
            translate("today", "{ordinal} visit").format(ordinal=ordinal(row.visits_to_active).capitalize())
            if enough
            else translate("today", "First referral")
        )
        done = _visits_done(row.stage_visits)
        if enough:
            done = f"{done.capitalize()}, {_advances_made(advances.get(row.id, 0))}"
        else:
            done = translate("today", "Sent a referral on {day}, {done}").format(
                day=short_day(row.last_referral_on, today), done=done
            )
        hint = translate("today", "{done}. Make active every {offered} days?").format(
            done=done, offered=offered[row.id]
        )
        yield TodayNeed("decide", row.id, row.name, tag, hint, row.id, row.due_on, offered[row.id], row.version)


def _visits_done(count: int) -> str:
    words = translate("today", "{number} visit done") if count == 1 else translate("today", "{number} visits done")
    return words.format(number=number_word(count))


def _advances_made(count: int) -> str:
    words = translate("today", "{count} advance") if count == 1 else translate("today", "{count} advances")
    return words.format(count=count)


def _advances(connection: Connection, source_ids: Sequence[int]) -> dict[int, int]:
    """Advances among the counting visits since each source entered its stage."""
    rows = connection.execute(
        select(v.source_id, func.count())
        .select_from(VISIT.join(KIND, v.kind_id == k.id).join(SOURCE, v.source_id == s.id))
        .where(v.source_id.in_(source_ids), counting_visit(), v.advance == Advance.ADVANCE, v.visit_on >= s.stage_since)
        .group_by(v.source_id)
    )
    return dict(rows.all())


def _promised_by_now(owner_id: int | None, today: date) -> ColumnElement[bool]:
    """Open promises due by today that are a person's: theirs, or nobody's to a source of theirs."""
    mine = true() if owner_id is None else or_(_p.owner_id == owner_id, _p.owner_id.is_(None) & _mine(owner_id))
    return and_(
        _p.status == CommitmentStatus.OPEN, _p.due_on <= today, not_archived(COMMITMENT), not_archived(SOURCE), mine
    )


def _promise_count(connection: Connection, owner_id: int | None, today: date) -> int:
    return connection.execute(
        select(func.count())
        .join_from(COMMITMENT, SOURCE, _p.source_id == s.id)
        .where(_promised_by_now(owner_id, today))
    ).scalar_one()


def _promises(connection: Connection, owner_id: int | None, limit: int, today: date) -> Iterable[TodayNeed]:
    rows = connection.execute(
        select(_p.id, _p.source_id, s.name, _p.text, _p.made_on, _p.due_on, _p.version)
        .join_from(COMMITMENT, SOURCE, _p.source_id == s.id)
        .where(_promised_by_now(owner_id, today))
        .order_by(_p.due_on, _p.id)
        .limit(limit)
    )
    for row in rows:
        late = row.due_on < today
        hint = translate("today", "{text}, promised {day}").format(text=row.text, day=short_day(row.made_on, today))
        if late:
            hint += ", " + translate("today", "due {day}").format(day=short_day(row.due_on, today))
        tag = translate("today", "Promise overdue") if late else translate("today", "Promise due")
        yield TodayNeed("promise", row.source_id, row.name, tag, hint, row.id, row.due_on, None, row.version)
