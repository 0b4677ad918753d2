"""What a screen reader hears when the visit in hand is another one than before."""

from __future__ import annotations

from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QAccessibleEvent
from PySide6.QtWidgets import QWidget

from hhcrm.domain.wording import translate
from hhcrm.ui.calendar import lines
from hhcrm.ui.calendar.state import BoardState


def say_hand(widget: QWidget, state: BoardState) -> None:
    """What is in hand: a visit on its way, a visit, or a day with all that is on it."""
    mark, day = state.mark, lines.day_words(state.day, state.span, state.today)
    if state.carried is not None:
        words = translate("calendar", "Carrying the visit to {source}. {day}")
        say_aloud(widget, words.format(source=state.carried.source, day=day))
    else:
        say_aloud(widget, lines.mark_words(mark) if mark is not None else day)


def say_aloud(widget: QWidget, words: str) -> None:
    """Describe a painted widget by these words and, while it has the keyboard, have them read out."""
    if widget.accessibleDescription() == words:
        return
    widget.setAccessibleDescription(words)
    if widget.hasFocus() and QAccessible.isActive():
        QAccessible.updateAccessibility(QAccessibleEvent(widget, QAccessible.Event.DescriptionChanged))
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, words))
