"""Where what was found is shown, and the ways that the window itself offers."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Mapping

from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar

from hhcrm.queries.search_models import FoundLine
from hhcrm.ui.frame.found_here import Way
from hhcrm.ui.frame.places import PlaceSpec

_OWN_PLACES = {"visit": ("calendar", "visit_id"), "referral": ("referrals", "referral_id")}


def where_of(line: FoundLine, places: Container[str]) -> tuple[str, dict[str, object]]:
    """The place that shows a thing and what to tell it; no place for what none can show.

    Archived visits and referrals are shown with their source, which has them all.
    """
    place, name = _OWN_PLACES.get(line.kind, ("", ""))
    if place in places and not line.archived:
        return place, {name: line.id}
    if "sources" in places and line.source_id is not None:
        return "sources", {"source_id": line.source_id, "kind": line.kind, "item_id": line.id}
    return "", {}


def thing_of(where: Mapping[str, object]) -> tuple[str, int] | None:
    """The record that somebody opens who goes somewhere: its kind and id, as recent things are kept."""
    kind, item = where.get("kind"), where.get("item_id")
    if isinstance(kind, str) and kind and isinstance(item, int):
        return kind, item
    for name in ("visit_id", "referral_id", "source_id"):
        key = where.get(name)
        if isinstance(key, int):
            return name.removesuffix("_id"), key
    return None


def ways_in(bar: QMenuBar, places: Iterable[PlaceSpec], go: Callable[[str], None]) -> list[Way]:
    """Every place, and every action of the menus that can be done now."""
    menus = [menu for menu in (entry.menu() for entry in bar.actions()) if isinstance(menu, QMenu)]
    keys = {action.objectName(): _keys(action.shortcut()) for menu in menus for action in menu.actions()}
    found = [
        Way("place", f"place_{spec.name}", spec.title, keys.get(f"action_go_{spec.name}", ""), _going(go, spec.name))
        for spec in places
    ]
    for menu in menus:
        title = _plain(menu.title())
        for action in menu.actions():
            name = action.objectName()
            if not name or name.startswith("action_go_") or not (action.isVisible() and action.isEnabled()):
                continue
            detail = ", ".join(part for part in (title, _keys(action.shortcut())) if part)
            found.append(
                Way("action", name, _plain(action.text()), detail, action.trigger, f"{title} {action.toolTip()}")
            )
    return found


def _going(go: Callable[[str], None], place: str) -> Callable[[], None]:
    return lambda: go(place)


def _keys(keys: QKeySequence) -> str:
    return keys.toString(QKeySequence.SequenceFormat.NativeText)


def _plain(words: str) -> str:
    return words.replace("&", "").split("\t")[0]
