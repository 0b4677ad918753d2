"""The head of the pane: where the referral came from, where it stands, and the ways on."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from hhcrm.domain.changes import ChangeSet
from hhcrm.domain.referrals import CHAIN, CLOSED_STAGES, UNDECIDED
from hhcrm.domain.vocabulary import shown
from hhcrm.domain.wording import translate
from hhcrm.domain.words import ReferralStage
from hhcrm.queries.referral_models import ReferralDetail
from hhcrm.services.commands import Archive, Restore
from hhcrm.ui.referrals import cells
from hhcrm.ui.referrals.clock_words import all_clocks, clock_tag
from hhcrm.ui.referrals.context import ReferralContext
from hhcrm.ui.shared.buttons import Button
from hhcrm.ui.shared.entries import EDGE
from hhcrm.ui.shared.flow import FlowLayout
from hhcrm.ui.shared.fonts import scaled
from hhcrm.ui.shared.said import hours_words, joined, moment_words
from hhcrm.ui.shared.tags import Tag
from hhcrm.ui.shared.text import Text

if TYPE_CHECKING:
    from hhcrm.services.bound import Actions

Command = Callable[["Actions"], ChangeSet]


class ReferralHead(QWidget):
    """Source, stage, and what is asked for; the next stage as a button, all others in a menu."""

    move_asked = Signal(int, object)
    """A referral and the stage it is to come to."""

    weigh_asked = Signal(int)
    """A referral that is to be accepted with what was weighed."""

    def __init__(self, context: ReferralContext) -> None:
        super().__init__()
        self.setObjectName("referral_head")
        self._context = context
        self._detail: ReferralDetail | None = None
        self._name = Text("", "title", wrap=True)
        self._tag = Tag()
        self._beside = Text("", "body", "muted", wrap=True)
        self._due = Tag()
        self._clock = Text("", "small", "muted", wrap=True)
        self.next = Button("", size="small", name="referral_next")
        self.lost = Button(translate("referrals", "Not admitted"), size="small", name="referral_lost")
        self.more = Button(translate("referrals", "More"), "bare", icon="ellipsis", size="small", name="referral_more")
        self.restore = Button(translate("referrals", "Restore"), size="small", name="referral_restore")
        self._put_together()
        self.next.clicked.connect(lambda: self._ask(self._next_stage()))
        self.lost.clicked.connect(lambda: self._ask(ReferralStage.NOT_ADMITTED))
        self.more.clicked.connect(self._open_menu)
        self.restore.clicked.connect(self._restore)

    def show_detail(self, detail: ReferralDetail) -> None:
        """Show one referral."""
        self._detail = detail
        row, desk = detail.row, self._context.desk
        self._name.setText(row.source)
        stage = translate("referrals", "Archived") if row.archived else cells.stage_words(row.stage)
        self._tag.say(stage, "none" if row.archived else cells.stage_kind(row.stage))
        when = moment_words(row.received_at, desk.now(), desk.zone())
        came = translate("referrals", "received {when}").format(when=when)
        away = translate("referrals", "source archived") if detail.source_archived else ""
        self._beside.setText(joined(cells.line_words(row), row.contact, came, away))
        self._say_clocks(detail)
        following = self._next_stage()
        if following is not None:
            self.next.setText(cells.stage_words(following))
            self.next.updateGeometry()
        is_open = row.stage not in CLOSED_STAGES and not row.archived
        self.next.setVisible(following is not None and is_open)
        self.lost.setVisible(is_open)
        self.restore.setVisible(row.archived)

    def menu(self) -> QMenu:
        """Every other way on."""
        menu = QMenu(self)
        menu.setObjectName("referral_menu")
        detail = self._detail
        if detail is None:
            return menu
        row = detail.row
        menu.addAction(translate("referrals", "Show the source"), partial(self._go_to_source, row.source_id))
        menu.addSeparator()
        if not row.archived:
            for stage in ReferralStage:
                again = stage is row.stage is ReferralStage.ON_HOLD
                if again or stage is not row.stage:
                    words = translate("referrals", "Move to {stage}").format(stage=shown(stage))
                    if again:
                        words = translate("referrals", "Change the day it comes back")
                    action = menu.addAction(words, partial(self._ask, stage))
                    action.setObjectName(f"referral_move_{stage.name.lower()}")
            if row.stage in UNDECIDED:
                words = translate("acceptance", "Accept, and say what was weighed")
                menu.addAction(words, self._accept_weighed).setObjectName("referral_accept_weighed")
            menu.addSeparator()
            menu.addAction(translate("referrals", "Archive"), self._archive).setObjectName("referral_archive")
        return menu

    # Inside

    def _next_stage(self) -> ReferralStage | None:
        """The stage that usually follows; from hold the one it was held from."""
        if self._detail is None:
            return None
        stage = self._detail.row.stage
        if stage is ReferralStage.ON_HOLD:
            return self._detail.held_from
        place = CHAIN.index(stage) + 1 if stage in CHAIN else len(CHAIN)
        return CHAIN[place] if place < len(CHAIN) else None

    def _say_clocks(self, detail: ReferralDetail) -> None:
        """The clock that matters now as a tag, all of them by name below it, and what the hours were."""
        row, moment = detail.row, self._context.moment()
        tag = None if row.archived else clock_tag(row, moment)
        self._due.say(*((tag.words, tag.kind, tag.mark) if tag is not None else ("", "none")))
        running = "" if row.archived else all_clocks(row, moment)
        self._clock.setText(joined(running, self._hours(detail)))
        self._clock.setVisible(bool(self._clock.text()))

    def _hours(self, detail: ReferralDetail) -> str:
        parts = []
        if detail.hours_to_decision is not None:
            words = translate("referrals", "decided in {span}")
            parts.append(words.format(span=hours_words(detail.hours_to_decision)))
        if detail.hours_to_soc is not None:
            words = translate("referrals", "care started in {span}")
            parts.append(words.format(span=hours_words(detail.hours_to_soc)))
        return joined(*parts)

    def _ask(self, stage: ReferralStage | None) -> None:
        if self._detail is not None and stage is not None:
            self.move_asked.emit(self._detail.row.referral_id, stage)

    def _accept_weighed(self) -> None:
        if self._detail is not None:
            self.weigh_asked.emit(self._detail.row.referral_id)

    def _go_to_source(self, source_id: int) -> None:
        self._context.frame.go("sources", source_id=source_id)

    def _archive(self) -> None:
        if self._detail is not None:
            command = Archive("referral", (self._detail.row.referral_id,))
            words = translate("referrals", "Referral from {source} archived")
            self._do_said(words, lambda actions: actions.archive(command))

    def _restore(self) -> None:
        if self._detail is not None:
            command = Restore("referral", (self._detail.row.referral_id,))
            words = translate("referrals", "Referral from {source} restored")
            self._do_said(words, lambda actions: actions.restore(command))

    def _do_said(self, words: str, command: Command) -> None:
        assert self._detail is not None
        self._context.do(command, words.format(source=self._detail.row.source), owner=self)

    def _open_menu(self) -> None:
        menu = self.menu()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self.more.mapToGlobal(QPoint(0, self.more.height() + 2)))

    def _put_together(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(scaled(8))
        head.addWidget(self._name, 1)
        head.addWidget(self._tag, 0, Qt.AlignmentFlag.AlignTop)
        holder = QWidget()
        row = FlowLayout(holder, scaled(6))
        for button in (self.next, self.lost, self.restore, self.more):
            row.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(scaled(EDGE), scaled(14), scaled(EDGE), scaled(8))
        column.setSpacing(scaled(4))
        column.addLayout(head)
        column.addWidget(self._beside)
        column.addWidget(self._due)
        column.addWidget(self._clock)
        column.addSpacing(scaled(4))
        column.addWidget(holder)
