"""Which column of a file is which field: what the person corrects, and what is remembered."""

from __future__ import annotations

import hashlib
import re
import tomllib
import unicodedata
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from hhcrm.domain.errors import FileFault
from hhcrm.domain.wording import translate
from hhcrm.exchange.dates import DAY_ORDERS, DayOrder
from hhcrm.exchange.fields import RecordKind, field_of, fields_of

_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
_NOT_ALNUM = re.compile(r"[\W_]+")


@dataclass(frozen=True, slots=True)
class Mapping:
    """A file's columns as fields. Several columns may fill a field that holds several values; else one does.

    `columns` are (place in the header, field name) by place; `confidence` has one number from 0 to 1 for each.
    `constants` are (field name, text) for fields that no column fills but the whole file has one value of.
    """

    kind: RecordKind
    columns: tuple[tuple[int, str], ...]
    constants: tuple[tuple[str, str], ...] = ()
    day_order: DayOrder = "ambiguous"
    confidence: tuple[float, ...] = ()

    def __post_init__(self) -> None:
        """What was made without numbers was said by a person."""
        if len(self.confidence) != len(self.columns):
            object.__setattr__(self, "confidence", (1.0,) * len(self.columns))

    def places(self, field: str) -> tuple[int, ...]:
        """The columns that fill a field."""
        return tuple(place for place, name in self.columns if name == field)

    def field_at(self, place: int) -> str | None:
        """The field that a column fills."""
        return next((name for at, name in self.columns if at == place), None)

    def confidence_at(self, place: int) -> float:
        """How sure the guess of a column is; what a person said is 1."""
        return next((sure for (at, _), sure in zip(self.columns, self.confidence, strict=True) if at == place), 0.0)

    def with_column(self, place: int, field: str | None) -> Mapping:
        """The mapping with one column changed by a person; a field that held one column gives up the other."""
        rows = [(at, name, sure) for (at, name), sure in zip(self.columns, self.confidence, strict=True) if at != place]
        constants = self.constants
        if field is not None:
            if not field_of(self.kind, field).many:
                rows = [row for row in rows if row[1] != field]
            rows.append((place, field, 1.0))
            constants = tuple(each for each in constants if each[0] != field)
        rows.sort()
        return replace(
            self,
            columns=tuple((at, name) for at, name, _ in rows),
            confidence=tuple(sure for _, _, sure in rows),
            constants=constants,
        )

    def with_constant(self, field: str, text: str | None) -> Mapping:
        """The mapping with one value for the whole file; it takes the place of the field's columns."""
        constants = tuple(each for each in self.constants if each[0] != field)
        if text is None:
            return replace(self, constants=constants)
        kept = [
            (column, sure) for column, sure in zip(self.columns, self.confidence, strict=True) if column[1] != field
        ]
        return replace(
            self,
            columns=tuple(column for column, _ in kept),
            confidence=tuple(sure for _, sure in kept),
            constants=(*constants, (field, text)),
        )


def normal_header(name: str) -> str:
    """A header name for comparing: small letters and digits, single blanks. `lst_nm` is "lst nm"."""
    apart = unicodedata.normalize("NFKD", _CAMEL.sub(" ", name)).casefold()
    plain = "".join(sign for sign in apart if not unicodedata.combining(sign))
    return _NOT_ALNUM.sub(" ", plain).strip()


def header_shape(header: Sequence[str]) -> str:
    """What a mapping is remembered by: the same for the same names in the same order, however they are spelled."""
    return hashlib.sha256("\n".join(map(normal_header, header)).encode()).hexdigest()[:16]


def to_toml(mapping: Mapping, header: Sequence[str]) -> str:
    """The mapping as a file that people may edit: header names to field names."""
    names = _unique_names(header)
    lines = [f'kind = "{mapping.kind.value}"', f'day_order = "{mapping.day_order}"', "", "[columns]"]
    lines += [f'{_quoted(names[place])} = "{field}"' for place, field in mapping.columns]
    if mapping.constants:
        lines += ["", "[constants]"]
        lines += [f"{field} = {_quoted(text)}" for field, text in mapping.constants]
    return "\n".join(lines) + "\n"


def from_toml(text: str, header: Sequence[str]) -> Mapping:
    """A mapping file for a file with this header. A column is named by its header name, or by its place as "#3".

    Raises FileFault with the line's name when the file is not understood, or names what is not there.
    """
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise FileFault(translate("exchange", "The mapping file is not TOML: {error}.").format(error=error)) from error
    try:
        kind = RecordKind(data.get("kind", ""))
    except ValueError as error:
        raise FileFault(
            translate("exchange", 'The mapping file must begin with kind = "sources" (or contacts, visits, referrals).')
        ) from error
    order = data.get("day_order", "ambiguous")
    if order not in DAY_ORDERS:
        raise FileFault(
            translate("exchange", "day_order in the mapping file must be one of {orders}.").format(
                orders=", ".join(DAY_ORDERS)
            )
        )
    unknown = set(data) - {"kind", "day_order", "columns", "constants"}
    if unknown:
        raise FileFault(
            translate("exchange", "The mapping file has unknown words: {words}.").format(
                words=", ".join(sorted(unknown))
            )
        )
    columns = _columns(kind, _texts(data, "columns"), header)
    constants = _texts(data, "constants")
    for field in constants:
        _known(kind, field)
        if any(field == name for _, name in columns):
            raise FileFault(
                translate(
                    "exchange", "The mapping file gives {field} both a column and one value for all rows."
                ).format(field=field)
            )
    return Mapping(kind, columns, tuple(constants.items()), order, (1.0,) * len(columns))


def _columns(kind: RecordKind, named: dict[str, str], header: Sequence[str]) -> tuple[tuple[int, str], ...]:
    exact: dict[str, int] = {}
    nearly: dict[str, int] = {}
    for at, name in enumerate(_unique_names(header)):
        exact[name] = at
        nearly.setdefault(normal_header(name) if not name.startswith("#") else name, at)
    found = []
    for name, field in named.items():
        place = exact.get(name, nearly.get(normal_header(name)))
        if place is None and re.fullmatch(r"#[1-9]\d{0,4}", name) and int(name[1:]) <= len(header):
            place = int(name[1:]) - 1
        if place is None:
            raise FileFault(
                translate("exchange", "The file has no column {name} that the mapping file speaks of.").format(
                    name=name
                )
            )
        _known(kind, field)
        found.append((place, field))
    for field, count in Counter(field for _, field in found).items():
        if count > 1 and not field_of(kind, field).many:
            raise FileFault(
                translate("exchange", "The mapping file gives {field} {count} columns; it can have one.").format(
                    field=field, count=count
                )
            )
    if len({place for place, _ in found}) < len(found):
        raise FileFault(translate("exchange", "The mapping file names one column twice."))
    return tuple(sorted(found))


def _known(kind: RecordKind, field: str) -> None:
    names = [each.name for each in fields_of(kind)]
    if field not in names:
        raise FileFault(
            translate("exchange", "{kind} have no field {field}. Fields are: {names}.").format(
                kind=kind.value, field=field, names=", ".join(names)
            )
        )


def _texts(data: dict[str, Any], table: str) -> dict[str, str]:
    values = data.get(table, {})
    if not isinstance(values, dict) or not all(isinstance(value, str) for value in values.values()):
        raise FileFault(f'[{table}] in the mapping file must hold lines such as "Facility Name" = "name".')
    return values


def _unique_names(header: Sequence[str]) -> list[str]:
    """Names as the mapping file says them: a blank or repeated one by its place."""
    seen: set[str] = set()
    names = []
    for place, name in enumerate(header, start=1):
        names.append(f"#{place}" if not normal_header(name) or name in seen else name)
        seen.add(name)
    return names


def _quoted(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return '"' + "".join(sign if sign >= " " and sign != "\x7f" else f"\\u{ord(sign):04x}" for sign in escaped) + '"'
