"""What the program says in its window by itself: whose it is, what was left half-typed, what became of a file."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer

from hhcrm.app.drafts import SET_UP, Draft
from hhcrm.app.seat import Sitter
from hhcrm.domain.vocabulary import shown
from hhcrm.domain.wording import translate
from hhcrm.queries.today_models import AgencyFacts
from hhcrm.ui.frame.window import MainWindow

if TYPE_CHECKING:
    from hhcrm.ui.frame.set_up_steps import Answers


def say_facts(window: MainWindow, facts: AgencyFacts) -> None:
    """Whose agency it is, and who sits at the desk."""
    window.say_agency(facts.name)
    window.status.say_who(f"{facts.user_name}, {shown(facts.user_role)}" if facts.user_name else "")


def say_sitter(window: MainWindow, sitter: Sitter, *, sample: bool) -> None:
    """Ask who it is where nobody said so; say that whoever was chosen does not work here any more."""
    asks = sitter.asks and not sample
    window.status.ask_who(translate("app", "Not you?") if asks else "")
    if sitter.lost:
        words = translate("app", "{lost}, who sat here, was archived. What is done here is noted under {name} now.")
        choose = translate("app", "Choose who sits here"), window.who.open
        window.toast(words.format(lost=sitter.lost, name=sitter.name), action=choose)


def say_damaged(window: MainWindow) -> None:
    """How the window was left could not be read."""
    window.toast(
        translate("app", "How the window was left could not be read. It starts as new; the old file is kept beside it.")
    )


def say_set_up(window: MainWindow, answers: Answers) -> None:
    """The agency is set up; whoever has a list goes on to import it, whoever skipped something is shown the way."""
    action = _import_action(window)
    if answers.import_list and action is not None:
        QTimer.singleShot(0, window, action[1])
        left = translate("app", "See what is left"), lambda: window.go("settings", page="agency")
        action = left if answers.skipped else None
    window.toast(translate("app", "Your agency is set up."), action=action)


def _import_action(window: MainWindow) -> tuple[str, Callable[[], None]] | None:
    action = window.actions_by_name["import"]
    return (translate("app", "Import a list"), action.trigger) if action.isVisible() else None


def offer_drafts(window: MainWindow, drafts: Sequence[Draft]) -> None:
    """What was left half-typed is said once, with the way to it."""
    count = sum(draft.kind != SET_UP for draft in drafts)  # that one is on its way out
    if count:
        from hhcrm.ui.history.drafts import waiting_words  # late: seldom needed

        show = window.actions_by_name["drafts"].trigger
        window.toast(waiting_words(count), action=(translate("app", "Show"), show))


def notice_alerts(window: MainWindow) -> None:
    """From now on say in this window, and in the system's tray, which referrals others record or give away."""
    from hhcrm.ui.frame.alerts import AlertNotices, Tray  # late: nothing of it is on the screen at first

    AlertNotices(window.desk, window, window.toasts, Tray(window), window).look()


def restored_words(aside: Path | None) -> str:
    """A backup is back in its place; `aside` is where what was here is kept."""
    words = translate("app", "The backup is back in its place. What was here is kept as {file}.")
    return words.format(file=aside.name) if aside else translate("app", "The backup is back in its place.")
