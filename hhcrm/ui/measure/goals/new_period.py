"""The goals of a period that has begun: the last one's figures, a proposed target each, all set in one step."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from hhcrm.compat import override
from hhcrm.domain.changes import ChangeSet
from hhcrm.domain.wording import translate
from hhcrm.queries.goal_models import GoalProposal
from hhcrm.services.goal_commands import SetGoals
from hhcrm.ui.measure.goals import blanks
from hhcrm.ui.shared.fonts import scaled
from hhcrm.ui.shared.form_dialog import size_within
from hhcrm.ui.shared.forms.context import FormContext
from hhcrm.ui.shared.forms.editing import Editing
from hhcrm.ui.shared.forms.form import Form
from hhcrm.ui.shared.text import Text, set_ground

if TYPE_CHECKING:
    from hhcrm.services.bound import Actions

DRAFT_KIND = "goals"

_WIDE, _HIGH = 620, 560


class NewPeriodDialog(QDialog):
    """One field for each goal that could go on; what is left empty is not set. Ctrl+Enter sets them all."""

    def __init__(self, context: FormContext, proposals: tuple[GoalProposal, ...], parent: QWidget | None) -> None:
        super().__init__(parent)
        title = translate("goals", "Goals of a new period")
        self._context = context
        self._proposals = proposals
        self.setObjectName("measure_goals_new_period")
        self.setWindowTitle(title)
        self.setAccessibleName(title)
        head = Text(title, "title")
        words = translate("goals", "Each begins with what was done, a step up. Change a target, or leave it empty.")
        why = Text(words, "body", "muted", wrap=True)
        begins = "|".join(sorted({each.from_on.isoformat() for each in proposals}))
        self.form = Form(
            "measure_goals_new_period_form", blanks.proposal_blanks(proposals), blanks.proposal_texts(proposals),
            context.desk, context.drafts, (DRAFT_KIND, begins), {},
            verb=translate("goals", "Set these goals"), new=True,
        )  # fmt: skip
        self.form.left.connect(self.reject)
        Editing(self.form, context, self._order, self._said, self._on_saved)
        column = QVBoxLayout(self)
        for each in (head, why):
            each.setContentsMargins(scaled(18), 0, scaled(18), 0)
            column.addWidget(each)
        column.addWidget(self.form, 1)
        set_ground(self, "panel")
        self.resize(size_within(self, _WIDE, _HIGH))
        self.form.focus_first()

    def _order(self, form: Form, _version: int) -> Callable[[Actions], ChangeSet]:
        command = SetGoals(blanks.accepted(form.texts(), self._proposals))
        return lambda actions: actions.set_goals(command)

    def _said(self) -> str:
        count = len(blanks.accepted(self.form.texts(), self._proposals))
        words = translate("goals", "{count} goal set") if count == 1 else translate("goals", "{count} goals set")
        return words.format(count=count)

    def _on_saved(self, _changes: ChangeSet) -> None:
        self.accept()

    @override
    def reject(self) -> None:
        """What is half typed stays as a draft."""
        self.form.keep_draft()
        super().reject()
