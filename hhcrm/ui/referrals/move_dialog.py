"""What a move needs to know: the reason and whose it is, the start of care, the day it comes back, what was weighed."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, time
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from hhcrm.compat import override
from hhcrm.domain.changes import ChangeSet
from hhcrm.domain.days import read_day, read_time, say_time
from hhcrm.domain.errors import RuleBroken
from hhcrm.domain.vocabulary import shown
from hhcrm.domain.wording import QT_TRANSLATE_NOOP, translate
from hhcrm.domain.words import ReasonOwner, ReferralStage
from hhcrm.queries.referral_models import ReasonChoice
from hhcrm.services.referral_commands import MoveReferrals
from hhcrm.ui.referrals.context import ReferralContext
from hhcrm.ui.referrals.weighed import Weighed
from hhcrm.ui.shared.buttons import Button
from hhcrm.ui.shared.editors import ChoiceBox, LineEditor
from hhcrm.ui.shared.field import Field
from hhcrm.ui.shared.fonts import scaled
from hhcrm.ui.shared.form_dialog import FormDialog
from hhcrm.ui.shared.forms.drafting import DraftKeeper
from hhcrm.ui.shared.text import Text
from hhcrm.ui.shared.when import say_near

if TYPE_CHECKING:
    from hhcrm.services.bound import Actions

ASKING = frozenset({ReferralStage.NOT_ADMITTED, ReferralStage.SCHEDULED, ReferralStage.ADMITTED, ReferralStage.ON_HOLD})
"""The stages that ask for something on the way in."""

_VERBS = {
    ReferralStage.ACCEPTED: QT_TRANSLATE_NOOP("referrals", "Accept"),
    ReferralStage.NOT_ADMITTED: QT_TRANSLATE_NOOP("referrals", "Not admitted"),
    ReferralStage.SCHEDULED: QT_TRANSLATE_NOOP("referrals", "Schedule"),
    ReferralStage.ADMITTED: QT_TRANSLATE_NOOP("referrals", "Admit"),
    ReferralStage.ON_HOLD: QT_TRANSLATE_NOOP("referrals", "Put on hold"),
}
_FIELDS = {
    ReferralStage.ACCEPTED: ("note",),
    ReferralStage.NOT_ADMITTED: ("reason", "reason_owner", "discipline", "reason_text", "note"),
    ReferralStage.SCHEDULED: ("soc", "note"),
    ReferralStage.ADMITTED: ("soc", "note"),
    ReferralStage.ON_HOLD: ("hold_until", "note"),
}
_REQUIRED = frozenset({"reason", "hold_until"})
_WIDTH = 420


class MoveDialog(FormDialog):
    """Enter moves on, Ctrl+Enter moves the referral, Esc leaves all as it was."""

    def __init__(
        self,
        context: ReferralContext,
        title: str,
        command: MoveReferrals,
        said: str,
        start: tuple[date | None, time | None] = (None, None),
        parent: QWidget | None = None,
        hold_until: date | None = None,
        weigh: bool = False,
    ) -> None:
        inside = QWidget()
        super().__init__("referral_move", title, inside, _WIDTH, parent)
        self._context = context
        self._command = command
        self._said = said
        self.fields: dict[str, Field] = {}
        self.weighed = Weighed(context, command.referral_ids[0]) if weigh else None
        self._make_editors(start, hold_until)
        self._lay_out(inside)
        self._put_together(title)
        self.reason.currentIndexChanged.connect(lambda _row: self._on_reason())
        self._on_reason()
        self._begin_draft()
        self.fit()

    # Making

    def _make_editors(self, start: tuple[date | None, time | None], hold_until: date | None) -> None:
        today = self._context.desk.today()
        self.reason = ChoiceBox("move_reason", translate("referrals", "Reason, required"))
        self.reason.addItem(translate("referrals", "Choose a reason"), None)
        for reason in self._context.choices.reasons:
            self.reason.addItem(reason.name, reason.id)
        self.reason_owner = ChoiceBox("move_reason_owner", translate("referrals", "Whose reason it is"))
        for owner in ReasonOwner:
            self.reason_owner.addItem(shown(owner), owner.value)
        self.discipline = ChoiceBox("move_discipline", translate("referrals", "Discipline"))
        self.discipline.addItem(translate("referrals", "Choose a discipline"), None)
        for discipline in self._context.choices.disciplines:
            self.discipline.addItem(discipline.name, discipline.id)
        self.reason_text = LineEditor("move_reason_text", translate("referrals", "In a few words"))
        self.soc_on = LineEditor("move_soc_on", translate("referrals", "Start of care"), "fri, 11/27")
        self.soc_time = LineEditor("move_soc_time", translate("referrals", "Time"), translate("referrals", "not known"))
        self.hold_until = LineEditor("move_hold_until", translate("referrals", "Comes back on, required"), "mon, 12/7")
        self.hold_until.setText(say_near(hold_until, today) if hold_until else "")
        self.note = LineEditor("move_note", translate("referrals", "Note"))
        day, at = start
        if self._command.stage is ReferralStage.ADMITTED and (day is None or day > today):
            day, at = today, None
        self.soc_on.setText(say_near(day, today) if day else "")
        self.soc_time.setText(say_time(at) if at else "")

    def _lay_out(self, inside: QWidget) -> None:
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(scaled(12))
        wanted = _FIELDS[self._command.stage]
        labels = {
            "reason": translate("referrals", "Reason"),
            "reason_owner": translate("referrals", "Whose"),
            "discipline": translate("referrals", "Discipline"),
            "reason_text": translate("referrals", "In a few words"),
            "hold_until": translate("referrals", "Comes back on"),
            "note": translate("referrals", "Note"),
        }
        if "soc" in wanted:
            column.addLayout(self._soc_row())
        for name, label in labels.items():
            if name in wanted:
                self.fields[name] = Field(label, getattr(self, name), required=name in _REQUIRED)
                column.addWidget(self.fields[name])
        if self.weighed is not None:
            column.addWidget(self.weighed)
            self.weighed.unfold(self._command.stage is ReferralStage.ACCEPTED)

    def _soc_row(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(scaled(12))
        planned = self._command.stage is ReferralStage.SCHEDULED
        day = translate("referrals", "Start of care planned for") if planned else translate("referrals", "Care started")
        self.fields["soc_on"] = Field(day, self.soc_on, required=not planned)
        self.fields["soc_time"] = Field(translate("referrals", "Time"), self.soc_time)
        row.addWidget(self.fields["soc_on"], 3, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.fields["soc_time"], 2, Qt.AlignmentFlag.AlignTop)
        return row

    def _put_together(self, title: str) -> None:
        self.fault = Text("", "small", "overdue", wrap=True)
        self.fault.setObjectName("move_fault")
        self.fault.hide()
        self.cancel = Button(translate("referrals", "Cancel"), "bare", name="move_cancel")
        verb = translate("referrals", _VERBS[self._command.stage])
        self.save = Button(verb, "primary", hint="Ctrl Enter", name="move_save")
        for button in (self.cancel, self.save):
            button.setAutoDefault(False)
        self.cancel.clicked.connect(self.reject)
        self.save.clicked.connect(self.move_now)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self.cancel)
        row.addWidget(self.save)
        self.column.addWidget(Text(title, "title", wrap=True))
        self.column.addWidget(self.fault)
        self.column.addWidget(self.area, 1)
        self.column.addLayout(row)
        self.on_keys(self.move_now, "Ctrl+Return", "Ctrl+Enter")
        next(iter(self.fields.values())).editor.setFocus(Qt.FocusReason.OtherFocusReason)

    # The draft

    def _begin_draft(self) -> None:
        """Show what was left when the same move was begun before; then keep what is typed."""
        ids, stage = self._command.referral_ids, self._command.stage.value
        key = f"{stage}: {','.join(map(str, ids))}"
        self._keeper = DraftKeeper(self._context.desk, self._context.drafts, "referral_move", key, self._content, self)
        left = self._keeper.kept()
        if left is not None:
            self._fill(left.content.get("values") or {})
        self._as_opened = self._texts()
        self._typed_into = left is not None
        for editor in self._editors().values():
            if isinstance(editor, LineEditor):
                editor.textEdited.connect(lambda _text: self._on_typed())
            else:
                editor.activated.connect(lambda _row: self._on_typed())

    def _editors(self) -> dict[str, ChoiceBox | LineEditor]:
        shown: dict[str, ChoiceBox | LineEditor] = {name: getattr(self, name) for name in self.fields}
        return shown if self.weighed is None else shown | dict(self.weighed.editors)

    def _texts(self) -> dict[str, str]:
        found = {}
        for name, editor in self._editors().items():
            data = editor.text() if isinstance(editor, LineEditor) else editor.currentData()
            found[name] = "" if data is None else str(data)
        return found

    def _fill(self, values: Mapping[str, Any]) -> None:
        for name, editor in self._editors().items():
            text = str(values.get(name) or "")
            if isinstance(editor, LineEditor):
                editor.setText(text)
            elif (row := next((n for n in range(editor.count()) if str(editor.itemData(n)) == text), -1)) >= 0:
                editor.setCurrentIndex(row)

    def _content(self) -> Mapping[str, Any] | None:
        if not self._typed_into:
            return None
        base = {
            "referral_ids": list(self._command.referral_ids),
            "stage": self._command.stage.value,
            "seen": [stage.value for stage in self._command.seen.values()],
        }
        return {"about": {"name": self.windowTitle()}, "base": base, "values": self._texts()}

    def _on_typed(self) -> None:
        self._typed_into = self._typed_into or self._texts() != self._as_opened
        self._keeper.touch()

    @override
    def reject(self) -> None:
        """What is half typed stays as a draft."""
        self._keeper.keep()
        super().reject()

    # What happens

    def _chosen_reason(self) -> ReasonChoice | None:
        wanted = self.reason.currentData()
        return next((reason for reason in self._context.choices.reasons if reason.id == wanted), None)

    def _on_reason(self) -> None:
        """Whose it usually is, and what the reason asks for beside it."""
        if "reason" not in self.fields:
            return
        reason = self._chosen_reason()
        if reason is not None:
            self.reason_owner.setCurrentIndex(self.reason_owner.findData(reason.owner.value))
        self.fields["discipline"].setVisible(reason is not None and reason.needs_discipline)
        self.fields["reason_owner"].setVisible(reason is not None)
        self.fields["reason"].say_error("")

    def move_now(self) -> None:
        """Carry it out; what is refused is said beside its field."""
        for field in self._shown_fields().values():
            field.say_error("")
        try:
            command = self._typed()
        except RuleBroken as fault:
            self._say(fault)
            return
        self.save.setEnabled(False)

        def order(actions: Actions) -> ChangeSet:
            return actions.move_referrals(command)

        self._context.do(order, self._said, lambda _changes: self._on_moved(), self._on_refused, owner=self)

    def _on_moved(self) -> None:
        self._keeper.drop()
        self.accept()

    def _typed(self) -> MoveReferrals:
        command, stage = self._command, self._command.stage
        values: dict[str, object] = {"note": self.note.text()}
        if self.weighed is not None:
            values["criteria"] = self.weighed.criteria()
        if stage is ReferralStage.NOT_ADMITTED:
            values["reason_id"] = self.reason.currentData()
            values["reason_text"] = self.reason_text.text()
            if self._chosen_reason() is not None:
                values["reason_owner"] = ReasonOwner(self.reason_owner.currentData())
            values["discipline_id"] = self.discipline.currentData()
        elif stage is ReferralStage.ON_HOLD:
            values["hold_until"] = self._read(self.hold_until, "hold_until")
            if values["hold_until"] is None:
                raise RuleBroken(translate("referrals", "Say on which day it comes back."), "hold_until")
        elif "soc_on" in self.fields:
            values["soc_on"] = self._read(self.soc_on, "soc_on")
            values["soc_time"] = self._read(self.soc_time, "soc_time")
        kept = {name: getattr(command, name) for name in ("referral_ids", "version", "correction", "seen")}
        return MoveReferrals(stage=stage, **kept, **values)  # type: ignore[arg-type]  # by name, each of its type

    def _read(self, editor: LineEditor, field: str) -> date | time | None:
        text = editor.text().strip()
        try:
            if not text:
                return None
            return read_time(text) if field == "soc_time" else read_day(text, self._context.desk.today())
        except RuleBroken as fault:
            raise RuleBroken(str(fault), field) from fault

    def _shown_fields(self) -> dict[str, Field]:
        return self.fields if self.weighed is None else self.fields | self.weighed.fields

    def _on_refused(self, error: Exception) -> None:
        self.save.setEnabled(True)
        self._say(error)

    def _say(self, error: Exception) -> None:
        field = self._shown_fields().get(getattr(error, "field", None) or "")
        if self.weighed is not None and field in self.weighed.fields.values():
            self.weighed.unfold(True)
        self.fault.setVisible(field is None)
        if field is None:
            self.fault.setText(str(error))
        else:
            field.say_error(str(error))
            field.editor.setFocus(Qt.FocusReason.OtherFocusReason)
        self.fit()
