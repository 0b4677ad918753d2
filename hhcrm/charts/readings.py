"""How readings of measures are said: in their unit, with how many cases; what is missing or too few is said instead."""

from __future__ import annotations

from hhcrm.charts.words import percent_words
from hhcrm.domain.measures import Definition, MeasureShape, MeasureUnit
from hhcrm.domain.wording import translate
from hhcrm.queries.measures.models import Reading

NOTHING = "\u2013"

_TELLING = frozenset({MeasureShape.SHARE, MeasureShape.MEDIAN})
"""Of few cases these say nothing."""

_EXACT_BELOW = 10


def tells(reading: Reading | None, definition: Definition, fewest: int) -> bool:
    """Whether there is a value, of enough cases to be said (Rules.fewest_cases)."""
    if reading is None or reading.value is None:
        return False
    return definition.shape not in _TELLING or reading.cases >= fewest


def too_few(reading: Reading, definition: Definition, fewest: int) -> bool:
    """Whether there are cases, but too few to say the value."""
    return definition.shape in _TELLING and 0 < reading.cases < fewest


def value_words(value: float, unit: MeasureUnit) -> str:
    """A value with its unit: 1,204, 78 %, 31.5 h, $64."""
    if unit is MeasureUnit.SHARE:
        return percent_words(value)
    if unit is MeasureUnit.DOLLARS:
        return f"${value:,.0f}" if value >= 0 else f"-${-value:,.0f}"
    words = {
        MeasureUnit.HOURS: translate("charts", "{number} h"),
        MeasureUnit.MINUTES: translate("charts", "{number} min"),
        MeasureUnit.MILES: translate("charts", "{number} mi"),
    }.get(unit, "{number}")
    return words.format(number=number_words(value, unit))


def number_words(value: float, unit: MeasureUnit) -> str:
    """The number alone, with as many places as it is worth; counts that are shared out have one place."""
    if unit is MeasureUnit.RATE:
        return f"{value:,.2f}" if abs(value) < _EXACT_BELOW else f"{value:,.1f}"
    if value == round(value) and unit is not MeasureUnit.HOURS:
        return f"{value:,.0f}"
    return f"{value:,.1f}"


def reading_words(reading: Reading | None, definition: Definition, fewest: int) -> str:
    """A reading in a table: its value, a dash where there is none, or that there are too few cases."""
    if reading is None or reading.value is None:
        return NOTHING
    if too_few(reading, definition, fewest):
        return translate("charts", "too few ({count})").format(count=f"{reading.cases:,}")
    return value_words(reading.value, definition.unit)


def lacks_words(reading: Reading | None, definition: Definition, fewest: int) -> str:
    """Why a reading says no value; "" where it does."""
    if reading is None:
        return translate("charts", "nothing to hold it against")
    if reading.lacks:
        return reading.lacks
    if reading.value is None:
        return translate("charts", "no cases")
    if too_few(reading, definition, fewest):
        return translate("charts", "fewer than {fewest} cases").format(fewest=fewest)
    return ""


def cases_words(reading: Reading, definition: Definition) -> str:
    """What a value is made of: 12 of 40, n = 40."""
    if definition.shape is MeasureShape.SHARE:
        words = translate("charts", "{part} of {cases}")
        return words.format(part=number_words(reading.part, MeasureUnit.COUNT), cases=f"{reading.cases:,}")
    return translate("charts", "n = {count}").format(count=f"{reading.cases:,}")


def unit_words(unit: MeasureUnit) -> str:
    """What an axis counts."""
    return {
        MeasureUnit.COUNT: translate("charts", "count"),
        MeasureUnit.SHARE: translate("charts", "%"),
        MeasureUnit.HOURS: translate("charts", "hours"),
        MeasureUnit.MINUTES: translate("charts", "minutes"),
        MeasureUnit.MILES: translate("charts", "miles"),
        MeasureUnit.VISITS: translate("charts", "visits"),
        MeasureUnit.RATE: translate("charts", "rate"),
        MeasureUnit.DOLLARS: translate("charts", "dollars"),
    }[unit]


def change_words(now: Reading | None, then: Reading | None, definition: Definition, fewest: int) -> str:
    """By how much a value has changed: +12 (+24 %), -4 points; "" where one of them tells nothing."""
    change = change_of(now, then, definition, fewest)
    if change is None or then is None or then.value is None:
        return ""
    if definition.unit is MeasureUnit.SHARE:
        return translate("charts", "{change} points").format(change=f"{round(100 * change):+,}")
    said = value_words(abs(change), definition.unit)
    signed = f"{_sign(change)}{said}"
    if not then.value:
        return signed
    return translate("charts", "{change} ({percent} %)").format(
        change=signed, percent=f"{round(100 * change / abs(then.value)):+,}"
    )


def _sign(change: float) -> str:
    return "+" if change > 0 else "-" if change < 0 else "\u00b1"


def change_of(now: Reading | None, then: Reading | None, definition: Definition, fewest: int) -> float | None:
    """The difference of two readings that both tell something."""
    if now is None or then is None or now.value is None or then.value is None:
        return None
    if not (tells(now, definition, fewest) and tells(then, definition, fewest)):
        return None
    return now.value - then.value
