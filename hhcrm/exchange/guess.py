"""A first mapping for a file nobody has described: from its header names, then from what stands below them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from hhcrm.domain import starting_rows
from hhcrm.domain.identifiers import normal_phone
from hhcrm.domain.rows import Row
from hhcrm.domain.text import fold
from hhcrm.exchange.choices import ChoiceBook, book_of_rows
from hhcrm.exchange.dates import DayOrder, NotRead, TwoDays, detect_day_order, read_instant
from hhcrm.exchange.fields import Field, FieldKind, RecordKind, fields_of
from hhcrm.exchange.mapping import Mapping, normal_header
from hhcrm.exchange.values import ColumnReader

_ROWS_LOOKED_AT = 100
_EMPTY = 0.7
_NEAR_NAME = 92.0
_SURE, _BY_NEAR_NAME, _BY_CONTENT, _BY_DIGITS = 1.0, 0.6, 0.5, 0.4
_HONORIFICS = frozenset({"dr", "dr.", "mr", "mr.", "mrs", "mrs.", "ms", "ms.", "miss", "prof", "prof.", "mx", "mx."})
_TEMPORAL = frozenset({FieldKind.DAY, FieldKind.INSTANT})
_FREE = frozenset({FieldKind.TEXT, FieldKind.CODE, FieldKind.LIST})

_TYPE_BY_HEADER = (
    ("number of certified beds", "snf"),
    ("hospital type", "hospital"),
    ("hospital ownership", "hospital"),
)
_TYPE_BY_FILE = (
    ("nursing home", "snf"),
    ("nh provider", "snf"),
    ("skilled nursing", "snf"),
    ("snf", "snf"),
    ("inpatient rehab", "irf"),
    ("irf", "irf"),
    ("long term care hospital", "ltach"),
    ("ltch", "ltach"),
    ("hospice", "hospice"),
    ("dialysis", "dialysis_centre"),
    ("home health", "home_health_agency"),
    ("hha", "home_health_agency"),
    ("assisted living", "assisted_living"),
    ("memory care", "memory_care"),
    ("hospital", "hospital"),
)


class _Candidate(NamedTuple):
    score: float
    place: int
    field: Field


def guess_mapping(
    kind: RecordKind,
    header: Sequence[str],
    sample_rows: Sequence[Sequence[str]],
    *,
    file_name: str = "",
    serials: bool = False,
) -> Mapping:
    """Guess which column fills which field, with a confidence from 0 to 1 for each.

    A name decides unless the sample contradicts it (a "Facility ID" is a CCN only where its values are). `file_name`
    helps with the one type of sources that a file is about; `serials` says that five digits may be a day (XLSX).
    """
    columns = _columns(header, sample_rows)
    chosen = _chosen(_by_name(kind, header, columns, serials))
    chosen += _by_content(kind, chosen, columns, serials)
    if any(each.field.name == "last_name" for each in chosen):
        chosen = [each for each in chosen if each.field.name != "full_name"]
    chosen.sort(key=lambda each: each.place)
    return Mapping(
        kind,
        tuple((each.place, each.field.name) for each in chosen),
        _constants(kind, chosen, header, file_name),
        _day_order(chosen, columns),
        tuple(round(each.score, 3) for each in chosen),
    )


def _columns(header: Sequence[str], rows: Sequence[Sequence[str]]) -> list[list[str]]:
    columns: list[list[str]] = [[] for _ in header]
    for row in rows[:_ROWS_LOOKED_AT]:
        for column, cell in zip(columns, row, strict=False):
            if cell.strip():
                column.append(cell)
    return columns


def _by_name(kind: RecordKind, header: Sequence[str], columns: list[list[str]], serials: bool) -> list[_Candidate]:
    candidates = []
    for field in fields_of(kind):
        names = _names(field)
        for place, raw in enumerate(header):
            score = _name_score(field, names, raw)
            if score and (fit := _fit(field, columns[place], serials, known=score == _SURE)):
                candidates.append(_Candidate(score * fit, place, field))
    return candidates


def _names(field: Field) -> list[str]:
    """Best first: the field's own name, unless it stands further down among its synonyms."""
    own = normal_header(field.name)
    return [*field.synonyms] if own in field.synonyms else [own, *field.synonyms]


def _name_score(field: Field, names: list[str], raw: str) -> float:
    if field.kind is FieldKind.ID:
        # Another program's "Contact ID" must never be taken for ours: only the name that our exports write counts.
        return _SURE if raw.strip().lower() == field.name else 0.0
    name = normal_header(raw)
    if not name:
        return 0.0
    if name in names:
        return _SURE - 0.004 * names.index(name)
    if field.many and (bare := _without_digits(name)) and bare in {_without_digits(each) for each in names}:
        return 0.8
    return _BY_NEAR_NAME if len(name) > 4 and _is_near(name, names) else 0.0


def _without_digits(name: str) -> str:
    return " ".join(word for word in name.split() if not word.isdigit())


def _is_near(name: str, names: list[str]) -> bool:
    from rapidfuzz import fuzz, process  # late: half of what an import of this module would cost

    return process.extractOne(name, names, scorer=fuzz.token_sort_ratio, score_cutoff=_NEAR_NAME) is not None


def _fit(field: Field, cells: list[str], serials: bool, *, known: bool) -> float:
    """How well a column's cells suit a field: 0 refuses it, 1 is certain; an empty column gives way to a filled one."""
    if not cells:
        return _EMPTY
    if field.kind in _FREE:
        return _fit_of_text(field, cells)
    if field.kind is FieldKind.LOOKUP:
        share = _share_found(book_of_rows(_rows_of(field)), cells)
        return max(share, 0.6) if known else share if share >= 0.5 else 0.0
    share = _share_read(field, cells, serials)
    return 0.5 + share / 2 if share >= 0.5 else 0.0


def _fit_of_text(field: Field, cells: list[str]) -> float:
    if field.name == "title" and all(fold(cell) in _HONORIFICS for cell in cells):
        return 0.0
    if field.name in {"name", "source", "first_name", "last_name", "full_name"}:
        digits = sum(1 for cell in cells if cell.strip().isdigit())
        return 0.0 if digits > len(cells) / 2 else 1.0
    if field.name == "credentials":
        return 0.0 if all(fold(cell) in {"jr", "jr.", "sr", "sr.", "ii", "iii", "iv"} for cell in cells) else 1.0
    return 1.0


def _rows_of(field: Field) -> tuple[Row, ...]:
    rows: tuple[Row, ...] = getattr(starting_rows, field.lookup)
    return rows


def _share_found(book: ChoiceBook, cells: list[str]) -> float:
    return sum(1 for cell in cells if book.find(cell) is not None) / len(cells)


def _share_read(field: Field, cells: list[str], serials: bool) -> float:
    reader = ColumnReader(field, _order_or_us(detect_day_order(cells)), serials=serials)
    values, problems = reader.values(cells)
    return 1 - len(problems) / len(values)


def _order_or_us(order: DayOrder) -> DayOrder:
    return "mdy" if order == "ambiguous" else order


def _chosen(candidates: list[_Candidate]) -> list[_Candidate]:
    """The best candidates first; each column once, each field once unless it holds several values."""
    chosen: list[_Candidate] = []
    columns: set[int] = set()
    fields: set[str] = set()
    for candidate in sorted(candidates, key=lambda each: (-each.score, each.place)):
        if candidate.place in columns or (candidate.field.name in fields and not candidate.field.many):
            continue
        columns.add(candidate.place)
        fields.add(candidate.field.name)
        chosen.append(candidate)
    return chosen


def _by_content(
    kind: RecordKind, chosen: list[_Candidate], columns: list[list[str]], serials: bool
) -> list[_Candidate]:
    """Fields without a column that a nameless or oddly named one can only be."""
    found: list[_Candidate] = []
    for name in ("npi", "email", "date", "heard_at", "phone", "zip"):
        field = next((each for each in fields_of(kind) if each.name == name), None)
        if field is None or field.identifier or any(each.field is field for each in chosen):
            continue
        taken = {each.place for each in [*chosen, *found]}
        free = [
            place
            for place, cells in enumerate(columns)
            if place not in taken and len(cells) >= 2 and _can_only_be(field, cells, serials)
        ]
        if len(free) == 1:
            found.append(_Candidate(_BY_DIGITS if name == "zip" else _BY_CONTENT, free[0], field))
    return found


def _can_only_be(field: Field, cells: list[str], serials: bool) -> bool:
    bare = [cell.strip() for cell in cells]
    if field.kind is FieldKind.ZIP and not all(len(cell) in {5, 9, 10} for cell in bare):
        return False
    if field.kind in _TEMPORAL and not all(len(cell) >= 6 for cell in bare):
        return False
    if field.kind is FieldKind.PHONE and sum(normal_phone(cell).understood for cell in bare) < 0.9 * len(bare):
        return False
    return len(set(bare)) > 1 and _share_read(field, cells, serials) >= 0.9


def _constants(
    kind: RecordKind, chosen: list[_Candidate], header: Sequence[str], file_name: str
) -> tuple[tuple[str, str], ...]:
    """The one type that all sources of a file have, where no column says it."""
    if kind is not RecordKind.SOURCES or any(each.field.name == "type" for each in chosen):
        return ()
    names = {normal_header(name) for name in header}
    spoken = f" {normal_header(file_name)} "
    for name, code in _TYPE_BY_HEADER:
        if name in names:
            return (("type", code),)
    for words, code in _TYPE_BY_FILE:
        if f" {words}" in spoken:
            return (("type", code),)
    return ()


def _day_order(chosen: list[_Candidate], columns: list[list[str]]) -> DayOrder:
    """One order for the file: what its dates prove; "ymd" where none of them could be two days."""
    cells = [cell for each in chosen if each.field.kind in _TEMPORAL for cell in columns[each.place]]
    order = detect_day_order(cells)
    if order == "ambiguous" and not any(_could_be_two_days(cell) for cell in cells):
        contradicting = {detect_day_order([cell]) for cell in cells} >= {"mdy", "dmy"}
        return "ambiguous" if contradicting else "ymd"
    return order


def _could_be_two_days(cell: str) -> bool:
    try:
        read_instant(cell, "ambiguous")
    except TwoDays:
        return True
    except NotRead:
        return False
    return False
