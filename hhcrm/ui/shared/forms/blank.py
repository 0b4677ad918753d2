"""What a form asks for, and how what was picked is read. Without Qt."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from hhcrm.domain.errors import RuleBroken
from hhcrm.domain.vocabulary import shown
from hhcrm.domain.wording import translate

SEPARATOR = "\t"
Kind = Literal["line", "text", "choice", "pick", "phones", "emails"]
Texts = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Blank:
    """One field of a form. `wide` takes the whole width; `section` opens a part of the form above it.

    `make` makes an editor of its own, given its object name.
    """

    key: str
    label: str
    kind: Kind = "line"
    choices: tuple[tuple[str, str], ...] = ()
    required: bool = False
    hint: str = ""
    wide: bool = False
    section: str = ""
    make: Callable[[str], Any] | None = None


def named(choices: Sequence[tuple[str, str]], none: str = "") -> tuple[tuple[str, str], ...]:
    """Choices with one for nothing before them."""
    return (("", none), *choices)


def ids(rows: Sequence[object]) -> tuple[tuple[str, str], ...]:
    """Rows with `id` and `name` as choices."""
    return tuple((str(row.id), row.name) for row in rows)  # type: ignore[attr-defined]  # lines of many kinds


def words(kinds: type) -> tuple[tuple[str, str], ...]:
    """The words of a vocabulary as choices."""
    return tuple((str(word), shown(str(word))) for word in kinds)  # type: ignore[attr-defined]  # an enum


def picked_id(text: str, field: str) -> int | None:
    """The id of a source that was picked. Raises RuleBroken when a name was typed and none picked."""
    picked, _, typed = text.partition(SEPARATOR)
    if typed and not picked:
        raise RuleBroken(
            translate("forms", 'No source is called "{typed}". Pick one from the list.').format(typed=typed), field
        )
    return int(picked) if picked else None


def number_text(value: int | None) -> str:
    """A number as a form shows it."""
    return "" if value is None else str(value)
