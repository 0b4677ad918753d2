"""The window stands as it was left; a screen that is gone and a font that is missing do not take it away."""

from __future__ import annotations

import base64

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QFont, QFontDatabase, QFontInfo, QGuiApplication
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from hhcrm.ui.frame.geometry import bring_back, kept_geometry, on_screen, restore_geometry
from hhcrm.ui.shared import fonts
from hhcrm.ui.shared.memory import ShortMemory
from tests.ui.test_frame_window import Build, actions, build, questions

__all__ = ["actions", "build", "questions"]

LEFT, RIGHT = QRect(0, 0, 1920, 1080), QRect(1920, 0, 2560, 1440)


@pytest.mark.parametrize(
    ("window", "screens", "wanted"),
    [
        (QRect(100, 100, 1280, 800), [LEFT], QRect(100, 100, 1280, 800)),
        (QRect(2200, 100, 1280, 800), [LEFT, RIGHT], QRect(2200, 100, 1280, 800)),
        (QRect(2200, 100, 1280, 800), [LEFT], QRect(320, 140, 1280, 800)),  # the right screen was unplugged
        (QRect(2200, 100, 3000, 2000), [LEFT], LEFT),
        (QRect(-1200, 100, 1280, 800), [LEFT], QRect(320, 140, 1280, 800)),  # only 80 pixels of it can be seen
        (QRect(100, -400, 1280, 800), [LEFT], QRect(320, 140, 1280, 800)),  # its title is above the screen
        (QRect(100, 100, 1280, 800), [], QRect(100, 100, 1280, 800)),
    ],
)
def test_a_window_is_where_it_can_be_seen_and_moved(window: QRect, screens: list[QRect], wanted: QRect) -> None:
    found = on_screen(window, screens)
    assert (found.size(), abs(found.x() - wanted.x()) <= 1, abs(found.y() - wanted.y()) <= 1) == (
        wanted.size(),
        True,
        True,
    )


def test_a_window_left_on_a_screen_that_is_gone_comes_back(build: Build, memory: ShortMemory, qtbot: QtBot) -> None:
    away = QWidget()
    qtbot.addWidget(away)
    away.setGeometry(5000, 4000, 790, 600)
    memory.set("window.geometry", kept_geometry(away))
    window = build().window
    screen = QGuiApplication.primaryScreen().availableGeometry()
    assert screen.contains(window.geometry().center())


def test_a_window_whose_screen_goes_while_it_is_open_comes_back(build: Build, qapp: QApplication) -> None:
    window = build().window
    window.move(5000, 4000)
    qapp.screenRemoved.emit(qapp.primaryScreen())
    assert QGuiApplication.primaryScreen().availableGeometry().contains(window.geometry().center())


@pytest.mark.parametrize("kept", ["no base64 at all", "ä", base64.b64encode(b"something else").decode(), "===="])
def test_a_damaged_geometry_gives_the_usual_size(build: Build, memory: ShortMemory, qtbot: QtBot, kept: str) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    assert not restore_geometry(window, kept)
    memory.set("window.geometry", kept)
    assert build().window.isVisible()


def test_a_maximized_window_stays_so(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.showMaximized()
    before = window.geometry()
    bring_back(window)
    assert (window.isMaximized(), window.geometry()) == (True, before)


def test_without_inter_the_system_s_font_is_taken_at_the_same_size(
    monkeypatch: pytest.MonkeyPatch, qapp: QApplication
) -> None:
    monkeypatch.setattr(QFontDatabase, "hasFamily", lambda _family: False)
    font = fonts.body_font(150)
    assert font.family() == QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont).family()
    assert font.pointSizeF() == pytest.approx(fonts.BODY_POINTS * 1.5)


def test_a_font_that_is_nowhere_is_replaced_by_one_that_is(qapp: QApplication) -> None:
    assert QFontInfo(QFont("No Such Font At All")).family() != ""
