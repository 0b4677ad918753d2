"""The working hours of each weekday: a box for the day, from when, until when."""

from __future__ import annotations

from datetime import time

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QGridLayout, QLineEdit, QWidget

from hhcrm.domain.days import WEEKDAYS, read_time, say_time
from hhcrm.domain.errors import RuleBroken
from hhcrm.domain.wording import translate
from hhcrm.domain.working_week import DAYS_OF_A_WEEK, USUAL_WEEK, Hours, WorkingWeek
from hhcrm.ui.shared.fonts import scaled
from hhcrm.ui.shared.forms.blank import SEPARATOR
from hhcrm.ui.shared.text import Text

_USUAL = next(hours for hours in USUAL_WEEK.days if hours is not None)


def week_text(week: WorkingWeek) -> str:
    """A week as its editor holds it: a line for each working day, `Monday TAB 8:00 AM to 5:00 PM`."""
    return "\n".join(
        SEPARATOR.join((day_name(day), f"{say_time(hours.starts)} - {say_time(hours.ends)}"))
        for day, hours in enumerate(week.days)
        if hours is not None
    )


def read_week_text(text: str) -> list[list[str] | None]:
    """The text as a setting keeps it. Raises RuleBroken naming the week."""
    days: list[list[str] | None] = [None] * DAYS_OF_A_WEEK
    names = [day_name(day) for day in range(DAYS_OF_A_WEEK)]
    for line in text.split("\n") if text else []:
        name, _, hours = line.partition(SEPARATOR)
        starts, _, ends = hours.partition(" - ")
        if name not in names:  # a draft that was written in another language
            continue
        day = names.index(name)
        try:
            days[day] = [f"{_time(starts):%H:%M}", f"{_time(ends):%H:%M}"]
        except RuleBroken as fault:
            raise RuleBroken(f"{name}: {fault}", "working_week") from fault
    return days


def day_name(day: int) -> str:
    """A weekday by its number, Monday 0."""
    return translate("days", WEEKDAYS[day])


def _time(text: str) -> time:
    if not text.strip():
        raise RuleBroken(translate("settings", "Give a time, such as 8:00 AM."))
    return read_time(text)


class WeekEditor(QWidget):
    """An editor of a form; its text is that of `week_text`."""

    edited = Signal()

    def __init__(self, name: str) -> None:
        super().__init__()
        self._rows: list[tuple[QCheckBox, QLineEdit, QLineEdit]] = []
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(scaled(8))
        grid.setVerticalSpacing(scaled(6))
        grid.setColumnStretch(4, 1)
        for day in range(DAYS_OF_A_WEEK):
            self._add_day(grid, name, day)
        self.setFocusProxy(self._rows[0][0])

    def typed(self) -> str:
        """What stands in it."""
        lines = []
        for day, (works, starts, ends) in enumerate(self._rows):
            if works.isChecked():
                lines.append(SEPARATOR.join((day_name(day), f"{_said(starts)} - {_said(ends)}")))
        return "\n".join(lines)

    def put(self, text: str) -> None:
        """Let a week stand in it."""
        given = dict(line.partition(SEPARATOR)[::2] for line in text.split("\n") if line)
        for day, (works, starts, ends) in enumerate(self._rows):
            hours = given.get(day_name(day))
            first, _, last = (hours or _usual()).partition(" - ")
            works.setChecked(hours is not None)
            starts.setText(first)
            ends.setText(last)
            self._enable(day)

    def widget(self) -> QWidget:
        """Itself."""
        return self

    def _add_day(self, grid: QGridLayout, name: str, day: int) -> None:
        said = day_name(day)
        works, starts, ends = QCheckBox(said), QLineEdit(), QLineEdit()
        works.setObjectName(f"{name}_day_{day + 1}")
        works.setAccessibleName(translate("settings", "{day} is a working day").format(day=said))
        starts.setObjectName(f"{name}_starts_{day + 1}")
        starts.setAccessibleName(translate("settings", "{day} starts at").format(day=said))
        ends.setObjectName(f"{name}_ends_{day + 1}")
        ends.setAccessibleName(translate("settings", "{day} ends at").format(day=said))
        for edit in (starts, ends):
            edit.setMaximumWidth(scaled(104))
            edit.textEdited.connect(lambda _text: self.edited.emit())
        works.clicked.connect(lambda _on: self._on_clicked(day))
        grid.addWidget(works, day, 0)
        grid.addWidget(starts, day, 1)
        grid.addWidget(Text(translate("settings", "to"), "body", "muted"), day, 2)
        grid.addWidget(ends, day, 3)
        self._rows.append((works, starts, ends))

    def _on_clicked(self, day: int) -> None:
        self._enable(day)
        self.edited.emit()

    def _enable(self, day: int) -> None:
        works, *times = self._rows[day]
        for edit in times:
            edit.setEnabled(works.isChecked())


def _usual() -> str:
    return f"{say_time(_USUAL.starts)} - {say_time(_USUAL.ends)}"


def _said(edit: QLineEdit) -> str:
    """A time as it is said, however it was typed; what is none stays as it was typed."""
    try:
        return say_time(_time(edit.text()))
    except RuleBroken:
        return edit.text()


def hours_words(hours: Hours | None) -> str:
    """The hours of a day in words."""
    if hours is None:
        return translate("settings", "closed")
    words = translate("settings", "{starts} to {ends}")
    return words.format(starts=say_time(hours.starts), ends=say_time(hours.ends))
