"""The bar above the table: filter as you type, chips, saved views, column chooser, archived."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import fields
from typing import Any

from PySide6.QtCore import QPoint, QTimer, Signal
from PySide6.QtWidgets import QWidget

from hhcrm.domain.vocabulary import shown
from hhcrm.domain.wording import translate
from hhcrm.domain.words import RhythmStatus, SourceStage
from hhcrm.queries.read_models import Choices, SavedViewLine, SourceFilter
from hhcrm.ui.shared.buttons import Button
from hhcrm.ui.shared.chips import FilterChip
from hhcrm.ui.shared.filter_field import TYPING_MS, FilterField, ViewChip, filter_in
from hhcrm.ui.shared.flow import FlowLayout
from hhcrm.ui.shared.fonts import scaled

NOBODY = "nobody"


def _any() -> tuple[str, str]:
    return "", translate("sources", "any")


def _any_of(words: Iterable[str]) -> tuple[tuple[str, str], ...]:
    return (_any(), *((str(word), shown(str(word))) for word in words))


def spec_of(asked: SourceFilter) -> dict[str, Any]:
    """A filter as a saved view keeps it: JSON-able, without what is empty and without the order."""
    values = {f.name: getattr(asked, f.name) for f in fields(asked) if f.name not in ("sort", "descending")}
    return {name: value for name, value in values.items() if value not in (None, "", False)}


class FilterBar(QWidget):
    """Holds the filter. `changed` comes soon after typing and at once after anything else."""

    changed = Signal()
    view_chosen = Signal(object)
    """The SavedViewLine now chosen."""

    columns_asked = Signal(QPoint)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.field = FilterField(
            "sources_filter",
            translate("sources", "Filter sources as you type"),
            translate("sources", "Finds every text of a source, its people and its notes (/ or Ctrl+F)"),
        )
        self.stage = FilterChip(translate("sources", "Stage"), _any_of(SourceStage), "sources_stage")
        self.type = FilterChip(translate("sources", "Type"), (_any(),), "sources_type")
        self.owner = FilterChip(translate("sources", "Owner"), (_any(),), "sources_owner")
        self.status = FilterChip(translate("sources", "Rhythm"), _any_of(RhythmStatus), "sources_rhythm")
        self.view = ViewChip("sources_view")
        self.pilots = Button(translate("sources", "Pilots"), "bare", size="small", name="sources_pilots")
        self.archived = Button(
            translate("sources", "Archived"), "bare", icon="archive", size="small", name="sources_archived"
        )
        self.clear = Button(translate("sources", "Clear"), "bare", icon="x", size="small", name="sources_clear")
        self.columns = Button(
            translate("sources", "Columns"), "bare", icon="columns-3", size="small", name="sources_columns"
        )
        self._offered: dict[str, set[str]] = {}
        self._placing = False
        self._typing = QTimer(self)
        self._typing.setSingleShot(True)
        self._typing.setInterval(TYPING_MS)
        self._put_together()
        self._connect()

    def filter(self, sort: str = "name", descending: bool = False) -> SourceFilter:
        """The filter in force, in the table's order."""
        owner = self.owner.value
        return SourceFilter(
            typed=self.field.text(),
            stage=SourceStage(self.stage.value) if self.stage.value else None,
            type_id=int(self.type.value) if self.type.value else None,
            owner_id=int(owner) if owner and owner != NOBODY else None,
            status=RhythmStatus(self.status.value) if self.status.value else None,
            archived=self.archived.isChecked(),
            sort=sort or "name",
            descending=descending,
            unassigned=owner == NOBODY,
            with_pilot=self.pilots.isChecked(),
        )

    @property
    def is_empty(self) -> bool:
        """Whether nothing is filtered."""
        return not self.field.text().strip() and self.filter() == SourceFilter(typed=self.field.text())

    def spec(self) -> dict[str, Any]:
        """The filter as a saved view keeps it: JSON-able."""
        return spec_of(self.filter())

    def restore(self, spec: Mapping[str, Any]) -> None:
        """Put a kept filter in force; what no longer exists counts as any. Says so once."""
        self._placing = True
        self.field.setText(str(spec.get("typed", "")))
        for chip, key in ((self.stage, "stage"), (self.type, "type_id"), (self.status, "status")):
            self._put(chip, str(spec.get(key, "")))
        self._put(self.owner, NOBODY if spec.get("unassigned") else str(spec.get("owner_id", "")))
        self.archived.setChecked(bool(spec.get("archived")))
        self.pilots.setChecked(bool(spec.get("with_pilot")))
        self._typing.stop()
        self._placing = False
        self._on_changed()

    def clear_all(self) -> None:
        """Filter nothing."""
        self.restore({})

    def offer(self, choices: Choices) -> None:
        """Types and owners to choose from."""
        before = self.filter()
        types = (_any(), *((str(c.id), c.name) for c in choices.types))
        owners = (_any(), *((str(c.id), c.name) for c in choices.users), (NOBODY, translate("sources", "nobody")))
        for chip, offered in ((self.type, types), (self.owner, owners)):
            chip.set_choices(offered)
            self._offered[chip.objectName()] = {value for value, _ in offered}
        if self.filter() != before:  # by something that is no longer on offer
            self._on_changed()

    def _put_together(self) -> None:
        row = FlowLayout(self, scaled(8))
        for widget in (
            self.field, self.stage, self.type, self.owner, self.status, self.view, self.clear, self.columns,
            self.pilots, self.archived,
        ):  # fmt: skip
            row.addWidget(widget)
        self.pilots.setCheckable(True)
        self.pilots.setToolTip(translate("sources", "Show sources with a pilot that runs or is proposed"))
        self.archived.setCheckable(True)
        self.archived.setToolTip(translate("sources", "Show archived sources instead of those in use"))
        self.clear.setToolTip(translate("sources", "Clear the filter"))
        self.clear.hide()
        self.columns.setToolTip(translate("sources", "Choose columns"))

    def _connect(self) -> None:
        self.field.textChanged.connect(self._on_typed)
        self._typing.timeout.connect(self._on_changed)
        for chip in (self.stage, self.type, self.owner, self.status):
            chip.chosen.connect(self._on_chosen)
        self.archived.toggled.connect(self._on_chosen)
        self.pilots.toggled.connect(self._on_chosen)
        self.clear.clicked.connect(self.clear_all)
        self.view.picked.connect(self._on_view)
        self.columns.clicked.connect(
            lambda: self.columns_asked.emit(self.columns.mapToGlobal(QPoint(0, self.columns.height() + 2)))
        )

    def _on_typed(self) -> None:
        if not self._placing:
            self._typing.start()

    def _on_chosen(self) -> None:
        if not self._placing:
            self._typing.stop()
            self._on_changed()

    def _on_changed(self) -> None:
        self.clear.setVisible(not self.is_empty)
        self.view.follow(self.spec())
        self.changed.emit()

    def _put(self, chip: FilterChip, value: str) -> None:
        """A value that is not on offer counts as any; before there is an offer it is taken on trust."""
        offered = self._offered.get(chip.objectName())
        chip.set_value(value if offered is None or value in offered else "")

    def _on_view(self, view: SavedViewLine | None) -> None:
        if view is None:
            self.clear_all()
            return
        self.restore(filter_in(view))
        self.view_chosen.emit(view)
