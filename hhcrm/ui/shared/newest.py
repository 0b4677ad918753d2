"""Of several answers to one kind of question only that to the newest one counts: readers may overtake each other."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject

from hhcrm.ui.shared.desk import Desk

if TYPE_CHECKING:
    from hhcrm.queries.bound import Questions

T = TypeVar("T")


class Newest:
    """Asks one kind of question for `owner`."""

    def __init__(self, desk: Desk, owner: QObject) -> None:
        self._desk, self._owner = desk, owner
        self._asked = 0

    def ask(self, question: Callable[[Questions], T], done: Callable[[T], object]) -> None:
        """Ask on a reader; `done(answer)` unless something newer was asked by then."""
        self._asked += 1
        mine = self._asked

        def take(answer: T) -> None:
            if mine == self._asked:
                done(answer)

        self._desk.read(question, take, owner=self._owner)
