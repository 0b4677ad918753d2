"""The rows of the table of people, page by page."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from hhcrm.queries.people_models import PeopleCounts, PeopleFilter, PeoplePage
from hhcrm.queries.read_models import PersonLine
from hhcrm.ui.people.cells import people_columns
from hhcrm.ui.shared.desk import Desk
from hhcrm.ui.shared.paged_rows import PagedRows

if TYPE_CHECKING:
    from hhcrm.queries.bound import Questions


class _Question:
    """How people are asked for."""

    def page(self, ask: Questions, asked: PeopleFilter, offset: int, limit: int) -> PeoplePage:
        """Some of them."""
        return ask.people_page(asked, offset, limit)

    def counts(self, ask: Questions, asked: PeopleFilter) -> PeopleCounts:
        """How many there are."""
        return ask.people_counts(asked)

    def ordered(self, asked: PeopleFilter, sort: str, descending: bool) -> PeopleFilter:
        """The same people in another order."""
        return replace(asked, sort=sort or "name", descending=descending)


class PeopleRows(PagedRows[PeopleFilter, PersonLine, PeopleCounts]):
    """Feeds the table of people."""

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(
            desk, _Question(), people_columns(desk.today), lambda line: line.contact_id, PeopleFilter(), parent
        )
