"""What can become of a planned visit, as choices in words, and the order behind each. No Qt."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TypeAlias

from hhcrm.domain.days import say_day, say_day_time
from hhcrm.domain.vocabulary import shown
from hhcrm.domain.wording import translate
from hhcrm.domain.words import Advance
from hhcrm.queries.missed_models import MoveLine
from hhcrm.services.moved_commands import Fate, VisitFate

Choice: TypeAlias = tuple[str, str]
"""A key, and what it says."""

LEAVE = "leave"
DONE = "done"


def passed_choices(line: MoveLine, today: date) -> Sequence[Choice]:
    """What may have become of a visit whose day has passed."""
    choices = [(LEAVE, translate("moves", "Leave it for now"))]
    if line.to_on is not None:
        when = say_day_time(line.to_on, line.to_at, today)
        choices += [
            (Fate.AGAIN.value, translate("moves", "Missed: plan again for {when}").format(when=when)),
            (Fate.MOVED.value, translate("moves", "Moved: to {when}").format(when=when)),
        ]
    choices.append((Fate.MISSED.value, translate("moves", "Missed")))
    words = translate("moves", "Done: {advance}")
    choices += [(f"{DONE}_{each.value}", words.format(advance=shown(each.value))) for each in Advance]
    choices.append((Fate.CANCELLED.value, translate("moves", "Cancelled")))
    return choices


def hit_choices(line: MoveLine, today: date) -> Sequence[Choice]:
    """What may become of a visit whose day is taken."""
    choices = []
    if line.to_on is not None:
        when = say_day_time(line.to_on, line.to_at, today)
        choices.append((Fate.MOVED.value, translate("moves", "Move to {when}").format(when=when)))
    stays = translate("moves", "Leave on {day}").format(day=say_day(line.visit_on, today))
    return (*choices, (LEAVE, stays), (Fate.CANCELLED.value, translate("moves", "Cancel the visit")))


def fate_of(line: MoveLine, key: str) -> VisitFate | None:
    """What a choice orders; None where the visit stays as it is."""
    if key == LEAVE:
        return None
    if key.startswith(f"{DONE}_"):
        return VisitFate(line.visit_id, line.version, Fate.DONE, advance=Advance(key.removeprefix(f"{DONE}_")))
    return VisitFate(line.visit_id, line.version, Fate(key), line.to_on, line.to_at)


def beside(line: MoveLine, today: date, *, name: bool) -> str:
    """What stands below the source: when it was planned, whose it is, why no place is offered."""
    when = say_day_time(line.visit_on, line.start_time, today)
    parts = (when, line.liaison if name else "", line.note)
    return ". ".join(part for part in parts if part)


def hit_head(count: int) -> str:
    """What is said above the visits that days off would hit."""
    if count == 1:
        return translate(
            "moves",
            "One visit is planned where nobody works then. It goes to the next free place. Nothing is saved yet.",
        )
    words = translate(
        "moves", "{count} visits are planned where nobody works then. They go to free places. Nothing is saved yet."
    )
    return words.format(count=count)


def moved_said(said: str, fates: Sequence[VisitFate]) -> str:
    """What a toast says when visits were settled with it: "Time off added. 3 visits moved, 1 visit cancelled"."""
    moved = sum(fate.fate == Fate.MOVED for fate in fates)
    cancelled = len(fates) - moved
    one, many = translate("moves", "{count} visit moved"), translate("moves", "{count} visits moved")
    parts = [(one if moved == 1 else many).format(count=moved)] if moved else []
    one, many = translate("moves", "{count} visit cancelled"), translate("moves", "{count} visits cancelled")
    parts += [(one if cancelled == 1 else many).format(count=cancelled)] if cancelled else []
    return f"{said.rstrip('.')}. {', '.join(parts)}." if parts else said
