"""The board: cohorts below each other, visits side by side, a card for each source; by mouse and by keys."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QItemSelection, QItemSelectionModel, QModelIndex, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QDrag,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QRegion,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QFrame, QWidget

from hhcrm.compat import override
from hhcrm.domain.wording import translate
from hhcrm.queries.waterfall_models import Card, CohortRow, WaterfallBoard
from hhcrm.ui.shared.aloud import say_aloud
from hhcrm.ui.shared.fonts import scaled
from hhcrm.ui.shared.text import is_look_change
from hhcrm.ui.waterfall.card import card_height, line_height
from hhcrm.ui.waterfall.layout import BoardPlan, Measures, lay_out
from hhcrm.ui.waterfall.model import CARD, BoardModel, Index
from hhcrm.ui.waterfall.painting import HEAD, PAD, Titles, draw_board, row_head_lines

_LEAST_COLUMN, _GAP, _LEAST_ROW, _TITLES = 102, 6, 52, 34
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_LETTERS = {Qt.Key.Key_L: "log", Qt.Key.Key_P: "plan", Qt.Key.Key_D: "decide", Qt.Key.Key_M: "menu"}
_Hint = QAbstractItemView.ScrollHint
_STEPS = {
    QAbstractItemView.CursorAction.MoveLeft: (-1, 0),
    QAbstractItemView.CursorAction.MovePrevious: (-1, 0),
    QAbstractItemView.CursorAction.MoveRight: (1, 0),
    QAbstractItemView.CursorAction.MoveNext: (1, 0),
    QAbstractItemView.CursorAction.MoveUp: (0, -1),
    QAbstractItemView.CursorAction.MoveDown: (0, 1),
}


class BoardView(QAbstractItemView):
    """Arrows go from card to card; letters and drags say what is wanted with one, and the place carries it out."""

    wanted = Signal(str, object, QPoint)
    """What (open, log, plan, decide, menu), the card, and where on the screen it stands."""

    moved = Signal(object, object)
    """A card and the cohort that it is to go to."""

    row_menu = Signal(object, QPoint)
    """A cohort, and where its menu opens."""

    chosen = Signal(object)
    """The card now current, None where there is none."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.plan = BoardPlan()
        self.cards = BoardModel(self)
        self.over: int | None = None
        self.target: tuple[int, int] | None = None
        self._seen_present = False
        self.with_liaison = False
        self.setObjectName("waterfall_board")
        self.setAccessibleName(translate("waterfall", "Cohorts by visit"))
        self.titles = Titles(self)
        self._set_manners()
        self.setModel(self.cards)
        self.cards.laid.connect(self._lay_out)

    @property
    def card(self) -> Card | None:
        """The current card."""
        return self.cards.card(self.currentIndex().row())

    def show_board(self, board: WaterfallBoard, with_liaison: bool) -> None:
        """Show an answer; the card in hand stays in hand, and the present month is in sight at first."""
        self.with_liaison = with_liaison
        self.cards.show_board(board)
        if not self._seen_present and board.rows:
            self._seen_present = True
            self.show_present()

    def forget_place(self) -> None:
        """Somebody else's cohorts come: the present month is to be in sight again."""
        self._seen_present = False

    def show_present(self) -> None:
        """Scroll to the present month."""
        today = self.cards.board.today if self.cards.board is not None else None
        here = [n for n, row in enumerate(self.cards.rows) if today is not None and row.month <= today]
        if here:
            row = self.plan.rows[here[-1]]
            self.verticalScrollBar().setValue(min(row.bottom() + 1 - self.viewport().height(), row.top()))

    def choose_source(self, source_id: int) -> bool:
        """Make a source's card current; False where it has none."""
        number = self.cards.number_of_source(source_id)
        if number < 0:
            return False
        self.setCurrentIndex(self.cards.index(number))
        self.scrollTo(self.currentIndex())
        return True

    def point_of(self, card: Card) -> QPoint:
        """Where on the screen a card stands."""
        number = self.cards.number_of(card.member_id)
        return self.viewport().mapToGlobal(self.visualRect(self.cards.index(number)).bottomLeft())

    # Making

    def _set_manners(self) -> None:
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setDragEnabled(True)
        self.setAcceptDrops(True)
        self.setDropIndicatorShown(False)
        self.setMouseTracking(True)
        self.setTabKeyNavigation(False)
        self.setProperty("draws_own_focus", True)
        self.verticalScrollBar().setSingleStep(scaled(24))

    def _lay_out(self) -> None:
        measures = Measures(scaled(HEAD), scaled(_LEAST_COLUMN), scaled(PAD), scaled(_GAP), max(scaled(_LEAST_ROW), 1))
        board = self.cards.board
        self.setViewportMargins(0, self._titles_height(), 0, 0)
        last = board.last if board is not None else 0
        self.plan = lay_out(self.cards.rows, last, self.viewport().width(), measures, card_height, self.row_head_height)
        self.updateGeometries()
        self.viewport().update()
        self.titles.update()

    def _titles_height(self) -> int:
        return max(scaled(_TITLES), line_height("small") + scaled(10))

    def row_head_height(self, row: CohortRow) -> int:
        """How high the head of a row is at least."""
        lines = row_head_lines(self, row)
        return line_height("section") + len(lines) * line_height("small") + scaled(2 * PAD + 6)

    # Moving about

    def _go(self, across: int, down: int) -> QModelIndex:
        """The nearest card in a direction: in the same cell first, then in the next one that has any."""
        here = self.card
        if here is None:
            return self.cards.index(0)
        mine = self.plan.cards[here.member_id]
        row = self.plan.row_at(mine.center())

        def distance(rect: QRect) -> tuple[int, int]:
            aside = abs(rect.center().y() - mine.center().y())
            off = abs(rect.center().x() - mine.center().x())
            if across:
                return (off, aside)
            return (abs(rect.center().y() - mine.center().y()), off) if off == 0 else (aside + scaled(40), off)

        def ahead(rect: QRect) -> bool:
            if across:
                return self.plan.row_at(rect.center()) == row and (rect.left() - mine.left()) * across > 0
            same_row = self.plan.row_at(rect.center()) == row
            same_cell = same_row and rect.left() == mine.left()
            beyond = (rect.top() - mine.top()) * down > 0
            return beyond and (same_cell or not same_row)

        found = [(distance(rect), key) for key, rect in self.plan.cards.items() if ahead(rect)]
        if not found:
            return self.currentIndex()
        return self.cards.index(self.cards.number_of(min(found)[1]))

    def _take_along(self, key: int) -> bool:
        """Ctrl and an arrow: log the next visit, or go to the cohort of the month before or after."""
        card = self.card
        if card is None or not card.is_open:
            return False
        if key == Qt.Key.Key_Right:
            self._want("log", card)
            return True
        step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(key), 0)
        if not step:
            return False
        self.moved.emit(card, step)
        return True

    def _want(self, what: str, card: Card) -> None:
        self.wanted.emit(what, card, self.point_of(card))

    def _row_under(self, where: QPoint) -> tuple[int, CohortRow | None]:
        number = self.plan.row_at(where + self.offset())
        return number, self.cards.rows[number] if number >= 0 else None

    def offset(self) -> QPoint:
        """How far the board is scrolled."""
        return QPoint(self.horizontalOffset(), self.verticalOffset())

    # What Qt asks of a view

    @override
    def visualRect(self, index: Index) -> QRect:
        card = self.cards.card(index.row()) if index.isValid() else None
        rect = self.plan.cards.get(card.member_id) if card is not None else None
        return rect.translated(-self.offset()) if rect is not None else QRect()

    @override
    def scrollTo(self, index: Index, hint: _Hint = _Hint.EnsureVisible) -> None:
        rect = self.visualRect(index)
        if rect.isNull():
            return
        room, pad = self.viewport().rect(), scaled(PAD)
        down = min(rect.top() - pad, 0) or max(rect.bottom() + pad - room.bottom(), 0)
        aside = min(rect.left() - scaled(HEAD) - pad, 0) or max(rect.right() + pad - room.right(), 0)
        self.verticalScrollBar().setValue(self.verticalScrollBar().value() + down)
        self.horizontalScrollBar().setValue(self.horizontalScrollBar().value() + aside)

    @override
    def indexAt(self, point: QPoint) -> QModelIndex:
        if point.x() < scaled(HEAD):
            return QModelIndex()
        member = self.plan.member_at(point + self.offset())
        return QModelIndex() if member is None else self.cards.index(self.cards.number_of(member))

    @override
    def moveCursor(
        self,
        cursorAction: QAbstractItemView.CursorAction,  # noqa: N803  # the name that Qt gives it
        modifiers: Qt.KeyboardModifier,
    ) -> QModelIndex:
        last = self.cards.rowCount() - 1
        if last < 0:
            return QModelIndex()
        if cursorAction in (QAbstractItemView.CursorAction.MoveHome, QAbstractItemView.CursorAction.MovePageUp):
            return self.cards.index(0)
        if cursorAction in (QAbstractItemView.CursorAction.MoveEnd, QAbstractItemView.CursorAction.MovePageDown):
            return self.cards.index(last)
        return self._go(*_STEPS[cursorAction])

    @override
    def horizontalOffset(self) -> int:
        return self.horizontalScrollBar().value()

    @override
    def verticalOffset(self) -> int:
        return self.verticalScrollBar().value()

    @override
    def isIndexHidden(self, index: Index) -> bool:
        return False

    @override
    def setSelection(self, rect: QRect, command: QItemSelectionModel.SelectionFlag) -> None:
        index = self.indexAt(rect.topLeft())
        picked = QItemSelection(index, index) if index.isValid() else QItemSelection()
        self.selectionModel().select(picked, command)

    @override
    def visualRegionForSelection(self, selection: QItemSelection) -> QRegion:
        region = QRegion()
        for index in selection.indexes():
            region = region.united(QRegion(self.visualRect(index)))
        return region

    @override
    def updateGeometries(self) -> None:
        super().updateGeometries()
        room = self.viewport().size()
        for bar, whole, seen in (
            (self.verticalScrollBar(), self.plan.height, room.height()),
            (self.horizontalScrollBar(), self.plan.width, room.width()),
        ):
            bar.setRange(0, max(whole - seen, 0))
            bar.setPageStep(seen)
        self.titles.setGeometry(0, 0, self.viewport().width(), self._titles_height())

    @override
    def scrollContentsBy(self, dx: int, dy: int) -> None:
        self.viewport().update()  # the heads of the rows stay where they are: nothing can be shifted as a whole
        if dx:
            self.titles.update()

    @override
    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        words = current.data(Qt.ItemDataRole.AccessibleTextRole) if current.isValid() else ""
        say_aloud(self, str(words or ""))
        self.viewport().update()
        self.chosen.emit(self.cards.card(current.row()) if current.isValid() else None)

    # Painting

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        draw_board(painter, self)

    # Mouse and keys

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        card, control = self.card, event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if control and self._take_along(event.key()):
            return
        if card is not None and not control:
            what = "open" if event.key() in _ENTER else _LETTERS.get(Qt.Key(event.key()), "")
            if what:
                self._want(what, card)
                return
        super().keyPressEvent(event)

    @override
    def event(self, event: QEvent) -> bool:
        # Ctrl with an arrow is the board's before it is anybody's shortcut.
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride:
            control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
            if control and event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Right):
                event.accept()
                return True
        return super().event(event)

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if self.card is None and self.cards.rowCount() and event.reason() != Qt.FocusReason.ActiveWindowFocusReason:
            self.setCurrentIndex(self._first_wanted())
        self.viewport().update()

    def _first_wanted(self) -> QModelIndex:
        """The card that somebody looks at first: the first one in sight, else the last there is."""
        seen = self.viewport().rect().translated(self.offset())
        inside = [key for key, rect in self.plan.cards.items() if seen.contains(rect)]
        return self.cards.index(self.cards.number_of(inside[0]) if inside else self.cards.rowCount() - 1)

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()

    @override
    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        card = self.cards.card(self.indexAt(event.position().toPoint()).row())
        if card is not None:
            self._want("open", card)

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        card = self.cards.card(self.indexAt(event.position().toPoint()).row())
        self._point(card.member_id if card is not None else None)

    @override
    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._point(None)

    def _point(self, member_id: int | None) -> None:
        if member_id != self.over:
            self.over = member_id
            self.viewport().update()

    @override
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        by_key = event.reason() == QContextMenuEvent.Reason.Keyboard
        index = self.currentIndex() if by_key else self.indexAt(event.pos())
        card = self.cards.card(index.row())
        if card is not None:
            self.wanted.emit("menu", card, self.point_of(card) if by_key else event.globalPos())
            return
        _number, row = self._row_under(event.pos())
        if row is not None:
            self.row_menu.emit(row, event.globalPos())

    # Dragging

    @override
    def startDrag(self, supportedActions: Qt.DropAction) -> None:  # noqa: N803  # the name that Qt gives it
        card = self.card
        if card is None or not card.is_open:
            return
        drag = QDrag(self)
        drag.setMimeData(self.cards.mime_of(card))
        drag.setPixmap(self.viewport().grab(self.visualRect(self.currentIndex())))
        # Copied, not moved: the card goes to its new place once the database says so.
        drag.exec(Qt.DropAction.CopyAction)
        self._aim(None)

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        self._hover(event)

    @override
    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        self._hover(event)

    @override
    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self._aim(None)

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        act = self._drop_of(event)
        self._aim(None)
        if act is not None:
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()
            act[1]()

    def _hover(self, event: QDropEvent) -> None:
        act = self._drop_of(event)
        self._aim(act[0] if act is not None else None)
        if act is not None:
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()
        else:
            event.ignore()

    def _drop_of(self, event: QDropEvent) -> tuple[tuple[int, int], Callable[[], None]] | None:
        """What letting go here would do: the next visit is logged, or the source goes to the cohort of this row."""
        key = bytes(event.mimeData().data(CARD).data())
        card = self.cards.card(self.cards.number_of(int(key))) if key.isdigit() else None
        where = event.position().toPoint()
        number, row = self._row_under(where)
        if card is None or row is None or not card.is_open:
            return None
        if row.cohort_id != card.cohort_id:
            return (number, -1), lambda: self.moved.emit(card, row)
        column = self.plan.column_at(where.x() + self.horizontalOffset())
        if column <= card.column:
            return None
        return (number, card.column + 1), lambda: self._want("log", card)

    def _aim(self, target: tuple[int, int] | None) -> None:
        if target != self.target:
            self.target = target
            self.viewport().update()

    # Size and look

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay_out()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if is_look_change(event) and hasattr(self, "titles"):
            self._lay_out()

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(scaled(HEAD + 2 * _LEAST_COLUMN), scaled(300))
