"""A scorecard onto paper or into a PDF, by the desktop's own dialogs."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QWidget

from hhcrm.domain.wording import translate
from hhcrm.printing.scorecard_page import ScorecardPage, draw_scorecard, file_name, make_page, write_scorecard
from hhcrm.printing.sheet import Paper
from hhcrm.queries.scorecard_models import Scorecard
from hhcrm.ui.shared.paper import ask_pdf, ask_printer
from hhcrm.ui.sources.context import Context

if TYPE_CHECKING:
    from hhcrm.charts.painter import Painter

T = TypeVar("T")

PAPER_KEY = "scorecard.paper"
PAPERS: tuple[Paper, ...] = ("letter", "a4")


def paper_choices() -> list[tuple[str, str]]:
    """The sizes of paper, as a chip wants them."""
    return [("letter", translate("scorecard", "Letter")), ("a4", "A4")]


def kept_paper(context: Context) -> Paper:
    """The size of paper chosen last."""
    kept = context.kit.memory.get(PAPER_KEY, "letter")
    return kept if kept in PAPERS else "letter"


class ScorecardPaper:
    """Prints and saves what is shown. The page is made on a worker."""

    def __init__(self, context: Context, painter: Painter, over: QWidget) -> None:
        self._context = context
        self.painter = painter
        self._over = over

    def print_it(self, card: Scorecard, paper: Paper) -> None:
        """Ask for the printer, then print."""
        ask_printer(
            self._over,
            "dialog_print_scorecard",
            translate("scorecard", "Print the scorecard"),
            lambda printer: self.send(card, printer, paper),
        )

    def send(self, card: Scorecard, printer: QPrinter, paper: Paper) -> None:
        """Put the page onto a printer."""

        def done(page: ScorecardPage) -> None:
            if draw_scorecard(page, printer, paper):
                self._context.frame.toast(translate("calendar", "Sent to the printer."))
            else:
                self._context.frame.toast(
                    translate("calendar", "The printer did not take it. See whether it is there and switched on.")
                )

        self._make(card, lambda page: page, done)

    def save_pdf(self, card: Scorecard, paper: Paper) -> None:
        """Ask for the file, then write it."""
        ask_pdf(
            self._over,
            "dialog_scorecard_pdf",
            translate("scorecard", "Save the scorecard as PDF"),
            file_name(card),
            lambda path: self.write(card, path, paper),
        )

    def write(self, card: Scorecard, path: Path, paper: Paper) -> None:
        """Write the PDF; what goes wrong is said in words."""

        def done(written: Path) -> None:
            self._context.frame.toast(translate("calendar", "Saved as {file}.").format(file=written.name))

        self._make(card, lambda page: write_scorecard(page, path, paper), done)

    def _make(self, card: Scorecard, use: Callable[[ScorecardPage], T], done: Callable[[T], None]) -> None:
        painter = self.painter
        self._context.desk.read(
            lambda q: use(make_page(card, q.letterhead(), painter)), done, self._context.frame.fault, owner=self._over
        )
