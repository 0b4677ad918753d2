"""Recent changes: what was done in the whole agency, by whom, with its way back."""

from __future__ import annotations

from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from hhcrm.domain.changes import ChangeSet
from hhcrm.domain.days import read_day, say_full_day
from hhcrm.domain.errors import RuleBroken
from hhcrm.domain.wording import QT_TRANSLATE_NOOP, translate
from hhcrm.jobs.progress import Cancelled
from hhcrm.queries.read_models import HistoryPage
from hhcrm.queries.step_models import StepFilter, StepLine, StepPage
from hhcrm.ui.history.window import ListDialog
from hhcrm.ui.shared.desk import Desk
from hhcrm.ui.shared.entries import Entry, EntryList, act_button
from hhcrm.ui.shared.field import Field
from hhcrm.ui.shared.filter_field import TYPING_MS
from hhcrm.ui.shared.fonts import scaled
from hhcrm.ui.shared.frame_port import Frame
from hhcrm.ui.shared.history import change_words
from hhcrm.ui.shared.long_work import LongWork
from hhcrm.ui.shared.said import moment_words
from hhcrm.ui.shared.tags import TagKind
from hhcrm.ui.shared.text import Text

if TYPE_CHECKING:
    from hhcrm.jobs.progress import Progress
    from hhcrm.services.bound import Actions

PAGE = 30

ABOUT = (
    ("", QT_TRANSLATE_NOOP("history", "everything")),
    ("referral_source", QT_TRANSLATE_NOOP("history", "sources")),
    ("contact", QT_TRANSLATE_NOOP("history", "people")),
    ("visit", QT_TRANSLATE_NOOP("history", "visits")),
    ("referral", QT_TRANSLATE_NOOP("history", "referrals")),
    ("commitment", QT_TRANSLATE_NOOP("history", "commitments")),
    ("pilot", QT_TRANSLATE_NOOP("history", "pilots")),
    ("approach", QT_TRANSLATE_NOOP("history", "approaches")),
    ("goal", QT_TRANSLATE_NOOP("history", "goals")),
    ("attachment", QT_TRANSLATE_NOOP("history", "files")),
    ("setting", QT_TRANSLATE_NOOP("history", "settings")),
    ("import", QT_TRANSLATE_NOOP("history", "imports")),
)
"""Kinds of records to choose from."""

_MOST_WIDE = 240


class RecentChanges(ListDialog):
    """Lists the journal's steps, newest first, those of colleagues too; each can be opened and, often, undone."""

    def __init__(self, desk: Desk, frame: Frame, parent: QWidget | None = None) -> None:
        super().__init__(
            "recent_changes",
            translate("history", "Recent changes"),
            translate("history", "Who did what, and how does it go back?"),
            EntryList("recent_changes_list", translate("history", "Nothing was changed that fits.")),
            parent,
        )
        self._desk = desk
        self._frame = frame
        self._asked = 0
        self._shown = PAGE
        self._lines: tuple[StepLine, ...] = ()
        self._open: dict[int, HistoryPage] = {}
        self._long = LongWork(desk, self)
        self._typing = QTimer(self)
        self._typing.setSingleShot(True)
        self._typing.setInterval(TYPING_MS)
        self._typing.timeout.connect(self._start_over)
        self._make_filters()
        self.listed.more.clicked.connect(self._on_more)
        self.work.cancelled.connect(self._long.cancel)
        desk.changed.connect(self._on_changed)
        self._fill_people()
        self._ask()

    @property
    def lines(self) -> tuple[StepLine, ...]:
        """What is shown."""
        return self._lines

    def _make_filters(self) -> None:
        self.who = QComboBox()
        self.who.addItem(translate("history", "everybody"), None)
        self.about = QComboBox()
        for name, words in ABOUT:
            self.about.addItem(translate("history", words), name or None)
        for combo in (self.who, self.about):
            combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.day = QLineEdit()
        self.day.setPlaceholderText(translate("history", "any day"))
        self.day.setClearButtonEnabled(True)
        self.day_field = Field(translate("history", "Day"), self.day, name="field_recent_day")
        for field in (
            Field(translate("history", "Who"), self.who, name="field_recent_who"),
            Field(translate("history", "What"), self.about, name="field_recent_about"),
            self.day_field,
        ):
            field.setMaximumWidth(scaled(_MOST_WIDE))
            self.filter_row.addWidget(field)
        self.who.currentIndexChanged.connect(self._start_over)
        self.about.currentIndexChanged.connect(self._start_over)
        self.day.textChanged.connect(self._typing.start)

    def _fill_people(self) -> None:
        def done(names: tuple[str, ...]) -> None:
            for name in names:
                self.who.addItem(name, name)

        self._desk.read(lambda questions: questions.step_people(), done, owner=self)

    def _filter(self) -> StepFilter:
        day = self._day()
        return StepFilter(self.who.currentData(), self.about.currentData(), day, day)

    def _day(self) -> date | None:
        typed = self.day.text().strip()
        try:
            day = read_day(typed, self._desk.today()) if typed else None
        except RuleBroken as fault:
            self.day_field.say_error(str(fault))
            return None
        self.day_field.say_error("")
        self.day_field.say_hint(say_full_day(day) if day is not None else "")
        return day

    # Asking

    def _start_over(self) -> None:
        self._shown = PAGE
        self._open.clear()
        self._ask()

    def _on_changed(self, _changes: ChangeSet) -> None:
        self._ask()

    def _on_more(self) -> None:
        self._shown += PAGE
        self._ask()

    def _ask(self) -> None:
        self._asked += 1
        mine, asked, limit = self._asked, self._filter(), self._shown
        self._desk.read(
            lambda questions: questions.recent_changes(asked, None, limit),
            lambda page: self._take(page) if mine == self._asked else None,
            owner=self,
        )

    def _take(self, page: StepPage) -> None:
        self._lines = page.lines
        self.listed.show_entries([self._entry(line) for line in page.lines], more=page.more)

    # One step

    def _entry(self, line: StepLine) -> Entry:
        when = moment_words(line.at, self._desk.now(), self._desk.zone())
        why = "" if line.undone else line.why_not
        beside = "  ·  ".join(part for part in (line.by, when, why) if part)
        tag: tuple[str, TagKind] | None = (translate("history", "undone"), "none") if line.undone else None
        shown = line.step_id in self._open
        words = translate("history", "Hide changes") if shown else translate("history", "Show changes")
        acts = []
        if line.rows:
            acts.append(
                act_button(words, f"step_{line.step_id}_show", partial(self._toggle, line), f"{words}: {line.what}")
            )
        if not line.why_not:
            undo = translate("history", "Undo this step")
            acts.append(
                act_button(undo, f"step_{line.step_id}_undo", partial(self._undo, line), f"{undo}: {line.what}")
            )
        entry = Entry(line.what, beside, tag=tag, acts=acts)
        if shown:
            _add_changes(entry, self._open[line.step_id])
        return entry

    def _toggle(self, line: StepLine) -> None:
        if self._open.pop(line.step_id, None) is not None:
            self._take(StepPage(self._lines, more=self.listed.more.isVisible()))
            return

        def done(page: HistoryPage) -> None:
            self._open[line.step_id] = page
            self._take(StepPage(self._lines, more=self.listed.more.isVisible()))

        self._desk.read(lambda questions: questions.step_changes(line.step_id), done, owner=self)

    def _undo(self, line: StepLine) -> None:
        if self._long.running:
            return
        self.say("")
        self.work.begin(translate("history", "Undoing: {what}").format(what=line.what))
        self._long.start(
            lambda actions, steps: _take_back(actions, line.step_id, steps),
            partial(self._on_undone, line),
            self._on_refused,
            self.work.show_report,
            label=line.what,
        )

    def _on_undone(self, line: StepLine, _changes: ChangeSet) -> None:
        self.work.hide()
        self._frame.toast(translate("history", "Undone: {what}").format(what=line.what))

    def _on_refused(self, error: Exception) -> None:
        self.work.hide()
        if not isinstance(error, Cancelled):
            self.say(str(error))


def _take_back(actions: Actions, step_id: int, steps: Progress) -> ChangeSet:
    def tell(doing: str, done: int, total: int | None) -> None:
        steps.check()
        steps.report(doing, done, total)

    return actions.undo_step(step_id, tell)


def _add_changes(entry: Entry, page: HistoryPage) -> None:
    """What a step changed, row by row, below its head."""
    layout = entry.layout()
    assert layout is not None
    for line in page.lines:
        layout.addWidget(Text(line.what, "small", "muted", wrap=True))
        for change in line.changes:
            words = Text(change_words(change), "body", wrap=True)
            words.setContentsMargins(scaled(12), 0, 0, 0)
            layout.addWidget(words)
    if page.more:
        layout.addWidget(Text(translate("history", "And more."), "small", "muted"))
