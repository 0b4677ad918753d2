"""Measure: what is asked, what is shown, and where its marks lead."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any, get_args

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from hhcrm.charts.chart import Chart
from hhcrm.domain.errors import FileFault
from hhcrm.domain.periods import Span
from hhcrm.queries.bound import Questions
from hhcrm.queries.measure_models import GapsBehind, LoopBy, MeasuredReferrals, MeasureFilter, VisitsBehind
from hhcrm.queries.referral_models import ReferralFilter
from hhcrm.ui.frame.names import unnamed_in
from hhcrm.ui.measure.behind import BehindDialog
from hhcrm.ui.measure.loops import LoopsDialog
from hhcrm.ui.measure.overview import Seen
from hhcrm.ui.shared.charts.panel import ChartPanel
from hhcrm.ui.shared.charts.paper import send
from hhcrm.ui.shared.days_dialog import DaysDialog
from hhcrm.ui.shared.desk import Desk
from hhcrm.ui.shared.look import Look
from tests.ui.measure_kit import TWELVE_MONTHS, Bench, FakeFrame, make_agency, overview

pytestmark = pytest.mark.usefixtures("look")
WHOLE = MeasureFilter(*TWELVE_MONTHS)


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Questions:
    return make_agency(tmp_path_factory.mktemp("agency"))


@pytest.fixture
def bench(sample: Questions, tmp_path: Path, qtbot: QtBot) -> Iterator[Bench]:
    bench = Bench(tmp_path, qtbot, sample)
    yield bench
    bench.close()


def press(widget: Any, key: Qt.Key) -> None:
    QTest.keyClick(widget, key)


def shown(panel: ChartPanel) -> Chart:
    assert panel.chart is not None
    return panel.chart


def test_cards_and_charts_say_what_the_questions_say(bench: Bench, sample: Questions) -> None:
    place, frame = bench.open()
    bench.ready(place)
    head, found = sample.headline(WHOLE), sample.measured_referrals(WHOLE)
    before = sample.headline(MeasureFilter(date(2024, 11, 24), date(2025, 11, 23)))
    card = overview(place).cards.card("referrals")
    assert card.figure.text() == f"{head.outcomes.referrals:,}"
    bench.until(lambda: f"was {before.outcomes.referrals:,}" in card.before.text())
    assert "Held against Nov 24, 2024 to Nov 23, 2025" in card.accessibleName()
    assert overview(place).cards.card("admitted").figure.text() == f"{found.total.admitted:,}"
    assert f"n = {found.total.referrals}" in shown(overview(place).panels["referrals-by-source"]).beside
    assert [panel.title.text() for panel in overview(place).panels.values()] == [
        shown(panel).title for panel in overview(place).panels.values()
    ]
    assert frame.faults == []


def test_what_is_chosen_is_asked_for(bench: Bench, sample: Questions) -> None:
    place, _ = bench.open()
    bench.ready(place)
    bench.until(lambda: len(place.choosing.liaison_chip.menu().actions()) > 1)
    liaison = sample.choices().users[1]
    place.choosing.liaison_chip.set_value(str(liaison.id))
    place.choosing.period_chip.set_value(Span.LAST_QUARTER)
    asked = MeasureFilter(date(2026, 7, 1), date(2026, 9, 30), liaison_id=liaison.id)
    assert place.choosing.asked() == asked
    mine = sample.measured_referrals(asked).total.referrals
    bench.until(lambda: shown(overview(place).panels["referrals-by-month"]).beside == f"n = {mine}")
    bench.until(lambda: shown(overview(place).panels["rhythm"]).period == "Q3 2026")
    bench.until(lambda: overview(place).cards.card("referrals").figure.text() == str(mine))
    assert "Q3 2026" in place.head.beside.text()


class SlowQuestions:
    """Answers what is asked about last year only when it is let go."""

    def __init__(self, questions: Questions) -> None:
        self._questions = questions
        self.asked, self.go, self.late = threading.Event(), threading.Event(), threading.Event()

    def measured_referrals(self, asked: MeasureFilter) -> MeasuredReferrals:
        if asked.from_on == date(2025, 1, 1):
            self.asked.set()
            assert self.go.wait(10)
            self.late.set()
        return self._questions.measured_referrals(asked)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._questions, name)


class HeldQuestions:
    """Answers what Measure asks only when it is let go."""

    def __init__(self, questions: Questions) -> None:
        self._questions = questions
        self.go = threading.Event()

    def headline(self, asked: MeasureFilter) -> Any:
        assert self.go.wait(10)
        return self._questions.headline(asked)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._questions, name)


def test_what_was_shown_last_stands_there_at_once_and_says_as_of_when(bench: Bench, sample: Questions) -> None:
    first, _ = bench.open()
    bench.ready(first)
    bench.until(lambda: bench.known.look("overview", Seen, first.choosing.key()))
    held = HeldQuestions(sample)
    bench.questions = held
    place, _ = bench.open()
    panel = overview(place).panels["rhythm"]
    bench.until(lambda: panel.chart is not None)
    as_of = "as of Mon, Nov 23, 3:00 PM"
    assert panel.chart == overview(first).panels["rhythm"].chart
    assert panel.as_of.text() == as_of
    assert as_of in place.head.beside.text()
    assert overview(place).cards.card("referrals").figure.text() == str(sample.headline(WHOLE).outcomes.referrals)
    held.go.set()
    bench.until(lambda: panel.as_of.isHidden())
    assert "as of" not in place.head.beside.text()


def test_of_another_choice_nothing_is_shown_before_its_answer(bench: Bench, sample: Questions) -> None:
    first, _ = bench.open()
    bench.ready(first)
    bench.until(lambda: bench.known.look("overview", Seen, first.choosing.key()))
    bench.memory.set("measure.choice", {"period": "last month", "against": "before"})
    held = HeldQuestions(sample)
    bench.questions = held
    place, _ = bench.open()
    bench.until(lambda: len(place.choosing.liaison_chip.menu().actions()) > 1)
    assert all(panel.chart is None for panel in overview(place).panels.values())
    held.go.set()
    bench.ready(place)
    assert overview(place).panels["rhythm"].as_of.isHidden()


def test_an_answer_to_what_was_asked_before_is_dropped(bench: Bench, sample: Questions) -> None:
    slow = SlowQuestions(sample)
    bench.questions = slow
    place, _ = bench.open()
    bench.ready(place)
    place.choosing.period_chip.set_value(Span.LAST_YEAR)
    bench.until(slow.asked.is_set)
    place.choosing.period_chip.set_value(Span.THIS_QUARTER)
    panel, came = overview(place).panels["referrals-by-month"], []
    bench.until(lambda: shown(panel).period == "Oct 1, 2026 to Nov 23, 2026")
    place._desk._home.connect(lambda _answer: came.append(shown(panel).period))
    slow.go.set()
    bench.until(lambda: slow.late.is_set() and came)
    assert shown(panel).period == "Oct 1, 2026 to Nov 23, 2026"
    expected = sample.measured_referrals(place.choosing.asked()).total.referrals
    assert shown(panel).beside == f"n = {expected}"


def test_the_period_is_found_again_and_people_are_not_kept(bench: Bench) -> None:
    place, _ = bench.open()
    bench.until(lambda: len(place.choosing.liaison_chip.menu().actions()) > 1)
    place.choosing.choose_days(date(2026, 3, 1), date(2026, 4, 15))
    again, _ = bench.open()
    assert again.choosing.asked() == MeasureFilter(date(2026, 3, 1), date(2026, 4, 15))
    bench.memory.set("measure.choice", {"period": "garbage", "against": 7, "days": ["x", None, 3]})
    third, _ = bench.open()
    assert third.choosing.asked() == WHOLE


def test_days_of_ones_own_choice_are_typed_and_checked(bench: Bench) -> None:
    place, _ = bench.open()
    place.choosing.period_chip.set_value(Span.CUSTOM)
    dialog = place.findChild(DaysDialog)
    assert isinstance(dialog, DaysDialog)
    dialog.first.setText("someday")
    press(dialog.first, Qt.Key.Key_Return)
    assert dialog.isVisible()
    assert "is not a day" in dialog._first.error
    note = dialog._first._note
    bench.until(lambda: note.height() >= note.heightForWidth(note.width()))  # all its lines can be read
    dialog.first.setText("11/20/2026")
    dialog.last.setText("Nov 3 2026")
    press(dialog.last, Qt.Key.Key_Return)
    assert dialog._last.error == "The last day lies before the first one."
    dialog.first.setText("11/1/2026")
    press(dialog.last, Qt.Key.Key_Return)
    assert not dialog.isVisible()
    assert place.choosing.asked() == MeasureFilter(date(2026, 11, 1), date(2026, 11, 3))


def test_a_period_to_come_shows_no_number_at_all(bench: Bench) -> None:
    place, frame = bench.open()
    bench.ready(place)
    place.choosing.choose_days(date(2027, 1, 1), date(2027, 3, 31))
    bench.until(lambda: overview(place).cards.card("referrals").of.text() == "still to come")
    assert {overview(place).cards.card(key).figure.text() for key in ("referrals", "hours", "loops")} == {"\u2013"}
    for panel in overview(place).panels.values():
        bench.until(lambda panel=panel: shown(panel).period == "Q1 2027")  # type: ignore[misc]
        assert "This period is still to come." in panel.view.accessibleDescription()
        assert shown(panel).lines == ()
    assert frame.faults == []


def test_a_liaison_who_left_is_measured_by_what_was_theirs(bench: Bench, sample: Questions) -> None:
    """They are no longer offered, and what the charts say of the others does not change."""
    place, _ = bench.open()
    bench.ready(place)
    bench.until(lambda: len(place.choosing.liaison_chip.menu().actions()) > 1)
    place.choosing.liaison_chip.set_value(str(sample.choices().users[1].id))
    bench.ready(place)
    left = replace(sample.choices(), users=sample.choices().users[:1])
    place.choosing.offer(left)
    assert place.choosing.asked() == WHOLE
    everything = sample.measured_referrals(WHOLE).total.referrals
    bench.until(lambda: shown(overview(place).panels["referrals-by-month"]).beside == f"n = {everything}")


def test_who_thinks_better_of_choosing_days_measures_what_was_measured(bench: Bench) -> None:
    place, _ = bench.open()
    place.choosing.period_chip.set_value(Span.LAST_MONTH)
    place.choosing.period_chip.set_value(Span.CUSTOM)
    dialog = place.findChild(DaysDialog)
    assert isinstance(dialog, DaysDialog)
    press(dialog, Qt.Key.Key_Escape)
    assert place.choosing.asked() == MeasureFilter(date(2026, 10, 1), date(2026, 10, 31))


def test_arrow_keys_reach_every_mark_and_say_it(bench: Bench) -> None:
    place, _ = bench.open()
    bench.ready(place)
    for panel in overview(place).panels.values():
        view, chart = panel.view, shown(panel)
        view.setFocus()
        assert chart.title in view.accessibleName()
        assert view.accessibleDescription() == chart.alternative
        press(view, Qt.Key.Key_Home)
        reached = {view.current}
        along, across = (Qt.Key.Key_Down, Qt.Key.Key_Right) if chart.kind == "across" else (
            Qt.Key.Key_Right, Qt.Key.Key_Up,
        )  # fmt: skip
        for _ in chart.rows:
            for _ in chart.parts:
                press(view, across)
                reached.add(view.current)
            back = Qt.Key.Key_Left if chart.kind == "across" else Qt.Key.Key_Down
            for _ in chart.parts:
                press(view, back)
                reached.add(view.current)
            press(view, along)
            reached.add(view.current)
        assert reached == set(range(len(chart.marks)))
        press(view, Qt.Key.Key_End)
        assert view.accessibleDescription() == chart.marks[-1].words
        press(view, Qt.Key.Key_Escape)
        assert view.accessibleDescription() == chart.alternative


def test_enter_and_a_click_lead_to_the_referrals_behind_a_mark(bench: Bench) -> None:
    place, frame = bench.open()
    bench.ready(place)
    panel = overview(place).panels["referrals-by-source"]
    view, chart = panel.view, shown(panel)
    view.setFocus()
    press(view, Qt.Key.Key_Home)
    press(view, Qt.Key.Key_Return)
    assert frame.gone == [("referrals", {"filter": chart.marks[0].behind})]
    behind = chart.marks[0].behind
    assert isinstance(behind, ReferralFilter)
    assert (behind.outcome, behind.from_on, behind.until_on) == ("admitted", *TWELVE_MONTHS)
    QTest.mouseMove(view, view.spot(1).center())
    assert view.current == 1
    assert view.cursor().shape() == Qt.CursorShape.PointingHandCursor
    QTest.mouseClick(view, Qt.MouseButton.LeftButton, pos=view.spot(1).center())
    assert frame.gone[-1] == ("referrals", {"filter": chart.marks[1].behind})
    QTest.mouseClick(view, Qt.MouseButton.LeftButton, pos=QPoint(view.width() - 2, 2))
    assert len(frame.gone) == 2


@pytest.mark.parametrize("which", ["effort", "rhythm"])
def test_behind_visits_and_rhythm_stand_their_rows(bench: Bench, sample: Questions, which: str) -> None:
    place, frame = bench.open()
    bench.ready(place)
    panel = overview(place).panels[which]
    view, chart = panel.view, shown(panel)
    mark = next(at for at, mark in enumerate(chart.marks) if isinstance(mark.behind, VisitsBehind | GapsBehind))
    behind = chart.marks[mark].behind
    QTest.mouseClick(view, Qt.MouseButton.LeftButton, pos=view.spot(mark).center())
    dialog = place.findChild(BehindDialog)
    assert isinstance(dialog, BehindDialog)
    tester = QAbstractItemModelTester(dialog.table.lines, QAbstractItemModelTester.FailureReportingMode.Fatal)
    if isinstance(behind, VisitsBehind):
        total = sample.visits_behind(behind, 0, 1).total
    else:
        assert isinstance(behind, GapsBehind)
        total = sample.gaps_behind(behind, 0, 1).total
    bench.until(lambda: dialog.table.lines.total == total and dialog.table.lines.line(0) is not None)
    assert f"n = {total}" in dialog.beside.text()
    assert unnamed_in(dialog) == []
    line = dialog.table.lines.line(0)
    assert line is not None
    dialog.table.selectRow(0)
    press(dialog.table, Qt.Key.Key_Return)
    assert not dialog.isVisible()
    assert frame.gone[-1][0] == "sources"
    assert frame.gone[-1][1]["source_id"] == line.source_id
    del tester


def test_loops_on_time_by_whom_open_the_updates_behind_each_count(bench: Bench, sample: Questions) -> None:
    place, frame = bench.open()
    bench.ready(place)
    place.loops_button.click()
    dialog = place.findChild(LoopsDialog)
    assert isinstance(dialog, LoopsDialog)
    assert unnamed_in(dialog) == []
    due = sample.headline(WHOLE).loops_due
    tester = QAbstractItemModelTester(dialog.table.lines, QAbstractItemModelTester.FailureReportingMode.Fatal)
    for by in get_args(LoopBy):
        dialog.by.set_value(by)
        dialog.table.lines.start_over()
        found = sample.loop_shares(WHOLE, by)
        assert sum(line.due for line in found) == due
        bench.until(lambda found=found: dialog.table.lines.line(0) == found[0])  # type: ignore[misc]
    dialog.table.selectRow(0)
    press(dialog.table, Qt.Key.Key_Return)
    behind = dialog.findChild(BehindDialog)
    assert isinstance(behind, BehindDialog)
    bench.until(lambda: behind.table.lines.total == found[0].due and behind.table.lines.line(0) is not None)
    line: Any = behind.table.lines.line(0)
    behind.table.selectRow(0)
    press(behind.table, Qt.Key.Key_Return)
    assert frame.gone[-1] == ("referrals", {"referral_id": line.referral_id, "tab": "loop"})
    assert not dialog.isVisible()
    del tester


def test_the_numbers_stand_in_a_table_that_is_sorted_and_copied(bench: Bench) -> None:
    place, _ = bench.open()
    bench.ready(place)
    panel = overview(place).panels["referrals-by-source"]
    panel.as_table.click()
    table = panel.table
    assert table is not None
    tester = QAbstractItemModelTester(table.lines, QAbstractItemModelTester.FailureReportingMode.Fatal)
    chart = shown(panel)
    bench.until(lambda: table.lines.total == len(chart.lines))
    assert panel.as_table.text() == "Show as chart"
    table.lines.set_sort("0", False)
    bench.until(lambda: names(table) == [*sorted(names(table)[:-1], key=str.casefold), "all"])
    table.lines.set_sort("5", True)
    bench.until(lambda: names(table)[-1] == "all" and names(table) != [str(line[0]) for line in chart.lines])
    table.selectAll()
    table.copy()
    copied = QGuiApplication.clipboard().text().split("\n")
    assert copied[0].split("\t")[:2] == ["Source", "Referrals"]
    assert len(copied) == len(chart.lines) + 1
    place.choosing.period_chip.set_value(Span.LAST_MONTH)
    bench.until(lambda: shown(panel).period == "October 2026" and table.lines.total == len(shown(panel).lines))
    panel.as_table.click()
    assert panel.as_table.text() == "Show as table"
    del tester


def test_the_legend_shows_and_hides_parts_by_click_and_by_key_and_one_stays(bench: Bench) -> None:
    place, _ = bench.open()
    bench.ready(place)
    panel = overview(place).panels["referrals-by-month"]
    whole = shown(panel)
    panel.as_table.click()
    keys = panel.legend.keys
    assert [key.text() for key in keys] == ["admitted", "not admitted", "still open"]
    keys[2].setFocus()
    press(keys[2], Qt.Key.Key_Space)
    assert {mark.part for mark in shown(panel).marks} == {0, 1}
    assert "shown: admitted " in panel.beside.text()
    assert keys[2].accessibleDescription() == "Show this part"
    table = panel.table
    assert table is not None
    assert [column.key for column in table.lines.columns] == [
        "month",
        "admissions",
        "not_admitted",
        "conversion_percent",
    ]
    assert panel._stack.currentWidget() is table
    for key in keys[:2]:
        QTest.mouseClick(key, Qt.MouseButton.LeftButton)
    assert shown(panel) == whole  # at least one stays: hiding the last shows all
    QTest.mouseClick(keys[0], Qt.MouseButton.LeftButton)
    place.choosing.period_chip.set_value(Span.LAST_QUARTER)
    bench.until(lambda: shown(panel).period == "Q3 2026")
    assert 0 not in shown(panel).drawn_parts
    assert place.page("overview") is not None
    assert panel in overview(place).panels.values()
    assert shown(panel) in place.charts()  # what is saved and printed is what is shown


def names(table: Any) -> list[str]:
    lines = [table.lines.line(row) for row in range(table.lines.total)]
    return [str(line.cells[0]) for line in lines if line is not None]


def test_a_chart_is_copied_as_picture_and_numbers(bench: Bench) -> None:
    place, _ = bench.open()
    bench.ready(place)
    view = overview(place).panels["rhythm"].view
    view.copy()
    copied = QGuiApplication.clipboard().mimeData()
    assert copied.hasImage()
    assert copied.text().startswith("Month\tGaps kept\tGaps\tRhythm kept\n2025-11\t")


def test_a_chart_is_saved_as_picture_drawing_page_and_numbers(bench: Bench, tmp_path: Path, qtbot: QtBot) -> None:
    place, frame = bench.open()
    bench.ready(place)
    panel = overview(place).panels["referrals-by-month"]
    for form, beginning in (("png", b"\x89PNG"), ("svg", b"<?xml"), ("pdf", b"%PDF"), ("csv", b"\xef\xbb\xbfmonth,")):
        bench.picked = str(tmp_path / f"my chart {form}")
        button = panel.findChild(type(panel.as_table), f"measure_referrals_by_month_{form}")
        assert button is not None
        button.click()
        path = tmp_path / f"my chart {form}.{form}"
        bench.until(path.exists)
        said = f"Saved as {path.name}"
        qtbot.waitUntil(partial(_was_said, frame, said))
        assert path.read_bytes().startswith(beginning)
    assert bench.offered[0] == ("Referrals by month Nov 24, 2025 to Nov 23, 2026.png", "PNG (*.png)")
    numbers = (tmp_path / "my chart csv.csv").read_text(encoding="utf-8-sig").splitlines()
    assert len(numbers) == len(shown(panel).lines) + 1
    bench.picked = ""
    count = len(frame.toasts)
    panel.ways[1].click()
    assert len(frame.toasts) == count


def test_all_charts_are_printed_a_page_each(bench: Bench, tmp_path: Path) -> None:
    place, frame = bench.open()
    bench.ready(place)
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    send(place, place.studio, place.charts(), frame, printer)
    bench.until(lambda: frame.toasts)
    assert frame.toasts == ["Sent to the printer"]
    assert (tmp_path / "printed.pdf").read_bytes().count(b"/Type /Page\n") == len(place.charts()) == 6
    gone = QPrinter(QPrinter.PrinterMode.HighResolution)
    gone.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    gone.setOutputFileName(str(tmp_path / "gone" / "printed.pdf"))
    send(place, place.studio, place.charts()[:1], frame, gone)
    bench.until(lambda: len(frame.toasts) == 2)
    assert "did not take it" in frame.toasts[1]


def _was_said(frame: FakeFrame, words: str) -> bool:
    return frame.toasts[-1:] == [words]


def test_all_charts_are_saved_as_one_file_and_a_bad_folder_is_said(bench: Bench, tmp_path: Path) -> None:
    place, frame = bench.open()
    bench.ready(place)
    bench.picked = str(tmp_path / "all")
    place.save_all()
    bench.until((tmp_path / "all.pdf").exists)
    bench.until(lambda: frame.toasts == ["Saved as all.pdf"])
    bench.picked = str(tmp_path / "nowhere" / "all.pdf")
    place.save_all()
    bench.until(lambda: frame.faults)
    assert isinstance(frame.faults[0], FileFault)
    assert [action.objectName() for action in place.export_menu().actions() if not action.isSeparator()] == [
        "measure_export_pdf", "measure_export_print", "measure_export_book",
    ]  # fmt: skip


def test_an_empty_agency_says_what_will_stand_here(bench: Bench, tmp_path: Path) -> None:
    bench.questions = make_agency(tmp_path, sources=0)
    place, frame = bench.open()
    bench.until(lambda: place.empty_panel.isVisible())
    assert not overview(place).cards.isVisible()
    for name in ("measure_record_referral", "measure_go_sources"):
        button = place.findChild(type(place.export_button), name)
        assert button is not None
        button.click()
    assert (frame.recorded, frame.gone, frame.faults) == (1, [("sources", {})], [])


def test_everything_can_be_reached_and_has_a_name(bench: Bench) -> None:
    place, _ = bench.open()
    bench.ready(place)
    assert unnamed_in(place) == []
    for panel in overview(place).panels.values():
        assert panel.view.accessibleName()
        assert panel.view.objectName()
        assert panel.view.focusPolicy() & Qt.FocusPolicy.TabFocus
    place.show_where(chart="rhythm")
    assert QApplication.focusWidget() is overview(place).panels["rhythm"].view


def test_little_room_puts_the_charts_below_each_other(bench: Bench) -> None:
    place, _ = bench.open(700, 560)
    bench.ready(place)
    views = [panel.view for panel in overview(place).panels.values()]
    lefts = {view.mapTo(place, QPoint(0, 0)).x() for view in views}
    assert len(lefts) == 1
    assert all(view.width() >= view.minimumSizeHint().width() for view in views)


def test_a_chart_keeps_its_picture_until_the_next_is_drawn(bench: Bench, look: Look) -> None:
    place, _ = bench.open()
    bench.ready(place)
    view = overview(place).panels["referrals-by-month"].view
    before = view.grab().toImage()
    place.choosing.period_chip.set_value(Span.LAST_YEAR)
    bench.until(lambda: not view.is_drawn or shown(overview(place).panels["referrals-by-month"]).period == "2025")
    assert view._shot is not None
    bench.ready(place)
    assert view.grab().toImage() != before
    drawn: list[int] = []
    view.drawn.connect(lambda: drawn.append(view.width()))
    look.set_scheme("dark")
    bench.until(lambda: drawn)
    assert view.grab().toImage().pixelColor(1, 1).lightness() < 80
    place.resize(900, 700)
    bench.until(lambda: view._shot is not None and view._shot.wish.width == view.width())


def test_a_mark_says_the_same_wherever_its_numbers_stand(bench: Bench, sample: Questions) -> None:
    place, _ = bench.open()
    bench.ready(place)
    chart = shown(overview(place).panels["referrals-by-source"])
    found = sample.measured_referrals(WHOLE)
    first = found.sources[0]
    assert chart.lines[0][:2] == (first.name, first.outcomes.referrals)
    assert sum(mark.value for mark in chart.marks) == found.total.referrals
    assert chart.marks[0].behind == replace(WHOLE, source_id=first.key).referrals("admitted")


def test_the_dialogs_go_with_the_place(bench: Bench) -> None:
    place, _ = bench.open()
    place.choosing.days_asked.emit()
    dialogs = place.findChildren(QDialog)
    assert [dialog.objectName() for dialog in dialogs] == ["dialog_measure_days"]
    dialogs[0].reject()


MOST_MS = 100
"""No slot holds the interface thread longer (ui.md). Its own time is measured: other processes do not count."""


def test_nothing_holds_the_interface_thread(bench: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    spent: list[float] = []
    arrive = Desk._on_home

    def timed(desk: Desk, answer: Callable[[], None]) -> None:
        begun = time.thread_time()
        arrive(desk, answer)
        spent.append(1000 * (time.thread_time() - begun))

    monkeypatch.setattr(Desk, "_on_home", timed)
    begun = time.thread_time()
    place, _ = bench.open()
    place.grab()
    shown_in = 1000 * (time.thread_time() - begun)
    bench.ready(place)
    for panel in overview(place).panels.values():
        begun = time.thread_time()
        panel.view.repaint()
        spent.append(1000 * (time.thread_time() - begun))
    assert len(spent) >= 5 + 6 + 6  # questions, drawings, repaints
    assert max(spent) < MOST_MS
    assert shown_in < 3 * MOST_MS, "made, shown and painted for the first time of all"
    begun = time.thread_time()
    place.choosing.period_chip.set_value(Span.LAST_YEAR)
    assert 1000 * (time.thread_time() - begun) < MOST_MS
    bench.ready(place)


def test_a_type_that_is_no_longer_on_offer_counts_as_any(bench: Bench, sample: Questions) -> None:
    place, _ = bench.open()
    bench.ready(place)
    bench.until(lambda: len(place.choosing.type_chip.menu().actions()) > 1)
    choices = sample.choices()
    place.choosing.type_chip.set_value(str(choices.types[0].id))
    fewer = sample.measured_referrals(replace(WHOLE, type_id=choices.types[0].id)).total.referrals
    bench.until(lambda: shown(overview(place).panels["referrals-by-month"]).beside == f"n = {fewer:,}")
    place.choosing.offer(replace(choices, types=choices.types[1:]))
    assert place.choosing.asked() == WHOLE
    everything = sample.measured_referrals(WHOLE).total.referrals
    bench.until(lambda: shown(overview(place).panels["referrals-by-month"]).beside == f"n = {everything:,}")
    assert everything > fewer
