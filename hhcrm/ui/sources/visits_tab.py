"""The Visits tab: newest first, page by page, edited in place, planned, archived."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from hhcrm.domain.changes import ChangeSet
from hhcrm.domain.days import say_day
from hhcrm.domain.wording import translate
from hhcrm.domain.words import VisitStatus
from hhcrm.queries.commitment_models import CommitmentFilter, CommitmentItem, CommitmentPage
from hhcrm.queries.read_models import SourceDetail, VisitLine, VisitPage
from hhcrm.services.commands import Archive, CloseVisit, EditVisit, PlanVisit
from hhcrm.ui.shared.buttons import Button
from hhcrm.ui.shared.entries import Entry, EntryList, act_button
from hhcrm.ui.shared.forms.commitment_blanks import closed_words, tag_of
from hhcrm.ui.shared.forms.editing import Editing
from hhcrm.ui.shared.forms.form import Form, take_draft_of
from hhcrm.ui.shared.history_dialog import show_history
from hhcrm.ui.sources import blanks, cells
from hhcrm.ui.sources.context import Context

if TYPE_CHECKING:
    from hhcrm.queries.bound import Questions
    from hhcrm.services.bound import Actions

Command = Callable[["Actions"], ChangeSet]

PAGE = 20
MOST_PROMISES = 500


class VisitsTab(EntryList):
    """A source's visits, each with what was promised at it."""

    def __init__(self, context: Context) -> None:
        super().__init__("source_visits", translate("sources", "No visits yet. Log the first one, or plan it."))
        self._context = context
        self._source_id = 0
        self._asked = 0
        self._lines: tuple[VisitLine, ...] = ()
        self._promised: dict[int, list[CommitmentItem]] = {}
        self._resume = ""
        log = Button(translate("sources", "Log visit"), icon="plus", size="small", name="visits_log")
        log.clicked.connect(lambda: context.frame.log_visit(self._source_id))
        plan = Button(translate("sources", "Plan visit"), icon="calendar-plus", size="small", name="visits_plan")
        plan.clicked.connect(self.plan)
        self.add_top(log)
        self.add_top(plan)
        self.more.clicked.connect(self._on_more)

    @property
    def lines(self) -> tuple[VisitLine, ...]:
        """The visits shown."""
        return self._lines

    def show_source(self, detail: SourceDetail) -> None:
        """Show one source's visits, as many as were shown of it before."""
        if detail.source_id != self._source_id:
            self._leave_form()
            self._source_id, self._lines = detail.source_id, ()
            self.show_entries(())
        self._ask(0, max(PAGE, len(self._lines)))

    def plan(self) -> None:
        """Open the form of a new planned visit."""
        choices = self._context.choices
        start = {"visit_on": f"{self._context.desk.today():%m/%d/%Y}"}
        if choices.kinds:
            start["kind_id"] = str(choices.kinds[0].id)
        form = self._form(
            "plan", f"{self._source_id}/new", VisitStatus.PLANNED, start, translate("sources", "Plan visit")
        )
        Editing(
            form,
            self._context,
            self._plan_order,
            lambda: translate("sources", "Visit planned"),
            lambda _changes: self._leave_form(),
        )
        self.begin_edit(form)
        form.focus_first()

    def edit(self, visit_id: int) -> None:
        """Edit a visit where it stands."""
        place = next((i for i, line in enumerate(self._lines) if line.visit_id == visit_id), None)
        if place is None:
            return
        visit = self._lines[place]
        form = self._form(
            f"visit_{visit_id}", str(visit_id), visit.status, blanks.visit_texts(visit), translate("sources", "Save")
        )
        Editing(
            form,
            self._context,
            lambda asked, version: self._edit_order(asked, visit_id, version),
            lambda: translate("sources", "Visit saved"),
            lambda _changes: self._leave_form(),
            version=visit.version,
            reread=lambda q: _reread(q.visit(visit_id)),
        )
        self.begin_edit(form, self.entries()[place])
        form.focus_first()

    def resume(self, key: str) -> None:
        """Go on with the draft kept under a key, as soon as the visits are here."""
        self._resume = key

    # Inside

    def _form(self, name: str, key: str, status: VisitStatus, texts: dict[str, str], verb: str) -> Form:
        context = self._context
        fields = blanks.visit_blanks(context.choices, status)
        about = {"source_id": self._source_id}
        form = Form(name, fields, texts, context.desk, context.kit.drafts, ("visit", key), about, verb=verb, inset=True)
        form.left.connect(self._leave_form)
        return form

    def _plan_order(self, form: Form, _version: int) -> Command:
        values = blanks.visit_values(form.texts(), self._context.desk.today())
        minutes = str(values.get("minutes") or "").strip()
        command = PlanVisit(
            self._source_id,
            kind_id=values["kind_id"],  # type: ignore[arg-type]
            visit_on=values["visit_on"],  # type: ignore[arg-type]
            start_time=values["start_time"],  # type: ignore[arg-type]
            minutes=int(minutes) if minutes.isdigit() else None,
            purpose=str(values.get("purpose") or ""),
        )
        return lambda actions: actions.plan_visit(command)

    def _edit_order(self, form: Form, visit_id: int, version: int) -> Command:
        command = EditVisit(visit_id, version, blanks.visit_values(form.changed(), self._context.desk.today()))
        return lambda actions: actions.edit_visit(command)

    def _leave_form(self) -> None:
        was_open = self.editing is not None
        if isinstance(self.editing, Form):
            self.editing.keep_draft()
        self.end_edit()
        if was_open and self._source_id:
            self._ask(0, max(PAGE, len(self._lines)))

    def _ask(self, offset: int, limit: int) -> None:
        self._asked += 1
        mine, source_id = self._asked, self._source_id

        def question(ask: Questions) -> tuple[VisitPage, CommitmentPage]:
            promised = ask.commitment_page(CommitmentFilter(source_id=source_id), 0, MOST_PROMISES)
            return ask.visit_page(source_id, offset, limit), promised

        self._context.desk.read(
            question, lambda answer: self._take(*answer) if mine == self._asked else None, owner=self
        )

    def _take(self, page: VisitPage, promised: CommitmentPage) -> None:
        if self.editing is not None:
            return
        self._promised = {}
        for item in promised.lines:
            if item.visit_id is not None:
                self._promised.setdefault(item.visit_id, []).append(item)
        self._lines = (*self._lines[: page.offset], *page.lines)
        self.show_entries([self._entry(line) for line in self._lines], more=len(self._lines) < page.total)
        key, self._resume = self._resume, ""
        if key:
            self.plan() if key.endswith("/new") else self.edit(int(key))
            take_draft_of(self.editing)

    def _on_more(self) -> None:
        self._ask(len(self._lines), PAGE)

    def _entry(self, visit: VisitLine) -> Entry:
        title = cells.visit_title(visit, self._context.desk.today())
        step = translate("sources", "Next: {step}").format(step=visit.next_step) if visit.next_step else ""
        name = f"visit_{visit.visit_id}"
        acts = [
            act_button(
                translate("sources", "Edit"),
                f"{name}_edit",
                partial(self.edit, visit.visit_id),
                translate("sources", "Edit {title}").format(title=title),
            )
        ]
        if visit.status is VisitStatus.PLANNED:
            log = partial(self._context.frame.log_visit, visit.source_id, visit.visit_id)
            acts.append(
                act_button(
                    translate("sources", "Log it"),
                    f"{name}_log",
                    log,
                    translate("sources", "Log {title}").format(title=title),
                )
            )
            acts.append(
                act_button(
                    translate("sources", "Missed"), f"{name}_missed", partial(self._close, visit, VisitStatus.MISSED)
                )
            )
            acts.append(
                act_button(
                    translate("sources", "Cancelled"),
                    f"{name}_cancelled",
                    partial(self._close, visit, VisitStatus.CANCELLED),
                )
            )
        if visit.status is VisitStatus.COMPLETED:
            words = translate("commitments", "Add commitment")
            acts.append(act_button(words, f"{name}_promise", partial(self._context.promise, visit.visit_id)))
        acts.append(
            act_button(
                translate("sources", "Archive"),
                f"{name}_archive",
                partial(self._archive, visit),
                translate("sources", "Archive {title}").format(title=title),
            )
        )
        acts.append(
            act_button(
                translate("sources", "History"),
                f"{name}_history",
                partial(self._history, visit.visit_id, title),
                translate("sources", "History of {title}").format(title=title),
            )
        )
        promised = (self._promised_words(item) for item in self._promised.get(visit.visit_id, ()))
        body = (visit.purpose, visit.notes, step, *promised)
        return Entry(title, cells.visit_beside(visit), body, cells.visit_tag(visit), acts)

    def _promised_words(self, item: CommitmentItem) -> str:
        today = self._context.desk.today()
        state = closed_words(item, today) or tag_of(item, today)[0]
        by = say_day(item.due_on, today)
        return translate("commitments", "Promised: {text} (by {day}; {state})").format(
            text=item.text, day=by, state=state
        )

    def _close(self, visit: VisitLine, status: VisitStatus) -> None:
        command = CloseVisit(visit.visit_id, status, version=visit.version)
        self._context.do(
            lambda actions: actions.close_visit(command),
            translate("sources", "Visit {status}").format(status=status),
            owner=self,
        )

    def _history(self, visit_id: int, title: str) -> None:
        show_history(self._context.desk, self._context.frame, "visit", visit_id, title, self)

    def _archive(self, visit: VisitLine) -> None:
        command = Archive("visit", (visit.visit_id,))
        self._context.do(lambda actions: actions.archive(command), translate("sources", "Visit archived"), owner=self)


def _reread(visit: VisitLine) -> tuple[int, dict[str, str]]:
    return visit.version, blanks.visit_texts(visit)
