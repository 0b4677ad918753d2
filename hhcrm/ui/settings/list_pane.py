"""One list: its values in a table, the form of the one that is chosen beside it, and what can be done with it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from hhcrm.compat import override
from hhcrm.domain.changes import ChangeSet
from hhcrm.domain.errors import InUse, KnownFault, NotFound
from hhcrm.domain.wording import translate
from hhcrm.queries.settings_models import ListUses, ListValue
from hhcrm.services.commands import AddValue, DropValue
from hhcrm.services.settings_commands import BringValueBack, EditValue, OrderValues
from hhcrm.ui.settings.kit import SettingsContext
from hhcrm.ui.settings.list_specs import ListLine, ListSpec
from hhcrm.ui.settings.list_table import LinesModel, LinesTable
from hhcrm.ui.settings.list_words import STARTING, retired_words, typed_values, uses_words, value_texts
from hhcrm.ui.settings.page import forget
from hhcrm.ui.settings.reassign import ReassignDialog
from hhcrm.ui.shared.buttons import Button
from hhcrm.ui.shared.entries import Scroller
from hhcrm.ui.shared.fonts import scaled
from hhcrm.ui.shared.forms.editing import Editing
from hhcrm.ui.shared.forms.form import Form
from hhcrm.ui.shared.panel import Panel
from hhcrm.ui.shared.text import Text

if TYPE_CHECKING:
    from hhcrm.queries.bound import Questions
    from hhcrm.services.bound import Actions

_SIDE_BY_SIDE = 620
"""From this width on (pixels at 100 per cent text) the form stands beside the table."""

NEW = 0
"""Stands for the value that is being added."""


class ListPane(QWidget):
    """The values of one list, the retired ones below when asked for."""

    def __init__(self, spec: ListSpec, context: SettingsContext) -> None:
        super().__init__()
        self.spec = spec
        self.name = f"settings_list_{spec.table}"
        self.setObjectName(self.name)
        self._context = context
        self._values: tuple[ListValue, ...] = ()
        self._uses: ListUses | None = None
        self._retired_shown = False
        self._wanted: int | None = None
        self._shown_id: int | None = None
        self._shown: ListValue | None = None
        self.form: Form | None = None
        self.dialog: ReassignDialog | None = None
        self.model: LinesModel[ListLine] = LinesModel(spec.columns(), lambda line: line.id, ordered=spec.ordered)
        self.table = LinesTable(self.model, f"{self.name}_table", spec.title, ordered=spec.ordered)
        self.model.setParent(self.table)
        self._make_buttons()
        self._put_together()
        self.table.current_changed.connect(self._on_current)
        self.table.opened.connect(lambda _id: self._focus_form())
        self.table.move_asked.connect(self._move)

    # What is asked and shown

    def refresh(self) -> None:
        """Ask again for the values, then for how many records use them."""
        self._context.desk.read(self._ask_values, self._show, owner=self)
        self._context.desk.read(self._ask_uses, self._show_uses, owner=self)

    def begin_new(self) -> None:
        """The form of a new value."""
        self._show_form(None)
        self._focus_form()

    def current(self) -> ListValue | None:
        """The value whose form is open; None for a new one and where there is none."""
        return next((value for value in self._values if value.id == self._shown_id), None)

    def _ask_values(self, questions: Questions) -> tuple[ListValue, ...]:
        return questions.list_values(self.spec.table)

    def _ask_uses(self, questions: Questions) -> ListUses:
        return questions.list_uses(self.spec.table)

    def _show(self, values: tuple[ListValue, ...]) -> None:
        self._values = values
        retired = sum(value.retired_at is not None for value in values)
        self.retired.setVisible(retired > 0)
        words = translate("settings", "Hide retired") if self._retired_shown else translate("settings", "Show retired")
        self.retired.setText(f"{words} ({retired})")
        self._fill()
        self._choose()

    def _show_uses(self, uses: ListUses) -> None:
        self._uses = uses
        self._fill()
        self._say_uses()

    def _fill(self) -> None:
        shown = [value for value in self._values if self._retired_shown or value.retired_at is None]
        uses = self._uses
        lines = [ListLine(value, None if uses is None else uses.get(value.id, {})) for value in shown]
        self.model.show_lines(lines)

    def _choose(self) -> None:
        """Keep the form that is open; open the wanted value's, else the first one's."""
        if self._wanted is not None and self.table.select_id(self._wanted):
            self._wanted = None
        value = self.current()
        if self.form is not None and (self.form.changed() or self._shown_id == NEW or self.form.offers_draft):
            return
        if value is None or (value.retired_at is not None and not self._retired_shown):
            if self.table.current_id() is None and self.model.total:
                self.table.selectRow(0)
            value = self._by_id(self.table.current_id())
        if value is None:
            self._drop_form()
        elif value != self._shown:
            self._show_form(value)

    def _by_id(self, value_id: int | None) -> ListValue | None:
        return next((value for value in self._values if value.id == value_id), None)

    def _on_current(self, value_id: object) -> None:
        value = self._by_id(value_id if isinstance(value_id, int) else None)
        if value is not None and value.id != self._shown_id:
            self._show_form(value)

    # The form

    def _show_form(self, value: ListValue | None) -> None:
        self._drop_form()
        spec, context = self.spec, self._context
        self._shown_id = NEW if value is None else value.id
        self._shown = value
        new = translate("settings", "New {one}").format(one=spec.one)
        self._head.setText(new if value is None else value.name)
        blanks = [] if value is not None and value.retired_at is not None else spec.blanks(value)
        self._retired_note.setText(retired_words(value, context.desk.today()) if value is not None else "")
        self._retired_note.setVisible(bool(self._retired_note.text()))
        texts = dict(STARTING.get(spec.table, {})) if value is None else value_texts(spec, value)
        key = f"{spec.table} {self._shown_id}"
        about = {"name": self._head.text()}
        verb = translate("settings", "Add") if value is None else translate("settings", "Save")
        self.form = Form(
            f"{self.name}_form", blanks, texts, context.desk, context.drafts, ("list", key), about,
            verb=verb, inset=True,
        )  # fmt: skip
        self.form.left.connect(self._on_left)
        said = translate("settings", "{one} is added.") if value is None else translate("settings", "{one} is changed.")
        Editing(
            self.form,
            context,
            self._order,
            lambda: said.format(one=self.form.texts().get("name", "") if self.form is not None else ""),
            self._on_saved,
            version=0 if value is None else value.version,
            reread=None if value is None else self._reread(value.id),
        )
        self._form_place.addWidget(self.form)
        self._show_buttons(value)
        self._say_uses()

    def _drop_form(self) -> None:
        if self.form is not None:
            self.form.keep_draft()
        forget(self.form)
        self.form = self._shown = self._shown_id = None

    def _focus_form(self) -> None:
        if self.form is not None and self.form.texts():
            self.form.focus_first()

    def _order(self, form: Form, version: int) -> Callable[[Actions], ChangeSet]:
        spec, value_id = self.spec, self._shown_id
        if value_id == NEW:
            texts = form.texts()
            command = AddValue(spec.table, texts.pop("name"), typed_values(spec, texts))
            return lambda actions: actions.add_value(command)
        edit = EditValue(spec.table, value_id or 0, version, typed_values(spec, form.changed()))
        return lambda actions: actions.edit_value(edit)

    def _reread(self, value_id: int) -> Callable[[Questions], tuple[int, dict[str, str]]]:
        def ask(questions: Questions) -> tuple[int, dict[str, str]]:
            now = next((each for each in self._ask_values(questions) if each.id == value_id), None)
            if now is None:
                raise NotFound(translate("settings", "This value is no longer there."))
            return now.version, value_texts(self.spec, now)

        return ask

    def _on_saved(self, changes: ChangeSet) -> None:
        forget(self.form)
        self.form = self._shown = None
        self._wanted = changes.subject if self._shown_id == NEW else self._shown_id
        self._shown_id = self._wanted
        self.refresh()
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_left(self) -> None:
        self._drop_form()
        self._choose()
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    # What can be done

    def _move(self, value_id: int, row: int) -> None:
        ids = [line.id for line in self.model.all_lines if line.value.retired_at is None]
        if value_id not in ids:
            return
        ids.remove(value_id)
        ids.insert(row, value_id)
        self._wanted = value_id
        command = OrderValues(self.spec.table, tuple(ids))
        said = translate("settings", "The list has another order.")
        self._context.do(lambda actions: actions.order_values(command), said, owner=self)

    def _retire(self) -> None:
        value = self.current()
        if value is None:
            return
        uses = (self._uses or {}).get(value.id, {})
        if uses:
            self._ask_heir(value, uses)
        else:
            self._drop(value, None)

    def _drop(self, value: ListValue, heir: int | None) -> None:
        command = DropValue(self.spec.table, value.id, heir, value.version)
        said = translate("settings", "{name} is off the list.").format(name=value.name)
        self._context.do(
            lambda actions: actions.drop_value(command),
            said,
            lambda _changes: self._on_dropped(),
            partial(self._on_refused, value),
            owner=self,
        )

    def _on_dropped(self) -> None:
        if self.dialog is not None:
            self.dialog.accept()
        forget(self.form)
        self.form = self._shown = self._shown_id = None
        self.refresh()

    def _on_refused(self, value: ListValue, error: Exception) -> None:
        if self.dialog is not None and isinstance(error, KnownFault):
            self.dialog.say_fault(str(error))
        elif isinstance(error, InUse):  # somebody began to use it just now
            self._context.desk.read(
                self._ask_uses, lambda uses: self._ask_heir(value, uses.get(value.id, {})), owner=self
            )
        else:
            self._context.frame.fault(error)
            self.refresh()

    def _ask_heir(self, value: ListValue, uses: Mapping[str, int]) -> None:
        if self.dialog is not None:
            return
        others = [(other.id, other.name) for other in self._values if other.id != value.id and other.retired_at is None]
        self.dialog = self._make_dialog(value, uses, others)
        self.dialog.asked.connect(lambda heir: self._drop(value, heir))
        self.dialog.finished.connect(self._on_dialog_ended)
        self.dialog.setModal(True)
        self.dialog.show()

    def _make_dialog(
        self, value: ListValue, uses: Mapping[str, int], others: Sequence[tuple[int, str]]
    ) -> ReassignDialog:
        total = sum(uses.values())
        words = (
            translate("settings", "{uses} uses {name}. History stays: it is moved, never lost.")
            if total == 1
            else translate("settings", "{uses} use {name}. History stays: they are moved, never lost.")
        )
        return ReassignDialog(
            translate("settings", "Retire {name}").format(name=value.name),
            words.format(uses=uses_words(uses), name=value.name),
            others,
            translate("settings", "Re-assign and retire"),
            self.window(),
        )

    def _on_dialog_ended(self, _result: int) -> None:
        if self.dialog is not None:
            self.dialog.deleteLater()
            self.dialog = None

    def _bring_back(self) -> None:
        value = self.current()
        if value is None:
            return
        command = BringValueBack(self.spec.table, value.id)
        self._wanted = value.id
        said = translate("settings", "{name} is back on the list.").format(name=value.name)
        self._context.do(lambda actions: actions.bring_value_back(command), said, owner=self)

    def _on_retired_clicked(self) -> None:
        self._retired_shown = not self._retired_shown
        self._show(self._values)

    # What stands there

    def _make_buttons(self) -> None:
        spec = self.spec
        words = translate("settings", "Add a {one}").format(one=spec.one)
        self.add = Button(words, icon="plus", name=f"{self.name}_add")
        self.retired = Button("", "bare", size="small", name=f"{self.name}_retired")
        self.up = Button("", icon="arrow-up", size="small", name=f"{self.name}_up")
        self.down = Button("", icon="arrow-down", size="small", name=f"{self.name}_down")
        for button, said, keys in (
            (self.up, translate("settings", "Move up"), "Alt+Up"),
            (self.down, translate("settings", "Move down"), "Alt+Down"),
        ):
            button.setAccessibleName(said)
            button.setToolTip(f"{said} ({keys})")
        self.retire = Button(translate("settings", "Retire"), icon="archive", size="small", name=f"{self.name}_retire")
        back = translate("settings", "Put back")
        self.back = Button(back, icon="archive-restore", size="small", name=f"{self.name}_back")
        self.add.clicked.connect(self.begin_new)
        self.retired.clicked.connect(self._on_retired_clicked)
        self.up.clicked.connect(lambda: self.table.move_current(-1))
        self.down.clicked.connect(lambda: self.table.move_current(1))
        self.retire.clicked.connect(self._retire)
        self.back.clicked.connect(self._bring_back)

    def _show_buttons(self, value: ListValue | None) -> None:
        living = value is not None and value.retired_at is None
        self.retire.setVisible(living)
        self.up.setVisible(living and self.spec.ordered)
        self.down.setVisible(living and self.spec.ordered)
        self.back.setVisible(value is not None and not living)

    def _say_uses(self) -> None:
        value = self.current()
        if value is None or self._uses is None:
            self._used.setText("")
        else:
            uses = self._uses.get(value.id, {})
            words = translate("settings", "In use by {uses}.").format(uses=uses_words(uses))
            self._used.setText(words if uses else translate("settings", "Nothing uses it yet."))
        self._used.setVisible(bool(self._used.text()))

    def _put_together(self) -> None:
        self._head = Text("", "section", wrap=True)
        self._used = Text("", "small", "muted", wrap=True)
        self._retired_note = Text("", "small", "due", wrap=True)
        self._form_place = QVBoxLayout()
        acts = QHBoxLayout()
        acts.setSpacing(scaled(8))
        for button in (self.up, self.down, self.retire, self.back):
            acts.addWidget(button)
            button.hide()
        acts.addStretch(1)
        scroller = Scroller(f"{self.name}_side")
        scroller.column.setContentsMargins(scaled(16), scaled(12), scaled(16), scaled(12))
        scroller.column.addWidget(self._head)
        scroller.column.addWidget(self._used)
        scroller.column.addWidget(self._retired_note)
        scroller.column.addLayout(acts)
        scroller.column.addLayout(self._form_place)
        scroller.column.addStretch(1)
        self._side = Panel(margin=0)
        self._side.body.addWidget(scroller)
        left = QVBoxLayout()
        left.setSpacing(scaled(8))
        panel = Panel(margin=0, spacing=0)
        panel.body.addWidget(self.table)
        left.addWidget(panel, 1)
        below = QHBoxLayout()
        below.addWidget(self.add)
        below.addWidget(self.retired)
        below.addStretch(1)
        left.addLayout(below)
        self.retired.hide()
        self._across = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._across.setContentsMargins(0, 0, 0, 0)
        self._across.setSpacing(scaled(16))
        self._across.addLayout(left, 3)
        self._across.addWidget(self._side, 2)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        beside = self.width() >= scaled(_SIDE_BY_SIDE)
        self._across.setDirection(QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom)
        self.table.setMinimumHeight(0 if beside else scaled(190))
        self._side.setMinimumHeight(0 if beside else scaled(240))
