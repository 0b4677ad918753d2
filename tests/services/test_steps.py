"""Undo as people mean it: what it will take back is said, imports go whole, long ones can be stopped."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import func, select

from hhcrm.domain.errors import Conflict, NotFound
from hhcrm.domain.standards import Standard
from hhcrm.domain.words import Advance, Comparison, Measure
from hhcrm.exchange.fields import RecordKind
from hhcrm.exchange.importing import import_file
from hhcrm.jobs.progress import Cancelled
from hhcrm.models.all import metadata
from hhcrm.models.referrals import Referral, ReferralPatient
from hhcrm.models.users import User
from hhcrm.queries.bound import Questions
from hhcrm.queries.step_models import StepFilter
from hhcrm.services.bound import Actions
from hhcrm.services.commands import (
    AddFile,
    AddPerson,
    Archive,
    EditSource,
    LogVisit,
    MakeCommitment,
    PersonValues,
    PlanVisit,
    Restore,
)
from hhcrm.services.pilot_commands import ProposePilot
from hhcrm.storage.journal import Actor
from hhcrm.storage.work import Transaction, UnitOfWork
from tests.exchange.importing import ZONE
from tests.services.conftest import NOW, TODAY, Agency


def ask(agency: Agency, user_id: int | None = None) -> Questions:
    return Questions(agency.engine, lambda: NOW, lambda: TODAY, user_id or agency.liaison_id)


def next_words(agency: Agency) -> tuple[str | None, str | None]:
    state = ask(agency).undo_state()
    undo, redo = (None if line is None else line.what for line in (state.undo, state.redo))
    return undo, redo


def colleague(agency: Agency) -> tuple[int, Actions]:
    def add(tx: Transaction) -> int:
        user = User(name="Marcus Hale", role="liaison")
        tx.session.add(user)
        tx.session.flush()
        return user.id

    user_id = UnitOfWork(agency.engine, Actor(None, "set-up"), lambda: NOW).run("Add", add).subject or 0
    work = UnitOfWork(agency.engine, Actor(user_id, "Marcus Hale"), lambda: NOW)
    return user_id, Actions(work, lambda: TODAY, Path("attachments"))


def bring(agency: Agency, folder: Path, rows: int) -> None:
    """Import visits into the source Mercy."""
    lines = "\r\n".join(f"Mercy,{TODAY - timedelta(days=1 + n)},note {n}" for n in range(rows))
    path = folder / "visits.csv"
    path.write_text(f"source,date,notes\r\n{lines}\r\n", encoding="utf-8")
    import_file(path, RecordKind.VISITS, None, agency.work, today=TODAY, zone=ZONE)


def count(agency: Agency, name: str) -> int:
    with agency.engine.connect() as connection:
        return int(connection.execute(select(func.count()).select_from(metadata.tables[name])).scalar_one())


def everything(agency: Agency) -> dict[str, Any]:
    with agency.engine.connect() as connection:
        return {
            name: [tuple(row) for row in connection.execute(select(table).order_by(table.c.id))]
            for name, table in metadata.tables.items()
        }


def test_what_is_next_is_said_with_whom_it_was_about(agency: Agency) -> None:
    source = agency.add("Mercy Clinic")
    assert next_words(agency) == ("Add Mercy Clinic", None)
    agency.actions.log_visit(LogVisit(source, Advance.ADVANCE, agency.visit, TODAY))
    assert next_words(agency) == ("Log visit, Mercy Clinic", None)
    agency.actions.undo()
    assert next_words(agency) == ("Add Mercy Clinic", "Log visit, Mercy Clinic")
    agency.actions.redo()
    assert next_words(agency) == ("Log visit, Mercy Clinic", None)
    agency.actions.add_person(AddPerson(PersonValues("Suzy", "Park"), source))
    assert next_words(agency)[0] == "Add Suzy Park"
    agency.actions.edit_source(EditSource(source, 1, {"city": "Franklin"}))
    assert next_words(agency)[0] == "Edit source, Mercy Clinic"


def test_nothing_to_undo_is_said_before_and_after(agency: Agency) -> None:
    assert next_words(agency) == (None, None)
    with pytest.raises(NotFound):
        agency.actions.undo()


def test_a_colleague_s_newer_step_is_never_taken_back_by_ones_own_undo(agency: Agency) -> None:
    mine = agency.add("Mercy Clinic")
    other_id, theirs = colleague(agency)
    theirs.make_commitment(MakeCommitment(mine, "Call back", TODAY, TODAY))
    assert next_words(agency)[0] == "Add Mercy Clinic"
    state = ask(agency, other_id).undo_state()
    assert state.undo is not None
    assert (state.undo.by, state.undo.what) == ("Marcus Hale", "Make a commitment, Mercy Clinic")
    with pytest.raises(Conflict):
        agency.actions.undo()  # the promise hangs on the source
    assert count(agency, "commitment") == 1
    newest = ask(agency).recent_changes(StepFilter(by="Marcus Hale")).lines[0]
    agency.actions.undo_step(newest.step_id)  # by name it goes
    assert count(agency, "commitment") == 0


def test_a_step_that_cannot_be_undone_says_who_has_been_there_since(agency: Agency) -> None:
    source = agency.add("Mercy Clinic")
    agency.actions.edit_source(EditSource(source, 1, {"city": "Franklin"}))
    _, theirs = colleague(agency)
    theirs.edit_source(EditSource(source, 2, {"city": "Nashville"}))
    with pytest.raises(Conflict, match=r"the source has been changed since, by Marcus Hale \(Edit source\)"):
        agency.actions.undo()


def test_an_import_is_undone_whole_when_it_was_the_last_act(agency: Agency, tmp_path: Path) -> None:
    agency.add("Mercy")
    before = count(agency, "visit")
    bring(agency, tmp_path, 40)
    assert next_words(agency)[0] == "Import 40 visits from visits.csv"
    agency.actions.undo()
    assert count(agency, "visit") == before
    assert next_words(agency) == ("Add Mercy", None)
    agency.actions.undo()
    assert next_words(agency) == (None, "Add Mercy")


def test_a_long_undo_tells_how_far_it_is_and_can_be_stopped_with_nothing_changed(
    agency: Agency, tmp_path: Path
) -> None:
    agency.add("Mercy")
    bring(agency, tmp_path, 1_200)
    before = everything(agency)
    said: list[tuple[str, int]] = []

    def stop_at(words: str) -> Any:
        def tell(doing: str, done: int, _total: int | None) -> None:
            said.append((doing, done))
            if doing == words and done:
                raise Cancelled

        return tell

    with pytest.raises(Cancelled):
        agency.actions.undo(stop_at("Taking back"))
    assert everything(agency) == before
    agency.actions.undo(stop_at("never"))
    assert {doing for doing, _ in said} >= {"Taking back", "Writing the journal"}
    assert count(agency, "visit") == 0


def test_recent_changes_are_filtered_by_person_kind_and_day(agency: Agency, tmp_path: Path) -> None:
    source = agency.add("Mercy")
    _, theirs = colleague(agency)
    agency.actions.plan_visit(PlanVisit(source, agency.visit, TODAY))
    theirs.make_commitment(MakeCommitment(source, "Call back", TODAY, TODAY))
    bring(agency, tmp_path, 3)

    def found(**asked: Any) -> list[str]:
        return [line.what for line in ask(agency).recent_changes(StepFilter(**asked)).lines]

    assert found()[:3] == ["Import 3 visits from visits.csv", "Make a commitment, Mercy", "Plan visit, Mercy"]
    assert found(by="Marcus Hale") == ["Make a commitment, Mercy"]
    assert found(about="visit") == ["Plan visit, Mercy"]
    assert found(about="import") == ["Import 3 visits from visits.csv"]
    local = NOW.astimezone(ZONE).date()
    assert len(found(from_on=local, until_on=local)) == len(found())
    assert found(until_on=local - timedelta(days=1)) == []
    page = ask(agency).recent_changes(StepFilter(), limit=2)
    assert page.more
    assert ask(agency).recent_changes(StepFilter(), page.lines[-1].step_id).lines[0].what == "Plan visit, Mercy"
    assert set(ask(agency).step_people()) == {"Dana Whitfield", "Marcus Hale", "set-up"}


def test_what_cannot_be_undone_says_why(agency: Agency) -> None:
    agency.add("Mercy")
    agency.actions.undo()
    undo, added, *_, set_up = ask(agency).recent_changes(StepFilter()).lines
    assert (undo.what, undo.why_not[:13]) == ("Undone: Add Mercy", "It is an undo")
    assert (added.undone, added.why_not) == (True, "It has been undone already.")
    assert set_up.why_not == "It changed no records, or set the agency up."


def test_the_changes_of_a_step_are_told_but_never_a_patient(agency: Agency) -> None:
    source = agency.add("Mercy")

    def record(tx: Transaction) -> None:
        referral = Referral(source_id=source, heard_at=NOW, referral_on=TODAY, zip="37203")
        referral.patient = ReferralPatient(patient_name="Xylander Quibble", phone="6155550199")
        tx.session.add(referral)

    step = agency.work.run("Record referral", record).step_id or 0
    page = ask(agency).step_changes(step)
    assert "Patient identifiers" in [line.what for line in page.lines]
    assert "Xylander" not in repr(page)
    assert "0199" not in repr(page)
    assert any(change.label == "ZIP" for line in page.lines for change in line.changes)


def test_what_was_put_away_is_found_by_kind_and_name_and_comes_back(agency: Agency, tmp_path: Path) -> None:
    source = agency.add("Clínica Mercy")
    person = agency.actions.add_person(AddPerson(PersonValues("Suzy", "Park"), source)).subject or 0
    visit = agency.actions.plan_visit(PlanVisit(source, agency.visit, date(2026, 12, 1))).subject or 0
    promise = agency.actions.make_commitment(MakeCommitment(source, "Bring cake", TODAY, TODAY)).subject or 0
    paper = tmp_path / "Contract.txt"
    paper.write_text("signed")
    file = agency.actions.add_file(AddFile(source, paper)).subject or 0
    days = {"starts_on": TODAY, "ends_on": TODAY + timedelta(days=60)}
    fast = Standard(Measure.SAME_DAY_START, Comparison.AT_LEAST, 90)
    proposed = ProposePilot({"source_id": source, "name": "Same-day start", **days}, (fast,))
    pilot = agency.actions.propose_pilot(proposed).subject or 0
    rows = (
        ("contact", person), ("visit", visit), ("commitment", promise), ("attachment", file), ("pilot", pilot),
    )  # fmt: skip
    for table, row_id in (*rows, ("referral_source", source)):
        agency.actions.archive(Archive(table, (row_id,), "closed"))
    questions = ask(agency)
    assert questions.archived_counts() == {
        "referral_source": 1, "contact": 1, "visit": 1, "referral": 0, "commitment": 1, "attachment": 1,
        "pilot": 1, "approach": 0, "approach_note": 0, "goal": 0,
    }  # fmt: skip
    typed = {
        "contact": "park", "visit": "clinica", "commitment": "cake", "attachment": "contract", "pilot": "same clinica",
    }  # fmt: skip
    for table, row_id in (*rows, ("referral_source", source)):
        page = questions.archived_page(table, typed.get(table, "clinica mercy"), 0, 10)
        (line,) = page.lines
        assert (page.total, line.row_id, line.by, line.why) == (1, row_id, "Dana Whitfield", "closed")
        assert line.at == datetime(2026, 11, 23, 15, 0, tzinfo=UTC)
        assert questions.archived_page(table, "zebra", 0, 10).total == 0
        agency.actions.restore(Restore(table, (row_id,)))
    assert not any(ask(agency).archived_counts().values())
