"""After a crash, or when a form was left half-filled: what is kept is offered again."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from hhcrm.compat import override
from hhcrm.domain.wording import translate
from hhcrm.ui.shared.buttons import Button
from hhcrm.ui.shared.fonts import scaled
from hhcrm.ui.shared.forms.context import FormContext
from hhcrm.ui.shared.forms.drafts_port import DraftLike
from hhcrm.ui.shared.palette import Colors
from hhcrm.ui.shared.said import moment_words
from hhcrm.ui.shared.style import PANEL_RADIUS, draw_box
from hhcrm.ui.shared.text import Text

_NEW = "/new"


class DraftOffer(QFrame):
    """One line about the newest draft; the next follows when it is taken or thrown away.

    `sentences` say by kind of draft what was left, with {name} and {when}; "kind/new" is for a record that is new.
    They are marked for translation in the room that gives them.
    """

    taken = Signal(object)
    """The draft to go on with."""

    def __init__(
        self,
        context: FormContext,
        sentences: Mapping[str, str],
        room: str,
        name: str,
        *,
        prefix: str = "drafts",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self._context = context
        self._sentences = sentences
        self._room = room
        self._drafts: list[DraftLike] = []
        self._words = Text("", "body", wrap=True)
        self.go_on = Button(translate("forms", "Go on with it"), size="small", name=f"{prefix}_take")
        self.away = Button(translate("forms", "Throw away"), "bare", size="small", name=f"{prefix}_drop")
        self.later = Button(translate("forms", "Later"), "bare", size="small", name=f"{prefix}_later")
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
        drafts = self._context.drafts
        kinds = [kind for kind in self._sentences if not kind.endswith(_NEW)]
        if drafts is not None:
            self._context.desk.read(
                lambda _questions: [draft for kind in kinds for draft in drafts.all(kind)], self._offer, owner=self
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
        name = str(draft.content.get("about", {}).get("name") or translate("forms", "a record"))
        desk = self._context.desk
        when = moment_words(draft.kept_at, desk.now(), desk.zone())
        sentence = self._sentences[draft.kind]
        if f"/{draft.key}" == _NEW:
            sentence = self._sentences.get(draft.kind + _NEW, sentence)
        self._words.setText(translate(self._room, sentence).format(name=name, when=when))

    def _on_go_on(self) -> None:
        draft = self._drafts.pop(0)
        self._show()
        self.taken.emit(draft)

    def _on_away(self) -> None:
        draft = self._drafts.pop(0)
        if self._context.drafts is not None:
            self._context.drafts.drop(draft.kind, draft.key)
        self._show()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        colors = Colors.of(self)
        draw_box(QPainter(self), self.rect(), colors.due_soft, colors.line, PANEL_RADIUS)
