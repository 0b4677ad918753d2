"""What a decision weighed: the four criteria, filled from what the agency can take and folded away until wanted."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtWidgets import QVBoxLayout, QWidget

from hhcrm.domain.criteria import FIELDS, Criteria
from hhcrm.domain.wording import translate
from hhcrm.ui.referrals.context import ReferralContext
from hhcrm.ui.shared.buttons import Button
from hhcrm.ui.shared.editors import LineEditor
from hhcrm.ui.shared.field import Field
from hhcrm.ui.shared.fonts import scaled


class Weighed(QWidget):
    """A button that unfolds four one-line fields. They never block: untouched, the decision fills them by itself."""

    def __init__(self, context: ReferralContext, referral_id: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.toggle = Button(
            translate("acceptance", "What was weighed"), "bare", icon="chevron-down", size="small", name="move_weighed"
        )
        self.toggle.setCheckable(True)
        self.toggle.setAutoDefault(False)
        self.editors: Mapping[str, LineEditor] = {
            "needs": LineEditor("move_needs", translate("acceptance", "Needs")),
            "case_load": LineEditor("move_case_load", translate("acceptance", "Case load and mix")),
            "staffing": LineEditor("move_staffing", translate("acceptance", "Staffing")),
            "skills": LineEditor("move_skills", translate("acceptance", "Skills")),
        }
        self.fields = {name: Field(editor.accessibleName(), editor) for name, editor in self.editors.items()}
        self._guess: Criteria | None = None
        self._lay_out()
        self.toggle.toggled.connect(self.unfold)
        self.unfold(False)
        context.desk.read(lambda q: q.criteria_guess(referral_id), self._fill, owner=self)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(scaled(8))
        column.addWidget(self.toggle)
        for field in self.fields.values():
            column.addWidget(field)

    def unfold(self, on: bool) -> None:
        """Show the four fields, or fold them away."""
        self.toggle.setChecked(on)
        for field in self.fields.values():
            field.setVisible(on)

    def criteria(self) -> Criteria | None:
        """What stands there; None while it is not filled and nothing was typed."""
        typed = Criteria(**{name: self.editors[name].text() for name in FIELDS})
        return None if self._guess is None and typed == Criteria() else typed

    def _fill(self, guess: Criteria) -> None:
        """Fill what nobody has typed into meanwhile, and no draft has filled."""
        self._guess = guess
        if not any(editor.text() or editor.isModified() for editor in self.editors.values()):
            for name, editor in self.editors.items():
                editor.setText(getattr(guess, name))
                editor.setCursorPosition(0)
