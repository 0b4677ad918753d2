"""The table of sources: its columns, and the rows it asks for page by page."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from hhcrm.domain.wording import translate
from hhcrm.queries.read_models import SourceCounts, SourceFilter, SourceLine, SourcePage
from hhcrm.ui.shared.columns import Column
from hhcrm.ui.shared.desk import Desk
from hhcrm.ui.shared.paged_rows import PagedRows
from hhcrm.ui.sources import cells

if TYPE_CHECKING:
    from hhcrm.queries.bound import Questions

Line = SourceLine


def source_columns(today: Callable[[], date]) -> tuple[Column[Line], ...]:
    """Every column there is; those not shown at first wait in the chooser."""
    return (
        Column("name", translate("sources", "Source"), 144, lambda s: s.name, kind="strong", sort="name", fills=True),
        Column("type", translate("sources", "Type"), 94, lambda s: cells.short_type(s.type), kind="muted", sort="type"),
        Column("rhythm", translate("sources", "Rhythm"), 86, cells.rhythm_words, sort="stage", dots=cells.rhythm_dots),
        Column(
            "next",
            translate("sources", "Next"),
            112,
            lambda s: cells.next_words(s, today()),
            kind="tag",
            sort="due_on",
            tag=cells.next_tag,
            mark=cells.next_mark,
        ),
        Column(
            "latest",
            translate("sources", "Latest"),
            80,
            lambda s: cells.latest_words(s, today()),
            sort="due_on",
            shown=False,
        ),
        Column(
            "potential",
            translate("sources", "Potential"),
            72,
            lambda s: cells.amount(s.potential_per_month),
            align="right",
            sort="potential_per_month",
            sort_down_first=True,
        ),
        _count(
            "days90", translate("sources", "90 days"), "referrals_90_days", lambda s: s.referrals_90_days, shown=True
        ),
        _count(
            "months12",
            translate("sources", "12 months"),
            "referrals_12_months",
            lambda s: s.referrals_12_months,
            shown=False,
        ),
        Column(
            "last_visit",
            translate("sources", "Last visit"),
            96,
            lambda s: cells.day_or_never(s.last_visit_on, today()),
            sort="last_visit_on",
            shown=False,
            sort_down_first=True,
        ),
        Column(
            "owner",
            translate("sources", "Owner"),
            120,
            lambda s: s.owner or translate("sources", "nobody"),
            sort="owner",
            shown=False,
        ),
        Column("city", translate("sources", "City"), 110, lambda s: s.city, sort="city", shown=False),
        Column("zip", translate("sources", "ZIP"), 70, lambda s: s.zip, sort="zip", shown=False),
        Column("phone", translate("sources", "Phone"), 120, lambda s: s.phone, shown=False),
        Column(
            "territory", translate("sources", "Territory"), 110, lambda s: s.territory, sort="territory", shown=False
        ),
        Column("tier", translate("sources", "Tier"), 56, lambda s: str(s.tier or ""), sort="tier", shown=False),
        Column("tags", translate("sources", "Tags"), 140, lambda s: s.tags, kind="muted", shown=False),
    )


def _count(key: str, title: str, sort: str, of: Callable[[Line], int], *, shown: bool) -> Column[Line]:
    return Column(key, title, 70, lambda s: f"{of(s):,}", align="right", sort=sort, shown=shown, sort_down_first=True)


class _SourceQuestion:
    """How sources are asked for."""

    def page(self, ask: Questions, asked: SourceFilter, offset: int, limit: int) -> SourcePage:
        """Some sources."""
        return ask.source_page(asked, offset, limit)

    def counts(self, ask: Questions, asked: SourceFilter) -> SourceCounts:
        """How many there are."""
        return ask.source_counts(asked)

    def ordered(self, asked: SourceFilter, sort: str, descending: bool) -> SourceFilter:
        """The same filter in another order."""
        return replace(asked, sort=sort or "name", descending=descending)


class SourceRows(PagedRows[SourceFilter, SourceLine, SourceCounts]):
    """Feeds the table of sources."""

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        columns = source_columns(desk.today)
        super().__init__(desk, _SourceQuestion(), columns, lambda line: line.source_id, SourceFilter(), parent)
