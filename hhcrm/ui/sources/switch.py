"""Sources or people: the switch at the head of the place, and what it changes there."""

from __future__ import annotations

from collections.abc import Sequence
from typing import cast

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QStackedWidget, QWidget

from hhcrm.domain.wording import translate
from hhcrm.ui.shared.fonts import scaled
from hhcrm.ui.shared.panel import PlaceHead
from hhcrm.ui.shared.segmented import Segmented
from hhcrm.ui.sources.kit import PeopleDoorLike, PeopleViewLike

SOURCES, PEOPLE = "sources", "people"


class Switch(QObject):
    """Holds both pages; the people are made when somebody first looks at them."""

    def __init__(self, door: PeopleDoorLike | None, head: PlaceHead, page: QWidget, own: Sequence[QWidget]) -> None:
        super().__init__(head)
        self._door = door
        self._head = head
        self._own = tuple(own)
        self._words = ""
        self._view: QWidget | None = None
        self.stack = QStackedWidget()
        self.stack.addWidget(page)
        choices = (
            (SOURCES, "", translate("sources", "Sources")),
            (PEOPLE, "", translate("sources", "People")),
        )
        self.choice = Segmented(
            choices, "sources_switch", translate("sources", "Show sources or people"), show_keys=False
        )
        self.choice.set_value(SOURCES)
        self.choice.setHidden(door is None)
        self.choice.setToolTip(translate("sources", "Show the sources, or everybody who works at them"))
        head.add(self.choice)
        for widget in own:
            head.add(widget)
        row = head.layout()
        if row is not None:
            row.setSpacing(scaled(8))  # with large text a narrow window has no room to give away
        self.choice.chosen.connect(self._on_chosen)

    @property
    def shows_people(self) -> bool:
        """Whether the people stand there."""
        return self._view is not None and self.stack.currentWidget() is self._view

    @property
    def view(self) -> QWidget | None:
        """The table of people, once somebody has looked at it."""
        return self._view

    def show_sources(self) -> None:
        """Let the sources stand there."""
        self.choice.set_value(SOURCES)

    def show_person(self, contact_id: int) -> bool:
        """Show one person among the people; False where there is no table of people."""
        if self._door is None:
            return False
        self.choice.set_value(PEOPLE)
        self._people().show_person(contact_id)
        return True

    def refresh(self) -> None:
        """Ask again for the people, where they stand."""
        if self.shows_people:
            self._people().refresh()

    def say(self, words: str) -> None:
        """What stands beside the title while the sources are shown."""
        self._words = words
        if not self.shows_people:
            self._head.say(words)

    def _on_chosen(self, value: str) -> None:
        people = value == PEOPLE
        if people and self._view is None:
            self._make()
        if people:
            assert self._view is not None
            self.stack.setCurrentWidget(self._view)
            self._people().refresh()
        else:
            self.stack.setCurrentIndex(0)
        for widget in self._own:
            widget.setVisible(not people)
        for widget in self._people().buttons if self._view is not None else ():
            widget.setVisible(people)
        self._head.say(self._people().words() if people else self._words)

    def _make(self) -> None:
        assert self._door is not None
        self._view = self._door.view()
        self.stack.addWidget(self._view)
        view = self._people()
        for widget in view.buttons:
            self._head.add(widget)
        view.said.connect(lambda words: self._head.say(words) if self.shows_people else None)

    def _people(self) -> PeopleViewLike:
        return cast(PeopleViewLike, self._view)
