"""Cadences of many sources at once, each its own: what capacity proposes to stretch."""

from __future__ import annotations

from datetime import date

from hhcrm.domain.cadence import check_cadence
from hhcrm.domain.changes import ChangeSet
from hhcrm.domain.errors import Conflict, RuleBroken
from hhcrm.domain.wording import translate
from hhcrm.domain.words import SourceStage
from hhcrm.models.sources import ReferralSource
from hhcrm.services.commands import SetCadences
from hhcrm.services.records import assign, counted, fetch
from hhcrm.storage.settings import agency_zone, rules_on
from hhcrm.storage.work import Transaction, UnitOfWork


def set_cadences(work: UnitOfWork, command: SetCadences) -> ChangeSet:
    """Give active sources their own cadences; one step, undone in one go, and all of it or nothing.

    Raises Conflict where one changed meanwhile or is no longer active, RuleBroken for a cadence that is not allowed.
    """
    if not command.cadences:
        raise RuleBroken(translate("services", "Choose a source first."))

    def change(tx: Transaction) -> int | None:
        connection = tx.session.connection()
        rules = rules_on(connection, tx.now.astimezone(agency_zone(connection, date.max)).date())
        for source_id, version, days in command.cadences:
            check_cadence(days, rules)
            source = fetch(tx.session, ReferralSource, source_id, "source", version)
            if source.stage != SourceStage.ACTIVE or source.archived_at is not None:
                words = translate("services", "{name} is no longer active. Nothing was saved; look at the list again.")
                raise Conflict(words.format(name=source.name))
            assign(source, {"cadence_days": days})
        return None

    return work.run(f"Change the cadence of {counted(len(command.cadences), 'source')}", change)
