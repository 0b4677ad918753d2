"""Setting an agency up: what is asked is checked where it is typed."""

from __future__ import annotations

from PySide6.QtWidgets import QAbstractButton, QLineEdit
from pytestqt.qtbot import QtBot

from hhcrm.ui.frame.set_up import SetUpDialog
from hhcrm.ui.shared.look import Look


def test_a_zip_code_of_four_digits_is_asked_for_again_and_not_filled_up(qtbot: QtBot, look: Look) -> None:
    dialog = SetUpDialog()
    qtbot.addWidget(dialog)
    asked: list[str] = []
    dialog.asked.connect(lambda _name, code, _people: asked.append(code))

    def begin(code: str) -> None:
        for name, words in (("field_agency_name", "A"), ("field_agency_zip", code), ("field_person_1", "Dana")):
            editor = dialog.findChild(QLineEdit, name)
            assert editor is not None
            editor.setText(words)
        button = dialog.findChild(QAbstractButton, "button_begin")
        assert button is not None
        button.click()

    begin("3720")
    assert asked == []
    begin("37203")
    assert asked == ["37203"]
