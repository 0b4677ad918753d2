"""Settings > Holidays: the days on which the agency does not work, year by year, and who is away when."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout

from hhcrm.domain.changes import ChangeSet
from hhcrm.domain.days import read_day, say_day
from hhcrm.domain.errors import RuleBroken
from hhcrm.domain.journal_words import label_shown
from hhcrm.domain.wording import translate
from hhcrm.queries.holiday_models import HolidayLine, TimeOffLine
from hhcrm.queries.missed_models import AwayDays, ClosedDays, MoveLine
from hhcrm.queries.read_models import Choice
from hhcrm.services.holiday_commands import (
    AddHoliday,
    AddTimeOff,
    EditHoliday,
    EditTimeOff,
    FillHolidays,
    RemoveHoliday,
    RemoveTimeOff,
)
from hhcrm.services.moved_commands import VisitFate
from hhcrm.ui.settings.entry_section import Act, EntrySection, Ways
from hhcrm.ui.settings.kit import SettingsContext
from hhcrm.ui.settings.page import Page
from hhcrm.ui.shared.buttons import Button
from hhcrm.ui.shared.fonts import scaled
from hhcrm.ui.shared.forms.blank import Blank, ids, named
from hhcrm.ui.shared.forms.form import Form
from hhcrm.ui.shared.hits import HitsPanel, fates_of
from hhcrm.ui.shared.text import Text

if TYPE_CHECKING:
    from collections.abc import Callable

    from hhcrm.services.bound import Actions

_AHEAD = timedelta(days=730)
_BACK = timedelta(days=30)


class HolidaysPage(Page):
    """`show_item(year=...)` turns to a year."""

    def __init__(self, context: SettingsContext) -> None:
        super().__init__(
            "holidays",
            translate("settings", "Holidays"),
            translate("settings", "No visit is due on these days, and nobody plans one by accident."),
            context,
        )
        self.year = context.desk.today().year
        self._users: tuple[Choice, ...] = ()
        self._resumed: int | None = None
        self.holidays = EntrySection(
            "", translate("settings", "Due dates move to the next working day at once."), self._holiday_ways(), context
        )
        self._make_year_bar()
        self.time_off = EntrySection(
            translate("settings", "Time off"),
            translate("settings", "While somebody is away, the calendar says so and the plan leaves the days free."),
            self._time_off_ways(),
            context,
        )
        self.column.addWidget(self.holidays)
        self.column.addWidget(self.time_off)

    def refresh(self) -> None:
        """Ask again."""
        self._say_year()
        self.holidays.refresh()
        self.context.desk.read(lambda q: q.choices(), lambda choices: self._take_users(choices.users), owner=self)
        self.time_off.refresh()

    def show_item(self, **where: object) -> None:
        """Turn to a year."""
        year = where.get("year")
        if isinstance(year, int):
            self._turn(year - self.year)

    def resume_time_off(self, key: int) -> None:
        """Go on with half-typed time off (0 for a new one), as soon as it is known who can be away."""
        self._resumed = key
        if self.knows_people:
            self._resume_now()

    def _resume_now(self) -> None:
        key, self._resumed = self._resumed, None
        if key is not None:
            self.time_off.resume(key)

    @property
    def knows_people(self) -> bool:
        """Whether it is known who can be away."""
        return bool(self._users)

    def fill(self) -> None:
        """Put in the days off of the agency's state for the year shown; days that are there stay as they are.

        Where they hit planned visits, these are shown first, each with where it goes.
        """
        command = FillHolidays((self.year,))
        self.context.desk.run(
            lambda actions, _steps: actions.days_to_fill(command),
            self._look_at_visits,
            self.context.frame.fault,
            label="days_to_fill",
            owner=self,
        )

    def _look_at_visits(self, days: tuple[date, ...]) -> None:
        def found(lines: tuple[MoveLine, ...]) -> None:
            if lines:
                self.hits.show_lines(lines, self.context)
            else:
                self._fill_in(())

        self.context.desk.read(lambda q: q.visits_hit(ClosedDays(days)), found, self.context.frame.fault, owner=self)

    def _fill_in(self, fates: tuple[VisitFate, ...]) -> None:
        self.hits.hide()
        command = FillHolidays((self.year,), fates=fates)
        self.context.desk.act(
            lambda actions: actions.fill_holidays(command), self._on_filled, self.context.frame.fault, owner=self
        )

    def _on_filled(self, changes: ChangeSet) -> None:
        if changes.step_id is None:
            words = translate("settings", "All holidays of {year} are there already.")
            self.context.frame.toast(words.format(year=self.year))
        else:
            self.context.frame.toast(label_shown(changes.label), undo=True)

    def _take_users(self, users: tuple[Choice, ...]) -> None:
        self._users = users
        self._resume_now()

    def _make_year_bar(self) -> None:
        self.before = Button("", icon="chevron-left", size="small", name="settings_holidays_year_before")
        self.after = Button("", icon="chevron-right", size="small", name="settings_holidays_year_after")
        self.before.setAccessibleName(translate("settings", "The year before"))
        self.after.setAccessibleName(translate("settings", "The year after"))
        self._year = Text("", "strong")
        self._year.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._year.setMinimumWidth(scaled(48))
        self._fill = Button("", size="small", icon="calendar-plus", name="settings_holidays_fill")
        row = QHBoxLayout()
        row.setSpacing(scaled(6))
        for widget in (self.before, self._year, self.after):
            row.addWidget(widget)
        row.addStretch(1)
        row.addWidget(self._fill)
        self.holidays.head.hide()
        self.holidays.body.insertLayout(0, row)
        self.holidays.body.insertSpacing(1, scaled(8))
        self.hits = HitsPanel("settings_holidays_hits", translate("settings", "Fill in"))
        self.hits.hide()
        self.hits.settled.connect(self._fill_in)
        self.hits.left.connect(self._leave_hits)
        self.holidays.body.insertWidget(2, self.hits)
        self.before.clicked.connect(lambda: self._turn(-1))
        self.after.clicked.connect(lambda: self._turn(1))
        self._fill.clicked.connect(self.fill)

    def _leave_hits(self) -> None:
        self.hits.hide()
        self._fill.setFocus(Qt.FocusReason.OtherFocusReason)

    def _turn(self, by: int) -> None:
        self.hits.hide()
        self.year = min(max(self.year + by, 1990), 2100)
        self._say_year()
        self.holidays.refresh()

    def _say_year(self) -> None:
        self._year.setText(str(self.year))
        words = translate("settings", "Fill in the holidays of {year}")
        self._fill.setText(words.format(year=self.year))

    # Holidays

    def _holiday_ways(self) -> Ways[HolidayLine]:
        return Ways(
            name="holidays",
            key=lambda line: line.holiday_id,
            version=lambda line: line.version,
            title=lambda line: line.name,
            beside=lambda line: say_day(line.day, line.day),
            blanks=self._holiday_blanks,
            texts=self._holiday_texts,
            order=self._holiday_order,
            change=self._holiday_change,
            said=_holiday_said,
            ask=lambda q: q.holidays(self.year),
            acts=lambda line: (Act("remove", translate("settings", "Remove"), lambda: self._remove_holiday(line)),),
            add=translate("settings", "Add a day"),
            empty=translate("settings", "No holidays in this year yet. Fill in those of your state, or add your own."),
        )

    def _holiday_blanks(self, _line: HolidayLine | None) -> Sequence[Blank]:
        return (
            Blank("name", translate("settings", "Name"), required=True),
            Blank("day", translate("settings", "Day"), required=True, hint=translate("settings", "Such as Nov 27")),
        )

    def _holiday_texts(self, line: HolidayLine | None) -> Mapping[str, str]:
        return {} if line is None else {"name": line.name, "day": line.day.isoformat()}

    def _holiday_order(self, form: Form, line: HolidayLine | None, version: int) -> Callable[[Actions], ChangeSet]:
        texts = form.texts()
        day = self._read(texts["day"], "day", line is None)
        if line is None:
            add = AddHoliday(day, texts["name"], fates_of(form))
            return lambda actions: actions.add_holiday(add)
        edit = EditHoliday(line.holiday_id, version, day, texts["name"], fates_of(form))
        return lambda actions: actions.edit_holiday(edit)

    def _remove_holiday(self, line: HolidayLine) -> None:
        command = RemoveHoliday(line.holiday_id, line.version)
        said = translate("settings", "{name} is a working day again.").format(name=line.name)
        self.context.do(lambda actions: actions.remove_holiday(command), said, owner=self)

    def _read(self, text: str, field: str, in_year: bool) -> date:
        """A day; without a year that of the page is meant."""
        today = self.context.desk.today()
        near = today if today.year == self.year or not in_year else date(self.year, 7, 1)
        try:
            return read_day(text, near)
        except RuleBroken as fault:
            raise RuleBroken(str(fault), field) from fault

    # Time off

    def _time_off_ways(self) -> Ways[TimeOffLine]:
        return Ways(
            name="time_off",
            key=lambda line: line.time_off_id,
            version=lambda line: line.version,
            title=lambda line: line.user,
            beside=self._away_words,
            blanks=self._time_off_blanks,
            texts=_time_off_texts,
            order=self._time_off_order,
            change=self._time_off_change,
            said=lambda _texts, _line: translate("settings", "The time off is written down."),
            ask=lambda q: q.time_off(self.context.desk.today() - _BACK, self.context.desk.today() + _AHEAD),
            acts=lambda line: (Act("remove", translate("settings", "Remove"), lambda: self._remove_time_off(line)),),
            add=translate("settings", "Add time off"),
            empty=translate("settings", "Nobody is away."),
        )

    def _away_words(self, line: TimeOffLine) -> str:
        today = self.context.desk.today()
        first, last = say_day(line.from_on, today), say_day(line.until_on, today)
        said = first if line.from_on == line.until_on else f"{first} - {last}"
        return f"{said}, {line.why}" if line.why else said

    def _time_off_blanks(self, line: TimeOffLine | None) -> Sequence[Blank]:
        days = (
            Blank("from_on", translate("settings", "First day"), required=True),
            Blank("until_on", translate("settings", "Last day"), hint=translate("settings", "Blank: the same day")),
            Blank("why", translate("settings", "Why"), wide=True),
        )
        if line is not None:
            return days
        who = Blank(
            "user_id",
            translate("settings", "Who"),
            "choice",
            named(ids(self._users), translate("settings", "choose")),
            required=True,
            wide=True,
        )
        return (who, *days)

    def _time_off_order(self, form: Form, line: TimeOffLine | None, version: int) -> Callable[[Actions], ChangeSet]:
        texts = form.texts()
        first, last = self._span(form)
        if line is not None:
            edit = EditTimeOff(line.time_off_id, version, first, last, texts["why"], fates_of(form))
            return lambda actions: actions.edit_time_off(edit)
        if not texts["user_id"]:
            raise RuleBroken(translate("settings", "Choose who is away."), "user_id")
        add = AddTimeOff(int(texts["user_id"]), first, last, texts["why"], fates_of(form))
        return lambda actions: actions.add_time_off(add)

    def _span(self, form: Form) -> tuple[date, date]:
        """First and last day of time off. Raises RuleBroken."""
        texts = form.texts()
        first = self._read(texts["from_on"], "from_on", in_year=False)
        return first, self._read(texts["until_on"], "until_on", in_year=False) if texts["until_on"].strip() else first

    def _time_off_change(self, form: Form, line: TimeOffLine | None) -> AwayDays | None:
        if line is not None:
            return AwayDays(line.user_id, *self._span(form), line.time_off_id)
        who = form.texts()["user_id"]
        return AwayDays(int(who), *self._span(form)) if who else None

    def _holiday_change(self, form: Form, line: HolidayLine | None) -> ClosedDays:
        day = self._read(form.texts()["day"], "day", line is None)
        return ClosedDays((day,), 0 if line is None else line.holiday_id)

    def _remove_time_off(self, line: TimeOffLine) -> None:
        command = RemoveTimeOff(line.time_off_id, line.version)
        said = translate("settings", "{name} is there on these days.").format(name=line.user)
        self.context.do(lambda actions: actions.remove_time_off(command), said, owner=self)


def _holiday_said(texts: Mapping[str, str], line: HolidayLine | None) -> str:
    words = (
        translate("settings", "{name} is a day off.") if line is None else translate("settings", "{name} is changed.")
    )
    return words.format(name=texts["name"])


def _time_off_texts(line: TimeOffLine | None) -> Mapping[str, str]:
    if line is None:
        return {}
    return {"from_on": line.from_on.isoformat(), "until_on": line.until_on.isoformat(), "why": line.why}
