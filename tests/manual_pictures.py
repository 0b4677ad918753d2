"""The pictures of the manual, drawn from the sample agency: the same day and the same rows each time.

Run with ``python -m tests.manual_pictures``; they are written to resources/help/pictures, small enough to be shipped.
"""

from __future__ import annotations

import os
import sys
import tempfile
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QImageWriter
from PySide6.QtWidgets import QWidget

from hhcrm.app.throwaway import make_sample
from hhcrm.ui.frame.window import MainWindow
from tests import shots
from tests.shots import DAY, GUISES, Studio

FOLDER = Path(__file__).parents[1] / "resources" / "help" / "pictures"

WANTED = {
    "first-run": "first-run",
    "today": "today",
    "calendar-week": "calendar",
    "sources-overview": "sources",
    "people-overview": "people",
    "waterfall": "waterfall",
    "referrals": "referrals",
    "measure": "measure",
    "settings-take": "settings",
    "log-visit": "log-visit",
    "search": "search",
    "import": "import",
}
"""Which shot becomes which picture."""

_WIDTH = 980
_TIGHTEST = 0
"""The quality at which Qt takes its time to compress; PNG loses nothing."""


def keep(picture: QImage, path: Path) -> None:
    """Save a picture smaller, as tightly packed as PNG can be."""
    small = picture.scaledToWidth(_WIDTH, Qt.TransformationMode.SmoothTransformation)
    writer = QImageWriter(str(path))
    writer.setQuality(_TIGHTEST)
    if not writer.write(small.convertToFormat(QImage.Format.Format_RGB888)):
        raise OSError(f"{path}: {writer.errorString()}")


class Photographer(Studio):
    """Keeps the shots that the manual shows and lets the others pass."""

    def shoot(self, name: str, over: QWidget | None = None) -> None:
        """Draw what is on the screen where the manual wants it, without what was said on the way there."""
        if isinstance(self.program.shown, MainWindow):
            for toast in self.program.shown.toasts.shown:
                toast.leave()
        self.rest()
        if name in WANTED:
            keep(self.picture(over).toImage(), FOLDER / f"{WANTED[name]}.png")
            print(f"{WANTED[name]}.png")


def main() -> int:
    """Draw them all."""
    FOLDER.mkdir(exist_ok=True)
    shots.OUT.mkdir(exist_ok=True)
    os.environ["HHCRM_TODAY"] = DAY.isoformat()
    with tempfile.TemporaryDirectory(prefix="hhcrm-pictures-") as made:
        sample = Path(made) / "sample"
        sample.mkdir()
        make_sample(sample)
        shots.first_start(Path(made) / "empty", GUISES[0], Photographer)
        shots.places(sample, GUISES[0], Photographer)
    return 0


if __name__ == "__main__":
    sys.exit(main())
