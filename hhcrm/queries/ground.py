"""What several questions share: tables by short names, conditions, periods, SQL that both kinds of database know."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Table, bindparam, case, cast, func, literal, select
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.compiler import SQLCompiler
from sqlalchemy.sql.functions import GenericFunction
from sqlalchemy.types import Date, Integer

from hhcrm.domain.cadence import TIER_CADENCES
from hhcrm.domain.setting_keys import rule_key
from hhcrm.domain.settings import DEFAULTS
from hhcrm.domain.words import SourceStage, VisitStatus
from hhcrm.models.commitments import Commitment
from hhcrm.models.contacts import Affiliation, Contact
from hhcrm.models.lookups import ContactRole, Payer, ServiceLine, SourceType, VisitKind
from hhcrm.models.referrals import Referral
from hhcrm.models.settings import Setting
from hhcrm.models.sources import ReferralSource
from hhcrm.models.users import Territory, User
from hhcrm.models.visits import Visit, VisitContact

QUARTER_DAYS = 90
"""How far back "90 days" reaches, today included."""

LIST = "; "
"""What parts the items of a list in one text (interfaces.md)."""


def table(model: type[Any]) -> Table:
    """The Core table of a mapped class."""
    found = model.__table__
    assert isinstance(found, Table)
    return found


SOURCE, TYPE, USER, TERRITORY = table(ReferralSource), table(SourceType), table(User), table(Territory)
VISIT, KIND, MET = table(Visit), table(VisitKind), table(VisitContact)
CONTACT, AFFILIATION, ROLE = table(Contact), table(Affiliation), table(ContactRole)
REFERRAL, PAYER, SERVICE_LINE = table(Referral), table(Payer), table(ServiceLine)
COMMITMENT = table(Commitment)

s, t, u, v, k, r, c = SOURCE.c, TYPE.c, USER.c, VISIT.c, KIND.c, REFERRAL.c, CONTACT.c


class days_between(GenericFunction[int]):  # noqa: N801  # named as SQL names its functions
    """Calendar days from the second day to the first."""

    type = Integer()
    inherit_cache = True
    name = "days_between"


@compiles(days_between)
def _days(element: Any, compiler: SQLCompiler, **kw: Any) -> str:
    later, earlier = (compiler.process(clause, **kw) for clause in element.clauses)
    return f"({later} - {earlier})"


@compiles(days_between, "sqlite")
def _days_on_sqlite(element: Any, compiler: SQLCompiler, **kw: Any) -> str:
    later, earlier = (compiler.process(clause, **kw) for clause in element.clauses)
    return f"CAST(julianday({later}) - julianday({earlier}) AS INTEGER)"


class instant_seconds(GenericFunction[int]):  # noqa: N801  # named as SQL names its functions
    """Whole seconds from 1970 to an instant, or to the beginning of a day in UTC."""

    inherit_cache = True
    name = "instant_seconds"


@compiles(instant_seconds)
def _seconds(element: Any, compiler: SQLCompiler, **kw: Any) -> str:
    instant = compiler.process(next(iter(element.clauses)), **kw)
    return f"CAST(floor(extract(epoch FROM {instant})) AS BIGINT)"


@compiles(instant_seconds, "sqlite")
def _seconds_on_sqlite(element: Any, compiler: SQLCompiler, **kw: Any) -> str:
    return f"CAST(strftime('%s', {compiler.process(next(iter(element.clauses)), **kw)}) AS INTEGER)"


class month_of(GenericFunction[str]):  # noqa: N801  # named as SQL names its functions
    """The month of a day as text: 2026-11."""

    inherit_cache = True
    name = "month_of"


@compiles(month_of)
def _month(element: Any, compiler: SQLCompiler, **kw: Any) -> str:
    return f"to_char({compiler.process(next(iter(element.clauses)), **kw)}, 'YYYY-MM')"


@compiles(month_of, "sqlite")
def _month_on_sqlite(element: Any, compiler: SQLCompiler, **kw: Any) -> str:
    return f"substr({compiler.process(next(iter(element.clauses)), **kw)}, 1, 7)"


class week_of(GenericFunction[str]):  # noqa: N801  # named as SQL names its functions
    """The Monday of a day's week (ISO 8601) as text: 2026-11-23."""

    inherit_cache = True
    name = "week_of"


@compiles(week_of)
def _week(element: Any, compiler: SQLCompiler, **kw: Any) -> str:
    return f"to_char(date_trunc('week', {compiler.process(next(iter(element.clauses)), **kw)}), 'YYYY-MM-DD')"


@compiles(week_of, "sqlite")
def _week_on_sqlite(element: Any, compiler: SQLCompiler, **kw: Any) -> str:
    return f"date({compiler.process(next(iter(element.clauses)), **kw)}, '-6 days', 'weekday 1')"


class days_on(GenericFunction[date]):  # noqa: N801  # named as SQL names its functions
    """The day so many days after a day; before it, where the number is below 0."""

    type = Date()
    inherit_cache = True
    name = "days_on"


@compiles(days_on)
def _days_on(element: Any, compiler: SQLCompiler, **kw: Any) -> str:
    day, days = (compiler.process(clause, **kw) for clause in element.clauses)
    return f"({day} + ({days})::integer)"


@compiles(days_on, "sqlite")
def _days_on_on_sqlite(element: Any, compiler: SQLCompiler, **kw: Any) -> str:
    day, days = (compiler.process(clause, **kw) for clause in element.clauses)
    return f"date({day}, ({days}) || ' days')"


class day_at(GenericFunction[date]):  # noqa: N801  # named as SQL names its functions
    """The day on which an instant falls where the clocks are so many seconds ahead of UTC."""

    type = Date()
    inherit_cache = True
    name = "day_at"


@compiles(day_at)
def _day_at(element: Any, compiler: SQLCompiler, **kw: Any) -> str:
    instant, seconds = (compiler.process(clause, **kw) for clause in element.clauses)
    return f"CAST(({instant} AT TIME ZONE 'UTC') + ({seconds}) * INTERVAL '1 second' AS DATE)"


@compiles(day_at, "sqlite")
def _day_at_on_sqlite(element: Any, compiler: SQLCompiler, **kw: Any) -> str:
    instant, seconds = (compiler.process(clause, **kw) for clause in element.clauses)
    return f"date({instant}, ({seconds}) || ' seconds')"


def not_archived(of: Table) -> ColumnElement[bool]:
    """Rows that are not archived."""
    return of.c.archived_at.is_(None)


def living_source() -> ColumnElement[bool]:
    """Sources that are neither archived nor inactive."""
    return SOURCE.c.archived_at.is_(None) & (s.stage != SourceStage.INACTIVE)


def counting_visit() -> ColumnElement[bool]:
    """Completed visits of kinds that count; needs `VISIT` joined to `KIND`."""
    return (v.status == VisitStatus.COMPLETED) & k.counts & v.archived_at.is_(None)


_SETTING = table(Setting).c


def _newest_number(rule: str) -> ColumnElement[int]:
    """A whole number that the agency has set: the newest, from which due dates too are computed (`storage.derived`)."""
    return (
        select(cast(_SETTING.value, Integer))
        .where(_SETTING.key == rule_key(rule))
        .order_by(_SETTING.from_on.desc())
        .limit(1)
        .scalar_subquery()
    )


def cadence_in_force() -> ColumnElement[int]:
    """A source's own cadence, else its tier's, its type's, the agency's; needs `SOURCE` joined to `TYPE`.

    `hhcrm.domain.cadence.cadence_in_force` says the same of one source.
    """
    of_tier = case(*((s.tier == tier, func.nullif(_newest_number(rule), 0)) for tier, rule in TIER_CADENCES.items()))
    of_agency = _newest_number("default_cadence_days")
    return func.coalesce(s.cadence_days, of_tier, t.cadence_days, of_agency, literal(DEFAULTS.default_cadence_days))


def visits_wanted() -> ColumnElement[int]:
    """The visit at which a prospect is decided: its own, else its type's; needs `SOURCE` joined to `TYPE`."""
    return func.coalesce(s.see_on_until, t.visits_to_active)


def referrals_since(first: str) -> ColumnElement[int]:
    """How many referrals a source sent from the bound day `first` to the bound day `today`, by the index."""
    return (
        select(func.count())
        .select_from(REFERRAL)
        .where(
            r.source_id == s.id,
            r.referral_on >= bindparam(first, type_=r.referral_on.type),
            r.referral_on <= bindparam("today", type_=r.referral_on.type),
            r.archived_at.is_(None),
        )
        .correlate(SOURCE)
        .scalar_subquery()
    )


def periods(today: date) -> dict[str, date]:
    """The bound days of the last 90 days and the last 12 months, both with today."""
    return {"today": today, "d90": quarter_start(today), "m12": year_start(today)}


def quarter_start(today: date) -> date:
    """The first of the last 90 days."""
    return today - timedelta(days=QUARTER_DAYS - 1)


def year_start(today: date) -> date:
    """The first day of the 12 months that end today: 24 November 2025 on 23 November 2026."""
    return months_back(today, 12) + timedelta(days=1)


def months_back(day: date, months: int) -> date:
    """The same day so many months before, the month's last day where it has no such day."""
    place = day.year * 12 + day.month - 1 - months
    year, month = divmod(place, 12)
    first_of_next = _first_of(place + 1)
    return date(year, month + 1, min(day.day, (first_of_next - timedelta(days=1)).day))


def _first_of(place: int) -> date:
    year, month = divmod(place, 12)
    return date(year, month + 1, 1)


def person_name(first: str, last: str, credentials: str | None = None) -> str:
    """A person's name with credentials."""
    plain = f"{first} {last}".strip()
    return f"{plain}, {credentials}" if credentials else plain


def full_name() -> ColumnElement[str]:
    """First and last name of `CONTACT` in SQL."""
    return func.trim(c.first_name + " " + c.last_name)


def tag_list(tags: str) -> tuple[str, ...]:
    """The tags of a source's text."""
    return tuple(tag.strip() for tag in tags.split(";") if tag.strip())
