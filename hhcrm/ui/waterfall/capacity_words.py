"""What capacity says in words: too many or too few visits, what to change, what it rests on. Without Qt."""

from __future__ import annotations

from collections.abc import Sequence

from hhcrm.domain.capacity import Load, Means
from hhcrm.domain.wording import translate
from hhcrm.queries.capacity_models import CadenceChange, CapacityView, PersonAdvice
from hhcrm.ui.shared.said import amount


def load_words(load: Load) -> str:
    """The rhythm asks for 17 visits a week, and about 14 fit: 3 more than fit."""
    if load.over:
        words = translate(
            "capacity", "The rhythm asks for {asks} visits a week and about {fits} fit: {over} more than fit."
        )
    elif load.room:
        words = translate(
            "capacity", "The rhythm asks for {asks} visits a week and about {fits} fit: room for {room} more."
        )
    else:
        words = translate("capacity", "The rhythm asks for {asks} visits a week and as many fit.")
    return words.format(asks=load.asks, fits=load.fits, over=load.over, room=load.room)


def advice_words(advice: PersonAdvice) -> str:
    """What to change: Stretch these 6 from 30 to 45 days, least worth first."""
    load = advice.room.load
    if load.over:
        return " ".join(part for part in (_stretch(advice.changes), _left(advice.left)) if part)
    if load.room:
        return _room(advice)
    return ""


def change_words(change: CadenceChange) -> str:
    """One line of what to change: from 30 to 45 days; about one referral in 12 visits, none in 12 months."""
    words = translate("capacity", "from {before} to {after} days: {why}")
    return words.format(before=change.from_days, after=change.to_days, why=change.why)


def stretched_words(changes: Sequence[CadenceChange]) -> str:
    """What the toast says."""
    if len(changes) == 1:
        words = translate("capacity", "{name} is seen every {days} days now.")
        return words.format(name=changes[0].name, days=changes[0].to_days)
    return translate("capacity", "{count} cadences changed.").format(count=len(changes))


def all_words(changes: Sequence[CadenceChange]) -> str:
    """The button that makes all changes of a person."""
    stretches = changes[0].to_days > changes[0].from_days
    if len(changes) == 1:
        return translate("capacity", "Stretch it") if stretches else translate("capacity", "See it more often")
    words = (
        translate("capacity", "Stretch these {count}") if stretches else translate("capacity", "See {count} more often")
    )
    return words.format(count=len(changes))


def one_words(change: CadenceChange) -> str:
    """The button of one line."""
    if change.to_days > change.from_days:
        return translate("capacity", "Stretch")
    return translate("capacity", "More often")


def means_words(means: Means) -> str:
    """What the visits that fit were counted from."""
    hours, minutes = amount(means.hours_a_week), amount(means.minutes_a_visit)
    first = translate("capacity", "{hours} hours a week for visits")
    if not means.own_hours:
        first = translate("capacity", "{hours} hours a week for visits, as the rules say")
    second = translate("capacity", "{minutes} minutes a visit with its drive, the mean of {count} in 90 days")
    if not means.measured:
        second = translate("capacity", "{minutes} minutes a visit with its drive, as the rules say: too few to tell")
    words = translate("capacity", "{hours}; {minutes}.")
    return words.format(hours=first.format(hours=hours), minutes=second.format(minutes=minutes, count=means.measured))


def unowned_words(view: CapacityView) -> str:
    """Sources that are in no figure."""
    if not view.unowned:
        return ""
    if view.unowned == 1:
        return translate("capacity", "1 source has no owner: nobody's week holds its visits.")
    words = translate("capacity", "{count} sources have no owner: nobody's week holds their visits.")
    return words.format(count=view.unowned)


def _stretch(changes: Sequence[CadenceChange]) -> str:
    if not changes:
        return ""
    if len(changes) == 1:
        words = translate("capacity", "Stretch {name} from {before} to {after} days.")
        return words.format(name=changes[0].name, before=changes[0].from_days, after=changes[0].to_days)
    spans = {(change.from_days, change.to_days) for change in changes}
    if len(spans) == 1:
        ((before, after),) = spans
        words = translate("capacity", "Stretch these {count} from {before} to {after} days, least worth first.")
        return words.format(count=len(changes), before=before, after=after)
    return translate("capacity", "Stretch these {count}, least worth first.").format(count=len(changes))


def _left(left: int) -> str:
    if not left:
        return ""
    words = translate("capacity", "{count} more than fit even then: take on fewer prospects, or hand sources over.")
    return words.format(count=left)


def _room(advice: PersonAdvice) -> str:
    ways = [way for way in (_more(advice.more_prospects), _often(advice.changes)) if way]
    if not ways:
        return ""
    if len(ways) == 1:
        return translate("capacity", "You could {way}.").format(way=ways[0])
    return translate("capacity", "You could {way} or {other}.").format(way=ways[0], other=ways[1])


def _more(count: int) -> str:
    if count <= 1:
        return translate("capacity", "take on 1 more prospect a month") if count else ""
    return translate("capacity", "take on {count} more prospects a month").format(count=count)


def _often(changes: Sequence[CadenceChange]) -> str:
    if not changes:
        return ""
    if len(changes) == 1:
        words = translate("capacity", "see {name}, an A source, every {days} days")
        return words.format(name=changes[0].name, days=changes[0].to_days)
    words = translate("capacity", "see these {count} A sources every {days} days")
    return words.format(count=len(changes), days=changes[0].to_days)
