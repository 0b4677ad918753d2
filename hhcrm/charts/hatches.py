"""Hatched rectangles of an SVG as plain areas: a pattern is dots to whatever paints it, thousands on a printer."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

_PATTERN = re.compile(
    rb'<pattern id="([^"]+)".*?<path d="([^"]*)" style="[^"]*stroke: (#\w+); stroke-width: ([\d.]+)', re.S
)
_HATCHED = re.compile(rb'<path d="([^"]*)" style="fill: url\(#([^)]+)\)"/>')
_NUMBER = re.compile(rb"-?[\d.]+")
_ROOT_2 = 2**0.5
_RECTANGLE = 4

Point = tuple[float, float]


def ruled(svg: bytes) -> bytes:
    """The drawing with each rectangle hatched by rising lines as the areas of these lines; other hatches stay."""
    rules = {name: rule for name, rule in map(_rule, _PATTERN.finditer(svg)) if rule is not None}

    def areas(found: re.Match[bytes]) -> bytes:
        rule, corners = rules.get(found[2]), _points(found[1])
        if rule is None or not _upright(corners):
            return found[0]
        color, step, half = rule
        drawn = b" ".join(_bands(corners, step, half))
        return b'<path d="' + drawn + b'" style="fill: ' + color + b'"/>'

    return _HATCHED.sub(areas, svg)


def _rule(found: re.Match[bytes]) -> tuple[bytes, tuple[bytes, float, float] | None]:
    """Name of a pattern; the colour of its lines, how far they lie apart and half their width, both along x + y."""
    ends = _points(found[2])
    sums = [x + y for x, y in ends]
    rising = len(ends) > 2 and all(abs(first - last) < 1e-6 for first, last in zip(sums[::2], sums[1::2], strict=False))
    if not rising:
        return found[1], None
    return found[1], (found[3], abs(sums[2] - sums[0]), float(found[4]) / 2 * _ROOT_2)


def _points(words: bytes) -> list[Point]:
    numbers = [float(number) for number in _NUMBER.findall(words)]
    return list(zip(numbers[::2], numbers[1::2], strict=False))


def _upright(corners: Sequence[Point]) -> bool:
    across, down = {x for x, _ in corners}, {y for _, y in corners}
    return len(corners) == _RECTANGLE and len(across) == len(down) == 2


def _bands(corners: Sequence[Point], step: float, half: float) -> Iterator[bytes]:
    """What of each line lies inside the rectangle."""
    sums = [x + y for x, y in corners]
    place = int((min(sums) - half) // step)
    while place * step - half < max(sums):
        middle = place * step
        band = _cut(_cut(corners, 1, middle - half), -1, -middle - half)
        if len(band) > 2:
            yield b"M " + b" L ".join(b"%.3f %.3f" % point for point in band) + b" z"
        place += 1


def _cut(corners: Sequence[Point], sign: int, least: float) -> list[Point]:
    """The part of an area where x + y, times the sign, is at least so much."""
    kept: list[Point] = []
    for (x, y), (next_x, next_y) in zip(corners, [*corners[1:], *corners[:1]], strict=True):
        here, there = sign * (x + y) - least, sign * (next_x + next_y) - least
        if here >= 0:
            kept.append((x, y))
        if here * there < 0:
            part = here / (here - there)
            kept.append((x + part * (next_x - x), y + part * (next_y - y)))
    return kept
