"""How colours look to others: with red-green blindness, and on a printer without colours.

The matrices are those of Machado, Oliveira and Fernandes (2009) for a full loss, on linear RGB; the distance is that of
CIE 1976 L*a*b* (D65), of which about 2 can just be told apart side by side.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import dist

Triple = tuple[float, float, float]

_FULL: tuple[Triple, Triple, Triple] = ((1, 0, 0), (0, 1, 0), (0, 0, 1))
_GREY: Triple = (0.2126, 0.7152, 0.0722)
SIGHTS: dict[str, tuple[Triple, Triple, Triple]] = {
    "full": _FULL,
    "protanopia": (
        (0.152286, 1.052583, -0.204868), (0.114503, 0.786281, 0.099216), (-0.003882, -0.048116, 1.051998),
    ),
    "deuteranopia": (
        (0.367322, 0.860646, -0.227968), (0.280085, 0.672501, 0.047413), (-0.011820, 0.042940, 0.968881),
    ),
    "grey": (_GREY, _GREY, _GREY),
}  # fmt: skip

_XYZ = ((0.4124564, 0.3575761, 0.1804375), (0.2126729, 0.7151522, 0.0721750), (0.0193339, 0.1191920, 0.9503041))
_WHITE = (0.95047, 1.0, 1.08883)


def distance(one: str, other: str, sight: str) -> float:
    """How far two colours (#rrggbb) are apart to that sight."""
    return dist(_lab(one, sight), _lab(other, sight))


def _lab(color: str, sight: str) -> Triple:
    seen = [min(max(value, 0.0), 1.0) for value in _times(SIGHTS[sight], [_linear(part) for part in _parts(color)])]
    x, y, z = (_root(value / white) for value, white in zip(_times(_XYZ, seen), _WHITE, strict=True))
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


def _parts(color: str) -> tuple[float, ...]:
    return tuple(byte / 255 for byte in bytes.fromhex(color.removeprefix("#")))


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4


def _root(value: float) -> float:
    return value ** (1 / 3) if value > (6 / 29) ** 3 else value / (3 * (6 / 29) ** 2) + 4 / 29


def _times(matrix: Sequence[Triple], vector: Sequence[float]) -> list[float]:
    return [sum(a * b for a, b in zip(row, vector, strict=True)) for row in matrix]
