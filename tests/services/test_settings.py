"""Settings as dated rows, and the lists of an agency: changed, ordered, retired with their records, brought back."""

from __future__ import annotations

import json
from base64 import b64encode
from datetime import date, timedelta
from pathlib import Path

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from hhcrm.domain.errors import Conflict, InUse, NotFound, RuleBroken
from hhcrm.domain.setting_keys import SettingKey
from hhcrm.domain.words import Advance, ReasonOwner
from hhcrm.models.lookups import DeclineReason, SourceType, VisitKind
from hhcrm.models.settings import Setting
from hhcrm.models.sources import ReferralSource
from hhcrm.models.visits import Visit
from hhcrm.queries.bound import Questions
from hhcrm.queries.settings_models import Letterhead, ListValue
from hhcrm.services.commands import AddValue, DropValue, LogVisit
from hhcrm.services.settings_commands import (
    BringValueBack,
    ChangeRules,
    ChangeSettings,
    ChangeTag,
    DropSetting,
    EditValue,
    OrderValues,
)
from tests.services.conftest import NOW, TODAY, Agency

NAUGHTY = Path(__file__).parents[1] / "data" / "naughty_strings.json"
PNG = b"\x89PNG\r\n\x1a\n a small picture"
LOGO = b64encode(PNG).decode()
SOON = TODAY + timedelta(days=14)


def ask(agency: Agency, today: date = TODAY) -> Questions:
    return Questions(agency.engine, lambda: NOW, lambda: today, agency.liaison_id)


def listed(agency: Agency, table: str) -> dict[str, ListValue]:
    return {value.name: value for value in ask(agency).list_values(table)}


def due(agency: Agency, source_id: int) -> date | None:
    with Session(agency.engine) as session:
        return session.get_one(ReferralSource, source_id).due_on


# --- settings


def test_a_change_holds_from_its_day_and_the_past_stays(agency: Agency) -> None:
    agency.actions.change_settings(ChangeSettings({"agency.name": "Cumberland  Home\0 Care "}, SOON))
    assert ask(agency).agency_settings().name == "Cumberland"
    assert ask(agency, SOON).agency_settings().name == "Cumberland Home Care"
    ahead, *_ = ask(agency).agency_settings().past
    assert (ahead.ahead, ahead.from_on, ahead.came_from) == (True, SOON, "Dana Whitfield")


def test_a_change_that_lies_ahead_is_taken_back_and_one_that_held_is_not(agency: Agency) -> None:
    agency.actions.change_settings(ChangeSettings({"mileage.cents_per_mile": "80"}, SOON))
    ahead = ask(agency).agency_settings().past[0]
    with pytest.raises(Conflict):
        agency.actions.drop_setting(DropSetting(ahead.setting_id, ahead.version + 1))
    agency.actions.drop_setting(DropSetting(ahead.setting_id, ahead.version))
    assert ask(agency, SOON).agency_settings().mileage_cents == 72.5
    held = ask(agency).agency_settings().past[0]
    with pytest.raises(RuleBroken, match="cannot be taken away"):
        agency.actions.drop_setting(DropSetting(held.setting_id, held.version))


def test_a_setting_changed_twice_on_a_day_is_one_row_and_each_change_is_undone_by_itself(agency: Agency) -> None:
    for name in ("First", "Second"):
        agency.actions.change_settings(ChangeSettings({"agency.name": name}, TODAY))
    with Session(agency.engine) as session:
        rows = select(Setting.value).where(Setting.key == SettingKey.AGENCY_NAME, Setting.from_on == TODAY)
        assert session.scalars(rows).all() == [json.dumps("Second")]
    agency.actions.undo()
    assert ask(agency).agency_settings().name == "First"
    agency.actions.undo()
    assert ask(agency).agency_settings().name == "Cumberland"


def test_saving_what_holds_already_is_no_change(agency: Agency) -> None:
    assert agency.actions.change_settings(ChangeSettings({"agency.name": "Cumberland"}, TODAY)).step_id is None
    assert agency.actions.change_rules(ChangeRules({"stall_days": 45}, TODAY)).step_id is None


def test_the_head_of_the_pages_is_set_and_taken_back(agency: Agency) -> None:
    assert ask(agency).letterhead() == Letterhead("Cumberland")
    kept = {"agency.phone": "6155550142", "agency.address": " 1 Main St \n\nNashville, TN ", "agency.logo": LOGO}
    nothing = dict.fromkeys(kept, "")
    changes = agency.actions.change_settings(ChangeSettings(kept, TODAY, nothing))
    head = ask(agency).letterhead()
    assert head == Letterhead("Cumberland", ("1 Main St", "Nashville, TN"), "(615) 555-0142", PNG)
    assert changes.step_id is not None
    told = str(ask(agency).step_changes(changes.step_id))
    assert "a picture" in told
    assert LOGO not in told
    agency.actions.change_settings(ChangeSettings({"agency.logo": ""}, TODAY, {"agency.logo": LOGO}))
    assert ask(agency).letterhead().logo == b""
    agency.actions.undo()
    agency.actions.undo()
    assert ask(agency).letterhead() == Letterhead("Cumberland")


def test_what_two_windows_change_at_once_is_a_conflict_only_where_it_is_the_same(agency: Agency) -> None:
    agency.actions.change_settings(ChangeSettings({"agency.name": "Theirs"}, TODAY, {"agency.name": "Cumberland"}))
    agency.actions.change_settings(ChangeSettings({"agency.zip": "37206"}, TODAY, {"agency.zip": "37203"}))
    with pytest.raises(Conflict):
        agency.actions.change_settings(ChangeSettings({"agency.name": "Mine"}, TODAY, {"agency.name": "Cumberland"}))
    assert ask(agency).agency_settings().name == "Theirs"
    agency.actions.change_rules(ChangeRules({"stall_days": 50}, TODAY, {"stall_days": 45}))
    with pytest.raises(Conflict):
        agency.actions.change_rules(ChangeRules({"stall_days": 60}, TODAY, {"stall_days": 45}))


@pytest.mark.parametrize(
    ("key", "value", "field"),
    [
        ("agency.name", " \0 ", "name"),
        ("agency.name", "x" * 201, "name"),
        ("agency.phone", "5" * 41, "phone"),
        ("agency.address", "a\nb\nc\nd", "address"),
        ("agency.address", "x" * 61, "address"),
        ("agency.logo", "GIF89a", "logo"),
        ("agency.logo", b64encode(b"GIF89a").decode(), "logo"),
        ("agency.logo", b64encode(PNG + b"x" * 200_000).decode(), "logo"),
        ("agency.zip", "00000", "zip"),
        ("agency.zip", "3720", "zip"),
        ("agency.zip", "Nashville", "zip"),
        ("agency.time_zone", "Mars/Olympus", "time_zone"),
        ("agency.date_order", "ymd", "date_order"),
        ("mileage.cents_per_mile", "nan", "mileage"),
        ("mileage.cents_per_mile", "-3", "mileage"),
        ("agency.working_week", [None] * 7, "working_week"),
    ],
)
def test_what_cannot_be_is_refused_beside_its_field(agency: Agency, key: str, value: object, field: str) -> None:
    with pytest.raises(RuleBroken) as caught:
        agency.actions.change_settings(ChangeSettings({key: value}, TODAY))
    assert caught.value.field == field


@pytest.mark.parametrize("day", [date(1999, 12, 31), TODAY + timedelta(days=4_000)])
def test_a_day_out_of_reach_is_refused(agency: Agency, day: date) -> None:
    with pytest.raises(RuleBroken) as caught:
        agency.actions.change_settings(ChangeSettings({"agency.name": "X"}, day))
    assert caught.value.field == "from_on"


def test_due_dates_follow_the_working_week_and_the_rules(agency: Agency) -> None:
    source = agency.add()
    agency.actions.log_visit(LogVisit(source, Advance.ADVANCE, agency.visit, date(2026, 11, 5)))
    assert due(agency, source) == date(2026, 12, 7)  # Saturday the 5th moves to Monday
    week = [["09:00", "16:30"]] * 6 + [None]
    agency.actions.change_settings(ChangeSettings({"agency.working_week": week}, TODAY))
    assert due(agency, source) == date(2026, 12, 5)
    rules = {line.name: line for line in ask(agency).rules_page().lines}
    assert not rules["stall_days"].changed
    agency.actions.change_rules(ChangeRules({"prospect_interval_days": 14, "offered_cadences.1": 50}, TODAY))
    assert due(agency, source) == date(2026, 11, 19)
    rules = {line.name: line for line in ask(agency).rules_page().lines}
    assert (rules["offered_cadences.1"].value, rules["offered_cadences.1"].changed) == (50, True)
    agency.actions.undo()
    agency.actions.undo()
    assert due(agency, source) == date(2026, 12, 7)


# --- lists


def test_a_value_is_added_with_what_its_list_needs(agency: Agency) -> None:
    agency.actions.add_value(AddValue("decline_reason", "Dog in the house", {"owner": ReasonOwner.PATIENT}))
    agency.actions.add_value(AddValue("decline_reason", "No parking"))
    found = listed(agency, "decline_reason")
    assert found["Dog in the house"].extra["owner"] == ReasonOwner.PATIENT
    assert found["No parking"].extra["owner"] == ReasonOwner.OURS
    assert list(found)[-1] == "No parking"


def test_a_value_is_renamed_and_its_numbers_set_unless_somebody_was_faster(agency: Agency) -> None:
    snf = next(value for value in listed(agency, "source_type").values() if value.code == "snf")
    columns = {"name": "Nursing home", "visits_to_active": "26", "cadence_days": "", "synonyms": "SNF; SNF;\n Rehab"}
    agency.actions.edit_value(EditValue("source_type", snf.id, snf.version, columns))
    now = listed(agency, "source_type")["Nursing home"]
    assert (now.extra["visits_to_active"], now.extra["cadence_days"]) == (26, None)
    assert now.extra["synonyms"] == "SNF; Rehab"
    with pytest.raises(Conflict):
        agency.actions.edit_value(EditValue("source_type", snf.id, snf.version, {"visits_to_active": 5}))


@pytest.mark.parametrize(
    ("table", "values", "field"),
    [
        ("source_type", {"name": "Hospital"}, "name"),
        ("source_type", {"name": "  "}, "name"),
        ("source_type", {"visits_to_active": 0}, "visits_to_active"),
        ("source_type", {"cadence_days": "3"}, "cadence_days"),
        ("source_type", {"bed_rate": "many"}, "bed_rate"),
        ("source_type", {"code": "x"}, "code"),
        ("visit_kind", {"minutes": "1.5"}, "minutes"),
        ("decline_reason", {"owner": "nobody"}, "owner"),
    ],
)
def test_what_a_value_cannot_have_is_refused_beside_its_field(
    agency: Agency, table: str, values: dict[str, object], field: str
) -> None:
    value = next(each for each in listed(agency, table).values() if each.code != "hospital")
    with pytest.raises(RuleBroken) as caught:
        agency.actions.edit_value(EditValue(table, value.id, value.version, values))
    assert caught.value.field == field


def test_a_list_is_put_in_order_and_the_order_is_undone(agency: Agency) -> None:
    before = list(listed(agency, "payer"))
    ids = [value.id for value in listed(agency, "payer").values()]
    agency.actions.order_values(OrderValues("payer", tuple(reversed(ids))))
    assert list(listed(agency, "payer")) == list(reversed(before))
    agency.actions.undo()
    assert list(listed(agency, "payer")) == before


def test_a_value_in_use_goes_only_when_its_records_have_another_and_one_undo_brings_all_back(agency: Agency) -> None:
    source = agency.add()
    agency.actions.log_visit(LogVisit(source, Advance.ADVANCE, agency.visit, TODAY))
    kinds = ask(agency).list_uses("visit_kind")
    assert kinds[agency.visit]["visit"] >= 1
    visit = listed(agency, "visit_kind")["In-person visit"]
    with pytest.raises(InUse):
        agency.actions.drop_value(DropValue("visit_kind", visit.id, None, visit.version))
    agency.actions.drop_value(DropValue("visit_kind", visit.id, agency.phone_call, visit.version))
    with Session(agency.engine) as session:
        assert set(session.scalars(select(Visit.kind_id))) == {agency.phone_call}
    assert listed(agency, "visit_kind")["In-person visit"].retired_at == NOW
    agency.actions.undo()
    with Session(agency.engine) as session:
        assert agency.visit in set(session.scalars(select(Visit.kind_id)))
        assert session.get_one(VisitKind, agency.visit).archived_at is None


def test_a_retired_value_comes_back_but_not_beside_another_of_its_name(agency: Agency) -> None:
    charity = listed(agency, "payer")["Charity"]
    agency.actions.drop_value(DropValue("payer", charity.id))
    assert list(listed(agency, "payer"))[-1] == "Charity"
    other = listed(agency, "payer")["Pending"]
    with pytest.raises(RuleBroken, match="retired"):
        agency.actions.edit_value(EditValue("payer", other.id, other.version, {"name": "CHARITY"}))
    agency.actions.bring_value_back(BringValueBack("payer", charity.id))
    assert listed(agency, "payer")["Charity"].retired_at is None
    with pytest.raises(NotFound):
        agency.actions.bring_value_back(BringValueBack("payer", 99_999))


def test_the_last_value_of_a_list_stays(agency: Agency) -> None:
    *others, last = listed(agency, "service_line").values()
    for value in others:
        agency.actions.drop_value(DropValue("service_line", value.id, last.id))
    with pytest.raises(RuleBroken, match="last value"):
        agency.actions.drop_value(DropValue("service_line", last.id))


def test_a_list_that_is_none_is_refused(agency: Agency) -> None:
    for table in ("visit", "nonsense", "app_user"):
        with pytest.raises(NotFound):
            ask(agency).list_values(table)
        with pytest.raises(NotFound):
            agency.actions.add_value(AddValue(table, "X"))


def test_naughty_names_come_back_as_they_were_given(agency: Agency) -> None:
    strings = [text for text in json.loads(NAUGHTY.read_text("utf-8")) if text.strip("\0 \n\t")][:120:7]
    for number, text in enumerate(strings):
        name = f"{number} {text}"[:200]
        subject = agency.actions.add_value(AddValue("contact_role", name)).subject
        found = {value.id: value.name for value in ask(agency).list_values("contact_role")}
        assert found[subject or 0] == " ".join(name.replace("\0", "").split())


# --- tags


def test_a_tag_is_renamed_everywhere_put_together_and_taken_off(agency: Agency) -> None:
    first, second = agency.add("A", tags="VIP; north"), agency.add("B", tags="vip; VIPs; VIP; north side")
    agency.actions.change_tag(ChangeTag("VIP", "north"))
    assert _tags(agency, first, second) == ["north", "vip; VIPs; north; north side"]
    agency.actions.undo()
    assert _tags(agency, first, second) == ["VIP; north", "vip; VIPs; VIP; north side"]
    agency.actions.change_tag(ChangeTag("VIP"))
    assert _tags(agency, first, second) == ["north", "vip; VIPs; north side"]
    assert [(line.name, line.sources) for line in ask(agency).tag_lines()] == [
        ("north", 1), ("north side", 1), ("vip", 1), ("VIPs", 1),
    ]  # fmt: skip
    with pytest.raises(NotFound):
        agency.actions.change_tag(ChangeTag("VIP", "x"))
    with pytest.raises(RuleBroken):
        agency.actions.change_tag(ChangeTag("north", "a; b"))


def _tags(agency: Agency, *sources: int) -> list[str]:
    with Session(agency.engine) as session:
        return [session.get_one(ReferralSource, source).tags for source in sources]


def test_what_is_new_keeps_its_lists_row(agency: Agency) -> None:
    agency.actions.add_value(AddValue("source_type", "Church", {"visits_to_active": 3}))
    with Session(agency.engine) as session:
        church = session.scalars(select(SourceType).where(SourceType.name == "Church")).one()
        assert (church.code, church.visits_to_active, church.version) == ("church", 3, 1)
        assert session.scalar(select(DeclineReason.id).where(DeclineReason.name == "Church")) is None


def test_only_settings_that_move_due_dates_are_computed_through(
    agency: Agency, monkeypatch: pytest.MonkeyPatch
) -> None:
    computed: list[object] = []
    monkeypatch.setattr("hhcrm.storage.work.derived.refresh", lambda _connection, ids=None: computed.append(ids))
    agency.actions.change_settings(ChangeSettings({"agency.name": "Other"}, TODAY))
    assert computed == []
    agency.actions.change_rules(ChangeRules({"stall_days": 50}, TODAY))
    agency.actions.change_settings(ChangeSettings({"agency.working_week": [["09:00", "16:30"]] * 7}, TODAY))
    assert computed == [None, None]
