"""The search box above every place: finds as one types, by keyboard alone; only the newest answer counts."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import shiboken6
from PySide6.QtCore import QEvent, QPoint, QRect, Qt, QTimer, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QColor,
    QFocusEvent,
    QFontMetrics,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QApplication, QLineEdit, QSizePolicy, QWidget

from hhcrm.compat import override
from hhcrm.domain.text import fold
from hhcrm.domain.wording import translate
from hhcrm.queries.search_models import FoundGroup
from hhcrm.ui.frame.found_here import FoundHere
from hhcrm.ui.frame.found_list import FoundList
from hhcrm.ui.frame.found_rows import RECENT, Row, rows_of
from hhcrm.ui.frame.recents import Recents
from hhcrm.ui.shared.desk import Desk
from hhcrm.ui.shared.fonts import role_font, scaled
from hhcrm.ui.shared.icons import app_icons
from hhcrm.ui.shared.palette import Colors
from hhcrm.ui.shared.style import CONTROL_RADIUS, draw_box, draw_focus_ring
from hhcrm.ui.shared.text import is_look_change

if TYPE_CHECKING:
    from hhcrm.queries.bound import Questions

OF_EACH_KIND = 5
OF_ONE_KIND = 200
"""Lines shown of each kind at first, and of one when all of it is asked for."""

RECENT_SHOWN = 8
LETTERS_FOR_NOTES = 3
_PAUSE_MS = 60
_LEAST = 110
"""Narrower it cannot be used; wide buttons beside it at large text leave little more."""

_KEYS_FROM = 180
"""From how many pixels at 100 per cent text its shortcut stands in it."""

_HERE = ("place", "action")


class SearchBox(QLineEdit):
    """Arrows choose, Enter opens, Escape leaves and gives the keyboard back to where it was."""

    opened = Signal(object)
    """A FoundLine the person wants to see."""

    def __init__(self, desk: Desk, keys: str, over: QWidget, here: FoundHere, recents: Recents) -> None:
        super().__init__()
        self._desk = desk
        self._keys = keys
        self._over = over
        self._here = here
        self._recents = recents
        self._asked = 0
        self._whole = ""
        self._answered = ""
        self._open_best = False
        self._back_to: QWidget | None = None
        self._list = FoundList(over)
        self._list.chosen.connect(self._on_chosen)
        self._list.marked.connect(self._on_marked)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self._ask)
        self.setObjectName("search_box")
        self.setAccessibleName(translate("search", "Search"))
        words = translate("search", "Search sources, people, referrals, notes, actions")
        self.setPlaceholderText(words)
        self.setToolTip(f"{words} ({keys})")
        self.setFrame(False)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.textEdited.connect(self._on_typed)
        self._measure()

    @property
    def found_list(self) -> FoundList:
        """The list of what was found."""
        return self._list

    def begin(self) -> None:
        """Take the keyboard, with what stands there selected, and show what was opened last."""
        if not self.hasFocus():
            self._back_to = QApplication.focusWidget()
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.selectAll()
        self._ask()

    # Keys

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, shown = event.key(), self._list.isVisible()
        steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
        pages = {Qt.Key.Key_PageDown: 1, Qt.Key.Key_PageUp: -1}
        if key in steps and shown:
            self._list.move_mark(steps[Qt.Key(key)])
        elif key in pages and shown:
            self._list.move_page(pages[Qt.Key(key)])
        elif key == Qt.Key.Key_Down:
            self._ask()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._on_enter()
        elif key == Qt.Key.Key_Escape:
            self._on_escape()
        else:
            super().keyPressEvent(event)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        if not self._list.isVisible():
            self._ask()

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        # Who looks at another window meanwhile finds the list as it was.
        if event.reason() != Qt.FocusReason.ActiveWindowFocusReason:
            self._list.hide()

    def _on_typed(self, _text: str) -> None:
        self._asked += 1  # whatever is on its way is old now
        self._whole, self._open_best = "", False
        self._pause.start()

    def _on_enter(self) -> None:
        """Open what is marked; for a text that is not answered yet, what will be marked then."""
        if self._pause.isActive() or self._answered != self._question():
            self._open_best = True
            if self._pause.isActive():
                self._pause.stop()
                self._ask()
        elif self._list.isVisible():
            self._list.choose_marked()

    def _on_escape(self) -> None:
        if self._whole:
            self._whole = ""
            self._ask()
        else:
            self._leave()

    # Asking

    def _question(self) -> str:
        return f"{self._whole}\n{self.text().strip()}"

    def _ask(self) -> None:
        self._asked += 1
        mine, typed, whole, question = self._asked, self.text().strip(), self._whole, self._question()

        def look(questions: Questions) -> Sequence[FoundGroup]:
            if mine != self._asked:  # typed on meanwhile: read on a worker thread, where an old number does no harm
                return ()
            if not typed:
                return self._recent(questions)
            kinds = [whole] if whole else []
            if whole in _HERE:
                return ()
            found: Sequence[FoundGroup] = questions.search(typed, OF_ONE_KIND if whole else OF_EACH_KIND, kinds)
            return found

        def show(groups: Sequence[FoundGroup]) -> None:
            if mine == self._asked and self.window().focusWidget() is self:
                self._answered = question
                self._show(groups, typed, whole)

        self._desk.read(look, show, owner=self)

    def _recent(self, questions: Questions) -> Sequence[FoundGroup]:
        things = self._recents.things()
        known = [(kind, key) for kind, key in things if isinstance(key, int)]
        lines = {(line.kind, line.id): line for line in questions.recall(known)} if known else {}
        order = [lines[(kind, key)] for kind, key in things if isinstance(key, int) and (kind, key) in lines]
        return (FoundGroup(RECENT, tuple(order), len(order)),) if order else ()

    def _show(self, groups: Sequence[FoundGroup], typed: str, whole: str) -> None:
        shown = self._all_groups(groups, typed, whole)
        self._list.show_rows(rows_of(shown, whole), self._note(typed, bool(shown)))
        self._place()
        if self._open_best:
            self._open_best = False
            self._list.choose_marked()

    def _all_groups(self, groups: Sequence[FoundGroup], typed: str, whole: str) -> Sequence[FoundGroup]:
        if not typed:
            return self._with_ways_of_late(groups)
        if whole and whole not in _HERE:
            return groups
        here = self._here.find(typed, OF_ONE_KIND if whole else OF_EACH_KIND, [whole] if whole else ())
        # A stable sort: among kinds that fit alike, records come before places and actions.
        return sorted([*groups, *here], key=lambda group: min(line.fit for line in group.lines))

    def _with_ways_of_late(self, groups: Sequence[FoundGroup]) -> Sequence[FoundGroup]:
        """The things opened last, records and actions in one row, then every place."""
        things = self._recents.things()
        ways = self._here.named([str(key) for _, key in things if isinstance(key, str)])
        records = {(line.kind, line.id): line for group in groups for line in group.lines}
        lines = [
            line
            for kind, key in things
            if (line := ways.get(key) if isinstance(key, str) else records.get((kind, key))) is not None
        ][:RECENT_SHOWN]
        recent = [FoundGroup(RECENT, tuple(lines), len(lines))] if lines else []
        return [*recent, self._here.places()]

    def _note(self, typed: str, any_found: bool) -> str:
        short = typed and all(len(word) < LETTERS_FOR_NOTES for word in fold(typed).split())
        if not any_found:
            words = translate("search", "Nothing found for “{typed}”. Try part of a name, a phone number or a ZIP.")
            return words.format(typed=typed)
        if short:
            return translate("search", "Notes, referrals and promises are looked through from three letters on.")
        return ""

    # What happens

    def _on_chosen(self, row: Row) -> None:
        if row.role == "all":
            self._whole = row.kind
            self._ask()
        elif row.line is not None:
            self._leave()
            self.opened.emit(row.line)

    def _on_marked(self, said: str) -> None:
        """The keyboard stays in the box: a screen reader is told what is marked in the list."""
        self.setAccessibleDescription(said)
        if said:
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, said))

    def _leave(self) -> None:
        self._asked += 1
        self._pause.stop()
        self._whole, self._answered, self._open_best = "", "", False
        self._list.hide()
        self.clear()
        self.setAccessibleDescription(self.placeholderText())
        back, self._back_to = self._back_to, None
        if back is not None and shiboken6.isValid(back) and back.isVisible():
            back.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.clearFocus()

    # Look

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._leave_room_for_keys()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if is_look_change(event):
            self._measure()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        colors = Colors.of(self)
        draw_box(painter, self.rect(), colors.field, colors.line_strong, CONTROL_RADIUS)
        size = scaled(15)
        glass = app_icons().pixmap("search", colors.muted, size, self.devicePixelRatioF())
        painter.drawPixmap(scaled(12), (self.height() - size) // 2, glass)
        if not self.text() and self.width() >= scaled(_KEYS_FROM):
            self._draw_keys(painter, colors)
        if self.hasFocus():
            draw_focus_ring(painter, self.rect(), colors, CONTROL_RADIUS)
        painter.end()
        super().paintEvent(event)

    def _draw_keys(self, painter: QPainter, colors: Colors) -> None:
        painter.setFont(role_font("small"))
        metrics = painter.fontMetrics()
        words = self._keys.replace("+", " ")
        width = metrics.horizontalAdvance(words) + scaled(12)
        height = metrics.height() + scaled(2)
        box = QRect(self.width() - width - scaled(10), (self.height() - height) // 2, width, height)
        draw_box(painter, box, "", colors.line_strong, 4.0)
        painter.setPen(QColor(colors.muted))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, words)

    def _measure(self) -> None:
        self._leave_room_for_keys()
        self.setFixedHeight(max(scaled(32), QFontMetrics(role_font("body")).height() + scaled(14)))
        self.setMinimumWidth(scaled(_LEAST))
        self.setMaximumWidth(scaled(430))

    def _leave_room_for_keys(self) -> None:
        keys = QFontMetrics(role_font("small")).horizontalAdvance(self._keys) + scaled(24)
        self.setTextMargins(scaled(32), 0, keys if self.width() >= scaled(_KEYS_FROM) else 0, 0)

    def _place(self) -> None:
        corner = self.mapTo(self._over, QPoint(0, self.height() + scaled(4)))
        wide = max(self.width(), min(scaled(620), self._over.width() - corner.x() - scaled(16)))
        self._list.fit(wide, max(scaled(120), self._over.height() - corner.y() - scaled(40)))
        self._list.move(corner)
        self._list.show()
        self._list.raise_()
