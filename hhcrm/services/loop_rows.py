"""The rows that say what the referrer is still to be told: made and moved with the referral they hang on."""

from __future__ import annotations

from datetime import date

from hhcrm.domain.loop import WorkingHours, answer, answered_anew, decision_due, updates_due
from hhcrm.domain.referrals import received_at
from hhcrm.domain.words import LoopStep
from hhcrm.models.referrals import LoopUpdate, Referral
from hhcrm.services.records import assign
from hhcrm.storage.derived import load_calendar
from hhcrm.storage.settings import agency_zone, rules_on, working_week_on
from hhcrm.storage.work import Transaction

NOT_TOLD = {"given_at": None, "by_name": None, "contact_id": None, "channel": None, "said": None, "waived_why": None}
"""The values of an update that is still to be told."""


def begin_loop(tx: Transaction, referral: Referral) -> None:
    """Note what is due for a new referral."""
    _follow(tx, referral)


def keep_loop(tx: Transaction, referral: Referral) -> None:
    """Let what is due follow the referral's times. One that came without a loop (an old list) gets none."""
    if referral.loops:
        _follow(tx, referral)


def tell_again(tx: Transaction, referral: Referral, before: bool | None) -> None:
    """Where our answer is no longer `before`, who was told of that one is to be told again within a working day.

    What was told stays in the history of the referral.
    """
    if before is None or answer(entry.stage for entry in referral.stages) is before:
        return
    for update in referral.loops:
        if update.step is LoopStep.DECISION and update.given_at is not None:
            due = decision_due(tx.now, _hours(tx), rules_on(tx.session.connection(), date.max))
            assign(update, {**NOT_TOLD, "due_at": due})


def _follow(tx: Transaction, referral: Referral) -> None:
    connection = tx.session.connection()
    rules = rules_on(connection, date.max)
    hours = _hours(tx)
    due = updates_due(received_at(referral.heard_at, referral.authorized_at), referral.soc_on, hours, rules)
    there = {update.step: update for update in referral.loops}
    anew = answered_anew([(entry.stage, entry.at) for entry in referral.stages])
    again = None if anew is None else decision_due(anew, hours, rules)
    for step, at in due.items():
        if step not in there:
            referral.loops.append(LoopUpdate(step=step, due_at=at))
        elif step is LoopStep.DECISION and again is not None and there[step].due_at == again:
            continue  # they were told of another answer, and are to be told again
        elif there[step].given_at is None and there[step].due_at != at:
            there[step].due_at = at
    for step, update in there.items():
        if step not in due and update.given_at is None and update.waived_why is None:  # what was told stays told
            referral.loops.remove(update)


def _hours(tx: Transaction) -> WorkingHours:
    connection = tx.session.connection()
    week = working_week_on(connection, date.max)
    return WorkingHours(agency_zone(connection, date.max), load_calendar(connection), week.opens, week.closes)
