"""Where a half-typed form belongs, and how it is opened there again."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QAbstractButton

if TYPE_CHECKING:
    from hhcrm.ui.frame.window import MainWindow
    from hhcrm.ui.shared.forms.drafts_port import DraftLike

_SETTINGS = {
    "settings": "",
    "list": "lists",
    "people": "people",
    "teams": "people",
    "territories": "people",
    "holidays": "holidays",
    "time_off": "holidays",
    "capacity": "take",
    "payer_words": "take",
    "served": "take",
    "line_texts": "take",
    "reviews": "take",
}
"""The page of Settings that a kind of form stands on; "" for the page that its key names."""

_NEW_HOLIDAY = ("holidays", "0")
"""Its form needs nothing that is read first, so that it opens at once."""

_STAFF = {"people": "users", "teams": "teams", "territories": "territories"}
"""By kind, the list on the page of people whose form goes on."""

_ASKED_AT = {
    "sources_ask": "sources",
    "source_ask": "sources",
    "person_ask": "sources",
    "referrals_ask": "referrals",
    "referral_loop_ask": "referrals",
    "today_ask": "today",
    "waterfall_ask": "waterfall",
}
"""The place of each line that asks."""

_APPROACHES = ("approach", "learned")

_PEOPLE = ("contact", "contact_place")


def open_draft(window: MainWindow, draft: DraftLike) -> None:
    """Show the place of a draft and go on with it there. A form that must be opened by hand offers it by itself."""
    if draft.kind in _SETTINGS:
        window.go("settings", page=_SETTINGS[draft.kind] or draft.key)
        if (draft.kind, draft.key) == _NEW_HOLIDAY:
            _press(window, "settings_holidays_add")
        elif draft.kind in _STAFF and draft.key.isdigit():
            place: Any = window.place_widget("settings")
            getattr(place.page_widget("people"), _STAFF[draft.kind]).resume(int(draft.key))
        elif draft.kind == "time_off" and draft.key.isdigit():
            settings: Any = window.place_widget("settings")
            settings.page_widget("holidays").resume_time_off(int(draft.key))
        elif _SETTINGS[draft.kind] == "take" and draft.key.isdigit():
            there: Any = window.place_widget("settings")
            there.page_widget("take").resume(draft.kind, int(draft.key))
    elif draft.kind == "plan_visit":
        window.go("calendar")
        _press(window, "calendar_new")
    elif draft.kind == "goal":
        window.go("measure", page="goals", draft=draft.key)
    elif draft.kind == "goals":
        window.go("measure", page="goals", new=True)
    elif draft.kind == "week_plan":
        window.go("calendar", draft=draft)
    elif draft.kind in _APPROACHES:
        window.go("measure", page="approaches", draft=(draft.kind, draft.key))
    elif draft.kind == "referral":
        _open_referral(window, draft)
    elif draft.kind == "referral_move":
        _open_move(window, draft)
    elif draft.kind == "answer":
        _go_to_question(window, draft)
    else:
        _take(window, draft)


def _open_referral(window: MainWindow, draft: DraftLike) -> None:
    if draft.key.isdigit():
        window.go("referrals", referral_id=int(draft.key))
        return
    window.go("referrals")
    pane: Any = getattr(window.place_widget("referrals"), "pane", None)
    resume: Callable[[], object] | None = getattr(pane, "resume", None)
    if resume is not None:
        resume()


def _open_move(window: MainWindow, draft: DraftLike) -> None:
    base = draft.content.get("base")
    if not isinstance(base, Mapping) or not base.get("referral_ids"):
        window.go("referrals")
        return
    ids = tuple(int(key) for key in base["referral_ids"])
    window.go("referrals", **({"referral_id": ids[0]} if len(ids) == 1 else {}))
    mover: Any = getattr(window.place_widget("referrals"), "mover", None)
    if mover is not None:
        mover.go_on(ids, str(base.get("stage")), base.get("seen") or ())


def _go_to_question(window: MainWindow, draft: DraftLike) -> None:
    """Where it was asked; the answer stands there when the same is asked again."""
    base = draft.content.get("base")
    found: Mapping[str, Any] = base if isinstance(base, Mapping) else {}
    where = found.get("where")
    window.go(_ASKED_AT.get(str(found.get("bar")), "today"), **(dict(where) if isinstance(where, Mapping) else {}))


def _take(window: MainWindow, draft: DraftLike) -> None:
    """Sources and people take a draft as if it had been taken from the line that offers it there."""
    window.go("sources")
    place: Any = window.place_widget("sources")
    if draft.kind in _PEOPLE:
        place.switch.choice.set_value("people")
        place = place.switch.view
    else:
        place.switch.show_sources()
    place.drafts.forget(draft.kind, draft.key)
    place.drafts.taken.emit(draft)


def _press(window: MainWindow, name: str) -> None:
    button = window.findChild(QAbstractButton, name)
    if button is not None:
        button.click()
