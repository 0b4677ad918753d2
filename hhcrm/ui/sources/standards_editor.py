"""What a pilot is measured by, typed: a few standards, each a measure, a side, a target, and hours where it asks."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from hhcrm.domain.standards import FEWER_IS_BETTER, UNITS, WITH_HOURS, Unit
from hhcrm.domain.vocabulary import shown
from hhcrm.domain.wording import translate
from hhcrm.domain.words import Comparison, Measure
from hhcrm.printing.pilot_words import measure_title
from hhcrm.ui.shared.buttons import Button
from hhcrm.ui.shared.fonts import scaled
from hhcrm.ui.shared.forms.editors import ChoiceEditor, LineEditor
from hhcrm.ui.shared.text import Text

MOST = 8
"""As many as a pilot can have."""

_FIRST = Measure.SAME_DAY_START
_NARROW = 62


class StandardsEditor(QWidget):
    """Rows for standards, one at least. Its text is one line a row: `measure TAB side TAB target TAB hours`.

    All rows there can be are made at once: a form must know every field from its beginning.
    """

    edited = Signal()

    def __init__(self, name: str) -> None:
        super().__init__()
        self._count = 1
        self._rows = [_Row(f"{name}_{place + 1}", place) for place in range(MOST)]
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(scaled(10))
        for place, row in enumerate(self._rows):
            column.addWidget(row)
            row.edited.connect(self.edited)
            row.remove.clicked.connect(lambda _checked=False, place=place: self._on_remove(place))
        self._more = Button(translate("pilots", "Add standard"), "bare", icon="plus", size="small", name=f"{name}_more")
        self._more.clicked.connect(self._on_more)
        column.addWidget(self._more, 0, Qt.AlignmentFlag.AlignLeft)
        self.setFocusProxy(self._rows[0].measure)
        self._show()

    def typed(self) -> str:
        """All rows, finished or not."""
        return "\n".join(row.typed() for row in self._rows[: self._count])

    def put(self, text: str) -> None:
        """Let these rows stand in it."""
        lines = text.split("\n")[:MOST]
        self._count = max(1, len(lines))
        for place, row in enumerate(self._rows):
            row.put(lines[place] if place < len(lines) else "")
        self._show()

    def widget(self) -> QWidget:
        """Itself."""
        return self

    def _on_more(self) -> None:
        self._count += 1
        self._show()
        self._rows[self._count - 1].measure.setFocus(Qt.FocusReason.TabFocusReason)
        self.edited.emit()

    def _on_remove(self, place: int) -> None:
        lines = self.typed().split("\n")
        self.put("\n".join([*lines[:place], *lines[place + 1 :]]))
        self._rows[min(place, self._count - 1)].measure.setFocus(Qt.FocusReason.TabFocusReason)
        self.edited.emit()

    def _show(self) -> None:
        for place, row in enumerate(self._rows):
            row.setVisible(place < self._count)
            row.remove.setVisible(self._count > 1)
        self._more.setVisible(self._count < MOST)


class _Row(QWidget):
    """One standard on two lines: what is measured; at least or at most, the target, within how many hours."""

    edited = Signal()

    def __init__(self, name: str, place: int) -> None:
        super().__init__()
        self.measure = ChoiceEditor([(str(each), measure_title(each)) for each in Measure])
        self.side = ChoiceEditor([(str(each), shown(str(each))) for each in Comparison])
        self.target, self.hours = LineEditor(), LineEditor()
        self._unit, self._within = Text("", "body", "muted"), Text(translate("pilots", "within"), "body", "muted")
        self._of_hours = Text(translate("pilots", "hours"), "body", "muted")
        self.remove = Button("", "bare", icon="x", size="small", name=f"{name}_remove")
        number = place + 1
        for widget, part, words in (
            (self.measure, "measure", translate("pilots", "What is measured, standard {number}")),
            (self.side, "side", translate("pilots", "At least or at most, standard {number}")),
            (self.target, "target", translate("pilots", "Target of standard {number}")),
            (self.hours, "hours", translate("pilots", "Within how many hours, standard {number}")),
        ):
            widget.setObjectName(f"{name}_{part}")
            widget.setAccessibleName(words.format(number=number))
        words = translate("pilots", "Remove standard {number}").format(number=number)
        self.remove.setAccessibleName(words)
        self.remove.setToolTip(words)
        self._put_together()
        self.put("")
        self.measure.edited.connect(self._on_measure)
        for editor in (self.side, self.target, self.hours):
            editor.edited.connect(self.edited)

    def typed(self) -> str:
        """The four parts as typed."""
        hours = self.hours.text().strip() if self._measure() in WITH_HOURS else ""
        return "\t".join((self.measure.typed(), self.side.typed(), self.target.text().strip(), hours))

    def put(self, line: str) -> None:
        """Let a standard stand in it; nothing is the first measure without a target."""
        parts: Sequence[str] = [*line.split("\t"), "", "", ""]
        measure = parts[0] or str(_FIRST)
        self.measure.put(measure)
        self.side.put(parts[1] or str(_usual(Measure(measure))))
        self.target.put(parts[2])
        self.hours.put(parts[3])
        self._show()

    def _measure(self) -> Measure:
        return Measure(self.measure.typed())

    def _on_measure(self) -> None:
        self.side.put(str(_usual(self._measure())))
        self._show()
        self.edited.emit()

    def _show(self) -> None:
        unit = UNITS[self._measure()]
        self._unit.setText({Unit.SHARE: "%", Unit.HOURS: translate("pilots", "hours")}.get(unit, ""))
        for widget in (self._within, self.hours, self._of_hours):
            widget.setVisible(self._measure() in WITH_HOURS)

    def _put_together(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(scaled(6))
        grid.setVerticalSpacing(scaled(4))
        grid.addWidget(self.measure, 0, 0, 1, 6)
        grid.addWidget(self.remove, 0, 6)
        for place, widget in enumerate((self.side, self.target, self._unit, self._within, self.hours, self._of_hours)):
            grid.addWidget(widget, 1, place)
        for line in (self.target, self.hours):
            line.setMaximumWidth(scaled(_NARROW))
        grid.setColumnStretch(0, 1)


def _usual(measure: Measure) -> Comparison:
    return Comparison.AT_MOST if measure in FEWER_IS_BETTER else Comparison.AT_LEAST
