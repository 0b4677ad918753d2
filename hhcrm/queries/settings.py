"""Questions about the agency's settings."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from sqlalchemy import Connection

from hhcrm.domain.setting_keys import SettingKey
from hhcrm.storage.settings import agency_zone, rules_on, setting, settings_on

__all__ = ["Agency", "agency", "agency_zone", "rules_on", "setting", "settings_on"]


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
