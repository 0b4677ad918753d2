"""The Scorecard tab: figures of a period on the screen, the page as a PDF, and what goes wrong said in words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from hhcrm.domain.periods import Span
from hhcrm.services.referral_commands import RecordReferral
from hhcrm.ui.shared.days_dialog import DaysDialog
from hhcrm.ui.shared.look import Look
from hhcrm.ui.shared.text import Text
from hhcrm.ui.sources.place import SourcesPlace
from hhcrm.ui.sources.scorecard_tab import ScorecardTab
from tests.ui.sources_kit import NOW, TODAY, FakeFrame, Office


@pytest.fixture
def office(tmp_path: Path, qtbot: QtBot, look: Look) -> Iterator[Office]:
    office = Office.found(tmp_path, qtbot)
    office.fill()
    values: dict[str, object] = {"source_id": office.ids["Mercy Hospital"], "heard_at": NOW, "service_line_id": 1}
    office.actions.record_referral(RecordReferral(values))
    yield office
    office.close()


def opened(office: Office) -> tuple[ScorecardTab, SourcesPlace, FakeFrame]:
    place, frame = office.open()
    office.ready(place)
    place.pane.tabs.open("scorecard")
    tab = place.pane.tabs.page("scorecard")
    assert isinstance(tab, ScorecardTab)
    office.until(lambda: tab.card is not None)
    return tab, place, frame


def words(tab: ScorecardTab, name: str) -> list[str]:
    *_, found = tab.findChildren(QWidget, f"source_scorecard_{name}")
    return [text.text() for text in found.findChildren(Text)]


def test_it_counts_in_the_period_and_says_where_there_is_nothing(office: Office) -> None:
    tab, _, _ = opened(office)
    assert words(tab, "referrals") == ["Referrals", "1", "0 admitted, 0 not admitted, 1 open"]
    assert words(tab, "soc")[-1] == "none yet"
    tab.period.set_value(Span.LAST_MONTH)
    office.until(lambda: tab.card is not None and tab.card.until_on == date(2026, 10, 31))
    assert words(tab, "referrals")[1] == "0"


def test_days_of_ones_own_choice_are_counted_and_thinking_better_of_it_changes_nothing(office: Office) -> None:
    tab, place, _ = opened(office)
    for way in (Qt.Key.Key_Escape, Qt.Key.Key_Return):
        before = tab.period.period
        tab.period.set_value(Span.CUSTOM)
        (dialog,) = (one for one in place.window().findChildren(DaysDialog) if one.isVisible())
        assert dialog.objectName() == "dialog_source_scorecard_days"
        dialog.first.setText("11/1/2026")
        dialog.last.setText("11/2/2026")
        QTest.keyClick(dialog, way)
        if way == Qt.Key.Key_Escape:
            assert tab.period.period == before
            assert tab.period.value == Span.TWELVE_MONTHS
        office.until(dialog.isHidden)
    office.until(lambda: tab.card is not None and tab.card.from_on == date(2026, 11, 1))
    assert words(tab, "referrals")[1] == "0"


def test_the_page_is_saved_and_a_place_that_cannot_be_written_is_said(office: Office, tmp_path: Path) -> None:
    tab, _, frame = opened(office)
    assert tab.card is not None
    tab.ways.write(tab.card, tmp_path / "card.pdf", "a4")
    office.until(lambda: frame.toasts == [("Saved as card.pdf.", False)])
    assert re.search(rb"/MediaBox \[\s*0 0 595", (tmp_path / "card.pdf").read_bytes())
    tab.ways.write(tab.card, tmp_path / "card.pdf" / "card.pdf", "letter")
    office.until(lambda: frame.faults)
    assert "Choose another place" in str(frame.faults[0])


def test_only_what_is_shown_can_be_handed_out(office: Office) -> None:
    tab, place, _ = opened(office)
    assert tab.save.isEnabled()
    place.pane.show_source(office.ids["Oak Grove Living"])
    office.until(lambda: place.pane.detail is not None and place.pane.detail.name == "Oak Grove Living")
    office.until(lambda: tab.card is not None and tab.card.source == "Oak Grove Living")
    assert tab.save.isEnabled()
    assert tab.card is not None
    assert tab.card.today == TODAY
