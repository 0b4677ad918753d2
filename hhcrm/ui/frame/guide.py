"""The first ten minutes: a list of things to try, which ticks itself off by what the person does."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from hhcrm.compat import override
from hhcrm.domain.wording import QT_TRANSLATE_NOOP, translate
from hhcrm.ui.shared.buttons import Button
from hhcrm.ui.shared.fonts import scaled
from hhcrm.ui.shared.icons import app_icons
from hhcrm.ui.shared.memory import Memory
from hhcrm.ui.shared.palette import Colors
from hhcrm.ui.shared.panel import Rule
from hhcrm.ui.shared.text import Text, is_look_change

DONE = "guide.done"
OPEN = "guide.open"
"""What the window remembers: the steps that were done, and whether the list stands there."""


@dataclass(frozen=True, slots=True)
class Step:
    """One thing to try. `needs` is the place it takes; `target` the control to point at; `signs` what shows it done."""

    key: str
    title: str
    words: str
    target: str
    signs: tuple[str, ...]
    needs: str = ""


STEPS = (
    Step(
        "today",
        QT_TRANSLATE_NOOP("guide", "See what today asks for"),
        QT_TRANSLATE_NOOP(
            "guide", "Today lists visits, promises and overdue sources. Each row has its one next action."
        ),
        "go_today",
        ("place today",),
        "today",
    ),
    Step(
        "log",
        QT_TRANSLATE_NOOP("guide", "Log a visit"),
        QT_TRANSLATE_NOOP("guide", "Press Ctrl+L, say what changed with A, C or S, and save with Ctrl+Enter."),
        "button_log_visit",
        ("did Log visit",),
    ),
    Step(
        "source",
        QT_TRANSLATE_NOOP("guide", "Look at one source in full"),
        QT_TRANSLATE_NOOP("guide", "Choose a row under Sources: beside it stand its visits, referrals and people."),
        "go_sources",
        ("source in sight",),
        "sources",
    ),
    Step(
        "plan",
        QT_TRANSLATE_NOOP("guide", "Plan a visit on the calendar"),
        QT_TRANSLATE_NOOP("guide", "Drag a source that is due onto a day, or press Enter on a day."),
        "go_calendar",
        ("did Plan visit", "did Move visit"),
        "calendar",
    ),
    Step(
        "referral",
        QT_TRANSLATE_NOOP("guide", "Record a referral"),
        QT_TRANSLATE_NOOP("guide", "Say who sent whom, for which service and with which payer."),
        "button_new_referral",
        ("did Record referral",),
        "referrals",
    ),
    Step(
        "measure",
        QT_TRANSLATE_NOOP("guide", "See whether it works"),
        QT_TRANSLATE_NOOP(
            "guide", "Measure shows referrals by source and month. A click on a mark shows the rows behind it."
        ),
        "go_measure",
        ("place measure",),
        "measure",
    ),
    Step(
        "search",
        QT_TRANSLATE_NOOP("guide", "Find anything"),
        QT_TRANSLATE_NOOP("guide", "Press Ctrl+K and type part of a name, a note or an action."),
        "search_box",
        ("searched",),
    ),
    Step(
        "undo",
        QT_TRANSLATE_NOOP("guide", "Take something back"),
        QT_TRANSLATE_NOOP("guide", "Ctrl+Z takes the last change back, whatever it was. Ctrl+Shift+Z does it again."),
        "menu_bar",
        ("did Undo: ",),
    ),
)

THROUGH = QT_TRANSLATE_NOOP("guide", "That was the whole round. The manual (F1) tells the rest of each place.")


class Guide(QFrame):
    """The list at the right of the window. `saw` tells it what happened; it finds out itself what that ticks off."""

    closed = Signal()
    pointed = Signal(str)
    """The object name of the control that a person wants to be shown."""

    moved_on = Signal()
    """Another step was done."""

    def __init__(
        self,
        memory: Memory,
        places: Iterable[str],
        keep: Callable[[str, object], None],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("guide")
        self.setAccessibleName(translate("guide", "First ten minutes"))
        there = set(places)
        self.steps = tuple(step for step in STEPS if not step.needs or step.needs in there)
        self._keep = keep
        kept: list[object] = memory.get(DONE, [])
        self._done = {str(key) for key in kept}
        self._rows: dict[str, _Row] = {}
        self._count = Text("", "small", "muted")
        self._count.setObjectName("guide_count")
        self._through = Text("", "body", "good", wrap=True)
        self._through.setObjectName("guide_through")

    @property
    def done(self) -> frozenset[str]:
        """The steps that were done."""
        return frozenset(self._done & {step.key for step in self.steps})

    def saw(self, sign: str) -> None:
        """Something was done: `place today`, `did Log visit`, `searched`."""
        found = {
            step.key for step in self.steps if any(sign == each or _begins(sign, each) for each in step.signs)
        } - self._done
        if found:
            self._done |= found
            self._keep(DONE, sorted(self._done))
            self._show()
            self.moved_on.emit()

    @property
    def next_step(self) -> Step | None:
        """The first step that was not done yet."""
        return next((step for step in self.steps if step.key not in self._done), None)

    @property
    def count_words(self) -> str:
        """How far the person is."""
        return translate("guide", "{count} of {steps} done").format(count=len(self.done), steps=len(self.steps))

    def _put_together(self) -> None:
        self._rows = {step.key: _Row(step, self.pointed.emit) for step in self.steps}
        close = _close_button("button_guide_close", self.closed.emit)
        head = QHBoxLayout()
        head.setContentsMargins(0, 0, 0, 0)
        title = Text(translate("guide", "First ten minutes"), "title", wrap=True)
        head.addWidget(title, 1)
        head.addWidget(close, 0, Qt.AlignmentFlag.AlignTop)
        inside = QWidget()
        rows = QVBoxLayout(inside)
        rows.setContentsMargins(0, 0, scaled(8), 0)
        rows.setSpacing(scaled(12))
        for row in self._rows.values():
            rows.addWidget(row)
        rows.addWidget(self._through)
        rows.addStretch(1)
        area = QScrollArea()
        area.setObjectName("guide_steps")
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(inside)
        area.viewport().setAutoFillBackground(False)
        inside.setAutoFillBackground(False)
        self._column = QVBoxLayout(self)
        self._column.addLayout(head)
        self._column.addWidget(self._count)
        self._column.addWidget(Rule())
        self._column.addWidget(area, 1)
        self._measure()

    def _show(self) -> None:
        for key, row in self._rows.items():
            row.show_done(key in self._done)
        count = len(self.done)
        self._count.setText(self.count_words)
        self._through.setText(translate("guide", THROUGH))
        self._through.setVisible(count == len(self.steps))

    def _measure(self) -> None:
        self.setFixedWidth(scaled(252))
        self._column.setContentsMargins(scaled(16), scaled(14), scaled(8), scaled(14))
        self._column.setSpacing(scaled(8))

    @override
    def showEvent(self, event: QShowEvent) -> None:
        # Most windows never show it: their start does not wait for its rows.
        if not self._rows:
            self._put_together()
            self._show()
        super().showEvent(event)

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if is_look_change(event) and hasattr(self, "_column"):
            self._measure()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        colors = Colors.of(self)
        painter.fillRect(self.rect(), QColor(colors.panel))
        painter.fillRect(0, 0, 1, self.height(), QColor(colors.line))


class GuideStrip(QFrame):
    """The guide where the window is narrow: its next step alone, in one line above the window's foot."""

    def __init__(self, guide: Guide, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("guide_strip")
        self.setAccessibleName(translate("guide", "First ten minutes"))
        self._guide = guide
        self._title = Text("", "strong", wrap=True)
        self._title.setObjectName("guide_strip_step")
        self._count = Text("", "small", "muted")
        self._where = Button(translate("guide", "Show me where"), size="small", name="button_guide_strip")
        self._where.clicked.connect(self._on_where)
        self._row = QHBoxLayout(self)
        self._row.addWidget(self._title, 1)
        self._row.addWidget(self._count)
        self._row.addWidget(self._where)
        self._row.addWidget(_close_button("button_guide_strip_close", guide.closed.emit))
        guide.moved_on.connect(self._show)
        self._show()
        self._measure()

    def _show(self) -> None:
        step = self._guide.next_step
        self._title.setText(translate("guide", step.title if step is not None else THROUGH))
        self._title.setToolTip(translate("guide", step.words) if step is not None else "")
        self._count.setText(self._guide.count_words)
        self._where.setVisible(step is not None)

    def _on_where(self) -> None:
        step = self._guide.next_step
        if step is not None:
            self._guide.pointed.emit(step.target)

    def _measure(self) -> None:
        self._row.setContentsMargins(scaled(24), scaled(6), scaled(16), scaled(6))
        self._row.setSpacing(scaled(8))

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if is_look_change(event) and hasattr(self, "_row"):
            self._measure()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        colors = Colors.of(self)
        painter.fillRect(self.rect(), QColor(colors.panel))
        painter.fillRect(0, 0, self.width(), 1, QColor(colors.line))


def _close_button(name: str, close: Callable[[], object]) -> Button:
    button = Button("", "bare", icon="x", size="small", name=name)
    button.setAccessibleName(translate("guide", "Close the first ten minutes"))
    button.setToolTip(translate("guide", "Close; it stays under Help"))
    button.clicked.connect(close)
    return button


class _Row(QWidget):
    """One step: whether it is done, what to do, and a button that shows where."""

    def __init__(self, step: Step, point: Callable[[str], None]) -> None:
        super().__init__()
        self.setObjectName(f"guide_step_{step.key}")
        self._title_words = translate("guide", step.title)
        self._mark = QLabel()
        self._mark.setFixedSize(scaled(18), scaled(18))
        self._title = Text(self._title_words, "strong", wrap=True)
        self._words = Text(translate("guide", step.words), "small", "muted", wrap=True)
        self._where = Button(translate("guide", "Show me where"), size="small", name=f"button_guide_{step.key}")
        self._where.setAccessibleName(translate("guide", "Show me where: {step}").format(step=self._title_words))
        self._where.clicked.connect(partial(point, step.target))
        self._done = False
        words = QVBoxLayout()
        words.setContentsMargins(0, 0, 0, 0)
        words.setSpacing(scaled(4))
        words.addWidget(self._title)
        words.addWidget(self._words)
        words.addWidget(self._where, 0, Qt.AlignmentFlag.AlignLeft)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(scaled(8))
        row.addWidget(self._mark, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)

    def show_done(self, done: bool) -> None:
        """What is done needs no more words."""
        self._done = done
        self._words.setVisible(not done)
        self._where.setVisible(not done)
        self._title.set_tone("muted" if done else "text")
        state = translate("guide", "done") if done else translate("guide", "not done yet")
        self._mark.setAccessibleName(translate("guide", "{step}: {state}").format(step=self._title_words, state=state))
        self._draw()

    def _draw(self) -> None:
        colors = Colors.of(self)
        icon, ink = ("circle-check", colors.good) if self._done else ("circle", colors.faint)
        self._mark.setPixmap(app_icons().pixmap(icon, ink, scaled(16), self.devicePixelRatioF()))

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if is_look_change(event) and hasattr(self, "_done"):
            self._draw()


def _begins(sign: str, awaited: str) -> bool:
    """Signs that end with a blank stand for all that begin with them."""
    return awaited.endswith(" ") and sign.startswith(awaited)
