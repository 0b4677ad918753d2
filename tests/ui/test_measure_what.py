"""What a figure means and what it is made of: "What is this?", and the rows behind a reading."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from pytestqt.qtbot import QtBot

from hhcrm.domain.measures import By, MeasureKey
from hhcrm.queries.bound import Questions
from hhcrm.queries.measure_models import MeasureFilter
from hhcrm.queries.measures.models import MeasureAsk, ReadingBehind
from hhcrm.ui.frame.names import unnamed_in
from hhcrm.ui.measure.reading_behind import ReadingDialog
from hhcrm.ui.shared.charts.what import WhatDialog
from tests.ui.measure_kit import TWELVE_MONTHS, Bench, make_agency, overview

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


def test_every_panel_tells_what_its_measures_mean_by_keyboard_and_to_a_screen_reader(
    bench: Bench, sample: Questions
) -> None:
    place, frame = bench.open()
    bench.ready(place)
    known = {one.key: one for one in sample.definitions()}
    for panel in overview(place).panels.values():
        assert panel.chart is not None
        assert panel.explain.isVisible()
        panel.explain.setFocus()
        QTest.keyClick(panel.explain, Qt.Key.Key_Space)
        dialog = panel.findChild(WhatDialog)
        assert isinstance(dialog, WhatDialog)
        told = [known[key] for key in panel.chart.measures]
        assert told
        bench.until(lambda dialog=dialog, told=told: all(one.formula in spoken(dialog) for one in told))  # type: ignore[misc]
        for one in told:
            for words in (one.title, one.formula, one.belongs_by, one.source, one.caveat):
                assert words in spoken(dialog)
                assert words in dialog.words.toPlainText()
        assert unnamed_in(dialog) == []
        assert dialog.words.focusPolicy() & Qt.FocusPolicy.TabFocus
        QTest.keyClick(dialog, Qt.Key.Key_Escape)
        bench.until(lambda panel=panel: panel.findChild(WhatDialog) is None)  # type: ignore[misc]
    assert frame.faults == []


def spoken(dialog: WhatDialog) -> str:
    return dialog.words.accessibleDescription()


def test_what_rests_on_attribution_names_the_convention(bench: Bench) -> None:
    place, _ = bench.open()
    dialog = WhatDialog(place._desk, "Referrals by activity", (MeasureKey.REFERRALS,), place, attributed=True)
    bench.until(lambda: "(90, unless" in spoken(dialog))
    assert "a convention, not proof" in spoken(dialog)
    about = WhatDialog(place._desk, "Worth board", (), place, about="Potential against what came.")
    assert spoken(about) == "Potential against what came."


@pytest.mark.parametrize(
    ("key", "by"),
    [
        (MeasureKey.REFERRALS, None),
        (MeasureKey.CONVERSION, By.PAYER),
        (MeasureKey.HOURS_TO_SOC, By.LIAISON),
        (MeasureKey.VISITS, By.TERRITORY),
    ],
)
def test_behind_a_reading_stand_its_rows_and_each_leads_on(
    bench: Bench, sample: Questions, key: MeasureKey, by: By | None
) -> None:
    place, frame = bench.open()
    found = sample.measured(MeasureAsk(key, WHOLE, by))
    line = max(found.lines, key=lambda line: line.reading.cases, default=None)
    reading = found.whole if line is None else line.reading
    group = None if line is None or line.group is None else line.group.key
    place.open_behind(ReadingBehind(key, WHOLE, by, group))
    dialog = place.findChild(ReadingDialog)
    assert isinstance(dialog, ReadingDialog)
    bench.until(lambda: hasattr(dialog, "table") and dialog.table.lines.line(0) is not None)
    tester = QAbstractItemModelTester(dialog.table.lines, QAbstractItemModelTester.FailureReportingMode.Fatal)
    assert dialog.table.lines.total == reading.cases > 0
    assert dialog.windowTitle() == found.definition.title
    assert f"n = {reading.cases:,}" in dialog.beside.text()
    assert unnamed_in(dialog) == []
    columns = dialog.table.lines.columns
    assert ("counted" in [column.key for column in columns]) is (key is MeasureKey.CONVERSION)
    first: Any = dialog.table.lines.line(0)
    assert all(isinstance(column.text(first), str) for column in columns)
    dialog.table.selectRow(0)
    QTest.keyClick(dialog.table, Qt.Key.Key_Return)
    to = ("referrals", {"referral_id": first.referral_id}) if first.referral_id else (
        "sources", {"source_id": first.source_id},
    )  # fmt: skip
    assert frame.gone == [to]
    del tester
