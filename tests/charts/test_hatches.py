"""Hatches as areas: within their rectangle, as much of it as the lines cover, and nothing else is touched."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hhcrm.charts.hatches import ruled

STEP, WIDTH = 6.0, 1.1
PATTERN = (
    '<pattern id="h1" x="0"><path d="M -36 36 L 36 -36 M -33 39 L 39 -33" '
    'style="fill: #ffffff; stroke: #ffffff; stroke-width: 1.1; stroke-linecap: butt"/></pattern>'
)
SIDE = st.floats(10, 200)


def drawing(left: float, top: float, width: float, height: float, pattern: str = PATTERN) -> bytes:
    corners = ((left, top), (left + width, top), (left + width, top + height), (left, top + height))
    path = " L ".join(f"{x:.6f} {y:.6f}" for x, y in corners)
    return f'{pattern}<path d="M {path} z" style="fill: url(#h1)"/>'.encode()


def areas(svg: bytes) -> list[list[tuple[float, float]]]:
    found = re.search(rb'<path d="([^"]*)" style="fill: #ffffff"/>', svg)
    assert found is not None
    shapes = [[float(number) for number in re.findall(r"-?[\d.]+", one)] for one in found[1].decode().split("z")]
    return [list(zip(shape[::2], shape[1::2], strict=True)) for shape in shapes if shape]


def size(shape: list[tuple[float, float]]) -> float:
    turned = [*shape[1:], shape[0]]
    return abs(sum(x * down - across * y for (x, y), (across, down) in zip(shape, turned, strict=True))) / 2


@given(SIDE, SIDE, SIDE, SIDE)
def test_areas_lie_in_the_rectangle_and_cover_their_share(left: float, top: float, width: float, height: float) -> None:
    svg = ruled(drawing(left, top, width, height))
    assert b"url(#" not in svg
    shapes = areas(svg)
    for x, y in (point for shape in shapes for point in shape):
        assert left - 0.01 <= x <= left + width + 0.01
        assert top - 0.01 <= y <= top + height + 0.01
    share = WIDTH * 2**0.5 / STEP
    edges = WIDTH * 2**0.5 * min(width, height)  # a line more or less at the corners
    assert sum(map(size, shapes)) == pytest.approx(share * width * height, abs=edges)


def test_other_hatches_stay() -> None:
    dots = PATTERN.replace("L 36 -36", "L 36 36")
    assert ruled(drawing(10, 10, 20, 20, dots)) == drawing(10, 10, 20, 20, dots)
