"""What moved in a week, in words and figures: the same on the screen and on paper. No database library here."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from hhcrm.domain.days import say_day
from hhcrm.domain.measures import Better, MeasureUnit
from hhcrm.domain.wording import translate
from hhcrm.queries.measures.models import Reading
from hhcrm.queries.week_page_models import WeekFigure, WeekPage

Tone = Literal["muted", "good", "overdue"]

NOTHING = "\u2013"
_POINTS = 100


@dataclass(frozen=True, slots=True)
class MovedRow:
    """One figure of the week beside the week before and the usual one.

    `change` is against the week before, and `tone` whether that is better or worse; the words say it too.
    """

    key: str
    title: str
    now: str
    of: str
    before: str
    usual: str
    running: str
    change: str
    tone: Tone

    @property
    def spoken(self) -> str:
        """The row for those who do not see it."""
        parts = (
            f"{self.title}: {self.now}",
            self.of,
            translate("week", "week before {value}").format(value=self.before),
            translate("week", "usually {value}").format(value=self.usual),
            translate("week", "so far this week {value}").format(value=self.running) if self.running else "",
            self.change,
        )
        return ", ".join(part for part in parts if part)


def head_words(page: WeekPage) -> str:
    """Week of Mon, Nov 16; with its year where that is another one."""
    return translate("week", "Week of {day}").format(day=say_day(page.asked.monday, page.today))


def beside_words(page: WeekPage) -> str:
    """How far the week has come, and whose it is."""
    last = page.asked.sunday
    words = translate("week", "to {day}").format(day=say_day(last, page.today))
    if page.today <= last:
        words = translate("week", "so far, to {day}").format(day=say_day(page.until, page.today))
    return "  \u00b7  ".join(part for part in (words, page.whose) if part)


def nothing_words(page: WeekPage) -> str:
    """What stands where nothing stands out."""
    if page.until < page.asked.monday:
        return translate("week", "This week has not begun.")
    return translate("week", "Nothing stands out: all is within what is usual here.")


def left_words(page: WeekPage) -> str:
    """How much else stands out."""
    if not page.left:
        return ""
    if page.left == 1:
        return translate("week", "1 more of the same kinds stands out.")
    return translate("week", "{count} more of the same kinds stand out.").format(count=page.left)


def moved_rows(page: WeekPage) -> tuple[MovedRow, ...]:
    """What moved, row by row."""
    return tuple(_row(figure, page) for figure in page.figures)


def _row(figure: WeekFigure, page: WeekPage) -> MovedRow:
    few = page.fewest
    known, before = page.was_noted(), page.was_noted(1)
    change, tone = ("", _NEITHER) if (page.runs and figure.summed) or not before else _change(figure, few)
    return MovedRow(
        key=figure.key,
        title=figure.title,
        now=_words(figure, figure.now, few) if known else NOTHING,
        of=_of(figure, few),
        before=_words(figure, figure.before, few) if before else NOTHING,
        usual=_usual(figure, few),
        running="" if figure.running is None else _words(figure, figure.running, few),
        change=change,
        tone=tone,
    )


_NEITHER: Tone = "muted"


def _words(figure: WeekFigure, reading: Reading, few: int) -> str:
    """A value: 14, 67 %, or 2 of 3 where there are too few for a share."""
    if reading.value is None:
        return NOTHING
    if figure.unit is not MeasureUnit.SHARE:
        return f"{reading.value:,.0f}"
    if reading.cases < few:
        return translate("week", "{part} of {cases}").format(part=f"{reading.part:.0f}", cases=reading.cases)
    return f"{round(_POINTS * reading.value)} %"


def _of(figure: WeekFigure, few: int) -> str:
    """Of how many, and what is still open."""
    now, parts = figure.now, []
    if figure.unit is MeasureUnit.SHARE and now.value is not None and now.cases >= few:
        parts.append(translate("week", "of {cases}").format(cases=f"{now.cases:,}"))
    if now.pending:
        parts.append(translate("week", "{count} open").format(count=f"{now.pending:,}"))
    if now.value is None and now.lacks:
        parts.append(now.lacks)
    return ", ".join(parts)


def _usual(figure: WeekFigure, few: int) -> str:
    if not figure.summed:
        return _words(figure, figure.usual, few)
    value = figure.usual_value
    return NOTHING if value is None else f"{value:,.1f}"


def _change(figure: WeekFigure, few: int) -> tuple[str, Tone]:
    """By how much it is another than the week before, where both say enough."""
    now, before = figure.now, figure.before
    if now.value is None or before.value is None:
        return "", _NEITHER
    if figure.unit is not MeasureUnit.SHARE:
        step, unit = round(now.value) - round(before.value), ""
    elif min(now.cases, before.cases) < few:
        return "", _NEITHER
    else:
        step, unit = round(_POINTS * now.value) - round(_POINTS * before.value), translate("week", "points")
    if not step:
        return translate("week", "as before"), _NEITHER
    sign = f"{step:+,}".replace("-", "\u2212")
    return f"{sign} {unit}".strip(), _tone(step, figure.better)


def _tone(step: int, better: Better) -> Tone:
    if better is Better.NEITHER:
        return _NEITHER
    return "good" if (step > 0) == (better is Better.MORE) else "overdue"
