"""Capacity: visits that the cadences ask for against those that the working days allow (product.md, section 3).

The report, the panel of Waterfall and the line above the calendar all count here.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from datetime import date, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Connection, and_, case, exists, func, or_, select, true

from hhcrm.domain.capacity import (
    WEEKS_AHEAD,
    Advice,
    Away,
    Change,
    Means,
    Rhythm,
    Seen,
    free_days,
    means_of,
    prospects_in,
    stretch,
    tighten,
    visits_asked,
    visits_due,
    visits_possible,
)
from hhcrm.domain.forecast import DAYS_A_MONTH
from hhcrm.domain.periods import monday_of
from hhcrm.domain.settings import Rules
from hhcrm.domain.wording import translate
from hhcrm.domain.words import SourceStage, Tier
from hhcrm.domain.workdays import Calendar
from hhcrm.models.sources import CohortMember
from hhcrm.queries.capacity_models import CadenceChange, CapacityView, PersonAdvice, PersonRoom, WeekRoom
from hhcrm.queries.expected import Expectation, expectations
from hhcrm.queries.ground import (
    KIND,
    SOURCE,
    TYPE,
    USER,
    VISIT,
    cadence_in_force,
    counting_visit,
    k,
    living_source,
    not_archived,
    quarter_start,
    s,
    t,
    table,
    u,
    v,
)
from hhcrm.queries.holidays import time_off
from hhcrm.storage.derived import load_calendar
from hhcrm.storage.settings import rules_on

_member = table(CohortMember).c


def in_cohort() -> ColumnElement[bool]:
    """Sources that have a place in a cohort now."""
    return exists().where(_member.source_id == s.id, _member.left_on.is_(None)).correlate(SOURCE)


def asks_for_visits() -> ColumnElement[bool]:
    """Active sources, and the prospects of cohorts: whom somebody is to see again and again."""
    prospect = and_(s.stage == SourceStage.PROSPECTIVE, in_cohort())
    return living_source() & or_(s.stage == SourceStage.ACTIVE, prospect)


def capacity(
    connection: Connection,
    liaison_id: int | None,
    monday: date,
    weeks: int,
    today: date,
    whose: ColumnElement[bool] | None = None,
) -> tuple[PersonRoom, ...]:
    """What is asked of each liaison who has sources, or of the one asked about, in the weeks from this Monday on.

    `whose` narrows the sources further. In order of the people's names.
    """
    rules = rules_on(connection, today)
    calendar = load_calendar(connection)
    last = monday + timedelta(weeks=weeks) - timedelta(days=1)
    rhythms = _rhythms(connection, liaison_id, rules, true() if whose is None else whose)
    people = _people(connection, rhythms if liaison_id is None else (liaison_id,))
    measured = _minutes(connection, liaison_id, today)
    done = _done_this_week(connection, liaison_id, today)
    away: dict[int, list[Away]] = defaultdict(list)
    for line in time_off(connection, monday, last, liaison_id):
        away[line.user_id].append(Away(line.from_on, line.until_on))
    return tuple(
        _room(
            row,
            rhythms.get(row.id, []),
            means_of(row.weekly_visit_hours, *measured.get(row.id, (0.0, 0)), rules),
            _weeks(calendar, away[row.id], monday, weeks),
            (calendar, today),
            done.get(row.id, 0),
        )
        for row in people
    )


def capacity_view(connection: Connection, liaison_id: int | None, today: date) -> CapacityView:
    """The next weeks of a liaison or of everybody, with what each could change."""
    rules = rules_on(connection, today)
    rooms = capacity(connection, liaison_id, monday_of(today), WEEKS_AHEAD, today)
    seen = _seen(connection, [room.user_id for room in rooms], today, rules)
    unowned = select(func.count()).select_from(SOURCE).where(asks_for_visits(), s.owner_id.is_(None))
    return CapacityView(
        liaison_id,
        tuple(_advice(room, seen.get(room.user_id, []), rules) for room in rooms),
        0 if liaison_id is not None else connection.execute(unowned).scalar_one(),
    )


# --- counting ---------------------------------------------------------------------------------------------------------


def _rhythms(
    connection: Connection, liaison_id: int | None, rules: Rules, whose: ColumnElement[bool]
) -> dict[int, list[tuple[bool, Rhythm]]]:
    """By owner: how many sources share a cadence and a due day, and whether they are active."""
    days = case((s.stage == SourceStage.ACTIVE, cadence_in_force()), else_=rules.prospect_interval_days)
    owner = s.owner_id.is_not(None) if liaison_id is None else s.owner_id == liaison_id
    rows = connection.execute(
        select(s.owner_id, s.stage, days.label("days"), s.due_on, func.count())
        .select_from(SOURCE.join(TYPE, s.type_id == t.id))
        .where(asks_for_visits(), owner, whose)
        .group_by(s.owner_id, s.stage, "days", s.due_on)
    )
    found: dict[int, list[tuple[bool, Rhythm]]] = defaultdict(list)
    for owner_id, stage, cadence, due, count in rows:
        found[owner_id].append((stage == SourceStage.ACTIVE, Rhythm(cadence, due, count)))
    return found


def _people(connection: Connection, ids: Collection[int]) -> Sequence[Any]:
    return connection.execute(
        select(u.id, u.name, u.weekly_visit_hours).where(u.id.in_(list(ids)), not_archived(USER)).order_by(u.name, u.id)
    ).all()


def _minutes(connection: Connection, liaison_id: int | None, today: date) -> dict[int, tuple[float, int]]:
    """By liaison: the mean minutes of a visit with its drive in the last 90 days, and of how many visits.

    Only visits that note both tell anything: a drive that nobody noted is not none.
    """
    rows = connection.execute(
        select(v.liaison_id, func.avg(v.minutes + v.travel_minutes), func.count())
        .join_from(VISIT, KIND, v.kind_id == k.id)
        .where(
            counting_visit(), v.minutes.is_not(None), v.travel_minutes.is_not(None),
            v.liaison_id.is_not(None) if liaison_id is None else v.liaison_id == liaison_id,
            v.visit_on >= quarter_start(today), v.visit_on <= today,
        )
        .group_by(v.liaison_id)
    )  # fmt: skip
    return {who: (float(mean), count) for who, mean, count in rows if who is not None}


def _done_this_week(connection: Connection, liaison_id: int | None, today: date) -> dict[int, int]:
    """By liaison: the counting visits done since Monday; they were part of the week's work."""
    who = func.coalesce(v.liaison_id, s.owner_id)
    rows = connection.execute(
        select(who, func.count())
        .select_from(VISIT.join(KIND, v.kind_id == k.id).join(SOURCE, v.source_id == s.id))
        .where(
            counting_visit(), v.visit_on >= monday_of(today), v.visit_on <= today,
            who.is_not(None) if liaison_id is None else who == liaison_id,
        )
        .group_by(who)
    )  # fmt: skip
    return dict(rows.all())


def _weeks(calendar: Calendar, away: Collection[Away], monday: date, weeks: int) -> list[tuple[date, int]]:
    mondays = [monday + timedelta(weeks=place) for place in range(weeks)]
    return [(day, free_days(calendar, away, day)) for day in mondays]


def _room(
    row: Any,
    found: Sequence[tuple[bool, Rhythm]],
    means: Means,
    weeks: Sequence[tuple[date, int]],
    on: tuple[Calendar, date],
    done: int,
) -> PersonRoom:
    calendar, today = on
    rhythms = [rhythm for _, rhythm in found]
    due = list(visits_due(rhythms, calendar, weeks[0][0], len(weeks), today))
    this_week = (monday_of(today) - weeks[0][0]).days // 7
    if 0 <= this_week < len(weeks):
        due[this_week] += done
    return PersonRoom(
        row.id,
        row.name,
        sum(rhythm.sources for active, rhythm in found if active),
        sum(rhythm.sources for active, rhythm in found if not active),
        visits_asked(rhythms),
        visits_asked(rhythm for active, rhythm in found if active),
        means,
        tuple(
            WeekRoom(day, free, visits_possible(free, means, calendar), count)
            for (day, free), count in zip(weeks, due, strict=True)
        ),
    )


# --- what to change ---------------------------------------------------------------------------------------------------


def _seen(connection: Connection, owners: Collection[int], today: date, rules: Rules) -> dict[int, list[_Line]]:
    """By owner: the active sources with what is expected of each."""
    rows = connection.execute(
        select(s.id, s.version, s.owner_id, s.name, s.tier, cadence_in_force().label("days"))
        .select_from(SOURCE.join(TYPE, s.type_id == t.id))
        .where(s.stage == SourceStage.ACTIVE, not_archived(SOURCE), s.owner_id.in_(list(owners)))
    ).all()
    known = expectations(connection, today, rules, {row.id for row in rows})
    found: dict[int, list[_Line]] = defaultdict(list)
    for row in rows:
        found[row.owner_id].append(_Line(row, known[row.id]))
    return found


class _Line:
    """An active source with its row, and what is expected of it."""

    def __init__(self, row: Any, expected: Expectation) -> None:
        self.row, self.sent = row, expected.sent
        self.seen = Seen(row.id, row.days, expected.per_month)

    def change(self, change: Change) -> CadenceChange:
        """A change to this source, with why."""
        return CadenceChange(
            self.row.id, self.row.version, self.row.name, change.from_days, change.to_days, change.visits, self._why()
        )

    def _why(self) -> str:
        if self.sent is None:
            past = translate("capacity", "it has never sent")
        elif self.sent == 0:
            past = translate("capacity", "none in 12 months")
        elif self.sent == 1:
            past = translate("capacity", "1 in 12 months")
        else:
            past = translate("capacity", "{count} in 12 months").format(count=self.sent)
        a_visit = self.seen.worth_a_visit / DAYS_A_MONTH
        if a_visit <= 0:
            return translate("capacity", "no referral expected; {past}").format(past=past)
        words = translate("capacity", "about one referral in {count} visits; {past}")
        if a_visit >= _ONE_A_VISIT:
            words = translate("capacity", "about one referral a visit or more; {past}")
        return words.format(count=round(1 / a_visit), past=past)


_ONE_A_VISIT = 2 / 3
"""From here on one visit, rounded, brings a referral."""


def _advice(room: PersonRoom, lines: Sequence[_Line], rules: Rules) -> PersonAdvice:
    by_id: Mapping[int, _Line] = {line.row.id: line for line in lines}
    load = room.load
    if load.over:
        found = stretch([line.seen for line in lines], load.asked - load.possible, rules)
        left = max(load.over - int(found.visits), 0) if found.left else 0
        return PersonAdvice(room, _said(found, by_id), left=left)
    if load.room:
        best = [line.seen for line in lines if line.row.tier == Tier.A]
        spare = load.possible - load.asked
        found = tighten(best, spare, min(rules.offered_cadences))
        return PersonAdvice(room, _said(found, by_id), more_prospects=prospects_in(spare, rules))
    return PersonAdvice(room)


def _said(found: Advice, by_id: Mapping[int, _Line]) -> tuple[CadenceChange, ...]:
    return tuple(by_id[change.source_id].change(change) for change in found.changes)
