"""Feeds a table from a question with pages and counts: asks for what is looked at and for nothing else."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Generic, Protocol, TypeVar

from PySide6.QtCore import QObject, Signal

from hhcrm.ui.shared.columns import Column
from hhcrm.ui.shared.desk import Desk
from hhcrm.ui.shared.table_model import WindowedTableModel

if TYPE_CHECKING:
    from hhcrm.queries.bound import Questions

A = TypeVar("A")
L = TypeVar("L")
C = TypeVar("C", bound="Counted")


L_out = TypeVar("L_out", covariant=True)
C_out = TypeVar("C_out", bound="Counted", covariant=True)


class Counted(Protocol):
    """How many rows a question leaves."""

    @property
    def shown(self) -> int:
        """Rows."""


class PageLike(Protocol[L_out]):
    """Some rows of an answer."""

    @property
    def offset(self) -> int:
        """Where they stand."""

    @property
    def lines(self) -> Sequence[L_out]:
        """The rows."""


class Question(Protocol[A, L_out, C_out]):
    """How one kind of row is asked for. `A` is what is asked, with its order."""

    def page(self, ask: Questions, asked: A, offset: int, limit: int) -> PageLike[L_out]:
        """Some rows."""

    def counts(self, ask: Questions, asked: A) -> C_out:
        """How many there are."""

    def ordered(self, asked: A, sort: str, descending: bool) -> A:
        """The same question in another order; "" is its own."""


class PagedRows(QObject, Generic[A, L, C]):
    """Feeds the table: asks for the page looked at and, beside it, for the counts."""

    counted = Signal(object)
    """The counts of the question now in force."""

    arrived = Signal()
    """The first page of a new answer stands in the table."""

    def __init__(
        self,
        desk: Desk,
        question: Question[A, L, C],
        columns: Sequence[Column[L]],
        id_of: Callable[[L], int],
        asked: A,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._question = question
        self._asked = asked
        self._token = 0
        self._anew = True
        self._counts: C | None = None
        self._last: PageLike[L] | None = None
        self.model: WindowedTableModel[L] = WindowedTableModel(columns, self._fetch, id_of, parent=self)
        self.model.sort_changed.connect(self._on_sort)
        self.model.refreshed.connect(self.arrived)

    @property
    def asked(self) -> A:
        """The filter with its order as it is asked."""
        return self._asked

    def ask(self, wanted: A) -> None:
        """Ask another question; the rows of the last stay until its answer comes."""
        self._asked = wanted
        self._anew = True
        self.model.start_over()

    def ask_again(self) -> None:
        """The data changed: the same question, scroll and selection kept."""
        self.model.ask_again()

    def _on_sort(self, key: str, down: bool) -> None:
        # The model itself starts over after this: only the order is to be taken over.
        self._asked = self._question.ordered(self._asked, key, down)
        self._anew = True

    def _fetch(self, offset: int, limit: int, token: int) -> None:
        asked, question = self._asked, self._question
        if token != self._token:
            self._token, self._counts, self._last = token, None, None
            self._desk.read(
                lambda q: question.counts(q, asked), lambda counts: self._on_counts(token, counts), owner=self
            )
        self._desk.read(
            lambda q: question.page(q, asked, offset, limit),
            lambda page: self._on_page(token, page, limit),
            lambda error: self._on_missed(token, offset, error),
            owner=self,
        )

    def _on_page(self, token: int, page: PageLike[L], limit: int) -> None:
        if token != self._token:
            return
        self._last = page
        self.model.take(token, page.offset, page.lines, self._total(page, limit))
        self._anew = False

    def _total(self, page: PageLike[L], limit: int) -> int:
        """How many rows there are, as well as it is known before the counts have come."""
        if self._counts is not None:
            return self._counts.shown
        here = page.offset + len(page.lines)
        if len(page.lines) < limit and page.lines:
            return here
        return here if self._anew else max(here, self.model.total)

    def _on_counts(self, token: int, counts: C) -> None:
        if token != self._token:
            return
        self._counts = counts
        if self._last is not None and self.model.total != counts.shown:
            self.model.take(token, self._last.offset, self._last.lines, counts.shown)
        self.counted.emit(counts)

    def _on_missed(self, token: int, offset: int, error: Exception) -> None:
        self.model.missed(token, offset)
        self._desk.faulted.emit(error)
