"""People in from vCards: choose the file, see what becomes of each card, choose where it is unclear, bring them in."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from hhcrm.compat import override
from hhcrm.domain.errors import KnownFault
from hhcrm.domain.wording import translate
from hhcrm.jobs.progress import Cancelled, Report
from hhcrm.ui.people.files import PeopleFiles
from hhcrm.ui.shared.buttons import Button
from hhcrm.ui.shared.desk import Desk
from hhcrm.ui.shared.entries import Entry, EntryList
from hhcrm.ui.shared.fonts import scaled
from hhcrm.ui.shared.form_dialog import size_within
from hhcrm.ui.shared.forms.editors import ChoiceEditor
from hhcrm.ui.shared.frame_port import Frame
from hhcrm.ui.shared.long_work import LongWork
from hhcrm.ui.shared.panel import Panel
from hhcrm.ui.shared.tags import TagKind
from hhcrm.ui.shared.text import Text, set_ground

if TYPE_CHECKING:
    from hhcrm.exchange.vcards import CardsResult, CardVerdict

SHOWN = 200
"""Cards in the list; the others are counted."""

_ORDER = ("unclear", "refused", "new", "changed", "unchanged")
_TAGS: dict[str, TagKind] = {
    "unclear": "due", "refused": "overdue", "new": "good", "changed": "info", "unchanged": "none",
}  # fmt: skip


class CardsDialog(QDialog):
    """Nothing is written before Import is pressed; then all of it, in one go, after a backup."""

    def __init__(self, desk: Desk, frame: Frame, files: PeopleFiles, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("dialog_vcards")
        self.setWindowTitle(translate("people", "Import vCards"))
        self.setAccessibleName(translate("people", "Import vCards"))
        self._desk = desk
        self._frame = frame
        self._files = files
        self._path: Path | None = None
        self.result_shown: CardsResult | None = None
        self.answers: dict[int, int] = {}
        self._work = LongWork(desk, self)
        self._put_together()
        self._say(translate("people", "Choose a file of vCards (.vcf), as phones and mail programs save them."))

    def take_file(self, path: Path) -> None:
        """Look at a file and say what would become of its cards."""
        if self._work.running:
            return
        self._path, self.answers, self.result_shown = path, {}, None
        self.go.setEnabled(False)
        self.cards.show_entries(())
        self._say(translate("people", "Looking at {name}…").format(name=path.name))
        files = self._files
        self._work.start(
            lambda actions, steps: files.preview(actions, path, {}, steps),
            self._on_preview,
            self._on_failed,
            self._on_progress,
            label=translate("people", "Look at vCards"),
        )

    def bring_in(self) -> None:
        """Bring the people in."""
        path, result, files = self._path, self.result_shown, self._files
        if path is None or result is None or self._work.running:
            return
        answers = dict(self.answers)
        self.go.setEnabled(False)
        self._work.start(
            lambda actions, steps: files.bring_in(actions, path, answers, frozenset(), steps),
            self._on_done,
            self._on_failed,
            self._on_progress,
            label=translate("people", "Import vCards"),
        )

    @property
    def words(self) -> str:
        """What the dialog says."""
        return self._words.text()

    # Inside

    def _put_together(self) -> None:
        set_ground(self, "panel")
        self._words = Text("", "body", wrap=True)
        self._notes = Text("", "small", "muted", wrap=True)
        self._notes.hide()
        self.choose = Button(translate("people", "Choose a file…"), icon="folder-open", name="vcards_choose")
        self.choose.clicked.connect(self._on_choose)
        self.cards = EntryList("vcards_list", "")
        self.go = Button(translate("people", "Import"), "primary", name="vcards_import")
        self.go.setEnabled(False)
        self.go.clicked.connect(self.bring_in)
        self.close_button = Button(translate("people", "Cancel"), "bare", name="vcards_cancel")
        self.close_button.clicked.connect(self.reject)
        top = QHBoxLayout()
        top.setSpacing(scaled(12))
        top.addWidget(self._words, 1)
        top.addWidget(self.choose, 0, Qt.AlignmentFlag.AlignTop)
        panel = Panel(margin=0)
        panel.body.addWidget(self.cards)
        row = QHBoxLayout()
        row.setSpacing(scaled(8))
        row.addStretch(1)
        row.addWidget(self.close_button)
        row.addWidget(self.go)
        column = QVBoxLayout(self)
        column.setContentsMargins(scaled(24), scaled(20), scaled(24), scaled(20))
        column.setSpacing(scaled(12))
        column.addLayout(top)
        column.addWidget(panel, 1)
        column.addWidget(self._notes)
        column.addLayout(row)
        self.resize(size_within(self, 600, 560))

    def _on_choose(self) -> None:
        path, _ = QFileDialog.getOpenFileName(
            self, translate("people", "Choose a file of vCards"), "", translate("people", "vCards (*.vcf *.vcard)")
        )
        if path:
            self.take_file(Path(path))

    def _on_progress(self, report: Report) -> None:
        self._say(report.doing)

    def _on_preview(self, result: CardsResult) -> None:
        self.result_shown = result
        self._say(counts_words(result))
        self._notes.setText("\n".join(result.notes[:3]))
        self._notes.setVisible(bool(result.notes))
        shown = sorted(result.cards, key=lambda card: (_ORDER.index(card.state), card.number))
        self.cards.show_entries([self._entry(card) for card in shown[:SHOWN]])
        self._show_go()

    def _show_go(self) -> None:
        result = self.result_shown
        writes = result is not None and bool(result.created or result.updated or self.answers)
        self.go.setEnabled(writes and not self._work.running)
        self.go.setToolTip("" if writes else translate("people", "There is nothing new in this file"))

    def _entry(self, card: CardVerdict) -> Entry:
        name = card.name or translate("people", "Card {number}").format(number=card.number)
        entry = Entry(name, card.detail, tag=(state_words(card.state), _TAGS[card.state]))
        if card.candidates:
            layout = entry.layout()
            assert layout is not None
            layout.addWidget(self._choice(card))
        return entry

    def _choice(self, card: CardVerdict) -> ChoiceEditor:
        leave = ("", translate("people", "leave it out"))
        choice = ChoiceEditor([leave, *((str(key), words) for key, words in card.candidates)])
        choice.setObjectName(f"vcards_choice_{card.number}")
        choice.setAccessibleName(translate("people", "Whose card is {name}?").format(name=card.name))
        choice.edited.connect(partial(self._on_answer, card.number, choice))
        return choice

    def _on_answer(self, number: int, choice: ChoiceEditor) -> None:
        if choice.typed():
            self.answers[number] = int(choice.typed())
        else:
            self.answers.pop(number, None)
        self._show_go()

    def _on_done(self, result: CardsResult) -> None:
        words = done_words(result)
        run, desk, frame, files = result.run, self._desk, self._frame, self._files

        def take_back() -> None:
            if run is not None:
                said = translate("people", "The import was taken back")
                desk.act(lambda actions: files.undo(actions, run), lambda _changes: frame.toast(said), frame.fault)

        if run is None:
            frame.toast(words)
        else:
            frame.toast(words, action=(translate("people", "Undo"), take_back))
        self.accept()

    def _on_failed(self, error: Exception) -> None:
        self._show_go()
        if isinstance(error, KnownFault | Cancelled):
            self._say(str(error), fault=True)
        else:
            self._say(translate("people", "Something went wrong here. Nothing was changed."), fault=True)

    def _say(self, words: str, *, fault: bool = False) -> None:
        self._words.set_tone("overdue" if fault else "text")
        self._words.setText(words)

    @override
    def reject(self) -> None:
        """Close; what is on its way is stopped and leaves nothing."""
        self._work.cancel()
        super().reject()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        # Enter belongs to what has the keyboard; nothing is imported by accident.
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.ignore()
            return
        super().keyPressEvent(event)


def state_words(state: str) -> str:
    """What becomes of a card, as a tag."""
    return {
        "new": translate("people", "new"),
        "changed": translate("people", "adds to somebody here"),
        "unchanged": translate("people", "already here"),
        "unclear": translate("people", "choose"),
        "refused": translate("people", "left out"),
    }[state]


def counts_words(result: CardsResult) -> str:
    """How many cards are new, and what becomes of the others."""
    unclear = sum(card.state == "unclear" for card in result.cards)
    parts = [
        _count(result.created, translate("people", "{count:,} new")),
        _count(result.updated, translate("people", "{count:,} add to somebody here")),
        _count(result.unchanged, translate("people", "{count:,} already here")),
        _count(unclear, translate("people", "{count:,} to choose")),
        _count(result.refused - unclear, translate("people", "{count:,} left out")),
    ]
    total = len(result.cards)
    head = translate("people", "1 card") if total == 1 else translate("people", "{count:,} cards").format(count=total)
    return f"{head}: {_listed(parts)}."


def done_words(result: CardsResult) -> str:
    """What an import did."""
    parts = [
        _count(result.created, translate("people", "{count:,} new")),
        _count(result.updated, translate("people", "{count:,} changed")),
        _count(result.unchanged, translate("people", "{count:,} already here")),
        _count(result.refused, translate("people", "{count:,} left out")),
    ]
    return translate("people", "People brought in: {counts}").format(counts=_listed(parts))


def _count(count: int, words: str) -> str:
    return words.format(count=count) if count else ""


def _listed(parts: Sequence[str]) -> str:
    kept = [part for part in parts if part]
    return ", ".join(kept) or translate("people", "nothing")
