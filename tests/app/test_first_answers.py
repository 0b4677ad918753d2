"""The first answers: used only while they are exactly what the database would say."""

from __future__ import annotations

import json
import shutil
import sqlite3
import subprocess
import sys
import zlib
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

import hhcrm
from hhcrm.app.agency import Agency
from hhcrm.app.clock import Clock
from hhcrm.app.first_answers import DAYS_AHEAD, Answers, FirstAnswers, Found, state_of
from hhcrm.app.paths import Folder
from hhcrm.domain.documents import decode, encode
from hhcrm.domain.words import UserRole
from hhcrm.queries.bound import Questions
from hhcrm.queries.today_models import FIRST_NEEDS, TodayList
from hhcrm.services.commands import AddSource
from hhcrm.services.founding import FoundAgency
from hhcrm.storage.engine import Address
from hhcrm.storage.upgrade import HEAD
from tests.whole.program import environment, run

TODAY = date(2026, 11, 23)
ZONE = ZoneInfo("America/Chicago")
FILE = "first-answers.json"


@pytest.fixture(scope="module")
def founded(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder with an agency of one source and its kept answers. For copying."""
    folder = Folder(tmp_path_factory.mktemp("founded")).make()
    with closing(Agency(folder, Clock(TODAY))) as agency:
        people = (("Ann Lee", UserRole.OWNER), ("Bo Ray", UserRole.LIAISON))
        agency.found(FoundAgency("Harbor Home Health", "37203", "", people, TODAY))
        write(agency, "Mercy Hospital")
        agency.keep_first_answers()
    return folder.root


@pytest.fixture
def folder(founded: Path, tmp_path: Path) -> Folder:
    """An agency of one's own."""
    return Folder(Path(shutil.copytree(founded, tmp_path / "agency")))


@pytest.fixture
def agency(folder: Folder) -> Iterator[Agency]:
    """The agency as the next window has it."""
    with closing(Agency(folder, Clock(TODAY))) as found:
        yield found


def write(agency: Agency, name: str) -> None:
    agency.actions().add_source(AddSource({"name": name, "type_id": 1}, TODAY))


def look(
    folder: Folder, clock: Clock | None = None, program: str = hhcrm.__version__, schema: str = HEAD
) -> Found | None:
    return FirstAnswers(folder.cache / FILE, folder.database, program, schema).look(clock or Clock(TODAY))


def change(folder: Folder, statement: str) -> None:
    """Change the database past the program."""
    with closing(sqlite3.connect(folder.database)) as connection:
        connection.execute(statement)
        connection.commit()


def rewrite(folder: Folder, edit: Callable[[dict[str, Any]], object]) -> None:
    """Change what is kept, with a checksum that fits."""
    path = folder.cache / FILE
    head, body = path.read_bytes().split(b"\n", 1)
    document = json.loads(body)
    edit(document)
    body = json.dumps(document).encode()
    path.write_bytes(head.rpartition(b" ")[0] + f" {zlib.crc32(body):08x}\n".encode() + body)


def test_they_are_what_the_database_says_and_it_is_not_opened_for_them(agency: Agency) -> None:
    early = agency.early_questions()
    facts, today = early.agency_facts(), early.today(FIRST_NEEDS)
    assert not agency.is_open
    assert agency.clock.zone == ZONE
    assert (facts, today) == (agency.questions().agency_facts(), agency.questions().today(FIRST_NEEDS))
    assert (facts.name, facts.sources, facts.user_name) == ("Harbor Home Health", 1, "Ann Lee")


def test_they_need_no_database_library(folder: Folder) -> None:
    code = (
        "import sys\n"
        "from pathlib import Path\n"
        "from datetime import date\n"
        "from hhcrm.app.agency import Agency\n"
        "from hhcrm.app.clock import Clock\n"
        "from hhcrm.app.paths import Folder\n"
        "early = Agency(Folder(Path(sys.argv[1])), Clock(date(2026, 11, 23))).early_questions()\n"
        f"assert early.agency_facts().founded and early.today({FIRST_NEEDS})\n"
        "assert not {'sqlalchemy', 'alembic', 'PySide6'} & set(sys.modules)\n"
    )
    subprocess.run([sys.executable, "-c", code, str(folder.root)], check=True)


def test_every_other_question_opens_the_database(agency: Agency) -> None:
    assert [choice.name for choice in agency.early_questions().choices().users] == ["Ann Lee", "Bo Ray"]
    assert agency.is_open


def test_another_number_of_needs_is_asked_of_the_database(agency: Agency) -> None:
    assert agency.early_questions().today(FIRST_NEEDS + 1).day == TODAY
    assert agency.is_open


def test_a_step_that_another_process_wrote_makes_them_unusable(folder: Folder) -> None:
    assert look(folder) is not None
    with closing(Agency(folder, Clock(TODAY))) as other:
        write(other, "Elm Clinic")
    assert look(folder) is None


def test_a_backup_put_back_and_another_step_of_the_same_number_make_them_unusable(folder: Folder) -> None:
    with closing(Agency(folder, Clock(TODAY))) as window:
        window.back_up()
        write(window, "Elm Clinic")
        window.keep_first_answers()
    before = state_of(folder.database)
    assert look(folder) is not None
    restoring = Agency(folder, Clock(TODAY))
    restoring.restore(next(folder.backups.glob("*.db")))
    with closing(Agency(folder, Clock(TODAY))) as other:
        write(other, "Oak Clinic")
    after = state_of(folder.database)
    assert before is not None
    assert after is not None
    assert before.step == after.step
    assert look(folder) is None


@pytest.mark.parametrize("ahead", range(1, DAYS_AHEAD + 1))
def test_on_the_days_after_they_are_that_days(folder: Folder, ahead: int) -> None:
    later = TODAY + timedelta(days=ahead)
    found = look(folder, Clock(later))
    assert found is not None
    with closing(Agency(folder, Clock(later))) as agency:
        assert found.answers.today == agency.questions().today(FIRST_NEEDS)
        assert found.answers.today.day == later


@pytest.mark.parametrize("days", [-1, DAYS_AHEAD + 1])
def test_on_any_other_day_they_are_not_used(folder: Folder, days: int) -> None:
    assert look(folder, Clock(TODAY + timedelta(days=days))) is None


def test_the_day_is_the_agencys_not_the_machines(folder: Folder) -> None:
    """At 3 in the morning in UTC it is still the evening before in Nashville."""
    found = look(folder, Clock(instant=lambda: datetime(2026, 11, 25, 3, tzinfo=UTC)))
    assert found is not None
    assert (found.day, found.answers.today.day) == (date(2026, 11, 24), date(2026, 11, 24))


@pytest.mark.parametrize("question", [lambda ask: ask.today(FIRST_NEEDS), lambda ask: ask.agency_facts()])
def test_past_midnight_the_database_is_asked(folder: Folder, question: Callable[[Questions], object]) -> None:
    present = [datetime(2026, 11, 24, 5, 59, tzinfo=UTC)]  # one minute to midnight in Nashville
    with closing(Agency(folder, Clock(instant=lambda: present[0]))) as agency:
        early = agency.early_questions()
        before, opened = question(early), [agency.is_open]
        present[0] += timedelta(minutes=2)
        after = question(early)
        assert [*opened, agency.is_open] == [False, True]
        assert after == question(agency.questions())
        if isinstance(before, TodayList) and isinstance(after, TodayList):
            assert (before.day, after.day) == (TODAY, TODAY + timedelta(days=1))


def test_another_version_of_the_program_does_not_use_them(folder: Folder) -> None:
    assert look(folder, program="9.9.9") is None


def test_neither_does_a_program_with_another_schema(folder: Folder) -> None:
    assert look(folder, schema="9999") is None


def test_they_are_not_used_for_a_database_of_another_schema(folder: Folder) -> None:
    change(folder, "UPDATE alembic_version SET version_num = '9999'")
    assert look(folder) is None
    assert HEAD != "9999"


def test_they_are_not_used_for_somebody_else(folder: Folder) -> None:
    change(folder, "UPDATE app_user SET archived_at = '2026-11-23 00:00:00' WHERE name = 'Ann Lee'")
    assert look(folder) is None


@pytest.mark.parametrize(
    "damage",
    [
        lambda content: b"",
        lambda content: content[:-40],
        lambda content: content.replace(b"Harbor Home", b"Harbor Gone"),
        lambda content: content.partition(b"\n")[2],
        lambda content: b"\xff" * len(content),
        lambda content: content.replace(b"answers 1", b"answers 2", 1),
    ],
    ids=["empty", "cut off", "a letter changed", "no head", "noise", "another form"],
)
def test_a_damaged_file_is_not_used(folder: Folder, damage: Callable[[bytes], bytes]) -> None:
    path = folder.cache / FILE
    content = path.read_bytes()
    path.write_bytes(damage(content))
    assert path.read_bytes() != content
    assert look(folder) is None


@pytest.mark.parametrize(
    "edit",
    [
        lambda kept: kept.clear(),
        lambda kept: kept.update(zone="Nowhere/Atall"),
        lambda kept: kept.update(zone=7),
        lambda kept: kept.update(days=[]),
        lambda kept: kept.update(state=None),
        lambda kept: kept["state"].update(step="1"),
        lambda kept: kept["days"]["2026-11-23"].pop("today"),
        lambda kept: kept["days"]["2026-11-23"]["facts"].update(more=1),
        lambda kept: kept["days"]["2026-11-23"]["facts"].update(sources="1"),
        lambda kept: kept["days"]["2026-11-23"]["facts"].update(sources=True),
        lambda kept: kept["days"]["2026-11-23"]["today"].update(visits={}),
        lambda kept: kept["days"].update({"2026-11-23": kept["days"]["2026-11-24"]}),
    ],
)
def test_a_file_of_another_shape_is_not_used(folder: Folder, edit: Callable[[dict[str, Any]], object]) -> None:
    rewrite(folder, lambda _kept: None)
    assert look(folder) is not None
    rewrite(folder, edit)
    assert look(folder) is None


def test_no_file_and_no_database_are_no_fault(folder: Folder) -> None:
    (folder.cache / FILE).unlink()
    assert look(folder) is None
    folder.database.unlink()
    assert state_of(folder.database) is None
    assert not folder.database.exists()


def test_a_damaged_database_is_not_answered_for(folder: Folder) -> None:
    folder.database.write_bytes(b"SQLite format 3\0" + b"\xff" * 8_192)
    assert look(folder) is None


def test_of_a_database_under_a_key_nothing_is_kept(
    folder: Folder, agency: Agency, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert (folder.cache / FILE).exists()
    folder.database.unlink()
    monkeypatch.setattr(agency, "_address", lambda: Address(file=folder.database, key=bytes(range(32))))
    agency.found(FoundAgency("Elm Hospice", "37203", "", (("Bo Ray", UserRole.OWNER),), TODAY))
    agency.keep_first_answers()
    assert agency.questions().agency_facts().name == "Elm Hospice"
    assert not (folder.cache / FILE).exists()
    agency.close()
    assert state_of(folder.database) is None


def test_nothing_is_kept_when_a_step_is_written_while_it_is_asked(folder: Folder, agency: Agency) -> None:
    kept = FirstAnswers(folder.cache / FILE, folder.database)
    found = look(folder)
    assert found is not None
    (folder.cache / FILE).unlink()

    def ask(day: date) -> Answers:
        if day == TODAY:
            write(agency, "Elm Clinic")
        return found.answers

    kept.keep(TODAY, ZONE, ask)
    assert not (folder.cache / FILE).exists()


def test_a_step_written_after_the_look_is_told_once_the_database_is_open(folder: Folder, agency: Agency) -> None:
    assert agency.early_questions().agency_facts().sources == 1
    with closing(Agency(folder, Clock(TODAY))) as other:
        write(other, "Elm Clinic")
    news = agency.keep_first_answers()
    assert news is not None
    assert news.touches("referral_source")
    assert agency.early_questions().agency_facts().sources == 2
    assert agency.keep_first_answers() is None
    found = look(folder)
    assert found is not None
    assert found.answers.facts.sources == 2


def test_answers_that_were_right_are_not_told_nor_written_again(folder: Folder, agency: Agency) -> None:
    agency.early_questions().agency_facts()
    before = (folder.cache / FILE).stat().st_mtime_ns
    assert agency.keep_first_answers() is None
    assert (folder.cache / FILE).stat().st_mtime_ns == before


def test_an_agency_that_is_not_set_up_has_none(tmp_path: Path) -> None:
    folder = Folder(tmp_path).make()
    with closing(Agency(folder, Clock(TODAY))) as agency:
        agency.keep_first_answers()
    assert not (folder.cache / FILE).exists()


@given(st.builds(TodayList))
def test_what_was_encoded_comes_back_the_same(today: TodayList) -> None:
    assert decode(TodayList, json.loads(json.dumps(encode(today)))) == today


def test_a_number_in_the_place_of_a_day_is_refused() -> None:
    document = encode(TodayList(TODAY, (), (), {"due": 1}, 0, 0, 0, 0))
    assert decode(TodayList, document) == replace(decode(TodayList, document), counts={"due": 1})
    for broken in ({**document, "day": 20261123}, {**document, "day": None}, {**document, "counts": {"due": "1"}}):
        with pytest.raises(ValueError):
            decode(TodayList, broken)


def test_commands_that_write_keep_them_for_the_window(tmp_path: Path) -> None:
    folder, clock = Folder(tmp_path / "agency"), Clock.from_environ(environment())
    assert run(folder.root, "sample", "--sources", "5", "--months", "1").returncode == 0
    found = look(folder, clock)
    assert found is not None
    assert found.answers.facts.sources == 5
    (tmp_path / "list.csv").write_text("Facility,Type\nElm Clinic,Hospital\n", "utf-8")
    assert run(folder.root, "import", "sources", str(tmp_path / "list.csv")).returncode == 0
    found = look(folder, clock)
    assert found is not None
    assert found.answers.facts.sources == 6
