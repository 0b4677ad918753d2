"""The second page: which column is which field, seen in three rows as they are read."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from hhcrm.domain.wording import QT_TRANSLATE_NOOP, translate
from hhcrm.exchange.fields import field_of
from hhcrm.exchange.mapping import Mapping
from hhcrm.ui.exchange.columns_table import ColumnsTable, column_lines
from hhcrm.ui.exchange.constants_bar import ConstantsBar
from hhcrm.ui.exchange.day_order import both_readings, day_cells, two_ways, with_order
from hhcrm.ui.exchange.pieces import in_panel, row_of
from hhcrm.ui.exchange.port import SeenFile
from hhcrm.ui.exchange.words import TEMPORAL, has_days, missing_words, needs_day_order
from hhcrm.ui.shared.fonts import scaled
from hhcrm.ui.shared.panel import Panel
from hhcrm.ui.shared.segmented import Segmented
from hhcrm.ui.shared.text import Text

CHOOSE_ORDER = QT_TRANSLATE_NOOP("exchange", "Days such as these could be read in two ways. Choose which comes first.")


class ColumnsPage(QWidget):
    """Shows a guess and takes corrections; `mapping` is what stands there now."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("import_page_columns")
        self.mapping: Mapping | None = None
        self._seen: SeenFile | None = None
        self._chosen: set[int] = set()
        self._order_chosen = False
        self.table: ColumnsTable | None = None
        self._panel: Panel | None = None
        self._lead = Text("", "body", "muted", wrap=True)
        self._lead.setObjectName("import_columns_lead")
        self._missing = Text("", "body", "overdue", wrap=True)
        self._missing.setObjectName("import_columns_missing")
        self.order = Segmented(
            (("mdy", "M", translate("exchange", "Month first")), ("dmy", "D", translate("exchange", "Day first"))),
            "field_day_order",
            translate("exchange", "Days in this file"),
        )
        self.order.picked.connect(self._on_order)
        self._order_words = Text("", "small", "muted")
        self._order_words.setObjectName("import_day_order_words")
        self._order_error = Text("", "small", "overdue", wrap=True)
        self._order_error.setObjectName("import_day_order_error")
        self._order_row = QWidget()
        self._order_row.setLayout(
            row_of(Text(translate("exchange", "Days"), "small", "muted"), self.order, self._order_words, None)
        )
        self.constants = ConstantsBar()
        self.constants.changed.connect(self._on_constant)
        self.remember = QCheckBox(translate("exchange", "Remember this for files with the same columns"))
        self.remember.setObjectName("field_remember_mapping")
        self.remember.setAccessibleName(self.remember.text())
        self.remember.setChecked(True)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(scaled(8))
        for widget in (self._lead, self._missing, self._order_row, self._order_error, self.constants, self.remember):
            self._column.addWidget(widget)

    @property
    def remembers(self) -> bool:
        """Whether the mapping is to be remembered."""
        return self.remember.isChecked()

    def show_file(self, seen: SeenFile) -> None:
        """Show the guess for a file."""
        self._seen, self.mapping, self._chosen, self._order_chosen = seen, seen.mapping, set(), False
        if self._panel is not None:
            self._column.removeWidget(self._panel)
            self._panel.deleteLater()
        self.table = ColumnsTable(seen)
        self.table.chosen.connect(self._on_chosen)
        self._panel = in_panel(self.table, 190)
        self._column.insertWidget(4, self._panel, 1)
        self._show()

    def problem(self) -> str:
        """Why the next page cannot come yet, in words that stand on the page; "" where it can."""
        if self.mapping is None or self.table is None:
            return translate("exchange", "Choose a file first.")
        if missing := missing_words(self.mapping):
            return missing
        if needs_day_order(self.mapping):
            return translate("exchange", CHOOSE_ORDER)
        return ""

    def take_focus(self) -> None:
        """The keyboard goes where something is to be decided, or to the table."""
        wanted = self.order if self.problem() == translate("exchange", CHOOSE_ORDER) else self.table
        if wanted is not None:
            wanted.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_chosen(self, place: int, name: str) -> None:
        assert self.mapping is not None
        self.mapping = self.mapping.with_column(place, name or None)
        self._chosen.add(place)
        if name and not self._order_chosen and field_of(self.mapping.kind, name).kind in TEMPORAL:
            self.mapping = with_order(self.mapping, self._day_cells())
        self._show()

    def _on_constant(self, name: str, text: str | None) -> None:
        assert self.mapping is not None
        self.mapping = self.mapping.with_constant(name, text)
        self._show()

    def _on_order(self, order: str) -> None:
        assert self.mapping is not None
        self._order_chosen = True
        self.mapping = replace(self.mapping, day_order="mdy" if order == "mdy" else "dmy")
        self._show()

    def _show(self) -> None:
        assert self.mapping is not None
        assert self._seen is not None
        assert self.table is not None
        taken = len({place for place, _ in self.mapping.columns})
        known = (
            translate("exchange", "The columns go where they went last time.")
            if self._seen.remembered
            else translate("exchange", "Look at the guesses.")
        )
        self._lead.setText(
            translate(
                "exchange",
                "{taken} of {count} columns are taken over. {known} Space, or a click, changes what a column becomes.",
            ).format(taken=taken, count=len(self._seen.header), known=known)
        )
        missing = missing_words(self.mapping)
        self._missing.setText(missing)
        self._missing.setVisible(bool(missing))
        self._show_order()
        self.constants.show_mapping(self.mapping)
        self._order_tabs()
        self.table.show_lines(column_lines(self._seen, self.mapping, self._chosen), self.mapping)
        self.changed.emit()

    def _order_tabs(self) -> None:
        """Tab goes as the eye does, also to what was made later than its neighbours."""
        assert self.table is not None
        chain = [self.order, self.table, *self.constants.tab_chain(), self.remember]
        for before, after in pairwise(chain):
            QWidget.setTabOrder(before, after)

    def _show_order(self) -> None:
        assert self.mapping is not None
        order = self.mapping.day_order
        open_day = self._two_ways()
        shown = has_days(self.mapping) and order != "ymd"
        self._order_row.setVisible(shown)
        self.order.set_value(order if order in ("mdy", "dmy") else "")
        self._order_words.setText(both_readings(open_day) if open_day else "")
        ask = shown and order == "ambiguous"
        self._order_error.setText(translate("exchange", CHOOSE_ORDER) if ask else "")
        self._order_error.setVisible(ask)

    def _two_ways(self) -> str | None:
        """The first cell of the sample that could be two days."""
        return two_ways(self._day_cells())

    def _day_cells(self) -> list[str]:
        assert self.mapping is not None
        assert self._seen is not None
        return day_cells(self.mapping, (row.cells for row in self._seen.sample))
