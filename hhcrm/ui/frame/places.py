"""What the window knows of a place before it is made."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from hhcrm.ui.shared.desk import Desk
from hhcrm.ui.shared.frame_port import Frame


@dataclass(frozen=True, slots=True)
class PlaceSpec:
    """One place: `make` imports and builds it when it is first visited.

    The widget's `refresh()` is called when it is first shown, and when data changed before or while it is shown;
    its `show_where(**where)`, where it has one, when somebody goes to something in it. `below` puts it at the
    rail's foot. `number` is that of its shortcut (Ctrl+1), the same whichever other places there are.
    """

    name: str
    title: str
    icon: str
    make: Callable[[Desk, Frame], QWidget]
    below: bool = False
    number: int = 0
