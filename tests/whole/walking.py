"""A walk through the running program: every place with each of its tabs and views, every dialog.

Whatever place or action there is when it runs is walked through: the window is asked, no list is kept here, except of
the buttons that open a dialog or a form.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial

from PySide6.QtCore import QTimer
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QAbstractButton, QApplication, QDialog, QMenu, QWidget

from hhcrm.ui.frame.window import MainWindow
from hhcrm.ui.shared.segmented import Segmented
from hhcrm.ui.shared.tabs import Tabs
from tests.shots import Studio

OPENERS = ("today_end_of_day", "sources_add")
"""Buttons of places that open a dialog or a form (those whose words end with … are found by that)."""

OF_THE_SYSTEM = ("settings_data_restore_file", "settings_data_second")
"""Buttons that open the system's own dialog for files, which is not ours to walk through and waits for a person."""

NOT_TRIGGERED = ("go_", "look_", "text_", "language")
_NEVER = {"undo", "redo", "copy", "quit", "search", "data_folder", "lock"}

Step = tuple[str, Callable[[], object]]


def window_of(room: Studio) -> MainWindow:
    """The main window of a program."""
    window = room.program.shown
    assert isinstance(window, MainWindow)
    return window


def place_names(window: MainWindow) -> list[str]:
    """Every place of the window."""
    return [name.removeprefix("action_go_") for name in _action_names(window) if name.startswith("action_go_")]


class Doorman(QTimer):
    """Turns away the desktop's own dialogs for files and printing, which hold up whoever opens them."""

    def __init__(self) -> None:
        super().__init__()
        self.setInterval(100)
        self.timeout.connect(self._look)
        self.start()

    def _look(self) -> None:
        dialog = QApplication.activeModalWidget()
        of_the_desktop = ("QFileDialog", "QAbstractPrintDialog", "QPageSetupDialog")
        if isinstance(dialog, QDialog) and any(dialog.inherits(name) for name in of_the_desktop):
            dialog.reject()


def scenes(
    room: Studio, reach: Callable[[str, Callable[[], object]], object] | None = None
) -> Iterator[tuple[str, QWidget]]:
    """Each view by a name, while it is shown: the window, or the dialog over it.

    `reach(name, act)` carries out each step; by default it acts and waits until all has come to rest.
    """
    window = window_of(room)
    doorman = Doorman()

    def act(name: str, do: Callable[[], object]) -> None:
        if reach is not None:
            reach(name, do)
        else:
            do()
            room.rest()

    for place in place_names(window):
        act(f"to {place}", partial(window.go, place))
        yield place, window
        widget = window.place_widget(place)
        assert widget is not None
        for name, do in _views(widget):
            act(f"{place}: {name}", do)
            yield f"{place}: {name}", window
        for button in _openers(widget):
            name = f"{place}: {button.objectName()}"
            act(name, button.click)
            yield name, QApplication.activeModalWidget() or window
            _close_dialogs(room)
    for action in _dialog_actions(window):
        act(action.objectName(), action.trigger)
        dialog = QApplication.activeModalWidget()
        if dialog is not None:
            yield action.objectName(), dialog
            _close_dialogs(room)
    doorman.stop()


def _views(place: QWidget) -> Iterator[Step]:
    """Every tab and every other view of a place, as they are when their turn comes."""
    seen: set[tuple[str, str]] = set()
    while True:
        step = next((each for each in _choices(place) if (each[0], each[1]) not in seen), None)
        if step is None:
            return
        seen.add((step[0], step[1]))
        yield f"{step[0]} {step[1]}", step[2]


def _choices(place: QWidget) -> Iterator[tuple[str, str, Callable[[], object]]]:
    for page in getattr(place, "page_names", ()):
        yield "page", page, partial(_open_page, place, page)
    for tabs in place.findChildren(Tabs):
        if tabs.isVisible():
            for index in range(tabs.bar.count()):
                if tabs.bar.isTabVisible(index):
                    yield tabs.objectName(), str(index), _opening(tabs, index)
    for choice in place.findChildren(Segmented):
        if choice.isVisible() and choice.isEnabled():
            for value, _key, _words in choice._choices:
                yield choice.objectName(), value, _setting(choice, value)


def _open_page(place: QWidget, page: str) -> None:
    place.show_where(page=page)  # type: ignore[attr-defined]  # what has pages can be told which


def _opening(tabs: Tabs, index: int) -> Callable[[], object]:
    return lambda: tabs.bar.setCurrentIndex(index)


def _setting(choice: Segmented, value: str) -> Callable[[], object]:
    def pick() -> None:
        choice.set_value(value)
        choice.picked.emit(value)

    return pick


def _openers(place: QWidget) -> list[QAbstractButton]:
    return [
        button
        for button in place.findChildren(QAbstractButton)
        if button.isVisible() and button.isEnabled()
        if button.objectName() in OPENERS or button.text().endswith("…")
        if button.objectName() not in OF_THE_SYSTEM
    ]


def _dialog_actions(window: MainWindow) -> list[QAction]:
    found = []
    for action in window.findChildren(QAction):
        name = action.objectName().removeprefix("action_")
        known = action.objectName().startswith("action_") and name not in _NEVER
        if known and action.isVisible() and action.isEnabled() and not name.startswith(NOT_TRIGGERED):
            found.append(action)
    return found


def _action_names(window: MainWindow) -> list[str]:
    menus = [entry.menu() for entry in window.menuBar().actions()]
    return [action.objectName() for menu in menus if isinstance(menu, QMenu) for action in menu.actions()]


def _close_dialogs(room: Studio) -> None:
    for _ in range(5):
        dialog = QApplication.activeModalWidget()
        if dialog is None:
            return
        if isinstance(dialog, QDialog):
            dialog.reject()
        else:
            dialog.close()
        room.rest()
    raise AssertionError(f"{dialog} does not close")
