"""Half-typed things: every form that was left unsaved, to go on with or to throw away."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import Any, Protocol

from PySide6.QtWidgets import QWidget

from hhcrm.domain.wording import QT_TRANSLATE_NOOP, translate
from hhcrm.ui.history.window import ListDialog
from hhcrm.ui.shared.desk import Desk
from hhcrm.ui.shared.entries import Entry, EntryList, act_button
from hhcrm.ui.shared.forms.drafts_port import DraftLike
from hhcrm.ui.shared.frame_port import Frame
from hhcrm.ui.shared.said import moment_words

KINDS: Mapping[str, str] = {
    "log_visit": QT_TRANSLATE_NOOP("history", "A visit being logged"),
    "end_of_day": QT_TRANSLATE_NOOP("history", "A line of End of day"),
    "source": QT_TRANSLATE_NOOP("history", "A source"),
    "visit": QT_TRANSLATE_NOOP("history", "A visit"),
    "person": QT_TRANSLATE_NOOP("history", "A person at a source"),
    "place": QT_TRANSLATE_NOOP("history", "A person at a source"),
    "affiliation": QT_TRANSLATE_NOOP("history", "A person's place at a source"),
    "commitment": QT_TRANSLATE_NOOP("history", "A commitment"),
    "pilot": QT_TRANSLATE_NOOP("history", "A pilot"),
    "approach": QT_TRANSLATE_NOOP("history", "An approach"),
    "learned": QT_TRANSLATE_NOOP("history", "What was learned"),
    "goal": QT_TRANSLATE_NOOP("history", "A goal"),
    "goals": QT_TRANSLATE_NOOP("history", "Goals of a new period"),
    "contact": QT_TRANSLATE_NOOP("history", "A person"),
    "contact_place": QT_TRANSLATE_NOOP("history", "A person's place at a source"),
    "referral": QT_TRANSLATE_NOOP("history", "A referral"),
    "referral_move": QT_TRANSLATE_NOOP("history", "A referral's next stage"),
    "answer": QT_TRANSLATE_NOOP("history", "An answer"),
    "plan_visit": QT_TRANSLATE_NOOP("history", "A visit being planned"),
    "week_plan": QT_TRANSLATE_NOOP("history", "A proposal for a week"),
    "time_off": QT_TRANSLATE_NOOP("history", "Time off"),
    "holidays": QT_TRANSLATE_NOOP("history", "A holiday"),
    "settings": QT_TRANSLATE_NOOP("history", "Settings"),
    "list": QT_TRANSLATE_NOOP("history", "A value of a list"),
    "people": QT_TRANSLATE_NOOP("history", "Somebody of the agency"),
    "teams": QT_TRANSLATE_NOOP("history", "A team"),
    "territories": QT_TRANSLATE_NOOP("history", "A territory"),
    "capacity": QT_TRANSLATE_NOOP("history", "What a discipline can take"),
    "payer_words": QT_TRANSLATE_NOOP("history", "Whether a payer is accepted"),
    "served": QT_TRANSLATE_NOOP("history", "ZIP codes served"),
    "line_texts": QT_TRANSLATE_NOOP("history", "Public information on a service line"),
    "reviews": QT_TRANSLATE_NOOP("history", "A yearly review"),
    "setup": QT_TRANSLATE_NOOP("history", "Setting the agency up"),
    "import_list": QT_TRANSLATE_NOOP("history", "An import of a list"),
}
"""What is said of each kind of form."""

_SILENT = ("referral", "referral_move", "answer")
"""Kinds whose fields may name a patient: the list stands over every place."""

_LONGEST = 80
_NOT_TYPED = ("about", "version", "base")


class EveryDraft(Protocol):
    """What the list needs of `hhcrm.app.drafts.Drafts`; all may be called on any thread."""

    def every(self) -> Sequence[DraftLike]:
        """Every draft there is, the newest first."""

    def keep(self, kind: str, key: str, content: Mapping[str, Any], /) -> object:
        """Put a draft on disk."""

    def drop(self, kind: str, key: str, /) -> None:
        """Forget a draft."""


class DraftsDialog(ListDialog):
    """Lists what was left half-typed. `go_on` opens a draft where it belongs."""

    def __init__(
        self,
        desk: Desk,
        frame: Frame,
        drafts: EveryDraft,
        go_on: Callable[[DraftLike], object],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(
            "drafts",
            translate("history", "Half-typed things"),
            translate("history", "What was I in the middle of?"),
            EntryList("drafts_list", translate("history", "Nothing is left half-typed.")),
            parent,
        )
        self.filters.hide()
        self._desk = desk
        self._frame = frame
        self._drafts = drafts
        self._go_on = go_on
        self._lines: Sequence[DraftLike] = ()
        self._ask()

    @property
    def lines(self) -> Sequence[DraftLike]:
        """What is shown."""
        return self._lines

    def _ask(self) -> None:
        drafts = self._drafts
        self._desk.read(lambda _questions: drafts.every(), self._take, owner=self)

    def _take(self, lines: Sequence[DraftLike]) -> None:
        self._lines = lines
        self.listed.show_entries([self._entry(place, line) for place, line in enumerate(lines)])

    def _entry(self, place: int, draft: DraftLike) -> Entry:
        what = draft_words(draft)
        when = moment_words(draft.kept_at, self._desk.now(), self._desk.zone())
        go_on, away = translate("history", "Open"), translate("history", "Discard")
        acts = [
            act_button(go_on, f"draft_{place}_open", partial(self._open, draft), f"{go_on}: {what}"),
            act_button(away, f"draft_{place}_discard", partial(self._discard, draft), f"{away}: {what}"),
        ]
        left = translate("history", "left half-typed {when}").format(when=when)
        return Entry(what, left, (typed_words(draft),), acts=acts)

    def _open(self, draft: DraftLike) -> None:
        self.accept()
        self._go_on(draft)

    def _discard(self, draft: DraftLike) -> None:
        drafts, desk = self._drafts, self._desk

        def undo() -> None:
            desk.read(lambda _questions: drafts.keep(draft.kind, draft.key, draft.content), lambda _kept: None)

        def gone(_nothing: object) -> None:
            words = translate("history", "Thrown away: {what}").format(what=draft_words(draft))
            self._frame.toast(words, action=(translate("history", "Keep it"), undo))
            self._ask()

        desk.read(lambda _questions: drafts.drop(draft.kind, draft.key), gone, owner=self)


def draft_words(draft: DraftLike) -> str:
    """What a draft is, and whom it is about where it says so."""
    what = translate("history", KINDS.get(draft.kind, QT_TRANSLATE_NOOP("history", "A form")))
    about = draft.content.get("about")
    name = str(about.get("name") or "") if isinstance(about, Mapping) else ""
    return translate("history", "{what}: {name}").format(what=what, name=name) if name else what


def typed_words(draft: DraftLike) -> str:
    """The beginning of what was typed, so that one knows it again."""
    if draft.kind in _SILENT:
        return ""
    fields = draft.content.get("values", draft.content)
    found = [text for text in _texts(fields) if any(sign.isalpha() for sign in text)]
    said = "; ".join(found)
    return said if len(said) <= _LONGEST else said[: _LONGEST - 1] + "\u2026"


def _texts(content: object) -> list[str]:
    """Texts that a person typed: not the keys, not what is chosen from lists by number."""
    if isinstance(content, str):
        return [" ".join(content.split())] if content.strip() else []
    if isinstance(content, Mapping):
        return [text for name, value in content.items() if name not in _NOT_TYPED for text in _texts(value)]
    if isinstance(content, list | tuple):
        return [text for value in content for text in _texts(value)]
    return []


def waiting_words(count: int) -> str:
    """What is said when the program starts."""
    one = translate("history", "1 half-typed thing is waiting.")
    many = translate("history", "{count} half-typed things are waiting.")
    return one if count == 1 else many.format(count=count)
