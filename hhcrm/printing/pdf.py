"""Pages into a PDF file; what keeps it from being written is said in words."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtGui import QPdfWriter

from hhcrm.domain.errors import FileFault
from hhcrm.domain.wording import translate
from hhcrm.printing.sheet import Device

_DOTS_AN_INCH = 300


def into_pdf(path: Path, title: str, draw: Callable[[Device], bool]) -> Path:
    """Let `draw` paint into a PDF file; its path comes back. Raises FileFault."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(b"")  # says in Python's words why it cannot be written
    except OSError as error:
        words = translate("calendar", "{file} cannot be written: {why}. Choose another place.")
        raise FileFault(words.format(file=path.name, why=error.strerror)) from error
    writer = QPdfWriter(str(path))
    writer.setResolution(_DOTS_AN_INCH)
    writer.setTitle(title)
    writer.setCreator("hhcrm")
    done = draw(writer)
    del writer  # writes what is left
    if not done:
        raise FileFault(translate("calendar", "{file} cannot be written. Choose another place.").format(file=path.name))
    return path
