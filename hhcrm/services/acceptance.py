"""Which payers are accepted for which service line: dated rows, so that the past stays."""

from __future__ import annotations

from datetime import date, timedelta

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from hhcrm.domain.changes import ChangeSet
from hhcrm.domain.errors import Conflict, RuleBroken
from hhcrm.domain.wording import translate
from hhcrm.domain.zip_lists import read_zips
from hhcrm.models.capability import PayerAcceptance, ServedZip
from hhcrm.models.lookups import Payer, ServiceLine
from hhcrm.services.records import fetch
from hhcrm.services.settings_commands import SetAcceptance, SetServedZips
from hhcrm.services.values import text_or_none
from hhcrm.storage.work import Transaction, UnitOfWork

_FARTHEST = timedelta(days=3660)


def set_acceptance(work: UnitOfWork, command: SetAcceptance, today: date) -> ChangeSet:
    """Say from a day on whether a payer is accepted for a line. Raises Conflict.

    With None what begins on that very day is taken back, and what held before holds again.
    """
    if abs(command.from_on - today) > _FARTHEST:
        raise RuleBroken(translate("settings", "Give a day at most ten years away."), "from_on")

    def say(tx: Transaction) -> int | None:
        fetch(tx.session, Payer, command.payer_id, "payer")
        fetch(tx.session, ServiceLine, command.service_line_id, "service line")
        held = _held(tx.session, command, today)
        row = tx.session.scalar(_rows(command).where(PayerAcceptance.from_on == command.from_on))
        named = "" if row is None else row.alternative or ""
        if (None if held is None else held.accepted) != command.seen or command.seen_alternative not in (None, named):
            raise Conflict(translate("settings", "Somebody changed this meanwhile. Nothing was saved; look again."))
        if command.accepted is None:
            if row is not None:
                tx.session.delete(row)
            return None
        values = {"accepted": command.accepted, "alternative": text_or_none(command.alternative)}
        if row is None:
            row = PayerAcceptance(
                payer_id=command.payer_id,
                service_line_id=command.service_line_id,
                from_on=command.from_on,
                **values,
            )
            tx.session.add(row)
        else:
            for name, value in values.items():
                setattr(row, name, value)
        tx.session.flush()
        return row.id

    return work.run("Change which payers are accepted", say)


def set_served_zips(work: UnitOfWork, command: SetServedZips) -> ChangeSet:
    """Say which ZIP codes are served with a line, or with all. Raises RuleBroken naming the field, Conflict."""
    wanted, line_id = read_zips(command.zips), command.service_line_id

    def say(tx: Transaction) -> int | None:
        if line_id is not None:
            fetch(tx.session, ServiceLine, line_id, "service line")
        rows = tx.session.scalars(
            select(ServedZip).where(ServedZip.service_line_id.is_not_distinct_from(line_id))
        ).all()
        if {row.zip for row in rows} != set(command.seen):
            raise Conflict(translate("settings", "Somebody changed this meanwhile. Nothing was saved; look again."))
        for row in rows:
            if row.zip not in wanted:
                tx.session.delete(row)
        there = {row.zip for row in rows}
        tx.session.add_all(ServedZip(zip=code, service_line_id=line_id) for code in wanted if code not in there)
        return None

    return work.run("Change which ZIP codes are served", say)


def _held(session: Session, command: SetAcceptance, on: date) -> PayerAcceptance | None:
    newest = _rows(command).where(PayerAcceptance.from_on <= on).order_by(PayerAcceptance.from_on.desc()).limit(1)
    return session.scalar(newest)


def _rows(command: SetAcceptance) -> Select[PayerAcceptance]:
    return select(PayerAcceptance).where(
        PayerAcceptance.payer_id == command.payer_id,
        PayerAcceptance.service_line_id == command.service_line_id,
    )
