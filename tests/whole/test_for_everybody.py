"""For everybody: what a screen reader is told, and that the keyboard reaches everything and is held nowhere."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QMenuBar, QRadioButton, QTabBar, QWidget

from tests.shots import GUISES, studio
from tests.whole.walking import scenes

Role = QAccessible.Role

CONTROLS = {
    Role.Button, Role.ButtonMenu, Role.ButtonDropDown, Role.CheckBox, Role.RadioButton, Role.ComboBox,
    Role.EditableText, Role.SpinBox, Role.Slider, Role.PageTab, Role.PageTabList, Role.MenuItem, Role.Link,
    Role.Table, Role.List, Role.Tree, Role.Graphic, Role.Chart, Role.ProgressBar,
}  # fmt: skip
"""What a person can press, type into, choose from or look at."""

MOST_PRESSES = 400


def heard(interface: QAccessibleInterface | None, depth: int = 0) -> Iterator[QAccessibleInterface]:
    """Everything that a screen reader finds, without the cells of tables and lists."""
    if interface is None or not interface.isValid() or interface.state().invisible:
        return
    yield interface
    if interface.role() in (Role.Table, Role.List, Role.Tree) or depth > 60:
        return
    for index in range(interface.childCount()):
        yield from heard(interface.child(index), depth + 1)


def unnamed(shown: QWidget) -> list[str]:
    found = []
    for each in heard(QAccessible.queryAccessibleInterface(shown)):
        if (each.role() in CONTROLS or each.state().focusable) and not each.text(QAccessible.Text.Name).strip():
            thing = each.object()
            if thing is None or not _is_qts_own(thing):
                found.append(f"{each.role().name} {thing.objectName() if thing is not None else ''}")
    return found


def _is_qts_own(thing: object) -> bool:
    """What Qt puts into its own widgets and never shows by itself: the list and the editor of a combo box."""
    widget = thing if isinstance(thing, QWidget) else None
    parent = widget.parentWidget() if widget is not None else None
    return parent is not None and (
        parent.inherits("QComboBox")
        or parent.inherits("QAbstractSpinBox")
        or parent.inherits("QComboBoxPrivateContainer")
    )


@pytest.mark.walk
def test_every_control_in_every_place_and_dialog_has_a_name_and_is_reached_by_tab(sample: Path) -> None:
    nameless: dict[str, list[str]] = {}
    missed: dict[str, list[str]] = {}
    seen = 0
    with studio(sample, GUISES[0]) as room:
        for name, shown in scenes(room):
            seen += 1
            if without := unnamed(shown):
                nameless[name] = without
            if beyond := beyond_reach(shown):
                missed[name] = beyond
    assert seen > 15
    assert nameless == {}
    assert missed == {}


def beyond_reach(shown: QWidget) -> list[str]:
    """The controls that Tab does not come to, and the one that keeps it where it is."""
    shown.activateWindow()
    QTest.qWaitForWindowActive(shown)
    wanted = {widget for widget in shown.findChildren(QWidget) if _takes_tab(widget, shown)}
    if not wanted:
        return []
    first = QApplication.focusWidget()
    if first is None or first not in wanted:
        first = next(iter(sorted(wanted, key=lambda widget: widget.mapTo(shown, widget.rect().topLeft()).toTuple())))
        first.setFocus(Qt.FocusReason.TabFocusReason)
    visited, current = {first}, first
    for _ in range(MOST_PRESSES):
        QTest.keyClick(current, Qt.Key.Key_Tab)
        following = QApplication.focusWidget()
        if following is current and len(wanted) == 1:
            break
        if following is None or following is current:
            return [f"Tab is held by {_said(current)}"]
        if following in visited and visited >= wanted:
            break
        if following is first:
            break
        visited.add(following)
        current = following
    return sorted(_said(widget) for widget in wanted - visited)


def _takes_tab(widget: QWidget, shown: QWidget) -> bool:
    if (
        not widget.isVisible()
        or not widget.isEnabled()
        or widget.window() is not shown
        or widget.focusProxy() is not None
    ):
        return False
    if isinstance(widget, QMenuBar) or isinstance(widget.parentWidget(), QTabBar | QLineEdit):
        return False
    if isinstance(widget, QAbstractButton) and not widget.isChecked():
        group = widget.group()
        if isinstance(widget, QRadioButton) or widget.autoExclusive() or (group is not None and group.exclusive()):
            return False  # the arrows move within a group
    if isinstance(widget, QAbstractButton):
        # What can be pressed by mouse: by Tab, by its own letter (Alt+E), or by the keys of the row in which it stands.
        if not widget.focusPolicy() & Qt.FocusPolicy.TabFocus and not widget.shortcut().isEmpty():
            return False
        return widget.focusPolicy() != Qt.FocusPolicy.NoFocus or not _in_a_row_with_keys(widget, shown)
    return bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)


def _in_a_row_with_keys(widget: QWidget, shown: QWidget) -> bool:
    around = widget.parentWidget()
    while around is not None and around is not shown:
        if around.focusPolicy() & Qt.FocusPolicy.ClickFocus:
            return True
        around = around.parentWidget()
    return False


def _said(widget: QWidget) -> str:
    return f"{type(widget).__name__} {widget.objectName()} '{widget.accessibleName()}'"
