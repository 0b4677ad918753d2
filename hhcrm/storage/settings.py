"""Reads settings that are kept as dated rows: the newest row not after a day holds on it.

It lies here because services and queries, which do not know each other, both need it.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import Connection, select

from hhcrm.domain.setting_keys import RULE_NAMES, SettingKey, rule_key
from hhcrm.domain.settings import DEFAULTS, Rules
from hhcrm.domain.working_week import USUAL_WEEK, WorkingWeek, read_week
from hhcrm.models.settings import Setting

_setting = Setting.__table__.c
_NO_ZONE = "UTC"


def setting(connection: Connection, key: str, on: date, default: Any = None) -> Any:
    """The value of a setting on a day; `default` where there is none."""
    found = connection.execute(
        select(_setting.value)
        .where(_setting.key == str(key), _setting.from_on <= on)
        .order_by(_setting.from_on.desc())
        .limit(1)
    ).scalar_one_or_none()
    return default if found is None else json.loads(found)


def settings_on(connection: Connection, on: date) -> dict[str, Any]:
    """All settings as they hold on a day."""
    rows = connection.execute(
        select(_setting.key, _setting.value).where(_setting.from_on <= on).order_by(_setting.from_on)
    )
    return {key: json.loads(value) for key, value in rows}


def agency_zone(connection: Connection, on: date) -> ZoneInfo:
    """The agency's time zone; UTC before the agency is set up."""
    return ZoneInfo(setting(connection, SettingKey.TIME_ZONE, on, _NO_ZONE))


def working_week_on(connection: Connection, on: date) -> WorkingWeek:
    """The agency's working hours by weekday as they hold on a day; the usual ones where it has said nothing."""
    kept = setting(connection, SettingKey.WORKING_WEEK, on)
    return USUAL_WEEK if kept is None else read_week(kept)


def dated_settings(connection: Connection) -> dict[str, list[tuple[date, Any]]]:
    """All settings but the logo, which is long: by key the values with the days from which they hold, in order."""
    rows = connection.execute(
        select(_setting.key, _setting.from_on, _setting.value)
        .where(_setting.key != str(SettingKey.AGENCY_LOGO))
        .order_by(_setting.from_on)
    )
    found: dict[str, list[tuple[date, Any]]] = {}
    for key, from_on, value in rows:
        found.setdefault(key, []).append((from_on, json.loads(value)))
    return found


def zone_and_rules(dated: Mapping[str, Sequence[tuple[date, Any]]], on: date) -> tuple[ZoneInfo, Rules]:
    """The agency's time zone and its rules on a day, of dated rows."""
    values = {key: value for key, rows in dated.items() for from_on, value in rows if from_on <= on}
    return ZoneInfo(values.get(SettingKey.TIME_ZONE, _NO_ZONE)), _rules(values)


def rules_on(connection: Connection, on: date) -> Rules:
    """The numbers behind the rules as the agency has set them, the starting values where it has not."""
    return _rules(settings_on(connection, on))


def _rules(values: Mapping[str, Any]) -> Rules:
    changed = {name: values[rule_key(name)] for name in RULE_NAMES if rule_key(name) in values}
    return Rules(**{name: _like(getattr(DEFAULTS, name), value) for name, value in changed.items()})


def _like(example: Any, value: Any) -> Any:
    """JSON has lists where the rules have tuples."""
    return tuple(value) if isinstance(example, tuple) else value
