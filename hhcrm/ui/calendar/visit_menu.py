"""The small menu of a visit: what it is, and what can be done with it."""

from __future__ import annotations

from functools import partial

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget, QWidgetAction

from hhcrm.domain.wording import translate
from hhcrm.domain.words import VisitStatus
from hhcrm.queries.calendar_models import VisitMark
from hhcrm.ui.calendar import lines
from hhcrm.ui.calendar.state import BoardState
from hhcrm.ui.shared.fonts import scaled
from hhcrm.ui.shared.icons import app_icons
from hhcrm.ui.shared.palette import Colors
from hhcrm.ui.shared.text import Text


def visit_menu(state: BoardState, mark: VisitMark, parent: QWidget) -> QMenu:
    """A menu that tells the state what is wanted."""
    menu = QMenu(parent)
    menu.setObjectName("calendar_visit_menu")
    menu.setAccessibleName(lines.mark_words(mark))
    menu.addAction(_head(menu, mark, state))
    menu.addSeparator()
    if mark.status == VisitStatus.PLANNED:
        _add(menu, state, mark, "log", translate("calendar", "&Log this visit"), "check", "L")
        _add(menu, state, mark, "edit", translate("calendar", "&Edit…"), "pencil", "E")
        pick = menu.addAction(translate("calendar", "&Move with the arrows"), partial(_pick, state, mark))
        pick.setObjectName("calendar_visit_move")
        pick.setShortcut("M")
        menu.addSeparator()
        _add(menu, state, mark, "missed", translate("calendar", "It was mi&ssed"), "triangle-alert")
        _add(menu, state, mark, "cancel", translate("calendar", "&Cancel the visit"), "x")
    elif mark.status in (VisitStatus.MISSED, VisitStatus.CANCELLED):
        _add(menu, state, mark, "reopen", translate("calendar", "&Plan it again"), "undo-2")
    menu.addSeparator()
    _add(menu, state, mark, "history", translate("calendar", "&History…"), "history", "H")
    _add(menu, state, mark, "source", translate("calendar", "&Open the source"), "building-2", "O")
    _add(menu, state, mark, "archive", translate("calendar", "&Take off the calendar"), "archive", "Del")
    return menu


def _head(menu: QMenu, mark: VisitMark, state: BoardState) -> QWidgetAction:
    """What the visit is: no choice, but words one must be able to read."""
    holder = QWidget()
    column = QVBoxLayout(holder)
    column.setContentsMargins(scaled(12), scaled(8), scaled(16), scaled(8))
    column.setSpacing(scaled(2))
    column.addWidget(Text(mark.source, "strong"))
    column.addWidget(Text(_when(mark, state), "small", "muted"))
    if mark.purpose:
        column.addWidget(Text(mark.purpose, "small", "muted"))
    head = QWidgetAction(menu)
    head.setDefaultWidget(holder)
    head.setEnabled(False)  # the arrows pass over it
    holder.setEnabled(True)
    return head


def _add(menu: QMenu, state: BoardState, mark: VisitMark, name: str, words: str, icon: str, key: str = "") -> QAction:
    action = menu.addAction(words, partial(state.acted.emit, name, mark))
    action.setObjectName(f"calendar_visit_{name}")
    action.setIcon(app_icons().icon(icon, Colors.of(menu).muted))
    if key:
        action.setShortcut(key)
    return action


def _pick(state: BoardState, mark: VisitMark) -> None:
    state.point(mark.visit_on, mark.visit_id)
    state.pick_up()


def _when(mark: VisitMark, state: BoardState) -> str:
    parts = [
        lines.when_words(mark.visit_on, mark.start_time, state.today),
        lines.status_word(mark.status),
        mark.kind,
        lines.minutes_words(mark.length),
        mark.liaison,
    ]
    return ", ".join(part for part in parts if part)
