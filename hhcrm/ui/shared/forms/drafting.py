"""Keeps what is typed on disk while it is typed, off the interface thread and always the newest last."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from PySide6.QtCore import QCoreApplication, QObject, QTimer

from hhcrm.domain.errors import KnownFault
from hhcrm.ui.shared.desk import Desk
from hhcrm.ui.shared.forms.drafts_port import DraftLike, DraftsLike

KEEP_MS = 400
"""How long after the last key a draft goes to disk: under a second, as a crash asks nobody."""


class DraftKeeper(QObject):
    """The draft of one form. One write is under way at a time; what is typed meanwhile follows it."""

    def __init__(
        self,
        desk: Desk,
        drafts: DraftsLike | None,
        kind: str,
        key: str,
        content: Callable[[], Mapping[str, Any] | None],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._drafts = drafts
        self._kind, self._key = kind, key
        self._content = content
        self._writing = False
        self._again = False
        self._dropped = False
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(KEEP_MS)
        self._later.timeout.connect(self.keep)
        app = QCoreApplication.instance()
        if app is not None:
            app.aboutToQuit.connect(self.keep_at_once)

    def kept(self) -> DraftLike | None:
        """The draft that was left, None where there is none."""
        return self._drafts.get(self._kind, self._key) if self._drafts is not None else None

    def touch(self) -> None:
        """Something was typed."""
        self._later.start()

    def keep(self) -> None:
        """Bring what is typed to disk; nothing typed drops the draft."""
        self._later.stop()
        if self._drafts is None or self._dropped:
            return
        if self._writing:
            self._again = True
            return
        content = self._content()
        if content is None:
            self._drafts.drop(self._kind, self._key)
            return
        self._writing = True
        self._desk.read(lambda _questions: self._write(content), self._on_kept, self._on_failed)

    def keep_at_once(self) -> None:
        """The program ends: there is no later."""
        if self._drafts is None or self._dropped or not self._later.isActive():
            return
        self._later.stop()
        content = self._content()
        if content is not None:
            self._drafts.keep(self._kind, self._key, content)

    def drop(self) -> None:
        """It was saved or thrown away: forget it. A write still under way sees the mark and forgets it again."""
        self._later.stop()
        self._dropped = True
        if self._drafts is not None:
            self._drafts.drop(self._kind, self._key)

    def begin_again(self) -> None:
        """The draft was thrown away but typing goes on."""
        self._dropped = False

    def _write(self, content: Mapping[str, Any]) -> None:
        """On a worker thread, perhaps after the form has gone."""
        assert self._drafts is not None
        self._drafts.keep(self._kind, self._key, content)
        if self._dropped:
            self._drafts.drop(self._kind, self._key)

    def _on_kept(self, _nothing: None) -> None:
        self._writing = False
        if self._again:
            self._again = False
            self.keep()

    def _on_failed(self, error: Exception) -> None:
        self._writing = False
        if isinstance(error, KnownFault):
            self._desk.faulted.emit(error)
