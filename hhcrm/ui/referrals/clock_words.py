"""What a card, a row and the pane say of the clocks of a referral: a mark, a colour and words, decided without Qt."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from hhcrm.domain.days import say_day, say_time
from hhcrm.domain.referral_clocks import Clock, ClockKind, ClockState, Moment, clock_now, clocks, planned_too_late
from hhcrm.domain.vocabulary import shown
from hhcrm.domain.wording import QT_TRANSLATE_NOOP, translate
from hhcrm.domain.words import ReferralStage
from hhcrm.queries.referral_models import ReferralRow
from hhcrm.ui.referrals.cells import liaison_words, line_words, planned_words
from hhcrm.ui.shared.said import hours_words, joined, moment_words, short_day
from hhcrm.ui.shared.tags import TagKind

_NAMES = {
    ClockKind.DECISION: QT_TRANSLATE_NOOP("referrals", "our answer"),
    ClockKind.HOURS_48: QT_TRANSLATE_NOOP("referrals", "48 hours"),
    ClockKind.TIMELY: QT_TRANSLATE_NOOP("referrals", "timely (CMS)"),
    ClockKind.PLANNED_SOC: QT_TRANSLATE_NOOP("referrals", "planned SOC"),
    ClockKind.OUTCOME: QT_TRANSLATE_NOOP("referrals", "outcome to be told"),
    ClockKind.HOLD: QT_TRANSLATE_NOOP("referrals", "back from hold"),
}
_STATES = {
    ClockState.SOON: QT_TRANSLATE_NOOP("referrals", "soon"),
    ClockState.LAST: QT_TRANSLATE_NOOP("referrals", "last hours"),
    ClockState.OVERDUE: QT_TRANSLATE_NOOP("referrals", "overdue"),
    ClockState.MISSED: QT_TRANSLATE_NOOP("referrals", "over"),
}
_LATE_WORDS = {
    ClockKind.DECISION: QT_TRANSLATE_NOOP("referrals", "answer late"),
    ClockKind.HOURS_48: QT_TRANSLATE_NOOP("referrals", "48 h over"),
    ClockKind.TIMELY: QT_TRANSLATE_NOOP("referrals", "not timely"),
    ClockKind.OUTCOME: QT_TRANSLATE_NOOP("referrals", "outcome late"),
}
_LOOKS: dict[ClockState, tuple[TagKind, str]] = {
    ClockState.RUNNING: ("none", "clock"),
    ClockState.SOON: ("due", "circle-alert"),
    ClockState.LAST: ("due", "triangle-alert"),
    ClockState.OVERDUE: ("overdue", "flag"),
    ClockState.MISSED: ("overdue", "x"),
}
_BY_DAY = frozenset({ClockKind.TIMELY, ClockKind.HOLD})
"""Clocks that run out with a day, not at a time of day."""


@dataclass(frozen=True, slots=True)
class ClockTag:
    """A tag: its words, what it means, and the icon before the words ("" where no clock runs)."""

    words: str
    kind: TagKind
    mark: str = ""


def clock_tag(row: ReferralRow, moment: Moment, short: bool = False) -> ClockTag | None:
    """The clock that matters now; None where none runs. `short` leaves times of day away."""
    clock = clock_now(row.clock_facts, moment)
    if clock is None:
        if row.stage is ReferralStage.ON_HOLD:
            return ClockTag(translate("referrals", "no day to come back"), *_LOOKS[ClockState.SOON])
        return None
    if clock.kind is ClockKind.PLANNED_SOC and not clock.is_late:
        if planned_too_late(row.clock_facts):
            words = translate("referrals", "SOC too late") if short else translate("referrals", "{planned} too late")
            return ClockTag(words.format(planned=planned_words(row, moment.today, True)), *_LOOKS[ClockState.SOON])
        return ClockTag(planned_words(row, moment.today, short), "good", "calendar-check")
    return ClockTag(_words(row, clock, moment, short), *_LOOKS[clock.state])


def card_tag(row: ReferralRow, moment: Moment, short: bool = False) -> ClockTag:
    """What stands at the foot of a card: its clock, else when it came."""
    return clock_tag(row, moment, short) or ClockTag(moment_words(row.received_at, moment.now, moment.zone), "none")


def card_words(row: ReferralRow, moment: Moment) -> str:
    """A card for those who do not see it."""
    came = translate("referrals", "received {when}").format(when=moment_words(row.received_at, moment.now, moment.zone))
    parts = (row.source, line_words(row), shown(row.stage), said_clock(row, moment), came, liaison_words(row))
    return ", ".join(part for part in parts if part)


def said_clock(row: ReferralRow, moment: Moment) -> str:
    """The clock that matters now for those who do not see its tag: our answer: today 9:04 AM, overdue."""
    clock = clock_now(row.clock_facts, moment)
    return "" if clock is None else _said(row, clock, moment)


def all_clocks(row: ReferralRow, moment: Moment) -> str:
    """All clocks of a referral, kept apart and named, the one that runs out first first."""
    return joined(*(_said(row, clock, moment) for clock in clocks(row.clock_facts, moment)))


def _said(row: ReferralRow, clock: Clock, moment: Moment) -> str:
    name, state = translate("referrals", _NAMES[clock.kind]), _STATES.get(clock.state)
    words = f"{name}: {_when(row, clock, moment)}"
    if clock.kind is ClockKind.PLANNED_SOC and not clock.is_late and planned_too_late(row.clock_facts):
        return f"{words}, {translate('referrals', 'not timely')}"
    return f"{words}, {translate('referrals', state)}" if state else words


def _when(row: ReferralRow, clock: Clock, moment: Moment) -> str:
    """When it runs out, in full."""
    if clock.kind is ClockKind.PLANNED_SOC and row.planned_soc_on is not None:
        day = say_day(row.planned_soc_on, moment.today)
        return f"{day} {say_time(row.planned_soc_time)}" if row.planned_soc_time else day
    if clock.kind in _BY_DAY:
        return say_day(_day(clock, moment), moment.today)
    return moment_words(clock.due, moment.now, moment.zone)


def _words(row: ReferralRow, clock: Clock, moment: Moment, short: bool) -> str:
    """The words of a tag."""
    if clock.kind is ClockKind.HOLD:
        return _hold_words(_day(clock, moment), moment.today, short)
    if clock.kind is ClockKind.PLANNED_SOC:
        return translate("referrals", "{planned} passed").format(planned=planned_words(row, moment.today, True))
    if clock.is_late:
        return translate("referrals", _LATE_WORDS[clock.kind])
    if clock.kind is ClockKind.HOURS_48:
        return translate("referrals", "48 h: {span} left").format(span=_left(clock.due - moment.now))
    if clock.kind is ClockKind.TIMELY:
        words = translate("referrals", "timely: {day}") if short else translate("referrals", "timely until {day}")
        return words.format(day=_near(_day(clock, moment), moment.today))
    due = clock.due.astimezone(moment.zone)
    day = _near(due.date(), moment.today)
    when = day if short or clock.kind is ClockKind.OUTCOME else f"{day} {_time(due)}"
    words = (
        translate("referrals", "answer {when}")
        if clock.kind is ClockKind.DECISION
        else translate("referrals", "outcome {when}")
    )
    return words.format(when=when)


def _hold_words(day: date, today: date, short: bool) -> str:
    """When one on hold comes back: back Dec 7, back today, back since Nov 20."""
    words = translate("referrals", "back {when}")
    if day < today and not short:
        words = translate("referrals", "back since {when}")
    return words.format(when=_near(day, today))


def _near(day: date, today: date) -> str:
    return translate("referrals", "today") if day == today else short_day(day, today)


def _time(at: datetime) -> str:
    return say_time(at.time()).replace(":00", "")


def _day(clock: Clock, moment: Moment) -> date:
    """The day with which a clock runs out: the end of a day belongs to it."""
    end = clock.due - timedelta(seconds=1) if clock.kind is ClockKind.TIMELY else clock.due
    return end.astimezone(moment.zone).date()


def _left(left: timedelta) -> str:
    hours = left / timedelta(hours=1)
    return hours_words(float(int(hours)) if hours >= 1 else hours)
