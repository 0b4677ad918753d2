"""Settings > Rules: the numbers behind due dates, waterfall, loop and measures, with where each comes from."""

from __future__ import annotations

from datetime import date
from itertools import groupby
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from hhcrm.domain.changes import ChangeSet
from hhcrm.domain.days import read_day
from hhcrm.domain.errors import RuleBroken
from hhcrm.domain.rule_facts import RULE_FACTS, RuleFact, default_value, read_value, say_rule
from hhcrm.domain.wording import translate
from hhcrm.queries.settings_models import RuleLine, RulesPage
from hhcrm.services.settings_commands import ChangeRules
from hhcrm.ui.settings.kit import SettingsContext
from hhcrm.ui.settings.page import Page, Section
from hhcrm.ui.shared.buttons import Button
from hhcrm.ui.shared.fonts import scaled
from hhcrm.ui.shared.forms.blank import Blank
from hhcrm.ui.shared.forms.editing import Editing
from hhcrm.ui.shared.forms.editors import LineEditor
from hhcrm.ui.shared.forms.form import Form
from hhcrm.ui.shared.panel import Panel
from hhcrm.ui.shared.said import short_day
from hhcrm.ui.shared.text import Text

if TYPE_CHECKING:
    from collections.abc import Callable

    from hhcrm.services.bound import Actions

_FACTS = {fact.name: fact for fact in RULE_FACTS}
_FROM = "from_on"


class NumberEditor(QWidget):
    """A number with its unit, and the way back to its default where it is not that."""

    edited = Signal()

    def __init__(self, name: str, fact: RuleFact, default: str) -> None:
        super().__init__()
        self._default = default
        self._line = LineEditor()
        self._line.setObjectName(f"{name}_value")
        self._line.setFixedWidth(scaled(84))
        self._line.setAccessibleName(translate("rules", fact.words))
        self._reset = Button(translate("settings", "Reset"), "bare", icon="undo-2", size="small", name=f"{name}_reset")
        shown = _or_blank(default)
        words = translate("settings", "Reset to {default}: {rule}")
        self._reset.setAccessibleName(words.format(default=shown, rule=translate("rules", fact.words)))
        self._reset.setToolTip(translate("settings", "Back to {default}").format(default=shown))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(scaled(8))
        row.addWidget(self._line)
        row.addWidget(Text(translate("rules", fact.unit), "body", "muted"))
        row.addWidget(self._reset)
        row.addStretch(1)
        self.setFocusProxy(self._line)
        self._line.textChanged.connect(lambda text: self._reset.setVisible(text.strip() != self._default))
        self._line.edited.connect(self.edited)
        self._reset.clicked.connect(self._on_reset)

    def typed(self) -> str:
        """What stands in it."""
        return self._line.typed()

    def put(self, text: str) -> None:
        """Let a number stand in it."""
        self._line.put(text)
        self._reset.setVisible(text.strip() != self._default)

    def widget(self) -> QWidget:
        """Itself."""
        return self

    def _on_reset(self) -> None:
        self.put(self._default)
        self._line.setFocus()
        self.edited.emit()


class RulesView(Page):
    """One form over all numbers; what changes holds from the day given in it."""

    def __init__(self, context: SettingsContext) -> None:
        super().__init__(
            "rules",
            translate("settings", "Rules"),
            translate("settings", "The numbers behind due dates, the waterfall, the loop and the measures."),
            context,
        )
        self._now = RulesPage()
        self.form: Form | None = None
        self._changed = Section("", "", spacing=8)
        self._changed.head.hide()
        self._reset_all = Button(
            translate("settings", "Reset all to their defaults"), size="small", name="settings_rules_reset_all"
        )
        self._reset_all.clicked.connect(self.reset_all)
        self._changed.body.addWidget(self._reset_all)
        self._all = Panel(margin=16)
        self.column.addWidget(self._changed)
        self.column.addWidget(self._all)

    def refresh(self) -> None:
        """Ask again; what is being typed stays."""
        self.context.desk.read(lambda q: q.rules_page(), self._show, owner=self)

    def reset_all(self) -> None:
        """Put every default into the form: saving is what makes it hold."""
        if self.form is None:
            return
        for line in self._now.lines:
            self.form.type_into(line.name, say_rule(_FACTS[line.name], line.default))

    def _show(self, now: RulesPage) -> None:
        same = now == self._now
        self._now = now
        changed = [line for line in now.lines if line.changed]
        names = ", ".join(translate("rules", _FACTS[line.name].words) for line in changed)
        words = (
            translate("settings", "One number is your own: {names}.")
            if len(changed) == 1
            else translate("settings", "{n} numbers are your own: {names}.")
        )
        nothing = translate("settings", "All numbers are those that everybody starts with.")
        ahead = "".join(f"\n{self._ahead_words(value.key, value.value, value.from_on)}" for value in now.ahead)
        self._changed.say((words.format(n=len(changed), names=names) if changed else nothing) + ahead)
        self._reset_all.setVisible(bool(changed))
        if self.form is None or (not same and not (self.form.changed() or self.form.offers_draft)):
            self._make_form()

    def _ahead_words(self, key: str, value: object, day: date) -> str:
        name = key.removeprefix("rule.")
        said = ", ".join(translate("rules", fact.words) for fact in RULE_FACTS if fact.name.partition(".")[0] == name)
        words = translate("settings", "From {day}: {rule} {value}")
        return words.format(day=short_day(day, self.context.desk.today()), rule=said, value=_ahead_value(name, value))

    def _make_form(self) -> None:
        lines = {line.name: line for line in self._now.lines}
        self.form = form = Form(
            "settings_rules_form",
            _blanks(lines, self.context.desk.today()),
            _texts(self._now),
            self.context.desk,
            self.context.drafts,
            ("settings", "rules"),
            {"name": translate("settings", "the rules")},
            inset=True,
        )
        form.left.connect(self._make_form)
        Editing(
            form,
            self.context,
            self._order,
            lambda: translate("settings", "The rules are changed."),
            self._on_saved,
            reread=lambda q: (0, _texts(q.rules_page())),
        )
        self.put_form(form, self._all.body)

    def _order(self, form: Form, _version: int) -> Callable[[Actions], ChangeSet]:
        try:
            from_on = read_day(form.texts()[_FROM], self.context.desk.today())
        except RuleBroken as fault:
            raise RuleBroken(str(fault), _FROM) from fault
        typed = {key: text for key, text in form.changed().items() if key in _FACTS}
        values = {key: _number(key, text) for key, text in typed.items()}
        seen = {key: _number(key, form.read(key)) for key in typed}
        return lambda actions: actions.change_rules(ChangeRules(values, from_on, seen))

    def _on_saved(self, _changes: ChangeSet) -> None:
        self.put_form(None, self._all.body)
        self.form = None
        self.refresh()


def _number(key: str, text: str) -> float:
    """A number as it was typed; the default's words stand for the default itself, a third for a third."""
    fact = _FACTS[key]
    default = default_value(fact)
    return default if text.strip() == say_rule(fact, default) else read_value(fact, text)


def _or_blank(said: str) -> str:
    """A number in words: what is left blank has none."""
    return said or translate("settings", "blank")


def _ahead_value(name: str, value: object) -> object:
    fact = _FACTS.get(name)
    return _or_blank("") if fact is not None and fact.may_be_blank and value == 0 else value


def _blanks(lines: dict[str, RuleLine], today: date) -> list[Blank]:
    blanks = []
    for group, facts in groupby(RULE_FACTS, key=lambda fact: fact.group):
        for place, fact in enumerate(facts):
            section = translate("rules", group) if place == 0 else ""
            blanks.append(_blank(fact, lines[fact.name], section, today))
    blanks.append(
        Blank(
            _FROM,
            translate("settings", "Changes hold from"),
            hint=translate("settings", "today, Jan 1, 1/1/2027 ..."),
            section=translate("settings", "From when"),
        )
    )
    return blanks


def _blank(fact: RuleFact, line: RuleLine, section: str, today: date) -> Blank:
    default = say_rule(fact, line.default)
    said = _or_blank(default)
    if line.changed and line.since is not None:
        words = translate("settings", "Your own since {day}; the default is {default} ({source})")
        day = short_day(line.since, today)
        hint = words.format(day=day, default=said, source=translate("rules", fact.source))
    else:
        words = translate("settings", "Default {default}: {source}")
        hint = words.format(default=said, source=translate("rules", fact.source))
    return Blank(
        fact.name,
        translate("rules", fact.words),
        hint=hint,
        section=section,
        make=lambda name: NumberEditor(name, fact, default),
    )


def _texts(now: RulesPage) -> dict[str, str]:
    return {line.name: say_rule(_FACTS[line.name], line.value) for line in now.lines} | {
        _FROM: translate("days", "today")
    }
