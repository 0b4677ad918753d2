"""Everything else that the calendar can do, under one button; what can be done with a day, under the mouse."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QMenu

from hhcrm.domain.days import say_full_day
from hhcrm.domain.wording import translate
from hhcrm.ui.shared.icons import app_icons
from hhcrm.ui.shared.palette import Colors

if TYPE_CHECKING:
    from hhcrm.ui.calendar.place import CalendarPlace


def day_menu(place: CalendarPlace, day: date, plan: Callable[[], object]) -> QMenu:
    """The menu of a day: plan a visit, see it in full; the route sheet is put in by the place."""
    menu = QMenu(place)
    menu.setObjectName("calendar_day_menu")
    menu.setAccessibleName(say_full_day(day))
    show = partial(place.state.day_wanted.emit, day)
    for name, icon, words, act in (
        ("plan", "calendar-plus", translate("calendar", "Plan a &visit"), plan),
        ("show", "calendar", translate("calendar", "&Show the day"), show),
    ):
        item = menu.addAction(words, act)
        item.setObjectName(f"calendar_day_{name}")
        item.setIcon(app_icons().icon(icon, Colors.of(menu).muted))
    menu.addSeparator()
    return menu


def more_menu(place: CalendarPlace) -> QMenu:
    """The menu of the place."""
    menu = QMenu(place)
    menu.setObjectName("calendar_more_menu")
    for name, icon, words, act in (
        ("print_week", "printer", translate("calendar", "&Print the week…"), partial(place.print_it, week=True)),
        ("print_day", "printer", translate("calendar", "Print the &day…"), partial(place.print_it, week=False)),
        ("pdf_week", "file-text", translate("calendar", "&Save the week as PDF…"), partial(place.save_pdf, week=True)),
        ("pdf_day", "file-text", translate("calendar", "Save the day &as PDF…"), partial(place.save_pdf, week=False)),
    ):
        item = menu.addAction(words, act)
        item.setObjectName(f"calendar_{name}")
        item.setIcon(app_icons().icon(icon, Colors.of(menu).muted))
    menu.addSeparator()
    for name, icon, words, door in (
        ("import_file", "download", translate("calendar", "&Import a calendar file…"), place.kit.import_file),
        ("export_file", "upload", translate("calendar", "&Export a calendar file…"), place.kit.export_file),
    ):
        if door is not None:
            item = menu.addAction(words, door)
            item.setObjectName(f"calendar_{name}")
            item.setIcon(app_icons().icon(icon, Colors.of(menu).muted))
    menu.addSeparator()
    plan = menu.addAction(translate("calendar", "Plan my &week"), place.planning.begin)
    plan.setObjectName("calendar_plan_my_week")
    plan.setIcon(app_icons().icon("route", Colors.of(menu).muted))
    off = menu.addAction(translate("calendar", "&Time off…"), place.open_time_off)
    off.setObjectName("calendar_time_off")
    off.setIcon(app_icons().icon("sun", Colors.of(menu).muted))
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
    menu.addSeparator()
    keys = menu.addAction(translate("calendar", "&Keys of the calendar"), place.show_keys)
    keys.setObjectName("calendar_keys")
    return menu
