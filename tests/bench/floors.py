"""What each measure costs at least: its counts as one would write them by hand, bare.

Each is asked twice: of the whole period, and by month and liaison. The statements know the large agency: nothing in it
is archived in part, brought back from a decision or without a liaison.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

from hhcrm.domain.measures import MeasureKey


@dataclass(frozen=True, slots=True)
class Floor:
    """The statements for the whole, and by month and liaison; `columns` of the last of them make up the cases."""

    whole: tuple[str, ...]
    split: tuple[str, ...]
    columns: tuple[int, ...] = (0,)

    def cases(self, rows: Sequence[Sequence[Any]], keys: int = 0) -> int:
        """How many cases the rows of the last statement count, after so many columns of keys."""
        return sum(row[keys + column] or 0 for row in rows for column in self.columns)

    def over(self, below: Floor) -> Floor:
        """One count by another: both, one after the other."""
        return Floor(self.whole + below.whole, self.split + below.split, below.columns)


_RECEIVED = "strftime('%s', coalesce(r.authorized_at, r.heard_at))"
_SOURCE_OF_REFERRAL = "JOIN referral_source s ON s.id = r.source_id"
_WHOSE_REFERRAL = "coalesce(r.liaison_id, s.owner_id)"


def _referrals(what: str, day: str = "r.referral_on", where: str = "1", columns: tuple[int, ...] = (0,)) -> Floor:
    """Over referrals by one of their days."""
    which = f"WHERE {day} BETWEEN :start AND :end AND r.archived_at IS NULL AND {where}"
    return Floor(
        (f"SELECT {what} FROM referral r {which}",),
        (
            f"SELECT substr({day}, 1, 7), {_WHOSE_REFERRAL}, {what} FROM referral r {_SOURCE_OF_REFERRAL} {which} "
            "GROUP BY 1, 2",
        ),
        columns,
    )


def _lengths(seconds: str, day: str = "r.referral_on", where: str = "1") -> Floor:
    """How often each length occurs, for a median."""
    which = f"WHERE {day} BETWEEN :start AND :end AND r.archived_at IS NULL AND {where}"
    return Floor(
        (f"SELECT {seconds}, count(*) FROM referral r {which} GROUP BY 1",),
        (
            f"SELECT substr({day}, 1, 7), {_WHOSE_REFERRAL}, {seconds}, count(*) FROM referral r {_SOURCE_OF_REFERRAL} "
            f"{which} GROUP BY 1, 2, 3",
        ),
        (1,),
    )


def _visits(what: str, status: str = "completed", where: str = "1", *, counting: bool = False) -> Floor:
    """Over visits by their day."""
    kind = "JOIN visit_kind k ON k.id = v.kind_id AND k.counts" if counting else ""
    which = f"WHERE v.visit_on BETWEEN :start AND :end AND v.archived_at IS NULL AND v.status = '{status}' AND {where}"
    return Floor(
        (f"SELECT {what} FROM visit v {kind} {which}",),
        (
            f"SELECT substr(v.visit_on, 1, 7), coalesce(v.liaison_id, s.owner_id), {what} FROM visit v {kind} "
            f"JOIN referral_source s ON s.id = v.source_id {which} GROUP BY 1, 2",
        ),
    )


_LOST = "r.stage = 'not admitted' AND r.soc_on IS NULL"
_COUNT = "count(*)"
_SOC = "r.soc_on"
_SPENT = "sum(coalesce(v.minutes, 0) + coalesce(v.travel_minutes, 0))"
_COST = f"{_SPENT}, sum(v.miles * CASE WHEN v.visit_on >= '2026-01-01' THEN 72.5 ELSE 70 END)"
# When it was first decided stands in the history; what the referral itself notes holds only where that is silent.
_FIRST_DECIDED = """
coalesce((SELECT min(e.at) FROM referral_stage_entry e
           WHERE e.referral_id = r.id AND e.stage IN ('accepted', 'not admitted')
             AND e.at >= r.decided_at), r.decided_at)"""
_BEGUN = "coalesce(strftime('%s', r.soc_at), strftime('%s', r.soc_on, '+18 hours'))"
_TIMELY = """
sum(CASE WHEN r.ordered_soc IS NOT NULL THEN r.soc_on <= r.ordered_soc
         WHEN r.soc_on <= date(r.referral_on, '+2 days') THEN 1
         WHEN r.inpatient IS 0 THEN 0
         WHEN r.discharged_on > r.referral_on THEN r.soc_on <= date(r.discharged_on, '+2 days')
         ELSE 0 END)"""
_WITHIN = f"""
sum(CASE WHEN r.soc_on = r.ordered_soc THEN 1
         WHEN {_BEGUN} - {_RECEIVED} <= 172800 THEN 1
         WHEN {_BEGUN} - coalesce(strftime('%s', r.discharged_at), strftime('%s', r.discharged_on, '+18 hours'))
              BETWEEN 0 AND 172800 THEN 1
         ELSE 0 END)"""

# Days in UTC are the agency's days here: nothing falls due at night.
_GIVEN = "count(*), sum(l.given_at <= l.due_at)"
_DUE = (
    "WHERE l.due_at >= :start AND l.due_at < min(date(:end, '+1 day'), :now) AND l.waived_why IS NULL "
    "AND r.archived_at IS NULL"
)
_UPDATES = Floor(
    (f"SELECT {_GIVEN} FROM loop_update l JOIN referral r ON r.id = l.referral_id {_DUE}",),
    (
        f"SELECT substr(l.due_at, 1, 7), {_WHOSE_REFERRAL}, {_GIVEN} FROM loop_update l "
        f"JOIN referral r ON r.id = l.referral_id {_SOURCE_OF_REFERRAL} {_DUE} GROUP BY 1, 2",
    ),
)
_ANSWERED = f"""
FROM (SELECT r.referral_on, r.liaison_id, r.source_id, strftime('%s', min(l.given_at)) - {_RECEIVED} AS took
        FROM referral r JOIN loop_update l ON l.referral_id = r.id AND l.given_at IS NOT NULL
       WHERE r.referral_on BETWEEN :start AND :end AND r.archived_at IS NULL GROUP BY r.id) r"""
_REPLIES = Floor(
    (f"SELECT took, count(*) {_ANSWERED} GROUP BY 1",),
    (
        f"SELECT substr(r.referral_on, 1, 7), {_WHOSE_REFERRAL}, took, count(*) {_ANSWERED} {_SOURCE_OF_REFERRAL} "
        "GROUP BY 1, 2, 3",
    ),
    (1,),
)
_PROMISED = "count(*), sum(c.status = 'kept' AND c.closed_on <= c.due_on)"
_FELL_DUE = (
    "WHERE c.due_on BETWEEN :start AND :end AND c.archived_at IS NULL AND c.status <> 'withdrawn' "
    "AND (c.status <> 'open' OR c.due_on < :today)"
)
_PROMISES = Floor(
    (f"SELECT {_PROMISED} FROM commitment c {_FELL_DUE}",),
    (
        f"SELECT substr(c.due_on, 1, 7), coalesce(c.owner_id, s.owner_id), {_PROMISED} FROM commitment c "
        f"JOIN referral_source s ON s.id = c.source_id {_FELL_DUE} GROUP BY 1, 2",
    ),
)

_SEEN_OF = "v.source_id = c.source_id AND v.status = 'completed' AND v.archived_at IS NULL"
_FIRST_VISIT = f"""
FROM source_stage_change c
JOIN visit v ON v.id = (SELECT v.id FROM visit v JOIN visit_kind k ON k.id = v.kind_id AND k.counts WHERE {_SEEN_OF}
                         ORDER BY v.visit_on, v.id LIMIT 1)
{{0}} WHERE c.stage = 'prospective' AND c.on_day <= v.visit_on AND v.visit_on BETWEEN :start AND :end"""
_NTH_VISIT = f"""
FROM (SELECT v.visit_on, v.liaison_id, s.owner_id, t.visits_to_active AS wanted,
             row_number() OVER (PARTITION BY v.source_id ORDER BY v.visit_on, v.id) AS place
        FROM source_stage_change c CROSS JOIN referral_source s CROSS JOIN source_type t CROSS JOIN visit v
        JOIN visit_kind k ON k.id = v.kind_id AND k.counts
       WHERE c.stage = 'prospective' AND s.id = c.source_id AND t.id = s.type_id AND v.visit_on >= c.on_day
         AND {_SEEN_OF}) v
WHERE place = wanted AND v.visit_on BETWEEN :start AND :end"""
_BY_VISIT = "SELECT substr(v.visit_on, 1, 7)"

# First and last day of each month of the period.
_PIECES = """
WITH RECURSIVE piece(first, last) AS (
  SELECT :start, min(:end, date(:start, 'start of month', '+1 month', '-1 day'))
   UNION ALL SELECT date(last, '+1 day'), min(:end, date(last, '+1 day', '+1 month', '-1 day')) FROM piece
   WHERE last < :end)"""
_COUNTED = (
    "JOIN visit_kind k ON k.id = v.kind_id AND k.counts "
    "WHERE v.status = 'completed' AND v.archived_at IS NULL AND v.visit_on BETWEEN "
)
_PRIOR = Floor(
    (f"SELECT count(*) FROM visit v {_COUNTED} date(:start, '-365 days') AND date(:start, '-1 day')",),
    (
        f"""{_PIECES}, day AS (
        SELECT v.visit_on, coalesce(v.liaison_id, s.owner_id) AS whose, count(*) AS seen
          FROM visit v JOIN referral_source s ON s.id = v.source_id
          {_COUNTED} date(:start, '-31 days') AND date(:end, '-1 day') GROUP BY 1, 2)
        SELECT first, whose, sum(seen) FROM piece JOIN day
        ON visit_on BETWEEN date(first, (julianday(first) - julianday(last) - 1) || ' days') AND date(first, '-1 day')
        GROUP BY 1, 2""",
    ),
)

_ACTIVE = "s.stage = 'active' AND s.archived_at IS NULL"
_OF_SOURCE = (
    "SELECT max(v.visit_on) FROM visit v JOIN visit_kind k ON k.id = v.kind_id AND k.counts "
    "WHERE v.source_id = s.id AND v.status = 'completed' AND v.archived_at IS NULL AND v.visit_on"
)
_GAPS = f"""
FROM (SELECT v.source_id, v.visit_on, lag(v.visit_on) OVER (PARTITION BY v.source_id ORDER BY v.visit_on) AS before
        FROM (SELECT DISTINCT source_id, visit_on FROM visit v {_COUNTED} :start AND :end) v) g
JOIN referral_source s ON s.id = g.source_id AND {_ACTIVE}"""
_BEFORE = f"coalesce(before, ({_OF_SOURCE} < g.visit_on))"
_KEPT = f"sum(julianday(g.visit_on) - julianday({_BEFORE}) <= s.cadence_days + 7), count({_BEFORE})"
_LAST_UPTO = f"({_OF_SOURCE} <= min(last, :today))"
_RHYTHM = Floor(
    (
        f"""SELECT {_KEPT} {_GAPS} UNION ALL SELECT 0, count(*) FROM referral_source s
        WHERE {_ACTIVE} AND julianday(:today) - julianday(s.last_visit_on) > s.cadence_days + 7""",
    ),
    (
        f"""{_PIECES} SELECT substr(g.visit_on, 1, 7), s.owner_id, {_KEPT} {_GAPS} GROUP BY 1, 2
        UNION ALL SELECT first, s.owner_id, 0, count(*) FROM piece CROSS JOIN referral_source s
        WHERE {_ACTIVE} AND julianday(last) - julianday({_LAST_UPTO}) > s.cadence_days + 7 GROUP BY 1, 2""",
    ),
    (1,),
)
_COMPLIANCE = Floor(
    (f"SELECT count(*), sum(s.last_visit_on >= date(:today, -s.cadence_days || ' days')) FROM referral_source s "
     f"WHERE {_ACTIVE}",),
    (
        f"""{_PIECES} SELECT first, s.owner_id, count(*),
        sum(julianday(last) - julianday({_LAST_UPTO}) <= s.cadence_days)
        FROM piece CROSS JOIN referral_source s WHERE {_ACTIVE} GROUP BY 1, 2""",
    ),
)  # fmt: skip
_LIVING = "s.archived_at IS NULL AND s.stage <> 'inactive'"
# Where no potential is noted, providers, beds or residents by the rate of the type say it.
_KNOWN = """
coalesce(s.potential_per_month, nullif(s.providers, 0) * t.provider_rate,
         coalesce(nullif(s.beds, 0), nullif(s.residents, 0)) * t.bed_rate)"""
_OF_TYPES = "FROM referral_source s JOIN source_type t ON t.id = s.type_id"
_TYPICAL = f"SELECT s.type_id, {_KNOWN} {_OF_TYPES} WHERE {_LIVING} ORDER BY 1, 2"
_OF_A_YEAR = "r.archived_at IS NULL AND r.referral_on BETWEEN date({0}, '+1 day', '-1 year') AND {0}"
_POTENTIAL = Floor(
    (
        _TYPICAL,
        f"SELECT count(*) FROM referral r {_SOURCE_OF_REFERRAL} AND {_LIVING} WHERE {_OF_A_YEAR.format(':end')}",
        f"SELECT count(*), sum({_KNOWN}) {_OF_TYPES} WHERE {_LIVING}",
    ),
    (
        _TYPICAL,
        f"""{_PIECES} SELECT first, s.owner_id, count(*) FROM piece CROSS JOIN referral r {_SOURCE_OF_REFERRAL}
        AND {_LIVING} WHERE {_OF_A_YEAR.format("last")} GROUP BY 1, 2""",
        f"""{_PIECES} SELECT first, s.owner_id, count(*), sum(s.potential_per_month)
        FROM piece CROSS JOIN referral_source s WHERE {_LIVING} GROUP BY 1, 2""",
    ),
)
_VISITS_BEFORE = """
FROM (SELECT s.first_referral_on, s.owner_id,
             (SELECT count(*) FROM visit v JOIN visit_kind k ON k.id = v.kind_id AND k.counts
               WHERE v.source_id = s.id AND v.visit_on < s.first_referral_on AND v.status = 'completed'
                 AND v.archived_at IS NULL) AS seen
        FROM referral_source s WHERE s.first_referral_on BETWEEN :start AND :end)"""

_SENT, _STARTED, _SEEN = _referrals(_COUNT), _referrals(_COUNT, _SOC), _visits(_COUNT, counting=True)
_DROVE = _visits("count(*), sum(v.miles)")

FLOORS: Mapping[MeasureKey, Floor] = MappingProxyType(
    {
        MeasureKey.REFERRALS: _SENT,
        MeasureKey.ADMISSIONS: _STARTED,
        MeasureKey.CONVERSION: _referrals(f"count(*), count(r.soc_on), sum({_LOST})", columns=(1, 2)),
        MeasureKey.ACCEPTED_SHARE: _referrals(f"count(r.decided_at), count(*), sum({_LOST})"),
        MeasureKey.NOT_ADMITTED: _referrals(_COUNT, where=_LOST),
        MeasureKey.HOURS_TO_DECISION: _lengths(
            f"strftime('%s', {_FIRST_DECIDED}) - {_RECEIVED}", where="r.decided_at IS NOT NULL"
        ),
        MeasureKey.HOURS_TO_SOC: _lengths(f"{_BEGUN} - {_RECEIVED}", _SOC),
        MeasureKey.MINUTES_TO_FIRST_REPLY: _REPLIES,
        MeasureKey.TIMELY: _referrals(f"count(*), {_TIMELY}", _SOC),
        MeasureKey.WITHIN_48_HOURS: _referrals(f"count(*), {_WITHIN}", _SOC),
        MeasureKey.LOOP_ON_TIME: _UPDATES,
        MeasureKey.COMMITMENTS_KEPT: _PROMISES,
        MeasureKey.VISITS: _visits(_COUNT),
        MeasureKey.COUNTING_VISITS: _SEEN,
        MeasureKey.VISITS_PLANNED: _visits(_COUNT, "planned"),
        MeasureKey.VISITS_MISSED: _visits(_COUNT, "missed"),
        MeasureKey.MINUTES: _visits(f"count(*), {_SPENT}"),
        MeasureKey.MILES: _DROVE,
        MeasureKey.NEW_PROSPECTS: Floor(
            (f"SELECT count(*) {_FIRST_VISIT.format('')}",),
            (
                f"{_BY_VISIT}, coalesce(v.liaison_id, s.owner_id), count(*) "
                f"{_FIRST_VISIT.format('JOIN referral_source s ON s.id = v.source_id')} GROUP BY 1, 2",
            ),
        ),
        MeasureKey.FIFTH_VISITS: Floor(
            (f"SELECT count(*) {_NTH_VISIT}",),
            (f"{_BY_VISIT}, coalesce(v.liaison_id, v.owner_id), count(*) {_NTH_VISIT} GROUP BY 1, 2",),
        ),
        MeasureKey.ADVANCES_PER_VISIT: _visits("count(*), sum(v.advance = 'advance')", counting=True),
        MeasureKey.ASK_RATE: _visits("count(*), sum(v.ask <> 'not asked')", counting=True),
        MeasureKey.AGREED_ASKS: _visits(_COUNT, where="v.ask = 'agreed'", counting=True),
        MeasureKey.REFERRALS_PER_TEN_VISITS: _SENT.over(_SEEN),
        MeasureKey.REFERRALS_PER_HOUR: _SENT.over(_visits(f"count(*), {_SPENT}")),
        MeasureKey.REFERRALS_PER_PRIOR_VISIT: _SENT.over(_PRIOR),
        MeasureKey.RHYTHM_KEPT: _RHYTHM,
        MeasureKey.CADENCE_COMPLIANCE: _COMPLIANCE,
        MeasureKey.SHARE_OF_POTENTIAL: _POTENTIAL,
        MeasureKey.VISITS_TO_FIRST_REFERRAL: Floor(
            (f"SELECT seen, count(*) {_VISITS_BEFORE} GROUP BY 1",),
            (f"SELECT substr(first_referral_on, 1, 7), owner_id, seen, count(*) {_VISITS_BEFORE} GROUP BY 1, 2, 3",),
            (1,),
        ),
        MeasureKey.CONCENTRATION: _lengths("r.source_id", _SOC),
        MeasureKey.MILES_PER_ADMISSION: _DROVE.over(_STARTED),
        MeasureKey.COST_PER_ADMISSION: _visits(f"count(*), {_COST}").over(_STARTED),
        MeasureKey.SOURCE_VALUE: _STARTED,
    }
)
