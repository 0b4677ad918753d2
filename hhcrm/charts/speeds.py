"""How long it took: the spread of single cases, not only their middle, with the bounds that matter."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from hhcrm.charts.chart import Cell, Chart, Column, Guide, Mark, Part, Row
from hhcrm.charts.readings import NOTHING
from hhcrm.charts.words import percent_words, period_of
from hhcrm.domain.measure_words import by_words
from hhcrm.domain.measures import MeasureKey
from hhcrm.domain.wording import QT_TRANSLATE_NOOP, translate
from hhcrm.queries.trend_models import Lengths, Speed, SpeedBehind

HOUR = 3600
NINE_IN_TEN = 0.9
MOST_STRIPS = 8
"""So many strips at most, those with most cases; the table has all groups."""


@dataclass(frozen=True, slots=True)
class Ladder:
    """Fixed lengths of time, in units of so many seconds, that cases are counted between; what is longer comes last.

    `bound` is the one that somebody holds us to, and `why` says who.
    """

    edges: tuple[int, ...]
    unit: int
    bound: int
    title: str
    axis: str
    why: str


LADDERS: dict[MeasureKey, Ladder] = {
    MeasureKey.MINUTES_TO_FIRST_REPLY: Ladder(
        (5, 10, 15, 30, 60, 120, 240, 480, 1440), 60, 60,
        QT_TRANSLATE_NOOP("trends", "Time to first reply"),
        QT_TRANSLATE_NOOP("trends", "minutes from receipt to the first reply"),
        QT_TRANSLATE_NOOP("trends", "60 minutes"),
    ),
    MeasureKey.HOURS_TO_DECISION: Ladder(
        (1, 2, 4, 8, 12, 24, 48, 72, 168), HOUR, 24,
        QT_TRANSLATE_NOOP("trends", "Time to decision"),
        QT_TRANSLATE_NOOP("trends", "hours from receipt to the first decision"),
        QT_TRANSLATE_NOOP("trends", "24 hours"),
    ),
    MeasureKey.HOURS_TO_SOC: Ladder(
        (12, 24, 36, 48, 72, 96, 120, 168, 336), HOUR, 48,
        QT_TRANSLATE_NOOP("trends", "Time to start of care"),
        QT_TRANSLATE_NOOP("trends", "hours from receipt to start of care"),
        QT_TRANSLATE_NOOP("trends", "48 hours (42 CFR 484.55)"),
    ),
}  # fmt: skip
"""The lengths that tell: a source that waits counts minutes, a hospital hours, the condition of participation 48."""


def speed_chart(found: Speed) -> Chart:
    """How many took how long, of all together or of each group."""
    ladder = LADDERS[found.asked.measure]
    split = found.asked.by is not None
    groups = _ranked(found) if split else (found.whole,)
    drawn = groups[:MOST_STRIPS]
    marks, guides = [], []
    for panel, lengths in enumerate(drawn):
        marks += _marks(found, ladder, panel, lengths)
        guides += _guides(found, ladder, panel, lengths)
    title = translate("trends", ladder.title)
    if found.asked.by is not None:
        title = translate("trends", "{measure} by {by}").format(measure=title, by=by_words(found.asked.by))
    return Chart(
        name=f"speed-{found.asked.measure.replace('_', '-')}",
        kind="spread",
        title=title,
        beside=_beside(found, ladder, len(groups)),
        period=period_of(found.asked.asked),
        value_title=translate("trends", "referrals; each strip by the share of its own") if split
        else translate("trends", "referrals"),
        row_title=translate("trends", ladder.axis),
        parts=(Part(translate("trends", "referrals"), 0),),
        rows=tuple(Row(bin_words(ladder, place)) for place in range(len(ladder.edges) + 1)),
        marks=tuple(marks),
        columns=_columns(found),
        lines=tuple(line for lengths in groups for line in _lines(found, ladder, lengths)),
        total=False,
        panels=tuple(_head(each, ladder, found.fewest) for each in drawn) if split else (),
        guides=tuple(guides),
        measures=(found.asked.measure,),
    )  # fmt: skip


def length_words(seconds: float | None, unit: int) -> str:
    """A length of time in minutes or hours: 31.5 h, 12 min."""
    if seconds is None:
        return NOTHING
    if unit == HOUR:
        return translate("charts", "{number} h").format(number=f"{seconds / HOUR:,.1f}")
    return translate("charts", "{number} min").format(number=f"{seconds / 60:,.0f}")


def bin_words(ladder: Ladder, place: int) -> str:
    """A step of the ladder, in its unit: up to 12, 12-24, over 336."""
    edges = ladder.edges
    if place == 0:
        return f"\u2264{edges[0]}"
    return f"{edges[place - 1]}\u2013{edges[place]}" if place < len(edges) else f">{edges[-1]}"


def _ranked(found: Speed) -> tuple[Lengths, ...]:
    return tuple(sorted(found.groups, key=lambda each: (-each.cases, _name(each))))


def _name(lengths: Lengths) -> str:
    return translate("trends", "all together") if lengths.group is None else lengths.group.name


def _bounds(ladder: Ladder, place: int) -> tuple[int | None, int | None]:
    edges = [edge * ladder.unit for edge in ladder.edges]
    return (edges[place - 1] if place else None), (edges[place] if place < len(edges) else None)


def _marks(found: Speed, ladder: Ladder, panel: int, lengths: Lengths) -> list[Mark]:
    asked, cases, marks = found.asked, lengths.cases, []
    by, key = (asked.by, lengths.group.key) if lengths.group is not None else (None, None)
    for place in range(len(ladder.edges) + 1):
        above, upto = _bounds(ladder, place)
        count = lengths.between(above, upto)
        if count:
            words = translate("trends", "{name}, {bin}: {count} of {cases}")
            said = words.format(
                name=_name(lengths), bin=_bin_said(ladder, place), count=f"{count:,}", cases=f"{cases:,}"
            )
            marks.append(
                Mark(place, 0, count, said, SpeedBehind(asked.measure, asked.asked, above, upto, by, key), panel)
            )
    return marks


def _bin_said(ladder: Ladder, place: int) -> str:
    words = translate("trends", "{bin} h") if ladder.unit == HOUR else translate("trends", "{bin} min")
    return words.format(bin=bin_words(ladder, place))


def _guides(found: Speed, ladder: Ladder, panel: int, lengths: Lengths) -> list[Guide]:
    """Median and nine in ten where there are cases enough, and the bound."""
    guides = [Guide(panel, _at(ladder, ladder.bound * ladder.unit), translate("trends", ladder.why), "dotted")]
    if lengths.cases < found.fewest:
        return guides
    for seconds, words, style in (
        (lengths.median, translate("trends", "median"), "solid"),
        (lengths.quantile(NINE_IN_TEN), translate("trends", "nine in ten within"), "dashed"),
    ):
        assert seconds is not None
        said = words if found.asked.by is not None else f"{words} {length_words(seconds, ladder.unit)}"
        guides.append(Guide(panel, _at(ladder, seconds), said, "solid" if style == "solid" else "dashed"))
    return guides


def _at(ladder: Ladder, seconds: float) -> float:
    """How far along the ladder a length lies: within its step in proportion, beyond the last in the middle."""
    edges = [edge * ladder.unit for edge in ladder.edges]
    place = bisect_left(edges, seconds)
    if place == len(edges):
        return place + 0.5
    lower = edges[place - 1] if place else 0
    return place + max(0.0, (seconds - lower) / (edges[place] - lower))


def _head(lengths: Lengths, ladder: Ladder, fewest: int) -> str:
    if lengths.cases < fewest:
        words = translate("trends", "{name}: too few for a median ({count})")
        return words.format(name=_name(lengths), count=f"{lengths.cases:,}")
    words = translate("trends", "{name}: median {median}, nine in ten within {nine}, n = {count}")
    return words.format(
        name=_name(lengths),
        median=length_words(lengths.median, ladder.unit),
        nine=length_words(lengths.quantile(NINE_IN_TEN), ladder.unit),
        count=f"{lengths.cases:,}",
    )


def _beside(found: Speed, ladder: Ladder, groups: int) -> str:
    whole = found.whole
    if whole.cases < found.fewest:
        said = translate("trends", "too few for a median; n = {count}").format(count=f"{whole.cases:,}")
    else:
        within = whole.within(ladder.bound * ladder.unit)
        words = translate("trends", "{share} within {bound}, {within} of {count}")
        said = words.format(
            share=percent_words(within / whole.cases),
            bound=length_bound(ladder),
            within=f"{within:,}",
            count=f"{whole.cases:,}",
        )
    if groups > MOST_STRIPS and found.asked.by is not None:
        words = translate("trends", "{named} of {all} groups drawn, all in the table")
        said = f"{said}; {words.format(named=MOST_STRIPS, all=groups)}"
    return said


def length_bound(ladder: Ladder) -> str:
    """The bound in its unit: 48 h, 60 min."""
    words = translate("charts", "{number} h") if ladder.unit == HOUR else translate("charts", "{number} min")
    return words.format(number=ladder.bound)


def _columns(found: Speed) -> tuple[Column, ...]:
    by = found.asked.by
    return (
        Column("group", translate("trends", "Group") if by is None else by_words(by).capitalize()),
        Column("took", translate("trends", "Took")),
        Column("cases", translate("trends", "Cases")),
        Column("within", translate("trends", "Up to then")),
        Column("within_percent", translate("trends", "Share up to then")),
    )


def _lines(found: Speed, ladder: Ladder, lengths: Lengths) -> Sequence[tuple[Cell, ...]]:
    """A line for each step: how many took so long, and how many no longer; the share where there are cases enough."""
    cases, lines = lengths.cases, []
    for place in range(len(ladder.edges) + 1):
        above, upto = _bounds(ladder, place)
        within = lengths.between(None, upto)
        share = round(100 * within / cases, 1) if cases >= found.fewest else None
        lines.append(
            (_name(lengths), _bin_said(ladder, place), lengths.between(above, upto), within, share)
        )  # fmt: skip
    return lines
