"""Moves referrals to a stage: at once where nothing is to be asked, else through a small dialog; one at a time."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

import shiboken6
from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from hhcrm.domain.changes import ChangeSet
from hhcrm.domain.criteria import decides
from hhcrm.domain.referrals import UNDECIDED, is_correction
from hhcrm.domain.vocabulary import shown
from hhcrm.domain.wording import translate
from hhcrm.domain.words import ReferralStage
from hhcrm.queries.referral_models import ReferralDetail
from hhcrm.services.referral_commands import MoveReferrals
from hhcrm.ui.referrals import cells
from hhcrm.ui.referrals.context import ReferralContext
from hhcrm.ui.referrals.move_dialog import ASKING, MoveDialog

if TYPE_CHECKING:
    from hhcrm.services.bound import Actions


class Mover(QObject):
    """Reads a referral as it is now, then moves it: a step back is a correction, kept as a new entry."""

    outdated = Signal()
    """What is on the screen is no longer so."""

    def __init__(self, context: ReferralContext, over: QWidget) -> None:
        super().__init__(over)
        self._context = context
        self._over = over
        self._dialog: MoveDialog | None = None

    @property
    def dialog(self) -> MoveDialog | None:
        """The dialog that is open."""
        one = self._dialog
        return one if one is not None and shiboken6.isValid(one) and one.isVisible() else None

    def move(
        self, referral_id: int, stage: ReferralStage, *, weigh: bool = False, seen: ReferralStage | None = None
    ) -> None:
        """Bring one referral to a stage; `weigh` opens the dialog for accepting too, to say what was weighed.

        `seen` is where it stands on the screen: one that stands elsewhere by now is not moved, and that is said.
        """
        self._context.desk.read(
            lambda q: q.referral_detail(referral_id),
            lambda detail: (
                self._move(detail, stage, weigh) if seen in (None, detail.row.stage) else self._say_moved(detail)
            ),
            self._on_missing,
            owner=self,
        )

    def accept_weighed(self, referral_id: int) -> None:
        """Accept one referral, saying what was weighed."""
        self.move(referral_id, ReferralStage.ACCEPTED, weigh=True)

    def move_many(self, seen: Mapping[int, ReferralStage], stage: ReferralStage) -> None:
        """Bring many to a stage, forwards only; `seen` is where each stands on the screen, by id.

        One that stands elsewhere by now is left as it is, and that is said.
        """
        self._move_many(tuple(seen), stage, seen)

    def go_on(self, ids: tuple[int, ...], stage: str, seen: Sequence[str] = ()) -> None:
        """Open the move that was left half-typed; it shows what was typed by itself.

        `seen` are the stages in which many were seen when it was begun, in the order of their ids.
        """
        weigh = stage == ReferralStage.ACCEPTED.value
        if not weigh and stage not in {each.value for each in ASKING}:
            return
        if len(ids) == 1:
            self.move(ids[0], ReferralStage(stage), weigh=weigh)
        else:
            stages = [ReferralStage(each) for each in seen]
            self._move_many(ids, ReferralStage(stage), dict(zip(ids, stages, strict=False)))

    def _move_many(self, ids: tuple[int, ...], stage: ReferralStage, seen: Mapping[int, ReferralStage]) -> None:
        said = cells.move_said(len(ids), "", stage)
        words = translate("referrals", "{count} referrals become {stage}")
        title = words.format(count=f"{len(ids):,}", stage=shown(stage))
        self._go(MoveReferrals(ids, stage, seen=seen), title, said, None)

    def _say_moved(self, detail: ReferralDetail) -> None:
        """Somebody else moved it since it was drawn here."""
        words = translate("referrals", "Somebody moved the referral from {source} meanwhile: it is {stage} now")
        self._context.frame.toast(words.format(source=detail.row.source, stage=shown(detail.row.stage)))
        self.outdated.emit()

    def _move(self, detail: ReferralDetail, stage: ReferralStage, weigh: bool) -> None:
        row = detail.row
        again = row.stage is stage is ReferralStage.ON_HOLD
        if row.stage is stage and not again:
            return
        correction = not again and is_correction(row.stage, stage, detail.held_from)
        command = MoveReferrals((row.referral_id,), stage, row.version, correction=correction)
        words = translate("referrals", "Referral from {source}: {stage}")
        if correction:
            words = translate("referrals", "Correct the stage of the referral from {source} to {stage}")
        elif again:
            words = translate("referrals", "Referral from {source}: on hold until another day")
        title = words.format(source=row.source, stage=shown(stage))
        self._go(command, title, cells.move_said(1, row.source, stage), detail, weigh)

    def _go(
        self, command: MoveReferrals, title: str, said: str, detail: ReferralDetail | None, weigh: bool = False
    ) -> None:
        if command.stage not in ASKING and not weigh:

            def order(actions: Actions) -> ChangeSet:
                return actions.move_referrals(command)

            self._context.do(order, said, owner=self)
            return
        if self.dialog is not None:
            return
        start = (detail.row.planned_soc_on, detail.row.planned_soc_time) if detail is not None else (None, None)
        held = detail.row.hold_until if detail is not None else None
        asked = detail is not None and decides(command.stage, _was_decided(detail))
        dialog = MoveDialog(self._context, title, command, said, start, self._over.window(), held, asked)
        self._dialog = dialog
        dialog.setModal(True)
        dialog.finished.connect(dialog.deleteLater)
        dialog.show()
        dialog.activateWindow()

    def _on_missing(self, error: Exception) -> None:
        """It was taken back meanwhile, or the answer failed."""
        self._context.frame.fault(error)


def _was_decided(detail: ReferralDetail) -> bool:
    """Whether it stands beyond the decision; one on hold stands where it was held."""
    return (detail.held_from or detail.row.stage) not in UNDECIDED
