"""The third page: what would happen, before anything does."""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QGridLayout, QStackedWidget, QVBoxLayout, QWidget

from hhcrm.domain.wording import QT_TRANSLATE_NOOP, translate
from hhcrm.exchange.fields import RecordKind
from hhcrm.ui.exchange.pieces import Figure, KeyTable, ListModel, Notes, in_panel, row_of, scrolling
from hhcrm.ui.exchange.port import Counts, FirstRow, Preview, RefusedRow, UnclearRow
from hhcrm.ui.exchange.words import of_rows, shortened
from hhcrm.ui.shared.buttons import Button
from hhcrm.ui.shared.columns import Column
from hhcrm.ui.shared.fonts import scaled
from hhcrm.ui.shared.long_work import WorkBar
from hhcrm.ui.shared.panel import Panel
from hhcrm.ui.shared.tabs import Tabs
from hhcrm.ui.shared.text import Text

MOST_ASKED = 100
"""Unclear rows that are asked one by one; the others are refused and can be corrected in the file."""

_LEAVE = QT_TRANSLATE_NOOP("exchange", "Leave this row out")


def figures() -> tuple[Figure, Figure, Figure, Figure]:
    """The four counts."""
    return (
        Figure("figure_created", translate("exchange", "new"), "good"),
        Figure("figure_updated", translate("exchange", "to update"), "accent"),
        Figure("figure_unchanged", translate("exchange", "unchanged")),
        Figure("figure_refused", translate("exchange", "refused"), "overdue"),
    )


def show_counts(figures_: tuple[Figure, ...], counts: Counts) -> None:
    """Put the counts into their figures."""
    for figure, count in zip(figures_, (counts.created, counts.updated, counts.unchanged, counts.refused), strict=True):
        figure.show_count(count)


def refused_columns() -> list[Column[RefusedRow]]:
    """What is said of a refused cell."""
    return [
        Column("row", translate("exchange", "Row"), 64, lambda line: f"{line.row:,}", align="right"),
        Column(
            "column", translate("exchange", "Column"), 120, lambda line: line.column or translate("exchange", "the row")
        ),
        Column(
            "value",
            translate("exchange", "Value"),
            140,
            lambda line: shortened(line.value) or translate("exchange", "blank"),
            kind="muted",
        ),
        Column("problem", translate("exchange", "What would be accepted"), 260, lambda line: line.problem, fills=True),
    ]


class RefusedPanel(Panel):
    """The refused cells as a table; of the current one all that is said of it stands below, on as many lines."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(0, 0, parent)
        self.model: ListModel[RefusedRow] = ListModel(refused_columns(), lambda line: hash((line.row, line.column)))
        self.table = KeyTable(self.model, name, translate("exchange", "Refused rows"))
        self.model.setParent(self.table)
        self.table.setMinimumHeight(scaled(130))
        self.whole = Text("", "small", wrap=True)
        self.whole.setObjectName(f"{name}_whole")
        self.whole.setMargin(scaled(10))
        self.table.current_changed.connect(self._on_current)
        self.body.addWidget(self.table, 1)
        self.body.addWidget(self.whole)

    def show_lines(self, lines: tuple[RefusedRow, ...]) -> None:
        """Show other cells."""
        self.model.show_lines(lines)
        if lines:
            self.table.selectRow(0)
        self._on_current(None)

    def _on_current(self, _line_id: object) -> None:
        line = self.model.line(self.table.currentIndex().row())
        words = _whole(line) if line else ""
        self.whole.setText(words)
        self.whole.setVisible(bool(words))


def _whole(line: RefusedRow) -> str:
    if line.column:
        return translate("exchange", "Row {row:,}, {column}: {problem}").format(
            row=line.row, column=line.column, problem=line.problem
        )
    return translate("exchange", "Row {row:,}: {problem}").format(row=line.row, problem=line.problem)


def _first_columns() -> list[Column[FirstRow]]:
    return [
        Column("row", translate("exchange", "Row"), 64, lambda line: f"{line.row:,}", align="right"),
        Column(
            "what",
            translate("exchange", "Becomes"),
            96,
            lambda line: translate("exchange", "new") if line.new else translate("exchange", "update"),
            tag=lambda line: "good" if line.new else "info",
            kind="tag",
        ),
        Column("title", translate("exchange", "Name"), 220, lambda line: line.title, kind="strong"),
        Column("detail", translate("exchange", "With"), 250, lambda line: line.detail, kind="muted", fills=True),
    ]


class PreviewPage(QWidget):
    """Counts, refused rows, first rows, and the rows that must be asked about."""

    answered = Signal()
    """Somebody said which record an unclear row means: look again."""

    cancelled = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("import_page_preview")
        self._preview: Preview | None = None
        self._answers: dict[int, int] = {}
        self.work = WorkBar("import_check")
        self.work.cancelled.connect(self.cancelled)
        self.figures = figures()
        self.lead = Text("", "body", "muted", wrap=True)
        self.lead.setObjectName("import_preview_lead")
        self.notes = Notes("import_preview_notes", "due")
        self.refused = RefusedPanel("import_refused")
        self._first_model: ListModel[FirstRow] = ListModel(_first_columns(), lambda line: line.row)
        self.first = KeyTable(self._first_model, "import_first_rows", translate("exchange", "First rows"))
        self._first_model.setParent(self.first)
        self.asking = _Asking()
        self.asking.answered.connect(self._on_answered)
        self.tabs = Tabs("import_preview_tabs", translate("exchange", "Rows"))
        self._put_together()

    @property
    def preview(self) -> Preview | None:
        """What stands there; None while it is being worked out."""
        return self._preview

    @property
    def answers(self) -> dict[int, int]:
        """Which record each unclear row means."""
        return self._answers

    def take_focus(self) -> bool:
        """The keyboard goes to the first row that must be decided; False where there is none."""
        return self.asking.take_focus()

    def begin(self, *, forget: bool) -> None:
        """The file is being checked; with `forget` the answers of another file or mapping go."""
        self._preview = None
        if forget:
            self._answers = {}
        self._stack.setCurrentIndex(0)
        self.work.begin(translate("exchange", "Checking every row"))
        self.work.cancel.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_preview(self, preview: Preview, kind: RecordKind) -> None:
        """Show what would happen."""
        self._preview = preview
        show_counts(self.figures, preview.counts)
        self.lead.setText(_lead(preview, kind))
        self.notes.say(preview.notes)
        self.refused.show_lines(preview.refused)
        self._first_model.show_lines(preview.first)
        self.asking.show_rows(preview.unclear[:MOST_ASKED], self._answers)
        self._say_tabs(preview)
        self._stack.setCurrentIndex(1)

    def _say_tabs(self, preview: Preview) -> None:
        asked = bool(preview.unclear or self._answers)
        self.tabs.bar.setTabVisible(0, asked)
        self.tabs.say("unclear", translate("exchange", "To decide {count:,}").format(count=len(preview.unclear)))
        self.tabs.say("refused", translate("exchange", "Refused {refused:,}").format(refused=preview.counts.refused))
        self.tabs.say("first", translate("exchange", "First rows"))
        if preview.unclear:
            self.tabs.open("unclear")
        else:
            self.tabs.open("refused" if preview.counts.refused else "first")

    def _put_together(self) -> None:
        busy = QWidget()
        waiting = QVBoxLayout(busy)
        waiting.setContentsMargins(0, 0, 0, 0)
        waiting.addWidget(self.work)
        waiting.addWidget(
            Text(
                translate("exchange", "Nothing is written. You can go on working in the window meanwhile."),
                "small",
                "muted",
            )
        )
        waiting.addStretch(1)
        self.tabs.add(
            "unclear", translate("exchange", "To decide"), lambda: scrolling(self.asking, "import_asking_area")
        )
        self.tabs.add("refused", translate("exchange", "Refused"), lambda: self.refused)
        self.tabs.add("first", translate("exchange", "First rows"), lambda: in_panel(self.first))
        shown = QWidget()
        column = QVBoxLayout(shown)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(scaled(10))
        column.addLayout(row_of(*self.figures, gap=12))
        column.addWidget(self.lead)
        column.addWidget(self.notes)
        column.addWidget(self.tabs, 1)
        self._stack = QStackedWidget()
        self._stack.addWidget(busy)
        self._stack.addWidget(shown)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._stack)

    def _on_answered(self) -> None:
        self._answers |= self.asking.answers()
        self.answered.emit()


class _Asking(QWidget):
    """The rows that could mean several records, each with its candidates."""

    answered = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("import_asking")
        self.setAccessibleName(translate("exchange", "Rows to decide"))
        self._boxes: dict[int, QComboBox] = {}
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(scaled(16))
        self._grid.setVerticalSpacing(scaled(8))
        self._grid.setColumnStretch(3, 1)
        self._take = Button(
            translate("exchange", "Use these answers"), "quiet", icon="check", name="button_use_answers"
        )
        self._take.clicked.connect(self.answered)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, scaled(12), 0, 0)
        column.setSpacing(scaled(12))
        column.addWidget(
            Text(
                translate("exchange", "These rows could mean several records. Say which; a row left out is refused."),
                "body",
                wrap=True,
            )
        )
        column.addLayout(self._grid)
        column.addLayout(row_of(self._take, None))
        column.addStretch(1)

    def show_rows(self, rows: tuple[UnclearRow, ...], answers: dict[int, int]) -> None:
        """Ask about these."""
        while (item := self._grid.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.setParent(None)
                widget.deleteLater()
        self._boxes = {}
        for at, row in enumerate(rows):
            box = QComboBox()
            box.setObjectName(f"field_answer_{row.row}")
            box.setAccessibleName(
                translate("exchange", "Row {row}, {value}: which record").format(row=row.row, value=row.value)
            )
            box.addItem(translate("exchange", _LEAVE), None)
            for candidate in row.candidates:
                box.addItem(candidate.words, candidate.record_id)
            box.setCurrentIndex(max(0, box.findData(answers.get(row.row))))
            box.setMinimumWidth(scaled(300))
            box.setMaximumWidth(scaled(460))
            self._boxes[row.row] = box
            self._grid.addWidget(Text(translate("exchange", "Row {row}").format(row=row.row), "small", "muted"), at, 0)
            self._grid.addWidget(Text(shortened(row.value), "strong"), at, 1)
            self._grid.addWidget(box, at, 2)
        self._take.setEnabled(bool(rows))
        for before, after in pairwise([*self._boxes.values(), self._take]):
            QWidget.setTabOrder(before, after)

    def take_focus(self) -> bool:
        """The keyboard goes to the first of them."""
        first = next(iter(self._boxes.values()), None)
        if first is not None:
            first.setFocus(Qt.FocusReason.OtherFocusReason)
        return first is not None

    def answers(self) -> dict[int, int]:
        """What was said."""
        return {row: int(box.currentData()) for row, box in self._boxes.items() if box.currentData() is not None}


def _lead(preview: Preview, kind: RecordKind) -> str:
    counts = preview.counts
    if not counts.created and not counts.updated:
        return (
            translate("exchange", "Nothing would change: every row is already here as it is.")
            if not counts.refused
            else translate(
                "exchange", "No row can be taken as it is. Go back and look at the columns, or correct the file."
            )
        )
    words = translate("exchange", "Nothing is written yet. Import brings in {of_rows}").format(
        of_rows=of_rows(counts.created + counts.updated)
    )
    if counts.refused:
        words += translate("exchange", "; {of_rows} would stay out and can be saved as a file to correct").format(
            of_rows=of_rows(counts.refused)
        )
    return f"{words}."
