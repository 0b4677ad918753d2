"""Help dialogs: the shortcuts there really are, and what this program is."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QDialog, QFrame, QGridLayout, QHBoxLayout, QLineEdit, QScrollArea, QVBoxLayout, QWidget

from hhcrm.domain.wording import translate
from hhcrm.ui.shared.buttons import Button
from hhcrm.ui.shared.fonts import scaled
from hhcrm.ui.shared.panel import Rule
from hhcrm.ui.shared.tags import Tag
from hhcrm.ui.shared.text import Text

_PART_KEYS = ("Ctrl+Enter", "Ctrl+F")


def shortcuts_of(actions: Iterable[QAction]) -> list[tuple[str, str]]:
    """Words and keys of all actions that have keys, each once, in the order given."""
    native = QKeySequence.SequenceFormat.NativeText
    found: dict[tuple[str, str], None] = {}
    for action in actions:
        keys = action.shortcut().toString(native)
        if keys:
            found[action.text().replace("&", "").rstrip("…"), keys] = None
    return list(found)


def keys_of_parts() -> list[tuple[str, str]]:
    """Words and keys of what one part of the window does by itself: no action of a menu stands for them."""
    save, find = (QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText) for keys in _PART_KEYS)
    return [
        (translate("frame", "Save a form"), save),
        (translate("frame", "Filter the sources"), translate("frame", "/ or {find}").format(find=find)),
        (translate("frame", "Today: log a visit to the source of a row"), "L"),
        (translate("frame", "Today: open the source of a row"), translate("frame", "Space")),
    ]


class ShortcutsDialog(QDialog):
    """What can be done by keys."""

    def __init__(self, actions: Iterable[QAction], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("dialog_shortcuts")
        self.setWindowTitle(translate("frame", "Shortcuts"))
        grid = QGridLayout()
        grid.setHorizontalSpacing(scaled(32))
        for row, (words, keys) in enumerate([*shortcuts_of(actions), *keys_of_parts()]):
            grid.addWidget(Text(words), row, 0)
            grid.addWidget(Tag(keys, "none"), row, 1, Qt.AlignmentFlag.AlignRight)
        grid.setColumnStretch(0, 1)
        inside = QWidget()
        inside.setLayout(grid)
        area = QScrollArea()
        area.setObjectName("shortcuts_list")
        area.setAccessibleName(translate("frame", "Shortcuts"))
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setWidget(inside)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        column = QVBoxLayout(self)
        column.addWidget(Text(translate("frame", "Shortcuts"), "head"))
        column.addWidget(area, 1)
        column.addWidget(
            Text(
                translate(
                    "frame", "In tables: arrows move, Enter opens, Shift and arrows select, the copy keys copy rows."
                ),
                "small",
                "muted",
                wrap=True,
            )
        )
        column.addLayout(_close_row(self))
        least = inside.sizeHint()  # words are not broken here, and some languages have longer ones
        self.resize(max(scaled(440), least.width() + scaled(48)), min(scaled(560), least.height() + scaled(190)))


class AboutDialog(QDialog):
    """Name, version, and where the data lie."""

    def __init__(self, version: str, folder: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("dialog_about")
        self.setWindowTitle(translate("frame", "About hhcrm"))
        column = QVBoxLayout(self)
        column.addWidget(Text("hhcrm", "head"))
        column.addWidget(Text(translate("frame", "Version {version}").format(version=version), "body", "muted"))
        column.addWidget(
            Text(
                translate(
                    "frame",
                    "Referral relationships for home health, hospice and home care agencies, "
                    "on the agency's own desktop.",
                ),
                wrap=True,
            )
        )
        if folder:
            column.addWidget(Rule())
            column.addWidget(Text(translate("frame", "Your data:"), "small", "muted"))
            where = QLineEdit(folder)  # to be copied; a path has no spaces at which it could be broken
            where.setObjectName("about_data_folder")
            where.setAccessibleName(translate("frame", "Your data:"))
            where.setReadOnly(True)
            where.setCursorPosition(0)
            column.addWidget(where)
        column.addWidget(
            Text(translate("frame", "Icons: Lucide, ISC licence. Qt for Python: LGPL 3."), "small", "muted", wrap=True)
        )
        column.addStretch(1)
        column.addLayout(_close_row(self))
        self.setMinimumWidth(scaled(400))


def _close_row(dialog: QDialog) -> QHBoxLayout:
    button = Button(translate("frame", "Close"), "primary", name=f"{dialog.objectName()}_close")
    button.clicked.connect(dialog.accept)
    button.setDefault(True)
    row = QHBoxLayout()
    row.addStretch(1)
    row.addWidget(button)
    return row
