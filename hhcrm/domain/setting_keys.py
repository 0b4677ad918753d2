"""Names of the settings that are kept as dated rows."""

from __future__ import annotations

from dataclasses import fields
from enum import StrEnum

from hhcrm.domain.settings import Rules


class SettingKey(StrEnum):
    """What a setting is called; the values are JSON.

    The address is a text of some lines; the logo a small PNG in base64, "" where there is none.

    The numbers of the rules are kept under `rule_key(name)`, one row each.
    """

    AGENCY_NAME = "agency.name"
    AGENCY_ZIP = "agency.zip"
    AGENCY_PHONE = "agency.phone"
    AGENCY_ADDRESS = "agency.address"
    AGENCY_LOGO = "agency.logo"
    TIME_ZONE = "agency.time_zone"
    DATE_ORDER = "agency.date_order"
    WORKING_WEEK = "agency.working_week"
    MILEAGE_CENTS = "mileage.cents_per_mile"


class DayEnd(StrEnum):
    """The two ends of a liaison's day."""

    STARTS = "starts"
    ENDS = "ends"


HOME, OFFICE = "home", "office"
"""Where a day starts or ends: at home, where its ZIP is known, or at the agency's office."""


def day_end_key(user_id: int, end: DayEnd) -> str:
    """The setting that says where a liaison's day starts or ends: `HOME` or `OFFICE`."""
    return f"user.{user_id}.day_{end}"


def rule_key(name: str) -> str:
    """The setting that holds one of the numbers of `hhcrm.domain.settings.Rules`."""
    return f"rule.{name}"


RULE_NAMES = tuple(field.name for field in fields(Rules))
"""The numbers that an agency may change, in the order of `Rules`."""
