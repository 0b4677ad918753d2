"""Sheets of XLSX workbooks as rows of text: codes stay text, dates become ISO days."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import Any

from hhcrm.domain.errors import FileFault
from hhcrm.domain.wording import translate
from hhcrm.exchange.encodings import MAX_CELL

ZIP_MAGIC = b"PK\x03\x04"
OLE_MAGIC = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_MOST_UNPACKED = 2 << 30
_MOST_CELLS = 100_000_000
_DIMENSION = re.compile(rb'<dimension ref="[A-Z]+(\d+):([A-Z]+)(\d+)"')

Record = tuple[int, list[str], str | None]
"""Row number as the spreadsheet shows it, its cells, and what is wrong with it."""


class SheetFile:
    """One sheet of a workbook, read whole (the reader has no other way)."""

    def __init__(self, path: Path, sheet: str | None = None) -> None:
        import python_calamine  # late: 30 ms that only this needs

        _refuse_other_archives(path)
        try:
            book = python_calamine.CalamineWorkbook.from_path(str(path))
            self.sheets = tuple(
                each.name
                for each in book.sheets_metadata
                if each.typ == python_calamine.SheetTypeEnum.WorkSheet
                and each.visible == python_calamine.SheetVisibleEnum.Visible
            )
            self.sheet, self._range = _chosen(book, self.sheets, sheet, path)
        except (python_calamine.CalamineError, zipfile.BadZipFile) as error:
            raise FileFault(
                translate("exchange", "{name} is a damaged workbook. Open it in Excel and save it again.").format(
                    name=path.name
                )
            ) from error

    def records(self) -> Iterator[Record]:
        """All rows from the first line of the sheet on."""
        for number, values in enumerate(self._range.iter_rows(), start=1):
            cells = [value if type(value) is str else cell_text(value) for value in values]
            too_long = any(len(cell) > MAX_CELL for cell in cells)
            yield (
                number,
                cells,
                translate("exchange", "A cell is longer than {most:,} characters.").format(most=MAX_CELL)
                if too_long
                else None,
            )


def cell_text(value: object) -> str:
    """A cell's value as the text a CSV file would hold: 2138.0 is 2138, dates are ISO, true is yes."""
    match value:
        case bool():
            return "yes" if value else "no"
        case float():
            return str(int(value)) if value.is_integer() else repr(value)
        case datetime():
            return _to_the_second(value).isoformat(timespec="seconds")
        case date():
            return value.isoformat()
        case time():
            return _time_text(value)
        case timedelta():
            minutes, seconds = divmod(round(value.total_seconds()), 60)
            return f"{minutes // 60}:{minutes % 60:02}" + (f":{seconds:02}" if seconds else "")
    return str(value)


def _to_the_second(value: datetime) -> datetime:
    # Times are fractions of a day in the file: 14:05 arrives as 14:04:59.999997.
    return (value + timedelta(microseconds=500_000)).replace(microsecond=0)


def _time_text(value: time) -> str:
    rounded = _to_the_second(datetime.combine(date(2000, 1, 1), value)).time()
    return rounded.isoformat(timespec="seconds" if rounded.second else "minutes")


def _chosen(book: Any, visible: tuple[str, ...], wanted: str | None, path: Path) -> tuple[str, Any]:
    """The wanted sheet, or the first one that holds anything."""
    if wanted is not None:
        if wanted not in visible:
            raise FileFault(
                translate("exchange", "{name} has no sheet {wanted}. It has: {sheets}.").format(
                    name=path.name, wanted=wanted, sheets=", ".join(visible)
                )
            )
        return wanted, book.get_sheet_by_name(wanted)
    for name in visible:
        sheet = book.get_sheet_by_name(name)
        if sheet.height:
            return name, sheet
    raise FileFault(
        translate("exchange", "{name} is empty. Choose a file with a header row and rows below it.").format(
            name=path.name
        )
    )


def _refuse_other_archives(path: Path) -> None:
    try:
        with zipfile.ZipFile(path) as archive:
            names = set(archive.namelist())
            if "xl/workbook.xml" not in names:
                raise FileFault(_what_archive(path, names))
            if sum(entry.file_size for entry in archive.infolist()) > _MOST_UNPACKED:
                raise FileFault(
                    translate("exchange", "{name} is too large to read as a workbook. Save the sheet as CSV.").format(
                        name=path.name
                    )
                )
            for name in names:
                if name.startswith("xl/worksheets/sheet"):
                    _refuse_endless(path, archive, name)
    except (zipfile.BadZipFile, EOFError, NotImplementedError, RuntimeError) as error:
        raise FileFault(
            translate("exchange", "{name} is damaged. Open it in Excel and save it again, or save it as CSV.").format(
                name=path.name
            )
        ) from error


def _what_archive(path: Path, names: set[str]) -> str:
    if "content.xml" in names or "xl/workbook.bin" in names:
        return translate("exchange", "{name} is a workbook of another kind. Save it as XLSX or CSV.").format(
            name=path.name
        )
    if "word/document.xml" in names:
        return translate("exchange", "{name} is a Word document. Save its table as XLSX or CSV.").format(name=path.name)
    return translate("exchange", "{name} is a ZIP archive. Unpack it and choose the table inside.").format(
        name=path.name
    )


def _refuse_endless(path: Path, archive: zipfile.ZipFile, name: str) -> None:
    """The reader lays a sheet out densely: one stray cell in the last corner would ask for gigabytes."""
    with archive.open(name) as sheet:
        found = _DIMENSION.search(sheet.read(4096))
    if found is None:
        return
    width = 0
    for letter in found[2]:
        width = width * 26 + letter - 64
    if width * (int(found[3]) - int(found[1]) + 1) > _MOST_CELLS:
        raise FileFault(
            translate(
                "exchange", "{name} has cells far outside its table. Save the sheet as CSV and import that."
            ).format(name=path.name)
        )
