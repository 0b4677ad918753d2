"""How a due date looks: what its tag means and the icon in it, so that due, overdue and late differ in shape too."""

from __future__ import annotations

from hhcrm.domain.words import DueState
from hhcrm.ui.shared.tags import TagKind

_LOOKS: dict[DueState, tuple[TagKind, str]] = {
    DueState.AHEAD: ("none", ""),
    DueState.DUE: ("due", "clock"),
    DueState.OVERDUE: ("overdue", "flag"),
    DueState.LATE: ("overdue", "triangle-alert"),
}


def due_look(state: DueState | None) -> tuple[TagKind, str]:
    """The kind of a due date's tag and its icon; plain where nothing is due yet."""
    return _LOOKS[state] if state is not None else ("none", "")
