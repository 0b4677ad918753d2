"""The floor under the start of the program: a bare PySide6 window with a table of 2,000 rows from sqlite3.

Run as a process of its own with the database's path; prints the milliseconds from the start of the process to the
first painted window.
"""

from __future__ import annotations

import sqlite3
import sys

from PySide6.QtCore import QAbstractTableModel, QEvent, QModelIndex, QObject, QPersistentModelIndex, Qt, QTimer
from PySide6.QtWidgets import QApplication, QMainWindow, QTableView

ROWS = 2_000
COLUMNS = 6


def make_database(path: str) -> None:
    """Write the 2,000 rows."""
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE source (id INTEGER PRIMARY KEY, name, type, city, zip, phone)")
        connection.executemany(
            "INSERT INTO source (name, type, city, zip, phone) VALUES (?, ?, ?, ?, ?)",
            ((f"Source {n}", "hospital", "Nashville", f"{37000 + n % 300}", "(615) 555-0142") for n in range(ROWS)),
        )
    connection.close()


class Rows(QAbstractTableModel):
    """What was read, all of it."""

    def __init__(self, rows: list[tuple[object, ...]]) -> None:
        super().__init__()
        self._rows = rows

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex | None = None) -> int:
        """How many."""
        return len(self._rows)

    def columnCount(self, parent: QModelIndex | QPersistentModelIndex | None = None) -> int:
        """How wide."""
        return COLUMNS

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """A cell."""
        return self._rows[index.row()][index.column()] if role == Qt.ItemDataRole.DisplayRole else None


class FirstPaint(QObject):
    """Says how long it took once the window has painted."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Wait for the update that paints."""
        if event.type() == QEvent.Type.UpdateRequest:
            watched.removeEventFilter(self)
            QTimer.singleShot(0, tell)
        return False


def tell() -> None:
    """Print the milliseconds and leave."""
    from hhcrm.app.birth import milliseconds_since_birth  # late: it is the ruler and no part of the floor

    print(f"{milliseconds_since_birth():.1f}")
    QApplication.quit()


def main() -> None:
    """Show the table."""
    app = QApplication([])
    connection = sqlite3.connect(sys.argv[1])
    model = Rows(connection.execute("SELECT * FROM source").fetchall())
    table = QTableView()
    table.setModel(model)
    window = QMainWindow()
    window.setCentralWidget(table)
    window.resize(1280, 800)
    first = FirstPaint()
    window.installEventFilter(first)
    window.show()
    window.update()
    app.exec()


if __name__ == "__main__":
    main()
