"""The page Trends: what is looked at, what is shown, where its marks lead, and what is kept."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from hhcrm.charts.chart import Chart
from hhcrm.domain.measures import By, Grain, MeasureKey
from hhcrm.domain.periods import Span
from hhcrm.queries.bound import Questions
from hhcrm.queries.trend_models import ReasonsBehind, SpeedBehind, Trend, TrendAsk
from hhcrm.ui.frame.names import unnamed_in
from hhcrm.ui.measure.place import MeasurePlace
from hhcrm.ui.measure.reading_behind import ReadingDialog
from hhcrm.ui.measure.trends.choice import TrendChoice
from hhcrm.ui.measure.trends.page import TrendsPage
from hhcrm.ui.shared.charts.panel import ChartPanel
from tests.ui.measure_kit import TODAY, Bench, FakeFrame, make_agency

pytestmark = pytest.mark.usefixtures("look")


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Questions:
    return make_agency(tmp_path_factory.mktemp("agency"))


@pytest.fixture
def bench(sample: Questions, tmp_path: Path, qtbot: QtBot) -> Iterator[Bench]:
    bench = Bench(tmp_path, qtbot, sample)
    yield bench
    bench.close()


def opened(bench: Bench) -> tuple[TrendsPage, MeasurePlace, FakeFrame]:
    place, frame = bench.open()
    place.show_where(page="trends")
    page = place.page("trends")
    assert isinstance(page, TrendsPage)
    bench.until(lambda: page.trend.chart is not None)
    return page, place, frame


def shown(panel: ChartPanel) -> Chart:
    assert panel.chart is not None
    return panel.chart


def test_a_measure_stands_beside_what_it_was_and_split_each_group_does(bench: Bench) -> None:
    page, place, frame = opened(bench)
    bench.until(lambda: page.trend.view.is_drawn)
    assert shown(page.trend).title == "Referrals by month"
    assert [part.words for part in shown(page.trend).parts] == ["this period", "a year ago"]
    page.split_chip.set_value(str(By.LIAISON))
    bench.until(lambda: shown(page.trend).title == "Referrals by liaison")
    groups = [line.name for line in page.compare.lines]
    assert groups[-1] == "all together"
    assert len(groups) > 2
    assert set(shown(page.trend).panels) <= set(groups)
    place.choosing.period_chip.set_value(Span.THIS_QUARTER)
    page.grain_chip.set_value(str(Grain.WEEK))
    bench.until(lambda: shown(page.trend).title == "Referrals by liaison and week")
    bench.until(lambda: shown(page.trend).period == "Oct 1, 2026 to Nov 23, 2026")
    assert "(from Oct 1 on; to Nov 23)" in shown(page.trend).partial_words
    assert not page.compare.table.isColumnHidden(4)
    place.choosing.against_chip.set_value("")
    bench.until(lambda: page.compare.table.isColumnHidden(4))
    assert frame.faults == []


def test_the_measure_is_found_by_typing_and_chosen_by_keyboard(bench: Bench) -> None:
    page, _, _ = opened(bench)
    found = page.measure_chip.list()
    found.show()
    found.typed.setFocus()
    heads = [row for row in range(found.lines.count()) if not found.lines.item(row).flags()]
    assert found.lines.item(heads[0]).text() == "What came in"
    QTest.keyClicks(found.typed, "conver")
    assert found.lines.currentItem().text().strip() == "Conversion"
    QTest.keyClick(found.typed, Qt.Key.Key_Down)
    QTest.keyClick(found.typed, Qt.Key.Key_Return)
    bench.until(lambda: shown(page.trend).title == "Conversion by month")
    assert page.choice.measure is MeasureKey.CONVERSION


def test_a_split_that_a_measure_cannot_follow_says_why(bench: Bench) -> None:
    page, _, _ = opened(bench)
    page.look_at(TrendChoice(MeasureKey.VISITS, By.PAYER))
    bench.until(lambda: shown(page.trend).title == "Visits by month")
    actions = {action.text(): action.isEnabled() for action in page.split_chip.menu().actions()}
    assert actions["payer: only referrals have one"] is False
    assert actions["liaison"] is True


def test_what_is_looked_at_is_found_again_and_favourites_bring_it_back(bench: Bench) -> None:
    page, _, frame = opened(bench)
    page.look_at(TrendChoice(MeasureKey.CONVERSION, By.TERRITORY, Grain.WEEK))
    bench.until(lambda: shown(page.trend).title == "Conversion by territory and week")
    page.keep_or_forget()
    assert frame.toasts[-1] == "Kept: Conversion by territory, weekly"
    page.look_at(TrendChoice())
    bench.until(lambda: shown(page.trend).title == "Referrals by month")
    again, _, _ = opened(bench)
    assert again.choice == TrendChoice()
    again.favourites_menu().actions()[0].trigger()
    bench.until(lambda: shown(again.trend).title == "Conversion by territory and week")
    assert [action.text() for action in again.favourites_menu().actions() if action.text()][-1] == "Forget this one"
    again.keep_or_forget()
    assert len(again.favourites_menu().actions()) == 1


def test_behind_a_length_of_time_and_a_reason_stand_their_referrals(bench: Bench) -> None:
    page, place, frame = opened(bench)
    bench.until(lambda: page.speed.chart is not None and page.reasons.chart is not None)
    for panel, kind in ((page.speed, SpeedBehind), (page.reasons, ReasonsBehind), (page.months, ReasonsBehind)):
        mark = shown(panel).marks[0]
        assert isinstance(mark.behind, SpeedBehind | ReasonsBehind)
        assert isinstance(mark.behind, kind)
        panel.opened.emit(mark.behind)
        dialog = next(each for each in place.findChildren(ReadingDialog) if each.isVisible())
        bench.until(partial(_stands, dialog, mark.value))
        assert not unnamed_in(dialog)
        line = dialog.table.lines.line(0)
        assert line is not None
        dialog.table.selectRow(0)
        QTest.keyClick(dialog.table, Qt.Key.Key_Return)
        assert frame.gone[-1] == ("referrals", {"referral_id": line.referral_id})
        bench.until(lambda: not place.findChildren(ReadingDialog))


def test_the_table_is_sorted_saved_and_opens_the_rows_of_a_line(bench: Bench, tmp_path: Path) -> None:
    page, _, frame = opened(bench)
    page.look_at(TrendChoice(MeasureKey.REFERRALS, By.LIAISON))
    bench.until(lambda: shown(page.trend).title == "Referrals by liaison")
    QAbstractItemModelTester(
        page.compare.table.lines, QAbstractItemModelTester.FailureReportingMode.Fatal, page.compare.table.lines
    )
    page.compare.table.lines.set_sort("name", True)
    bench.until(lambda: page.compare.table.lines.line(0) is not None)
    names = [line.name for line in page.compare.lines[:-1]]

    def first() -> str:
        line = page.compare.table.lines.line(0)
        return "" if line is None else line.name

    bench.until(lambda: first() == max(names, key=str.casefold))
    bench.picked = str(tmp_path / "compared")
    page.compare.csv.click()
    bench.until(lambda: frame.toasts == ["Saved as compared.csv"])
    lines = (tmp_path / "compared.csv").read_text(encoding="utf-8-sig").splitlines()
    assert lines[0].startswith("group,now,now_cases,before,before_cases,change")
    assert len(lines) == len(page.compare.lines) + 1


def test_a_filter_that_a_measure_cannot_follow_is_said_and_not_drawn(bench: Bench) -> None:
    page, _, frame = opened(bench)
    assert page.notice.isHidden()
    page._refused(_broken())
    assert page.notice.text() == "Visits cannot be told by payer."
    assert page.trend.isHidden()
    page.look_at(TrendChoice(MeasureKey.VISITS))
    bench.until(lambda: not page.trend.isHidden())
    assert page.notice.isHidden()
    assert frame.faults == []


def _stands(dialog: ReadingDialog, total: float) -> bool:
    return hasattr(dialog, "table") and dialog.table.lines.total == total and dialog.table.lines.line(0) is not None


def _broken() -> Exception:
    from hhcrm.domain.errors import RuleBroken

    return RuleBroken("Visits cannot be told by payer.", "payer_id")


class Held:
    """Answers trends only when it is let go."""

    def __init__(self, questions: Questions) -> None:
        self._questions = questions
        self.go = threading.Event()

    def trend(self, asked: TrendAsk) -> Trend:
        assert self.go.wait(20)
        return self._questions.trend(asked)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._questions, name)


def test_what_stood_there_last_stands_there_at_once_and_says_as_of_when(bench: Bench, sample: Questions) -> None:
    first, place, _ = opened(bench)
    bench.until(lambda: bench.known.look("trends", Trend, place.choosing.key()))
    held = Held(sample)
    bench.questions = held
    again, _, frame = opened(bench)
    assert shown(again.trend) == shown(first.trend)
    assert "as of" in again.trend.as_of.text()
    assert not again.trend.as_of.isHidden()
    held.go.set()
    bench.until(lambda: again.trend.as_of.isHidden())
    assert frame.faults == []


def test_everything_has_a_name_and_the_charts_are_exported(bench: Bench) -> None:
    page, _, _ = opened(bench)
    bench.until(lambda: len(page.charts()) >= 2)
    assert not unnamed_in(page)
    assert page.charts()[0].name == "trends"
    assert TODAY.year == 2026
    QApplication.processEvents()
