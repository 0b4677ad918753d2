"""The week and the day onto paper or into a PDF, by the desktop's own dialogs."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QWidget

from hhcrm.domain.wording import translate
from hhcrm.printing import calendar_pages
from hhcrm.queries.calendar_models import CalendarFilter, DayPage
from hhcrm.ui.calendar import days
from hhcrm.ui.shared.desk import Desk
from hhcrm.ui.shared.frame_port import Frame
from hhcrm.ui.shared.paper import ask_pdf, ask_printer


class Paper:
    """What is printed: the week or the day around a day, for whom the calendar is filtered."""

    def __init__(self, desk: Desk, frame: Frame, over: QWidget) -> None:
        self._desk = desk
        self._frame = frame
        self._over = over

    def print_it(self, asked: CalendarFilter, day: date, *, week: bool) -> None:
        """Ask for the printer, then print."""
        ask_printer(
            self._over,
            "dialog_print_calendar",
            translate("calendar", "Print"),
            lambda printer: self.send(asked, day, printer, week=week),
        )

    def send(self, asked: CalendarFilter, day: date, printer: QPrinter, *, week: bool) -> None:
        """Put the pages onto a printer."""
        draw = calendar_pages.draw_week if week else calendar_pages.draw_days

        def done(page: DayPage) -> None:
            if draw(page, printer):
                self._frame.toast(translate("calendar", "Sent to the printer."))
            else:
                self._frame.toast(
                    translate("calendar", "The printer did not take it. See whether it is there and switched on.")
                )

        self._read(asked, day, done, week=week)

    def save_pdf(self, asked: CalendarFilter, day: date, *, week: bool) -> None:
        """Ask for the file, then write it."""
        ask_pdf(
            self._over,
            "dialog_calendar_pdf",
            translate("calendar", "Save as PDF"),
            file_name(day, week=week),
            lambda path: self.write(asked, day, path, week=week),
        )

    def write(self, asked: CalendarFilter, day: date, path: Path, *, week: bool) -> None:
        """Write the PDF on a worker; what goes wrong is said in words."""
        first, last = days.span_of("week" if week else "day", day)

        def done(written: Path) -> None:
            self._frame.toast(translate("calendar", "Saved as {file}.").format(file=written.name))

        self._desk.read(
            lambda q: calendar_pages.write_pdf(q.day_page(asked, first, last), path, week=week),
            done,
            self._frame.fault,
            owner=self._over,
        )

    def _read(self, asked: CalendarFilter, day: date, done: Callable[[DayPage], None], *, week: bool) -> None:
        first, last = days.span_of("week" if week else "day", day)
        self._desk.read(lambda q: q.day_page(asked, first, last), done, self._frame.fault, owner=self._over)


def file_name(day: date, *, week: bool) -> str:
    """What a file is called at first: no name of anybody, only the day."""
    return f"week-{days.monday_of(day).isoformat()}.pdf" if week else f"day-{day.isoformat()}.pdf"
