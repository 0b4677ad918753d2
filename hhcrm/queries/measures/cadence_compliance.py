"""Cadence compliance: at which share of the active sources were we lately enough?

Active sources whose last counting visit, on the period's last day (or today, as long as it has not come), is not longer
ago than their cadence / active sources; told for the end of each piece (domain.md (f)). By the sources that are active
today and their cadence of today, without days of grace; one that was never visited is not within it.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    Date,
    Integer,
    Select,
    and_,
    case,
    cast,
    false,
    func,
    literal,
    null,
    select,
)

from hhcrm.domain.measures import Better, By, Definition, MeasureKey, MeasureShape, MeasureUnit
from hhcrm.domain.wording import translate
from hhcrm.domain.words import SourceStage
from hhcrm.queries.ground import (
    KIND,
    VISIT,
    cadence_in_force,
    counting_visit,
    days_between,
    k,
    s,
    v,
)
from hhcrm.queries.measure_models import MeasureFilter
from hhcrm.queries.measures.behind import Page
from hhcrm.queries.measures.counting import Key, Place
from hhcrm.queries.measures.measure import Found, teams_of
from hhcrm.queries.measures.models import BehindPage, Reading
from hhcrm.queries.measures.of_sources import SOURCES, WITH_TYPE, sources_behind
from hhcrm.queries.measures.rows import OF_SOURCES
from hhcrm.queries.measures.scene import Asking
from hhcrm.queries.pieces import ends, pieces
from hhcrm.queries.rhythm import last_visit_until

_ACTIVE = and_(s.stage == SourceStage.ACTIVE, s.archived_at.is_(None))


def definition() -> Definition:
    """What it means."""
    return Definition(
        MeasureKey.CADENCE_COMPLIANCE,
        translate("measures", "Cadence compliance"),
        MeasureUnit.SHARE,
        MeasureShape.SHARE,
        Better.MORE,
        formula=translate("measures", "Active sources visited within their cadence / active sources."),
        belongs_by=translate("measures", "The end of the period, or today as long as it has not come."),
        source=translate("measures", "Visits that count, against the cadence of each source."),
        caveat=translate("measures", "Of the sources active today, by today's cadence; without days of grace."),
        by=OF_SOURCES,
    )


@dataclass(frozen=True, slots=True, eq=False)
class ComplianceMeasure:
    """Active sources as they stand at the end of each piece."""

    define: Callable[[], Definition]
    ahead: bool = False

    def found(self, connection: Connection, asking: Asking) -> Found:
        """Its readings."""
        today = asking.scene.today
        if asking.asked.from_on > min(asking.asked.until_on, today):
            return Found(Reading(), {}, Reading())
        last = min(asking.asked.until_on, today)
        begins = pieces(asking.asked.from_on, last, asking.grain)
        days = ends(begins, last) or (last,)
        teams = teams_of(connection, asking.by)

        def group(key: Key) -> Key:
            return teams.get(key) if asking.by is By.TEAM else key

        active: dict[Key, int] = {}
        within: dict[tuple[Key, int], int] = {}
        for key, count, kept in connection.execute(_standing(asking.asked, asking.by, last)):
            active[group(key)] = active.get(group(key), 0) + int(count)
            within[group(key), len(days) - 1] = within.get((group(key), len(days) - 1), 0) + int(kept)
        for key, place, count in _within(connection, asking, days[:-1]):
            within[group(key), place] = within.get((group(key), place), 0) + count
        at: dict[Place, Reading] = {}
        for key, count in active.items():
            for place, begin in enumerate(begins or (None,)):
                at[key, begin] = _reading(within.get((key, place), 0), count)
        whole = sum(count for (_key, place), count in within.items() if place == len(days) - 1)
        return Found(_reading(whole, sum(active.values())), at, Reading())

    def behind(self, connection: Connection, asking: Asking, key: Key, page: Page, *, above: bool) -> BehindPage:
        """A page of the active sources by name."""
        day = min(asking.asked.until_on, asking.scene.today)
        last = last_visit_until(day)
        cells: dict[str, ColumnElement[Any]] = {
            translate("measures", "Last visit"): last,
            translate("measures", "Cadence, days"): cadence_in_force(),
        }
        ago = days_between(literal(day, Date()), last)
        counted = func.coalesce(ago <= cadence_in_force(), literal(value=False))
        which = (_ACTIVE,) if asking.asked.from_on <= day else (_ACTIVE, false())
        return sources_behind(connection, asking, key, page, which, cells, counted)


def _reading(part: int, cases: int) -> Reading:
    return Reading(part / cases if cases else None, cases, float(part))


def _key(by: By | None) -> ColumnElement[Any]:
    return (cast(null(), Integer) if by is None else SOURCES.column(by)).label("key")


@lru_cache(maxsize=64)
def _standing(asked: MeasureFilter, by: By | None, day: date) -> Select[Any]:
    """By group: active sources, and those that are within their cadence on a day."""
    ago = days_between(literal(day, Date()), last_visit_until(day))
    return (
        select(_key(by), func.count(), func.count(case((ago <= cadence_in_force(), 1))))
        .select_from(WITH_TYPE)
        .where(_ACTIVE, *SOURCES.conditions(asked))
        .group_by("key")
    )


def _within(connection: Connection, asking: Asking, days: tuple[date, ...]) -> list[tuple[Key, int, int]]:
    """By group and place of the day: how many were within their cadence.

    Each visit keeps its source within the cadence until so many days later, or until the next visit.
    """
    if not days:
        return []
    which = and_(_ACTIVE, *SOURCES.conditions(asking.asked))
    most = select(func.coalesce(func.max(cadence_in_force()), 0)).select_from(WITH_TYPE).where(which)
    longest = connection.execute(most).scalar_one()
    seen = (
        select(_key(asking.by), s.id.label("source_id"), v.visit_on, cadence_in_force().label("cadence"))
        .select_from(WITH_TYPE.join(VISIT, v.source_id == s.id).join(KIND, v.kind_id == k.id))
        .where(which, counting_visit(), v.visit_on >= days[0] - timedelta(days=int(longest)), v.visit_on <= days[-1])
        .distinct()
        .subquery("seen")
    )
    following = func.lead(seen.c.visit_on).over(partition_by=seen.c.source_id, order_by=seen.c.visit_on)
    spans = select(seen.c.key, seen.c.visit_on, seen.c.cadence, following.label("following")).subquery("spans")
    kept = days_between(spans.c.following, spans.c.visit_on) - 1
    lasts = case((kept < spans.c.cadence, kept), else_=spans.c.cadence)
    rows = connection.execute(
        select(spans.c.key, spans.c.visit_on, lasts.label("lasts"), func.count()).group_by(
            spans.c.key, spans.c.visit_on, "lasts"
        )
    )
    found: dict[tuple[Key, int], int] = {}
    for key, visit_on, lasting, count in rows:
        first, last = bisect_left(days, visit_on), bisect_right(days, visit_on + timedelta(days=int(lasting)))
        for place in range(first, last):
            found[key, place] = found.get((key, place), 0) + int(count)
    return [(key, place, count) for (key, place), count in found.items()]


MEASURE = ComplianceMeasure(definition)
