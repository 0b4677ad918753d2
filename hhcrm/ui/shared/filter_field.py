"""What filter bars are made of: the field that filters as one types, and the chip of saved views."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import partial
from typing import Any

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QMenu, QSizePolicy

from hhcrm.compat import override
from hhcrm.domain.wording import translate
from hhcrm.queries.read_models import SavedViewLine
from hhcrm.ui.shared.chips import FilterChip
from hhcrm.ui.shared.fonts import scaled
from hhcrm.ui.shared.icons import app_icons
from hhcrm.ui.shared.palette import Colors
from hhcrm.ui.shared.text import is_look_change

TYPING_MS = 100
"""How long after the last key the filter is asked for."""


class FilterField(QLineEdit):
    """Filters while one types; Down goes to the rows, Esc clears. `words` is its name, `tip` what it looks through."""

    went_down = Signal()

    def __init__(self, name: str, words: str, tip: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setAccessibleName(words)
        self.setPlaceholderText(translate("shared", "Filter as you type"))
        self.setToolTip(tip)
        self.setClearButtonEnabled(True)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._icon = QAction(words, self)  # a picture only, but a screen reader comes to it
        self.addAction(self._icon, QLineEdit.ActionPosition.LeadingPosition)
        self._dress()

    def _dress(self) -> None:
        self._icon.setIcon(app_icons().icon("funnel", Colors.of(self).muted))

    @override
    def sizeHint(self) -> QSize:
        return QSize(scaled(190), max(scaled(28), self.fontMetrics().height() + scaled(8)))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(scaled(140), self.sizeHint().height())

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.went_down.emit()
        elif event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        else:
            super().keyPressEvent(event)

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if is_look_change(event) and hasattr(self, "_icon"):
            self._dress()


class ViewChip(FilterChip):
    """Saved views to choose from, with saving and forgetting in the same menu."""

    picked = Signal(object)
    """A view was chosen, or None for none."""

    save_asked = Signal()
    drop_asked = Signal(int)

    def __init__(self, name: str) -> None:
        super().__init__(translate("shared", "View"), (("", translate("shared", "none")),), name)
        self._views: dict[int, SavedViewLine] = {}
        self._marking = False
        self.chosen.connect(self._on_chosen)

    @property
    def view(self) -> SavedViewLine | None:
        """The view in force."""
        return self._views.get(int(self.value)) if self.value else None

    @property
    def view_name(self) -> str:
        """Its name, "" where none is in force."""
        return self.words if self.value else ""

    def offer(self, views: Iterable[SavedViewLine]) -> None:
        """Saved views to choose from."""
        self._views = {view.view_id: view for view in views}
        names = ((str(view.view_id), view.name) for view in self._views.values())
        self.set_choices((("", translate("shared", "none")), *names))

    def mark(self, view_id: int | None) -> None:
        """Show which view is in force, without choosing it again."""
        self._marking = True
        self.set_value("" if view_id is None else str(view_id))
        self._marking = False

    def follow(self, spec: Mapping[str, object]) -> None:
        """The filter is this now: one that is no longer the view's has no view."""
        view = self.view
        if view is not None and dict(filter_in(view)) != spec:
            self.mark(None)

    @override
    def menu(self) -> QMenu:
        menu = super().menu()
        menu.addSeparator()
        save = menu.addAction(translate("shared", "Save this view…"), self.save_asked.emit)
        save.setObjectName(f"{self.objectName()}_save")
        if self.value:
            words = translate("shared", "Forget view {name}").format(name=self.words.replace("&", "&&"))
            drop = menu.addAction(words, partial(self.drop_asked.emit, int(self.value)))
            drop.setObjectName(f"{self.objectName()}_drop")
        return menu

    def _on_chosen(self) -> None:
        if not self._marking:
            self.picked.emit(self.view)


def filter_in(view: SavedViewLine) -> Mapping[str, Any]:
    """The filter that a view keeps."""
    part = view.spec.get("filter")
    return part if isinstance(part, Mapping) else {}
