"""What the import wizard needs beside the desk."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, tzinfo

from hhcrm.ui.exchange.file_page import PickFile, pick_table_file
from hhcrm.ui.exchange.picking import PickTarget, pick_target_file
from hhcrm.ui.exchange.port import ListWork
from hhcrm.ui.shared.forms.drafts_port import DraftsLike


@dataclass(frozen=True, slots=True)
class ImportKit:
    """What the wizard needs beside the desk. `zone` is the agency's, for the times of earlier imports."""

    work: ListWork
    pick_file: PickFile = pick_table_file
    pick_target: PickTarget = pick_target_file
    zone: Callable[[], tzinfo] = lambda: UTC
    drafts: DraftsLike | None = None
