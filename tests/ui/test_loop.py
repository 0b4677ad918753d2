"""The Loop tab: the sentence ready, told with one key, waived with a reason, taken back; nobody's patient is named."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QFileDialog, QWidget
from pytestqt.qtbot import QtBot
from sqlalchemy import select

from hhcrm.domain.words import Channel, LoopStep, ReferralStage
from hhcrm.models.sources import ReferralSource
from hhcrm.queries.loop_models import LoopLine, Sender
from hhcrm.queries.settings_models import Letterhead
from hhcrm.services.commands import EditSource
from hhcrm.ui.referrals.fax import fax_of
from hhcrm.ui.referrals.loop_tab import LoopTab, mail_url
from hhcrm.ui.referrals.place import ReferralsPlace
from hhcrm.ui.shared.look import Look
from tests.ui.referrals_kit import TODAY, Frame, Intake, Key

PATIENT = "Xylander Quibble"


@pytest.fixture
def intake(tmp_path: Path, qtbot: QtBot, look: Look) -> Iterator[Intake]:
    made = Intake.found(tmp_path, qtbot)
    made.record("Mercy Hospital", ReferralStage.ACCEPTED, {"patient_name": PATIENT}, diagnosis="hip fracture")
    yield made
    made.close()


def opened(intake: Intake) -> tuple[ReferralsPlace, Frame, LoopTab]:
    place, frame = intake.open()
    place.show_where(referral_id=intake.referrals["Mercy Hospital"], tab="loop")
    intake.until(lambda: isinstance(place.pane.tabs.page("loop"), LoopTab))
    tab = place.pane.tabs.page("loop")
    assert isinstance(tab, LoopTab)
    intake.until(lambda: tab.loop is not None and len(tab.entries()) == 2)
    return place, frame, tab


def _at(place: ReferralsPlace) -> QWidget:
    """What has the keyboard."""
    at = place.window().focusWidget()
    assert at is not None
    return at


def line(tab: LoopTab, step: LoopStep) -> LoopLine:
    assert tab.loop is not None
    return next(each for each in tab.loop.lines if each.step is step)


def test_one_key_tells_the_first_thing_in_the_ready_words(intake: Intake) -> None:
    _place, frame, tab = opened(intake)
    tab.setFocus()
    QTest.keyClick(tab, Key.Key_T)
    intake.until(lambda: not line(tab, LoopStep.RECEIVED).is_open)
    told = line(tab, LoopStep.RECEIVED)
    assert told.said.startswith("We have the referral")
    assert (told.by, told.channel) == ("Dana Whitfield", Channel.PHONE)
    assert frame.said == ["Mercy Hospital was told"]
    QTest.keyClick(tab, Key.Key_T)
    intake.until(lambda: not line(tab, LoopStep.DECISION).is_open)
    assert line(tab, LoopStep.DECISION).said.startswith("We can take the patient you sent us")


def test_who_comes_for_the_loop_has_the_keyboard_at_what_is_to_be_told(intake: Intake) -> None:
    place, _frame, tab = opened(intake)
    intake.until(lambda: intake.focus() == "loop_received_told")
    intake.key(Key.Key_T)
    intake.until(lambda: not line(tab, LoopStep.RECEIVED).is_open)
    place.resize(1100, 420)
    place.show_where(referral_id=intake.referrals["Mercy Hospital"], tab="loop")
    intake.until(lambda: intake.focus() == "loop_decision_told")
    intake.until(lambda: not _at(place).visibleRegion().isEmpty())


def test_told_otherwise_and_taken_back(intake: Intake) -> None:
    place, _, tab = opened(intake)
    tab.tell(line(tab, LoopStep.RECEIVED), Channel.FAX)
    intake.until(lambda: line(tab, LoopStep.RECEIVED).channel is Channel.FAX)
    intake.press(place, "loop_received_reopen")
    intake.until(lambda: line(tab, LoopStep.RECEIVED).is_open)


def test_what_was_mailed_or_faxed_is_told_of_its_own_referral_whatever_is_shown_by_then(intake: Intake) -> None:
    place, _, tab = opened(intake)
    one, mercy, fax = line(tab, LoopStep.DECISION), tab.loop, tab.fax(line(tab, LoopStep.DECISION))
    other = intake.record("Oak Grove Living", ReferralStage.NOT_ADMITTED)
    place.show_where(referral_id=other, tab="loop")
    intake.until(lambda: tab.loop is not None and tab.loop.referral_id == other)
    fax.told()
    place.show_where(referral_id=intake.referrals["Mercy Hospital"], tab="loop")
    intake.until(lambda: tab.loop is not None and mercy is not None and tab.loop.referral_id == mercy.referral_id)
    intake.until(lambda: not line(tab, LoopStep.DECISION).is_open)
    assert line(tab, LoopStep.DECISION).update_id == one.update_id
    assert line(tab, LoopStep.DECISION).said.startswith("We can take the patient")


def test_nobody_is_told_needs_a_reason(intake: Intake) -> None:
    place, _, tab = opened(intake)
    intake.press(place, "loop_received_waive")
    assert tab.ask.isVisible()
    QTest.keyClick(tab.ask.line, Key.Key_Return)
    assert tab.ask.isVisible(), "a reason is needed"
    QTest.keyClicks(tab.ask.line, "They told us themselves")
    QTest.keyClick(tab.ask.line, Key.Key_Return)
    intake.until(lambda: line(tab, LoopStep.RECEIVED).waived_why == "They told us themselves")


def test_neither_the_draft_nor_the_sentence_names_the_patient(intake: Intake) -> None:
    place, _, tab = opened(intake)
    assert tab.loop is not None
    intake.press(place, "loop_decision_copy")
    words = QGuiApplication.clipboard().text()
    url = mail_url(tab.loop, words, TODAY).toString(QUrl.ComponentFormattingOption.FullyDecoded)
    assert url.startswith("mailto:")
    assert "We can take the patient" in url
    for said in (words, url):
        assert "hip" not in said
        assert not any(part in said for part in PATIENT.split())


def source_version(intake: Intake, source_id: int) -> int:
    with intake.office.engine.connect() as connection:
        of = ReferralSource.__table__.c
        return int(connection.execute(select(of.version).where(of.id == source_id)).scalar_one())


def test_a_fax_is_one_page_about_nobody_and_told_by_fax_afterwards(intake: Intake, tmp_path: Path) -> None:
    mercy = intake.office.ids["Mercy Hospital"]
    intake.office.actions.edit_source(EditSource(mercy, source_version(intake, mercy), {"fax": "(615) 555-0111"}))
    _place, frame, tab = opened(intake)
    button = tab.findChild(QAbstractButton, "loop_decision_fax")
    assert button is not None
    fax = tab.fax(line(tab, LoopStep.DECISION))
    fax.save_pdf()
    dialog = tab.findChild(QFileDialog, "dialog_fax_pdf")
    assert dialog is not None
    assert [Path(each).name for each in dialog.selectedFiles()] == [f"fax-{TODAY.isoformat()}.pdf"]
    dialog.reject()
    fax.write(tmp_path / "fax.pdf")
    intake.until(lambda: frame.said)
    assert frame.said == ["Saved as fax.pdf"]
    assert (tmp_path / "fax.pdf").read_bytes().startswith(b"%PDF-")
    assert tab.loop is not None
    sheet = fax_of(tab.loop, "We can take the patient.", Sender(Letterhead("Cumberland"), "Dana", ""), TODAY)
    assert (sheet.place, sheet.number) == ("Mercy Hospital", "(615) 555-0111")
    assert not any(part in str(sheet) for part in (*PATIENT.split(), "hip"))
    _words, told = frame.ways[-1]
    told()
    intake.until(lambda: line(tab, LoopStep.DECISION).channel is Channel.FAX)
