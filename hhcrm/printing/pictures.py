"""Pictures onto pages, one a page, as large as the page allows."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QImage, QPagedPaintDevice, QPageLayout, QPainter, QPdfWriter
from PySide6.QtPrintSupport import QPrinter


def onto_pages(pictures: Sequence[bytes], device: QPrinter | QPdfWriter) -> bool:
    """Put encoded pictures onto the pages of a printer, across; whether it took them."""
    assert isinstance(device, QPagedPaintDevice)
    device.setPageOrientation(QPageLayout.Orientation.Landscape)
    painter = QPainter()
    if not painter.begin(device):
        return False
    for place, picture in enumerate(pictures):
        if place and not device.newPage():
            painter.end()
            return False
        image = QImage.fromData(picture)
        room = QRect(painter.viewport())
        size = image.size().scaled(room.size(), Qt.AspectRatioMode.KeepAspectRatio)
        painter.drawImage(QRect(room.topLeft(), size), image)
    return painter.end()
