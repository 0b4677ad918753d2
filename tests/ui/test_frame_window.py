"""The window around the places: made late, reached by keys, telling what was done."""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, ClassVar

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QEnterEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QLineEdit, QListView, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from hhcrm.domain.changes import ChangeSet
from hhcrm.domain.errors import FileFault, RuleBroken
from hhcrm.jobs.progress import Cancelled
from hhcrm.queries.search_models import Fit, FoundGroup, FoundLine
from hhcrm.queries.step_models import StepLine, UndoState
from hhcrm.ui.frame.first_run import FirstRun
from hhcrm.ui.frame.help import AboutDialog, ShortcutsDialog, shortcuts_of
from hhcrm.ui.frame.names import Name, names_in, unnamed_in
from hhcrm.ui.frame.places import PlaceSpec
from hhcrm.ui.frame.toast import ToastButton
from hhcrm.ui.frame.window import OUR_FAULT, Doors, MainWindow
from hhcrm.ui.shared.buttons import Button
from hhcrm.ui.shared.desk import Desk
from hhcrm.ui.shared.fonts import scaled
from hhcrm.ui.shared.frame_port import Frame
from hhcrm.ui.shared.look import Look
from hhcrm.ui.shared.memory import ShortMemory
from hhcrm.ui.shared.tags import Tag
from tests.ui.conftest import MakeDesk

CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
LOGGED = ChangeSet("Log visit", {"visits": frozenset({7})}, step_id=3)


class Questions:
    """Finds by the text asked for; `hold` keeps an answer back."""

    def __init__(self) -> None:
        self.hold: dict[str, threading.Event] = {}
        self.asked: list[tuple[str, tuple[str, ...]]] = []
        self.state = UndoState(None, None)

    def search(self, text: str, limit: int, kinds: Sequence[str] = ()) -> Sequence[FoundGroup]:
        self.asked.append((text, tuple(kinds)))
        if text in self.hold:
            assert self.hold[text].wait(5)
        if text == "nobody":
            return ()
        people = [FoundLine("person", number, 4, f"M. {text} {number}", "Discharge planner") for number in range(9, 16)]
        groups = (
            FoundGroup(
                "source", (FoundLine("source", 1, 1, f"{text} Hospital", "Hospital, 37203", False, Fit.BEGINS),), 1
            ),
            FoundGroup("person", tuple(people[:limit]), len(people)),
            FoundGroup("visit", (FoundLine("visit", 3, 1, "Old Annex", "Nov 3: wound care", True),), 1),
        )
        return [group for group in groups if not kinds or group.kind in kinds]

    def undo_state(self) -> UndoState:
        return self.state

    def recall(self, things: Sequence[tuple[str, int]]) -> Sequence[FoundLine]:
        return [FoundLine(kind, key, 1, f"{kind} {key}", "") for kind, key in things]


class Actions:
    """Undo and redo that count, with labels as the journal has them."""

    def __init__(self) -> None:
        self.done: list[str] = []

    def undo(self) -> ChangeSet:
        self.done.append("undo")
        return ChangeSet("Undo: Log visit", {"visits": frozenset({7})})

    def redo(self) -> ChangeSet:
        self.done.append("redo")
        return ChangeSet("Log visit", {"visits": frozenset({7})})


class Place(QWidget):
    """A place that counts its questions."""

    made: ClassVar[list[str]] = []

    def __init__(self, name: str, _desk: Desk, frame: Frame) -> None:
        super().__init__()
        self.made.append(name)
        self.frame = frame
        self.refreshed = 0
        self.shown: list[dict[str, object]] = []
        column = QVBoxLayout(self)
        column.addWidget(QLabel(name))
        self.field = QLineEdit()
        self.field.setObjectName(f"field_{name}")
        self.field.setAccessibleName(name)
        column.addWidget(self.field)

    def refresh(self) -> None:
        self.refreshed += 1

    def show_where(self, **where: object) -> None:
        self.shown.append(where)


def spec(name: str, icon: str, below: bool = False) -> PlaceSpec:
    return PlaceSpec(name, name.capitalize(), icon, lambda desk, frame: Place(name, desk, frame), below)


PLACES = (
    spec("today", "clock"),
    spec("sources", "building-2"),
    spec("settings", "settings", below=True),
)


class Built:
    """A window with what it was built from."""

    def __init__(self, desk: Desk, look: Look, memory: ShortMemory, doors: Doors | None = None) -> None:
        self.logged: list[tuple[int | None, int | None]] = []
        self.desk = desk
        self.memory = memory
        full = Doors(
            log_visit=lambda _window, source, visit: self.logged.append((source, visit)),
            import_list=lambda _window: None,
            export=lambda _window: None,
            data_folder=Path("agency"),
            version="0.1.0",
        )
        self.window = MainWindow(
            desk,
            PLACES,
            look=look,
            memory=memory,
            agency="Cumberland Home Health",
            who="Dana Whitfield, liaison",
            doors=full if doors is None else doors,
        )

    def place(self, name: str) -> Place:
        widget = self.window.place_widget(name)
        assert isinstance(widget, Place)
        return widget


@pytest.fixture
def actions() -> Actions:
    return Actions()


@pytest.fixture
def questions() -> Questions:
    return Questions()


Build = Callable[..., Built]


@pytest.fixture
def build(
    make_desk: MakeDesk,
    look: Look,
    memory: ShortMemory,
    questions: Questions,
    actions: Actions,
    qtbot: QtBot,
) -> Build:
    Place.made.clear()

    def build(**more: Any) -> Built:
        built = Built(make_desk(questions, actions), look, memory, **more)
        qtbot.addWidget(built.window)
        built.window.show()
        built.window.activateWindow()
        qtbot.waitActive(built.window)
        qtbot.waitUntil(built.window.isActiveWindow)
        return built

    return build


def test_a_place_is_made_when_it_is_first_visited(build: Build) -> None:
    built = build()
    assert Place.made == ["today"]
    built.window.go("sources")
    built.window.go("today")
    built.window.go("sources")
    assert Place.made == ["today", "sources"]
    assert built.place("sources").objectName() == "place_sources"
    assert built.place("sources").refreshed == 1


def test_places_are_one_key_away_in_the_rail_s_order(build: Build, qtbot: QtBot) -> None:
    built = build()
    QTest.keyClick(built.window, Qt.Key.Key_2, CTRL)
    assert built.window.place == "sources"
    QTest.keyClick(built.window, Qt.Key.Key_1, CTRL)
    assert built.window.place == "today"
    QTest.keyClick(built.window, Qt.Key.Key_Comma, CTRL)
    assert built.window.place == "settings"


def test_a_click_in_the_rail_goes_there_and_marks_it(build: Build, qtbot: QtBot) -> None:
    built = build()
    button = built.window.rail.button("sources")
    assert button is not None
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert built.window.place == "sources"
    assert button.isChecked()


def test_a_badge_counts_in_the_rail_and_for_a_screen_reader(build: Build) -> None:
    built = build()
    built.window.badge("today", 9)
    button = built.window.rail.button("today")
    assert button is not None
    assert (button.count, button.accessibleName(), button.accessibleDescription()) == (9, "Today", "9 waiting")


def test_changes_refresh_the_open_place_now_and_the_others_when_shown(build: Build) -> None:
    built = build()
    built.window.go("sources")
    built.window.go("today")
    built.desk.changed.emit(LOGGED)
    assert (built.place("today").refreshed, built.place("sources").refreshed) == (2, 1)
    built.window.go("sources")
    built.window.go("sources")
    assert built.place("sources").refreshed == 2


def test_log_visit_is_one_key_from_anywhere(build: Build, qtbot: QtBot) -> None:
    built = build()
    built.place("today").field.setFocus()
    QTest.keyClick(built.place("today").field, Qt.Key.Key_L, CTRL)
    built.window.log_visit(source_id=4)
    built.window.log_visit(visit_id=7)
    assert built.logged == [(None, None), (4, None), (None, 7)]


def test_log_visit_begins_with_the_source_that_is_looked_at(build: Build, monkeypatch: pytest.MonkeyPatch) -> None:
    built = build()
    monkeypatch.setattr(built.place("today"), "source_in_sight", lambda: 9, raising=False)
    built.window.actions_by_name["log_visit"].trigger()
    assert built.logged == [(9, None)]


def test_wide_buttons_leave_the_search_its_place(build: Build) -> None:
    """Longer words at large text, as in another language, must not come to lie over the search."""
    window = build().window
    bar, search = window.top_bar, window.search
    bar.log_visit.show_hint(False)
    bar.setFixedWidth(bar.log_visit.sizeHint().width() + scaled(48 + 16 + 120))
    layout = bar.layout()
    assert layout is not None
    layout.activate()
    assert not search.geometry().intersects(bar.log_visit.geometry())
    assert bar.log_visit.geometry().right() <= bar.width() - scaled(24)


def test_what_leads_nowhere_is_not_shown(build: Build) -> None:
    window = build(doors=Doors()).window
    shown = {
        name for name in ("log_visit", "import", "export", "data_folder") if window.actions_by_name[name].isVisible()
    }
    assert shown == set()
    assert not window.top_bar.log_visit.isVisible()
    assert not window.top_bar.new_referral.isVisible()


def test_the_toast_s_undo_undoes_and_goes(build: Build, actions: Actions, qtbot: QtBot) -> None:
    built = build()
    built.place("today").frame.toast("Visit logged", undo=True)
    button = built.window.findChild(ToastButton, "toast_undo")
    assert button is not None
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: [toast.words for toast in built.window.toasts.shown] == ["Undone: Log visit"])
    assert actions.done == ["undo"]


LINE = StepLine(3, datetime(2026, 11, 23, 15, tzinfo=UTC), "Dana", "Log visit, R&D House", "do", 1, False, "")


def test_undo_and_redo_have_their_keys(build: Build, actions: Actions, questions: Questions, qtbot: QtBot) -> None:
    questions.state = UndoState(LINE, LINE)
    built = build()
    built.place("today").setFocus()
    QTest.keyClick(built.window, Qt.Key.Key_Z, CTRL)
    qtbot.waitUntil(lambda: actions.done == ["undo"])
    QTest.keyClick(built.window, Qt.Key.Key_Z, CTRL | SHIFT)
    qtbot.waitUntil(lambda: actions.done == ["undo", "redo"])


def test_the_menu_says_what_undo_takes_back_and_greys_it_when_there_is_nothing(
    build: Build, questions: Questions, qtbot: QtBot
) -> None:
    built = build()
    undo, redo = (built.window.actions_by_name[name] for name in ("undo", "redo"))
    questions.state = UndoState(LINE, None)
    built.desk.changed.emit(LOGGED)
    qtbot.waitUntil(lambda: undo.text() == "&Undo: Log visit, R&&D House")
    assert undo.toolTip() == "Undo: Log visit, R&D House (Ctrl+Z)"
    assert (undo.isEnabled(), redo.isEnabled(), redo.text()) == (True, False, "&Redo")
    questions.state = UndoState(None, LINE)
    built.desk.changed.emit(LOGGED)
    qtbot.waitUntil(lambda: redo.text() == "&Redo: Log visit, R&&D House")
    assert (undo.isEnabled(), undo.text()) == (False, "&Undo")
    assert undo.toolTip() == "Undo: there is nothing of yours (Ctrl+Z)"


def test_undo_in_a_field_takes_back_typing_not_the_last_visit(build: Build, actions: Actions, qtbot: QtBot) -> None:
    built = build()
    field = built.place("today").field
    field.setFocus()
    qtbot.waitUntil(field.hasFocus)
    QTest.keyClicks(field, "abc")
    QTest.keyClick(field, Qt.Key.Key_Z, CTRL)
    assert field.text() == ""
    assert actions.done == []


def test_an_older_undo_goes_when_something_else_was_done(build: Build) -> None:
    built = build()
    built.window.toast("Exported 312 rows")
    built.window.toast("Visit logged", undo=True)
    built.desk.changed.emit(LOGGED)
    assert [toast.words for toast in built.window.toasts.shown] == ["Exported 312 rows"]


def test_a_toast_waits_while_the_pointer_is_on_it(build: Build) -> None:
    built = build()
    toast = built.window.toasts.say("Visit logged")
    states = [toast.running]
    here = QPointF(5, 5)
    QApplication.sendEvent(toast, QEnterEvent(here, here, here))
    states.append(toast.running)
    QApplication.sendEvent(toast, QEvent(QEvent.Type.Leave))
    assert [*states, toast.running] == [True, False, True]


def test_a_toast_goes_after_its_time(build: Build, qtbot: QtBot) -> None:
    built = build()
    built.window.toasts.say("Visit logged", stays=1)
    qtbot.waitUntil(lambda: built.window.toasts.shown == [])
    assert not built.window.toasts.isVisible()


def test_toasts_stack_inside_the_window_and_never_pile_up(build: Build) -> None:
    built = build()
    built.window.resize(1024, 680)
    for number in range(7):
        built.window.toast(f"Done {number}. " + "A long sentence that needs its room. " * 4)
    assert [toast.words[:6] for toast in built.window.toasts.shown] == ["Done 3", "Done 4", "Done 5", "Done 6"]
    assert built.window.rect().contains(built.window.toasts.geometry())


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (RuleBroken("Choose what changed."), ["Choose what changed."]),
        (KeyError("secret row"), [OUR_FAULT]),
        (Cancelled(), []),
    ],
)
def test_a_fault_is_said_in_words(build: Build, error: Exception, words: list[str]) -> None:
    built = build()
    built.desk.faulted.emit(error)
    assert [toast.words for toast in built.window.toasts.shown] == words


def test_the_status_line_says_who_saved_and_backed_up(build: Build) -> None:
    built = build()
    built.window.status.say_backup("Last backup today 7:02 AM, verified")
    assert built.window.status.words == [
        "Dana Whitfield, liaison",
        "All changes saved",
        "Last backup today 7:02 AM, verified",
    ]
    built.desk.state_changed.emit("waiting")
    assert "Waiting for the import" in built.window.status.words


def test_the_window_s_size_is_kept(build: Build, memory: ShortMemory) -> None:
    first = build().window
    first.resize(800, 620)  # the screen of tests is 800 wide, and a window never comes back wider
    first.close()
    assert memory.get("window.geometry", "") != ""
    assert build().window.size() == first.size()


def test_a_damaged_geometry_gives_the_usual_size(build: Build, memory: ShortMemory) -> None:
    memory.set("window.geometry", "bm9uc2Vuc2U=")
    assert (build().window.width(), build().window.height()) == (1280, 800)


def test_a_look_that_cannot_be_kept_still_takes_effect(
    build: Build, look: Look, memory: ShortMemory, monkeypatch: pytest.MonkeyPatch
) -> None:
    built = build()

    def full(_name: str, _value: object) -> None:
        raise FileFault("The disk is full.")

    monkeypatch.setattr(memory, "set", full)
    built.window.actions_by_name["look_dark"].trigger()
    assert look.colors.dark
    assert [toast.words for toast in built.window.toasts.shown] == ["The disk is full."]
    built.window.close()
    assert not built.window.isVisible()


@pytest.mark.parametrize("percent", [100, 125, 150])
def test_the_window_fits_a_small_screen_at_every_text_size(build: Build, look: Look, percent: int) -> None:
    look.set_text_size(percent)
    window = build().window
    window.status.say_backup("Last backup today 7:02 AM, verified")
    window.resize(1024, 680)
    QApplication.processEvents()
    assert (window.width(), window.height()) == (1024, 680)
    frame = (window.rail, window.top_bar, window.status)
    cut = [
        f"{type(widget).__name__} {widget.objectName()}"
        for part in frame
        for widget in part.findChildren(QWidget)
        if widget.isVisible() and isinstance(widget, QLabel | Button)
        if widget.width() < widget.minimumSizeHint().width()
        or not window.rect().contains(
            widget.mapTo(window, QPoint(0, 0)) + QPoint(widget.width() - 1, widget.height() - 1)
        )
    ]
    assert cut == []


def test_everything_in_the_window_has_its_names(build: Build) -> None:
    window = build().window
    window.toast("Visit logged", undo=True)
    window.go("sources")
    assert unnamed_in(window) == []
    names = names_in(window)
    for fixed in ("log_visit", "search", "undo", "redo", "import", "export"):
        assert f"action_{fixed}" in {name.name for name in names}
    assert Name("place", "place_today", "Today") in names
    assert Name("button", "button_log_visit", "Log visit") in names
    assert all(name.words for name in names)


def test_an_unnamed_field_is_found_out(build: Build) -> None:
    window = build().window
    stray = QLineEdit(window)
    stray.show()
    assert any("QLineEdit" in words for words in unnamed_in(window))


def test_the_list_of_a_combo_box_needs_no_name(build: Build) -> None:
    window = build().window
    box = QComboBox(window)
    box.setObjectName("field_kind")
    box.setAccessibleName("Kind")
    box.addItems(["Visit", "Call"])
    box.setView(QListView())
    box.show()
    assert box.view().parentWidget() is not box, "Qt keeps it in a popup of its own"
    assert unnamed_in(window) == []


def test_help_lists_the_shortcuts_there_really_are(build: Build, qtbot: QtBot) -> None:
    window = build().window
    QTest.keyClick(window, Qt.Key.Key_Slash, CTRL)
    dialog = window.findChild(ShortcutsDialog)
    assert dialog is not None
    words = {label.text() for label in dialog.findChildren(QLabel)}
    assert {"Log visit", "Undo", "Search", "Sources", "Quit"} <= words
    assert {"Ctrl+Enter", "/ or Ctrl+F", "L", "Space"} <= {tag.words for tag in dialog.findChildren(Tag)}
    assert ("Log visit", "Ctrl+L") in shortcuts_of([window.actions_by_name["log_visit"]])
    dialog.accept()


def test_about_says_version_and_where_the_data_lie(build: Build) -> None:
    window = build().window
    window.actions_by_name["about"].trigger()
    dialog = window.findChild(AboutDialog)
    assert dialog is not None
    words = " ".join(label.text() for label in dialog.findChildren(QLabel))
    assert "0.1.0" in words
    assert "agency" in words
    dialog.accept()


def test_no_two_actions_share_a_shortcut(build: Build) -> None:
    window = build().window
    menus = [entry.menu() for entry in window.menuBar().actions()]
    keys = [keys for menu in menus for _, keys in shortcuts_of(menu.actions())]  # type: ignore[attr-defined]
    assert len(keys) == len(set(keys))


def test_the_first_start_has_two_doors(look: Look, qtbot: QtBot) -> None:
    page = FirstRun()
    qtbot.addWidget(page)
    page.show()
    assert unnamed_in(page) == []
    for name, signal in (("button_look_around", page.look_around), ("button_set_up", page.set_up)):
        button = page.findChild(Button, name)
        assert button is not None
        with qtbot.waitSignal(signal):
            QTest.mouseClick(button, Qt.MouseButton.LeftButton)
