"""Share of potential: how much of what sources could send do they send us?

Referrals of the 12 months to the period's end (to today, as long as it has not come) / (12 x potential a month), of the
sources that are neither archived nor inactive; a source without a potential counts with the median of its type, a guess
(product.md, sections 5 and 6); those without either are left out and stand beside it. Potentials are today's.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    Date,
    Integer,
    Select,
    case,
    cast,
    false,
    func,
    literal,
    null,
    select,
    true,
)

from hhcrm.domain.measures import Better, By, Definition, MeasureKey, MeasureShape, MeasureUnit
from hhcrm.domain.wording import translate
from hhcrm.queries.expected import potentials_of_types
from hhcrm.queries.ground import REFERRAL, SOURCE, TYPE, living_source, r, s, t, year_start
from hhcrm.queries.measure_models import MeasureFilter
from hhcrm.queries.measures.behind import Page, in_group, rows_behind
from hhcrm.queries.measures.counting import Key, Place
from hhcrm.queries.measures.measure import Found, teams_of
from hhcrm.queries.measures.models import BehindPage, Reading
from hhcrm.queries.measures.of_sources import SOURCES, WITH_TYPE, sources_behind
from hhcrm.queries.measures.referrals import SENT
from hhcrm.queries.measures.rows import OF_SOURCES
from hhcrm.queries.measures.scene import Asking
from hhcrm.queries.measures.windows import by_day
from hhcrm.queries.pieces import ends, pieces
from hhcrm.queries.potentials import known_potential

_MONTHS = 12


def definition() -> Definition:
    """What it means."""
    return Definition(
        MeasureKey.SHARE_OF_POTENTIAL,
        translate("measures", "Share of potential"),
        MeasureUnit.SHARE,
        MeasureShape.RATIO,
        Better.MORE,
        formula=translate("measures", "Referrals of the last 12 months / (12 x potential a month)."),
        belongs_by=translate("measures", "The 12 months to the end of the period, or to today."),
        source=translate("measures", "Referrals as intake records them; potential as told, counted or estimated."),
        caveat=translate(
            "measures",
            "Where none is known the median of the type is taken: a guess. Potentials are today's.",
        ),
        by=OF_SOURCES,
    )


@dataclass(frozen=True, slots=True, eq=False)
class PotentialMeasure:
    """Referrals of twelve months by what the sources could send, as it stands at the end of each piece."""

    define: Callable[[], Definition]
    ahead: bool = False

    def found(self, connection: Connection, asking: Asking) -> Found:
        """Its readings."""
        last = min(asking.asked.until_on, asking.scene.today)
        if asking.asked.from_on > last:
            return Found(Reading(), {}, Reading())
        begins = pieces(asking.asked.from_on, last, asking.grain)
        days = ends(begins, last) or (last,)
        teams = teams_of(connection, asking.by)
        could = _could(connection)
        held: dict[Key, tuple[int, float, int]] = {}
        for key, count, potential, unknown in _potentials(connection, asking, could):
            group = teams.get(key) if asking.by is By.TEAM else key
            before = held.get(group, (0, 0.0, 0))
            held[group] = before[0] + count, before[1] + potential, before[2] + unknown
        sent = by_day(connection, _sent(asking, could, days), teams if asking.by is By.TEAM else None)
        at: dict[Place, Reading] = {}
        for group, of in held.items():
            for begin, day in zip(begins or (None,), days, strict=True):
                at[group, begin] = _reading(sent.between(group, year_start(day), day), *of)
        every = tuple(sum(of[place] for of in held.values()) for place in range(3))
        all_sent = sum(sent.between(group, year_start(last), last) for group in held)
        whole = _reading(all_sent, int(every[0]), float(every[1]), int(every[2]))
        return Found(whole, at, Reading())

    def behind(self, connection: Connection, asking: Asking, key: Key, page: Page, *, above: bool) -> BehindPage:
        """A page of the sources by name, or of their referrals."""
        day = min(asking.asked.until_on, asking.scene.today)
        could = _could(connection)
        if above:
            return _referrals_behind(connection, asking, key, page, could)
        cells = {
            translate("measures", "Potential a month"): could,
            translate("measures", "Referrals, 12 months"): _of_year(day),
        }
        which = [living_source(), could.is_not(None)]
        if asking.asked.from_on > day:
            which.append(false())
        return sources_behind(connection, asking, key, page, which, cells, true())


def _referrals_behind(
    connection: Connection, asking: Asking, key: Key, page: Page, could: ColumnElement[Any]
) -> BehindPage:
    """The referrals of the sources that are meant: whose they are is the owner's of the source."""
    day = min(asking.asked.until_on, asking.scene.today)
    meant = [living_source(), could.is_not(None), *SOURCES.conditions(asking.asked)]
    if asking.by is not None:
        meant.append(in_group(SOURCES.column(asking.by), asking.by, key))
    sent = replace(SENT, which=(r.source_id.in_(select(s.id).select_from(WITH_TYPE).where(*meant)),))
    days = MeasureFilter(year_start(day), day)
    return rows_behind(connection, sent, replace(asking, asked=days, by=None), None, page)


def _could(connection: Connection) -> ColumnElement[Any]:
    """A source's potential, or the median of its type."""
    unknown = select(s.id).select_from(WITH_TYPE).where(living_source(), known_potential().is_(None)).limit(1)
    typical = potentials_of_types(connection) if connection.execute(unknown).first() is not None else {}
    if not typical:
        return known_potential()
    guess = case(typical, value=s.type_id, else_=null())
    return func.coalesce(known_potential(), guess)


def _potentials(connection: Connection, asking: Asking, could: ColumnElement[Any]) -> list[tuple[Key, int, float, int]]:
    """By group: sources with a potential, its sum, and sources without any."""
    key: ColumnElement[Any] = cast(null(), Integer) if asking.by is None else SOURCES.column(asking.by)
    rows = connection.execute(
        select(
            key.label("key"), func.count(could), func.coalesce(func.sum(could), 0.0), func.count()
        )
        .select_from(WITH_TYPE)
        .where(living_source(), *SOURCES.conditions(asking.asked))
        .group_by(*_grouped(key=asking.by is not None))
    )  # fmt: skip
    found = [(group, int(count), float(potential), int(every)) for group, count, potential, every in rows]
    return [(group, count, potential, every - count) for group, count, potential, every in found if every]


def _grouped(**columns: bool) -> list[str]:
    """The columns that vary: grouping by one that is always the same would sort all rows for nothing."""
    return [name for name, varies in columns.items() if varies]


def _sent(asking: Asking, could: ColumnElement[Any], days: tuple[date, ...]) -> Select[Any]:
    """Referrals by group and day, from twelve months before the first day on."""
    wide = replace(asking.asked, from_on=year_start(days[0]), until_on=days[-1])
    # One window needs no days.
    day: ColumnElement[date] = r.referral_on if len(days) > 1 else literal(days[-1], Date())
    key: ColumnElement[Any] = cast(null(), Integer) if asking.by is None else SOURCES.column(asking.by)
    return (
        select(key.label("key"), day.label("day"), func.count().label("count_of"))
        .select_from(REFERRAL.join(SOURCE, r.source_id == s.id).join(TYPE, s.type_id == t.id))
        .where(
            r.archived_at.is_(None),
            r.referral_on >= wide.from_on,
            r.referral_on <= wide.until_on,
            living_source(),
            could.is_not(None),
            *SOURCES.conditions(wide),
        )
        .group_by(*_grouped(key=asking.by is not None, day=len(days) > 1))
    )


def _of_year(day: date) -> ColumnElement[int]:
    return (
        select(func.count())
        .where(r.source_id == s.id, r.archived_at.is_(None), r.referral_on >= year_start(day), r.referral_on <= day)
        .correlate(SOURCE)
        .scalar_subquery()
    )


def _reading(sent: int, sources: int, potential: float, unknown: int) -> Reading:
    base = _MONTHS * potential
    words = translate("measures", "Sources without a potential: {count}.")
    lacks = words.format(count=unknown) if unknown else ""
    return Reading(sent / base if base else None, sources, float(sent), base, unknown, lacks)


MEASURE = PotentialMeasure(definition)
