"""Pages into a PDF file; what keeps it from being written is said in words."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtGui import QPdfWriter

from hhcrm.domain.errors import FileFault
from hhcrm.domain.wording import translate
from hhcrm.printing.sheet import Device

_DOTS_AN_INCH = 300


def into_pdf(path: Path, title: str, draw: Callable[[Device], bool], dots_an_inch: int = _DOTS_AN_INCH) -> Path:
    """Let `draw` paint into a PDF file, written whole or not at all; its path comes back. Raises FileFault."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setResolution(dots_an_inch)
    writer.setTitle(title)
    writer.setCreator("hhcrm")
    done = draw(writer)
    del writer  # writes what is left
    if not done:
        raise FileFault(translate("calendar", "{file} cannot be written. Choose another place.").format(file=path.name))
    part = path.with_name(f".{path.name}.part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        part.write_bytes(bytes(buffer.data().data()))
        part.replace(path)
    except OSError as error:
        with suppress(OSError):
            part.unlink()
        words = translate("calendar", "{file} cannot be written: {why}. Choose another place.")
        raise FileFault(words.format(file=path.name, why=error.strerror)) from error
    return path
