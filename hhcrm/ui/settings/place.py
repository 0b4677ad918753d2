"""The place of settings: its pages in a list at the left, the chosen one beside it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from hhcrm.compat import override
from hhcrm.domain.wording import translate
from hhcrm.ui.settings.kit import SettingsContext, SettingsKit
from hhcrm.ui.settings.nav import PageChooser, PageList
from hhcrm.ui.settings.page import Page
from hhcrm.ui.shared.buttons import Button
from hhcrm.ui.shared.desk import Desk
from hhcrm.ui.shared.fonts import scaled
from hhcrm.ui.shared.frame_port import Frame
from hhcrm.ui.shared.panel import Panel, PlaceHead
from hhcrm.ui.shared.text import Text

_NARROW = 760
"""Below this width (pixels at 100 per cent text) the pages are chosen above instead of beside."""


@dataclass(frozen=True, slots=True)
class PageSpec:
    """One page of the list; `make` builds it when it is first opened."""

    name: str
    title: str
    icon: str
    make: Callable[[SettingsContext], Page]


class SettingsPlace(QWidget):
    """How the agency works, page by page."""

    def __init__(self, desk: Desk, frame: Frame, kit: SettingsKit, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = SettingsContext(desk, frame, kit)
        self._specs = {spec.name: spec for spec in page_specs(kit)}
        self._made: dict[str, Page] = {}
        self._stale: set[str] = set()
        self._page = ""
        names = [(spec.name, spec.title, spec.icon) for spec in self._specs.values()]
        self.list = PageList(names)
        self.chooser = PageChooser(names)
        self._stack = QStackedWidget()
        self._put_together()
        self.list.chosen.connect(self.open)
        self.chooser.chosen.connect(self.open)
        self.setFocusProxy(self.list)
        self._first = next(iter(self._specs))

    @property
    def page(self) -> str:
        """The name of the page that is open."""
        return self._page

    @property
    def page_names(self) -> tuple[str, ...]:
        """The pages there are, in their order."""
        return tuple(self._specs)

    def page_widget(self, name: str) -> Page | None:
        """A page, if it was opened before."""
        return self._made.get(name)

    def refresh(self) -> None:
        """Data changed: the open page asks again, the others when they are next opened."""
        self._stale = set(self._made)
        self.open(self._page or self._first)

    def show_where(self, page: str = "", **where: object) -> None:
        """Open a page, and in it what `where` names."""
        if page not in self._specs:
            return
        self.open(page)
        if where:
            self._made[page].show_item(**where)

    def open(self, name: str) -> None:
        """Open a page by name."""
        if name not in self._made:
            made = self._specs[name].make(self._context)
            self._made[name] = made
            made.show_title(self.chooser.isHidden())
            self._stack.addWidget(made)
            self._stale.add(name)
        self._stack.setCurrentWidget(self._made[name])
        self.list.mark(name)
        self.chooser.mark(name)
        self._page = name
        if name in self._stale:
            self._stale.discard(name)
            self._made[name].refresh()

    def _put_together(self) -> None:
        head = PlaceHead(translate("settings", "Settings"), translate("settings", "How does the agency work?"))
        whole = QVBoxLayout(self)
        whole.setContentsMargins(scaled(24), scaled(16), scaled(16), 0)
        whole.setSpacing(scaled(16))
        whole.addWidget(head)
        if self._context.kit.start_over is not None:
            whole.addWidget(self._make_banner(self._context.kit.start_over))
        self._across = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._across.setSpacing(scaled(24))
        self._across.addWidget(self.list)
        self._across.addWidget(self.chooser)
        self._across.addWidget(self._stack, 1)
        whole.addLayout(self._across, 1)
        self.chooser.hide()

    def _make_banner(self, start_over: Callable[[], object]) -> Panel:
        """A sample is clearly marked, and left with one click."""
        banner = Panel(margin=12)
        row = QHBoxLayout()
        row.setSpacing(scaled(12))
        said = translate("settings", "This is a sample agency: everything in it is made up.")
        row.addWidget(Text(said, "body", wrap=True), 1)
        button = Button(translate("settings", "Throw away and set up my agency"), name="settings_start_over")
        button.clicked.connect(lambda _on=False: start_over())
        row.addWidget(button)
        banner.body.addLayout(row)
        return banner

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = self.width() < scaled(_NARROW)
        if narrow == self.list.isHidden():
            return
        had_focus = self.list.hasFocus() or self.chooser.hasFocus()
        self.list.setVisible(not narrow)
        self.chooser.setVisible(narrow)
        self._across.setDirection(QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight)
        self._across.setSpacing(scaled(12 if narrow else 24))
        for page in self._made.values():
            page.show_title(not narrow)
        self.setFocusProxy(self.chooser if narrow else self.list)
        if had_focus:
            (self.chooser if narrow else self.list).setFocus(Qt.FocusReason.OtherFocusReason)


def page_specs(kit: SettingsKit) -> tuple[PageSpec, ...]:
    """The pages there are, in their order. What a page needs is imported when it is first opened."""
    data = PageSpec("data", translate("settings", "Data"), "save", _data)
    return (
        PageSpec("agency", translate("settings", "Agency"), "building-2", _agency),
        PageSpec("people", translate("settings", "People"), "users", _people),
        PageSpec("lists", translate("settings", "Lists"), "list", _lists),
        PageSpec("rules", translate("settings", "Rules"), "list-checks", _rules),
        PageSpec("holidays", translate("settings", "Holidays"), "calendar-days", _holidays),
        PageSpec("take", translate("take", "What we take"), "hand-helping", _take),
        PageSpec("appearance", translate("settings", "Appearance"), "sun", _appearance),
        *((data,) if kit.data is not None else ()),
    )


def _agency(context: SettingsContext) -> Page:
    from hhcrm.ui.settings.agency_page import AgencyPage

    return AgencyPage(context)


def _lists(context: SettingsContext) -> Page:
    from hhcrm.ui.settings.lists_page import ListsPage

    return ListsPage(context)


def _rules(context: SettingsContext) -> Page:
    from hhcrm.ui.settings.rules_page import RulesView

    return RulesView(context)


def _holidays(context: SettingsContext) -> Page:
    from hhcrm.ui.settings.holidays_page import HolidaysPage

    return HolidaysPage(context)


def _appearance(context: SettingsContext) -> Page:
    from hhcrm.ui.settings.appearance_page import AppearancePage

    return AppearancePage(context)


def _data(context: SettingsContext) -> Page:
    from hhcrm.ui.settings.data_page import DataPage

    assert context.kit.data is not None
    return DataPage(context, context.kit.data)


def _people(context: SettingsContext) -> Page:
    from hhcrm.ui.settings.staff_page import PeoplePage

    return PeoplePage(context)


def _take(context: SettingsContext) -> Page:
    from hhcrm.ui.settings.take_page import WhatWeTake

    return WhatWeTake(context)
