"""No word is cut off: with large text in a small window, and where the desktop doubles everything."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from hhcrm.app.memory import Memory
from hhcrm.app.paths import Folder
from hhcrm.ui.shared.language import KEPT
from tests.whole.cut_words import cut_everywhere, cut_in
from tests.whole.program import environment


@pytest.mark.walk
def test_with_text_at_150_per_cent_in_a_small_window(sample: Path) -> None:
    assert cut_everywhere(sample, "large") == {}


@pytest.mark.walk
def test_in_spanish_whose_words_are_longer(sample: Path) -> None:
    Memory(Folder(sample).make().settings).set(KEPT, "es")
    assert cut_everywhere(sample, "large") == {}


@pytest.mark.walk
def test_with_everything_at_200_per_cent(sample: Path) -> None:
    """As another process: Qt takes the scale when it starts."""
    done = subprocess.run(
        [sys.executable, "-m", "tests.whole.cut_words", str(sample), "light"],
        capture_output=True, encoding="utf-8", check=True, env=environment() | {"QT_SCALE_FACTOR": "2"},
        cwd=Path(__file__).parents[2],
    )  # fmt: skip
    assert json.loads(done.stdout) == {}


def test_what_is_cut_is_found(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    column = QVBoxLayout(window)
    label, wrapped, button, whole = (
        QLabel("A long label"),
        QLabel(("Many words " * 9).strip()),
        QPushButton("Press me"),
        QLabel("Fits"),
    )
    wrapped.setWordWrap(True)
    for widget in (label, wrapped, button, whole):
        column.addWidget(widget)
    label.setFixedWidth(20)
    wrapped.setFixedSize(90, 14)
    button.setFixedWidth(25)
    window.show()
    assert [line.split(" '")[1].split("'")[0] for line in cut_in(window)] == [
        "A long label",
        ("Many words " * 9).strip()[:59],
        "Press me",
    ]
    label.setToolTip("A long label")
    assert len(cut_in(window)) == 2


def test_what_does_not_scroll_sideways_must_not_be_wider_than_it_is_shown(qtbot: QtBot) -> None:
    area, inside = QScrollArea(), QWidget()
    qtbot.addWidget(area)
    area.setObjectName("area")
    area.setWidgetResizable(True)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setWidget(inside)
    row = QVBoxLayout(inside)
    label = QLabel("Wide")
    label.setMinimumWidth(500)
    row.addWidget(label)
    window = QWidget()
    qtbot.addWidget(window)
    QVBoxLayout(window).addWidget(area)
    window.resize(300, 200)
    window.show()
    assert [line.split("'")[1] for line in cut_in(window)] == ["all of it"]
    window.resize(700, 200)
    assert cut_in(window) == []
