"""The work behind the windows of calendar files, for worker threads; libraries come when they are needed."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, tzinfo
from pathlib import Path
from typing import TYPE_CHECKING

from hhcrm.domain.wording import translate
from hhcrm.queries.calendar_file_models import CalendarWanted

if TYPE_CHECKING:
    from hhcrm.exchange.icalendar_reading import CalendarFile
    from hhcrm.exchange.importing import ImportResult
    from hhcrm.jobs.progress import Progress
    from hhcrm.queries.bound import Questions
    from hhcrm.services.bound import Actions


@dataclass(frozen=True, slots=True)
class CalendarWish:
    """A calendar file as it was read, and which sources its unclear events mean, by line."""

    path: Path
    file: CalendarFile
    answers: Mapping[int, int] = field(default_factory=dict)


class CalendarWork:
    """Reads, previews, brings in and writes calendar files. `today` and `zone` are the agency's."""

    def __init__(self, today: Callable[[], date], zone: Callable[[], tzinfo], back_up: Callable[[str], object]) -> None:
        self._today = today
        self._zone = zone
        self._back_up = back_up

    def read(self, path: Path, steps: Progress) -> CalendarFile:
        """Read a file, beside the writer: a large one takes a while. Raises FileFault, Cancelled."""
        from hhcrm.exchange.icalendar_reading import read_calendar

        return read_calendar(path, today=self._today(), zone=self._zone(), progress=steps.report, check=steps.check)

    def preview(self, actions: Actions, wish: CalendarWish, steps: Progress) -> ImportResult:
        """Say what an import would do. Raises KnownFault, Cancelled."""
        return self._run(actions, wish, steps, dry_run=True)

    def bring_in(self, actions: Actions, wish: CalendarWish, steps: Progress) -> ImportResult:
        """Back up, then import. Raises KnownFault, Cancelled; then nothing is changed."""
        return self._run(actions, wish, steps, dry_run=False)

    def count(self, questions: Questions, wanted: CalendarWanted) -> int:
        """How many visits a file would hold."""
        return questions.calendar_extent(wanted).count

    def export(self, questions: Questions, wanted: CalendarWanted, target: Path, steps: Progress) -> int:
        """Write visits to a file; how many. Raises KnownFault, Cancelled."""
        from hhcrm.exchange.icalendars import export_calendar

        return export_calendar(questions, target, wanted, progress=steps.report, check=steps.check)

    def _run(self, actions: Actions, wish: CalendarWish, steps: Progress, *, dry_run: bool) -> ImportResult:
        from hhcrm.exchange.calendar_import import import_calendar

        def back_up() -> None:
            steps.report(translate("exchange", "Making a backup first"), 0)
            self._back_up("before import")
            steps.check()

        return import_calendar(
            wish.path,
            actions.work,
            today=self._today(),
            zone=self._zone(),
            dry_run=dry_run,
            answers=wish.answers,
            read=wish.file,
            progress=steps.report,
            check=steps.check,
            backup=back_up,
        )
