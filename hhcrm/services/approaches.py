"""Approaches: note a change in the way of working, edit it, and keep what was learned."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime
from typing import Any

from sqlalchemy.orm import Session

from hhcrm.domain.changes import ChangeSet
from hhcrm.domain.comparing import COMPARABLE, MOST_MEASURES
from hhcrm.domain.errors import RuleBroken
from hhcrm.domain.measures import MeasureKey
from hhcrm.domain.wording import translate
from hhcrm.models.approaches import Approach, ApproachNote, ApproachSource
from hhcrm.models.lookups import SourceType, VisitKind
from hhcrm.models.sources import ReferralSource
from hhcrm.models.users import Team, Territory, User
from hhcrm.models.visits import Material
from hhcrm.services.approach_commands import EditApproach, EditLearned, NoteApproach, NoteLearned
from hhcrm.services.records import assign, check_pointed_at, fetch, moved_on
from hhcrm.services.values import LONGEST_NAME, key_or_none, text_or_none
from hhcrm.storage.work import Transaction, UnitOfWork

_POINTS_AT: tuple[tuple[str, type[Any], str], ...] = (
    ("liaison_id", User, "person"),
    ("team_id", Team, "team"),
    ("territory_id", Territory, "territory"),
    ("type_id", SourceType, "source type"),
    ("kind_id", VisitKind, "kind of visit"),
    ("material_id", Material, "material"),
    ("approach_id", Approach, "approach"),
)


def note_approach(work: UnitOfWork, command: NoteApproach) -> ChangeSet:
    """Note a change in the way of working. Raises RuleBroken naming the field."""
    values = _read(command.values)
    for name in ("name", "starts_on"):
        if name not in values:
            _FIELDS[name](None)
    measures = _measures(command.measures)

    def note(tx: Transaction) -> int | None:
        check_pointed_at(tx.session, _POINTS_AT, values)
        approach = Approach(measures=measures, **values)
        _check_days(approach)
        tx.session.add(approach)
        _set_sources(tx.session, approach, command.source_ids)
        tx.session.flush()
        return approach.id

    return work.run("Note an approach", note)


def edit_approach(work: UnitOfWork, command: EditApproach) -> ChangeSet:
    """Change what is done differently, since when, where, or by what it is judged. Raises Conflict, RuleBroken."""
    values = _read(command.values)
    if command.measures is not None:
        values["measures"] = _measures(command.measures)

    def edit(tx: Transaction) -> int | None:
        approach = fetch(tx.session, Approach, command.approach_id, "approach", command.version)
        check_pointed_at(tx.session, _POINTS_AT, values, approach)
        assign(approach, values)
        _check_days(approach)
        if command.source_ids is not None:
            _set_sources(tx.session, approach, command.source_ids)
        return approach.id

    return work.run("Edit an approach", edit)


def note_learned(work: UnitOfWork, command: NoteLearned, today: date) -> ChangeSet:
    """Keep what was learned, with the day and who says it. Raises RuleBroken naming the field."""
    values = _read({"text": command.text, "approach_id": command.approach_id, "on_day": command.on_day or today})
    _check_not_ahead(values["on_day"], today)

    def note(tx: Transaction) -> int | None:
        check_pointed_at(tx.session, _POINTS_AT, values)
        learned = ApproachNote(by_name=tx.actor.name, **values)
        tx.session.add(learned)
        tx.session.flush()
        return learned.id

    return work.run("Note what was learned", note)


def edit_learned(work: UnitOfWork, command: EditLearned, today: date) -> ChangeSet:
    """Change a note; who wrote it stays. Raises Conflict, RuleBroken naming the field."""
    values = _read(command.values)
    if "on_day" in values:
        _check_not_ahead(values["on_day"], today)

    def edit(tx: Transaction) -> int | None:
        learned = fetch(tx.session, ApproachNote, command.note_id, "note", command.version)
        check_pointed_at(tx.session, _POINTS_AT, values, learned)
        assign(learned, values)
        return learned.id

    return work.run("Edit what was learned", edit)


def _check_days(approach: Approach) -> None:
    if approach.ends_on is not None and approach.ends_on < approach.starts_on:
        raise RuleBroken(translate("approaches", "It ends before it starts."), "ends_on")


def _check_not_ahead(day: date, today: date) -> None:
    if day > today:
        raise RuleBroken(translate("approaches", "That day is still to come."), "on_day")


def _set_sources(session: Session, approach: Approach, source_ids: Sequence[int]) -> None:
    """Let the approach be about these sources and no others; it moves on with them."""
    wanted = dict.fromkeys(source_ids)
    kept = {row.source_id: row for row in approach.sources}
    for source_id in wanted:
        if source_id not in kept:
            approach.sources.append(ApproachSource(source_id=fetch(session, ReferralSource, source_id, "source").id))
    for source_id, row in kept.items():
        if source_id not in wanted:
            approach.sources.remove(row)
    if set(wanted) != set(kept):
        moved_on(approach, "name")


# --- what is typed


def _measures(keys: Sequence[MeasureKey]) -> str:
    """The measures as they are stored, each once and in its place."""
    chosen = [key for key in MeasureKey if key in keys]
    if not chosen:
        raise RuleBroken(translate("approaches", "Say by what it is judged: one measure at least."), "measures")
    if len(chosen) > MOST_MEASURES:
        words = translate(
            "approaches", "An approach has {most} measures at most: of many one shows a change by chance."
        )
        raise RuleBroken(words.format(most=MOST_MEASURES), "measures")
    if any(key not in COMPARABLE for key in chosen):
        words = translate("approaches", "One of these measures cannot be held against itself week by week.")
        raise RuleBroken(words, "measures")
    return " ".join(chosen)


def _name(value: object) -> str:
    name = " ".join((text_or_none(value) or "").split())
    if not name:
        raise RuleBroken(translate("approaches", "Say what you do differently."), "name")
    if len(name) > LONGEST_NAME:
        words = translate("approaches", "A name can have up to {most} characters.")
        raise RuleBroken(words.format(most=LONGEST_NAME), "name")
    return name


def _text(value: object) -> str:
    text = text_or_none(value)
    if text is None:
        raise RuleBroken(translate("approaches", "Say what was learned."), "text")
    return text


def _day(value: object, name: str) -> date:
    if not isinstance(value, date) or isinstance(value, datetime):
        raise RuleBroken(translate("approaches", "A day is needed here."), name)
    return value


_FIELDS: Mapping[str, Callable[[Any], Any]] = {
    "name": _name,
    "what": text_or_none,
    "starts_on": lambda value: _day(value, "starts_on"),
    "ends_on": lambda value: None if value in (None, "") else _day(value, "ends_on"),
    "on_day": lambda value: _day(value, "on_day"),
    "text": _text,
    **{name: key_or_none for name, _kind, _what in _POINTS_AT},
}


def _read(values: Mapping[str, object]) -> dict[str, Any]:
    return {name: _FIELDS[name](value) for name, value in values.items()}
