"""Frozen values become JSON and come back the same, named tuples and tuples of several kinds among them."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

import pytest

from hhcrm.domain.documents import decode, encode
from hhcrm.domain.words import PotentialBasis


class Line(NamedTuple):
    """One of many."""

    key: int
    name: str | None
    basis: PotentialBasis
    parts: tuple[tuple[PotentialBasis, int], ...]
    three: tuple[int, int, int]


@dataclass(frozen=True, slots=True)
class Board:
    """All of them."""

    lines: tuple[Line, ...]
    since: date
    rates: Mapping[str, float]


BOARD = Board(
    (
        Line(1, "Mercy", PotentialBasis.TOLD_US, ((PotentialBasis.COUNTED, 2), (PotentialBasis.UNKNOWN, 1)), (1, 2, 3)),
        Line(2, None, PotentialBasis.UNKNOWN, (), (0, 0, 0)),
    ),
    date(2024, 2, 29),
    {"cardiac": 2.5},
)  # fmt: skip


def test_what_was_kept_comes_back_the_same() -> None:
    again = decode(Board, json.loads(json.dumps(encode(BOARD))))
    assert again == BOARD
    assert isinstance(again.lines[0], Line)


@pytest.mark.parametrize("broken", [[1, "Mercy", "told us", []], [1, "Mercy", "heard", [], [1, 2, 3]], [1, "M"]])
def test_what_does_not_fit_exactly_is_refused(broken: list[object]) -> None:
    document = encode(BOARD)
    document["lines"] = [broken]
    with pytest.raises(ValueError, match=r"\w"):
        decode(Board, document)


def test_a_whole_number_stands_for_a_number_and_not_the_other_way_round() -> None:
    document = encode(BOARD)
    document["rates"]["cardiac"] = 2
    assert decode(Board, document).rates == {"cardiac": 2.0}
    document["lines"][0][0] = 1.0
    with pytest.raises(ValueError, match="float is no"):
        decode(Board, document)


def test_a_tuple_of_a_fixed_length_keeps_it() -> None:
    document = encode(BOARD)
    document["lines"][0][4] = [1, 2]
    with pytest.raises(ValueError, match=r"\w"):
        decode(Board, document)
