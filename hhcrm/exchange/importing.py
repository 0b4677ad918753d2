"""Files into records: look at one, say what would happen, bring it in, take it back."""

from __future__ import annotations

import time as clock
from collections.abc import Callable, Iterator
from collections.abc import Mapping as Pairs
from dataclasses import dataclass
from datetime import date, tzinfo
from pathlib import Path
from typing import Any

from hhcrm.domain.changes import ChangeSet
from hhcrm.domain.errors import FileFault
from hhcrm.domain.wording import translate
from hhcrm.exchange.choices import ChoiceBook
from hhcrm.exchange.fields import RecordKind
from hhcrm.exchange.guess import guess_mapping
from hhcrm.exchange.mapping import Mapping, from_toml, header_shape, to_toml
from hhcrm.exchange.reading import MappedReader, missing_fields, settle_day_order, sha256_of, temporal_places
from hhcrm.exchange.tables import Note, Table, open_table
from hhcrm.exchange.writer import write_csv, write_xlsx
from hhcrm.queries.imports import remembered_mapping
from hhcrm.services.imports.rows import Block, FileFacts, Outcome, Refusal, Seen, Setting
from hhcrm.services.imports.run import run_import
from hhcrm.services.imports.taking_back import undo_import
from hhcrm.storage.faults import plain_words
from hhcrm.storage.work import UnitOfWork

__all__ = [
    "ImportResult", "Preview", "Refusal", "Seen", "import_file", "preview", "remembered", "undo_import",
    "write_refused",
]  # fmt: skip

Progress = Callable[[str, int, int | None], None]
"""What is being done, how many rows are done, of how many."""

_SAMPLE = 3
_LOOKED_AT = 50


@dataclass(frozen=True, slots=True)
class ImportResult:
    """What an import did, or would do. `run` is None when nothing was written.

    `problems` are the cells that keep rows out, `refused` counts the rows. `seconds` run from the first row read to
    the commit, `backup_seconds` are the backup's before it.
    """

    run: int | None
    created: int
    updated: int
    unchanged: int
    refused: int
    problems: tuple[Refusal, ...] = ()
    notes: tuple[str, ...] = ()
    first: tuple[Seen, ...] = ()
    changes: ChangeSet | None = None
    seconds: float = 0.0
    backup_seconds: float = 0.0


@dataclass(frozen=True, slots=True)
class Preview:
    """A file before it is brought in: how it is read, and what would become of its rows.

    `sample` are the first rows as they would be stored, by field; `days` the first dates as (text, what was read).
    """

    mapping: Mapping
    header: tuple[str, ...]
    encoding: str | None
    separator: str | None
    sheets: tuple[str, ...]
    notes: tuple[Note, ...]
    sample: tuple[Pairs[str, Any], ...]
    days: tuple[tuple[str, str], ...]
    result: ImportResult


def preview(
    path: Path,
    kind: RecordKind,
    mapping: Mapping | None,
    work: UnitOfWork,
    *,
    today: date,
    zone: tzinfo,
    sheet: str | None = None,
    answers: Pairs[int, int] | None = None,
    progress: Progress | None = None,
    check: Callable[[], None] | None = None,
) -> Preview:
    """Say everything that an import would do, by the same way, and write nothing. Raises FileFault."""
    table = open_table(path, sheet=sheet)
    mapping = _ready(table, mapping or _mapping_for(table, kind, path, work))
    rows = table.sample(_LOOKED_AT)
    block = MappedReader(table, mapping).block(rows[:_SAMPLE])
    result = import_file(
        path, kind, mapping, work, dry_run=True, today=today, zone=zone, sheet=sheet, answers=answers,
        progress=progress, check=check,
    )  # fmt: skip
    names = tuple(block.columns)
    return Preview(
        mapping,
        table.header,
        table.encoding,
        table.separator,
        table.sheets,
        table.notes,
        tuple(dict(zip(names, values, strict=True)) for values in zip(*block.columns.values(), strict=True)),
        _days(table, mapping),
        result,
    )


def import_file(
    path: Path,
    kind: RecordKind,
    mapping: Mapping | None,
    work: UnitOfWork,
    *,
    today: date,
    zone: tzinfo,
    dry_run: bool = False,
    sheet: str | None = None,
    answers: Pairs[int, int] | None = None,
    remember: bool = True,
    progress: Progress | None = None,
    check: Callable[[], None] | None = None,
    backup: Callable[[], object] | None = None,
) -> ImportResult:
    """Bring a file's rows in, in one transaction after a backup, or say all of it without writing.

    Without a mapping the one remembered for the file's header is taken, else a guess. `check` raises to stop, and then
    nothing is written. `answers` says by row number which record an unclear row means. Raises FileFault for a file
    that cannot be taken, any KnownFault of the database.
    """
    kind = RecordKind(kind)
    table = open_table(path, sheet=sheet)
    mapping = _ready(table, mapping or _mapping_for(table, kind, path, work))
    if mapping.kind is not kind:
        raise FileFault(
            translate("exchange", "The mapping is for {given}, not for {wanted}.").format(
                given=mapping.kind.value, wanted=kind.value
            )
        )
    backup_seconds = 0.0
    if backup is not None and not dry_run:
        began = clock.perf_counter()
        backup()
        backup_seconds = clock.perf_counter() - began
    began = clock.perf_counter()
    facts = _facts(path, table, mapping, remember)
    reader = MappedReader(table, mapping)
    titles = {name: table.header[place] for place, name in reversed(mapping.columns)}
    setting = Setting(today, zone, ChoiceBook, answers or {}, titles)
    outcome, changes = run_import(work, facts, _told(reader, facts.rows, progress, check), setting, dry_run=dry_run)
    seconds = clock.perf_counter() - began
    return _result(outcome, changes, table, reader, seconds, backup_seconds)


def remembered(header: tuple[str, ...], kind: RecordKind, work: UnitOfWork) -> Mapping | None:
    """The mapping used for the last file with this header, None for a new one."""
    reading = work.engine.execution_options(writing=False)  # must not wait for somebody who writes
    with plain_words(), reading.connect() as connection:
        text = remembered_mapping(connection, kind.value, header_shape(header))
    return None if text is None else from_toml(text, header)


def write_refused(path: Path, table: Table, problems: tuple[Refusal, ...]) -> int:
    """Write the refused rows as they stood in the file, with what is wrong beside each: to correct and import again.

    How many rows there are. Raises FileFault.
    """
    said: dict[int, list[str]] = {}
    for problem in problems:
        said.setdefault(problem.row, []).append(
            f"{problem.column}: {problem.problem}" if problem.column else problem.problem
        )
    width = len(table.header)

    def rows() -> Iterator[tuple[str, ...]]:
        for row in table.rows():
            if row.number in said:
                # A row with too many cells keeps them behind the words: nothing of it is lost.
                yield (
                    *row.cells[:width],
                    *[""] * (width - len(row.cells)),
                    " ".join(said[row.number]),
                    *row.cells[width:],
                )

    write = write_xlsx if path.suffix.lower() == ".xlsx" else write_csv
    return write(path, (*table.header, "problem"), rows())


def _mapping_for(table: Table, kind: RecordKind, path: Path, work: UnitOfWork) -> Mapping:
    kind = RecordKind(kind)
    known = remembered(table.header, kind, work)
    if known is not None:
        return known
    cells = [row.cells for row in table.sample(_LOOKED_AT)]
    return guess_mapping(kind, table.header, cells, file_name=path.stem, serials=table.sheet is not None)


def _ready(table: Table, mapping: Mapping) -> Mapping:
    """The mapping when it can be worked with. Raises FileFault saying what is missing."""
    if missing := missing_fields(mapping):
        raise FileFault(
            translate(
                "exchange",
                "No column of the file was recognised as {missing}. Its columns are: {columns}. "
                "Say in a mapping which one it is.",
            ).format(
                missing=translate("exchange", " or ").join(missing),
                columns=", ".join(name for name in table.header if name),
            )
        )
    return settle_day_order(table, mapping)


def _facts(path: Path, table: Table, mapping: Mapping, remember: bool) -> FileFacts:
    rows, header = sum(1 for _ in table.rows()), table.header
    return FileFacts(
        mapping.kind.value, path.name, sha256_of(path), to_toml(mapping, header), header_shape(header), rows, remember
    )


def _told(
    reader: MappedReader, rows: int, progress: Progress | None, check: Callable[[], None] | None
) -> Iterator[Block]:
    """The blocks, with word of how far they are and the question whether to go on before each."""

    def tell(done: int) -> None:
        if check is not None:
            check()
        if progress is not None:
            progress(translate("exchange", "Importing"), done, rows)

    return reader.blocks(tell)


def _days(table: Table, mapping: Mapping) -> tuple[tuple[str, str], ...]:
    """The first dates of the file and how they are read: what a person looks at to see day and month the right way."""
    found: dict[str, str] = {}
    reader = MappedReader(table, mapping)
    for row in table.sample(_LOOKED_AT):
        block = reader.block([row])
        for place in temporal_places(mapping):
            text, field = row.cells[place].strip(), mapping.field_at(place) or ""
            if text and block.numbers and field in block.columns and block.columns[field][0] is not None:
                found.setdefault(text, block.columns[field][0].isoformat())
        if len(found) >= _SAMPLE:
            break
    return tuple(found.items())[:_SAMPLE]


def _result(
    outcome: Outcome,
    changes: ChangeSet | None,
    table: Table,
    reader: MappedReader,
    seconds: float,
    backup_seconds: float,
) -> ImportResult:
    about_rows = (
        translate("exchange", "Row {number:,}: {words}").format(number=note.number, words=note.words)
        if note.number
        else note.words
        for note in table.notes
    )
    return ImportResult(
        outcome.run, outcome.created, outcome.updated, outcome.unchanged, outcome.refused, outcome.problems,
        (*about_rows, *reader.notes(), *outcome.notes), outcome.first, changes, seconds, backup_seconds,
    )  # fmt: skip
