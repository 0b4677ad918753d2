"""The column beside the list: rhythm kept, how much is due, and what has no owner."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from hhcrm.domain.wording import QT_TRANSLATE_NOOP, translate
from hhcrm.queries.today_models import TodayList
from hhcrm.ui.shared.buttons import Button
from hhcrm.ui.shared.fonts import scaled
from hhcrm.ui.shared.panel import Panel
from hhcrm.ui.shared.text import Text

_COUNTS = (
    ("overdue", QT_TRANSLATE_NOOP("today", "overdue")),
    ("due", QT_TRANSLATE_NOOP("today", "due this week")),
    ("never", QT_TRANSLATE_NOOP("today", "never visited")),
    ("decide", QT_TRANSLATE_NOOP("today", "to decide")),
)


class _CountLine(QWidget):
    """A number, what it counts, and the way to the rows behind it."""

    def __init__(self, name: str, words: str) -> None:
        super().__init__()
        self.number = Text("", "strong")
        self.number.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.words = Text(words)
        self.show_button = Button(translate("today", "Show"), "bare", size="small", name=f"today_show_{name}")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(scaled(8))
        row.addWidget(self.number)
        row.addWidget(self.words, 1)
        row.addWidget(self.show_button)

    def show_count(self, count: int, words: str = "") -> None:
        """Show the count; nothing hides the line."""
        self.number.setText(f"{count:,}")
        if words:
            self.words.setText(words)
        self.number.setMinimumWidth(self.number.sizeHint().width())
        self.show_button.setAccessibleName(
            translate("today", "Show {count} {words}").format(count=count, words=self.words.text())
        )
        self.setVisible(count > 0)


class Side(QWidget):
    """Only panels that have something to say are shown."""

    wanted = Signal(str)
    """Show the sources behind a count: overdue, due, never, decide or unassigned."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("today_side")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(scaled(14))
        column.addWidget(self._rhythm())
        column.addWidget(self._due())
        column.addWidget(self._unassigned())
        column.addStretch(1)

    def show_today(self, today: TodayList) -> None:
        """Show the figures of the day."""
        gaps = today.rhythm_gaps
        self.rhythm.setVisible(gaps > 0)
        if gaps:
            self.share.setText(f"{round(100 * today.rhythm_kept / gaps)} %")
            words = (
                translate("today", "of {count} visit due came in time")
                if gaps == 1
                else translate("today", "of {count} visits due came in time")
            )
            self.cases.setText(words.format(count=gaps))
        for name, line in self.counts.items():
            line.show_count(today.counts.get(name, 0))
        self.due.setVisible(any(today.counts.get(name, 0) for name, _ in _COUNTS))
        lone = today.unassigned_sources
        self.unassigned_line.show_count(
            lone,
            translate("today", "source has no owner") if lone == 1 else translate("today", "sources have no owner"),
        )
        self.unassigned.setVisible(lone > 0)
        self.setVisible(bool(gaps or lone) or not self.due.isHidden())

    def _rhythm(self) -> Panel:
        self.rhythm = Panel()
        self.rhythm.setObjectName("today_rhythm")
        self.rhythm.body.addLayout(_panel_head(translate("today", "Rhythm kept"), translate("today", "last 90 days")))
        self.share = Text("", "figure")
        self.cases = Text("", "body", "muted", wrap=True)
        row = QHBoxLayout()
        row.setSpacing(scaled(12))
        row.addWidget(self.share)
        row.addWidget(self.cases, 1)
        self.rhythm.body.addLayout(row)
        return self.rhythm

    def _due(self) -> Panel:
        self.due = Panel(spacing=4)
        self.due.setObjectName("today_counts")
        self.due.body.addLayout(_panel_head(translate("today", "Sources"), translate("today", "as of today")))
        self.counts: dict[str, _CountLine] = {}
        for name, words in _COUNTS:
            line = _CountLine(name, translate("today", words))
            line.show_button.clicked.connect(lambda _checked=False, name=name: self.wanted.emit(name))
            self.counts[name] = line
            self.due.body.addWidget(line)
        return self.due

    def _unassigned(self) -> Panel:
        self.unassigned = Panel()
        self.unassigned.setObjectName("today_unassigned")
        self.unassigned.body.addLayout(_panel_head(translate("today", "Unassigned"), ""))
        self.unassigned_line = _CountLine("unassigned", translate("today", "sources have no owner"))
        self.unassigned_line.show_button.clicked.connect(lambda: self.wanted.emit("unassigned"))
        self.unassigned.body.addWidget(self.unassigned_line)
        return self.unassigned


def _panel_head(title: str, beside: str) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(scaled(8))
    row.addWidget(Text(title, "section"))
    row.addWidget(Text(beside, "small", "muted"), 1)
    return row
