"""A table of any number of rows of which only a few pages are ever in memory."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any, Generic, TypeVar

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    QTimer,
    Signal,
)

from hhcrm.compat import override
from hhcrm.domain.wording import translate
from hhcrm.ui.shared.columns import Cell, Column

L = TypeVar("L")
Index = QModelIndex | QPersistentModelIndex
Fetch = Callable[[int, int, int], None]

LineRole = Qt.ItemDataRole.UserRole
CellRole = Qt.ItemDataRole.UserRole + 1

_NOWHERE = QModelIndex()
_IN_FLIGHT = 2
_WANTED = 4


@dataclass(slots=True)
class _Page(Generic[L]):
    lines: Sequence[L]
    token: int


@dataclass(slots=True)
class _Gathering(Generic[L]):
    """Lines somebody waits for all at once, kept beside the pages."""

    rows: list[int]
    missing: list[int]
    done: Callable[[list[L]], None]
    got: dict[int, Sequence[L]] = field(default_factory=dict)


class WindowedTableModel(QAbstractTableModel, Generic[L]):
    """Rows come in pages through `fetch(offset, limit, token)`, whose answer is given to `take`.

    `fetch` must return at once. Answers to older tokens are dropped. While a newer answer is awaited the last
    good rows stay. `id_of` tells lines apart, so that a view can keep its selection when rows move.
    """

    total_changed = Signal(int)
    """How many rows there are now."""

    refreshed = Signal()
    """The first rows of a new answer stand in the table."""

    sort_changed = Signal(str, bool)
    """Sort key and whether downwards."""

    def __init__(
        self,
        columns: Sequence[Column[L]],
        fetch: Fetch,
        id_of: Callable[[L], int],
        *,
        page: int = 100,
        pages_kept: int = 12,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._columns = tuple(columns)
        self._fetch = fetch
        self._id_of = id_of
        self._page = page
        self._kept = pages_kept
        self._pages: OrderedDict[int, _Page[L]] = OrderedDict()
        self._total = 0
        self._token = 0
        self._fresh = True
        self._reset_wanted = False
        self._wanted: list[int] = []
        self._asked: set[int] = set()
        self._gathering: _Gathering[L] | None = None
        self._sort = ("", False)
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.timeout.connect(self._on_later)

    # What there is

    @property
    def columns(self) -> tuple[Column[L], ...]:
        """All columns, shown or not."""
        return self._columns

    @property
    def total(self) -> int:
        """How many rows the query has."""
        return self._total

    @property
    def sort_by(self) -> tuple[str, bool]:
        """Sort key ("" for the query's own order) and whether downwards."""
        return self._sort

    @property
    def lines_held(self) -> int:
        """How many lines are in memory."""
        return sum(len(page.lines) for page in self._pages.values())

    def line(self, row: int) -> L | None:
        """The line at a row, None while it is not here."""
        page = self._pages.get(row // self._page)
        place = row % self._page
        return page.lines[place] if page is not None and place < len(page.lines) else None

    def id_at(self, row: int) -> int | None:
        """The id of the line at a row, None while it is not here."""
        line = self.line(row)
        return None if line is None else self._id_of(line)

    def row_of(self, line_id: int) -> int | None:
        """Where a line stands, if it is among the pages in memory."""
        for number, page in self._pages.items():
            for place, line in enumerate(page.lines):
                if self._id_of(line) == line_id:
                    return number * self._page + place
        return None

    def gather(self, rows: Iterable[int], done: Callable[[list[L]], None]) -> None:
        """Call `done` with the lines of these rows, fetching what is not here; a later call replaces this."""
        wanted = sorted(rows)
        numbers = sorted({row // self._page for row in wanted})
        here = {number: self._pages[number].lines for number in numbers if number in self._pages}
        missing = [number for number in numbers if number not in here]
        self._gathering = _Gathering(wanted, missing, done, here)
        if missing:
            self._later.start(0)
        else:
            self._finish_gathering()

    # What changes

    def ask_again(self) -> None:
        """The data changed: fetch what is looked at again, keep scroll and selection."""
        self._begin_token()

    def start_over(self) -> None:
        """The question changed (filter, sort): the next answer replaces all rows, from the top."""
        self._reset_wanted = True
        self._begin_token()

    def take(self, token: int, offset: int, lines: Sequence[L], total: int) -> None:
        """The answer to `fetch(offset, limit, token)`."""
        if token != self._token:
            return
        number = offset // self._page
        self._asked.discard(number)
        first = not self._fresh
        if first and self._reset_wanted:
            self._replace_all(number, lines, total)
        else:
            self._put(number, lines, total)
        self._fresh, self._reset_wanted = True, False
        self._feed_gathering(number, lines)
        if first:
            self.refreshed.emit()
        self._on_later()

    def missed(self, token: int, offset: int) -> None:
        """That page could not be fetched: the last good rows stay; a look or `ask_again` tries anew."""
        if token == self._token:
            self._asked.discard(offset // self._page)

    def set_sort(self, key: str, down: bool) -> None:
        """Sort by a column's sort key and ask anew."""
        if (key, down) == self._sort:
            return
        self._sort = (key, down)
        self.sort_changed.emit(key, down)
        self.start_over()

    # Qt's side

    @override
    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else self._total

    @override
    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._columns)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or not (0 <= index.row() < self._total):
            return None
        column = self._columns[index.column()]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignRight if column.align == "right" else Qt.AlignmentFlag.AlignLeft
            return side | Qt.AlignmentFlag.AlignVCenter
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole, LineRole, CellRole):
            return None
        line = self._looked_at(index.row())
        if role == LineRole:
            return line
        if role == CellRole:
            return None if line is None else column.cell(line)
        if line is None:
            return "" if role == Qt.ItemDataRole.DisplayRole else translate("shared", "Loading")
        return column.text(line) if role == Qt.ItemDataRole.DisplayRole else spoken(column, line)

    @override
    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation != Qt.Orientation.Horizontal or not (0 <= section < len(self._columns)):
            return None
        column = self._columns[section]
        if role == Qt.ItemDataRole.DisplayRole:
            return column.title
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignRight if column.align == "right" else Qt.AlignmentFlag.AlignLeft
            return side | Qt.AlignmentFlag.AlignVCenter
        return None

    # Pages

    def _begin_token(self) -> None:
        self._token += 1
        self._fresh = False
        self._asked.clear()
        waiting = self._gathering
        self._gathering = None
        if waiting is not None and not self._reset_wanted:
            pages = sorted({row // self._page for row in waiting.rows})
            self._gathering = _Gathering(waiting.rows, pages, waiting.done)
        # The page looked at last answers for the view; a reset begins at the top.
        last = 0 if self._reset_wanted or not self._pages else next(reversed(self._pages))
        self._wanted = [last]
        self._on_later()

    def _looked_at(self, row: int) -> L | None:
        number = row // self._page
        page = self._pages.get(number)
        if page is not None:
            self._pages.move_to_end(number)
        if (page is None or page.token != self._token) and self._fresh and number not in self._asked:
            self._want(number)
        return self.line(row)

    def _want(self, number: int) -> None:
        """Ask soon; of what was flown over in scrolling only the last few pages are fetched."""
        if number in self._wanted:
            return
        self._wanted = [*self._wanted, number][-_WANTED:]
        self._later.start(0)

    def _on_later(self) -> None:
        waiting = [*reversed(self._wanted), *(self._gathering.missing if self._gathering else ())]
        for number in waiting:
            if len(self._asked) >= _IN_FLIGHT:
                return
            if number in self._wanted:
                self._wanted.remove(number)
            if number not in self._asked:
                self._asked.add(number)
                self._fetch(number * self._page, self._page, self._token)

    def _replace_all(self, number: int, lines: Sequence[L], total: int) -> None:
        self.beginResetModel()
        self._pages.clear()
        self._pages[number] = _Page(lines, self._token)
        changed, self._total = total != self._total, total
        self.endResetModel()
        if changed:
            self.total_changed.emit(total)

    def _put(self, number: int, lines: Sequence[L], total: int) -> None:
        self._set_total(total)
        self._pages[number] = _Page(lines, self._token)
        self._pages.move_to_end(number)
        while len(self._pages) > self._kept:
            self._pages.popitem(last=False)
        if total == 0:
            return
        # After a change every page in sight is stale: saying so makes the view look, and looking fetches.
        low, high = (number, number) if self._fresh else (min(self._pages), max(self._pages))
        top = min(low * self._page, total - 1)
        bottom = min((high + 1) * self._page, total) - 1
        self.dataChanged.emit(self.index(top, 0), self.index(max(top, bottom), len(self._columns) - 1))

    def _set_total(self, total: int) -> None:
        old = self._total
        if total > old:
            self.beginInsertRows(QModelIndex(), old, total - 1)
            self._total = total
            self.endInsertRows()
        elif total < old:
            self.beginRemoveRows(QModelIndex(), total, old - 1)
            self._total = total
            for number in [known for known in self._pages if known * self._page >= total]:
                del self._pages[number]
            self.endRemoveRows()
        if total != old:
            self.total_changed.emit(total)

    def _feed_gathering(self, number: int, lines: Sequence[L]) -> None:
        waiting = self._gathering
        if waiting is None or number not in waiting.missing:
            return
        waiting.missing.remove(number)
        waiting.got[number] = lines
        if not waiting.missing:
            self._finish_gathering()

    def _finish_gathering(self) -> None:
        waiting = self._gathering
        self._gathering = None
        if waiting is None:
            return
        lines = []
        for row in waiting.rows:
            page = waiting.got[row // self._page]
            if row % self._page < len(page):
                lines.append(page[row % self._page])
        waiting.done(lines)


def spoken(column: Column[L], line: L) -> str:
    """What a screen reader says of a cell: the words, what follows them, and dots as words."""
    cell: Cell = column.cell(line)
    if cell.dots is not None:
        return translate("shared", "visit {number} of {needed}").format(number=cell.dots[0], needed=cell.dots[1])
    return " ".join(part for part in (cell.text, cell.second) if part)
