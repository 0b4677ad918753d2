"""The notice of a new referral: once for each alert, in the window and in the tray, and gone when it was seen."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta

import pytest
from PySide6.QtWidgets import QSystemTrayIcon, QWidget
from pytestqt.qtbot import QtBot

from hhcrm.domain.changes import ChangeSet
from hhcrm.jobs.runner import Runner
from hhcrm.queries.alert_models import Alert
from hhcrm.storage.feed import full_refresh
from hhcrm.ui.frame.alerts import AlertNotices, Tray, notice_words
from hhcrm.ui.frame.toast import ToastButton, Toasts
from hhcrm.ui.shared.desk import Desk
from tests.ui.conftest import MakeDesk
from tests.ui.referrals_kit import Frame

NOW = datetime(2026, 11, 23, 15, 0, tzinfo=UTC)
ONE = Alert(7, 1, 3, "Mercy Hospital", "Home health", "Ines Ortega", "Dana Whitfield", NOW)
WORDS = "New referral from Mercy Hospital: Home health, recorded by Ines Ortega, for Dana Whitfield"


class FakeTray(Tray):
    """Remembers what it said."""

    def __init__(self, over: QWidget) -> None:
        super().__init__(over)
        self.said: list[str] = []

    def say(self, words: str, way_on: Callable[[], None]) -> None:
        """Remember it."""
        self.said.append(words)


@dataclass
class Window:
    """A window that says alerts, and the alerts that there are."""

    desk: Desk
    qtbot: QtBot
    over: QWidget
    there: list[Alert] = field(default_factory=list)
    asked: int = 0

    def __post_init__(self) -> None:
        self.frame, self.toasts, self.tray = Frame(), Toasts(self.over, lambda: 0), FakeTray(self.over)
        self.notices = AlertNotices(self.desk, self.frame, self.toasts, self.tray, self.over)

    def open_alerts(self, limit: int) -> tuple[Alert, ...]:
        """What the database would say."""
        self.asked += 1
        return tuple(self.there[:limit])

    def said(self) -> list[str]:
        """What stands in the window now."""
        return [toast.words for toast in self.toasts.shown]

    def settle(self) -> None:
        """Let the answer come home that was asked for last."""
        home: list[None] = []
        self.desk.read(lambda _ask: None, home.append)
        self.qtbot.waitUntil(lambda: bool(home))

    def elsewhere(self, *ids: int) -> None:
        """Another desk changed referrals."""
        self.hear(self.desk.announce, ChangeSet("Record referral", {"referral": frozenset(ids)}, undoable=False))

    def here(self, *ids: int) -> None:
        """This desk changed referrals."""
        self.hear(self.desk.changed.emit, ChangeSet("Assign 1 referral", {"referral": frozenset(ids)}, 1))

    def hear(self, tell: Callable[[ChangeSet], None], changes: ChangeSet) -> None:
        """Tell of a change and wait for what is asked because of it."""
        before = self.asked
        tell(changes)
        self.qtbot.waitUntil(lambda: self.asked > before)
        self.settle()


@pytest.fixture
def runner() -> Iterator[Runner]:
    """One reader: answers come home in the order of their questions."""
    with Runner(readers=1) as runner:
        yield runner


@pytest.fixture
def window(make_desk: MakeDesk, qtbot: QtBot) -> Window:
    """A window that has looked once."""
    over = QWidget()
    qtbot.addWidget(over)
    over.resize(800, 600)
    questions: list[Window] = []

    class Ask:
        def open_alerts(self, limit: int) -> tuple[Alert, ...]:
            return questions[0].open_alerts(limit)

    made = Window(make_desk(Ask()), qtbot, over, [replace(ONE, referral_id=1)])
    questions.append(made)
    made.notices.look()
    qtbot.waitUntil(lambda: made.asked == 1)
    made.settle()
    return made


def test_what_others_record_is_said_once_and_leads_to_the_referral(window: Window) -> None:
    assert window.said() == []  # what was there at the start stands on Today
    window.there.insert(0, ONE)
    window.elsewhere(7)
    assert window.said() == window.tray.said == [WORDS]
    window.elsewhere(7)
    window.elsewhere(1)
    assert window.said() == window.tray.said == [WORDS]
    (toast,) = window.toasts.shown
    toast.findChildren(ToastButton)[0].click()
    assert window.frame.went == [("referrals", {"referral_id": 7})]
    assert window.said() == []


def test_given_away_again_it_is_said_again(window: Window) -> None:
    window.there.insert(0, ONE)
    window.elsewhere(7)
    window.there[0] = replace(ONE, at=NOW + timedelta(minutes=1), whose="Luis Vega")
    window.elsewhere(7)
    assert window.tray.said == [WORDS, WORDS.replace("Dana Whitfield", "Luis Vega")]


def test_what_this_desk_did_itself_is_not_said_until_others_touch_it(window: Window) -> None:
    window.there.insert(0, ONE)
    window.here(7)
    assert window.tray.said == []
    window.there[0] = replace(ONE, at=NOW + timedelta(minutes=1))
    window.elsewhere(7)
    assert window.tray.said == [WORDS]


def test_a_notice_goes_when_its_referral_was_seen_anywhere(window: Window) -> None:
    window.there.insert(0, ONE)
    window.elsewhere(7)
    assert window.said() == [WORDS]
    window.there.pop(0)
    window.elsewhere(7)
    assert window.said() == []
    window.there.insert(0, ONE)  # "seen" was taken back: Today has it, and the notice is not repeated
    window.elsewhere(7)
    assert window.said() == []


def test_many_at_once_are_one_notice_that_leads_to_today(window: Window) -> None:
    window.there[:0] = [replace(ONE, referral_id=key) for key in (9, 8)]
    window.hear(window.desk.announce, full_refresh())
    assert window.said() == ["2 new referrals stand on Today."]
    (toast,) = window.toasts.shown
    toast.findChildren(ToastButton)[0].click()
    assert window.frame.went == [("today", {})]


def test_one_that_comes_while_the_first_look_is_under_way_is_said(make_desk: MakeDesk, qtbot: QtBot) -> None:
    over = QWidget()
    qtbot.addWidget(over)

    class Ask:
        def open_alerts(self, limit: int) -> tuple[Alert, ...]:
            return (ONE, replace(ONE, referral_id=1))[:limit]

    window = Window(make_desk(Ask()), qtbot, over)
    window.notices.look()
    window.desk.announce(ChangeSet("Record referral", {"referral": frozenset({7})}, undoable=False))
    qtbot.waitUntil(lambda: window.said() == [WORDS])


def test_words_leave_out_what_is_not_known() -> None:
    assert notice_words([replace(ONE, line="", by="", whose="")]) == "New referral from Mercy Hospital"
    sent = notice_words([replace(ONE, contact="Maria Ortiz, RN", by="", whose="")])
    assert sent == "New referral from Mercy Hospital, Maria Ortiz, RN: Home health"


def test_the_tray_is_used_where_there_is_one_and_a_click_brings_the_window_forward(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    over, went, shown = QWidget(), list[str](), list[tuple[str, str]]()
    qtbot.addWidget(over)
    tray = Tray(over)
    monkeypatch.setattr(QSystemTrayIcon, "showMessage", lambda _self, title, words, _icon: shown.append((title, words)))
    monkeypatch.setattr(QSystemTrayIcon, "isSystemTrayAvailable", staticmethod(lambda: False))
    tray.say(WORDS, lambda: went.append("first"))
    assert shown == []
    monkeypatch.setattr(QSystemTrayIcon, "isSystemTrayAvailable", staticmethod(lambda: True))
    tray.say(WORDS, lambda: went.append("second"))
    assert shown == [("New referral", WORDS)]
    over.hide()
    icon = over.findChild(QSystemTrayIcon)
    assert icon is not None
    icon.messageClicked.emit()
    assert went == ["second"]
    assert over.isVisible()
