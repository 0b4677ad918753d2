"""What the windows of history share: a head with its question, filters, a list, what went wrong, how far work is."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from hhcrm.compat import override
from hhcrm.domain.wording import translate
from hhcrm.ui.shared.buttons import Button
from hhcrm.ui.shared.entries import EntryList
from hhcrm.ui.shared.flow import FlowLayout
from hhcrm.ui.shared.fonts import scaled
from hhcrm.ui.shared.long_work import WorkBar
from hhcrm.ui.shared.panel import Panel
from hhcrm.ui.shared.text import Text, set_ground

_SIZE = (760, 640)


class ListDialog(QDialog):
    """A list over the window. Esc closes it; while something runs, Esc asks that to stop."""

    def __init__(self, name: str, title: str, question: str, listed: EntryList, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setWindowTitle(title)
        self.setAccessibleName(title)
        self.listed = listed
        self.filters = QWidget()
        self.filter_row = FlowLayout(self.filters, scaled(8))
        self.said = Text("", "body", "overdue", wrap=True)
        self.said.setObjectName(f"{name}_said")
        self.said.hide()
        self.work = WorkBar(f"{name}_run")
        self.work.hide()
        self._close = Button(translate("history", "Close"), "quiet", size="big", name=f"{name}_close")
        self._close.clicked.connect(self.reject)
        self._put_together(title, question)
        self._fit()

    def say(self, words: str) -> None:
        """Say what went wrong; nothing takes it away."""
        self.said.setText(words)
        self.said.setVisible(bool(words))

    def _put_together(self, title: str, question: str) -> None:
        set_ground(self, "page")
        head = QHBoxLayout()
        head.setSpacing(scaled(12))
        head.addWidget(Text(title, "head"))
        head.addWidget(Text(question, "body", "muted", wrap=True), 1)
        panel = Panel(margin=1, spacing=0)
        panel.body.addWidget(self.listed)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(self._close)
        column = QVBoxLayout(self)
        column.setContentsMargins(scaled(24), scaled(20), scaled(24), scaled(20))
        column.setSpacing(scaled(12))
        column.addLayout(head)
        column.addWidget(self.filters)
        column.addWidget(self.said)
        column.addWidget(panel, 1)
        column.addWidget(self.work)
        column.addLayout(foot)

    def _fit(self) -> None:
        """As large as it is drawn, but inside the window it stands over."""
        over = self.parentWidget()
        room = over.window().size() if over is not None else self.screen().availableSize()
        margin = scaled(16)
        self.resize(min(scaled(_SIZE[0]), room.width() - margin), min(scaled(_SIZE[1]), room.height() - margin))

    @override
    def reject(self) -> None:
        """Close, or stop what runs."""
        if self.work.isVisible():
            self.work.stop()
        else:
            super().reject()
