"""The bar above board and table: filter as you type, chips, saved views, column chooser, archived."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

from PySide6.QtCore import QPoint, QTimer, Signal
from PySide6.QtWidgets import QWidget

from hhcrm.domain.referrals import OPEN_STAGES
from hhcrm.domain.vocabulary import shown
from hhcrm.domain.wording import QT_TRANSLATE_NOOP, translate
from hhcrm.domain.words import ReasonOwner, ReferralStage
from hhcrm.queries.read_models import SavedViewLine
from hhcrm.queries.referral_models import ReferralChoices, ReferralFilter
from hhcrm.ui.referrals.filter_spec import Period, days_of, filter_of, period_of, period_words, spec_of
from hhcrm.ui.shared.buttons import Button
from hhcrm.ui.shared.chips import FilterChip
from hhcrm.ui.shared.filter_field import TYPING_MS, FilterField, ViewChip, filter_in
from hhcrm.ui.shared.flow import FlowLayout
from hhcrm.ui.shared.fonts import scaled

NOBODY = "nobody"
_PERIODS = {
    Period.ANY: QT_TRANSLATE_NOOP("referrals", "any"),
    Period.THIS_MONTH: QT_TRANSLATE_NOOP("referrals", "this month"),
    Period.LAST_MONTH: QT_TRANSLATE_NOOP("referrals", "last month"),
    Period.DAYS_90: QT_TRANSLATE_NOOP("referrals", "90 days"),
    Period.MONTHS_12: QT_TRANSLATE_NOOP("referrals", "12 months"),
}
_CLOCKS = (("late", QT_TRANSLATE_NOOP("referrals", "late")), ("soon", QT_TRANSLATE_NOOP("referrals", "soon")))
_OUTCOMES = ("admitted", "not admitted", "open")
_OWNERS = "whose"
"""Before the value of a choice that means whose a reason is, not one reason."""


class ReferralFilterBar(QWidget):
    """Holds the filter. `changed` comes soon after typing and at once after anything else.

    What has no chip (sources, a territory, the day of a start of care: what a chart sends people here with) is held as
    it came and named by a button that takes it away.
    """

    changed = Signal()
    view_chosen = Signal(object)
    """The SavedViewLine now chosen."""

    columns_asked = Signal(QPoint)

    def __init__(self, today: Callable[[], date], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._today = today
        self._base = ReferralFilter()
        self._stages: tuple[ReferralStage, ...] = ()
        self._offered: dict[str, set[str]] = {}
        self._placing = False
        self._is_board = False
        self._typing = QTimer(self)
        self._typing.setSingleShot(True)
        self._typing.setInterval(TYPING_MS)
        self._make()
        self._put_together()
        self._connect()

    # What others use

    def filter(self) -> ReferralFilter:
        """The filter in force."""
        liaison, reason = self.liaison.value, self.reason.value
        whose = reason.startswith(_OWNERS)
        from_on, until_on = self._period()
        return replace(
            self._base,
            typed=self.field.text(),
            from_on=from_on,
            until_on=until_on,
            stages=self._chosen_stages(),
            outcome=self.outcome.value or None,  # type: ignore[arg-type]  # one of the three words
            liaison_id=int(liaison) if liaison and liaison != NOBODY else None,
            unassigned=liaison == NOBODY,
            service_line_id=_number(self.line.value),
            clock=self.clock.value or None,  # type: ignore[arg-type]  # one of the two words
            payer_id=_number(self.payer.value),
            type_id=_number(self.type.value),
            reason_id=None if whose else _number(reason),
            reason_owner=ReasonOwner(reason.removeprefix(_OWNERS)) if whose else None,
            archived=self.archived.isChecked(),
        )

    @property
    def is_empty(self) -> bool:
        """Whether nothing is filtered."""
        return replace(self.filter(), typed=self.field.text().strip()) == ReferralFilter()

    def spec(self) -> dict[str, Any]:
        """The filter as a saved view keeps it."""
        return spec_of(self.filter(), self._today())

    def show_filter(self, which: ReferralFilter) -> None:
        """Put a filter in force; what is no longer there to choose counts as any. Says so once."""
        self._placing = True
        self._base = ReferralFilter(
            day_of=which.day_of,
            source_ids=which.source_ids,
            not_source_ids=which.not_source_ids,
            only_ids=which.only_ids,
            territory_id=which.territory_id,
        )
        self.field.setText(which.typed)
        self._show_period(which)
        self._show_stages(which.stages)
        reason = f"{_OWNERS}{which.reason_owner}" if which.reason_owner else _text(which.reason_id)
        for chip, value in (
            (self.outcome, which.outcome or ""),
            (self.liaison, NOBODY if which.unassigned else _text(which.liaison_id)),
            (self.line, _text(which.service_line_id)),
            (self.clock, which.clock or ""),
            (self.payer, _text(which.payer_id)),
            (self.type, _text(which.type_id)),
            (self.reason, reason),
        ):
            self._put(chip, value)
        self.archived.setChecked(which.archived)
        self._typing.stop()
        self._placing = False
        self._show_parts()
        self._on_changed()

    def clear_all(self) -> None:
        """Filter nothing."""
        self.show_filter(ReferralFilter())

    def show_board(self, is_board: bool) -> None:
        """Over the board stand only the chips that it knows."""
        self._is_board = is_board
        self._show_parts()

    def offer(self, choices: ReferralChoices) -> None:
        """What there is to choose from."""
        before = self.filter()
        any_one = ("", translate("referrals", "any"))
        owners = tuple(
            (f"{_OWNERS}{owner}", translate("referrals", "whose: {owner}").format(owner=shown(owner)))
            for owner in ReasonOwner
        )
        for chip, rows in (
            (self.type, choices.types),
            (self.line, choices.service_lines),
            (self.payer, choices.payers),
        ):
            self._offer(chip, (any_one, *((str(row.id), row.name) for row in rows)))
        users = tuple((str(user.id), user.name) for user in choices.users)
        self._offer(self.liaison, (any_one, *users, (NOBODY, translate("referrals", "nobody"))))
        reasons = tuple((str(reason.id), reason.name) for reason in choices.reasons)
        self._offer(self.reason, (any_one, *owners, *reasons))
        if self.filter() != before:  # by something that is no longer on offer
            self._on_changed()

    # Making

    def _make(self) -> None:
        any_one = ("", translate("referrals", "any"))
        self.field = FilterField(
            "referrals_filter",
            translate("referrals", "Filter referrals as you type"),
            translate("referrals", "Finds sources, diagnoses and notes, never patients (/ or Ctrl+F)"),
        )
        periods = tuple((str(period), translate("referrals", words)) for period, words in _PERIODS.items())
        stages = (any_one, *((str(stage), shown(stage)) for stage in ReferralStage))
        outcomes = (any_one, *((outcome, shown(outcome)) for outcome in _OUTCOMES))
        self.period = FilterChip(translate("referrals", "Period"), periods, "referrals_period")
        self.stage = FilterChip(translate("referrals", "Stage"), stages, "referrals_stage")
        self.outcome = FilterChip(translate("referrals", "Outcome"), outcomes, "referrals_outcome")
        self.liaison = FilterChip(translate("referrals", "Liaison"), (any_one,), "referrals_liaison")
        self.line = FilterChip(translate("referrals", "Line"), (any_one,), "referrals_line")
        clocks = (any_one, *((value, translate("referrals", words)) for value, words in _CLOCKS))
        self.clock = FilterChip(translate("referrals", "Clock"), clocks, "referrals_clock")
        self.payer = FilterChip(translate("referrals", "Payer"), (any_one,), "referrals_payer")
        self.type = FilterChip(translate("referrals", "Type"), (any_one,), "referrals_type")
        self.reason = FilterChip(translate("referrals", "Reason"), (any_one,), "referrals_reason")
        self.view = ViewChip("referrals_view")
        self.given = Button("", "bare", icon="x", size="small", name="referrals_given")
        self.more = Button(translate("referrals", "More filters"), "bare", size="small", name="referrals_more")
        self.clear = Button(translate("referrals", "Clear"), "bare", icon="x", size="small", name="referrals_clear")
        words = translate("referrals", "Columns")
        self.columns = Button(words, "bare", icon="columns-3", size="small", name="referrals_columns")
        words = translate("referrals", "Archived")
        self.archived = Button(words, "bare", icon="archive", size="small", name="referrals_archived")

    @property
    def _chips(self) -> tuple[FilterChip, ...]:
        return (
            self.period, self.stage, self.outcome, self.liaison, self.line, self.clock, self.payer, self.type,
            self.reason,
        )  # fmt: skip

    def _put_together(self) -> None:
        row = FlowLayout(self, scaled(8))
        for widget in (
            self.field, self.liaison, self.line, self.clock, self.period, self.stage, self.outcome, self.payer,
            self.type, self.reason, self.given, self.view, self.more, self.clear, self.columns, self.archived,
        ):  # fmt: skip
            row.addWidget(widget)
        self.more.setCheckable(True)
        self.archived.setCheckable(True)
        self.archived.setToolTip(translate("referrals", "Show archived referrals instead of the others"))
        self.clear.setToolTip(translate("referrals", "Clear the filter"))
        self.columns.setToolTip(translate("referrals", "Choose columns"))
        self.given.setToolTip(translate("referrals", "Take this away"))
        self._show_parts()

    def _connect(self) -> None:
        self.field.textChanged.connect(self._on_typed)
        self._typing.timeout.connect(self._on_changed)
        for chip in self._chips:
            chip.chosen.connect(self._on_chosen)
        self.stage.chosen.connect(lambda _value: self._forget_stages())
        self.archived.toggled.connect(self._on_chosen)
        self.more.toggled.connect(lambda _on: self._show_parts())
        self.clear.clicked.connect(self.clear_all)
        self.given.clicked.connect(self._drop_given)
        self.view.picked.connect(self._on_view)
        self.columns.clicked.connect(
            lambda: self.columns_asked.emit(self.columns.mapToGlobal(QPoint(0, self.columns.height() + 2)))
        )

    # Inside

    def _period(self) -> tuple[date | None, date | None]:
        if self.period.value == Period.CUSTOM:
            return self._base.from_on, self._base.until_on
        return days_of(Period(self.period.value), self._today())

    def _show_period(self, which: ReferralFilter) -> None:
        period = period_of(which, self._today())
        choices = [(str(each), translate("referrals", words)) for each, words in _PERIODS.items()]
        if period is Period.CUSTOM:
            self._base = replace(self._base, from_on=which.from_on, until_on=which.until_on)
            choices.append((str(period), period_words(which, self._today())))
        self.period.set_choices(choices)
        self.period.set_value(str(period))

    def _chosen_stages(self) -> tuple[ReferralStage, ...]:
        if self._stages:
            return self._stages
        return (ReferralStage(self.stage.value),) if self.stage.value else ()

    def _show_stages(self, stages: tuple[ReferralStage, ...]) -> None:
        """One stage by its name; several, from a column of the board, as one more choice."""
        choices = [("", translate("referrals", "any")), *((str(stage), shown(stage)) for stage in ReferralStage)]
        self._stages = stages if len(stages) > 1 else ()
        if self._stages:
            words = shown("open") if set(stages) == OPEN_STAGES else ", ".join(shown(stage) for stage in stages)
            choices.append(("several", words))
        self.stage.set_choices(choices)
        self.stage.set_value("several" if self._stages else str(stages[0]) if stages else "")

    def _forget_stages(self) -> None:
        if not self._placing and self.stage.value != "several":
            self._stages = ()

    def _show_parts(self) -> None:
        """The rarer chips stand there when they are asked for or in force."""
        table = not self._is_board
        for chip in (self.period, self.stage, self.view, self.columns, self.archived, self.more):
            chip.setVisible(table)
        for rare in (self.outcome, self.payer, self.type, self.reason):
            rare.setVisible(table and (self.more.isChecked() or bool(rare.value)))
        words = self._given_words()
        self.given.setText(words)
        self.given.setVisible(bool(words))
        self.clear.setVisible(not self.is_empty)

    def _given_words(self) -> str:
        base, parts = self._base, []
        if base.source_ids:
            one, many = translate("referrals", "{count} source"), translate("referrals", "{count} sources")
            parts.append((one if len(base.source_ids) == 1 else many).format(count=len(base.source_ids)))
        if base.not_source_ids:
            parts.append(translate("referrals", "all but {count} sources").format(count=len(base.not_source_ids)))
        if base.only_ids:
            one, many = (
                translate("referrals", "this {count} referral"),
                translate("referrals", "these {count} referrals"),
            )
            parts.append((one if len(base.only_ids) == 1 else many).format(count=f"{len(base.only_ids):,}"))
        if base.territory_id is not None:
            parts.append(translate("referrals", "one territory"))
        if base.day_of == "soc":
            parts.append(translate("referrals", "by day of start of care"))
        return ", ".join(parts)

    def _drop_given(self) -> None:
        self._base = ReferralFilter(from_on=self._base.from_on, until_on=self._base.until_on)
        self._on_changed()

    def _offer(self, chip: FilterChip, offered: tuple[tuple[str, str], ...]) -> None:
        chip.set_choices(offered)
        self._offered[chip.objectName()] = {value for value, _ in offered}

    def _put(self, chip: FilterChip, value: str) -> None:
        """A value that is not on offer counts as any; before there is an offer it is taken on trust."""
        offered = self._offered.get(chip.objectName())
        chip.set_value(value if offered is None or value in offered else "")

    def _on_typed(self) -> None:
        if not self._placing:
            self._typing.start()

    def _on_chosen(self) -> None:
        if not self._placing:
            self._typing.stop()
            QTimer.singleShot(0, self, self._on_changed)  # after the stages that stood together are forgotten

    def _on_changed(self) -> None:
        self._show_parts()
        self.view.follow(self.spec())
        self.changed.emit()

    def _on_view(self, view: SavedViewLine | None) -> None:
        if view is None:
            self.clear_all()
            return
        self.show_filter(filter_of(filter_in(view), self._today()))
        self.view_chosen.emit(view)


def _number(value: str) -> int | None:
    return int(value) if value else None


def _text(value: int | None) -> str:
    return "" if value is None else str(value)
