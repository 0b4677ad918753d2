"""What the columns of a table are and what their cells say, decided without Qt."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Generic, Literal, TypeVar

Line = TypeVar("Line")
CellKind = Literal["text", "strong", "muted", "number", "tag"]


@dataclass(frozen=True, slots=True)
class Cell:
    """What one cell says: words, muted words after them, the kind of its tag and its icon, or `(done, of)` dots."""

    text: str
    second: str = ""
    tag: str = ""
    dots: tuple[int, int] | None = None
    mark: str = ""


@dataclass(frozen=True, slots=True)
class Column(Generic[Line]):
    """One column of a table of lines.

    `width` is in pixels at 100 per cent text; `sort` is what the query sorts by, None where it cannot; `tag`
    gives `overdue`, `due`, `good`, `info` or `none` for a tag around the words and "" for plain words, `mark` the
    icon in that tag; `dots` gives (done, of) or None; `fills` lets the column take what room is left; `shown` is
    whether it stands there at first.
    """

    key: str
    title: str
    width: int
    text: Callable[[Line], str]
    align: Literal["left", "right"] = "left"
    kind: CellKind = "text"
    sort: str | None = None
    second: Callable[[Line], str] | None = None
    tag: Callable[[Line], str] | None = None
    dots: Callable[[Line], tuple[int, int] | None] | None = None
    mark: Callable[[Line], str] | None = None
    fills: bool = False
    shown: bool = True
    sort_down_first: bool = False

    def cell(self, line: Line) -> Cell:
        """What this column says of a line."""
        return Cell(
            self.text(line),
            self.second(line) if self.second else "",
            self.tag(line) if self.tag else "",
            self.dots(line) if self.dots else None,
            self.mark(line) if self.mark else "",
        )


def spreadsheet_range(rows: list[list[str]]) -> str:
    """Cells as spreadsheets paste them: tabs and line ends, and neither inside a cell."""
    return "\n".join("\t".join(" ".join(cell.split()) for cell in row) for row in rows)
