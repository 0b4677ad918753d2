"""The menu at the foot of the window: who sits at this desk. It is no sign-in, only whose work is noted here."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtWidgets import QMenu, QWidget

from hhcrm.domain.vocabulary import shown
from hhcrm.domain.wording import translate
from hhcrm.queries.settings_models import StaffPage
from hhcrm.ui.shared.desk import Desk

Sit = Callable[[int, str], object]
"""Let a person of the agency, by id and name, sit here from now on."""


class WhoMenu(QObject):
    """Opens over a widget with everybody who works here; whoever sits here is marked."""

    def __init__(self, desk: Desk, sit: Sit | None, over: QWidget) -> None:
        super().__init__(over)
        self._desk = desk
        self._sit = sit
        self._over = over
        self.menu: QMenu | None = None

    def open(self) -> None:
        """Ask who works here, and offer them."""
        if self._sit is not None:
            self._desk.read(lambda q: q.staff_page(), self._show, owner=self)

    def _show(self, page: StaffPage) -> None:
        menu = QMenu(self._over)
        menu.setObjectName("who_menu")
        menu.setAccessibleName(translate("frame", "Who sits at this desk"))
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for person in page.users:
            if person.archived_at is None:
                action = menu.addAction(f"{person.name}, {shown(str(person.role))}".replace("&", "&&"))
                action.setObjectName(f"who_{person.id}")
                action.setCheckable(True)
                action.setChecked(person.at_desk)
                action.triggered.connect(partial(self._choose, person.id, person.name))
        self.menu = menu
        menu.popup(self._over.mapToGlobal(QPoint(0, -menu.sizeHint().height())))

    def _choose(self, user_id: int, name: str, _on: bool = True) -> None:
        assert self._sit is not None
        self._sit(user_id, name)
