"""What we take: the page of public information as PDF and onto paper, by the desktop's own dialogs."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QWidget

from hhcrm.domain.wording import translate
from hhcrm.printing.public_page import draw_public_page, file_name, write_public_page
from hhcrm.queries.capability_models import PublicPage
from hhcrm.queries.settings_models import Letterhead
from hhcrm.ui.settings.kit import SettingsContext
from hhcrm.ui.shared.paper import ask_pdf, ask_printer

if TYPE_CHECKING:
    from hhcrm.queries.bound import Questions

Sheets = tuple[PublicPage, Letterhead]


class PublicPaper:
    """Reads the page as it is today, then saves or prints it."""

    def __init__(self, context: SettingsContext, over: QWidget) -> None:
        self._context = context
        self._over = over

    def save(self) -> None:
        """Ask for the file, then write it."""
        self._context.desk.read(_sheets, self._ask_where, self._context.frame.fault, owner=self._over)

    def write(self, path: Path) -> None:
        """Write the PDF on a worker; what goes wrong is said in words."""

        def done(written: Path) -> None:
            self._context.frame.toast(translate("take", "Saved as {file}.").format(file=written.name))

        self._context.desk.read(
            lambda q: write_public_page(*_sheets(q), path), done, self._context.frame.fault, owner=self._over
        )

    def print_it(self) -> None:
        """Ask for the printer, then print."""
        ask_printer(
            self._over, "dialog_print_public_page", translate("take", "Print"), lambda printer: self.send(printer)
        )

    def send(self, printer: QPrinter) -> None:
        """Put the page onto a printer."""

        def done(sheets: Sheets) -> None:
            if draw_public_page(*sheets, printer):
                self._context.frame.toast(translate("take", "Sent to the printer."))
            else:
                words = translate("take", "The printer did not take it. See whether it is there and switched on.")
                self._context.frame.toast(words)

        self._context.desk.read(_sheets, done, self._context.frame.fault, owner=self._over)

    def _ask_where(self, sheets: Sheets) -> None:
        ask_pdf(
            self._over,
            "dialog_public_page_pdf",
            translate("take", "Save as PDF"),
            file_name(sheets[0]),
            lambda path: self.write(path),
        )


def _sheets(questions: Questions) -> Sheets:
    return questions.public_page(), questions.letterhead()
