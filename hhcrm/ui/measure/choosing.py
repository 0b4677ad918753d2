"""What is measured: period, what it is held against, liaison, type and territory, as chips."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import date
from enum import StrEnum
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from hhcrm.charts.words import period_words
from hhcrm.domain.periods import Against, Period, Span, period_of
from hhcrm.domain.wording import translate
from hhcrm.queries.measure_models import MeasureFilter
from hhcrm.queries.read_models import Choices
from hhcrm.ui.shared.chips import FilterChip
from hhcrm.ui.shared.flow import FlowLayout
from hhcrm.ui.shared.fonts import scaled
from hhcrm.ui.shared.period_chip import span_choices

_FIRST = Span.TWELVE_MONTHS


class Choice(StrEnum):
    """What can be chosen; each page of Measure says what of it matters there."""

    PERIOD = "period"
    AGAINST = "against"
    LIAISON = "liaison"
    TYPE = "type"
    TERRITORY = "territory"


class Choosing(QWidget):
    """Holds what is measured. `changed` when it is another; `days_asked` when days are to be chosen."""

    changed = Signal()
    days_asked = Signal()

    def __init__(self, today: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        any_one = ("", translate("measure", "any"))
        everybody = ("", translate("measure", "all"))
        self._today = today
        self._custom: tuple[date, date] | None = None
        self._placing = False
        self._span = str(_FIRST)
        self.period_chip = FilterChip(translate("measure", "Period"), span_choices(), "measure_period")
        self.against_chip = FilterChip(
            translate("measure", "Compare"),
            [
                (Against.BEFORE, translate("measure", "the period before")),
                (Against.YEAR_AGO, translate("measure", "a year ago")),
                (Against.NOTHING, translate("measure", "nothing")),
            ],
            "measure_against",
        )
        self.liaison_chip = FilterChip(translate("measure", "Liaison"), [everybody], "measure_liaison")
        self.type_chip = FilterChip(translate("measure", "Type"), [any_one], "measure_type")
        self.territory_chip = FilterChip(translate("measure", "Territory"), [any_one], "measure_territory")
        self._any, self._everybody = any_one, everybody
        self.chips = (
            self.period_chip, self.against_chip, self.liaison_chip, self.type_chip, self.territory_chip,
        )  # fmt: skip
        self._offered = frozenset(Choice)
        row = FlowLayout(self, scaled(8))
        for chip in self.chips:
            row.addWidget(chip)
            chip.chosen.connect(self._on_chosen)

    @property
    def period(self) -> Period:
        """The period in force."""
        span = Span(self.period_chip.value)
        if span is Span.CUSTOM and self._custom is not None:
            return Period(span, *self._custom)
        return period_of(span, self._today)

    def asked(self) -> MeasureFilter:
        """What is measured."""
        return self._asked(self.period)

    def held_against(self) -> MeasureFilter | None:
        """What it is held against."""
        other = self.period.against(Against(self.against_chip.value))
        return None if other is None else self._asked(other)

    def period_said(self) -> str:
        """The period in words."""
        return period_words(self.period.start, self.period.end)

    def _asked(self, period: Period) -> MeasureFilter:
        return MeasureFilter(
            period.start,
            period.end,
            liaison_id=_id(self.liaison_chip),
            type_id=_id(self.type_chip),
            territory_id=_id(self.territory_chip),
        )

    def offer_only(self, choices: Collection[Choice]) -> None:
        """Show the chips of these alone; what the others hold is kept. The keyboard does not stay on one that goes."""
        self._offered = frozenset(choices)
        for choice, chip in zip(Choice, self.chips, strict=True):
            chip.setVisible(choice in self._offered)
        self.setVisible(bool(self._offered))

    @property
    def offered(self) -> tuple[FilterChip, ...]:
        """The chips that are shown, in their order."""
        return tuple(chip for choice, chip in zip(Choice, self.chips, strict=True) if choice in self._offered)

    def says_period(self) -> bool:
        """Whether the period matters to what is shown."""
        return Choice.PERIOD in self._offered

    def say_today(self, today: date) -> None:
        """Periods follow the day."""
        self._today = today

    def offer(self, choices: Choices) -> None:
        """Liaisons, types and territories to choose from; what no longer exists counts as any."""
        before = self.asked()
        self._placing = True
        self.liaison_chip.set_choices([self._everybody, *((str(c.id), c.name) for c in choices.users)])
        self.type_chip.set_choices([self._any, *((str(c.id), c.name) for c in choices.types)])
        self.territory_chip.set_choices([self._any, *((str(c.id), c.name) for c in choices.territories)])
        self._placing = False
        if self.asked() != before:
            self.changed.emit()

    def choose_days(self, start: date, end: date) -> None:
        """Measure days of one's own choice."""
        self._custom, self._span = (start, end), str(Span.CUSTOM)
        self._placing = True
        self.period_chip.set_value(Span.CUSTOM)
        self._placing = False
        self.changed.emit()

    def let_days_be(self) -> None:
        """The person thought better of it: what was measured before is in force again."""
        self._placing = True
        self.period_chip.set_value(self._span)
        self._placing = False

    def key(self) -> str:
        """The choice as it was made: the same tomorrow where its period only grows or moves on by a day."""
        period = self.period
        days = [] if period.span is Span.TWELVE_MONTHS else [period.start.isoformat()]
        if period.span is Span.CUSTOM:
            days.append(period.end.isoformat())
        return " ".join([*(chip.value or "-" for chip in self.chips), *days])

    def kept(self) -> dict[str, Any]:
        """What is chosen, to be found again at the next start; people and places are not kept."""
        days = [day.isoformat() for day in self._custom] if self._custom is not None else []
        return {"period": self.period_chip.value, "against": self.against_chip.value, "days": days}

    def restore(self, kept: Mapping[str, Any]) -> None:
        """Put back what was kept; what is not understood is left as it is."""
        self._placing = True
        try:
            first, last = (date.fromisoformat(str(day)) for day in kept.get("days") or ())
            self._custom = (first, last) if first <= last else None
        except ValueError:
            self._custom = None
        span, against = kept.get("period"), kept.get("against")
        if span in list(Span) and (span != Span.CUSTOM or self._custom is not None):
            self.period_chip.set_value(str(span))
            self._span = str(span)
        if against in list(Against):
            self.against_chip.set_value(str(against))
        self._placing = False

    def _on_chosen(self, _value: str) -> None:
        if self._placing:
            return
        if self.sender() is self.period_chip and self.period_chip.value == Span.CUSTOM:
            self.days_asked.emit()
        else:
            self._span = self.period_chip.value
            self.changed.emit()


def _id(chip: FilterChip) -> int | None:
    return int(chip.value) if chip.value else None
