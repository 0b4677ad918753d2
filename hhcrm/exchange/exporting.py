"""Records to files: exactly the rows that the list counts (product.md, section 9)."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from hhcrm.domain.errors import FileFault, StorageFault
from hhcrm.domain.wording import translate
from hhcrm.exchange.writer import write_csv, write_xlsx
from hhcrm.queries.exports import Wanted, export_count, export_rows
from hhcrm.storage.journal import Step
from hhcrm.storage.work import Transaction, UnitOfWork

if TYPE_CHECKING:
    from hhcrm.queries.bound import Questions

__all__ = ["Wanted", "export_table"]

ROWS_BETWEEN_WORDS = 5_000

Progress = Callable[[str, int, int | None], None]


def export_table(
    questions: Questions,
    kind: str,
    path: Path,
    *,
    today: date,
    wanted: Wanted | None = None,
    work: UnitOfWork | None = None,
    progress: Progress | None = None,
    check: Callable[[], None] | None = None,
) -> int:
    """Write a table as CSV or XLSX, by the file's ending; gives the number of rows.

    With patient identifiers the export is journaled by `work`, before anything is written. The file holds exactly the
    rows that were counted in the same snapshot, or there is none. `check` raises to stop. Raises FileFault, RuleBroken.
    """
    wanted = wanted or Wanted()
    write = _writer(path)
    wanted = replace(wanted, patients=wanted.patients and kind == "referrals")
    if wanted.patients:
        if work is None:
            raise ValueError("an export of patient identifiers has to be journaled")
        _journal(work, kind, path)
    with questions.reading() as connection:
        count = export_count(connection, kind, wanted, today)
        header, rows = export_rows(connection, kind, wanted, today)
        written = write(path, header, _counted(_told(rows, count, progress, check), count))
    if progress is not None:
        progress(translate("exchange", "Exporting"), written, count)
    return written


def _writer(path: Path) -> Callable[[Path, Sequence[str], Iterable[Sequence[Any]]], int]:
    ending = path.suffix.lower()
    if ending == ".csv":
        return write_csv
    if ending == ".xlsx":
        return write_xlsx
    raise FileFault(
        translate("exchange", "{name} should end in .csv or .xlsx: that says what to write.").format(name=path.name)
    )


def _journal(work: UnitOfWork, kind: str, path: Path) -> None:
    def note(tx: Transaction) -> None:
        tx.recorder.touch("referral_patient")  # who looked, not what changed: the step has no entries

    work.run(Step(f"Export {kind} with patient identifiers to {path.name}", "note"), note)


def _told(
    rows: Iterator[Sequence[Any]], count: int, progress: Progress | None, check: Callable[[], None] | None
) -> Iterator[Sequence[Any]]:
    if progress is None and check is None:
        return rows
    return _telling(rows, count, progress, check)


def _telling(
    rows: Iterator[Sequence[Any]], count: int, progress: Progress | None, check: Callable[[], None] | None
) -> Iterator[Sequence[Any]]:
    for done, row in enumerate(rows):
        if done % ROWS_BETWEEN_WORDS == 0:
            if check is not None:
                check()
            if progress is not None:
                progress(translate("exchange", "Exporting"), done, count)
        yield row


def _counted(rows: Iterator[Sequence[Any]], count: int) -> Iterator[Sequence[Any]]:
    """The rows; fails before the file takes its place when they are not as many as were counted."""
    done = 0
    for row in rows:
        done += 1
        yield row
    if done != count:
        raise StorageFault(
            translate(
                "exchange", "The list counts {count:,} rows, but {done:,} were read. Nothing was written; try again."
            ).format(count=count, done=done)
        )
