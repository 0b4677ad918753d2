"""Finds words that do not fit into what shows them. Also a program, for a scaling that only a start can set:

``QT_SCALE_FACTOR=2 python -m tests.whole.cut_words DATA GUISE`` prints what is cut as JSON.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QComboBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QScrollArea,
    QStyle,
    QStyleOptionFrame,
    QTabBar,
    QWidget,
)

from tests.shots import GUISES, studio
from tests.whole.walking import scenes

SLACK = 1
"""Pixels by which rounding may differ."""


def cut_in(shown: QWidget) -> list[str]:
    """What is cut in a window or dialog: each with its words, the room it has and the room it needs."""
    found = []
    for widget in shown.findChildren(QWidget):
        if widget.isVisible() and widget.window() is shown:
            for words, has, needs in _too_narrow(widget):
                if needs > has + SLACK and words and words not in widget.toolTip():
                    name = widget.objectName() or _around(widget)
                    found.append(f"{type(widget).__name__} {name} '{words[:60]}' has {has}, needs {needs}")
    return found


def _around(widget: QWidget) -> str:
    parent = widget.parentWidget()
    while parent is not None and not parent.objectName():
        parent = parent.parentWidget()
    return f"in {parent.objectName()}" if parent is not None else ""


def _too_narrow(widget: QWidget) -> Iterator[tuple[str, int, int]]:
    """Words, the room they have, the room they need; in pixels."""
    if isinstance(widget, QLabel):
        yield from _label(widget)
    elif isinstance(widget.parentWidget(), QTabBar):
        return  # Qt's arrows
    elif isinstance(widget, QAbstractButton):
        words = widget.text().replace("&", "") or widget.accessibleName()
        yield words, widget.width(), widget.sizeHint().width()
        yield words, widget.height(), QFontMetrics(widget.font()).height()
    elif isinstance(widget, QHeaderView):
        if widget.orientation() == Qt.Orientation.Horizontal:
            yield from _heads(widget)
    elif isinstance(widget, QScrollArea):
        if widget.horizontalScrollBarPolicy() == Qt.ScrollBarPolicy.ScrollBarAlwaysOff and widget.widgetResizable():
            inside = widget.widget()
            yield "all of it", widget.viewport().width(), inside.minimumSizeHint().width() if inside else 0
    elif isinstance(widget, QComboBox):
        yield widget.currentText(), widget.width(), widget.minimumSizeHint().width()
    elif isinstance(widget, QLineEdit):
        if not widget.text():
            yield (
                widget.placeholderText(),
                _field(widget),
                widget.fontMetrics().horizontalAdvance(widget.placeholderText()),
            )
    elif _is_painted(widget):
        yield widget.accessibleName(), widget.width(), widget.minimumSizeHint().width()
        yield widget.accessibleName(), widget.height(), widget.minimumSizeHint().height()


def _label(label: QLabel) -> Iterator[tuple[str, int, int]]:
    if label.text() and label.wordWrap():
        yield label.text(), label.height(), label.heightForWidth(label.width())
        longest = max(label.text().split(), key=label.fontMetrics().horizontalAdvance, default="")
        yield longest, label.contentsRect().width(), label.fontMetrics().horizontalAdvance(longest)
    elif label.text():
        yield label.text(), label.width(), label.sizeHint().width()


def _heads(header: QHeaderView) -> Iterator[tuple[str, int, int]]:
    model = header.model()
    for section in range(header.count()):
        tip = model.headerData(section, Qt.Orientation.Horizontal, Qt.ItemDataRole.ToolTipRole)
        if not header.isSectionHidden(section) and not tip:
            words = str(model.headerData(section, Qt.Orientation.Horizontal) or "")
            yield words, header.sectionSize(section), header.sectionSizeHint(section)


def _field(field: QLineEdit) -> int:
    option = QStyleOptionFrame()
    field.initStyleOption(option)
    room = field.style().subElementRect(QStyle.SubElement.SE_LineEditContents, option, field)
    margins = field.textMargins()
    return room.width() - margins.left() - margins.right() - 4


def _is_painted(widget: QWidget) -> bool:
    """Ours, painting itself: it must have the room that it says is the least."""
    ours = type(widget).__module__.startswith("hhcrm.")
    return ours and not isinstance(widget, QAbstractScrollArea) and widget.layout() is None


def cut_everywhere(data: Path, guise: str) -> dict[str, list[str]]:
    """What is cut, by the view in which it is; each thing where it is first seen."""
    found: dict[str, list[str]] = {}
    seen: set[str] = set()
    with studio(data, next(each for each in GUISES if each.name == guise)) as room:
        for name, shown in scenes(room):
            cut = [each for each in dict.fromkeys(cut_in(shown)) if each not in seen]
            seen.update(cut)
            if cut:
                found[name] = cut
    return found


if __name__ == "__main__":
    print(json.dumps(cut_everywhere(Path(sys.argv[1]), sys.argv[2]), indent=1))
