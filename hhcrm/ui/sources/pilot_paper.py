"""The page of a pilot onto paper or into a PDF, by the desktop's own dialogs."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QWidget

from hhcrm.domain.wording import translate
from hhcrm.printing.pilot_page import PilotPage, draw_pilot, file_name, write_pilot
from hhcrm.printing.sheet import Paper
from hhcrm.queries.pilot_models import PilotProgress
from hhcrm.ui.shared.paper import ask_pdf, ask_printer
from hhcrm.ui.sources.context import Context


class PilotPaper:
    """Hands one pilot over as it stood on the day it is shown of."""

    def __init__(self, context: Context, over: QWidget) -> None:
        self._context = context
        self._over = over

    def save_pdf(self, progress: PilotProgress, paper: Paper) -> None:
        """Ask for the file, then write it."""
        ask_pdf(
            self._over,
            "dialog_pilot_pdf",
            translate("pilots", "Save as PDF"),
            file_name(progress),
            lambda path: self.write(progress, path, paper),
        )

    def write(self, progress: PilotProgress, path: Path, paper: Paper) -> None:
        """Write the PDF on a worker; what goes wrong is said in words."""

        def done(written: Path) -> None:
            self._context.frame.toast(translate("pilots", "Saved as {file}.").format(file=written.name))

        desk = self._context.desk
        desk.read(
            lambda q: write_pilot(PilotPage(progress, q.letterhead()), path, paper),
            done,
            self._context.frame.fault,
            owner=self._over,
        )

    def print_it(self, progress: PilotProgress) -> None:
        """Ask for the printer, then print."""
        ask_printer(
            self._over, "dialog_print_pilot", translate("pilots", "Print"), lambda printer: self.send(progress, printer)
        )

    def send(self, progress: PilotProgress, printer: QPrinter) -> None:
        """Put the page onto a printer."""

        def done(page: PilotPage) -> None:
            if draw_pilot(page, printer):
                said = translate("pilots", "Sent to the printer.")
            else:
                said = translate("pilots", "The printer did not take it. See whether it is there and switched on.")
            self._context.frame.toast(said)

        self._context.desk.read(
            lambda q: PilotPage(progress, q.letterhead()), done, self._context.frame.fault, owner=self._over
        )

    def ways(self, progress: PilotProgress) -> tuple[tuple[str, str, Callable[[], object]], ...]:
        """The menu of a page: name, words, what it does."""
        return (
            ("pdf", translate("pilots", "Save as PDF, Letter…"), partial(self.save_pdf, progress, "letter")),
            ("pdf_a4", translate("pilots", "Save as PDF, A4…"), partial(self.save_pdf, progress, "a4")),
            ("print", translate("pilots", "Print…"), partial(self.print_it, progress)),
        )
