"""What the pages of settings share: a scrolling column of panels under a title with one sentence."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication, QBoxLayout, QVBoxLayout, QWidget

from hhcrm.compat import override
from hhcrm.ui.settings.kit import SettingsContext
from hhcrm.ui.shared.entries import Scroller
from hhcrm.ui.shared.fonts import scaled
from hhcrm.ui.shared.forms.form import Form
from hhcrm.ui.shared.palette import colors_for
from hhcrm.ui.shared.panel import Panel
from hhcrm.ui.shared.text import Text, is_look_change

WIDEST = 860
"""A form wider than this (pixels at 100 per cent text) is hard to read across."""


class Page(QWidget):
    """One page. `refresh` asks again; `show_item` goes to one thing in it."""

    def __init__(self, name: str, title: str, sentence: str, context: SettingsContext, *, wide: bool = False) -> None:
        super().__init__()
        self.setObjectName(f"settings_{name}")
        self.setAccessibleName(title)
        self.context = context
        self._scroller = Scroller(f"settings_{name}_scroll")
        self._scroller.column.setContentsMargins(0, 0, scaled(8), scaled(16))
        self._scroller.column.setSpacing(scaled(16))
        head = QVBoxLayout()
        head.setSpacing(scaled(2))
        self._title = Text(title, "title")
        head.addWidget(self._title)
        head.addWidget(Text(sentence, "body", "muted", wrap=True))
        self.column = QVBoxLayout()
        self.column.setSpacing(scaled(16))
        self._scroller.column.addLayout(head)
        self._scroller.column.addLayout(self.column)
        if not wide:
            self._scroller.column.addStretch()
            self.setMaximumWidth(scaled(WIDEST))
        self._form: Form | None = None
        self._foot = QVBoxLayout()
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self._scroller, 1)
        whole.addLayout(self._foot)
        self._color_scroll_bar()

    def refresh(self) -> None:
        """Ask again what is shown."""

    def show_item(self, **where: object) -> None:
        """Go to one thing on the page."""

    def show_title(self, shown: bool) -> None:
        """Where the page was chosen by its title just above, it need not stand there twice."""
        self._title.setVisible(shown)

    def put_form(self, form: Form | None, place: QBoxLayout) -> None:
        """Put the page's one form in its place, and its Save and Cancel at the foot, where they are always in sight."""
        if self._form is not None:
            forget(self._form.bar)
            forget(self._form)
        self._form = form
        if form is not None:
            place.addWidget(form)
            self._foot.addWidget(form.bar)

    def reveal(self, widget: QWidget) -> None:
        """Scroll to a part of the page."""
        self._scroller.ensureWidgetVisible(widget)

    def _color_scroll_bar(self) -> None:
        """The bar stands on the page, not on a panel."""
        bar = self._scroller.verticalScrollBar()
        ground = QColor(colors_for(QApplication.palette()).page)
        if bar.palette().color(QPalette.ColorRole.Base) != ground:
            palette = QPalette(QApplication.palette())
            palette.setColor(QPalette.ColorRole.Base, ground)
            bar.setPalette(palette)

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if is_look_change(event):
            self._color_scroll_bar()


class Section(Panel):
    """A panel with a head, a quiet sentence, and what belongs together."""

    def __init__(self, title: str, sentence: str = "", *, spacing: int = 8) -> None:
        super().__init__(margin=16, spacing=spacing)
        self.head = Text(title, "section")
        self.sentence = Text(sentence, "body", "muted", wrap=True)
        self.body.addWidget(self.head)
        self.body.addWidget(self.sentence)
        self.sentence.setVisible(bool(sentence))

    def say(self, sentence: str) -> None:
        """Change the sentence below the head."""
        self.sentence.setText(sentence)
        self.sentence.setVisible(bool(sentence))


def forget(widget: QWidget | None) -> None:
    """Take a widget out of its layout and let it go."""
    if widget is not None:
        widget.hide()
        widget.setParent(None)
        widget.deleteLater()
