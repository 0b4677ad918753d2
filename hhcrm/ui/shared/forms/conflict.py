"""Somebody changed the same field meanwhile: theirs or mine."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from hhcrm.domain.wording import translate
from hhcrm.ui.shared.buttons import Button
from hhcrm.ui.shared.flow import FlowLayout
from hhcrm.ui.shared.fonts import scaled
from hhcrm.ui.shared.text import Text


class ConflictRow(QWidget):
    """Stands below a field. Until one of the two is chosen, nothing is saved."""

    kept = Signal()
    taken = Signal()

    def __init__(self, name: str, theirs: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.decided = False
        self._words = Text(
            translate("forms", "Somebody changed this to: {value}").format(
                value=theirs or translate("forms", "nothing")
            ),
            "small",
            "overdue",
            wrap=True,
        )
        self._keep = Button(translate("forms", "Keep mine"), size="small", name=f"{name}_keep_mine")
        self._take = Button(translate("forms", "Take theirs"), size="small", name=f"{name}_take_theirs")
        self._keep.clicked.connect(self._on_keep)
        self._take.clicked.connect(self._on_take)
        holder = QWidget()
        row = FlowLayout(holder, scaled(6))
        row.addWidget(self._keep)
        row.addWidget(self._take)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(scaled(4))
        column.addWidget(self._words)
        column.addWidget(holder)

    def _on_keep(self) -> None:
        self._decide(translate("forms", "Yours is kept."))
        self.kept.emit()

    def _on_take(self) -> None:
        self._decide(translate("forms", "Theirs is taken."))
        self.taken.emit()

    def _decide(self, words: str) -> None:
        self.decided = True
        self._words.set_tone("muted")
        self._words.setText(words)
        self._keep.hide()
        self._take.hide()
