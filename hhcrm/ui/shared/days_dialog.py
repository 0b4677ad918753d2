"""Days of one's own choice, to measure or to tell of."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from hhcrm.domain.days import read_day
from hhcrm.domain.errors import RuleBroken
from hhcrm.domain.wording import translate
from hhcrm.ui.shared.buttons import Button
from hhcrm.ui.shared.field import Field
from hhcrm.ui.shared.fonts import scaled
from hhcrm.ui.shared.text import Text, set_ground


class DaysDialog(QDialog):
    """Asks for the first and the last day; what is typed stays until it is understood.

    `name` tells the names of one place's dialog from those of another's.
    """

    chosen = Signal(object, object)
    """First and last day."""

    def __init__(
        self, start: date, end: date, today: date, parent: QWidget | None = None, name: str = "measure"
    ) -> None:
        super().__init__(parent)
        title = translate("measure", "Days to measure")
        self.setObjectName(f"dialog_{name}_days")
        self.setAccessibleName(title)
        self.setWindowTitle(title)
        set_ground(self, "panel")
        self._today = today
        self.first, self.last = QLineEdit(f"{start:%m/%d/%Y}"), QLineEdit(f"{end:%m/%d/%Y}")
        self._first = Field(translate("measure", "From"), self.first, name=f"field_{name}_from", required=True)
        self._last = Field(translate("measure", "To"), self.last, name=f"field_{name}_to", required=True)
        cancel = Button(translate("measure", "Cancel"), name=f"button_{name}_days_cancel")
        cancel.clicked.connect(self.reject)
        take = Button(translate("measure", "Measure these days"), "primary", name=f"button_{name}_days")
        take.setDefault(True)
        take.clicked.connect(self._on_take)
        days, buttons = QHBoxLayout(), QHBoxLayout()
        days.setSpacing(scaled(12))
        for field in (self._first, self._last):
            days.addWidget(field, 1, Qt.AlignmentFlag.AlignTop)
        buttons.addStretch(1)
        buttons.addWidget(cancel)
        buttons.addWidget(take)
        column = QVBoxLayout(self)
        column.setContentsMargins(scaled(24), scaled(20), scaled(24), scaled(20))
        column.setSpacing(scaled(14))
        column.addWidget(Text(title, "title"))
        column.addLayout(days)
        column.addLayout(buttons)
        self.resize(scaled(400), self.sizeHint().height())
        self.first.setFocus()
        self.first.selectAll()

    def _on_take(self) -> None:
        start, end = self._read(self._first, self.first), self._read(self._last, self.last)
        if start is None or end is None:
            self._make_room()
            return
        if start > end:
            self._last.say_error(translate("measure", "The last day lies before the first one."))
            self.last.setFocus()
            self._make_room()
            return
        self.accept()
        self.chosen.emit(start, end)

    def _make_room(self) -> None:
        """A fault may take several lines."""
        layout = self.layout()
        if layout is not None:
            layout.activate()
            self.resize(self.width(), max(self.height(), layout.totalHeightForWidth(self.width())))

    def _read(self, field: Field, edit: QLineEdit) -> date | None:
        try:
            day = read_day(edit.text(), self._today)
        except RuleBroken as fault:
            field.say_error(str(fault))
            edit.setFocus()
            return None
        field.say_error("")
        return day
