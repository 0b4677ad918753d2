"""What the board says: heads of its rows and columns, the lines and the tag of a card. No Qt."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from hhcrm.domain.days import month_name, say_month
from hhcrm.domain.waterfall import say_visit_number
from hhcrm.domain.wording import translate
from hhcrm.domain.words import DueState
from hhcrm.queries.waterfall_models import Card, CardState, CohortRow, Threshold
from hhcrm.ui.shared.due_look import due_look
from hhcrm.ui.shared.said import joined, short_day


@dataclass(frozen=True, slots=True)
class CardTag:
    """The word of a card, the colour that goes with it and the shape that tells it apart without."""

    words: str
    kind: str
    mark: str


_SHAPES = {
    CardState.DECIDE: ("good", "star"),
    CardState.RETHINK: ("overdue", "circle-help"),
    CardState.OVERDUE: due_look(DueState.OVERDUE),
    CardState.DUE: due_look(DueState.DUE),
    CardState.LATER: ("none", "calendar"),
    CardState.ACTIVE: ("info", "check"),
}


def tag(card: Card, today: date) -> CardTag:
    """What the card waits for: decide, rethink?, late 11 d, overdue 4 d, a day, active."""
    late = card.is_late and card.state is CardState.OVERDUE
    kind, mark = due_look(DueState.LATE) if late else _SHAPES[card.state]
    if card.state in (CardState.OVERDUE, CardState.DUE, CardState.LATER) and card.planned_on is not None:
        words = short_day(
            card.planned_on, today
        )  # its shape says that it is planned: a narrow card has no room for more
        return CardTag(words, "overdue" if card.state is CardState.OVERDUE else "info", "calendar-check")
    return CardTag(_tag_words(card, today), kind, mark)


def _tag_words(card: Card, today: date) -> str:
    match card.state:
        case CardState.DECIDE:
            return translate("waterfall", "decide")
        case CardState.RETHINK:
            return translate("waterfall", "rethink?")
        case CardState.ACTIVE:
            return translate("waterfall", "active")
        case CardState.OVERDUE:
            late = translate("waterfall", "late {days} d")
            words = late if card.is_late else translate("waterfall", "overdue {days} d")
            return words.format(days=card.days_overdue)
    return short_day(card.due_on, today) if card.due_on is not None else translate("waterfall", "no day")


def type_parts(card: Card) -> tuple[str, str]:
    """What it is, and what the field reports where that is more than one looks for: "SNF" and ", about 26"."""
    return card.type, f", {card.field_figure}" if card.field_figure and card.is_open else ""


def why_line(card: Card) -> str:
    """What makes this card another than those beside it: it sent, it stalls, or what was to be done next."""
    if not card.is_open:
        return ""
    if card.sent:
        one = translate("waterfall", "sent 1 referral")
        return one if card.sent == 1 else translate("waterfall", "sent {count} referrals").format(count=card.sent)
    return card.stalled or card.next_step


def card_words(card: Card, row: CohortRow, today: date) -> str:
    """A card as it is read out, and as its tooltip has it."""
    due = (
        translate("waterfall", "due {day}").format(day=short_day(card.due_on, today))
        if card.is_open and card.due_on is not None
        else ""
    )
    planned = (
        translate("waterfall", "planned {day}").format(day=short_day(card.planned_on, today))
        if card.planned_on is not None
        else ""
    )
    number = say_visit_number(card.visits, card.needed) if card.is_open else ""
    parts = (card.name, "".join(type_parts(card)), number, _tag_words(card, today), why_line(card), due, planned)
    kept = list(dict.fromkeys(part for part in parts if part))
    return f"{', '.join(kept)}. {translate('waterfall', 'Cohort of {month}').format(month=say_month(row.month))}"


def column_title(column: int) -> str:
    """Found, Visit 1, Visit 2."""
    return translate("waterfall", "Visit {number}").format(number=column) if column else translate("waterfall", "Found")


def row_title(row: CohortRow, today: date) -> str:
    """The month, with its year where that is another one."""
    return month_name(row.month.month) if row.month.year == today.year else say_month(row.month)


def row_lines(row: CohortRow, today: date, with_liaison: bool) -> tuple[str, ...]:
    """What became of the cohort, and its free places as long as they can be filled."""
    standing = row.standing
    became = [
        translate("waterfall", "{count} started").format(count=standing.started) if standing.started else "",
        translate("waterfall", "{count} active").format(count=standing.active) if standing.active else "",
        translate("waterfall", "{count} stopped").format(count=standing.left) if standing.left else "",
    ]
    said = ", ".join(part for part in became if part) or translate("waterfall", "nobody yet")
    free = free_words(standing.free) if row.month >= today.replace(day=1) else ""
    return tuple(part for part in (row.liaison if with_liaison else "", said, free) if part)


def free_words(free: int) -> str:
    """How many places are free; "full" where none is."""
    if not free:
        return translate("waterfall", "full")
    return (
        translate("waterfall", "1 place free")
        if free == 1
        else translate("waterfall", "{free} places free").format(free=free)
    )


def thresholds_line(thresholds: tuple[Threshold, ...]) -> str:
    """At which visit the types in sight are decided, and after how many contacts the field reports a first referral."""
    if not thresholds:
        return ""
    usual = min(each.needed for each in thresholds)
    visits = [translate("waterfall", "Decided at visit {needed}").format(needed=usual)]
    visits += [
        translate("waterfall", "{type} at visit {needed}").format(type=each.type, needed=each.needed)
        for each in thresholds
        if each.needed != usual
    ]
    by_figure: dict[str, list[str]] = {}
    for each in thresholds:
        if each.field_figure:
            by_figure.setdefault(each.field_figure, []).append(each.type)
    field = [f"{', '.join(types)} {figure}" for figure, types in by_figure.items()]
    said = translate("waterfall", "First referral in the field after contacts: {figures}")
    return joined(*visits, said.format(figures="; ".join(field)) if field else "")
