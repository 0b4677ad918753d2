"""The forecast: active sources and visits a week over the next 12 months, at the present pace and at another."""

from __future__ import annotations

from dataclasses import replace
from math import ceil
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from hhcrm.charts.forecast import What, forecast_chart
from hhcrm.domain.forecast import Month, Pace, forecast
from hhcrm.domain.wording import translate
from hhcrm.queries.forecast_models import ForecastGround
from hhcrm.ui.shared.buttons import Button
from hhcrm.ui.shared.charts.panel import ChartPanel, PickTarget, pick_target
from hhcrm.ui.shared.charts.studio import ChartStudio
from hhcrm.ui.shared.desk import Desk
from hhcrm.ui.shared.frame_port import Frame
from hhcrm.ui.shared.segmented import Segmented
from hhcrm.ui.shared.slider import WordSlider
from hhcrm.ui.shared.text import Text
from hhcrm.ui.waterfall.forecast_words import (
    assumption_words,
    cadence_words,
    found_words,
    outcome_words,
    share_words,
)

if TYPE_CHECKING:
    from hhcrm.charts.painter import Painter

MOST_FOUND = 20
"""Prospects a month at the end of the slider; four times the usual cohort."""

_TIMES = 4
"""So many times the present pace it goes at least."""

_SHARES = (0, 100, 5)
_CADENCES = (10, 120, 5)


class ForecastPanel(ChartPanel):
    """Asks once how things stand; while a slider moves everything is computed and said at once."""

    filled = Signal()
    """An answer is shown."""

    def __init__(
        self,
        desk: Desk,
        frame: Frame,
        painter: Painter,
        pick: PickTarget = pick_target,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(
            ChartStudio(desk, painter), frame, "waterfall_forecast", translate("charts", "Active sources"), pick, parent
        )
        self._studio.setParent(self)
        self._desk = desk
        self._asked = 0
        self._ground: ForecastGround | None = None
        self._pace: Pace | None = None
        self._add_words()
        self._add_sliders()
        self._enable()

    @property
    def pace(self) -> Pace | None:
        """The pace that the sliders give; the present one at first."""
        return self._pace

    def ask(self, liaison_id: int | None) -> None:
        """Ask how things stand for a liaison, or for everybody; what is shown stays until the answer is there."""
        self._asked += 1
        mine = self._asked

        def done(ground: ForecastGround) -> None:
            if mine == self._asked:
                self._fill(ground)

        self._desk.read(lambda ask: ask.forecast_ground(liaison_id), done, owner=self, follows=True)

    # Making

    def _add_words(self) -> None:
        self.what = Segmented(
            (
                ("sources", "", translate("forecast", "Sources")),
                ("visits", "", translate("forecast", "Visits")),
            ),
            "waterfall_forecast_what",
            translate("forecast", "Forecast of"),
            show_keys=False,
        )
        self.what.set_value("sources")
        self.what.chosen.connect(lambda _value: self._show())
        self.outcome = Text("", "body", wrap=True)
        self.outcome.setObjectName("waterfall_forecast_outcome")
        self.body.insertWidget(1, self.what)
        self.body.insertWidget(3, self.outcome)

    def _add_sliders(self) -> None:
        self.found = WordSlider(
            "waterfall_forecast_found",
            translate("forecast", "New prospects"),
            (0, MOST_FOUND, 1),
            found_words,
        )
        self.share = WordSlider(
            "waterfall_forecast_share",
            translate("forecast", "Become active"),
            _SHARES,
            lambda percent: share_words(percent / 100),
        )
        self.cadence = WordSlider(
            "waterfall_forecast_cadence", translate("forecast", "Active sources seen"), _CADENCES, cadence_words
        )
        self.reset = Button(
            translate("forecast", "Present pace"), "bare", size="small", name="waterfall_forecast_reset"
        )
        self.reset.setToolTip(translate("forecast", "Back to the present pace"))
        self.assumed = Text("", "small", "muted", wrap=True)
        self.assumed.setObjectName("waterfall_forecast_assumed")
        for place, widget in enumerate((self.found, self.share, self.cadence, self.reset, self.assumed), start=4):
            self.body.insertWidget(place, widget)
        self.found.moved.connect(lambda count: self._change(found=float(count)))
        self.share.moved.connect(lambda percent: self._change(share=percent / 100))
        self.cadence.moved.connect(lambda days: self._change(cadence=float(days)))
        self.reset.clicked.connect(self._on_reset)

    # Showing

    def _fill(self, ground: ForecastGround) -> None:
        """What the person changed stays changed while only the rows behind it moved."""
        before, self._ground = self._ground, ground
        if before is None or before.whose != ground.whose or self._pace == before.pace:
            self._pace = ground.pace
        self._stand()
        self.assumed.setText(assumption_words(ground))
        self._show()
        self.filled.emit()

    def _stand(self) -> None:
        assert self._pace is not None
        assert self._ground is not None
        self.found.set_most(max(MOST_FOUND, _TIMES * ceil(self._ground.pace.found)))
        self.found.set_value(self._pace.found, found_words(self._pace.found))
        self.share.set_value(100 * self._pace.share, share_words(self._pace.share))
        self.cadence.set_value(self._pace.cadence, cadence_words(self._pace.cadence))

    def _change(self, **what: float) -> None:
        if self._pace is not None:
            self._pace = replace(self._pace, **what)
            self._show()

    def _on_reset(self) -> None:
        if self._ground is not None:
            self._pace = self._ground.pace
            self._stand()
            self.found.setFocus()  # the button is about to be switched off
            self._show()

    def _show(self) -> None:
        ground, pace = self._ground, self._pace
        if ground is None or pace is None:
            return
        present = forecast(ground.stand, ground.pace)
        changed: tuple[Month, ...] | None = None if pace == ground.pace else forecast(ground.stand, pace)
        self.outcome.setText(outcome_words(ground, pace, changed or present))
        what: What = "visits" if self.what.value == "visits" else "sources"
        self.show_chart(forecast_chart(what, ground.today, present, changed, ground.fits))
        self._enable()

    def _enable(self) -> None:
        known = self._ground is not None
        for slider in (self.found, self.share, self.cadence):
            slider.setEnabled(known)
        self.reset.setEnabled(known and self._ground is not None and self._pace != self._ground.pace)
