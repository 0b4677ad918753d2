"""Where one is among the pages: 1 File, 2 Columns, 3 Preview, 4 Import."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QHBoxLayout, QWidget

from hhcrm.domain.wording import translate
from hhcrm.ui.shared.fonts import scaled
from hhcrm.ui.shared.text import Text


class StepLine(QWidget):
    """The pages in a line; the present one is told by weight and colour."""

    def __init__(self, steps: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("import_steps")
        self._steps = tuple(steps)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(scaled(18))
        self._plain = [Text(f"{number} {step}", "body", "muted") for number, step in enumerate(steps, start=1)]
        self._strong = [Text(f"{number} {step}", "strong", "accent") for number, step in enumerate(steps, start=1)]
        for plain, strong in zip(self._plain, self._strong, strict=True):
            row.addWidget(plain)
            row.addWidget(strong)
        self.show_step(0)

    def show_step(self, at: int) -> None:
        """Mark the present page."""
        for number, (plain, strong) in enumerate(zip(self._plain, self._strong, strict=True)):
            plain.setVisible(number != at)
            strong.setVisible(number == at)
        self.setAccessibleName(
            translate("exchange", "Step {number} of {count}: {step}").format(
                number=at + 1, count=len(self._steps), step=self._steps[at]
            )
        )
