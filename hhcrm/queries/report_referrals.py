"""Reports about referrals: where they came from, what became of them, how fast (product.md, section 6)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Sequence
from datetime import date, datetime, time, timedelta, tzinfo
from statistics import median
from typing import Any

from sqlalchemy import ColumnElement, Connection, FromClause, Select, and_, case, func, literal, select

from hhcrm.domain.referrals import (
    hours_to_decision,
    hours_to_soc,
    inpatient_stay,
    received_at,
    timely_cms,
    within_48_hours,
)
from hhcrm.domain.words import LoopStep, ReferralStage
from hhcrm.models.referrals import LoopUpdate
from hhcrm.queries.ground import REFERRAL, SOURCE, USER, month_of, months_back, r, s, t, table, u
from hhcrm.queries.measures.loop_on_time import IN_TIME, LATE, MEANT
from hhcrm.queries.referral_filter import LOST, REFERRAL_WITH_SOURCE, WHOSE
from hhcrm.queries.referrals import REASON, first_decision
from hhcrm.queries.report_shape import Asked, Rows, percent

_LOOP = table(LoopUpdate)
_WITH_SOURCE = REFERRAL.join(SOURCE, r.source_id == s.id)

admitted = func.count(r.soc_on)
"""Admissions are referrals with a start of care."""

declined: ColumnElement[int] = func.count(case((LOST, 1)))
"""Referrals that were not admitted; what is neither is still open."""

OUTCOME = ("referrals", "admissions", "not_admitted", "still_open", "conversion_percent")


def _outcome(referrals: int, admissions: int, not_admitted: int) -> tuple[int | float | None, ...]:
    """The columns `OUTCOME`: conversion is of those decided, the still open ones stand beside it."""
    still_open = referrals - admissions - not_admitted
    return referrals, admissions, not_admitted, still_open, percent(admissions, admissions + not_admitted)


BY_SOURCE = ("source_id", "source", "type", "owner", "potential_per_month", *OUTCOME)


def by_source(connection: Connection, asked: Asked) -> Rows:
    """Which sources sent how many, most first."""
    rows = connection.execute(
        select(s.id, s.name, t.name, func.coalesce(u.name, ""), s.potential_per_month, func.count(), admitted, declined)
        .select_from(REFERRAL_WITH_SOURCE)
        .where(asked.of_referral())
        .group_by(s.id, s.name, s.name_key, t.name, u.name, s.potential_per_month)
        .order_by(func.count().desc(), s.name_key, s.id)
    )
    return [(*row[:5], *_outcome(*row[5:])) for row in rows]


BY_MONTH = ("month", *OUTCOME)


def by_month(connection: Connection, asked: Asked) -> Rows:
    """Referrals by the month of their date, months without any too; of months to come nothing is known yet."""
    rows = connection.execute(
        select(month_of(r.referral_on).label("month"), func.count(), admitted, declined)
        .select_from(REFERRAL_WITH_SOURCE)
        .where(asked.of_referral())
        .group_by("month")
    )
    found = {row[0]: row[1:] for row in rows}
    begun = months_of(asked.from_on, min(asked.until_on, asked.today))
    return [(month, *_outcome(*found.get(month, (0, 0, 0)))) for month in begun]


def months_of(start: date, end: date) -> list[str]:
    """Each month from one day's to another's: 2026-11."""
    month, last, found = start.replace(day=1), end.replace(day=1), []
    while month <= last:
        found.append(f"{month:%Y-%m}")
        month = months_back(month, -1)
    return found


CONVERSION = ("type", *OUTCOME)


def conversion(connection: Connection, asked: Asked) -> Rows:
    """How many of the referrals of the period were admitted, by type of source, then all together."""
    rows = connection.execute(
        select(t.name, func.count(), admitted, declined)
        .select_from(REFERRAL_WITH_SOURCE)
        .where(asked.of_referral())
        .group_by(t.name, t.position)
        .order_by(t.position, t.name)
    ).all()
    lines = [(row[0], *_outcome(*row[1:])) for row in rows]
    total = (sum(row[place] for row in rows) for place in (1, 2, 3))
    return [*lines, ("all", *_outcome(*total))] if lines else []


INTAKE = ("stage", "reason", "reason_owner", "referrals", "median_hours_to_decision")


def intake(connection: Connection, asked: Asked) -> Rows:
    """What came in and where it stands, the reasons of those not admitted and whose they are."""
    rows = connection.execute(
        select(r.stage, REASON.c.name, r.reason_owner, r.heard_at, r.authorized_at, first_decision())
        .select_from(REFERRAL_WITH_SOURCE.outerjoin(REASON, r.reason_id == REASON.c.id))
        .where(asked.of_referral())
    )
    groups: dict[tuple[Any, ...], list[float | None]] = defaultdict(list)
    for stage, reason, owner, heard, authorized, decided in rows:
        hours = None if decided is None else hours_to_decision(received_at(heard, authorized), decided, asked.zone)
        key = (stage, reason or "", owner or "") if stage == ReferralStage.NOT_ADMITTED else (stage, "", "")
        groups[key].append(hours)
    order = list(ReferralStage)
    ranked = sorted(groups.items(), key=lambda item: (order.index(item[0][0]), -len(item[1]), item[0][1], item[0][2]))
    return [(str(key[0]), key[1], str(key[2]), len(hours), _median(hours)) for key, hours in ranked]


def _median(values: Sequence[float | None]) -> float | None:
    known = [value for value in values if value is not None]
    return round(median(known), 1) if known else None


TIMELY = (
    "referral_id", "source_id", "source", "referral_on", "ordered_soc", "inpatient", "discharged_on", "soc_on",
    "hours_to_soc", "timely_cms", "within_48_hours",
)  # fmt: skip


def timely(connection: Connection, asked: Asked) -> Rows:
    """Each start of care of the period: timely by CMS's measure, and by the 48 hours of the condition."""
    rows = connection.execute(
        select(
            r.id, s.id, s.name, r.referral_on, r.ordered_soc, r.discharged_on, r.discharged_at, r.soc_on, r.soc_at,
            r.heard_at, r.authorized_at, r.admission_source, r.inpatient,
        )
        .select_from(REFERRAL_WITH_SOURCE)
        .where(asked.whose_referral(), r.soc_on >= asked.from_on, r.soc_on <= asked.until_on)
        .order_by(r.soc_on, r.id)
    )  # fmt: skip
    return [_timely_line(row, asked) for row in rows]


def _timely_line(row: Any, asked: Asked) -> Sequence[Any]:
    (
        key, source_id, source, referral_on, ordered, discharged, discharged_at, soc_on, soc_at, heard, authorized,
        came, inpatient,
    ) = row  # fmt: skip
    received, soc = received_at(heard, authorized), soc_at or soc_on
    stay, end = inpatient_stay(inpatient, came, discharged)
    cms = timely_cms(soc_on, referral_on, ordered, stay, end)
    in_48 = within_48_hours(received, soc, asked.zone, ordered, discharged_at or discharged)
    hours = round(hours_to_soc(received, soc, asked.zone), 1)
    return (
        key, source_id, source, referral_on, ordered, "yes" if stay else "no", discharged, soc_on, hours, str(cms),
        "yes" if in_48 else "no",
    )  # fmt: skip


LOOP = ("of", "name", "step", "due", "given_on_time", "given_late", "not_given", "waived", "on_time_percent")


def loop(connection: Connection, asked: Asked) -> Rows:
    """Of the updates that fell due in the period and by now: told by their time, told late, not told.

    Of all together, of each liaison, of each source, by step. Where nobody was to be told nothing was due.
    """
    order = {step: place for place, step in enumerate(LoopStep)}
    lines: list[Sequence[Any]] = []
    for of, name, key in (("all", literal(""), literal(0)), ("liaison", _LIAISON, u.id), ("source", s.name, s.id)):
        rows = connection.execute(_loop_by(asked, name, key)).all()
        rows = sorted(rows, key=lambda row: (row[0].casefold(), row[1] or 0, order[row[2]]))
        lines += [_loop_line(of, *row) for row in rows]
    return lines


_LIAISON = func.coalesce(u.name, "")


def _loop_by(asked: Asked, name: ColumnElement[Any], key: ColumnElement[Any]) -> Select[Any]:
    """A name, its key and a step, with how many were due, told by their time, told late, told to nobody."""
    given, due, waived = _LOOP.c.given_at, _LOOP.c.due_at, _LOOP.c.waived_why.is_not(None)
    of = _WITH_SOURCE.outerjoin(USER, USER.c.id == WHOSE)
    columns = [
        func.coalesce(func.sum(case((which, 1), else_=0)), 0)
        for which in (~waived, ~waived & (given <= due), ~waived & (given > due), waived)
    ]
    return (
        select(name.label("of_name"), key.label("of_key"), _LOOP.c.step, *columns)
        .select_from(loops_of(of))
        .where(asked.whose_referral(), fell_due((asked.from_on, asked.until_on), asked.now, asked.zone))
        .group_by("of_name", "of_key", _LOOP.c.step)
    )


def loop_counts(
    connection: Connection,
    which: ColumnElement[bool],
    days: tuple[date, date],
    *,
    now: datetime,
    zone: tzinfo,
    of: FromClause = _WITH_SOURCE,
) -> dict[LoopStep, tuple[int, int, int]]:
    """By step the updates of referrals (a condition over `of`) that fell due from day to day and by now: how many,
    told by their time, told late. Where it was decided that nobody is told, nothing is due."""
    query = loops_counted((_LOOP.c.step,), days, now, zone).select_from(loops_of(of)).where(which)
    return {step: (int(count), int(on_time), int(late)) for step, count, on_time, late in connection.execute(query)}


def loop_counts_of_sources(
    connection: Connection, source_ids: Collection[int], days: tuple[date, date], *, now: datetime, zone: tzinfo
) -> dict[int, dict[LoopStep, tuple[int, int, int]]]:
    """`loop_counts` of each of some sources, by one statement; those without any are left out."""
    query = (
        loops_counted((r.source_id, _LOOP.c.step), days, now, zone)
        .select_from(loops_of(REFERRAL))
        .where(r.source_id.in_(source_ids), r.archived_at.is_(None))
    )
    found: dict[int, dict[LoopStep, tuple[int, int, int]]] = defaultdict(dict)
    for source_id, step, count, on_time, late in connection.execute(query):
        found[source_id][step] = (int(count), int(on_time), int(late))
    return found


def loops_of(of: FromClause) -> FromClause:
    """Referrals with what is told about them."""
    return of.join(_LOOP, _LOOP.c.referral_id == r.id)


def loops_counted(by: tuple[Any, ...], days: tuple[date, date], now: datetime, zone: tzinfo) -> Select[Any]:
    """Counts of what fell due, grouped: how many, told by their time, told late."""
    return (
        select(
            *by,
            func.count(),
            func.count(case((IN_TIME, 1))),
            func.count(case((LATE, 1))),
        )
        .where(fell_due(days, now, zone), MEANT)
        .group_by(*by)
    )


def fell_due(days: tuple[date, date], now: datetime, zone: tzinfo) -> ColumnElement[bool]:
    """Updates that fell due from day to day and by now; those that nobody is told among them."""
    begin = datetime.combine(days[0], time(), tzinfo=zone)
    end = min(datetime.combine(days[1] + timedelta(days=1), time(), tzinfo=zone), now)
    return and_(_LOOP.c.due_at >= begin, _LOOP.c.due_at < end)


def _loop_line(of: str, name: str, _key: int, step: LoopStep, *counts: int) -> Sequence[Any]:
    due, on_time, late, waived = (int(count) for count in counts)
    return of, name, str(step), due, on_time, late, due - on_time - late, waived, percent(on_time, due)
