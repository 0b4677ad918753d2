"""What the forecast says in words: the pace, what it comes to, what it rests on. Without Qt."""

from __future__ import annotations

from collections.abc import Sequence

from hhcrm.domain.forecast import Month, Pace, whole
from hhcrm.domain.wording import translate
from hhcrm.queries.forecast_models import ForecastGround
from hhcrm.queries.say import number_word
from hhcrm.ui.shared.said import amount


def found_words(found: float) -> str:
    """New prospects a month: 5 a month."""
    return translate("forecast", "{count} a month").format(count=amount(found))


def share_words(share: float) -> str:
    """A share, 0 to 1: 60 %."""
    return f"{round(100 * share)} %"


def cadence_words(days: float) -> str:
    """The mean days between visits: every 46 days."""
    return translate("forecast", "every {count} days").format(count=round(days))


def outcome_words(ground: ForecastGround, pace: Pace, months: Sequence[Month]) -> str:
    """What the pace comes to: At five a month; 46 visits a week then, 5 more than fit."""
    last = months[-1]
    found = number_word(int(pace.found)) if pace.found == int(pace.found) else amount(pace.found)
    visits, sources = whole(last.visits_a_week), whole(last.active)
    over = visits - ground.fits
    if over > 0:
        words = translate(
            "forecast",
            "At {found} a month: {sources} active in 12 months; {visits} visits a week then, {over} more than fit.",
        )
    elif over == 0:
        words = translate(
            "forecast",
            "At {found} a month: {sources} active in 12 months; {visits} visits a week then, as many as fit.",
        )
    else:
        words = translate(
            "forecast",
            "At {found} a month: {sources} active in 12 months; {visits} visits a week then, room for {room} more.",
        )
    return words.format(found=found, sources=sources, visits=visits, over=over, room=-over)


def assumption_words(ground: ForecastGround) -> str:
    """What the present pace was counted from, and which of it is a guess."""
    return " ".join(part(ground) for part in (_found, _became, _lost, _seen))


def _found(ground: ForecastGround) -> str:
    if ground.guessed.found:
        words = translate(
            "forecast", "Too few months to tell how many are found: {count} a month, as the rules say, is a guess."
        )
        return words.format(count=amount(ground.pace.found))
    words = translate("forecast", "Present pace: {count} new prospects a month, as in the last {months} whole months.")
    return words.format(count=amount(ground.pace.found), months=min(ground.past.months, 6))


def _became(ground: ForecastGround) -> str:
    past, pace = ground.past, ground.pace
    if ground.guessed.share:
        words = translate("forecast", "Too few were decided about to tell how many become active: {share} is a guess.")
        first = words.format(share=share_words(pace.share))
    else:
        words = translate("forecast", "Of {decided} decided about in 12 months {became} became active ({share}).")
        first = words.format(decided=past.became + past.dropped, became=past.became, share=share_words(pace.share))
    if ground.guessed.months:
        words = translate("forecast", "They are taken to need {months} months, as the rules have it.")
    else:
        words = translate("forecast", "It took them {months} months and {visits} visits.")
    return f"{first} {words.format(months=amount(pace.months), visits=amount(past.visits_to_active))}"


def _lost(ground: ForecastGround) -> str:
    percent = amount(100 * ground.pace.loss)
    if ground.guessed.loss:
        words = translate("forecast", "Too few to tell how many are lost: {percent} % a month is a guess.")
    elif ground.past.lost == 1:
        words = translate("forecast", "One active source was lost in 12 months, {percent} % a month.")
    else:
        words = translate("forecast", "{count} active sources were lost in 12 months, {percent} % a month.")
    return words.format(percent=percent, count=ground.past.lost)


def _seen(ground: ForecastGround) -> str:
    words = translate("forecast", "Active sources are seen {cadence} on average, prospects {interval}")
    said = words.format(cadence=cadence_words(ground.pace.cadence), interval=cadence_words(ground.pace.interval))
    rate = ground.past.visits_a_month
    if rate is None:
        return f"{said}."
    so_far = translate("forecast", "they had {count} visits a month in the last 90 days")
    if amount(rate) == "1":
        so_far = translate("forecast", "they had one visit a month in the last 90 days")
    so_far = so_far.format(count=amount(rate))
    return f"{said}; {so_far}."
