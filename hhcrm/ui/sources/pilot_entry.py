"""One pilot in the list: what was agreed, and each standard with its figure, its verdict and its referrals."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from hhcrm.domain.standards import UNITS, Standing, Unit, Verdict
from hhcrm.domain.vocabulary import shown
from hhcrm.domain.wording import translate
from hhcrm.domain.words import PilotStatus
from hhcrm.printing.pilot_words import (
    about_words,
    days_words,
    figure_of,
    more_words,
    progress_words,
    standard_title,
    target_words,
    verdict_words,
)
from hhcrm.queries.pilot_models import PilotItem, PilotProgress
from hhcrm.ui.shared.buttons import Button
from hhcrm.ui.shared.entries import Entry, act_button
from hhcrm.ui.shared.flow import FlowLayout
from hhcrm.ui.shared.fonts import scaled
from hhcrm.ui.shared.said import joined
from hhcrm.ui.shared.tags import Tag, TagKind
from hhcrm.ui.shared.text import Text

OpenRows = Callable[[Sequence[int]], object]
"""Show these referrals."""

_STATUS: dict[PilotStatus, TagKind] = {
    PilotStatus.PROPOSED: "info",
    PilotStatus.RUNNING: "good",
    PilotStatus.FINISHED: "none",
    PilotStatus.DECLINED: "none",
}
_VERDICTS: dict[Verdict, TagKind] = {Verdict.MET: "good", Verdict.NOT_MET: "due", Verdict.TOO_FEW: "none"}


class PilotEntry(Entry):
    """A pilot as it stands on a day; `name` begins the object names of its parts, `at` names the unit it is with."""

    def __init__(
        self,
        progress: PilotProgress,
        today: date,
        name: str,
        acts: Sequence[Button],
        open_rows: OpenRows,
        at: str = "",
    ) -> None:
        item = progress.pilot
        super().__init__(
            item.name, joined(at, days_words(item, progress.on)), (about_words(item), item.promise), tag_of(item, today)
        )
        column = self.layout()
        assert isinstance(column, QVBoxLayout)
        told = item.status is PilotStatus.FINISHED
        told = told or (item.status is PilotStatus.RUNNING and item.has_begun(progress.on))
        if told:
            column.addWidget(_Whole(progress, name, open_rows))
        for place, standing in enumerate(progress.standings, 1):
            column.addWidget(StandardRow(standing, f"{name}_standard_{place}", open_rows, told=told))
        for title, words in _ending(item):
            if words:
                column.addWidget(Text(f"{title}: {words}", "body", wrap=True))
        holder = QWidget()
        row = FlowLayout(holder, scaled(4))
        for button in acts:
            row.addWidget(button)
        column.addWidget(holder)


class _Whole(QWidget):
    """How the standards stand together, and all the referrals that the pilot is about."""

    def __init__(self, progress: PilotProgress, name: str, open_rows: OpenRows) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, scaled(2), 0, 0)
        row.addWidget(Text(progress_words(progress), "strong", wrap=True), 1)
        ids = progress.referral_ids
        button = _rows_button(count_words(len(ids)), f"{name}_all", ids, open_rows, progress.pilot.name)
        row.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)


class StandardRow(QWidget):
    """What is measured with its verdict; below it the figure, the target, and the referrals that count."""

    def __init__(self, standing: Standing, name: str, open_rows: OpenRows, *, told: bool) -> None:
        super().__init__()
        self.setObjectName(name)
        title = standard_title(standing.standard)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, scaled(4), 0, 0)
        column.setSpacing(scaled(2))
        head = QHBoxLayout()
        head.setSpacing(scaled(8))
        head.addWidget(Text(title, "body", wrap=True), 1)
        if told:
            head.addWidget(Tag(verdict_words(standing), _VERDICTS[standing.verdict]), 0, Qt.AlignmentFlag.AlignTop)
        column.addLayout(head)
        target = translate("pilots", "promised: {target}").format(target=target_words(standing.standard))
        if not told:
            column.addWidget(Text(target, "body", "muted", wrap=True))
            return
        figure = figure_of(standing)
        column.addWidget(Text(joined(figure.value, figure.beside, target), "body", "muted", wrap=True))
        if more_words(standing):
            column.addWidget(Text(more_words(standing), "small", "muted", wrap=True))
        buttons = _behind(standing, name, open_rows, title)
        if buttons:
            holder = QWidget()
            row = FlowLayout(holder, scaled(4))
            for button in buttons:
                row.addWidget(button)
            column.addWidget(holder)


def tag_of(item: PilotItem, today: date) -> tuple[str, TagKind]:
    """Its state; a running one that is over waits for its result."""
    if item.status is PilotStatus.RUNNING and item.is_over(today):
        return translate("pilots", "over, say what came of it"), "due"
    return shown(str(item.status)), _STATUS[item.status]


def count_words(count: int) -> str:
    """So many referrals."""
    words = translate("pilots", "{count} referral") if count == 1 else translate("pilots", "{count} referrals")
    return words.format(count=f"{count:,}")


def _ending(item: PilotItem) -> tuple[tuple[str, str], ...]:
    if item.status is PilotStatus.DECLINED:
        return ((translate("pilots", "Declined"), item.result),)
    return (
        (translate("pilots", "What came of it"), item.result),
        (translate("pilots", "What comes next"), item.next_step),
    )


def _behind(standing: Standing, name: str, open_rows: OpenRows, title: str) -> list[Button]:
    """Buttons to the referrals of a figure: those that count for it, and those that do not."""
    read = standing.reading
    others = tuple(key for key in read.of if key not in set(read.hits))
    if UNITS[standing.standard.measure] is not Unit.SHARE:
        found = [(count_words(len(read.hits)), "hits", read.hits)]
    else:
        found = [
            (translate("pilots", "{count} yes").format(count=f"{len(read.hits):,}"), "hits", read.hits),
            (translate("pilots", "{count} no").format(count=f"{len(others):,}"), "others", others),
        ]
    return [_rows_button(words, f"{name}_{part}", ids, open_rows, title) for words, part, ids in found if ids]


def _rows_button(words: str, name: str, ids: Sequence[int], open_rows: OpenRows, title: str) -> Button:
    tip = translate("pilots", "Show these referrals: {what}").format(what=f"{title}, {words}")
    button = act_button(words, name, lambda: open_rows(ids), tip)
    button.setEnabled(bool(ids))
    return button
