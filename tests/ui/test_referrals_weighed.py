"""A decision says what was weighed: filled by itself, folded away, and open to what a person knows better."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from hhcrm.domain.criteria import Criteria
from hhcrm.domain.words import ReferralStage
from hhcrm.models.lookups import DeclineReason
from hhcrm.services.referral_commands import MoveReferrals
from hhcrm.ui.referrals.move_dialog import MoveDialog
from hhcrm.ui.referrals.place import ReferralsPlace
from tests.ui.referrals_kit import TODAY, Intake

S = ReferralStage


@pytest.fixture
def intake(tmp_path: Path, qtbot: QtBot) -> Iterator[Intake]:
    """An agency with one referral that nobody has answered."""
    one = Intake.found(tmp_path, qtbot)
    one.record("Mercy Hospital")
    yield one
    one.close()


def noted(intake: Intake, key: int) -> dict[S, Criteria]:
    return {line.stage: line.criteria for line in intake.office.questions.referral_detail(key).path}


def asked(intake: Intake, place: ReferralsPlace) -> MoveDialog:
    intake.until(lambda: place.mover.dialog is not None)
    dialog = place.mover.dialog
    assert dialog is not None
    assert dialog.weighed is not None
    intake.until(lambda: dialog.weighed.editors["needs"].text() != "")  # type: ignore[union-attr]  # asserted above
    return dialog


def test_what_was_weighed_is_folded_away_and_noted_all_the_same(intake: Intake) -> None:
    place, _ = intake.open()
    key = intake.referrals["Mercy Hospital"]
    place.mover.move(key, S.NOT_ADMITTED)
    dialog = asked(intake, place)
    assert dialog.weighed is not None
    assert not dialog.weighed.editors["needs"].isVisible()
    row = dialog.reason.findData(intake.code(DeclineReason, "declined"))
    dialog.reason.setCurrentIndex(row)
    dialog.weighed.toggle.click()
    assert dialog.weighed.editors["staffing"].isVisible()
    dialog.weighed.editors["staffing"].setFocus()
    QTest.keyClicks(dialog.weighed.editors["staffing"], "x" * 201)
    dialog.weighed.toggle.click()
    dialog.move_now()
    intake.until(lambda: dialog.weighed.fields["staffing"].error != "")  # type: ignore[union-attr]  # asserted above
    assert dialog.weighed.editors["staffing"].isVisible()
    dialog.weighed.editors["staffing"].setText("Nobody until Monday")
    dialog.move_now()
    intake.until(lambda: intake.row(key).stage is S.NOT_ADMITTED)
    found = noted(intake, key)[S.NOT_ADMITTED]
    assert (found.needs, found.staffing) == ("Home health; disciplines not said", "Nobody until Monday")


def test_accepting_asks_for_it_only_where_somebody_wants_to_say_it(intake: Intake) -> None:
    place, _ = intake.open()
    key = intake.referrals["Mercy Hospital"]
    place.show_where(referral_id=key)
    intake.until(lambda: place.pane.detail is not None and place.pane.detail.row.referral_id == key)
    menu = place.pane.head.menu()
    next(each for each in menu.actions() if each.objectName() == "referral_accept_weighed").trigger()
    dialog = asked(intake, place)
    assert dialog.weighed is not None
    assert dialog.weighed.editors["skills"].isVisible()
    dialog.weighed.editors["skills"].setText("Wound nurse on staff")
    dialog.move_now()
    intake.until(lambda: intake.row(key).stage is S.ACCEPTED)
    assert noted(intake, key)[S.ACCEPTED].skills == "Wound nurse on staff"
    place.mover.move(key, S.NOT_ADMITTED)
    intake.until(lambda: place.mover.dialog is not None)
    assert place.mover.dialog is not None
    assert place.mover.dialog.weighed is None, "losing one that was accepted is no second decision"
    place.mover.dialog.reject()


def test_once_a_decision_is_taken_back_the_next_one_is_weighed_again(intake: Intake) -> None:
    key = intake.referrals["Mercy Hospital"]
    for stage, correction in ((S.ACCEPTED, False), (S.UNDER_REVIEW, True), (S.ON_HOLD, False)):
        command = MoveReferrals((key,), stage, correction=correction, hold_until=TODAY)
        intake.office.actions.move_referrals(command)
    place, _ = intake.open()
    place.mover.move(key, S.NOT_ADMITTED)
    asked(intake, place).reject()
