"""The names that scripts and tests hold on to stay (interfaces.md): written down from the running window."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from hhcrm.domain.words import ReferralStage
from hhcrm.queries.measure_models import GapsBehind, VisitsBehind
from hhcrm.ui.calendar.days import VIEWS
from hhcrm.ui.calendar.place import CalendarPlace
from hhcrm.ui.frame.names import Name, names_in
from hhcrm.ui.frame.window import MainWindow
from hhcrm.ui.measure.approaches.page import ApproachesPage
from hhcrm.ui.measure.goals.page import GoalsPage
from hhcrm.ui.measure.place import MeasurePlace
from hhcrm.ui.measure.trends.page import TrendsPage
from hhcrm.ui.measure.worth.page import WorthPage
from hhcrm.ui.people.places import PersonOverview
from hhcrm.ui.people.view import PeopleView
from hhcrm.ui.referrals.place import ReferralsPlace
from hhcrm.ui.settings.lists_page import ListsPage
from hhcrm.ui.settings.place import SettingsPlace
from hhcrm.ui.settings.take_page import WhatWeTake
from hhcrm.ui.sources.people_tab import PeopleTab
from hhcrm.ui.sources.place import SourcesPlace
from tests.shots import GUISES, Studio, _visit_history, studio
from tests.ui.measure_kit import overview

LIST = Path(__file__).parents[2] / "resources" / "help" / "names.md"

FIXED = {
    "place_today",
    "place_calendar",
    "place_sources",
    "place_waterfall",
    "place_referrals",
    "place_measure",
    "place_settings",
    "action_log_visit",
    "action_new_referral",
    "action_search",
    "action_undo",
    "action_redo",
    "action_import",
    "action_export",
}
"""Those of interfaces.md whose places and actions exist by now."""

HEAD = """# Names that stay

What scripts, other programs and tests may hold on to: the object name of every action, place, table, field and button.
A test writes this list from the running window and fails when a name disappears. N stands for a number.

| what | object name |
| --- | --- |
"""

_NUMBER = re.compile(r"\d+")
_ROW = re.compile(r"^\| (\w+) \| `([^`]+)` \|$", re.MULTILINE)


def _plain(found: list[Name]) -> set[tuple[str, str]]:
    # What has a capital is a part that Qt named.
    return {(name.kind, _NUMBER.sub("N", name.name)) for name in found if name.name.islower()}


def _promised(sample: Path) -> int:
    """A source to which something is promised: its pane has every button there is."""
    with closing(sqlite3.connect(sample / "agency.db")) as connection:
        row = connection.execute("SELECT source_id FROM commitment WHERE status = 'open' ORDER BY id").fetchone()
    return int(row[0])


def _all_names(room: Studio, source_id: int) -> set[tuple[str, str]]:
    window = room.program.shown
    assert isinstance(window, MainWindow)
    window.go("sources", source_id=source_id)
    room.rest()
    place = window.place_widget("sources")
    assert isinstance(place, SourcesPlace)
    for tab in ("overview", "visits", "referrals", "people", "commitments", "pilots", "scorecard", "files", "history"):
        place.pane.tabs.open(tab)
        room.rest()
        if tab == "pilots":
            _press(place, "source_pilots_add")
            room.rest()
    place.add_source()
    room.rest()
    found = _plain(names_in(window))
    window.go("calendar")
    room.rest()
    calendar = window.place_widget("calendar")
    assert isinstance(calendar, CalendarPlace)
    for view in VIEWS:
        calendar.set_view(view)
        room.rest()
        found |= _plain(names_in(window))
    found |= _of_dialog(room, lambda: _press(window, "calendar_new"))
    found |= _of_dialog(room, calendar.open_time_off)
    found |= _of_dialog(room, calendar.show_keys)
    window.go("sources")
    found |= _of_people(room, place)
    window.go("today")
    room.rest()
    for opened in (
        window.log_visit,
        lambda: _press(window, "today_end_of_day"),
        lambda: _press(window, "today_act_all_passed"),
        window.actions_by_name["import"].trigger,
        window.actions_by_name["export"].trigger,
        window.actions_by_name["import_calendar"].trigger,
        window.actions_by_name["export_calendar"].trigger,
        window.actions_by_name["recent_changes"].trigger,
        window.actions_by_name["archived"].trigger,
        window.actions_by_name["drafts"].trigger,
    ):
        found |= _of_dialog(room, opened)
    found |= _of_dialog(room, lambda: _visit_history(window))
    window.go("waterfall")
    room.rest()
    found |= _plain(names_in(window))
    found |= _of_settings(room, window)
    found |= _of_measure(room, window)
    found |= _of_referrals(room, window)
    window.actions_by_name["help"].trigger()
    window.actions_by_name["guide"].trigger()
    room.rest()
    return found | _plain(names_in(window))


def _of_referrals(room: Studio, window: MainWindow) -> set[tuple[str, str]]:
    window.go("referrals")
    room.rest()
    place = window.place_widget("referrals")
    assert isinstance(place, ReferralsPlace)
    for tab in ("path", "history", "facts"):
        place.pane.tabs.open(tab)
        room.rest()
    found = _plain(names_in(window))
    for stage in (ReferralStage.NOT_ADMITTED, ReferralStage.SCHEDULED):
        place.mover.move(place.pane.referral_id or 0, stage)
        room.rest()
        assert place.mover.dialog is not None
        found |= _plain(names_in(place.mover.dialog))
        place.mover.dialog.reject()
        room.rest()
    place.head.views.set_value("table")
    room.rest()
    window.new_referral()
    room.rest()
    found |= _plain(names_in(window))
    place.pane.show_referral(None)
    return found


def _of_measure(room: Studio, window: MainWindow) -> set[tuple[str, str]]:
    window.go("measure")
    room.rest()
    place = window.place_widget("measure")
    assert isinstance(place, MeasurePlace)
    for panel in overview(place).panels.values():
        panel.as_table.click()
        room.rest()
    found = _plain(names_in(window))
    asked = place.choosing.asked()
    for opened in (
        place.choosing.days_asked.emit,
        lambda: overview(place).panels["effort"].opened.emit(VisitsBehind(asked)),
        lambda: overview(place).panels["rhythm"].opened.emit(GapsBehind(asked)),
    ):
        found |= _of_dialog(room, opened)
    found |= _of_worth(room, place) | _of_trends(room, place) | _of_approaches(room, place)
    return found | _of_goals(room, place) | _of_week(room, place)


def _of_approaches(room: Studio, place: MeasurePlace) -> set[tuple[str, str]]:
    """Approaches with both forms open."""
    place.show_where(page="approaches")
    room.rest()
    page = place.page("approaches")
    assert isinstance(page, ApproachesPage)
    page.add()
    page.journal.note()
    room.rest()
    found = _plain(names_in(page))
    for form in (page.form, page.journal.form):
        assert form is not None
        form.leave()
    place.show_where(page="overview")
    room.rest()
    return found


def _of_goals(room: Studio, place: MeasurePlace) -> set[tuple[str, str]]:
    """Goals: the list, the form of a new one, one opened."""
    place.show_where(page="goals")
    room.rest()
    page = place.page("goals")
    assert isinstance(page, GoalsPage)
    page.add()
    room.rest()
    found = _plain(names_in(page))
    page.open_goal(page.rows[0].goal_id)
    room.rest()
    found |= _plain(names_in(page))
    page.close_goal()
    assert page.form is not None
    page.form.leave()
    place.show_where(page="overview")
    room.rest()
    return found


def _of_worth(room: Studio, place: MeasurePlace) -> set[tuple[str, str]]:
    """Worth, what a source could send, and the list to share."""
    place.show_where(page="worth")
    room.rest()
    page = place.page("worth")
    assert isinstance(page, WorthPage)
    found = _plain(names_in(page))
    line = page.groups.table.given[0]
    found |= _of_dialog(room, lambda: page.groups.set_potential_of(lambda: line))
    found |= _of_dialog(room, page.open_top)
    place.show_where(page="overview")
    room.rest()
    return found


def _of_trends(room: Studio, place: MeasurePlace) -> set[tuple[str, str]]:
    """Trends, the list of all measures, and the rows behind a reason."""
    place.show_where(page="trends")
    room.rest()
    page = place.page("trends")
    assert isinstance(page, TrendsPage)
    found = _plain(names_in(page)) | _plain(names_in(page.measure_chip.list()))
    assert page.reasons.chart is not None
    behind = page.reasons.chart.marks[0].behind
    found |= _of_dialog(room, lambda: page.reasons.opened.emit(behind))
    place.show_where(page="overview")
    room.rest()
    return found


def _of_week(room: Studio, place: MeasurePlace) -> set[tuple[str, str]]:
    """The week on one page, and the workbook."""
    place.show_where(page="week")
    room.rest()
    page = place.page("week")
    assert page is not None
    found = _plain(names_in(page)) | _of_dialog(room, place.open_book)
    place.show_where(page="overview")
    room.rest()
    return found


def _of_people(room: Studio, place: SourcesPlace) -> set[tuple[str, str]]:
    """The people in Sources: the table, each tab of a card, a move, the form."""
    place.switch.choice.set_value("people")
    room.rest()
    view = place.switch.view
    assert isinstance(view, PeopleView)
    for tab in ("overview", "visits", "referrals", "commitments", "history"):
        view.card.tabs.open(tab)
        room.rest()
    view.card.tabs.open("overview")
    overview = view.card.tabs.page("overview")
    assert isinstance(overview, PersonOverview)
    overview.add_place()
    view.card.archive()
    room.rest()
    found = _plain(names_in(view))
    overview.leave_form()
    view.card.ask.leave()
    view.add_person()
    room.rest()
    found |= _plain(names_in(place))
    view.card.show_person(view.table.current_id())
    room.rest()
    found |= _of_dialog(room, lambda: _press(place, "people_import"))
    place.switch.show_sources()
    place.pane.tabs.open("people")
    room.rest()
    page = place.pane.tabs.page("people")
    assert isinstance(page, PeopleTab)
    return found | _of_dialog(room, lambda: _press(page, f"person_{page.people[0].contact_id}_open"))


def _of_settings(room: Studio, window: MainWindow) -> set[tuple[str, str]]:
    window.go("settings")
    place = window.place_widget("settings")
    assert isinstance(place, SettingsPlace)
    for page in place.page_names:
        place.open(page)
        room.rest()
    take = place.page_widget("take")
    assert isinstance(take, WhatWeTake)
    take.capacity.edit(take.capacity.lines[0].discipline_id)
    take.texts.edit(take.texts.lines[0].service_line_id)
    take.served.edit(1)
    take.payer_words.begin_new()
    take.reviews.begin_new()
    room.rest()
    lists = place.page_widget("lists")
    assert isinstance(lists, ListsPage)
    for table in lists.tables:
        lists.show_item(table=table)
        room.rest()
    found = _plain(names_in(window))
    lists.show_item(table="visit_kind")
    room.rest()
    return found | _of_dialog(room, lambda: _press(place, "settings_list_visit_kind_retire"))


def _of_dialog(room: Studio, opened: Callable[[], object]) -> set[tuple[str, str]]:
    opened()
    room.rest()
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, QDialog)
    found = _plain(names_in(dialog))
    dialog.reject()
    room.rest()
    return found


def _press(inside: QWidget, name: str) -> None:
    from PySide6.QtWidgets import QAbstractButton

    button = inside.findChild(QAbstractButton, name)
    assert button is not None, name
    button.click()


@pytest.mark.walk
def test_no_name_disappears(sample: Path) -> None:
    promised = _promised(sample)
    with studio(sample, GUISES[0]) as room:
        found = _all_names(room, promised)
    written = set(_ROW.findall(LIST.read_text(encoding="utf-8"))) if LIST.exists() else set()
    assert {name for _, name in found} >= FIXED
    assert written - found == set(), "these names have gone; renaming one is a breaking change"
    if found != written:
        rows = "".join(f"| {kind} | `{name}` |\n" for kind, name in sorted(found))
        LIST.write_text(HEAD + rows, encoding="utf-8")
