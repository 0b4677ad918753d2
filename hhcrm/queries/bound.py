"""All questions, bound to the database: what the window and the terminal ask."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from typing import Any
from zoneinfo import ZoneInfo

from hhcrm.queries import (
    agency,
    alerts,
    alike,
    archived,
    calendar,
    calendar_file,
    calendar_tray,
    capacity,
    detail,
    exports,
    files,
    find,
    forecast,
    history,
    imports,
    log,
    loop_shares,
    measure,
    people,
    people_list,
    person,
    referrals,
    reports,
    search,
    sources,
    steps,
    views,
    visits,
)
from hhcrm.queries import commitments as commitment_questions
from hhcrm.queries import today as today_questions
from hhcrm.queries.alert_models import Alert
from hhcrm.queries.asking import PICKS_SHOWN
from hhcrm.queries.bound_agency import AgencyQuestions
from hhcrm.queries.bound_approaches import ApproachQuestions
from hhcrm.queries.bound_goals import GoalQuestions
from hhcrm.queries.bound_measures import MeasureQuestions
from hhcrm.queries.bound_missed import MissedQuestions
from hhcrm.queries.bound_plan import PlanQuestions
from hhcrm.queries.bound_referrals import ReferralQuestions
from hhcrm.queries.bound_trends import TrendQuestions
from hhcrm.queries.bound_waterfall import WaterfallQuestions
from hhcrm.queries.bound_week import WeekQuestions
from hhcrm.queries.bound_worth import WorthQuestions
from hhcrm.queries.calendar_file_models import CalendarExtent, CalendarVisit, CalendarWanted
from hhcrm.queries.calendar_models import (
    CalendarFilter,
    CalendarSpan,
    DayPage,
    DueTray,
    Slot,
    VisitGuess,
    VisitListPage,
    WeekLoad,
)
from hhcrm.queries.capacity_models import CapacityView
from hhcrm.queries.commitment_models import CommitmentFilter, CommitmentItem, CommitmentPage
from hhcrm.queries.forecast_models import ForecastGround
from hhcrm.queries.log_models import LogGuess, NextVisit, PickLine
from hhcrm.queries.measure_models import (
    GapPage,
    GapsBehind,
    Headline,
    LoopBy,
    LoopPage,
    LoopsBehind,
    LoopShare,
    MeasuredEffort,
    MeasuredReferrals,
    MeasuredRhythm,
    MeasureFilter,
    VisitsBehind,
)
from hhcrm.queries.people_models import (
    AlikePerson,
    AlikeSource,
    PeopleCounts,
    PeopleFilter,
    PeoplePage,
    PersonWhole,
    Typed,
)
from hhcrm.queries.read_models import (
    CommitmentLine,
    FileLine,
    HistoryPage,
    PersonLine,
    ReferralPage,
    Report,
    RunLine,
    SavedViewLine,
    SourceCounts,
    SourceDetail,
    SourceFilter,
    SourcePage,
    TodayList,
    VisitLine,
    VisitPage,
)
from hhcrm.queries.search_models import FoundGroup, FoundLine
from hhcrm.queries.step_models import ArchivedPage, StepFilter, StepPage, UndoState
from hhcrm.storage.settings import agency_zone

NEEDS_SHOWN = 25
"""Needs of each kind that Today shows at first."""

STEPS_SHOWN = 50


class Questions(
    AgencyQuestions,
    GoalQuestions,
    MissedQuestions,
    ReferralQuestions,
    PlanQuestions,
    WaterfallQuestions,
    MeasureQuestions,
    WorthQuestions,
    ApproachQuestions,
    WeekQuestions,
    TrendQuestions,
):
    """One method per question; each reads one snapshot and gives back frozen lines.

    Known faults of the database come as exceptions of `hhcrm.domain.errors` with words for the person.
    """

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

    def commitment_page(self, asked: CommitmentFilter, offset: int = 0, limit: int = STEPS_SHOWN) -> CommitmentPage:
        """A page of commitments, open ones first."""
        with self.reading() as connection:
            return commitment_questions.commitment_page(connection, asked, offset, limit, self._today())

    def commitment(self, commitment_id: int) -> CommitmentItem:
        """One commitment. Raises NotFound."""
        with self.reading() as connection:
            return commitment_questions.commitment(connection, commitment_id)

    # --- today ---

    def today(self, limit: int = NEEDS_SHOWN) -> TodayList:
        """Everything on Today: a liaison's own, for everybody else the whole agency's."""
        with self.reading() as connection:
            whose = today_questions.own_scope(connection, self._user_id)
            return today_questions.today_list(connection, whose, limit, self._today())

    def open_alerts(self, limit: int) -> tuple[Alert, ...]:
        """Referrals nobody has seen yet, the newest first: a liaison's own, for everybody else the whole agency's."""
        with self.reading() as connection:
            return alerts.open_alerts(connection, today_questions.own_scope(connection, self._user_id), limit)

    # --- what hangs on a source ---

    def referral_page(self, source_id: int, offset: int, limit: int) -> ReferralPage:
        """A page of a source's referrals, newest first, without patient identifiers."""
        with self.reading() as connection:
            return referrals.referral_page(connection, source_id, offset, limit, self._today())

    def open_referrals_of(self, source_ids: Sequence[int]) -> int:
        """How many referrals of these sources are still open."""
        with self.reading() as connection:
            return referrals.open_referrals_of(connection, source_ids)

    # --- calendar ---

    def calendar_scope(self) -> int | None:
        """Whose calendar a person sees at first: a liaison their own, everybody else the agency's (None)."""
        with self.reading() as connection:
            return today_questions.own_scope(connection, self._user_id)

    def calendar_span(self, asked: CalendarFilter, first: date, last: date, most_a_day: int) -> CalendarSpan:
        """The visits, holidays and time off of these days."""
        with self.reading() as connection:
            return calendar.calendar_span(connection, asked, first, last, most_a_day)

    def visit_list(self, asked: CalendarFilter, first: date, last: date, offset: int, limit: int) -> VisitListPage:
        """A page of the visits of these days."""
        with self.reading() as connection:
            return calendar.visit_list(connection, asked, first, last, offset, limit)

    def due_tray(self, asked: CalendarFilter, last: date, limit: int) -> DueTray:
        """Who is due until a day, or overdue, and has no planned visit."""
        with self.reading() as connection:
            return calendar_tray.due_tray(connection, asked, last, self._today(), limit)

    def week_load(self, asked: CalendarFilter, monday: date) -> WeekLoad:
        """How full the week from this Monday is."""
        with self.reading() as connection:
            return calendar.week_load(connection, asked, monday, self._today())

    # --- what lies ahead ---

    def capacity_view(self, liaison_id: int | None = None) -> CapacityView:
        """Whether the visits asked for fit into the next weeks, and what to change; None is everybody."""
        with self.reading() as connection:
            return capacity.capacity_view(connection, liaison_id, self._today())

    def forecast_ground(self, liaison_id: int | None = None) -> ForecastGround:
        """What a forecast starts from: how things stand, and the present pace; None is everybody."""
        with self.reading() as connection:
            return forecast.forecast_ground(connection, liaison_id, self._today())

    def usual_visit(self, source_id: int, liaison_id: int | None = None) -> VisitGuess:
        """What a visit to a source usually is. Raises NotFound."""
        with self.reading() as connection:
            return calendar.usual_visit(connection, source_id, liaison_id)

    def next_free_slot(self, source_id: int, liaison_id: int | None = None) -> Slot:
        """Where a visit to a source fits next. Raises NotFound."""
        with self.reading() as connection:
            clock = self._now().astimezone(agency_zone(connection, self._today())).time()
            return calendar.next_free_slot(connection, source_id, liaison_id, self._today(), clock)

    def day_page(self, asked: CalendarFilter, first: date, last: date) -> DayPage:
        """What a printed page of these days needs."""
        with self.reading() as connection:
            name = agency.agency_facts(connection, self._today(), self._user_id).name
            return calendar.day_page(connection, asked, first, last, name)

    # --- log visit ---

    def log_guess(self, source_id: int | None = None, visit_id: int | None = None) -> LogGuess:
        """Log visit filled in: for a planned visit, for a source, or for the day's next visit. Raises NotFound."""
        with self.reading() as connection:
            return log.log_guess(connection, self._desk(), source_id, visit_id)

    def end_of_day(self, day: date | None = None) -> tuple[LogGuess, ...]:
        """A guess for each of the person's planned visits of a day (today) that is not logged yet."""
        with self.reading() as connection:
            return log.end_of_day(connection, self._desk(), day or self._today())

    def pick_sources(self, typed: str, limit: int = PICKS_SHOWN) -> tuple[PickLine, ...]:
        """Sources to pick while typing; with nothing typed those that are due, then those visited last."""
        with self.reading() as connection:
            return find.pick_sources(connection, typed, limit, self._today(), self._user_id)

    # --- finding, views, imports ---

    def search(self, typed: str, limit: int, kinds: Sequence[str] = ()) -> tuple[FoundGroup, ...]:
        """What a typed text finds anywhere (or of these kinds), in groups, the best `limit` of each."""
        with self.reading() as connection:
            return search.search(connection, typed, limit, self._today(), kinds)

    def recall(self, things: Sequence[tuple[str, int]]) -> tuple[FoundLine, ...]:
        """Things found before, by kind and id, in today's words."""
        with self.reading() as connection:
            return search.recall(connection, things, self._today())

    def saved_views(self, place: str) -> tuple[SavedViewLine, ...]:
        """Everybody's views of a place and the person's own."""
        with self.reading() as connection:
            return views.saved_views(connection, place, self._user_id)

    def import_runs(self, limit: int = 100) -> tuple[RunLine, ...]:
        """The newest import runs first."""
        with self.reading() as connection:
            return imports.import_runs(connection, limit)

    def remembered_mapping(self, kind: str, shape: str) -> str | None:
        """The mapping (TOML) used for the last file of this kind and shape of header."""
        with self.reading() as connection:
            return imports.remembered_mapping(connection, kind, shape)

    # --- measure ---

    def measured_referrals(self, asked: MeasureFilter, named: int = measure.NAMED_SOURCES) -> MeasuredReferrals:
        """Referrals of a period by source, by month and by type; `named` sources by name."""
        with self.reading() as connection:
            return measure.measured_referrals(connection, asked, self._today(), named)

    def measured_effort(self, asked: MeasureFilter) -> MeasuredEffort:
        """Visits beside referrals, by month."""
        with self.reading() as connection:
            return measure.measured_effort(connection, asked, self._today())

    def measured_rhythm(self, asked: MeasureFilter) -> MeasuredRhythm:
        """Rhythm kept, by month."""
        with self.reading() as connection:
            return measure.measured_rhythm(connection, asked, self._today())

    def headline(self, asked: MeasureFilter) -> Headline:
        """The figures at the head of Measure."""
        with self.reading() as connection:
            return measure.headline(connection, asked, self._today(), self._now())

    def visits_behind(self, behind: VisitsBehind, offset: int, limit: int) -> VisitPage:
        """The visits that a mark in a chart stands for."""
        with self.reading() as connection:
            return measure.visits_behind(connection, behind, offset, limit)

    def loop_shares(self, asked: MeasureFilter, by: LoopBy) -> tuple[LoopShare, ...]:
        """How many updates to sources fell due and were told in time, by step, liaison or source."""
        with self.reading() as connection:
            return loop_shares.loop_shares(connection, asked, by, self._today(), self._now())

    def loops_behind(self, behind: LoopsBehind, offset: int, limit: int) -> LoopPage:
        """The updates that such a count stands for."""
        with self.reading() as connection:
            return loop_shares.loops_behind(connection, behind, offset, limit, self._today(), self._now())

    def gaps_behind(self, behind: GapsBehind, offset: int, limit: int) -> GapPage:
        """The gaps between visits that a mark in a chart stands for."""
        with self.reading() as connection:
            return measure.gaps_behind(connection, behind, offset, limit, self._today())

    # --- reports and exports ---

    def report_names(self) -> tuple[str, ...]:
        """The reports that there are."""
        return reports.report_names()

    def report(
        self,
        name: str,
        from_on: date | None = None,
        until_on: date | None = None,
        source_id: int | None = None,
        liaison_id: int | None = None,
    ) -> Report:
        """One report; without days it covers the 12 months to today. Raises RuleBroken for an unknown name."""
        with self.reading() as connection:
            return reports.report(
                connection, name, from_on, until_on, source_id, liaison_id, self._today(), self._now()
            )

    def export_count(self, kind: str, wanted: exports.Wanted) -> int:
        """How many rows an export has. Raises RuleBroken as `export` does."""
        with self.reading() as connection:
            return exports.export_count(connection, kind, wanted, self._today())

    @contextmanager
    def export(self, kind: str, wanted: exports.Wanted) -> Iterator[tuple[tuple[str, ...], Iterator[Sequence[Any]]]]:
        """The header of an export and its rows, to be read inside the with block. Raises RuleBroken."""
        with self.reading() as connection:
            yield exports.export_rows(connection, kind, wanted, self._today())

    # --- what was done, what was put away ---

    def undo_state(self) -> UndoState:
        """What undo and redo would take back for the person at the desk."""
        with self.reading() as connection:
            return steps.undo_state(connection, self._user_id)

    def recent_changes(self, asked: StepFilter, before_step: int | None = None, limit: int = STEPS_SHOWN) -> StepPage:
        """A page of what anybody did, newest first, older than `before_step` where one is given."""
        with self.reading() as connection:
            zone = agency_zone(connection, self._today())
            return steps.recent_changes(connection, asked, before_step, limit, zone)

    def step_people(self) -> tuple[str, ...]:
        """Everybody who did anything, by name."""
        with self.reading() as connection:
            return steps.step_people(connection)

    def step_changes(self, step_id: int) -> HistoryPage:
        """What one step changed, row by row."""
        with self.reading() as connection:
            return steps.step_changes(connection, step_id, agency_zone(connection, self._today()))

    def archived_page(self, table: str, typed: str, offset: int, limit: int) -> ArchivedPage:
        """A page of one kind's archived records that hold what was typed."""
        with self.reading() as connection:
            return archived.archived_page(connection, table, typed, offset, limit, self._today())

    def archived_counts(self) -> dict[str, int]:
        """How many records are archived, by table."""
        with self.reading() as connection:
            return archived.archived_counts(connection)

    # --- calendar files ---

    def calendar_extent(self, wanted: CalendarWanted) -> CalendarExtent:
        """How many visits a calendar file would hold, and over which days."""
        with self.reading() as connection:
            return calendar_file.calendar_extent(connection, wanted)

    @contextmanager
    def calendar_visits(
        self, wanted: CalendarWanted
    ) -> Iterator[tuple[CalendarExtent, ZoneInfo, Iterator[CalendarVisit]]]:
        """The same, the agency's zone, and the visits, to be read inside the with block."""
        with self.reading() as connection:
            zone = agency_zone(connection, self._today())
            span = calendar_file.calendar_extent(connection, wanted)
            yield span, zone, calendar_file.calendar_visits(connection, wanted)

    # --- people, files, histories ---

    def people_of(self, source_id: int) -> tuple[PersonLine, ...]:
        """Everybody at a source, those who left last."""
        with self.reading() as connection:
            return people.people_of(connection, source_id, self._today())

    def person(self, contact_id: int, source_id: int | None = None) -> PersonLine:
        """One person; role and title at a source where one is given. Raises NotFound."""
        with self.reading() as connection:
            return people.person(connection, contact_id, self._today(), source_id)

    def person_whole(self, contact_id: int) -> PersonWhole:
        """One person with every place, visit, referral and commitment. Raises NotFound."""
        with self.reading() as connection:
            return person.person_whole(connection, contact_id, self._today())

    def people_page(self, asked: PeopleFilter, offset: int, limit: int) -> PeoplePage:
        """A page of the table of people."""
        with self.reading() as connection:
            return people_list.people_page(connection, asked, offset, limit, self._today())

    def people_counts(self, asked: PeopleFilter) -> PeopleCounts:
        """How many people the filter leaves, of how many."""
        with self.reading() as connection:
            return people_list.people_counts(connection, asked, self._today())

    def people_ids(self, asked: PeopleFilter) -> tuple[int, ...]:
        """The ids of all people that the filter leaves."""
        with self.reading() as connection:
            return people_list.people_ids(connection, asked, self._today())

    def alike_people(
        self, typed: Typed, source_id: int | None = None, apart: int | None = None
    ) -> tuple[AlikePerson, ...]:
        """People who may be the one being typed, archived ones too."""
        with self.reading() as connection:
            return alike.alike_people(connection, typed, self._today(), source_id, apart)

    def alike_sources(self, typed: Typed, apart: int | None = None) -> tuple[AlikeSource, ...]:
        """Sources that may be the one being typed, archived ones too."""
        with self.reading() as connection:
            return alike.alike_sources(connection, typed, apart)

    def files_of(self, source_id: int) -> tuple[FileLine, ...]:
        """A source's files, newest first."""
        with self.reading() as connection:
            return files.files_of(connection, source_id)

    def history_of(
        self, table: str, row_id: int, before_step: int | None = None, limit: int = STEPS_SHOWN
    ) -> HistoryPage:
        """A page of a record's history, newest first, older than `before_step` where one is given.

        `table` is the record's: referral_source, contact, visit, referral, commitment or attachment.
        """
        with self.reading() as connection:
            zone = agency_zone(connection, self._today())
            return history.history_of(connection, table, row_id, before_step, limit, zone)
