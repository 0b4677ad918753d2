"""Tables from files of other programs: CSV in any common encoding, and XLSX, as rows of text.

Reading costs little more than `csv.reader` itself: what needs looking at each cell (guards, `="02138"`, NULs) is
asked of the whole file first and done only where there is any.
"""

from __future__ import annotations

import csv
import re
from collections import Counter
from collections.abc import Iterator
from itertools import chain, islice
from pathlib import Path
from typing import NamedTuple, Protocol

from hhcrm.domain.errors import FileFault
from hhcrm.domain.wording import translate
from hhcrm.exchange.encodings import GUARDED, MAX_CELL, Shape, TextScan, find_shape, limit_cells, parse_head, scan_text
from hhcrm.exchange.workbooks import OLE_MAGIC, ZIP_MAGIC, Record, SheetFile

_END = "\x1c\x1d\x1c"
_SEP_LINE = re.compile(r"\s*sep=(.)\s*", re.IGNORECASE)
_WRAPPED = re.compile(r'="(.*)"', re.DOTALL)


class Row(NamedTuple):
    """One row. `number` is the row's number as a spreadsheet shows it (the header is mostly 1)."""

    number: int
    cells: tuple[str, ...]
    problem: str | None = None


class Note(NamedTuple):
    """Something worth telling that is not a refused row. `number` is a row's, where it is about one."""

    number: int | None
    words: str


class _Source(Protocol):
    def records(self) -> Iterator[Record]: ...


class Table:
    """A file's header and rows. Rows are read anew, as a stream, each time they are asked for.

    `encoding` and `separator` are None for a workbook, `sheet` is None for text; `sheets` are all sheets to choose
    from. Every row handed out has as many cells as the header has names, unless it has a problem.
    """

    def __init__(
        self,
        source: _Source,
        raw_header: list[str],
        header_number: int,
        notes: tuple[Note, ...],
        *,
        encoding: str | None = None,
        separator: str | None = None,
        sheet: str | None = None,
        sheets: tuple[str, ...] = (),
    ) -> None:
        self.header = tuple(_clean_name(name) for name in raw_header)
        self.header_number = header_number
        self.encoding = encoding
        self.separator = separator
        self.sheet = sheet
        self.sheets = sheets
        self._source = source
        self._raw_header = raw_header
        self._opening_notes = notes + _header_notes(self.header)
        self._row_notes: list[Note] = []

    @property
    def notes(self) -> tuple[Note, ...]:
        """What was noticed on opening and in the newest reading of the rows so far."""
        return self._opening_notes + tuple(self._row_notes)

    def rows(self) -> Iterator[Row]:
        """All rows below the header, blank ones left out. A row with a problem has the words beside it.

        Raises FileFault when the file cannot be read to its end.
        """
        self._row_notes = notes = []
        header, width = self._raw_header, len(self.header)
        for number, cells, problem in self._source.records():
            if number <= self.header_number:
                continue
            if problem is None:
                if len(cells) != width:
                    if not "".join(cells).strip(" \t\r\n\x1a"):  # blank, or the end mark of old systems
                        continue
                    cells, problem = _fitted(cells, self.header)
                elif not cells[0] and not "".join(cells).strip():
                    continue
                elif cells == header:
                    notes.append(
                        Note(number, translate("exchange", "The header is repeated in this row; the row was left out."))
                    )
                    continue
            yield Row(number, tuple(cells), problem)

    def sample(self, count: int = 50) -> tuple[Row, ...]:
        """The first rows without a problem: what a mapping is guessed from."""
        return tuple(islice((row for row in self.rows() if row.problem is None), count))


def open_table(
    path: Path, *, encoding: str | None = None, separator: str | None = None, sheet: str | None = None
) -> Table:
    """Recognise a CSV or XLSX file by its content and read its header.

    Raises FileFault when there is no such file, it may not be read, is something else, or is empty.
    """
    try:
        with path.open("rb") as file:
            magic = file.read(8)
        if not magic:
            raise _empty(path)
        if magic.startswith(OLE_MAGIC):
            raise FileFault(
                translate(
                    "exchange",
                    "{name} is an old Excel workbook (.xls) or one with a password. Open it in Excel and "
                    "save it as .xlsx without a password, or as CSV.",
                ).format(name=path.name)
            )
        if magic.startswith(ZIP_MAGIC):
            return _open_workbook(path, sheet)
        return _open_text(path, encoding, separator)
    except OSError as error:
        raise unreadable(path, error) from error


def unreadable(path: Path, error: OSError) -> FileFault:
    """Words for a file that the system does not let us read."""
    match error:
        case FileNotFoundError():
            return FileFault(translate("exchange", "There is no file {path}.").format(path=path))
        case IsADirectoryError():
            return FileFault(
                translate("exchange", "{path} is a folder. Choose a CSV or XLSX file in it.").format(path=path)
            )
        case PermissionError():
            if path.is_dir():
                return FileFault(
                    translate("exchange", "{path} is a folder. Choose a CSV or XLSX file in it.").format(path=path)
                )
            return FileFault(
                translate(
                    "exchange", "{name} may not be read. Close it in other programs or ask for permission."
                ).format(name=path.name)
            )
    return FileFault(
        translate("exchange", "{name} could not be read: {why}.").format(name=path.name, why=error.strerror or error)
    )


def _open_workbook(path: Path, sheet: str | None) -> Table:
    source = SheetFile(path, sheet)
    start = [(number, cells) for number, cells, _ in islice(source.records(), 200)]
    number, header, notes = _find_header(path, start)
    return Table(source, header, number, notes, sheet=source.sheet, sheets=source.sheets)


def _open_text(path: Path, encoding: str | None, separator: str | None) -> Table:
    scan = scan_text(path, encoding)
    hint = _SEP_LINE.fullmatch(scan.head.split("\n", 1)[0])
    if separator is None and hint is not None:
        separator = hint[1]
    head = scan.head.split("\n", 1)[1] if hint is not None and "\n" in scan.head else scan.head
    shape = Shape(separator) if separator is not None else find_shape(head)
    source = _TextFile(path, scan, shape)
    start = [(number, cells) for number, cells in enumerate(parse_head(scan.head, shape), start=1)]
    number, header, notes = _find_header(path, start[1:] if hint is not None else start)
    notes = tuple(Note(None, words) for words in scan.notes) + notes
    return Table(source, header, number, notes, encoding=scan.encoding, separator=shape.separator)


def _find_header(path: Path, start: list[tuple[int, list[str]]]) -> tuple[int, list[str], tuple[Note, ...]]:
    """The first filled line is the header, unless it is a title standing above one."""
    filled = [(number, cells, sum(1 for cell in cells if cell.strip())) for number, cells in start]
    filled = [each for each in filled if each[2]]
    if not filled:
        raise _empty(path)
    number, cells, count = filled[0]
    if count == 1:
        for later, names, names_count in filled[1:10]:
            if names_count >= 3:
                return later, names, (Note(number, translate("exchange", "Lines above the header were left out.")),)
    return number, cells, ()


def _empty(path: Path) -> FileFault:
    return FileFault(
        translate("exchange", "{name} is empty. Choose a file with a header row and rows below it.").format(
            name=path.name
        )
    )


def _clean_name(name: str) -> str:
    if name.startswith("ï»¿"):  # a byte order mark read as Windows-1252
        name = name[3:].strip('"')
    return " ".join(_bare(name).replace("\ufeff", "").split())


def _header_notes(header: tuple[str, ...]) -> tuple[Note, ...]:
    twice = [name for name, count in Counter(header).items() if name and count > 1]
    return tuple(
        Note(
            None, translate("exchange", "The column name {name} stands more than once in the header.").format(name=name)
        )
        for name in twice
    )


def _fitted(cells: list[str], header: tuple[str, ...]) -> tuple[list[str], str | None]:
    """A row of another width: harmless where only blank or unnamed columns are concerned."""
    width = len(header)
    if len(cells) > width:
        if any(map(str.strip, cells[width:])):
            return cells, (
                translate(
                    "exchange",
                    "The row has {count} cells, the header {width}: a separator inside a text has no "
                    "quotation marks around it, perhaps.",
                ).format(count=len(cells), width=width)
            )
        return cells[:width], None
    padded = cells + [""] * (width - len(cells))
    if any(header[len(cells) :]):
        return padded, translate(
            "exchange", "The row has {count} of {width} cells: it is cut off, or a separator is missing."
        ).format(count=len(cells), width=width)
    return padded, None


class _TextFile:
    """The records of a CSV file."""

    def __init__(self, path: Path, scan: TextScan, shape: Shape) -> None:
        self._path = path
        self._scan = scan
        self._shape = shape

    def records(self) -> Iterator[Record]:
        """All records with their numbers, blank lines counted: as a spreadsheet numbers its rows."""
        scan = self._scan
        limit_cells()
        try:
            with self._path.open(encoding=scan.encoding, errors=scan.errors, newline="") as file:
                lines: Iterator[str] = file
                if scan.nuls:
                    lines = (line.replace("\0", "") for line in file)
                yield from self._parsed(lines)
        except OSError as error:
            raise unreadable(self._path, error) from error
        except UnicodeDecodeError as error:
            raise FileFault(
                translate("exchange", "{name} changed while it was being read. Try again.").format(name=self._path.name)
            ) from error

    def _parsed(self, lines: Iterator[str]) -> Iterator[Record]:
        reader = csv.reader(
            chain(lines, (_END,)),
            delimiter=self._shape.separator,
            skipinitialspace=self._shape.skip_blank_after_separator,
        )
        unwrap = self._scan.needs_unwrapping
        number = line = 0
        while True:
            number += 1
            try:
                for cells in reader:
                    if reader.line_num - line != 1 and cells[-1].endswith(_END):
                        yield number, cells, _never_closed(reader.line_num - line - 1)
                        return
                    line = reader.line_num
                    if cells == [_END]:
                        return
                    yield number, _unwrapped(cells) if unwrap else cells, None
                    number += 1
                return
            except csv.Error:
                words = translate(
                    "exchange",
                    "A cell is longer than {most:,} characters: its quotation mark is never closed, perhaps.",
                ).format(most=MAX_CELL)
                line = reader.line_num
                yield number, [], words


def _never_closed(lines: int) -> str:
    below = f" The {lines - 1} lines below it went into one cell." if lines > 1 else ""
    return translate("exchange", "A quotation mark is opened in this row and never closed.{below}").format(below=below)


def _unwrapped(cells: list[str]) -> list[str]:
    joined = "\n".join(cells)
    if "'" not in joined and '="' not in joined:
        return cells
    return [_bare(cell) if cell[:1] in {"'", "="} else cell for cell in cells]


def _bare(cell: str) -> str:
    """A cell without what only a spreadsheet needs: one guarding apostrophe, or the wrapping of `="02138"`."""
    if GUARDED.match(cell):
        return cell[1:]
    if (wrapped := _WRAPPED.fullmatch(cell.strip())) is not None and '"' not in wrapped[1]:
        return wrapped[1]
    return cell
