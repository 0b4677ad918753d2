"""The window: places one at a time, with search, Log visit, status and toasts around them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Qt, QTimer, QUrl
from PySide6.QtGui import QAction, QCloseEvent, QDesktopServices, QKeySequence
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QFrame,
    QHBoxLayout,
    QMainWindow,
    QMenu,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from hhcrm.compat import override
from hhcrm.domain.changes import ChangeSet
from hhcrm.domain.errors import Conflict, KnownFault
from hhcrm.domain.journal_words import UNDO, label_shown
from hhcrm.domain.wording import QT_TRANSLATE_NOOP, translate
from hhcrm.jobs.progress import Cancelled
from hhcrm.ui.frame.actions import Actions, add_menu, fill_go_menu, fill_language_menu, fill_view_menu
from hhcrm.ui.frame.badges import Badges
from hhcrm.ui.frame.finding import Finding
from hhcrm.ui.frame.geometry import bring_back, kept_geometry, restore_geometry
from hhcrm.ui.frame.helping import Helping
from hhcrm.ui.frame.places import PlaceSpec
from hhcrm.ui.frame.rail import Rail
from hhcrm.ui.frame.status import StatusLine
from hhcrm.ui.frame.steps import Steps
from hhcrm.ui.frame.toast import FAULT_STAYS_MS, Toasts
from hhcrm.ui.frame.top_bar import TopBar
from hhcrm.ui.frame.who import Sit, WhoMenu
from hhcrm.ui.shared.desk import Desk
from hhcrm.ui.shared.language import Language, Tongue
from hhcrm.ui.shared.look import Look
from hhcrm.ui.shared.memory import Memory

OUR_FAULT = QT_TRANSLATE_NOOP(
    "frame", "Something went wrong in the program. Nothing you saved is lost; a report was written to the log."
)
_MINUTE_MS = 60_000


@dataclass(frozen=True, slots=True)
class Doors:
    """Where the window's own actions lead. What is None is not shown."""

    log_visit: Callable[[MainWindow, int | None, int | None], object] | None = None
    new_referral: Callable[[MainWindow, int | None], object] | None = None
    import_list: Callable[[MainWindow], object] | None = None
    export: Callable[[MainWindow], object] | None = None
    import_calendar: Callable[[MainWindow], object] | None = None
    export_calendar: Callable[[MainWindow], object] | None = None
    recent_changes: Callable[[MainWindow], object] | None = None
    archived: Callable[[MainWindow], object] | None = None
    drafts: Callable[[MainWindow], object] | None = None
    data_folder: Path | None = None
    version: str = ""
    manual: Path | None = None
    """The folder with the pages of the manual."""

    sit: Sit | None = None
    """Let somebody else sit at this desk."""

    sample: bool = False
    """Whether this is the sample agency, which one looks around in."""


class MainWindow(QMainWindow):
    """The frame; it is the `Frame` that places know."""

    def __init__(
        self,
        desk: Desk,
        places: Sequence[PlaceSpec],
        *,
        look: Look,
        language: Language | None = None,
        memory: Memory,
        agency: str,
        who: str = "",
        doors: Doors | None = None,
    ) -> None:
        super().__init__()
        self.setObjectName("main_window")
        self._desk = desk
        self._specs = {spec.name: spec for spec in places}
        self._look = look
        self._language = language
        self._memory = memory
        self._doors = doors or Doors()
        self._made: dict[str, QWidget] = {}
        self._areas: dict[str, QScrollArea] = {}
        self._stale: set[str] = set()
        self._place = ""
        self._day = desk.today()
        self.actions_by_name = Actions(self)
        self._make_actions()
        self.steps = Steps(desk, self.actions_by_name["undo"], self.actions_by_name["redo"], self)
        self.helping = Helping(
            self,
            self,
            self.actions_by_name,
            memory,
            self._doors.manual,
            tuple(self._specs),
            sample=self._doors.sample,
        )
        self.rail = Rail(agency, places)
        keys = self.actions_by_name["search"].shortcut().toString(_NATIVE)
        self.finding = Finding(self, desk, memory, keys, self._specs, self.go, self._source_in_sight)
        self.search = self.finding.box
        self.status = StatusLine()
        self.who = WhoMenu(desk, self._doors.sit, self.status.who)
        self._stack = QStackedWidget()
        self._put_together()
        self.toasts = Toasts(self, self.status.height)
        self.badges = Badges(desk, self.badge, self)
        self._make_menus(places)
        self._connect()
        self.say_agency(agency)
        self.status.say_who(who)
        self.status.say_state(desk.state)
        self._restore_geometry()
        if places:
            self.go(places[0].name)

    # The Frame that places know

    def toast(self, words: str, *, undo: bool = False, action: tuple[str, Callable[[], None]] | None = None) -> None:
        """Say what was done, with Undo or another way on."""
        self.toasts.say(words, (translate("frame", "Undo"), self.undo) if undo else action, undo=undo)

    def go(self, place: str, **where: object) -> None:
        """Show a place, made now if this is the first visit, and in it what `where` names."""
        self.finding.note(where)
        spec = self._specs[place]
        if place not in self._made:
            self._make(spec)
        widget = self._made[place]
        self._place = place
        self._stack.setCurrentWidget(self._areas[place])
        self.rail.mark(place)
        self.helping.saw_place(place)
        widget.setFocus(Qt.FocusReason.OtherFocusReason)
        self._freshen(place)
        show_where: Callable[..., object] | None = getattr(widget, "show_where", None)
        if where and show_where is not None:
            show_where(**where)

    def pieces_ahead(self, place: str) -> Sequence[Callable[[], object]]:
        """What makes a place that nobody has been to yet, piece by piece; whoever goes there meanwhile makes it."""
        if place in self._made:
            return ()

        def make() -> None:
            if place not in self._made:
                self._make(self._specs[place])

        return make, lambda: self._freshen(place), lambda: self._lay_out(place)

    def log_visit(self, source_id: int | None = None, visit_id: int | None = None) -> None:
        """Open the log, for a source or a planned visit when given."""
        if self._doors.log_visit is not None:
            self._doors.log_visit(self, source_id, visit_id)

    def new_referral(self, source_id: int | None = None) -> None:
        """Open the form of a new referral, for a source when given."""
        if self._doors.new_referral is not None:
            self._doors.new_referral(self, source_id)

    def badge(self, place: str, count: int) -> None:
        """Show how much waits in a place."""
        button = self.rail.button(place)
        if button is not None:
            button.show_count(count)

    def fault(self, error: Exception) -> None:
        """Say a fault in words; a cancel is none."""
        if isinstance(error, Cancelled):
            return
        words = str(error) if isinstance(error, KnownFault) else translate("frame", OUR_FAULT)
        self.toasts.say(words, stays=FAULT_STAYS_MS)

    # What else the program asks of the window

    @property
    def desk(self) -> Desk:
        """The way to the data."""
        return self._desk

    @property
    def memory(self) -> Memory:
        """What is kept between starts."""
        return self._memory

    @property
    def language(self) -> Language | None:
        """The language of the window, to be chosen in settings."""
        return self._language

    @property
    def look(self) -> Look:
        """The look of the program, to be chosen in settings."""
        return self._look

    @property
    def place(self) -> str:
        """The name of the place that is open."""
        return self._place

    def place_widget(self, name: str) -> QWidget | None:
        """The widget of a place, if it was visited."""
        return self._made.get(name)

    def say_agency(self, agency: str) -> None:
        """Whose program this is."""
        self.rail.say_agency(agency)
        self.finding.recents.of_agency(agency)
        self.setWindowTitle(f"{agency} - hhcrm" if agency else "hhcrm")

    def undo(self) -> None:
        """Take the last step back."""
        self.steps.undo()

    def redo(self) -> None:
        """Do again what was taken back last."""
        self.steps.redo()

    # Making

    def _make_actions(self) -> None:
        act, keys = self.actions_by_name, QKeySequence.StandardKey
        log = act.add("log_visit", translate("frame", "Log visit"), self._log_what_is_in_sight, "Ctrl+L")
        log.setVisible(self._doors.log_visit is not None)
        log.setEnabled(self._doors.log_visit is not None)
        words = translate("frame", "New referral")
        referral = act.add("new_referral", words, self._record_for_what_is_in_sight, "Ctrl+R")
        referral.setVisible(self._doors.new_referral is not None)
        referral.setEnabled(self._doors.new_referral is not None)
        act.add("search", translate("frame", "Search"), self._begin_search, "Ctrl+K")
        act.add("undo", translate("frame", "&Undo"), self.undo, "Ctrl+Z", translate("frame", "Undo the last change"))
        act.add(
            "redo", translate("frame", "&Redo"), self.redo, "Ctrl+Shift+Z", translate("frame", "Redo what was undone")
        )
        act.add("copy", translate("frame", "&Copy"), _copy_in_focus, keys.Copy)
        act.add("import", translate("frame", "&Import a list…"), lambda: _open(self._doors.import_list, self))
        act.add("export", translate("frame", "&Export…"), lambda: _open(self._doors.export, self))
        act.add("quit", translate("frame", "&Quit"), self.close, "Ctrl+Q").setMenuRole(QAction.MenuRole.QuitRole)
        act.add("shortcuts", translate("frame", "&Shortcuts"), self._show_shortcuts, "Ctrl+/")
        act.add("data_folder", translate("frame", "Open &data folder"), self._open_data_folder)
        act.add("about", translate("frame", "&About hhcrm"), self._show_about).setMenuRole(QAction.MenuRole.AboutRole)
        act.add(
            "recent_changes",
            translate("frame", "Recent &changes…"),
            lambda: _open(self._doors.recent_changes, self),
            "Ctrl+Shift+H",
            translate("frame", "What was done lately, by whom"),
        )
        act.add(
            "archived",
            translate("frame", "&Archived…"),
            lambda: _open(self._doors.archived, self),
            tip=translate("frame", "What was put away, to bring it back"),
        )
        act.add("drafts", translate("frame", "&Half-typed things…"), lambda: _open(self._doors.drafts, self))
        act.add(
            "import_calendar",
            translate("frame", "Import a calen&dar file…"),
            lambda: _open(self._doors.import_calendar, self),
            tip=translate("frame", "Planned visits from an .ics file"),
        )
        act.add(
            "export_calendar",
            translate("frame", "Export a calenda&r file…"),
            lambda: _open(self._doors.export_calendar, self),
            tip=translate("frame", "Visits as an .ics file, for other calendars"),
        )
        for door in ("recent_changes", "archived", "drafts", "import_calendar", "export_calendar"):
            act[door].setVisible(getattr(self._doors, door) is not None)
        act["import"].setVisible(self._doors.import_list is not None)
        act["export"].setVisible(self._doors.export is not None)
        act["data_folder"].setVisible(self._doors.data_folder is not None)

    def _put_together(self) -> None:
        self.top_bar = TopBar(self.search, self.actions_by_name["log_visit"], self.actions_by_name["new_referral"])
        right = QVBoxLayout()
        right.setSpacing(0)
        right.addWidget(self.top_bar)
        right.addWidget(self._stack, 1)
        middle = QHBoxLayout()
        middle.setSpacing(0)
        middle.addWidget(self.rail)
        middle.addLayout(right, 1)
        middle.addWidget(self.helping.guide)
        whole = QVBoxLayout()
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(middle, 1)
        whole.addWidget(self.helping.strip)
        whole.addWidget(self.status)
        inside = QWidget()
        inside.setLayout(whole)
        self.setCentralWidget(inside)

    def _make_menus(self, places: Sequence[PlaceSpec]) -> None:
        act, bar = self.actions_by_name, self.menuBar()
        bar.setObjectName("menu_bar")
        file = add_menu(bar, translate("frame", "&File"), "file")
        file.addActions([act["log_visit"], act["new_referral"], act["import"], act["export"]])
        file.addSeparator()
        file.addActions([act["import_calendar"], act["export_calendar"]])
        file.addSeparator()
        file.addAction(act["quit"])
        edit = add_menu(bar, translate("frame", "&Edit"), "edit")
        edit.addActions([act["undo"], act["redo"], act["copy"]])
        edit.addSeparator()
        edit.addActions([act["recent_changes"], act["archived"], act["drafts"]])
        edit.addSeparator()
        edit.addAction(act["search"])
        view = add_menu(bar, translate("frame", "&View"), "view")
        fill_view_menu(view, act, self._look, self._choose)
        if self._language is not None:
            view.addSeparator()
            fill_language_menu(view, act, self._language, self._choose_language)
        fill_go_menu(add_menu(bar, translate("frame", "&Go"), "go"), act, places, self.go)
        help_menu = add_menu(bar, translate("frame", "&Help"), "help")
        self.helping.fill(help_menu)
        help_menu.addActions([act["shortcuts"], act["data_folder"], act["about"]])

    def _connect(self) -> None:
        self.rail.chosen.connect(self.go)
        self.status.backup_clicked.connect(self._show_backups)
        self.status.who.clicked.connect(self.who.open)
        self._desk.changed.connect(self._on_changed)
        self.steps.stepped.connect(self._on_stepped)
        self.steps.refused.connect(self._on_step_refused)
        self._desk.faulted.connect(self.fault)
        self._desk.state_changed.connect(self.status.say_state)
        minute = QTimer(self)
        minute.setInterval(_MINUTE_MS)
        minute.timeout.connect(self._on_minute)
        minute.start()

    def _make(self, spec: PlaceSpec) -> None:
        widget = spec.make(self._desk, self)
        widget.setObjectName(f"place_{spec.name}")
        if not widget.accessibleName():
            widget.setAccessibleName(spec.title)
        self._made[spec.name] = widget
        # With large text on a small screen a place may want more than there is: it scrolls, it is never cut.
        area = QScrollArea()
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(widget)
        self._areas[spec.name] = area
        self._stack.addWidget(area)
        self._stale.add(spec.name)

    def _lay_out(self, place: str) -> None:
        """Give a place that is not shown the room it will have, and draw it once: what it takes is there then."""
        area = self._areas[place]
        if place != self._place:
            area.resize(self._stack.size())
            area.grab()

    def _freshen(self, place: str) -> None:
        """Let a place ask again, if anything changed since it last did."""
        if place in self._stale:
            self._stale.discard(place)
            refresh: Callable[[], object] | None = getattr(self._made[place], "refresh", None)
            if refresh is not None:
                refresh()

    def _restore_geometry(self) -> None:
        self.setMinimumSize(800, 560)
        kept = self._memory.get("window.geometry", "")
        if not kept or not restore_geometry(self, kept):
            self.resize(1280, 800)
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.screenRemoved.connect(self._on_screen_removed)

    # What happens

    def _on_changed(self, changes: ChangeSet) -> None:
        self.helping.saw_change(changes)
        self.toasts.drop_undo()
        self.steps.look()
        self._all_stale()

    def _on_screen_removed(self, _screen: object) -> None:
        bring_back(self)

    def _on_minute(self) -> None:
        """Past midnight everything due is due otherwise."""
        if self._desk.today() != self._day:
            self._day = self._desk.today()
            self._all_stale()

    def _all_stale(self) -> None:
        self._stale = set(self._made)
        if self._place:
            self._freshen(self._place)

    def _log_what_is_in_sight(self) -> None:
        """The best guess is the source that the person looks at, where the place shows one."""
        self.log_visit(self._source_in_sight())

    def _record_for_what_is_in_sight(self) -> None:
        """A referral seldom comes from the source that one looks at: only on Sources it is the best guess."""
        self.new_referral(self._source_in_sight() if self._place == "sources" else None)

    def _source_in_sight(self) -> int | None:
        in_sight: Callable[[], int | None] | None = getattr(self._made.get(self._place), "source_in_sight", None)
        return in_sight() if in_sight is not None else None

    def _on_stepped(self, changes: ChangeSet) -> None:
        self.toasts.drop_undo()  # what they would take back is no longer the last act
        undone = changes.label.startswith(UNDO)
        label = label_shown(changes.label.removeprefix(UNDO))
        if not undone:
            self.toast(translate("frame", "Redone: {label}").format(label=label), undo=True)
            return
        words = translate("frame", "Undone: {label}").format(label=label)
        # as an undo it goes with the next act, after which Redo would mean another one
        self.toasts.say(words, (translate("frame", "Redo"), self.redo), undo=True)

    def _on_step_refused(self, error: Exception) -> None:
        """Why it cannot be undone; what stands in its way is in the recent changes."""
        if isinstance(error, Conflict) and self._doors.recent_changes is not None:
            way_on = (translate("frame", "Recent changes"), lambda: _open(self._doors.recent_changes, self))
            self.toasts.say(str(error), way_on, stays=FAULT_STAYS_MS)
        else:
            self.fault(error)
        self.steps.look()

    def _begin_search(self) -> None:
        self.helping.saw_search()
        self.finding.begin()

    def _choose(self, keep: Callable[[], None]) -> None:
        """A choice of look takes effect even when it cannot be kept."""
        try:
            keep()
        except KnownFault as fault:
            self.fault(fault)

    def _show_backups(self) -> None:
        if "settings" in self._specs:
            self.go("settings", page="data", backups=True)

    def _choose_language(self, tongue: Tongue) -> None:
        """The words of a window are put in when it is made: another language comes with the next start."""
        language = self._language
        if language is not None and tongue != language.chosen:
            self._choose(lambda: language.choose(tongue))
            self.toast(translate("frame", "The language changes when the program is started the next time."))

    def _open_data_folder(self) -> None:
        if self._doors.data_folder is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._doors.data_folder)))

    def _show_shortcuts(self) -> None:
        from hhcrm.ui.frame.help import ShortcutsDialog  # late, both dialogs: seldom seen

        menus = [entry.menu() for entry in self.menuBar().actions()]
        actions = [action for menu in menus if isinstance(menu, QMenu) for action in menu.actions()]
        _show(ShortcutsDialog((action for action in actions if action.isVisible()), self))

    def _show_about(self) -> None:
        from hhcrm.ui.frame.help import AboutDialog

        _show(AboutDialog(self._doors.version, str(self._doors.data_folder or ""), self))

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        kept = kept_geometry(self)
        try:
            self._memory.set("window.geometry", kept)
            self.finding.recents.keep()
        except KnownFault:
            # The size of a window is not worth holding up somebody who wants to leave.
            self.status.say_right(translate("frame", "The window's size could not be kept"))
        super().closeEvent(event)


_NATIVE = QKeySequence.SequenceFormat.NativeText


def _open(door: Callable[[MainWindow], object] | None, window: MainWindow) -> None:
    if door is not None:
        door(window)


def _show(dialog: QDialog) -> None:
    dialog.setModal(True)
    dialog.finished.connect(dialog.deleteLater)
    dialog.show()


def _copy_in_focus() -> None:
    """Copy what is selected in whatever has the keyboard, if it can be copied from."""
    copy: Callable[[], object] | None = getattr(QApplication.focusWidget(), "copy", None)
    if copy is not None:
        copy()
