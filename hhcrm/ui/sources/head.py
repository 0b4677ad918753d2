"""The head of the pane: who this is, where it stands, and what can be done with it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from hhcrm.domain.cadence import CADENCES
from hhcrm.domain.vocabulary import shown
from hhcrm.domain.wording import translate
from hhcrm.domain.words import SourceStage
from hhcrm.queries.read_models import SourceDetail
from hhcrm.services.commands import ChangeStage, Restore
from hhcrm.ui.shared.ask_bar import AskBar
from hhcrm.ui.shared.buttons import Button
from hhcrm.ui.shared.entries import EDGE
from hhcrm.ui.shared.flow import FlowLayout
from hhcrm.ui.shared.fonts import scaled
from hhcrm.ui.shared.tags import Tag, TagKind
from hhcrm.ui.shared.text import Text
from hhcrm.ui.sources import cells
from hhcrm.ui.sources.archiving import archive_sources, visits_stay, with_planned
from hhcrm.ui.sources.chart import ShareBar
from hhcrm.ui.sources.context import Context


class SourceHead(QWidget):
    """Name, type, stage, what is next, owner, potential against actual; Edit and the other acts."""

    edit_asked = Signal()
    plan_asked = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._detail: SourceDetail | None = None
        self.name = Text("", "title", wrap=True)
        self.kind = Text("", "body", "muted", wrap=True)
        self.stage = Tag()
        self.due = Tag()
        self.owner = Text("", "body", "muted")
        self.share = ShareBar()
        self.share_words = Text("", "small", "muted")
        self.edit = Button(translate("sources", "Edit"), icon="pencil", size="small", name="source_edit")
        self.back = Button(translate("sources", "Restore"), icon="archive-restore", size="small", name="source_restore")
        self.more = Button(translate("sources", "More"), "bare", size="small", name="source_more")
        self.decide = Button(translate("sources", "Make active"), size="small", name="source_make_active")
        self.ask = AskBar("source_ask", self._context)
        self._put_together()
        self.edit.setToolTip(translate("sources", "Edit this source (Enter in the table)"))
        self.edit.clicked.connect(self.edit_asked)
        self.back.setToolTip(translate("sources", "Bring this source back among those in use"))
        self.back.clicked.connect(self.restore)
        self.more.clicked.connect(self._open_menu)
        self.decide.clicked.connect(self.make_active)

    def show_source(self, detail: SourceDetail) -> None:
        """Show one source."""
        if self._detail is None or self._detail.source_id != detail.source_id:
            self.ask.leave()
        self._detail = detail
        today = self._context.desk.today()
        self.name.setText(detail.name)
        self.kind.setText(cells.kind_words(detail))
        kinds: dict[SourceStage, TagKind] = {SourceStage.INACTIVE: "none"}
        self.stage.say(cells.stage_words(detail), kinds.get(detail.stage, "info"))
        self.stage.setToolTip(detail.inactive_reason)
        self.due.say(*cells.due_words(detail, today))
        self.owner.setText(detail.owner or translate("sources", "No owner"))
        self.share.show_share(cells.share_of_potential(detail), cells.share_words(detail))
        self.share_words.setText(cells.share_words(detail))
        self.decide.setVisible(cells.to_decide(detail) and detail.archived_at is None)
        self.edit.setVisible(detail.archived_at is None)
        self.more.setVisible(detail.archived_at is None)
        self.back.setVisible(detail.archived_at is not None)

    def menu(self) -> QMenu:
        """What else can be done with the source."""
        detail = self._detail
        menu = QMenu(self)
        menu.setObjectName("source_menu")
        if detail is None:
            return menu
        if detail.archived_at is not None:
            self._add(menu, translate("sources", "Restore"), "restore", self.restore)
            return menu
        self._add(
            menu, translate("sources", "Log visit"), "log", lambda: self._context.frame.log_visit(detail.source_id)
        )
        self._add(menu, translate("sources", "Plan visit"), "plan", self.plan_asked.emit)
        menu.addSeparator()
        if detail.stage is not SourceStage.ACTIVE:
            self._add(menu, translate("sources", "Make active…"), "active", self.make_active)
        if detail.stage is not SourceStage.PROSPECTIVE:
            self._add(menu, translate("sources", "Make prospective"), "prospective", self.make_prospective)
        if detail.stage is not SourceStage.INACTIVE:
            self._add(menu, translate("sources", "Make inactive…"), "inactive", self.make_inactive)
        menu.addSeparator()
        self._add(menu, translate("sources", "Archive"), "archive", self.archive)
        return menu

    def make_active(self) -> None:
        """Ask for the cadence, with the offered one chosen, and move the source."""
        detail = self._shown()
        offered = detail.offered_cadence
        choices = [
            (
                str(days),
                (
                    translate("sources", "every {days} days, offered by its rank")
                    if days == offered
                    else translate("sources", "every {days} days")
                ).format(days=days),
            )
            for days in sorted({*CADENCES, offered})
        ]
        if detail.cadence_days is None:
            choices.append(("", cells.without_own_words(detail)))
        self.ask.ask(
            translate("sources", "How often will you see {name}?").format(name=detail.name),
            translate("sources", "Make active"),
            lambda days: self._move(SourceStage.ACTIVE, cadence=int(days) if days else None),
            choices=choices,
            start=str(offered),
        )

    def make_inactive(self) -> None:
        """Ask why, and move the source."""
        self.ask.ask(
            translate("sources", "Why does {name} become inactive?").format(name=self._shown().name),
            translate("sources", "Make inactive"),
            lambda why: self._move(SourceStage.INACTIVE, reason=why),
            needed=translate("sources", "Say why: a reason is needed to make a source inactive."),
            where={"source_id": self._shown().source_id},
        )

    def make_prospective(self) -> None:
        """Begin the five visits again."""
        self._move(SourceStage.PROSPECTIVE)

    def archive(self) -> None:
        """Put the source away; Undo brings it back."""
        detail = self._shown()
        said = translate("sources", "{name} archived").format(name=detail.name)
        archive_sources(self._context, (detail.source_id,), said, self)

    def restore(self) -> None:
        """Bring the source back."""
        detail = self._shown()
        command = Restore("referral_source", (detail.source_id,))
        self._context.do(
            lambda actions: actions.restore(command),
            translate("sources", "{name} restored").format(name=detail.name),
            owner=self,
        )

    def _shown(self) -> SourceDetail:
        assert self._detail is not None
        return self._detail

    def _move(self, stage: SourceStage, reason: str = "", cadence: int | None = None) -> None:
        detail = self._shown()
        day = self._context.desk.today()
        command = ChangeStage((detail.source_id,), stage, day, reason, cadence)
        said = translate("sources", "{name} is {stage} now").format(name=detail.name, stage=shown(stage))

        def act(words: str) -> None:
            self._context.do(lambda actions: actions.change_stage(command), words, owner=self)

        if stage is SourceStage.INACTIVE:
            with_planned(self._context, (detail.source_id,), said, visits_stay, act, self)
        else:
            act(said)

    def _add(self, menu: QMenu, words: str, name: str, act: Callable[[], object]) -> None:
        menu.addAction(words, act).setObjectName(f"source_menu_{name}")

    def _open_menu(self) -> None:
        menu = self.menu()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self.more.mapToGlobal(QPoint(0, self.more.height() + 2)))

    def _put_together(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(scaled(4))
        top.addWidget(self.name, 1, Qt.AlignmentFlag.AlignTop)
        for button in (self.edit, self.back, self.more):
            top.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        tags = QWidget()
        row = FlowLayout(tags, scaled(10))
        for widget in (self.stage, self.due, self.owner, self.decide):
            row.addWidget(widget)
        worth = QHBoxLayout()
        worth.setSpacing(scaled(10))
        worth.addWidget(self.share, 1)
        worth.addWidget(self.share_words)
        column = QVBoxLayout(self)
        column.setContentsMargins(scaled(EDGE), scaled(14), scaled(EDGE), scaled(4))
        column.setSpacing(scaled(6))
        column.addLayout(top)
        column.addWidget(self.kind)
        column.addWidget(tags)
        column.addLayout(worth)
        column.addWidget(self.ask)
