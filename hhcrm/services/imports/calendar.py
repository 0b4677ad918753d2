"""Planned visits from a calendar file: found again by the UID of their event, moved, cancelled, never doubled.

What a person has logged, archived or called off here is not touched by a calendar. When an event and its visit have
both been moved since they last agreed, neither wins: the event is refused and both days are said.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, time
from typing import Any

from sqlalchemy import select, tuple_

from hhcrm.domain.calendar_events import USUAL_MINUTES, Moved, base_of, who_moved
from hhcrm.domain.days import MONTHS, say_time
from hhcrm.domain.vocabulary import CANCELLED_THERE, OUT_OF_SERIES
from hhcrm.domain.wording import translate
from hhcrm.domain.words import VisitStatus
from hhcrm.models.sources import ReferralSource
from hhcrm.models.visits import Visit, visit_search_text
from hhcrm.services.imports.calendar_sources import SourceFinder, parts_of
from hhcrm.services.imports.events import CalendarEvent
from hhcrm.services.imports.job import AT_A_TIME, Job
from hhcrm.services.imports.rows import FIRST_SHOWN, Block, Refused

_TABLE: Any = Visit.__table__
_v = _TABLE.c
_COLUMNS = (
    "id", "uid", "recurrence", "source_id", "visit_on", "start_time", "minutes", "status", "archived_at",
    "calendar_base",
)  # fmt: skip
_EMPTY: dict[str, Any] = dict.fromkeys(
    column.key for column in _TABLE.columns if column.key not in ("id", "version", "import_run_id")
)


@dataclass(slots=True)
class _There:
    """A visit that an event may mean."""

    id: int
    uid: str
    recurrence: str
    source_id: int
    visit_on: date
    start_time: time | None
    minutes: int | None
    status: VisitStatus
    archived_at: Any
    calendar_base: str | None

    @property
    def base(self) -> str:
        """When it is."""
        return base_of(self.visit_on, self.start_time, self.minutes)


class CalendarImport:
    """Takes events; a block's `event` column holds them."""

    def __init__(self, job: Job) -> None:
        self._job = job
        self._facts = job.setting.calendar
        self._sources = SourceFinder(job.sources)
        self._usual_kind = job.lists.coded("kind", "visit")
        self._kinds: dict[str, int | None] = {}

    def take(self, block: Block) -> None:
        """Match, count and write some events."""
        job = self._job
        job.refuse_all(block.refused)
        events: Sequence[CalendarEvent] = block.columns.get("event", ())
        there = _visits_of(job, {event.uid for event in events})
        made: list[tuple[CalendarEvent, int]] = []
        changed: dict[int, dict[str, Any]] = {}
        for event in events:
            try:
                visit = self._visit_of(event, there)
                if visit is not None:
                    self._update(event, visit, changed)
                elif event.cancelled:
                    self._leave(translate("imports", "A cancelled event is not among the visits."))
                else:
                    made.append((event, self._source_of(event)))
            except Refused as refused:
                job.refuse(event.line, refused)
        self._make(made)
        job.update(Visit, changed, _nothing_else)

    def finish(self) -> None:
        """Occurrences that a series has no more are cancelled, as far ahead as it was followed."""
        facts, job = self._facts, self._job
        if facts.until is None:
            return
        gone: dict[int, dict[str, Any]] = {}
        for found in _visits_of(job, facts.series).values():
            for visit in found:
                ahead = job.setting.today <= visit.visit_on <= facts.until
                known = (visit.uid, visit.recurrence) in facts.keys
                if ahead and not known and visit.status == VisitStatus.PLANNED and visit.archived_at is None:
                    gone[visit.id] = _cancelled(OUT_OF_SERIES)
        job.tally.updated += len(gone)
        job.update(Visit, gone, _nothing_else)

    # --- an event that is here already

    def _visit_of(self, event: CalendarEvent, there: Mapping[str, list[_There]]) -> _There | None:
        found = there.get(event.uid, [])
        for visit in found:
            if visit.recurrence == event.recurrence:
                return visit
        # An event by itself may have become one of a series since, the whole series may have moved to another hour.
        free = [
            visit for visit in found
            if visit.visit_on == event.day and (visit.uid, visit.recurrence) not in self._facts.keys
        ]  # fmt: skip
        return next((visit for visit in free if visit.start_time == event.start), free[0] if free else None)

    def _update(self, event: CalendarEvent, visit: _There, changed: dict[int, dict[str, Any]]) -> None:
        if visit.archived_at is not None:
            self._leave(translate("imports", "An event belongs to an archived visit, which stays as it is."))
            return
        if visit.status != VisitStatus.PLANNED:
            if visit.status == VisitStatus.COMPLETED or not event.cancelled:
                words = translate("imports", "An event belongs to a visit that is {status}, which stays as it is.")
                self._leave(words.format(status=visit.status.value))
            else:
                self._job.tally.unchanged += 1
            return
        values = self._values(event, visit)
        if visit.recurrence != event.recurrence:
            values["recurrence"] = event.recurrence
        if not values:
            self._job.tally.unchanged += 1
            return
        changed.setdefault(visit.id, {}).update(values)
        self._job.tally.updated += 1
        self._see(event, visit.source_id, new=False)

    def _values(self, event: CalendarEvent, visit: _There) -> dict[str, Any]:
        """What the event changes of a planned visit. Raises Refused."""
        if event.cancelled:
            return _cancelled(CANCELLED_THERE)
        here, new = visit.base, base_of(event.day, event.start, event.minutes or visit.minutes)
        agreed = visit.calendar_base or event.base
        match who_moved(here, new, agreed):
            case Moved.NOBODY:
                return {"calendar_base": new} if visit.calendar_base not in (None, new) else {}
            case Moved.HERE:
                words = translate("imports", "A visit was moved here since; the event in the file was not.")
                self._job.tally.note(words)
                return {}
            case Moved.BOTH:
                words = translate(
                    "imports",
                    "It was moved here to {here} and in the calendar to {there}. Move it in one of them to where "
                    "the other has it.",
                )
                here_words = _when(visit.visit_on, visit.start_time)
                there_words = _when(event.day, event.start)
                raise Refused("DTSTART", there_words, words.format(here=here_words, there=there_words))
        length = event.minutes or visit.minutes
        if visit.minutes is None and length == USUAL_MINUTES:
            length = None  # the length that we gave the event ourselves
        return {
            "visit_on": event.day, "start_time": event.start, "minutes": length, "calendar_base": new,
        }  # fmt: skip

    # --- an event that is new

    def _source_of(self, event: CalendarEvent) -> int:
        try:
            return self._sources.find(event.summary, event.location)
        except Refused as refused:
            return self._job.answered(event.line, refused)

    def _make(self, made: list[tuple[CalendarEvent, int]]) -> None:
        job = self._job
        planned = _planned_by_hand(job, made)
        owners = _owners(job, {source_id for _, source_id in made})
        rows = []
        for event, source_id in made:
            times = planned.get((source_id, event.day), ())
            if event.start in times or (times and (event.start is None or None in times)):
                self._leave(translate("imports", "A visit to this source is planned for that day already."))
                continue
            job.tally.created += 1
            self._see(event, source_id, new=True)
            rows.append(self._row(event, source_id, owners.get(source_id)))
        job.insert("visit", rows)
        job.tx.refresh_sources.update(row["source_id"] for row in rows)

    def _row(self, event: CalendarEvent, source_id: int, owner_id: int | None) -> dict[str, Any]:
        job = self._job
        purpose = self._purpose(event, source_id)
        return _EMPTY | {
            "id": job.keys.take("visit"),
            "source_id": source_id,
            "liaison_id": job.tx.actor.user_id or owner_id,
            "kind_id": self._kind_of(event),
            "status": VisitStatus.PLANNED,
            "visit_on": event.day,
            "start_time": event.start,
            "minutes": event.minutes,
            "purpose": purpose,
            "uid": event.uid,
            "recurrence": event.recurrence,
            "calendar_base": base_of(event.day, event.start, event.minutes),
            "find_text": visit_search_text(purpose, None, None),
        }

    def _purpose(self, event: CalendarEvent, source_id: int) -> str | None:
        """The title, unless it says no more than whom and how."""
        name = self._job.sources.known[source_id].name
        said = [part for part in list(parts_of(event.summary))[1:] if part.casefold() != name.casefold()]
        return event.summary if any(self._kind_named(part) is None for part in said) else None

    def _kind_of(self, event: CalendarEvent) -> int:
        for text in (*event.categories, *list(parts_of(event.summary))[1:]):
            kind = self._kind_named(text)
            if kind is not None:
                return kind
        return self._usual_kind

    def _kind_named(self, text: str) -> int | None:
        if text not in self._kinds:
            lists = self._job.lists
            self._kinds[text] = lists.find("kind", text) if text and lists.has("kind", text) else None
        return self._kinds[text]

    # --- what is told

    def _leave(self, words: str) -> None:
        self._job.tally.unchanged += 1
        self._job.tally.note(words)

    def _see(self, event: CalendarEvent, source_id: int, *, new: bool) -> None:
        tally = self._job.tally
        if len(tally.first) < FIRST_SHOWN:
            said = translate("imports", "cancelled") if event.cancelled else _when(event.day, event.start)
            tally.see(event.line, new, self._job.sources.known[source_id].name, said)


def _cancelled(why: str) -> dict[str, Any]:
    return {"status": VisitStatus.CANCELLED, "status_reason": why}


def _when(day: date, start: time | None) -> str:
    said = f"{MONTHS[day.month - 1][:3]} {day.day}, {day.year}"
    return said if start is None else f"{said} {say_time(start)}"


def _visits_of(job: Job, uids: Iterable[str]) -> dict[str, list[_There]]:
    """The visits that these UIDs name, by UID."""
    found: dict[str, list[_There]] = {}
    for part in _chunks(sorted(uids)):
        query = select(*(_v[name] for name in _COLUMNS)).where(_v.uid.in_(part)).order_by(_v.id)
        for row in job.connection.execute(query):
            found.setdefault(row.uid, []).append(_There(*row))
    return found


def _planned_by_hand(job: Job, made: list[tuple[CalendarEvent, int]]) -> dict[tuple[int, date], set[time | None]]:
    """When visits are planned at these sources on these days that no calendar knows of yet."""
    found: dict[tuple[int, date], set[time | None]] = {}
    for part in _chunks(sorted({(source_id, event.day) for event, source_id in made})):
        query = select(_v.source_id, _v.visit_on, _v.start_time).where(
            tuple_(_v.source_id, _v.visit_on).in_(part),
            _v.status == VisitStatus.PLANNED,
            _v.archived_at.is_(None),
            _v.calendar_base.is_(None),
        )
        for row in job.connection.execute(query):
            found.setdefault((row.source_id, row.visit_on), set()).add(row.start_time)
    return found


def _owners(job: Job, source_ids: Iterable[int]) -> dict[int, int | None]:
    s, found = ReferralSource.__table__.c, {}
    for part in _chunks(sorted(source_ids)):
        for row in job.connection.execute(select(s.id, s.owner_id).where(s.id.in_(part))):
            found[row.id] = row.owner_id
    return found


def _chunks(items: Sequence[Any]) -> Iterator[Sequence[Any]]:
    for start in range(0, len(items), AT_A_TIME):
        yield items[start : start + AT_A_TIME]


def _nothing_else(_row: Any, _values: Mapping[str, Any]) -> None:
    """A visit's people and materials are none of a calendar's business."""
