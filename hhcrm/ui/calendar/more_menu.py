"""Everything else that the calendar can do, under one button."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QMenu

from hhcrm.domain.wording import translate

if TYPE_CHECKING:
    from hhcrm.ui.calendar.place import CalendarPlace


def more_menu(place: CalendarPlace) -> QMenu:
    """The menu of the place."""
    menu = QMenu(place)
    menu.setObjectName("calendar_more_menu")
    weekends = menu.addMenu(translate("calendar", "&Weekends"))
    weekends.setObjectName("calendar_weekends")
    group = QActionGroup(weekends)
    for wish, words in (
        ("needed", translate("calendar", "Where something is on them")),
        ("always", translate("calendar", "Always")),
        ("never", translate("calendar", "Never")),
    ):
        action = weekends.addAction(words, partial(place.set_weekends, wish))
        action.setObjectName(f"calendar_weekends_{wish}")
        action.setCheckable(True)
        action.setChecked(place.weekends_wish == wish)
        group.addAction(action)
    return menu
