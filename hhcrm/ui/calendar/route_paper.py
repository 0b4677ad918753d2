"""The route sheet of a day onto paper, into a PDF, or as a calendar file: what the button and the day's menu offer."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path

from PySide6.QtGui import QPageSize
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QMenu, QWidget

from hhcrm.domain.days import say_full_day
from hhcrm.domain.errors import RuleBroken
from hhcrm.domain.wording import translate
from hhcrm.printing.route_sheet import draw_route, write_route
from hhcrm.printing.sheet import Paper
from hhcrm.queries.route_models import RouteSheet
from hhcrm.ui.shared.desk import Desk
from hhcrm.ui.shared.frame_port import Frame
from hhcrm.ui.shared.icons import app_icons
from hhcrm.ui.shared.palette import Colors
from hhcrm.ui.shared.paper import ask_pdf, ask_printer

ExportDay = Callable[[date, int | None], object]
"""Offer a day's visits, of one person or of everybody, as a calendar file."""


class RoutePaper:
    """One person's sheet, or a page for everybody who has visits on the day."""

    def __init__(self, desk: Desk, frame: Frame, over: QWidget, export_day: ExportDay | None) -> None:
        self._desk = desk
        self._frame = frame
        self._over = over
        self._export_day = export_day

    def menu(self, day: date, liaison_id: int | None) -> QMenu:
        """Where the sheet of a day can go."""
        menu = QMenu(self._over)
        menu.setObjectName("calendar_route_menu")
        menu.setAccessibleName(translate("route", "Route sheet"))
        self.fill(menu, day, liaison_id)
        return menu

    def fill(self, menu: QMenu, day: date, liaison_id: int | None) -> None:
        """Put the same into a menu, under the day."""
        head = menu.addAction(say_full_day(day))
        head.setObjectName("calendar_route_day")
        head.setEnabled(False)
        for name, icon, words, act in (
            ("pdf", "file-text", translate("route", "Route sheet as PDF, &Letter…"), partial(self.save_pdf, "letter")),
            ("pdf_a4", "file-text", translate("route", "Route sheet as PDF, &A4…"), partial(self.save_pdf, "a4")),
            ("print", "printer", translate("route", "&Print the route sheet…"), self.print_it),
            ("file", "upload", translate("route", "&Calendar file of the day…"), self._export_day),
        ):
            if act is not None:
                item = menu.addAction(words, partial(act, day, liaison_id))
                item.setObjectName(f"calendar_route_{name}")
                item.setIcon(app_icons().icon(icon, Colors.of(menu).muted))

    def save_pdf(self, paper: Paper, day: date, liaison_id: int | None) -> None:
        """Ask for the file, then write it."""
        ask_pdf(
            self._over,
            "dialog_route_pdf",
            translate("route", "Save the route sheet"),
            f"route-{day.isoformat()}.pdf",
            lambda path: self.write(paper, day, liaison_id, path),
        )

    def write(self, paper: Paper, day: date, liaison_id: int | None, path: Path) -> None:
        """Write the PDF on a worker; what goes wrong is said in words."""

        def done(written: Path) -> None:
            self._frame.toast(translate("calendar", "Saved as {file}.").format(file=written.name))

        self._desk.read(
            lambda q: write_route(_there(q.route_sheets(liaison_id, day)), path, paper),
            done,
            self._frame.fault,
            owner=self._over,
        )

    def print_it(self, day: date, liaison_id: int | None) -> None:
        """Ask for the printer, then print."""
        ask_printer(
            self._over,
            "dialog_print_route",
            translate("route", "Print the route sheet"),
            lambda printer: self.send(day, liaison_id, printer),
        )

    def send(self, day: date, liaison_id: int | None, printer: QPrinter) -> None:
        """Put the sheet onto a printer, on the paper that is in it."""
        a4 = printer.pageLayout().pageSize().id() is QPageSize.PageSizeId.A4

        def done(sheets: tuple[RouteSheet, ...]) -> None:
            if draw_route(sheets, printer, "a4" if a4 else "letter"):
                self._frame.toast(translate("calendar", "Sent to the printer."))
            else:
                words = translate("calendar", "The printer did not take it. See whether it is there and switched on.")
                self._frame.toast(words)

        self._desk.read(lambda q: _there(q.route_sheets(liaison_id, day)), done, self._frame.fault, owner=self._over)


def _there(sheets: tuple[RouteSheet, ...]) -> tuple[RouteSheet, ...]:
    """The sheets. Raises RuleBroken where there is none: an empty page helps nobody."""
    if not sheets:
        raise RuleBroken(translate("route", "No visit is planned for this day, so there is no route sheet."))
    return sheets
