""" "What is this?": what a chart's measures mean, in words that can be read, heard and copied."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QFrame, QHBoxLayout, QTextBrowser, QVBoxLayout, QWidget

from hhcrm.domain.measures import Better, Definition, MeasureKey, MeasureUnit
from hhcrm.domain.wording import translate
from hhcrm.ui.shared.buttons import Button
from hhcrm.ui.shared.desk import Desk
from hhcrm.ui.shared.fonts import role_font, scaled
from hhcrm.ui.shared.in_window import fit_in_window
from hhcrm.ui.shared.text import Text, set_ground

Paragraph = tuple[str, str]
"""What a paragraph is about ("" where it needs no head), and what it says."""


class WhatDialog(QDialog):
    """One page of words: for each measure how it is counted, where it comes from, what it does not say."""

    def __init__(
        self,
        desk: Desk,
        title: str,
        measures: tuple[MeasureKey, ...],
        parent: QWidget,
        *,
        attributed: bool = False,
        about: str = "",
    ) -> None:
        super().__init__(parent)
        self._measures = measures
        self._attributed = attributed
        self._about = about
        self.setObjectName("dialog_what_is_this")
        self.setWindowTitle(translate("charts", "What is this?"))
        self.setAccessibleName(f"{translate('charts', 'What is this?')} {title}")
        set_ground(self, "panel")
        self.words = QTextBrowser()
        self.words.setObjectName("what_is_this_words")
        self.words.setAccessibleName(title)
        self.words.setFrameShape(QFrame.Shape.NoFrame)
        self.words.setFont(role_font("body"))
        self.words.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        close = Button(translate("charts", "Close"), name="button_what_is_this_close")
        close.clicked.connect(self.reject)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(close)
        column = QVBoxLayout(self)
        column.setContentsMargins(scaled(20), scaled(16), scaled(20), scaled(16))
        column.setSpacing(scaled(10))
        column.addWidget(Text(title, "title", wrap=True))
        column.addWidget(self.words, 1)
        column.addLayout(foot)
        fit_in_window(self, parent, 560, 440)
        self.words.setFocus()
        self._show(())
        if measures:
            desk.read(lambda ask: ask.definitions(), self._show, owner=self)

    def _show(self, known: Sequence[Definition]) -> None:
        found = {one.key: one for one in known}
        told = [found[key] for key in self._measures if key in found]
        paragraphs = explained(told, attributed=self._attributed, about=self._about)
        self.words.setMarkdown("\n\n".join(f"**{head}**\n\n{words}" if head else words for head, words in paragraphs))
        self.words.setAccessibleDescription(" ".join(f"{head} {words}".strip() for head, words in paragraphs))


def explained(told: Iterable[Definition], *, attributed: bool = False, about: str = "") -> list[Paragraph]:
    """The paragraphs of "What is this?"."""
    paragraphs: list[Paragraph] = [("", about)] if about else []
    for one in told:
        paragraphs.append((one.title, one.formula))
        paragraphs += [
            ("", f"{head}: {words}")
            for head, words in (
                (translate("charts", "Counted in"), f"{unit_words(one.unit)}; {_better_words(one.better)}"),
                (translate("charts", "Belongs to a period by"), one.belongs_by),
                (translate("charts", "Where it comes from"), one.source),
                (translate("charts", "What it does not say"), one.caveat),
            )
            if words
        ]
    if attributed:
        convention = translate(
            "charts",
            "A referral is credited in even parts to the completed visits to that source by its owner in the days "
            "before it (90, unless Settings > Rules says otherwise). This is a convention, not proof of what caused "
            "the referral.",
        )
        paragraphs.append((translate("charts", "Attribution"), convention))
    return paragraphs


def unit_words(unit: MeasureUnit) -> str:
    """What a measure is counted in."""
    words = {
        MeasureUnit.COUNT: translate("charts", "a number"),
        MeasureUnit.SHARE: translate("charts", "per cent"),
        MeasureUnit.HOURS: translate("charts", "hours"),
        MeasureUnit.MINUTES: translate("charts", "minutes"),
        MeasureUnit.MILES: translate("charts", "miles"),
        MeasureUnit.VISITS: translate("charts", "visits"),
        MeasureUnit.RATE: translate("charts", "so many for each"),
        MeasureUnit.DOLLARS: translate("charts", "dollars"),
    }
    return words[unit]


def _better_words(better: Better) -> str:
    words = {
        Better.MORE: translate("charts", "more is better"),
        Better.FEWER: translate("charts", "less is better"),
        Better.NEITHER: translate("charts", "neither more nor less is better by itself"),
    }
    return words[better]
