"""The counts of the charts are those of the table of referrals: in the running window, mark by mark."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from hhcrm.ui.frame.window import MainWindow
from hhcrm.ui.measure.place import MeasurePlace
from hhcrm.ui.referrals.place import ReferralsPlace
from tests.shots import GUISES, studio
from tests.ui.measure_kit import overview


def test_enter_on_a_mark_shows_as_many_referrals_as_it_says(sample: Path) -> None:
    with studio(sample, GUISES[0]) as room:
        window = room.program.shown
        assert isinstance(window, MainWindow)
        for chart in ("referrals-by-source", "referrals-by-month", "conversion"):
            window.go("measure")
            room.rest()
            place = window.place_widget("measure")
            assert isinstance(place, MeasurePlace)
            view = overview(place).panels[chart].view
            assert view.chart is not None
            for key, mark in ((Qt.Key.Key_Home, view.chart.marks[0]), (Qt.Key.Key_End, view.chart.marks[-1])):
                window.go("measure")
                view.setFocus()
                QTest.keyClick(view, key)
                QTest.keyClick(view, Qt.Key.Key_Return)
                room.rest()
                assert window.place == "referrals"
                referrals = window.place_widget("referrals")
                assert isinstance(referrals, ReferralsPlace)
                assert referrals._counts is not None
                assert referrals._counts.shown == mark.value, mark.words
