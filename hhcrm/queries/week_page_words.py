"""What stands out in a week, in words: what it is, and why it is said. No database library here."""

from __future__ import annotations

from datetime import date

from hhcrm.domain.settings import Rules
from hhcrm.domain.standing_out import Rise, Silence
from hhcrm.domain.wording import translate
from hhcrm.queries.capacity_models import PersonRoom
from hhcrm.queries.say import short_day

Said = tuple[str, str]
"""What stands out, and why."""


def commitment(source: str, due: date, broken: date | None, owner: str, today: date) -> Said:
    """A commitment that was broken, or whose day passed."""
    day = short_day(due, today)
    if broken is None:
        title = translate("week", "A commitment to {source} is past its day").format(source=source)
        why = translate("week", "It was due on {day} and is still open.").format(day=day)
    else:
        title = translate("week", "A commitment to {source} was broken").format(source=source)
        why = translate("week", "It was due on {day}; broken on {other}.").format(
            day=day, other=short_day(broken, today)
        )
    whose = translate("week", "Promised by {name}.").format(name=owner) if owner else ""
    return title, f"{why} {whose}".strip()


def quiet(source: str, found: Silence, rules: Rules, today: date) -> Said:
    """A source that has been quiet for longer than its own pattern."""
    title = translate("week", "{source} has gone quiet").format(source=source)
    words = translate(
        "week",
        "No referral for {days} days, since {day}. Usually one every {usual} days, {longest} at the longest: "
        "{share} of its gaps would stay under {limit} days.",
    )
    return title, words.format(
        days=found.days,
        day=short_day(found.last_on, today),
        usual=_days(found.usual),
        longest=found.longest,
        share=_per_cent(rules.quiet_share),
        limit=round(found.limit),
    )


def payer(name: str, found: Rise, rules: Rules) -> Said:
    """A payer of whose referrals more are not admitted."""
    title = translate("week", "More declines with {payer}").format(payer=name)
    words = translate(
        "week",
        "{part} of {cases} referrals of the last {weeks} weeks were not admitted, {old_part} of {old_cases} in the "
        "{old_weeks} weeks before.",
    )
    return title, f"{_compared(words, found, rules)} {_by_chance(found)}"


def our_reasons(found: Rise, rules: Rules) -> Said:
    """More referrals that we could not take for reasons of our own."""
    title = translate("week", "More not admitted for our own reasons")
    words = translate(
        "week",
        "{part} of {cases} referrals of the last {weeks} weeks, {old_part} of {old_cases} in the {old_weeks} weeks "
        "before.",
    )
    return title, f"{_compared(words, found, rules)} {_by_chance(found)}"


def loops(found: Rise, rules: Rules) -> Said:
    """Fewer of those who were to be told were told in time."""
    title = translate("week", "Sources are told late more often")
    words = translate(
        "week",
        "{part} of {cases} updates that fell due in the last {weeks} weeks were not given in time, {old_part} of "
        "{old_cases} in the {old_weeks} weeks before.",
    )
    return title, f"{_compared(words, found, rules)} {_by_chance(found)}"


def over_capacity(room: PersonRoom) -> Said:
    """A liaison of whom more visits are asked than fit."""
    over, load = room.load.over, room.load
    words = translate("week", "{name} has 1 visit a week more than fits")
    if over > 1:
        words = translate("week", "{name} has {count} visits a week more than fit")
    why = translate(
        "week", "The cadences ask for {asked} visits a week; {fits} fit, on average over the next {weeks} weeks."
    )
    return words.format(name=room.name, count=over), why.format(asked=load.asks, fits=load.fits, weeks=len(room.weeks))


def newly_sending(source: str, day: date, count: int, today: date) -> Said:
    """A source that sent its first referral ever."""
    title = translate("week", "{source} has begun to send").format(source=source)
    words = translate("week", "Its first referral ever came on {day}.")
    if count > 1:
        words = translate("week", "Its first referral ever came on {day}; {count} this week.")
    return title, words.format(day=short_day(day, today), count=count)


def new_found(count: int) -> Said:
    """New prospective sources."""
    if count == 1:
        return translate("week", "1 new prospective source"), translate("week", "It became prospective in this week.")
    words = translate("week", "{count} new prospects").format(count=count)
    return words, translate("week", "They became prospective in this week.")


def _compared(words: str, found: Rise, rules: Rules) -> str:
    return words.format(
        part=f"{found.recent.part:,}",
        cases=f"{found.recent.cases:,}",
        weeks=rules.recent_weeks,
        old_part=f"{found.before.part:,}",
        old_cases=f"{found.before.cases:,}",
        old_weeks=rules.weeks_before,
    )


_SELDOM = 0.001


def _by_chance(found: Rise) -> str:
    """How seldom chance alone does that."""
    if found.chance < _SELDOM:
        return translate("week", "Chance alone does that less than once in 1,000.")
    return translate("week", "Chance alone does that once in {count}.").format(count=f"{round(1 / found.chance):,}")


def _days(days: float) -> str:
    return f"{days:.0f}" if days >= _SHORT else f"{days:.1f}"


_SHORT = 3
"""Fewer days than this are said with a decimal."""


def _per_cent(share: float) -> str:
    return f"{100 * share:g} %"
