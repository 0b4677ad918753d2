"""The Overview tab: next step, last visit, referrals by month, potential and share, promises, needs."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from hhcrm.domain.wording import translate
from hhcrm.domain.words import CommitmentStatus
from hhcrm.queries.read_models import CommitmentLine, SourceDetail
from hhcrm.services.commands import CloseCommitment
from hhcrm.ui.shared.charts.view import ChartView
from hhcrm.ui.shared.entries import Scroller, act_button
from hhcrm.ui.shared.fonts import scaled
from hhcrm.ui.shared.potential_dialog import ask_potential
from hhcrm.ui.shared.tags import Tag, TagKind
from hhcrm.ui.shared.text import Text
from hhcrm.ui.sources import cells
from hhcrm.ui.sources.chart import ShareBar
from hhcrm.ui.sources.context import Context
from hhcrm.ui.sources.months import months_chart


class Section(QWidget):
    """A head, words beside it, and what stands below."""

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.beside = Text("", "small", "muted", wrap=True)
        self.words = Text("", "body", wrap=True)
        self.words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, scaled(10))
        self.column.setSpacing(scaled(5))
        head = QHBoxLayout()
        head.setSpacing(scaled(10))
        head.addWidget(Text(title, "section"))
        head.addWidget(self.beside, 1)
        self.column.addLayout(head)
        self.column.addWidget(self.words)
        self.words.hide()

    def say(self, words: str, tone: str = "text") -> None:
        """Words under the head; none hide the section."""
        self.words.setText(words)
        self.words.set_tone("muted" if tone == "muted" else "text")
        self.words.setVisible(bool(words))


class OverviewTab(Scroller):
    """What one reads before going in."""

    def __init__(self, context: Context) -> None:
        super().__init__("source_overview")
        self._context = context
        self.next_step = Section(translate("sources", "Next step"))
        self.last_visit = Section(translate("sources", "Last visit"))
        self.months = Section(translate("sources", "Referrals by month"))
        self.potential = Section(translate("sources", "Potential and share"))
        self.promises = Section(translate("sources", "Open promises"))
        self.needs = Section(translate("sources", "Needs heard"))
        self.notes = Section(translate("sources", "Notes"))
        self.chart = ChartView(context.studio, "source_months") if context.studio is not None else None
        if self.chart is not None:
            self.chart.opened.connect(lambda behind: context.frame.go("referrals", filter=behind))
            self.months.column.addWidget(self.chart)
        self._share = ShareBar()
        self._share_words = Text("", "body", "muted", wrap=True)
        row = QHBoxLayout()
        row.setSpacing(scaled(10))
        row.addWidget(self._share, 1)
        row.addWidget(self._share_words, 1)
        self.potential.column.insertLayout(1, row)
        self.set_potential = act_button(
            translate("sources", "Set potential…"), "source_set_potential", self._set_potential,
            translate("sources", "Say what this source could send, and from what"),
        )  # fmt: skip
        self.potential.column.addWidget(self.set_potential, 0, Qt.AlignmentFlag.AlignLeft)
        self._shown: SourceDetail | None = None
        self._promise_rows: list[QWidget] = []
        for section in (
            self.next_step, self.last_visit, self.months, self.potential, self.promises, self.needs, self.notes,
        ):  # fmt: skip
            self.column.addWidget(section)
        self.column.addStretch()

    def show_source(self, detail: SourceDetail) -> None:
        """Show one source."""
        today = self._context.desk.today()
        self._shown = detail
        self.set_potential.setVisible(detail.archived_at is None)
        self.next_step.say(
            detail.next_step or translate("sources", "None written down."), "text" if detail.next_step else "muted"
        )
        self._show_last_visit(detail)
        self.months.beside.setText(cells.months_words(detail))
        if self.chart is not None:
            chart = months_chart(detail.source_id, detail.months, today)
            self.chart.setVisible(not chart.is_empty)
            self.chart.show_chart(chart)
        self._share.show_share(cells.share_of_potential(detail), cells.share_words(detail))
        self._share_words.setText(cells.share_words(detail))
        self.potential.say(cells.potential_words(detail, today), "muted")
        self._show_promises(detail.open_commitments)
        self.needs.say(detail.needs)
        self.needs.setVisible(bool(detail.needs))
        notes = "\n".join(part for part in (detail.notes, detail.field_note) if part)
        self.notes.say(notes, "muted" if not detail.notes else "text")
        self.notes.setVisible(bool(notes))

    def _set_potential(self) -> None:
        if self._shown is not None:
            ask_potential(self._context, self._shown.source_id, self)

    def _show_last_visit(self, detail: SourceDetail) -> None:
        visit = detail.last_visit
        if visit is None:
            self.last_visit.beside.setText("")
            self.last_visit.say(translate("sources", "Not visited yet."), "muted")
            return
        today = self._context.desk.today()
        self.last_visit.beside.setText(cells.visit_title(visit, today))
        said = (cells.visit_tag(visit)[0].capitalize(), cells.visit_beside(visit))
        words = ["  ·  ".join(part for part in said if part), visit.notes]
        self.last_visit.say("\n".join(part for part in words if part))

    def _show_promises(self, promises: tuple[CommitmentLine, ...]) -> None:
        for row in self._promise_rows:
            self.promises.column.removeWidget(row)
            row.hide()
            row.deleteLater()
        self._promise_rows = [self._promise_row(promise) for promise in promises]
        for row in self._promise_rows:
            self.promises.column.addWidget(row)
        self.promises.setVisible(bool(promises))

    def _promise_row(self, promise: CommitmentLine) -> QWidget:
        today = self._context.desk.today()
        row = QWidget()
        inside = QHBoxLayout(row)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(scaled(8))
        inside.addWidget(Text(promise.text, "body", wrap=True), 1)
        kind: TagKind = "overdue" if promise.due_on < today else "due" if promise.due_on == today else "none"
        inside.addWidget(Tag(cells.short_day(promise.due_on, today), kind))
        kept = act_button(
            translate("sources", "Kept"),
            f"promise_{promise.commitment_id}_kept",
            lambda: self._keep(promise),
            translate("sources", "Kept: {text}").format(text=promise.text),
        )
        inside.addWidget(kept)
        return row

    def _keep(self, promise: CommitmentLine) -> None:
        command = CloseCommitment(
            promise.commitment_id, promise.version, CommitmentStatus.KEPT, self._context.desk.today()
        )
        self._context.do(
            lambda actions: actions.close_commitment(command), translate("sources", "Commitment kept"), owner=self
        )
