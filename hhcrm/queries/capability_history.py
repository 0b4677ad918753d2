"""How what the agency can take has changed: capacity from its own rows, everything else from the journal."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from sqlalchemy import Connection, or_, select

from hhcrm.domain.days import say_day
from hhcrm.domain.journal_words import UNDO, label_shown
from hhcrm.domain.vocabulary import shown
from hhcrm.domain.wording import translate
from hhcrm.models.capability import DisciplineCapacity
from hhcrm.models.journal import JournalEntry, JournalStep
from hhcrm.models.lookups import Discipline
from hhcrm.queries.capability_models import CapabilityChange, CapabilityHistory
from hhcrm.queries.ground import PAYER, SERVICE_LINE, table
from hhcrm.queries.history import decoded

_CAPACITY, _DISCIPLINE = table(DisciplineCapacity), table(Discipline)
_STEP, _ENTRY = table(JournalStep).c, table(JournalEntry).c
_TABLES = ("payer_acceptance", "served_zip", "policy_review")
_LINE_LABEL = "Change the public information"

_ZIPS_NAMED = 6
_SENTENCES = 8
"""So many changes of one step are said one by one."""

Image = dict[str, Any]
Change = tuple[str, Image | None, Image | None]
"""A table, and one of its rows before and after."""


def capability_history(connection: Connection, most: int, today: date) -> CapabilityHistory:
    """The newest changes first, at most so many; days near `today` are said without their year."""
    found = [*_capacity_changes(connection, most + 1, today), *_journal_changes(connection, most + 1, today)]
    found.sort(key=lambda change: change.at, reverse=True)
    return CapabilityHistory(tuple(found[:most]), len(found) > most)


def capacity_words(name: str, state: str, until_on: date | None, note: str, today: date) -> str:
    """A word on a discipline in words: "Physical therapy: closed until Fri, Dec 4 (nobody free)"."""
    if until_on is None:
        said = translate("take", "{what}: {state}").format(what=name, state=shown(state))
    else:
        words = translate("take", "{what}: {state} until {day}")
        said = words.format(what=name, state=shown(state), day=say_day(until_on, today))
    return f"{said} ({note})" if note else said


def _capacity_changes(connection: Connection, most: int, today: date) -> Iterator[CapabilityChange]:
    e = _CAPACITY.c
    rows = connection.execute(
        select(e.from_at, e.by_name, e.state, e.until_on, e.note, _DISCIPLINE.c.name)
        .join(_DISCIPLINE, e.discipline_id == _DISCIPLINE.c.id)
        .order_by(e.from_at.desc(), e.id.desc())
        .limit(most)
    )
    for row in rows:
        said = capacity_words(row.name, row.state, row.until_on, row.note or "", today)
        yield CapabilityChange(row.from_at, row.by_name, (said,))


def _journal_changes(connection: Connection, most: int, today: date) -> Iterator[CapabilityChange]:
    touched = select(_ENTRY.step_id).where(_ENTRY.table_name.in_(_TABLES))
    labelled = or_(_STEP.label == _LINE_LABEL, _STEP.label == UNDO + _LINE_LABEL)
    steps = connection.execute(
        select(_STEP.id, _STEP.at, _STEP.user_name, _STEP.label, _STEP.kind)
        .where(or_(_STEP.id.in_(touched), labelled))
        .order_by(_STEP.id.desc())
        .limit(most)
    ).all()
    changes = _changes_of(connection, [step.id for step in steps])
    names = _Names(connection)
    for step in steps:
        said = _said(changes.get(step.id, ()), names, today)
        if step.kind == "undo":
            said = (label_shown(step.label), *said)
        if said:
            yield CapabilityChange(step.at, step.user_name, said)


def _changes_of(connection: Connection, steps: Sequence[int]) -> Mapping[int, list[Change]]:
    found: dict[int, list[Change]] = defaultdict(list)
    rows = connection.execute(
        select(_ENTRY.step_id, _ENTRY.table_name, _ENTRY.before, _ENTRY.after)
        .where(_ENTRY.step_id.in_(steps), _ENTRY.table_name.in_((*_TABLES, "service_line")))
        .order_by(_ENTRY.id)
    )
    for step_id, name, before, after in rows:
        found[step_id].append((name, decoded(before), decoded(after)))
    return found


class _Names:
    """Names of payers and lines, retired ones too."""

    def __init__(self, connection: Connection) -> None:
        self._payers = _names(connection, PAYER)
        self._lines = _names(connection, SERVICE_LINE)

    def payer(self, key: int) -> str:
        """What a payer is called."""
        return self._payers.get(key, "")

    def line(self, key: int | None) -> str:
        """What a line is called; None is all of them."""
        return translate("take", "all lines") if key is None else self._lines.get(key, "")


def _names(connection: Connection, of: Any) -> dict[int, str]:
    return {row.id: row.name for row in connection.execute(select(of.c.id, of.c.name))}


def _said(changes: Sequence[Change], names: _Names, today: date) -> tuple[str, ...]:
    """The changes of one step in sentences; ZIP codes of one list together, many others as a number."""
    single = [_SAY[name](before, after, names, today) for name, before, after in changes if name in _SAY]
    left = len(single) - _SENTENCES
    if left > 1:
        single = [*single[:_SENTENCES], translate("take", "and {count:,} more").format(count=left)]
    return (*single, *_zips_said(changes, names))


def _zips_said(changes: Iterable[Change], names: _Names) -> Iterator[str]:
    codes: dict[tuple[int | None, bool], list[str]] = defaultdict(list)
    for name, before, after in changes:
        if name == "served_zip":
            image = after or before or {}
            codes[(image.get("service_line_id"), after is not None)].append(str(image.get("zip", "")))
    for (line_id, added), found in codes.items():
        words = (
            translate("take", "ZIP codes added for {line}: {zips}")
            if added
            else translate("take", "ZIP codes removed for {line}: {zips}")
        )
        yield words.format(line=names.line(line_id), zips=some_zips(sorted(found)))


def some_zips(codes: Sequence[str], most: int = _ZIPS_NAMED) -> str:
    """The first ZIP codes of a list and how many more there are."""
    named = ", ".join(codes[:most])
    if len(codes) <= most:
        return named
    return translate("take", "{zips} and {count:,} more").format(zips=named, count=len(codes) - most)


def _say_payer(before: Image | None, after: Image | None, names: _Names, today: date) -> str:
    image = after or before or {}
    what = translate("take", "{payer} for {line}").format(
        payer=names.payer(image["payer_id"]), line=names.line(image["service_line_id"])
    )
    day = say_day(date.fromisoformat(image["from_on"]), today)
    if after is None:
        return translate("take", "{what}: taken back what was to hold from {day}").format(what=what, day=day)
    words = (
        translate("take", "{what}: accepted from {day}")
        if after["accepted"]
        else translate("take", "{what}: not accepted from {day}")
    )
    said, other = words.format(what=what, day=day), after.get("alternative")
    return f"{said} ({other})" if other else said


def _say_line(before: Image | None, after: Image | None, names: _Names, today: date) -> str:
    image = after or before or {}
    words = translate("take", "The public information on {line} is changed")
    return words.format(line=image.get("name", ""))


def _say_review(before: Image | None, after: Image | None, names: _Names, today: date) -> str:
    image = after or before or {}
    day = say_day(date.fromisoformat(image["reviewed_on"]), today)
    return translate("take", "{what}: reviewed on {day}").format(what=shown(image["kind"]).capitalize(), day=day)


_SAY = {"payer_acceptance": _say_payer, "service_line": _say_line, "policy_review": _say_review}
