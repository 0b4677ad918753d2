"""Who the patients are stands on the place of referrals alone: planted names turn up nowhere else.

Everything that leaves the program or is shown elsewhere is made of one sample agency and looked through for a name, a
birthday and a telephone number that are nobody else's.
"""

from __future__ import annotations

import json
import logging
import sys
import zipfile
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any, TypeVar

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from sqlalchemy import Engine, insert, update
from sqlalchemy.exc import IntegrityError

from hhcrm.app.crash_log import CrashLog
from hhcrm.charts.painter import Painter
from hhcrm.domain.comparing import Way
from hhcrm.domain.documents import decode, encode
from hhcrm.domain.loop_words import sentence
from hhcrm.domain.measures import By, Grain, MeasureKey
from hhcrm.domain.periods import monday_of
from hhcrm.domain.top_list import TopBy
from hhcrm.domain.words import ReferralStage
from hhcrm.exchange.exporting import export_table
from hhcrm.exchange.icalendars import export_calendar
from hhcrm.exchange.owners_book import write_owners_book
from hhcrm.exchange.vcards import export_cards
from hhcrm.jobs.progress import Progress
from hhcrm.models.all import metadata
from hhcrm.printing import pilot_page, public_page, route_sheet, scorecard_page, top_page, week_page
from hhcrm.printing.sheet import Sheet
from hhcrm.queries.book_models import BookAsked
from hhcrm.queries.bound import Questions
from hhcrm.queries.exports import EXPORT_KINDS, Wanted
from hhcrm.queries.goal_models import GoalFilter
from hhcrm.queries.loop_models import Sender
from hhcrm.queries.measure_models import MeasureFilter
from hhcrm.queries.measures.models import ReadingBehind
from hhcrm.queries.pilot_models import PilotFilter
from hhcrm.queries.referral_models import ReferralFilter, ReferralQuestion
from hhcrm.queries.reports import WEEK
from hhcrm.queries.step_models import StepFilter
from hhcrm.queries.trend_models import Trend, TrendAsk
from hhcrm.queries.week_page_models import WeekAsk, WeekPage
from hhcrm.queries.worth_models import WorthAsk, WorthBoard
from hhcrm.services.sample import fill_sample
from hhcrm.storage.journal import Actor
from hhcrm.storage.work import UnitOfWork
from hhcrm.ui.frame.alerts import notice_words
from hhcrm.ui.measure.overview import Seen
from hhcrm.ui.referrals.fax import fax_of
from hhcrm.ui.referrals.fax import file_name as fax_name
from hhcrm.ui.referrals.loop_tab import mail_url
from tests.databases import new_engine
from tests.services.sample_agency import NOW, TODAY
from tests.ui.referrals_kit import Intake

NAME, PHONE, BORN = "Quillfeather", "(999) 888-7766", date(1903, 1, 17)
PLANTED = (NAME.lower(), "quill", "888-7766", "9998887766", "1903", "jan 17")
YEAR_AGO = TODAY - timedelta(days=364)
YEAR, BEFORE = (
    MeasureFilter(YEAR_AGO, TODAY),
    MeasureFilter(YEAR_AGO - timedelta(days=365), YEAR_AGO - timedelta(days=1)),
)
LAST_WEEK = WeekAsk(monday_of(TODAY) - timedelta(weeks=1))

T = TypeVar("T")


def holds_no_patient(said: object, what: str) -> None:
    """Look through anything, as it says itself."""
    text = (said if isinstance(said, str) else repr(said)).lower()
    assert not [planted for planted in PLANTED if planted in text], what


@pytest.fixture(scope="module")
def engine(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Engine]:
    """A sample agency in which every patient is the same planted one, and one was edited just now."""
    engine = new_engine(tmp_path_factory.mktemp("planted") / "agency.db")
    work = UnitOfWork(engine, Actor(None, "Tess"), lambda: NOW)
    fill_sample(work, sources=30, months=13, today=TODAY)
    patient = metadata.tables["referral_patient"]
    with engine.begin() as connection:
        connection.execute(update(patient).values(patient_name=f"Ada {NAME}", phone=PHONE, date_of_birth=BORN))
    yield engine
    engine.dispose()


@pytest.fixture(scope="module")
def questions(engine: Engine) -> Questions:
    """The whole agency's."""
    return Questions(engine, lambda: NOW, lambda: TODAY, None)


def test_the_plant_stands_where_it_should(questions: Questions) -> None:
    with questions.export("referrals", Wanted(patients=True)) as (header, rows):
        assert "patient_name" in header
        with pytest.raises(AssertionError):
            holds_no_patient(list(rows), "found")


def test_alerts_today_and_what_was_changed_name_no_patient(questions: Questions) -> None:
    alerts = questions.open_alerts(100)
    assert alerts
    holds_no_patient(alerts, "alerts")
    holds_no_patient([notice_words((alert,)) for alert in alerts], "notices")
    holds_no_patient(questions.today(1_000), "today")
    holds_no_patient(questions.recent_changes(StepFilter()), "recent changes")
    holds_no_patient(questions.inconsistent_answers(), "consistency")


def test_nobody_is_found_by_a_patient_s_name_or_number(questions: Questions) -> None:
    for typed in (NAME, "888-7766"):
        assert not [line for group in questions.search(typed, 20) for line in group.lines]


def test_the_rows_of_tables_and_boards_name_no_patient(questions: Questions) -> None:
    holds_no_patient(questions.referral_rows(ReferralQuestion(), 0, 10_000), "table")
    holds_no_patient(questions.referral_board(ReferralFilter()), "board")


def test_reports_and_exports_name_no_patient(questions: Questions) -> None:
    for name in questions.report_names():
        days = (TODAY, None) if name == WEEK else (YEAR_AGO, TODAY)
        holds_no_patient(questions.report(name, *days), name)
    for kind in EXPORT_KINDS:
        with questions.export(kind, Wanted(archived=True)) as (header, rows):
            holds_no_patient((header, list(rows)), kind)


def test_files_that_leave_name_no_patient_inside_or_in_their_names(questions: Questions, tmp_path: Path) -> None:
    export_table(questions, "referrals", tmp_path / "referrals.csv", today=TODAY)
    assert export_calendar(questions, tmp_path / "visits.ics")
    assert export_cards(questions, tmp_path / "people.vcf", today=TODAY)
    for path in tmp_path.iterdir():
        holds_no_patient(path.name, "name of a file")
        holds_no_patient(path.read_text("utf-8-sig"), path.name)


def texts_of_pages(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Everything that is written onto pages from now on."""
    written: list[str] = []
    plain = Sheet.text

    def text(sheet: Sheet, left: float, top: float, width: float, said: str, *args: Any, **kw: Any) -> float:
        written.append(said)
        return plain(sheet, left, top, width, said, *args, **kw)

    monkeypatch.setattr(Sheet, "text", text)
    return written


def test_pages_for_sources_name_no_patient(
    questions: Questions, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qapp: QApplication
) -> None:
    written = texts_of_pages(monkeypatch)
    head = questions.letterhead()
    source = questions.scorecard_sources()[0]
    card = questions.scorecard(source, YEAR_AGO, TODAY)
    page = scorecard_page.make_page(card, head, Painter(tmp_path / "charts"))
    scorecard_page.write_scorecard(page, tmp_path / scorecard_page.file_name(card))
    public = questions.public_page()
    public_page.write_public_page(public, head, tmp_path / public_page.file_name(public))
    for item in questions.pilots(PilotFilter()):
        progress = questions.pilot_progress(item.pilot_id, TODAY)
        holds_no_patient(progress, "pilot")
        pilot = pilot_page.PilotPage(progress, head)
        pilot_page.write_pilot(pilot, tmp_path / pilot_page.file_name(progress))
    for day in (TODAY + timedelta(days=ahead) for ahead in range(-7, 8)):
        if sheets := questions.route_sheets(None, day):
            holds_no_patient(sheets, "route sheets")
            route_sheet.write_route(sheets, tmp_path / f"route-{day}.pdf")
    assert len(written) > 50
    holds_no_patient((card, written), "pages")
    holds_no_patient([path.name for path in tmp_path.rglob("*")], "names of files")


def test_what_measure_hands_out_names_no_patient(
    questions: Questions, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qapp: QApplication
) -> None:
    written = texts_of_pages(monkeypatch)
    head, board, week = questions.letterhead(), questions.worth_board(WorthAsk(YEAR)), questions.week_page(LAST_WEEK)
    top = top_page.TopPage(board, board.lines[:100], TopBy.EXPECTED, head, TODAY)
    top_page.write_top(top, tmp_path / "top.pdf")
    page = week_page.make_page(week, head, Painter(tmp_path / "charts"))
    week_page.write_week(page, tmp_path / week_page.file_name(week))
    assert len(written) > 50
    holds_no_patient((written, page.referrals.decode(), page.visits.decode()), "pages")
    book = tmp_path / "book.zip"
    assert write_owners_book(questions, book, BookAsked(YEAR_AGO, TODAY), "", Progress()) > 20
    with zipfile.ZipFile(book) as archive:
        for name in archive.namelist():
            holds_no_patient(archive.read(name).decode("utf-8-sig"), name)
    holds_no_patient([path.name for path in tmp_path.rglob("*")], "names of files")


def test_what_measure_shows_names_no_patient(questions: Questions) -> None:
    approaches = questions.approaches()
    assert approaches
    for approach in approaches:
        holds_no_patient(questions.approach_compared(approach.approach_id, Way.BEFORE), approach.name)
    holds_no_patient((approaches, questions.learned_page()), "journal")
    goals = questions.goals_found(GoalFilter())
    assert goals.standings
    holds_no_patient(goals, "goals")
    rows = [questions.reading_behind(ReadingBehind(each.key, YEAR), 0, 1_000) for each in questions.definitions()]
    assert sum(len(page.lines) for page in rows) > 100
    holds_no_patient(rows, "rows behind")


def test_what_is_kept_to_be_shown_at_once_comes_back_as_it_was_and_names_no_patient(questions: Questions) -> None:
    seen = Seen(
        questions.headline(YEAR),
        questions.headline(BEFORE),
        questions.measured_referrals(YEAR),
        questions.measured_effort(YEAR),
        questions.measured_rhythm(YEAR),
    )
    assert back(Seen, seen) == seen
    board, week = questions.worth_board(WorthAsk(YEAR)), questions.week_page(LAST_WEEK)
    assert back(WorthBoard, board) == board
    assert back(WeekPage, week) == week
    for key in MeasureKey:
        trend = questions.trend(TrendAsk(key, YEAR, BEFORE, None, None, Grain.MONTH))
        assert back(Trend, trend) == trend, key
    split = questions.trend(TrendAsk(MeasureKey.REFERRALS, YEAR, BEFORE, None, By.ACTIVITY, Grain.WEEK))
    assert back(Trend, split) == split


def back(kind: type[T], answer: T) -> T:
    """An answer as the next start reads it, of a file without patients."""
    kept = json.dumps(encode(answer))
    holds_no_patient(kept, kind.__name__)
    return decode(kind, json.loads(kept))


def test_what_a_source_is_told_names_no_patient(questions: Questions) -> None:
    sender = Sender(questions.letterhead(), "Tess", "615-555-0100")
    ids = questions.referral_ids(ReferralFilter(from_on=TODAY - timedelta(days=60), until_on=TODAY))
    assert len(ids) > 5
    for key in ids:
        loop = questions.referral_loop(key)
        holds_no_patient(loop, "loop")
        for line in loop.lines:
            words = sentence(line.step, loop.facts, TODAY)
            holds_no_patient((mail_url(loop, words, TODAY).toString(), fax_of(loop, words, sender, TODAY)), "told")
    holds_no_patient(fax_name(TODAY), "name of a file")


def test_a_crash_over_a_patient_s_own_row_is_reported_without_the_patient(engine: Engine, tmp_path: Path) -> None:
    log = CrashLog(tmp_path)
    log.install()
    patient = metadata.tables["referral_patient"]
    row = {"referral_id": 1, "patient_name": f"Ada {NAME}", "phone": PHONE, "date_of_birth": BORN}
    try:
        with engine.begin() as connection:
            connection.execute(insert(patient).values(row))
    except IntegrityError as error:
        logging.getLogger("hhcrm.services").error("no referral for %s", NAME, exc_info=error)
        sys.excepthook(type(error), error, error.__traceback__)
    else:
        raise AssertionError("a referral has one patient")
    finally:
        log.uninstall()
    said = "".join(path.read_text("utf-8") for path in tmp_path.iterdir())
    assert "IntegrityError" in said
    holds_no_patient(said, "log")


def test_no_title_of_a_window_names_a_patient(tmp_path: Path, qtbot: QtBot) -> None:
    intake = Intake.found(tmp_path, qtbot)
    key = intake.record("Mercy Hospital", patient={"patient_name": f"Ada {NAME}", "phone": "615-555-0101"})
    place, frame = intake.open()
    place.show_where(referral_id=key)
    intake.until(lambda: place.pane.detail is not None and place.pane.detail.patient.patient_name != "")
    for stage in (ReferralStage.NOT_ADMITTED, ReferralStage.SCHEDULED, ReferralStage.ON_HOLD):
        place.mover.move(key, stage)
        intake.until(lambda: place.mover.dialog is not None)
        titles = [each.windowTitle() for each in QApplication.topLevelWidgets() if isinstance(each, QWidget)]
        assert any(titles)
        holds_no_patient(titles, f"titles with the dialog of {stage}")
        assert place.mover.dialog is not None
        place.mover.dialog.reject()
        intake.until(lambda: place.mover.dialog is None)
    place.mover.move(key, ReferralStage.ACCEPTED)
    intake.until(lambda: frame.said)
    holds_no_patient(frame.said, "what is said at the foot")
    intake.close()
