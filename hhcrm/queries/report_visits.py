"""Reports about visits and sources: today, rhythm, waterfall, effort (product.md, 3, 6)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from datetime import date
from typing import Any

from sqlalchemy import Connection, and_, case, func, select, true

from hhcrm.domain import cadence
from hhcrm.domain.cadence import latest_on, rhythm_status
from hhcrm.domain.words import Advance, Ask, SourceStage, VisitStatus
from hhcrm.queries.ground import (
    KIND,
    REFERRAL,
    SOURCE,
    TYPE,
    USER,
    VISIT,
    cadence_in_force,
    k,
    not_archived,
    r,
    s,
    t,
    u,
    v,
)
from hhcrm.queries.measures.ask_rate import ASKED
from hhcrm.queries.measures.minutes import SPENT, UNKNOWN
from hhcrm.queries.report_shape import Asked, Rows, percent
from hhcrm.queries.rhythm import Period, rhythm_by_source
from hhcrm.queries.today import today_list
from hhcrm.queries.today_goals import goal_needs
from hhcrm.queries.waterfall import COHORT, MEMBER, NEWEST_PLACE, standing
from hhcrm.storage.settings import rules_on

EVERYTHING = 1_000_000

TODAY = ("kind", "time", "source_id", "source", "what", "hint", "due_on")


def today(connection: Connection, asked: Asked) -> Rows:
    """The rows of Today: visits of the day, then what else needs somebody. The same query as the screen."""
    found = today_list(connection, asked.liaison_id, EVERYTHING, asked.today)
    visits = [
        ("visit", line.start_time, line.source_id, line.source, str(line.status), line.hint, asked.today)
        for line in found.visits
    ]
    goals = goal_needs(connection, asked.liaison_id, asked.today, asked.now, EVERYTHING)
    needs = [
        (need.kind, None, need.source_id or None, need.source, need.tag, need.hint, need.due_on)
        for need in (*found.needs, *goals)
    ]
    return [row for row in (*visits, *needs) if asked.source_id in (None, row[2])]


RHYTHM = (
    "source_id", "source", "type", "owner", "cadence_days", "last_visit_on", "due_on", "status", "gaps_kept", "gaps",
    "rhythm_kept_percent", "cadence_from", "latest_on",
)  # fmt: skip


def rhythm(connection: Connection, asked: Asked) -> Rows:
    """Each active source: where it stands today and how well its rhythm was kept in the period; by due date."""
    period = Period(asked.from_on, asked.until_on, asked.today)
    kept = rhythm_by_source(connection, asked.of_source(), period, asked.rules)
    rows = connection.execute(
        select(
            s.id, s.name, t.name, func.coalesce(u.name, ""), cadence_in_force(), s.last_visit_on, s.due_on,
            s.cadence_days, s.tier, t.cadence_days,
        )
        .select_from(SOURCE.join(TYPE, s.type_id == t.id).outerjoin(USER, s.owner_id == u.id))
        .where(asked.of_source(), s.stage == SourceStage.ACTIVE, not_archived(SOURCE))
        .order_by(s.due_on, s.name_key, s.id)
    )  # fmt: skip
    newest = rules_on(connection, date.max)
    lines = []
    for *row, own, tier, of_type in rows:
        status = rhythm_status(row[6], row[5], asked.today, asked.rules)
        gaps = kept.get(row[0])
        counts = (gaps.kept, gaps.gaps, percent(gaps.kept, gaps.gaps)) if gaps else (0, 0, None)
        basis = cadence.cadence_in_force(own, tier, of_type, newest).basis
        lines.append((*row, str(status or ""), *counts, str(basis), latest_on(row[6], asked.rules)))
    return lines


def waterfall(connection: Connection, asked: Asked) -> tuple[tuple[str, ...], Rows]:
    """Each cohort and how many of its prospects stand at which visit; the columns follow the longest way to active."""
    most = connection.execute(select(func.max(t.visits_to_active)).where(not_archived(TYPE))).scalar_one() or 0
    names = ("liaison", "cohort_month", "places", "prospects", *(f"visit_{n}" for n in range(most + 1)))
    return (*names, "free_places", "became_active", "left"), [
        _cohort_line(cohort, members, most) for cohort, members in _cohorts(connection, asked)
    ]


def _cohorts(connection: Connection, asked: Asked) -> list[tuple[Any, list[Any]]]:
    """Cohorts of the period, newest first, each with its members."""
    month = COHORT.c.month
    mine = true() if asked.liaison_id is None else COHORT.c.liaison_id == asked.liaison_id
    in_period = and_(month >= asked.from_on.replace(day=1), month <= asked.until_on, mine)
    cohorts = connection.execute(
        select(COHORT.c.id, u.name, month, COHORT.c.size)
        .join_from(COHORT, USER, COHORT.c.liaison_id == u.id)
        .where(in_period)
        .order_by(month.desc(), u.name)
    ).all()
    one = true() if asked.source_id is None else s.id == asked.source_id
    rows = connection.execute(
        select(MEMBER.c.cohort_id, MEMBER.c.left_on, s.stage, s.stage_visits, NEWEST_PLACE.label("newest"))
        .select_from(MEMBER.join(COHORT, MEMBER.c.cohort_id == COHORT.c.id).join(SOURCE, MEMBER.c.source_id == s.id))
        .where(in_period, one, not_archived(SOURCE))
    )
    members: dict[int, list[Any]] = defaultdict(list)
    for row in rows:
        members[row.cohort_id].append(row)
    return [(cohort, members[cohort.id]) for cohort in cohorts]


def _cohort_line(cohort: Any, members: Sequence[Any], most: int) -> Sequence[Any]:
    found = standing(members, cohort.size, most)
    return (
        cohort.name, f"{cohort.month:%Y-%m}", cohort.size, found.open, *found.at, found.free, found.active, found.left,
    )  # fmt: skip


EFFORT = (
    "source_id", "source", "type", "owner", "visits", "counting_visits", "minutes", "miles", "advances", "asks",
    "agreed_asks", "referrals", "admissions", "referrals_per_ten_visits",
)  # fmt: skip


def effort(connection: Connection, asked: Asked) -> Rows:
    """What went into each source and what came of it in the period, most visits first."""
    # Tenths of a mile, as they are noted; a sum of floats says more than was measured. What nobody noted is no 0.
    spent = {
        row[0]: (*row[1:4], None if row[4] is None else round(row[4], 1), *row[5:])
        for row in connection.execute(_spent(asked))
    }
    sent = {row[0]: tuple(row[1:]) for row in connection.execute(_sent(asked))}
    rows = connection.execute(
        select(s.id, s.name, t.name, func.coalesce(u.name, ""), s.name_key)
        .select_from(SOURCE.join(TYPE, s.type_id == t.id).outerjoin(USER, s.owner_id == u.id))
        .order_by(s.name_key, s.id)
    )
    lines = []
    for row in rows:
        if row[0] in spent or row[0] in sent:
            visits = spent.get(row[0], (0, 0, 0, 0.0, 0, 0, 0))
            referrals, admissions = sent.get(row[0], (0, 0))
            rate = round(10 * referrals / visits[1], 1) if visits[1] else None
            lines.append((*row[:4], *visits, referrals, admissions, rate))
    return sorted(lines, key=lambda line: -line[4])


def _spent(asked: Asked) -> Any:
    """By source: completed visits, counting ones, minutes with travel and miles (None: never noted), advances, asks,
    agreed asks.
    """
    counts = case((k.counts, 1), else_=0)
    asked_for = case((k.counts & ASKED, 1), else_=0)
    return (
        select(
            v.source_id,
            func.count(),
            func.sum(counts),
            func.sum(case((~UNKNOWN, SPENT))),
            func.sum(v.miles),
            func.sum(case((k.counts & (v.advance == Advance.ADVANCE), 1), else_=0)),
            func.sum(asked_for),
            func.sum(case((k.counts & (v.ask == Ask.AGREED), 1), else_=0)),
        )
        .select_from(VISIT.join(KIND, v.kind_id == k.id).join(SOURCE, v.source_id == s.id))
        .where(asked.of_visit(), v.status == VisitStatus.COMPLETED)
        .group_by(v.source_id)
    )


def _sent(asked: Asked) -> Any:
    """By source: referrals and admissions of the period."""
    return (
        select(r.source_id, func.count(), func.count(r.soc_on))
        .join_from(REFERRAL, SOURCE, r.source_id == s.id)
        .where(asked.of_referral())
        .group_by(r.source_id)
    )
