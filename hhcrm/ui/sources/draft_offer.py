"""After a crash, or when a form was left half-filled: what is kept is offered again."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from hhcrm.compat import override
from hhcrm.ui.shared.buttons import Button
from hhcrm.ui.shared.fonts import scaled
from hhcrm.ui.shared.forms.drafts_port import DraftLike
from hhcrm.ui.shared.palette import Colors
from hhcrm.ui.shared.style import PANEL_RADIUS, draw_box
from hhcrm.ui.shared.text import Text
from hhcrm.ui.sources import cells
from hhcrm.ui.sources.context import Context

KINDS = {
    "source": "Changes to",
    "visit": "A visit to",
    "person": "A person at",
    "place": "A person at",
    "affiliation": "A person at",
    "commitment": "A commitment to",
}


class DraftOffer(QFrame):
    """One line about the newest draft; the next follows when it is taken or thrown away."""

    taken = Signal(object)
    """The draft to go on with."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("sources_drafts")
        self._context = context
        self._drafts: list[DraftLike] = []
        self._words = Text("", "body", wrap=True)
        self.go_on = Button("Go on with it", size="small", name="drafts_take")
        self.away = Button("Throw away", "bare", size="small", name="drafts_drop")
        self.later = Button("Later", "bare", size="small", name="drafts_later")
        row = QHBoxLayout(self)
        row.setContentsMargins(scaled(12), scaled(6), scaled(8), scaled(6))
        row.setSpacing(scaled(8))
        row.addWidget(self._words, 1)
        for button in (self.go_on, self.away, self.later):
            row.addWidget(button)
        self.go_on.clicked.connect(self._on_go_on)
        self.away.clicked.connect(self._on_away)
        self.later.clicked.connect(self.hide)
        self.hide()

    @property
    def words(self) -> str:
        """What is offered."""
        return self._words.text()

    def look(self) -> None:
        """Look for drafts that were left."""
        drafts = self._context.kit.drafts
        if drafts is not None:
            self._context.desk.read(
                lambda _questions: [draft for kind in KINDS for draft in drafts.all(kind)], self._offer, owner=self
            )

    def forget(self, kind: str, key: str) -> None:
        """Offer this one no more: it is offered elsewhere, or gone."""
        self._drafts = [draft for draft in self._drafts if (draft.kind, draft.key) != (kind, key)]
        if not self.isHidden():
            self._show()

    def _offer(self, drafts: Sequence[DraftLike]) -> None:
        self._drafts = sorted(drafts, key=lambda draft: draft.kept_at, reverse=True)
        self._show()

    def _show(self) -> None:
        self.setVisible(bool(self._drafts))
        if not self._drafts:
            return
        draft = self._drafts[0]
        about = draft.content.get("about", {})
        name = str(about.get("name") or "a source")
        desk = self._context.desk
        when = cells.moment_words(draft.kept_at, desk.now(), desk.zone())
        what = "A new source" if name == "a new source" else f"{KINDS.get(draft.kind, 'Changes to')} {name}"
        self._words.setText(f"{what}, left half-filled {when}.")

    def _on_go_on(self) -> None:
        draft = self._drafts.pop(0)
        self._show()
        self.taken.emit(draft)

    def _on_away(self) -> None:
        draft = self._drafts.pop(0)
        if self._context.kit.drafts is not None:
            self._context.kit.drafts.drop(draft.kind, draft.key)
        self._show()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        colors = Colors.of(self)
        draw_box(QPainter(self), self.rect(), colors.due_soft, colors.line, PANEL_RADIUS)
