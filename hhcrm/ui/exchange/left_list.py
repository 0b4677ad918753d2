"""The draft of a list whose columns were being matched when it was left."""

from __future__ import annotations

from collections.abc import Mapping as Answers
from dataclasses import replace

from hhcrm.exchange.mapping import Mapping, from_toml, to_toml
from hhcrm.ui.exchange.port import SeenFile
from hhcrm.ui.shared.forms.drafts_port import DraftLike

DRAFT = ("import_list", "new")
"""The kind and key of the draft: one list is brought in at a time."""


def draft_content(seen: SeenFile, mapping: Mapping, answers: Answers[int, object]) -> dict[str, object] | None:
    """What was changed of the guess; None where that is all there is."""
    if mapping == seen.mapping and not answers:
        return None
    return {
        "path": str(seen.path),
        "sheet": seen.sheet,
        "kind": mapping.kind.value,
        "mapping": to_toml(mapping, seen.header),
        "answers": {str(row): record for row, record in answers.items()},
        "about": {"name": seen.path.name},
    }


def as_left(seen: SeenFile, draft: DraftLike) -> SeenFile:
    """The file with its columns as they were left. Raises FileFault when it is another one by now."""
    return replace(seen, mapping=from_toml(str(draft.content.get("mapping", "")), seen.header))
