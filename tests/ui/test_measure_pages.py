"""The pages of Measure: made when first shown, asked only while they are shown, each with its own place on the page."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from hhcrm.charts.chart import Chart
from hhcrm.compat import override
from hhcrm.domain.periods import Span
from hhcrm.queries.bound import Questions
from hhcrm.queries.measure_models import MeasureFilter
from hhcrm.ui.frame.names import unnamed_in
from hhcrm.ui.measure import place as measure_place
from hhcrm.ui.measure.every_page import PAGES
from hhcrm.ui.measure.pages import MeasurePage, PageKit, PageSpec
from hhcrm.ui.shared.look import Look
from tests.ui.measure_kit import TWELVE_MONTHS, Bench, make_agency, overview

KEYS = ("worth", "trends", "approaches", "goals", "week")


class TriedPage(MeasurePage):
    """Remembers what it was asked for; as high as it is told."""

    def __init__(self, kit: PageKit, key: str, height: int = 60) -> None:
        super().__init__(kit, key, key)
        self.periods: list[str] = []
        self.wheres: list[dict[str, object]] = []
        self.button = QPushButton(key)
        self.button.setObjectName(f"measure_{key}_button")
        self.body.addStretch(1)
        self.body.addWidget(self.button)
        self.setMinimumHeight(height)

    @override
    def ask(self) -> None:
        self.begin()
        self.periods.append(self.kit.choosing.period_said())

    @override
    def charts(self) -> list[Chart]:
        return []

    @override
    def show_where(self, **where: object) -> None:
        self.wheres.append(where)
        self.button.setFocus()


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Questions:
    return make_agency(tmp_path_factory.mktemp("agency"))


@pytest.fixture
def made() -> list[str]:
    """The pages in the order in which they were made."""
    return []


@pytest.fixture
def bench(
    sample: Questions, tmp_path: Path, qtbot: QtBot, look: Look, made: list[str], monkeypatch: pytest.MonkeyPatch
) -> Iterator[Bench]:
    def make(key: str, kit: PageKit) -> MeasurePage:
        made.append(key)
        return TriedPage(kit, key, height=3000 if key == "worth" else 60)

    titles = ("Worth", "Trends", "Approaches", "Goals", "This week")
    tried = tuple(
        PageSpec(key, partial(str, title), partial(make, key)) for key, title in zip(KEYS, titles, strict=True)
    )
    monkeypatch.setattr(measure_place, "PAGES", (PAGES[0], *tried))
    bench = Bench(tmp_path, qtbot, sample)
    yield bench
    bench.close()


def tried(place: measure_place.MeasurePlace, key: str) -> TriedPage:
    page = place.page(key)
    assert isinstance(page, TriedPage)
    return page


def test_a_page_is_made_when_it_is_first_shown_and_asked_while_it_is_shown(bench: Bench, made: list[str]) -> None:
    place, frame = bench.open()
    bench.ready(place)
    assert (made, place.shown_page) == ([], "overview")
    place.show_where(page="goals", goal_id=7)
    page = tried(place, "goals")
    assert made == ["goals"]
    assert page.isVisible()
    assert not overview(place).isVisible()
    assert page.wheres == [{"goal_id": 7}]
    assert page.button.hasFocus()
    assert len(page.periods) == 1
    place.choosing.period_chip.set_value(Span.LAST_MONTH)
    assert page.periods[-1] == "October 2026"
    asked = len(page.periods)
    place.open_page("overview")
    place.choosing.period_chip.set_value(Span.LAST_YEAR)
    place.open_page("worth")
    place.open_page("goals")
    assert page.periods[asked:] == ["2025"]  # once, however often another page asked meanwhile
    place.open_page("overview")
    place.open_page("goals")
    assert len(page.periods) == asked + 1  # nothing has changed
    place.refresh()
    assert len(page.periods) == asked + 2
    assert made == ["goals", "worth"]
    assert frame.faults == []


SHOWN = {
    "overview": "period against liaison type territory",
    "worth": "period liaison type territory",
    "trends": "period against liaison type territory",
    "approaches": "",
    "goals": "period liaison",
    "week": "liaison type territory",
}


def test_a_page_shows_the_chips_that_matter_to_it_and_the_period_where_it_is_one(
    sample: Questions, tmp_path: Path, qtbot: QtBot, look: Look
) -> None:
    bench = Bench(tmp_path, qtbot, sample)
    place, frame = bench.open()
    for key, chips in SHOWN.items():
        place.choosing.chips[0].setFocus()
        place.open_page(key)
        shown = [chip.objectName().removeprefix("measure_") for chip in place.choosing.chips if chip.isVisible()]
        assert shown == chips.split(), key
        assert [chip.objectName() for chip in place.choosing.offered] == [f"measure_{name}" for name in shown]
        assert (place.choosing.period_said() in place.head.beside.text()) == ("period" in shown)
        assert place.choosing.isVisible() == bool(shown)
        held = place.focusWidget()
        assert held is not None
        assert held.isVisible()  # the keyboard does not stay on a chip that went
        place.setFocus()
        assert (place.tabs if not shown else place.choosing.offered[0]).hasFocus()
    place.open_page("overview")
    assert place.choosing.asked() == MeasureFilter(*TWELVE_MONTHS)
    place.open_page("week")
    place.save_all()
    assert bench.offered[-1][0] == "Measure This week.pdf"
    assert frame.faults == []
    bench.close()


def test_tab_goes_from_a_chart_to_its_legend_and_then_to_what_is_below_it(bench: Bench) -> None:
    place, _ = bench.open()
    bench.ready(place)
    panel = overview(place).panels["conversion"]
    keys = [key.objectName() for key in panel.legend.keys]
    assert len(keys) > 1
    for first, shown in ((panel.view.objectName(), False), (f"{panel.objectName()}_numbers", True)):
        if shown:
            panel.as_table.click()
            assert panel.table is not None
        (panel.table if shown and panel.table is not None else panel.view).setFocus()
        walked = []
        for _ in range(len(keys) + 2):
            held = place.focusWidget()
            assert held is not None
            walked.append(held.objectName())
            QTest.keyClick(held, Qt.Key.Key_Tab)
        assert walked == [first, *keys, panel.as_table.objectName()]


def test_a_page_is_found_where_it_was_left_and_chart_names_mean_the_first_page(bench: Bench) -> None:
    place, _ = bench.open()
    bench.ready(place)
    bar = place._area.verticalScrollBar()
    place.open_page("worth")
    bench.until(lambda: bar.maximum() > 1500)
    bar.setValue(1200)
    place.open_page("trends")
    bench.until(lambda: bar.maximum() < 1500)
    place.open_page("worth")
    bench.until(lambda: bar.maximum() > 1500)
    assert bar.value() == 1200
    place.show_where(chart="rhythm")
    assert place.shown_page == "overview"
    assert overview(place).panels["rhythm"].view.hasFocus()


def test_arrow_keys_go_from_tab_to_tab(bench: Bench) -> None:
    place, _ = bench.open()
    bench.ready(place)
    place.tabs.setFocus()
    QTest.keyClick(place.tabs, Qt.Key.Key_Right)
    assert place.shown_page == "worth"
    QTest.keyClick(place.tabs, Qt.Key.Key_Left)
    assert place.shown_page == "overview"
    assert unnamed_in(place) == []


@pytest.mark.parametrize("text", [100, 150])
def test_all_tabs_are_in_sight_in_a_small_window(bench: Bench, look: Look, text: int) -> None:
    look.set_text_size(text)
    place, _ = bench.open(1024 - 252 if text == 150 else 1024 - 168, 560)
    bench.until(lambda: place.tabs.width() > 0)
    last = place.tabs.tabRect(place.tabs.count() - 1)
    assert place.tabs.tabRect(0).left() >= 0
    assert last.right() <= place.tabs.width()
    assert place._area.horizontalScrollBar().maximum() == 0
