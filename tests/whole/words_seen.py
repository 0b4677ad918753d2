"""Collects every word that a person can read or hear in the running window, and tells what no translation reaches.

A translation that marks its words stands in for a real one: ⟦Log visit⟧. What is put into a sentence afterwards (names,
numbers) stands outside the marks, so that what is read without marks must be data, or a name of a key, or forgotten.
"""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from PySide6.QtCore import QAbstractItemModel, QAbstractListModel, QModelIndex, Qt
from PySide6.QtGui import QAction, QPainter
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QComboBox,
    QLabel,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QTabBar,
    QWidget,
)

from hhcrm.domain import wording

_PLACE = re.compile(r"(\{[^{}]*\})")
_LETTERS = re.compile(r"[^\W\d_][^\W\d]+")
_MARKED = re.compile(r"⟦[^⟦⟧]*(?:⟧|$)")
_PARTS = re.compile(r"\n|\t|  ·  |[·✓]|; |, |: | \(|\. |\? | → | - |\d[\d:,./%-]*")
"""Signs and numbers between pieces of data."""

_ENGLISH = frozenset({"help_page", "help_contents"})
"""The manual is written in English."""

_INITIALS = re.compile("[A-Z]{2}")
_ROWS = 25
_TOP = QModelIndex()
_ROLES = (
    Qt.ItemDataRole.DisplayRole,
    Qt.ItemDataRole.ToolTipRole,
    Qt.ItemDataRole.AccessibleTextRole,
    Qt.ItemDataRole.AccessibleDescriptionRole,
)

KEYS = frozenset(
    {"Ctrl", "Shift", "Alt", "Meta", "Esc", "Enter", "Return", "Del", "Delete", "Space", "Tab", "PgUp", "PgDown"}
    | {"Home", "End", "Ins", "Left", "Right", "Up", "Down"}
)
ALLOWED = frozenset(
    {
        "hhcrm",  # the program's name
        "English", "Español",  # each language by its own name
        "source_id", "contact_id",  # columns of files
        "CSV", "XLSX", "PDF", "PNG", "SVG",  # kinds of files
    }
)  # fmt: skip
"""Words that are the same in every language."""


def marked(_context: str, words: str) -> str:
    """The words between marks; what is put in later stays outside them."""
    return "".join(
        piece if place % 2 or not piece.strip() else f"⟦{piece}⟧" for place, piece in enumerate(_PLACE.split(words))
    )


@contextmanager
def marks() -> Iterator[None]:
    """Let every translated word carry marks."""
    wording.install(marked, "marks")
    try:
        yield
    finally:
        wording.install(None)


class Painted:
    """Listens to every word that our own widgets paint."""

    def __init__(self) -> None:
        self.words: set[str] = set()

    @contextmanager
    def listening(self) -> Iterator[None]:
        """Until the end."""
        draw, heard = QPainter.drawText, self.words

        def draw_text(painter: QPainter, *what: object) -> object:
            heard.update(part for part in what if isinstance(part, str))
            return draw(painter, *what)  # type: ignore[call-overload]  # one of its own forms

        QPainter.drawText = draw_text  # type: ignore[method-assign, assignment]  # put back below
        try:
            yield
        finally:
            QPainter.drawText = draw  # type: ignore[method-assign]  # as it was


def words_in(window: QWidget) -> set[str]:
    """What the widgets, actions and tables of a window say and show."""
    found: set[str] = set()
    for widget in (window, *window.findChildren(QWidget)):
        if not widget.objectName().startswith("qt_") and widget.objectName() not in _ENGLISH:
            found.update(_of_widget(widget))
    for action in window.findChildren(QAction):
        if isinstance(action.parent(), QLineEdit) or action.objectName().startswith("_q"):
            continue  # Qt's own
        found.update((action.text(), action.toolTip()))
    return {words for words in found if words}


def _of_widget(widget: QWidget) -> Iterator[str]:
    if isinstance(widget.parentWidget(), QTabBar):
        return  # Qt's own arrows
    yield from (widget.accessibleName(), widget.accessibleDescription(), widget.toolTip(), widget.windowTitle())
    if isinstance(widget, QLabel | QAbstractButton):
        yield widget.text()
    elif isinstance(widget, QLineEdit | QPlainTextEdit):
        yield widget.placeholderText()
    elif isinstance(widget, QComboBox):
        yield from (widget.itemText(place) for place in range(min(widget.count(), _ROWS)))
    elif isinstance(widget, QMenu):
        yield widget.title()
    elif isinstance(widget, QTabBar):
        yield from (widget.tabText(place) for place in range(widget.count()))
    elif isinstance(widget, QAbstractItemView) and (model := widget.model()) is not None:
        yield from _of_model(model)


def _of_model(model: QAbstractItemModel) -> Iterator[str]:
    columns = 1 if isinstance(model, QAbstractListModel) else model.columnCount(_TOP)
    for column in range(columns):
        for role in _ROLES:
            yield str(model.headerData(column, Qt.Orientation.Horizontal, role) or "")
            for row in range(min(model.rowCount(_TOP), _ROWS)):
                yield str(model.index(row, column).data(role) or "")


class Data:
    """The texts of a database: what may be read without a translation."""

    def __init__(self, database: Path, more: Iterable[str] = ()) -> None:
        self._texts = "\n".join((*_texts(database), *more))
        self._known: dict[str, bool] = {}

    def unmarked(self, words: str) -> str:
        """What of a text is neither marked nor data; "" where nothing is."""
        left = [piece for piece in _MARKED.split(words) if not self._is_data(piece)]
        return " | ".join(piece.strip() for piece in left)

    def _is_data(self, piece: str) -> bool:
        if piece not in self._known:
            self._known[piece] = self._looked_up(piece)
        return self._known[piece]

    def _looked_up(self, piece: str) -> bool:
        piece = piece.replace("\u00a0", " ").replace("&&", "&")
        for part in _PARTS.split(piece):
            bare = part.strip(" .,;:()\"'“”?…&/-·→%+\u00a0")
            words = _LETTERS.findall(bare)
            if not words or all(word in KEYS or word in ALLOWED or _INITIALS.fullmatch(word) for word in words):
                continue
            if not re.search(rf"(?<![^\W\d_]){re.escape(bare)}", self._texts):
                return False
        return True


def _texts(database: Path) -> Iterator[str]:
    """Every text that people or files brought in; not the fixed words of rules, nor the journal's labels."""
    with closing(sqlite3.connect(database)) as connection:
        for table, column in _COLUMNS_OF_PEOPLE:
            for (text,) in connection.execute(f"SELECT DISTINCT {column} FROM {table}"):
                if text:
                    yield str(text)
                    yield str(text).lower()  # inside a sentence
        yield from (str(row[0]) for row in connection.execute("SELECT first_name || ' ' || last_name FROM contact"))
        yield from (str(row[0]) for row in connection.execute("SELECT DISTINCT user_name FROM journal_step"))


def _columns() -> Iterator[tuple[str, str]]:
    from sqlalchemy import Enum, String, Text

    from hhcrm.models.all import metadata

    for table in metadata.tables.values():
        if not table.name.startswith("journal"):
            for column in table.columns:
                if isinstance(column.type, String | Text) and not isinstance(column.type, Enum):
                    yield table.name, column.name


_COLUMNS_OF_PEOPLE = tuple(_columns())
