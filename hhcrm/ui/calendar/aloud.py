"""What a screen reader hears when the visit in hand is another one than before."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from hhcrm.domain.wording import translate
from hhcrm.ui.calendar import lines
from hhcrm.ui.calendar.state import BoardState
from hhcrm.ui.shared.aloud import say_aloud


def say_hand(widget: QWidget, state: BoardState) -> None:
    """What is in hand: a visit on its way, a visit, or a day with all that is on it."""
    mark, day = state.mark, lines.day_words(state.day, state.span, state.today)
    if state.carried is not None:
        words = translate("calendar", "Carrying the visit to {source}. {day}")
        say_aloud(widget, words.format(source=state.carried.source, day=day))
    else:
        say_aloud(widget, lines.mark_words(mark) if mark is not None else day)
