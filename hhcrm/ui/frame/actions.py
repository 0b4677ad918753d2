"""The window's actions and menus, each action by a name that stays."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar

from hhcrm.domain.wording import translate
from hhcrm.ui.frame.places import PlaceSpec
from hhcrm.ui.shared.language import TONGUES, Language, Tongue, tongue_words
from hhcrm.ui.shared.look import SCHEMES, TEXT_SIZES, Look, scheme_words

Keys = QKeySequence.StandardKey | str


class Actions:
    """Makes actions of one owner, with name, words, shortcut and tooltip."""

    def __init__(self, owner: QObject) -> None:
        self._owner = owner
        self._by_name: dict[str, QAction] = {}

    def __getitem__(self, name: str) -> QAction:
        return self._by_name[name]

    def add(self, name: str, words: str, act: Callable[[], object], keys: Keys | None = None, tip: str = "") -> QAction:
        """A new action `action_<name>`."""
        action = QAction(words, self._owner)
        action.setObjectName(f"action_{name}")
        if keys is not None:
            action.setShortcut(QKeySequence(keys))
        said = tip or words.replace("&", "").rstrip("…")
        shortcut = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
        action.setToolTip(f"{said} ({shortcut})" if shortcut else said)
        action.triggered.connect(lambda _checked=False: act())
        self._by_name[name] = action
        return action


def fill_view_menu(menu: QMenu, actions: Actions, look: Look, choose: Callable[[Callable[[], None]], None]) -> None:
    """Light, dark or high contrast, and the size of text. `choose` carries out what may fail to be kept."""
    schemes = QActionGroup(menu)
    for scheme in SCHEMES:
        action = actions.add(f"look_{scheme}", scheme_words(scheme), partial(choose, partial(look.set_scheme, scheme)))
        _make_choice(action, schemes, look.scheme == scheme)
        menu.addAction(action)
    menu.addSeparator()
    sizes = QActionGroup(menu)
    for size in TEXT_SIZES:
        words = translate("frame", "Text at {size} %").format(size=size)
        action = actions.add(f"text_{size}", words, partial(choose, partial(look.set_text_size, size)))
        _make_choice(action, sizes, look.text_size == size)
        menu.addAction(action)


def fill_language_menu(menu: QMenu, actions: Actions, language: Language, choose: Callable[[Tongue], None]) -> None:
    """The desktop's language, or one of ours, each by its own name."""
    inside = menu.addMenu(translate("frame", "&Language"))
    inside.setObjectName("menu_language")
    tongues = QActionGroup(inside)
    for tongue in TONGUES:
        action = actions.add(f"language_{tongue}", tongue_words(tongue), partial(choose, tongue))
        _make_choice(action, tongues, language.chosen == tongue)
        inside.addAction(action)


def fill_go_menu(menu: QMenu, actions: Actions, places: Sequence[PlaceSpec], go: Callable[..., None]) -> None:
    """The places, each by its number (Ctrl+1); Settings by the desktop's own shortcut."""
    for position, spec in enumerate(places, start=1):
        if spec.below:
            continue
        number = spec.number or position
        menu.addAction(actions.add(f"go_{spec.name}", spec.title, partial(go, spec.name), f"Ctrl+{number}"))
    for spec in places:
        if spec.below:
            action = actions.add(f"go_{spec.name}", spec.title, partial(go, spec.name), "Ctrl+,")
            action.setMenuRole(QAction.MenuRole.PreferencesRole)
            menu.addSeparator()
            menu.addAction(action)
            if spec.name == "settings":
                take = partial(go, spec.name, page="take")
                tip = translate("frame", "Capacity, payers and ZIP codes, in Settings")
                menu.addAction(actions.add("what_we_take", translate("frame", "What we take"), take, tip=tip))


def add_menu(bar: QMenuBar, words: str, name: str) -> QMenu:
    """A menu with a name."""
    menu = bar.addMenu(words)
    menu.setObjectName(f"menu_{name}")
    return menu


def _make_choice(action: QAction, group: QActionGroup, chosen: bool) -> None:
    action.setCheckable(True)
    action.setChecked(chosen)
    group.addAction(action)
