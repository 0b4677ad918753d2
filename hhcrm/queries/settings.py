"""Questions about the agency's settings."""

from __future__ import annotations

import json
from base64 import b64decode
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any, Literal

from sqlalchemy import Connection, select

from hhcrm.domain.rule_facts import RULE_FACTS, default_value, shown_value
from hhcrm.domain.setting_keys import RULE_NAMES, SettingKey, rule_key
from hhcrm.models.settings import Setting
from hhcrm.queries.ground import table
from hhcrm.queries.settings_models import AgencySettings, DatedValue, Letterhead, RuleLine, RulesPage
from hhcrm.storage.settings import agency_zone, rules_on, setting, settings_on, working_week_on

__all__ = [
    "Agency",
    "agency",
    "agency_settings",
    "agency_zone",
    "letterhead",
    "rules_on",
    "rules_page",
    "setting",
    "settings_on",
]

_setting = table(Setting).c


@dataclass(frozen=True, slots=True)
class Agency:
    """Who the agency is and how it writes days."""

    name: str
    zip: str
    time_zone: str
    date_order: Literal["mdy", "dmy"]


def agency(connection: Connection, on: date) -> Agency | None:
    """The agency as it stands on a day; None before it is set up."""
    values = settings_on(connection, on)
    if SettingKey.AGENCY_NAME not in values:
        return None
    return Agency(
        name=values[SettingKey.AGENCY_NAME],
        zip=values[SettingKey.AGENCY_ZIP],
        time_zone=values[SettingKey.TIME_ZONE],
        date_order=values[SettingKey.DATE_ORDER],
    )


def agency_settings(connection: Connection, today: date) -> AgencySettings:
    """What the agency says of itself today, and every dated value of it."""
    values = settings_on(connection, today)
    return AgencySettings(
        name=values.get(SettingKey.AGENCY_NAME, ""),
        zip=values.get(SettingKey.AGENCY_ZIP, ""),
        time_zone=values.get(SettingKey.TIME_ZONE, "UTC"),
        date_order=values.get(SettingKey.DATE_ORDER, "mdy"),
        week=working_week_on(connection, today),
        mileage_cents=values.get(SettingKey.MILEAGE_CENTS),
        phone=values.get(SettingKey.AGENCY_PHONE, ""),
        address=values.get(SettingKey.AGENCY_ADDRESS, ""),
        logo=values.get(SettingKey.AGENCY_LOGO, ""),
        past=tuple(dated_values(connection, map(str, SettingKey), today)),
    )


def letterhead(connection: Connection, today: date) -> Letterhead:
    """What stands at the head of a page that leaves the house."""
    values = settings_on(connection, today)
    return Letterhead(
        values.get(SettingKey.AGENCY_NAME, ""),
        tuple(values.get(SettingKey.AGENCY_ADDRESS, "").splitlines()),
        values.get(SettingKey.AGENCY_PHONE, ""),
        b64decode(values.get(SettingKey.AGENCY_LOGO, "")),
    )


def rules_page(connection: Connection, today: date) -> RulesPage:
    """Every number of the rules as it holds today, since when, and what lies ahead."""
    rules = rules_on(connection, today)
    dated = list(dated_values(connection, map(rule_key, RULE_NAMES), today))
    in_force: dict[str, DatedValue] = {}
    for each in dated:  # newest first: the first one not ahead is the one in force
        if not each.ahead:
            in_force.setdefault(each.key, each)
    lines = []
    for fact in RULE_FACTS:
        held = in_force.get(rule_key(fact.name.partition(".")[0]))
        lines.append(
            RuleLine(
                fact.name,
                shown_value(rules, fact),
                default_value(fact),
                None if held is None else held.from_on,
                "" if held is None else held.came_from,
            )
        )
    return RulesPage(tuple(lines), tuple(each for each in dated if each.ahead))


def dated_values(connection: Connection, keys: Iterable[str], today: date) -> Iterator[DatedValue]:
    """Every value that these settings have had and will have, newest first."""
    rows = connection.execute(
        select(_setting.id, _setting.version, _setting.key, _setting.value, _setting.from_on, _setting.came_from)
        .where(_setting.key.in_(list(keys)))
        .order_by(_setting.from_on.desc(), _setting.key)
    )
    for row in rows:
        value: Any = json.loads(row.value)
        yield DatedValue(
            row.id, row.version, row.key, value, row.from_on, row.came_from or "", ahead=row.from_on > today
        )
