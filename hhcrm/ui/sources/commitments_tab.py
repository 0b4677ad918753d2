"""The Commitments tab of a source."""

from __future__ import annotations

from hhcrm.queries.commitment_models import CommitmentFilter
from hhcrm.queries.read_models import SourceDetail
from hhcrm.ui.shared.commitments import CommitmentList
from hhcrm.ui.sources.context import Context


class CommitmentsTab(CommitmentList):
    """What was promised to a source."""

    def __init__(self, context: Context) -> None:
        super().__init__(context, "source_commitments")

    def show_source(self, detail: SourceDetail) -> None:
        """Show one source's commitments."""
        about: dict[str, object] = {"source_id": detail.source_id, "name": detail.name}
        self.show_filter(CommitmentFilter(source_id=detail.source_id), about)
