"""What a source is promised about a referral: made in its pane, kept there, shown at the source, undone."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from hhcrm.domain.words import CommitmentStatus, ReferralStage
from hhcrm.ui.referrals.promises_tab import PromisesTab
from hhcrm.ui.shared.commitments import Made
from hhcrm.ui.shared.forms.form import Form
from hhcrm.ui.shared.look import Look
from tests.ui.referrals_kit import CONTROL, Intake, Key

PATIENT = "Xylander Quibble"


@pytest.fixture
def intake(tmp_path: Path, qtbot: QtBot, look: Look) -> Iterator[Intake]:
    made = Intake.found(tmp_path, qtbot)
    made.record("Mercy Hospital", ReferralStage.ACCEPTED, {"patient_name": PATIENT})
    yield made
    made.close()


def test_a_promise_is_made_kept_and_undone_in_the_pane(intake: Intake) -> None:
    place, frame = intake.open()
    place.show_where(referral_id=intake.referrals["Mercy Hospital"], tab="commitments")
    intake.until(lambda: isinstance(place.pane.tabs.page("commitments"), PromisesTab))
    tab = place.pane.tabs.page("commitments")
    assert isinstance(tab, PromisesTab)
    intake.press(place, "referral_commitments_add")
    intake.until(lambda: isinstance(tab.editing, Form))
    intake.type("Call when care has started")
    intake.key(Key.Key_Tab)
    intake.type("tomorrow")
    intake.key(Key.Key_Return, CONTROL)
    intake.until(lambda: len(tab.items) == 1)
    item = tab.items[0]
    assert item.referral_id == intake.referrals["Mercy Hospital"]
    assert item.source == "Mercy Hospital"
    words = " ".join(label.text() for label in tab.findChildren(QLabel)).replace("\xa0", " ")
    assert "referral of" in words
    assert PATIENT not in words
    intake.press(place, f"referral_commitments_{item.commitment_id}_kept")
    intake.until(lambda: tab.items and tab.items[0].status is CommitmentStatus.KEPT)
    assert frame.said[-1] == "Commitment kept"
    intake.undo()
    intake.until(lambda: tab.items and tab.items[0].status is CommitmentStatus.OPEN)


@pytest.mark.parametrize("made", [Made(), Made(visit_id=4), Made(referral_id=7)])
def test_the_key_of_a_draft_says_where_it_was_made(made: Made) -> None:
    assert Made.of_key(made.key()) == made
