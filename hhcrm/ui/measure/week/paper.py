"""The week onto paper or into a PDF, by the desktop's own dialogs."""

from __future__ import annotations

from collections.abc import Callable, Collection
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QWidget

from hhcrm.domain.wording import translate
from hhcrm.printing.sheet import Paper
from hhcrm.printing.week_page import PaperWeek, draw_week, file_name, make_page, write_week
from hhcrm.queries.week_page_models import WeekPage
from hhcrm.ui.shared.desk import Desk
from hhcrm.ui.shared.frame_port import Frame
from hhcrm.ui.shared.paper import ask_pdf, ask_printer

if TYPE_CHECKING:
    from hhcrm.charts.painter import Painter

T = TypeVar("T")


class WeekPaper:
    """Prints and saves what is shown. The page is made on a worker."""

    def __init__(self, desk: Desk, frame: Frame, painter: Painter, over: QWidget) -> None:
        self._desk, self._frame, self._painter, self._over = desk, frame, painter, over

    def print_it(self, page: WeekPage, ticked: Collection[str], paper: Paper) -> None:
        """Ask for the printer, then print."""
        ask_printer(
            self._over,
            "dialog_print_week",
            translate("week", "Print the week"),
            lambda printer: self.send(page, ticked, printer, paper),
        )

    def send(self, page: WeekPage, ticked: Collection[str], printer: QPrinter, paper: Paper) -> None:
        """Put the page onto a printer."""

        def done(made: PaperWeek) -> None:
            if draw_week(made, printer, paper):
                self._frame.toast(translate("calendar", "Sent to the printer."))
            else:
                self._frame.toast(
                    translate("calendar", "The printer did not take it. See whether it is there and switched on.")
                )

        self._make(page, ticked, lambda made: made, done)

    def save_pdf(self, page: WeekPage, ticked: Collection[str], paper: Paper) -> None:
        """Ask for the file, then write it."""
        ask_pdf(
            self._over,
            "dialog_week_pdf",
            translate("week", "Save the week as PDF"),
            file_name(page),
            lambda path: self.write(page, ticked, path, paper),
        )

    def write(self, page: WeekPage, ticked: Collection[str], path: Path, paper: Paper) -> None:
        """Write the PDF; what goes wrong is said in words."""

        def done(written: Path) -> None:
            self._frame.toast(translate("calendar", "Saved as {file}.").format(file=written.name))

        self._make(page, ticked, lambda made: write_week(made, path, paper), done)

    def _make(
        self, page: WeekPage, ticked: Collection[str], use: Callable[[PaperWeek], T], done: Callable[[T], None]
    ) -> None:
        painter = self._painter
        self._desk.read(
            lambda q: use(make_page(page, q.letterhead(), painter, ticked)), done, self._frame.fault, owner=self._over
        )
