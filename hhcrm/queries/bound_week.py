"""Questions about a week and for the owner's workbook, bound to the database."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial

from hhcrm.queries import workbook
from hhcrm.queries.asking import Asking
from hhcrm.queries.book_models import BookAsked, BookHead, SheetSpec
from hhcrm.queries.measures.measured import measured
from hhcrm.queries.week_page import week_page
from hhcrm.queries.week_page_models import WeekAsk, WeekPage


class WeekQuestions(Asking):
    """What the page of a week and the workbook ask."""

    def week_page(self, asked: WeekAsk) -> WeekPage:
        """What moved in a week and what stands out, by one snapshot."""
        with self.reading() as connection:
            today, now = self._today(), self._now()
            measure = partial(measured, connection, today=today, now=now)
            return week_page(connection, asked, measure, today, now)

    @contextmanager
    def owners_book(self, asked: BookAsked, whose: str) -> Iterator[tuple[BookHead, tuple[SheetSpec, ...]]]:
        """The owner's workbook, table by table, of one snapshot that stays open as long as it is read."""
        with self.reading() as connection:
            today, now = self._today(), self._now()
            head = workbook.book_head(connection, asked, whose, today, now)
            yield head, workbook.book_sheets(connection, asked, today, now)
