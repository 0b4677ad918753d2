"""Active sources and visits a week in the months to come as charts (product.md, section 3)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import Literal

from hhcrm.charts.chart import Chart, Column, Mark, NumbersBehind, Part, Row
from hhcrm.charts.words import month_row
from hhcrm.domain.days import say_month
from hhcrm.domain.forecast import Month, whole
from hhcrm.domain.periods import shifted
from hhcrm.domain.wording import translate

What = Literal["sources", "visits"]
_NUMBERS = NumbersBehind()


def forecast_chart(
    what: What, today: date, present: Sequence[Month], changed: Sequence[Month] | None, fits: int
) -> Chart:
    """One of the two forecasts at the present pace and, where it is another, at a changed one.

    `fits` is how many visits a week fit; it stands in the chart of visits only.
    """
    of: Callable[[Month], float] = _active if what == "sources" else _visits
    paces = [present] if changed is None else [changed, present]
    names = [_month_of(today, month.ahead) for month in present]
    marks: list[Mark] = []
    lines: list[tuple[str | int, ...]] = []
    for place, name in enumerate(names):
        words = _words(what, place, name, [whole(of(pace[place])) for pace in paces], fits)
        heights = [of(pace[place]) for pace in paces] + ([float(fits)] if what == "visits" else [])
        marks += [Mark(place, part, height, words, _NUMBERS) for part, height in enumerate(heights)]
        lines.append(_line(f"{name:%Y-%m}", present[place], (changed or present)[place], fits))
    return Chart(
        name=f"forecast_{what}",
        kind="lines",
        title=_TITLES[what](),
        beside=_beside(what, present, changed),
        period=translate("charts", "next 12 months"),
        value_title=_VALUES[what](),
        row_title=translate("charts", "end of the month; the first is today"),
        parts=_parts(of, paces, fits if what == "visits" else None),
        rows=tuple(
            Row(translate("charts", "now")) if not place else month_row(name) for place, name in enumerate(names)
        ),
        marks=tuple(marks),
        columns=(
            Column("month", translate("charts", "Month")),
            Column("active_sources_present", translate("charts", "Active, present pace")),
            Column("active_sources_changed", translate("charts", "Active, changed pace")),
            Column("visits_per_week_present", translate("charts", "Visits a week, present pace")),
            Column("visits_per_week_changed", translate("charts", "Visits a week, changed pace")),
            Column("visits_per_week_possible", translate("charts", "Visits a week that fit")),
        ),
        lines=tuple(lines),
        small=True,
        total=False,
    )


_TITLES = {
    "sources": lambda: translate("charts", "Active sources"),
    "visits": lambda: translate("charts", "Visits a week"),
}
_VALUES = {
    "sources": lambda: translate("charts", "number of active sources"),
    "visits": lambda: translate("charts", "visits that the rhythm asks for, a week"),
}


def _active(month: Month) -> float:
    return month.active


def _visits(month: Month) -> float:
    return month.visits_a_week


def _month_of(today: date, ahead: int) -> date:
    return shifted(today.replace(day=1), ahead)


def _parts(of: Callable[[Month], float], paces: Sequence[Sequence[Month]], fits: int | None) -> tuple[Part, ...]:
    """The line that counts first, in full; the present pace below a changed one is dashed, what fits is dotted."""
    now = translate("charts", "{count} now").format(count=whole(of(paces[0][0])))
    then = [f"{whole(of(pace[-1]))}" for pace in paces]
    parts = [Part(translate("charts", "present pace"), 0, begin=now, end=then[0])]
    if len(paces) > 1:
        unchanged = translate("charts", "{count} unchanged").format(count=then[1])
        parts = [
            Part(translate("charts", "changed pace"), 0, begin=now, end=then[0]),
            Part(translate("charts", "present pace"), None, hollow=True, end=unchanged),
        ]
    if fits is not None:
        line = translate("charts", "{count} fit").format(count=fits)
        parts.append(Part(translate("charts", "what fits"), 5, hatch=".", begin=line))
    return tuple(parts)


def _beside(what: What, present: Sequence[Month], changed: Sequence[Month] | None) -> str:
    of = _active if what == "sources" else _visits
    first, last = whole(of(present[0])), whole(of((changed or present)[-1]))
    return translate("charts", "{first} now, {last} in 12 months").format(first=first, last=last)


def _words(what: What, place: int, month: date, values: Sequence[int], fits: int) -> str:
    name = translate("charts", "Now") if not place else say_month(month)
    if len(values) == 1:
        words = translate("charts", "{month}: {present} at the present pace")
    else:
        words = translate("charts", "{month}: {changed} at the changed pace, {present} at the present one")
    said = words.format(month=name, changed=values[0], present=values[-1])
    if what == "visits":
        said += translate("charts", "; {count} fit").format(count=fits)
    return said


def _line(month: str, present: Month, changed: Month, fits: int) -> tuple[str | int, ...]:
    return (
        month, whole(present.active), whole(changed.active), whole(present.visits_a_week),
        whole(changed.visits_a_week), fits,
    )  # fmt: skip
