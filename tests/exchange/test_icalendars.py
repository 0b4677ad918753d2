"""Calendar files that go out: read by others, the same each time, and silent about people."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import icalendar
import pytest
import vobject
from hypothesis import given
from hypothesis import strategies as st

from hhcrm.domain.errors import FileFault
from hhcrm.domain.words import VisitStatus
from hhcrm.exchange.icalendars import event_text, export_calendar, folded
from hhcrm.jobs.progress import Cancelled
from hhcrm.queries.calendar_file_models import CalendarVisit
from hhcrm.services.commands import Archive
from hhcrm.services.records import archive
from hhcrm.services.sample import fill_sample
from tests.databases import new_engine
from tests.exchange.calendars import changed, completed, exported, planned
from tests.exchange.importing import NOW, TODAY, Books, founded

DATA = Path(__file__).parents[1] / "data"
NAUGHTY = [text for text in json.loads((DATA / "naughty_strings.json").read_text(encoding="utf-8")) if text]
PATIENT = "Xylander Quibble"


@pytest.fixture
def books(tmp_path: Path) -> Iterator[Books]:
    engine = new_engine(tmp_path / "agency.db")
    books = founded(engine, tmp_path)
    books.sources("name|address|city|state|zip", "Mercy Clinic|12 Main St, Suite 4|Nashville|TN|02138", "Oak Grove||||")
    yield books
    engine.dispose()


def events(path: Path) -> list[Any]:
    calendar = icalendar.Calendar.from_ical(path.read_bytes())
    return list(calendar.walk("VEVENT"))


def strictly(path: Path) -> list[str]:
    """The logical lines of a file that keeps the letter of RFC 5545, section 3.1."""
    raw = path.read_bytes()
    assert raw.endswith(b"\r\n")
    physical = raw[:-2].split(b"\r\n")
    for octets in physical:
        assert 0 < len(octets) <= 75
        assert not re.search(rb"[\x00-\x08\x0a-\x1f\x7f]", octets)
        octets.decode()  # no character is torn apart
    lines = raw[:-2].decode().replace("\r\n ", "").split("\r\n")
    for line in lines:
        assert re.match(r"[A-Z-]+(;[A-Z-]+=[^:;,\"]+)*:", line), line
    return lines


def test_a_visit_is_a_local_time_in_the_agency_s_zone_and_one_without_a_time_a_whole_day(books: Books) -> None:
    planned(books, "Mercy Clinic", date(2026, 11, 27), time(9, 30), minutes=45)
    planned(books, "Oak Grove", date(2026, 12, 1))
    path = exported(books)
    first, second = events(path)
    assert first["DTSTART"].dt == datetime(2026, 11, 27, 9, 30, tzinfo=ZoneInfo("America/Chicago"))
    assert (first["DURATION"].dt, first["STATUS"], first["SEQUENCE"]) == (timedelta(minutes=45), "CONFIRMED", 0)
    assert first["SUMMARY"] == "Mercy Clinic: In-person visit"
    assert first["LOCATION"] == "12 Main St, Suite 4, Nashville, TN 02138"
    assert (second["DTSTART"].dt, second["DTEND"].dt) == (date(2026, 12, 1), date(2026, 12, 2))
    assert "LOCATION" not in second
    assert path.read_bytes().count(b"BEGIN:VTIMEZONE") == 1


def test_two_other_readers_and_the_letter_of_the_standard_agree(books: Books) -> None:
    planned(books, "Mercy Clinic", date(2026, 11, 27), time(9, 30))
    completed(books, "Oak Grove", date(2026, 11, 2))
    path = exported(books)
    strictly(path)
    ours = {each["UID"]: each["SUMMARY"] for each in events(path)}
    other = vobject.readOne(path.read_text(encoding="utf-8"))
    theirs = {each.uid.value: each.summary.value for each in other.vevent_list}
    assert theirs == ours
    assert len(ours) == 2
    timed = next(each for each in other.vevent_list if each.summary.value.startswith("Mercy"))
    assert timed.dtstart.value.utcoffset() == timedelta(hours=-6)


def test_an_event_in_summer_and_one_in_winter_have_their_own_offsets_with_every_reader(books: Books) -> None:
    planned(books, "Mercy Clinic", date(2027, 7, 1), time(9))
    planned(books, "Mercy Clinic", date(2027, 1, 4), time(9))
    path = exported(books)
    other = vobject.readOne(path.read_text(encoding="utf-8"))
    offsets = [each.dtstart.value.utcoffset() for each in other.vevent_list]
    assert offsets == [timedelta(hours=-6), timedelta(hours=-5)]


def test_a_uid_stays_through_moves_and_the_sequence_grows(books: Books) -> None:
    visit_id = planned(books, "Mercy Clinic", date(2026, 11, 27), time(9, 30))
    (before,) = events(exported(books))
    changed(books, visit_id, visit_on=date(2026, 12, 3))
    (after,) = events(exported(books))
    assert after["UID"] == before["UID"]
    assert after["SEQUENCE"] > before["SEQUENCE"]
    assert after["DTSTART"].dt.date() == date(2026, 12, 3)
    assert after["LAST-MODIFIED"].dt == NOW


def test_cancelled_and_missed_visits_are_called_off_and_archived_ones_left_out(books: Books) -> None:
    cancelled = planned(books, "Mercy Clinic", date(2026, 11, 27))
    missed = planned(books, "Oak Grove", date(2026, 11, 20))
    gone = planned(books, "Oak Grove", date(2026, 11, 28))
    changed(books, cancelled, status=VisitStatus.CANCELLED)
    changed(books, missed, status=VisitStatus.MISSED)
    archive(books.work, Archive("visit", (gone,)))
    found = events(exported(books))
    assert [each["STATUS"] for each in found] == ["CANCELLED", "CANCELLED"]


def test_no_word_of_a_person_leaves_by_a_calendar(books: Books) -> None:
    completed(
        books, "Mercy Clinic", date(2026, 11, 2), notes=f"Spoke about {PATIENT}", next_step=f"Call {PATIENT}",
        purpose=f"{PATIENT} comes home", status_reason=PATIENT,
    )  # fmt: skip
    text = exported(books).read_text(encoding="utf-8").replace("\r\n ", "")
    assert "Mercy Clinic" in text
    for word in PATIENT.split():
        assert word not in text
    names = {line.partition(":")[0].partition(";")[0] for line in text.split("\r\n") if line}
    assert not names & {"DESCRIPTION", "COMMENT", "ATTENDEE", "ORGANIZER", "CONTACT"} - {"COMMENT"}
    inside = re.findall(r"BEGIN:VEVENT.*?END:VEVENT", text, re.DOTALL)
    assert all("COMMENT" not in each for each in inside)


def test_the_same_visits_give_the_same_bytes(books: Books) -> None:
    for day in range(1, 9):
        planned(books, "Mercy Clinic", date(2026, 12, day), time(9, 30))
    once = exported(books).read_bytes()
    assert exported(books).read_bytes() == once


def test_days_and_a_liaison_limit_what_goes_out(books: Books) -> None:
    planned(books, "Mercy Clinic", date(2026, 11, 27), liaison_id=1)
    planned(books, "Mercy Clinic", date(2026, 11, 28), liaison_id=2)
    planned(books, "Mercy Clinic", date(2026, 11, 29), liaison_id=1)
    found = events(exported(books, liaison_id=1, until_on=date(2026, 11, 28)))
    assert [each["DTSTART"].dt for each in found] == [date(2026, 11, 27)]


def test_no_visits_make_an_empty_calendar_that_is_still_one(books: Books) -> None:
    path = exported(books)
    strictly(path)
    assert events(path) == []


def test_a_cancel_leaves_the_old_file(books: Books) -> None:
    planned(books, "Mercy Clinic", date(2026, 11, 27))
    path = exported(books)
    before = path.read_bytes()

    def stop() -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        export_calendar(books.questions, path, check=stop)
    assert path.read_bytes() == before
    assert [each.name for each in books.folder.glob(".*part")] == []


def test_a_folder_that_is_not_there_is_said(books: Books) -> None:
    with pytest.raises(FileFault, match="There is no folder"):
        export_calendar(books.questions, books.folder / "nowhere" / "visits.ics")


def test_the_sample_agency_s_calendar_keeps_the_letter_of_the_standard(tmp_path: Path) -> None:
    engine = new_engine(tmp_path / "sample.db")
    books = Books(engine, tmp_path)
    fill_sample(books.work, sources=20, months=3, today=TODAY)
    path = exported(books)
    lines = strictly(path)
    found = events(path)
    assert len(found) == len(books.rows("visit")) == lines.count("BEGIN:VEVENT") > 50
    assert len({each["UID"] for each in found}) == len(found)
    engine.dispose()


def visit(source: str, address: str, kind: str = "Drop-in") -> CalendarVisit:
    at = datetime(2026, 11, 1, 9, tzinfo=UTC)
    return CalendarVisit(
        "1@hhcrm", "", date(2026, 11, 27), time(9), 30, source, kind, address, VisitStatus.PLANNED, 0, at
    )


@pytest.mark.parametrize("text", NAUGHTY)
def test_naughty_names_come_back_as_they_were(text: str, tmp_path: Path) -> None:
    path = tmp_path / "one.ics"
    body = event_text(visit(text, text), ZoneInfo("America/Chicago"))
    path.write_bytes(f"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\n{body}END:VCALENDAR\r\n".encode())
    strictly(path)
    (found,) = events(path)
    plain = re.sub(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]", "", text.replace("\r\n", "\n")).replace("\r", "")
    assert str(found["LOCATION"]) == plain
    assert str(found["SUMMARY"]) == f"{plain}: Drop-in"


@given(st.text(st.characters(blacklist_categories=("Cs", "Cc")), max_size=300))
def test_folding_never_tears_a_character_and_unfolds_to_the_same(text: str) -> None:
    out = folded(f"SUMMARY:{text}")
    assert out.endswith("\r\n")
    for octets in out[:-2].encode().split(b"\r\n"):
        assert len(octets) <= 75
        octets.decode()
    assert out[:-2].replace("\r\n ", "") == f"SUMMARY:{text}"
