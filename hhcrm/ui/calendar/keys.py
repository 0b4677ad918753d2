"""The keys that month, week and day have in common. F1 lists them; `KEYS` is that list."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from hhcrm.domain.slots import LONGEST, SHORTEST, STEP, minute_of, time_of
from hhcrm.domain.wording import QT_TRANSLATE_NOOP
from hhcrm.ui.calendar import days
from hhcrm.ui.calendar.state import BoardState

KEYS = (
    (QT_TRANSLATE_NOOP("calendar", "Arrows"),
     QT_TRANSLATE_NOOP("calendar", "From day to day; up and down through a day's visits")),
    (QT_TRANSLATE_NOOP("calendar", "Page Up, Page Down"),
     QT_TRANSLATE_NOOP("calendar", "A month, week or day back and on")),
    (QT_TRANSLATE_NOOP("calendar", "T"),
     QT_TRANSLATE_NOOP("calendar", "Today")),
    (QT_TRANSLATE_NOOP("calendar", "1, 2, 3, 4"),
     QT_TRANSLATE_NOOP("calendar", "Month, week, day, list")),
    (QT_TRANSLATE_NOOP("calendar", "N, or Enter on a day"),
     QT_TRANSLATE_NOOP("calendar", "Plan a visit on the day")),
    (QT_TRANSLATE_NOOP("calendar", "Enter on a visit"),
     QT_TRANSLATE_NOOP("calendar", "What can be done with it")),
    (QT_TRANSLATE_NOOP("calendar", "L"),
     QT_TRANSLATE_NOOP("calendar", "Log the visit")),
    (QT_TRANSLATE_NOOP("calendar", "E"),
     QT_TRANSLATE_NOOP("calendar", "Edit the visit")),
    (QT_TRANSLATE_NOOP("calendar", "O"),
     QT_TRANSLATE_NOOP("calendar", "Open the source")),
    (QT_TRANSLATE_NOOP("calendar", "Alt+Left, Alt+Right"),
     QT_TRANSLATE_NOOP("calendar", "Move the visit by a day")),
    (QT_TRANSLATE_NOOP("calendar", "Alt+Up, Alt+Down"),
     QT_TRANSLATE_NOOP("calendar", "Move the visit by a week, in week and day by a quarter hour")),
    (QT_TRANSLATE_NOOP("calendar", "M"),
     QT_TRANSLATE_NOOP("calendar", "Pick the visit up; arrows carry it, Enter puts it down, Esc lets it go")),
    (QT_TRANSLATE_NOOP("calendar", "Shift+Up, Shift+Down"),
     QT_TRANSLATE_NOOP("calendar", "Make the visit shorter or longer by a quarter hour")),
    (QT_TRANSLATE_NOOP("calendar", "Delete"),
     QT_TRANSLATE_NOOP("calendar", "Take the visit off the calendar")),
    (QT_TRANSLATE_NOOP("calendar", "P in the tray"),
     QT_TRANSLATE_NOOP("calendar", "Plan the source for the next free place")),
    (QT_TRANSLATE_NOOP("calendar", "W"),
     QT_TRANSLATE_NOOP("calendar", "Plan my week")),
    (QT_TRANSLATE_NOOP("calendar", "P, Delete, R on a proposed visit"),
     QT_TRANSLATE_NOOP("calendar", "Pin it, drop it, replace it by another source")),
)  # fmt: skip

_Key = Qt.Key
_ENTER = (_Key.Key_Return, _Key.Key_Enter)
_VIEWS = {_Key.Key_1: "month", _Key.Key_2: "week", _Key.Key_3: "day", _Key.Key_4: "list"}
_PROPOSED = {_Key.Key_P: "pin", _Key.Key_R: "replace"}
_ACTS = {_Key.Key_L: "log", _Key.Key_E: "edit", _Key.Key_O: "source", _Key.Key_Delete: "archive"}


def pressed(state: BoardState, event: QKeyEvent, open_mark: Callable[[], None], *, grid: bool) -> bool:
    """Carry out what a key means; False when it means nothing here. `grid` is a view with hours."""
    key, held = Qt.Key(event.key()), event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    if held == Qt.KeyboardModifier.AltModifier:
        return _moves(state, key, grid)
    if held == Qt.KeyboardModifier.ShiftModifier:
        return _stretches(state, key)
    if held == Qt.KeyboardModifier.ControlModifier and key in (_Key.Key_Up, _Key.Key_Down):
        state.step_week(1 if key == _Key.Key_Down else -1)
        return True
    if held:
        return False
    return _walks(state, key, grid) or _acts(state, key, open_mark) or _turns(state, key)


def _walks(state: BoardState, key: Qt.Key, grid: bool) -> bool:
    if key in (_Key.Key_Left, _Key.Key_Right):
        state.step_day(1 if key == _Key.Key_Right else -1)
    elif key in (_Key.Key_Up, _Key.Key_Down):
        step = 1 if key == _Key.Key_Down else -1
        if state.carried is not None or (not state.step_visit(step) and not grid):
            state.step_week(step)
    elif key in (_Key.Key_Home, _Key.Key_End):
        monday = days.monday_of(state.day)
        state.point(monday if key == _Key.Key_Home else monday + (6 if state.weekends else 4) * days.DAY)
    else:
        return False
    return True


def _acts(state: BoardState, key: Qt.Key, open_mark: Callable[[], None]) -> bool:
    mark = state.mark
    if key == _Key.Key_Escape and state.carried is not None:
        state.let_go()
    elif key in _ENTER and state.carried is not None:
        state.put_down()
    elif key in (*_ENTER, _Key.Key_Space, _Key.Key_Menu) and mark is not None:
        open_mark()
    elif key in _ENTER or key == _Key.Key_N:
        state.new_wanted.emit(state.day, None)
    elif key == _Key.Key_Space:
        state.day_wanted.emit(state.day)
    elif key == _Key.Key_M:
        state.pick_up()
    elif key in _PROPOSED and mark is not None and mark.proposed:
        state.acted.emit(_PROPOSED[key], mark)
    elif key in _ACTS and mark is not None:
        state.acted.emit(_ACTS[key], mark)
    else:
        return False
    return True


def _turns(state: BoardState, key: Qt.Key) -> bool:
    if key in (_Key.Key_PageUp, _Key.Key_PageDown):
        state.keyed.emit("back" if key == _Key.Key_PageUp else "on")
    elif key == _Key.Key_T:
        state.keyed.emit("today")
    elif key == _Key.Key_W:
        state.keyed.emit("plan")
    elif key in _VIEWS:
        state.keyed.emit(_VIEWS[key])
    else:
        return False
    return True


def _moves(state: BoardState, key: Qt.Key, grid: bool) -> bool:
    mark = state.mark
    if mark is None or key not in (_Key.Key_Left, _Key.Key_Right, _Key.Key_Up, _Key.Key_Down):
        return False
    step = 1 if key in (_Key.Key_Right, _Key.Key_Down) else -1
    if key in (_Key.Key_Left, _Key.Key_Right):
        day = days.next_shown(mark.visit_on, step, state.weekends or state.view == "day")
        state.want_move(mark, day, mark.start_time)
    elif not grid:
        state.want_move(mark, mark.visit_on + days.WEEK * step * days.DAY, mark.start_time)
    elif mark.start_time is not None:
        state.want_move(mark, mark.visit_on, time_of(minute_of(mark.start_time) + STEP * step))
    else:
        state.want_move(mark, mark.visit_on, time_of(_FIRST_HOUR * 60))
    return True


_FIRST_HOUR = 8
"""Where a visit without a time goes that is moved into the hours."""


def _stretches(state: BoardState, key: Qt.Key) -> bool:
    mark = state.mark
    if mark is None or key not in (_Key.Key_Up, _Key.Key_Down):
        return False
    wanted = mark.length + (STEP if key == _Key.Key_Down else -STEP)
    minutes = max(SHORTEST, min(wanted, LONGEST))
    if minutes != mark.length and not mark.proposed:
        state.stretched.emit(mark, minutes)
    return True
