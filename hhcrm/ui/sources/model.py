"""The table of sources: its columns, and the rows it asks for page by page."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QObject, Signal

from hhcrm.queries.read_models import SourceCounts, SourceFilter, SourceLine, SourcePage
from hhcrm.ui.shared.columns import Column
from hhcrm.ui.shared.desk import Desk
from hhcrm.ui.shared.table_model import WindowedTableModel
from hhcrm.ui.sources import cells

Line = SourceLine


def source_columns(today: Callable[[], date]) -> tuple[Column[Line], ...]:
    """Every column there is; those not shown at first wait in the chooser."""
    return (
        Column("name", "Source", 166, lambda s: s.name, kind="strong", sort="name", fills=True),
        Column("type", "Type", 106, lambda s: cells.short_type(s.type), kind="muted", sort="type"),
        Column("rhythm", "Rhythm", 92, cells.rhythm_words, sort="stage", dots=cells.rhythm_dots),
        Column(
            "next",
            "Next",
            94,
            lambda s: cells.next_words(s, today()),
            kind="tag",
            sort="due_on",
            tag=lambda s: cells.next_tag(s, today()),
        ),
        Column(
            "potential",
            "Potential",
            76,
            lambda s: cells.amount(s.potential_per_month),
            align="right",
            sort="potential_per_month",
            sort_down_first=True,
        ),
        _count("days90", "90 days", "referrals_90_days", lambda s: s.referrals_90_days, shown=True),
        _count("months12", "12 months", "referrals_12_months", lambda s: s.referrals_12_months, shown=False),
        Column(
            "last_visit",
            "Last visit",
            96,
            lambda s: cells.day_or_never(s.last_visit_on, today()),
            sort="last_visit_on",
            shown=False,
            sort_down_first=True,
        ),
        Column("owner", "Owner", 120, lambda s: s.owner or "nobody", sort="owner", shown=False),
        Column("city", "City", 110, lambda s: s.city, sort="city", shown=False),
        Column("zip", "ZIP", 70, lambda s: s.zip, sort="zip", shown=False),
        Column("phone", "Phone", 120, lambda s: s.phone, shown=False),
        Column("territory", "Territory", 110, lambda s: s.territory, sort="territory", shown=False),
        Column("tier", "Tier", 56, lambda s: str(s.tier or ""), sort="tier", shown=False),
        Column("tags", "Tags", 140, lambda s: s.tags, kind="muted", shown=False),
    )


def _count(key: str, title: str, sort: str, of: Callable[[Line], int], *, shown: bool) -> Column[Line]:
    return Column(key, title, 70, lambda s: f"{of(s):,}", align="right", sort=sort, shown=shown, sort_down_first=True)


class SourceRows(QObject):
    """Feeds the table: asks for the page looked at and, beside it, for the counts."""

    counted = Signal(object)
    """SourceCounts of the question now in force."""

    arrived = Signal()
    """The first page of a new answer stands in the table."""

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._asked = SourceFilter()
        self._token = 0
        self._anew = True
        self._counts: SourceCounts | None = None
        self._last: SourcePage | None = None
        self.model: WindowedTableModel[Line] = WindowedTableModel(
            source_columns(desk.today), self._fetch, lambda line: line.source_id, parent=self
        )
        self.model.sort_changed.connect(self._on_sort)
        self.model.refreshed.connect(self.arrived)

    @property
    def asked(self) -> SourceFilter:
        """The filter with its order as it is asked."""
        return self._asked

    def ask(self, wanted: SourceFilter) -> None:
        """Ask another question; the rows of the last stay until its answer comes."""
        self._asked = wanted
        self._anew = True
        self.model.start_over()

    def ask_again(self) -> None:
        """The data changed: the same question, scroll and selection kept."""
        self.model.ask_again()

    def _on_sort(self, key: str, down: bool) -> None:
        # The model itself starts over after this: only the order is to be taken over.
        fields = {name: getattr(self._asked, name) for name in SourceFilter.__slots__}
        self._asked = SourceFilter(**(fields | {"sort": key or "name", "descending": down}))
        self._anew = True

    def _fetch(self, offset: int, limit: int, token: int) -> None:
        asked = self._asked
        if token != self._token:
            self._token, self._counts, self._last = token, None, None
            self._desk.read(lambda q: q.source_counts(asked), lambda counts: self._on_counts(token, counts), owner=self)
        self._desk.read(
            lambda q: q.source_page(asked, offset, limit),
            lambda page: self._on_page(token, page, limit),
            lambda error: self._on_missed(token, offset, error),
            owner=self,
        )

    def _on_page(self, token: int, page: SourcePage, limit: int) -> None:
        if token != self._token:
            return
        self._last = page
        self.model.take(token, page.offset, page.lines, self._total(page, limit))
        self._anew = False

    def _total(self, page: SourcePage, limit: int) -> int:
        """How many rows there are, as well as it is known before the counts have come."""
        if self._counts is not None:
            return self._counts.shown
        here = page.offset + len(page.lines)
        if len(page.lines) < limit and page.lines:
            return here
        return here if self._anew else max(here, self.model.total)

    def _on_counts(self, token: int, counts: SourceCounts) -> None:
        if token != self._token:
            return
        self._counts = counts
        if self._last is not None and self.model.total != counts.shown:
            self.model.take(token, self._last.offset, self._last.lines, counts.shown)
        self.counted.emit(counts)

    def _on_missed(self, token: int, offset: int, error: Exception) -> None:
        self.model.missed(token, offset)
        self._desk.faulted.emit(error)
