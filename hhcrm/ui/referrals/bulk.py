"""What can be done with many referrals at once; each button names how many."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QMenu

from hhcrm.compat import override
from hhcrm.domain.changes import ChangeSet
from hhcrm.domain.vocabulary import shown
from hhcrm.domain.wording import translate
from hhcrm.domain.words import ReferralStage
from hhcrm.queries.referral_models import ReferralFilter, ReferralRow
from hhcrm.services.commands import Archive, Restore
from hhcrm.services.referral_commands import AssignReferrals
from hhcrm.ui.referrals.context import ExportDoor, ReferralContext
from hhcrm.ui.referrals.moving import Mover
from hhcrm.ui.shared.ask_bar import AskBar
from hhcrm.ui.shared.bulk_bar import BulkFrame, Ids
from hhcrm.ui.shared.buttons import Button
from hhcrm.ui.shared.table import TableView

if TYPE_CHECKING:
    from hhcrm.queries.bound import Questions
    from hhcrm.services.bound import Actions


class ReferralBulkBar(BulkFrame[ReferralRow]):
    """Stands above the table while several rows are selected."""

    def __init__(
        self,
        context: ReferralContext,
        table: TableView[ReferralRow],
        asked: Callable[[], ReferralFilter],
        ask: AskBar,
        mover: Mover,
    ) -> None:
        super().__init__(
            "referrals_bulk",
            "referrals_bulk",
            context.desk,
            table,
            lambda line: line.referral_id,
            self._all_of_filter,
            ask,
        )
        self._context = context
        self._asked = asked
        self._mover = mover
        self.move_to = Button(translate("referrals", "Move to…"), size="small", name="referrals_bulk_move")
        self.liaison = Button(translate("referrals", "Liaison…"), size="small", name="referrals_bulk_liaison")
        self.archive = Button("", size="small", name="referrals_bulk_archive")
        self.restore = Button("", size="small", name="referrals_bulk_restore")
        self.export = Button("", size="small", name="referrals_bulk_export")
        self.lay_out(self.move_to, self.liaison, self.export, self.none, self.archive, self.restore)
        self._connect()

    def stage_menu(self) -> QMenu:
        """The stages that the selected ones can come to."""
        menu = QMenu(self)
        menu.setObjectName("referrals_bulk_stages")
        for stage in ReferralStage:
            if stage is not ReferralStage.RECEIVED:
                action = menu.addAction(shown(stage), partial(self._move, stage))
                action.setObjectName(f"referrals_bulk_to_{stage.name.lower()}")
        return menu

    # Acts

    def _move(self, stage: ReferralStage) -> None:
        """Move what is selected as it stands on the screen, or all of the filter as it stands now."""
        if self.all.isChecked():
            asked = self._asked()
            self._desk.read(
                lambda q: q.referral_stages(asked), lambda seen: self._mover.move_many(seen, stage), owner=self
            )
        else:
            self._table.with_selected(
                lambda lines: self._mover.move_many({line.referral_id: line.stage for line in lines}, stage)
            )

    def _ask_liaison(self) -> None:
        users = [(str(user.id), user.name) for user in self._context.choices.users]
        self._ask.ask(
            translate("referrals", "Whose are these {count} referrals?").format(count=f"{self.count:,}"),
            translate("referrals", "Assign {count}").format(count=f"{self.count:,}"),
            self._assign,
            choices=[*users, ("", translate("referrals", "the source's owner"))],
        )

    def _assign(self, user: str) -> None:
        liaison_id = int(user) if user else None

        def command(ids: Ids) -> Callable[[Actions], ChangeSet]:
            return lambda actions: actions.assign_referrals(AssignReferrals(ids, liaison_id))

        self._do_with(command, translate("referrals", "{count} referrals assigned"))

    def _archive(self) -> None:
        def command(ids: Ids) -> Callable[[Actions], ChangeSet]:
            return lambda actions: actions.archive(Archive("referral", ids))

        self._do_with(command, translate("referrals", "{count} referrals archived"))

    def _restore(self) -> None:
        def command(ids: Ids) -> Callable[[Actions], ChangeSet]:
            return lambda actions: actions.restore(Restore("referral", ids))

        self._do_with(command, translate("referrals", "{count} referrals restored"))

    def _export(self) -> None:
        export, asked = self._context.kit.export, self._asked()
        if export is None:
            return
        if self.all.isChecked():
            export(asked, None)
        else:
            self.with_ids(partial(_export_some, export, asked))

    # Inside

    def _do_with(self, command: Callable[[Ids], Callable[[Actions], ChangeSet]], words: str) -> None:
        self.with_ids(lambda ids: self._context.do(command(ids), words.format(count=f"{len(ids):,}"), owner=self))

    def _all_of_filter(self) -> Callable[[Questions], Ids]:
        asked = self._asked()
        return lambda q: q.referral_ids(asked)

    @override
    def say(self) -> None:
        super().say()
        count, archived = f"{self.count:,}", self._asked().archived
        for button in (self.move_to, self.liaison, self.archive):
            button.setVisible(not archived)
        self.restore.setVisible(archived)
        self.restore.setText(translate("referrals", "Restore {count}").format(count=count))
        self.archive.setText(translate("referrals", "Archive {count}").format(count=count))
        self.export.setText(translate("referrals", "Export these {count}").format(count=count))
        self.export.setVisible(self._context.kit.export is not None)
        for button in (self.restore, self.archive, self.export):
            button.updateGeometry()

    def _open_stages(self) -> None:
        menu = self.stage_menu()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self.move_to.mapToGlobal(QPoint(0, self.move_to.height() + 2)))

    def _connect(self) -> None:
        for button, act in (
            (self.move_to, self._open_stages), (self.liaison, self._ask_liaison), (self.archive, self._archive),
            (self.restore, self._restore), (self.export, self._export),
        ):  # fmt: skip
            button.clicked.connect(lambda _checked=False, act=act: act())


def _export_some(export: ExportDoor, asked: ReferralFilter, ids: Ids) -> None:
    export(asked, ids)
