"""The agency's database as the window holds it: opened on a worker thread, so that the first paint need not wait.

The database library is imported inside the methods: they run on worker threads, behind or beside Qt's own start.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, tzinfo
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, cast

from hhcrm.app.clock import Clock
from hhcrm.app.memory import Memory
from hhcrm.app.paths import Folder
from hhcrm.app.seat import Seat, Sitter
from hhcrm.domain.changes import ChangeSet
from hhcrm.domain.errors import FileFault, KnownFault
from hhcrm.queries.today_models import FIRST_NEEDS

if TYPE_CHECKING:
    from sqlalchemy import Connection, Engine

    from hhcrm.app.first_answers import Answers, EarlyQuestions, FirstAnswers
    from hhcrm.queries.bound import Questions
    from hhcrm.services.bound import Actions
    from hhcrm.services.founding import FoundAgency
    from hhcrm.storage.engine import Address
    from hhcrm.storage.feed import Watch
    from hhcrm.storage.work import UnitOfWork

BACKUP_EVERY = timedelta(hours=20)
"""When the newest backup is older than this, a change is followed by a new one: one each working day."""

NOBODY = "window"
"""Who acts, in the journal, before there is anybody in the agency."""


class Agency:
    """One agency's data. Every method but `now` and `today` is for worker threads."""

    def __init__(self, folder: Folder, clock: Clock, url: str | None = None) -> None:
        self.folder = folder
        self._clock = clock
        self._url = url
        self._gate = Lock()
        self._engine: Engine | None = None
        self._questions: Questions | None = None
        self._actions: Actions | None = None
        self._watch: Watch | None = None
        self.memory = Memory(folder.settings)
        """What this desk remembers; its one owner."""
        self.seat = Seat(self.memory, url)
        self._sitter = Sitter(None, NOBODY)
        self._first: FirstAnswers | None = None
        self._early: EarlyQuestions | None = None
        self._looked = False
        self._backed_up: Callable[[datetime], None] = lambda _at: None
        self.second_place: Path | None = None
        """Where each backup is copied to, too; None for nowhere."""
        self.second_fault = ""
        """Why the last copy to the second place could not be made, in words."""

    def now(self) -> datetime:
        """This instant, in UTC."""
        return self._clock.now()

    def zone(self) -> tzinfo:
        """The agency's time zone; UTC before it is open."""
        return self._clock.zone or UTC

    @property
    def clock(self) -> Clock:
        """The clock, in the agency's zone once the agency is open."""
        return self._clock

    @property
    def sitter(self) -> Sitter:
        """Who acts at this desk, once the agency is open."""
        return self._sitter

    @property
    def is_open(self) -> bool:
        """Whether the database is open."""
        return self._questions is not None

    @property
    def listens(self) -> bool:
        """Whether it hears what other processes change."""
        return self._watch is not None

    def early_questions(self) -> Questions:
        """What can be asked, opening the database only for what the kept first answers do not say."""
        with self._gate:
            if not self._looked:
                self._looked = True
                self._early = self._look()
            if self._questions is None and self._early is not None:
                return cast("Questions", self._early)
        return self.questions()

    def questions(self) -> Questions:
        """What can be asked; the first call opens the database. Raises CannotOpen."""
        with self._gate:
            if self._questions is None:
                self._open()
            assert self._questions is not None
            return self._questions

    def actions(self) -> Actions:
        """What can be done. Raises CannotOpen."""
        self.questions()
        with self._gate:
            if self._actions is None:
                from hhcrm.services.bound import Actions

                self._actions = Actions(self._work(), self._clock.today, self.folder.attachments)
            return self._actions

    def warm(self) -> None:
        """Import what opening will need."""
        import hhcrm.queries.bound
        import hhcrm.storage.opening  # noqa: F401  # imported to be there when it is needed

    def found(self, command: FoundAgency) -> ChangeSet:
        """Set the agency up, and open it anew for the people it now has. An empty time zone is that of the ZIP code."""
        from hhcrm.services.setup import found_agency
        from hhcrm.services.zones import office_zone

        self.questions()
        if not command.time_zone:
            command = replace(command, time_zone=office_zone(command.zip))
        changes = found_agency(self._work(), command)
        with self._gate:
            self._bind()
        return changes

    def watch(self, heard: Callable[[ChangeSet], None]) -> None:
        """From now on tell what other processes change, on a thread of its own."""
        from hhcrm.storage.feed import Watch

        self.questions()
        if self._watch is None and self._engine is not None:
            self._watch = Watch(self._engine, heard)

    def keep_first_answers(self) -> ChangeSet | None:
        """Keep what the next start will ask first. The change set is to be announced: not all is as it was shown."""
        self.questions()
        first, early, zone, day = self._kept(), self._early, self._clock.zone, self._clock.today()
        if first is None or zone is None:
            return None
        if self._address().key is not None:
            first.forget()
            return None
        self._early = None  # they were held against the database once
        if early is not None:
            right = self._ask_first(early.found.day) == early.found.answers
            if right and early.found.day == day and first.look(self._clock) == early.found:
                return None
            first.keep(day, zone, self._ask_first)
            return None if right else everything()
        if self.questions().agency_facts().founded:
            first.keep(day, zone, self._ask_first)
        return None

    def _ask_first(self, day: date) -> Answers:
        from hhcrm.app.first_answers import Answers
        from hhcrm.queries.bound import Questions

        assert self._engine is not None
        questions = Questions(self._engine, self._clock.now, lambda: day, self._sitter.user_id)
        return Answers(questions.agency_facts(), questions.today(FIRST_NEEDS))

    def last_backup(self) -> datetime | None:
        """When the newest backup was made; None where there is none."""
        from hhcrm.storage.backup import list_backups

        newest = list_backups(self.folder.backups)[:1]
        return newest[0].at if newest else None

    def tell_backups(self, told: Callable[[datetime], None]) -> None:
        """From now on tell when a backup was made, whoever asked for it, on the thread that made it."""
        self._backed_up = told

    def back_up(self, why: str = "") -> datetime:
        """Make a verified backup and take away those that need not stay; when it was made.

        `why` becomes part of the file's name.
        """
        from hhcrm.storage.backup import make_backup
        from hhcrm.storage.retention import prune

        made = make_backup(self._address(), self.folder.backups, self.now, why.replace(" ", "-"))
        self._backed_up(made.at)
        prune(self.folder.backups, self.now())
        self._copy_backup(made.path)
        return made.at

    def copy_newest_backup(self) -> None:
        """Bring the newest backup to the second place. Raises KnownFault."""
        from hhcrm.storage.backup import list_backups

        for newest in list_backups(self.folder.backups)[:1]:
            self._copy_backup(newest.path)
            if self.second_fault:
                raise FileFault(self.second_fault)

    def _copy_backup(self, path: Path) -> None:
        """A second place that is not there takes nothing from the backup that was made: it is only said."""
        from hhcrm.storage.second_place import copy_to_second_place

        self.second_fault = ""
        if self.second_place is not None:
            try:
                copy_to_second_place(path, self.second_place, self._address().key, self.now())
            except KnownFault as fault:
                self.second_fault = str(fault)

    def restore(self, backup: Path) -> Path | None:
        """Put a backup back while nobody has the database open; where the present one lies now. Raises KnownFault."""
        from hhcrm.storage.restore import restore

        return restore(self._address(), backup, self.now).aside

    def close(self) -> None:
        """Let go of the database."""
        if self._watch is not None:
            self._watch.stop()
            self._watch = None
        with self._gate:
            if self._engine is not None:
                self._engine.dispose()
                self._engine = self._questions = self._actions = None
            self._early, self._looked = None, False  # whoever opens it again looks again

    @property
    def address(self) -> Address:
        """Where the database is."""
        return self._address()

    @property
    def is_plain(self) -> bool:
        """Whether the database is a file without a key."""
        address = self._address()
        return address.file is not None and address.key is None

    def engine(self) -> Engine:
        """The database for what reads it whole, such as a check; the first call opens it. Raises CannotOpen."""
        self.questions()
        assert self._engine is not None
        return self._engine

    def bind_again(self) -> None:
        """The agency's zone or people have changed: from now on ask and act by what holds now."""
        with self._gate:
            if self._engine is not None:
                self._bind()

    def _kept(self) -> FirstAnswers | None:
        """The file of first answers; a server has none."""
        from hhcrm.app.first_answers import FirstAnswers

        if self._first is None and self._url is None:
            path = self.folder.cache / "first-answers.json"
            self._first = FirstAnswers(path, self.folder.database, chosen=lambda: self.seat.chosen)
        return self._first

    def _look(self) -> EarlyQuestions | None:
        from hhcrm.app.first_answers import EarlyQuestions

        first = self._kept()
        found = None if first is None else first.look(self._clock)
        if found is None:
            return None
        self._clock = self._clock.in_zone(found.zone)
        return EarlyQuestions(found, lambda: self._clock.today(), self.questions)

    def _open(self) -> None:
        from hhcrm.storage.opening import open_agency

        self._engine = open_agency(self._address(), self.folder.backups, self._clock.now)
        self._bind()

    def _bind(self) -> None:
        """Ask and act for the person who sits here."""
        from hhcrm.queries.bound import Questions
        from hhcrm.storage.faults import plain_words
        from hhcrm.storage.settings import agency_zone

        assert self._engine is not None
        with plain_words(), self._engine.connect() as connection:
            self._clock = self._clock.in_zone(agency_zone(connection, self._clock.today()))
            self._sitter = _sitter(connection, self.seat.chosen)
        self._actions = None
        self._questions = Questions(self._engine, self._clock.now, self._clock.today, self._sitter.user_id)

    def _work(self) -> UnitOfWork:
        from hhcrm.storage.journal import Actor
        from hhcrm.storage.work import UnitOfWork

        assert self._engine is not None
        return UnitOfWork(self._engine, Actor(self._sitter.user_id, self._sitter.name), self._clock.now)

    def _address(self) -> Address:
        from hhcrm.storage.engine import Address

        return Address(url=self._url) if self._url is not None else Address(file=self.folder.database)


def _sitter(connection: Connection, chosen: int | None) -> Sitter:
    """Who was chosen for this desk; where nobody was, or they are gone, the first of the agency's people."""
    from sqlalchemy import select

    from hhcrm.models.users import User

    person = User.__table__.c
    everybody = connection.execute(select(person.id, person.name, person.archived_at).order_by(person.id)).all()
    here = [row for row in everybody if row.archived_at is None]
    found = next((row for row in here if row.id == chosen), here[0] if here else None)
    if found is None:
        return Sitter(None, NOBODY)
    lost = next((row.name for row in everybody if row.id == chosen != found.id), "")
    return Sitter(found.id, found.name, asks=len(here) > 1 and found.id != chosen, lost=lost)


def everything() -> ChangeSet:
    """All may be other than it was: whoever shows something asks again."""
    from hhcrm.storage.feed import full_refresh

    return full_refresh()
