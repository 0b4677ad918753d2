"""The owner's workbook as one XLSX file, or as a ZIP archive with a CSV file for each table.

All of it or nothing: it is written beside the file and takes its place at the end. Rows go by one at a time.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from hhcrm.domain.errors import FileFault
from hhcrm.domain.wording import translate
from hhcrm.exchange.writer import csv_into, fill_sheet, replacing, workbook

if TYPE_CHECKING:
    from hhcrm.jobs.progress import Progress
    from hhcrm.queries.book_models import BookAsked, BookHead, Row, Sheet, SheetSpec
    from hhcrm.queries.bound import Questions

CONTENTS = "contents"
COLUMNS = ("sheet", "what_it_answers", "rows", "columns")
ENDINGS = (".xlsx", ".zip")


def write_owners_book(questions: Questions, path: Path, asked: BookAsked, whose: str, steps: Progress) -> int:
    """Write the workbook by the file's ending; gives the number of its tables, the contents not counted.

    `steps` hears of each table and may raise at each row to stop: then there is no file. All tables are
    of one snapshot of the database. Raises FileFault, Cancelled.
    """
    write = {".xlsx": _write_xlsx, ".zip": _write_zip}.get(path.suffix.lower())
    if write is None:
        words = translate("exchange", "{name} should end in .xlsx or .zip: that says what to write.")
        raise FileFault(words.format(name=path.name))
    with questions.owners_book(asked, whose) as (head, specs):
        write(path, head, specs, steps)
    return len(specs)


def file_name(asked: BookAsked) -> str:
    """What the file of a workbook is called, without its ending."""
    return f"measure-{asked.from_on.isoformat()}-{asked.until_on.isoformat()}"


def _write_xlsx(path: Path, head: BookHead, specs: Sequence[SheetSpec], steps: Progress) -> None:
    with workbook(path) as book:
        pages = {name: book.add_worksheet(name) for name in (CONTENTS, *(spec.name for spec in specs))}

        def put(name: str, columns: Sequence[str], rows: Iterable[Row]) -> int:
            page = pages[name]
            page.set_column(0, len(columns) - 1, 18)
            return fill_sheet(book, page, columns, rows)

        _fill(put, head, specs, steps)


def _write_zip(path: Path, head: BookHead, specs: Sequence[SheetSpec], steps: Progress) -> None:
    with replacing(path) as part, zipfile.ZipFile(part, "w", zipfile.ZIP_DEFLATED) as archive:

        def put(name: str, columns: Sequence[str], rows: Iterable[Row]) -> int:
            with (
                archive.open(f"{name}.csv", "w", force_zip64=True) as member,
                io.TextIOWrapper(member, encoding="utf-8-sig", errors="replace", newline="") as file,
            ):
                return csv_into(file, columns, rows)

        _fill(put, head, specs, steps)


_Put = Callable[[str, Sequence[str], "Iterable[Row]"], int]


def _fill(put: _Put, head: BookHead, specs: Sequence[SheetSpec], steps: Progress) -> None:
    """Each table in its turn, then the contents, which say how many rows each has."""
    lines: list[tuple[str, str, int, str]] = []
    for done, spec in enumerate(specs):
        steps.check()
        steps.report(translate("exchange", "Writing {kind}").format(kind=spec.name), done, len(specs))
        sheet = spec.make()
        count = put(sheet.name, sheet.columns, _heard(sheet, steps))
        lines.append((sheet.name, sheet.about, count, ", ".join(sheet.columns)))
    steps.check()
    put(CONTENTS, COLUMNS, [*_facts(head), *lines])
    steps.report(translate("exchange", "Writing {kind}").format(kind=CONTENTS), len(specs), len(specs))


def _heard(sheet: Sheet, steps: Progress) -> Iterator[Row]:
    """The same rows; a stop is heard at each, as one may take a while to count."""
    for row in sheet.rows:
        steps.check()
        yield row


def _facts(head: BookHead) -> list[Row]:
    """What the workbook is of, above the list of its tables."""
    asked = head.asked
    return [
        ("agency", head.agency, None, None),
        ("period", f"{asked.from_on.isoformat()} to {asked.until_on.isoformat()}", None, None),
        ("whose", head.whose or "everybody", None, None),
        ("made_at", head.made_at, None, None),
        ("patient identifiers", "none", None, None),
    ]
