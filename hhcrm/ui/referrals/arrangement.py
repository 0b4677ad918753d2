"""How the place is arranged, from one start of the program to the next."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from hhcrm.queries.referral_models import ReferralRow
from hhcrm.ui.referrals.top import BOARD, TABLE
from hhcrm.ui.shared.list_place import ListSplit
from hhcrm.ui.shared.memory import Memory
from hhcrm.ui.shared.segmented import Segmented
from hhcrm.ui.shared.table import TableView

TABLE_KEY = "referrals.table"
SPLIT_KEY = "referrals.split"
VIEW_KEY = "referrals.view"


@dataclass(frozen=True, slots=True)
class Arrangement:
    """Columns and order of the table, the two sides' sizes, and whether board or table is shown."""

    memory: Memory
    table: TableView[ReferralRow]
    split: ListSplit
    views: Segmented

    def put_back(self) -> None:
        """As it was kept."""
        state: dict[str, Any] = self.memory.get(TABLE_KEY, {})
        self.table.restore(state or {"sort": ["received", True]})
        self.split.put_back(self.memory.get(SPLIT_KEY, []))
        self.views.set_value(TABLE if self.memory.get(VIEW_KEY, BOARD) == TABLE else BOARD)

    def keep(self) -> None:
        """Keep it as it is. Raises KnownFault where it cannot be written."""
        self.memory.set(TABLE_KEY, self.table.kept_state())
        self.memory.set(VIEW_KEY, self.views.value)
        sizes = self.split.kept_sizes()
        if sizes is not None:
            self.memory.set(SPLIT_KEY, sizes)
