"""People to a file that one chooses, and from vCards. The work runs on worker threads and imports late."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date, tzinfo
from pathlib import Path
from typing import TYPE_CHECKING

from hhcrm.domain.changes import ChangeSet
from hhcrm.domain.wording import translate

if TYPE_CHECKING:
    from hhcrm.exchange.vcards import CardsResult
    from hhcrm.jobs.progress import Progress
    from hhcrm.queries.bound import Questions
    from hhcrm.services.bound import Actions

CARDS, CSV, XLSX = ".vcf", ".csv", ".xlsx"


class PeopleFiles:
    """Carries out what the window asks for; `back_up(why)` makes a verified backup."""

    def __init__(self, today: Callable[[], date], zone: Callable[[], tzinfo], back_up: Callable[[str], object]) -> None:
        self._today = today
        self._zone = zone
        self._back_up = back_up

    def preview(self, actions: Actions, path: Path, answers: Mapping[int, int], steps: Progress) -> CardsResult:
        """Say what an import would do, by the same way, and write nothing. Raises FileFault."""
        return self._bring(actions, path, answers, frozenset(), steps, dry_run=True)

    def bring_in(
        self, actions: Actions, path: Path, answers: Mapping[int, int], skip: frozenset[int], steps: Progress
    ) -> CardsResult:
        """Back up, then import, in one transaction. Raises KnownFault; then nothing is changed."""
        return self._bring(actions, path, answers, skip, steps, dry_run=False)

    def undo(self, actions: Actions, run: int) -> ChangeSet:
        """Take an import back whole. Raises Conflict where its rows have been changed since."""
        from hhcrm.exchange.importing import undo_import

        return undo_import(actions.work, run)

    def export(self, questions: Questions, path: Path, ids: Sequence[int]) -> int:
        """Write people as vCards, CSV or Excel, by the file's ending; gives how many. Raises FileFault."""
        if path.suffix.lower() not in (CSV, XLSX):
            from hhcrm.exchange.vcards import export_cards

            return export_cards(questions, path, today=self._today(), ids=ids)
        return self._table(questions, path, frozenset(str(each) for each in ids))

    def _table(self, questions: Questions, path: Path, ids: frozenset[str]) -> int:
        from hhcrm.exchange.writer import write_csv, write_xlsx
        from hhcrm.queries.exports import Wanted, export_rows

        write = write_xlsx if path.suffix.lower() == XLSX else write_csv
        with questions.reading() as connection:
            header, rows = export_rows(connection, "contacts", Wanted(archived=True), self._today())
            place = header.index("contact_id")
            write(path, header, (row for row in rows if str(row[place]) in ids))
        return len(ids)

    def _bring(
        self,
        actions: Actions,
        path: Path,
        answers: Mapping[int, int],
        skip: frozenset[int],
        steps: Progress,
        *,
        dry_run: bool,
    ) -> CardsResult:
        from hhcrm.exchange.vcards import import_cards

        doing = translate("people", "Looking at every card") if dry_run else translate("people", "Bringing people in")

        def back_up() -> None:
            steps.report(translate("people", "Making a backup first"), 0)
            self._back_up("before import")
            steps.check()

        return import_cards(
            path,
            actions.work,
            today=self._today(),
            zone=self._zone(),
            dry_run=dry_run,
            answers=answers,
            skip=skip,
            progress=lambda _doing, done, total: steps.report(doing, done, total),
            check=steps.check,
            backup=back_up,
        )
