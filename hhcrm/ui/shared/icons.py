"""Line icons in the colour of the words beside them (Lucide, ISC licence: resources/icons/LICENSE)."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap
from PySide6.QtWidgets import QApplication

_PROPERTY = "hhcrm_icons"
_MENU_SIZES = (16, 24, 32, 48)


class Icons:
    """Draws the icons of one folder, and keeps what it has drawn."""

    def __init__(self, folder: Path | None) -> None:
        self._folder = folder
        self._sources: dict[str, bytes] = {}
        self._pixmaps: dict[tuple[str, str, int, float], QPixmap] = {}
        self._icons: dict[tuple[str, str], QIcon] = {}

    def install(self, app: QApplication) -> None:
        """Let every widget of the program find these icons by `app_icons()`."""
        app.setProperty(_PROPERTY, self)

    def names(self) -> list[str]:
        """The icons there are."""
        return sorted(path.stem for path in self._folder.glob("*.svg")) if self._folder else []

    def pixmap(self, name: str, color: str, size: int, ratio: float = 1.0) -> QPixmap:
        """One icon, `size` device-independent pixels wide; an unknown name raises FileNotFoundError."""
        key = (name, color, size, ratio)
        if key not in self._pixmaps:
            self._pixmaps[key] = self._drawn(*key)
        return self._pixmaps[key]

    def icon(self, name: str, color: str | QColor) -> QIcon:
        """An icon for menus and Qt's own buttons, sharp on dense screens."""
        key = (name, color if isinstance(color, str) else color.name())
        if key not in self._icons:
            icon = QIcon()
            for size in _MENU_SIZES:
                icon.addPixmap(self.pixmap(*key, size))
            self._icons[key] = icon
        return self._icons[key]

    def _drawn(self, name: str, color: str, size: int, ratio: float) -> QPixmap:
        # Late: the first paint of a window without icons needs none of it.
        from PySide6.QtSvg import QSvgRenderer

        pixmap = QPixmap(QSize(size, size) * ratio)
        pixmap.fill(Qt.GlobalColor.transparent)
        if self._folder is not None:
            painter = QPainter(pixmap)
            QSvgRenderer(QByteArray(self._source(name, color))).render(painter, QRectF(pixmap.rect()))
            painter.end()
        pixmap.setDevicePixelRatio(ratio)
        return pixmap

    def _source(self, name: str, color: str) -> bytes:
        assert self._folder is not None
        if name not in self._sources:
            self._sources[name] = (self._folder / f"{name}.svg").read_bytes()
        return self._sources[name].replace(b"currentColor", color.encode("ascii"))


def app_icons() -> Icons:
    """The icons installed on the program; blank ones where none are."""
    app = QApplication.instance()
    icons = app.property(_PROPERTY) if app is not None else None
    return icons if isinstance(icons, Icons) else Icons(None)
