"""The fax of one thing to tell: looked at as the desktop shows PDFs, saved as a file, or printed."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TypeVar

from PySide6.QtGui import QPageSize
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QWidget

from hhcrm.domain.days import say_day
from hhcrm.domain.wording import translate
from hhcrm.printing.fax_sheet import draw_fax, write_fax
from hhcrm.printing.sheet import Paper
from hhcrm.queries.loop_models import FaxSheet, ReferralLoop, Sender
from hhcrm.ui.referrals.context import ReferralContext
from hhcrm.ui.shared.paper import ask_pdf, ask_printer

T = TypeVar("T")


class Fax:
    """One fax. `told` is done when the person says, afterwards, that it went out."""

    def __init__(
        self, context: ReferralContext, over: QWidget, loop: ReferralLoop, words: str, told: Callable[[], None]
    ) -> None:
        self._context = context
        self._over = over
        self._loop = loop
        self._words = words
        self.told = told

    def print_it(self) -> None:
        """Ask for the printer, then print."""
        ask_printer(
            self._over, "dialog_print_fax", translate("loop", "Print the fax"), lambda printer: self.send(printer)
        )

    def send(self, printer: QPrinter) -> None:
        """Put the page onto a printer, on a worker."""

        def done(taken: bool) -> None:
            if taken:
                self._say(translate("loop", "Sent to the printer"))
            else:
                self._context.frame.toast(
                    translate("loop", "The printer did not take it. See whether it is there and switched on.")
                )

        a4 = printer.pageLayout().pageSize().id() is QPageSize.PageSizeId.A4
        self._with_sheet(lambda sheet: draw_fax(sheet, printer, "a4" if a4 else "letter"), done)

    def save_pdf(self, paper: Paper = "letter") -> None:
        """Ask for the file, then write it."""
        ask_pdf(
            self._over,
            "dialog_fax_pdf",
            translate("loop", "Save the fax as PDF"),
            file_name(self._context.desk.today()),
            lambda path: self.write(path, paper),
        )

    def write(self, path: Path, paper: Paper = "letter") -> None:
        """Write the PDF on a worker; what goes wrong is said in words."""

        def done(written: Path) -> None:
            self._say(translate("loop", "Saved as {file}").format(file=written.name))

        self._with_sheet(lambda sheet: write_fax(sheet, path, paper), done)

    def _with_sheet(self, work: Callable[[FaxSheet], T], done: Callable[[T], None]) -> None:
        loop, words, today, context = self._loop, self._words, self._context.desk.today(), self._context
        context.desk.read(
            lambda q: work(fax_of(loop, words, q.loop_sender(), today)), done, context.frame.fault, owner=self._over
        )

    def _say(self, words: str) -> None:
        self._context.frame.toast(words, action=(translate("loop", "Told by fax"), self.told))


def fax_of(loop: ReferralLoop, words: str, sender: Sender, today: date) -> FaxSheet:
    """The fax to whom it is told; it names the day of the referral and nobody."""
    who = loop.listener
    subject = translate("loop", "Your referral of {day}").format(day=say_day(loop.facts.received_on, today))
    head, person, phone = sender.head, sender.person, sender.phone
    return FaxSheet(who.name, who.role, loop.source, who.fax, head, person, phone, today, subject, words)


def file_name(today: date) -> str:
    """What the file is called at first: no name of anybody, only the day."""
    return f"fax-{today.isoformat()}.pdf"
