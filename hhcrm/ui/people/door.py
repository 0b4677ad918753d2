"""The way into the room of people: their table for Sources, one of them over the window."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from PySide6.QtWidgets import QDialog, QFileDialog, QWidget

from hhcrm.domain.wording import translate
from hhcrm.ui.people.cards_dialog import CardsDialog
from hhcrm.ui.people.dialog import PersonDialog
from hhcrm.ui.people.files import CARDS, CSV, XLSX, PeopleFiles
from hhcrm.ui.people.kit import PeopleContext, PeopleKit
from hhcrm.ui.people.view import PeopleView
from hhcrm.ui.shared.desk import Desk
from hhcrm.ui.shared.frame_port import Frame
from hhcrm.ui.shared.one_dialog import OneDialog


class PeopleDoor:
    """Make one per window. `over` is the window that the dialogs stand over; without `files` nothing goes out or in."""

    def __init__(
        self,
        desk: Desk,
        frame: Frame,
        kit: PeopleKit,
        files: PeopleFiles | None = None,
        over: QWidget | None = None,
    ) -> None:
        self._desk = desk
        self._frame = frame
        self._files = files
        self._kit = kit if files is None else replace(kit, export=self.export, import_cards=self.import_cards)
        self._one = OneDialog(frame, over)

    def view(self) -> PeopleView:
        """A table of people."""
        return PeopleView(PeopleContext(self._desk, self._frame, self._kit))

    def open(self, contact_id: int) -> QDialog:
        """One person in full over the window; one dialog deep."""
        return self._one.standing() or self._one.show(
            PersonDialog(PeopleContext(self._desk, self._frame, self._kit), contact_id, self._one.over)
        )

    def import_cards(self, path: Path | None = None) -> QDialog | None:
        """Bring people in from vCards, beginning with a file when one is given."""
        if self._files is None:
            return None
        standing = self._one.standing()
        if standing is not None:
            return standing
        dialog = CardsDialog(self._desk, self._frame, self._files, self._one.over)
        self._one.show(dialog)
        if path is not None:
            dialog.take_file(path)
        return dialog

    def export(self, ids: tuple[int, ...]) -> None:
        """Ask for a file and write these people to it: vCards, CSV or Excel by its ending."""
        path = ask_for_file(self._one.over)
        if path is not None:
            self.export_to(path, ids)

    def export_to(self, path: Path, ids: tuple[int, ...]) -> None:
        """Write these people to a file."""
        files = self._files
        if files is None:
            return
        self._desk.read(
            lambda q: files.export(q, path, ids), lambda count: self._say_saved(count, path), self._frame.fault
        )

    def _say_saved(self, count: int, path: Path) -> None:
        words = (
            translate("people", "1 person saved to {name}")
            if count == 1
            else translate("people", "{count:,} people saved to {name}")
        )
        self._frame.toast(words.format(count=count, name=path.name))


def ask_for_file(over: QWidget | None) -> Path | None:
    """Where to save people to; a name without an ending becomes a file of vCards."""
    kinds = ";;".join(
        (
            translate("people", "vCards (*.vcf)"),
            translate("people", "CSV (*.csv)"),
            translate("people", "Excel (*.xlsx)"),
        )
    )
    name, kind = QFileDialog.getSaveFileName(over, translate("people", "Save people"), "people.vcf", kinds)
    if not name:
        return None
    path = Path(name)
    ending = next((each for each in (CARDS, CSV, XLSX) if f"*{each}" in kind), CARDS)
    return path if path.suffix.lower() in (CARDS, CSV, XLSX) else path.with_name(f"{path.name}{ending}")
