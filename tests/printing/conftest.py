"""What the tests of pages share: what is written on them, and who draws their charts."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtWidgets import QApplication

from hhcrm.charts.painter import Painter
from hhcrm.printing.sheet import Sheet


@pytest.fixture(scope="session")
def painter(tmp_path_factory: pytest.TempPathFactory) -> Painter:
    return Painter(tmp_path_factory.mktemp("charts"))


@pytest.fixture
def words(monkeypatch: pytest.MonkeyPatch, qapp: QApplication) -> list[str]:
    """Everything that is written on the pages, in order; nothing of it is off the page."""
    written: list[str] = []
    plain = Sheet.text

    def text(sheet: Sheet, left: float, top: float, width: float, said: str, *args: Any, **kw: Any) -> float:
        written.append(said)
        assert 0 <= left <= left + width <= sheet.width + 0.5, said
        height = plain(sheet, left, top, width, said, *args, **kw)
        assert 0 <= top <= top + height <= sheet.height + 0.5, f"{said} is off the page"
        return height

    monkeypatch.setattr(Sheet, "text", text)
    return written
