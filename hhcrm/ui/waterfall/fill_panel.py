"""The free places of a cohort and who could take them, best first, each with the reason in words."""

from __future__ import annotations

from datetime import date
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from hhcrm.compat import override
from hhcrm.domain.days import month_name
from hhcrm.domain.wording import translate
from hhcrm.queries.waterfall_models import Candidate, Filling
from hhcrm.ui.shared.buttons import Button
from hhcrm.ui.shared.fonts import scaled
from hhcrm.ui.shared.palette import Colors
from hhcrm.ui.shared.panel import Panel
from hhcrm.ui.shared.style import CONTROL_RADIUS, draw_box
from hhcrm.ui.shared.text import Text
from hhcrm.ui.waterfall.cells import free_words


class FillPanel(Panel):
    """Follows the liaison chosen; without one it says whose candidates one may see."""

    add_asked = Signal(object, object)
    """A candidate and the filling that it was shown with."""

    opened = Signal(int)
    """A source."""

    month_asked = Signal(object)
    more_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.filling: Filling | None = None
        self._boxes: list[_Box] = []
        self.setObjectName("waterfall_fill")
        self.title = Text("", "section")
        self.beside = Text("", "small", "muted")
        self.words = Text("", "small", "muted", wrap=True)
        self.other = Button("", size="small", name="waterfall_fill_other")
        self.more = Button("", size="small", name="waterfall_fill_more")
        head = QHBoxLayout()
        head.setSpacing(scaled(10))
        head.addWidget(self.title)
        head.addWidget(self.beside)
        head.addStretch(1)
        self._list = QVBoxLayout()
        self._list.setSpacing(scaled(8))
        self.body.addLayout(head)
        self.body.addWidget(self.words)
        self.body.addLayout(self._list)
        self.body.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)
        self.body.addWidget(self.other, 0, Qt.AlignmentFlag.AlignLeft)
        self.more.clicked.connect(self.more_asked)
        self.other.clicked.connect(self._on_other)
        self.show_nobody()

    def show_nobody(self) -> None:
        """Everybody's cohorts are shown: a cohort is one liaison's."""
        self.filling = None
        self._show_boxes(())
        self._name(translate("waterfall", "Candidates"))
        self.beside.setText("")
        self._say(translate("waterfall", "Choose a liaison above to see who could fill a cohort."))
        self.more.hide()
        self.other.hide()

    def show_filling(self, filling: Filling, present: date) -> None:
        """Show the best candidates; the present month is offered again where another one is shown."""
        self.filling = filling
        self._name(translate("waterfall", "Fill {month}").format(month=month_name(filling.month.month)))
        self.beside.setText(free_words(filling.free))
        self._show_boxes(filling.candidates if filling.free else ())
        self._say(_words(filling))
        hidden = filling.total - len(filling.candidates)
        self.more.setVisible(hidden > 0 and filling.free > 0)
        self.more.setText(translate("waterfall", "{count} more").format(count=hidden))
        self._target = present if filling.month != present else _after(present)
        self.other.setText(translate("waterfall", "Fill {month}").format(month=month_name(self._target.month)))
        self.other.show()

    def buttons(self) -> list[Button]:
        """The buttons that add, from the top."""
        return [box.add for box in self._boxes]

    def _name(self, words: str) -> None:
        self.title.setText(words)
        self.setAccessibleName(words)

    def _say(self, words: str) -> None:
        self.words.setText(words)
        self.words.setVisible(bool(words))

    def _show_boxes(self, candidates: tuple[Candidate, ...]) -> None:
        held = next((n for n, box in enumerate(self._boxes) if box.isAncestorOf(self.focusWidget() or self)), -1)
        for box in self._boxes:
            self._list.removeWidget(box)
            box.hide()
            box.deleteLater()
        self._boxes = []
        for place, candidate in enumerate(candidates):
            box = _Box(place, candidate)
            box.add.clicked.connect(partial(self._on_add, candidate))
            box.open.clicked.connect(partial(self._on_open, candidate))
            self._boxes.append(box)
            self._list.addWidget(box)
        if held >= 0 and self._boxes:
            self._boxes[min(held, len(self._boxes) - 1)].add.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_add(self, candidate: Candidate, _checked: bool = False) -> None:
        if self.filling is not None:
            self.add_asked.emit(candidate, self.filling)

    def _on_open(self, candidate: Candidate, _checked: bool = False) -> None:
        self.opened.emit(candidate.source_id)

    def _on_other(self) -> None:
        self.month_asked.emit(self._target)


class _Box(QFrame):
    """A candidate: its name, the reason, Open and Add."""

    def __init__(self, place: int, candidate: Candidate) -> None:
        super().__init__()
        self.setObjectName(f"waterfall_candidate_{place}")
        self.setAccessibleName(f"{candidate.name}. {candidate.reason}")
        self.name = Text(candidate.name, "strong", wrap=True)
        self.open = Button("", "bare", icon="external-link", size="small", name=f"waterfall_candidate_open_{place}")
        self.open.setToolTip(translate("waterfall", "Open the source"))
        self.open.setAccessibleName(translate("waterfall", "Open {source}").format(source=candidate.name))
        self.add = Button(translate("waterfall", "Add"), size="small", name=f"waterfall_candidate_add_{place}")
        self.add.setAccessibleName(translate("waterfall", "Add {source}").format(source=candidate.name))
        self.reason = Text(candidate.reason, "small", "muted", wrap=True)
        expected = translate("waterfall", "about {number} referrals a month expected")
        self.reason.setToolTip(expected.format(number=f"{candidate.expected:.1f}"))
        head = QHBoxLayout()
        head.setSpacing(scaled(6))
        head.addWidget(self.name, 1)
        head.addWidget(self.open, 0, Qt.AlignmentFlag.AlignTop)
        head.addWidget(self.add, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(scaled(10), scaled(7), scaled(8), scaled(8))
        column.setSpacing(scaled(2))
        column.addLayout(head)
        column.addWidget(self.reason)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        colors = Colors.of(self)
        draw_box(QPainter(self), self.rect(), colors.panel, colors.line, CONTROL_RADIUS)


def _words(filling: Filling) -> str:
    if not filling.free:
        words = translate("waterfall", "All {size} places are taken. Make the cohort larger, or fill the next one.")
        return words.format(size=filling.size)
    if not filling.candidates:
        return translate("waterfall", "Nobody waits for a place. Add a prospect: who is in no cohort yet stands here.")
    return ""


def _after(month: date) -> date:
    return date(month.year + month.month // 12, month.month % 12 + 1, 1)
