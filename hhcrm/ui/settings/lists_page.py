"""Settings > Lists: which list above, and below it its values with the form of the chosen one."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QStackedWidget, QVBoxLayout

from hhcrm.compat import override
from hhcrm.domain.wording import translate
from hhcrm.ui.settings.kit import SettingsContext
from hhcrm.ui.settings.list_pane import ListPane
from hhcrm.ui.settings.list_specs import list_specs
from hhcrm.ui.settings.page import Page
from hhcrm.ui.settings.tag_pane import TagPane, tag_spec
from hhcrm.ui.shared.fonts import scaled
from hhcrm.ui.shared.text import Text

TAGS = "tag"


class ListsPage(Page):
    """Every list of the agency. `show_item(table=...)` opens one."""

    def __init__(self, context: SettingsContext) -> None:
        super().__init__(
            "lists",
            translate("settings", "Lists"),
            translate("settings", "What forms let one choose from. Rename, order and retire as it suits you."),
            context,
            wide=True,
        )
        self._specs = {spec.table: spec for spec in (*list_specs(), tag_spec())}
        self._panes: dict[str, ListPane] = {}
        self._stale: set[str] = set()
        self.choice = _Choice()
        self.choice.setObjectName("settings_lists_choice")
        self.choice.setAccessibleName(translate("settings", "List"))
        for table, spec in self._specs.items():
            self.choice.addItem(spec.title, table)
        self.choice.view().setObjectName("settings_lists_choices")
        self.choice.view().setAccessibleName(translate("settings", "Lists"))
        self._sentence = Text("", "body", "muted", wrap=True)
        self._stack = QStackedWidget()
        top = QHBoxLayout()
        top.setSpacing(scaled(12))
        top.addWidget(self.choice)
        top.addWidget(self._sentence, 1)
        whole = QVBoxLayout()
        whole.setSpacing(scaled(12))
        whole.addLayout(top)
        whole.addWidget(self._stack, 1)
        self.column.addLayout(whole, 1)
        self._scroller.column.setStretchFactor(self.column, 1)
        self.choice.currentIndexChanged.connect(lambda index: self.open(str(self.choice.itemData(index))))

    def refresh(self) -> None:
        """The open list asks again, the others when they are opened."""
        self._stale = set(self._panes)
        self.open(str(self.choice.currentData()))

    def show_item(self, **where: object) -> None:
        """Open a list by the name of its table."""
        table = str(where.get("table", ""))
        if table in self._specs:
            self.choice.setCurrentIndex(self.choice.findData(table))

    @property
    def tables(self) -> tuple[str, ...]:
        """The lists there are, by the names of their tables."""
        return tuple(self._specs)

    @property
    def pane(self) -> ListPane:
        """The list that is open."""
        return self._panes[str(self.choice.currentData())]

    def open(self, table: str) -> None:
        """Open a list."""
        spec = self._specs[table]
        if table not in self._panes:
            self._panes[table] = TagPane(self.context) if table == TAGS else ListPane(spec, self.context)
            self._stack.addWidget(self._panes[table])
            self._stale.add(table)
        self._sentence.setText(spec.sentence)
        self._stack.setCurrentWidget(self._panes[table])
        if table in self._stale:
            self._stale.discard(table)
            self._panes[table].refresh()


class _Choice(QComboBox):
    def __init__(self) -> None:
        super().__init__()
        self.setMinimumWidth(scaled(180))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()  # scrolling over it must not change the list
