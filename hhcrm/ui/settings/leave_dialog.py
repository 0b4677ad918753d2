"""Somebody leaves: who gets their sources, planned visits, open referrals, promises and territories."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QDialog, QHBoxLayout, QVBoxLayout, QWidget

from hhcrm.domain.wording import QT_TRANSLATE_NOOP, translate
from hhcrm.queries.settings_models import UserHands, UserLine
from hhcrm.ui.shared.buttons import Button
from hhcrm.ui.shared.field import Field
from hhcrm.ui.shared.fonts import scaled
from hhcrm.ui.shared.text import Text

_WORDS: Mapping[str, tuple[str, str]] = {
    "sources": (QT_TRANSLATE_NOOP("settings", "{n} source"), QT_TRANSLATE_NOOP("settings", "{n} sources")),
    "planned_visits": (
        QT_TRANSLATE_NOOP("settings", "{n} planned visit"), QT_TRANSLATE_NOOP("settings", "{n} planned visits"),
    ),
    "open_referrals": (
        QT_TRANSLATE_NOOP("settings", "{n} open referral"), QT_TRANSLATE_NOOP("settings", "{n} open referrals"),
    ),
    "open_commitments": (
        QT_TRANSLATE_NOOP("settings", "{n} open commitment"), QT_TRANSLATE_NOOP("settings", "{n} open commitments"),
    ),
    "open_pilots": (QT_TRANSLATE_NOOP("settings", "{n} open pilot"), QT_TRANSLATE_NOOP("settings", "{n} open pilots")),
    "territories": (QT_TRANSLATE_NOOP("settings", "{n} territory"), QT_TRANSLATE_NOOP("settings", "{n} territories")),
}  # fmt: skip

_STAY, _NOBODY = "stay", "nobody"


class LeaveDialog(QDialog):
    """What was done stays with whoever did it; only what is still to be done is handed over."""

    asked = Signal(dict)
    """What is handed over to whom: names of `UserHands` to a user's id or None."""

    def __init__(
        self, user: UserLine, hands: UserHands, others: Sequence[UserLine], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("dialog_leave")
        title = translate("settings", "Archive {name}").format(name=user.name)
        self.setAccessibleName(title)
        self.setWindowTitle(title)
        self.choices: dict[str, QComboBox] = {}
        self._fault = Text("", "small", "overdue", wrap=True)
        self._fault.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(scaled(24), scaled(20), scaled(24), scaled(20))
        column.setSpacing(scaled(10))
        column.addWidget(Text(title, "title", wrap=True))
        held = {what: count for what, count in asdict(hands).items() if count}
        words = (
            translate("settings", "What {name} did stays theirs. Who goes on with what is still open?")
            if held
            else translate("settings", "Nothing is open in {name}'s hands. What they did stays theirs.")
        )
        column.addWidget(Text(words.format(name=user.name), "body", wrap=True))
        for what, count in held.items():
            column.addWidget(self._make_choice(what, count, user, others))
        column.addWidget(self._fault)
        column.addStretch(1)
        self.go = Button(translate("settings", "Archive"), "primary", name="leave_go")
        self.go.setDefault(True)
        cancel = Button(translate("settings", "Cancel"), name="leave_cancel")
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(cancel)
        row.addWidget(self.go)
        column.addLayout(row)
        self.go.clicked.connect(self._on_go)
        cancel.clicked.connect(self.reject)
        self.setMinimumWidth(scaled(440))
        first: QWidget = next(iter(self.choices.values()), self.go)
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def say_fault(self, words: str) -> None:
        """What is wrong; everything chosen stays."""
        self._fault.setText(words)
        self._fault.show()
        self.go.setEnabled(True)

    def heirs(self) -> dict[str, int | None]:
        """What is handed over to whom."""
        found: dict[str, int | None] = {}
        for what, choice in self.choices.items():
            value = choice.currentData()
            if value != _STAY:
                found[what] = None if value == _NOBODY else int(value)
        return found

    def _make_choice(self, what: str, count: int, user: UserLine, others: Sequence[UserLine]) -> Field:
        one, many = _WORDS[what]
        label = translate("settings", one if count == 1 else many).format(n=f"{count:,}")
        choice = QComboBox()
        choice.addItem(translate("settings", "stay with {name}").format(name=user.name), _STAY)
        choice.addItem(translate("settings", "go to nobody"), _NOBODY)
        for other in others:
            choice.addItem(translate("settings", "go to {name}").format(name=other.name), other.id)
        choice.view().setObjectName(f"leave_{what}_choices")
        choice.view().setAccessibleName(label)
        self.choices[what] = choice
        return Field(label, choice, name=f"leave_{what}")

    def _on_go(self) -> None:
        self.go.setEnabled(False)
        self.asked.emit(self.heirs())
