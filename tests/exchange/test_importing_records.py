"""What rows of a file become: matching, updating, refusing (interfaces.md, CSV columns; lessons.md 3.1)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, time
from pathlib import Path

import pytest

from hhcrm.domain.errors import FileFault
from hhcrm.exchange.fields import RecordKind
from hhcrm.exchange.importing import preview, write_refused
from hhcrm.exchange.mapping import from_toml
from hhcrm.exchange.tables import open_table
from hhcrm.services.commands import Archive
from hhcrm.services.records import archive
from tests.databases import new_engine
from tests.exchange.importing import TODAY, ZONE, Books, founded


@pytest.fixture
def books(tmp_path: Path) -> Iterator[Books]:
    engine = new_engine(tmp_path / "agency.db")
    yield founded(engine, tmp_path)
    engine.dispose()


def _counts(result: object) -> tuple[int, ...]:
    return tuple(getattr(result, name) for name in ("created", "updated", "unchanged", "refused"))


def test_a_list_becomes_sources_and_the_same_list_changes_nothing(books: Books) -> None:
    rows = ("Mercy|SNF|2138|Dana Whitfield", "St. Thomas|Hospital|37205|")
    first = books.sources("Facility|Type|ZIP|Owner", *rows)
    assert _counts(first) == (2, 0, 0, 0)
    mercy, thomas = books.rows("referral_source")
    assert (mercy.name, mercy.zip, mercy.stage, mercy.version) == ("Mercy", "02138", "prospective", 1)
    assert mercy.owner_id is not None
    assert thomas.owner_id is None
    assert any("2138 was read as 02138" in note for note in first.notes)
    run = books.row("import_run")
    assert (run.id, run.created, run.step_id) == (first.run, 2, first.changes.step_id if first.changes else None)
    again = books.sources("Facility|Type|ZIP|Owner", *rows)
    assert _counts(again) == (0, 0, 2, 0)
    assert again.run is None
    assert len(books.rows("import_run")) == 1


def test_a_changed_cell_updates_and_is_journaled_row_by_row(books: Books) -> None:
    books.sources("name|zip|beds", "Mercy|37203|100", "Oak|37204|50")
    result = books.sources("name|zip|beds", "Mercy|37203|120", "Oak|37204|50")
    assert _counts(result) == (0, 1, 1, 0)
    source_id = books.row("referral_source", name="Mercy").id
    (entry,) = books.rows("journal_entry", table_name="referral_source")
    assert entry.row_id == source_id
    assert '"beds":100' in entry.before
    assert '"beds":120' in entry.after
    assert books.row("referral_source", name="Mercy").version == 2


def test_a_missing_column_leaves_and_a_blank_cell_clears(books: Books) -> None:
    books.sources("name|zip|phone|notes", "Mercy|37203|615-555-0142|by the lake")
    books.sources("name|zip|phone", "Mercy|37203|")
    row = books.row("referral_source")
    assert (row.phone, row.notes) == (None, "by the lake")


def test_alternating_blanks_never_take_a_neighbours_value(books: Books) -> None:
    rows = [f"Source {n}|{f'a{n}@x.org' if n % 2 else ''}|{'' if n % 2 else n}" for n in range(1, 41)]
    books.sources("name|email|beds", *rows)
    for n, row in enumerate(books.rows("referral_source"), start=1):
        assert (row.email, row.beds) == ((f"a{n}@x.org", None) if n % 2 else (None, n))


def test_rows_of_one_file_are_matched_to_each_other(books: Books) -> None:
    result = books.sources("name|zip|phone", "Mercy|37203|", "Oak|37204|", "MERCY|37203|615-555-0142")
    assert _counts(result) == (2, 1, 0, 0)
    assert books.row("referral_source", name="MERCY").phone == "(615) 555-0142"


def test_equal_names_with_other_zips_or_numbers_are_other_sources(books: Books) -> None:
    books.sources("name|zip|ccn", "Memorial Hospital|37203|440001")
    result = books.sources("name|zip|ccn", "Memorial Hospital|38401|440002", "Memorial Hospital|37203|440003")
    assert _counts(result) == (2, 0, 0, 0)


def test_a_source_is_found_by_its_number_under_another_name(books: Books) -> None:
    books.sources("name|ccn|npi", "Mercy|440001|1234567893")
    result = books.sources("name|ccn", "Mercy Health Center|440001")
    assert _counts(result) == (0, 1, 0, 0)
    assert books.row("referral_source").name == "Mercy Health Center"


def test_an_unclear_row_is_refused_with_its_candidates_and_taken_by_an_answer(books: Books) -> None:
    books.sources("name|zip", "Mercy|37203", "Mercy|37204")
    file = books.file("name|phone", "Mercy|615-555-0142")
    refused = books.bring("sources", file)
    (problem,) = refused.problems
    assert problem.row == 2
    assert "2 sources could be meant" in problem.problem
    (first, _), (second, _) = problem.candidates
    assert books.bring("sources", file, answers={2: second}).updated == 1
    assert books.row("referral_source", id=second).phone is not None
    assert books.row("referral_source", id=first).phone is None
    assert books.bring("sources", file, answers={2: 999}).refused == 1


def test_an_archived_source_is_looked_at_and_not_made_again(books: Books) -> None:
    books.sources("name|zip", "Mercy|37203")
    archive(books.work, Archive("referral_source", (books.row("referral_source").id,), "closed"))
    result = books.sources("name|zip", "Mercy|37203")
    assert "Restore it" in result.problems[0].problem
    restored = books.sources("name|zip|archived", "Mercy|37203|no")
    assert _counts(restored) == (0, 1, 0, 0)
    assert books.row("referral_source").archived_at is None


def test_a_parent_may_stand_further_down_and_a_missing_one_is_said(books: Books) -> None:
    result = books.sources("name|parent|zip", "Unit 4|Mercy|37203", "Mercy||37203", "Oak|Nowhere|37204")
    assert _counts(result) == (3, 0, 0, 0)
    rows = {row.name: row for row in books.rows("referral_source")}
    assert rows["Unit 4"].parent_id == rows["Mercy"].id
    assert any("no source called Nowhere" in note for note in result.notes)


def test_an_unknown_owner_keeps_the_row_out_and_names_who_there_is(books: Books) -> None:
    result = books.sources("Account|Rep", "Mercy|Nobody")
    (problem,) = result.problems
    assert (problem.row, problem.column, problem.value) == (2, "Rep", "Nobody")
    assert "Dana Whitfield, Luis Romero" in problem.problem
    assert books.rows("referral_source") == []


def test_a_changed_stage_is_kept_with_its_history(books: Books) -> None:
    books.sources("name|stage", "Mercy|prospective")
    books.sources("name|stage", "Mercy|active")
    stages = [row.stage for row in books.rows("source_stage_change")]
    assert stages == ["prospective", "active"]
    assert books.row("referral_source").stage_since == TODAY


def test_four_people_of_one_company_make_one_company(books: Books) -> None:
    books.sources("name|zip", "Mercy|37203")
    file = books.file("first name|last name|company|email", *(f"Ann{n}|Lee{n}|Mercy|a{n}@x.org" for n in range(4)))
    assert _counts(books.bring("contacts", file)) == (4, 0, 0, 0)
    assert len(books.rows("referral_source")) == 1
    assert len(books.rows("affiliation")) == 4
    assert _counts(books.bring("contacts", file)) == (0, 0, 4, 0)


def test_several_lines_of_a_person_are_places_at_which_they_work(books: Books) -> None:
    books.sources("name|zip", "Mercy|37203", "Oak|37204")
    file = books.file(
        "first_name|last_name|source|role|email|phone",
        "Ann|Lee|Mercy|Physician|ann@x.org|615-555-0142",
        "Ann|Lee|Oak|Nurse|ann@x.org|615-555-0199",
    )
    assert _counts(books.bring("contacts", file)) == (1, 1, 0, 0)
    assert [row.role_id for row in books.rows("affiliation")] != [None, None]
    assert [row.number for row in books.rows("contact_phone")] == ["(615) 555-0142", "(615) 555-0199"]


def test_a_shared_mailbox_does_not_make_two_people_one(books: Books) -> None:
    file = books.file("first_name|last_name|email", "Ann|Lee|desk@x.org", "Bob|Ray|desk@x.org")
    assert books.bring("contacts", file).created == 2


def test_a_person_at_an_unknown_source_is_refused(books: Books) -> None:
    result = books.bring("contacts", books.file("first_name|last_name|source", "Ann|Lee|Nowhere", "Bob|Ray|"))
    assert _counts(result) == (1, 0, 0, 1)
    assert "Import the sources first" in result.problems[0].problem


def test_new_numbers_of_a_person_are_changed_and_searched(books: Books) -> None:
    books.bring("contacts", books.file("last_name|email|phone", "Lee|a@x.org|615-555-0142"))
    books.bring("contacts", books.file("last_name|email|phone", "Lee|a@x.org|615-555-0177"))
    assert [row.number for row in books.rows("contact_phone")] == ["(615) 555-0177"]
    assert "6155550177" in books.row("contact").find_text


VISITS = "source|date|time|liaison|kind|notes"


def test_visits_move_the_rhythm_and_come_once(books: Books) -> None:
    books.sources("name|stage|created_on", "Mercy|active|2026-01-01")
    rows = ("Mercy|10/23/2026|9:30|Dana Whitfield|Visit|good talk", "Mercy|11/30/2026|||Phone call|")
    file = books.file(VISITS, *rows)
    assert _counts(books.bring("visits", file)) == (2, 0, 0, 0)
    done, planned = books.rows("visit")
    assert (done.status, done.start_time, done.visit_on) == ("completed", time(9, 30), date(2026, 10, 23))
    assert (planned.status, planned.advance) == ("planned", None)
    source = books.row("referral_source")
    assert (source.last_visit_on, source.due_on) == (date(2026, 10, 23), date(2026, 11, 23))
    assert _counts(books.bring("visits", file)) == (0, 0, 2, 0)
    changed = books.file(VISITS, rows[0].replace("good", "long"), rows[1], rows[0].replace("9:30", "14:00"))
    assert _counts(books.bring("visits", changed)) == (1, 1, 1, 0)


def test_visits_name_people_who_are_there(books: Books) -> None:
    books.sources("name", "Mercy")
    books.bring("contacts", books.file("first_name|last_name|source", "Ann|Lee|Mercy", "Bob|Ray|Mercy"))
    file = books.file("source|date|contacts", "Mercy|2026-10-01|Bob Ray; Ann Lee", "Mercy|2026-10-02|Zoe Who")
    result = books.bring("visits", file)
    assert _counts(result) == (1, 0, 0, 1)
    assert [row.contact_id for row in books.rows("visit_contact")] == [2, 1]
    fewer = books.file("source|date|contacts", "Mercy|2026-10-01|Ann Lee")
    assert books.bring("visits", fewer).updated == 1
    assert [row.contact_id for row in books.rows("visit_contact")] == [1]


def test_a_completed_visit_in_the_future_is_refused(books: Books) -> None:
    books.sources("name", "Mercy")
    result = books.bring("visits", books.file("source|date|status", "Mercy|2027-01-01|completed"))
    assert "future" in result.problems[0].problem


REFERRALS = "source|heard_at|payer|stage|decided_at|soc_on|reason|patient_name"


def test_referrals_get_a_path_from_their_dates(books: Books) -> None:
    books.sources("name", "Mercy")
    file = books.file(
        REFERRALS,
        "Mercy|2026-10-01T09:00:00-05:00|Medicare|admitted|2026-10-01T15:00:00-05:00|2026-10-03||Ann Lee",
        "Mercy|2026-10-01|Medicare||||Payer not accepted|",
        "Mercy|2026-10-01|Medicare||||Payer not accepted|",
    )
    assert _counts(books.bring("referrals", file)) == (3, 0, 0, 0)
    first, second, third = books.rows("referral")
    assert [row.stage for row in books.rows("referral_stage_entry", referral_id=first.id)] == [
        "received", "accepted", "admitted",
    ]  # fmt: skip
    assert (second.stage, third.stage) == ("not admitted", "not admitted")
    assert second.reason_owner is not None
    assert _counts(books.bring("referrals", file)) == (0, 0, 3, 0)


def test_a_blank_never_clears_who_the_patient_is(books: Books) -> None:
    books.sources("name", "Mercy")
    books.bring("referrals", books.file(REFERRALS, "Mercy|2026-10-01|Medicare|received||||Ann Lee"))
    result = books.bring("referrals", books.file(REFERRALS, "Mercy|2026-10-01|Medicare|on hold||||"))
    assert _counts(result) == (0, 1, 0, 0)
    assert books.row("referral_patient").patient_name == "Ann Lee"
    assert [row.stage for row in books.rows("referral_stage_entry")] == ["received", "on hold"]


def test_ambiguous_days_are_asked_for_and_the_mapping_answers(books: Books) -> None:
    books.sources("name", "Mercy")
    file = books.file("source|date", "Mercy|03/04/2026", "Mercy|05/06/2026")
    with pytest.raises(FileFault, match="month first or day first"):
        books.bring("visits", file)
    said = 'kind = "visits"\nday_order = "dmy"\n[columns]\n"source" = "source"\n"date" = "date"\n'
    books.bring("visits", file, mapping=from_toml(said, ("source", "date")))
    assert [row.visit_on for row in books.rows("visit")] == [date(2026, 4, 3), date(2026, 6, 5)]
    later = books.file("source|date", "Mercy|07/08/2026")
    assert books.bring("visits", later).created == 1, "the mapping is remembered by the header"


def test_a_later_row_of_the_file_settles_the_order_of_days(books: Books) -> None:
    books.sources("name", "Mercy")
    rows = [f"Mercy|0{1 + n % 9}/0{1 + (n + 3) % 9}/2026" for n in range(120)]
    books.bring("visits", books.file("source|date", *rows, "Mercy|10/25/2026"))
    assert books.rows("visit")[0].visit_on == date(2026, 1, 4)


def test_a_dry_run_says_everything_and_writes_nothing(books: Books) -> None:
    before = books.everything()
    steps = len(books.rows("journal_step"))
    result = books.sources("name|owner", "Mercy|", "Oak|Nobody", dry_run=True)
    assert _counts(result) == (1, 0, 0, 1)
    assert result.run is None
    assert books.everything() == before
    assert len(books.rows("journal_step")) == steps
    assert books.rows("import_run") == []


def test_a_preview_shows_mapping_rows_days_and_counts(books: Books) -> None:
    books.sources("name", "Mercy")
    file = books.file("Facility|Visit date|Comments", *(f"Mercy|11/{n}/2026|note {n}" for n in (13, 14, 15, 16)))
    seen = preview(file, RecordKind.VISITS, None, books.work, today=TODAY, zone=ZONE)
    assert len(seen.sample) == 3
    assert seen.sample[0] == {"source": "Mercy", "date": date(2026, 11, 13), "notes": "note 13"}
    assert seen.days[0] == ("11/13/2026", "2026-11-13")
    assert seen.result.created == 4
    assert seen.result.first[0].title == "Mercy"
    assert books.rows("visit") == []


def test_refused_rows_go_out_as_they_stood_and_come_in_when_corrected(books: Books) -> None:
    file = books.file("name|owner|note", "Mercy||=1+1", "Oak|Nobody|two", "|Dana Whitfield|three")
    result = books.bring("sources", file)
    assert _counts(result) == (1, 0, 0, 2)
    target = books.folder / "refused.csv"
    assert write_refused(target, open_table(file), result.problems) == 2
    table = open_table(target)
    assert table.header == ("name", "owner", "note", "problem")
    assert [row.cells[:3] for row in table.rows()] == [("Oak", "Nobody", "two"), ("", "Dana Whitfield", "three")]
    corrected = target.read_text("utf-8-sig").replace("Nobody", "Luis Romero")
    target.write_text(corrected, "utf-8")
    assert books.bring("sources", target).created == 1


def test_a_file_without_the_needed_columns_is_refused_by_name(books: Books) -> None:
    with pytest.raises(FileFault, match="date"):
        books.bring("visits", books.file("source|remark", "Mercy|hello"))
