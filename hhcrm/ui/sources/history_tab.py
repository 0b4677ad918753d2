"""The History tab of a source."""

from __future__ import annotations

from hhcrm.queries.read_models import SourceDetail
from hhcrm.ui.shared.history import HistoryView
from hhcrm.ui.sources.context import Context


class HistoryTab(HistoryView):
    """A source's history, newest first."""

    def __init__(self, context: Context) -> None:
        super().__init__(context.desk, context.frame, "source_history")

    def show_source(self, detail: SourceDetail) -> None:
        """Show one source's history."""
        self.show_record("referral_source", detail.source_id)
