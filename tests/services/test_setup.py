"""Setting an agency up."""

from __future__ import annotations

from datetime import date

import pytest
from sqlalchemy import Engine, func, select

from hhcrm.domain.errors import RuleBroken
from hhcrm.domain.setting_keys import SettingKey, rule_key
from hhcrm.domain.settings import DEFAULTS
from hhcrm.domain.starting_rows import DECLINE_REASONS, SOURCE_TYPES, VISIT_KINDS
from hhcrm.domain.words import UserRole
from hhcrm.models.lookups import DeclineReason, SourceType, VisitKind
from hhcrm.models.settings import Holiday, Setting
from hhcrm.models.users import User
from hhcrm.queries.settings import agency, agency_zone, rules_on, setting
from hhcrm.services.setup import FoundAgency, found_agency
from hhcrm.storage.undo import next_undo
from hhcrm.storage.work import UnitOfWork
from tests.services.sample_agency import work_on

TODAY = date(2026, 11, 23)
COMMAND = FoundAgency(
    name="  Cumberland   Home Health ",
    zip="37203",
    time_zone="America/Chicago",
    people=(("Ana Ruiz", UserRole.LIAISON), ("Owen Tate", UserRole.OWNER)),
    today=TODAY,
)


@pytest.fixture
def work(engine: Engine) -> UnitOfWork:
    return work_on(engine)


def test_all_starting_rows_are_there_in_their_order(work: UnitOfWork, engine: Engine) -> None:
    found_agency(work, COMMAND)
    with engine.connect() as connection:
        for model, rows in ((SourceType, SOURCE_TYPES), (VisitKind, VISIT_KINDS), (DeclineReason, DECLINE_REASONS)):
            columns = model.__table__.c
            codes = connection.execute(select(columns.code).order_by(columns.position)).scalars().all()
            assert codes == [row.code for row in rows]
        counting = connection.execute(select(VisitKind.__table__.c.code).where(VisitKind.__table__.c.counts)).scalars()
        assert set(counting) == {"visit", "drop_in", "meeting", "in_service"}
        people = connection.execute(select(User.__table__.c.name, User.__table__.c.role)).all()
        assert {tuple(row) for row in people} == set(COMMAND.people)


def test_settings_hold_also_on_days_long_past(work: UnitOfWork, engine: Engine) -> None:
    found_agency(work, COMMAND)
    with engine.connect() as connection:
        found = agency(connection, date(2015, 6, 1))
        assert found is not None
        assert (found.name, found.zip, found.date_order) == ("Cumberland Home Health", "37203", "mdy")
        assert agency_zone(connection, TODAY).key == "America/Chicago"
        assert rules_on(connection, TODAY) == DEFAULTS


def test_the_newest_row_not_after_the_day_holds(work: UnitOfWork, engine: Engine) -> None:
    found_agency(work, COMMAND)
    work.run(
        "Change settings",
        lambda tx: tx.session.add(
            Setting(key=rule_key("stall_days"), from_on=TODAY, value="60", came_from="the owner")
        ),
    )
    with engine.connect() as connection:
        assert setting(connection, SettingKey.MILEAGE_CENTS, date(2022, 8, 1)) == 62.5
        assert setting(connection, SettingKey.MILEAGE_CENTS, date(2021, 8, 1)) is None
        assert setting(connection, "no.such", TODAY, "else") == "else"
        assert rules_on(connection, date(2026, 11, 22)).stall_days == 45
        assert rules_on(connection, TODAY).stall_days == 60


def test_three_years_of_federal_holidays(work: UnitOfWork, engine: Engine) -> None:
    found_agency(work, COMMAND)
    with engine.connect() as connection:
        days = set(connection.execute(select(Holiday.__table__.c.day)).scalars())
    assert {date(2026, 11, 26), date(2027, 7, 5), date(2028, 12, 25)} <= days
    assert {day.year for day in days} == {2026, 2027, 2028}


def test_an_agency_is_set_up_once(work: UnitOfWork, engine: Engine) -> None:
    changes = found_agency(work, COMMAND)
    with pytest.raises(RuleBroken, match="already"):
        found_agency(work, COMMAND)
    with engine.connect() as connection:
        assert connection.scalar(select(func.count()).select_from(SourceType)) == len(SOURCE_TYPES)
    assert not changes.undoable
    assert next_undo(work) is None


@pytest.mark.parametrize(
    ("command", "field"),
    [
        (FoundAgency(" ", "37203", "America/Chicago", COMMAND.people, TODAY), "name"),
        (FoundAgency("Agency", "3720", "America/Chicago", (), TODAY), "people"),
        (FoundAgency("Agency", "372", "America/Chicago", COMMAND.people, TODAY), "zip"),
        (FoundAgency("Agency", "37203", "Nashville", COMMAND.people, TODAY), "time_zone"),
        (FoundAgency("Agency", "37203", "../etc/passwd", COMMAND.people, TODAY), "time_zone"),
        (
            FoundAgency(
                "Agency", "37203", "America/Chicago",
                (("Ana", UserRole.LIAISON), ("ana ", UserRole.OWNER)), TODAY,
            ),
            "people",
        ),
    ],
)  # fmt: skip
def test_what_cannot_be_is_refused_beside_its_field(
    work: UnitOfWork, engine: Engine, command: FoundAgency, field: str
) -> None:
    with pytest.raises(RuleBroken) as caught:
        found_agency(work, command)
    assert caught.value.field == field
    with engine.connect() as connection:
        assert connection.scalar(select(func.count()).select_from(Setting)) == 0
        assert agency(connection, TODAY) is None
