"""Settings > Agency: who you are, how days are written, working hours, mileage, the head of your pages; its past."""

from __future__ import annotations

from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from hhcrm.domain.changes import ChangeSet
from hhcrm.domain.days import read_day
from hhcrm.domain.errors import RuleBroken
from hhcrm.domain.setting_keys import SettingKey
from hhcrm.domain.wording import translate
from hhcrm.domain.working_week import read_week
from hhcrm.queries.missed_models import OtherWeek
from hhcrm.queries.settings_models import AgencySettings, DatedValue
from hhcrm.services.settings_commands import ChangeSettings, DropSetting
from hhcrm.ui.settings.agency_words import agency_blanks, agency_texts, from_words, key_words, value_words
from hhcrm.ui.settings.kit import SettingsContext
from hhcrm.ui.settings.logo_editor import LogoEditor
from hhcrm.ui.settings.page import Page, Section, forget
from hhcrm.ui.settings.still_to_do import StillToDo
from hhcrm.ui.settings.week_editor import read_week_text
from hhcrm.ui.shared.buttons import Button
from hhcrm.ui.shared.fate_words import moved_said
from hhcrm.ui.shared.fonts import scaled
from hhcrm.ui.shared.forms.editing import Editing
from hhcrm.ui.shared.forms.form import Form
from hhcrm.ui.shared.hits import Hits, fates_of
from hhcrm.ui.shared.panel import Panel
from hhcrm.ui.shared.text import Text

if TYPE_CHECKING:
    from collections.abc import Callable

    from hhcrm.services.bound import Actions

FIELDS = {
    "name": SettingKey.AGENCY_NAME,
    "zip": SettingKey.AGENCY_ZIP,
    "phone": SettingKey.AGENCY_PHONE,
    "address": SettingKey.AGENCY_ADDRESS,
    "logo": SettingKey.AGENCY_LOGO,
    "time_zone": SettingKey.TIME_ZONE,
    "date_order": SettingKey.DATE_ORDER,
    "mileage": SettingKey.MILEAGE_CENTS,
    "working_week": SettingKey.WORKING_WEEK,
}
"""The fields of the form and the settings behind them."""

_PAST_SHOWN = 6


class AgencyPage(Page):
    """One form; what changes holds from the day given in it."""

    def __init__(self, context: SettingsContext) -> None:
        super().__init__(
            "agency",
            translate("settings", "Agency"),
            translate("settings", "Who you are, when you work, and what a mile costs. A change holds from a day on."),
            context,
        )
        self._now = AgencySettings()
        self._all_past = False
        self.form: Form | None = None
        self._about = Panel(margin=16)
        self._past = Section(
            translate("settings", "What it was and what it will be"),
            translate("settings", "Reports of an earlier month go by what held in that month."),
        )
        self._lines = QVBoxLayout()
        self._lines.setSpacing(scaled(6))
        self._past.body.addLayout(self._lines)
        self._more = Button(translate("settings", "Show all"), "bare", size="small", name="settings_agency_past_more")
        self._more.clicked.connect(self._show_all)
        self._past.body.addWidget(self._more)
        self.to_do = StillToDo(context)
        self.to_do.go.connect(lambda page: context.frame.go("settings", page=page))
        self.column.addWidget(self.to_do)
        self.column.addWidget(self._about)
        self.column.addWidget(self._past)

    def refresh(self) -> None:
        """Ask again; what is being typed stays."""
        self.context.desk.read(lambda q: q.agency_settings(), self._show, owner=self)
        self.to_do.refresh()

    def _show(self, now: AgencySettings) -> None:
        self._now = now
        if self.form is None or not (self.form.changed() or self.form.offers_draft):
            self._make_form()
        self._show_past()

    def _make_form(self) -> None:
        had_focus = self.form is not None and self.form.isAncestorOf(self.focusWidget() or self)
        context = self.context
        self.form = Form(
            "settings_agency_form",
            agency_blanks(self._now, partial(LogoEditor, context.desk)),
            agency_texts(self._now),
            context.desk,
            context.drafts,
            ("settings", "agency"),
            {"name": translate("settings", "the agency")},
            inset=True,
        )
        self.form.left.connect(self._make_form)
        hits = Hits(self.form, context, self._week_change)
        Editing(
            self.form,
            context,
            self._order,
            lambda: moved_said(translate("settings", "The agency's settings are changed."), hits.taken),
            self._on_saved,
            reread=lambda q: (0, agency_texts(q.agency_settings())),
        )
        self.put_form(self.form, self._about.body)
        if had_focus:
            self.form.focus_first()

    def _order(self, form: Form, _version: int) -> Callable[[Actions], ChangeSet]:
        from_on = self._read_from(form)
        changed = {key: text for key, text in form.changed().items() if key in FIELDS}
        values = {str(FIELDS[key]): _value(key, text) for key, text in changed.items()}
        seen = {str(FIELDS[key]): _value(key, form.read(key)) for key in changed}
        command = ChangeSettings(values, from_on, seen, fates_of(form))
        return lambda actions: actions.change_settings(command)

    def _week_change(self, form: Form) -> OtherWeek | None:
        """The working hours as they would be; None where they stay. Raises RuleBroken."""
        week = form.changed().get("working_week")
        return None if week is None else OtherWeek(read_week(read_week_text(week)), self._read_from(form))

    def _read_from(self, form: Form) -> date:
        try:
            return read_day(form.texts()["from_on"], self.context.desk.today(), self._now.date_order)
        except RuleBroken as fault:
            raise RuleBroken(str(fault), "from_on") from fault

    def _on_saved(self, _changes: ChangeSet) -> None:
        self.put_form(None, self._about.body)
        self.form = None
        self.refresh()

    def _show_all(self) -> None:
        self._all_past = True
        self._show_past()

    def _show_past(self) -> None:
        while (item := self._lines.takeAt(0)) is not None:
            forget(item.widget())
        past = self._now.past
        shown = past if self._all_past else past[:_PAST_SHOWN]
        for value in shown:
            self._lines.addWidget(self._line(value))
        self._more.setVisible(len(shown) < len(past))

    def _line(self, value: DatedValue) -> QWidget:
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(scaled(12))
        what = translate("settings", "{what}: {value}").format(what=key_words(value.key), value=value_words(value))
        row.addWidget(Text(what, "body", "text", wrap=True), 3)
        when = from_words(value, self.context.desk.today())
        row.addWidget(Text(when, "small", "due" if value.ahead else "muted", wrap=True), 2)
        if value.ahead:
            back = Button(
                translate("settings", "Take back"), size="small", name=f"settings_take_back_{value.setting_id}"
            )
            back.setAccessibleName(translate("settings", "Take back: {what}").format(what=what))
            back.clicked.connect(lambda _on=False: self._take_back(value))
            row.addWidget(back)
        return line

    def _take_back(self, value: DatedValue) -> None:
        command = DropSetting(value.setting_id, value.version)
        said = translate("settings", "The coming change is taken back.")
        self.context.do(lambda actions: actions.drop_setting(command), said, owner=self)


def _value(key: str, text: str) -> Any:
    """A text of the form as its setting is kept."""
    if key == "working_week":
        return read_week_text(text)
    if key == "mileage":
        try:
            return float(text.strip().removesuffix("¢").strip())
        except ValueError:
            return text or None
    return text
