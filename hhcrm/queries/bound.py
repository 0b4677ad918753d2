"""All questions, bound to the database: what the window and the terminal ask."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date, datetime

from sqlalchemy import Connection, Engine

from hhcrm.queries import agency, detail, sources, visits
from hhcrm.queries import commitments as commitment_questions
from hhcrm.queries import today as today_questions
from hhcrm.queries.read_models import (
    AgencyFacts,
    Choices,
    CommitmentLine,
    NextVisit,
    SourceCounts,
    SourceDetail,
    SourceFilter,
    SourcePage,
    TodayList,
    VisitLine,
    VisitPage,
)
from hhcrm.storage.faults import plain_words

NEEDS_SHOWN = 25
"""Needs of each kind that Today shows at first."""


class Questions:
    """One method per question; each reads one snapshot and gives back frozen lines.

    Known faults of the database come as exceptions of `hhcrm.domain.errors` with words for the person.
    """

    def __init__(
        self, engine: Engine, now: Callable[[], datetime], today: Callable[[], date], user_id: int | None
    ) -> None:
        snapshot = engine.dialect.name == "postgresql"  # on SQLite every transaction reads one snapshot
        self._engine = engine.execution_options(isolation_level="REPEATABLE READ") if snapshot else engine
        self._now = now
        self._today = today
        self._user_id = user_id

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A connection that reads one snapshot; faults come out in plain words."""
        with plain_words(), self._engine.connect() as connection:
            yield connection

    # --- the agency ---

    def agency_facts(self) -> AgencyFacts:
        """What the frame says about the agency and the person at the desk."""
        with self.reading() as connection:
            return agency.agency_facts(connection, self._today(), self._user_id)

    def choices(self) -> Choices:
        """Everything that forms and filters let one choose from, and the tags in use."""
        with self.reading() as connection:
            return agency.choices(connection)

    # --- sources ---

    def source_page(self, asked: SourceFilter, offset: int, limit: int) -> SourcePage:
        """A page of the table of sources."""
        with self.reading() as connection:
            return sources.source_page(connection, asked, offset, limit, self._today())

    def source_counts(self, asked: SourceFilter) -> SourceCounts:
        """How many sources the filter leaves, of how many."""
        with self.reading() as connection:
            return sources.source_counts(connection, asked, self._today())

    def source_ids(self, asked: SourceFilter) -> tuple[int, ...]:
        """The ids of all sources that the filter leaves."""
        with self.reading() as connection:
            return sources.source_ids(connection, asked, self._today())

    def source_detail(self, source_id: int) -> SourceDetail:
        """Everything about one source. Raises NotFound."""
        with self.reading() as connection:
            return detail.source_detail(connection, source_id, self._today())

    # --- visits and commitments ---

    def visit_page(self, source_id: int, offset: int, limit: int) -> VisitPage:
        """A page of a source's visits, newest first."""
        with self.reading() as connection:
            return visits.visit_page(connection, source_id, offset, limit)

    def visit(self, visit_id: int) -> VisitLine:
        """One visit. Raises NotFound."""
        with self.reading() as connection:
            return visits.visit(connection, visit_id)

    def next_visit(
        self, source_id: int, visit_on: date, kind_id: int | None = None, visit_id: int | None = None
    ) -> NextVisit:
        """When the next visit is due after one on this day, and why; `visit_id` is the one being written down."""
        with self.reading() as connection:
            return visits.next_visit(connection, source_id, visit_on, kind_id, self._today(), visit_id)

    def commitments_of(self, source_id: int) -> tuple[CommitmentLine, ...]:
        """Everything promised to a source."""
        with self.reading() as connection:
            return commitment_questions.commitments_of(connection, source_id)

    # --- today ---

    def today(self, limit: int = NEEDS_SHOWN) -> TodayList:
        """Everything on Today: a liaison's own, for everybody else the whole agency's."""
        with self.reading() as connection:
            whose = today_questions.own_scope(connection, self._user_id)
            return today_questions.today_list(connection, whose, limit, self._today())
