"""The Scorecard tab: figures of a period on the screen, the page as a PDF, and what goes wrong said in words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from threading import Event
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot
from sqlalchemy import select

from hhcrm.charts.chart import Chart
from hhcrm.charts.look import ChartLook
from hhcrm.charts.painter import Painter
from hhcrm.compat import override
from hhcrm.domain.periods import Span
from hhcrm.domain.words import ReferralStage
from hhcrm.models.lookups import DeclineReason
from hhcrm.printing.scorecard_files import ScorecardFiles
from hhcrm.printing.sheet import Sheet
from hhcrm.services.referral_commands import MoveReferrals, RecordReferral
from hhcrm.ui.shared.days_dialog import DaysDialog
from hhcrm.ui.shared.look import Look
from hhcrm.ui.shared.text import Text
from hhcrm.ui.sources.place import SourcesPlace
from hhcrm.ui.sources.scorecard_tab import ScorecardTab
from hhcrm.ui.sources.scorecards_dialog import ScorecardsDialog
from tests.ui.sources_kit import NOW, TODAY, FakeFrame, Office

PATIENT = ("Zebulon Quattlebaum", "Quattlebaum fell at home")


@pytest.fixture
def office(tmp_path: Path, qtbot: QtBot, look: Look) -> Iterator[Office]:
    office = Office.found(tmp_path, qtbot)
    office.fill()
    for words in (("note", "a fall"), PATIENT):
        mercy = {"source_id": office.ids["Mercy Hospital"], "heard_at": NOW, "service_line_id": 1}
        values = mercy | {"notes": words[0], "diagnosis": words[1]}
        key = office.actions.record_referral(RecordReferral(values, {"patient_name": PATIENT[0]})).subject
    assert key is not None
    with office.engine.connect() as connection:
        reasons = DeclineReason.__table__.c
        other = connection.execute(select(reasons.id).where(reasons.needs_text)).scalars().first()
    move = MoveReferrals((key,), ReferralStage.NOT_ADMITTED, reason_id=other, reason_text=PATIENT[0], note=PATIENT[1])
    office.actions.move_referrals(move)
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
    assert words(tab, "referrals") == ["Referrals", "2", "0 admitted, 1 not admitted, 1 open"]
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


# --- all active sources


class Held(Painter):
    """Draws nothing until it is let go."""

    def __init__(self, folder: Path) -> None:
        super().__init__(folder)
        self.go = Event()

    @override
    def svg(self, chart: Chart, look: ChartLook, width: float, height: float) -> bytes:
        self.go.wait(30)
        return super().svg(chart, look, width, height)


def test_all_active_sources_go_into_a_folder_of_their_own_and_no_patient_is_named(
    office: Office, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    written: list[str] = []
    plain = Sheet.text

    def text(sheet: Sheet, left: float, top: float, width: float, said: str, *args: Any, **kw: Any) -> float:
        written.append(said)
        return plain(sheet, left, top, width, said, *args, **kw)

    monkeypatch.setattr(Sheet, "text", text)
    tab, _, frame = opened(office)
    dialog = ScorecardsDialog(tab._context, tab.ways.painter, pick=lambda _over: str(tmp_path))
    office.widgets.append(dialog)
    office.until(lambda: dialog.save.text() == "Save 2 PDFs…")
    for name in ("scorecards-2026-11-23", "scorecards-2026-11-23-2"):
        dialog.show()
        QTest.keyClick(dialog, Qt.Key.Key_Return)
        office.until(lambda: dialog.isHidden())
        assert frame.toasts[-1][0] == f"2 scorecards are in {name}."
        files = sorted(path.name for path in (tmp_path / name).iterdir())
        assert files == ["scorecard-mercy-hospital-2026-11-23.pdf", "scorecard-oak-grove-living-2026-11-23.pdf"]
    told = "\n".join((*written, *(text.text() for text in tab.findChildren(Text))))
    assert "Mercy Hospital" in told
    assert not [word for word in PATIENT if word.lower() in told.lower()]


def test_stopping_says_how_many_are_there(office: Office, tmp_path: Path) -> None:
    tab, _, _ = opened(office)
    painter = Held(tmp_path / "held")
    dialog = ScorecardsDialog(tab._context, painter, pick=lambda _over: str(tmp_path / "out"))
    office.widgets.append(dialog)
    dialog.show()
    dialog.save.click()
    office.until(lambda: (tmp_path / "out").exists())
    office.until(lambda: dialog.work.cancel.height() >= dialog.work.cancel.sizeHint().height())
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert dialog.isVisible()
    painter.go.set()
    office.until(lambda: dialog.said.isVisible())
    assert dialog.said.text() in (
        "Stopped. 1 scorecard is in scorecards-2026-11-23.", "Stopped. 0 scorecards are in scorecards-2026-11-23."
    )  # fmt: skip
    assert dialog.save.isEnabled()
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert dialog.isHidden()


def test_a_folder_that_cannot_be_made_is_said(office: Office, tmp_path: Path) -> None:
    tab, _, _ = opened(office)
    (tmp_path / "file").write_text("")
    dialog = ScorecardsDialog(tab._context, tab.ways.painter, pick=lambda _over: str(tmp_path / "file"))
    office.widgets.append(dialog)
    dialog.show()
    dialog.save.click()
    office.until(lambda: dialog.said.isVisible())
    assert "cannot be made. Choose another place." in dialog.said.text()


def test_two_sources_of_one_name_have_two_files(office: Office, tmp_path: Path) -> None:
    cards = [replace(card, source="Mercy") for card in office.questions.scorecards((1, 2), TODAY, TODAY)]
    files = ScorecardFiles(tmp_path, TODAY)
    files.write(cards, office.questions.letterhead(), Painter(tmp_path / "charts"), "letter", lambda _done: None)
    assert sorted(path.name for path in files.folder.iterdir()) == [
        "scorecard-mercy-2026-11-23-2.pdf", "scorecard-mercy-2026-11-23.pdf"
    ]  # fmt: skip
