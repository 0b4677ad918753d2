"""How a value is made of cases."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction


@dataclass(frozen=True, slots=True)
class Plain:
    """A value with what it is made of, as `hhcrm.queries.measures.models.Reading` has it."""

    value: float | None
    cases: int
    part: float
    base: float | None = None
    pending: int = 0
    ninetieth: float | None = None


def summed(parts: Iterable[Fraction | int | float], pending: int = 0) -> Plain:
    """A sum of what there is; nothing sums to 0."""
    found = [Fraction(part) for part in parts]
    total = float(sum(found, Fraction(0)))
    return Plain(total, len(found), total, pending=pending)


def shared(cases: Iterable[tuple[Fraction | int, bool]], pending: int = 0) -> Plain:
    """The part of the cases, each with its weight, of which something holds."""
    found = [(Fraction(weight), holds) for weight, holds in cases]
    whole = sum((weight for weight, _ in found), Fraction(0))
    part = sum((weight for weight, holds in found if holds), Fraction(0))
    return Plain(float(part / whole) if whole else None, len(found), float(part), float(whole), pending)


def rated(
    part: Fraction | float | int, base: Fraction | float | int, cases: int, times: int = 1, pending: int = 0
) -> Plain:
    """One sum by another; nothing where there is nothing to divide by."""
    above, below = Fraction(part), Fraction(base)
    value = float(times * above / below) if below else None
    return Plain(value, cases, float(above), float(below), pending)


def middle(values: Sequence[Fraction | float | int], pending: int = 0) -> Plain:
    """The middle one, or what lies between the two in the middle, and what nine of ten do not exceed."""
    ranked = sorted(Fraction(value) for value in values)
    if not ranked:
        return Plain(None, 0, 0.0, pending=pending)
    half = len(ranked) // 2
    value = ranked[half] if len(ranked) % 2 else (ranked[half - 1] + ranked[half]) / 2
    long = next(each for place, each in enumerate(ranked, 1) if 10 * place >= 9 * len(ranked))
    return Plain(float(value), len(ranked), float(len(ranked)), pending=pending, ninetieth=float(long))
