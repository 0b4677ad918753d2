"""What the sample's agency promised: on visits, and about referrals."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from hhcrm.domain.text import search_text
from hhcrm.domain.words import CommitmentStatus
from hhcrm.services.sample.cases import Case
from hhcrm.services.sample.phrases import BROKEN_WHY, REFERRAL_COMMITMENTS, WITHDRAWN_WHY
from hhcrm.services.sample.world import Account, Person, World

_DAY = timedelta(days=1)
_OF_REFERRALS = 0.09


@dataclass(frozen=True, slots=True)
class Promise:
    """What was promised, when, and by when."""

    text: str
    made_on: date
    due_on: date


def add_promise(
    world: World,
    dice: Random,
    promise: Promise,
    account: Account,
    *,
    contact_id: int | None,
    visit_id: int | None = None,
    referral_id: int | None = None,
) -> None:
    """Write one promise with what became of it."""
    status = _outcome(dice, promise.due_on, world.today)
    closed, why = None, None
    if status is CommitmentStatus.KEPT:
        closed = promise.due_on + timedelta(days=dice.choice((-3, -2, -1, -1, 0, 0, 0, 4)))
    elif status is not CommitmentStatus.OPEN:
        closed = promise.due_on
        why = dice.choice(BROKEN_WHY if status is CommitmentStatus.BROKEN else WITHDRAWN_WHY)
    if closed is not None:
        closed = min(max(closed, promise.made_on), world.today - _DAY)
    world.batch.add(
        "commitment",
        source_id=account.id, contact_id=contact_id, visit_id=visit_id, referral_id=referral_id,
        owner_id=world.liaisons[account.owner].user_id, text=promise.text, made_on=promise.made_on,
        due_on=promise.due_on, status=status, closed_on=closed, why=why, find_text=search_text(promise.text, why),
    )  # fmt: skip


def promise_on_referral(world: World, dice: Random, case: Case, referral_id: int, contact: Person | None) -> None:
    """Sometimes who sent a patient is promised something about it, before today."""
    made = case.heard.astimezone(world.zone).date()
    if made >= world.today or dice.random() >= _OF_REFERRALS:
        return
    due = world.calendar.next_working(made + timedelta(days=dice.choice((1, 1, 2, 3))))
    promise = Promise(dice.choice(REFERRAL_COMMITMENTS), made, due)
    add_promise(world, dice, promise, case.account, contact_id=contact.id if contact else None, referral_id=referral_id)


def _outcome(dice: Random, due: date, today: date) -> CommitmentStatus:
    still_open = 0.85 if due >= today else 0.35 if due >= today - timedelta(days=21) else 0.0
    if dice.random() < still_open:
        return CommitmentStatus.OPEN
    outcomes = (CommitmentStatus.KEPT, CommitmentStatus.BROKEN, CommitmentStatus.WITHDRAWN)
    return dice.choices(outcomes, (82, 12, 6))[0]
