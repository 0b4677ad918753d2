"""What measures need to know beside the rows: the day, the zone, the agency's numbers and rates."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from itertools import pairwise
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import ColumnElement, Connection, Float, Integer, String, bindparam, case, literal, select

from hhcrm.domain.measures import By, Grain
from hhcrm.domain.referrals import as_instant
from hhcrm.domain.setting_keys import SettingKey, rule_key
from hhcrm.domain.settings import Rules
from hhcrm.models.base import Instant
from hhcrm.queries.ground import REFERRAL, VISIT, not_archived, r, v
from hhcrm.queries.measure_models import MeasureFilter
from hhcrm.queries.pieces import pieces
from hhcrm.storage.settings import dated_settings, zone_and_rules

NOW = bindparam("now", type_=Instant())
"""The instant of asking: a statement is kept longer than it."""


@dataclass(frozen=True, slots=True)
class Rates:
    """What things cost or bring, in dollars, each with the day from which it holds; () where nothing is set.

    The earliest holds for the days before it too: what nobody noted then is guessed from it.
    """

    hour: tuple[tuple[date, float], ...] = ()
    mile: tuple[tuple[date, float], ...] = ()
    admission: tuple[tuple[date, float], ...] = ()


@dataclass(frozen=True, slots=True)
class Scene:
    """When one looks, and by which rules and rates."""

    today: date
    zone: ZoneInfo
    rules: Rules
    rates: Rates


def scene_of(connection: Connection, today: date) -> Scene:
    """The scene of today."""
    dated = dated_settings(connection)
    zone, rules = zone_and_rules(dated, today)
    rates = Rates(
        _rates(dated.get(rule_key("hourly_cost")), rules.hourly_cost),
        _rates([(day, cents / 100) for day, cents in dated.get(SettingKey.MILEAGE_CENTS, ())]),
        _rates(dated.get(rule_key("revenue_per_admission")), rules.revenue_per_admission),
    )
    return Scene(today, zone, rules, rates)


def records_from(connection: Connection) -> date | None:
    """The day of the first visit or referral that is not archived: before it nobody wrote anything down."""
    days = [
        connection.execute(select(day).where(not_archived(of), day.is_not(None)).order_by(day).limit(1)).scalar()
        for of, day in ((VISIT, v.visit_on), (REFERRAL, r.referral_on))
    ]
    return min((day for day in days if day is not None), default=None)


def _rates(rows: Sequence[tuple[date, Any]] | None, now: float | None = None) -> tuple[tuple[date, float], ...]:
    """The rates that are set; none where today's is taken away."""
    return () if now == 0 else tuple((day, float(value)) for day, value in rows or () if value)


def rate_on(day: ColumnElement[date], rates: tuple[tuple[date, float], ...]) -> ColumnElement[float]:
    """The rate that holds on a day."""
    later = [(day < from_on, literal(rate, Float())) for (_from, rate), (from_on, _rate) in pairwise(rates)]
    last = literal(rates[-1][1] if rates else 0.0, Float())
    return case(*later, else_=last) if later else last


@dataclass(frozen=True, slots=True)
class Span:
    """The days of a period, both included, as seen in a scene."""

    first: date
    last: date
    scene: Scene

    @property
    def begins_at(self) -> datetime:
        """The instant at which its first day begins."""
        return datetime.combine(self.first, time(), tzinfo=self.scene.zone)

    @property
    def ends_at(self) -> datetime:
        """The instant at which the day after its last one begins."""
        return datetime.combine(self.last + timedelta(days=1), time(), tzinfo=self.scene.zone)


@dataclass(frozen=True, slots=True)
class Asking:
    """One measure asked: the filter, the split, the grain, and when and by which rules one looks."""

    asked: MeasureFilter
    by: By | None
    grain: Grain
    scene: Scene
    now: datetime

    @property
    def cut(self) -> bool:
        """Whether the period is cut into pieces."""
        return self.grain is not Grain.WHOLE

    @property
    def span(self) -> Span:
        """The days of the period."""
        return Span(self.asked.from_on, self.asked.until_on, self.scene)


@lru_cache(maxsize=64)
def _changes(first: date, last: date, zone: ZoneInfo) -> tuple[tuple[date, int], ...]:
    """The days from which noon of the zone lies so many seconds after the beginning of the day in UTC."""
    found: list[tuple[date, int]] = []
    day = first
    while day <= last:
        noon = int((as_instant(day, zone) - datetime.combine(day, time(), UTC)).total_seconds())
        if not found or found[-1][1] != noon:  # the clocks were changed
            found.append((day, noon))
        day += timedelta(days=1)
    return tuple(found) or ((first, 0),)


def noon_of(day: ColumnElement[date], span: Span, margin: int = 0) -> ColumnElement[int]:
    """From the beginning of a day in UTC to noon of that day in the agency's zone, in seconds.

    Right for the days of the period and so many days before it and after.
    """
    more = timedelta(days=margin)
    changes = _changes(span.first - more, span.last + more, span.scene.zone)
    until = [first for first, _noon in changes[1:]]
    steps = [(day < end, literal(noon, Integer())) for end, (_day, noon) in zip(until, changes, strict=False)]
    last = literal(changes[-1][1], Integer())
    return case(*steps, else_=last) if steps else last


def seconds_ahead(instant: ColumnElement[datetime], span: Span) -> ColumnElement[int]:
    """How many seconds the agency's clocks are ahead of UTC at an instant of the period (or the days beside it)."""
    around = timedelta(days=2)
    first, last = span.begins_at.astimezone(UTC) - around, span.ends_at.astimezone(UTC) + around
    offsets = _offsets(first, last, span.scene.zone)
    steps = [(instant < literal(at, Instant()), literal(ahead, Integer())) for at, ahead in offsets[:-1]]
    return case(*steps, else_=literal(offsets[-1][1], Integer())) if steps else literal(offsets[-1][1], Integer())


def piece_at(instant: ColumnElement[datetime], span: Span, grain: Grain) -> ColumnElement[str]:
    """The first day of the piece of the period in which an instant lies, as text: by where the pieces begin."""
    begins = pieces(span.first, span.last, grain)
    midnights = [datetime.combine(day, time(), tzinfo=span.scene.zone) for day in begins[1:]]
    steps = [
        (instant < literal(at, Instant()), literal(day.isoformat(), String()))
        for day, at in zip(begins, midnights, strict=False)
    ]
    last = literal((begins[-1] if begins else span.first).isoformat(), String())
    return case(*steps, else_=last) if steps else last


@lru_cache(maxsize=64)
def _offsets(first: datetime, last: datetime, zone: ZoneInfo) -> tuple[tuple[datetime, int], ...]:
    """Until which instant the clocks are how many seconds ahead; the last holds to the end."""

    def ahead(at: datetime) -> int:
        offset = at.astimezone(zone).utcoffset()
        return 0 if offset is None else int(offset.total_seconds())

    found: list[tuple[datetime, int]] = []
    at = first
    while at < last:
        following = min(at + timedelta(days=1), last)
        if ahead(at) != ahead(following):
            low, high = at, following
            while high - low > timedelta(seconds=1):
                middle = low + timedelta(seconds=int((high - low).total_seconds()) // 2)
                low, high = (middle, high) if ahead(middle) == ahead(at) else (low, middle)
            found.append((high, ahead(at)))
        at = following
    return (*found, (last, ahead(last)))
