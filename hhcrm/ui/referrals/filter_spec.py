"""A filter of referrals as a saved view keeps it, and the periods by name. Without Qt."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields
from datetime import date, timedelta
from enum import StrEnum
from typing import Any, Final

from hhcrm.domain.days import say_day
from hhcrm.domain.words import ReasonOwner, ReferralStage
from hhcrm.queries.referral_models import ReferralFilter

_DAYS: Final = ("from_on", "until_on")
_QUARTER, _YEAR = 90, 365


class Period(StrEnum):
    """The last so many days or months, today included."""

    ANY = ""
    THIS_MONTH = "this month"
    LAST_MONTH = "last month"
    DAYS_90 = "90 days"
    MONTHS_12 = "12 months"
    CUSTOM = "custom"


def days_of(period: Period, today: date) -> tuple[date | None, date | None]:
    """The first and last day of a period by name."""
    first = today.replace(day=1)
    found: dict[Period, tuple[date | None, date | None]] = {
        Period.THIS_MONTH: (first, today),
        Period.LAST_MONTH: ((first - timedelta(days=1)).replace(day=1), first - timedelta(days=1)),
        Period.DAYS_90: (today - timedelta(days=_QUARTER - 1), today),
        Period.MONTHS_12: (today - timedelta(days=_YEAR - 1), today),
    }
    return found.get(period, (None, None))


def period_of(which: ReferralFilter, today: date) -> Period:
    """The name of a filter's period, where it has one."""
    days = (which.from_on, which.until_on)
    if days == (None, None):
        return Period.ANY
    return next((period for period in Period if period and days_of(period, today) == days), Period.CUSTOM)


def period_words(which: ReferralFilter, today: date) -> str:
    """A period without a name in words: Mon, Nov 2 - Fri, Nov 20."""
    days = (say_day(day, today) if day is not None else "" for day in (which.from_on, which.until_on))
    return " \N{EN DASH} ".join(days).strip()


def spec_of(which: ReferralFilter, today: date) -> dict[str, Any]:
    """A filter as JSON keeps it, without what is empty; a period with a name moves on with the days."""
    values = {f.name: getattr(which, f.name) for f in fields(which) if getattr(which, f.name) != f.default}
    period = period_of(which, today)
    if period not in (Period.ANY, Period.CUSTOM):
        values = {name: value for name, value in values.items() if name not in _DAYS} | {"period": str(period)}
    return {name: _plain(value) for name, value in values.items()}


def filter_of(spec: Mapping[str, Any], today: date) -> ReferralFilter:
    """What a saved view keeps, as a filter; what an older program kept otherwise is left out."""
    values: dict[str, Any] = {}
    for each in fields(ReferralFilter):
        if each.name in spec:
            try:
                values[each.name] = _read(each.name, spec[each.name], each.default)
            except (TypeError, ValueError):
                continue
    if spec.get("period") in set(Period):
        values["from_on"], values["until_on"] = days_of(Period(spec["period"]), today)
    return ReferralFilter(**values)


def _plain(value: Any) -> Any:
    if isinstance(value, tuple):
        return [_plain(each) for each in value]
    return value.isoformat() if isinstance(value, date) else str(value) if isinstance(value, StrEnum) else value


def _read(name: str, value: Any, default: Any) -> Any:
    if name in _DAYS:
        return date.fromisoformat(value)
    if name == "stages":
        return tuple(ReferralStage(each) for each in value)
    if name == "reason_owner":
        return ReasonOwner(value)
    if isinstance(default, tuple):
        return tuple(int(each) for each in value)
    if isinstance(default, bool):
        return bool(value)
    return int(value) if name.endswith("_id") else str(value)
