"""Who could take the free places of a cohort: the best by what is expected of them, with the reason in words."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta
from statistics import median
from typing import Any

from sqlalchemy import ColumnElement, Connection, and_, exists, func, or_, select

from hhcrm.domain.days import say_month_day, short_month
from hhcrm.domain.errors import NotFound
from hhcrm.domain.settings import Rules
from hhcrm.domain.text import name_key
from hhcrm.domain.waterfall import cohort_of, free_places, short_type
from hhcrm.domain.week_plan import Place, miles_between
from hhcrm.domain.wording import translate
from hhcrm.domain.words import SourceStage
from hhcrm.domain.worth import expected_referrals
from hhcrm.queries.expected import median_shares, source_figures
from hhcrm.queries.ground import REFERRAL, SOURCE, TERRITORY, TYPE, not_archived, r, s, t, u, year_start
from hhcrm.queries.potentials import known_potential
from hhcrm.queries.waterfall import COHORT, MEMBER, NEWEST_PLACE, parts, standing
from hhcrm.queries.waterfall_models import Candidate, Filling
from hhcrm.storage.settings import rules_on

SHOWN = 3
"""Candidates that are shown at once."""

RESTED_DAYS = 180
"""An inactive source is looked at again after so many days."""

_NEW_DAYS = 75
_NEAR_MILES = 5.0
_m, _c = MEMBER.c, COHORT.c

_FINAL = ("closed", "merged", "moved out", "moved away", "out of business", "duplicate", "excluded", "retired")
"""Beginnings and parts of reasons after which nobody comes back, as people write them."""


def cohort_filling(connection: Connection, liaison_id: int, month: date, today: date, limit: int = SHOWN) -> Filling:
    """A liaison's cohort of a month and who could fill it. Raises NotFound."""
    rules = rules_on(connection, today)
    name = connection.execute(select(u.name).where(u.id == liaison_id)).scalar_one_or_none()
    if name is None:
        raise NotFound(translate("services", "That person is no longer there."))
    size, free = _places(connection, liaison_id, cohort_of(month), rules)
    rows = [row for row in _rows(connection, liaison_id, today) if _may_come_back(row)]
    expected = _expected(connection, rows, rules, today)
    rows.sort(key=lambda row: (-expected[row.id], row.name_key, row.id))
    around = _Around(connection, liaison_id)
    candidates = tuple(
        Candidate(row.id, row.name, expected[row.id], _reason(row, around, today), row.owner_id is not None)
        for row in rows[:limit]
    )
    return Filling(liaison_id, name, cohort_of(month), size, free, len(rows), candidates)


def _places(connection: Connection, liaison_id: int, month: date, rules: Rules) -> tuple[int, int]:
    """How large a cohort is, and how many of its places are free."""
    cohort = connection.execute(select(_c.id, _c.size).where(_c.liaison_id == liaison_id, _c.month == month)).first()
    if cohort is None:
        return rules.cohort_size, free_places(0, rules.cohort_size)
    members = connection.execute(
        select(_m.left_on, s.stage, s.stage_visits, NEWEST_PLACE.label("newest"))
        .join_from(MEMBER, SOURCE, _m.source_id == s.id)
        .where(_m.cohort_id == cohort.id, not_archived(SOURCE))
    ).all()
    return cohort.size, standing(members, cohort.size, rules.visits_to_active).free


def _rows(connection: Connection, liaison_id: int, today: date) -> Sequence[Any]:
    """Prospects without a cohort and inactive ones that have rested, the liaison's or nobody's on their ground."""
    in_cohort = exists().where(_m.source_id == s.id, _m.left_on.is_(None)).correlate(SOURCE)
    rested = and_(s.stage == SourceStage.INACTIVE, s.stage_since <= today - timedelta(days=RESTED_DAYS))
    return connection.execute(
        select(
            s.id, s.version, s.name, s.name_key, s.type_id, s.stage, s.stage_since, s.inactive_reason, s.owner_id,
            known_potential().label("potential_per_month"), s.first_referral_on, s.providers, s.beds, s.residents,
            s.address, s.zip, s.city,
            s.latitude, s.longitude, s.created_on, t.name.label("type"), t.code, TERRITORY.c.name.label("territory"),
        )
        .select_from(
            SOURCE.join(TYPE, s.type_id == t.id).outerjoin(TERRITORY, s.territory_id == TERRITORY.c.id)
        )
        .where(
            not_archived(SOURCE), or_(and_(s.stage == SourceStage.PROSPECTIVE, ~in_cohort), rested), _whose(liaison_id)
        )
    ).all()  # fmt: skip


def _whose(liaison_id: int) -> ColumnElement[bool]:
    ground = func.coalesce(TERRITORY.c.liaison_id, liaison_id) == liaison_id
    return or_(s.owner_id == liaison_id, and_(s.owner_id.is_(None), ground))


def _may_come_back(row: Any) -> bool:
    if row.stage != SourceStage.INACTIVE:
        return True
    why = name_key(row.inactive_reason or "")
    return not any(words in why for words in _FINAL)


def _expected(connection: Connection, rows: Sequence[Any], rules: Rules, today: date) -> Mapping[int, float]:
    """Referrals a month to expect (product.md, section 5), also of those who are inactive."""
    if not rows:
        return {}
    figures = source_figures(connection, today)
    shares, sent = median_shares(figures), {one.row.id: one.sent for one in figures}
    by_type: dict[int, list[float]] = defaultdict(list)
    for one in figures:
        if one.row.potential_per_month is not None:
            by_type[one.row.type_id].append(one.row.potential_per_month)
    typical = {type_id: median(known) for type_id, known in by_type.items()}
    sent |= _sent_by(connection, [row.id for row in rows if row.id not in sent], today)
    found = {}
    for row in rows:
        potential = typical.get(row.type_id) if row.potential_per_month is None else row.potential_per_month
        in_year = sent.get(row.id, 0) if row.first_referral_on is not None else None
        found[row.id] = expected_referrals(potential, in_year, shares.get(row.type_id), rules)
    return found


def _sent_by(connection: Connection, ids: Sequence[int], today: date) -> dict[int, int]:
    """Referrals of the last 12 months of these sources: the inactive ones."""
    found: dict[int, int] = {}
    for part in parts(ids):
        year = and_(r.referral_on >= year_start(today), r.referral_on <= today, not_archived(REFERRAL))
        rows = connection.execute(
            select(r.source_id, func.count()).where(r.source_id.in_(part), year).group_by(r.source_id)
        )
        found.update(rows.all())
    return found


class _Around:
    """The liaison's active sources, to say what a candidate lies near to."""

    def __init__(self, connection: Connection, liaison_id: int) -> None:
        self._rows = connection.execute(
            select(s.id, s.name, s.address, s.zip, s.latitude, s.longitude)
            .where(s.owner_id == liaison_id, s.stage == SourceStage.ACTIVE, not_archived(SOURCE))
            .order_by(s.name_key, s.id)
        ).all()

    def said(self, row: Any) -> str:
        """What lies near: the same building, so many miles, the same ZIP; "" where nothing does."""
        inside = next((one for one in self._rows if one.address and _building(one) == _building(row)), None)
        if inside is not None:
            return translate("waterfall", "same building as {source}").format(source=inside.name)
        near = self._nearest(row)
        if near is not None:
            miles, one = near
            if miles < 1:
                return translate("waterfall", "less than a mile from {source}").format(source=one.name)
            return translate("waterfall", "{miles} mi from {source}").format(miles=round(miles), source=one.name)
        beside = next((one for one in self._rows if row.zip and _five(one.zip) == _five(row.zip)), None)
        return "" if beside is None else translate("waterfall", "same ZIP as {source}").format(source=beside.name)

    def _nearest(self, row: Any) -> tuple[float, Any] | None:
        here = _point(row)
        if here is None:
            return None
        known = [(miles_between(here, there), n) for n, one in enumerate(self._rows) if (there := _point(one))]
        miles, place = min(known, default=(_NEAR_MILES + 1, 0))
        return (miles, self._rows[place]) if miles <= _NEAR_MILES else None


def _point(row: Any) -> Place | None:
    return None if row.latitude is None or row.longitude is None else Place(row.latitude, row.longitude)


def _five(code: str | None) -> str:
    return (code or "")[:5]


def _building(row: Any) -> tuple[str, str]:
    return name_key(row.address or ""), _five(row.zip)


def _reason(row: Any, around: _Around, today: date) -> str:
    """Why this one: what it is and how large, whether it is new, what it lies near to, and whose ground it is on."""
    return ", ".join(part for part in (*_size(row), _since(row, today), around.said(row), _ground(row)) if part)


def _size(row: Any) -> Iterable[str]:
    yield short_type(row.code, row.type)
    for count, one, many in (
        (row.beds, translate("waterfall", "1 bed"), translate("waterfall", "{count} beds")),
        (row.providers, translate("waterfall", "1 provider"), translate("waterfall", "{count} providers")),
        (row.residents, translate("waterfall", "1 resident"), translate("waterfall", "{count} residents")),
    ):
        if count:
            yield one if round(count) == 1 else many.format(count=f"{count:,.0f}")


def _since(row: Any, today: date) -> str:
    if row.stage == SourceStage.INACTIVE:
        words = translate("waterfall", "inactive since {day}")
        said = words.format(day=_month_said(row.stage_since, today))
        return f"{said}: {row.inactive_reason}" if row.inactive_reason else said
    if (today - row.created_on).days <= _NEW_DAYS:
        return translate("waterfall", "new in {month}").format(month=short_month(row.created_on.month))
    return translate("waterfall", "found {day}").format(day=say_month_day(row.created_on))


def _month_said(day: date, today: date) -> str:
    month = short_month(day.month)
    return month if day.year == today.year else f"{month} {day.year}"


def _ground(row: Any) -> str:
    if row.owner_id is not None:
        return ""
    if row.territory is None:
        return translate("waterfall", "nobody's yet")
    return translate("waterfall", "nobody's yet, in {territory}").format(territory=row.territory)
