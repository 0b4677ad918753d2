"""Waterfall: is the pipeline steady? Cohorts of prospects by visit, beside what fills and follows them."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QFocusEvent, QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from hhcrm.compat import override
from hhcrm.domain.wording import translate
from hhcrm.queries.read_models import Choices
from hhcrm.ui.shared.chips import FilterChip
from hhcrm.ui.shared.desk import Desk
from hhcrm.ui.shared.fonts import scaled
from hhcrm.ui.shared.forms.context import FormContext
from hhcrm.ui.shared.frame_port import Frame
from hhcrm.ui.shared.list_place import ListSplit
from hhcrm.ui.shared.panel import Panel, PlaceHead
from hhcrm.ui.waterfall.capacity_panel import CapacityPanel
from hhcrm.ui.waterfall.forecast_panel import ForecastPanel
from hhcrm.ui.waterfall.kit import WaterfallKit
from hhcrm.ui.waterfall.side import SideColumn

SIDE_BY_SIDE = 720
"""From how many pixels at 100 per cent text the column stands beside the board."""


class WaterfallPlace(QWidget):
    """Holds whose cohorts are shown; `liaison_id` is None for everybody's."""

    def __init__(self, desk: Desk, frame: Frame, kit: WaterfallKit | None = None) -> None:
        super().__init__()
        self._desk = desk
        self._frame = frame
        self._kit = kit or WaterfallKit()
        self._context = FormContext(desk, frame, self._kit.drafts)
        self._scope_known = False
        self.setObjectName("place_waterfall")
        self.setAccessibleName(translate("waterfall", "Waterfall"))
        self._put_together()
        self.liaison.chosen.connect(lambda _value: self._ask())

    # What the frame asks

    def refresh(self) -> None:
        """Ask again for what is shown; what is there stays until the answers come."""
        self._desk.read(lambda ask: (ask.choices(), ask.calendar_scope()), self._on_choices, owner=self)

    def show_where(self, *, capacity: bool = False, liaison_id: int | None = None) -> None:
        """Go to capacity, of a liaison or of everybody."""
        if capacity and self.capacity is not None:
            self._scope_known = True
            self.liaison.set_value(str(liaison_id) if liaison_id is not None else "")
            self._ask()
            self.side.ensureWidgetVisible(self.capacity)
            self.capacity.as_table.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def liaison_id(self) -> int | None:
        """Whose cohorts are shown."""
        return int(self.liaison.value) if self.liaison.value else None

    # Making

    def _put_together(self) -> None:
        self.head = PlaceHead(translate("waterfall", "Waterfall"), translate("waterfall", "Is the pipeline steady?"))
        everybody = (("", translate("waterfall", "everybody")),)
        self.liaison = FilterChip(translate("waterfall", "Liaison"), everybody, "waterfall_liaison")
        self.head.add(self.liaison)
        self.panel = Panel(0)
        self.side = SideColumn()
        self.forecast, self.capacity = self._ahead()
        self.split = ListSplit(
            "waterfall_split", self.panel, self.side, sizes=(800, 254), enough=SIDE_BY_SIDE, stretch=(1, 0)
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(scaled(24), scaled(18), scaled(24), scaled(20))
        column.setSpacing(scaled(14))
        column.addWidget(self.head)
        column.addWidget(self.split, 1)

    def _ahead(self) -> tuple[ForecastPanel | None, CapacityPanel | None]:
        """What lies ahead, below the candidates; without a painter of charts there is nothing to see of it."""
        painter = self._kit.painter
        if painter is None:
            return None, None
        forecast = ForecastPanel(self._desk, self._frame, painter)
        capacity = CapacityPanel(self._desk, self._frame, painter)
        for panel in (forecast, capacity):
            self.side.add(panel)
        return forecast, capacity

    # Asking

    def _on_choices(self, found: tuple[Choices, int | None]) -> None:
        choices, own = found
        users = ((str(user.id), user.name) for user in choices.users)
        self.liaison.set_choices((("", translate("waterfall", "everybody")), *users))
        if not self._scope_known:
            self._scope_known = True
            self.liaison.set_value(str(own) if own is not None else "")
        self._ask()

    def _ask(self) -> None:
        """Ask for what is shown of the liaison chosen."""
        for panel in (self.forecast, self.capacity):
            if panel is not None:
                panel.ask(self.liaison_id)

    # Qt's side

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.liaison.setFocus(Qt.FocusReason.OtherFocusReason)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Side by side where there is room for both, else the column below."""
        super().resizeEvent(event)
        self.split.fit(self.width())
