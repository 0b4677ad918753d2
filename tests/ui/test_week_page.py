"""The week on one page: what it says, where its lines lead, and that the keyboard reaches all of it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from pytestqt.qtbot import QtBot

from hhcrm.domain.standing_out import Kind
from hhcrm.queries.bound import Questions
from hhcrm.queries.referral_models import ReferralFilter
from hhcrm.queries.week_figure_words import moved_rows
from hhcrm.queries.week_page_models import WeekAsk, WeekPage
from hhcrm.ui.frame.names import unnamed_in
from hhcrm.ui.measure.place import MeasurePlace
from hhcrm.ui.measure.week.book_dialog import BookDialog
from hhcrm.ui.measure.week.page import WeekOfMeasure
from tests.ui.measure_kit import TODAY, Bench, FakeFrame, make_agency

pytestmark = pytest.mark.usefixtures("look")

LAST_WHOLE, THIS = date(2026, 11, 16), date(2026, 11, 23)
A_WEEK = timedelta(weeks=1)


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Questions:
    return make_agency(tmp_path_factory.mktemp("agency"), sources=80)


@pytest.fixture
def bench(sample: Questions, tmp_path: Path, qtbot: QtBot) -> Iterator[Bench]:
    bench = Bench(tmp_path, qtbot, sample)
    yield bench
    bench.close()


def opened(bench: Bench) -> tuple[MeasurePlace, WeekOfMeasure, FakeFrame]:
    place, frame = bench.open()
    place.open_page("week")
    page = place.page("week")
    assert isinstance(page, WeekOfMeasure)
    bench.until(lambda: page.page is not None and page.moved.lines.total)
    return place, page, frame


def shown(bench: Bench, page: WeekOfMeasure, monday: date) -> None:
    page.go_to(monday)
    bench.until(lambda: page.page is not None and page.page.asked.monday == monday)
    bench.until(lambda: all(row.button.isVisible() for row in page.rows))


def busy(sample: Questions) -> date:
    """A week in which several things stand out, referrals among them."""
    for back in range(40):
        monday = THIS - back * A_WEEK
        found = sample.week_page(WeekAsk(monday)).stands_out
        if len(found) > 1 and isinstance(found[0].opens, ReferralFilter):
            return monday
    raise AssertionError("the sample has no such week")


def test_it_begins_with_the_last_whole_week_and_goes_back_and_on_by_a_press(bench: Bench, sample: Questions) -> None:
    _, page, frame = opened(bench)
    assert page.title.text() == "Week of Mon, Nov 16"
    assert page.page == sample.week_page(WeekAsk(LAST_WHOLE))
    assert page.moved.rows == moved_rows(page.page)
    assert any(row.running for row in page.moved.rows), "the week that runs stands beside it"
    page.later.setFocus()
    QTest.keyClick(page.later, Qt.Key.Key_Space)
    bench.until(lambda: page.title.text() == "Week of Mon, Nov 23")
    assert "so far, to Mon, Nov 23" in page.beside.text()
    assert not page.later.isEnabled(), "no week that has not begun"
    QTest.keyClick(page.earlier, Qt.Key.Key_Space)
    QTest.keyClick(page.earlier, Qt.Key.Key_Space)
    bench.until(lambda: page.title.text() == "Week of Mon, Nov 9")
    assert not any(row.running for row in page.moved.rows)
    assert frame.faults == []


def test_what_stands_out_opens_the_rows_it_counts(bench: Bench, sample: Questions) -> None:
    _, page, frame = opened(bench)
    shown(bench, page, busy(sample))
    row = page.rows[0]
    row.button.setFocus()
    QTest.keyClick(row.button, Qt.Key.Key_Space)
    assert frame.gone == [("referrals", {"filter": row.item.opens})]
    assert sample.referral_counts(frame.gone[0][1]["filter"]).shown == row.item.cases  # type: ignore[arg-type]  # a filter
    assert f"{row.item.cases} referral" in row.button.text()


def test_more_than_fits_leads_to_the_capacity(bench: Bench, sample: Questions) -> None:
    _, page, frame = opened(bench)
    over = [row for row in page.rows if row.item.kind is Kind.OVER_CAPACITY]
    said = [one for one in sample.week_page(WeekAsk(LAST_WHOLE)).stands_out if one.kind is Kind.OVER_CAPACITY]
    assert [row.item for row in over] == said
    for row in over:
        row.opened.emit(row.item.opens)
    assert frame.gone == [
        ("waterfall", {"capacity": True, "liaison_id": int(one.key.removeprefix("capacity-"))}) for one in said
    ]


def test_enter_on_a_figure_opens_what_it_rests_on(bench: Bench) -> None:
    _, page, frame = opened(bench)
    tester = QAbstractItemModelTester(page.moved.lines, QAbstractItemModelTester.FailureReportingMode.Fatal)
    keys = [row.key for row in page.moved.rows]
    page.moved.setFocus()
    page.moved.selectRow(keys.index("decisions"))
    QTest.keyClick(page.moved, Qt.Key.Key_Return)
    assert page.page is not None
    decided = page.page.figures[keys.index("decisions")]
    assert frame.gone == [("referrals", {"filter": decided.opens})]
    assert isinstance(decided.opens, ReferralFilter)
    assert len(decided.opens.only_ids) == decided.now.cases > 0
    del tester


def test_what_is_ticked_is_kept_for_its_week(bench: Bench, sample: Questions) -> None:
    _, page, _ = opened(bench)
    monday = busy(sample)
    shown(bench, page, monday)
    box = page.rows[1].box
    box.setFocus()
    QTest.keyClick(box, Qt.Key.Key_Space)
    assert page.ticked() == [page.rows[1].item.key]
    shown(bench, page, monday - A_WEEK)
    assert page.ticked() == []
    _, again, _ = opened(bench)
    shown(bench, again, monday)
    assert [row.box.isChecked() for row in again.rows[:2]] == [False, True]


def test_the_page_of_a_liaison_is_asked_where_one_is_chosen(bench: Bench, sample: Questions) -> None:
    place, page, _ = opened(bench)
    user = next(each for each in sample.choices().users)
    key, name = str(user.id), user.name
    bench.until(lambda: place.choosing.liaison_chip.menu().actions()[1:])
    place.choosing.liaison_chip.set_value(key)
    place.choosing.liaison_chip.chosen.emit(key)
    bench.until(lambda: page.page is not None and page.page.asked.liaison_id == int(key))
    assert page.page == sample.week_page(WeekAsk(LAST_WHOLE, liaison_id=int(key)))
    assert name in page.beside.text()


def test_the_pdf_and_the_charts_are_of_what_is_shown(bench: Bench, tmp_path: Path) -> None:
    _, page, frame = opened(bench)
    assert page.page is not None
    page.paper.write(page.page, [], tmp_path / "week.pdf", "a4")
    bench.until(lambda: frame.toasts)
    assert frame.toasts == ["Saved as week.pdf."]
    assert (tmp_path / "week.pdf").read_bytes().startswith(b"%PDF")
    assert [chart.name for chart in page.charts()] == ["week-referrals", "week-visits"]
    sent = [week.referrals for week in page.page.weeks]
    assert [line[1] for line in page.charts()[0].lines] == sent


def test_every_part_has_a_name_and_tab_reaches_each_line(bench: Bench, sample: Questions) -> None:
    place, page, _ = opened(bench)
    shown(bench, page, busy(sample))
    assert unnamed_in(place) == []
    page.earlier.setFocus()
    seen: list[str] = []
    for _ in range(60):
        focused = page.window().focusWidget()
        assert focused is not None
        seen.append(focused.objectName())
        QTest.keyClick(focused, Qt.Key.Key_Tab)
    wanted = [part.objectName() for row in page.rows for part in (row.box, row.button)]
    assert [name for name in seen if name in wanted][: len(wanted)] == wanted, seen
    assert "measure_week_moved" in seen


def test_an_empty_agency_says_that_nothing_stands_out(tmp_path: Path, qtbot: QtBot) -> None:
    empty = make_agency(tmp_path, sources=0)
    page = empty.week_page(WeekAsk(LAST_WHOLE))
    assert page.stands_out == ()
    assert all(not figure.now.cases for figure in page.figures)
    assert TODAY > LAST_WHOLE


def test_what_was_shown_last_is_there_at_once_and_says_of_when_it_is(bench: Bench, sample: Questions) -> None:
    first, page, _ = opened(bench)
    bench.until(lambda: bench.known.look("week", WeekPage, first.choosing.key()))
    said: list[str] = []
    again = WeekOfMeasure(page.kit)
    bench.places.append(again)
    again.as_of_changed.connect(said.append)
    again.ask()
    bench.until(lambda: said[-1:] == [""])
    assert said[0].startswith("as of ")
    assert again.page == sample.week_page(WeekAsk(LAST_WHOLE))


def book_dialog(place: MeasurePlace) -> BookDialog:
    place.open_book()
    dialog = place.findChild(BookDialog)
    assert dialog is not None
    return dialog


def test_every_table_is_saved_as_one_workbook_of_the_period_that_is_shown(bench: Bench, tmp_path: Path) -> None:
    place, _, frame = opened(bench)
    names = [action.objectName() for action in place.export_menu().actions()]
    assert "measure_export_book" in names
    bench.picked = str(tmp_path / "everything")
    dialog = book_dialog(place)
    assert unnamed_in(dialog) == []
    QTest.keyClick(dialog.save, Qt.Key.Key_Return)
    bench.until(lambda: frame.toasts)
    assert bench.offered == [("measure-2025-11-24-2026-11-23.xlsx", "Excel (*.xlsx)")]
    assert frame.toasts[0].endswith("tables are in everything.xlsx.")
    assert (tmp_path / "everything.xlsx").exists()


def test_a_workbook_that_is_stopped_is_not_there(bench: Bench, tmp_path: Path) -> None:
    place, _, frame = opened(bench)
    bench.picked = str(tmp_path / "stopped.zip")
    dialog = book_dialog(place)
    dialog.kind.set_value("zip")
    QTest.keyClick(dialog.save, Qt.Key.Key_Return)
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    bench.until(dialog.said.isVisible)
    assert dialog.said.text() == "Stopped. Nothing was written."
    assert [each.name for each in tmp_path.iterdir() if each.name.endswith(".zip")] == []
    assert dialog.save.isEnabled()
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    bench.until(lambda: not dialog.isVisible())
    assert frame.toasts == []
