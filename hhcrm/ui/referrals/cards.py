"""One column of the board: its cards as a list model, and how a card is drawn."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QAbstractListModel, QMimeData, QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from hhcrm.compat import override
from hhcrm.domain.referral_clocks import Moment
from hhcrm.queries.referral_models import ReferralRow
from hhcrm.ui.referrals import cells
from hhcrm.ui.referrals.clock_words import ClockTag, card_tag, card_words
from hhcrm.ui.shared.fonts import role_font, scaled
from hhcrm.ui.shared.palette import Colors, colors_for
from hhcrm.ui.shared.style import PANEL_RADIUS, draw_box, draw_focus_ring
from hhcrm.ui.shared.tags import draw_tag, tag_size

Index = QModelIndex | QPersistentModelIndex
Here = Callable[[], Moment]

CARD = "application/x-hhcrm-referral"
"""What is carried when a card is dragged: the referral's id and nothing else."""

CardRole = Qt.ItemDataRole.UserRole
_NOWHERE = QModelIndex()
_PAD, _GAP = 11, 8
_NAME_LINES, _LINE_LINES = 2, 2


class CardModel(QAbstractListModel):
    """The cards of one column; a refresh changes, moves, adds and takes away what differs."""

    def __init__(self, here: Here, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._here = here
        self._cards: list[ReferralRow] = []

    def card(self, row: int) -> ReferralRow | None:
        """The card at a row."""
        return self._cards[row] if 0 <= row < len(self._cards) else None

    def row_of(self, referral_id: int) -> int:
        """Where a referral's card stands; -1 where it does not."""
        return next((row for row, card in enumerate(self._cards) if card.referral_id == referral_id), -1)

    def show_cards(self, wanted: Sequence[ReferralRow]) -> None:
        """Show these, told apart by their referrals: what stays keeps its selection."""
        ids = {card.referral_id for card in wanted}
        for row in reversed(range(len(self._cards))):
            if self._cards[row].referral_id not in ids:
                self.beginRemoveRows(_NOWHERE, row, row)
                del self._cards[row]
                self.endRemoveRows()
        for row, card in enumerate(wanted):
            self._bring(row, card)
        if self._cards:
            self.dataChanged.emit(self.index(0), self.index(len(self._cards) - 1))

    def _bring(self, row: int, card: ReferralRow) -> None:
        at = self.row_of(card.referral_id)
        if at < 0:
            self.beginInsertRows(_NOWHERE, row, row)
            self._cards.insert(row, card)
            self.endInsertRows()
        elif at != row:
            self.beginMoveRows(_NOWHERE, at, at, _NOWHERE, row)
            self._cards.insert(row, self._cards.pop(at))
            self.endMoveRows()
        self._cards[row] = card

    @override
    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._cards)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        card = self.card(index.row()) if index.isValid() else None
        if card is None:
            return None
        if role == CardRole:
            return card
        if role == Qt.ItemDataRole.DisplayRole:
            return card.source
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            return card_words(card, self._here())
        return None

    @override
    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        return flags | Qt.ItemFlag.ItemIsDragEnabled if index.isValid() else flags

    @override
    def mimeTypes(self) -> list[str]:
        return [CARD]

    @override
    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        data = QMimeData()
        card = self.card(indexes[0].row()) if indexes else None
        if card is not None:
            data.setData(CARD, str(card.referral_id).encode())
        return data


class CardDelegate(QStyledItemDelegate):
    """A white box: the source, what is asked for and who pays, the clock that matters now, and whose it is."""

    def __init__(self, here: Here, parent: QListView) -> None:
        super().__init__(parent)
        self._here = here
        self._view = parent

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        width = self._view.viewport().width()
        card: ReferralRow = index.data(CardRole)
        name, line = self._heights(card, QRect(0, 0, width - 1 - scaled(_PAD) * 2, 1))
        height = scaled(_PAD) * 2 + name + line + scaled(6) + tag_size("X").height() + scaled(_GAP)
        return QSize(width, height)

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        card: ReferralRow = index.data(CardRole)
        colors = colors_for(option.palette)
        box = option.rect.adjusted(0, 0, -1, -scaled(_GAP))
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        over = bool(option.state & QStyle.StateFlag.State_MouseOver)
        painter.save()
        ground = colors.selection if chosen else colors.hover if over else colors.panel
        draw_box(painter, box, ground, colors.line, PANEL_RADIUS)
        if option.state & QStyle.StateFlag.State_HasFocus and self._view.hasFocus():
            draw_focus_ring(painter, box, colors, PANEL_RADIUS)
        room = box.adjusted(scaled(_PAD), scaled(_PAD) - 1, -scaled(_PAD), -scaled(_PAD))
        name, line = self._heights(card, room)
        self._draw(painter, QRect(room.left(), room.top(), room.width(), name), card.source, "strong", colors.text)
        below = QRect(room.left(), room.top() + name + scaled(2), room.width(), line)
        self._draw(painter, below, cells.line_words(card), "body", colors.muted)
        self._draw_foot(painter, room, card, colors)
        painter.restore()

    def _fitting_tag(self, card: ReferralRow, width: int) -> ClockTag:
        """The clock, without the time of day where there is no room for it beside whose it is."""
        tag = card_tag(card, self._here())
        whose = cells.liaison_initials(card) if card.liaison else cells.liaison_words(card)
        least = QFontMetrics(role_font("small")).horizontalAdvance(whose) + scaled(8)
        fits = tag_size(tag.words, tag.mark).width() + least <= width
        return tag if fits else card_tag(card, self._here(), True)

    def _heights(self, card: ReferralRow, room: QRect) -> tuple[int, int]:
        """Of the source's name and of what is asked for, each at most two lines."""
        return (
            _wrapped(card.source, "strong", room.width(), _NAME_LINES),
            _wrapped(cells.line_words(card), "body", room.width(), _LINE_LINES),
        )

    def _draw(self, painter: QPainter, room: QRect, words: str, font: str, ink: str) -> None:
        painter.setFont(role_font("strong" if font == "strong" else "body"))
        painter.setPen(QColor(ink))
        fitting = _fitting(words, font, room.width(), _NAME_LINES)
        painter.drawText(room, Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignTop, fitting)

    def _draw_foot(self, painter: QPainter, room: QRect, card: ReferralRow, colors: Colors) -> None:
        tag = self._fitting_tag(card, room.width())
        height = tag_size("X").height()
        foot = QRect(room.left(), room.bottom() - height + 1, room.width(), height)
        small = QFontMetrics(role_font("small"))
        needed = tag_size(tag.words, tag.mark).width() if tag.mark else small.horizontalAdvance(tag.words) + 1
        whose = cells.liaison_words(card)
        if card.liaison and needed + scaled(6) + small.horizontalAdvance(whose) > room.width():
            whose = cells.liaison_initials(card)
        side = small.horizontalAdvance(whose) + 1
        left = foot.adjusted(0, 0, -side - scaled(6), 0)
        if not tag.mark:
            painter.setFont(role_font("small"))
            painter.setPen(QColor(colors.muted))
            painter.drawText(left, Qt.AlignmentFlag.AlignVCenter, _elided(tag.words, small, left.width()))
        else:
            draw_tag(painter, left.translated(0, -1), tag.words, tag.kind, colors, tag.mark)
        painter.setFont(role_font("small"))
        painter.setPen(QColor(colors.due if not card.liaison else colors.muted))
        painter.drawText(foot, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, whose)


def _elided(words: str, metrics: QFontMetrics, width: int) -> str:
    return metrics.elidedText(words, Qt.TextElideMode.ElideRight, width)


def _metrics(font: str) -> QFontMetrics:
    return QFontMetrics(role_font("strong" if font == "strong" else "body"))


def _lines(words: str, metrics: QFontMetrics, width: int) -> int:
    high = metrics.boundingRect(QRect(0, 0, width, 10_000), Qt.TextFlag.TextWordWrap, words).height()
    return max(1, round(high / metrics.lineSpacing()))


def _wrapped(words: str, font: str, width: int, most: int) -> int:
    """How high the words stand, at most so many lines."""
    metrics = _metrics(font)
    return min(_lines(words, metrics, width), most) * metrics.lineSpacing() + 1 if words else 0


def _fitting(words: str, font: str, width: int, most: int) -> str:
    """The words, cut where they would need more lines than there are."""
    metrics, kept = _metrics(font), words.split()
    if _lines(words, metrics, width) <= most:
        return words
    while len(kept) > 1:
        kept.pop()
        shorter = " ".join(kept) + "…"
        if _lines(shorter, metrics, width) <= most:
            return shorter
    return _elided(words, metrics, width)
