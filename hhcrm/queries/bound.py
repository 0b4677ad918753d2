"""All questions, bound to the database: what the window and the terminal ask."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import Connection, Engine

from hhcrm.domain.consistency import Differing
from hhcrm.domain.criteria import Criteria
from hhcrm.domain.intake_facts import Intake, Item
from hhcrm.domain.referral_clocks import Moment
from hhcrm.queries import (
    acceptance,
    agency,
    alerts,
    alike,
    archived,
    calendar,
    calendar_file,
    calendar_tray,
    capability,
    capability_history,
    decisions,
    detail,
    exports,
    files,
    find,
    history,
    holidays,
    imports,
    intake_check,
    lists,
    log,
    loop,
    loop_shares,
    measure,
    people,
    people_list,
    person,
    pilots,
    referral_detail,
    referral_table,
    referrals,
    reports,
    scorecard,
    search,
    settings,
    sources,
    steps,
    users,
    views,
    visits,
    zip_places,
)
from hhcrm.queries import commitments as commitment_questions
from hhcrm.queries import referral_models as rm
from hhcrm.queries import today as today_questions
from hhcrm.queries.alert_models import Alert
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
from hhcrm.queries.capability_models import CapabilityHistory, PublicPage, TakePage
from hhcrm.queries.commitment_models import CommitmentFilter, CommitmentItem, CommitmentPage
from hhcrm.queries.holiday_models import HolidayLine, TimeOffLine
from hhcrm.queries.loop_models import ReferralLoop, Sender
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
from hhcrm.queries.pilot_models import PilotFilter, PilotItem, PilotProgress
from hhcrm.queries.read_models import (
    AgencyFacts,
    Choices,
    CommitmentLine,
    FileLine,
    HistoryPage,
    LogGuess,
    NextVisit,
    PersonLine,
    PickLine,
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
from hhcrm.queries.scorecard_models import Scorecard
from hhcrm.queries.search_models import FoundGroup, FoundLine
from hhcrm.queries.settings_models import (
    AgencySettings,
    Letterhead,
    ListUses,
    ListValue,
    PayerGrid,
    RulesPage,
    SetUpSteps,
    StaffPage,
    TagLine,
    UserHands,
)
from hhcrm.queries.step_models import ArchivedPage, StepFilter, StepPage, UndoState
from hhcrm.storage.faults import plain_words
from hhcrm.storage.settings import agency_zone, rules_on

NEEDS_SHOWN = 25
"""Needs of each kind that Today shows at first."""

STEPS_SHOWN = 50
PICKS_SHOWN = 12


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

    # --- settings ---

    def agency_settings(self) -> AgencySettings:
        """What the agency says of itself, with its past."""
        with self.reading() as connection:
            return settings.agency_settings(connection, self._today())

    def letterhead(self) -> Letterhead:
        """What stands at the head of a page that leaves the house."""
        with self.reading() as connection:
            return settings.letterhead(connection, self._today())

    def rules_page(self) -> RulesPage:
        """Every number of the rules."""
        with self.reading() as connection:
            return settings.rules_page(connection, self._today())

    def staff_page(self) -> StaffPage:
        """The people of the agency, teams and territories."""
        with self.reading() as connection:
            return users.staff_page(connection, self._user_id)

    def user_hands(self, user_id: int) -> UserHands:
        """What a person has in hand."""
        with self.reading() as connection:
            return users.user_hands(connection, user_id)

    def payer_grid(self) -> PayerGrid:
        """Which payers are accepted for which line today."""
        with self.reading() as connection:
            return acceptance.payer_grid(connection, self._today())

    def take_page(self) -> TakePage:
        """What the agency can take beside its payers."""
        with self.reading() as connection:
            return capability.take_page(connection, self._now(), self._today())

    def public_page(self) -> PublicPage:
        """The page of public information as it is today."""
        with self.reading() as connection:
            return capability.public_page(connection, self._today())

    def capability_history(self, most: int) -> CapabilityHistory:
        """The newest changes to what the agency can take."""
        with self.reading() as connection:
            return capability_history.capability_history(connection, most, self._today())

    def set_up_steps(self) -> SetUpSteps:
        """How much there is of what a new agency gives first."""
        with self.reading() as connection:
            return acceptance.set_up_steps(connection)

    def list_values(self, table: str) -> tuple[ListValue, ...]:
        """The values of a list, those retired last. Raises NotFound."""
        with self.reading() as connection:
            return lists.list_values(connection, table)

    def list_uses(self, table: str) -> ListUses:
        """How many records use each value of a list. Raises NotFound."""
        with self.reading() as connection:
            return lists.list_uses(connection, table)

    def tag_lines(self) -> tuple[TagLine, ...]:
        """The tags in use."""
        with self.reading() as connection:
            return lists.tag_lines(connection)

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

    # --- the place of referrals ---

    def referral_rows(self, asked: rm.ReferralQuestion, offset: int, limit: int) -> rm.ReferralRows:
        """A page of the table of referrals."""
        with self.reading() as connection:
            return referral_table.referral_rows(connection, asked, offset, limit, self._moment(connection, asked))

    def referral_counts(self, which: rm.ReferralFilter) -> rm.ReferralCounts:
        """How many referrals the filter leaves, and what became of them."""
        with self.reading() as connection:
            return referral_table.referral_counts(connection, which, self._moment(connection, which))

    def referral_ids(self, which: rm.ReferralFilter) -> tuple[int, ...]:
        """The ids of all referrals that the filter leaves."""
        with self.reading() as connection:
            return referral_table.referral_ids(connection, which, self._moment(connection, which))

    def referral_board(self, which: rm.ReferralFilter) -> rm.ReferralBoard:
        """The open referrals of the filter by stage."""
        with self.reading() as connection:
            return referral_table.referral_board(connection, which, self._moment(connection, which))

    def undecided_referrals(self) -> int:
        """How many referrals wait for our answer."""
        with self.reading() as connection:
            return referral_table.undecided(connection)

    def referral_detail(self, referral_id: int) -> rm.ReferralDetail:
        """Everything about one referral, its patient too. Raises NotFound."""
        with self.reading() as connection:
            return referral_detail.referral_detail(connection, referral_id, self._today())

    def criteria_guess(self, referral_id: int) -> Criteria:
        """What a decision on one referral would note by itself."""
        with self.reading() as connection:
            return decisions.criteria_guess(connection, referral_id, self._now(), self._today())

    def inconsistent_answers(self) -> tuple[Differing, ...]:
        """Where the same facts had different answers in the 12 months to today."""
        with self.reading() as connection:
            return decisions.inconsistent(connection, self._today())

    def referral_loop(self, referral_id: int) -> ReferralLoop:
        """What is to be told about one referral, and to whom. Raises NotFound."""
        with self.reading() as connection:
            return loop.referral_loop(connection, referral_id)

    def loop_sender(self) -> Sender:
        """From whom a fax to a source is."""
        with self.reading() as connection:
            return loop.sender(connection, self._user_id, self._today())

    def referral_choices(self) -> rm.ReferralChoices:
        """Everything that forms and filters of referrals let one choose from."""
        with self.reading() as connection:
            return referral_detail.referral_choices(connection, self._today())

    def referral_guess(self, source_id: int | None = None) -> rm.ReferralGuess:
        """A new referral, from a source where one is given, filled with the best guess. Raises NotFound."""
        with self.reading() as connection:
            return referral_detail.referral_guess(connection, source_id)

    def pick_people(self, typed: str, source_id: int | None, limit: int = PICKS_SHOWN) -> tuple[rm.PersonPick, ...]:
        """People to pick while typing, those at the source first."""
        with self.reading() as connection:
            return referral_detail.pick_people(connection, typed, source_id, limit, self._today())

    def intake_check(self, intake: Intake) -> tuple[Item, ...]:
        """What the agency can say of a referral as far as it was typed."""
        with self.reading() as connection:
            zone = agency_zone(connection, self._today())
            return intake_check.intake_check(connection, intake, self._now(), zone)

    def zip_place(self, code: str) -> str | None:
        """The town at a ZIP code, None where there is no such code."""
        return zip_places.zip_place(code)

    def county_names(self) -> tuple[str, ...]:
        """Every county that has a ZIP code, with its state."""
        return zip_places.county_names()

    def zips_of_county(self, name: str) -> tuple[str, ...]:
        """The ZIP codes of a county by its name with its state."""
        return zip_places.zips_of_county(name)

    def zips_around(self, code: str, miles: float) -> tuple[str, ...]:
        """The ZIP codes so many miles or less from another."""
        return zip_places.zips_around(code, miles)

    # --- scorecards ---

    def scorecard(self, source_id: int, from_on: date, until_on: date) -> Scorecard:
        """How well we did for one source in a period. Raises NotFound."""
        with self.reading() as connection:
            return scorecard.scorecard(connection, source_id, from_on, until_on, self._today(), self._now())

    def scorecards(self, source_ids: Sequence[int], from_on: date, until_on: date) -> tuple[Scorecard, ...]:
        """The scorecards of some sources, `scorecard.AT_A_TIME` at most."""
        with self.reading() as connection:
            return scorecard.scorecards(connection, source_ids, (from_on, until_on), self._today(), self._now())

    def scorecard_sources(self, liaison_id: int | None = None) -> tuple[int, ...]:
        """The active sources, of one liaison or of all: those that get a scorecard in one go."""
        with self.reading() as connection:
            return scorecard.active_sources(connection, liaison_id)

    # --- pilots ---

    def pilots(self, asked: PilotFilter) -> tuple[PilotItem, ...]:
        """The pilots that a filter leaves."""
        with self.reading() as connection:
            return pilots.pilots(connection, asked)

    def pilot(self, pilot_id: int) -> PilotItem:
        """One pilot. Raises NotFound."""
        with self.reading() as connection:
            return pilots.pilot(connection, pilot_id)

    def pilots_at(self, source_id: int, on: date) -> tuple[PilotProgress, ...]:
        """All pilots of a source and its units, as they stood at the end of a day."""
        with self.reading() as connection:
            return pilots.pilots_at(connection, source_id, on, self._today(), self._now())

    def pilot_progress(self, pilot_id: int, on: date) -> PilotProgress:
        """How one pilot stood at the end of a day. Raises NotFound."""
        with self.reading() as connection:
            return pilots.pilot_progress(connection, pilot_id, on, self._today(), self._now())

    def pilots_of_source(self, source_id: int, from_on: date, until_on: date) -> tuple[PilotProgress, ...]:
        """The pilots of a source and its units that have a day of a period."""
        with self.reading() as connection:
            return pilots.pilots_of_source(connection, source_id, from_on, until_on, self._today(), self._now())

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

    # --- holidays and time off ---

    def holidays(self, year: int) -> tuple[HolidayLine, ...]:
        """The agency's holidays of a year, in order."""
        with self.reading() as connection:
            return holidays.holidays(connection, date(year, 1, 1), date(year, 12, 31))

    def holiday_years(self) -> tuple[int, ...]:
        """The years that have holidays."""
        with self.reading() as connection:
            return holidays.holiday_years(connection)

    def time_off(self, first: date, last: date, user_id: int | None = None) -> tuple[TimeOffLine, ...]:
        """Time off that touches these days, of one person or of everybody."""
        with self.reading() as connection:
            return holidays.time_off(connection, first, last, user_id)

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
            return measure.measured_referrals(connection, asked, named)

    def measured_effort(self, asked: MeasureFilter) -> MeasuredEffort:
        """Visits beside referrals, by month."""
        with self.reading() as connection:
            return measure.measured_effort(connection, asked)

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

    def _moment(self, connection: Connection, asked: rm.ReferralQuestion | rm.ReferralFilter) -> Moment | None:
        """Now, to the minute, where a question about referrals goes by their clocks."""
        if isinstance(asked, rm.ReferralQuestion):
            needed = asked.sort == "clock" or asked.which.clock is not None
        else:
            needed = asked.clock is not None
        if not needed:
            return None
        now, today = self._now().replace(second=0, microsecond=0), self._today()
        return Moment(now, agency_zone(connection, today), rules_on(connection, today).clock_warnings_hours)

    def _desk(self) -> log.Desk:
        return log.Desk(self._user_id, self._today(), self._now())
