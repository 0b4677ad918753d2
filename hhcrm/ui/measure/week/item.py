"""One thing that stands out in a week: what, why, its rows one press away, and whether it is to be talked about."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QFrame, QGridLayout, QSizePolicy, QWidget

from hhcrm.domain.standing_out import Kind
from hhcrm.domain.wording import QT_TRANSLATE_NOOP, translate
from hhcrm.queries.measure_models import LoopsBehind
from hhcrm.queries.referral_models import ReferralFilter
from hhcrm.queries.week_page_models import OpensCapacity, OpensSource, StandOut
from hhcrm.ui.shared.buttons import Button
from hhcrm.ui.shared.fonts import scaled
from hhcrm.ui.shared.tags import Tag, TagKind
from hhcrm.ui.shared.text import Text

_TAGS: Mapping[Kind, tuple[str, TagKind]] = {
    Kind.COMMITMENT_BROKEN: (QT_TRANSLATE_NOOP("week", "commitment"), "overdue"),
    Kind.GONE_QUIET: (QT_TRANSLATE_NOOP("week", "quiet"), "overdue"),
    Kind.PAYER_DECLINES: (QT_TRANSLATE_NOOP("week", "declines"), "due"),
    Kind.OUR_REASONS: (QT_TRANSLATE_NOOP("week", "our reasons"), "due"),
    Kind.LOOPS_SLIPPING: (QT_TRANSLATE_NOOP("week", "loops"), "due"),
    Kind.OVER_CAPACITY: (QT_TRANSLATE_NOOP("week", "capacity"), "due"),
    Kind.NEWLY_SENDING: (QT_TRANSLATE_NOOP("week", "new sender"), "good"),
    Kind.NEW_FOUND: (QT_TRANSLATE_NOOP("week", "new prospects"), "good"),
}


class StandOutRow(QFrame):
    """Tab goes to the box, then to the button; both are said with what stands out. `place` counts from 1."""

    opened = Signal(object)
    """What it opens."""

    ticked = Signal(str, bool)
    """Its key, and whether it is to be talked about."""

    def __init__(self, item: StandOut, place: int, *, is_ticked: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.item = item
        self.setObjectName(f"measure_week_item_{place}")
        self.setAccessibleName(f"{item.title}. {item.why}")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        words, tag_kind = _TAGS[item.kind]
        self.box = QCheckBox()
        self.box.setObjectName(f"measure_week_talk_{place}")
        self.box.setAccessibleName(translate("week", "Talk about it on Monday: {what}").format(what=item.title))
        self.box.setToolTip(translate("week", "Talk about it on Monday"))
        self.box.setChecked(is_ticked)
        self.box.toggled.connect(lambda on: self.ticked.emit(item.key, on))
        tag = Tag()
        tag.say(translate("week", words), tag_kind)
        self.button = Button(_words(item), size="small", name=f"measure_week_open_{place}")
        self.button.setAccessibleName(f"{_words(item)}: {item.title}")
        self.button.clicked.connect(lambda _on=False: self.opened.emit(item.opens))
        top = Qt.AlignmentFlag.AlignTop
        grid = QGridLayout(self)
        grid.setContentsMargins(0, scaled(6), 0, scaled(6))
        grid.setHorizontalSpacing(scaled(10))
        grid.setVerticalSpacing(scaled(2))
        grid.addWidget(self.box, 0, 0, top)
        grid.addWidget(tag, 0, 1, top)
        grid.addWidget(Text(item.title, "strong", wrap=True), 0, 2)
        grid.addWidget(Text(item.why, "body", "muted", wrap=True), 1, 2)
        grid.addWidget(self.button, 0, 3, 2, 1, top)
        grid.setColumnMinimumWidth(1, scaled(112))
        grid.setColumnStretch(2, 1)

    def part(self, is_box: bool) -> QWidget:
        """The box, or the button."""
        return self.box if is_box else self.button


def _words(item: StandOut) -> str:
    """What the button says: where it goes, and how many rows stand there."""
    if isinstance(item.opens, OpensSource):
        return translate("week", "Open the source")
    if isinstance(item.opens, OpensCapacity):
        return translate("week", "See the capacity")
    if isinstance(item.opens, LoopsBehind):
        words = translate("week", "{count} updates")
    elif isinstance(item.opens, ReferralFilter):
        words = translate("week", "1 referral") if item.cases == 1 else translate("week", "{count} referrals")
    else:
        words = translate("week", "1 prospect") if item.cases == 1 else translate("week", "{count} prospects")
    return words.format(count=f"{item.cases or 0:,}")
