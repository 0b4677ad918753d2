"""What is dragged: a visit or a source out of the tray, as data of our own that no other program takes for anything."""

from __future__ import annotations

from PySide6.QtCore import QByteArray, QMimeData

VISIT = "application/x-hhcrm-visit"
SOURCE = "application/x-hhcrm-source"


def visit_mime(visit_id: int) -> QMimeData:
    """A visit on its way."""
    return _mime(VISIT, visit_id)


def source_mime(source_id: int) -> QMimeData:
    """A source on its way out of the tray."""
    return _mime(SOURCE, source_id)


def carried(mime: QMimeData, kind: str) -> int | None:
    """The id of what is dragged, None when it is something else."""
    if not mime.hasFormat(kind):
        return None
    text = bytes(mime.data(kind).data()).decode("ascii", "replace")
    return int(text) if text.removeprefix("-").isdigit() else None


def _mime(kind: str, row_id: int) -> QMimeData:
    mime = QMimeData()
    mime.setData(kind, QByteArray(str(row_id).encode("ascii")))
    return mime
