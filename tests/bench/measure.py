"""Measures a figure beside its floor in the same run: turn about, medians, ratio against a limit.

Machines differ and are noisy: a figure is a ratio, and only twice the limit is a failure.
"""

from __future__ import annotations

import gc
import os
from collections.abc import Callable
from dataclasses import dataclass, field
from statistics import median
from time import perf_counter
from typing import Any

import pytest

TABLE = pytest.StashKey[list["Figure"]]()
"""Where a run keeps its figures for the table at the end."""

NOTES = pytest.StashKey[list[str]]()
"""Lines in words of what a run found that is no time, printed below the table."""

REDUCED = float(os.environ.get("HHCRM_BENCH_SCALE", "1")) < 1
"""CI measures on a tenth of the large agency."""


@dataclass(frozen=True)
class Figure:
    """One line of the table. Times in milliseconds, `limit` a ratio; `most_ms` an absolute limit where there is one."""

    name: str
    ours: float
    floor: float
    limit: float
    most_ms: float | None = None
    notes: str = ""

    @property
    def ratio(self) -> float:
        """How many times the floor."""
        return self.ours / self.floor

    def __str__(self) -> str:
        most = f", limit {self.most_ms:.0f} ms" if self.most_ms is not None else ""
        verdict = "ok" if self.ratio <= self.limit and self.ours <= (self.most_ms or self.ours) else "OVER"
        return (
            f"{self.name:<44} {self.ours:10.2f} ms {self.floor:10.2f} ms  ratio {self.ratio:5.2f}"
            f" (limit {self.limit:g}{most}) {verdict} {self.notes}"
        )


@dataclass
class Lane:
    """Takes figures down for the table and holds them to twice their limits."""

    benchmark: Any
    figures: list[Figure] = field(default_factory=list)

    def compare(
        self, name: str, ours: Callable[[], object], floor: Callable[[], object], limit: float,
        *, rounds: int = 15, most_ms: float | None = None, notes: str = "",
    ) -> Figure:  # fmt: skip
        """Like `measure`, and hand it to pytest-benchmark's own table too. Once in a test."""
        figure = self.measure(name, ours, floor, limit, rounds=rounds, most_ms=most_ms, notes=notes)
        self.benchmark.pedantic(ours, rounds=3)
        self.benchmark.extra_info.update({"floor_ms": figure.floor, "ratio": figure.ratio, "limit": limit})
        return figure

    def measure(
        self, name: str, ours: Callable[[], object], floor: Callable[[], object], limit: float,
        *, rounds: int = 15, most_ms: float | None = None, notes: str = "",
    ) -> Figure:  # fmt: skip
        """Run both in turn after one warm-up each; medians of `rounds`."""
        ours(), floor()
        times = [(_timed(ours), _timed(floor)) for _ in range(rounds)]
        figure = Figure(
            name, median(mine for mine, _ in times), median(bare for _, bare in times), limit, most_ms, notes
        )
        self.take(figure)
        return figure

    def take(self, figure: Figure) -> None:
        """Put a figure into the table; fails at twice the limit."""
        self.figures.append(figure)
        assert figure.ratio <= 2 * figure.limit, str(figure)
        assert figure.most_ms is None or figure.ours <= 2 * figure.most_ms, str(figure)


def _timed(work: Callable[[], object]) -> float:
    gc.collect()
    start = perf_counter()
    work()
    return (perf_counter() - start) * 1000
