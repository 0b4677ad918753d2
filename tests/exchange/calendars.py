"""Visits and calendar files for the tests of both ways between them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, time
from pathlib import Path
from typing import Any

from sqlalchemy import select

from hhcrm.domain.words import VisitStatus
from hhcrm.exchange.calendar_import import import_calendar
from hhcrm.exchange.icalendars import CalendarWanted, export_calendar
from hhcrm.exchange.importing import ImportResult
from hhcrm.models.lookups import VisitKind
from hhcrm.models.visits import Visit
from hhcrm.services.commands import PlanVisit
from hhcrm.services.visits import plan_visit
from hhcrm.storage.work import Transaction
from tests.exchange.importing import TODAY, ZONE, Books


def source_of(books: Books, name: str) -> int:
    """A source by its name."""
    return int(books.row("referral_source", name=name).id)


def kind_of(books: Books, code: str = "visit") -> int:
    """A kind of visit by its code."""
    with books.engine.connect() as connection:
        kind = VisitKind.__table__.c
        return int(connection.execute(select(kind.id).where(kind.code == code)).scalar_one())


def planned(books: Books, source: str, day: date, start: time | None = None, **more: Any) -> int:
    """A planned visit; its id."""
    command = PlanVisit(source_of(books, source), kind_of(books), day, start, **more)
    return plan_visit(books.work, command).subject or 0


def changed(books: Books, visit_id: int, **values: Any) -> None:
    """Change a visit past the rules of its forms."""

    def change(tx: Transaction) -> None:
        visit = tx.session.get_one(Visit, visit_id)
        for name, value in values.items():
            setattr(visit, name, value)

    books.work.run("Change visit", change)


def completed(books: Books, source: str, day: date, **values: Any) -> int:
    """A completed visit; its id."""
    visit_id = planned(books, source, day)
    changed(books, visit_id, status=VisitStatus.COMPLETED, advance="advance", **values)
    return visit_id


def exported(books: Books, **wanted: Any) -> Path:
    """The visits as a calendar file."""
    path = books.folder / "visits.ics"
    export_calendar(books.questions, path, CalendarWanted(**wanted))
    return path


def event(uid: str = "1@example.com", **properties: str) -> list[str]:
    """The lines of an event; `dtstart` may carry parameters, as in "TZID=X:2026..."."""
    lines = ["BEGIN:VEVENT", f"UID:{uid}", "DTSTAMP:20260101T000000Z"]
    for name, value in properties.items():
        written = name.upper().replace("_", "-")
        lines.append(f"{written};{value}" if value.startswith(("TZID=", "VALUE=")) else f"{written}:{value}")
    return [*lines, "END:VEVENT"]


def calendar(books: Books, *events: Iterable[str], name: str = "calendar.ics", head: Sequence[str] = ()) -> Path:
    """A calendar file."""
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//test//EN", *head]
    for each in events:
        lines += each
    path = books.folder / name
    path.write_text("\r\n".join([*lines, "END:VCALENDAR", ""]), encoding="utf-8", newline="")
    return path


def bring(books: Books, path: Path, **how: Any) -> ImportResult:
    """Import a calendar file."""
    return import_calendar(path, books.work, today=TODAY, zone=ZONE, **how)


def counts(result: ImportResult) -> tuple[int, int, int, int]:
    """Created, updated, unchanged, refused."""
    return result.created, result.updated, result.unchanged, result.refused
