"""People, referrals, history, the search box and Log visit, on records that people write."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, time

import pytest
from sqlalchemy import Engine

from hhcrm.domain.errors import NotFound
from hhcrm.domain.words import Advance, CommitmentStatus, ReferralStage, SourceStage, UserRole, VisitStatus
from hhcrm.models.commitments import Commitment
from hhcrm.models.contacts import Affiliation, Contact, ContactEmail, ContactPhone
from hhcrm.models.imports import ImportRun
from hhcrm.models.referrals import Referral, ReferralPatient, ReferralStageEntry
from hhcrm.models.sources import ReferralSource
from hhcrm.models.visits import Visit, VisitContact
from hhcrm.queries import agency as agency_questions
from hhcrm.queries.bound import Questions
from hhcrm.queries.say import ordinal
from hhcrm.services.sample import fill
from hhcrm.services.setup import FoundAgency, found_agency
from hhcrm.storage.journal import Step
from hhcrm.storage.work import Transaction, UnitOfWork
from tests.databases import ACTOR, Fill, now

TODAY = date(2026, 11, 23)
NOW = datetime(2026, 11, 23, 15, 40, tzinfo=UTC)  # 9:40 in the agency's zone


@dataclass
class Place:
    """A small agency by hand: Dana's hospital with two people, one of whom left."""

    work: UnitOfWork
    ask: Questions
    hospital: int = 0
    clinic: int = 0
    suzy: int = 0
    lee: int = 0
    met: int = 0


def _found(engine: Engine) -> None:
    founding = FoundAgency("Cumberland", "37203", "America/Chicago", (("Dana", UserRole.LIAISON),), TODAY)
    found_agency(UnitOfWork(engine, ACTOR, now), founding)


@pytest.fixture
def filled(request: pytest.FixtureRequest) -> Fill | None:
    """Who asks for the place gets a copy of an agency that was founded once."""
    return _found if "place" in request.fixturenames else None


@pytest.fixture
def place(engine: Engine, work: UnitOfWork) -> Place:
    place = Place(work, Questions(engine, lambda: NOW, lambda: TODAY, 1))
    work.run("Add records", lambda tx: _add(tx, place))
    return place


def _add(tx: Transaction, place: Place) -> None:
    add, flush = tx.session.add_all, tx.session.flush
    hospital = ReferralSource(
        name="St. Brendan Hospital", type_id=1, stage=SourceStage.ACTIVE, stage_since=date(2026, 1, 5), owner_id=1,
        cadence_days=30, created_on=date(2026, 1, 5), potential_per_month=14.0,
    )  # fmt: skip
    clinic = ReferralSource(
        name="Mercy Clinic", type_id=2, stage=SourceStage.PROSPECTIVE, stage_since=date(2026, 10, 1), owner_id=1,
        created_on=date(2026, 10, 1),
    )  # fmt: skip
    suzy = Contact(
        first_name="Suzy", last_name="Park", credentials="RN", role_id=1,
        phones=[ContactPhone(number="(615) 555-0142")], emails=[ContactEmail(address="suzy@example.org")],
    )  # fmt: skip
    lee = Contact(first_name="T.", last_name="Lane")
    add([hospital, clinic, suzy, lee])
    flush()
    place.hospital, place.clinic, place.suzy, place.lee = hospital.id, clinic.id, suzy.id, lee.id
    add(
        [
            Affiliation(contact_id=suzy.id, source_id=hospital.id, role_id=3, title="Lead planner"),
            Affiliation(contact_id=suzy.id, source_id=clinic.id),
            Affiliation(contact_id=lee.id, source_id=hospital.id, until_on=date(2026, 11, 1)),
        ]
    )
    visit = Visit(
        source_id=hospital.id, kind_id=3, status=VisitStatus.COMPLETED, visit_on=date(2026, 10, 20), liaison_id=1,
        minutes=35, advance=Advance.ADVANCE, notes="Wants a wound-care handout for the night shift",
        next_step="Bring the handout", contacts=[VisitContact(contact_id=suzy.id)],
    )  # fmt: skip
    add(
        [
            visit,
            Commitment(source_id=hospital.id, text="Send the zebra folder", made_on=TODAY, due_on=TODAY, owner_id=1),
        ]
    )
    referral = Referral(
        source_id=hospital.id, contact_id=suzy.id, heard_at=datetime(2026, 11, 1, 15, tzinfo=UTC),
        referral_on=date(2026, 11, 1), stage=ReferralStage.ACCEPTED, notes="Zebrafish study patient",
        stages=[
            ReferralStageEntry(stage=ReferralStage.RECEIVED, at=datetime(2026, 11, 1, 15, tzinfo=UTC), by_name="Ann"),
            ReferralStageEntry(stage=ReferralStage.ACCEPTED, at=datetime(2026, 11, 1, 21, tzinfo=UTC), by_name="Ann"),
            ReferralStageEntry(stage=ReferralStage.SCHEDULED, at=datetime(2026, 11, 2, 21, tzinfo=UTC), by_name="Ann"),
        ],
        soc_on=date(2026, 11, 3), patient=ReferralPatient(patient_name="Quentin Xylander", phone="615-555-0999"),
    )  # fmt: skip
    add([referral])
    flush()
    place.met = visit.id


def plan(place: Place, source_id: int, day: date, at: time | None, kind_id: int = 1) -> int:
    def add(tx: Transaction) -> int:
        visit = Visit(
            source_id=source_id, kind_id=kind_id, status=VisitStatus.PLANNED, visit_on=day, start_time=at, liaison_id=1
        )
        tx.session.add(visit)
        tx.session.flush()
        return visit.id

    return place.work.run("Plan visit", add).subject or 0


def test_people_of_a_source_stand_with_their_role_there_and_who_left_comes_last(place: Place) -> None:
    suzy, lane = place.ask.people_of(place.hospital)
    assert (suzy.name, suzy.role_id, suzy.title, suzy.left) == ("Suzy Park, RN", 3, "Lead planner", False)
    assert [line.source for line in suzy.affiliations] == ["St. Brendan Hospital", "Mercy Clinic"]
    assert (suzy.phones[0].number, suzy.emails[0].address, suzy.last_met_on) == (
        "(615) 555-0142", "suzy@example.org", date(2026, 10, 20),
    )  # fmt: skip
    assert (lane.name, lane.left, lane.last_met_on) == ("T. Lane", True, None)
    assert place.ask.person(place.suzy).role_id == 3
    assert place.ask.person(place.suzy, place.clinic).role_id == 1
    with pytest.raises(NotFound):
        place.ask.person(999)


def test_a_referral_says_its_hours_from_receipt_to_the_first_decision_and_to_noon_of_the_start(place: Place) -> None:
    page = place.ask.referral_page(place.hospital, 0, 10)
    line = page.lines[0]
    assert (page.total, line.contact, line.stage) == (1, "Suzy Park", "accepted")
    assert line.hours_to_decision == 6
    assert line.hours_to_soc == 51  # Nov 1 9:00 to Nov 3 12:00 in Chicago, after the change of the clocks
    assert "Xylander" not in repr(page)


def test_visits_come_in_pages_newest_first_with_the_people_met(place: Place) -> None:
    later = plan(place, place.hospital, date(2026, 12, 1), None)
    first = place.ask.visit_page(place.hospital, 0, 1)
    rest = place.ask.visit_page(place.hospital, 1, 5)
    assert (first.total, first.lines[0].visit_id) == (2, later)
    assert [(line.visit_id, line.contacts) for line in rest.lines] == [(place.met, "Suzy Park")]
    assert place.ask.visit(place.met).next_step == "Bring the handout"
    with pytest.raises(NotFound):
        place.ask.visit(999)


def test_history_names_what_changed_in_words_and_who_did_it(place: Place) -> None:
    def edit(tx: Transaction) -> None:
        source = tx.session.get_one(ReferralSource, place.hospital)
        source.type_id, source.potential_per_month, source.owner_id = 2, 9.5, None
        tx.session.get_one(Contact, place.suzy).needs = "Weekend starts"

    step = place.work.run("Edit source", edit).step_id
    page = place.ask.history_of("referral_source", place.hospital, limit=1)
    assert page.more
    by_table = {line.table: line for line in page.lines}
    source = by_table["referral_source"]
    assert (source.step_id, source.label, source.by) == (step, "Edit source", "Tess")
    types = [choice.name for choice in place.ask.choices().types]
    assert {(change.label, change.before, change.after) for change in source.changes} == {
        ("Type", types[0], types[1]), ("Potential a month", "14", "9.5"), ("Owner", "Dana", ""),
    }  # fmt: skip
    assert by_table["contact"].what == "Person Suzy Park, RN"
    older = place.ask.history_of("referral_source", place.hospital, before_step=step)
    assert not older.more
    assert {line.label for line in older.lines} == {"Add records"}
    assert {"visit", "visit_contact", "affiliation", "commitment", "referral"} <= {line.table for line in older.lines}
    assert all(change.can_revert for change in source.changes)
    assert not any(change.can_revert for line in older.lines for change in line.changes)


def test_history_never_shows_a_patient(place: Place) -> None:
    for source_id in (place.hospital, place.clinic):
        assert "Xylander" not in repr(place.ask.history_of("referral_source", source_id))
        assert "0999" not in repr(place.ask.history_of("referral_source", source_id))


def test_history_tells_the_run_that_brought_a_source(place: Place) -> None:
    def bring(tx: Transaction) -> int:
        run = ImportRun(
            kind="sources", file_name="list.csv", file_sha256="0" * 64, at=NOW, by_name="Tess", mapping="", created=1
        )
        tx.session.add(run)
        tx.session.flush()
        return run.id

    changes = place.work.run(Step("Import sources", "import"), bring)

    def tag(tx: Transaction) -> None:
        tx.session.get_one(ImportRun, changes.subject).step_id = changes.step_id
        tx.session.get_one(ReferralSource, place.clinic).import_run_id = changes.subject

    place.work.run("Tag", tag)
    lines = place.ask.history_of("referral_source", place.clinic).lines
    assert ("Import sources", "Sources from list.csv") in {(line.label, line.what) for line in lines}
    assert [(run.file_name, run.created, run.undone) for run in place.ask.import_runs()] == [("list.csv", 1, False)]


def test_the_samples_label_is_the_one_that_is_looked_for() -> None:
    assert fill.LABEL == agency_questions.SAMPLE_LABEL


def test_picking_offers_beginnings_of_names_first_then_people_then_anywhere(place: Place) -> None:
    assert [line.name for line in place.ask.pick_sources("st bren")] == ["St. Brendan Hospital"]
    assert [line.name for line in place.ask.pick_sources("park s")] == ["Mercy Clinic", "St. Brendan Hospital"]
    assert [line.name for line in place.ask.pick_sources("clin")] == ["Mercy Clinic"]
    assert {line.name for line in place.ask.pick_sources("")} == {"St. Brendan Hospital", "Mercy Clinic"}
    assert place.ask.pick_sources("zzz") == ()


def test_the_log_of_a_source_is_filled_with_how_it_was_last_time(place: Place) -> None:
    guess = place.ask.log_guess(place.hospital)
    assert (guess.visit_id, guess.kind_id, guess.minutes, guess.visit_on) == (None, 3, 35, TODAY)
    assert guess.start_time == time(9, 30)
    assert [(person.name, person.guessed) for person in guess.people] == [("Suzy Park, RN", True)]
    assert guess.next_on == date(2026, 12, 23)
    assert guess.next_hint == "every 30 days"
    assert guess.last_hint.startswith("Last: Oct 20, Scheduled meeting, advance. Bring the handout")


def test_the_log_takes_the_planned_visit_of_the_day_and_counts_it(place: Place) -> None:
    second = plan(place, place.hospital, TODAY, time(14))
    first = plan(place, place.clinic, TODAY, time(9))
    guess = place.ask.log_guess()
    assert (guess.visit_id, guess.source, guess.position, guess.planned) == (first, "Mercy Clinic", 1, 2)
    assert (guess.stage_hint, guess.next_hint) == ("Visit 1 of 5", "visit 2 of 5")
    assert guess.start_time == time(9)
    assert place.ask.log_guess(place.hospital).visit_id == second
    assert [one.visit_id for one in place.ask.end_of_day()] == [first, second]
    done = place.ask.log_guess(visit_id=second)
    assert (done.position, done.source_id) == (2, place.hospital)


def test_a_missed_plan_near_today_is_the_one_that_is_logged_and_a_far_one_is_not(place: Place) -> None:
    plan(place, place.clinic, date(2026, 12, 20), None)
    assert place.ask.log_guess(place.clinic).visit_id is None
    near = plan(place, place.clinic, date(2026, 11, 19), None)
    assert place.ask.log_guess(place.clinic).visit_id == near
    assert place.ask.log_guess(place.clinic).visit_on == TODAY
    assert place.ask.log_guess(visit_id=near).visit_on == date(2026, 11, 19)


def test_with_nothing_planned_and_no_source_the_log_is_empty(place: Place) -> None:
    guess = place.ask.log_guess()
    assert (guess.source_id, guess.planned, guess.kind_id) == (None, 0, 1)
    with pytest.raises(NotFound):
        place.ask.log_guess(source_id=999)
    with pytest.raises(NotFound):
        place.ask.log_guess(visit_id=999)


def test_today_says_what_was_promised_and_what_the_visit_is_for(place: Place) -> None:
    plan(place, place.hospital, TODAY, time(9, 30))
    today = place.ask.today()
    assert today.visits[0].hint == (
        "Active, every 30 days. Ask for Suzy Park. Last time: Bring the handout. Promised: Send the zebra folder"
    )
    promise = today.needs[0]
    assert (promise.kind, promise.tag, promise.hint) == (
        "promise", "Promise due", "Send the zebra folder, promised Nov 23",
    )  # fmt: skip


def test_a_prospect_that_has_enough_visits_or_has_sent_is_to_be_decided(place: Place) -> None:
    def visit(tx: Transaction) -> None:
        for day in (2, 9, 16, 23, 30):
            tx.session.add(
                Visit(
                    source_id=place.clinic, kind_id=1, status=VisitStatus.COMPLETED, visit_on=date(2026, 10, day),
                    advance=Advance.ADVANCE if day < 10 else Advance.CONTINUATION,
                )
            )  # fmt: skip

    place.work.run("Log visits", visit)
    need = next(one for one in place.ask.today().needs if one.kind == "decide")
    assert (need.tag, need.offered_cadence) == ("Fifth visit", 60)
    assert need.hint == "Five visits done, 2 advances. Make active every 60 days?"


def test_facts_and_commitments(place: Place) -> None:
    facts = place.ask.agency_facts()
    assert (facts.founded, facts.name, facts.user_name, facts.user_role, facts.sources, facts.is_sample) == (
        True, "Cumberland", "Dana", "liaison", 2, False,
    )  # fmt: skip
    (line,) = place.ask.commitments_of(place.hospital)
    assert (line.text, line.status) == ("Send the zebra folder", CommitmentStatus.OPEN)
    assert place.ask.source_detail(place.hospital).open_commitments == (line,)
    assert place.ask.files_of(place.hospital) == ()
    assert place.ask.saved_views("sources") == ()


def test_an_empty_database_is_not_founded(engine: Engine) -> None:
    ask = Questions(engine, lambda: NOW, lambda: TODAY, None)
    facts = ask.agency_facts()
    assert (facts.founded, facts.sources, facts.user_id) == (False, 0, None)
    assert ask.today().needs == ()
    assert ask.choices().types == ()


def test_places_in_a_row_are_said_in_words() -> None:
    assert [ordinal(n) for n in (1, 5, 12, 13, 21, 22, 23, 26, 111)] == [
        "first", "fifth", "twelfth", "13th", "21st", "22nd", "23rd", "26th", "111th",
    ]  # fmt: skip
