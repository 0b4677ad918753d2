"""Calendar files that come in: found again by UID, moved, cancelled, never doubled; broken ones said event by event."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, time
from pathlib import Path

import pytest

from hhcrm.domain.errors import FileFault
from hhcrm.domain.words import VisitStatus
from hhcrm.exchange.icalendar_reading import CalendarFile, read_calendar
from hhcrm.jobs.progress import Cancelled
from hhcrm.services.commands import Archive
from hhcrm.services.imports.taking_back import undo_import
from hhcrm.services.records import archive
from tests.databases import new_engine
from tests.exchange.calendars import (
    bring,
    calendar,
    changed,
    completed,
    counts,
    event,
    exported,
    kind_of,
    planned,
    source_of,
)
from tests.exchange.importing import TODAY, ZONE, Books, founded

COLLECTION = sorted((Path(__file__).parents[1] / "data" / "ics").rglob("*.ics"))
FRIDAY = date(2026, 11, 27)


@pytest.fixture
def books(tmp_path: Path) -> Iterator[Books]:
    engine = new_engine(tmp_path / "agency.db")
    books = founded(engine, tmp_path)
    books.sources(
        "name|zip|owner", "Mercy Clinic|37203|Luis Romero", "Oak Grove|37204|", "Oak Grove|37211|", "The Oaks|37205|"
    )
    yield books
    engine.dispose()


# --- what an event becomes


def test_an_event_becomes_a_planned_visit_of_its_source_s_owner(books: Books) -> None:
    path = calendar(books, event(summary="Mercy Clinic", dtstart="20261127T093000", duration="PT45M"))
    result = bring(books, path)
    assert counts(result) == (1, 0, 0, 0)
    visit = books.row("visit")
    assert (visit.visit_on, visit.start_time, visit.minutes) == (FRIDAY, time(9, 30), 45)
    assert (visit.status, visit.source_id) == (VisitStatus.PLANNED, source_of(books, "Mercy Clinic"))
    assert (visit.uid, visit.liaison_id, visit.purpose) == ("1@example.com", 2, None)


@pytest.mark.parametrize(
    ("dtstart", "day", "start"),
    [
        ("20261127T093000", FRIDAY, time(9, 30)),  # floating: the agency's
        ("20261127T153000Z", FRIDAY, time(9, 30)),  # UTC
        ("TZID=America/New_York:20261127T103000", FRIDAY, time(9, 30)),
        ("TZID=Eastern Standard Time:20261127T103000", FRIDAY, time(9, 30)),  # as Outlook calls it
        ("20261128T030000Z", FRIDAY, time(21)),  # the day before, here
        ("VALUE=DATE:20261127", FRIDAY, None),
        ("20260701T140000Z", None, None),  # long past
        ("TZID=America/Chicago:20270314T023000", date(2027, 3, 14), time(2, 30)),  # an hour that the clocks leave out
    ],
)
def test_times_become_the_agency_s_wall_time(books: Books, dtstart: str, day: date | None, start: time | None) -> None:
    bring(books, calendar(books, event(summary="Mercy Clinic", dtstart=dtstart)))
    found = [(visit.visit_on, visit.start_time) for visit in books.rows("visit")]
    assert found == ([] if day is None else [(day, start)])


def test_a_zone_of_the_file_s_own_is_used_and_one_that_nobody_knows_is_said(books: Books) -> None:
    zone = [
        "BEGIN:VTIMEZONE", "TZID:Our office", "BEGIN:STANDARD", "DTSTART:19700101T000000", "TZOFFSETFROM:-0300",
        "TZOFFSETTO:-0300", "END:STANDARD", "END:VTIMEZONE",
    ]  # fmt: skip
    own = event("1", summary="Mercy Clinic", dtstart="TZID=Our office:20261127T120000")
    unknown = event("2", summary="The Oaks", dtstart="TZID=Atlantis:20261127T120000")
    result = bring(books, calendar(books, own, unknown, zone))  # an event may name a zone that comes after it
    assert [visit.start_time for visit in books.rows("visit")] == [time(9), time(12)]
    assert "The time zone Atlantis is not known: its times were taken as yours." in result.notes


def test_a_zone_of_one_file_does_not_hold_in_the_next(books: Books) -> None:
    zone = [
        "BEGIN:VTIMEZONE", "TZID:Office", "BEGIN:STANDARD", "DTSTART:19700101T000000", "TZOFFSETFROM:-0300",
        "TZOFFSETTO:-0300", "END:STANDARD", "END:VTIMEZONE",
    ]  # fmt: skip
    bring(books, calendar(books, zone, event("1", summary="Mercy Clinic", dtstart="TZID=Office:20261127T120000")))
    again = event("2", summary="The Oaks", dtstart="TZID=Office:20261127T120000")
    result = bring(books, calendar(books, again))
    assert books.row("visit", uid="2").start_time == time(12)
    assert any("Office is not known" in note for note in result.notes)


@pytest.mark.parametrize(
    ("summary", "location", "zip_code"),
    [
        ("Mercy Clinic", "", "37203"),
        ("Lunch at Mercy Clinic with Dr. Lee", "", "37203"),
        ("MERCY CLINIC: In-service", "", "37203"),
        ("Monthly visit", "Mercy Clinic, 1 Main St, Nashville", "37203"),
        ("Oak Grove", "200 Hill Rd, Nashville, TN 37211", "37211"),
        ("Visit the Oaks today", "", None),  # one word alone says too little
        ("Visit - The Oaks", "", "37205"),
    ],
)
def test_the_title_or_the_place_says_which_source(
    books: Books, summary: str, location: str, zip_code: str | None
) -> None:
    properties = {"summary": summary, "dtstart": "20261127T093000"} | ({"location": location} if location else {})
    result = bring(books, calendar(books, event(**properties)))
    if zip_code is None:
        assert counts(result) == (0, 0, 0, 1)
    else:
        visit = books.row("visit")
        assert books.row("referral_source", id=visit.source_id).zip == zip_code


def test_the_kind_is_read_from_the_title_or_the_categories_and_the_rest_is_the_purpose(books: Books) -> None:
    bring(
        books,
        calendar(
            books,
            event("1", summary="Mercy Clinic: Drop-in", dtstart="20261127T090000"),
            event("2", summary="The Oaks - Bring the fall calendar", categories="In-service", dtstart="20261127T1000"),
            event("3", summary="The Oaks - Bring the fall calendar", categories="Work", dtstart="20261128T100000"),
        ),
    )
    one, three = books.rows("visit")
    assert (one.kind_id, one.purpose) == (kind_of(books, "drop_in"), None)
    assert (three.kind_id, three.purpose) == (kind_of(books), "The Oaks - Bring the fall calendar")


def test_an_unclear_source_is_refused_with_its_line_and_taken_once_somebody_says_it(books: Books) -> None:
    path = calendar(
        books,
        event("1", summary="Dentist", dtstart="20261127T080000"),
        event("2", summary="Oak Grove", dtstart="20261127T093000"),
    )
    result = bring(books, path)
    assert counts(result) == (0, 0, 0, 2)
    dentist, oak = result.problems
    assert (dentist.row, dentist.column, dentist.value, dentist.candidates) == (4, "SUMMARY", "Dentist", ())
    assert "2 sources could be meant" in oak.problem
    chosen = oak.candidates[1][0]
    assert counts(bring(books, path, answers={oak.row: chosen})) == (1, 0, 0, 1)
    assert books.row("visit").source_id == chosen


def test_a_similar_source_is_offered(books: Books) -> None:
    result = bring(books, calendar(books, event(summary="Mercy", dtstart="20261127T080000")))
    (problem,) = result.problems
    assert [words for _, words in problem.candidates] == [f"Mercy Clinic (37203, source_id {problem.candidates[0][0]})"]


# --- again


def test_the_same_file_again_changes_nothing(books: Books) -> None:
    path = calendar(
        books,
        event("1", summary="Mercy Clinic", dtstart="20261127T093000"),
        event("2", summary="The Oaks - visit", dtstart="VALUE=DATE:20261201"),
    )
    assert counts(bring(books, path)) == (2, 0, 0, 0)
    before = books.everything()
    again = bring(books, path)
    assert (counts(again), again.run) == ((0, 0, 2, 0), None)
    assert books.everything() == before


def test_our_own_file_comes_back_and_changes_nothing(books: Books) -> None:
    planned(books, "Mercy Clinic", FRIDAY, time(9, 30))
    planned(books, "Mercy Clinic", date(2026, 12, 2), time(14), minutes=60)
    planned(books, "The Oaks", date(2026, 12, 3))
    completed(books, "Mercy Clinic", date(2026, 11, 3))
    before = books.everything()
    result = bring(books, exported(books))
    assert (counts(result), result.problems) == ((0, 0, 3, 0), ())
    assert result.notes == ("1 event lies in the past and was left out.",)
    assert books.everything() == before


def test_an_event_moved_in_the_calendar_moves_its_visit(books: Books) -> None:
    visit_id = planned(books, "Mercy Clinic", FRIDAY, time(9, 30))
    path = exported(books)
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("20261127T093000", "20261201T140000"), encoding="utf-8", newline="")
    assert counts(bring(books, path)) == (0, 1, 0, 0)
    visit = books.row("visit")
    assert (visit.id, visit.visit_on, visit.start_time, visit.minutes) == (
        visit_id, date(2026, 12, 1), time(14), None,
    )  # fmt: skip
    assert counts(bring(books, path)) == (0, 0, 1, 0)


def test_a_calendar_that_drops_our_own_properties_still_moves_the_visit(books: Books) -> None:
    planned(books, "Mercy Clinic", FRIDAY, time(9, 30))
    (uid,) = [visit.uid for visit in books.rows("visit")]
    path = calendar(books, event(uid, summary="Something else", dtstart="20261130T110000"))
    assert counts(bring(books, path)) == (0, 1, 0, 0)
    assert books.row("visit").visit_on == date(2026, 11, 30)


def test_a_visit_moved_here_is_not_moved_back_by_the_old_file(books: Books) -> None:
    path = calendar(books, event(summary="Mercy Clinic", dtstart="20261127T093000"))
    bring(books, path)
    changed(books, books.row("visit").id, visit_on=date(2026, 12, 4))
    result = bring(books, path)
    assert counts(result) == (0, 0, 1, 0)
    assert "A visit was moved here since; the event in the file was not." in result.notes
    assert books.row("visit").visit_on == date(2026, 12, 4)


def test_a_visit_moved_on_both_sides_is_refused_with_both_days_and_nothing_is_lost(books: Books) -> None:
    bring(books, calendar(books, event(summary="Mercy Clinic", dtstart="20261127T093000")))
    changed(books, books.row("visit").id, visit_on=date(2026, 12, 4))
    path = calendar(books, event(summary="Mercy Clinic", dtstart="20261201T100000"))
    (problem,) = bring(books, path).problems
    assert "moved here to Dec 4, 2026 9:30 AM and in the calendar to Dec 1, 2026 10:00 AM" in problem.problem
    assert books.row("visit").visit_on == date(2026, 12, 4)
    changed(books, books.row("visit").id, visit_on=date(2026, 12, 1), start_time=time(10))
    assert bring(books, path).problems == ()
    later = calendar(books, event(summary="Mercy Clinic", dtstart="20261202T100000"))
    assert counts(bring(books, later)) == (0, 1, 0, 0)


def test_a_cancelled_event_cancels_its_visit_and_one_that_is_not_here_does_nothing(books: Books) -> None:
    bring(books, calendar(books, event(summary="Mercy Clinic", dtstart="20261127T093000")))
    path = calendar(
        books,
        event(summary="Mercy Clinic", dtstart="20261127T093000", status="CANCELLED"),
        event("2", summary="The Oaks", dtstart="20261127T093000", status="CANCELLED"),
    )
    assert counts(bring(books, path)) == (0, 1, 1, 0)
    visit = books.row("visit")
    assert (visit.status, visit.status_reason) == (VisitStatus.CANCELLED, "Cancelled in the calendar")
    assert counts(bring(books, path)) == (0, 0, 2, 0)


def test_a_calendar_that_takes_everything_back_cancels_everything_in_it(books: Books) -> None:
    bring(books, calendar(books, event(summary="Mercy Clinic", dtstart="20261127T093000")))
    path = calendar(books, event(summary="Mercy Clinic", dtstart="20261127T093000"), head=("METHOD:CANCEL",))
    assert counts(bring(books, path)) == (0, 1, 0, 0)


def test_what_was_logged_or_archived_stays_whatever_the_calendar_says(books: Books) -> None:
    names = [event(str(number), summary="Mercy Clinic", dtstart=f"2026112{number}T093000") for number in (7, 8, 9)]
    bring(books, calendar(books, *names))
    logged, called_off, gone = books.rows("visit")
    changed(books, logged.id, status=VisitStatus.COMPLETED, advance="advance", visit_on=TODAY)
    changed(books, called_off.id, status=VisitStatus.CANCELLED)
    archive(books.work, Archive("visit", (gone.id,)))
    before = books.rows("visit")
    moved = [event(str(number), summary="Mercy Clinic", dtstart=f"2026121{number}T093000") for number in (7, 8, 9)]
    result = bring(books, calendar(books, *moved))
    assert counts(result) == (0, 0, 3, 0)
    assert len(result.notes) == 3
    assert books.rows("visit") == before


def test_a_visit_that_was_planned_by_hand_is_not_planned_twice(books: Books) -> None:
    planned(books, "Mercy Clinic", FRIDAY)
    result = bring(books, calendar(books, event(summary="Mercy Clinic", dtstart="20261127T093000")))
    assert counts(result) == (0, 0, 1, 0)
    assert len(books.rows("visit")) == 1


def test_an_import_is_taken_back_whole_with_what_it_moved(books: Books) -> None:
    bring(books, calendar(books, event("1", summary="Mercy Clinic", dtstart="20261127T093000")))
    before = books.everything()
    result = bring(
        books,
        calendar(
            books,
            event("1", summary="Mercy Clinic", dtstart="20261202T093000"),
            event("2", summary="The Oaks - visit", dtstart="20261202T093000"),
        ),
    )
    assert counts(result) == (1, 1, 0, 0)
    assert result.run is not None
    undo_import(books.work, result.run)
    after = books.everything()
    version = [column.key for column in books.columns("visit")].index("version")
    for rows in (before, after):
        rows["visit"] = [(*row[:version], *row[version + 1 :]) for row in rows["visit"]]
    assert after == before


def test_a_dry_run_says_the_same_and_writes_nothing(books: Books) -> None:
    path = calendar(books, event(summary="Mercy Clinic", dtstart="20261127T093000"))
    before = books.everything()
    assert counts(bring(books, path, dry_run=True)) == (1, 0, 0, 0)
    assert books.everything() == before


def test_the_backup_comes_before_anything_is_written(books: Books) -> None:
    seen: list[int] = []
    path = calendar(books, event(summary="Mercy Clinic", dtstart="20261127T093000"))
    bring(books, path, backup=lambda: seen.append(len(books.rows("visit"))))
    assert seen == [0]


# --- repeating events


def test_a_repeating_event_is_written_out_a_year_ahead_and_said(books: Books) -> None:
    path = calendar(books, event(summary="Mercy Clinic", dtstart="20260105T090000", rrule="FREQ=WEEKLY;BYDAY=MO"))
    result = bring(books, path)
    days = [visit.visit_on for visit in books.rows("visit")]
    assert days[:2] == [TODAY, date(2026, 11, 30)]
    assert len(days) == 53
    assert max(days) <= date(2027, 11, 23)
    assert "Repeating events were written out until Nov 23, 2027." in result.notes
    assert counts(bring(books, path)) == (0, 0, 53, 0)
    assert len({visit.recurrence for visit in books.rows("visit")}) == 53


def test_one_occurrence_moved_one_taken_out_and_one_called_off(books: Books) -> None:
    rule = {"summary": "Mercy Clinic", "dtstart": "20261201T090000", "rrule": "FREQ=DAILY;COUNT=4"}
    bring(books, calendar(books, event(**rule)))
    path = calendar(
        books,
        event(**rule, exdate="20261203T090000"),
        event(summary="Mercy Clinic", recurrence_id="20261202T090000", dtstart="20261209T110000"),
        event(summary="Mercy Clinic", recurrence_id="20261204T090000", dtstart="20261204T090000", status="CANCELLED"),
    )
    result = bring(books, path)
    assert counts(result) == (0, 3, 1, 0)
    found = {visit.recurrence[:8]: (visit.visit_on.day, visit.status) for visit in books.rows("visit")}
    assert found == {
        "20261201": (1, "planned"), "20261202": (9, "planned"), "20261203": (3, "cancelled"),
        "20261204": (4, "cancelled"),
    }  # fmt: skip
    assert counts(bring(books, path))[0] == 0


def test_an_event_that_becomes_a_series_and_a_series_moved_by_an_hour_double_nothing(books: Books) -> None:
    bring(books, calendar(books, event(summary="Mercy Clinic", dtstart="20261201T090000")))
    series = {"summary": "Mercy Clinic", "rrule": "FREQ=DAILY;COUNT=3"}
    assert counts(bring(books, calendar(books, event(**series, dtstart="20261201T090000")))) == (2, 1, 0, 0)
    assert counts(bring(books, calendar(books, event(**series, dtstart="20261201T100000")))) == (0, 3, 0, 0)
    assert [visit.start_time for visit in books.rows("visit")] == [time(10)] * 3


def test_occurrences_go_out_again_under_the_uid_of_their_series(books: Books) -> None:
    bring(books, calendar(books, event(summary="Mercy Clinic", dtstart="20261201T090000", rrule="FREQ=DAILY;COUNT=3")))
    before = books.everything()
    path = exported(books)
    assert path.read_text(encoding="utf-8").count("UID:1@example.com") == 3
    assert counts(bring(books, path)) == (0, 0, 3, 0)
    assert books.everything() == before


@pytest.mark.parametrize("often", ["SECONDLY", "MINUTELY", "HOURLY"])
def test_what_repeats_several_times_a_day_is_refused_in_words(books: Books, often: str) -> None:
    path = calendar(books, event(summary="Mercy Clinic", dtstart="20261201T090000", rrule=f"FREQ={often}"))
    (problem,) = bring(books, path).problems
    assert "several times a day" in problem.problem


# --- broken files


def test_every_file_of_the_collection_is_read_or_refused_in_words(books: Books) -> None:
    assert len(COLLECTION) > 150
    taken = refused = 0
    for path in COLLECTION:
        for today in (date(1997, 1, 1), date(2014, 6, 1), TODAY):
            file = read_or_said(path, today)
            if file is None:
                refused += 1
                continue
            taken += 1
            assert all(each.day >= today for each in file.events)
            lines = path.read_bytes().count(b"\n") + 1
            assert all(each.problem and 0 < each.line <= lines for each in file.problems)
            assert len(file.events) <= 400 * max(1, file.total)
    assert taken > 5 * refused > 0
    for path in COLLECTION[::7]:
        if read_or_said(path, TODAY) is not None:
            assert bring(books, path, dry_run=True).created == 0


def read_or_said(path: Path, today: date) -> CalendarFile | None:
    """A file as it is read; None where it was refused, which then names it."""
    try:
        return read_calendar(path, today=today, zone=ZONE)
    except FileFault as fault:
        if path.name not in str(fault):
            raise
        return None


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "is no calendar file"),
        (b"name,day\r\nMercy,2026-11-20\r\n", "is no calendar file"),
        (b"\x00\x01\x02" * 50, "is no calendar file"),
        (b"%PDF-1.7", "is no calendar file"),
    ],
)
def test_what_is_no_calendar_is_refused_whole(books: Books, content: bytes, words: str) -> None:
    path = books.folder / "odd.ics"
    path.write_bytes(content)
    with pytest.raises(FileFault, match=words):
        bring(books, path)


def test_a_file_cut_off_in_the_middle_gives_what_is_whole_and_names_the_line(books: Books) -> None:
    path = calendar(
        books,
        event("1", summary="Mercy Clinic", dtstart="20261127T093000"),
        event("2", summary="The Oaks", dtstart="20261127T093000"),
    )
    text = path.read_text(encoding="utf-8")
    path.write_text(text[: text.rindex("SUMMARY")], encoding="utf-8", newline="")
    result = bring(books, path)
    assert counts(result) == (1, 0, 0, 1)
    assert (result.problems[0].row, result.problems[0].problem) == (10, "The file ends in the middle of this event.")


@pytest.mark.parametrize("day", ["", "soon", "20261345", "2026-11-27", "99999999T999999"])
def test_an_event_without_a_day_is_named_by_its_line_and_the_others_come_in(books: Books, day: str) -> None:
    path = calendar(
        books,
        event("1", summary="The Oaks", dtstart=day),
        event("2", summary="Mercy Clinic", dtstart="20261127T093000"),
    )
    result = bring(books, path)
    assert counts(result) == (1, 0, 0, 1)
    assert (result.problems[0].row, result.problems[0].column) == (4, "DTSTART")


def test_events_without_a_uid_are_known_by_what_they_say(books: Books) -> None:
    lines = [line for line in event(summary="Mercy Clinic", dtstart="20261127T093000") if not line.startswith("UID")]
    path = calendar(books, lines)
    assert counts(bring(books, path)) == (1, 0, 0, 0)
    assert counts(bring(books, path)) == (0, 0, 1, 0)


def test_endless_lines_uids_and_titles_do_no_harm(books: Books) -> None:
    long = event("u" * 5_000, summary="Mercy Clinic", dtstart="20261127T093000")
    long.insert(-1, "ATTACH:" + "x" * 3_000_000)
    path = calendar(books, long)
    assert counts(bring(books, path)) == (1, 0, 0, 0)
    assert counts(bring(books, path)) == (0, 0, 1, 0)
    assert len(books.row("visit").uid) < 200


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "cp1252"])
def test_other_encodings_are_read(books: Books, encoding: str) -> None:
    books.sources("name|zip", "Clínica del Río|37203")
    path = calendar(books, event(summary="Clínica del Río", dtstart="20261127T093000"))
    path.write_bytes(path.read_text(encoding="utf-8").encode(encoding))
    assert counts(bring(books, path)) == (1, 0, 0, 0)


def test_many_events_come_with_word_of_how_far_and_can_be_stopped(books: Books) -> None:
    many = [
        event(str(n), summary="Mercy Clinic", dtstart=f"202612{1 + n % 28:02}T0900{n % 60:02}") for n in range(1_200)
    ]
    path = calendar(books, *many)
    said: list[tuple[str, int, int | None]] = []
    before = books.everything()

    def stop() -> None:
        if any(words == "Importing" and done for words, done, _ in said):
            raise Cancelled

    with pytest.raises(Cancelled):
        bring(books, path, progress=lambda *words: said.append(words), check=stop)
    assert ("Reading events", 500, 1_200) in said
    assert books.everything() == before
