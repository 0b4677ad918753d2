"""Approaches and what was learned: noted, changed, archived; each undone; what cannot be is refused."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from hhcrm.domain.errors import Conflict, NotFound, RuleBroken
from hhcrm.domain.measures import MeasureKey
from hhcrm.models.approaches import Approach, ApproachNote
from hhcrm.queries.bound import Questions
from hhcrm.queries.exports import Wanted, export_rows
from hhcrm.services.approach_commands import EditApproach, EditLearned, NoteApproach, NoteLearned
from hhcrm.services.commands import Archive, Restore
from tests.services.conftest import NOW, TODAY, Agency

JUDGED = (MeasureKey.CONVERSION, MeasureKey.REFERRALS, MeasureKey.REFERRALS)
VALUES: dict[str, Any] = {"name": " In-services  for SNFs ", "starts_on": date(2026, 3, 1)}


def note(agency: Agency, *source_ids: int, **more: object) -> int:
    changes = agency.actions.note_approach(NoteApproach(VALUES | more, JUDGED, source_ids))
    assert changes.subject is not None
    return changes.subject


def row(agency: Agency, approach_id: int) -> tuple[Approach, list[int]]:
    with Session(agency.engine) as session:
        approach = session.get_one(Approach, approach_id)
        return approach, [meant.source_id for meant in approach.sources]


def test_an_approach_is_kept_with_its_scope_and_measures_and_undone(agency: Agency) -> None:
    first, second = agency.add("Mercy"), agency.add("Grace")
    made = note(agency, first, second, first, type_id=agency.snf, kind_id=agency.visit)
    approach, meant = row(agency, made)
    assert (approach.name, approach.starts_on, approach.ends_on) == ("In-services for SNFs", date(2026, 3, 1), None)
    assert (approach.type_id, approach.kind_id, approach.liaison_id) == (agency.snf, agency.visit, None)
    assert (approach.measures, meant) == ("referrals conversion", [first, second])
    agency.actions.undo()
    with Session(agency.engine) as session:
        assert not session.scalars(select(Approach)).all()
    agency.actions.redo()
    assert row(agency, made)[1] == [first, second]


def test_what_is_edited_is_undone_with_its_sources_and_refuses_an_older_reading(agency: Agency) -> None:
    first, second = agency.add("Mercy"), agency.add("Grace")
    made = note(agency, first)
    version = row(agency, made)[0].version
    command = EditApproach(made, version, {"ends_on": date(2026, 9, 30)}, (MeasureKey.VISITS,), (second,))
    agency.actions.edit_approach(command)
    approach, meant = row(agency, made)
    assert (approach.ends_on, approach.measures, meant) == (date(2026, 9, 30), "visits", [second])
    with pytest.raises(Conflict):
        agency.actions.edit_approach(command)
    agency.actions.undo()
    approach, meant = row(agency, made)
    assert (approach.ends_on, approach.measures, meant) == (None, "referrals conversion", [first])


def test_sources_alone_changed_make_a_conflict_too(agency: Agency) -> None:
    first, second = agency.add("Mercy"), agency.add("Grace")
    made = note(agency, first)
    version = row(agency, made)[0].version
    agency.actions.edit_approach(EditApproach(made, version, {}, source_ids=(second,)))
    with pytest.raises(Conflict):
        agency.actions.edit_approach(EditApproach(made, version, {"name": "Other"}))


WRONG: tuple[tuple[dict[str, Any], str], ...] = (
    ({"name": " "}, "name"),
    ({"name": "x" * 201}, "name"),
    ({"starts_on": None}, "starts_on"),
    ({"ends_on": date(2026, 2, 28)}, "ends_on"),
)


@pytest.mark.parametrize(("more", "field"), WRONG)
def test_what_cannot_be_is_refused_and_names_its_field(agency: Agency, more: dict[str, Any], field: str) -> None:
    with pytest.raises(RuleBroken) as refused:
        note(agency, **more)
    assert refused.value.field == field


def test_measures_that_cannot_be_compared_or_are_none_or_too_many_are_refused(agency: Agency) -> None:
    for measures in ((), (MeasureKey.CONCENTRATION,), tuple(MeasureKey)[:9]):
        with pytest.raises(RuleBroken) as refused:
            agency.actions.note_approach(NoteApproach(VALUES, measures))
        assert refused.value.field == "measures"
    with pytest.raises(NotFound):
        note(agency, 999)
    with pytest.raises(NotFound):
        note(agency, team_id=999)


def learned(agency: Agency) -> list[ApproachNote]:
    with Session(agency.engine) as session:
        return list(session.scalars(select(ApproachNote).order_by(ApproachNote.id)))


def test_what_was_learned_is_kept_with_day_and_person_and_undone(agency: Agency) -> None:
    made = note(agency)
    agency.actions.note_learned(NoteLearned(" Mornings work better ", made))
    agency.actions.note_learned(NoteLearned("Nobody reads the flyer", on_day=TODAY - timedelta(3)))
    first, free = learned(agency)
    assert (first.approach_id, first.on_day, first.by_name) == (made, TODAY, "Dana Whitfield")
    assert (first.text, free.approach_id, free.on_day) == ("Mornings work better", None, TODAY - timedelta(3))
    agency.actions.edit_learned(EditLearned(free.id, free.version, {"approach_id": made, "text": "Few read it"}))
    assert learned(agency)[1].text == "Few read it"
    agency.actions.undo()
    agency.actions.undo()
    assert [one.text for one in learned(agency)] == ["Mornings work better"]
    with pytest.raises(RuleBroken) as ahead:
        agency.actions.note_learned(NoteLearned("x", on_day=TODAY + timedelta(1)))
    with pytest.raises(RuleBroken) as nothing:
        agency.actions.note_learned(NoteLearned(" "))
    assert (ahead.value.field, nothing.value.field) == ("on_day", "text")


def test_approaches_and_notes_are_archived_restored_exported_and_in_history(agency: Agency) -> None:
    source = agency.add("Mercy")
    made = note(agency, source, type_id=agency.snf, what="Twenty minutes at shift change")
    agency.actions.note_learned(NoteLearned("Mornings work better", made))
    (one,) = learned(agency)
    ask = Questions(agency.engine, lambda: NOW, lambda: TODAY, None)
    history = [line.what for line in ask.history_of("approach", made).lines]
    assert history == [
        "Learned Nov 23, 2026 (new)", "Approach In-services for SNFs (new)", "Source of an approach Mercy (new)",
    ]  # fmt: skip
    changed = row(agency, made)[0].version
    agency.actions.edit_approach(EditApproach(made, changed, {}, (MeasureKey.VISITS,)))
    (change,) = ask.history_of("approach", made, limit=1).lines[0].changes
    assert (change.label, change.before, change.after) == ("Judged by", "Referrals, Conversion", "Visits")
    agency.actions.undo()
    with agency.engine.connect() as connection:
        header, rows = export_rows(connection, "approaches", Wanted(), TODAY)
        (line,) = [dict(zip(header, row, strict=True)) for row in rows]
        header, rows = export_rows(connection, "learned", Wanted(), TODAY)
        (told,) = [dict(zip(header, row, strict=True)) for row in rows]
    assert (line["what"], line["starts_on"], line["ends_on"]) == ("Twenty minutes at shift change", "2026-03-01", None)
    assert (line["sources"], line["measures"], line["team"]) == ("Mercy", "referrals; conversion", None)
    assert line["source_type"].startswith("Skilled")
    assert (told["on_day"], told["by"], told["approach"]) == ("2026-11-23", "Dana Whitfield", "In-services for SNFs")
    for table, key in (("approach", made), ("approach_note", one.id)):
        agency.actions.archive(Archive(table, (key,), "over"))
        assert ask.archived_page(table, "", 0, 10).total == 1
        agency.actions.restore(Restore(table, (key,)))
        assert ask.archived_page(table, "", 0, 10).total == 0
