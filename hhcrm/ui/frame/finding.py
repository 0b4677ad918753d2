"""What stands between the search box and the window: where things are shown, and what was opened last."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QMainWindow

from hhcrm.queries.search_models import FoundLine
from hhcrm.ui.frame.found_here import FoundHere, Way
from hhcrm.ui.frame.places import PlaceSpec
from hhcrm.ui.frame.recents import Recents
from hhcrm.ui.frame.search import SearchBox
from hhcrm.ui.frame.ways import thing_of, ways_in, where_of
from hhcrm.ui.shared.desk import Desk
from hhcrm.ui.shared.memory import Memory


class Finding(QObject):
    """Makes the search box of a window and opens what it finds. `in_sight` is the source that the person looks at."""

    def __init__(
        self,
        window: QMainWindow,
        desk: Desk,
        memory: Memory,
        keys: str,
        places: Mapping[str, PlaceSpec],
        go: Callable[..., None],
        in_sight: Callable[[], int | None],
    ) -> None:
        super().__init__(window)
        self._window = window
        self._places = places
        self._go = go
        self._in_sight = in_sight
        self.recents = Recents(memory)
        self._here = FoundHere(self._ways)
        self.box = SearchBox(desk, keys, window, self._here, self.recents)
        self.box.opened.connect(self._on_found)

    def begin(self) -> None:
        """Give the keyboard to the search box."""
        self._note_in_sight()
        self.box.begin()

    def note(self, where: Mapping[str, object]) -> None:
        """Somebody goes somewhere: what was in sight until now, and what is opened, is kept as recent."""
        self._note_in_sight()
        if (thing := thing_of(where)) is not None:
            self.recents.note(*thing)

    def _note_in_sight(self) -> None:
        if (source_id := self._in_sight()) is not None:
            self.recents.note("source", source_id)

    def _ways(self) -> list[Way]:
        return ways_in(self._window.menuBar(), self._places.values(), self._go)

    def _on_found(self, line: FoundLine) -> None:
        way = self._here.way(line)
        if way is not None:
            if way.kind == "action":
                self.recents.note(way.kind, way.name)
            way.act()
            return
        self.recents.note(line.kind, line.id)
        place, where = where_of(line, self._places)
        if place:
            self._go(place, **where)
