"""Carries out what the person does in the waterfall: logs, plans, decides, moves, fills."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial

from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtWidgets import QMenu, QWidget

from hhcrm.domain.days import say_month
from hhcrm.domain.wording import translate
from hhcrm.queries.calendar_models import Slot
from hhcrm.queries.waterfall_models import Candidate, Card, CohortRow, Filling, Offer
from hhcrm.ui.shared.ask_bar import AskBar
from hhcrm.ui.shared.forms.context import FormContext
from hhcrm.ui.waterfall import acts
from hhcrm.ui.waterfall.acts import Act
from hhcrm.ui.waterfall.decide_panel import DecidePanel
from hhcrm.ui.waterfall.model import BoardModel

_BEFORE, _AFTER = 2, 6
"""Months that a menu offers to move to."""

_SIZES = range(1, 13)


class Acting(QObject):
    """`cards` is what the board shows; `over` is the place that menus stand over."""

    def __init__(
        self, context: FormContext, cards: BoardModel, ask: AskBar, decide: DecidePanel, over: QWidget
    ) -> None:
        super().__init__(over)
        self._context, self._desk, self._frame = context, context.desk, context.frame
        self._cards, self._ask, self._decide, self._over = cards, ask, decide, over
        self._planning: set[int] = set()
        decide.active_asked.connect(self._make_active)
        decide.see_on_asked.connect(self._see_on)
        decide.stop_asked.connect(self._ask_stop)

    # With a card

    def act(self, what: str, card: Card, where: QPoint) -> None:
        """Do what a key, a drag or a menu calls by this name."""
        if what == "menu":
            self._pop_up(self.card_menu(card), where)
        elif what == "open":
            self._frame.go("sources", source_id=card.source_id)
        elif what == "log":
            self._frame.log_visit(card.source_id)
        elif what == "plan":
            self.plan(card)
        elif what == "decide":
            self.decide(card.source_id)

    def plan(self, card: Card) -> None:
        """Plan a visit where the next one fits; a second press before that is done plans nothing twice."""
        if card.source_id in self._planning:
            return
        self._planning.add(card.source_id)

        def over(error: Exception | None = None) -> None:
            self._planning.discard(card.source_id)
            if error is not None:
                self._frame.fault(error)

        def found(slot: Slot) -> None:
            self._carry_out(acts.plan(slot, self._desk.today()), done=over, failed=over)

        self._desk.read(lambda q: q.next_free_slot(card.source_id, card.liaison_id), found, over, owner=self)

    def move(self, card: Card, target: CohortRow | int) -> None:
        """A card goes to another cohort: that of a row of the same liaison, or so many months on."""
        if isinstance(target, CohortRow):
            if target.liaison_id != card.liaison_id:
                words = translate("waterfall", "This is the cohort of {liaison}. Change the owner of {source} first.")
                self._frame.toast(words.format(source=card.name, liaison=target.liaison))
                return
            self._carry_out(acts.move_card(card, target.month))
            return
        row = self._cards.row_of(card)
        if row is not None:
            self._carry_out(acts.move_card(card, months_on(row.month, target)))

    # Deciding

    def decide(self, source_id: int) -> None:
        """Show what is offered for a prospect."""
        self._desk.read(lambda q: q.waterfall_offer(source_id), self._show_offer, self._frame.fault, owner=self)

    def _show_offer(self, offer: Offer) -> None:
        if offer.is_prospect:
            self._decide.show_offer(offer)
        else:
            words = translate("waterfall", "{source} is no prospect any more: there is nothing to decide.")
            self._frame.toast(words.format(source=offer.source))

    def _make_active(self, offer: Offer, cadence: int) -> None:
        self._decide_by(acts.make_active(offer, cadence, self._desk.today()))

    def _see_on(self, offer: Offer, until: int) -> None:
        self._decide_by(acts.see_on(offer, until))

    def _ask_stop(self, offer: Offer) -> None:
        self._ask.ask(
            translate("waterfall", "Why is {source} visited no more?").format(source=offer.source),
            translate("waterfall", "Make inactive"),
            lambda why: self._decide_by(acts.stop(offer, why, self._desk.today())),
            needed=translate("waterfall", "Say why in a few words."),
            where={"source_id": offer.source_id},
        )

    def _decide_by(self, act: Act) -> None:
        self._carry_out(act, done=self._decide.leave)

    # With a cohort

    def add(self, candidate: Candidate, filling: Filling) -> None:
        """A candidate takes a place."""
        self._carry_out(acts.add(candidate, filling, self._desk.today()))

    def resize(self, liaison_id: int, month: date, size: int) -> None:
        """A cohort has room for so many."""
        self._carry_out(acts.resize(liaison_id, month, size))

    def ask_take_out(self, card: Card) -> None:
        """Ask why a source leaves its cohort."""
        self._ask.ask(
            translate("waterfall", "Why is {source} taken out of its cohort?").format(source=card.name),
            translate("waterfall", "Take out"),
            lambda why: self._carry_out(acts.take_out(card, why, self._desk.today())),
            needed=translate("waterfall", "Say why in a few words."),
            where={"source_id": card.source_id},
        )

    # Menus

    def card_menu(self, card: Card) -> QMenu:
        """The ways on from a card, and from its cohort."""
        menu = QMenu(self._over)
        menu.setObjectName("waterfall_card_menu")
        here = self._over.mapToGlobal(QPoint())
        for what, words, key in (
            ("open", translate("waterfall", "Open the source"), "Return"),
            ("log", translate("waterfall", "Log a visit"), "L"),
            ("plan", translate("waterfall", "Plan a visit"), "P"),
            ("decide", translate("waterfall", "Decide…"), "D"),
        ):
            if what == "open" or card.is_open:
                action = menu.addAction(words, partial(self.act, what, card, here))
                action.setObjectName(f"waterfall_{what}")
                action.setShortcut(key)
        row = self._cards.row_of(card)
        if row is None:
            return menu
        if card.is_open:
            menu.addSeparator()
            self._add_months(menu, row.month, translate("waterfall", "Move to the cohort of"), "waterfall_move", card)
            out = menu.addAction(translate("waterfall", "Take out of the cohort…"), partial(self.ask_take_out, card))
            out.setObjectName("waterfall_take_out")
        menu.addSeparator()
        self._add_cohort(menu, row)
        return menu

    def row_menu(self, row: CohortRow) -> QMenu:
        """What can be done with a cohort."""
        menu = QMenu(self._over)
        menu.setObjectName("waterfall_cohort_menu")
        self._add_cohort(menu, row)
        return menu

    def pop_up_row(self, row: CohortRow, where: QPoint) -> None:
        """Show what can be done with a cohort."""
        self._pop_up(self.row_menu(row), where)

    def _add_cohort(self, menu: QMenu, row: CohortRow) -> None:
        if row.cohort_id is not None:
            words = translate("waterfall", "Move the whole cohort to")
            self._add_months(menu, row.month, words, "waterfall_move_cohort", row)
        sizes = menu.addMenu(translate("waterfall", "Places in this cohort"))
        sizes.setObjectName("waterfall_sizes_menu")
        for size in _SIZES:
            action = sizes.addAction(f"{size}", partial(self.resize, row.liaison_id, row.month, size))
            action.setCheckable(True)
            action.setChecked(size == row.size)

    def _add_months(self, menu: QMenu, month: date, words: str, name: str, what: Card | CohortRow) -> None:
        months = menu.addMenu(words)
        months.setObjectName(f"{name}_menu")
        for step in range(-_BEFORE, _AFTER + 1):
            if step:
                target = months_on(month, step)
                act = acts.move_card(what, target) if isinstance(what, Card) else acts.move_row(what, target)
                action = months.addAction(say_month(target), partial(self._carry_out, act))
                action.setObjectName(f"{name}_{target:%Y_%m}")

    def _pop_up(self, menu: QMenu, where: QPoint) -> None:
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(where)

    def _carry_out(
        self, act: Act, done: Callable[[], None] | None = None, failed: Callable[[Exception], None] | None = None
    ) -> None:
        self._context.do(act.order, act.words, lambda _changes: done() if done else None, failed, owner=self)


def months_on(month: date, step: int) -> date:
    """The first day of the month so many months on."""
    place = month.year * 12 + month.month - 1 + step
    return date(place // 12, place % 12 + 1, 1)
