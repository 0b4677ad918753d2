"""What becomes of a prospect: active with the cadence offered and why, seen on until a later visit, or stopped."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QSpinBox, QWidget

from hhcrm.compat import override
from hhcrm.domain.settings import DEFAULTS
from hhcrm.domain.waterfall import MOST_VISITS, say_visit_number
from hhcrm.domain.wording import translate
from hhcrm.queries.say import ordinal
from hhcrm.queries.waterfall_models import Offer
from hhcrm.ui.shared.buttons import Button
from hhcrm.ui.shared.flow import FlowLayout
from hhcrm.ui.shared.fonts import scaled
from hhcrm.ui.shared.in_sight import bring_into_sight
from hhcrm.ui.shared.panel import Panel
from hhcrm.ui.shared.segmented import Segmented
from hhcrm.ui.shared.text import Text


class DecidePanel(Panel):
    """Hidden until something is to be decided. Enter makes active, Esc leaves it; nothing happens by itself."""

    active_asked = Signal(object, int)
    """The offer, and the cadence in days."""

    see_on_asked = Signal(object, int)
    """The offer, and the visit at which it is decided."""

    stop_asked = Signal(object)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.offer: Offer | None = None
        self.setObjectName("waterfall_decide")
        self.setAccessibleName(translate("waterfall", "Decide"))
        self.title = Text("", "section", wrap=True)
        self.facts = Text("", "small", "muted", wrap=True)
        self.why = Text("", "small", wrap=True)
        self.field = Text("", "small", "muted", wrap=True)
        self.offered = Segmented(
            [(str(days), str(place + 1), str(days)) for place, days in enumerate(DEFAULTS.offered_cadences)],
            "waterfall_cadence_offered",
            translate("waterfall", "Cadence in days"),
            show_keys=False,
        )
        self.cadence = _spin(
            "waterfall_cadence",
            translate("waterfall", "Days between visits"),
            DEFAULTS.shortest_cadence_days,
            DEFAULTS.longest_cadence_days,
        )
        self.until = _spin("waterfall_until", translate("waterfall", "Decide at visit"), 1, MOST_VISITS)
        self.accept = Button(translate("waterfall", "Make active"), "primary", name="waterfall_make_active")
        self.keep = Button(translate("waterfall", "See on until visit"), size="small", name="waterfall_see_on")
        self.stop = Button(translate("waterfall", "Stop…"), size="small", name="waterfall_stop")
        self.leave_it = Button(translate("waterfall", "Not now"), "bare", size="small", name="waterfall_decide_not_now")
        self._put_together()
        self._connect()
        self.hide()

    def show_offer(self, offer: Offer) -> None:
        """Show what is offered, in sight and ready to be accepted: Enter must not accept what nobody has read."""
        self.offer = offer
        self.title.setText(translate("waterfall", "Decide: {source}").format(source=offer.source))
        self.facts.setText(_facts(offer))
        self.why.setText(_why(offer))
        self.field.setText(offer.field_words)
        self.field.setVisible(bool(offer.field_words))
        self.cadence.setValue(offer.cadence)
        self.until.setMinimum(offer.visits + 1)
        self.until.setValue(offer.see_on_until)
        self._on_cadence(self.cadence.value())
        self.show()
        self.accept.setFocus(Qt.FocusReason.OtherFocusReason)
        for part in (self.title, self.accept):
            bring_into_sight(part)

    def leave(self) -> None:
        """Decide nothing. The keyboard is handed on first: hiding would give it to a panel far below."""
        self.offer = None
        self.left.emit()
        self.hide()

    def _put_together(self) -> None:
        for words in (self.title, self.facts, self.why):
            self.body.addWidget(words)
        every = FlowLayout(None, scaled(8))
        for widget in (Text(translate("waterfall", "Every"), "body"), self.offered, self.cadence):
            every.addWidget(widget)
        every.addWidget(Text(translate("waterfall", "days"), "body"))
        self.body.addLayout(every)
        row = FlowLayout(None, scaled(8))
        row.addWidget(self.accept)
        row.addWidget(self.leave_it)
        self.body.addLayout(row)
        self.body.addWidget(self.field)
        on = FlowLayout(None, scaled(8))
        on.addWidget(self.keep)
        on.addWidget(self.until)
        self.body.addLayout(on)
        last = QHBoxLayout()
        last.addWidget(self.stop)
        last.addStretch(1)
        self.body.addLayout(last)

    def _connect(self) -> None:
        self.offered.picked.connect(lambda value: self.cadence.setValue(int(value)))
        self.cadence.valueChanged.connect(self._on_cadence)
        self.accept.clicked.connect(lambda: self.active_asked.emit(self.offer, self.cadence.value()))
        self.keep.clicked.connect(lambda: self.see_on_asked.emit(self.offer, self.until.value()))
        self.stop.clicked.connect(lambda: self.stop_asked.emit(self.offer))
        self.leave_it.clicked.connect(self.leave)

    def _on_cadence(self, days: int) -> None:
        usual = {str(each) for each in DEFAULTS.offered_cadences}
        self.offered.set_value(str(days) if str(days) in usual else "")

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.accept.click()
        elif event.key() == Qt.Key.Key_Escape:
            self.leave()
        else:
            super().keyPressEvent(event)


def _spin(name: str, words: str, least: int, most: int) -> QSpinBox:
    spin = QSpinBox()
    spin.setObjectName(name)
    spin.setAccessibleName(words)
    spin.setRange(least, most)
    spin.setMinimumWidth(scaled(64))
    return spin


def _facts(offer: Offer) -> str:
    advances = (
        translate("waterfall", "1 advance")
        if offer.advances == 1
        else translate("waterfall", "{count} advances").format(count=offer.advances)
    )
    parts = [offer.type, say_visit_number(offer.visits, offer.needed).partition(":")[0], advances]
    if offer.sent:
        one = translate("waterfall", "sent 1 referral")
        many = translate("waterfall", "sent {count} referrals").format(count=offer.sent)
        parts.append(one if offer.sent == 1 else many)
    return ", ".join(parts)


def _why(offer: Offer) -> str:
    words = translate("waterfall", "{place} of {of} active sources by potential: {band}, every {days} days.")
    place = ordinal(offer.place).capitalize()
    return words.format(place=place, of=offer.of, band=offer.band, days=offer.cadence)
