"""Settings > What we take: capacity, payers, ZIP codes, the public information, and how all of it changed."""

from __future__ import annotations

from hhcrm.domain.wording import translate
from hhcrm.queries.capability_models import TakePage
from hhcrm.queries.settings_models import PayerGrid
from hhcrm.ui.settings.entry_section import EntrySection
from hhcrm.ui.settings.kit import SettingsContext
from hhcrm.ui.settings.page import Page
from hhcrm.ui.settings.take_capacity import capacity_section
from hhcrm.ui.settings.take_consistency import ConsistencySection
from hhcrm.ui.settings.take_history import HistorySection
from hhcrm.ui.settings.take_payers import PayersSection, PayerWords
from hhcrm.ui.settings.take_public import PublicSection, ReviewsSection
from hhcrm.ui.settings.take_zips import served_lists, served_section
from hhcrm.ui.shared.newest import Newest


class WhatWeTake(Page):
    """What can be taken from now on; every change says from when it holds, and what was before stays."""

    def __init__(self, context: SettingsContext) -> None:
        super().__init__(
            "take",
            translate("take", "What we take"),
            translate("take", "What you can take, from a day on. What was said before stays in the past."),
            context,
        )
        self.capacity = capacity_section(context, self)
        self.payers = PayersSection(context)
        self.payer_words = PayerWords(context, self)
        self.served = served_section(context)
        self.texts = PublicSection(context)
        self.reviews = ReviewsSection(context)
        self.consistency = ConsistencySection(context)
        self.history = HistorySection(context)
        sections = (
            self.capacity, self.payers, self.payer_words, self.served, self.texts, self.reviews, self.consistency,
            self.history,
        )  # fmt: skip
        for section in sections:
            self.column.addWidget(section)
        self._now, self._grid = TakePage(), PayerGrid()
        self._pages, self._grids = Newest(context.desk, self), Newest(context.desk, self)
        # Each list once the one above it stands: all at once would hold the window up.
        self.capacity.filled.connect(lambda: self._grids.ask(lambda q: q.payer_grid(), self._show_grid))
        self.payers.filled.connect(lambda: self.payer_words.show_grid(self._grid))
        self.payer_words.filled.connect(lambda: self.served.show_lines(served_lists(self._now)))
        self.served.filled.connect(lambda: self.texts.show_lines(self._now.lines))
        self.texts.filled.connect(lambda: self.reviews.show_all(self._now.reviews))
        self.reviews.filled.connect(self.consistency.refresh)
        self.reviews.filled.connect(self.history.refresh)

    def refresh(self) -> None:
        """Ask again; forms that are open stay."""
        self._pages.ask(lambda q: q.take_page(), self._show)

    def resume(self, kind: str, key: int) -> None:
        """Go on with a half-typed form, by the kind of its draft."""
        section: EntrySection[object] | None = {
            "capacity": self.capacity,
            "payer_words": self.payer_words,
            "served": self.served,
            "line_texts": self.texts,
            "reviews": self.reviews,
        }.get(kind)  # type: ignore[assignment]  # their rows differ, and are not looked at here
        if section is not None:
            section.resume(key)
            self.reveal(section)

    def _show(self, page: TakePage) -> None:
        self._now = page
        self.capacity.show_lines(page.disciplines)

    def _show_grid(self, grid: PayerGrid) -> None:
        self._grid = grid
        self.payers.show_grid(grid)
