"""Help in the window: the manual's page for each place, what is new, and the first ten minutes."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtGui import QAction, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QDialog, QMenu, QWidget

from hhcrm.compat import override
from hhcrm.domain.changes import ChangeSet
from hhcrm.domain.errors import KnownFault
from hhcrm.domain.wording import translate
from hhcrm.ui.frame.actions import Actions
from hhcrm.ui.frame.guide import OPEN, Guide, GuideStrip
from hhcrm.ui.frame.manual_pages import NEWS, START, Manual
from hhcrm.ui.frame.pointing import Pointer
from hhcrm.ui.shared.fonts import scaled
from hhcrm.ui.shared.memory import Memory

SEEN = "help.version"
"""The version whose news the person has been told of."""

_HAS_HELP = "has_help"
_LOOK_MS = 700
_ROOMY = 1120
"""The least width, at 100 per cent text, at which the guide stands beside a place."""


_DIALOG_PAGES = (
    ("log_visit", "log-visit"),
    ("end_of_day", "today"),
    ("import_", "import-export"),
    ("export_", "import-export"),
    ("calendar_", "calendar"),
    ("referral_", "referrals"),
    ("dialog_person", "people"),
    ("dialog_vcards", "people"),
    ("dialog_measure", "measure"),
    ("dialog_restore", "backups"),
    ("dialog_shortcuts", "keyboard"),
    ("history_", "undo-history"),
    ("recent_changes", "undo-history"),
    ("archived", "undo-history"),
    ("drafts", "undo-history"),
)
"""Which page a dialog has, by how its name begins; every other one has that of the place below it."""


class Window(Protocol):
    """What help asks of the window."""

    @property
    def place(self) -> str:
        """The place that is open."""

    def place_widget(self, name: str, /) -> QWidget | None:
        """The widget of a place."""

    def toast(self, words: str, *, action: tuple[str, Callable[[], None]] | None = None) -> None:
        """Say something with a way on."""


class Helping(QObject):
    """Makes the actions of help and answers them. `guide` is to be put at the window's right,
    `strip` above its foot; one of them stands there while the guide is open."""

    def __init__(
        self,
        window: Window,
        over: QWidget,
        actions: Actions,
        memory: Memory,
        folder: Path | None,
        places: tuple[str, ...],
        *,
        sample: bool,
    ) -> None:
        super().__init__(over)
        self._window = window
        self._over = over
        self._actions = actions
        self._memory = memory
        self._manual = Manual(folder) if folder is not None else None
        self._help: QWidget | None = None
        self._pointer: Pointer | None = None
        self.guide = Guide(memory, places, self._keep)
        self.guide.closed.connect(lambda: self._show_guide(False))
        self.guide.pointed.connect(self._point)
        self.strip = GuideStrip(self.guide)
        self._open = False
        over.installEventFilter(self)
        self._looking = QTimer(self)
        self._looking.setInterval(_LOOK_MS)
        self._looking.timeout.connect(self._look)
        self._make_actions()
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self._on_focus)
        self._show_guide(memory.get(OPEN, sample), keep=False)

    def fill(self, menu: QMenu) -> None:
        """Put the actions into the Help menu."""
        names = ("help", "manual", "guide", "news")
        menu.addActions([self._actions[name] for name in names])
        menu.addSeparator()

    def saw_place(self, place: str) -> None:
        """Another place was opened."""
        self._saw(f"place {place}")

    def saw_change(self, changes: ChangeSet) -> None:
        """Somebody at this window, or elsewhere, did something."""
        self._saw(f"did {changes.label}")

    def saw_search(self) -> None:
        """The search was opened."""
        self._saw("searched")

    def _saw(self, sign: str) -> None:
        """Only who has the guide open is watched."""
        if self._open:
            self.guide.saw(sign)

    def tell_news(self, version: str) -> None:
        """After an upgrade say so once, quietly, with a way to what is new."""
        before = self._memory.get(SEEN, "")
        if before == version or not version:
            return
        self._keep(SEEN, version)
        if before and self._manual is not None:
            words = translate("help", "This is hhcrm {version}.").format(version=version)
            self._window.toast(words, action=(translate("help", "What is new"), lambda: self.show_page(NEWS)))

    def show_page(self, name: str) -> None:
        """Show a page of the manual."""
        from hhcrm.ui.frame.manual import HelpWindow  # late: seldom seen

        if self._manual is None:
            return
        if self._help is None:
            self._help = HelpWindow(self._manual, self._act, self._over)
        assert isinstance(self._help, HelpWindow)
        self._help.show_page(name)

    def _on_focus(self, _before: QWidget | None, now: QWidget | None) -> None:
        """A dialog over the window takes no keys of the window's actions: it gets a F1 of its own."""
        dialog = now.window() if now is not None else None
        if not isinstance(dialog, QDialog) or dialog.property(_HAS_HELP) or not self._is_ours(dialog):
            return
        dialog.setProperty(_HAS_HELP, True)
        QShortcut(QKeySequence("F1"), dialog, lambda: self._help_over(dialog))

    def _is_ours(self, dialog: QDialog) -> bool:
        """Whether a dialog stands over this window, perhaps with others between."""
        below: QWidget | None = dialog
        while below is not None and below is not self._over:
            below = below.parentWidget()
        return below is not None

    def _help_over(self, dialog: QDialog) -> None:
        """The manual as a window of the dialog's own: another one would be shut out as long as that is open."""
        from hhcrm.ui.frame.manual import HelpWindow  # late: as above

        if self._manual is not None:
            name = dialog.objectName()
            page = next((page for begins, page in _DIALOG_PAGES if name.startswith(begins)), self._window.place)
            shown = dialog.findChild(HelpWindow) or HelpWindow(self._manual, self._act, dialog)
            shown.show_page(page)

    def _make_actions(self) -> None:
        act = self._actions
        act.add("help", translate("help", "&Help on this place"), lambda: self.show_page(self._window.place), "F1")
        act.add("manual", translate("help", "&Manual"), lambda: self.show_page(START))
        act.add("news", translate("help", "What is &new"), lambda: self.show_page(NEWS))
        guide = act.add("guide", translate("help", "First &ten minutes"), self._on_guide)
        guide.setCheckable(True)
        for name in ("help", "manual", "news"):
            act[name].setVisible(self._manual is not None)

    def _act(self, name: str) -> None:
        """A link of the manual that does something."""
        action: QAction | None = self._over.findChild(QAction, f"action_{name}")
        if action is not None:
            self._over.activateWindow()
            action.trigger()

    def _on_guide(self) -> None:
        self._show_guide(not self._open)

    def _show_guide(self, shown: bool, *, keep: bool = True) -> None:
        self._open = shown
        self._fit()
        self._actions["guide"].setChecked(shown)
        if shown:
            self._looking.start()
            self.guide.saw(f"place {self._window.place}")
        else:
            self._looking.stop()
        if keep:
            self._keep(OPEN, shown)

    def _fit(self) -> None:
        """Beside the place where there is room for both, else its next step above the window's foot."""
        roomy = self._over.width() >= scaled(_ROOMY)
        self.guide.setVisible(self._open and roomy)
        self.strip.setVisible(self._open and not roomy)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._over and event.type() in (QEvent.Type.Resize, QEvent.Type.Show):
            self._fit()
        return False

    def _look(self) -> None:
        """Whether a source is being looked at: nothing tells of that, so the guide looks for it while it is open."""
        in_sight: Callable[[], int | None] | None = getattr(
            self._window.place_widget("sources"), "source_in_sight", None
        )
        if self._window.place == "sources" and in_sight is not None and in_sight() is not None:
            self.guide.saw("source in sight")

    def _point(self, name: str) -> None:
        target = self._over.findChild(QWidget, name)
        if target is not None and target.isVisible():
            if self._pointer is None:
                self._pointer = Pointer(self._over)
            self._pointer.point_at(target)

    def _keep(self, name: str, value: object) -> None:
        try:
            self._memory.set(name, value)
        except KnownFault as fault:
            self._window.toast(str(fault))
