"""The rows of the list under the search box: heads, things found, and ways to see all of a kind. Without Qt."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from hhcrm.domain.wording import QT_TRANSLATE_NOOP, translate
from hhcrm.queries.search_models import FoundGroup, FoundLine

RECENT = "recent"

_HEADS = {
    RECENT: QT_TRANSLATE_NOOP("search", "Recent"),
    "source": QT_TRANSLATE_NOOP("search", "Sources"),
    "person": QT_TRANSLATE_NOOP("search", "People"),
    "referral": QT_TRANSLATE_NOOP("search", "Referrals"),
    "visit": QT_TRANSLATE_NOOP("search", "Visits"),
    "commitment": QT_TRANSLATE_NOOP("search", "Commitments"),
    "file": QT_TRANSLATE_NOOP("search", "Files"),
    "action": QT_TRANSLATE_NOOP("search", "Actions"),
    "place": QT_TRANSLATE_NOOP("search", "Go to"),
}
_ALL = {
    "source": QT_TRANSLATE_NOOP("search", "Show all {count} sources"),
    "person": QT_TRANSLATE_NOOP("search", "Show all {count} people"),
    "referral": QT_TRANSLATE_NOOP("search", "Show all {count} referrals"),
    "visit": QT_TRANSLATE_NOOP("search", "Show all {count} visits"),
    "commitment": QT_TRANSLATE_NOOP("search", "Show all {count} promises"),
    "file": QT_TRANSLATE_NOOP("search", "Show all {count} files"),
    "action": QT_TRANSLATE_NOOP("search", "Show all {count} actions"),
    "place": QT_TRANSLATE_NOOP("search", "Show all {count} places"),
}
_ONE = {
    "source": QT_TRANSLATE_NOOP("search", "Source"),
    "person": QT_TRANSLATE_NOOP("search", "Person"),
    "referral": QT_TRANSLATE_NOOP("search", "Referral"),
    "visit": QT_TRANSLATE_NOOP("search", "Visit"),
    "commitment": QT_TRANSLATE_NOOP("search", "Commitment"),
    "file": QT_TRANSLATE_NOOP("search", "File"),
    "action": QT_TRANSLATE_NOOP("search", "Action"),
    "place": QT_TRANSLATE_NOOP("search", "Place"),
}


@dataclass(frozen=True, slots=True)
class Row:
    """One row: the head of a group, a thing found, or the way to all of a kind. Heads cannot be chosen."""

    role: Literal["head", "line", "all"]
    kind: str
    words: str
    detail: str = ""
    line: FoundLine | None = None

    @property
    def said(self) -> str:
        """What a screen reader says."""
        if self.line is None:
            return self.words
        parts = (translate("search", _ONE[self.line.kind]), self.words, self.detail)
        return ", ".join(part for part in parts if part)


def rows_of(groups: Sequence[FoundGroup], whole: str = "") -> tuple[Row, ...]:
    """The rows of what was found; `whole` is the kind of which all is shown."""
    rows: list[Row] = []
    for group in groups:
        rows.append(_head(group, group.kind == whole))
        rows += [Row("line", group.kind, line.title, _detail(line), line) for line in group.lines]
        if group.total > len(group.lines) and group.kind in _ALL and group.kind != whole:
            words = translate("search", _ALL[group.kind]).format(count=_number(group.total))
            rows.append(Row("all", group.kind, words))
    return tuple(rows)


def _head(group: FoundGroup, whole: bool) -> Row:
    words = translate("search", _HEADS[group.kind])
    if group.kind in (RECENT, "place"):
        return Row("head", group.kind, words)
    if whole and group.total > len(group.lines):
        count = translate("search", "the first {shown} of {count}").format(
            shown=_number(len(group.lines)), count=_number(group.total)
        )
        return Row("head", group.kind, words, count)
    return Row("head", group.kind, words, _number(group.total))


def _detail(line: FoundLine) -> str:
    if not line.archived:
        return line.detail
    archived = translate("search", "archived")
    return f"{archived} · {line.detail}" if line.detail else archived


def _number(number: int) -> str:
    return f"{number:,}"
