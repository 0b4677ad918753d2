"""The route sheet: the day's visits in order, with the drives between them and what to know at each."""

from __future__ import annotations

from datetime import date, time
from pathlib import Path

import pytest
from sqlalchemy import select

from hhcrm.domain.settings import DEFAULTS
from hhcrm.domain.week_plan import Place, Travel
from hhcrm.domain.words import Advance, BuyingRole, PhoneKind, UserRole
from hhcrm.exchange.icalendars import export_calendar
from hhcrm.models.lookups import ServiceLine
from hhcrm.models.visits import Visit
from hhcrm.queries.bound import Questions
from hhcrm.queries.calendar_file_models import CalendarWanted
from hhcrm.queries.route_models import Promise, RouteSheet
from hhcrm.queries.zip_places import zip_point
from hhcrm.services.commands import AddPerson, LogVisit, MakeCommitment, PersonValues, PlanVisit
from hhcrm.services.referral_commands import RecordReferral
from hhcrm.services.settings_commands import SaveUser
from hhcrm.storage.work import Transaction
from tests.services.conftest import NOW, TODAY, Agency

PATIENT = "Zebulon Plantedname"


def ask(agency: Agency) -> Questions:
    return Questions(agency.engine, lambda: NOW, lambda: TODAY, agency.liaison_id)


def plan(agency: Agency, source: int, at: time | None = None, minutes: int | None = 30, **more: object) -> int:
    values = {"kind_id": agency.visit, "liaison_id": agency.liaison_id} | more
    command = PlanVisit(source, visit_on=TODAY, start_time=at, minutes=minutes, **values)  # type: ignore[arg-type]
    return agency.actions.plan_visit(command).subject or 0


def nobodys(agency: Agency, source: int, at: time) -> None:
    """A visit that came in from a list without anybody's name."""
    visit = plan(agency, source, at)

    def forget(tx: Transaction) -> int | None:
        tx.session.get_one(Visit, visit).liaison_id = None
        return visit

    agency.work.run("Forget whose it is", forget)


def sheet(agency: Agency) -> RouteSheet:
    (found,) = ask(agency).route_sheets(agency.liaison_id, TODAY)
    return found


def place(code: str) -> Place:
    return Place(*zip_point(code))  # type: ignore[misc]


def person(agency: Agency, source: int, name: str, role: BuyingRole, phone: str = "") -> int:
    phones = ((PhoneKind.FAX, "615 555 0100"), (PhoneKind.WORK, phone)) if phone else ()
    values = PersonValues(name, "Reed", "RN", buying_role=role, phones=phones)
    return agency.actions.add_person(AddPerson(values, source)).subject or 0


def test_a_day_is_in_the_order_of_its_times_with_the_drives_between_and_the_way_back(agency: Agency) -> None:
    near = agency.add("Near", zip="37206", address="12 Main St", city="Nashville", state="TN", phone="615 555 0111")
    here = agency.add("Far", zip="37066")
    nowhere = agency.add("Nowhere")
    plan(agency, nowhere)
    late = plan(agency, here, time(10, 0))
    first = plan(agency, near, time(9, 30))
    call = plan(agency, near, time(11, 0), kind_id=agency.phone_call)
    found = sheet(agency)
    assert [stop.visit_id for stop in found.stops[:3]] == [first, late, call]
    assert [stop.source for stop in found.stops] == ["Near", "Far", "Near", "Nowhere"]
    unknown = DEFAULTS.unknown_drive_minutes
    travel = Travel(DEFAULTS.road_factor, DEFAULTS.miles_per_hour, unknown, DEFAULTS.park_minutes)
    office, far = place("37203"), place("37066")
    drives = [travel.minutes(office, place("37206")), travel.minutes(place("37206"), far)]
    assert [stop.drive for stop in found.stops] == [*drives, None, unknown]
    assert [stop.guessed for stop in found.stops] == [False, False, False, True]
    assert found.stops[1].short_by == drives[1], "the visit before it ends when this one begins"
    assert found.back == unknown
    assert found.drive == sum(drives) + 2 * unknown
    assert (found.stops[0].address, found.stops[0].phone) == ("12 Main St, Nashville, TN 37206", "(615) 555-0111")
    planned = [guess.visit_id for guess in ask(agency).end_of_day()]
    assert planned == [stop.visit_id for stop in found.stops], "the end-of-day log goes the same way"


def test_whom_to_ask_for_what_was_said_last_and_what_is_promised(agency: Agency) -> None:
    source = agency.add()
    gate = person(agency, source, "Gail", BuyingRole.GATEKEEPER)
    person(agency, source, "Dee", BuyingRole.DECISION_MAKER, "615 555 0123")
    for day, step in ((date(2026, 11, 2), "Ask about weekends"), (date(2026, 10, 5), "Old")):
        log = LogVisit(source, Advance.ADVANCE, agency.visit, day, next_step=step, contact_ids=(gate,))
        agency.actions.log_visit(log)
    for text, due in (("Second", date(2026, 12, 4)), ("First", date(2026, 11, 25))):
        agency.actions.make_commitment(MakeCommitment(source, text, due, date(2026, 11, 2)))
    visit = plan(agency, source, time(9, 0))
    (stop,) = sheet(agency).stops
    assert stop.ask_for == "Dee Reed, RN, (615) 555-0123"
    assert (stop.last_on, stop.next_step) == (date(2026, 11, 2), "Ask about weekends")
    assert stop.promises == (Promise("First", date(2026, 11, 25)), Promise("Second", date(2026, 12, 4)))
    agency.actions.undo()
    plan(agency, source, time(9, 0), contact_ids=(gate,))
    (stop,) = sheet(agency).stops
    assert stop.visit_id != visit
    assert stop.ask_for == "Gail Reed, RN", "whoever was put down for the visit comes first"


def test_of_everybody_each_has_a_sheet_and_nobodys_visits_are_the_owners(agency: Agency) -> None:
    other = agency.actions.save_user(SaveUser({"name": "Bea Kent", "role": UserRole.LIAISON})).subject
    plan(agency, agency.add("Mine"), time(9, 0))
    nobodys(agency, agency.add("Also mine"), time(10, 0))
    plan(agency, agency.add("Hers", owner_id=other), time(9, 0), liaison_id=other)
    nobodys(agency, agency.add("No one's", owner_id=None), time(9, 0))
    sheets = ask(agency).route_sheets(None, TODAY)
    assert [(each.whose, [stop.source for stop in each.stops]) for each in sheets] == [
        ("Bea Kent", ["Hers"]), ("Dana Whitfield", ["Mine", "Also mine"]), ("Nobody's visits", ["No one's"]),
    ]  # fmt: skip
    assert sheets[2].back is None, "from where nobody drives is not known"
    assert ask(agency).route_sheets(agency.liaison_id, date(2026, 11, 24)) == ()


@pytest.mark.parametrize("kind", ["sqlite"])
def test_the_calendar_file_of_the_day_has_the_same_order_with_places_and_no_patient(
    agency: Agency, tmp_path: Path
) -> None:
    with agency.engine.connect() as connection:
        line = connection.execute(select(ServiceLine.__table__.c.id)).scalars().first()
    spots = {"address": "12 Main St", "city": "Nashville", "state": "TN", "zip": "37206"}
    sources = [agency.add(name, **spots) for name in ("Ash", "Birch", "Cedar")]
    nobodys(agency, sources.pop(), time(9, 0))
    for source, at in zip(sources, (None, time(11, 0)), strict=True):
        plan(agency, source, at)
        values = {"source_id": source, "service_line_id": line}
        agency.actions.record_referral(RecordReferral(values, {"patient_name": PATIENT}))
    file = tmp_path / "day.ics"
    assert export_calendar(ask(agency), file, CalendarWanted(TODAY, TODAY, agency.liaison_id)) == 3
    text = file.read_text(encoding="utf-8").replace("\r\n ", "")
    order = [text.index(stop.source) for stop in sheet(agency).stops]
    assert order == sorted(order)
    assert text.count("LOCATION:12 Main St\\, Nashville\\, TN 37206") == 3
    assert "Zebulon" not in text
    assert "Zebulon" not in str(ask(agency).route_sheets(None, TODAY))
