"""Editors of the form of an approach: the measures it is judged by, and the sources it is about."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from hhcrm.domain.errors import RuleBroken
from hhcrm.domain.measures import Definition, MeasureKey
from hhcrm.domain.wording import translate
from hhcrm.queries.approaches_models import Named
from hhcrm.ui.shared.chip_picker import Chip, ChipPicker
from hhcrm.ui.shared.fonts import scaled
from hhcrm.ui.shared.forms.editors import SEPARATOR, Find, PickEditor

_PLACES = {key: place for place, key in enumerate(MeasureKey)}


class MeasuresEditor(QWidget):
    """Chips of the measures, some of them on. Its text is their keys, separated by blanks."""

    edited = Signal()

    def __init__(self, name: str, definitions: Sequence[Definition]) -> None:
        super().__init__()
        self._definitions = tuple(definitions)
        self.chips = ChipPicker(
            f"{name}_chips", translate("approaches", "Judged by"), translate("approaches", "No measure is called so")
        )
        self.chips.switched.connect(self.edited)
        _alone(self, self.chips)
        self.put("")

    def typed(self) -> str:
        """The keys of the measures that are on."""
        return " ".join(each.key for each in self._definitions if _PLACES[each.key] in self.chips.on)

    def put(self, text: str) -> None:
        """Let these measures be on."""
        on = [_PLACES[MeasureKey(key)] for key in text.split()]
        self.chips.show_chips((Chip(_PLACES[each.key], each.title) for each in self._definitions), on)

    def widget(self) -> QWidget:
        """Itself."""
        return self


class SourcesEditor(QWidget):
    """Sources, each found while typing and then a chip. Its text is a line `id TAB name` for each.

    What is typed and not picked is a last line `TAB typed`.
    """

    edited = Signal()

    def __init__(self, name: str, find: Find) -> None:
        super().__init__()
        self.pick = PickEditor(find)
        self.pick.setObjectName(f"{name}_pick")
        self.pick.setAccessibleName(translate("approaches", "Find a source"))
        self.pick.edited.connect(self._on_edited)
        self.chips = ChipPicker(
            f"{name}_chips", translate("approaches", "Only these sources"),
            translate("approaches", "No source is called so"),
        )  # fmt: skip
        self.chips.switched.connect(self._on_switched)
        self._sources: dict[int, str] = {}
        column = _alone(self, self.pick)
        column.addWidget(self.chips)
        self._show()

    def typed(self) -> str:
        """The sources, and what is typed."""
        lines = sources_text(Named(key, name) for key, name in self._sources.items())
        typed = self.pick.typed()
        return "\n".join(line for line in (lines, typed) if line)

    def put(self, text: str) -> None:
        """Let these sources stand in it."""
        lines = [line for line in text.split("\n") if line]
        self._sources = {source.id: source.name for source in _picked(lines)}
        self.pick.put(next((line for line in lines if line.startswith(SEPARATOR)), ""))
        self._show()

    def widget(self) -> QWidget:
        """Itself."""
        return self

    def _on_edited(self) -> None:
        for source in _picked([self.pick.typed()]):
            self._sources[source.id] = source.name
            self.pick.put("")
            self._show()
        self.edited.emit()

    def _on_switched(self) -> None:
        self._sources = {key: name for key, name in self._sources.items() if key in self.chips.on}
        self._show()
        self.edited.emit()

    def _show(self) -> None:
        self.chips.show_chips((Chip(key, name) for key, name in self._sources.items()), self._sources)
        if not self._sources and self.chips.hasFocus():
            self.pick.setFocus()
        self.chips.setVisible(bool(self._sources))


def sources_text(sources: Iterable[Named]) -> str:
    """Sources as the text of their editor."""
    return "\n".join(f"{source.id}{SEPARATOR}{source.name}" for source in sources)


def read_sources(text: str) -> tuple[Named, ...]:
    """The sources of such a text. Raises RuleBroken where a name was typed and none picked."""
    lines = [line for line in text.split("\n") if line]
    for line in lines:
        if line.startswith(SEPARATOR):
            words = translate("approaches", 'No source is called "{typed}". Pick one from the list.')
            raise RuleBroken(words.format(typed=line.removeprefix(SEPARATOR)), "sources")
    return _picked(lines)


def _picked(lines: Sequence[str]) -> tuple[Named, ...]:
    pairs = (line.partition(SEPARATOR) for line in lines)
    return tuple(Named(int(key), name) for key, _, name in pairs if key)


def _alone(editor: QWidget, first: QWidget) -> QVBoxLayout:
    column = QVBoxLayout(editor)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(scaled(6))
    column.addWidget(first)
    editor.setFocusProxy(first)
    return column
