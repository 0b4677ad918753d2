"""Who is away when: what is coming, and a form to add or change it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, timedelta
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from hhcrm.compat import override
from hhcrm.domain.changes import ChangeSet
from hhcrm.domain.days import read_day, say_day
from hhcrm.domain.errors import RuleBroken
from hhcrm.domain.wording import translate
from hhcrm.queries.holiday_models import TimeOffLine
from hhcrm.queries.missed_models import AwayDays, MoveLine
from hhcrm.queries.read_models import Choices
from hhcrm.services.holiday_commands import AddTimeOff, EditTimeOff, RemoveTimeOff
from hhcrm.services.moved_commands import SettleVisits, VisitFate
from hhcrm.ui.calendar.visit_form import day_text
from hhcrm.ui.shared.buttons import Button
from hhcrm.ui.shared.entries import Entry, EntryList, act_button
from hhcrm.ui.shared.fate_words import moved_said
from hhcrm.ui.shared.fonts import scaled
from hhcrm.ui.shared.forms.blank import Blank, ids, number_text
from hhcrm.ui.shared.forms.context import FormContext
from hhcrm.ui.shared.forms.editing import Editing
from hhcrm.ui.shared.forms.form import Form
from hhcrm.ui.shared.hits import Hits, HitsPanel, fates_of
from hhcrm.ui.shared.text import Text, set_ground

if TYPE_CHECKING:
    from hhcrm.queries.bound import Questions
    from hhcrm.services.bound import Actions

_AHEAD = timedelta(days=3 * 365)
_LOOKED_INTO = 20
"""Of so many days off it is said which visits are planned in them all the same."""

DRAFT = ("time_off", "0")
"""The draft of new days off, under the key that Settings has too: whichever form is open next goes on with it."""


class TimeOffDialog(QDialog):
    """What is coming from today on. What has been is kept, and seen on its days in the calendar."""

    def __init__(
        self, context: FormContext, choices: Choices, user_id: int | None, day: date, parent: QWidget | None
    ) -> None:
        super().__init__(parent)
        title = translate("calendar", "Time off")
        self._context = context
        self._choices = choices
        self._user_id = user_id
        self._day = max(day, context.desk.today())
        self._shown: tuple[TimeOffLine, ...] = ()
        self._lying: Mapping[int, tuple[MoveLine, ...]] = {}
        self.setObjectName("calendar_time_off_dialog")
        self.setWindowTitle(title)
        self.setAccessibleName(title)
        self.setModal(True)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.entries = EntryList(
            "calendar_time_off_list",
            translate("calendar", "Nobody is away in the time to come. Add the first days off."),
        )
        add = Button(translate("calendar", "Add time off"), icon="plus", size="small", name="calendar_time_off_add")
        add.clicked.connect(self.add)
        self.entries.add_top(add)
        head = Text(title, "title")
        head.setContentsMargins(scaled(18), 0, 0, 0)
        close = Button(translate("calendar", "Close"), name="calendar_time_off_close")
        close.clicked.connect(self.reject)
        column = QVBoxLayout(self)
        column.addWidget(head)
        column.addWidget(self.entries, 1)
        column.addWidget(close, 0, Qt.AlignmentFlag.AlignRight)
        set_ground(self, "panel")
        over = parent.window().size() if parent is not None else self.screen().availableSize()
        self.resize(min(scaled(660), over.width() - scaled(16)), min(scaled(540), over.height() - scaled(8)))
        self._ask()

    @property
    def lines(self) -> tuple[TimeOffLine, ...]:
        """What is shown."""
        return self._shown

    def add(self) -> None:
        """Open the form of new days off."""
        users = self._choices.users
        first = users[0].id if users else None
        guess = {
            "user_id": number_text(self._user_id if self._user_id is not None else first),
            "from_on": day_text(self._day),
            "until_on": day_text(self._day),
        }
        form = self._form("calendar_time_off_new", DRAFT, guess, translate("calendar", "Add"), who=True)
        hits = Hits(form, self._context, self._added)
        said = translate("calendar", "Time off added")
        Editing(form, self._context, self._add_order, lambda: moved_said(said, hits.taken), self._on_saved)
        self.entries.begin_edit(form)
        form.focus_first()

    def edit(self, line: TimeOffLine) -> None:
        """Change days off where they stand."""
        place = self._shown.index(line)
        form = self._form(
            f"calendar_time_off_{line.time_off_id}",
            ("time_off", str(line.time_off_id)),
            _texts(line),
            translate("calendar", "Save"),
            who=False,
        )

        def order(asked: Form, version: int) -> Callable[[Actions], ChangeSet]:
            from_on, until_on = self._days(asked)
            why = asked.texts()["why"]
            command = EditTimeOff(line.time_off_id, version, from_on, until_on, why, fates_of(asked))
            return lambda actions: actions.edit_time_off(command)

        hits = Hits(form, self._context, lambda asked: AwayDays(line.user_id, *self._days(asked), line.time_off_id))
        said = translate("calendar", "Time off changed")
        Editing(
            form, self._context, order, lambda: moved_said(said, hits.taken), self._on_saved, version=line.version
        )  # fmt: skip
        self.entries.begin_edit(form, self.entries.entries()[place])
        form.focus_first()

    def move_lying(self, line: TimeOffLine) -> None:
        """Show the visits that are planned in somebody's days off, each with where it would go."""
        place = self._shown.index(line)
        panel = HitsPanel(f"calendar_time_off_{line.time_off_id}_visits", translate("calendar", "Save"))
        panel.settled.connect(partial(self._settle, panel))
        panel.left.connect(self._leave)
        self.entries.begin_edit(panel, self.entries.entries()[place])
        panel.show_lines(self._lying[line.time_off_id], self._context)

    def _settle(self, panel: HitsPanel, fates: tuple[VisitFate, ...]) -> None:
        command = SettleVisits(fates)

        def failed(error: Exception) -> None:
            self._context.frame.fault(error)
            self._leave()
            self._ask()

        said = moved_said(translate("calendar", "Time off stays as it is"), fates)
        self._context.do(
            lambda actions: actions.settle_visits(command), said, self._on_saved, failed, owner=panel
        )  # fmt: skip

    def _form(self, name: str, draft: tuple[str, str], texts: dict[str, str], verb: str, *, who: bool) -> Form:
        person = Blank("user_id", translate("calendar", "Who"), "choice", ids(self._choices.users), wide=True)
        rest = (
            Blank("from_on", translate("calendar", "From"), required=True),
            Blank("until_on", translate("calendar", "Until, this day too"), required=True),
            Blank("why", translate("calendar", "Why"), wide=True),
        )
        blanks = (person, *rest) if who else rest
        desk, drafts = self._context.desk, self._context.drafts
        form = Form(name, blanks, {} if who else texts, desk, drafts, draft, {}, verb=verb, inset=True)
        if who and not form.offers_draft:
            for key, text in texts.items():  # typed for the person, so that it can be saved as it is
                form.type_into(key, text)
        form.left.connect(self._leave)
        return form

    def _add_order(self, form: Form, _version: int) -> Callable[[Actions], ChangeSet]:
        from_on, until_on = self._days(form)
        who = form.texts()["user_id"]
        if not who:
            raise RuleBroken(translate("calendar", "Say whose time off it is."), "user_id")
        command = AddTimeOff(int(who), from_on, until_on, form.texts()["why"], fates_of(form))
        return lambda actions: actions.add_time_off(command)

    def _added(self, form: Form) -> AwayDays | None:
        """What days off that are added take; nothing where nobody is chosen yet."""
        who = form.texts()["user_id"]
        return AwayDays(int(who), *self._days(form)) if who else None

    def _days(self, form: Form) -> tuple[date, date]:
        """The days typed. Raises RuleBroken naming the field."""
        found = []
        for key in ("from_on", "until_on"):
            try:
                found.append(read_day(form.texts()[key], self._context.desk.today()))
            except RuleBroken as fault:
                raise RuleBroken(str(fault), key) from fault
        return found[0], found[1]

    def _on_saved(self, _changes: ChangeSet) -> None:
        self.entries.end_edit()
        self._ask()

    def _leave(self) -> None:
        self.entries.end_edit()
        self._show()

    def _remove(self, line: TimeOffLine) -> None:
        command = RemoveTimeOff(line.time_off_id, line.version)
        self._context.do(
            lambda actions: actions.remove_time_off(command),
            translate("calendar", "Time off removed"),
            lambda _changes: self._ask(),
            owner=self,
        )

    def _ask(self) -> None:
        today, user_id = self._context.desk.today(), self._user_id

        def question(ask: Questions) -> tuple[tuple[TimeOffLine, ...], Mapping[int, tuple[MoveLine, ...]]]:
            lines = ask.time_off(today, today + _AHEAD, user_id)
            return lines, {line.time_off_id: ask.visits_hit(_all_of(line)) for line in lines[:_LOOKED_INTO]}

        self._context.desk.read(question, lambda found: self._take(*found), owner=self)

    def _take(self, found: tuple[TimeOffLine, ...], lying: Mapping[int, tuple[MoveLine, ...]]) -> None:
        self._shown, self._lying = found, lying
        if self.entries.editing is None:
            self._show()

    def _show(self) -> None:
        self.entries.show_entries([self._entry(line) for line in self._shown])

    def _entry(self, line: TimeOffLine) -> Entry:
        today = self._context.desk.today()
        first, last = say_day(line.from_on, today), say_day(line.until_on, today)
        days = first if first == last else translate("calendar", "{first} to {last}").format(first=first, last=last)
        name = f"calendar_time_off_{line.time_off_id}"
        change = act_button(translate("calendar", "Change"), f"{name}_change", partial(self.edit, line))
        remove = act_button(translate("calendar", "Remove"), f"{name}_remove", partial(self._remove, line))
        acts, body = [change, remove], [line.why]
        if lying := self._lying.get(line.time_off_id):
            body.append(lying_words(len(lying)))
            move = act_button(translate("calendar", "Move the visits"), f"{name}_move", partial(self.move_lying, line))
            acts.insert(0, move)
        return Entry(line.user, days, body, acts=acts)

    @override
    def reject(self) -> None:
        """What is half typed stays as a draft."""
        if isinstance(self.entries.editing, Form):
            self.entries.editing.keep_draft()
        super().reject()


def _all_of(line: TimeOffLine) -> AwayDays:
    return AwayDays(line.user_id, line.from_on, line.until_on, line.time_off_id, whole=True)


def lying_words(count: int) -> str:
    """How many visits are planned in somebody's days off."""
    words = (
        translate("calendar", "{count} visit is planned in these days all the same.")
        if count == 1
        else translate("calendar", "{count} visits are planned in these days all the same.")
    )
    return words.format(count=count)


def _texts(line: TimeOffLine) -> dict[str, str]:
    return {"from_on": day_text(line.from_on), "until_on": day_text(line.until_on), "why": line.why}
