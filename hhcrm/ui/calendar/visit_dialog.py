"""Plan a visit, or change one that is planned: a small dialog whose half-typed state is kept."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, time
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from hhcrm.compat import override
from hhcrm.domain.changes import ChangeSet
from hhcrm.domain.wording import translate
from hhcrm.queries.calendar_models import VisitMark
from hhcrm.queries.read_models import Choices, VisitLine
from hhcrm.services.commands import EditVisit
from hhcrm.ui.calendar import lines, visit_form
from hhcrm.ui.shared.fonts import scaled
from hhcrm.ui.shared.forms.context import FormContext
from hhcrm.ui.shared.forms.editing import Editing
from hhcrm.ui.shared.forms.form import Form
from hhcrm.ui.shared.text import Text, set_ground

if TYPE_CHECKING:
    from hhcrm.queries.bound import Questions
    from hhcrm.services.bound import Actions

NEW = ("plan_visit", "new")
"""Kind and key of the draft of a new visit."""

Planned = Callable[[int, date], None]
"""Told which visit was planned or changed, and for which day."""


class VisitDialog(QDialog):
    """Enter moves on, Ctrl+Enter saves, Esc closes and keeps what was typed."""

    def __init__(self, title: str, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.form: Form | None = None
        self._guess: dict[str, str] = {}
        self.setObjectName("calendar_visit")
        self.setWindowTitle(title)
        self.setAccessibleName(title)
        self.setModal(True)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(scaled(8), scaled(16), scaled(8), scaled(8))
        self._column.setSpacing(scaled(4))
        head = Text(title, "title")
        head.setContentsMargins(scaled(18), 0, scaled(18), 0)
        self._column.addWidget(head)
        set_ground(self, "panel")

    def hold(self, form: Form, guess: dict[str, str]) -> None:
        """Show the form; `guess` is put in as if it had been typed."""
        self.form = form
        self._column.addWidget(form, 1)
        form.left.connect(self.reject)
        if not form.offers_draft:
            for key, text in guess.items():
                form.type_into(key, text)
        self._guess = form.texts() if guess else {}
        over = self.parentWidget()
        room = over.window().size() if over is not None else self.screen().availableSize()
        self.resize(min(scaled(520), room.width() - scaled(16)), min(scaled(470), room.height() - scaled(8)))
        form.focus_first()

    @override
    def reject(self) -> None:
        """What was typed stays as a draft; a guess that nobody touched does not."""
        form = self.form
        if form is not None:
            if self._guess and form.texts() == self._guess and not form.offers_draft:
                form.saved()
            else:
                form.keep_draft()
        super().reject()


def plan_visit(
    context: FormContext,
    choices: Choices,
    day: date,
    at: time | None,
    liaison_id: int | None,
    source: tuple[int, str] | None,
    done: Planned,
    parent: QWidget | None,
) -> VisitDialog:
    """Open the form of a new visit."""
    dialog = VisitDialog(translate("calendar", "Plan a visit"), parent)
    form = Form(
        "calendar_visit_form",
        visit_form.visit_blanks(choices, new=True),
        {},
        context.desk,
        context.drafts,
        NEW,
        {},
        verb=translate("calendar", "Plan visit"),
        find=lambda typed, found: context.find_sources(typed, found, dialog),
    )

    def order(asked: Form, _version: int) -> Callable[[Actions], ChangeSet]:
        command = visit_form.plan_command(asked.texts(), context.desk.today())
        said["words"] = translate("calendar", "Visit planned for {when}.").format(
            when=lines.when_words(command.visit_on, command.start_time, context.desk.today())
        )
        said["day"] = command.visit_on
        return lambda actions: actions.plan_visit(command)

    said: dict[str, object] = {}

    def saved(changes: ChangeSet) -> None:
        dialog.form = None
        dialog.accept()
        planned_on = said["day"]
        if changes.subject is not None and isinstance(planned_on, date):
            done(changes.subject, planned_on)

    Editing(form, context, order, lambda: str(said.get("words", "")), saved)
    guess = visit_form.new_texts(choices, day, at, liaison_id, source)
    dialog.hold(form, guess)
    form.field("visit_on" if source is not None else "source").editor.setFocus(Qt.FocusReason.OtherFocusReason)
    dialog.show()
    return dialog


def edit_visit(
    context: FormContext, choices: Choices, mark: VisitMark, line: VisitLine, done: Planned, parent: QWidget | None
) -> VisitDialog:
    """Open the form of a visit that is planned."""
    dialog = VisitDialog(translate("calendar", "Visit to {source}").format(source=mark.source), parent)
    form = Form(
        "calendar_visit_form",
        visit_form.visit_blanks(choices, new=False),
        visit_form.visit_texts(line, choices),
        context.desk,
        context.drafts,
        ("visit", str(mark.visit_id)),
        {"source_id": mark.source_id},
    )
    where = {"day": mark.visit_on}

    def order(asked: Form, version: int) -> Callable[[Actions], ChangeSet]:
        values = visit_form.visit_values(asked.changed(), context.desk.today())
        day = values.get("visit_on")
        where["day"] = day if isinstance(day, date) else mark.visit_on
        command = EditVisit(mark.visit_id, version, values)
        return lambda actions: actions.edit_visit(command)

    def reread(ask: Questions) -> tuple[int, dict[str, str]]:
        now = ask.visit(mark.visit_id)
        return now.version, visit_form.visit_texts(now, choices)

    def saved(_changes: ChangeSet) -> None:
        dialog.form = None
        dialog.accept()
        done(mark.visit_id, where["day"])

    words = partial(str, translate("calendar", "Visit changed"))
    Editing(form, context, order, words, saved, version=line.version, reread=reread)
    dialog.hold(form, {})
    dialog.show()
    return dialog
