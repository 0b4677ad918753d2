"""The composition root of the window: here the desk, the places and the frame are put together."""

from __future__ import annotations

import gc
import signal
from collections.abc import Callable, Sequence
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, Qt, Signal, qInstallMessageHandler
from PySide6.QtWidgets import QApplication, QWidget

import hhcrm
from hhcrm.app.agency import Agency
from hhcrm.app.copies import Copies, log_unkept
from hhcrm.app.crash_log import CrashLog
from hhcrm.app.data_work import SECOND_PLACE
from hhcrm.app.drafts import Draft, Drafts
from hhcrm.app.interrupts import Interrupts
from hhcrm.app.paths import Folder, resource_path
from hhcrm.app.qt_log import qt_to_log
from hhcrm.app.rooms import Rooms, Ways, desk_of
from hhcrm.app.sayings import notice_alerts, offer_drafts, restored_words, say_damaged, say_facts, say_set_up
from hhcrm.app.seating import Seating
from hhcrm.app.single import Claim
from hhcrm.app.smoke import Smoke, say_outcome
from hhcrm.app.stillness import Stillness
from hhcrm.app.throwaway import MARK, make_sample, throwaway_folder
from hhcrm.app.tidying import Tidying
from hhcrm.app.traffic import Traffic
from hhcrm.cli import Console
from hhcrm.domain.changes import ChangeSet
from hhcrm.domain.errors import KnownFault, StorageFault
from hhcrm.domain.wording import translate
from hhcrm.queries.today_models import AgencyFacts
from hhcrm.ui.frame.geometry import bring_forward
from hhcrm.ui.frame.window import OUR_FAULT, MainWindow
from hhcrm.ui.shared.desk import Desk
from hhcrm.ui.shared.icons import Icons
from hhcrm.ui.shared.language import Language
from hhcrm.ui.shared.look import Look

if TYPE_CHECKING:
    from hhcrm.app.places_ahead import PlacesAhead
    from hhcrm.app.setting_up import SettingUp
    from hhcrm.ui.frame.set_up_steps import Answers

T = TypeVar("T")

AGENCY_NAME = "agency.name"
"""Where the window remembers the agency's name, so that the first paint has it."""

SIZE = (1280, 800)


class Program(QObject):
    """The running window, from the first paint to the last backup. Make one per process."""

    made_ahead = Signal(object)
    """A `PlacesAhead` that is about to begin."""

    _home = Signal(object)
    _bug = Signal()

    def __init__(self, agency: Agency, traffic: Traffic, claim: Claim, crash_log: CrashLog) -> None:
        self._qt_spoke_to = qInstallMessageHandler(qt_to_log)
        self._app = QApplication.instance() or QApplication([hhcrm.__name__])
        assert isinstance(self._app, QApplication)
        super().__init__()
        self._app.setApplicationName(hhcrm.__name__)
        self._app.setApplicationVersion(hhcrm.__version__)
        self._agency = agency
        self._traffic = traffic
        self._claim = claim
        self._memory = agency.memory
        if second := self._memory.get(SECOND_PLACE, ""):
            agency.second_place = Path(second)
        Icons(resource_path("icons")).install(self._app)
        self._language = Language(self._memory, resource_path("translations"), self)
        self._look = Look(self._app, self._memory)
        self._stillness = Stillness(traffic, self)
        self._tidying = Tidying(self)
        self._shown: QWidget | None = None
        self._own: Agency | None = None
        self._sample = ExitStack()
        self._listens = False
        self._setting_up: SettingUp | None = None
        self._window_number = 0
        self._window: MainWindow | None = None
        self._desk: Desk | None = None
        self._ahead: PlacesAhead | None = None
        self._place_names: tuple[str, ...] = ()
        self._mark = ""
        self._seating = Seating(self._on_failed)
        self._smoke: Smoke | None = None
        self._fault: KnownFault | None = None
        self._telling_of_bug = False
        self._interrupted = False
        self._finished = False
        self._copies = Copies(traffic, lambda: self._agency, self._bring, self)
        self._copies.told.connect(self._say_backup)
        self._copies.warned.connect(self._say)
        self._copies.failed.connect(self._on_failed)
        self._drafts: Drafts | None = None
        self._until_the_end = ExitStack()
        self._home.connect(lambda arrive: arrive(), Qt.ConnectionType.QueuedConnection)
        self._bug.connect(self._on_bug, Qt.ConnectionType.QueuedConnection)
        crash_log.uninstall()
        crash_log.install(lambda _kind: self._bug.emit())

    def run(self, there: bool) -> int:
        """Show the agency, or the first start where there is none; until the window is closed. Raises KnownFault."""
        self.begin(there)
        return self._loop()

    def begin(self, there: bool) -> None:
        """Bring the agency, or the first start, onto the screen."""
        if there:
            self._open_window()
        else:
            self._show_first_start()

    def run_sample(self) -> int:
        """Make a sample agency in our folder, which goes away afterwards, and show it."""
        self._make_sample(self._agency)
        return self._loop()

    def smoke(self, console: Console) -> int:
        """Show every place once and print how long each took; 1 when anything went wrong."""
        outcome: list[dict[str, object] | Exception] = []

        def done(document: dict[str, object] | Exception) -> None:
            outcome.append(document)
            self._app.quit()

        self._smoke = Smoke(self._traffic, self._stillness, done)
        self._open_window()
        self._loop()
        return say_outcome(console, outcome)

    # The first start

    def _show_first_start(self) -> None:
        from hhcrm.ui.frame.first_run import FirstRun  # late: seen once in an agency's life

        page = FirstRun()
        page.resize(*SIZE)
        page.look_around.connect(self._look_around)
        page.set_up.connect(lambda: self._ask_set_up(page))
        self._show(page)

    def _look_around(self) -> None:
        self._make_sample(Agency(Folder(self._sample.enter_context(throwaway_folder())).make(), self._agency.clock))

    def _make_sample(self, agency: Agency) -> None:
        from hhcrm.ui.frame.waiting import WaitingPage

        page = WaitingPage(translate("app", "Making a sample agency"))
        page.resize(*SIZE)
        self._show(page)

        def made(_nothing: None) -> None:
            self._own = self._agency if agency is not self._agency else None
            self._agency, self._mark = agency, translate("app", MARK)
            self._open_window()

        self._traffic.read(lambda: make_sample(agency.folder.root), self._bring(made), self._bring(self._on_closed))

    def _ask_set_up(self, page: QWidget) -> None:
        from hhcrm.app.setting_up import SettingUp  # late: seen once in an agency's life

        if self._setting_up is None:
            self._setting_up = SettingUp(self._traffic, self._bring, self._on_set_up)
        self._setting_up.ask(self._agency, page)

    def _on_set_up(self, answers: Answers) -> None:
        self._seating.take(self._agency, self._agency.sitter.user_id)  # who sets an agency up says first who they are
        self._open_window()
        assert self._window is not None
        say_set_up(self._window, answers)

    # The window

    def _open_window(self) -> None:
        agency = self._agency
        desk = desk_of(agency, self._traffic)
        if not self._mark:
            agency.tell_backups(self._bring(self._copies.say_backup))
        ways = Ways(self.restore_here, self.sit_here, self._start_over if self._own is not None else None)
        self._drafts = Drafts(agency.folder.drafts, agency.now)
        rooms = Rooms(agency, self._drafts, self._memory, ways)
        places, asked = rooms.places(), self._traffic.asked
        self._desk = desk
        self._seating.forget()
        self._place_names = tuple(place.name for place in places)
        desk.changed.connect(self._on_changed)
        # Before the places ask: the first answer says whether there is an agency at all.
        desk.read(lambda questions: questions.agency_facts(), self._on_facts, self._on_closed)
        name = "" if self._mark else self._memory.get(AGENCY_NAME, "")
        window = MainWindow(
            desk,
            places,
            look=self._look,
            language=self._language,
            memory=self._memory,
            agency=name,
            doors=replace(rooms.doors(), sample=bool(self._mark)),
        )
        window.status.say_right(self._mark)
        self._window = window
        self._show(window)
        if self._smoke is not None:
            desk.faulted.connect(self._on_closed)
            self._smoke.walk(window, [place.name for place in places])
        else:
            self._stillness.await_window(window, asked, self._settle)

    def _on_facts(self, facts: AgencyFacts) -> None:
        if self._window is None:  # it has gone meanwhile: the agency could not be opened after all
            return
        if not facts.founded and self._smoke is None:
            self._show_first_start()
            return
        say_facts(self._window, facts)
        if not self._mark and facts.name != self._memory.get(AGENCY_NAME, ""):
            self._keep(AGENCY_NAME, facts.name)

    def _settle(self) -> None:
        """What can wait until the window stands and is filled."""
        if not self._listens:
            gc.freeze()  # all of this stays to the end: never look through it for garbage again
            self._claim.listen(self._raise)
            self._listens = True
        if self._window is not None and not self._mark:
            self._window.helping.tell_news(hhcrm.__version__)
        if self._window is not None and self._memory.damaged is not None:
            say_damaged(self._window)
        # With the first answers there, this is where the database is opened.
        self._traffic.read(self._agency.questions, self._bring(self._on_open), self._bring(self._on_closed))

    def _on_open(self, _questions: object) -> None:
        from hhcrm.app.ahead import load_ahead  # late, both: nobody waits for them
        from hhcrm.app.places_check import unsafe_place

        if self._window is not None:
            self._seating.say(self._agency, self._window, sample=bool(self._mark))
            notice_alerts(self._window)
            self._window.steps.look()
            self._window.badges.look()
        self._off_the_screen(self._listen, self._on_listening)
        if self._drafts is not None:
            self._off_the_screen(self._drafts.every, self._offer_drafts)
        if not self._mark:
            self._off_the_screen(self._agency.last_backup, self._copies.say_backup)
            self._off_the_screen(lambda: unsafe_place(self._agency.folder.root), lambda why: self._say(why or ""))
        self._tidying.hold()
        self._traffic.follow(load_ahead, self._bring(self._make_ahead), self._bring(self._on_failed))

    def _make_ahead(self, _nothing: None) -> None:
        from hhcrm.app.places_ahead import PlacesAhead  # late: as above

        if self._window is not None:
            self._ahead = PlacesAhead(self._window, self._place_names, self._traffic, self)
            self._ahead.ended.connect(self._tidying.settle)
            self.made_ahead.emit(self._ahead)
            self._ahead.begin()

    def _stop_ahead(self) -> None:
        ahead, self._ahead = self._ahead, None
        if ahead is not None:
            ahead.stop()
            ahead.deleteLater()

    def _offer_drafts(self, drafts: Sequence[Draft]) -> None:
        if self._window is not None:
            offer_drafts(self._window, drafts)

    def _listen(self) -> ChangeSet | None:
        """First the ears, then the look at what was shown: nothing that others write falls between the two."""
        self._agency.watch(self._heard)
        try:
            return None if self._mark else self._agency.keep_first_answers()
        except KnownFault as fault:
            log_unkept(fault)
            return None

    def _on_listening(self, news: ChangeSet | None) -> None:
        if news is not None and self._desk is not None:
            self._desk.read(lambda questions: questions.agency_facts(), self._on_facts)
            self._desk.announce(news)

    def _off_the_screen(self, work: Callable[[], T], done: Callable[[T], None]) -> None:
        self._traffic.read(work, self._bring(done), self._bring(self._on_failed))

    def _show(self, widget: QWidget) -> None:
        """Put a page or the window in the place of what is on the screen."""
        before, self._shown = self._shown, widget
        if before is not None and before is self._window:
            self._stop_ahead()
            self._window = None
            self._stillness.forget()
        widget.show()
        if before is not None:
            before.close()
            before.deleteLater()

    def _raise(self) -> None:
        if self._shown is not None:
            bring_forward(self._shown)

    # Leaving the window for other data

    def restore_here(self, backup: Path) -> None:
        """Put a backup back from the window: it closes, and opens again on what the backup holds."""

        def put_back(_steps: object) -> Path | None:
            self._agency.close()
            return self._agency.restore(backup)

        def done(aside: Path | None) -> None:
            self._open_window()
            self._say(restored_words(aside))

        def failed(error: Exception) -> None:
            if not isinstance(error, KnownFault):
                raise error
            self._open_window()  # nothing was changed: on with what is here
            self._on_failed(error)

        self._leave_window(translate("app", "Putting the backup back"), put_back, done, failed)

    def sit_here(self, user_id: int, name: str) -> None:
        """Let somebody else sit at this desk: the window closes, and opens again as theirs."""
        if self._seating.take(self._agency, user_id):
            self._leave_window(
                translate("app", "Opening for {name}").format(name=name),
                lambda _steps: self._agency.bind_again(),
                lambda _nothing: self._open_window(),
                self._on_closed,
            )

    def _start_over(self) -> None:
        """Throw the sample away and begin to set up one's own agency."""
        sample = self._agency

        def throw_away(_steps: object) -> None:
            sample.close()
            self._sample.close()

        def gone(_nothing: None) -> None:
            assert self._own is not None
            self._agency, self._own, self._mark = self._own, None, ""
            self._show_first_start()
            assert self._shown is not None
            self._ask_set_up(self._shown)

        self._leave_window(translate("app", "Throwing the sample away"), throw_away, gone, self._on_closed)

    def _leave_window(
        self,
        words: str,
        work: Callable[[object], T],
        done: Callable[[T], None],
        failed: Callable[[Exception], None],
    ) -> None:
        """Close the window, let what is under way come to its end, and do something that needs the data to itself."""
        from hhcrm.app.leaving import page_instead_of, when_idle  # late: seldom wanted

        assert self._window is not None
        assert self._desk is not None
        self._stop_ahead()
        page = page_instead_of(self._window, self._desk, words)
        self._window_number += 1  # what was asked for this window comes home to nobody, and asks for nothing more
        self._copies.leave()
        self._desk = None
        self._show(page)

        def begin() -> None:
            if not self._finished:
                self._traffic.write(work, self._bring(done), self._bring(failed))

        when_idle(self._traffic, begin, self)

    # Changes and backups

    def _heard(self, changes: ChangeSet) -> None:
        """A step in the journal, told on the feed's thread; our own are known already."""
        if self._desk is not None and not self._traffic.is_own(changes.step_id):
            self._desk.announce(changes)

    def _on_changed(self, changes: ChangeSet) -> None:
        if changes.touches("setting", "app_user"):
            self._off_the_screen(self._agency.bind_again, self._ask_facts)
        if changes.step_id is not None and not self._mark:
            self._copies.follow_change()

    def _ask_facts(self, _nothing: None) -> None:
        if self._desk is not None:
            self._desk.read(lambda questions: questions.agency_facts(), self._on_facts)
        if self._window is not None:
            self._seating.say(self._agency, self._window, sample=bool(self._mark))

    def _say_backup(self, words: str) -> None:
        if self._window is not None:
            self._window.status.say_backup(words)

    # Faults

    def _on_closed(self, error: Exception) -> None:
        """The agency could not be opened, or a sample not made."""
        if self._smoke is not None:
            self._smoke.fail(error)
        elif not isinstance(error, KnownFault):
            raise error
        elif self._fault is None:
            from hhcrm.app.fault_box import FaultBox  # late: seldom seen

            self._fault = error
            self._window_number += 1  # another fault of the same opening must not come home after a restore
            if self._desk is not None:
                self._desk.close()
            box = FaultBox(error)
            box.restore_wanted.connect(self._restore)
            box.left.connect(self._app.quit)
            self._show(box)

    def _restore(self, backup: str) -> None:
        def done(_aside: Path | None) -> None:
            self._fault = None
            self._open_window()

        def failed(error: Exception) -> None:
            self._fault = None
            self._on_closed(error)

        def restore() -> Path | None:
            self._agency.close()  # whoever still tries to open it has ended, too
            return self._agency.restore(Path(backup))

        self._traffic.write(lambda _steps: restore(), self._bring(done), self._bring(failed))

    def _on_failed(self, error: Exception) -> None:
        if self._window is not None:
            self._window.fault(error)

    def _on_bug(self) -> None:
        if self._smoke is not None:
            self._smoke.fail(StorageFault(translate("frame", OUR_FAULT)))
        elif not self._telling_of_bug:
            self._telling_of_bug = True
            self._say(translate("frame", OUR_FAULT))
            self._telling_of_bug = False  # not reached by a bug in the telling: that must not be told in turn

    def _say(self, words: str) -> None:
        if words and self._window is not None:
            self._window.toast(words)

    def _keep(self, name: str, value: object) -> None:
        try:
            self._memory.set(name, value)
        except KnownFault as fault:
            self._on_failed(fault)

    # The loop and its end

    def _bring(self, receiver: Callable[[T], None]) -> Callable[[T], None]:
        """A callback for a worker thread that runs `receiver` on this one, unless the window has been left by then."""
        mine = self._window_number
        return lambda news: self._home.emit(
            lambda: None if self._finished or mine != self._window_number else receiver(news)
        )

    def _loop(self) -> int:
        interrupts = Interrupts(self._on_signal)
        try:
            code = self._app.exec()
        finally:
            interrupts.stop()
            self.finish()
        if self._interrupted:
            raise KeyboardInterrupt
        if self._fault is not None:
            raise self._fault
        return code

    def _on_signal(self, number: int) -> None:
        self._interrupted = number == signal.SIGINT
        self._app.quit()

    @property
    def agency(self) -> Agency:
        """Whose data the window is on."""
        return self._agency

    @property
    def shown(self) -> QWidget | None:
        """What is on the screen: the window, the first start, a fault."""
        return self._shown

    def finish(self) -> None:
        """Finish what was begun, while nothing is on the screen any more. May be called twice."""
        if self._finished:
            return
        self._finished = True
        if self._shown is not None:
            self._shown.close()
        if self._desk is not None:
            self._desk.close()
        self._stop_ahead()
        self._stillness.stop()
        self._tidying.stop()
        self._copies.finish(whole=self._fault is None, kept=not self._mark)
        self._traffic.close()
        self._agency.close()
        self._sample.close()
        self._until_the_end.close()
        self._language.take_out()
        qInstallMessageHandler(self._qt_spoke_to)
