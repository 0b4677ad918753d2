"""The board: open referrals by stage; cards are dragged, moved by keys, or by their menu."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QDrag,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QFocusEvent,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QAbstractScrollArea,
    QFrame,
    QHBoxLayout,
    QListView,
    QMenu,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from hhcrm.compat import override
from hhcrm.domain.vocabulary import shown
from hhcrm.domain.wording import QT_TRANSLATE_NOOP, translate
from hhcrm.domain.words import ReferralStage
from hhcrm.queries.referral_models import BOARD_COLUMNS, BoardColumn, ReferralBoard, ReferralRow
from hhcrm.ui.referrals.cards import CARD, CardDelegate, CardModel, Here
from hhcrm.ui.shared.buttons import Button
from hhcrm.ui.shared.fonts import scaled
from hhcrm.ui.shared.palette import Colors
from hhcrm.ui.shared.style import PANEL_RADIUS, draw_box
from hhcrm.ui.shared.text import Text, is_look_change

_TITLES = (
    QT_TRANSLATE_NOOP("referrals", "Received"),
    QT_TRANSLATE_NOOP("referrals", "Under review"),
    QT_TRANSLATE_NOOP("referrals", "Accepted, scheduled"),
    QT_TRANSLATE_NOOP("referrals", "On hold"),
)
_NAMES = ("received", "under_review", "accepted", "on_hold")
_LEAST_WIDTH = 152
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


def put_on_page(area: QAbstractScrollArea) -> None:
    """Let the scroll bars stand on the page, as the cards do (again after each palette change)."""
    wanted = QColor(Colors.of(area).page)
    for bar in (area.verticalScrollBar(), area.horizontalScrollBar()):
        if bar.palette().color(QPalette.ColorRole.Base) != wanted:
            palette = QPalette(area.palette())
            palette.setColor(QPalette.ColorRole.Base, wanted)
            bar.setPalette(palette)


class CardList(QListView):
    """One column. Left and Right go to the next column; with Ctrl they take the card along."""

    went = Signal(int)
    taken_along = Signal(int)
    """Take the current card so many columns on."""

    dropped = Signal(int)
    """A referral's card was let go over this column."""

    opened = Signal(int)
    menu_asked = Signal(object, QPoint)
    """A card and where its menu opens."""

    def __init__(self, name: str, words: str, here: Here) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setAccessibleName(words)
        self.setToolTip("")
        self.cards = CardModel(here, self)
        self._over = False
        self.setModel(self.cards)
        self.setItemDelegate(CardDelegate(here, self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setDragEnabled(True)
        self.setAcceptDrops(True)
        self.setMouseTracking(True)
        self.viewport().setAutoFillBackground(False)
        self.doubleClicked.connect(lambda index: self._open(index))
        put_on_page(self)

    @property
    def card(self) -> ReferralRow | None:
        """The current card."""
        return self.cards.card(self.currentIndex().row())

    def choose(self, row: int) -> bool:
        """Make a card current; False where there is none."""
        if self.cards.card(row) is None:
            return False
        index = self.cards.index(row)
        self.setCurrentIndex(index)
        self.scrollTo(index)
        return True

    def forget(self) -> None:
        """Mark no card."""
        self.selectionModel().setCurrentIndex(QModelIndex(), QItemSelectionModel.SelectionFlag.Clear)

    def _open(self, index: QModelIndex) -> None:
        card = self.cards.card(index.row())
        if card is not None:
            self.opened.emit(card.referral_id)

    # Qt's side

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()), 0)
        if step:
            along = event.modifiers() & Qt.KeyboardModifier.ControlModifier
            (self.taken_along if along else self.went).emit(step)
        elif event.key() in _ENTER:
            self._open(self.currentIndex())
        else:
            super().keyPressEvent(event)

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if event.reason() == Qt.FocusReason.ActiveWindowFocusReason:
            return  # a dialog has gone: nobody chose anything
        if not self.selectionModel().hasSelection():  # Qt makes the first one current, but does not choose it
            self.choose(max(self.currentIndex().row(), 0))

    @override
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        by_key = event.reason() == QContextMenuEvent.Reason.Keyboard
        index = self.currentIndex() if by_key else self.indexAt(event.pos())
        card = self.cards.card(index.row())
        if card is not None:
            where = self.visualRect(index).center() if by_key else event.pos()
            self.menu_asked.emit(card, self.viewport().mapToGlobal(where))

    @override
    def startDrag(self, supportedActions: Qt.DropAction) -> None:  # noqa: N803  # the name that Qt gives it
        # Copied, not moved: the card goes to its new column once the database says so.
        drag = QDrag(self)
        drag.setMimeData(self.cards.mimeData([self.currentIndex()]))
        drag.setPixmap(self.viewport().grab(self.visualRect(self.currentIndex())))
        drag.exec(Qt.DropAction.CopyAction)

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        self._hover(event, True)

    @override
    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        self._hover(event, True)

    @override
    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self._over = False
        self.viewport().update()

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        self._hover(event, False)
        key = bytes(event.mimeData().data(CARD).data())
        if key.isdigit() and self.cards.row_of(int(key)) < 0:
            self.dropped.emit(int(key))

    def _hover(self, event: QDropEvent, over: bool) -> None:
        mine = event.mimeData().hasFormat(CARD)
        self._over = over and mine
        self.viewport().update()
        if mine:
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()
        else:
            event.ignore()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if is_look_change(event):
            put_on_page(self)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()  # how high a card is follows from its width

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        if self._over:
            painter = QPainter(self.viewport())
            colors = Colors.of(self)
            draw_box(painter, self.viewport().rect(), colors.selection, colors.accent, PANEL_RADIUS)
            painter.end()
        super().paintEvent(event)


class _Column(QWidget):
    """A head with its count, the cards, and the way to those that are not shown."""

    def __init__(self, name: str, title: str, stages: tuple[ReferralStage, ...], here: Here) -> None:
        super().__init__()
        self.stages = stages
        self.title = title
        self.list = CardList(f"board_{name}", title, here)
        self._count = Text("", "small", "muted")
        self.rest = Button("", "bare", size="small", name=f"board_{name}_rest")
        self.rest.hide()
        self._nothing = Text(translate("referrals", "Nothing here"), "small", "muted")
        self.setMinimumWidth(scaled(_LEAST_WIDTH))
        head = QHBoxLayout()
        head.setSpacing(scaled(8))
        head.addWidget(Text(title, "section"))
        head.addWidget(self._count)
        head.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(scaled(8))
        column.addLayout(head)
        column.addWidget(self._nothing)
        column.addWidget(self.list, 1)
        column.addWidget(self.rest, 0, Qt.AlignmentFlag.AlignLeft)

    def show_column(self, column: BoardColumn) -> None:
        """Show its cards; what is chosen stays chosen."""
        self.list.cards.show_cards(column.cards)
        self._count.setText(f"{column.count:,}")
        self._nothing.setVisible(not column.count)
        said = translate("referrals", "{title}: {count}").format(title=self.title, count=f"{column.count:,}")
        self.list.setAccessibleName(said)
        more = column.count - len(column.cards)
        self.rest.setVisible(more > 0)
        self.rest.setText(translate("referrals", "{count} more in the table").format(count=f"{more:,}"))


class Board(QScrollArea):
    """All columns side by side."""

    chosen = Signal(int)
    """The referral of the card now current."""

    opened = Signal(int)
    move_asked = Signal(int, object)
    """A referral and the stage it is to come to."""

    rest_asked = Signal(object)
    """See the stages of a column in the table."""

    def __init__(self, here: Here) -> None:
        super().__init__()
        self.setObjectName("referrals_board")
        self._placing = False
        self.setAccessibleName(translate("referrals", "Open referrals by stage"))
        self.setAccessibleDescription(
            translate(
                "referrals", "Arrows go from card to card; Ctrl with Left or Right moves a card to the next column."
            )
        )
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setAutoFillBackground(False)
        inside = QWidget()
        row = QHBoxLayout(inside)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(scaled(12))
        self.columns = tuple(
            _Column(name, translate("referrals", title), stages, here)
            for name, title, stages in zip(_NAMES, _TITLES, BOARD_COLUMNS, strict=True)
        )
        for place, column in enumerate(self.columns):
            row.addWidget(column, 1)
            self._connect(place, column)
        self.setWidget(inside)
        inside.setAutoFillBackground(False)
        put_on_page(self)

    # What others use

    def show_board(self, board: ReferralBoard) -> None:
        """Show the newest answer; the card that was chosen stays chosen, in whichever column it now stands."""
        at = self.window().focusWidget()  # while a dialog is open nothing in this window has the keyboard
        kept, focused = self.current_id(), any(column.list is at for column in self.columns)
        self._placing = True  # a card that goes must not choose its neighbour: the pane stays with what was moved
        for column, shown_column in zip(self.columns, board.columns, strict=True):
            column.show_column(shown_column)
        if kept is None or not self.select_id(kept, focus=focused):
            for column in self.columns:
                column.list.forget()
        self._placing = False

    def current_id(self) -> int | None:
        """The referral of the card now chosen."""
        for column in self.columns:
            if column.list.selectionModel().hasSelection() and (card := column.list.card) is not None:
                return card.referral_id
        return None

    def select_id(self, referral_id: int, *, focus: bool = False) -> bool:
        """Choose a referral's card without saying `chosen`: nobody did; False where it is on none."""
        found = next((column for column in self.columns if column.list.cards.row_of(referral_id) >= 0), None)
        if found is None:
            return False
        before, self._placing = self._placing, True
        found.list.choose(found.list.cards.row_of(referral_id))
        if focus:
            found.list.setFocus(Qt.FocusReason.OtherFocusReason)
        self._placing = before
        return True

    def stage_of(self, referral_id: int) -> ReferralStage | None:
        """Where a referral stands by its card."""
        cards = (column.list.cards for column in self.columns)
        found = (each.card(each.row_of(referral_id)) for each in cards)
        return next((card.stage for card in found if card is not None), None)

    def focus_cards(self) -> None:
        """Let the keyboard in: at the chosen card, else at the first."""
        current = self.current_id()
        if current is not None and self.select_id(current, focus=True):
            return
        for column in self.columns:
            if column.list.cards.rowCount():
                column.list.setFocus(Qt.FocusReason.OtherFocusReason)
                return

    def menu_of(self, card: ReferralRow) -> QMenu:
        """The ways on from a card."""
        menu = QMenu(self)
        menu.setObjectName("board_menu")
        menu.addAction(translate("referrals", "Open"), partial(self.opened.emit, card.referral_id))
        menu.addSeparator()
        for stage in ReferralStage:
            if stage is not card.stage:
                words = translate("referrals", "Move to {stage}").format(stage=shown(stage))
                action = menu.addAction(words, partial(self.move_asked.emit, card.referral_id, stage))
                action.setObjectName(f"board_move_{stage.name.lower()}")
        return menu

    def tick(self) -> None:
        """The clocks on the cards went on."""
        for column in self.columns:
            column.list.viewport().update()

    # Inside

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if is_look_change(event):
            put_on_page(self)

    def _connect(self, place: int, column: _Column) -> None:
        cards = column.list
        cards.went.connect(partial(self._go, place))
        cards.taken_along.connect(partial(self._take_along, place))
        cards.dropped.connect(lambda referral_id: self.move_asked.emit(referral_id, column.stages[0]))
        cards.opened.connect(self.opened)
        cards.menu_asked.connect(self._open_menu)
        cards.selectionModel().selectionChanged.connect(lambda *_: self._on_current(place))
        column.rest.clicked.connect(lambda: self.rest_asked.emit(column.stages))

    def _go(self, place: int, step: int) -> None:
        """To the next column that has cards."""
        target = place + step
        while 0 <= target < len(self.columns):
            if self.columns[target].list.cards.rowCount():
                self.columns[target].list.setFocus(Qt.FocusReason.OtherFocusReason)
                self.ensureWidgetVisible(self.columns[target])
                return
            target += step

    def _take_along(self, place: int, step: int) -> None:
        card, target = self.columns[place].list.card, place + step
        if card is not None and 0 <= target < len(self.columns):
            self.move_asked.emit(card.referral_id, self.columns[target].stages[0])

    def _on_current(self, place: int) -> None:
        """One card is chosen on the whole board."""
        card = self.columns[place].list.card
        if card is None or not self.columns[place].list.selectionModel().hasSelection():
            return
        for other, column in enumerate(self.columns):
            if other != place:
                column.list.forget()
        if not self._placing:
            self.chosen.emit(card.referral_id)

    def _open_menu(self, card: ReferralRow, where: QPoint) -> None:
        menu = self.menu_of(card)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(where)
