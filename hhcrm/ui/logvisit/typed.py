"""What stands in the log's fields: kept as a draft, read into the command. No Qt."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields, replace
from datetime import date
from typing import Any

from hhcrm.domain.errors import RuleBroken
from hhcrm.domain.wording import QT_TRANSLATE_NOOP, translate
from hhcrm.domain.words import Advance, Ask, BusinessLine
from hhcrm.services.commands import LogVisit
from hhcrm.ui.shared.when import read_next, read_when, shown_when, stored_when

_DAYS = ("when", "promise_by", "next_on")
_MOST_MINUTES = 24 * 60
_MOST_MILES = 2_000


NO_DAY = QT_TRANSLATE_NOOP("log", "Type a day and a time, such as today 9:30, fri or 11/20 2 pm.")
"""Shorter than what `read_day` says: the field is narrow."""


class Unfit(Exception):
    """Fields that cannot be saved as they stand: `words` by field."""

    def __init__(self, words: Mapping[str, str]) -> None:
        super().__init__("; ".join(words.values()))
        self.words = dict(words)


@dataclass(frozen=True, slots=True)
class Typed:
    """The fields as they stand. `touched` names those that the person filled, not we."""

    source_id: int | None = None
    source: str = ""
    visit_id: int | None = None
    kind_id: int | None = None
    when: str = ""
    minutes: str = ""
    contact_ids: tuple[int, ...] = ()
    advance: str = ""
    ask: str = Ask.NOT_ASKED.value
    notes: str = ""
    promise: str = ""
    promise_by: str = ""
    next_on: str = ""
    travel_minutes: str = ""
    miles: str = ""
    purpose: str = ""
    line: str = ""
    next_step: str = ""
    new_person: str = ""
    material_ids: tuple[int, ...] = ()
    touched: frozenset[str] = frozenset()


def to_draft(typed: Typed, today: date) -> dict[str, Any]:
    """What a draft keeps: days that mean the same tomorrow, lists instead of tuples."""
    kept = asdict(typed)
    for name in _DAYS:
        kept[name] = stored_when(kept[name], today) if kept[name] else ""
    kept["contact_ids"] = list(typed.contact_ids)
    kept["material_ids"] = list(typed.material_ids)
    kept["touched"] = sorted(typed.touched)
    return kept


def from_draft(kept: Mapping[str, Any], today: date) -> Typed:
    """A draft back in the fields; what an older version kept otherwise is left out."""
    blank = Typed()
    found: dict[str, Any] = {}
    for each in fields(Typed):
        value, usual = kept.get(each.name), getattr(blank, each.name)
        if isinstance(usual, tuple) and isinstance(value, list):
            found[each.name] = tuple(part for part in value if isinstance(part, int))
        elif isinstance(usual, frozenset) and isinstance(value, list):
            found[each.name] = frozenset(map(str, value))
        elif isinstance(value, str if isinstance(usual, str) else int):
            found[each.name] = value
    typed = replace(blank, **found)
    said: dict[str, Any] = {name: shown_when(getattr(typed, name), today) for name in _DAYS}
    return replace(typed, **said)


def read_typed(typed: Typed, today: date) -> LogVisit:
    """The command that the fields order. Raises Unfit with what to type, field by field."""
    wrong: dict[str, str] = {}

    def read(name: str, reader: Any) -> Any:
        try:
            return reader(getattr(typed, name))
        except RuleBroken as fault:
            wrong[name] = str(fault)
            return None

    when = read("when", lambda text: _past(text, today))
    visit_on = when[0] if when else today
    if typed.source_id is None:
        wrong["source"] = _no_source(typed.source)
    if not typed.advance:
        wrong["advance"] = translate("log", "Press A, C or S: did it advance, continue or set back?")
    if typed.kind_id is None:
        wrong["kind_id"] = translate("log", "Choose the kind of visit.")
    numbers = {name: read(name, _whole) for name in ("minutes", "travel_minutes")}
    miles = read("miles", _miles)
    next_on = read("next_on", lambda text: _next(text, today, visit_on))
    promise_by = read("promise_by", lambda text: _by(text, typed.promise, today, visit_on))
    if wrong:
        raise Unfit(wrong)
    assert typed.source_id is not None
    assert typed.kind_id is not None
    return LogVisit(
        source_id=typed.source_id,
        advance=Advance(typed.advance),
        kind_id=typed.kind_id,
        visit_on=visit_on,
        visit_id=typed.visit_id,
        start_time=when[1],
        minutes=numbers["minutes"],
        travel_minutes=numbers["travel_minutes"],
        miles=miles,
        contact_ids=typed.contact_ids,
        ask=Ask(typed.ask or Ask.NOT_ASKED),
        purpose=typed.purpose.strip(),
        line=BusinessLine(typed.line) if typed.line else None,
        notes=typed.notes.strip(),
        next_step=typed.next_step.strip(),
        material_ids=typed.material_ids,
        promise=typed.promise.strip(),
        promise_by=promise_by,
        next_on=next_on,
    )


def read_minutes(text: str) -> int | None:
    """Minutes, None for an empty field. Raises RuleBroken."""
    return _whole(text)


def _no_source(text: str) -> str:
    if text.strip():
        return translate("log", 'There is no source called "{value}". Type part of its name and choose it.').format(
            value=text.strip()[:40]
        )
    return translate("log", "Type part of a name and choose the source.")


def _past(text: str, today: date) -> tuple[date, Any]:
    try:
        day, at = read_when(text, today)
    except RuleBroken:
        raise RuleBroken(translate("log", NO_DAY)) from None
    if day > today:
        raise RuleBroken(translate("log", "That day is still to come. Log the visit on its day."))
    return day, at


def _next(text: str, today: date, visit_on: date) -> date | None:
    day = read_next(text, today, visit_on)
    if day is not None and day <= visit_on:
        raise RuleBroken(translate("log", "The next visit lies before this one. Type a later day, or leave it empty."))
    return day


def _by(text: str, promise: str, today: date, visit_on: date) -> date | None:
    if not promise.strip():
        return None
    day = read_next(text, today, visit_on)
    if day is None:
        raise RuleBroken(translate("log", "Say by when, such as fri or +3."))
    if day < visit_on:
        raise RuleBroken(translate("log", "That day lies before the visit."))
    return day


def _whole(text: str) -> int | None:
    typed = text.strip().lower().removesuffix("min").strip()
    if not typed:
        return None
    if not (typed.isascii() and typed.isdecimal()) or int(typed) > _MOST_MINUTES:
        raise RuleBroken(translate("log", "Type minutes, such as 25."))
    return int(typed)


def _miles(text: str) -> float | None:
    typed = text.strip().lower().removesuffix("mi").strip()
    if not typed:
        return None
    try:
        miles = float(typed)
    except ValueError:
        miles = -1.0
    if not 0 <= miles <= _MOST_MILES:
        raise RuleBroken(translate("log", "Type miles, such as 12 or 7.5."))
    return miles
