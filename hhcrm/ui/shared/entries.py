"""What the tabs of the pane are made of: a scrolling list of entries that keeps its place when data changes."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Protocol, runtime_checkable

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from hhcrm.compat import override
from hhcrm.domain.wording import translate
from hhcrm.ui.shared.buttons import Button
from hhcrm.ui.shared.flow import FlowLayout
from hhcrm.ui.shared.fonts import scaled
from hhcrm.ui.shared.palette import Colors
from hhcrm.ui.shared.style import draw_box
from hhcrm.ui.shared.tags import Tag, TagKind
from hhcrm.ui.shared.text import Text

EDGE = 18
"""Pixels left and right in the pane, at 100 per cent text."""


@runtime_checkable
class _Keeps(Protocol):
    """A form with a draft."""

    def keep_draft(self) -> None: ...


class Scroller(QScrollArea):
    """A quiet scrolling column. What is put into `column` stands from the top."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setAutoFillBackground(False)
        inside = QWidget()
        self.column = QVBoxLayout(inside)
        self.column.setContentsMargins(scaled(EDGE), scaled(12), scaled(EDGE), scaled(16))
        self.column.setSpacing(scaled(8))
        self.setWidget(inside)
        inside.setAutoFillBackground(False)


class Entry(QFrame):
    """One thing in a list: a title with a tag, muted words beside it, body, and its few acts."""

    def __init__(
        self,
        title: str,
        beside: str = "",
        body: Sequence[str] = (),
        tag: tuple[str, TagKind] | None = None,
        acts: Sequence[Button] = (),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.title = Text(title, "strong", wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, scaled(9))
        column.setSpacing(scaled(3))
        head = QHBoxLayout()
        head.setSpacing(scaled(8))
        head.addWidget(self.title, 1)
        if tag is not None and tag[0]:
            head.addWidget(Tag(*tag), 0, Qt.AlignmentFlag.AlignTop)
        column.addLayout(head)
        if beside:
            column.addWidget(Text(beside, "body", "muted", wrap=True))
        for words in body:
            if words:
                column.addWidget(Text(words, "body", wrap=True))
        if acts:
            holder = QWidget()
            row = FlowLayout(holder, scaled(4))
            for button in acts:
                row.addWidget(button)
            column.addWidget(holder)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        line = self.rect().adjusted(0, self.height() - 1, 0, 0)
        draw_box(QPainter(self), line, Colors.of(self).line, None, 0.0)


class EntryList(QWidget):
    """Entries under a row of buttons; while something is edited in it, a refresh waits."""

    def __init__(self, name: str, empty: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self._scroller = Scroller(f"{name}_scroll")
        self.top = QWidget()
        self._top_row = FlowLayout(self.top, scaled(8))
        self._empty = Text(empty, "body", "muted", wrap=True)
        self._list = QVBoxLayout()
        self._list.setSpacing(scaled(9))
        self.more = Button(translate("shared", "Show more"), size="small", name=f"{name}_more")
        self.more.hide()
        self._empty.hide()
        self._editing: QWidget | None = None
        column = self._scroller.column
        column.addWidget(self.top)
        column.addWidget(self._empty)
        column.addLayout(self._list)
        column.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch()
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._scroller)
        self.top.hide()

    def add_top(self, widget: QWidget) -> None:
        """A button above the entries."""
        self._top_row.addWidget(widget)
        self.top.show()

    @property
    def editing(self) -> QWidget | None:
        """The form that is open in it."""
        return self._editing

    def entries(self) -> list[Entry]:
        """The entries shown, from the top."""
        items = [self._list.itemAt(place) for place in range(self._list.count())]
        widgets = [item.widget() for item in items if item is not None]
        return [widget for widget in widgets if isinstance(widget, Entry)]

    def show_entries(self, entries: Sequence[Entry], *, more: bool = False) -> None:
        """Show these instead; the place scrolled to stays."""
        bar = self._scroller.verticalScrollBar()
        at = bar.value()
        self._hold_focus()
        self.setUpdatesEnabled(False)
        while self._list.count():
            item = self._list.takeAt(0)
            widget = item.widget() if item is not None else None
            if widget is not None and widget is not self._editing:
                widget.hide()
                widget.deleteLater()
        for entry in entries:
            self._list.addWidget(entry)
        self._empty.setVisible(not entries)
        self.more.setVisible(more)
        self.setUpdatesEnabled(True)
        bar.setValue(at)

    def begin_edit(self, form: QWidget, instead_of: Entry | None = None) -> None:
        """Open a form in the place of an entry, or above all; what stands in another that is open is kept."""
        left: object = self._editing
        if isinstance(left, _Keeps):
            left.keep_draft()
        self.end_edit()
        place = self._list.indexOf(instead_of) if instead_of is not None else 0
        if instead_of is not None:
            instead_of.hide()
        self._list.insertWidget(max(0, place), form)
        self._empty.hide()
        self._editing = form
        form.show()
        self._scroller.ensureWidgetVisible(form)

    def end_edit(self) -> None:
        """Take the form away and show what it covered."""
        if self._editing is None:
            return
        self._hold_focus(self._editing)
        self._list.removeWidget(self._editing)
        self._editing.hide()
        self._editing.deleteLater()
        self._editing = None
        for entry in self.entries():
            entry.show()
        self._empty.setVisible(not self.entries())

    def _hold_focus(self, leaving: QWidget | None = None) -> None:
        """Keep the keyboard here when what has it goes: Qt would hand it to whatever comes next, a toast's Undo too."""
        at = self.window().focusWidget()
        going = [leaving] if leaving is not None else self.entries()
        if at is None or not any(each is at or each.isAncestorOf(at) for each in going):
            return
        buttons = [each for each in self.top.findChildren(Button) if not each.isHidden()]
        (buttons[0] if buttons and not self.top.isHidden() else self._scroller).setFocus()


def act_button(words: str, name: str, act: Callable[[], object], tip: str = "") -> Button:
    """A small button of an entry."""
    button = Button(words, "bare", size="small", name=name)
    button.clicked.connect(lambda _checked=False: act())
    button.setAccessibleName(tip or words)
    if tip:
        button.setToolTip(tip)
    return button
