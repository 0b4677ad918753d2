"""The history of one record over the window: of a visit, a commitment, a file, wherever it is listed."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from hhcrm.domain.changes import ChangeSet
from hhcrm.domain.wording import translate
from hhcrm.ui.shared.buttons import Button
from hhcrm.ui.shared.desk import Desk
from hhcrm.ui.shared.fonts import scaled
from hhcrm.ui.shared.frame_port import Frame
from hhcrm.ui.shared.history import HistoryView
from hhcrm.ui.shared.panel import Panel
from hhcrm.ui.shared.text import Text, set_ground

_SIZE = (560, 520)


class HistoryDialog(QDialog):
    """Follows what is changed while it is open. Esc closes it."""

    def __init__(
        self, desk: Desk, frame: Frame, table: str, row_id: int, name: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        title = translate("history", "History")
        self.setObjectName("history_dialog")
        self.setWindowTitle(title)
        self.setAccessibleName(translate("history", "{what}: {name}").format(what=title, name=name))
        self._record = (table, row_id)
        self.view = HistoryView(desk, frame, "history_list")
        close = Button(translate("history", "Close"), "quiet", size="big", name="history_close")
        close.clicked.connect(self.reject)
        head = QHBoxLayout()
        head.setSpacing(scaled(12))
        head.addWidget(Text(title, "head"))
        head.addWidget(Text(name, "body", "muted", wrap=True), 1)
        panel = Panel(margin=1, spacing=0)
        panel.body.addWidget(self.view)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(close)
        column = QVBoxLayout(self)
        column.setContentsMargins(scaled(24), scaled(20), scaled(24), scaled(20))
        column.setSpacing(scaled(12))
        column.addLayout(head)
        column.addWidget(panel, 1)
        column.addLayout(foot)
        set_ground(self, "page")
        self._fit()
        desk.changed.connect(self._on_changed)
        self.view.show_record(table, row_id)

    def _on_changed(self, _changes: ChangeSet) -> None:
        self.view.show_record(*self._record)

    def _fit(self) -> None:
        over = self.parentWidget()
        room = over.window().size() if over is not None else self.screen().availableSize()
        margin = scaled(16)
        self.resize(min(scaled(_SIZE[0]), room.width() - margin), min(scaled(_SIZE[1]), room.height() - margin))


def show_history(desk: Desk, frame: Frame, table: str, row_id: int, name: str, over: QWidget) -> HistoryDialog:
    """Open it over the window of a widget."""
    dialog = HistoryDialog(desk, frame, table, row_id, name, over.window())
    dialog.setModal(True)
    dialog.finished.connect(dialog.deleteLater)
    dialog.show()
    dialog.activateWindow()
    return dialog
