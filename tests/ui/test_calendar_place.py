"""The calendar driven by keys and mouse on a real database."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, time
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from hhcrm.domain.errors import FileFault
from hhcrm.domain.words import VisitStatus
from hhcrm.jobs.runner import Runner
from hhcrm.services.calendar_commands import MoveVisit
from hhcrm.services.commands import Archive, CloseVisit
from hhcrm.services.holiday_commands import AddTimeOff
from hhcrm.ui.calendar import carry
from hhcrm.ui.shared.look import Look
from hhcrm.ui.shared.memory import ShortMemory
from tests.ui.calendar_kit import Clock, Wall
from tests.ui.log_visit_kit import TODAY, Agency, monday_of_dana

K = Qt.Key
ALT, SHIFT, CONTROL = (
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.ControlModifier,
)
PATEL, RIVERGATE = "Patel Family Medicine", "Rivergate Dialysis"
TUESDAY, WEDNESDAY = date(2026, 11, 24), date(2026, 11, 25)


@pytest.fixture
def wall(tmp_path: Path, runner: Runner, look: Look, memory: ShortMemory, qtbot: QtBot) -> Iterator[Wall]:
    agency = monday_of_dana(tmp_path)
    wall = Wall(agency, runner, look, memory, qtbot)
    yield wall
    wall.close()
    agency.engine.dispose()


def test_the_month_shows_the_days_visits_and_who_is_due(wall: Wall) -> None:
    place = wall.place
    assert place.head.title.text() == "November 2026"
    assert place.month.titles(TODAY) == [
        "9:30 Hendersonville Rehab & Care 4/5",
        "10:45 St. Brendan Hospital, 4 West",
        "1:15 Oak Grove Assisted Living",
        "2:30 Patel Family Medicine 1/5",
    ]
    assert place.filters.liaison.words == "Dana Whitfield", "a liaison sees their own first"
    names = [place.tray.list.tray.index(row, 0).data() for row in range(place.tray.list.tray.rowCount())]
    assert names[:2] == ["Rivergate Dialysis", "Green Hills Orthopedics"]
    assert place.tray.count.text() == str(len(names))
    assert place.load.words.startswith("This week: 4 planned of about 19 that fit (4 working days).")


def test_what_fits_leads_to_capacity(wall: Wall) -> None:
    gone: list[tuple[str, dict[str, object]]] = []
    wall.main.go = lambda place, **where: gone.append((place, where))  # type: ignore[method-assign]  # only noted
    wall.place.load.way.setFocus()
    wall.press(K.Key_Space)
    assert gone == [("waterfall", {"capacity": True, "liaison_id": wall.agency.user_id})]


def test_a_screen_reader_hears_days_and_visits(wall: Wall) -> None:
    place = wall.place
    words = place.month.month.index_of(TODAY).data(Qt.ItemDataRole.AccessibleTextRole)
    assert words.startswith("Monday, Nov 23, today. 4 visits: 9:30 AM, Hendersonville Rehab & Care, planned")
    assert place.month.accessibleDescription() == words
    wall.press(K.Key_Down)
    assert place.month.accessibleDescription().startswith(
        "9:30 AM, Hendersonville Rehab & Care, planned, In-person visit"
    )
    thanksgiving = place.month.month.index_of(date(2026, 11, 26)).data(Qt.ItemDataRole.AccessibleTextRole)
    assert thanksgiving == "Thursday, Nov 26. Thanksgiving Day. no visits"


def test_everything_that_takes_the_keyboard_has_a_name(wall: Wall) -> None:
    for view in ("month", "week", "day", "list"):
        wall.view(view)
        nameless = [
            type(widget).__name__
            for widget in wall.place.findChildren(QWidget)
            if widget.isVisible()
            and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
            and not widget.accessibleName()
            and not str(widget.property("text") or "")
        ]
        assert nameless == []


def test_tab_goes_from_the_head_to_the_days_to_the_tray(wall: Wall) -> None:
    wall.place.pages.views.setFocus()
    seen = []
    for _step in range(13):
        widget = QApplication.focusWidget()
        assert widget is not None
        seen.append(widget.objectName())
        QTest.keyClick(widget, K.Key_Tab)
    wanted = ["calendar_view", "calendar_back", "calendar_today", "calendar_on", "calendar_new", "calendar_route",
              "calendar_more", "calendar_capacity", "calendar_liaison", "calendar_type", "calendar_territory",
              "calendar_month", "calendar_tray"]  # fmt: skip
    assert seen[: len(wanted)] == wanted


def test_arrows_walk_through_days_and_the_visits_of_a_day(wall: Wall) -> None:
    state = wall.place.state
    wall.press(K.Key_Right, K.Key_Right, K.Key_Right, K.Key_Right, K.Key_Right)
    assert state.day == date(2026, 11, 30), "over the weekend, which is not shown"
    wall.press(K.Key_Home, K.Key_Left)
    assert state.day == date(2026, 11, 27)
    state.point(TODAY)
    wall.press(*[K.Key_Down] * 4)
    assert state.mark is not None
    assert state.mark.source == PATEL
    wall.press(K.Key_Down)
    assert (state.day, state.visit_id) == (date(2026, 11, 30), None)
    wall.press(K.Key_Up)
    assert state.day == TODAY


def test_pages_turn_and_today_comes_back(wall: Wall) -> None:
    wall.press(K.Key_PageDown)
    assert wall.place.head.title.text() == "December 2026"
    wall.press(K.Key_PageUp, K.Key_PageUp)
    assert wall.place.head.title.text() == "October 2026"
    wall.press(K.Key_T)
    assert (wall.place.head.title.text(), wall.place.state.day) == ("November 2026", TODAY)


@pytest.mark.parametrize(
    ("key", "view", "title"),
    [
        (K.Key_2, "week", "Nov 23 to 29, 2026"),
        (K.Key_3, "day", "Monday, Nov 23, 2026"),
        (K.Key_4, "list", "November 2026"),
    ],
)
def test_views_are_chosen_by_key_and_remembered(wall: Wall, key: Qt.Key, view: str, title: str) -> None:
    wall.press(key)
    assert (wall.place.state.view, wall.place.head.title.text()) == (view, title)
    assert wall.memory.get("calendar.view", "") == view
    wall.press(K.Key_1)
    assert wall.place.state.view == "month"


def test_a_list_without_visits_says_so_and_keeps_its_keys(wall: Wall) -> None:
    wall.view("list")
    nothing = wall.place.list.nothing
    assert nothing.isHidden()
    wall.press(K.Key_PageDown, K.Key_PageDown, held=CONTROL)
    assert said(nothing)[0] == "Nothing planned in January 2027"
    assert wall.place.list.accessibleDescription() == "Nothing planned in January 2027"
    wall.place.list.plan_first.click()
    assert wall.dialog.isVisible()
    wall.dialog.reject()
    wall.press(K.Key_T)
    assert nothing.isHidden()
    assert wall.place.list.accessibleDescription() == ""
    wall.place._turn(-24)
    wall.settle()
    assert said(nothing)[0] == "No visits in November 2024"
    assert not wall.place.list.plan_first.isVisible(), "nothing is planned in the past"


def test_an_agency_without_sources_is_not_told_that_everybody_is_planned(
    tmp_path: Path, runner: Runner, look: Look, memory: ShortMemory, qtbot: QtBot
) -> None:
    agency = Agency.found(tmp_path)
    wall = Wall(agency, runner, look, memory, qtbot)
    wall.view("list")
    assert wall.place.tray.hint.text() == "Nobody can be due: there are no active or prospective sources here."
    assert said(wall.place.list.nothing)[0] == "Nothing planned in November 2026"
    assert not wall.place.list.plan_first.isVisible()
    wall.close()
    agency.engine.dispose()


def said(empty: QWidget) -> list[str]:
    """The words of an empty place that is in sight."""
    assert empty.isVisible()
    return [label.text() for label in empty.findChildren(QLabel) if label.isVisible()]


def test_a_visit_is_moved_by_keys_and_back_by_undo(wall: Wall) -> None:
    mark = wall.point(PATEL)
    wall.press(K.Key_Right, held=ALT)
    assert (wall.stored(mark.visit_id).visit_on, wall.stored(mark.visit_id).start_time) == (TUESDAY, time(14, 30))
    assert wall.place.state.visit_id == mark.visit_id, "it stays in hand"
    assert wall.toasts() == ["Visit to Patel Family Medicine moved to Tue, Nov 24 2:30 PM."]
    wall.press(K.Key_Down, held=ALT)
    assert wall.stored(mark.visit_id).visit_on == date(2026, 12, 1)
    wall.main.undo()
    wall.settle()
    assert wall.stored(mark.visit_id).visit_on == TUESDAY


def test_a_visit_is_picked_up_carried_and_put_down(wall: Wall) -> None:
    mark = wall.point(PATEL)
    wall.press(K.Key_M, K.Key_Right, K.Key_Right, K.Key_Return)
    assert wall.stored(mark.visit_id).visit_on == WEDNESDAY
    assert wall.place.state.visit_id == mark.visit_id
    wall.press(K.Key_M, K.Key_Right)
    assert wall.place.carrying.text().startswith("Carrying Patel Family Medicine: arrows choose")
    assert wall.place.month.accessibleDescription().startswith("Carrying the visit to Patel Family Medicine. Thursday")
    wall.press(K.Key_Escape)
    assert wall.place.carrying.text() == ""
    assert wall.stored(mark.visit_id).visit_on == WEDNESDAY
    assert (wall.place.state.day, wall.place.state.visit_id) == (WEDNESDAY, mark.visit_id)


def test_a_visit_carried_into_another_month_shows_that_month(wall: Wall) -> None:
    mark = wall.point(PATEL)
    wall.press(K.Key_M, *[K.Key_Down] * 3, K.Key_Return)
    assert wall.stored(mark.visit_id).visit_on == date(2026, 12, 14)
    assert wall.place.head.title.text() == "December 2026"
    assert wall.place.state.visit_id == mark.visit_id


def test_a_visit_is_dragged_to_another_day(wall: Wall) -> None:
    mark, month = wall.mark(PATEL), wall.place.month
    wall.drop(month.viewport(), carry.visit_mime(mark.visit_id), month.cell_of(WEDNESDAY).center())
    assert (wall.stored(mark.visit_id).visit_on, wall.stored(mark.visit_id).start_time) == (WEDNESDAY, time(14, 30))


def test_a_source_is_dragged_out_of_the_tray_onto_a_day(wall: Wall) -> None:
    month = wall.place.month
    mime = wall.place.tray.list.tray.mimeData([wall.place.tray.list.tray.index(0, 0)])
    wall.drop(month.viewport(), mime, month.cell_of(WEDNESDAY).center())
    assert wall.planned_for(RIVERGATE) == [(WEDNESDAY, None)]
    assert wall.place.tray.list.tray.row_of(wall.agency.ids[RIVERGATE]) is None
    assert wall.toasts() == ["Visit to Rivergate Dialysis planned for Wed, Nov 25."]
    assert wall.place.state.mark is not None
    assert wall.place.state.mark.source == RIVERGATE


def test_what_is_not_ours_is_not_taken(wall: Wall) -> None:
    from PySide6.QtCore import QMimeData

    mime = QMimeData()
    mime.setText("12")
    before = wall.place.state.span
    wall.drop(wall.place.month.viewport(), mime, wall.place.month.cell_of(WEDNESDAY).center())
    wall.drop(wall.place.month.viewport(), carry.visit_mime(999_999), wall.place.month.cell_of(WEDNESDAY).center())
    assert wall.place.state.span == before


def test_p_in_the_tray_plans_the_next_free_place(wall: Wall) -> None:
    tray = wall.place.tray.list
    tray.setFocus()
    assert tray.point(wall.agency.ids[RIVERGATE])
    wall.press(K.Key_P, K.Key_P)  # the second press comes before the first is done
    ((day, at),) = wall.planned_for(RIVERGATE)
    assert day == TODAY, "four are planned, one more fits"
    assert at is not None
    assert at > time(9, 40)
    assert wall.toasts()[0].startswith("Visit to Rivergate Dialysis planned for Mon, Nov 23")


def test_a_click_on_a_day_then_its_plus_plans_a_visit_there(wall: Wall) -> None:
    month = wall.place.month
    cell = month.cell_of(WEDNESDAY)
    QTest.mouseClick(month.viewport(), Qt.MouseButton.LeftButton, pos=cell.center())
    assert wall.place.state.day == WEDNESDAY
    QTest.mouseClick(month.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(cell.right() - 12, cell.top() + 12))
    form = wall.dialog.form
    assert form is not None
    assert form.texts()["visit_on"] == "11/25/2026"


def test_a_new_visit_is_typed_and_planned(wall: Wall) -> None:
    wall.place.state.point(WEDNESDAY)
    wall.press(K.Key_N)
    form = wall.dialog.form
    assert form is not None
    form.type_into("source", f"{wall.agency.ids[RIVERGATE]}\t{RIVERGATE}")
    form.type_into("start_time", "2:15")
    form.type_into("minutes", "40")
    form.save.click()
    wall.settle()
    assert wall.planned_for(RIVERGATE) == [(WEDNESDAY, time(14, 15))]
    assert wall.place.state.mark is not None
    assert wall.place.state.mark.minutes == 40
    assert wall.place.state.mark.liaison == "Dana Whitfield"
    assert wall.drafts.all("plan_visit") == ()


def test_what_cannot_be_is_said_beside_its_field_and_nothing_is_lost(wall: Wall) -> None:
    wall.press(K.Key_N)
    form = wall.dialog.form
    assert form is not None
    form.save.click()
    assert form.field("source").error == "Type a part of the source's name and choose it."
    form.type_into("source", f"{wall.agency.ids[RIVERGATE]}\t{RIVERGATE}")
    for key, typed in (("visit_on", "Feb 31"), ("start_time", "25:99"), ("minutes", "a while")):
        before = form.texts()[key]
        form.type_into(key, typed)
        form.save.click()
        assert form.field(key).error
        assert form.texts()[key] == typed
        form.type_into(key, before)
    assert wall.planned_for(RIVERGATE) == []


def test_a_half_typed_visit_is_offered_again_and_an_untouched_one_is_not(wall: Wall) -> None:
    wall.press(K.Key_N)
    wall.dialog.reject()
    wall.settle()
    assert wall.drafts.all("plan_visit") == ()
    wall.press(K.Key_N)
    form = wall.dialog.form
    assert form is not None
    form.type_into("purpose", "fall-risk talk")
    wall.dialog.reject()
    wall.settle()
    wall.wait_for(lambda: len(wall.drafts.all("plan_visit")) == 1)
    wall.press(K.Key_N)
    again = wall.dialog.form
    assert again is not None
    assert again.offers_draft
    again.take_draft()
    assert again.texts()["purpose"] == "fall-risk talk"


def test_enter_on_a_visit_opens_what_can_be_done(wall: Wall) -> None:
    mark = wall.point(PATEL)
    wall.press(K.Key_Return)
    names = [action.objectName() for action in wall.menu().actions() if action.objectName()]
    assert names == [
        "calendar_visit_log", "calendar_visit_edit", "calendar_visit_move", "calendar_visit_missed",
        "calendar_visit_cancel", "calendar_visit_history", "calendar_visit_source", "calendar_visit_archive",
    ]  # fmt: skip
    wall.choose("calendar_visit_missed")
    assert wall.stored(mark.visit_id).status == VisitStatus.MISSED
    assert wall.toasts() == ["Visit to Patel Family Medicine was missed."]
    state = wall.place.state
    state.point(TODAY, mark.visit_id)
    wall.press(K.Key_Return)
    wall.choose("calendar_visit_reopen")
    assert wall.stored(mark.visit_id).status == VisitStatus.PLANNED


def test_keys_log_open_and_take_off(wall: Wall) -> None:
    mark = wall.point(PATEL)
    wall.press(K.Key_L)
    assert wall.logged == [(mark.source_id, mark.visit_id)]
    wall.press(K.Key_Delete)
    assert wall.stored(mark.visit_id).archived_at is not None
    assert PATEL not in [each.source for each in wall.place.state.span.visits]
    wall.main.undo()
    wall.settle()
    mark = wall.point(PATEL)
    wall.press(K.Key_O)
    assert wall.elsewhere.sent == {"source_id": mark.source_id, "kind": "visit", "item_id": mark.visit_id}


def test_a_planned_visit_is_edited(wall: Wall) -> None:
    mark = wall.point(PATEL)
    wall.press(K.Key_E)
    form = wall.dialog.form
    assert form is not None
    assert form.texts()["start_time"] == "2:30 PM"
    form.type_into("visit_on", "11/25/2026")
    form.type_into("start_time", "")
    form.save.click()
    wall.settle()
    assert (wall.stored(mark.visit_id).visit_on, wall.stored(mark.visit_id).start_time) == (WEDNESDAY, None)
    assert (wall.place.state.day, wall.place.state.visit_id) == (WEDNESDAY, mark.visit_id)


def test_a_visit_moved_by_two_windows_is_said_and_shown_where_it_stands(wall: Wall) -> None:
    mark = wall.point(PATEL)
    wall.agency.actions.move_visit(MoveVisit(mark.visit_id, mark.version, WEDNESDAY, None))  # the other window
    wall.press(K.Key_Right, held=ALT)
    assert wall.stored(mark.visit_id).visit_on == WEDNESDAY
    assert wall.toasts() == [
        "Somebody changed the visit to Patel Family Medicine meanwhile: it is planned for Wed, Nov 25. "
        "Nothing was changed by you."
    ]
    assert wall.mark(PATEL).visit_on == WEDNESDAY


def test_a_visit_archived_meanwhile_is_said(wall: Wall) -> None:
    mark = wall.point(PATEL)
    wall.agency.actions.archive(Archive("visit", (mark.visit_id,)))
    wall.press(K.Key_Right, held=ALT)
    assert wall.toasts() == ["This visit has been taken off the calendar meanwhile."]
    assert PATEL not in [each.source for each in wall.place.state.span.visits]


def test_what_took_place_does_not_move_and_it_is_said(wall: Wall) -> None:
    state = wall.place.state
    done = next(mark for mark in state.span.visits if mark.status == VisitStatus.COMPLETED)
    state.point(done.visit_on, done.visit_id)
    wall.press(K.Key_Right, held=ALT)
    assert wall.stored(done.visit_id).visit_on == done.visit_on
    assert "took place on" in wall.toasts()[0]


def test_filters_leave_the_visits_of_a_type_or_a_person(wall: Wall) -> None:
    place = wall.place
    other = list(wall.agency.types.values())[3]
    place.filters.type.set_value(str(other))
    wall.settle()
    assert place.state.span.visits == ()
    place.filters.type.set_value("")
    place.filters.liaison.set_value("")
    wall.settle()
    assert len(place.state.marks(TODAY)) == 4
    assert place.state.everybody


def test_weekends_show_when_something_is_on_them_or_always_or_never(wall: Wall) -> None:
    place, saturday = wall.place, date(2026, 11, 28)
    assert place.month.month.columnCount() == 5
    mark = wall.mark(PATEL)
    wall.agency.actions.move_visit(MoveVisit(mark.visit_id, mark.version, saturday, None))
    place.refresh()
    wall.settle()
    assert place.month.month.columnCount() == 7
    place.set_weekends("never")
    wall.settle()
    assert place.month.month.columnCount() == 5
    place.set_weekends("always")
    wall.settle()
    assert place.month.month.headerData(6, Qt.Orientation.Horizontal) == "Sun"


def test_a_choice_that_cannot_be_kept_holds_and_is_said(wall: Wall, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_name: str, _value: object) -> None:
        raise FileFault("The disk is full.")

    monkeypatch.setattr(wall.memory, "set", full)
    wall.view("week")
    wall.place.set_weekends("always")
    wall.settle()
    assert len(wall.place.grid.plan.days) == 7
    assert "The disk is full." in wall.toasts()


def test_holidays_and_time_off_stand_on_their_days(wall: Wall) -> None:
    wall.agency.actions.add_time_off(AddTimeOff(wall.agency.user_id, date(2026, 11, 27), date(2026, 11, 27)))
    wall.place.refresh()
    wall.settle()
    month = wall.place.month.month
    assert month.cell(date(2026, 11, 26)).holiday == "Thanksgiving Day"
    assert month.cell(date(2026, 11, 27)).away == "Dana off"
    assert "(3 working days)" in wall.place.load.words


def test_a_year_without_holidays_is_said(wall: Wall) -> None:
    wall.place.show_where(day=date(2040, 5, 1))
    wall.settle()
    assert "No holidays are known for 2040" in wall.place.note.text()
    assert wall.place.note.isVisible()


def test_who_comes_from_elsewhere_finds_day_visit_and_form(wall: Wall) -> None:
    wall.main.go("calendar", day=date(2027, 2, 3))
    wall.settle()
    assert (wall.place.head.title.text(), wall.place.state.day) == ("February 2027", date(2027, 2, 3))
    visit_id = wall.agency.planned(RIVERGATE, time(9, 0), date(2027, 1, 5))
    wall.main.go("calendar", visit_id=visit_id)
    wall.settle()
    assert wall.place.state.mark is not None
    assert wall.place.state.mark.visit_id == visit_id
    wall.main.go("calendar", new=True)
    wall.dialog.reject()
    wall.settle()
    wall.main.go("calendar", plan_source=wall.agency.ids[PATEL])
    form = wall.dialog.form
    assert form is not None
    assert form.texts()["source"].endswith(PATEL)


def test_past_midnight_today_moves_on(wall: Wall) -> None:
    assert wall.place.month.month.cell(TODAY).is_today
    wall.clock.at = datetime(2026, 11, 24, 6, 0, 1, tzinfo=UTC)  # one second past midnight in Nashville
    wall.main._on_minute()
    wall.settle()
    month = wall.place.month.month
    assert not month.cell(TODAY).is_today
    assert month.cell(TUESDAY).is_today
    assert wall.place.state.day == TUESDAY


def test_an_empty_agency_has_an_empty_calendar(
    tmp_path: Path, runner: Runner, look: Look, memory: ShortMemory, qtbot: QtBot
) -> None:
    agency = Agency.found(tmp_path)
    wall = Wall(agency, runner, look, memory, qtbot)
    assert wall.place.tray.count.text() == "0"
    assert "Nobody can be due" in wall.place.tray.hint.text()
    for view in ("week", "day", "list", "month"):
        wall.view(view)
    wall.press(K.Key_Down, K.Key_Up, K.Key_M, K.Key_L, K.Key_Delete, K.Key_E)
    assert wall.place.state.span.visits == ()
    wall.close()
    agency.engine.dispose()


def test_a_full_day_opens_from_its_last_line(wall: Wall) -> None:
    for hour in range(8, 17):
        wall.agency.planned(RIVERGATE, time(hour, 5), WEDNESDAY)
    wall.place.refresh()
    wall.settle()
    month = wall.place.month
    titles = month.titles(WEDNESDAY)
    assert titles[-1] == f"+{9 - (len(titles) - 1)} more"
    wall.place.state.point(WEDNESDAY)
    wall.press(*[K.Key_Down] * 9)
    in_hand = wall.place.state.mark
    assert in_hand is not None
    assert in_hand.start_time == time(16, 5)
    assert in_hand in [mark for _, mark in month._plan(WEDNESDAY).visits], "what is in hand can be seen"
    plan = month._plan(WEDNESDAY)
    assert plan.more is not None
    QTest.mouseClick(month.viewport(), Qt.MouseButton.LeftButton, pos=plan.more.center())
    wall.settle()
    assert (wall.place.state.view, wall.place.state.day) == ("day", WEDNESDAY)
    assert len(wall.place.grid.plan.blocks) == 9


def test_cancelled_and_missed_are_told_apart_in_words_too(wall: Wall) -> None:
    first, second = wall.mark(PATEL), wall.mark("Oak Grove Assisted Living")
    wall.agency.actions.close_visit(CloseVisit(first.visit_id, VisitStatus.CANCELLED))
    wall.agency.actions.close_visit(CloseVisit(second.visit_id, VisitStatus.MISSED))
    wall.place.refresh()
    wall.settle()
    words = wall.place.month.month.index_of(TODAY).data(Qt.ItemDataRole.AccessibleTextRole)
    assert "Patel Family Medicine, cancelled" in words
    assert "Oak Grove Assisted Living, missed" in words


def test_the_clock_is_the_agencys_whatever_the_machines(
    tmp_path: Path, runner: Runner, look: Look, memory: ShortMemory, qtbot: QtBot
) -> None:
    agency = monday_of_dana(tmp_path)
    wall = Wall(agency, runner, look, memory, qtbot, Clock(datetime(2026, 11, 24, 5, 30, tzinfo=UTC)))  # 23:30 there
    assert wall.place.state.today == TODAY
    assert wall.place._clock() == time(23, 30)
    wall.close()
    agency.engine.dispose()
    assert QApplication.activePopupWidget() is None
