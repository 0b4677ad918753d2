"""Pilots: propose one with its standards, change it, start, finish or decline it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime, timedelta
from itertools import zip_longest
from typing import Any

from sqlalchemy import inspect

from hhcrm.domain.changes import ChangeSet
from hhcrm.domain.days import say_day
from hhcrm.domain.errors import RuleBroken
from hhcrm.domain.standards import Standard
from hhcrm.domain.vocabulary import shown
from hhcrm.domain.wording import translate
from hhcrm.domain.words import PilotStatus
from hhcrm.domain.zip_lists import read_zips
from hhcrm.models.contacts import Contact
from hhcrm.models.lookups import Payer, ServiceLine
from hhcrm.models.pilots import Pilot, PilotStandard
from hhcrm.models.sources import ReferralSource
from hhcrm.models.users import User
from hhcrm.services.pilot_commands import (
    DeclinePilot,
    EditPilot,
    FinishPilot,
    ProposeAgain,
    ProposePilot,
    StartPilot,
)
from hhcrm.services.records import assign, check_pointed_at, fetch, moved_on
from hhcrm.services.values import LONGEST_NAME, key_or_none, text_or_none
from hhcrm.storage.work import Transaction, UnitOfWork

LONGEST = timedelta(days=366)
"""A pilot is time-boxed: from its first day to its last at most a year."""

MOST_STANDARDS = 8

_STANDARD = ("measure", "comparison", "target", "within_hours")
_POINTS_AT: tuple[tuple[str, type[Any], str], ...] = (
    ("owner_id", User, "person"),
    ("contact_id", Contact, "person"),
    ("service_line_id", ServiceLine, "service line"),
    ("payer_id", Payer, "payer"),
)
_MAY_BECOME: Mapping[PilotStatus, frozenset[PilotStatus]] = {
    PilotStatus.PROPOSED: frozenset({PilotStatus.RUNNING, PilotStatus.DECLINED}),
    PilotStatus.RUNNING: frozenset({PilotStatus.FINISHED, PilotStatus.PROPOSED}),
    PilotStatus.FINISHED: frozenset({PilotStatus.RUNNING}),
    PilotStatus.DECLINED: frozenset({PilotStatus.PROPOSED}),
}


def propose_pilot(work: UnitOfWork, command: ProposePilot, today: date) -> ChangeSet:
    """Propose a pilot to a source. Raises RuleBroken naming the field."""
    values = _read(command.values)
    for name in ("name", "starts_on", "ends_on"):
        if name not in values:
            _FIELDS[name](None)
    values.setdefault("proposed_on", min(today, values["starts_on"]))
    _check_standards(command.standards)

    def propose(tx: Transaction) -> int | None:
        source = fetch(tx.session, ReferralSource, values.pop("source_id", 0), "source")
        check_pointed_at(tx.session, _POINTS_AT, values)
        pilot = Pilot(source_id=source.id, status=PilotStatus.PROPOSED, **{"owner_id": source.owner_id} | values)
        _check_days(pilot)
        pilot.standards = [_row(standard, place) for place, standard in enumerate(command.standards)]
        tx.session.add(pilot)
        tx.session.flush()
        return pilot.id

    return work.run("Propose a pilot", propose)


def edit_pilot(work: UnitOfWork, command: EditPilot) -> ChangeSet:
    """Change what is promised, to whom, from when to when, or its standards. Raises Conflict, RuleBroken."""
    values = _read(command.values)
    if command.standards is not None:
        _check_standards(command.standards)

    def edit(tx: Transaction) -> int | None:
        pilot = fetch(tx.session, Pilot, command.pilot_id, "pilot", command.version)
        check_pointed_at(tx.session, _POINTS_AT, values, pilot)
        if pilot.status in (PilotStatus.FINISHED, PilotStatus.DECLINED) and "result" in values:
            _check_result(pilot.status, values["result"])
        assign(pilot, values)
        _check_days(pilot)
        if command.standards is not None:
            _set_standards(pilot, command.standards)
        return pilot.id

    return work.run("Edit a pilot", edit)


def start_pilot(work: UnitOfWork, command: StartPilot) -> ChangeSet:
    """A pilot runs. Raises Conflict, RuleBroken."""
    return _move(work, "Start a pilot", command.pilot_id, command.version, PilotStatus.RUNNING, {})


def finish_pilot(work: UnitOfWork, command: FinishPilot, today: date) -> ChangeSet:
    """A pilot is over, with its result and what comes next. Raises Conflict, RuleBroken naming the field."""
    result = _check_result(PilotStatus.FINISHED, command.result)

    def finish(tx: Transaction) -> int | None:
        pilot = _moved(tx, command.pilot_id, command.version, PilotStatus.FINISHED)
        if pilot.starts_on > today:
            words = translate("pilots", "It starts on {day}. Until then it can be edited or declined, not finished.")
            raise RuleBroken(words.format(day=say_day(pilot.starts_on, today)), "status")
        last = min(pilot.ends_on, today)
        assign(pilot, {"result": result, "next_step": text_or_none(command.next_step), "ends_on": last})
        return pilot.id

    return work.run("Finish a pilot", finish)


def decline_pilot(work: UnitOfWork, command: DeclinePilot) -> ChangeSet:
    """The source said no. Raises Conflict, RuleBroken naming the field."""
    why = _check_result(PilotStatus.DECLINED, command.why)
    return _move(work, "Decline a pilot", command.pilot_id, command.version, PilotStatus.DECLINED, {"result": why})


def propose_again(work: UnitOfWork, command: ProposeAgain) -> ChangeSet:
    """A pilot is proposed again. Raises Conflict, RuleBroken."""
    values = {"result": None, "next_step": None}
    return _move(work, "Propose a pilot again", command.pilot_id, command.version, PilotStatus.PROPOSED, values)


def _move(
    work: UnitOfWork, label: str, pilot_id: int, version: int, status: PilotStatus, values: dict[str, Any]
) -> ChangeSet:
    def move(tx: Transaction) -> int | None:
        assign(_moved(tx, pilot_id, version, status), values)
        return pilot_id

    return work.run(label, move)


def _moved(tx: Transaction, pilot_id: int, version: int, status: PilotStatus) -> Pilot:
    """The pilot with its new status, where its present one allows it."""
    pilot = fetch(tx.session, Pilot, pilot_id, "pilot", version)
    if pilot.archived_at is not None:
        raise RuleBroken(translate("pilots", "An archived pilot stays as it is. Restore it first."), "status")
    if status not in _MAY_BECOME[pilot.status]:
        words = translate("pilots", "A pilot that is {current} cannot become {new}.")
        raise RuleBroken(words.format(current=shown(pilot.status), new=shown(status)), "status")
    pilot.status = status
    return pilot


def _check_result(status: PilotStatus, text: object) -> str:
    result = text_or_none(text)
    if result is None and status is PilotStatus.DECLINED:
        raise RuleBroken(translate("pilots", "Say why they said no."), "result")
    if result is None:
        raise RuleBroken(translate("pilots", "Say what came of it."), "result")
    return result


def _check_days(pilot: Pilot) -> None:
    if pilot.ends_on < pilot.starts_on:
        raise RuleBroken(translate("pilots", "It ends before it starts."), "ends_on")
    if pilot.ends_on - pilot.starts_on > LONGEST:
        raise RuleBroken(translate("pilots", "A pilot lasts a year at most. Choose an earlier last day."), "ends_on")
    if pilot.proposed_on > pilot.starts_on:
        raise RuleBroken(translate("pilots", "It starts before it was proposed."), "starts_on")


def _check_standards(standards: Sequence[Standard]) -> None:
    if not standards:
        raise RuleBroken(translate("pilots", "Say by what it is measured: one standard at least."), "standards")
    if len(standards) > MOST_STANDARDS:
        words = translate("pilots", "A pilot has {most} standards at most: what is promised must be easy to remember.")
        raise RuleBroken(words.format(most=MOST_STANDARDS), "standards")
    told = [(each.measure, each.comparison, each.within_hours) for each in standards]
    for each, key in zip(standards, told, strict=True):
        if told.count(key) > 1:
            words = translate("pilots", "{measure} is there twice.")
            raise RuleBroken(words.format(measure=shown(each.measure)), "standards")


def _set_standards(pilot: Pilot, standards: Sequence[Standard]) -> None:
    """Let the rows say these standards, place by place; the pilot moves on with them."""
    changed = False
    for place, (row, standard) in enumerate(zip_longest(list(pilot.standards), standards)):
        if row is None:
            pilot.standards.append(_row(standard, place))
        elif standard is None:
            pilot.standards.remove(row)
        else:
            assign(row, {name: getattr(standard, name) for name in _STANDARD} | {"position": place})
        changed = changed or row is None or standard is None or inspect(row).modified
    if changed:
        moved_on(pilot, "name")


def _row(standard: Standard, place: int) -> PilotStandard:
    return PilotStandard(position=place, **{name: getattr(standard, name) for name in _STANDARD})


# --- what is typed


def _name(value: object) -> str:
    name = " ".join((text_or_none(value) or "").split())
    if not name:
        raise RuleBroken(translate("pilots", "Give the pilot a name."), "name")
    if len(name) > LONGEST_NAME:
        words = translate("pilots", "A name can have up to {most} characters.")
        raise RuleBroken(words.format(most=LONGEST_NAME), "name")
    return name


def _day(value: object, name: str) -> date:
    if not isinstance(value, date) or isinstance(value, datetime):
        raise RuleBroken(translate("pilots", "A day is needed here."), name)
    return value


def _zips(value: object) -> str:
    try:
        return " ".join(read_zips([str(value or "")]))
    except RuleBroken as fault:
        raise RuleBroken(str(fault), "zips") from fault


def _source(value: Any) -> int:
    key = key_or_none(value)
    if key is None:
        raise RuleBroken(translate("pilots", "Choose the source."), "source_id")
    return key


_FIELDS: Mapping[str, Any] = {
    "source_id": _source,
    "owner_id": key_or_none,
    "contact_id": key_or_none,
    "name": _name,
    "service_line_id": key_or_none,
    "payer_id": key_or_none,
    "zips": _zips,
    "proposed_on": lambda value: _day(value, "proposed_on"),
    "starts_on": lambda value: _day(value, "starts_on"),
    "ends_on": lambda value: _day(value, "ends_on"),
    "promise": text_or_none,
    "result": text_or_none,
    "next_step": text_or_none,
}


def _read(values: Mapping[str, object]) -> dict[str, Any]:
    return {name: _FIELDS[name](value) for name, value in values.items()}
