"""The names that stay: object names and accessible names of everything a person can act on."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QTabBar,
    QTextEdit,
    QWidget,
)

_ACTED_ON = (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QTabBar,
    QTextEdit,
)


@dataclass(frozen=True, slots=True, order=True)
class Name:
    """One name: what kind of thing, its object name, what a screen reader says."""

    kind: str
    name: str
    words: str


def names_in(window: QWidget) -> list[Name]:
    """Every action, place, table, field and button with a name of its own, sorted, each once."""
    found = {
        Name("action", action.objectName(), action.text().replace("&", "").split("\t")[0])
        for action in window.findChildren(QAction)
        if action.objectName().startswith("action_")
    }
    for widget in window.findChildren(QWidget):
        name = widget.objectName()
        if not name or name.startswith("qt_"):
            continue
        if name.startswith("place_"):
            found.add(Name("place", name, widget.accessibleName()))
        elif isinstance(widget, _ACTED_ON):
            found.add(Name(_kind(widget), name, said(widget)))
    return sorted(found)


def unnamed_in(window: QWidget) -> list[str]:
    """Classes of things a person can act on that lack an object name or an accessible name."""
    return [
        f"{type(widget).__name__} '{widget.objectName()}' '{said(widget)}'"
        for widget in window.findChildren(QWidget)
        if isinstance(widget, _ACTED_ON) and not _is_qts_own(widget)
        if not widget.objectName() or not said(widget)
    ]


def said(widget: QWidget) -> str:
    """What a screen reader says: the accessible name, or a button's own words."""
    words = widget.accessibleName()
    if not words and isinstance(widget, QAbstractButton):
        words = widget.text().replace("&", "")
    return words


def _kind(widget: QWidget) -> str:
    if isinstance(widget, QAbstractButton):
        return "button"
    return "table" if isinstance(widget, QAbstractItemView) else "field"


def _is_qts_own(widget: QWidget) -> bool:
    """What Qt puts into its own widgets: arrows of tab bars, lists and editors of combo boxes, heads of tables."""
    parent = widget.parentWidget()
    return (
        widget.objectName().startswith("qt_")
        or isinstance(parent, QAbstractItemView | QTabBar | QComboBox | QAbstractSpinBox | QLineEdit)
        # Classes that only Qt knows: for Python the list's popup is any QFrame, the list any QListView.
        or (parent is not None and parent.inherits("QComboBoxPrivateContainer"))
    )
