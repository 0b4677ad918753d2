"""Measures how long it takes from one place to another: ``python -m tests.whole.switching DATA`` prints JSON.

`first` is the first visit, with everything that is imported and built for it; `again` the later ones, their median. The
clock stops when every answer has come and everything is painted; charts may follow.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from statistics import median
from time import perf_counter

from PySide6.QtCore import QCoreApplication, QEvent

from hhcrm.ui.frame.window import MainWindow
from tests.shots import GUISES, Studio, studio
from tests.whole.walking import place_names, window_of

AGAIN = 5


def switch(room: Studio, window: MainWindow, place: str) -> float:
    """Go to a place; milliseconds until it is filled and painted."""
    begun = perf_counter()
    window.go(place)
    while True:
        QCoreApplication.processEvents()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.UpdateRequest.value)
        if room.traffic.waiting == 0:
            break
    QCoreApplication.processEvents()
    return (perf_counter() - begun) * 1000


def switching(data: Path) -> dict[str, dict[str, float]]:
    """Each place, visited first and again."""
    with studio(data, GUISES[0]) as room:
        window = window_of(room)
        places = place_names(window)
        first = {place: switch(room, window, place) for place in places}
        room.rest()
        again: dict[str, list[float]] = {place: [] for place in places}
        for _ in range(AGAIN):
            for place in places:
                again[place].append(switch(room, window, place))
    return {place: {"first": round(first[place], 1), "again": round(median(again[place]), 1)} for place in places}


if __name__ == "__main__":
    print(json.dumps(switching(Path(sys.argv[1])), indent=1))
