"""The agency's holidays: add, change, remove, fill from the list of a state. Every due date follows from them."""

from __future__ import annotations

from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from hhcrm.domain.changes import ChangeSet
from hhcrm.domain.errors import RuleBroken
from hhcrm.domain.setting_keys import SettingKey
from hhcrm.domain.wording import translate
from hhcrm.models.settings import Holiday
from hhcrm.services.holiday_commands import AddHoliday, EditHoliday, FillHolidays, RemoveHoliday
from hhcrm.services.holiday_lists import HolidayList, Lister, holiday_list
from hhcrm.services.moved import settle_beside, with_moves
from hhcrm.services.records import assign, fetch
from hhcrm.services.values import text_or_none
from hhcrm.services.zones import state_of_zip
from hhcrm.storage.settings import setting
from hhcrm.storage.work import Transaction, UnitOfWork

FIRST_YEAR, LAST_YEAR = 1990, 2100


def add_holiday(work: UnitOfWork, command: AddHoliday, today: date) -> ChangeSet:
    """Add a day off, and move what it hits. Raises RuleBroken when the day is one already, Conflict about a visit."""
    name = _name(command.name)

    def add(tx: Transaction) -> int | None:
        _check_free(tx.session, command.day)
        holiday = Holiday(day=_day(command.day), name=name)
        tx.session.add(holiday)
        tx.session.flush()
        settle_beside(tx, command.fates, today)
        return holiday.id

    return work.run(with_moves(f"Add holiday {name}", command.fates), add)


def edit_holiday(work: UnitOfWork, command: EditHoliday, today: date) -> ChangeSet:
    """Give a holiday another name or day. Raises Conflict, or RuleBroken naming the field."""
    name = _name(command.name)

    def edit(tx: Transaction) -> int | None:
        holiday = fetch(tx.session, Holiday, command.holiday_id, "holiday", command.version)
        if holiday.day != command.day:
            _check_free(tx.session, command.day)
        assign(holiday, {"day": _day(command.day), "name": name})
        settle_beside(tx, command.fates, today)
        return holiday.id

    return work.run(with_moves(f"Change holiday {name}", command.fates), edit)


def remove_holiday(work: UnitOfWork, command: RemoveHoliday) -> ChangeSet:
    """The agency works on this day. Raises Conflict."""

    def remove(tx: Transaction) -> int | None:
        holiday = fetch(tx.session, Holiday, command.holiday_id, "holiday", command.version)
        tx.session.delete(holiday)
        return holiday.id

    return work.run("Remove holiday", remove)


def fill_holidays(work: UnitOfWork, command: FillHolidays, today: date, lister: Lister | None = None) -> ChangeSet:
    """Put in the days off of a state for these years; what the agency has on a day stays as it is.

    The label of the change set says where the days come from: the state's list, or the federal holidays in its place.
    """
    years, state, found = _found(work, command, today, lister)

    def fill(tx: Transaction) -> int | None:
        known = set(tx.session.scalars(select(Holiday.day)))
        tx.session.add_all(Holiday(day=day, name=name) for day, name in found.days.items() if day not in known)
        settle_beside(tx, command.fates, today)
        return None

    return work.run(with_moves(_fill_words(found, state, years), command.fates), fill)


def days_to_fill(
    work: UnitOfWork, command: FillHolidays, today: date, lister: Lister | None = None
) -> tuple[date, ...]:
    """The days that such a command would put in, in order; nothing is changed. Raises RuleBroken."""
    found = _found(work, command, today, lister)[2]
    with work.engine.connect() as connection:
        known = set(connection.execute(select(Holiday.__table__.c.day)).scalars())
    return tuple(sorted(set(found.days) - known))


def _found(
    work: UnitOfWork, command: FillHolidays, today: date, lister: Lister | None
) -> tuple[tuple[int, ...], str, HolidayList]:
    """Which years, whose state, and the days of its list."""
    years = _years(command.years)
    state = command.state.strip() or agency_state(work, today)
    return years, state, holiday_list(state, years, lister)


def agency_state(work: UnitOfWork, today: date) -> str:
    """The state of the agency's ZIP, "" where it is not known."""
    with work.engine.connect() as connection:
        code = setting(connection, SettingKey.AGENCY_ZIP, today, "")
    return state_of_zip(str(code)) or ""


def _fill_words(found: HolidayList, state: str, years: tuple[int, ...]) -> str:
    span = str(years[0]) if years[0] == years[-1] else f"{years[0]}-{years[-1]}"
    if found.state:
        words = "Fill in the holidays of {state}, {years}"
    elif state:
        words = "Fill in the federal holidays, {years}: there is no list for {state}"
    else:
        words = "Fill in the federal holidays, {years}: the agency's ZIP does not say its state"
    return words.format(state=found.state or state, years=span)


def _years(years: tuple[int, ...]) -> tuple[int, ...]:
    wanted = tuple(sorted(set(years)))
    if not wanted or not FIRST_YEAR <= wanted[0] <= wanted[-1] <= LAST_YEAR:
        words = translate("calendar", "Holidays can be filled in for years from {first} to {last}.")
        raise RuleBroken(words.format(first=FIRST_YEAR, last=LAST_YEAR), "years")
    return wanted


def _name(text: str) -> str:
    name = text_or_none(text)
    if name is None:
        raise RuleBroken(translate("calendar", "Give the holiday's name."), "name")
    return name


def _day(day: date) -> date:
    if not FIRST_YEAR <= day.year <= LAST_YEAR:
        words = translate("calendar", "A holiday lies in a year from {first} to {last}.")
        raise RuleBroken(words.format(first=FIRST_YEAR, last=LAST_YEAR), "day")
    return day


def _check_free(session: Session, day: date) -> None:
    taken = session.scalar(select(Holiday.name).where(Holiday.day == day))
    if taken is not None:
        raise RuleBroken(translate("calendar", "{name} is on that day already.").format(name=taken), "day")
