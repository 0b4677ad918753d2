"""Changes an agency's settings: each is a dated row, so that what was holds for what was."""

from __future__ import annotations

import json
from base64 import b64decode, b64encode
from collections.abc import Callable, Mapping
from dataclasses import fields
from datetime import date, timedelta
from typing import Any
from zoneinfo import available_timezones

from sqlalchemy import select
from sqlalchemy.orm import Session

from hhcrm.domain.changes import ChangeSet
from hhcrm.domain.errors import Conflict, RuleBroken
from hhcrm.domain.identifiers import normal_phone, normal_zip
from hhcrm.domain.rule_facts import changed_rules
from hhcrm.domain.setting_keys import SettingKey, rule_key
from hhcrm.domain.settings import Rules
from hhcrm.domain.wording import translate
from hhcrm.domain.working_week import USUAL_WEEK, WorkingWeek, read_week
from hhcrm.models.settings import Setting
from hhcrm.services.moved import settle_beside, with_moves
from hhcrm.services.records import fetch
from hhcrm.services.settings_commands import ChangeRules, ChangeSettings, DropSetting
from hhcrm.services.values import LONGEST_NAME
from hhcrm.services.zones import office_zone
from hhcrm.storage.settings import rules_on, setting
from hhcrm.storage.work import Transaction, UnitOfWork

EARLIEST = date(2000, 1, 1)
FARTHEST = timedelta(days=3660)
"""How far ahead a change may be written down."""

_MOST_CENTS = 1_000
_MOST_LINES, _LONGEST_LINE, _LONGEST_PHONE = 3, 60, 40
_PNG = b"\x89PNG\r\n\x1a\n"
_MOST_BYTES = 200_000
"""The window makes a logo far smaller than this before it is kept."""

_UNSAID: Mapping[str, object] = {
    SettingKey.WORKING_WEEK: USUAL_WEEK.plain(),
    SettingKey.AGENCY_PHONE: "",
    SettingKey.AGENCY_ADDRESS: "",
    SettingKey.AGENCY_LOGO: "",
}
"""What is shown where the agency has said nothing."""


def change_settings(work: UnitOfWork, command: ChangeSettings, today: date) -> ChangeSet:
    """Set settings from a day on. Raises RuleBroken naming the field, Conflict where one was changed meanwhile."""
    _check_day(command.from_on, today)
    values = {SettingKey(key): _READERS[SettingKey(key)](value) for key, value in command.values.items()}

    def change(tx: Transaction) -> int | None:
        connection = tx.session.connection()
        for key, seen in command.seen.items():
            if key in command.values and setting(connection, key, today, _UNSAID.get(key)) != seen:
                raise _changed_meanwhile()
        for key, value in values.items():
            put_setting(tx, key, command.from_on, value)
        if SettingKey.WORKING_WEEK in values:
            _let_hours_follow(tx, read_week(values[SettingKey.WORKING_WEEK]), command.from_on)
        settle_beside(tx, command.fates, today)
        return None

    return work.run(with_moves("Change settings of the agency", command.fates), change)


def change_rules(work: UnitOfWork, command: ChangeRules, today: date) -> ChangeSet:
    """Set numbers of the rules from a day on. Raises RuleBroken naming the number, Conflict."""
    _check_day(command.from_on, today)

    def change(tx: Transaction) -> int | None:
        connection = tx.session.connection()
        now = rules_on(connection, today)
        wanted = changed_rules(now, command.values)
        if command.seen and changed_rules(now, command.seen) != now:
            raise _changed_meanwhile()
        then = rules_on(connection, command.from_on)
        touched = {name.partition(".")[0] for name in command.values}
        for field in fields(Rules):
            value = getattr(wanted, field.name)
            if field.name in touched and value != getattr(then, field.name):
                put_setting(tx, rule_key(field.name), command.from_on, value)
        return None

    return work.run("Change the rules", change)


def drop_setting(work: UnitOfWork, command: DropSetting, today: date) -> ChangeSet:
    """Take a value away that would hold from a coming day. Raises NotFound, Conflict, RuleBroken."""

    def drop(tx: Transaction) -> int | None:
        row = fetch(tx.session, Setting, command.setting_id, "setting", command.version)
        if row.from_on <= today:
            raise RuleBroken(translate("settings", "What has held cannot be taken away; set another value from today."))
        tx.session.delete(row)
        return None

    return work.run("Take back a coming change of the settings", drop)


def _changed_meanwhile() -> Conflict:
    return Conflict(
        translate("settings", "Somebody changed this setting meanwhile. Nothing was saved; look at it again.")
    )


def _check_day(day: date, today: date) -> None:
    if not EARLIEST <= day <= today + FARTHEST:
        raise RuleBroken(translate("settings", "Give a day from 2000 on, and at most ten years ahead."), "from_on")


def put_setting(tx: Transaction, key: str, from_on: date, value: object) -> None:
    """Write a value that holds from a day on; one that holds then already is no change."""
    kept = json.dumps(value)
    if _held(tx.session, key, from_on) == kept:
        return
    row = tx.session.scalar(select(Setting).where(Setting.key == key, Setting.from_on == from_on))
    if row is None:
        tx.session.add(Setting(key=str(key), from_on=from_on, value=kept, came_from=tx.actor.name))
    else:
        row.value, row.came_from = kept, tx.actor.name


def _held(session: Session, key: str, on: date) -> str | None:
    newest = select(Setting.value).where(Setting.key == key, Setting.from_on <= on)
    return session.scalar(newest.order_by(Setting.from_on.desc()).limit(1))


def _let_hours_follow(tx: Transaction, week: WorkingWeek, from_on: date) -> None:
    """The clocks of the loop count in whole hours between the week's earliest and latest."""
    closes = week.closes.hour + (1 if week.closes.minute else 0)
    put_setting(tx, rule_key("workday_starts"), from_on, week.opens.hour)
    put_setting(tx, rule_key("workday_ends"), from_on, min(closes, 23))


def _read_name(value: object) -> str:
    name = _plain(value)
    if not name:
        raise RuleBroken(translate("settings", "Give the agency's name."), "name")
    if len(name) > LONGEST_NAME:
        words = translate("settings", "A name can have up to {most} characters.")
        raise RuleBroken(words.format(most=LONGEST_NAME), "name")
    return name


def _read_zip(value: object) -> str:
    try:
        code, padded = normal_zip(str(value or ""))
    except RuleBroken as fault:
        raise RuleBroken(str(fault), "zip") from fault
    office_zone(str(value).strip() if padded else code)  # four digits are no code, and said as they were typed
    return code


def _read_phone(value: object) -> str:
    phone = normal_phone(_plain(value)).text
    if len(phone) > _LONGEST_PHONE:
        words = translate("settings", "A phone number can have up to {most} characters.")
        raise RuleBroken(words.format(most=_LONGEST_PHONE), "phone")
    return phone


def _read_address(value: object) -> str:
    lines = [found for line in str(value or "").splitlines() if (found := _plain(line))]
    if len(lines) > _MOST_LINES or any(len(line) > _LONGEST_LINE for line in lines):
        words = translate("settings", "An address has up to {lines} lines of up to {most} characters.")
        raise RuleBroken(words.format(lines=_MOST_LINES, most=_LONGEST_LINE), "address")
    return "\n".join(lines)


def _plain(value: object) -> str:
    return " ".join(str(value or "").replace("\0", "").split())


def _read_logo(value: object) -> str:
    """A PNG in base64 of a size that fits the head of a page."""
    try:
        picture = b64decode(str(value or ""), validate=True)
    except ValueError as error:
        raise _no_logo() from error
    if picture and (not picture.startswith(_PNG) or len(picture) > _MOST_BYTES):
        raise _no_logo()
    return b64encode(picture).decode("ascii")


def _no_logo() -> RuleBroken:
    return RuleBroken(translate("settings", "This is no small PNG picture. Choose the logo's file again."), "logo")


def _read_zone(value: object) -> str:
    if value not in available_timezones():
        words = translate("settings", '"{zone}" is not a time zone. Choose one such as America/Chicago.')
        raise RuleBroken(words.format(zone=value), "time_zone")
    return str(value)


def _read_order(value: object) -> str:
    if value not in ("mdy", "dmy"):
        raise RuleBroken(translate("settings", "Choose month first or day first."), "date_order")
    return str(value)


def _read_cents(value: object) -> float:
    try:
        cents = float(str(value).strip().removeprefix("$"))
    except ValueError:
        cents = -1.0
    if not 0 <= cents <= _MOST_CENTS:  # also what is not a number at all
        raise RuleBroken(translate("settings", "Give cents a mile, such as 72.5."), "mileage")
    return cents


_READERS: Mapping[SettingKey, Callable[[object], Any]] = {
    SettingKey.AGENCY_NAME: _read_name,
    SettingKey.AGENCY_ZIP: _read_zip,
    SettingKey.AGENCY_PHONE: _read_phone,
    SettingKey.AGENCY_ADDRESS: _read_address,
    SettingKey.AGENCY_LOGO: _read_logo,
    SettingKey.TIME_ZONE: _read_zone,
    SettingKey.DATE_ORDER: _read_order,
    SettingKey.WORKING_WEEK: lambda value: read_week(value).plain(),
    SettingKey.MILEAGE_CENTS: _read_cents,
}
