"""The small widgets do by keyboard what they do by mouse, and say what they are."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from hhcrm.ui.shared.buttons import Button
from hhcrm.ui.shared.chips import FilterChip
from hhcrm.ui.shared.empty import EmptyPlace
from hhcrm.ui.shared.field import Field
from hhcrm.ui.shared.look import Look
from hhcrm.ui.shared.segmented import Segmented
from hhcrm.ui.shared.tabs import Tabs
from hhcrm.ui.shared.tags import Dots, Tag

pytestmark = pytest.mark.usefixtures("look")

ADVANCES = (("advance", "A", "Advance"), ("continuation", "C", "Continuation"), ("setback", "S", "Setback"))


@pytest.fixture
def advances(qtbot: QtBot) -> Segmented:
    choice = Segmented(ADVANCES, "field_advance", "What changed")
    qtbot.addWidget(choice)
    return choice


@pytest.mark.parametrize(("key", "value"), [("a", "advance"), ("C", "continuation"), ("s", "setback")])
def test_one_key_chooses(advances: Segmented, qtbot: QtBot, key: str, value: str) -> None:
    assert advances.value == ""
    QTest.keyClicks(advances, key)
    assert advances.value == value


def test_arrows_move_the_choice_and_stop_at_the_ends(advances: Segmented, qtbot: QtBot) -> None:
    for key, value in (
        (Qt.Key.Key_Right, "advance"),
        (Qt.Key.Key_Left, "advance"),
        (Qt.Key.Key_Right, "continuation"),
        (Qt.Key.Key_Right, "setback"),
        (Qt.Key.Key_Right, "setback"),
    ):
        QTest.keyClick(advances, key)
        assert advances.value == value


def test_a_click_chooses_what_it_hits(advances: Segmented, qtbot: QtBot) -> None:
    advances.resize(advances.sizeHint())
    QTest.mouseClick(advances, Qt.MouseButton.LeftButton, pos=advances.rect().center())
    assert advances.value == "continuation"


def test_a_choice_says_what_is_chosen_to_a_screen_reader(advances: Segmented) -> None:
    assert advances.accessibleDescription().startswith("nothing chosen")
    advances.set_value("setback")
    assert advances.accessibleName() == "What changed"
    assert advances.accessibleDescription().startswith("Setback")


def test_what_is_not_a_choice_is_refused(advances: Segmented) -> None:
    with pytest.raises(ValueError, match="no such choice"):
        advances.set_value("retreat")


def test_shortcuts_with_ctrl_are_not_taken_for_choices(advances: Segmented, qtbot: QtBot) -> None:
    QTest.keyClick(advances, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    assert advances.value == ""


def test_a_chip_offers_its_choices_and_says_the_one_taken(qtbot: QtBot) -> None:
    chip = FilterChip("Stage", [("", "any"), ("active", "active")], "filter_stage")
    qtbot.addWidget(chip)
    with qtbot.waitSignal(chip.chosen) as chosen:
        chip.menu().actions()[1].trigger()
    assert chosen.args == ["active"]
    assert (chip.value, chip.words, chip.text()) == ("active", "active", "Stage active")


def test_a_chip_falls_back_when_its_choice_is_gone(qtbot: QtBot) -> None:
    chip = FilterChip("Owner", [("", "any"), ("7", "Dana")], "filter_owner")
    qtbot.addWidget(chip)
    chip.set_value("7")
    chip.set_choices([("", "any"), ("8", "Sam")])
    assert chip.value == ""


def test_an_error_stands_beside_its_field_and_what_was_typed_stays(qtbot: QtBot) -> None:
    editor = QLineEdit("3720")
    box = Field("ZIP", editor, name="field_zip", required=True, hint="five digits")
    qtbot.addWidget(box)
    box.say_error("A ZIP code has five digits, like 37203.")
    assert (box.error, editor.text()) == ("A ZIP code has five digits, like 37203.", "3720")
    assert editor.accessibleName() == "ZIP, required"
    assert editor.accessibleDescription() == box.error
    box.say_error("")
    assert (box.error, editor.accessibleDescription()) == ("", "five digits")


def test_tabs_make_a_page_when_it_is_first_opened(qtbot: QtBot) -> None:
    tabs = Tabs("tabs_source", "Parts of the source")
    qtbot.addWidget(tabs)
    made: list[str] = []

    def maker(name: str) -> QWidget:
        made.append(name)
        return QLabel(name)

    tabs.add("overview", "Overview", lambda: maker("overview"))
    tabs.add("visits", "Visits", lambda: maker("visits"))
    assert (tabs.current, made) == ("overview", ["overview"])
    tabs.open("visits")
    tabs.open("overview")
    tabs.open("visits")
    assert (tabs.current, made) == ("visits", ["overview", "visits"])


def test_tags_and_dots_have_words_for_a_screen_reader(qtbot: QtBot) -> None:
    tag, dots = Tag("over 12 d", "overdue"), Dots(3, 5)
    qtbot.addWidget(tag)
    qtbot.addWidget(dots)
    assert (tag.accessibleName(), dots.accessibleName()) == ("over 12 d", "Visit 3 of 5")
    tag.say("decide", "good")
    assert (tag.words, tag.kind, tag.accessibleName()) == ("decide", "good", "decide")


def test_a_button_of_an_action_triggers_it_and_makes_room_for_its_keys(qtbot: QtBot) -> None:
    action = QAction("&Log visit")
    action.setObjectName("action_log_visit")
    plain = Button.of_action(action, "primary")
    action.setShortcut(QKeySequence("Ctrl+L"))
    button = Button.of_action(action, "primary")
    qtbot.addWidget(plain)
    qtbot.addWidget(button)
    assert button.sizeHint().width() > plain.sizeHint().width()
    assert button.objectName() == "button_log_visit"
    with qtbot.waitSignal(action.triggered):
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    action.setEnabled(False)
    assert not button.isEnabled()


@pytest.mark.parametrize("percent", [100, 125, 150])
def test_buttons_choices_and_chips_grow_with_the_text(look: Look, qtbot: QtBot, percent: int) -> None:
    look.set_text_size(percent)
    button = Button("Make active", hint="Ctrl M", icon="check")
    choice = Segmented(ADVANCES, "field_advance", "What changed")
    for widget in (button, choice):
        qtbot.addWidget(widget)
        words = widget.fontMetrics().horizontalAdvance("Make active")
        assert widget.sizeHint().width() > words
        assert widget.sizeHint().height() >= widget.fontMetrics().height() + 8


def test_an_empty_place_teaches_with_a_sentence_and_buttons(qtbot: QtBot) -> None:
    button = Button("Import a list", "primary", name="button_import")
    place = EmptyPlace("No sources yet", "Bring in your list.", button)
    qtbot.addWidget(place)
    assert place.findChild(Button, "button_import") is button
    place.say("Nothing matches", "Clear the filter to see all sources.")
    assert "Nothing matches" in [label.text() for label in place.findChildren(QLabel)]


def test_a_mnemonic_of_a_label_is_not_part_of_the_name_that_is_read_out(qtbot: QtBot) -> None:
    field = Field("So&urce", QLineEdit(), required=True)
    qtbot.addWidget(field)
    assert field.editor.accessibleName() == "Source, required"
