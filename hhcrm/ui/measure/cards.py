"""The cards at the head of Measure."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QSizePolicy, QWidget

from hhcrm.compat import override
from hhcrm.ui.measure.figures import Figure, waiting
from hhcrm.ui.shared.fonts import scaled
from hhcrm.ui.shared.panel import Panel
from hhcrm.ui.shared.text import Text, is_look_change

_NARROWEST = 190


class FigureCard(Panel):
    """One figure with what it is of, and how it was."""

    def __init__(self, figure: Figure, parent: QWidget | None = None) -> None:
        super().__init__(margin=14, spacing=2, parent=parent)
        self.setObjectName(f"measure_card_{figure.key}")
        self.label = Text("", "small", "muted")
        self.figure = Text("", "figure")
        self.of = Text("", "small", "muted")
        self.before = Text("", "small", "muted")
        for words in (self.label, self.of, self.before):
            words.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        row = QHBoxLayout()
        row.setSpacing(scaled(8))
        row.addWidget(self.figure)
        row.addWidget(self.of, 1)
        self.body.addWidget(self.label)
        self.body.addLayout(row)
        self.body.addWidget(self.before)
        self.show_figure(figure)

    def show_figure(self, figure: Figure) -> None:
        """Show another figure."""
        self.label.setText(figure.label)
        self.figure.setText(figure.figure)
        self.of.setText(figure.of)
        self.before.setText(figure.before)
        self.before.set_tone(figure.tone)
        self.setToolTip(figure.tip)
        self.setAccessibleName(figure.spoken)


class Cards(QWidget):
    """The cards in one row, or in several where there is little room."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._cards = {figure.key: FigureCard(figure) for figure in waiting()}
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(scaled(12))
        self._across = 0
        self._arrange()

    def card(self, key: str) -> FigureCard:
        """One card."""
        return self._cards[key]

    def show_figures(self, figures: Sequence[Figure]) -> None:
        """Show these."""
        for figure in figures:
            self._cards[figure.key].show_figure(figure)

    def _arrange(self) -> None:
        count = len(self._cards)
        fit = max(1, (self.width() + scaled(12)) // scaled(_NARROWEST + 12))
        across = count if fit >= count else min(fit, 3)
        if across == self._across:
            return
        for place, card in enumerate(self._cards.values()):
            self._grid.addWidget(card, place // across, place % across)
        for column in range(count):
            self._grid.setColumnStretch(column, 1 if column < across else 0)
        self._across = across

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if is_look_change(event) and hasattr(self, "_grid"):
            self._arrange()
