"""The places of the window and the doors of its actions, each made when it is first opened."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

import hhcrm
from hhcrm.app.drafts import Drafts
from hhcrm.app.paths import resource_path
from hhcrm.domain.wording import translate
from hhcrm.queries.calendar_file_models import CalendarWanted
from hhcrm.ui.frame.places import PlaceSpec
from hhcrm.ui.frame.window import Doors, MainWindow
from hhcrm.ui.shared.desk import Desk
from hhcrm.ui.shared.frame_port import Frame
from hhcrm.ui.shared.last_known import LastKnown
from hhcrm.ui.shared.memory import Memory
from hhcrm.ui.today.place import TodayPlace

if TYPE_CHECKING:
    from hhcrm.app.agency import Agency
    from hhcrm.app.traffic import Traffic
    from hhcrm.charts.painter import Painter
    from hhcrm.ui.exchange.opener import ExchangeDoor
    from hhcrm.ui.history.opener import HistoryDoor
    from hhcrm.ui.logvisit.opener import LogDoor
    from hhcrm.ui.people.door import PeopleDoor
    from hhcrm.ui.shared.forms.drafts_port import DraftLike


@dataclass(frozen=True, slots=True)
class Ways:
    """What only the program around the window can do.

    Put a backup back, let somebody else sit here, leave a sample for one's own agency.
    """

    restore: Callable[[Path], None]
    sit: Callable[[int, str], None]
    start_over: Callable[[], None] | None = None


def desk_of(agency: Agency, traffic: Traffic) -> Desk:
    """The desk of a window on an agency's data."""
    return Desk(
        traffic,
        agency.early_questions,
        agency.actions,
        now=agency.now,
        today=lambda: agency.clock.today(),
        zone=agency.zone,
    )


class Rooms:
    """What one window has, made for one agency's folder."""

    def __init__(self, agency: Agency, drafts: Drafts, memory: Memory, ways: Ways | None = None) -> None:
        self._ways = ways
        self._agency = agency
        self._drafts = drafts
        self._memory = memory
        self._log: LogDoor | None = None
        self._lists: ExchangeDoor | None = None
        self._history: HistoryDoor | None = None
        self._charts: Painter | None = None
        self._known: LastKnown | None = None
        self._people: PeopleDoor | None = None

    def places(self) -> tuple[PlaceSpec, ...]:
        """The places, in the order of the rail."""
        return (
            PlaceSpec("today", translate("app", "Today"), "calendar-check", self._today, number=1),
            PlaceSpec("calendar", translate("app", "Calendar"), "calendar", self._calendar, number=2),
            PlaceSpec("sources", translate("app", "Sources"), "building-2", self._sources, number=3),
            PlaceSpec("waterfall", translate("app", "Waterfall"), "waterfall", self._waterfall, number=4),
            PlaceSpec("referrals", translate("app", "Referrals"), "inbox", self._referrals, number=5),
            PlaceSpec("measure", translate("app", "Measure"), "chart-no-axes-column", self._measure, number=6),
            PlaceSpec("settings", translate("app", "Settings"), "settings", self._settings, below=True),
        )

    def doors(self) -> Doors:
        """Where the window's own actions lead."""
        return Doors(
            log_visit=lambda window, source_id, visit_id: self._log_door(window).open(source_id, visit_id),
            new_referral=lambda window, source_id: window.go("referrals", record=True, source_id=source_id),
            import_list=lambda window: self._list_door(window).import_list(),
            export=lambda window: self._list_door(window).export(),
            import_calendar=lambda window: self._list_door(window).import_calendar(),
            export_calendar=lambda window: self._list_door(window).export_calendar(),
            recent_changes=lambda window: self._history_door(window).recent_changes(),
            archived=lambda window: self._history_door(window).archived(),
            drafts=lambda window: self._history_door(window).drafts(),
            sit=self._ways.sit if self._ways is not None else None,
            data_folder=self._agency.folder.root,
            version=hhcrm.__version__,
            manual=resource_path("help"),
        )

    def open_draft(self, window: MainWindow, draft: DraftLike) -> None:
        """Go on with something half-typed, where it belongs."""
        from hhcrm.app.draft_ways import open_draft  # late: as above

        if draft.kind == "log_visit":
            self._log_door(window).open()
        elif draft.kind == "end_of_day":
            self._log_door(window).open_end_of_day()
        elif draft.kind == "import_list":
            self._list_door(window).import_list(draft=draft)
        else:
            open_draft(window, draft)

    def _today(self, desk: Desk, frame: Frame) -> QWidget:
        assert isinstance(frame, MainWindow)
        return TodayPlace(desk, frame, end_of_day=lambda: self._log_door(frame).open_end_of_day(), drafts=self._drafts)

    def _calendar(self, desk: Desk, frame: Frame) -> QWidget:
        from hhcrm.ui.calendar.kit import CalendarKit  # late: Today is on the screen before the calendar is wanted
        from hhcrm.ui.calendar.place import CalendarPlace

        assert isinstance(frame, MainWindow)
        kit = CalendarKit(
            self._drafts,
            self._memory,
            import_file=lambda: self._list_door(frame).import_calendar(),
            export_file=lambda: self._list_door(frame).export_calendar(),
            export_day=lambda day, liaison_id: self._list_door(frame).export_calendar(
                CalendarWanted(day, day, liaison_id)
            ),
        )
        return CalendarPlace(desk, frame, kit)

    def _sources(self, desk: Desk, frame: Frame) -> QWidget:
        from hhcrm.ui.sources.kit import SourcesKit  # late: Today is on the screen before Sources is wanted
        from hhcrm.ui.sources.place import SourcesPlace

        assert isinstance(frame, MainWindow)
        kit = SourcesKit(
            drafts=self._drafts,
            memory=self._memory,
            import_list=lambda: self._list_door(frame).import_list(),
            export=lambda sources, ids: self._list_door(frame).export(sources, ids),
            attachments=self._agency.folder.attachments,
            painter=self._painter(),
            people=self._people_door(frame),
        )
        return SourcesPlace(desk, frame, kit)

    def _settings(self, desk: Desk, frame: Frame) -> QWidget:
        from hhcrm.app.data_work import DataWork  # late: as above
        from hhcrm.ui.settings.kit import SettingsKit
        from hhcrm.ui.settings.place import SettingsPlace

        assert isinstance(frame, MainWindow)
        kit = SettingsKit(
            drafts=self._drafts,
            memory=self._memory,
            look=frame.look,
            language=frame.language,
            import_list=lambda: self._list_door(frame).import_list(),
            export=lambda: self._list_door(frame).export(),
            data=DataWork(self._agency, self._memory, self._ways.restore) if self._ways is not None else None,
            start_over=self._ways.start_over if self._ways is not None else None,
            sit=self._ways.sit if self._ways is not None else None,
        )
        return SettingsPlace(desk, frame, kit)

    def _measure(self, desk: Desk, frame: Frame) -> QWidget:
        from hhcrm.ui.measure.place import MeasureKit, MeasurePlace  # late: as above

        kit = MeasureKit(self._painter(), self._memory, drafts=self._drafts, known=self._last_known())
        return MeasurePlace(desk, frame, kit)

    def _last_known(self) -> LastKnown:
        """One for all places of this window."""
        from hhcrm.app.last_known import LastKnownFile  # late: as above

        if self._known is None:
            folder, agency = self._agency.folder, self._agency
            self._known = LastKnownFile(folder.cache / "last-known.json", folder.database, lambda: agency.is_plain)
        return self._known

    def _painter(self) -> Painter:
        """One for all places: charts are drawn one at a time."""
        from hhcrm.charts.painter import Painter  # late: as above

        if self._charts is None:
            self._charts = Painter(self._agency.folder.cache / "charts")
        return self._charts

    def _people_door(self, window: MainWindow) -> PeopleDoor:
        from hhcrm.ui.people.door import PeopleDoor  # late: as above
        from hhcrm.ui.people.files import PeopleFiles
        from hhcrm.ui.people.kit import PeopleKit

        if self._people is None:
            kit = PeopleKit(drafts=self._drafts, memory=self._memory)
            agency = self._agency
            files = PeopleFiles(lambda: agency.clock.today(), agency.zone, agency.back_up)
            self._people = PeopleDoor(window.desk, window, kit, files)
        return self._people

    def _referrals(self, desk: Desk, frame: Frame) -> QWidget:
        from hhcrm.ui.referrals.context import ReferralsKit  # late: as above
        from hhcrm.ui.referrals.place import ReferralsPlace

        assert isinstance(frame, MainWindow)
        kit = ReferralsKit(
            drafts=self._drafts,
            memory=self._memory,
            import_list=lambda: self._list_door(frame).import_list(),
            export=lambda which, ids: self._list_door(frame).export_referrals(which, ids),
        )
        return ReferralsPlace(desk, frame, kit)

    def _waterfall(self, desk: Desk, frame: Frame) -> QWidget:
        from hhcrm.ui.waterfall.kit import WaterfallKit  # late: as above
        from hhcrm.ui.waterfall.place import WaterfallPlace

        assert isinstance(frame, MainWindow)
        kit = WaterfallKit(
            drafts=self._drafts,
            memory=self._memory,
            painter=self._painter(),
            import_list=lambda: self._list_door(frame).import_list(),
        )
        return WaterfallPlace(desk, frame, kit)

    def _log_door(self, window: MainWindow) -> LogDoor:
        from hhcrm.ui.logvisit.opener import LogDoor  # late: as above

        if self._log is None:
            self._log = LogDoor(window.desk, window, self._drafts)
        return self._log

    def _history_door(self, window: MainWindow) -> HistoryDoor:
        from hhcrm.ui.history.opener import HistoryDoor  # late: as above

        if self._history is None:
            self._history = HistoryDoor(window.desk, window, self._drafts, lambda draft: self.open_draft(window, draft))
        return self._history

    def _list_door(self, window: MainWindow) -> ExchangeDoor:
        from hhcrm.ui.exchange.calendar_work import CalendarWork  # late: as above
        from hhcrm.ui.exchange.opener import ExchangeDoor
        from hhcrm.ui.exchange.work import AgencyListWork

        if self._lists is None:
            agency = self._agency
            given = (lambda: agency.clock.today(), agency.zone, agency.back_up)
            self._lists = ExchangeDoor(
                window.desk,
                window,
                AgencyListWork(*given),
                agency.zone,
                calendars=CalendarWork(*given),
                drafts=self._drafts,
            )
        return self._lists
