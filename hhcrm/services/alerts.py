"""The alert: a referral that somebody else recorded or gave away waits until its liaison says "seen"."""

from __future__ import annotations

from sqlalchemy import inspect

from hhcrm.domain.changes import ChangeSet
from hhcrm.domain.errors import RuleBroken
from hhcrm.domain.referrals import CLOSED_STAGES
from hhcrm.domain.wording import translate
from hhcrm.models.referrals import Referral
from hhcrm.models.sources import ReferralSource
from hhcrm.services.alert_commands import AcknowledgeReferral
from hhcrm.services.records import assign, fetch
from hhcrm.storage.work import Transaction, UnitOfWork


def alert_liaison(tx: Transaction, referral: Referral) -> None:
    """Let the alert follow whose a new referral is, or one that was just given to somebody else.

    Whoever records a referral of their own, or takes one, knows of it; a referral that is nobody's alerts nobody, and
    neither does one that is at its end: nothing is new about it.
    """
    if not inspect(referral).attrs.liaison_id.history.has_changes():
        return
    whose = referral.liaison_id or fetch(tx.session, ReferralSource, referral.source_id, "source").owner_id
    quiet = whose is None or whose == tx.actor.user_id or referral.stage in CLOSED_STAGES
    at = None if quiet else tx.now
    assign(referral, {"alert_at": at, "acknowledged_at": None, "acknowledged_by": None})


def acknowledge_referral(work: UnitOfWork, command: AcknowledgeReferral) -> ChangeSet:
    """Note that the referral was seen: its alert is gone on every desk. Raises Conflict, RuleBroken."""

    def see(tx: Transaction) -> int | None:
        referral = fetch(tx.session, Referral, command.referral_id, "referral", command.version)
        if referral.alert_at is None or referral.acknowledged_at is not None:
            raise RuleBroken(translate("alerts", "This referral was seen already."))
        assign(referral, {"acknowledged_at": tx.now, "acknowledged_by": tx.actor.name})
        return referral.id

    return work.run("Mark a referral as seen", see)
