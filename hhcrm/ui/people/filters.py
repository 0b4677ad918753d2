"""The bar above the table of people: filter as you type, chips, columns, archived."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import QPoint, QTimer, Signal
from PySide6.QtWidgets import QWidget

from hhcrm.domain.vocabulary import shown
from hhcrm.domain.wording import translate
from hhcrm.domain.words import BuyingRole, Channel
from hhcrm.queries.people_models import PeopleFilter
from hhcrm.queries.read_models import Choices
from hhcrm.ui.shared.buttons import Button
from hhcrm.ui.shared.chips import FilterChip
from hhcrm.ui.shared.filter_field import TYPING_MS, FilterField
from hhcrm.ui.shared.flow import FlowLayout
from hhcrm.ui.shared.fonts import scaled


class PeopleFilterBar(QWidget):
    """Holds the filter. `changed` comes soon after typing and at once after anything else."""

    changed = Signal()
    columns_asked = Signal(QPoint)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.field = FilterField(
            "people_filter",
            translate("people", "Filter people as you type"),
            translate("people", "Finds names, numbers, addresses, needs, notes and places (/ or Ctrl+F)"),
        )
        self.role = FilterChip(translate("people", "Role"), self._any(()), "people_role")
        self.part = FilterChip(translate("people", "Part"), self._any(_words(BuyingRole)), "people_part")
        self.channel = FilterChip(translate("people", "Prefers"), self._any(_words(Channel)), "people_channel")
        self.placeless = Button(translate("people", "No place any more"), size="small", name="people_placeless")
        self.columns = Button(
            translate("people", "Columns"), "bare", icon="columns-3", size="small", name="people_columns"
        )
        self.archived = Button(
            translate("people", "Archived"), "bare", icon="archive", size="small", name="people_archived"
        )
        self.clear = Button(translate("people", "Clear"), "bare", size="small", name="people_clear")
        self._typing = QTimer(self)
        self._typing.setSingleShot(True)
        self._typing.setInterval(TYPING_MS)
        self._quiet = False
        self._put_together()
        self._connect()

    def filter(self, sort: str, descending: bool) -> PeopleFilter:
        """What is filtered now, in an order."""
        return PeopleFilter(
            typed=self.field.text().strip(),
            role_id=int(self.role.value) if self.role.value else None,
            buying_role=BuyingRole(self.part.value) if self.part.value else None,
            channel=Channel(self.channel.value) if self.channel.value else None,
            placeless=self.placeless.isChecked(),
            archived=self.archived.isChecked(),
            sort=sort or "name",
            descending=descending,
        )

    @property
    def is_empty(self) -> bool:
        """Whether nothing is filtered."""
        return self.filter("name", False) == PeopleFilter()

    def offer(self, choices: Choices) -> None:
        """Roles to choose from."""
        self._quiet = True
        self.role.set_choices(self._any([(str(role.id), role.name) for role in choices.roles]))
        self._quiet = False

    def clear_all(self) -> None:
        """Filter nothing."""
        self.restore({})

    def restore(self, spec: Mapping[str, Any]) -> None:
        """Take over a filter."""
        self._quiet = True
        self.field.setText(str(spec.get("typed", "")))
        for chip, key in ((self.role, "role_id"), (self.part, "buying_role"), (self.channel, "channel")):
            chip.set_value(str(spec.get(key, "")))
        self.placeless.setChecked(bool(spec.get("placeless")))
        self.archived.setChecked(bool(spec.get("archived")))
        self._typing.stop()
        self._quiet = False
        self._on_changed()

    def _any(self, choices: Sequence[tuple[str, str]]) -> list[tuple[str, str]]:
        return [("", translate("people", "any")), *choices]

    def _put_together(self) -> None:
        row = FlowLayout(self, scaled(8))
        for widget in (
            self.field, self.role, self.part, self.channel, self.placeless, self.clear, self.columns, self.archived,
        ):  # fmt: skip
            row.addWidget(widget)
        for button in (self.placeless, self.archived):
            button.setCheckable(True)
        self.placeless.setToolTip(translate("people", "Who has left everywhere and began nowhere else"))
        self.archived.setToolTip(translate("people", "Show archived people instead of those in use"))
        self.clear.setToolTip(translate("people", "Clear the filter"))
        self.columns.setToolTip(translate("people", "Choose columns"))
        self.clear.hide()

    def _connect(self) -> None:
        self.field.textChanged.connect(lambda _text: None if self._quiet else self._typing.start())
        self._typing.timeout.connect(self._on_changed)
        for chip in (self.role, self.part, self.channel):
            chip.chosen.connect(self._on_chosen)
        for button in (self.placeless, self.archived):
            button.toggled.connect(self._on_chosen)
        self.clear.clicked.connect(self.clear_all)
        self.columns.clicked.connect(
            lambda: self.columns_asked.emit(self.columns.mapToGlobal(QPoint(0, self.columns.height() + 2)))
        )

    def _on_chosen(self, _value: object = None) -> None:
        if not self._quiet:
            self._typing.stop()
            self._on_changed()

    def _on_changed(self) -> None:
        self.clear.setVisible(not self.is_empty)
        self.changed.emit()


def _words(kinds: type[BuyingRole] | type[Channel]) -> list[tuple[str, str]]:
    return [(str(word), shown(str(word))) for word in kinds]
