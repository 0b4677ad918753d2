"""Pictures of every place, light and dark and at 150 % text, into the folder ``shots`` that git ignores.

Run with ``python -m tests.shots``; look at them beside the pictures of the design.
"""

from __future__ import annotations

import os
import re
import shutil
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, timedelta
from functools import partial
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEventLoop, QRect, Qt, QTimer
from PySide6.QtGui import QColor, QPainter, QPalette, QPixmap
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QDialog, QMenu, QScrollArea, QWidget

from hhcrm.app.agency import Agency
from hhcrm.app.bootstrap import Program
from hhcrm.app.clock import Clock
from hhcrm.app.crash_log import CrashLog
from hhcrm.app.drafts import Drafts
from hhcrm.app.memory import Memory
from hhcrm.app.paths import Folder
from hhcrm.app.single import claim
from hhcrm.app.throwaway import make_sample
from hhcrm.app.traffic import Traffic
from hhcrm.domain.comparing import Way
from hhcrm.domain.measures import By, MeasureKey
from hhcrm.domain.words import ReferralStage
from hhcrm.jobs import Runner
from hhcrm.queries.waterfall_models import CardState
from hhcrm.ui.calendar.days import VIEWS
from hhcrm.ui.calendar.place import CalendarPlace
from hhcrm.ui.calendar.time_off_dialog import TimeOffDialog
from hhcrm.ui.frame.alerts import notice_words
from hhcrm.ui.frame.set_up import SetUpDialog
from hhcrm.ui.frame.window import MainWindow
from hhcrm.ui.measure.approaches.page import ApproachesPage
from hhcrm.ui.measure.goals.page import GoalsPage
from hhcrm.ui.measure.place import MeasurePlace
from hhcrm.ui.measure.trends.choice import TrendChoice
from hhcrm.ui.measure.trends.page import TrendsPage
from hhcrm.ui.measure.week.page import WeekOfMeasure
from hhcrm.ui.measure.worth.page import WorthPage
from hhcrm.ui.people.cards_dialog import CardsDialog
from hhcrm.ui.people.places import PersonOverview
from hhcrm.ui.people.view import PeopleView
from hhcrm.ui.referrals.place import ReferralsPlace
from hhcrm.ui.settings.place import SettingsPlace
from hhcrm.ui.shared.forms.form import Form
from hhcrm.ui.sources.people_tab import PeopleTab
from hhcrm.ui.sources.place import SourcesPlace
from hhcrm.ui.waterfall.place import WaterfallPlace
from tests.ending import take_apart
from tests.ui.measure_kit import overview

DAY = date(2026, 11, 23)
OUT = Path(__file__).parents[1] / "shots"
TABS = ("overview", "visits", "referrals", "people", "commitments", "pilots", "scorecard", "files", "history")
_MOST_MS = 20_000
_LOOK_MS = 15
_SOON_MS = 200
"""A clock set for less belongs to what has just been done; toasts and drafts take their time."""


@dataclass(frozen=True)
class Guise:
    """A look and a size to draw everything in."""

    name: str
    scheme: str
    text_size: int
    size: tuple[int, int]


GUISES = (
    Guise("light", "light", 100, (1280, 800)),
    Guise("dark", "dark", 100, (1280, 800)),
    Guise("large", "light", 150, (1024, 680)),
)


class Studio:
    """One program in one guise, and the camera before it."""

    def __init__(self, program: Program, traffic: Traffic, guise: Guise) -> None:
        self.program = program
        self.traffic = traffic
        self._guise = guise

    def rest(self) -> None:
        """Wait until nothing is on its way and has not been for a moment."""
        waited = quiet = 0
        while quiet < 3:
            _wait(_LOOK_MS)
            waited += _LOOK_MS
            quiet = quiet + 1 if self.traffic.waiting == self.traffic.following == 0 and not _soon() else 0
            if waited > _MOST_MS:
                raise TimeoutError("the window does not come to rest")

    def shoot(self, name: str, over: QWidget | None = None) -> None:
        """Draw what is on the screen; a dialog is laid over the window, as a person sees it."""
        self.rest()
        path = OUT / f"{name}-{self._guise.name}.png"
        self.picture(over).save(str(path))
        print(path.name)

    def picture(self, over: QWidget | None = None) -> QPixmap:
        """What is on the screen now, with a dialog over it."""
        shown = self.program.shown
        assert shown is not None
        drawn = shown.grab()
        if over is not None:
            _lay_over(drawn, shown, over)
        return drawn

    def fit(self) -> None:
        """Bring what is shown to the guise's size."""
        assert self.program.shown is not None
        self.program.shown.resize(*self._guise.size)


def _soon() -> bool:
    """Whether a widget is about to do something by its clock."""
    return any(
        timer.isActive() and timer.isSingleShot() and timer.interval() <= _SOON_MS
        for window in QApplication.topLevelWidgets()
        for timer in window.findChildren(QTimer)
    )


def _wait(milliseconds: int) -> None:
    """Let the program run. An event loop of our own lets its threads run too, which QTest.qWait does not."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


@contextmanager
def studio(data: Path, guise: Guise, make: type[Studio] = Studio) -> Iterator[Studio]:
    """Open the program on a data folder in a guise."""
    folder = Folder(data).make()
    memory = Memory(folder.settings)
    memory.set("look.scheme", guise.scheme)
    memory.set("look.text_size", guise.text_size)
    log, ours = CrashLog(folder.logs), claim(folder)
    if ours is None:
        raise RuntimeError("the folder is open in a window")
    traffic = Traffic(Runner())
    agency = Agency(folder, Clock(DAY))
    program = Program(agency, traffic, ours, log)
    try:
        program.begin(folder.database.exists())
        room = make(program, traffic, guise)
        room.fit()
        room.rest()
        yield room
    finally:
        take_apart(program)
        log.uninstall()
        ours.release()


def first_start(data: Path, guise: Guise, make: type[Studio] = Studio) -> None:
    """The two doors, and the dialog behind one of them."""
    with studio(data, guise, make) as room:
        room.shoot("first-run")
        assert room.program.shown is not None
        _press(room.program.shown, "button_set_up")
        dialog = room.program.shown.findChild(SetUpDialog, "dialog_set_up")
        assert dialog is not None
        for step in range(len(dialog.steps)):
            dialog.show_step(step)
            room.shoot(f"set-up-{step + 1}", dialog)
        dialog.reject()


def places(data: Path, guise: Guise, make: type[Studio] = Studio) -> None:
    """Today, Sources with each tab, and the dialogs over them."""
    with studio(data, guise, make) as room:
        window = room.program.shown
        assert isinstance(window, MainWindow)
        room.shoot("today")
        _notice(room, window)
        calendar(room, window)
        window.go("sources")
        room.shoot("sources")
        place = window.place_widget("sources")
        assert isinstance(place, SourcesPlace)
        place.table.setCurrentIndex(place.table.model().index(0, 0))
        room.rest()
        for tab in TABS:
            place.pane.tabs.open(tab)
            _bring_into_view(place.pane)
            room.shoot(f"sources-{tab}")
        people(room, place)
        referrals(room, window)
        waterfall(room, window)
        measure(room, window)
        what_lies_ahead(room, window)
        window.go("today")
        _search(room, window)
        _dialog(room, "log-visit", window.log_visit)
        _dialog(room, "end-of-day", lambda: _press(window, "today_end_of_day"))
        _dialog(room, "passed", lambda: _press(window, "today_act_all_passed"))
        _dialog(room, "import", window.actions_by_name["import"].trigger)
        _dialog(room, "export", window.actions_by_name["export"].trigger)
        _dialog(room, "calendar-export", window.actions_by_name["export_calendar"].trigger)
        _dialog(room, "calendar-import", lambda: _calendar_import(window))
        _dialog(room, "recent-changes", window.actions_by_name["recent_changes"].trigger)
        _dialog(room, "visit-history", lambda: _visit_history(window))
        window.go("today")
        _drafts(room)
        _dialog(room, "drafts", window.actions_by_name["drafts"].trigger)
        _dialog(room, "archived", window.actions_by_name["archived"].trigger)
        _dialog(room, "shortcuts", window.actions_by_name["shortcuts"].trigger)
        settings_pages(room, window)
        helped(room, window)


def what_lies_ahead(room: Studio, window: MainWindow) -> None:
    """Beside the waterfall: the forecast at a changed pace, and capacity with what to change."""
    window.go("waterfall")
    place = window.place_widget("waterfall")
    assert isinstance(place, WaterfallPlace)
    assert place.forecast is not None
    assert place.capacity is not None
    room.rest()
    place.forecast.found.bar.setValue(6)
    for name, panel in (("forecast", place.forecast), ("capacity", place.capacity)):
        _scroll_to(place.side, panel)
        room.shoot(f"waterfall-{name}")


def _scroll_to(area: QScrollArea, panel: QWidget) -> None:
    area.verticalScrollBar().setValue(panel.y())


def helped(room: Studio, window: MainWindow) -> None:
    """The first ten minutes beside a place, and the manual."""
    window.go("today")
    window.actions_by_name["guide"].trigger()
    room.shoot("guide")
    window.actions_by_name["guide"].trigger()
    window.actions_by_name["help"].trigger()
    manual = window.findChild(QWidget, "help_window")
    assert manual is not None
    room.shoot("help", manual)
    manual.close()


def referrals(room: Studio, window: MainWindow) -> None:
    """The board, the table, each tab of the pane, the form of a new one, and what moves ask."""
    window.go("referrals")
    room.shoot("referrals")
    place = window.place_widget("referrals")
    assert isinstance(place, ReferralsPlace)
    for stage in (ReferralStage.NOT_ADMITTED, ReferralStage.SCHEDULED):
        place.mover.move(place.pane.referral_id or 0, stage)
        room.rest()
        assert place.mover.dialog is not None
        room.shoot(f"referrals-{stage.name.lower()}", place.mover.dialog)
        place.mover.dialog.reject()
    place.mover.accept_weighed(place.pane.referral_id or 0)
    room.rest()
    assert place.mover.dialog is not None
    room.shoot("referrals-weighed", place.mover.dialog)
    place.mover.dialog.reject()
    place.head.views.set_value("table")
    room.shoot("referrals-table")
    for tab in ("path", "history", "facts"):
        place.pane.tabs.open(tab)
        _bring_into_view(place.pane)
        room.shoot(f"referrals-{tab}")
    window.new_referral()
    room.shoot("referrals-new")
    _say_what_cannot_be(place)
    room.shoot("referrals-new-checked")
    place.pane.show_referral(None)
    room.rest()


def _say_what_cannot_be(place: ReferralsPlace) -> None:
    """Fill the form of a new referral with what the check has something to say about."""
    form = place.pane.form
    assert form is not None
    choices = place._context.choices
    for key, text in {
        "service_line_id": str(choices.service_lines[0].id),
        "payer_id": str(choices.payers[-1].id),
        "zip": "37901",
        "disciplines": ",".join(str(each.id) for each in choices.disciplines[:3]),
        "diagnosis_code": "R53.1",
        "ordered_soc": "11/20",
        "discharged_on": "11/24",
    }.items():
        form.form.type_into(key, text)
    form.check.look()


def waterfall(room: Studio, window: MainWindow) -> None:
    """The waterfall of the liaison at the desk, what is offered for a prospect, and everybody's cohorts."""
    window.go("waterfall")
    room.rest()
    place = window.place_widget("waterfall")
    assert isinstance(place, WaterfallPlace)
    room.shoot("waterfall")
    cards = (card for row in place.board.cards.rows for card in row.cards)
    decide = next((card for card in cards if card.state is CardState.DECIDE), None)
    if decide is not None:
        place.show_where(decide=decide.source_id)
        room.shoot("waterfall-decide")
        place.decide.leave()
    place.liaison.set_value("")
    room.shoot("waterfall-everybody")


def measure(room: Studio, window: MainWindow) -> None:
    """Measure from top to bottom, a chart as a table, a mark walked to, and the dialogs over it."""
    window.go("measure")
    room.shoot("measure")
    place = window.place_widget("measure")
    assert isinstance(place, MeasurePlace)
    for chart in ("conversion", "rhythm"):
        _bring_into_view(overview(place).panels[chart])
        room.shoot(f"measure-{chart}")
    panel = overview(place).panels["referrals-by-source"]
    place.show_where(chart="referrals-by-source")
    QTest.keyClick(panel.view, Qt.Key.Key_End)
    room.shoot("measure-mark")
    panel.as_table.click()
    room.shoot("measure-table")
    panel.as_table.click()
    panel.legend.keys[0].click()
    room.shoot("measure-legend")
    panel.legend.keys[0].click()
    _dialog(room, "measure-what", panel.explain.click)
    _dialog(room, "measure-days", place.choosing.days_asked.emit)
    _dialog(room, "measure-loops", place.open_loops)
    for which in ("effort", "rhythm"):
        place.show_where(chart=which)
        QTest.keyClick(overview(place).panels[which].view, Qt.Key.Key_Home)
        _dialog(
            room,
            f"measure-{which}-rows",
            partial(QTest.keyClick, overview(place).panels[which].view, Qt.Key.Key_Return),
        )
    worth(room, place)
    trends(room, place)
    goals(room, place)
    approaches(room, place)
    week(room, place)


def worth(room: Studio, place: MeasurePlace) -> None:
    """The worth board, its list to rethink, what a source could send, and the list to share."""
    place.show_where(page="worth")
    room.shoot("measure-worth")
    page = place.page("worth")
    assert isinstance(page, WorthPage)
    place.show_where(page="worth", group="rethink")
    page.groups.table.selectRow(0)
    _bring_into_view(page.groups)
    room.shoot("measure-worth-rethink")
    _dialog(room, "measure-worth-potential", page.groups.potential.click)
    _dialog(room, "measure-worth-top", page.open_top)


def goals(room: Studio, place: MeasurePlace) -> None:
    """Goals as a list, the form of a new one, and one opened."""
    place.show_where(page="goals")
    room.shoot("measure-goals")
    page = place.page("goals")
    assert isinstance(page, GoalsPage)
    page.add()
    room.shoot("measure-goals-form")
    if page.form is not None:
        page.form.leave()
    if page.rows:
        page.open_goal(page.rows[0].goal_id)
        room.shoot("measure-goal")
        page.close_goal()


def trends(room: Studio, place: MeasurePlace) -> None:
    """Trends: a measure beside what it was, in small charts, how long it took and why not."""
    place.show_where(page="trends")
    room.shoot("measure-trends")
    page = place.page("trends")
    assert isinstance(page, TrendsPage)
    page.look_at(TrendChoice(MeasureKey.CONVERSION, By.SOURCE_TYPE))
    room.shoot("measure-trends-groups")
    for name, panel in (("compare", page.compare), ("speed", page.speed), ("reasons", page.reasons)):
        _bring_into_view(panel)
        room.shoot(f"measure-trends-{name}")


def week(room: Studio, place: MeasurePlace) -> None:
    """The week on one page, and the workbook of it."""
    place.show_where(page="week")
    room.shoot("measure-week")
    page = place.page("week")
    assert isinstance(page, WeekOfMeasure)
    _bring_into_view(page.moved)
    room.shoot("measure-week-moved")
    _dialog(room, "measure-book", place.open_book)


def approaches(room: Studio, place: MeasurePlace) -> None:
    """Approaches: how each stands, with and without, what was learned, and the form."""
    place.show_where(page="approaches")
    room.shoot("measure-approaches")
    page = place.page("approaches")
    assert isinstance(page, ApproachesPage)
    page.way.set_value(str(Way.OTHERS))
    for name, panel in (("intervals", page.intervals), ("said", page.sentences), ("journal", page.journal)):
        room.rest()
        _bring_into_view(panel)
        room.shoot(f"measure-approaches-{name}")
    page.add()
    room.rest()
    _bring_into_view(page.form_panel)
    room.shoot("measure-approaches-form")
    assert page.form is not None
    page.form.leave()
    page.way.set_value(str(Way.BEFORE))
    room.rest()


CARDS = """BEGIN:VCARD
VERSION:3.0
N:Reyes;Marisol;;;RN
ORG:Ashbourne Nursing and Rehab
TITLE:Unit manager
TEL;TYPE=CELL:615-555-0188
END:VCARD
BEGIN:VCARD
VERSION:3.0
N:{last};{first}
TEL;TYPE=CELL:615-555-0199
END:VCARD
BEGIN:VCARD
VERSION:3.0
N:;;;;
END:VCARD
"""
"""A new person, one of a name that is here already, and one without any."""


def _notice(room: Studio, window: MainWindow) -> None:
    """What is said of a referral that another desk has just recorded."""
    alerts = room.program.agency.questions().open_alerts(1)
    toast = window.toasts.say(notice_words(alerts), ("Open", lambda: None))
    room.shoot("today-notice")
    toast.leave()


def people(room: Studio, place: SourcesPlace) -> None:
    """The people in Sources: the table, each tab of a card, a move, the form with somebody who is here already."""
    place.switch.choice.set_value("people")
    room.rest()
    view = place.switch.view
    assert isinstance(view, PeopleView)
    for tab in ("overview", "visits", "referrals", "commitments", "history"):
        view.card.tabs.open(tab)
        _bring_into_view(view.card)
        room.shoot(f"people-{tab}")
    view.card.tabs.open("overview")
    overview, whole = view.card.tabs.page("overview"), view.card.whole
    assert isinstance(overview, PersonOverview)
    assert whole is not None
    overview.move_away(whole.line.affiliations[0].affiliation_id)
    room.shoot("people-move")
    overview.leave_form()
    view.add_person()
    form = view.card.form
    assert form is not None
    form.type_into("first_name", whole.line.first_name)
    form.type_into("last_name", whole.line.last_name)
    _wait(300)
    room.shoot("people-new")
    form.type_into("first_name", "")
    form.type_into("last_name", "")
    form.leave()
    view.import_button.click()
    room.rest()
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, CardsDialog)
    with tempfile.TemporaryDirectory(prefix="hhcrm-shots-") as made:
        cards = Path(made) / "people.vcf"
        cards.write_text(CARDS.format(first=whole.line.first_name, last=whole.line.last_name), encoding="utf-8")
        dialog.take_file(cards)
        room.shoot("people-vcards", dialog)
    dialog.reject()
    room.rest()
    place.switch.show_sources()
    page = place.pane.tabs.page("people")
    assert isinstance(page, PeopleTab)
    if page.people:
        _dialog(room, "person", lambda: _press(page, f"person_{page.people[0].contact_id}_open"))


def settings_pages(room: Studio, window: MainWindow) -> None:
    """Each page of Settings, and a list with the dialog that re-assigns."""
    window.go("settings")
    place = window.place_widget("settings")
    assert isinstance(place, SettingsPlace)
    for page in place.page_names:
        place.open(page)
        room.shoot(f"settings-{page}")
    place.show_where(page="lists", table="visit_kind")
    room.rest()
    _dialog(room, "settings-reassign", lambda: _press(place, "settings_list_visit_kind_retire"))


def calendar(room: Studio, window: MainWindow) -> None:
    """The four views of the calendar, and the dialog of a new visit."""
    window.go("calendar")
    place = window.place_widget("calendar")
    assert isinstance(place, CalendarPlace)
    for view in reversed(VIEWS):
        place.set_view(view)
        room.shoot(f"calendar-{view}")
    _plan_of_the_week(room, place)
    _dialog(room, "calendar-visit", lambda: _press(window, "calendar_new"))
    _menu(room, "calendar-route", lambda: _press(window, "calendar_route"))
    _dialog(room, "calendar-time-off", place.open_time_off)
    _dialog(room, "calendar-time-off-visits", lambda: _days_with_visits(room, place))
    _dialog(room, "calendar-keys", place.show_keys)


def _plan_of_the_week(room: Studio, place: CalendarPlace) -> None:
    """A liaison's week proposed, one visit of it pinned, and whom else one could see."""
    next(each for each in place.filters.liaison.menu().actions() if each.text().startswith("Dana")).trigger()
    room.rest()
    place.planning.begin(DAY)
    room.rest()
    stops = place.planning.proposal.stops if place.planning.proposal is not None else ()
    if stops and stops[0].source_id is not None:  # of a small agency nobody may be due
        place.plan.list.point(stops[0].source_id)
        _press(place, "calendar_plan_pin")
    _bring_into_view(place.plan)
    room.shoot("calendar-plan")
    if stops:
        _dialog(room, "calendar-plan-replace", lambda: _press(place, "calendar_plan_replace"))
    place.planning.discard()
    place.filters.set_liaison(None)


def _days_with_visits(room: Studio, place: CalendarPlace) -> None:
    """Time off being added that hits visits: they stand in its form, before anything is saved."""
    place.open_time_off()
    room.rest()
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, TimeOffDialog)
    dialog.add()
    form = dialog.entries.editing
    assert isinstance(form, Form)
    form.type_into("from_on", (DAY + timedelta(days=1)).isoformat())
    form.type_into("until_on", (DAY + timedelta(days=18)).isoformat())
    form.save.click()
    room.rest()


def _bring_into_view(widget: QWidget) -> None:
    """Where the window is small the pane lies below the table, and the place scrolls."""
    around = widget.parentWidget()
    while around is not None:
        if isinstance(around, QScrollArea):
            around.ensureWidgetVisible(widget)
        around = around.parentWidget()


def _search(room: Studio, window: MainWindow) -> None:
    """The search box with what was opened last, and with what a text finds."""
    for name, typed in (("search-recent", ""), ("search", "wound")):
        window.activateWindow()
        window.search.begin()
        QTest.keyClicks(window.search, typed)
        _wait(300)
        room.shoot(name)
        QTest.keyClick(window.search, Qt.Key.Key_Escape)


def _visit_history(window: MainWindow) -> None:
    """The history of a visit, from its line among the visits of a source."""
    window.go("sources")
    place = window.place_widget("sources")
    assert isinstance(place, SourcesPlace)
    place.pane.tabs.open("visits")
    _wait(400)
    buttons = place.pane.findChildren(QAbstractButton)
    next(each for each in buttons if re.fullmatch(r"visit_\d+_history", each.objectName())).click()


def _drafts(room: Studio) -> None:
    """Two things that were left half-typed."""
    drafts = Drafts(room.program.agency.folder.drafts, room.program.agency.now)
    about = {"name": "Ashbourne Nursing and Rehab", "source_id": 1}
    drafts.keep("source", "1", {"values": {"next_step": "Bring the fall-risk handout"}, "base": {}, "about": about})
    drafts.keep("referral", "new", {"values": {"notes": "Home on Friday"}, "base": {}, "about": {}})


def _calendar_import(window: MainWindow) -> None:
    """The window's own visits, moved in another calendar, and an event that is none of ours."""
    from hhcrm.ui.exchange.calendar_import import CalendarImport

    days = (("20261201T090000", "Dentist"), ("20261202T093000", "Harpeth: drop-in"), ("20261203", "Team lunch"))
    body = "".join(
        f"BEGIN:VEVENT\r\nUID:{place}\r\nDTSTART:{day}\r\nSUMMARY:{title}\r\nEND:VEVENT\r\n"
        for place, (day, title) in enumerate(days)
    )
    with tempfile.TemporaryDirectory(prefix="hhcrm-shots-") as made:
        path = Path(made) / "calendar.ics"
        path.write_text(f"BEGIN:VCALENDAR\r\nVERSION:2.0\r\n{body}END:VCALENDAR\r\n", encoding="utf-8")
        window.actions_by_name["import_calendar"].trigger()
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, CalendarImport)
        dialog.open_path(path)
        while dialog.outcome is None:
            _wait(25)


def _dialog(room: Studio, name: str, opened: Callable[[], object]) -> None:
    opened()
    room.rest()
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, QDialog), name
    room.shoot(name, dialog)
    dialog.reject()
    room.rest()


def _menu(room: Studio, name: str, opened: Callable[[], object]) -> None:
    opened()
    room.rest()
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu), name
    room.shoot(name, menu)
    menu.close()
    room.rest()


def _lay_over(picture: QPixmap, window: QWidget, dialog: QWidget) -> None:
    """Lay a dialog over the window where a desktop would: in the middle, the window behind it dimmed."""
    place = QRect(dialog.rect())
    place.moveCenter(window.rect().center())
    painter = QPainter(picture)
    painter.fillRect(window.rect(), QColor(0, 0, 0, 90))
    painter.fillRect(place.adjusted(-1, -1, 1, 1), dialog.palette().color(QPalette.ColorRole.Mid))
    painter.end()
    dialog.render(picture, place.topLeft())


def _press(inside: QWidget, name: str) -> None:
    from PySide6.QtWidgets import QAbstractButton

    button = inside.findChild(QAbstractButton, name)
    assert button is not None, name
    button.click()


def main() -> int:
    """Draw everything in every guise."""
    OUT.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="hhcrm-shots-") as made:
        sample = Path(made) / "sample"
        os.environ["HHCRM_TODAY"] = DAY.isoformat()
        sample.mkdir()
        make_sample(sample)
        for guise in GUISES:
            first_start(Path(made) / f"empty-{guise.name}", guise)
            places(Path(shutil.copytree(sample, Path(made) / guise.name)), guise)
    return 0


if __name__ == "__main__":
    sys.exit(main())
