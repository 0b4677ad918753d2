"""What the pages of import and export say, decided without Qt."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime, time

from hhcrm.domain import starting_rows
from hhcrm.domain.days import say_full_day, say_time
from hhcrm.domain.rows import Row
from hhcrm.domain.vocabulary import shown
from hhcrm.domain.wording import QT_TRANSLATE_NOOP, translate
from hhcrm.exchange import reading
from hhcrm.exchange.choices import ChoiceBook, book_of_rows
from hhcrm.exchange.dates import DayOrder
from hhcrm.exchange.field_words import field_label
from hhcrm.exchange.fields import Field, FieldKind, RecordKind, field_of
from hhcrm.exchange.mapping import Mapping
from hhcrm.exchange.values import ColumnReader, Problem

KIND_WORDS = {
    RecordKind.SOURCES: QT_TRANSLATE_NOOP("exchange", "Sources"),
    RecordKind.CONTACTS: QT_TRANSLATE_NOOP("exchange", "Contacts"),
    RecordKind.VISITS: QT_TRANSLATE_NOOP("exchange", "Visits"),
    RecordKind.REFERRALS: QT_TRANSLATE_NOOP("exchange", "Referrals"),
}
ENCODING_WORDS = {
    "utf-8": "UTF-8",
    "utf-8-sig": "UTF-8",
    "cp1252": "Windows-1252",
    "utf-16": "UTF-16",
    "utf-16-le": "UTF-16",
    "utf-16-be": "UTF-16",
    "utf-32": "UTF-32",
}
SEPARATOR_WORDS = {
    ",": QT_TRANSLATE_NOOP("exchange", "comma"),
    ";": QT_TRANSLATE_NOOP("exchange", "semicolon"),
    "\t": QT_TRANSLATE_NOOP("exchange", "tab"),
    "|": QT_TRANSLATE_NOOP("exchange", "vertical bar"),
}
TEMPORAL = frozenset({FieldKind.DAY, FieldKind.INSTANT})
_LONGEST = 60


_COUNTED = {
    "sources": (QT_TRANSLATE_NOOP("exchange", "{count:,} source"), QT_TRANSLATE_NOOP("exchange", "{count:,} sources")),
    "contacts": (
        QT_TRANSLATE_NOOP("exchange", "{count:,} contact"),
        QT_TRANSLATE_NOOP("exchange", "{count:,} contacts"),
    ),
    "visits": (QT_TRANSLATE_NOOP("exchange", "{count:,} visit"), QT_TRANSLATE_NOOP("exchange", "{count:,} visits")),
    "referrals": (
        QT_TRANSLATE_NOOP("exchange", "{count:,} referral"),
        QT_TRANSLATE_NOOP("exchange", "{count:,} referrals"),
    ),
    "rows": (QT_TRANSLATE_NOOP("exchange", "{count:,} row"), QT_TRANSLATE_NOOP("exchange", "{count:,} rows")),
    "columns": (QT_TRANSLATE_NOOP("exchange", "{count:,} column"), QT_TRANSLATE_NOOP("exchange", "{count:,} columns")),
}


def counted(count: int, kind: RecordKind | str) -> str:
    """`1 source`, `1,204 visits`."""
    one, many = _COUNTED[str(kind.value if isinstance(kind, RecordKind) else kind)]
    return translate("exchange", one if count == 1 else many).format(count=count)


def of_rows(count: int) -> str:
    """`1 row`, `1,204 rows`."""
    return counted(count, "rows")


def missing_fields(mapping: Mapping) -> tuple[Field, ...]:
    """Required fields that neither a column nor one value for all rows fills."""
    return tuple(field_of(mapping.kind, name) for name in reading.missing_fields(mapping))


def missing_words(mapping: Mapping) -> str:
    """What is missing, and what to do about it; "" where nothing is."""
    missing = missing_fields(mapping)
    if not missing:
        return ""
    names = translate("exchange", " and ").join(field_label(field) for field in missing)
    which = (
        translate("exchange", "the column that holds it")
        if len(missing) == 1
        else translate("exchange", "the columns that hold them")
    )
    return translate("exchange", "{names}: needed, and no column goes there yet. Choose {which}.").format(
        names=names, which=which
    )


def has_days(mapping: Mapping) -> bool:
    """Whether a mapped column holds days."""
    return any(field_of(mapping.kind, name).kind in TEMPORAL for _, name in mapping.columns)


def needs_day_order(mapping: Mapping) -> bool:
    """Whether the days of the file could be read in two ways and nobody has said which."""
    return mapping.day_order == "ambiguous" and has_days(mapping)


def sureness(mapping: Mapping, place: int, chosen: Iterable[int], remembered: bool) -> tuple[str, str]:
    """How sure the guess of a column is: words, and the kind of tag around them ("" for plain words)."""
    if mapping.field_at(place) is None:
        return "", ""
    if place in set(chosen):
        return translate("exchange", "your choice"), "info"
    if remembered:
        return translate("exchange", "as last time"), "good"
    sure = mapping.confidence_at(place)
    if sure >= 0.9:
        return translate("exchange", "sure"), "good"
    return (translate("exchange", "likely"), "info") if sure >= 0.6 else (translate("exchange", "please check"), "due")


class Speaker:
    """Says the cells of one field as they are read; remembers texts it has read."""

    def __init__(self, field: Field, order: DayOrder, *, serials: bool) -> None:
        self._field = field
        self._reader = ColumnReader(field, order, serials=serials)
        self._rows = rows_of(field)
        self._book: ChoiceBook | None = book_of_rows(self._rows) if self._rows else None

    def say(self, text: str) -> tuple[str, str]:
        """A cell as it is read, and what is wrong with it ("" where nothing is)."""
        value = self._reader.value(text)
        if isinstance(value, Problem):
            return shortened(text), value.words
        if self._book is not None and isinstance(value, str):
            return shortened(self._named(value)), ""
        return shortened(say_value(value)), ""

    def _named(self, text: str) -> str:
        code = self._book.find(text) if self._book is not None else None
        return next((row.name for row in self._rows if row.code == code), text)


def rows_of(field: Field) -> tuple[Row, ...]:
    """The rows that an extendable list starts with; () for other fields."""
    rows: tuple[Row, ...] = getattr(starting_rows, field.lookup) if field.lookup else ()
    return rows


def say_value(value: object) -> str:
    """A value in words: days with weekday and year, so that month and day cannot be mistaken."""
    match value:
        case None | ():
            return ""
        case bool():
            return shown("yes") if value else shown("no")
        case datetime():
            return f"{say_full_day(value.date())}, {say_time(value.time())}"
        case date():
            return say_full_day(value)
        case time():
            return say_time(value)
        case tuple():
            return "; ".join(say_value(each) for each in value)
        case float():
            return f"{value:,.2f}".rstrip("0").rstrip(".")
    return str(value)


def shortened(text: str, longest: int = _LONGEST) -> str:
    """A text on one line, cut where it is long."""
    line = " ".join(text.split())
    return line if len(line) <= longest else f"{line[: longest - 1]}\u2026"


def choices_of(field: Field) -> tuple[tuple[str, str], ...]:
    """What may stand in a field that holds words of a list: (text for the mapping, words)."""
    if field.kind is FieldKind.CHOICE:
        return tuple((choice.value, shown(choice.value)) for choice in field.choices)
    if field.kind is FieldKind.YESNO:
        return (("yes", shown("yes")), ("no", shown("no")))
    return tuple((row.code, row.name) for row in rows_of(field))


def constant_words(mapping: Mapping, name: str, text: str) -> str:
    """`Type: Hospital`."""
    field = field_of(mapping.kind, name)
    words = dict(choices_of(field)).get(text)
    if words is None:
        words = Speaker(field, _order_or_us(mapping.day_order), serials=False).say(text)[0]
    return f"{field_label(field)}: {words}"


def _order_or_us(order: DayOrder) -> DayOrder:
    return "mdy" if order == "ambiguous" else order
