"""Commitments where they stand: in the tab of a source and at its visits."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from hhcrm.domain.words import CommitmentStatus
from hhcrm.services.commands import Archive, EditCommitment
from hhcrm.ui.shared.forms.commitment_blanks import Whom
from hhcrm.ui.shared.forms.form import Form
from hhcrm.ui.shared.look import Look
from hhcrm.ui.sources.commitments_tab import CommitmentsTab
from hhcrm.ui.sources.place import SourcesPlace
from hhcrm.ui.sources.visits_tab import VisitsTab
from tests.ui.sources_kit import CONTROL, TODAY, Office


@pytest.fixture
def office(tmp_path: Path, qtbot: QtBot, look: Look) -> Iterator[Office]:
    office = Office.found(tmp_path, qtbot)
    office.fill()
    yield office
    office.close()


def opened(place: SourcesPlace, office: Office) -> CommitmentsTab:
    office.ready(place)
    place.pane.tabs.open("commitments")
    page = place.pane.tabs.page("commitments")
    assert isinstance(page, CommitmentsTab)
    office.until(lambda: page.items)
    return page


def form_in(office: Office, tab: CommitmentsTab) -> Form:
    office.until(lambda: isinstance(tab.editing, Form))
    assert isinstance(tab.editing, Form)
    return tab.editing


def states(tab: CommitmentsTab) -> list[tuple[str, CommitmentStatus]]:
    return [(item.text, item.status) for item in tab.items]


def test_one_is_written_down_by_keyboard_alone_and_undone(office: Office) -> None:
    place, frame = office.open()
    tab = opened(place, office)
    tab.add()
    form_in(office, tab)
    office.type("Call the daughter")
    office.key(Qt.Key.Key_Tab)
    office.type("Friday")
    office.key(Qt.Key.Key_Return)
    office.key(Qt.Key.Key_Down)  # to whom: the one person there
    office.key(Qt.Key.Key_Return, CONTROL)
    office.until(lambda: len(tab.items) == 2 and tab.editing is None)
    made = tab.items[1]
    assert (made.text, made.due_on, made.contact, made.owner) == (
        "Call the daughter", TODAY + timedelta(4), "Maria Ortiz", "Dana Whitfield",
    )  # fmt: skip
    assert frame.toasts == [("Commitment written down", True)]
    office.undo(place)
    office.until(lambda: len(tab.items) == 1)


def test_the_form_asked_for_at_one_source_does_not_open_at_another(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    place, _ = office.open()
    tab = opened(place, office)
    late: list[Callable[[Whom], None]] = []
    with monkeypatch.context() as patched:
        patched.setattr(tab._context.desk, "read", lambda _ask, then, *_more, **_kw: late.append(then))
        tab.add()
    tab.show_source(office.questions.source_detail(office.ids["Oak Grove Living"]))
    late[-1](Whom((), ()))
    assert tab.editing is None


def test_what_is_missing_is_said_beside_its_field(office: Office) -> None:
    place, _ = office.open()
    tab = opened(place, office)
    tab.add()
    form = form_in(office, tab)
    form.type_into("text", "Call")
    form.save.click()
    assert "by which day" in form.field("due_on").error
    form.type_into("due_on", "Nov 1")
    form.save.click()
    office.until(lambda: "before it was promised" in form.field("due_on").error)


def test_broken_needs_a_reason_and_can_be_opened_again(office: Office) -> None:
    place, _ = office.open()
    tab = opened(place, office)
    key = tab.items[0].commitment_id
    office.press(place, f"source_commitments_{key}_broken")
    form = form_in(office, tab)
    form.type_into("closed_on", "today")
    form.type_into("why", " ")
    form.save.click()
    office.until(lambda: "Say why" in form.field("why").error)
    form.type_into("why", "Printer broke")
    form.save.click()
    office.until(lambda: tab.editing is None and tab.items[0].status is CommitmentStatus.BROKEN)
    assert (tab.items[0].why, tab.items[0].closed_on) == ("Printer broke", TODAY)
    assert tab.balance.text() == "1 broken"
    office.press(place, f"source_commitments_{key}_reopen")
    office.until(lambda: tab.items[0].status is CommitmentStatus.OPEN)


def test_kept_with_one_press_and_the_filter_shows_what_is_asked_for(office: Office) -> None:
    place, frame = office.open()
    tab = opened(place, office)
    office.press(place, f"source_commitments_{tab.items[0].commitment_id}_kept")
    office.until(lambda: tab.items[0].status is CommitmentStatus.KEPT)
    assert frame.toasts == [("Commitment kept", True)]
    assert tab.balance.text() == "1 kept"
    for show, count in (("open", 0), ("kept", 1), ("overdue", 0), ("all", 1)):
        tab.chip.set_value(show)
        office.until(lambda count=count: len(tab.items) == count)  # type: ignore[misc]  # mypy cannot infer this lambda


def test_the_day_moves_and_a_change_made_meanwhile_is_put_together(office: Office) -> None:
    place, frame = office.open()
    tab = opened(place, office)
    item = tab.items[0]
    office.press(place, f"source_commitments_{item.commitment_id}_move")
    form = form_in(office, tab)
    office.actions.edit_commitment(EditCommitment(item.commitment_id, item.version, {"text": "Bring two scorecards"}))
    form.type_into("due_on", "12/4")
    form.save.click()
    office.until(lambda: tab.editing is None and f"{tab.items[0].due_on:%m/%d}" == "12/04")
    assert tab.items[0].text == "Bring two scorecards"
    assert frame.faults == []


def test_a_day_that_somebody_else_moved_too_is_asked_about(office: Office) -> None:
    place, _ = office.open()
    tab = opened(place, office)
    item = tab.items[0]
    office.press(place, f"source_commitments_{item.commitment_id}_move")
    form = form_in(office, tab)
    days = {"due_on": TODAY + timedelta(30)}
    office.actions.edit_commitment(EditCommitment(item.commitment_id, item.version, days))
    form.type_into("due_on", "12/4")
    form.save.click()
    office.until(lambda: form.undecided == ["due_on"])


def test_half_typed_is_kept_when_another_form_opens_at_once(office: Office) -> None:
    place, _ = office.open()
    tab = opened(place, office)
    tab.add()
    first = form_in(office, tab)
    first.type_into("text", "Bring pens")
    tab.edit(tab.items[0].commitment_id)
    office.until(lambda: tab.editing is not first and isinstance(tab.editing, Form))
    office.until(lambda: any("Bring pens" in each.read_text() for each in (office.folder / "drafts").glob("*.json")))


def test_half_typed_is_kept_and_offered_again_after_a_crash(office: Office) -> None:
    place, _ = office.open()
    tab = opened(place, office)
    tab.add()
    form = form_in(office, tab)
    form.type_into("text", "Bring pens")
    tab.end_edit()
    form.keep_draft()
    office.until(lambda: list((office.folder / "drafts").glob("*.json")))
    other, _ = office.open()
    office.until(lambda: not other.drafts.isHidden())
    assert "A commitment to Mercy Hospital" in other.drafts.words
    office.press(other, "drafts_take")
    page = None

    def typed() -> bool:
        nonlocal page
        page = other.pane.tabs.page("commitments")
        return isinstance(page, CommitmentsTab) and isinstance(page.editing, Form)

    office.until(typed)
    assert isinstance(page, CommitmentsTab)
    assert form_in(office, page).texts()["text"] == "Bring pens"


def test_a_visit_shows_what_was_promised_at_it(office: Office) -> None:
    place, _ = office.open()
    office.ready(place)
    place.pane.tabs.open("visits")
    visits = place.pane.tabs.page("visits")
    assert isinstance(visits, VisitsTab)
    office.until(lambda: visits.lines)
    office.press(place, f"visit_{visits.lines[0].visit_id}_promise")
    tab = place.pane.tabs.page("commitments")
    assert isinstance(tab, CommitmentsTab)
    form = form_in(office, tab)
    form.type_into("text", "Send the fall sheet")
    form.type_into("due_on", "tomorrow")
    form.save.click()
    office.until(lambda: tab.editing is None and len(tab.items) == 2)
    place.pane.tabs.open("visits")
    office.until(lambda: any("Send the fall sheet" in label.text() for label in visits.findChildren(QLabel)))


def test_one_archived_meanwhile_leaves_the_list(office: Office) -> None:
    place, _ = office.open()
    tab = opened(place, office)
    office.actions.archive(Archive("commitment", (tab.items[0].commitment_id,)))
    place.refresh()
    office.until(lambda: tab.items == ())
