"""What is said when sources are put away, fall asleep or change hands: their open referrals, their planned visits."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject

from hhcrm.domain.wording import translate
from hhcrm.services.commands import Archive
from hhcrm.ui.sources.context import Context


def archive_sources(context: Context, ids: tuple[int, ...], said: str, owner: QObject) -> None:
    """Archive these; open referrals stay where they are, planned visits leave the calendar with their source."""
    command = Archive("referral_source", ids)

    def act(found: tuple[int, int]) -> None:
        still_open, planned = found
        left = (_left(still_open) if still_open else "", _off_the_calendar(planned) if planned else "")
        words = " ".join(part for part in left if part)
        context.do(lambda actions: actions.archive(command), f"{said}. {words}" if words else said, owner=owner)

    context.desk.read(lambda q: (q.open_referrals_of(ids), q.planned_visits_of(ids)), act, owner=owner)


def with_planned(
    context: Context,
    ids: tuple[int, ...],
    said: str,
    words: Callable[[int], str],
    act: Callable[[str], None],
    owner: QObject,
) -> None:
    """Do something with sources whose planned visits stay as they are, and say so where there are any."""
    context.desk.read(
        lambda q: q.planned_visits_of(ids),
        lambda count: act(f"{said}. {words(count)}" if count else said),
        owner=owner,
    )


def visits_stay(count: int) -> str:
    """Planned visits to a source that is inactive now."""
    if count == 1:
        return translate("sources", "1 planned visit stays on the calendar.")
    return translate("sources", "{count:,} planned visits stay on the calendar.").format(count=count)


def visits_stay_theirs(count: int) -> str:
    """Planned visits to a source that has another owner now."""
    if count == 1:
        return translate("sources", "1 planned visit stays with whoever was to make it.")
    return translate("sources", "{count:,} planned visits stay with whoever was to make them.").format(count=count)


def _off_the_calendar(count: int) -> str:
    if count == 1:
        return translate("sources", "1 planned visit is off the calendar until it is restored.")
    words = translate("sources", "{count:,} planned visits are off the calendar until they are restored.")
    return words.format(count=count)


def _left(count: int) -> str:
    if count == 1:
        return translate("sources", "1 referral from there is still open; it stays in Referrals.")
    words = translate("sources", "{count:,} referrals from there are still open; they stay in Referrals.")
    return words.format(count=count)
