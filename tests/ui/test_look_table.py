"""Tables: any number of rows, few in memory, nothing lost when the data change."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QAbstractItemModel, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QAbstractItemModelTester, QTest
from pytestqt.qtbot import QtBot

from hhcrm.ui.shared.columns import Cell, Column, spreadsheet_range
from hhcrm.ui.shared.look import Look
from hhcrm.ui.shared.table import CellRole, LineRole, TableView, WindowedTableModel


@dataclass(frozen=True)
class Row:
    row_id: int
    name: str
    count: int


COLUMNS: tuple[Column[Row], ...] = (
    Column("name", "Source", 180, lambda row: row.name, kind="strong", sort="name", fills=True),
    Column("type", "Type", 90, lambda row: "SNF", kind="muted", second=lambda row: "East"),
    Column("next", "Next", 90, lambda row: "Nov 23", tag=lambda row: "due", sort="next"),
    Column("rhythm", "Rhythm", 80, lambda row: "", dots=lambda row: (row.count % 6, 5)),
    Column("count", "90 days", 70, lambda row: str(row.count), align="right", sort="count", sort_down_first=True),
)


@dataclass
class Rows:
    """A source of rows that answers when it is told to."""

    rows: list[Row]
    asked: list[tuple[int, int, int]] = field(default_factory=list)
    model: WindowedTableModel[Row] | None = None

    def fetch(self, offset: int, limit: int, token: int) -> None:
        self.asked.append((offset, limit, token))

    def answer(self) -> None:
        """Answer everything asked, also what is asked meanwhile."""
        assert self.model is not None
        while self.asked:
            offset, limit, token = self.asked.pop(0)
            self.model.take(token, offset, self.rows[offset : offset + limit], len(self.rows))


def made(
    count: int, page: int = 100, columns: tuple[Column[Row], ...] = COLUMNS
) -> tuple[Rows, WindowedTableModel[Row]]:
    source = Rows([Row(n, f"Source {n}", n % 7) for n in range(count)])
    model = WindowedTableModel(columns, source.fetch, lambda row: row.row_id, page=page, pages_kept=5)
    source.model = model
    return source, model


def watched(model: QAbstractItemModel) -> QAbstractItemModelTester:
    return QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)


def shown(model: WindowedTableModel[Row], row: int) -> str:
    return str(model.data(model.index(row, 0)))


@pytest.fixture
def table(look: Look, qtbot: QtBot) -> tuple[Rows, TableView[Row]]:
    source, model = made(1_000)
    view = TableView(model, "table_test", "Sources")
    qtbot.addWidget(view)
    view.resize(700, 400)
    model.ask_again()
    source.answer()
    view.show()
    qtbot.waitExposed(view)
    return source, view


def test_fifty_thousand_rows_hold_only_a_few_pages(qtbot: QtBot) -> None:
    # One column: the tester reads every cell of every row at every change.
    source, model = made(50_000, columns=COLUMNS[:1])
    tester = watched(model)
    model.ask_again()
    source.answer()
    assert model.rowCount() == 50_000
    for row in (20_000, 49_950):
        model.data(model.index(row, 0))
        qtbot.waitUntil(lambda: bool(source.asked))
        source.answer()
        assert shown(model, row) == f"Source {row}"
    assert model.lines_held <= 500
    assert tester.model() is model


def test_walking_through_fifty_thousand_rows_forgets_what_lies_behind(qtbot: QtBot) -> None:
    source, model = made(50_000)
    model.ask_again()
    source.answer()
    for row in range(1_000, 50_000, 1_000):
        model.data(model.index(row, 0))
        qtbot.waitUntil(lambda: bool(source.asked))
        source.answer()
        assert shown(model, row) == f"Source {row}"
        assert model.lines_held <= 500


def test_flying_over_rows_fetches_only_where_one_stops(qtbot: QtBot) -> None:
    source, model = made(50_000)
    model.ask_again()
    source.answer()
    for row in range(0, 50_000, 100):
        model.data(model.index(row, 0))
    qtbot.waitUntil(lambda: bool(source.asked))
    assert len(source.asked) <= 2
    assert source.asked[0][0] == 49_900


def test_a_row_that_is_not_here_yet_says_so(qtbot: QtBot) -> None:
    source, model = made(500)
    model.ask_again()
    source.answer()
    index = model.index(450, 0)
    assert model.data(index) == ""
    assert model.data(index, Qt.ItemDataRole.AccessibleTextRole) == "Loading"
    assert model.data(index, CellRole) is None


def test_answers_to_older_questions_are_dropped() -> None:
    source, model = made(300)
    model.ask_again()
    old = source.asked.pop()
    model.start_over()
    model.take(old[2], 0, [Row(999, "Old", 0)], 1)
    assert model.rowCount() == 0
    source.answer()
    assert shown(model, 0) == "Source 0"


def test_the_last_good_rows_stay_while_waiting() -> None:
    source, model = made(300)
    tester = watched(model)
    model.ask_again()
    source.answer()
    source.rows = source.rows[50:]
    model.start_over()
    assert (model.rowCount(), shown(model, 0)) == (300, "Source 0")
    source.answer()
    assert (model.rowCount(), shown(model, 0)) == (250, "Source 50")
    assert tester.model() is model


def test_changed_data_come_without_a_reset() -> None:
    source, model = made(300)
    watched(model)
    model.ask_again()
    source.answer()
    resets: list[None] = []
    model.modelReset.connect(lambda: resets.append(None))
    source.rows = [replace(source.rows[0], name="Renamed"), *source.rows[1:], Row(300, "New", 1)]
    model.ask_again()
    source.answer()
    assert (shown(model, 0), model.rowCount(), resets) == ("Renamed", 301, [])


@settings(max_examples=25, deadline=None)
@given(st.lists(st.integers(min_value=0, max_value=350), min_size=1, max_size=8))
def test_any_change_of_the_total_is_announced_properly(totals: list[int]) -> None:
    source, model = made(120, page=50)
    tester = watched(model)
    for total in totals:
        source.rows = [Row(n, f"Source {n}", 0) for n in range(total)]
        model.ask_again()
        source.answer()
        assert model.rowCount() == total == model.total
    assert tester.model() is model


def test_a_page_that_failed_is_asked_for_again(qtbot: QtBot) -> None:
    source, model = made(300)
    model.ask_again()
    source.answer()
    model.data(model.index(200, 0))
    qtbot.waitUntil(lambda: bool(source.asked))
    offset, _, token = source.asked.pop()
    model.missed(token, offset)
    model.data(model.index(200, 0))
    qtbot.waitUntil(lambda: bool(source.asked))
    source.answer()
    assert shown(model, 200) == "Source 200"


def test_gathering_fetches_what_is_not_in_memory(qtbot: QtBot) -> None:
    source, model = made(2_000)
    model.ask_again()
    source.answer()
    got: list[Row] = []
    model.gather(range(2_000), got.extend)
    qtbot.waitUntil(lambda: bool(source.asked))
    source.answer()
    assert [row.row_id for row in got] == list(range(2_000))
    assert model.lines_held <= 500


def test_gathering_survives_a_change_of_the_data(qtbot: QtBot) -> None:
    source, model = made(1_000)
    model.ask_again()
    source.answer()
    got: list[Row] = []
    model.gather([5, 950], got.extend)
    qtbot.waitUntil(lambda: bool(source.asked))
    source.asked.clear()
    model.ask_again()
    source.answer()
    assert [row.row_id for row in got] == [5, 950]


def test_cells_say_what_the_column_decides(qtbot: QtBot) -> None:
    source, model = made(10)
    model.ask_again()
    source.answer()
    assert model.data(model.index(3, 1), CellRole) == Cell("SNF", "East")
    assert model.data(model.index(3, 2), CellRole) == Cell("Nov 23", tag="due")
    assert model.data(model.index(3, 3), Qt.ItemDataRole.AccessibleTextRole) == "visit 3 of 5"
    assert model.data(model.index(3, 0), LineRole) == source.rows[3]
    assert model.headerData(4, Qt.Orientation.Horizontal) == "90 days"


def test_a_click_on_a_head_sorts_and_a_second_turns_round(table: tuple[Rows, TableView[Row]]) -> None:
    source, view = table
    head = view.horizontalHeader()
    head.sectionClicked.emit(0)
    assert view.lines.sort_by == ("name", False)
    head.sectionClicked.emit(0)
    assert view.lines.sort_by == ("name", True)
    head.sectionClicked.emit(4)
    assert view.lines.sort_by == ("count", True), "numbers sort from the greatest"
    head.sectionClicked.emit(1)
    assert view.lines.sort_by == ("count", True), "a column that cannot sort leaves it"
    source.answer()


def test_copy_gives_a_spreadsheet_range_of_the_columns_shown(table: tuple[Rows, TableView[Row]], qtbot: QtBot) -> None:
    _, view = table
    view.setColumnHidden(3, True)
    view.horizontalHeader().moveSection(4, 0)
    view.selectRow(1)
    QTest.keyClick(view, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClick(view, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == (
        "90 days\tSource\tType\tNext\n1\tSource 1\tSNF East\tNov 23\n2\tSource 2\tSNF East\tNov 23"
    )


def test_select_all_copies_rows_that_were_never_shown(table: tuple[Rows, TableView[Row]], qtbot: QtBot) -> None:
    source, view = table
    view.selectAll()
    view.copy()
    qtbot.waitUntil(lambda: bool(source.asked))
    source.answer()
    lines = QGuiApplication.clipboard().text().split("\n")
    assert (len(lines), lines[-1].split("\t")[0]) == (1_001, "Source 999")


def test_tabs_and_line_ends_cannot_break_a_range() -> None:
    assert spreadsheet_range([["a\tb", "c\nd"]]) == "a b\tc d"


def test_columns_order_widths_and_sort_are_kept(look: Look, qtbot: QtBot, table: tuple[Rows, TableView[Row]]) -> None:
    _, view = table
    view.horizontalHeader().moveSection(2, 0)
    view.setColumnWidth(1, 140)
    next(a for a in view.columns_menu().actions() if a.text() == "Rhythm").setChecked(False)
    view.lines.set_sort("next", True)
    kept = view.kept_state()
    _, model = made(10)
    other = TableView(model, "table_other", "Sources")
    qtbot.addWidget(other)
    other.restore(kept)
    assert other.kept_state() == kept
    assert kept["order"][0] == "next"
    assert kept["hidden"] == ["rhythm"]
    assert kept["widths"]["type"] == 140
    assert kept["sort"] == ["next", True]


@pytest.mark.parametrize(
    "odd",
    [
        {},
        {"order": ["gone", "count"], "hidden": ["gone"], "widths": {"name": -5, "gone": 3}, "sort": ["gone", 1]},
        {"hidden": [column.key for column in COLUMNS]},
    ],
)
def test_an_odd_kept_state_leaves_a_table_one_can_use(
    odd: dict[str, object], table: tuple[Rows, TableView[Row]]
) -> None:
    _, view = table
    view.restore(odd)
    state = view.kept_state()
    assert sorted(state["order"]) == sorted(column.key for column in COLUMNS)
    assert len(state["hidden"]) < len(COLUMNS)
    assert state["widths"]["name"] == 180


def test_the_last_column_cannot_be_hidden(table: tuple[Rows, TableView[Row]]) -> None:
    _, view = table
    for action in view.columns_menu().actions():
        action.setChecked(False)
    assert len(view.kept_state()["hidden"]) == len(COLUMNS) - 1


def test_selection_and_scroll_stay_with_the_line_when_rows_move(table: tuple[Rows, TableView[Row]]) -> None:
    source, view = table
    view.verticalScrollBar().setValue(view.verticalScrollBar().singleStep() * 3)
    scrolled = view.verticalScrollBar().value()
    view.selectRow(5)
    source.rows = [Row(5_000, "New first", 1), *source.rows]
    view.lines.ask_again()
    source.answer()
    assert view.current_id() == 5
    assert view.selected_rows() == [6]
    assert view.verticalScrollBar().value() == scrolled > 0


def test_enter_opens_the_current_line(table: tuple[Rows, TableView[Row]], qtbot: QtBot) -> None:
    _, view = table
    view.selectRow(7)
    with qtbot.waitSignal(view.opened) as opened:
        QTest.keyClick(view, Qt.Key.Key_Return)
    assert opened.args == [7]


def test_rows_grow_with_the_text(look: Look, table: tuple[Rows, TableView[Row]]) -> None:
    _, view = table
    small = view.rowHeight(0)
    look.set_text_size(150)
    assert small == pytest.approx(32, abs=2)
    assert view.rowHeight(0) == pytest.approx(48, abs=3)


def test_what_fills_takes_the_room_left(table: tuple[Rows, TableView[Row]]) -> None:
    _, view = table
    assert sum(view.columnWidth(n) for n in range(len(COLUMNS))) == view.viewport().width()
