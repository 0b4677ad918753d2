"""A calendar file into planned visits: look at it, say what would happen, bring it in."""

from __future__ import annotations

import time as clock
from collections.abc import Callable, Iterator
from collections.abc import Mapping as Pairs
from datetime import date, tzinfo
from pathlib import Path

from hhcrm.domain.wording import translate
from hhcrm.exchange.choices import ChoiceBook
from hhcrm.exchange.icalendar_reading import CalendarFile, read_calendar
from hhcrm.exchange.importing import ImportResult, Progress
from hhcrm.exchange.reading import sha256_of
from hhcrm.services.imports.events import CalendarFacts
from hhcrm.services.imports.rows import Block, FileFacts, Refusal, Setting
from hhcrm.services.imports.run import run_import
from hhcrm.storage.work import UnitOfWork

KIND = "calendar"
"""What the run of such an import is called."""

_AT_A_TIME = 500


def import_calendar(
    path: Path,
    work: UnitOfWork,
    *,
    today: date,
    zone: tzinfo,
    dry_run: bool = False,
    answers: Pairs[int, int] | None = None,
    read: CalendarFile | None = None,
    progress: Progress | None = None,
    check: Callable[[], None] | None = None,
    backup: Callable[[], object] | None = None,
) -> ImportResult:
    """Bring a calendar file's events in as planned visits, in one transaction after a backup, or say it all.

    `answers` says by the line of an event which source it means; `read` is the file as it was read before. `check`
    raises to stop, and then nothing is written. Raises FileFault, and any KnownFault of the database.
    """
    # Read before the transaction: reading a large file takes many times longer than writing, and others wait for that.
    sha256 = sha256_of(path)
    file = read or read_calendar(path, today=today, zone=zone, progress=progress, check=check)
    backup_seconds = 0.0
    if backup is not None and not dry_run:
        began = clock.perf_counter()
        backup()
        backup_seconds = clock.perf_counter() - began
    began = clock.perf_counter()
    facts = FileFacts(KIND, path.name, sha256, "", "", len(file.events), remember=False)
    known = CalendarFacts(
        frozenset((event.uid, event.recurrence) for event in file.events), frozenset(file.series), file.until
    )
    setting = Setting(today, zone, ChoiceBook, answers or {}, {}, known)
    outcome, changes = run_import(work, facts, _blocks(file, progress, check), setting, dry_run=dry_run)
    notes = (f"{words} ({count:,})" if count > 1 else words for words, count in file.notes.items())
    return ImportResult(
        outcome.run, outcome.created, outcome.updated, outcome.unchanged, outcome.refused, outcome.problems,
        (*notes, *outcome.notes), outcome.first, changes, clock.perf_counter() - began, backup_seconds,
    )  # fmt: skip


def _blocks(file: CalendarFile, progress: Progress | None, check: Callable[[], None] | None) -> Iterator[Block]:
    refused = [Refusal(each.line, each.column, each.value, each.problem) for each in file.problems]
    total = len(file.events)
    for start in range(0, max(total, 1), _AT_A_TIME):
        if check is not None:
            check()
        if progress is not None:
            progress(translate("imports", "Importing"), start, total)
        events = file.events[start : start + _AT_A_TIME]
        yield Block([event.line for event in events], {"event": events}, refused if start == 0 else ())
