"""Measure: is it working? What is chosen at the head, and the pages that measure it."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QFocusEvent, QResizeEvent
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from hhcrm.charts.chart import Chart
from hhcrm.compat import override
from hhcrm.domain.errors import KnownFault
from hhcrm.domain.wording import translate
from hhcrm.queries.read_models import Choices
from hhcrm.queries.referral_models import ReferralFilter
from hhcrm.ui.measure.area import PageArea, nothing_yet
from hhcrm.ui.measure.choosing import Choosing
from hhcrm.ui.measure.every_page import PAGES
from hhcrm.ui.measure.pages import MeasurePage, PageKit
from hhcrm.ui.shared.buttons import Button
from hhcrm.ui.shared.charts.panel import PickTarget, pick_target
from hhcrm.ui.shared.charts.studio import ChartStudio
from hhcrm.ui.shared.desk import Desk
from hhcrm.ui.shared.fonts import scaled
from hhcrm.ui.shared.forms.drafts_port import DraftsLike
from hhcrm.ui.shared.frame_port import Frame
from hhcrm.ui.shared.last_known import LastKnown, ShortKnown
from hhcrm.ui.shared.memory import Memory, ShortMemory
from hhcrm.ui.shared.panel import PlaceHead
from hhcrm.ui.shared.tabs import FlatTabBar
from hhcrm.ui.shared.text import is_look_change

if TYPE_CHECKING:
    from hhcrm.charts.painter import Painter

_WIDE = 860
_KEPT = "measure.choice"


@dataclass(frozen=True, slots=True)
class MeasureKit:
    """Given by the program: the painter of charts, what is remembered, how a file is chosen, where drafts are.

    `known` is what was shown last.
    """

    painter: Painter
    memory: Memory = field(default_factory=ShortMemory)
    pick: PickTarget = pick_target
    drafts: DraftsLike | None = None
    known: LastKnown = field(default_factory=ShortKnown)


class MeasurePlace(QWidget):
    """The choice of what is measured over tabs; each page asks for it itself, and only while it is shown."""

    def __init__(self, desk: Desk, frame: Frame, kit: MeasureKit, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("place_measure")
        self.setAccessibleName(translate("measure", "Measure"))
        self._desk = desk
        self._frame = frame
        self._kit = kit
        self._turn = 0
        self._asked: dict[str, int] = {}
        self._pages: dict[str, MeasurePage] = {}
        self._heights: dict[str, int] = {}
        self._as_of: dict[str, str] = {}
        self._shown = ""
        self._narrow: bool | None = None
        self.studio = ChartStudio(desk, kit.painter, self)
        self.choosing = Choosing(desk.today())
        self.choosing.restore(kit.memory.get(_KEPT, {}))
        self._page_kit = PageKit(
            desk,
            frame,
            self.studio,
            self.choosing,
            kit.memory,
            kit.pick,
            self.open_behind,
            drafts=kit.drafts,
            known=kit.known,
        )
        self._put_together()
        self.choosing.changed.connect(self._on_chosen)
        self.choosing.days_asked.connect(self._ask_days)

    # What the frame asks

    def refresh(self) -> None:
        """Ask again; what is shown stays until the answers are there."""
        self.choosing.say_today(self._desk.today())
        self._desk.read(lambda ask: (ask.choices(), ask.agency_facts().sources), self._on_choices, owner=self)
        self._ask()

    def show_where(self, page: str = "", **where: object) -> None:
        """Go to a page by its key, and to something on it: on the first page to a chart by its name."""
        if page or where:
            self.open_page(page or PAGES[0].key)
        shown = self.page(self._shown)
        if where and shown is not None:
            shown.show_where(**where)
            focused = self.focusWidget()
            if focused is not None and shown.isAncestorOf(focused):
                self._area.ensureWidgetVisible(focused)

    def open_page(self, key: str) -> None:
        """Show a page."""
        self.tabs.setCurrentIndex(self.page_names.index(key))

    @property
    def page_names(self) -> tuple[str, ...]:
        """The keys of all pages, in the order of their tabs."""
        return tuple(spec.key for spec in PAGES)

    def page(self, key: str) -> MeasurePage | None:
        """A page, if it was shown before."""
        return self._pages.get(key)

    @property
    def shown_page(self) -> str:
        """The key of the page that is shown."""
        return self._shown

    # Asking

    def _ask(self) -> None:
        self._turn += 1
        self._say_head()
        self._ask_page()

    def _say_head(self) -> None:
        """The question, the period, and from when the figures are while the fresh ones are on their way."""
        period = self.choosing.period_said() if self.choosing.says_period() else ""
        said = (translate("measure", "Is it working?"), self._as_of.get(self._shown, ""), period)
        self.head.say("   ".join(words for words in said if words))

    def _on_as_of(self, key: str, words: str) -> None:
        self._as_of[key] = words
        self._say_head()

    def _ask_page(self) -> None:
        """The other pages ask when they are shown again."""
        if self._turn and self._asked.get(self._shown) != self._turn:
            self._asked[self._shown] = self._turn
            self._pages[self._shown].ask()

    def _on_tab(self, index: int) -> None:
        key = PAGES[index].key
        before = self._pages.get(self._shown)
        if before is not None:
            self._heights[self._shown] = self._area.verticalScrollBar().value()
            before.hide()
        if key not in self._pages:
            self._pages[key] = PAGES[index].make(self._page_kit)
            self._pages[key].as_of_changed.connect(partial(self._on_as_of, key))
            self._inner.addWidget(self._pages[key], 1)
        self._shown = key
        self.choosing.offer_only(self._pages[key].heeds)
        self._pages[key].show()
        self._say_head()
        self._area.come_back(self._heights.get(key, 0))
        self._ask_page()

    def _on_choices(self, found: tuple[Choices, int]) -> None:
        choices, sources = found
        self.choosing.offer(choices)
        self.empty_panel.setVisible(sources == 0)
        self._area.setVisible(sources > 0)
        for widget in (self.loops_button, self.export_button, self.tabs):
            widget.setEnabled(sources > 0)

    # What the person does

    def _on_chosen(self) -> None:
        try:
            self._kit.memory.set(_KEPT, self.choosing.kept())
        except KnownFault as fault:  # the choice holds all the same
            self._frame.fault(fault)
        self._ask()

    def _ask_days(self) -> None:
        from hhcrm.ui.shared.days_dialog import DaysDialog  # late, as the other dialog: seldom seen

        period = self.choosing.period
        dialog = DaysDialog(period.start, period.end, self._desk.today(), self)
        dialog.chosen.connect(self.choosing.choose_days)
        dialog.rejected.connect(self.choosing.let_days_be)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def open_behind(self, behind: object) -> None:
        """Show the rows that a mark or a figure stands for: among the referrals, or in a dialog."""
        if isinstance(behind, ReferralFilter):
            self._frame.go("referrals", filter=behind)
            return
        from hhcrm.ui.measure.behind import dialog_of

        dialog = dialog_of(self._desk, self._frame, behind, self)
        if dialog is not None:
            dialog.finished.connect(dialog.deleteLater)
            dialog.open()

    def open_loops(self) -> None:
        """Were sources told in time, in the period that is shown?"""
        from hhcrm.ui.measure.loops import LoopsDialog

        dialog = LoopsDialog(self._desk, self._frame, self.choosing.asked(), self)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _export(self) -> None:
        self.export_menu().popup(self.export_button.mapToGlobal(QPoint(0, self.export_button.height() + 2)))

    def export_menu(self) -> QMenu:
        """All charts of the page at once, as a file or on paper."""
        menu = QMenu(self)
        menu.setObjectName("measure_export_menu")
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(translate("measure", "All charts as PDF…"), self.save_all).setObjectName("measure_export_pdf")
        menu.addAction(translate("measure", "Print all charts…"), self._print_all).setObjectName("measure_export_print")
        menu.addSeparator()
        everything = translate("week", "Everything as a workbook…")
        menu.addAction(everything, self.open_book).setObjectName("measure_export_book")
        return menu

    def open_book(self) -> None:
        """Every table of the period that is shown, as one file."""
        from hhcrm.queries.book_models import BookAsked
        from hhcrm.ui.measure.week.book_dialog import BookDialog  # late: seldom wanted

        asked, chip = self.choosing.asked(), self.choosing.liaison_chip
        wanted = BookAsked(asked.from_on, asked.until_on, asked.liaison_id)
        whose = chip.words if asked.liaison_id is not None else ""
        dialog = BookDialog(self._desk, self._frame, wanted, whose, self._kit.pick, self)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def charts(self) -> list[Chart]:
        """All charts of the page that is shown, as far as they are there by now."""
        return self._pages[self._shown].charts()

    def save_all(self) -> None:
        """Write all charts as one PDF."""
        of_what = self.tabs.tabText(self.tabs.currentIndex())
        if self.choosing.says_period():
            of_what = self.choosing.period_said()
        offered = f"{translate('measure', 'Measure')} {of_what}.pdf"
        picked = self._kit.pick(self, offered, "PDF (*.pdf)")
        if not picked:
            return
        path = Path(picked)
        path = path if path.suffix.lower() == ".pdf" else path.with_name(f"{path.name}.pdf")
        words = translate("measure", "Saved as {name}").format(name=path.name)
        charts, painter = self.charts(), self._kit.painter
        self._desk.read(
            lambda _questions: painter.save_pages(charts, path),
            lambda _nothing: self._frame.toast(words),
            self._frame.fault,
            owner=self,
        )

    def _print_all(self) -> None:
        from hhcrm.ui.shared.charts.paper import print_charts  # late: seldom wanted

        print_charts(self, self.studio, self.charts(), self._frame)

    # Making

    def _put_together(self) -> None:
        self.head = PlaceHead(translate("measure", "Measure"), translate("measure", "Is it working?"))
        self.loops_button = Button(translate("measure", "Loops on time…"), size="small", name="measure_loops")
        self.loops_button.setToolTip(translate("measure", "Told in time by step, liaison and source"))
        self.loops_button.clicked.connect(self.open_loops)
        self.head.add(self.loops_button)
        self.export_button = Button(translate("measure", "Export"), size="small", name="measure_export")
        self.export_button.setToolTip(translate("measure", "Save or print all charts"))
        self.export_button.clicked.connect(self._export)
        self.head.add(self.export_button)
        self.tabs = FlatTabBar()
        self.tabs.setObjectName("measure_tabs")
        self.tabs.setAccessibleName(translate("measure", "Pages of Measure"))
        self._outer = QVBoxLayout(self)
        self._outer.setContentsMargins(scaled(24), scaled(18), scaled(24), scaled(20))
        self._outer.setSpacing(scaled(14))
        self._area = PageArea()
        self._inner = self._area.inner
        self.empty_panel = nothing_yet(self._frame)
        self.empty_panel.hide()
        self._outer.addWidget(self._area, 1)
        self._outer.addWidget(self.empty_panel, 1)
        self._arrange()
        self.tabs.currentChanged.connect(self._on_tab)
        for spec in PAGES:
            self.tabs.addTab(spec.title())

    def _arrange(self) -> None:
        """The head stays over the page; where room is short all of it scrolls."""
        narrow = self.width() < scaled(_WIDE)
        if narrow == self._narrow:
            return
        self._narrow = narrow
        above = self._inner if narrow else self._outer
        for place, widget in enumerate((self.head, self.choosing, self.tabs)):
            above.insertWidget(place, widget)

    # Qt's side

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        """Who comes here can choose the period at once; where nothing is to be chosen, the page."""
        super().focusInEvent(event)
        first: QWidget = next(iter(self.choosing.offered), self.tabs)
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if is_look_change(event) and self._narrow is not None:
            self._arrange()
