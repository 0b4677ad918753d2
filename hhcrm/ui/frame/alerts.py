"""The notice of a new referral: said in the window and by the system's tray, once for each alert."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QSystemTrayIcon, QWidget

from hhcrm.domain.changes import ChangeSet
from hhcrm.domain.wording import translate
from hhcrm.queries.alert_models import Alert
from hhcrm.ui.frame.geometry import bring_forward
from hhcrm.ui.frame.toast import FAULT_STAYS_MS, Toast, Toasts
from hhcrm.ui.shared.desk import Desk
from hhcrm.ui.shared.frame_port import Frame
from hhcrm.ui.shared.icons import app_icons

MOST = 200
"""Open alerts that are looked at, the newest: more of them are read on Today, not in notices."""

REFERRAL = "referral"
"""The table whose changes raise and end alerts."""


def notice_words(alerts: Sequence[Alert]) -> str:
    """What new alerts say: source, contact, service line, who recorded it, for whom; nothing about the patient."""
    if len(alerts) > 1:
        return translate("alerts", "{count} new referrals stand on Today.").format(count=len(alerts))
    (alert,) = alerts
    parts = (
        alert.line,
        translate("alerts", "recorded by {who}").format(who=alert.by) if alert.by else "",
        translate("alerts", "for {who}").format(who=alert.whose) if alert.whose else "",
    )
    sender = f"{alert.source}, {alert.contact}" if alert.contact else alert.source
    words = translate("alerts", "New referral from {source}").format(source=sender)
    more = ", ".join(part for part in parts if part)
    return f"{words}: {more}" if more else words


class Tray:
    """The icon in the system's tray, made with the first message. Where there is no tray, nothing is said there."""

    def __init__(self, over: QWidget) -> None:
        self._over = over
        self._icon: QSystemTrayIcon | None = None
        self._way_on: Callable[[], None] = lambda: None

    def say(self, words: str, way_on: Callable[[], None]) -> None:
        """Show a message; a click on it brings the window forward and goes on."""
        if not QSystemTrayIcon.isSystemTrayAvailable():
            return
        self._way_on = way_on
        if self._icon is None:
            color = self._over.palette().color(QPalette.ColorRole.Highlight)
            self._icon = QSystemTrayIcon(app_icons().icon("inbox", color), self._over)
            self._icon.setToolTip(translate("alerts", "New referrals"))
            self._icon.messageClicked.connect(self._on_clicked)
            self._icon.activated.connect(self._on_clicked)
        self._icon.show()
        self._icon.showMessage(translate("alerts", "New referral"), words, self._icon.icon())

    def _on_clicked(self) -> None:
        bring_forward(self._over)
        self._way_on()


class AlertNotices(QObject):
    """Says alerts that come up while the window is open, but for those that this window raised itself.

    What was there before stands on Today, which is the first thing on the screen. A notice whose referrals were all
    seen, wherever that was, goes away. `frame` and `parent` are the window.
    """

    def __init__(self, desk: Desk, frame: Frame, toasts: Toasts, tray: Tray, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._frame = frame
        self._toasts = toasts
        self._tray = tray
        self._told: set[tuple[int, object]] | None = None
        self._own: set[int] = set()
        self._others: set[int] = set()
        self._asked = 0
        self._elsewhere: ChangeSet | None = None
        self._toast: Toast | None = None
        self._said_of: set[int] = set()
        desk.elsewhere.connect(self._on_elsewhere)
        desk.changed.connect(self._on_changed)

    def look(self) -> None:
        """Ask which alerts there are now; what the first answer holds is not said."""
        self._asked += 1
        mine = self._asked
        self._desk.read(
            lambda ask: ask.open_alerts(MOST),
            lambda alerts: self._take_in(alerts) if mine == self._asked else None,
            owner=self,
        )

    def _on_elsewhere(self, changes: ChangeSet) -> None:
        """Somebody else changed something: what they touched is ours no longer."""
        self._elsewhere = changes
        touched = changes.rows.get(REFERRAL, frozenset())
        self._own -= touched
        self._others |= touched

    def _on_changed(self, changes: ChangeSet) -> None:
        if not changes.touches(REFERRAL, "referral_source"):
            return
        if changes is not self._elsewhere:
            self._own |= changes.rows.get(REFERRAL, frozenset())
        if self._asked:
            self.look()

    def _take_in(self, alerts: Sequence[Alert]) -> None:
        fresh = [alert for alert in alerts if self._is_new(alert)]
        self._told = (self._told or set()) | {(alert.referral_id, alert.at) for alert in alerts}
        self._others.clear()
        if self._toast is not None and not self._said_of & {alert.referral_id for alert in alerts}:
            self._toast.leave()
        if fresh:
            self._say(fresh)

    def _is_new(self, alert: Alert) -> bool:
        if self._told is None:
            return alert.referral_id in self._others
        return (alert.referral_id, alert.at) not in self._told and alert.referral_id not in self._own

    def _say(self, alerts: Sequence[Alert]) -> None:
        words = notice_words(alerts)
        one = alerts[0].referral_id if len(alerts) == 1 else None
        label = translate("alerts", "Open") if one is not None else translate("alerts", "Show")

        def way_on() -> None:
            if one is not None:
                self._frame.go("referrals", referral_id=one)
            else:
                self._frame.go("today")

        toast = self._toasts.say(words, (label, way_on), stays=FAULT_STAYS_MS)
        toast.gone.connect(lambda: self._forget(toast))
        self._toast, self._said_of = toast, {alert.referral_id for alert in alerts}
        self._tray.say(words, way_on)

    def _forget(self, toast: Toast) -> None:
        if toast is self._toast:
            self._toast = None
