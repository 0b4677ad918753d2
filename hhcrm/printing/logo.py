"""A logo from whatever picture somebody has: a small PNG that fits the head of a page."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice, QSize, Qt
from PySide6.QtGui import QImage, QImageReader

from hhcrm.domain.errors import RuleBroken
from hhcrm.domain.wording import translate

LARGEST = QSize(600, 136)
"""In pixels: four for each point of the room that a letterhead has for it."""


def picture_kinds() -> str:
    """The endings of pictures that can be read, as a file dialog wants them."""
    return " ".join(f"*.{bytes(kind.data()).decode()}" for kind in QImageReader.supportedImageFormats())


def small_logo(path: Path) -> bytes:
    """A picture made to fit, as a PNG; one that is smaller stays as it is. Raises RuleBroken naming the field."""
    reader = QImageReader(str(path))
    reader.setAutoTransform(True)
    size = reader.size()
    if size.isValid() and not _fits(size):
        reader.setScaledSize(size.scaled(LARGEST, Qt.AspectRatioMode.KeepAspectRatio))
    picture = reader.read()
    if picture.isNull():
        words = translate("settings", "{file} is no picture that can be read. Choose a PNG or a JPEG file.")
        raise RuleBroken(words.format(file=path.name), "logo")
    return png_of(picture if _fits(picture.size()) else _scaled(picture))


def png_of(picture: QImage) -> bytes:
    """A picture as a PNG file."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    picture.save(buffer, "PNG")  # type: ignore[call-overload]  # the stubs want the format as bytes, Qt wants a text
    return bytes(buffer.data().data())


def _fits(size: QSize) -> bool:
    return size.width() <= LARGEST.width() and size.height() <= LARGEST.height()


def _scaled(picture: QImage) -> QImage:
    kept, fine = Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
    return picture.scaled(LARGEST, kept, fine)
