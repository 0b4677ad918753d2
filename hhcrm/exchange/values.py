"""Cells to values, a column at a time.

A column's reader remembers what it has read: most cells of a large file repeat (days, kinds, liaisons), and a repeated
cell then costs one look-up. Nothing is carried from one row to the next: the memory knows texts, not rows.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation

from hhcrm.domain.errors import RuleBroken
from hhcrm.domain.identifiers import normal_ccn, normal_npi, normal_phone, normal_zip
from hhcrm.domain.text import fold
from hhcrm.domain.wording import translate
from hhcrm.exchange.choices import book_of_choices
from hhcrm.exchange.dates import DayOrder, NotRead, read_clock, read_day, read_instant
from hhcrm.exchange.fields import Field, FieldKind

_EMAIL = re.compile(r"[^\s@,;:<>()\[\]\"|=!]+@[^\s@,;:<>()\[\]\"|!]+\.[^\s@.,;:<>()\[\]\"|!]{2,}")
_MAIL_IN_ANGLES = re.compile(r"[^<>]*<([^<>]+)>")
_SEPARATORS = re.compile(r"\s*(?:;|:::|\n)\s*")
_QUOTED_ITEM = re.compile(r'\s*"((?:[^"]|"")*)"\s*(?:;|:::|\n|\Z)|\s*([^;\n]*?)\s*(?:;|:::|\n|\Z)')
_YES = frozenset({"yes", "y", "true", "t", "1", "x", "on"})
_NO = frozenset({"no", "n", "false", "f", "0", "off"})
_MOST_REMEMBERED = 50_000
_SHOWN = 200
_LONGEST = 20_000  # of anything but plain text: patterns are matched only against cells of sensible length


@dataclass(frozen=True, slots=True)
class Problem:
    """A cell that cannot be taken, and what would be."""

    value: str
    words: str


@dataclass(frozen=True, slots=True)
class Corrected:
    """A value that was put right, and what was done to it."""

    value: object
    words: str


Parse = Callable[[str], object]


class ColumnReader:
    """Reads the cells of one column. `corrections` says, by cell, what was put right on the way."""

    def __init__(self, field: Field, order: DayOrder = "mdy", *, serials: bool = False) -> None:
        self.field = field
        self.corrections: dict[str, str] = {}
        self._memory = _Memory(self._read)
        self._parse = _parser(field, order, serials)
        self._any_problem = False

    def value(self, text: str) -> object:
        """One cell's value, or a Problem."""
        return self._memory[text]

    def values(self, texts: Sequence[str]) -> tuple[list[object], list[tuple[int, Problem]]]:
        """A column's values in order, and the places where a Problem stands instead."""
        if len(self._memory) > _MOST_REMEMBERED:
            self._memory.clear()
        read = list(map(self._memory.__getitem__, texts))
        if not self._any_problem:
            return read, []
        return read, [(place, value) for place, value in enumerate(read) if type(value) is Problem]

    def _read(self, text: str) -> object:
        value = read_cell(self.field, text, self._parse)
        if isinstance(value, Problem):
            self._any_problem = True
        elif isinstance(value, Corrected):
            self.corrections[text] = value.words
            return value.value
        return value


class _Memory(dict[str, object]):
    """Texts and what they mean; reads what it does not know yet."""

    def __init__(self, read: Parse) -> None:
        super().__init__()
        self._read = read

    def __missing__(self, text: str) -> object:
        value = self[text] = self._read(text)
        return value


def read_value(field: Field, text: str, order: DayOrder = "mdy", *, serials: bool = False) -> object:
    """One cell: its value, a Corrected value, or a Problem."""
    return read_cell(field, text, _parser(field, order, serials))


def read_cell(field: Field, text: str, parse: Parse) -> object:
    """One cell with a parser: blank is None or (), several values are read one by one."""
    typed = text.strip()
    if len(typed) > _LONGEST and field.kind is not FieldKind.TEXT:
        return Problem(
            _cut(typed),
            translate("exchange", "The cell has {count:,} characters; at most {most:,} are read here.").format(
                count=len(typed), most=_LONGEST
            ),
        )
    if field.many:
        return _read_many(split_list(typed), parse) if typed else ()
    return parse(typed) if typed else None


def split_list(text: str) -> tuple[str, ...]:
    """The items of a cell: separated by `;`, a line end or `:::`; an item in quotation marks may hold these."""
    if '"' not in text:
        return tuple(item for item in _SEPARATORS.split(text.strip()) if item)
    items, place = [], 0
    while place < len(text):
        match = _QUOTED_ITEM.match(text, place)
        if match is None:  # cannot be: the second branch matches anything
            break
        item = match[1].replace('""', '"') if match[1] is not None else match[2]
        place = max(match.end(), place + 1)
        if item:
            items.append(item)
    return tuple(items)


def _read_many(items: Sequence[str], parse: Parse) -> object:
    values, words = [], []
    for item in items:
        value = parse(item)
        if isinstance(value, Problem):
            return value
        if isinstance(value, Corrected):
            words.append(value.words)
            value = value.value
        if value not in values:
            values.append(value)
    return Corrected(tuple(values), " ".join(words)) if words else tuple(values)


def _parser(field: Field, order: DayOrder, serials: bool) -> Parse:
    match field.kind:
        case FieldKind.DAY:
            return lambda text: _timely(text, lambda: read_day(text, order, serials=serials, full_year=field.full_year))
        case FieldKind.INSTANT:
            return lambda text: _timely(text, lambda: read_instant(text, order, serials=serials))
        case FieldKind.TIME:
            return lambda text: _timely(text, lambda: read_clock(text))
        case FieldKind.WHOLE | FieldKind.NUMBER | FieldKind.MONEY:
            return lambda text: _number(field, text)
        case FieldKind.CHOICE:
            book = book_of_choices(field.choices)
            return lambda text: book.find(text) or Problem(_cut(text), _one_of(book.values))
    return _PARSERS.get(field.kind, str)


def _timely(text: str, read: Callable[[], object]) -> object:
    try:
        return read()
    except NotRead as error:
        return Problem(_cut(text), str(error))


def _number(field: Field, text: str) -> object:
    bare = text.replace(" ", "").replace("\u00a0", "")
    if field.kind is FieldKind.MONEY or "$" in bare:
        negative = bare.startswith("(") and bare.endswith(")")
        bare = ("-" if negative else "") + bare.strip("()").replace("$", "").removesuffix("USD")
    if re.fullmatch(r"-?\d{1,3}(,\d{3})+(\.\d*)?", bare, re.ASCII):
        bare = bare.replace(",", "")
    try:
        if not re.fullmatch(r"[-+]?(\d{1,15}(\.\d*)?|\.\d+)([eE][-+]?\d{1,2})?", bare, re.ASCII):
            return Problem(_cut(text), _number_words(field))
        number = Decimal(bare)
    except InvalidOperation:
        return Problem(_cut(text), _number_words(field))
    if (field.low is not None and number < Decimal(str(field.low))) or (
        field.high is not None and number > Decimal(str(field.high))
    ):
        return Problem(_cut(text), _number_words(field))
    if field.kind is FieldKind.MONEY:
        cents = number * 100
        return int(cents) if cents == cents.to_integral_value() else Problem(_cut(text), _number_words(field))
    if field.kind is FieldKind.WHOLE:
        return int(number) if number == number.to_integral_value() else Problem(_cut(text), _number_words(field))
    return float(number)


def _number_words(field: Field) -> str:
    if field.kind is FieldKind.MONEY:
        return translate("exchange", "Give an amount such as 12.34.")
    example = (
        translate("exchange", "a whole number")
        if field.kind is FieldKind.WHOLE
        else translate("exchange", "a number such as 2.5")
    )
    if field.low is not None and field.high is not None:
        return translate("exchange", "Give {example} from {low:g} to {high:,.0f}.").format(
            example=example, low=field.low, high=field.high
        )
    return translate("exchange", "Give {example}.").format(example=example)


def _id(text: str) -> object:
    if re.fullmatch(r"[1-9]\d{0,17}", text, re.ASCII):
        return int(text)
    return Problem(
        _cut(text), translate("exchange", "Give the number that an export of this program wrote, or leave it blank.")
    )


def _yes_no(text: str) -> object:
    word = fold(text)
    if word in _YES or word in _NO:
        return word in _YES
    return Problem(_cut(text), translate("exchange", "Give yes or no."))


def _phone(text: str) -> object:
    phone = normal_phone(text)
    if phone.understood:
        return phone.text
    if sum(sign.isdigit() for sign in text) < 3:
        return Problem(_cut(text), translate("exchange", "Give a telephone number such as (615) 555-0142 x12."))
    return Corrected(
        phone.text,
        translate("exchange", "{text} is no US telephone number; it was kept as written.").format(text=_cut(text)),
    )


def _zip(text: str) -> object:
    try:
        code = normal_zip(text)
    except RuleBroken as error:
        return Problem(_cut(text), str(error))
    if code.padded:
        return Corrected(
            code.text,
            translate("exchange", "{text} was read as {code}: a spreadsheet had dropped the zero.").format(
                text=_cut(text), code=code.text
            ),
        )
    return code.text


def _npi(text: str) -> object:
    try:
        return normal_npi(text)
    except RuleBroken as error:
        return Problem(_cut(text), str(error))


def _ccn(text: str) -> object:
    lost_zero = re.fullmatch(r"\d{5}", text, re.ASCII) is not None
    try:
        code = normal_ccn("0" + text if lost_zero else text)
    except RuleBroken as error:
        return Problem(_cut(text), str(error))
    if lost_zero:
        return Corrected(
            code,
            translate("exchange", "{text} was read as {code}: a spreadsheet had dropped the zero.").format(
                text=text, code=code
            ),
        )
    return code


def _email(text: str) -> object:
    if match := _MAIL_IN_ANGLES.fullmatch(text):
        text = match[1].strip()
    text = text.removeprefix("mailto:")
    if len(text) <= 254 and _EMAIL.fullmatch(text):
        return text
    return Problem(_cut(text), translate("exchange", "Give an e-mail address such as name@example.org."))


_PARSERS: dict[FieldKind, Parse] = {
    FieldKind.ID: _id,
    FieldKind.YESNO: _yes_no,
    FieldKind.PHONE: _phone,
    FieldKind.ZIP: _zip,
    FieldKind.NPI: _npi,
    FieldKind.CCN: _ccn,
    FieldKind.EMAIL: _email,
}


def _one_of(values: Sequence[str]) -> str:
    return translate("exchange", "Give one of: {words}.").format(words=", ".join(values))


def _cut(text: str) -> str:
    return text if len(text) <= _SHOWN else text[: _SHOWN - 1] + "\u2026"
