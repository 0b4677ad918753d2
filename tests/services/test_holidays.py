"""Holidays by state, the agency's own beside them, and time off; what follows for due dates."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from hhcrm.domain.errors import Conflict, RuleBroken
from hhcrm.domain.words import Advance, SourceStage
from hhcrm.domain.workdays import us_federal_holiday_names
from hhcrm.models.settings import Holiday
from hhcrm.models.sources import ReferralSource
from hhcrm.queries.bound import Questions
from hhcrm.services.commands import ChangeStage, LogVisit
from hhcrm.services.holiday_commands import (
    AddHoliday,
    AddTimeOff,
    EditHoliday,
    EditTimeOff,
    FillHolidays,
    RemoveHoliday,
    RemoveTimeOff,
)
from hhcrm.services.holiday_lists import holiday_list
from hhcrm.services.holidays import fill_holidays
from tests.services.conftest import NOW, TODAY, Agency


def ask(agency: Agency) -> Questions:
    return Questions(agency.engine, lambda: NOW, lambda: TODAY, agency.liaison_id)


def names(agency: Agency, year: int) -> dict[date, str]:
    return {line.day: line.name for line in ask(agency).holidays(year)}


def missing(_state: str, _years: tuple[int, ...]) -> Mapping[date, str]:
    raise ModuleNotFoundError("No module named 'holidays'")


def test_an_agency_begins_with_the_holidays_of_its_state(agency: Agency) -> None:
    found = names(agency, 2027)
    assert found[date(2027, 3, 26)] == "Good Friday"  # a holiday in Tennessee, not a federal one
    assert date(2027, 10, 11) not in found  # Columbus Day is none there
    assert ask(agency).holiday_years() == (2026, 2027, 2028)


def test_filling_in_a_state_keeps_what_the_agency_has_and_moves_due_dates(agency: Agency) -> None:
    agency.actions.add_holiday(AddHoliday(date(2029, 1, 1), "Founders' Day"))
    changes = agency.actions.fill_holidays(FillHolidays((2029, 2030)))
    assert changes.label == "Fill in the holidays of TN, 2029-2030"
    found = names(agency, 2029)
    assert found[date(2029, 1, 1)] == "Founders' Day"
    assert found[date(2029, 7, 4)] == "Independence Day"
    assert agency.actions.fill_holidays(FillHolidays((2029,))).step_id is None, "a second time changes nothing"
    agency.actions.undo()
    assert names(agency, 2029) == {date(2029, 1, 1): "Founders' Day"}


def test_another_state_can_be_named(agency: Agency) -> None:
    changes = agency.actions.fill_holidays(FillHolidays((2030,), "ma"))
    assert changes.label == "Fill in the holidays of MA, 2030"
    assert names(agency, 2030)[date(2030, 4, 15)] == "Patriots' Day"


def test_without_the_list_the_federal_holidays_stand_in_and_it_is_said(agency: Agency) -> None:
    changes = fill_holidays(agency.work, FillHolidays((2031,)), TODAY, lister=missing)
    assert changes.label == "Fill in the federal holidays, 2031: there is no list for TN"
    assert names(agency, 2031) == dict(us_federal_holiday_names(2031))


@pytest.mark.parametrize("state", ["", "ZZ", "Tennessee"])
def test_a_state_that_is_none_gives_the_federal_days(state: str) -> None:
    assert holiday_list(state, [2026]).state == ""
    assert dict(holiday_list(state, [2026]).days) == dict(us_federal_holiday_names(2026))


@pytest.mark.parametrize("state", ["TN", "CA", "TX", "MA", "HI", "NY", "FL", "AK", "PR"])
def test_no_holiday_of_a_state_falls_on_a_weekend_or_into_another_year(state: str) -> None:
    found = holiday_list(state, range(2020, 2036))
    assert found.state == state
    assert all(day.weekday() < 5 and 2020 <= day.year < 2036 for day in found.days)
    assert list(found.days) == sorted(found.days)


def test_a_holiday_on_the_due_day_moves_it_and_removing_it_moves_it_back(agency: Agency) -> None:
    source_id = agency.add()
    agency.actions.change_stage(ChangeStage((source_id,), SourceStage.ACTIVE, date(2026, 10, 1), cadence_days=30))
    agency.actions.log_visit(LogVisit(source_id, Advance.ADVANCE, agency.visit, date(2026, 11, 16)))

    def due() -> date | None:
        with Session(agency.engine) as session:
            return session.scalar(select(ReferralSource.due_on).where(ReferralSource.id == source_id))

    assert due() == date(2026, 12, 16)
    holiday_id = agency.actions.add_holiday(AddHoliday(date(2026, 12, 16), " Staff  day ")).subject
    assert due() == date(2026, 12, 17)
    assert holiday_id is not None
    agency.actions.edit_holiday(EditHoliday(holiday_id, 1, date(2026, 12, 17), "Staff day"))
    assert due() == date(2026, 12, 16)
    agency.actions.remove_holiday(RemoveHoliday(holiday_id, 2))
    assert date(2026, 12, 17) not in names(agency, 2026)
    agency.actions.undo()
    assert names(agency, 2026)[date(2026, 12, 17)] == "Staff day"


def test_one_holiday_a_day_and_a_name_is_needed(agency: Agency) -> None:
    with pytest.raises(RuleBroken, match="Thanksgiving Day is on that day already") as caught:
        agency.actions.add_holiday(AddHoliday(date(2026, 11, 26), "Turkey"))
    assert caught.value.field == "day"
    with pytest.raises(RuleBroken) as caught:
        agency.actions.add_holiday(AddHoliday(date(2026, 11, 27), "  "))
    assert caught.value.field == "name"
    with pytest.raises(RuleBroken):
        agency.actions.fill_holidays(FillHolidays(()))


def test_a_holiday_changed_by_somebody_else_is_a_conflict(agency: Agency) -> None:
    with Session(agency.engine) as session:
        holiday = session.scalars(select(Holiday).where(Holiday.day == date(2026, 12, 25))).one()
    agency.actions.edit_holiday(EditHoliday(holiday.id, holiday.version, holiday.day, "Christmas"))
    with pytest.raises(Conflict):
        agency.actions.remove_holiday(RemoveHoliday(holiday.id, holiday.version))


def test_time_off_is_added_changed_removed_and_undone(agency: Agency) -> None:
    days = AddTimeOff(agency.liaison_id, date(2026, 12, 21), date(2026, 12, 24), "holidays at home")
    key = agency.actions.add_time_off(days).subject
    assert key is not None
    (line,) = ask(agency).time_off(date(2026, 12, 24), date(2026, 12, 31))
    assert (line.user, line.from_on, line.until_on, line.why) == (
        "Dana Whitfield", date(2026, 12, 21), date(2026, 12, 24), "holidays at home",
    )  # fmt: skip
    assert line.covers(date(2026, 12, 21))
    assert not line.covers(date(2026, 12, 25))
    assert ask(agency).time_off(date(2026, 12, 25), date(2026, 12, 31)) == ()
    agency.actions.edit_time_off(EditTimeOff(key, 1, date(2026, 12, 21), date(2026, 12, 31)))
    with pytest.raises(Conflict):
        agency.actions.edit_time_off(EditTimeOff(key, 1, date(2026, 12, 21), date(2026, 12, 31), "x"))
    agency.actions.remove_time_off(RemoveTimeOff(key, 2))
    assert ask(agency).time_off(TODAY, date(2027, 1, 1)) == ()
    agency.actions.undo()
    assert [line.until_on for line in ask(agency).time_off(TODAY, date(2027, 1, 1))] == [date(2026, 12, 31)]


def test_time_off_ends_after_it_begins(agency: Agency) -> None:
    with pytest.raises(RuleBroken) as caught:
        agency.actions.add_time_off(AddTimeOff(agency.liaison_id, date(2026, 12, 21), date(2026, 12, 20)))
    assert caught.value.field == "until_on"
    with pytest.raises(RuleBroken):
        agency.actions.add_time_off(AddTimeOff(agency.liaison_id, date(2026, 12, 21), date(2062, 12, 20)))
