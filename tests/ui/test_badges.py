"""What waits for our answer stands as a number on the rail, before anybody opens the place."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from hhcrm.domain.words import ReferralStage
from hhcrm.services.referral_commands import MoveReferrals
from hhcrm.ui.frame.badges import Badges
from hhcrm.ui.shared.look import Look
from tests.ui.referrals_kit import Intake


@pytest.fixture
def intake(tmp_path: Path, qtbot: QtBot, look: Look) -> Iterator[Intake]:
    made = Intake.found(tmp_path, qtbot)
    yield made
    made.close()


def test_the_badge_counts_what_waits_for_our_answer_and_follows_it(intake: Intake) -> None:
    key = intake.record("Mercy Hospital")
    intake.record("Oak Grove Living", ReferralStage.UNDER_REVIEW)
    intake.record("Patel Medicine", ReferralStage.SCHEDULED)
    intake.open()
    desk, said, owner = intake.desks[0], list[tuple[str, int]](), QObject()
    badges = Badges(desk, lambda place, count: said.append((place, count)), owner)
    desk.act(lambda actions: actions.move_referrals(MoveReferrals((key,), ReferralStage.ON_HOLD)))
    intake.until(lambda: intake.row(key).stage is ReferralStage.ON_HOLD)
    assert said == []  # nothing is asked before the window stands
    badges.look()
    intake.until(lambda: said == [("referrals", 1)])
    desk.act(lambda actions: actions.undo())
    intake.until(lambda: said[-1] == ("referrals", 2))
