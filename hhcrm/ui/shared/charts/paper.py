"""Charts onto paper: the desktop's own print dialog, the pictures drawn on a worker."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QWidget

from hhcrm.charts.chart import Chart
from hhcrm.domain.wording import translate
from hhcrm.printing.pictures import onto_pages
from hhcrm.ui.shared.charts.studio import ChartStudio
from hhcrm.ui.shared.frame_port import Frame
from hhcrm.ui.shared.paper import ask_printer


def print_charts(over: QWidget, studio: ChartStudio, charts: Sequence[Chart], frame: Frame) -> None:
    """Ask for the printer, then print each chart on a page of its own."""
    ask_printer(
        over,
        "dialog_print_charts",
        translate("charts", "Print"),
        lambda printer: send(over, studio, charts, frame, printer),
    )


def send(over: QWidget, studio: ChartStudio, charts: Sequence[Chart], frame: Frame, printer: QPrinter) -> None:
    """Draw the charts and put them onto the printer's pages, all of it on a worker."""
    painter = studio.painter

    def work() -> bool:
        return onto_pages([painter.encode(chart, "print") for chart in charts], printer)

    def done(taken: bool) -> None:
        if taken:
            frame.toast(translate("charts", "Sent to the printer"))
        else:
            frame.toast(translate("charts", "The printer did not take it. See whether it is there and switched on."))

    studio.desk.read(lambda _questions: work(), done, frame.fault, owner=over)
