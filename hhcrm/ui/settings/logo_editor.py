"""The agency's logo in a form: how it looks on white paper, a file to take it from, and the way to have none."""

from __future__ import annotations

from base64 import b64decode, b64encode
from pathlib import Path

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from hhcrm.domain.wording import translate
from hhcrm.printing.logo import picture_kinds, small_logo
from hhcrm.ui.shared.buttons import Button
from hhcrm.ui.shared.desk import Desk
from hhcrm.ui.shared.fonts import scaled
from hhcrm.ui.shared.text import Text

_ROOM = QSize(180, 52)


class LogoEditor(QWidget):
    """An editor of a form; its text is the PNG in base64, "" for none."""

    edited = Signal()

    def __init__(self, desk: Desk, name: str) -> None:
        super().__init__()
        self._desk = desk
        self._text = ""
        self._picture = QLabel()
        self._picture.setObjectName(f"{name}_picture")
        self._picture.setAccessibleName(translate("settings", "Logo"))
        self._picture.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._picture.setFixedSize(scaled(_ROOM.width()), scaled(_ROOM.height()))
        self._picture.setStyleSheet("background: #ffffff; border: 1px solid #c9d0d8; border-radius: 4px")
        words = translate("settings", "Choose a picture…")
        self.choose = Button(words, size="small", name=f"{name}_choose")
        self.remove = Button(translate("settings", "Remove"), "bare", size="small", name=f"{name}_remove")
        self.remove.setAccessibleName(translate("settings", "Remove the logo"))
        self._said = Text("", "small", "muted", wrap=True)
        self._said.setObjectName(f"{name}_said")
        self.choose.clicked.connect(lambda _on=False: self._ask())
        self.remove.clicked.connect(lambda _on=False: self._take(""))
        self.setFocusProxy(self.choose)
        self._put_together()
        self.put("")

    def typed(self) -> str:
        """What is chosen."""
        return self._text

    def put(self, text: str) -> None:
        """Let a logo stand in it."""
        self._text = text
        picture = QPixmap()
        picture.loadFromData(b64decode(text))
        room = self._picture.size() - QSize(12, 12)
        kept, fine = Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
        self._picture.setPixmap(picture if picture.isNull() else picture.scaled(room, kept, fine))
        self._picture.setVisible(not picture.isNull())
        self.remove.setVisible(bool(text))
        self._say(translate("settings", "It stands on scorecards and other pages that you hand over."))

    def widget(self) -> QWidget:
        """Itself."""
        return self

    def read(self, path: Path) -> None:
        """Take the logo from a file; what cannot be read is said, and the one before stays."""
        self._desk.follow(
            lambda: b64encode(small_logo(path)).decode("ascii"),
            self._take,
            lambda fault: self._say(str(fault), wrong=True),
            owner=self,
        )

    def _ask(self) -> None:
        dialog = QFileDialog(self.window(), translate("settings", "Choose the logo"))
        dialog.setObjectName("dialog_logo")
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilter(translate("settings", "Pictures ({kinds})").format(kinds=picture_kinds()))
        dialog.fileSelected.connect(lambda path: self.read(Path(path)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _take(self, text: str) -> None:
        self.put(text)
        self.edited.emit()

    def _say(self, words: str, *, wrong: bool = False) -> None:
        self._said.setText(words)
        self._said.set_tone("overdue" if wrong else "muted")

    def _put_together(self) -> None:
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(scaled(10))
        row.addWidget(self._picture)
        row.addWidget(self.choose)
        row.addWidget(self.remove)
        row.addStretch()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(scaled(6))
        column.addLayout(row)
        column.addWidget(self._said)
