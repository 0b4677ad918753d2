"""What can be done in the waterfall, and what the toast says afterwards. No Qt."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from hhcrm.domain.changes import ChangeSet
from hhcrm.domain.days import say_day, say_month, say_time
from hhcrm.domain.wording import translate
from hhcrm.queries.calendar_models import Slot
from hhcrm.queries.waterfall_models import Candidate, Card, CohortRow, Filling, Offer
from hhcrm.services.commands import PlanVisit
from hhcrm.services.waterfall_commands import (
    FillCohort,
    MakeActive,
    MoveCohort,
    MoveMember,
    SeeOn,
    SizeCohort,
    StopProspect,
    TakeOut,
)

if TYPE_CHECKING:
    from hhcrm.services.bound import Actions


@dataclass(frozen=True, slots=True)
class Act:
    """A command, and what is said when it was carried out."""

    order: Callable[[Actions], ChangeSet]
    words: str


def add(candidate: Candidate, filling: Filling, today: date) -> Act:
    """A candidate takes a free place."""
    command = FillCohort((candidate.source_id,), filling.liaison_id, filling.month, today)
    words = translate("waterfall", "{source} is in the cohort of {month}.")
    said = words.format(source=candidate.name, month=say_month(filling.month))
    return Act(lambda actions: actions.fill_cohort(command), said)


def take_out(card: Card, why: str, today: date) -> Act:
    """A source leaves its cohort."""
    command = TakeOut(card.member_id, card.member_version, today, why)
    said = translate("waterfall", "{source} is out of its cohort.").format(source=card.name)
    return Act(lambda actions: actions.take_out(command), said)


def move_card(card: Card, month: date) -> Act:
    """A source goes to the cohort of another month."""
    command = MoveMember(card.member_id, card.member_version, month)
    words = translate("waterfall", "{source} is in the cohort of {month} now.")
    return Act(lambda actions: actions.move_member(command), words.format(source=card.name, month=say_month(month)))


def move_row(row: CohortRow, month: date) -> Act:
    """A whole cohort goes to another month."""
    command = MoveCohort(row.cohort_id or 0, row.version, month)
    words = translate("waterfall", "The cohort of {month} is that of {other} now.")
    said = words.format(month=say_month(row.month), other=say_month(month))
    return Act(lambda actions: actions.move_cohort(command), said)


def resize(liaison_id: int, month: date, size: int) -> Act:
    """A cohort has room for so many."""
    command = SizeCohort(liaison_id, month, size)
    words = translate("waterfall", "The cohort of {month} has room for {size}.")
    return Act(lambda actions: actions.size_cohort(command), words.format(month=say_month(month), size=size))


def make_active(offer: Offer, cadence: int, today: date) -> Act:
    """A prospect becomes active."""
    command = MakeActive(offer.source_id, offer.version, cadence, today)
    words = translate("waterfall", "{source} is active, every {cadence} days.")
    return Act(lambda actions: actions.make_active(command), words.format(source=offer.source, cadence=cadence))


def see_on(offer: Offer, until: int) -> Act:
    """A prospect is seen on until a later visit."""
    command = SeeOn(offer.source_id, offer.version, until)
    words = translate("waterfall", "{source} stays prospective, to be decided at visit {until}.")
    return Act(lambda actions: actions.see_on(command), words.format(source=offer.source, until=until))


def stop(offer: Offer, why: str, today: date) -> Act:
    """A prospect is visited no more."""
    command = StopProspect(offer.source_id, offer.version, today, why)
    said = translate("waterfall", "{source} is inactive now.").format(source=offer.source)
    return Act(lambda actions: actions.stop_prospect(command), said)


def plan(slot: Slot, today: date) -> Act:
    """A visit is planned where it fits."""
    guess = slot.guess
    command = PlanVisit(
        guess.source_id, guess.kind_id, slot.visit_on, slot.start_time, guess.minutes, liaison_id=guess.liaison_id
    )
    words = translate("waterfall", "Visit to {source} planned for {day}, {time}.")
    said = words.format(source=guess.source, day=say_day(slot.visit_on, today), time=say_time(slot.start_time))
    return Act(lambda actions: actions.plan_visit(command), said)
