"""What can be done with a visit, and what the toast says afterwards."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, time
from typing import TYPE_CHECKING

from hhcrm.domain.changes import ChangeSet
from hhcrm.domain.wording import translate
from hhcrm.domain.words import VisitStatus
from hhcrm.queries.calendar_models import Slot, VisitGuess, VisitMark
from hhcrm.services.calendar_commands import MoveVisit, ReopenVisit, SetVisitLength
from hhcrm.services.commands import Archive, CloseVisit, PlanVisit
from hhcrm.ui.calendar import lines

if TYPE_CHECKING:
    from hhcrm.services.bound import Actions


@dataclass(frozen=True, slots=True)
class Act:
    """A command, and what is said when it was carried out."""

    order: Callable[[Actions], ChangeSet]
    words: str


def move(mark: VisitMark, day: date, at: time | None, today: date) -> Act:
    """Put a visit on a day."""
    command = MoveVisit(mark.visit_id, mark.version, day, at)
    return Act(lambda actions: actions.move_visit(command), lines.moved_words(mark, day, at, today))


def stretch(mark: VisitMark, minutes: int) -> Act:
    """Let a visit take so long."""
    command = SetVisitLength(mark.visit_id, mark.version, minutes)
    words = translate("calendar", "Visit to {source}: {minutes}.")
    said = words.format(source=mark.source, minutes=lines.minutes_words(minutes))
    return Act(lambda actions: actions.set_visit_length(command), said)


def close(mark: VisitMark, status: VisitStatus) -> Act:
    """A visit was missed or cancelled."""
    command = CloseVisit(mark.visit_id, status, version=mark.version)
    if status == VisitStatus.MISSED:
        words = translate("calendar", "Visit to {source} was missed.")
    else:
        words = translate("calendar", "Visit to {source} is cancelled.")
    return Act(lambda actions: actions.close_visit(command), words.format(source=mark.source))


def reopen(mark: VisitMark) -> Act:
    """A visit is planned again."""
    command = ReopenVisit(mark.visit_id, mark.version)
    words = translate("calendar", "Visit to {source} is planned again.").format(source=mark.source)
    return Act(lambda actions: actions.reopen_visit(command), words)


def archive(mark: VisitMark) -> Act:
    """Take a visit off the calendar."""
    command = Archive("visit", (mark.visit_id,))
    words = translate("calendar", "Visit to {source} taken off the calendar.").format(source=mark.source)
    return Act(lambda actions: actions.archive(command), words)


def plan_slot(slot: Slot, today: date) -> Act:
    """Plan a visit where it fits."""
    return plan_on(slot.guess, slot.visit_on, slot.start_time, today)


def plan_on(guess: VisitGuess, day: date, at: time | None, today: date) -> Act:
    """Plan a visit on the day that was chosen, in the way that is usual there."""
    command = PlanVisit(guess.source_id, guess.kind_id, day, at, guess.minutes, liaison_id=guess.liaison_id)
    words = translate("calendar", "Visit to {source} planned for {when}.")
    said = words.format(source=guess.source, when=lines.when_words(day, at, today))
    return Act(lambda actions: actions.plan_visit(command), said)


def act_on(name: str, mark: VisitMark) -> Act | None:
    """The act of a menu's word, None for what is no command."""
    if name in ("missed", "cancel"):
        return close(mark, VisitStatus.MISSED if name == "missed" else VisitStatus.CANCELLED)
    if name == "reopen":
        return reopen(mark)
    return archive(mark) if name == "archive" else None
