"""What the cards at the head say, decided without Qt: a figure, what it is of, and how it was before."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from hhcrm.charts.words import counted_visits, percent_words, period_of
from hhcrm.domain.wording import translate
from hhcrm.queries.measure_models import Headline

Tone = Literal["muted", "good", "overdue"]
_NEITHER: Tone = "muted"
_NOTHING = "\u2013"


@dataclass(frozen=True, slots=True)
class Figure:
    """One card. `tone` is good or overdue where the figure is better or worse than before; the words say it too."""

    key: str
    label: str
    figure: str
    of: str = ""
    before: str = ""
    tone: Tone = "muted"
    tip: str = ""

    @property
    def spoken(self) -> str:
        """The card for those who do not see it."""
        parts = (f"{self.label}: {self.figure}", self.of, self.before, self.tip)
        return ". ".join(part for part in parts if part)


def waiting() -> tuple[Figure, ...]:
    """The cards before the first answer."""
    return tuple(Figure(key, label, _NOTHING) for key, label in _labels())


def figures(now: Headline, before: Headline | None) -> tuple[Figure, ...]:
    """The cards for a period, held against another one where there is one."""
    if now.ahead:
        still = translate("measure", "still to come")
        return tuple(Figure(key, label, _NOTHING, still) for key, label in _labels())
    made = (_referrals, _admitted, _hours, _per_ten, _loops)
    tip = ""
    if before is not None:
        tip = translate("measure", "Held against {period}").format(period=period_of(before.asked))
    return tuple(
        make(key, label, now, before, tip) for make, (key, label) in zip(made, _labels(), strict=True)
    )  # fmt: skip


def _labels() -> tuple[tuple[str, str], ...]:
    return (
        ("referrals", translate("measure", "Referrals")),
        ("admitted", translate("measure", "Admitted")),
        ("hours", translate("measure", "Median to start of care")),
        ("per_ten", translate("measure", "Referrals per ten visits")),
        ("loops", translate("measure", "Loops on time")),
    )


def _referrals(key: str, label: str, now: Headline, before: Headline | None, tip: str) -> Figure:
    count = now.outcomes.referrals
    was, tone = "", _NEITHER
    if before is not None:
        old = before.outcomes.referrals
        was, tone = _was(_changed(count, old)), _tone(count - old)
    return Figure(key, label, f"{count:,}", "", was, tone, tip)


def _admitted(key: str, label: str, now: Headline, before: Headline | None, tip: str) -> Figure:
    share = percent_words(_conversion(now))
    still_open = translate("measure", "{count} open").format(count=f"{now.outcomes.still_open:,}")
    decided = translate("measure", "of {count} decided").format(count=f"{now.outcomes.decided:,}")
    of = ", ".join(part for part in (share or decided, still_open) if part)
    was, tone = "", _NEITHER
    if before is not None and before.outcomes.referrals:
        old = percent_words(_conversion(before))
        was = _was(", ".join(part for part in (f"{before.outcomes.admitted:,}", old) if part))
        tone = _tone(_points(_conversion(now)) - _points(_conversion(before))) if share and old else tone
    return Figure(key, label, f"{now.outcomes.admitted:,}", of, was, tone, tip)


def _hours(key: str, label: str, now: Headline, before: Headline | None, tip: str) -> Figure:
    hours, then = _median(now), None if before is None else _median(before)
    of = translate("measure", "of {count} starts").format(count=f"{now.starts_of_care:,}")
    was, tone = "", _NEITHER
    if then is not None:
        was = _was(_hour_words(then))
        tone = _tone(round(then) - round(hours)) if hours is not None else tone
    return Figure(key, label, _NOTHING if hours is None else _hour_words(hours), _few(hours, of), was, tone, tip)


def _per_ten(key: str, label: str, now: Headline, before: Headline | None, tip: str) -> Figure:
    rate = now.referrals_per_ten_visits
    was, tone = "", _NEITHER
    if before is not None and before.referrals_per_ten_visits is not None:
        old = before.referrals_per_ten_visits
        was = _was(f"{old:.1f}")
        tone = _tone(round(rate, 1) - round(old, 1)) if rate is not None else tone
    return Figure(key, label, _NOTHING if rate is None else f"{rate:.1f}", counted_visits(now.visits), was, tone, tip)


def _loops(key: str, label: str, now: Headline, before: Headline | None, tip: str) -> Figure:
    share, then = _loops_share(now), None if before is None else _loops_share(before)
    of = translate("measure", "of {count} due").format(count=f"{now.loops_due:,}")
    if share is None and now.loops_due:
        words = translate("measure", "{part} of {count} due")
        of = words.format(part=f"{now.loops_on_time:,}", count=f"{now.loops_due:,}")
    was, tone = "", _NEITHER
    if then is not None:
        was = _was(percent_words(then))
        tone = _tone(_points(share) - _points(then)) if share is not None else tone
    return Figure(key, label, percent_words(share) or _NOTHING, _few(share, of), was, tone, tip)


def _conversion(head: Headline) -> float | None:
    return head.outcomes.conversion if head.outcomes.decided >= head.fewest else None


def _median(head: Headline) -> float | None:
    return head.median_hours_to_soc if head.starts_of_care >= head.fewest else None


def _loops_share(head: Headline) -> float | None:
    return head.loops_share if head.loops_due >= head.fewest else None


def _few(value: float | None, of: str) -> str:
    """What it is of; where there is no value because there are too few cases, that too."""
    return of if value is not None else translate("measure", "{of}, too few").format(of=of)


def _tone(better: float) -> Tone:
    return "good" if better > 0 else "overdue" if better < 0 else "muted"


def _points(share: float | None) -> int:
    return round(100 * (share or 0.0))


def _hour_words(hours: float) -> str:
    return translate("measure", "{hours} h").format(hours=f"{hours:,.0f}")


def _was(words: str) -> str:
    return translate("measure", "was {before}").format(before=words)


def _changed(now: int, before: int) -> str:
    """538, +54: what it was, and by how much it has changed."""
    return f"{before:,} ({now - before:+,})" if now != before else f"{before:,}"
