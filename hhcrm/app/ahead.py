"""Loads ahead what places and dialogs are made of, once the window stands: the first visit need not wait for it."""

from __future__ import annotations

from importlib import import_module

MODULES = (
    "hhcrm.ui.sources.place",
    "hhcrm.ui.logvisit.opener",
    "hhcrm.ui.calendar.place",
    "hhcrm.ui.referrals.place",
    "hhcrm.ui.waterfall.place",
    "hhcrm.ui.people.door",
    "hhcrm.ui.people.files",
    "hhcrm.ui.measure.place",
    "hhcrm.app.last_known",
    "hhcrm.charts.painter",
    "hhcrm.ui.settings.place",
    "hhcrm.ui.exchange.opener",
    "hhcrm.ui.exchange.calendar_work",
    "hhcrm.ui.history.opener",
    "hhcrm.app.draft_ways",
    "hhcrm.ui.frame.manual",
)
"""What `hhcrm.app.rooms` and the help import when it is first needed, the most wanted first."""

PAGES = (
    "hhcrm.ui.settings.agency_page",
    "hhcrm.ui.settings.staff_page",
    "hhcrm.ui.settings.lists_page",
    "hhcrm.ui.settings.rules_page",
    "hhcrm.ui.settings.holidays_page",
    "hhcrm.ui.settings.take_page",
    "hhcrm.ui.settings.appearance_page",
    "hhcrm.ui.settings.data_page",
)
"""What `hhcrm.ui.settings.place` imports when a page is first opened."""

MEASURE_PAGES = (
    "hhcrm.ui.measure.overview",
    "hhcrm.ui.measure.worth.page",
    "hhcrm.ui.measure.approaches.page",
    "hhcrm.ui.measure.trends.page",
    "hhcrm.ui.measure.goals.page",
    "hhcrm.ui.measure.week.page",
)  # fmt: skip
"""What `hhcrm.ui.measure.every_page` imports when a page is first opened."""


def load_ahead() -> None:
    """Import it all. On a worker thread: whoever needs one of them meanwhile waits for that one."""
    for name in (*MODULES, *PAGES, *MEASURE_PAGES):
        import_module(name)
