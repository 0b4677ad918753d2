"""Sources are put away, and it is said how many of their referrals are still open."""

from __future__ import annotations

from PySide6.QtCore import QObject

from hhcrm.domain.wording import translate
from hhcrm.services.commands import Archive
from hhcrm.ui.sources.context import Context


def archive_sources(context: Context, ids: tuple[int, ...], said: str, owner: QObject) -> None:
    """Archive these; their open referrals stay where they are and somebody has to see to them."""
    command = Archive("referral_source", ids)

    def act(still_open: int) -> None:
        words = f"{said}. {_left(still_open)}" if still_open else said
        context.do(lambda actions: actions.archive(command), words, owner=owner)

    context.desk.read(lambda q: q.open_referrals_of(ids), act, owner=owner)


def _left(count: int) -> str:
    if count == 1:
        return translate("sources", "1 referral from there is still open; it stays in Referrals.")
    words = translate("sources", "{count:,} referrals from there are still open; they stay in Referrals.")
    return words.format(count=count)
