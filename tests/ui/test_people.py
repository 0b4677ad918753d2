"""People: the table, one person in full, moving, editing, who is here already, drafts; by keyboard."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from hhcrm.services.commands import Archive, EditAffiliation, EditPerson, PersonValues
from hhcrm.ui.people.card import PersonCard
from hhcrm.ui.people.door import PeopleDoor
from hhcrm.ui.people.kit import PeopleContext, PeopleKit
from hhcrm.ui.people.places import PersonOverview
from hhcrm.ui.people.view import PeopleView
from hhcrm.ui.shared.forms.form import Form
from hhcrm.ui.shared.history import HistoryView
from hhcrm.ui.shared.look import Look
from hhcrm.ui.sources.kit import SourcesKit
from hhcrm.ui.sources.people_tab import PeopleTab
from hhcrm.ui.sources.place import SourcesPlace
from tests.ui.people_kit import add_people, form_of, open_view, show
from tests.ui.sources_kit import CONTROL, TODAY, Office


@pytest.fixture
def office(tmp_path: Path, qtbot: QtBot, look: Look) -> Iterator[Office]:
    office = Office.found(tmp_path, qtbot)
    office.fill()
    office.ids |= add_people(office)
    yield office
    office.close()


def names(view: PeopleView) -> list[str]:
    lines = [view.rows.model.line(row) for row in range(view.rows.model.total)]
    return [line.name if line is not None else "" for line in lines]


def overview(view: PeopleView) -> PersonOverview:
    page = view.card.tabs.page("overview")
    assert isinstance(page, PersonOverview)
    return page


def inset(office: Office, view: PeopleView) -> Form:
    office.until(lambda: isinstance(overview(view).editing, Form))
    form = overview(view).editing
    assert isinstance(form, Form)
    return form


def places(view: PeopleView) -> list[tuple[str, str]]:
    whole = view.card.whole
    assert whole is not None
    return [(at.source, "left" if at.until_on else "now") for at in whole.line.affiliations]


def test_the_table_keeps_the_rules_of_item_models_and_filters_as_one_types(office: Office) -> None:
    view, _ = open_view(office)
    tester = QAbstractItemModelTester(view.rows.model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    assert names(view) == ["Maria Ortiz", "Nora Wells, RN", "Carl Young", "Zoe Zabel"]
    view.filters.field.setFocus()
    office.type("mercy")
    office.until(lambda: names(view) == ["Maria Ortiz", "Nora Wells, RN"])
    office.until(lambda: view.words() == "4 people, 2 shown")  # counts are a question of their own, after the rows
    office.key(Qt.Key.Key_Escape)
    office.until(lambda: len(names(view)) == 4)
    view.filters.placeless.click()
    office.until(lambda: names(view) == ["Zoe Zabel"])
    view.filters.clear.click()
    office.until(lambda: len(names(view)) == 4)
    del tester


def test_a_nurse_moves_to_another_hospital_by_keyboard_and_both_histories_stay(office: Office) -> None:
    view, frame = open_view(office)
    show(office, view, office.ids["Carl"])
    overview(view).move_away(2 + 2)
    form = inset(office, view)
    office.type("merc")
    office.until(lambda: (popup := QApplication.activePopupWidget()) is not None and popup.isVisible())
    popup = QApplication.activePopupWidget()
    assert popup is not None
    QTest.keyClick(popup, Qt.Key.Key_Down)
    QTest.keyClick(popup, Qt.Key.Key_Return)
    office.until(lambda: form.texts()["source_id"].endswith("Mercy Hospital"))
    office.key(Qt.Key.Key_Return, CONTROL)
    office.until(lambda: places(view) == [("Oak Grove Living", "left"), ("Mercy Hospital", "now")])
    assert frame.toasts == [("Carl Young moved", True)]
    office.undo(view)  # type: ignore[arg-type]  # any place will do
    office.until(lambda: places(view) == [("Oak Grove Living", "now")])


def test_a_move_needs_a_source_and_a_day(office: Office) -> None:
    view, _ = open_view(office)
    show(office, view, office.ids["Nora"])
    overview(view).move_away(2)
    form = inset(office, view)
    form.save.click()
    assert "pick the source" in form.field("source_id").error
    form.type_into("source_id", f"{office.ids['Patel Medicine']}\tPatel Medicine")
    form.type_into("on_day", "")
    form.save.click()
    assert "on which day" in form.field("on_day").error


def test_a_place_changed_meanwhile_is_put_together_or_asked_about(office: Office) -> None:
    view, _ = open_view(office)
    show(office, view, office.ids["Nora"])
    overview(view).edit_place(2)
    form = inset(office, view)
    office.actions.edit_affiliation(EditAffiliation(2, 1, None, "Nurse manager", "", TODAY, None))
    form.type_into("department", "5 West")
    form.save.click()
    office.until(lambda: overview(view).editing is None)
    whole = view.card.whole
    assert whole is not None
    office.until(lambda: view.card.whole is not None and view.card.whole.line.affiliations[0].department == "5 West")
    assert view.card.whole is not None
    assert view.card.whole.line.affiliations[0].title == "Nurse manager"
    overview(view).edit_place(2)
    form = inset(office, view)
    office.actions.edit_affiliation(EditAffiliation(2, 3, None, "Director", "5 West", TODAY, None))
    form.type_into("title", "Chief")
    form.save.click()
    office.until(lambda: form.undecided == ["title"])


def test_a_person_is_edited_with_kinds_of_numbers_and_addresses(office: Office) -> None:
    view, frame = open_view(office)
    card = show(office, view, office.ids["Nora"])
    card.edit()
    form = form_of(card)
    form.type_into("phones", "mobile\t6155550199\nwork\t(615) 555-0142")
    form.type_into("emails", "home\tnora@mail.example")
    form.save.click()
    office.until(lambda: card.form is None and card.whole is not None and len(card.whole.line.phones) == 2)
    assert card.whole is not None
    assert [(str(p.kind), p.number) for p in card.whole.line.phones] == [
        ("mobile", "(615) 555-0199"), ("work", "(615) 555-0142"),
    ]  # fmt: skip
    assert [(str(e.kind), e.address) for e in card.whole.line.emails] == [("home", "nora@mail.example")]
    assert frame.toasts[-1] == ("Nora Wells saved", True)


def test_a_conflict_is_settled_field_by_field(office: Office) -> None:
    view, _ = open_view(office)
    card = show(office, view, office.ids["Nora"])
    card.edit()
    form = form_of(card)
    whole = card.whole
    assert whole is not None
    office.actions.edit_person(EditPerson(whole.contact_id, whole.line.version, PersonValues("Nora", "Welles")))
    form.type_into("last_name", "Wells-Kim")
    form.save.click()
    office.until(lambda: form.undecided == ["last_name"])
    office.press(card, "person_form_last_name_take_theirs")
    office.until(lambda: form.texts()["last_name"] == "Welles")


def test_who_is_here_already_is_said_under_the_field_and_opened(office: Office) -> None:
    view, _ = open_view(office)
    view.add_person()
    form = form_of(view.card)
    form.type_into("first_name", "Nora")
    form.type_into("last_name", "Wells")
    watch = view.card.watch
    assert watch is not None
    office.until(lambda: watch.offers)
    assert watch.offers[0].words == "Already here? Nora Wells, RN, Mercy Hospital"
    office.press(view, f"person_form_last_name_alike_{office.ids['Nora']}")
    office.until(lambda: view.card.whole is not None and view.card.whole.contact_id == office.ids["Nora"])


def test_an_archived_one_is_offered_to_be_restored(office: Office) -> None:
    office.actions.archive(Archive("contact", (office.ids["Nora"],), "moved away"))
    view, frame = open_view(office)
    view.add_person()
    form = form_of(view.card)
    form.type_into("phones", "work\t615 555 0142")
    watch = view.card.watch
    assert watch is not None
    office.until(lambda: watch.offers)
    assert watch.offers[0].words == "The same phone: Nora Wells, RN, Mercy Hospital (archived)"
    office.press(view, f"person_form_phones_alike_{office.ids['Nora']}")
    office.until(lambda: view.card.whole is not None and view.card.whole.contact_id == office.ids["Nora"])
    office.until(lambda: view.card.whole is not None and view.card.whole.archived_at is None)
    assert frame.toasts == [("Restored", True)]
    assert list((office.folder / "drafts").iterdir()) == []


def test_archived_with_a_reason_and_brought_back(office: Office) -> None:
    view, _ = open_view(office)
    card = show(office, view, office.ids["Zoe"])
    card.archive()
    office.type("retired")
    office.key(Qt.Key.Key_Return)
    office.until(lambda: card.archived.text().endswith("by Dana Whitfield: retired"))
    assert card.edit_button.isHidden()
    card.restore_button.click()
    office.until(lambda: card.archived.isHidden())


def test_half_typed_is_offered_again_after_a_crash(office: Office) -> None:
    view, _ = open_view(office)
    view.add_person()
    form = form_of(view.card)
    form.type_into("last_name", "Quillfeather")
    form.keep_draft()
    office.until(lambda: list((office.folder / "drafts").glob("*.json")))
    other, _ = open_view(office)
    office.until(lambda: not other.drafts.isHidden())
    assert other.drafts.words.startswith("A new person, left half-filled")
    office.press(other, "people_drafts_take")
    office.until(lambda: other.card.form is not None)
    assert form_of(other.card).texts()["last_name"] == "Quillfeather"


def test_history_gives_a_field_its_past_back(office: Office) -> None:
    view, _ = open_view(office)
    card = show(office, view, office.ids["Zoe"])
    office.actions.edit_person(EditPerson(office.ids["Zoe"], 1, PersonValues("Zoe", "Zabell")))
    card.tabs.open("history")
    page = card.tabs.page("history")
    assert isinstance(page, HistoryView)
    office.until(lambda: page.lines and page.lines[0].changes)
    line = page.lines[0]
    office.press(card, f"history_{line.step_id}_contact_{line.row_id}_last_name_revert")
    card.refresh()
    office.until(lambda: card.whole is not None and card.whole.line.last_name == "Zabel")


def test_a_place_leads_to_its_source(office: Office) -> None:
    view, frame = open_view(office)
    show(office, view, office.ids["Carl"])
    office.press(view, "person_place_4_open")
    assert frame.went == [("sources", {"source_id": office.ids["Oak Grove Living"], "kind": "person"})]


def test_one_that_is_gone_leaves_an_empty_card(office: Office) -> None:
    _, frame = open_view(office)
    card = PersonCard(PeopleContext(office.desks[-1], frame, PeopleKit()))  # no table beside it that chooses another
    office.widgets.append(card)
    card.show_person(office.ids["Zoe"])
    office.until(lambda: card.whole is not None)
    card.show_person(4711)
    office.until(lambda: card.whole is None)
    assert frame.faults == []


def test_at_a_source_this_place_is_added_to_who_is_here_already(office: Office) -> None:
    place, frame = office.open()
    office.ready(place)
    place.pane.tabs.open("people")
    tab = place.pane.tabs.page("people")
    assert isinstance(tab, PeopleTab)
    office.until(lambda: tab.people)
    tab.add()
    form = tab.editing
    assert isinstance(form, Form)
    form.type_into("first_name", "Karl")
    form.type_into("last_name", "Young")
    office.until(lambda: tab.watch is not None and tab.watch.offers)
    assert tab.watch is not None
    assert (tab.watch.offers[0].words, tab.watch.offers[0].act_words) == (
        "Already here? Carl Young, Oak Grove Living", "Add this place to them",
    )  # fmt: skip
    form.type_into("title", "Weekends")
    office.press(place, f"person_last_name_alike_{office.ids['Carl']}")
    office.until(lambda: tab.editing is None and any(person.name == "Carl Young" for person in tab.people))
    carl = office.questions.person(office.ids["Carl"])
    assert [(at.source, at.title) for at in carl.affiliations] == [
        ("Oak Grove Living", ""), ("Mercy Hospital", "Weekends"),
    ]  # fmt: skip
    assert frame.toasts == [("Karl Young added", True)]
    assert not list((office.folder / "drafts").glob("*.json"))


def test_at_a_source_an_archived_one_is_restored(office: Office) -> None:
    office.actions.archive(Archive("contact", (office.ids["Nora"],)))
    place, _ = office.open()
    office.ready(place)
    place.pane.tabs.open("people")
    tab = place.pane.tabs.page("people")
    assert isinstance(tab, PeopleTab)
    office.until(lambda: tab.people)
    tab.add()
    form = tab.editing
    assert isinstance(form, Form)
    form.type_into("emails", "work\tnora@mercy.example")
    office.press(place, f"person_emails_alike_{office.ids['Nora']}")
    office.until(lambda: tab.editing is None and any(person.name == "Nora Wells, RN" for person in tab.people))


def test_a_person_who_was_found_is_shown_among_the_people_of_sources(office: Office) -> None:
    place, frame = office.open(show=False)
    desk = office.desks[-1]
    kit = SourcesKit(people=PeopleDoor(desk, frame, PeopleKit()))
    place = SourcesPlace(desk, frame, kit)
    office.widgets.append(place)
    place.resize(1100, 760)
    place.show()
    place.refresh()
    mercy = office.ids["Mercy Hospital"]
    place.show_where(source_id=mercy, kind="person", item_id=office.ids["Nora"])
    view = place.switch.view
    assert isinstance(view, PeopleView)
    office.until(lambda: view.card.whole is not None and view.card.whole.name == "Nora Wells, RN")
    office.until(lambda: place.head.beside.text() == "4 people")
    assert [button.isHidden() for button in (place.add_button, view.add_button)] == [True, False]
    assert place.source_in_sight() is None
    place.show_where(source_id=mercy, kind="person")
    office.until(lambda: place.pane.detail is not None and place.pane.detail.source_id == mercy)
    assert place.pane.tabs.current == "people"
    assert not place.switch.shows_people
    assert place.source_in_sight() == mercy
    office.until(lambda: place.head.beside.text() == "5 sources")
    place.show_where(source_id=mercy, kind="visit")
    assert place.pane.tabs.current == "visits", "at once: the source stands there already"
