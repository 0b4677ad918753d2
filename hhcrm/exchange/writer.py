"""Tables to files: CSV that a spreadsheet opens without running anything, and XLSX.

The guard of CSV cells is reversible. A text that starts with a character which spreadsheets run (`= + - @`, tab, line
ends, their full-width forms), behind any number of apostrophes, gets one apostrophe in front; reading takes one
apostrophe away from such a text. So `=1+1` goes out as `'=1+1`, `'=1+1` as `''=1+1`, and both come back unchanged,
while `'tis` is never touched. A plain negative number (`-5`, `-86.78`) is data in every spreadsheet and stays as it
is; a telephone number with a plus is guarded, because a spreadsheet would drop the plus.
"""

from __future__ import annotations

import csv
import errno
import os
import re
import secrets
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from datetime import date, datetime, time
from decimal import Decimal
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, TextIO

from hhcrm.domain.errors import FileFault
from hhcrm.domain.wording import translate
from hhcrm.exchange.encodings import GUARDED, RUN_BY_SPREADSHEETS

Cell = str | int | float | Decimal | bool | date | datetime | time | None
"""What a cell may hold. Days and instants are written in ISO form, yes and no in words, None as nothing."""

_RISKY = frozenset(RUN_BY_SPREADSHEETS + "'")
_PLAIN_NEGATIVE = re.compile(r"-\d+(\.\d+)?")
_XLSX_ROWS = 1_048_576
_XLSX_CELL = 32_767
_NAME_KEPT = 40
"""So many letters of a file's name stand in that of what is written beside it: a long name leaves no room for more."""


def write_csv(path: Path, header: Sequence[str], rows: Iterable[Sequence[Cell]]) -> int:
    """Write UTF-8 with BOM, comma, CRLF; all of the file or nothing. Gives the number of rows below the header.

    Raises FileFault when it cannot be written; a file that was there before is then unchanged.
    """
    with replacing(path) as part, part.open("w", encoding="utf-8-sig", errors="replace", newline="") as file:
        count = csv_into(file, header, rows)
        file.flush()
        os.fsync(file.fileno())
    return count


def csv_into(file: TextIO, header: Sequence[str], rows: Iterable[Sequence[Cell]]) -> int:
    """Write a header and rows as CSV into an open file; gives the number of rows."""
    count = 0
    writer = csv.writer(file, lineterminator="\r\n")
    write = writer.writerow
    write(_safe(header))
    for row in rows:
        write(_safe(row))
        count += 1
    return count


def write_xlsx(path: Path, header: Sequence[str], rows: Iterable[Sequence[Cell]], sheet: str = "Table") -> int:
    """Write a workbook of one sheet; texts stay texts, numbers are numbers, dates ISO texts. Gives the number of rows.

    Raises FileFault when it cannot be written or a workbook cannot hold it (rows, length of a text).
    """
    with workbook(path) as book:
        return fill_sheet(book, book.add_worksheet(sheet), header, rows)


@contextmanager
def workbook(path: Path) -> Iterator[Any]:
    """A new workbook that takes the place of the file once it is filled, all of it or nothing. Raises FileFault."""
    import xlsxwriter  # late: only this needs it
    from xlsxwriter.exceptions import XlsxWriterException

    with replacing(path) as part, _scratch_beside(path) as scratch:
        book = xlsxwriter.Workbook(str(part), {"constant_memory": True, "tmpdir": scratch})
        try:
            yield book
            book.close()
        except BaseException as error:
            # Closing is the only way to make the library let go of its row file; the part is thrown away.
            with suppress(XlsxWriterException, OSError):
                book.close()
            if isinstance(error, XlsxWriterException) and isinstance(error.args[0], OSError):
                raise error.args[0] from error
            raise


def fill_sheet(book: Any, page: Any, header: Sequence[str], rows: Iterable[Sequence[Cell]]) -> int:
    """Write a header and rows onto a sheet of a workbook; gives the number of rows. Raises FileFault."""
    count = 0
    bold = book.add_format({"bold": True})
    for column, name in enumerate(header):
        page.write_string(0, column, name, bold)
    page.freeze_panes(1, 0)
    for count, row in enumerate(rows, start=1):
        if count >= _XLSX_ROWS:
            raise FileFault(translate("exchange", "A workbook holds at most 1,048,575 rows. Write a CSV file instead."))
        for column, value in enumerate(row):
            if value is None or value == "":
                continue
            if isinstance(value, int | float | Decimal) and not isinstance(value, bool):
                page.write_number(count, column, value)
                continue
            text = value if isinstance(value, str) else _text(value)
            if len(text) > _XLSX_CELL:
                raise _too_long(count + 1, header[column], len(text))
            page.write_string(count, column, text)
    return count


def _scratch_beside(path: Path) -> TemporaryDirectory[str]:
    return TemporaryDirectory(prefix=f".{path.name[:_NAME_KEPT]}.", dir=path.parent, ignore_cleanup_errors=True)


def join_list(items: Iterable[str]) -> str:
    """Items as one cell, separated by `; `. An item that would fall apart is put in quotation marks."""
    return "; ".join(_list_item(item) for item in items)


def _list_item(item: str) -> str:
    if ";" in item or item.startswith('"') or ":::" in item or "\n" in item:
        return '"' + item.replace('"', '""') + '"'
    return item


def _safe(row: Sequence[Cell]) -> Sequence[Cell]:
    """The row itself, or a copy where a cell needs a guard or another form."""
    copy: list[Cell] | None = None
    for index, value in enumerate(row):
        kind = type(value)
        if kind is str:  # quicker than isinstance in this loop; the checker cannot follow it, hence the two ignores
            if value[:1] in _RISKY:  # type: ignore[index]
                copy = copy or list(row)
                copy[index] = guarded(value)  # type: ignore[arg-type]
        elif value is not None and kind is not int and kind is not float:
            copy = copy or list(row)
            copy[index] = guarded(_text(value))
    return copy or row


def guarded(text: str) -> str:
    """The text as a CSV cell that no spreadsheet runs."""
    if GUARDED.match("'" + text) and not _PLAIN_NEGATIVE.fullmatch(text):
        return "'" + text
    return text


def _text(value: Cell) -> str:
    match value:
        case bool():
            return "yes" if value else "no"
        case datetime():
            return value.isoformat(timespec="seconds")
        case date():
            return value.isoformat()
        case time():
            return value.isoformat(timespec="minutes")
    return str(value)


def _too_long(row: int, column: str, length: int) -> FileFault:
    return FileFault(
        translate(
            "exchange",
            "Row {row}, {column}: the text has {length:,} characters, a workbook's cell holds "
            "{most:,}. Write a CSV file instead.",
        ).format(row=row, column=column, length=length, most=_XLSX_CELL)
    )


@contextmanager
def replacing(path: Path) -> Iterator[Path]:
    """A new file beside the old one that takes its place when all went well, and vanishes otherwise."""
    part = path.with_name(f".{path.name[:_NAME_KEPT]}.{secrets.token_hex(4)}.part")
    try:
        yield part
        os.replace(part, path)
    except OSError as error:
        raise unwritable(path, error) from error
    finally:
        with suppress(OSError):  # what cannot even be named is not there: a folder that is a file, a name too long
            part.unlink()


def unwritable(path: Path, error: OSError) -> FileFault:
    """Words for a file that the system does not let us write."""
    match error.errno:
        case errno.ENOSPC | errno.EDQUOT | errno.EFBIG:
            words = translate(
                "exchange", "There is no room left to write {name}. Make room or choose another disk."
            ).format(name=path.name)
        case errno.ENOENT | errno.ENOTDIR:
            words = translate("exchange", "There is no folder {folder}.").format(folder=path.parent)
        case errno.EISDIR:
            words = translate("exchange", "{path} is a folder. Give a file name.").format(path=path)
        case errno.EACCES | errno.EPERM | errno.EROFS | errno.EBUSY:
            words = translate(
                "exchange", "{name} cannot be written. Close it in other programs, or choose another folder."
            ).format(name=path.name)
        case errno.ENAMETOOLONG:
            words = translate("exchange", "The file's name is too long. Choose a shorter one.")
        case _:
            words = translate("exchange", "{name} could not be written: {why}.").format(
                name=path.name, why=error.strerror or error
            )
    return FileFault(translate("exchange", "{words} Nothing was written.").format(words=words))
