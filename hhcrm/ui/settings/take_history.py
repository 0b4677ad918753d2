"""What we take: who changed what and when, the newest first."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout

from hhcrm.domain.wording import translate
from hhcrm.queries.capability_models import CapabilityChange, CapabilityHistory
from hhcrm.ui.settings.entry_row import Row
from hhcrm.ui.settings.kit import SettingsContext
from hhcrm.ui.settings.page import Section, forget
from hhcrm.ui.shared.buttons import Button
from hhcrm.ui.shared.newest import Newest
from hhcrm.ui.shared.said import joined, moment_words

_FIRST, _MORE = 8, 40


class HistorySection(Section):
    """A few of the newest changes; a button shows more of them."""

    def __init__(self, context: SettingsContext) -> None:
        super().__init__(translate("take", "History"), "", spacing=0)
        self._context = context
        self._newest = Newest(context.desk, self)
        self._most = _FIRST
        self._shown = CapabilityHistory()
        self._lines = QVBoxLayout()
        self._lines.setSpacing(0)
        self.body.addLayout(self._lines)
        self.more = Button(translate("take", "Show more"), "bare", size="small", name="settings_take_history_more")
        self.more.clicked.connect(self._on_more)
        self.more.hide()
        self.body.addWidget(self.more)

    def refresh(self) -> None:
        """Ask again."""
        most = self._most
        self._newest.ask(lambda q: q.capability_history(most), self._show)

    def _on_more(self) -> None:
        self._most += _MORE
        self.refresh()

    def _show(self, history: CapabilityHistory) -> None:
        self.more.setVisible(history.more)
        self.say("" if history.changes else translate("take", "Nothing has changed yet."))
        if history == self._shown:
            return
        self._shown = history
        while (item := self._lines.takeAt(0)) is not None:
            forget(item.widget())
        for change in history.changes:
            self._lines.addWidget(self._line(change))

    def _line(self, change: CapabilityChange) -> Row:
        desk = self._context.desk
        when = moment_words(change.at, desk.now(), desk.zone())
        return Row("\n".join(change.what), joined(when, change.by))
