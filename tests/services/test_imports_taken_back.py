"""A whole import is taken back, or not at all (product.md, section 9)."""

from __future__ import annotations

import json
import time as clock
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import Engine

from hhcrm.domain.errors import Conflict, NotFound
from hhcrm.exchange.importing import ImportResult, undo_import
from hhcrm.services.bound import Actions
from hhcrm.services.commands import EditSource, MakeCommitment
from hhcrm.storage import derived, search_columns
from hhcrm.storage.check import check
from tests.exchange.importing import TODAY, Books, founded


@pytest.fixture
def books(engine: Engine, tmp_path: Path) -> Books:
    return founded(engine, tmp_path)


def _run(result: object) -> int:
    assert isinstance(result, ImportResult)
    assert result.run is not None, result.problems
    return result.run


def _is_sound(books: Books) -> None:
    with books.engine.connect() as connection:
        assert derived.out_of_step(connection) == []
        assert search_columns.out_of_step(connection) == {}
        assert search_columns.index_faults(connection) == []


def test_all_kinds_come_in_and_go_again_on_every_database(books: Books) -> None:
    empty = books.everything()
    runs = [_run(books.sources("name|zip|parent|stage", "Mercy|37203||active", "Unit 4|37203|Mercy|"))]
    people = books.file("first_name|last_name|source|email|phone", "Ann|Lee|Mercy|a@x.org|615-555-0142")
    runs.append(_run(books.bring("contacts", people)))
    runs.append(_run(books.bring("visits", books.file("source|date|contacts", "Mercy|2026-10-01|Ann Lee"))))
    header = "source|heard_at|contact|stage|patient_name"
    runs.append(_run(books.bring("referrals", books.file(header, "Mercy|2026-10-02|Ann Lee|accepted|Bo Day"))))
    _is_sound(books)
    assert books.row("referral_source", name="Mercy").first_referral_on is not None
    for run in reversed(runs):
        undo_import(books.work, run)
        _is_sound(books)
    assert books.everything() == empty
    steps = {row.id: row.kind for row in books.rows("journal_step")}
    for row in books.rows("import_run"):
        assert steps[row.step_id] == "import"
        assert steps[row.undone_by_step_id] == "import undo"
    gone = books.rows("journal_entry", table_name="contact")
    assert [json.loads(entry.before)["last_name"] for entry in gone] == ["Lee"]
    assert check(books.engine, books.folder).findings == ()


def test_a_material_that_visits_name_joins_the_list_and_goes_with_them(books: Books) -> None:
    books.sources("name|zip", "Mercy|37203")
    file = books.file(
        "source|date|materials", "Mercy|2026-10-01|CHF handout", "Mercy|2026-10-02|chf handout; Wound card"
    )
    result = books.bring("visits", file)
    assert (result.created, result.refused) == (2, 0)
    assert sorted(row.name for row in books.rows("material")) == ["CHF handout", "Wound card"]
    assert len(books.rows("visit_material")) == 3
    assert any("CHF handout is new" in note for note in result.notes)
    undo_import(books.work, _run(result))
    assert books.rows("material") == []
    _is_sound(books)


def test_what_was_changed_is_as_before(books: Books) -> None:
    books.sources("name|zip|stage|tags", "Mercy|37203|prospective|a; b")
    people = "last_name|source|email|phone"
    books.bring("contacts", books.file(people, "Lee|Mercy|a@x.org|615-555-0142"))
    before = books.everything()
    run = _run(books.sources("name|zip|stage|tags|parent", "Mercy|37203|active|c|Group", "Group||active||"))
    undo_import(books.work, run)
    _same_but_versions(books, before)
    run = _run(books.bring("contacts", books.file(people, "Lee|Mercy|a@x.org|615-555-0199", "Ray|Mercy||")))
    undo_import(books.work, run)
    _same_but_versions(books, before)
    _is_sound(books)


def _same_but_versions(books: Books, before: dict[str, list[tuple[object, ...]]]) -> None:
    for name, rows in books.everything().items():
        columns = [column.name for column in books.columns(name)]
        at = columns.index("version") if "version" in columns else None
        assert [_without(row, at) for row in rows] == [_without(row, at) for row in before[name]], name


def _without(row: tuple[object, ...], at: int | None) -> tuple[object, ...]:
    return row if at is None else row[:at] + row[at + 1 :]


def test_a_row_changed_since_keeps_the_whole_import(books: Books) -> None:
    run = _run(books.sources("name|zip", "Mercy|37203", "Oak|37204"))
    oak = books.row("referral_source", name="Oak")
    actions = Actions(books.work, lambda: TODAY, books.folder)
    actions.edit_source(EditSource(oak.id, oak.version, {"notes": "good people"}))
    before = books.everything()
    with pytest.raises(Conflict, match="Oak") as raised:
        undo_import(books.work, run)
    assert "Mercy" not in str(raised.value)
    assert books.everything() == before
    assert books.row("import_run").undone_by_step_id is None


def test_a_record_hanging_on_a_row_keeps_the_whole_import(books: Books) -> None:
    run = _run(books.sources("name|zip", "Mercy|37203", "Oak|37204"))
    oak = books.row("referral_source", name="Oak")
    actions = Actions(books.work, lambda: TODAY, books.folder)
    actions.make_commitment(MakeCommitment(oak.id, "Bring the folder", TODAY, TODAY))
    with pytest.raises(Conflict, match="Oak"):
        undo_import(books.work, run)
    assert len(books.rows("referral_source")) == 2


def test_an_updated_row_changed_since_keeps_the_whole_import(books: Books) -> None:
    books.sources("name|zip|beds", "Mercy|37203|10")
    run = _run(books.sources("name|zip|beds", "Mercy|37203|20"))
    _run(books.sources("name|zip|beds", "Mercy|37203|30"))
    with pytest.raises(Conflict, match="Mercy"):
        undo_import(books.work, run)
    assert books.row("referral_source").beds == 30


def test_a_run_is_taken_back_once(books: Books) -> None:
    run = _run(books.sources("name", "Mercy"))
    undo_import(books.work, run)
    with pytest.raises(NotFound, match="already"):
        undo_import(books.work, run)
    with pytest.raises(NotFound, match="no import 99"):
        undo_import(books.work, 99)
    assert _run(books.sources("name", "Mercy")) == run + 1
    assert books.row("referral_source").id > 1, "keys are never used twice"


def test_rows_twice_in_a_long_file_do_not_stand_in_the_way_of_undo(books: Books) -> None:
    books.sources("name", "Mercy")
    before = books.everything()
    days = [TODAY - timedelta(days=n) for n in range(1, 2_105)]
    rows = [["Mercy", day.isoformat(), f"note {n}"] for n, day in enumerate(days)]
    rows.append(["Mercy", days[0].isoformat(), "corrected further down"])
    result = books.bring("visits", books.file("source|date|notes", *rows))
    assert (result.created, result.updated) == (2_104, 1)
    assert books.rows("visit")[0].notes == "corrected further down"
    undo_import(books.work, _run(result))
    assert books.everything() == before


@pytest.mark.parametrize("kind", ["sqlite"])
def test_ten_thousand_rows_are_taken_back_in_seconds(books: Books) -> None:
    books.sources("name", *(f"Source {n}" for n in range(50)))
    rows = [[f"Source {n % 50}", (TODAY - timedelta(days=1 + n // 50)).isoformat(), "x"] for n in range(10_000)]
    result = books.bring("visits", books.file("source|date|notes", *rows))
    assert result.created == 10_000
    began = clock.perf_counter()
    undo_import(books.work, _run(result))
    assert clock.perf_counter() - began < 30
    assert books.rows("visit") == []
    assert check(books.engine, books.folder).findings == ()


def test_ids_of_our_own_export_are_kept_where_they_are_free(books: Books) -> None:
    result = books.sources("source_id|name", "7|Mercy", "3|Oak", "|Elm", "7|Mercy")
    assert (result.created, result.unchanged) == (3, 1)
    ids = {row.name: row.id for row in books.rows("referral_source")}
    assert (ids["Mercy"], ids["Oak"]) == (7, 3)
    assert books.sources("name", *(f"Source {n}" for n in range(12))).created == 12
    assert len({row.id for row in books.rows("referral_source")}) == 15
    undo_import(books.work, _run(books.sources("source_id|name", "500|Gone")))
    books.sources("source_id|name", "500|Other")
    assert books.row("referral_source", name="Other").id != 500, "keys are never used twice"
    assert books.sources("source_id|name", "999999999999|Far").created == 1
    assert books.row("referral_source", name="Far").id < 10_000
