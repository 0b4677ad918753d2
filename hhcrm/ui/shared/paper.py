"""Asking where a page goes: onto which printer, or into which PDF file."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog, QFileDialog, QWidget


def ask_printer(over: QWidget, name: str, title: str, send: Callable[[QPrinter], object]) -> None:
    """Ask for the printer, then send the page to it. `name` is the dialog's objectName."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    dialog = QPrintDialog(printer, over)
    dialog.setObjectName(name)
    dialog.setWindowTitle(title)
    dialog.accepted.connect(lambda: send(printer))
    dialog.finished.connect(dialog.deleteLater)
    QDialog.open(dialog)  # QPrintDialog's own wants a slot by its C++ name


def ask_pdf(over: QWidget, name: str, title: str, suggested: str, write: Callable[[Path], object]) -> None:
    """Ask for the file, then write it. `name` is the dialog's objectName; `suggested` the name of the file."""
    dialog = QFileDialog(over, title)
    dialog.setObjectName(name)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setNameFilter("PDF (*.pdf)")
    dialog.setDefaultSuffix("pdf")
    dialog.selectFile(suggested)
    dialog.fileSelected.connect(lambda path: write(Path(path)))
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()
