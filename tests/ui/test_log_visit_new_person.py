"""Somebody met for the first time is added where the visit is logged, or found to be here already."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot
from sqlalchemy import select

from hhcrm.jobs.runner import Runner
from hhcrm.models.contacts import Affiliation, Contact
from hhcrm.models.visits import VisitContact
from hhcrm.services.commands import AddPerson, Archive, PersonValues
from hhcrm.ui.logvisit.dialog import LogVisitDialog
from hhcrm.ui.shared.look import Look
from hhcrm.ui.shared.memory import ShortMemory
from tests.ui.log_visit_kit import Agency, Window, monday_of_dana

CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
SOURCE = "Oak Grove Assisted Living"


@pytest.fixture
def agency(tmp_path: Path) -> Iterator[Agency]:
    agency = monday_of_dana(tmp_path)
    yield agency
    agency.engine.dispose()


@pytest.fixture
def window(agency: Agency, runner: Runner, look: Look, memory: ShortMemory, qtbot: QtBot) -> Iterator[Window]:
    window = Window(agency, runner, look, memory, qtbot)
    yield window
    window.close()


def opened(window: Window, qtbot: QtBot) -> LogVisitDialog:
    window.main.log_visit(window.agency.ids[SOURCE])
    dialog = window.main.findChild(LogVisitDialog)
    assert dialog is not None
    qtbot.waitUntil(lambda: not dialog.loading and dialog.form.new_person.isVisible())
    return dialog


def test_a_new_person_is_added_by_keyboard_met_and_undone(window: Window, qtbot: QtBot) -> None:
    dialog = opened(window, qtbot)
    form = dialog.form
    QTest.keyClick(form, Qt.Key.Key_E, ALT)
    qtbot.waitUntil(form.new_person.line.hasFocus)
    QTest.keyClicks(form.new_person.line, "Nina Newcomb, RN")
    QTest.keyClick(form.new_person.line, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bool(form.contact_ids.on))
    (nina,) = window.agency.rows(select(Contact.__table__).where(Contact.__table__.c.last_name == "Newcomb"))
    assert (nina.first_name, nina.credentials) == ("Nina", "RN")
    assert nina.id in form.contact_ids.on
    qtbot.waitUntil(form.contact_ids.hasFocus)
    form.advance.set_value("advance")
    form.touched.add("advance")
    dialog.save()
    qtbot.waitUntil(lambda: not shiboken6.isValid(dialog) or not dialog.isVisible())
    met = window.agency.rows(select(VisitContact.__table__.c.contact_id))
    assert (nina.id,) in [tuple(row) for row in met]


def test_without_a_name_it_says_what_to_type_and_esc_closes_the_line_only(window: Window, qtbot: QtBot) -> None:
    dialog = opened(window, qtbot)
    new = dialog.form.new_person
    new.open_line()
    QTest.keyClick(new.line, Qt.Key.Key_Return)
    assert new.field.error == "Type a name, such as Suzy Park."
    QTest.keyClick(new.line, Qt.Key.Key_Escape)
    assert new.button.isVisible()
    assert dialog.isVisible()


def test_somebody_known_elsewhere_is_offered_and_put_here(window: Window, qtbot: QtBot) -> None:
    other = window.agency.ids["Rivergate Dialysis"]
    known = window.agency.actions.add_person(AddPerson(PersonValues("Robert", "Quillfeather"), other)).subject
    dialog = opened(window, qtbot)
    new = dialog.form.new_person
    new.open_line()
    QTest.keyClicks(new.line, "Bob Quillfeather")
    name = f"log_new_person_alike_{known}"
    qtbot.waitUntil(lambda: new.findChild(QAbstractButton, name) is not None)
    button = new.findChild(QAbstractButton, name)
    assert button is not None
    assert button.text() == "Add this source to them"
    button.click()
    qtbot.waitUntil(lambda: known in dialog.form.contact_ids.on)
    at = Affiliation.__table__.c
    sources = window.agency.rows(select(at.source_id).where(at.contact_id == known).order_by(at.id))
    assert [row.source_id for row in sources] == [other, window.agency.ids[SOURCE]]


def test_an_archived_one_is_restored(window: Window, qtbot: QtBot) -> None:
    here = window.agency.ids[SOURCE]
    known = window.agency.actions.add_person(AddPerson(PersonValues("Robert", "Quillfeather"), here)).subject or 0
    window.agency.actions.archive(Archive("contact", (known,)))
    dialog = opened(window, qtbot)
    new = dialog.form.new_person
    new.open_line()
    QTest.keyClicks(new.line, "Robert Quillfeather")
    name = f"log_new_person_alike_{known}"
    qtbot.waitUntil(lambda: new.findChild(QAbstractButton, name) is not None)
    button = new.findChild(QAbstractButton, name)
    assert button is not None
    assert button.text() == "Restore them"
    button.click()
    qtbot.waitUntil(lambda: known in dialog.form.contact_ids.on)


def test_a_half_typed_name_comes_back_with_the_draft_of_the_visit(window: Window, qtbot: QtBot) -> None:
    dialog = opened(window, qtbot)
    dialog.form.new_person.open_line()
    QTest.keyClicks(dialog.form.new_person.line, "Nina New")
    dialog.reject()
    qtbot.waitUntil(lambda: not shiboken6.isValid(dialog))
    (draft,) = window.agency.drafts().all("log_visit")
    assert draft.content["new_person"] == "Nina New"
    again = opened(window, qtbot)
    assert again.form.new_person.line.isVisible()
    assert again.form.new_person.line.text() == "Nina New"
