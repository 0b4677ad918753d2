"""A day on the road on one page: each stop with its drive, whom to ask for, what was said, and a line to write on.

Where there are many stops the rows become smaller; what then still has no room is named at the foot. Nothing in it is
about a patient.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from hhcrm.domain.days import say_day, say_time, say_year_day, weekday_name
from hhcrm.domain.wording import translate
from hhcrm.printing.pdf import into_pdf
from hhcrm.printing.sheet import INK, MUTED, Device, Paper, Sheet, line_height, text_width, wrapped
from hhcrm.queries.route_models import RouteSheet, RouteStop

_HEAD = 50.0
_BETWEEN = 6.0
_SMALL = 8.5
_LINE = 22.0
"""Between two lines to write on."""

_NARROWEST = 110.0
"""Less than that is no room for an address."""

_WRITE = 44.0
"""So much more room to write than a row needs, at most."""

_ALL = 5
"""As many facts as there are."""

_DOT = "  ·  "


@dataclass(frozen=True, slots=True)
class _Row:
    """How large a row is: size of its text, lines that a longer text may take, room to write, facts in one line."""

    size: float
    most: int
    write: float
    together: int
    side: float

    @property
    def name(self) -> float:
        """The size of the source's name."""
        return self.size + 1.5


_ROWS = (
    _Row(9.5, 2, 26, 1, 108),
    _Row(9, 2, 18, 1, 102),
    _Row(8.5, 2, 12, 1, 96),
    _Row(8.5, 1, 12, 2, 96),
    _Row(7.5, 2, 10, 3, 76),
    _Row(7.5, 1, 10, 3, 76),
    _Row(7, 1, 8, _ALL, 72),
)
"""From the most comfortable to the smallest that can be read in a car."""


def draw_route(sheets: Sequence[RouteSheet], device: Device, paper: Paper = "letter") -> bool:
    """A page for each person's day, which has at least one stop; whether the device took it."""
    return Sheet(device, across=False, paper=paper).draw(lambda page: _pages(page, sheets))


def write_route(sheets: Sequence[RouteSheet], path: Path, paper: Paper = "letter") -> Path:
    """The same as a PDF file. Raises FileFault."""
    title = f"{translate('route', 'Route sheet')}, {say_year_day(sheets[0].day)}"
    return into_pdf(path, title, lambda device: draw_route(sheets, device, paper))


def _pages(page: Sheet, sheets: Sequence[RouteSheet]) -> None:
    for number, sheet in enumerate(sheets):
        if number:
            page.new_page()
        _draw(page, sheet)


def _draw(page: Sheet, sheet: RouteSheet) -> None:
    top = _head(page, sheet)
    room = page.height - top - line_height(_SMALL) - _BETWEEN
    row = next((row for row in _ROWS if _that_fit(sheet, row, page, room) == len(sheet.stops)), _ROWS[-1])
    shown, y = _that_fit(sheet, row, page, room), top
    row = _wider(sheet, row, page, room)
    for number, stop in enumerate(sheet.stops[:shown], 1):
        y = _draw_stop(page, y, number, stop, row, sheet)
    if left := sheet.stops[shown:]:
        y += page.block(0, y, page.width, _left_over(left), row.size, most=2, bold=True)
    if sheet.back is not None:
        page.text(0, y, page.width, _minutes(translate("route", "{time} back"), sheet.back), _SMALL, ink=MUTED)


def _head(page: Sheet, sheet: RouteSheet) -> float:
    day = f"{weekday_name(sheet.day.weekday())}, {say_year_day(sheet.day)}"
    page.text(0, 0, page.width * 0.66, day, 17, bold=True)
    page.text(page.width * 0.66, 1, page.width * 0.34, sheet.whose, 11, right=True, bold=True)
    page.text(page.width * 0.66, 16, page.width * 0.34, sheet.agency, 9, right=True, ink=MUTED)
    count = len(sheet.stops)
    one, many = translate("route", "{count} stop"), translate("route", "{count} stops")
    words = [translate("route", "Route sheet"), (one if count == 1 else many).format(count=count)]
    if sheet.drive:
        words.append(_minutes(translate("route", "{time} on the road"), sheet.drive))
    page.text(0, 25, page.width, _DOT.join(filter(None, [*words, *sheet.notes])), 9.5, ink=MUTED)
    page.rule(0, _HEAD - 12, page.width, INK)
    return _HEAD - 4


# --- a stop ---------------------------------------------------------------------------------------------------------


def _facts(stop: RouteStop, sheet: RouteSheet) -> list[str]:
    """What is to be known, line by line."""
    last = next_step = ""
    if stop.last_on is not None:
        last = translate("route", "Last {day}").format(day=say_day(stop.last_on, sheet.today))
        next_step = f"{last}: {stop.next_step}" if stop.next_step else last
    due = translate("route", "{what} (by {day})")
    promised = "; ".join(due.format(what=one.text, day=say_day(one.due_on, sheet.today)) for one in stop.promises)
    lines = [
        stop.address,
        translate("route", "Ask for {people}").format(people=stop.ask_for) if stop.ask_for else "",
        stop.purpose,
        next_step,
        translate("route", "Promised: {what}").format(what=promised) if promised else "",
    ]
    return [line for line in lines if line]


def _lines(stop: RouteStop, row: _Row, room: float, sheet: RouteSheet) -> list[str]:
    """The facts, as many of them in one line as the row wants."""
    facts = _facts(stop, sheet)
    facts = facts[1:] if _room_beside(stop, row, room) else facts
    return [_DOT.join(facts[place : place + row.together]) for place in range(0, len(facts), row.together)]


def _height(stop: RouteStop, row: _Row, page: Sheet, sheet: RouteSheet) -> float:
    room = page.width - row.side
    lines = sum(len(wrapped(line, room, row.size, row.most)) for line in _lines(stop, row, room, sheet))
    beside = _aside(stop, row)
    words = max(line_height(row.name) + lines * line_height(row.size), len(beside) * line_height(row.size))
    return words + row.write + _BETWEEN


def _that_fit(sheet: RouteSheet, row: _Row, page: Sheet, room: float) -> int:
    """How many stops have room, with what is said of the others."""
    heights = [_height(stop, row, page, sheet) for stop in sheet.stops]
    if sum(heights) <= room:
        return len(heights)
    room -= 2 * line_height(row.size) + _BETWEEN
    shown = 0
    while heights[shown] <= room:
        room -= heights[shown]
        shown += 1
    return shown


def _wider(sheet: RouteSheet, row: _Row, page: Sheet, room: float) -> _Row:
    """The same rows with more room to write, where the page has it to spare."""
    spare = room - sum(_height(stop, row, page, sheet) for stop in sheet.stops)
    return replace(row, write=row.write + min(_WRITE, max(0.0, spare / len(sheet.stops))))


def _draw_stop(page: Sheet, top: float, number: int, stop: RouteStop, row: _Row, sheet: RouteSheet) -> float:
    """One stop; where the next one begins comes back."""
    left, room = row.side, page.width - row.side
    y = top
    for words, strong in _aside(stop, row):
        y += page.text(0, y, left - 8, words, row.size, bold=strong, ink=INK if strong else MUTED)
    phone = _phone_width(stop, row)
    page.text(left, top, room - phone - 8, _name(stop, number), row.name, bold=True)
    if beside := _room_beside(stop, row, room):
        page.text(page.width - phone - 8 - beside, top + 1, beside, stop.address, row.size, ink=MUTED)
    if stop.phone:
        page.text(page.width - phone, top + 1, phone, stop.phone, row.size, bold=True)
    y = top + line_height(row.name)
    for line in _lines(stop, row, room, sheet):
        y += page.block(left, y, room, line, row.size, most=row.most)
    low = top + _height(stop, row, page, sheet) - _BETWEEN
    for above in range(max(1, int(row.write / _LINE))):
        page.rule(left, low - above * _LINE, room)
    return low + _BETWEEN


def _name(stop: RouteStop, number: int) -> str:
    return f"{number}  {stop.source}  {stop.number}".strip()


def _phone_width(stop: RouteStop, row: _Row) -> float:
    return text_width(stop.phone, row.size, bold=True) if stop.phone else 0.0


def _room_beside(stop: RouteStop, row: _Row, room: float) -> float:
    """The room for the address beside the name in the smallest rows; 0 where it stands among the facts."""
    if row.together != _ALL or not stop.address:
        return 0.0
    taken = text_width(_name(stop, 99), row.name, bold=True) + 10
    left = room - taken - _phone_width(stop, row) - 8
    return left if left >= _NARROWEST else 0.0


def _aside(stop: RouteStop, row: _Row) -> list[tuple[str, bool]]:
    """What stands at the left, and whether it matters most: when, what, the drive to it, how long it takes.

    In the smallest rows it is only when, and the drive.
    """
    when = say_time(stop.starts) if stop.starts is not None else translate("calendar", "any time")
    drive = "" if stop.drive is None else _minutes(translate("route", "{time} drive"), stop.drive)
    drive = f"~{drive}" if stop.guessed else drive
    short = _minutes(translate("route", "{time} too short"), stop.short_by) if stop.short_by else ""
    if row.together == _ALL:
        return [(when, True), (short or drive, bool(short))]
    there = _minutes(translate("route", "{time} there"), stop.minutes)
    kind = translate("calendar", "completed") if stop.done else stop.kind
    lines = [(when, True), (kind, stop.done), (drive, False), (short, True), (there, False)]
    return [(words, strong) for words, strong in lines if words]


def _minutes(words: str, minutes: int) -> str:
    """A sentence with so many minutes in it."""
    hours, rest = divmod(minutes, 60)
    if not hours:
        return words.format(time=translate("route", "{count} min").format(count=rest))
    parts = [translate("route", "{count} h").format(count=hours)]
    if rest:
        parts.append(translate("route", "{count} min").format(count=rest))
    return words.format(time=" ".join(parts))


def _left_over(stops: Sequence[RouteStop]) -> str:
    """Those that have no room on the page: how many, when and which."""
    named = [f"{say_time(stop.starts)} {stop.source}" if stop.starts is not None else stop.source for stop in stops]
    words = translate("route", "and {count} more: {which}")
    return words.format(count=len(stops), which="; ".join(named))
