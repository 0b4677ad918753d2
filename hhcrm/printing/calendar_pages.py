"""The week on one sheet across, and a sheet for each day with room to write. Nothing in them is about a patient."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from pathlib import Path

from hhcrm.domain.days import say_full_day, say_time, say_year_day, short_weekday, weekday_name
from hhcrm.domain.wording import translate
from hhcrm.domain.words import VisitStatus
from hhcrm.printing.pdf import into_pdf
from hhcrm.printing.sheet import MUTED, Device, Sheet, line_height, wrapped
from hhcrm.queries.calendar_models import CalendarSpan, DayPage, VisitMark

_SATURDAY = 5
_HEAD = 44.0


def draw_week(page: DayPage, device: Device) -> bool:
    """The week on paper; whether the device took it."""
    return Sheet(device, across=True).draw(lambda sheet: _week(sheet, page))


def draw_days(page: DayPage, device: Device) -> bool:
    """Each day of the span on a sheet of its own; whether the device took it."""
    return Sheet(device, across=False).draw(lambda sheet: _days(sheet, page))


def write_pdf(page: DayPage, path: Path, *, week: bool) -> Path:
    """Either of them as a PDF file. Raises FileFault."""
    draw = draw_week if week else draw_days
    return into_pdf(path, _title(page, week=week), lambda device: draw(page, device))


def _title(page: DayPage, *, week: bool) -> str:
    if week:
        return translate("calendar", "Week of {day}").format(day=say_year_day(page.span.first))
    return say_full_day(page.span.first)


def _head(sheet: Sheet, title: str, page: DayPage) -> float:
    sheet.text(0, 0, sheet.width * 0.62, title, 17, bold=True)
    sheet.text(sheet.width * 0.62, 4, sheet.width * 0.38, page.agency, 10, right=True, ink=MUTED)
    sheet.text(sheet.width * 0.62, 18, sheet.width * 0.38, page.whose, 10, right=True)
    sheet.rule(0, _HEAD - 8, sheet.width)
    return _HEAD


def status_words(status: VisitStatus) -> str:
    """What became of a visit, where the shape alone would not say it."""
    return {
        VisitStatus.MISSED: translate("calendar", "missed"),
        VisitStatus.CANCELLED: translate("calendar", "cancelled"),
        VisitStatus.COMPLETED: translate("calendar", "completed"),
    }.get(status, "")


# --- the week -------------------------------------------------------------------------------------------------------


def _week(sheet: Sheet, page: DayPage) -> None:
    days = _week_days(page.span)
    waiting = {day: list(page.span.of(day)) for day in days}
    across = sheet.width / len(days)
    while True:
        top = _head(sheet, _title(page, week=True), page)
        for place, day in enumerate(days):
            _day_column(sheet, place * across, top, across, day, page, waiting[day])
        if not any(waiting.values()):
            return
        sheet.new_page()


def _week_days(span: CalendarSpan) -> Sequence[date]:
    days = [span.first + timedelta(days=n) for n in range(7)]
    busy = any(span.counts.get(day) for day in days if day.weekday() >= _SATURDAY)
    return days if busy else days[:_SATURDAY]


def _day_column(
    sheet: Sheet, left: float, top: float, across: float, day: date, page: DayPage, waiting: list[VisitMark]
) -> None:
    """One day; visits that fit are taken off `waiting`."""
    span = page.span
    if left:
        sheet.upright(left, top, sheet.height - top)
    inner, room = left + 5, across - 9
    y = top + sheet.text(inner, top, room, f"{short_weekday(day.weekday())} {day.day}", 11, bold=True) + 2
    notes = [span.holiday(day), *(translate("calendar", "{names} off").format(names=o.user) for o in span.away(day))]
    for note in filter(None, notes):
        y += sheet.text(inner, y, room, note, 8.5, ink=MUTED)
    y += 4
    while waiting:
        if y + _week_height(waiting[0], room - 12, page) > sheet.height:
            return
        y = _week_visit(sheet, inner, y, room, waiting.pop(0), page)


def _week_words(mark: VisitMark, page: DayPage) -> tuple[str, str, str, str]:
    """When and which, where, how, and what for."""
    begin = say_time(mark.start_time) if mark.start_time is not None else ""
    about = [mark.kind, status_words(mark.status), mark.liaison if page.everybody else ""]
    return " ".join(filter(None, (begin, mark.number))), mark.source, ", ".join(filter(None, about)), mark.purpose


def _week_height(mark: VisitMark, room: float, page: DayPage) -> float:
    when, source, about, purpose = _week_words(mark, page)
    small = sum(len(wrapped(words, room, 8, 2)) for words in (when, about, purpose))
    return len(wrapped(source, room, 9.5, 2, bold=True)) * line_height() + small * line_height(8) + 6


def _week_visit(sheet: Sheet, left: float, top: float, room: float, mark: VisitMark, page: DayPage) -> float:
    when, source, about, purpose = _week_words(mark, page)
    sheet.shape(left + 1, top + 2, 6.5, mark.status.value)
    left, room, y = left + 12, room - 12, top
    y += sheet.block(left, y, room, when, 8)
    planned, struck = mark.status == VisitStatus.PLANNED, mark.status == VisitStatus.CANCELLED
    y += sheet.block(left, y, room, source, bold=planned, struck=struck)
    y += sheet.block(left, y, room, about, 8, ink=MUTED)
    y += sheet.block(left, y, room, purpose, 8, ink=MUTED)
    return y + 6


# --- a day ----------------------------------------------------------------------------------------------------------


def _days(sheet: Sheet, page: DayPage) -> None:
    day = page.span.first
    while day <= page.span.last:
        if day > page.span.first:
            sheet.new_page()
        _day(sheet, page, day)
        day += timedelta(days=1)


def _day(sheet: Sheet, page: DayPage, day: date) -> None:
    title = f"{weekday_name(day.weekday())}, {say_year_day(day)}"
    y = _head(sheet, title, page)
    marks = [mark for mark in page.span.of(day) if mark.status != VisitStatus.CANCELLED]
    if holiday := page.span.holiday(day):
        y += sheet.text(0, y, sheet.width, holiday, 10, ink=MUTED) + 4
    if not marks:
        sheet.text(0, y, sheet.width, translate("calendar", "Nothing is planned for this day."), 10, ink=MUTED)
    for mark in marks:
        if y + _entry_height(page, mark) > sheet.height:
            sheet.new_page()
            y = _head(sheet, title, page)
        y = _entry(sheet, y, page, mark)


def _entry_height(page: DayPage, mark: VisitMark) -> float:
    lines = 1 + bool(page.places.get(mark.visit_id)) + bool(mark.purpose)
    return line_height(11) + lines * line_height() + 30


def _entry(sheet: Sheet, top: float, page: DayPage, mark: VisitMark) -> float:
    """A visit with a box to tick and a line to write on."""
    left, room = 96.0, sheet.width - 96.0
    sheet.box(0, top + 2, 10)
    begin = say_time(mark.start_time) if mark.start_time is not None else translate("calendar", "any time")
    sheet.text(18, top, left - 22, begin, 11, bold=True)
    words = f"{mark.source}  {mark.number}".strip()
    y = top + sheet.text(left, top, room, words, 11, bold=True)
    minutes = translate("calendar", "{count} minutes").format(count=mark.length)
    about = [mark.kind, minutes, status_words(mark.status), mark.liaison if page.everybody else ""]
    y += sheet.text(left, y, room, ", ".join(filter(None, about)), ink=MUTED)
    place = page.places.get(mark.visit_id, "")
    if place:
        y += sheet.text(left, y, room, place)
    if mark.purpose:
        y += sheet.text(left, y, room, mark.purpose)
    sheet.rule(left, y + 18, room)
    return y + 28
