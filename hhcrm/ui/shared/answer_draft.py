"""The draft of an answer to one question in a line."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QObject

from hhcrm.ui.shared.forms.context import FormContext
from hhcrm.ui.shared.forms.drafting import DraftKeeper

KIND = "answer"


class AnswerDraft(QObject):
    """Keeps what is typed until what it answers was carried out: an answer that is refused is there to be mended.

    `bar` is the line's name and `where` what its place needs to be gone to; both stand in the draft.
    """

    def __init__(
        self, context: FormContext, bar: str, question: str, where: Mapping[str, Any], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._question = question
        self._base = {"bar": bar, "where": dict(where)}
        self._text = ""
        self._answered = False
        self._before_it = 0
        self._desk = context.desk
        key = f"{bar}: {question} {sorted(where.items())}"
        self._keeper = DraftKeeper(context.desk, context.drafts, KIND, key, self._content, self)
        context.desk.act_ended.connect(self._on_act_ended)

    def left(self) -> str:
        """What was typed when the same was asked before and not carried out."""
        draft = self._keeper.kept()
        self._text = str(draft.content.get("line") or "") if draft is not None else ""
        return self._text

    def take(self, text: str) -> None:
        """Something was typed."""
        self._text = text
        self._keeper.touch()

    def keep(self) -> None:
        """Bring it to disk now, unless it was answered."""
        if not self._answered:
            self._keeper.keep()

    def answer(self) -> None:
        """It was answered: the act that follows forgets it once it was carried out."""
        self._keeper.keep()
        self._answered, self._before_it = True, self._desk.acts_under_way

    def _content(self) -> Mapping[str, Any] | None:
        if not self._text.strip():
            return None
        return {"about": {"name": self._question}, "base": self._base, "line": self._text}

    def _on_act_ended(self, carried_out: bool) -> None:
        if not self._answered:
            return
        if self._before_it:  # the writer takes one act after the other: this one began before the answer
            self._before_it -= 1
            return
        self._answered = False
        if carried_out:
            self._keeper.drop()
