"""What a comparison says: too few to tell, no difference can be told, more, less."""

from __future__ import annotations

from collections.abc import Sequence

from hhcrm.domain.comparing import CONFIDENCE, FEWEST_WEEKS, Difference, Few, Sample, Told, confidence_for_all, told_of
from hhcrm.domain.measures import Definition, MeasureShape
from hhcrm.queries.approaches_statistics import difference_of, interval_of


def few_difference(few: Few, value: float | None = None) -> Difference:
    """Too few to tell, or nothing to compare: why."""
    return Difference(value, None, Told.TOO_FEW, few)


def judged(definition: Definition, samples: Sequence[Sample], weeks: int, fewest: int, measures: int) -> Difference:
    """How far apart two sides are and how surely; with four samples, how much more those in scope moved.

    `weeks` is how many each side has, `fewest` how many cases are needed, `measures` how many are looked at together.
    """
    shape = definition.shape
    value = difference_of(shape, samples)
    if weeks < FEWEST_WEEKS:
        return few_difference(Few.WEEKS, value)
    if value is None or _too_few(shape, samples, fewest):
        return few_difference(Few.CASES, value)
    interval = interval_of(shape, samples, CONFIDENCE)
    if interval is None:
        return few_difference(Few.STILL, value)
    wider = interval_of(shape, samples, confidence_for_all(measures))
    return Difference(value, interval, told_of(interval), for_all=wider is not None and not wider.holds(0))


def _too_few(shape: MeasureShape, samples: Sequence[Sample], fewest: int) -> bool:
    """Whether some side has fewer cases than are needed. A count may be 0 on one side: both together must do."""
    pairs = [samples[place : place + 2] for place in range(0, len(samples), 2)]
    if shape is MeasureShape.SUM:
        return any(sum(sample.cases for sample in pair) < fewest for pair in pairs)
    if shape is MeasureShape.RATIO:
        above = [sum(week.part for sample in pair for week in sample.weeks) for pair in pairs]
        return any(part < fewest for part in above) or any(_rows(sample) < fewest for sample in samples)
    return any(sample.cases < fewest for sample in samples)


def _rows(sample: Sample) -> float:
    return sum(week.cases for week in sample.weeks)
