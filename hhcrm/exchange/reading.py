"""A mapped file as blocks of read values: what an import is fed with."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from itertools import islice
from pathlib import Path
from typing import Any

from hhcrm.domain.errors import FileFault
from hhcrm.domain.wording import translate
from hhcrm.exchange.dates import DayOrder, detect_day_order
from hhcrm.exchange.fields import Field, FieldKind, RecordKind, field_of, fields_of
from hhcrm.exchange.mapping import Mapping
from hhcrm.exchange.tables import Row, Table, unreadable
from hhcrm.exchange.values import ColumnReader, Problem
from hhcrm.services.imports.rows import Block, Refusal

ROWS_AT_A_TIME = 2_000
_TEMPORAL = frozenset({FieldKind.DAY, FieldKind.INSTANT})
_SHOWN = 200

Tell = Callable[[int], None]


class MappedReader:
    """Reads a table's rows by a mapping, some thousand at a time."""

    def __init__(self, table: Table, mapping: Mapping) -> None:
        self._table = table
        serials = table.sheet is not None
        self._columns: list[tuple[Field, tuple[int, ...], list[ColumnReader]]] = []
        for field in fields_of(mapping.kind):
            if places := mapping.places(field.name):
                readers = [ColumnReader(field, mapping.day_order, serials=serials) for _ in places]
                self._columns.append((field, places, readers))
        self._constants = [
            (field_of(mapping.kind, name), _constant(field_of(mapping.kind, name), text, mapping.day_order))
            for name, text in mapping.constants
        ]
        self._corrected: Counter[str] = Counter()

    def blocks(self, tell: Tell) -> Iterator[Block]:
        """All rows; `tell` hears how many were read before each block."""
        rows, done = self._table.rows(), 0
        while part := list(islice(rows, ROWS_AT_A_TIME)):
            tell(done)
            yield self.block(part)
            done += len(part)
        tell(done)

    def block(self, rows: Sequence[Row]) -> Block:
        """Some rows; those that cannot be read are kept apart."""
        refused = [Refusal(row.number, "", "", row.problem) for row in rows if row.problem is not None]
        whole = [row for row in rows if row.problem is None] if refused else rows
        cells = list(zip(*(row.cells for row in whole), strict=True))
        out: set[int] = set()
        columns: dict[str, list[Any]] = {}
        for field, places, readers in self._columns:
            if cells:
                columns[field.name] = self._column(field, places, readers, cells, whole, refused, out)
        for field, value in self._constants:
            columns[field.name] = [value] * len(whole)
        numbers = [row.number for row in whole]
        if out:
            left = [place for place in range(len(numbers)) if place not in out]
            numbers = [numbers[place] for place in left]
            columns = {name: [values[place] for place in left] for name, values in columns.items()}
        return Block(numbers, _with_names(columns), refused)

    def notes(self) -> tuple[str, ...]:
        """What was put right while reading."""
        return tuple(
            translate("exchange", "{words} ({count:,} rows)").format(words=words, count=count) if count > 1 else words
            for words, count in self._corrected.items()
        )

    def _column(
        self,
        field: Field,
        places: tuple[int, ...],
        readers: list[ColumnReader],
        cells: list[tuple[str, ...]],
        rows: Sequence[Row],
        refused: list[Refusal],
        out: set[int],
    ) -> list[Any]:
        read = []
        for place, reader in zip(places, readers, strict=True):
            values, problems = reader.values(cells[place])
            for at, problem in problems:
                value = values[at]
                words = value.words if isinstance(value, Problem) else problem.words
                refused.append(Refusal(rows[at].number, self._table.header[place], problem.value, words))
                out.add(at)
            if reader.corrections:
                self._count_corrections(reader, cells[place], rows)
            read.append(values)
        if len(read) == 1:
            return read[0]
        # Several columns fill one field: the first of each value stays.
        return [
            tuple(dict.fromkeys(item for values in each for item in _items(values))) for each in zip(*read, strict=True)
        ]

    def _count_corrections(self, reader: ColumnReader, cells: tuple[str, ...], rows: Sequence[Row]) -> None:
        known = reader.corrections
        for row, cell in zip(rows, cells, strict=True):
            words = known.get(cell)
            if words is not None and len(self._corrected) < _SHOWN:
                self._corrected[f"Row {row.number:,}: {words}"] += 1


def _items(values: Any) -> tuple[Any, ...]:
    return values if isinstance(values, tuple) else ()


def _constant(field: Field, text: str, order: DayOrder) -> object:
    value = ColumnReader(field, order).value(text)
    if isinstance(value, Problem):
        raise FileFault(
            translate("exchange", "The one value given for {name}, {text}, cannot be read: {words}").format(
                name=field.name, text=text, words=value.words
            )
        )
    return value


def _with_names(columns: dict[str, list[Any]]) -> dict[str, list[Any]]:
    """Whole names as first and last name."""
    whole = columns.pop("full_name", None)
    if whole is None:
        return columns
    parts = [_parted(name) for name in whole]
    for place, name in enumerate(("first_name", "last_name", "credentials")):
        given = columns.get(name)
        if given is None:
            if name != "credentials" or any(part[place] for part in parts):
                columns[name] = [part[place] for part in parts]
        else:
            columns[name] = [own or part[place] for own, part in zip(given, parts, strict=True)]
    return columns


def _parted(name: str | None) -> tuple[str | None, str | None, str | None]:
    if not name:
        return None, None, None
    from nameparser import HumanName  # late: only files with whole names need it

    read = HumanName(name)
    first = " ".join(part for part in (read.first, read.middle) if part)
    return first or None, read.last or None, read.suffix or None


def settle_day_order(table: Table, mapping: Mapping) -> Mapping:
    """The mapping with the order of days that the whole file proves, where the first rows did not.

    Raises FileFault where it stays open: 03/04/2026 is never guessed.
    """
    if mapping.day_order != "ambiguous":
        return mapping
    places = [place for place, name in mapping.columns if field_of(mapping.kind, name).kind in _TEMPORAL]
    cells = {row.cells[place] for row in table.rows() if row.problem is None for place in places}
    filled = sorted(cell for cell in cells if cell.strip())
    if not filled:
        return _ordered(mapping, "ymd")
    order = detect_day_order(filled)
    if order == "ambiguous":
        example = next((cell for cell in filled if "/" in cell or "-" in cell or "." in cell), filled[0])
        raise FileFault(
            translate(
                "exchange",
                "The dates of this file could be month first or day first, such as {example}. Say which: "
                'give a mapping with day_order = "mdy" or "dmy", or write days like 2026-11-20.',
            ).format(example=example)
        )
    return _ordered(mapping, order)


def _ordered(mapping: Mapping, order: DayOrder) -> Mapping:
    return Mapping(mapping.kind, mapping.columns, mapping.constants, order, mapping.confidence)


def missing_fields(mapping: Mapping) -> tuple[str, ...]:
    """Fields that a file of this kind must have and that nothing fills."""
    has = {name for _, name in mapping.columns} | {name for name, _ in mapping.constants}
    missing = [field.name for field in fields_of(mapping.kind) if field.required and field.name not in has]
    instead = {"last_name": {"full_name", "first_name"}, "source": {"source_id"}}
    return tuple(name for name in missing if not instead.get(name, set()) & has)


def sha256_of(path: Path) -> str:
    """The hash of a file's bytes, as the journal keeps it. Raises FileFault."""
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError as error:
        raise unreadable(path, error) from error


def temporal_places(mapping: Mapping) -> tuple[int, ...]:
    """The columns that hold days or instants."""
    return tuple(place for place, name in mapping.columns if field_of(mapping.kind, name).kind in _TEMPORAL)


__all__ = [
    "MappedReader", "RecordKind", "missing_fields", "settle_day_order", "sha256_of", "temporal_places",
]  # fmt: skip
