"""Measures how soon Measure shows figures: ``python -m tests.whole.opening_measure DATA`` prints JSON.

`last_known` is the first visit of a start: milliseconds until the cards say the figures of the start before. `fresh` is
until all answers have come; charts may follow.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from time import perf_counter

from PySide6.QtCore import QCoreApplication, QEvent

from hhcrm.ui.measure.place import MeasurePlace
from tests.shots import GUISES, Studio, studio
from tests.ui.measure_kit import overview
from tests.whole.walking import window_of


def opening(data: Path) -> dict[str, float]:
    """One start that is looked at until all has come, then another one by the clock."""
    with studio(data, GUISES[0]) as room:
        window_of(room).go("measure")
        room.rest()
    with studio(data, GUISES[0]) as room:
        return _clocked(room)


def _clocked(room: Studio) -> dict[str, float]:
    window = window_of(room)
    begun = perf_counter()
    window.go("measure")
    place = window.place_widget("measure")
    assert isinstance(place, MeasurePlace)
    figure = overview(place).cards.card("referrals").figure
    shown = 0.0
    while not shown or room.traffic.waiting:
        QCoreApplication.processEvents()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.UpdateRequest.value)
        if not shown and figure.text() != "\u2013":
            shown = perf_counter() - begun
    return {"last_known": round(shown * 1000, 1), "fresh": round((perf_counter() - begun) * 1000, 1)}


if __name__ == "__main__":
    print(json.dumps(opening(Path(sys.argv[1]))))
