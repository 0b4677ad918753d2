"""The work of import and export. Everything here runs on worker threads and imports the database library late."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import date, tzinfo
from pathlib import Path
from typing import TYPE_CHECKING, Any

from hhcrm.domain.changes import ChangeSet
from hhcrm.domain.wording import QT_TRANSLATE_NOOP, translate
from hhcrm.exchange.fields import RecordKind
from hhcrm.queries.read_models import RunLine
from hhcrm.ui.exchange.port import (
    Candidate,
    Counts,
    ExportWish,
    FirstRow,
    Imported,
    ImportWish,
    Preview,
    RefusedRow,
    SeenFile,
    UnclearRow,
)

if TYPE_CHECKING:
    from hhcrm.exchange.importing import ImportResult
    from hhcrm.jobs.progress import Progress
    from hhcrm.queries.bound import Questions
    from hhcrm.queries.export_shape import Wanted
    from hhcrm.services.bound import Actions
    from hhcrm.storage.work import Transaction

CHECKING = QT_TRANSLATE_NOOP("exchange", "Checking every row")
IMPORTING = QT_TRANSLATE_NOOP("exchange", "Importing")
BACKING_UP = QT_TRANSLATE_NOOP("exchange", "Making a backup first")
UNDOING = QT_TRANSLATE_NOOP("exchange", "Taking the import back")
_EVERY = 500


class AgencyListWork:
    """Carries out what the windows of import and export ask for (`ListWork`).

    `back_up(why)` makes a verified backup; `today` and `zone` are the agency's.
    """

    def __init__(self, today: Callable[[], date], zone: Callable[[], tzinfo], back_up: Callable[[str], object]) -> None:
        self._today = today
        self._zone = zone
        self._back_up = back_up

    # Import

    def see(self, questions: Questions, path: Path, kind: RecordKind | None, sheet: str | None) -> SeenFile:
        """Open a file and guess what it is. Raises FileFault."""
        from hhcrm.ui.exchange.seeing import see_file

        return see_file(path, kind, sheet, questions.remembered_mapping)

    def preview(self, actions: Actions, wish: ImportWish, steps: Progress) -> Preview:
        """Say what an import would do, by the same way, and write nothing. Raises KnownFault, Cancelled."""
        result = self._run(actions, wish, steps, dry_run=True)
        refused, unclear = [], []
        for each in result.problems:
            refused.append(RefusedRow(each.row, each.column, each.value, each.problem))
            if each.candidates:
                candidates = tuple(Candidate(key, words) for key, words in each.candidates)
                unclear.append(UnclearRow(each.row, each.value, candidates))
        first = tuple(FirstRow(seen.row, seen.new, seen.title, seen.detail) for seen in result.first)
        return Preview(_counts(result), tuple(refused), tuple(unclear), first, result.notes)

    def bring_in(self, actions: Actions, wish: ImportWish, steps: Progress) -> Imported:
        """Back up, then import. Raises KnownFault, Cancelled; then nothing is changed."""
        result = self._run(actions, wish, steps, dry_run=False)
        refused = tuple(RefusedRow(each.row, each.column, each.value, each.problem) for each in result.problems)
        return Imported(result.run, _counts(result), refused, result.notes, result.changes)

    def undo(self, actions: Actions, run: int, steps: Progress) -> ChangeSet:
        """Take an import back whole. Raises Conflict where its rows have been changed since."""
        from hhcrm.exchange.importing import undo_import

        steps.report(translate("exchange", UNDOING), 0)
        return undo_import(actions.work, run)

    def save_refused(self, wish: ImportWish, refused: tuple[RefusedRow, ...], target: Path) -> int:
        """Write the refused rows as they stood in the file, each with what is wrong. Raises FileFault."""
        from hhcrm.exchange.importing import Refusal, write_refused
        from hhcrm.exchange.tables import open_table

        table = open_table(wish.path, sheet=wish.sheet)
        problems = tuple(Refusal(each.row, each.column, each.value, each.problem) for each in refused)
        return write_refused(target, table, problems)

    def runs(self, questions: Questions) -> tuple[RunLine, ...]:
        """Earlier imports, the newest first."""
        return questions.import_runs()

    def _run(self, actions: Actions, wish: ImportWish, steps: Progress, *, dry_run: bool) -> ImportResult:
        from hhcrm.exchange.importing import import_file

        def tell(_doing: str, done: int, total: int | None) -> None:
            steps.report(translate("exchange", CHECKING) if dry_run else translate("exchange", IMPORTING), done, total)

        def back_up() -> None:
            steps.report(translate("exchange", BACKING_UP), 0)
            self._back_up("before import")
            steps.check()

        return import_file(
            wish.path,
            wish.mapping.kind,
            wish.mapping,
            actions.work,
            today=self._today(),
            zone=self._zone(),
            dry_run=dry_run,
            sheet=wish.sheet,
            answers=wish.answers,
            remember=wish.remember,
            progress=tell,
            check=steps.check,
            backup=back_up,
        )

    # Export

    def count(self, questions: Questions, wish: ExportWish) -> int:
        """How many rows an export has. Raises RuleBroken."""
        if wish.ids is None:
            return questions.export_count(wish.kind, _wanted(wish))
        if wish.kind == RecordKind.SOURCES or wish.referrals is not None:
            return len(wish.ids)
        with questions.export(wish.kind, _wanted(wish)) as (header, rows):
            return sum(1 for _ in _only(header, rows, wish))

    def note_patients(self, actions: Actions, wish: ExportWish, target: Path) -> ChangeSet:
        """Write into the journal that patient identifiers leave the program, before they do."""
        from hhcrm.storage.journal import Step

        def note(tx: Transaction) -> None:
            tx.recorder.touch("referral_patient")  # who looked, not what changed: the step has no entries

        step = Step(f"Export {wish.kind} with patient identifiers to {target.name}", "note")
        return replace(actions.work.run(step, note), undoable=False)

    def export(self, questions: Questions, wish: ExportWish, target: Path, steps: Progress) -> int:
        """Write an export to a file, all of it or nothing; how many rows it has. Raises KnownFault, Cancelled."""
        from hhcrm.domain.errors import StorageFault
        from hhcrm.exchange.writer import write_csv, write_xlsx
        from hhcrm.queries.exports import export_count, export_rows

        write = write_xlsx if target.suffix.lower() == ".xlsx" else write_csv
        steps.report(translate("exchange", "Counting"), 0)
        with questions.reading() as connection:  # one snapshot: what is counted is what is written
            wanted, today = _wanted(wish), self._today()
            total = export_count(connection, wish.kind, wanted, today)
            header, rows = export_rows(connection, wish.kind, wanted, today)
            told = _told(
                rows,
                translate("exchange", "Writing {kind}").format(kind=translate("exchange", wish.kind)),
                total,
                steps,
            )
            chosen = told if wish.ids is None else _only(header, told, wish)
            written = write(target, header, chosen)
        if wish.ids is None and written != total:
            raise StorageFault(
                translate(
                    "exchange", "The list counts {total:,} rows, but {written:,} were written. Try again."
                ).format(total=total, written=written)
            )
        return written


def _counts(result: ImportResult) -> Counts:
    return Counts(result.created, result.updated, result.unchanged, result.refused)


def _wanted(wish: ExportWish) -> Wanted:
    from hhcrm.queries.export_shape import Wanted

    return Wanted(wish.from_on, wish.until_on, wish.archived, wish.patients, wish.sources, wish.referrals)


def _only(header: Sequence[str], rows: Iterator[Sequence[Any]], wish: ExportWish) -> Iterator[Sequence[Any]]:
    """The rows that were selected, or those about the sources that were."""
    place = header.index("source_id" if wish.referrals is None else "referral_id")
    wanted = {str(each) for each in wish.ids or ()}
    return (row for row in rows if str(row[place]) in wanted)


def _told(rows: Iterator[Sequence[Any]], doing: str, total: int, steps: Progress) -> Iterator[Sequence[Any]]:
    """The same rows; how far they are is said as they go by, and a cancel is heard."""
    done = 0
    for done, row in enumerate(rows):
        if done % _EVERY == 0:
            steps.check()
            steps.report(doing, done, total)
        yield row
    steps.report(doing, total, total)
