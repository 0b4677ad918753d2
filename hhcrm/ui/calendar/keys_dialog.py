"""The keys of the calendar, to look up."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QGridLayout, QVBoxLayout, QWidget

from hhcrm.domain.wording import translate
from hhcrm.ui.calendar.keys import KEYS
from hhcrm.ui.shared.buttons import Button
from hhcrm.ui.shared.entries import Scroller
from hhcrm.ui.shared.fonts import scaled
from hhcrm.ui.shared.tags import Tag
from hhcrm.ui.shared.text import Text, set_ground


class KeysDialog(QDialog):
    """A list of keys and what they do."""

    def __init__(self, parent: QWidget | None) -> None:
        super().__init__(parent)
        title = translate("calendar", "Keys of the calendar")
        self.setObjectName("calendar_keys_dialog")
        self.setWindowTitle(title)
        self.setAccessibleName(title)
        self.setModal(True)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        grid = QGridLayout()
        grid.setHorizontalSpacing(scaled(24))
        grid.setVerticalSpacing(scaled(8))
        grid.setColumnStretch(0, 1)
        for row, (keys, words) in enumerate(KEYS):
            grid.addWidget(Text(translate("calendar", words), wrap=True), row, 0)
            grid.addWidget(Tag(translate("calendar", keys), "none"), row, 1, Qt.AlignmentFlag.AlignRight)
        area = Scroller("calendar_keys_list")
        area.column.addLayout(grid)
        area.column.addStretch()
        close = Button(translate("calendar", "Close"), name="calendar_keys_close")
        close.clicked.connect(self.accept)
        column = QVBoxLayout(self)
        head = Text(title, "title")
        head.setContentsMargins(scaled(18), 0, 0, 0)
        column.addWidget(head)
        column.addWidget(area, 1)
        column.addWidget(close, 0, Qt.AlignmentFlag.AlignRight)
        set_ground(self, "panel")
        over = parent.window().size() if parent is not None else self.screen().availableSize()
        self.resize(min(scaled(560), over.width() - scaled(16)), min(scaled(560), over.height() - scaled(8)))
