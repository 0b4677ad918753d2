"""What a scorecard says in words and figures: the same on the screen and on the page. No Qt here."""

from __future__ import annotations

from dataclasses import dataclass

from hhcrm.domain.days import say_year_day
from hhcrm.domain.vocabulary import shown
from hhcrm.domain.wording import translate
from hhcrm.domain.words import LoopStep
from hhcrm.queries.scorecard_models import LoopKept, Middle, Scorecard, Share

WHY_SHOWN = 5
"""So many reasons are named; the rest are "other reasons"."""

_TENTHS_BELOW = 10


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure with what it is about. `share` is 0 to 1 where it can be drawn as a bar; `few` where it cannot tell."""

    name: str
    title: str
    value: str
    beside: str = ""
    share: float | None = None
    few: bool = False


def period_line(card: Scorecard) -> str:
    """What kind of source, with how many units, and from when to when."""
    days = translate("scorecard", "{first} to {last}").format(
        first=say_year_day(card.from_on), last=say_year_day(card.until_on)
    )
    units = "" if not card.units else translate("scorecard", "with 1 unit")
    if card.units > 1:
        units = translate("scorecard", "with {count} units").format(count=card.units)
    return "  ·  ".join(part for part in (card.type, units, days) if part)


def head_figures(card: Scorecard) -> tuple[Figure, ...]:
    """The four that stand large: referrals, accepted, hours to a decision, hours to the start of care."""
    counts, few = card.outcomes, card.fewest
    became = translate("scorecard", "{admitted} admitted, {lost} not admitted, {open} open")
    said = translate("scorecard", "{lost} not admitted, {open} not decided yet")
    return (
        Figure(
            "referrals",
            translate("scorecard", "Referrals"),
            f"{counts.referrals:,}",
            became.format(
                admitted=f"{counts.admitted:,}", lost=f"{counts.not_admitted:,}", open=f"{counts.still_open:,}"
            ),
        ),
        Figure(
            "accepted",
            translate("scorecard", "Accepted"),
            f"{card.accepted:,}",
            said.format(lost=f"{counts.not_admitted:,}", open=f"{card.undecided:,}"),
        ),
        _hours("decision", translate("scorecard", "To our decision"), card.decision, few),
        _hours("soc", translate("scorecard", "To the start of care"), card.soc, few),
    )


def promise_figures(card: Scorecard) -> tuple[Figure, ...]:
    """What we said, and how often we did it."""
    few = card.fewest
    return (
        *(_share(f"loop_{one.step.name.lower()}", _told_words(one), one.told, few) for one in card.loop),
        _share(
            "within_48",
            translate("scorecard", "Care starts within 48 hours of referral or return home, or on the day ordered"),
            card.within_48,
            few,
        ),
        _share("timely", translate("scorecard", "Care starts in time as CMS measures it, in days"), card.timely, few),
        _share("promises", translate("scorecard", "Commitments kept by their day"), card.promises.share, few),
    )


def care_figures(card: Scorecard) -> tuple[Figure, ...]:
    """How those who came to us fared."""
    few = card.fewest
    return (
        _share("satisfied", translate("scorecard", "Answered 9 or 10 of 10"), card.satisfied, few),
        _share("returned", translate("scorecard", "Back in hospital within 30 days"), card.returned, few),
    )


def why_figures(card: Scorecard) -> tuple[Figure, ...]:
    """Why referrals were not admitted, and whose the reason is."""
    named = card.why_not[:WHY_SHOWN] if len(card.why_not) > WHY_SHOWN + 1 else card.why_not
    found = [
        Figure(
            f"why_{place}",
            why.reason or translate("scorecard", "no reason given"),
            f"{why.count:,}",
            shown(why.owner) if why.owner is not None else "",
        )
        for place, why in enumerate(named)
    ]
    rest = sum(why.count for why in card.why_not[len(named) :])
    if rest:
        found.append(Figure("why_others", translate("scorecard", "other reasons"), f"{rest:,}"))
    return tuple(found)


def notes(card: Scorecard) -> tuple[str, ...]:
    """How the figures are counted, in small letters."""
    days = translate(
        "scorecard",
        "Referrals and decisions count by the referral's day, starts of care by their own, updates by when due. "
        "Hours are medians.",
    )
    few = translate(
        "scorecard", "Where there are fewer than {count} cases, a share or a median would mislead; the page says so."
    )
    return (
        days,
        few.format(count=card.fewest),
        translate("scorecard", "As of {day}. No patient is named on this page.").format(day=say_year_day(card.today)),
    )


def share_words(share: Share, fewest: int) -> str:
    """A share: 92 %, or that there are too few cases."""
    percent = share.percent(fewest)
    return _few(share.of) if percent is None else f"{round(percent)} %"


def _few(cases: int) -> str:
    if not cases:
        return translate("scorecard", "none yet")
    return translate("scorecard", "too few to tell ({count})").format(count=cases)


def _share(name: str, title: str, share: Share, fewest: int) -> Figure:
    percent = share.percent(fewest)
    if percent is None:
        return Figure(name, title, _few(share.of), few=True)
    beside = translate("scorecard", "{part} of {of}").format(part=f"{share.part:,}", of=f"{share.of:,}")
    return Figure(name, title, share_words(share, fewest), beside, percent / 100)


def _hours(name: str, title: str, middle: Middle, fewest: int) -> Figure:
    hours = middle.told(fewest)
    if hours is None:
        return Figure(name, title, _few(middle.cases), few=True)
    beside = translate("scorecard", "median of {count}").format(count=f"{middle.cases:,}")
    return Figure(name, title, _hours_words(hours), beside)


def _hours_words(hours: float) -> str:
    said = f"{hours:.1f}" if hours < _TENTHS_BELOW else f"{hours:,.0f}"
    return translate("scorecard", "{hours} hours").format(hours=said.removesuffix(".0"))


def _told_words(one: LoopKept) -> str:
    """What we promise to tell, and by when."""
    alone = one.within == 1
    words = {
        LoopStep.RECEIVED: (
            translate("scorecard", "You hear that we have it within 1 working hour"),
            translate("scorecard", "You hear that we have it within {count} working hours"),
        ),
        LoopStep.DECISION: (
            translate("scorecard", "You hear our decision within 1 working day"),
            translate("scorecard", "You hear our decision within {count} working days"),
        ),
        LoopStep.START_OF_CARE: (
            translate("scorecard", "You hear that care started within 1 working day"),
            translate("scorecard", "You hear that care started within {count} working days"),
        ),
        LoopStep.OUTCOME: (
            translate("scorecard", "You hear how it went 1 day after the start"),
            translate("scorecard", "You hear how it went {count} days after the start"),
        ),
    }[one.step]
    return (words[0] if alone else words[1]).format(count=one.within)
