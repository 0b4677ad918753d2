"""What became of a visit whose day has passed: asked for in one line above the list. Loaded with the first answer."""

from __future__ import annotations

from datetime import date, time
from typing import TYPE_CHECKING

import shiboken6
from PySide6.QtCore import QObject, Qt

from hhcrm.domain.days import read_day_time, say_day_time
from hhcrm.domain.errors import RuleBroken
from hhcrm.domain.wording import translate
from hhcrm.queries.missed_models import MoveLine
from hhcrm.services.moved_commands import Fate, PlanAgain, SettleVisits, VisitFate
from hhcrm.ui.today.acts import Act

if TYPE_CHECKING:
    from collections.abc import Callable

    from hhcrm.domain.changes import ChangeSet
    from hhcrm.ui.shared.ask_bar import AskBar
    from hhcrm.ui.shared.desk import Desk
    from hhcrm.ui.shared.frame_port import Frame
    from hhcrm.ui.today.row import TodayRow


class Answering(QObject):
    """Moved: to the next free place, or another day. Missed: why, then the next free place, taken or not."""

    def __init__(self, desk: Desk, frame: Frame, ask: AskBar, parent: QObject) -> None:
        super().__init__(parent)
        self._desk, self._frame, self._bar = desk, frame, ask

    def begin(self, row: TodayRow, what: str) -> None:
        """Ask about a row: `moved` or `missed`. Where its next place would be is looked up first."""
        need = row.line.need
        if need is None:
            return
        row.set_busy(True)
        ask = self._ask_where if what == "moved" else self._ask_why

        def found(line: MoveLine) -> None:
            row.set_busy(False)
            ask(row, line)

        def failed(error: Exception) -> None:
            row.set_busy(False)
            self._frame.fault(error)

        self._desk.read(lambda q: q.move_line(need.row_id), found, failed, owner=row)

    # Moved

    def _ask_where(self, row: TodayRow, line: MoveLine) -> None:
        words = translate("today", "When does the visit to {source} take place instead?").format(source=line.source)
        self._ask_place(words, translate("today", "Move the visit"), line, lambda text: self._move(row, line, text))

    def _move(self, row: TodayRow, line: MoveLine, text: str) -> None:
        day, at, by_hand = self._place(line, text)
        fate = VisitFate(line.visit_id, line.version, Fate.MOVED, day, at, by_hand=by_hand)
        command = SettleVisits((fate,))
        words = translate("today", "Visit to {source} moved to {when}.")
        said = words.format(source=line.source, when=say_day_time(day, at, self._desk.today()))
        self._do(row, Act(lambda actions: actions.settle_visits(command), said))

    # Missed

    def _ask_why(self, row: TodayRow, line: MoveLine) -> None:
        self._bar.ask(
            translate("today", "Why was the visit to {source} missed? This may stay empty.").format(source=line.source),
            translate("today", "Mark missed"),
            lambda why: self._miss(row, line, why),
        )

    def _miss(self, row: TodayRow, line: MoveLine, why: str) -> None:
        command = SettleVisits((VisitFate(line.visit_id, line.version, Fate.MISSED, why=why),))
        said = translate("today", "Visit to {source} was missed.").format(source=line.source)
        if line.note:
            said = f"{said} {line.note}."
        after = (lambda _changes: self._ask_again(line)) if line.to_on is not None else None
        self._do(row, Act(lambda actions: actions.settle_visits(command), said), after)

    def _ask_again(self, line: MoveLine) -> None:
        """The missed visit stands in the record; whether it is planned again is a question of its own."""
        words = translate("today", "Plan the visit to {source} again? The next free place is filled in.")
        verb = translate("today", "Plan it")
        self._ask_place(words.format(source=line.source), verb, line, lambda text: self._plan_again(line, text))

    def _plan_again(self, line: MoveLine, text: str) -> None:
        day, at, by_hand = self._place(line, text)
        command = PlanAgain(line.visit_id, line.version + 1, day, at, by_hand)
        words = translate("today", "Visit to {source} planned for {when}.")
        said = words.format(source=line.source, when=say_day_time(day, at, self._desk.today()))
        self._desk.act(
            lambda actions: actions.plan_again(command),
            lambda _changes: self._frame.toast(said, undo=True),
            self._frame.fault,
            owner=self,
        )

    # Both

    def _ask_place(self, words: str, verb: str, line: MoveLine, answered: Callable[[str], None]) -> None:
        today = self._desk.today()
        start = say_day_time(line.to_on, line.to_at, today) if line.to_on is not None else ""
        if line.note:
            words = f"{words} {line.note}."
        self._bar.ask(
            words,
            verb,
            answered,
            needed=translate("today", "Say a day, such as Friday or 12/4, and a time where it has one."),
            check=lambda text: wrong_place(text, today),
            start=start,
        )

    def _place(self, line: MoveLine, text: str) -> tuple[date, time | None, bool]:
        """The place that is meant, and whether it is another than the one that was filled in."""
        day, at = read_day_time(text, self._desk.today())
        if day == line.to_on and at == line.to_at:
            return day, at, False
        return day, at if at is not None else line.start_time, True

    def _do(self, row: TodayRow, act: Act, after: Callable[[ChangeSet], None] | None = None) -> None:
        if shiboken6.isValid(row):
            row.setFocus(Qt.FocusReason.OtherFocusReason)
            row.set_busy(True)

        def done(changes: ChangeSet) -> None:
            self._frame.toast(act.words, undo=True)
            if after is not None:
                after(changes)

        def failed(error: Exception) -> None:
            if shiboken6.isValid(row):
                row.set_busy(False)
            self._frame.fault(error)

        self._desk.act(act.order, done, failed, owner=self)


def wrong_place(text: str, today: date) -> str:
    """What is wrong with a day and time typed; nothing where they can be read and lie ahead."""
    try:
        day, _at = read_day_time(text, today)
    except RuleBroken as fault:
        return str(fault)
    return "" if day >= today else translate("today", "That day has passed. Say one that is still to come.")
