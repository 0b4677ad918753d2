"""Help: the manual's pages and search, its window, what is new, and the first ten minutes."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QLineEdit, QMainWindow, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from hhcrm.domain.changes import ChangeSet
from hhcrm.ui.frame.actions import Actions
from hhcrm.ui.frame.guide import DONE, OPEN, STEPS
from hhcrm.ui.frame.helping import SEEN, Helping
from hhcrm.ui.frame.manual import HelpWindow
from hhcrm.ui.frame.manual_pages import Manual
from hhcrm.ui.frame.names import unnamed_in
from hhcrm.ui.shared.look import Look
from hhcrm.ui.shared.memory import ShortMemory

ALT = Qt.KeyboardModifier.AltModifier
CTRL = Qt.KeyboardModifier.ControlModifier
PLACES = ("today", "sources", "calendar", "waterfall", "referrals", "measure", "settings")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    pages = {
        "index": "# Manual\n\n- [Today](today.md)\n- [Sources](sources.md)\n- [What is new](changes.md)\n",
        "today": "# Today\n\nVisits and **promises** due: [Sources](sources.md#filters), [keys](action:shortcuts).\n",
        "sources": "# Sources\n\nOne table.\n\n## Filters\n\nFilter as you type. Promises, too.\n",
        "changes": "# What is new\n\n## 0.2\n\nCharts.\n",
    }
    for name, text in pages.items():
        (tmp_path / f"{name}.md").write_text(text, encoding="utf-8")
    return tmp_path


class Frame(QMainWindow):
    """As much of the window as help asks for."""

    def __init__(self) -> None:
        super().__init__()
        self.place = "today"
        self.said: list[str] = []
        self.ways: list[tuple[str, Callable[[], None]] | None] = []
        self.widgets: dict[str, QWidget] = {}

    def place_widget(self, name: str) -> QWidget | None:
        return self.widgets.get(name)

    def toast(self, words: str, *, action: tuple[str, Callable[[], None]] | None = None) -> None:
        self.said.append(words)
        self.ways.append(action)


@pytest.fixture
def frame(look: Look, qtbot: QtBot) -> Frame:
    made = Frame()
    qtbot.addWidget(made)
    made.resize(1280, 800)
    made.show()
    return made


def test_contents_stand_in_the_order_of_the_index(folder: Path) -> None:
    assert [page.title for page in Manual(folder).pages] == ["Manual", "Today", "Sources", "What is new"]


def test_search_finds_pages_with_all_words_titles_first(folder: Path) -> None:
    manual = Manual(folder)
    assert [hit.name for hit in manual.find("promises")] == ["today", "sources"]
    assert [hit.name for hit in manual.find("TYPE filter")] == ["sources"]
    assert next(hit.name for hit in manual.find("sources")) == "sources"
    assert manual.find("  ") == ()
    assert manual.find("nothing like that") == ()
    assert "Visits and promises due" in manual.find("promises due")[0].around


@pytest.fixture
def acted() -> list[str]:
    return []


@pytest.fixture
def window(folder: Path, acted: list[str], frame: Frame) -> Iterator[HelpWindow]:
    made = HelpWindow(Manual(folder), acted.append, frame)
    made.show_page("today")
    yield made
    made.close()


def _titles(window: HelpWindow) -> list[str]:
    return [window.contents.item(row).text().split("\n")[0] for row in range(window.contents.count())]


def test_a_page_without_a_file_shows_the_contents(window: HelpWindow) -> None:
    window.show_page("nowhere")
    assert window.page.name == "index"


def test_links_lead_to_pages_and_back_by_key(window: HelpWindow) -> None:
    window.page.anchorClicked.emit(QUrl("sources.md#filters"))
    assert window.page.name == "sources"
    assert window.contents.currentItem().text() == "Sources"
    QTest.keyClick(window, Qt.Key.Key_Left, ALT)
    assert window.page.name == "today"
    QTest.keyClick(window, Qt.Key.Key_Right, ALT)
    assert window.page.name == "sources"


def test_a_link_can_do_something_in_the_window(window: HelpWindow, acted: list[str]) -> None:
    window.page.anchorClicked.emit(QUrl("action:shortcuts"))
    assert acted == ["shortcuts"]
    assert window.page.name == "today"


def test_what_is_searched_is_listed_and_marked(window: HelpWindow) -> None:
    QTest.keyClick(window, Qt.Key.Key_F, CTRL)
    QTest.keyClicks(window.search, "promises")
    assert _titles(window) == ["Today", "Sources"]
    assert len(window.page.extraSelections()) == 1
    QTest.keyClick(window.search, Qt.Key.Key_Down)
    window.contents.setCurrentRow(1)
    assert window.page.name == "sources"
    assert len(window.page.extraSelections()) == 1
    window.search.setText("qqq")
    assert not window.nothing.isHidden()
    window.search.clear()
    assert _titles(window) == ["Manual", "Today", "Sources", "What is new"]


def test_everything_in_the_manual_has_a_name(window: HelpWindow) -> None:
    assert unnamed_in(window) == []


def test_escape_closes_the_manual(window: HelpWindow) -> None:
    QTest.keyClick(window, Qt.Key.Key_Escape)
    assert not window.isVisible()


# --- the actions, the news and the guide -----------------------------------------------------------------------------


def _helping(frame: Frame, folder: Path, memory: ShortMemory, sample: bool = False) -> Helping:
    helping = Helping(frame, frame, Actions(frame), memory, folder, PLACES, sample=sample)
    helping.guide.setParent(frame)
    helping.strip.setParent(frame)
    helping._fit()
    return helping


def _next(helping: Helping) -> str:
    step = helping.guide.next_step
    return "" if step is None else step.key


def test_f1_opens_the_page_of_the_place(frame: Frame, folder: Path, memory: ShortMemory, qtbot: QtBot) -> None:
    helping = _helping(frame, folder, memory)
    action = helping._actions["help"]
    assert action.shortcut() == QKeySequence("F1")
    frame.place = "sources"
    action.trigger()
    shown = frame.findChild(HelpWindow)
    assert shown is not None
    assert shown.page.name == "sources"
    shown.close()


def test_f1_in_a_dialog_opens_the_page_of_the_dialog(
    frame: Frame, folder: Path, memory: ShortMemory, qtbot: QtBot
) -> None:
    (folder / "log-visit.md").write_text("# Log a visit\n", encoding="utf-8")
    with (folder / "index.md").open("a", encoding="utf-8") as index:
        index.write("- [Log a visit](log-visit.md)\n")
    _helping(frame, folder, memory)
    dialog = QDialog(frame)
    dialog.setObjectName("log_visit")
    field = QLineEdit(dialog)
    dialog.setModal(True)
    dialog.show()
    dialog.activateWindow()
    field.setFocus()
    qtbot.waitUntil(field.hasFocus)
    QTest.keyClick(field, Qt.Key.Key_F1)
    shown = dialog.findChild(HelpWindow)
    assert shown is not None
    assert shown.page.name == "log-visit"
    shown.close()
    dialog.reject()


def test_what_is_new_is_said_once_after_an_upgrade(frame: Frame, folder: Path, memory: ShortMemory) -> None:
    helping = _helping(frame, folder, memory)
    helping.tell_news("0.1")
    assert frame.said == []  # the first start is no upgrade
    helping.tell_news("0.2")
    helping.tell_news("0.2")
    assert frame.said == ["This is hhcrm 0.2."]
    assert memory.get(SEEN, "") == "0.2"
    way = frame.ways[0]
    assert way is not None
    way[1]()
    shown = frame.findChild(HelpWindow)
    assert shown is not None
    assert shown.page.name == "changes"
    shown.close()


def test_the_guide_stands_there_on_the_sample_agency_alone(frame: Frame, folder: Path, memory: ShortMemory) -> None:
    assert _helping(frame, folder, memory).guide.isHidden()
    guided = _helping(frame, folder, ShortMemory(), sample=True)
    assert not guided.guide.isHidden()
    guided._show_guide(False)


def test_steps_tick_themselves_off_by_what_is_done(frame: Frame, folder: Path, memory: ShortMemory) -> None:
    helping = _helping(frame, folder, memory, sample=True)
    helping.saw_place("today")
    helping.saw_change(ChangeSet("Log visit", {}))
    helping.saw_change(ChangeSet("Edit source", {}))
    helping.saw_search()
    assert sorted(helping.guide.done) == ["log", "search", "today"]
    helping.saw_change(ChangeSet("Undo: Log visit", {}))
    helping.saw_change(ChangeSet("Plan visit", {}))
    helping.saw_change(ChangeSet("Record referral", {}))
    helping.saw_place("measure")
    assert {step.key for step in STEPS} - helping.guide.done == {"source"}
    assert _next(helping) == "source"

    class Place(QWidget):
        def source_in_sight(self) -> int:
            return 7

    frame.place, frame.widgets["sources"] = "sources", Place(frame)
    helping._look()
    assert _next(helping) == ""
    assert sorted(memory.get(DONE, [""])) == sorted(step.key for step in STEPS)
    helping._show_guide(False)


def test_steps_of_places_that_are_not_there_are_left_out(frame: Frame, folder: Path, memory: ShortMemory) -> None:
    helping = Helping(frame, frame, Actions(frame), memory, folder, ("today",), sample=False)
    assert [step.key for step in helping.guide.steps] == ["today", "log", "search", "undo"]
    helping.guide.setParent(frame)
    helping.strip.setParent(frame)


def test_everything_in_the_guide_has_a_name(frame: Frame, folder: Path, memory: ShortMemory) -> None:
    helping = _helping(frame, folder, memory, sample=True)
    assert unnamed_in(helping.guide) + unnamed_in(helping.strip) == []
    helping._show_guide(False)


def test_the_guide_is_closed_and_found_again_under_help(frame: Frame, folder: Path, memory: ShortMemory) -> None:
    helping = _helping(frame, folder, memory, sample=True)
    close = helping.guide.findChild(QPushButton, "button_guide_close")
    assert close is not None
    close.click()
    assert helping.guide.isHidden()
    assert memory.get(OPEN, True) is False
    helping._actions["guide"].trigger()
    assert not helping.guide.isHidden()
    helping._show_guide(False)


def test_in_a_narrow_window_the_next_step_stands_above_the_foot(
    frame: Frame, folder: Path, memory: ShortMemory
) -> None:
    helping = _helping(frame, folder, memory, sample=True)
    frame.resize(900, 700)
    assert helping.guide.isHidden()
    assert not helping.strip.isHidden()
    helping._show_guide(False)
    assert helping.strip.isHidden()


def test_show_me_where_points_at_the_control(frame: Frame, folder: Path, memory: ShortMemory) -> None:
    helping = _helping(frame, folder, memory, sample=True)
    target = QPushButton("Log", frame)
    target.setObjectName("button_log_visit")
    target.show()
    helping.guide.pointed.emit("button_log_visit")
    ring = frame.findChild(QWidget, "pointer")
    assert ring is not None
    assert ring.isVisible()
    assert ring.geometry().contains(target.geometry())
    ring.hide()
    helping.guide.pointed.emit("nothing of that name")
    assert not ring.isVisible()
    helping._show_guide(False)
