"""Before a backup is put back: what it holds beside what is here, and what would be lost."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QGridLayout, QHBoxLayout, QLineEdit, QProgressBar, QVBoxLayout, QWidget

from hhcrm.domain.errors import KnownFault
from hhcrm.domain.wording import translate
from hhcrm.ui.settings.data_port import Preview
from hhcrm.ui.settings.data_words import Moment, lost_words, preview_rows
from hhcrm.ui.shared.buttons import Button
from hhcrm.ui.shared.fonts import scaled
from hhcrm.ui.shared.text import Text

_LONGEST = 44


class RestoreDialog(QDialog):
    """Opens at once and fills when the backup has been looked through; it can be left at any time."""

    restore_asked = Signal()

    def __init__(self, path: Path, moment: Moment, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("dialog_restore")
        title = translate("settings", "Restore a backup")
        self.setAccessibleName(title)
        self.setWindowTitle(title)
        self._moment = moment
        self._words = Text(translate("settings", "The backup is being looked through."), "body", wrap=True)
        self._words.setObjectName("restore_words")
        self._bar = QProgressBar()
        self._bar.setObjectName("restore_busy")
        self._bar.setAccessibleName(self._words.text())
        self._bar.setRange(0, 0)
        self._bar.setTextVisible(False)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(scaled(20))
        self._grid.setVerticalSpacing(scaled(6))
        self._grid.setColumnStretch(1, 1)
        self._grid.setColumnStretch(2, 1)
        self._rows: list[tuple[str, str, str]] = []
        self._stays = Text(
            translate(
                "settings",
                "What is here now is kept aside as a file. Half-filled forms stay, and so do attached files. "
                "The window closes and opens again.",
            ),
            "small",
            "muted",
            wrap=True,
        )
        self._stays.hide()
        self.go = Button(translate("settings", "Restore this backup"), "primary", name="restore_go")
        self.go.setEnabled(False)
        self.leave = Button(translate("settings", "Cancel"), name="restore_cancel")
        column = QVBoxLayout(self)
        column.setContentsMargins(scaled(24), scaled(20), scaled(24), scaled(20))
        column.setSpacing(scaled(12))
        column.addWidget(Text(title, "title"))
        where = QLineEdit(str(path))
        where.setReadOnly(True)
        where.setObjectName("restore_path")
        where.setAccessibleName(translate("settings", "Restore a backup"))
        column.addWidget(where)
        column.addWidget(self._words)
        column.addWidget(self._bar)
        column.addLayout(self._grid)
        column.addWidget(self._stays)
        column.addStretch(1)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self.leave)
        row.addWidget(self.go)
        column.addLayout(row)
        self.setMinimumWidth(scaled(540))
        self.leave.clicked.connect(self.reject)
        self.go.clicked.connect(self._on_go)
        self.leave.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def rows(self) -> list[tuple[str, str, str]]:
        """What stands in the table."""
        return self._rows

    @property
    def words(self) -> str:
        """What is said above it."""
        return self._words.text()

    def show_preview(self, preview: Preview) -> None:
        """The backup beside what is here."""
        self._bar.hide()
        self._words.setText(lost_words(preview))
        self._rows = preview_rows(preview, self._moment)
        heads = ("", translate("settings", "In the backup"), translate("settings", "Here now"))
        for place, head in enumerate(heads):
            self._grid.addWidget(Text(head, "small", "muted"), 0, place)
        for line, row in enumerate(self._rows, start=1):
            for place, words in enumerate(row):
                differs = place == 1 and row[1] != row[2]
                text = Text(_short(words), "strong" if differs else "body")
                text.setMinimumWidth(text.sizeHint().width())
                self._grid.addWidget(text, line, place)
        self._stays.show()
        self._make_room()
        self.go.setEnabled(True)

    def show_fault(self, error: Exception) -> None:
        """It cannot be restored: damaged, gone, from a newer program."""
        self._bar.hide()
        if isinstance(error, KnownFault):
            self._words.setText(str(error))
            self._words.set_tone("overdue")
        else:
            self.reject()

    def _make_room(self) -> None:
        """The dialog opened before it was known how wide both sides are."""
        layout = self.layout()
        if layout is not None:
            layout.activate()
            width = max(self.width(), layout.totalMinimumSize().width())
            self.resize(width, max(self.height(), layout.totalHeightForWidth(width)))

    def _on_go(self) -> None:
        self.go.setEnabled(False)
        self.accept()
        self.restore_asked.emit()


def _short(words: str) -> str:
    """A long name or label must not push the other column out of sight."""
    return words if len(words) <= _LONGEST else f"{words[: _LONGEST - 1]}…"
