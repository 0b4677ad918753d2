"""A chip for a period: the usual ones, or days of one's own choice."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from hhcrm.domain.periods import Period, Span, period_of
from hhcrm.domain.wording import translate
from hhcrm.ui.shared.chips import FilterChip
from hhcrm.ui.shared.days_dialog import DaysDialog


def span_choices() -> list[tuple[str, str]]:
    """The periods on offer, as a chip wants them."""
    return [
        (Span.TWELVE_MONTHS, translate("measure", "last 12 months")),
        (Span.THIS_MONTH, translate("measure", "this month")),
        (Span.LAST_MONTH, translate("measure", "last month")),
        (Span.THIS_QUARTER, translate("measure", "this quarter")),
        (Span.LAST_QUARTER, translate("measure", "last quarter")),
        (Span.THIS_YEAR, translate("measure", "this year")),
        (Span.LAST_YEAR, translate("measure", "last year")),
        (Span.CUSTOM, translate("measure", "days of my choice…")),
    ]


class PeriodChip(FilterChip):
    """Holds a period; `changed` when it is another one. `name` begins the names of its parts."""

    changed = Signal()

    def __init__(self, name: str, today: Callable[[], date], parent: QWidget | None = None) -> None:
        super().__init__(translate("measure", "Period"), span_choices(), f"{name}_period", parent)
        self._name, self._today = name, today
        self._span = self.value
        self._days: tuple[date, date] | None = None
        self._placing = False
        self.chosen.connect(self._on_chosen)

    @property
    def period(self) -> Period:
        """The period in force today."""
        span = Span(self._span)
        if span is Span.CUSTOM and self._days is not None:
            return Period(span, *self._days)
        return period_of(span, self._today())

    def choose_days(self, first: date, last: date) -> None:
        """Take days of one's own choice."""
        self._days, self._span = (first, last), str(Span.CUSTOM)
        self._place()
        self.changed.emit()

    def _on_chosen(self, value: str) -> None:
        if self._placing:
            return
        if value == Span.CUSTOM:
            self._ask_days()
        else:
            self._span = value
            self.changed.emit()

    def _ask_days(self) -> None:
        now = self.period
        dialog = DaysDialog(now.start, now.end, self._today(), self.window(), name=self._name)
        dialog.chosen.connect(self.choose_days)
        dialog.rejected.connect(self._place)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _place(self) -> None:
        """Show the period in force."""
        self._placing = True
        self.set_value(self._span)
        self._placing = False
