"""What the page of the agency asks for and says; without widgets of its own but the week's."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

from hhcrm.domain.days import say_day
from hhcrm.domain.errors import RuleBroken
from hhcrm.domain.setting_keys import SettingKey
from hhcrm.domain.wording import QT_TRANSLATE_NOOP, translate
from hhcrm.domain.working_week import read_week
from hhcrm.queries.settings_models import AgencySettings, DatedValue
from hhcrm.ui.settings.week_editor import WeekEditor, day_name, hours_words, week_text
from hhcrm.ui.shared.forms.blank import Blank

_BEGINNING = date(2000, 1, 1)
"""From when the values of the set-up hold: for ever."""

_ZONES = (
    ("America/New_York", QT_TRANSLATE_NOOP("settings", "Eastern (New York)")),
    ("America/Detroit", QT_TRANSLATE_NOOP("settings", "Eastern (Detroit)")),
    ("America/Indiana/Indianapolis", QT_TRANSLATE_NOOP("settings", "Eastern (Indianapolis)")),
    ("America/Kentucky/Louisville", QT_TRANSLATE_NOOP("settings", "Eastern (Louisville)")),
    ("America/Chicago", QT_TRANSLATE_NOOP("settings", "Central (Chicago)")),
    ("America/Denver", QT_TRANSLATE_NOOP("settings", "Mountain (Denver)")),
    ("America/Boise", QT_TRANSLATE_NOOP("settings", "Mountain (Boise)")),
    ("America/Phoenix", QT_TRANSLATE_NOOP("settings", "Mountain without summer time (Phoenix)")),
    ("America/Los_Angeles", QT_TRANSLATE_NOOP("settings", "Pacific (Los Angeles)")),
    ("America/Anchorage", QT_TRANSLATE_NOOP("settings", "Alaska (Anchorage)")),
    ("Pacific/Honolulu", QT_TRANSLATE_NOOP("settings", "Hawaii (Honolulu)")),
    ("America/Puerto_Rico", QT_TRANSLATE_NOOP("settings", "Atlantic (Puerto Rico)")),
    ("Pacific/Guam", QT_TRANSLATE_NOOP("settings", "Chamorro (Guam)")),
)

_ORDERS = (
    ("mdy", QT_TRANSLATE_NOOP("settings", "Month first: 11/20/2026")),
    ("dmy", QT_TRANSLATE_NOOP("settings", "Day first: 20/11/2026")),
)

_KEYS = {
    SettingKey.AGENCY_NAME: QT_TRANSLATE_NOOP("settings", "Name"),
    SettingKey.AGENCY_ZIP: QT_TRANSLATE_NOOP("settings", "ZIP code"),
    SettingKey.AGENCY_PHONE: QT_TRANSLATE_NOOP("settings", "Phone"),
    SettingKey.AGENCY_ADDRESS: QT_TRANSLATE_NOOP("settings", "Address"),
    SettingKey.AGENCY_LOGO: QT_TRANSLATE_NOOP("settings", "Logo"),
    SettingKey.TIME_ZONE: QT_TRANSLATE_NOOP("settings", "Time zone"),
    SettingKey.DATE_ORDER: QT_TRANSLATE_NOOP("settings", "Days are written"),
    SettingKey.WORKING_WEEK: QT_TRANSLATE_NOOP("settings", "Working hours"),
    SettingKey.MILEAGE_CENTS: QT_TRANSLATE_NOOP("settings", "Mileage rate"),
}

_CAME_FROM = {
    "set-up": QT_TRANSLATE_NOOP("settings", "set-up"),
    "starting value": QT_TRANSLATE_NOOP("settings", "starting value"),
    "IRS standard mileage rate": QT_TRANSLATE_NOOP("settings", "IRS standard mileage rate"),
}


def agency_blanks(now: AgencySettings, make_logo: Callable[[str], Any]) -> tuple[Blank, ...]:
    """The form of the agency; `make_logo` makes the editor of the logo."""
    zones = tuple((zone, translate("settings", words)) for zone, words in _ZONES)
    if now.time_zone not in dict(zones):
        zones = ((now.time_zone, now.time_zone), *zones)
    orders = tuple((order, translate("settings", words)) for order, words in _ORDERS)
    return (
        Blank("name", translate("settings", "Name"), required=True, wide=True),
        Blank("zip", translate("settings", "ZIP code"), required=True, hint=translate("settings", "Of your office")),
        Blank("time_zone", translate("settings", "Time zone"), "choice", zones, required=True),
        Blank("date_order", translate("settings", "How days are written"), "choice", orders),
        Blank("mileage", translate("settings", "Cents for a mile"), hint=translate("settings", "Such as 72.5")),
        Blank(
            "phone",
            translate("settings", "Phone"),
            hint=translate("settings", "The number that sources call"),
            section=translate("settings", "On your pages"),
        ),
        Blank("address", translate("settings", "Address, as it stands on a letter"), "text", wide=True),
        Blank("logo", translate("settings", "Logo"), wide=True, make=make_logo),
        Blank(
            "working_week",
            translate("settings", "A visit is never due on a day without hours"),
            wide=True,
            section=translate("settings", "Working hours"),
            make=WeekEditor,
        ),
        Blank(
            "from_on",
            translate("settings", "Changes hold from"),
            hint=translate("settings", "today, Jan 1, 1/1/2027 ..."),
            section=translate("settings", "From when"),
        ),
    )


def agency_texts(now: AgencySettings) -> dict[str, str]:
    """The agency as its form shows it."""
    return {
        "name": now.name,
        "zip": now.zip,
        "time_zone": now.time_zone,
        "date_order": now.date_order,
        "mileage": "" if now.mileage_cents is None else f"{now.mileage_cents:g}",
        "phone": now.phone,
        "address": now.address,
        "logo": now.logo,
        "working_week": week_text(now.week),
        "from_on": translate("days", "today"),
    }


def key_words(key: str) -> str:
    """What a setting is called."""
    return translate("settings", _KEYS[SettingKey(key)]) if key in _KEYS else key


def value_words(value: DatedValue) -> str:
    """A value in words."""
    key, kept = value.key, value.value
    if key == SettingKey.MILEAGE_CENTS:
        return translate("settings", "{cents} cents a mile").format(cents=f"{kept:g}")
    if key == SettingKey.AGENCY_LOGO:
        return translate("settings", "a picture") if kept else translate("settings", "none")
    if key == SettingKey.AGENCY_ADDRESS:
        return str(kept).replace("\n", ", ") or translate("settings", "none")
    if key == SettingKey.AGENCY_PHONE:
        return str(kept) or translate("settings", "none")
    if key == SettingKey.TIME_ZONE:
        return translate("settings", dict(_ZONES).get(kept, str(kept)))
    if key == SettingKey.DATE_ORDER:
        return translate("settings", dict(_ORDERS).get(kept, str(kept)))
    if key == SettingKey.WORKING_WEEK:
        return _week_words(kept)
    return str(kept)


def _week_words(kept: object) -> str:
    """Days with the same hours together: Monday to Friday 8 AM to 5 PM."""
    try:
        days = read_week(kept).days
    except RuleBroken:
        return str(kept)
    said, first = [], 0
    for day in range(1, len(days) + 1):
        if day < len(days) and days[day] == days[first]:
            continue
        if days[first] is not None:
            span = day_name(first)
            if day - 1 > first:
                span = translate("settings", "{first} to {last}").format(first=span, last=day_name(day - 1))
            said.append(f"{span} {hours_words(days[first])}")
        first = day
    return ", ".join(said)


def from_words(value: DatedValue, today: date) -> str:
    """Since when and from whom."""
    came_from = translate("settings", _CAME_FROM.get(value.came_from, value.came_from))
    if value.from_on <= _BEGINNING:
        return translate("settings", "from the beginning, {who}").format(who=came_from)
    when = say_day(value.from_on, today)
    words = translate("settings", "from {day}, {who}") if came_from else translate("settings", "from {day}")
    return words.format(day=when, who=came_from)
