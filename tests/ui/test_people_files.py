"""People in from vCards through the window, and out of it to a file."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from hhcrm.queries.people_models import PeopleFilter
from hhcrm.ui.people.cards_dialog import CardsDialog
from hhcrm.ui.people.dialog import PersonDialog
from hhcrm.ui.people.door import PeopleDoor
from hhcrm.ui.people.files import PeopleFiles
from hhcrm.ui.people.kit import PeopleKit
from hhcrm.ui.shared.forms.editors import ChoiceEditor
from hhcrm.ui.shared.look import Look
from tests.ui.people_kit import add_people, open_view
from tests.ui.sources_kit import TODAY, Office


@pytest.fixture
def office(tmp_path: Path, qtbot: QtBot, look: Look) -> Iterator[Office]:
    office = Office.found(tmp_path, qtbot)
    office.fill()
    office.ids |= add_people(office)
    yield office
    office.close()


class Door:
    """The door over a table of people, with backups counted."""

    def __init__(self, office: Office) -> None:
        self.office = office
        self.backups: list[str] = []
        self.view, self.frame = open_view(office)
        files = PeopleFiles(lambda: TODAY, lambda: ZoneInfo("America/Chicago"), self.backups.append)
        self.door = PeopleDoor(office.desks[-1], self.frame, PeopleKit(), files, over=self.view)

    def dialog(self, path: Path) -> CardsDialog:
        opened = self.door.import_cards(path)
        assert isinstance(opened, CardsDialog)
        return opened

    def names(self) -> list[str]:
        return [line.name for line in self.office.questions.people_page(PeopleFilter(), 0, 50).lines]


@pytest.fixture
def door(office: Office) -> Door:
    return Door(office)


def cards(office: Office, *texts: str) -> Path:
    path = office.folder / "people.vcf"
    path.write_text("".join(f"BEGIN:VCARD\r\nVERSION:3.0\r\n{text}\r\nEND:VCARD\r\n" for text in texts), newline="")
    return path


def test_cards_are_seen_chosen_brought_in_and_taken_back(office: Office, door: Door) -> None:
    path = cards(
        office,
        "N:Wells;Nora\r\nEMAIL:nora@mercy.example",
        "N:New;Nina\r\nORG:Mercy Hospital\r\nTEL;TYPE=CELL:615 555 0188",
        "N:Young;Carl\r\nTEL:615 555 0177",
        "N:;;;;",
    )
    dialog = door.dialog(path)
    office.until(lambda: dialog.result_shown is not None)
    assert dialog.words == "4 cards: 1 new, 1 already here, 1 to choose, 1 left out."
    choice = dialog.findChild(ChoiceEditor, "vcards_choice_3")
    assert choice is not None
    choice.setCurrentIndex(1)
    choice.edited.emit()
    assert dialog.answers == {3: office.ids["Carl"]}
    before = door.names()
    office.press(dialog, "vcards_import")
    office.until(lambda: door.frame.toasts)
    assert door.frame.toasts == [("People brought in: 1 new, 1 changed, 1 already here, 1 left out", False)]
    assert door.backups == ["before import"]
    assert set(door.names()) - set(before) == {"Nina New"}
    (undo,) = door.frame.ways
    undo[1]()
    office.until(lambda: len(door.frame.toasts) == 2)
    assert door.names() == before


@pytest.mark.parametrize("content", [b"", b"\x00\xff\x00garbage", b"first,last\r\nAnn,Quill\r\n"])
def test_garbage_is_refused_in_words_and_another_file_can_be_chosen(office: Office, door: Door, content: bytes) -> None:
    path = office.folder / "people.vcf"
    path.write_bytes(content)
    dialog = door.dialog(path)
    office.until(lambda: "holds no vCards" in dialog.words)
    assert not dialog.go.isEnabled()
    dialog.take_file(cards(office, "N:New;Nina"))
    office.until(lambda: dialog.result_shown is not None)
    assert dialog.go.isEnabled()
    dialog.reject()
    assert "Nina New" not in door.names()


def test_a_file_with_nothing_new_has_nothing_to_import(office: Office, door: Door) -> None:
    dialog = door.dialog(cards(office, "N:Wells;Nora\r\nEMAIL:nora@mercy.example"))
    office.until(lambda: dialog.result_shown is not None)
    assert dialog.words == "1 card: 1 already here."
    assert not dialog.go.isEnabled()


@pytest.mark.parametrize(("name", "kind"), [("out", "vCards (*.vcf)"), ("out.csv", "x"), ("out", "Excel (*.xlsx)")])
def test_the_people_shown_are_saved_to_a_file(
    office: Office, door: Door, name: str, kind: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = office.folder / name
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args: (str(target), kind))
    door.door.export((office.ids["Nora"], office.ids["Carl"]))
    office.until(lambda: door.frame.toasts)
    ending = target.suffix or kind.rpartition("*")[2].rstrip(")")
    written = target if target.suffix else target.with_name(f"{name}{ending}")
    assert door.frame.toasts == [(f"2 people saved to {written.name}", False)]
    if ending == ".vcf":
        assert written.read_bytes().count(b"BEGIN:VCARD\r\n") == 2
    elif ending == ".csv":
        assert written.read_text(encoding="utf-8-sig").count("Nora") == 2, "one line for each place"
    else:
        assert written.stat().st_size > 1_000


def test_the_view_exports_what_is_filtered(office: Office) -> None:
    asked: list[tuple[int, ...]] = []
    view, _ = open_view(office, PeopleKit(export=asked.append))
    view.filters.field.setText("mercy")
    office.until(lambda: view.rows.model.total == 2)
    view.export_button.click()
    office.until(lambda: asked)
    assert office.ids["Nora"] in asked[0]
    assert len(asked[0]) == 2


def test_the_card_of_one_person_stands_over_the_window_once(office: Office, door: Door) -> None:
    first = door.door.open(office.ids["Nora"])
    assert door.door.open(office.ids["Carl"]) is first
    assert isinstance(first, PersonDialog)
    office.until(lambda: first.card.whole is not None)
    office.press(first, "person_place_2_open")
    assert not first.isVisible(), "it does not stand over the place one goes to"
    assert door.frame.went == [("sources", {"source_id": office.ids["Mercy Hospital"], "kind": "person"})]
