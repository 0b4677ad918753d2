"""Scorecards of many sources into one folder, a file each; no more than a few of them in memory at a time."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from hhcrm.domain.errors import FileFault
from hhcrm.domain.wording import translate
from hhcrm.printing.scorecard_page import file_name, make_page, write_scorecard
from hhcrm.printing.sheet import Paper
from hhcrm.queries.scorecard_models import Scorecard
from hhcrm.queries.settings_models import Letterhead

if TYPE_CHECKING:
    from hhcrm.charts.painter import Painter


class ScorecardFiles:
    """A new folder for the scorecards of a period. `written` counts those that are in it, whole."""

    def __init__(self, inside: Path, until_on: date) -> None:
        self.folder = _new_folder(inside, f"scorecards-{until_on.isoformat()}")
        self.written = 0
        self._names: set[str] = set()

    def write(
        self,
        cards: Iterable[Scorecard],
        head: Letterhead,
        painter: Painter,
        paper: Paper,
        step: Callable[[int], None],
    ) -> None:
        """Write some more; `step` hears of each before it is begun, and may raise to stop. Raises FileFault."""
        for card in cards:
            step(self.written)
            write_scorecard(make_page(card, head, painter), self.folder / self._name(card), paper)
            self.written += 1

    def _name(self, card: Scorecard) -> str:
        """Two sources of one name have two files."""
        name = file_name(card)
        if name in self._names:
            name = f"{name.removesuffix('.pdf')}-{card.source_id}.pdf"
        self._names.add(name)
        return name


def _new_folder(inside: Path, name: str) -> Path:
    """A folder that was not there, so that nothing is written over. Raises FileFault."""
    count = 1
    while True:
        folder = inside / (name if count == 1 else f"{name}-{count}")
        try:
            folder.mkdir(parents=True)
        except FileExistsError:
            if not inside.is_dir():
                raise _cannot_be_made(inside.name, "") from None
            count += 1
        except OSError as error:
            raise _cannot_be_made(folder.name, error.strerror or "") from error
        else:
            return folder


def _cannot_be_made(name: str, why: str) -> FileFault:
    words = translate("scorecard", "The folder {file} cannot be made. Choose another place. {why}")
    return FileFault(words.format(file=name, why=why).strip())
