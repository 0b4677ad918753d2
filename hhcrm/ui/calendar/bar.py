"""What stands above the days: view, pages, filters, what fits, and what the shapes mean."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from hhcrm.compat import override
from hhcrm.domain.wording import translate
from hhcrm.domain.words import VisitStatus
from hhcrm.queries.calendar_models import CalendarFilter
from hhcrm.queries.read_models import Choices
from hhcrm.ui.calendar.days import View
from hhcrm.ui.calendar.lines import Part, status_word
from hhcrm.ui.calendar.marks import draw_ring, draw_shape
from hhcrm.ui.shared.buttons import Button
from hhcrm.ui.shared.chips import FilterChip
from hhcrm.ui.shared.flow import FlowLayout
from hhcrm.ui.shared.fonts import Role, role_font, scaled
from hhcrm.ui.shared.palette import Colors
from hhcrm.ui.shared.segmented import Segmented
from hhcrm.ui.shared.text import Text, Tone

_TONES: Mapping[str, Tone] = {"overdue": "overdue", "strong": "text"}


class PagesBar(QWidget):
    """Back, today, on, a new visit, the route sheet, all else under one button. `views` stands in the place's head."""

    turned = Signal(int)
    today_wanted = Signal()
    view_wanted = Signal(str)
    more_wanted = Signal()
    new_wanted = Signal()
    route_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.views = Segmented(
            (
                ("month", "1", translate("calendar", "Month")),
                ("week", "2", translate("calendar", "Week")),
                ("day", "3", translate("calendar", "Day")),
                ("list", "4", translate("calendar", "List")),
            ),
            "calendar_view",
            translate("calendar", "View"),
            show_keys=False,
        )
        self.back = self._button("", "chevron-left", "calendar_back", translate("calendar", "Back (Page Up)"))
        self.today = self._button(
            translate("calendar", "Today"), None, "calendar_today", translate("calendar", "Show today (T)")
        )
        self.on = self._button("", "chevron-right", "calendar_on", translate("calendar", "On (Page Down)"))
        self.new = self._button(
            translate("calendar", "Plan a visit"),
            "calendar-plus",
            "calendar_new",
            translate("calendar", "Plan a visit (N)"),
        )
        self.route = self._button(
            translate("calendar", "Route sheet"),
            "map-pin",
            "calendar_route",
            translate("calendar", "The day in hand on one page: order, drives, whom to ask for"),
        )
        self.more = self._button(
            "", "ellipsis", "calendar_more", translate("calendar", "Print, weekends, time off, shortcuts")
        )
        self._words = {button: button.text() for button in (self.new, self.route)}
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(scaled(8))
        for widget in (self.back, self.today, self.on, self.new, self.route, self.more):
            row.addWidget(widget)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.views.picked.connect(self.view_wanted)
        self.back.clicked.connect(lambda: self.turned.emit(-1))
        self.on.clicked.connect(lambda: self.turned.emit(1))
        self.today.clicked.connect(self.today_wanted)
        self.more.clicked.connect(self.more_wanted)
        self.new.clicked.connect(self.new_wanted)
        self.route.clicked.connect(self.route_wanted)

    def shorten(self, short: bool) -> None:
        """Leave the words of the two widest buttons away where there is little room; they keep their names."""
        for button, words in self._words.items():
            button.setText("" if short else words)
            button.updateGeometry()

    def show_view(self, view: View) -> None:
        """Which view is shown."""
        self.views.set_value(view)

    def _button(self, words: str, icon: str | None, name: str, tip: str) -> Button:
        button = Button(words, icon=icon, name=name)
        button.setToolTip(tip)
        button.setAccessibleName(words or tip.partition(" (")[0])
        return button


class FilterRow(QWidget):
    """Whose visits and to which sources."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        any_one = ("", translate("calendar", "any"))
        self.liaison = FilterChip(
            translate("calendar", "Liaison"), (("", translate("calendar", "everybody")),), "calendar_liaison"
        )
        self.type = FilterChip(translate("calendar", "Type"), (any_one,), "calendar_type")
        self.territory = FilterChip(translate("calendar", "Territory"), (any_one,), "calendar_territory")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(scaled(8))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        for chip in (self.liaison, self.type, self.territory):
            row.addWidget(chip)
            chip.chosen.connect(lambda _value: self.changed.emit())

    def show_choices(self, choices: Choices) -> None:
        """Offer these; what is chosen stays."""
        any_one = ("", translate("calendar", "any"))
        everybody = ("", translate("calendar", "everybody"))
        self.liaison.set_choices([everybody, *((str(user.id), user.name) for user in choices.users)])
        self.type.set_choices([any_one, *((str(kind.id), kind.name) for kind in choices.types)])
        self.territory.set_choices([any_one, *((str(each.id), each.name) for each in choices.territories)])

    def asked(self) -> CalendarFilter:
        """The filter in force."""
        return CalendarFilter(*(int(chip.value) if chip.value else None for chip in self._chips()))

    def liaison_id(self) -> int | None:
        """Whose visits; None is everybody's."""
        return self.asked().liaison_id

    def set_liaison(self, liaison_id: int | None) -> None:
        """Whose calendar it is."""
        self.liaison.set_value(str(liaison_id) if liaison_id is not None else "")

    def _chips(self) -> tuple[FilterChip, FilterChip, FilterChip]:
        return self.liaison, self.type, self.territory


class LoadLine(QWidget):
    """This week: 8 planned of about 14 that fit, and the way to what to change. Parts wrap where the room ends."""

    capacity_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("calendar_load")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._parts: tuple[Part, ...] = ()
        self._row = FlowLayout(self, scaled(4))
        self.way = Button(
            translate("calendar", "Capacity"), "bare", size="small", name="calendar_capacity", parent=self
        )
        self.way.setToolTip(translate("calendar", "What fits in the next 12 weeks, and what to change"))
        self.way.clicked.connect(self.capacity_wanted)
        self.way.hide()

    @property
    def words(self) -> str:
        """Everything it says."""
        return " ".join(part.words for part in self._parts)

    def show_parts(self, parts: Sequence[Part]) -> None:
        """Say this."""
        if tuple(parts) == self._parts:
            return
        self._parts = tuple(parts)
        while (item := self._row.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None and widget is not self.way:
                widget.hide()
                widget.deleteLater()
        for part in parts:
            role: Role = "strong" if part.tone == "strong" else "small"
            text = Text(part.words, role, _TONES.get(part.tone, "muted"), parent=self)
            if role == "strong":
                text.setFont(_strong_small())
            self._row.addWidget(text)
            text.show()
        self._row.addWidget(self.way)
        self.way.show()
        self.setAccessibleName(self.words)
        self.updateGeometry()


class Legend(QWidget):
    """What the shapes mean: the four of visits, and that of a proposed one while there are any."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("calendar_legend")
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(translate("calendar", "Shapes"))
        self._proposed = False
        self._describe()

    def show_proposed(self, shown: bool) -> None:
        """Say, too, what is proposed."""
        if shown != self._proposed:
            self._proposed = shown
            self._describe()
            self.updateGeometry()
            self.update()

    def _describe(self) -> None:
        self.setAccessibleDescription(", ".join(words for _, words in self._parts()))

    def _parts(self) -> list[tuple[VisitStatus | None, str]]:
        parts: list[tuple[VisitStatus | None, str]] = [(status, status_word(status)) for status in VisitStatus]
        return [(None, translate("calendar", "proposed")), *parts] if self._proposed else parts

    def _widths(self) -> list[int]:
        metrics = QFontMetrics(role_font("small"))
        return [scaled(14 + 5 + 14) + metrics.horizontalAdvance(words) for _, words in self._parts()]

    @override
    def sizeHint(self) -> QSize:
        return QSize(sum(self._widths()) - scaled(12), QFontMetrics(role_font("small")).height() + scaled(4))

    @override
    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        colors = Colors.of(self)
        left = 0
        painter.setFont(role_font("small"))
        for (status, words), width in zip(self._parts(), self._widths(), strict=True):
            room = QRect(left, 0, width, self.height())
            shape = QRect(left, 0, scaled(14), self.height())
            if status is None:
                draw_ring(painter, shape, colors, broken=True)
            else:
                draw_shape(painter, shape, status, colors)
            painter.setPen(QColor(colors.muted))
            painter.drawText(room.adjusted(scaled(19), 0, 0, 0), Qt.AlignmentFlag.AlignVCenter, words)
            left += width


def _strong_small() -> QFont:
    font = role_font("small")
    font.setWeight(QFont.Weight.DemiBold)
    return font
