"""A name with a sign that turns text around leaves the rest of the sentence as it was."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from hhcrm.ui.frame.toast import Toasts
from hhcrm.ui.shared.look import Look
from hhcrm.ui.shared.text import Text

TURNED = "Oak\u202e Grove"


def test_a_toast_runs_on_in_its_own_direction(qtbot: QtBot, look: Look) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    toast = Toasts(window, lambda: 0).say(f"{TURNED} saved")
    label = toast.findChild(QLabel, "toast_words")
    assert label is not None
    assert label.text() == toast.words == "Oak Grove saved"


def test_a_label_does_so_from_the_start_and_when_it_changes(qtbot: QtBot, look: Look) -> None:
    label = Text(f"{TURNED} is back.")
    qtbot.addWidget(label)
    assert label.text() == "Oak Grove is back."
    label.setText(f"{TURNED} left.")
    assert label.text() == "Oak Grove left."
