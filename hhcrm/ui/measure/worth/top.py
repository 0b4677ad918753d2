"""The first hundred sources as a list to share: as a file, on paper, or as a view among Sources."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from hhcrm.domain.changes import ChangeSet
from hhcrm.domain.top_list import TopBy
from hhcrm.domain.wording import translate
from hhcrm.queries.worth_models import WorthBoard, WorthLine
from hhcrm.queries.worth_top import TOP_COLUMNS, top_lines, top_rows
from hhcrm.services.commands import EditSources, SaveView
from hhcrm.ui.measure.pages import PageKit
from hhcrm.ui.measure.worth.lines import LineTable, board_columns
from hhcrm.ui.shared.buttons import Button
from hhcrm.ui.shared.flow import FlowLayout
from hhcrm.ui.shared.fonts import scaled
from hhcrm.ui.shared.forms.context import FormContext
from hhcrm.ui.shared.in_window import fit_in_window
from hhcrm.ui.shared.segmented import Segmented
from hhcrm.ui.shared.text import Text, set_ground

if TYPE_CHECKING:
    from hhcrm.queries.bound import Questions
    from hhcrm.services.bound import Actions

_HIDDEN = ("minutes", "providers", "felt")


class TopDialog(QDialog):
    """By what may be expected or by potential; the table is what the files hold."""

    def __init__(self, kit: PageKit, context: FormContext, board: WorthBoard, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("dialog_measure_worth_top")
        words = translate("worth", "Top sources")
        self.setWindowTitle(words)
        self.setAccessibleName(words)
        set_ground(self, "panel")
        self._kit = kit
        self._context = context
        self._board = board
        self.by = Segmented(
            (
                (str(TopBy.EXPECTED), "E", translate("worth", "Expected referrals")),
                (str(TopBy.POTENTIAL), "P", translate("worth", "Potential")),
            ),
            "measure_worth_top_by", translate("worth", "In which order"), show_keys=False,
        )  # fmt: skip
        columns = [column for column in board_columns(lambda: board.rates) if column.key not in _HIDDEN]
        self.table = LineTable(columns, "measure_worth_top_table", words)
        self.title = Text("", "title")
        self._put_together()
        self.by.set_value(str(TopBy.EXPECTED))
        self.by.picked.connect(lambda _value: self._show())
        self.table.opened.connect(self._on_opened)
        fit_in_window(self, parent, 940, 560)
        self._show()
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def lines(self) -> tuple[WorthLine, ...]:
        """What is in the list."""
        return top_lines(self._board, TopBy(self.by.value))

    def write(self, path: Path) -> None:
        """Write the list to a .csv, .xlsx or .pdf on a worker; what goes wrong is said in words."""
        board, lines, by, on = self._board, self.lines, TopBy(self.by.value), self._kit.desk.today()
        words = translate("worth", "Saved as {name}").format(name=path.name)

        def work(ask: Questions) -> None:
            if path.suffix.lower() == ".pdf":
                from hhcrm.printing.top_page import TopPage, write_top  # late: seldom wanted

                write_top(TopPage(board, lines, by, ask.letterhead(), on), path)
                return
            from hhcrm.exchange.writer import write_csv, write_xlsx  # late: seldom wanted

            write = write_xlsx if path.suffix.lower() == ".xlsx" else write_csv
            write(path, TOP_COLUMNS, top_rows(board, lines))

        self._kit.desk.read(
            work, lambda _nothing: self._kit.frame.toast(words), self._kit.frame.fault, owner=self
        )  # fmt: skip

    def keep_view(self) -> None:
        """Tag the sources and keep the view of that tag among Sources."""
        name = f"{self._name()} {self._kit.desk.today().isoformat()}"
        tag = EditSources(tuple(line.source_id for line in self.lines), add_tag=name)
        view = SaveView("sources", name, {"filter": {"tag": name}, "table": {}})

        def act(actions: Actions) -> ChangeSet:
            actions.save_view(view)
            return actions.edit_sources(tag)

        said = translate("worth", "View {name} saved among Sources").format(name=name)
        self._context.do(act, said, owner=self)

    def _show(self) -> None:
        lines = self.lines
        self.table.show_lines(lines)
        self.title.setText(self._name())
        for button in self.ways:
            button.setEnabled(bool(lines))

    def _name(self) -> str:
        by, count = TopBy(self.by.value), len(self.lines)
        words = (
            translate("worth", "Top {count} by expected referrals")
            if by is TopBy.EXPECTED
            else translate("worth", "Top {count} by potential")
        )
        return words.format(count=count)

    def _save(self, form: str) -> None:
        picked = self._kit.pick(self, f"{self._name()}.{form}", f"{form.upper()} (*.{form})")
        if picked:
            path = Path(picked)
            self.write(path if path.suffix.lower() == f".{form}" else path.with_name(f"{path.name}.{form}"))

    def _on_opened(self, source_id: int) -> None:
        self.accept()
        self._kit.frame.go("sources", source_id=source_id)

    def _put_together(self) -> None:
        head, foot = QWidget(), QWidget()
        above, below = FlowLayout(head, scaled(10)), FlowLayout(foot, scaled(8))
        above.addWidget(self.title)
        above.addWidget(self.by)
        self.ways = [
            *(
                self._way(form, form.upper(), partial(self._save, form), _save_words(form))
                for form in ("csv", "xlsx", "pdf")
            ),
            self._way(
                "view", translate("worth", "Keep as a view"), self.keep_view,
                translate("worth", "Tag these sources and keep a view of them among Sources"),
            ),
        ]  # fmt: skip
        for button in self.ways:
            below.addWidget(button)
        close = Button(translate("worth", "Close"), name="measure_worth_top_close")
        close.clicked.connect(self.reject)
        below.addWidget(close)
        column = QVBoxLayout(self)
        column.setContentsMargins(scaled(20), scaled(16), scaled(20), scaled(16))
        column.setSpacing(scaled(10))
        column.addWidget(head)
        column.addWidget(self.table, 1)
        column.addWidget(foot)

    def _way(self, key: str, words: str, act: Callable[[], object], tip: str) -> Button:
        button = Button(words, size="small", name=f"measure_worth_top_{key}")
        button.setToolTip(tip)
        button.clicked.connect(lambda: act())
        return button


def _save_words(form: str) -> str:
    return translate("worth", "Save as {form}").format(form=form.upper())
