"""Tables of sources on the worth board: what their columns say, and their order, from lines that are all there."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from hhcrm.domain.text import fold
from hhcrm.domain.vocabulary import shown
from hhcrm.domain.wording import translate
from hhcrm.queries.worth_models import WorthLine
from hhcrm.queries.worth_words import basis_words, why_called_out
from hhcrm.ui.shared.columns import Column
from hhcrm.ui.shared.said import amount
from hhcrm.ui.shared.table import TableView
from hhcrm.ui.shared.table_model import WindowedTableModel

_PAGE = 200
_Key = Callable[[WorthLine], float | None]

_NUMBERS: Mapping[str, _Key] = {
    "potential": lambda line: line.potential,
    "sent": lambda line: line.sent,
    "share": lambda line: line.share,
    "expected": lambda line: line.expected_as_known,
    "visits": lambda line: line.visits,
    "minutes": lambda line: line.minutes,
    "visits_year": lambda line: line.visits_year,
    "providers": lambda line: line.providers,
    "felt": lambda line: line.felt,
}
"""What a column of numbers is sorted by; what is not known comes last."""


class LineTable(TableView[WorthLine]):
    """Sources in the order in which they are given until somebody sorts them."""

    def __init__(
        self, columns: Sequence[Column[WorthLine]], name: str, words: str, parent: QWidget | None = None
    ) -> None:
        model: WindowedTableModel[WorthLine] = WindowedTableModel(
            columns, self._fetch, lambda line: line.source_id, page=_PAGE
        )
        super().__init__(model, name, words, parent)
        model.setParent(self)
        self._given: tuple[WorthLine, ...] = ()
        self._sorted: tuple[tuple[str, bool], tuple[WorthLine, ...]] = (("", False), ())
        self._going_to: int | None = None
        model.refreshed.connect(self._arrive)

    @property
    def given(self) -> tuple[WorthLine, ...]:
        """All lines."""
        return self._given

    def show_lines(self, lines: Sequence[WorthLine]) -> None:
        """Show other lines; the one that was chosen stays so where it is among them."""
        self._given = tuple(lines)
        self._sorted = (("", False), self._given)
        self.lines.ask_again()

    def current_line(self) -> WorthLine | None:
        """The line that is chosen."""
        return self.lines.line(self.currentIndex().row())

    def go_to(self, source_id: int) -> None:
        """Choose a source, as soon as its line is there."""
        self._going_to = source_id
        self._arrive()

    def _arrive(self) -> None:
        """The rows may still be those of what was shown before: then the next answer brings it."""
        if self._going_to is None:
            return
        order = self._in_order()
        at = next((row for row, line in enumerate(order) if line.source_id == self._going_to), None)
        if at is None or self.lines.total != len(order):
            return
        self.selectRow(at)
        self.scrollTo(self.lines.index(at, 0))
        if self.current_id() in (self._going_to, None):  # None: its page is on the way
            self._going_to = None

    def _in_order(self) -> tuple[WorthLine, ...]:
        key, down = self.lines.sort_by
        if not key:
            return self._given
        if self._sorted[0] != (key, down) or len(self._sorted[1]) != len(self._given):
            self._sorted = ((key, down), _ordered(self._given, key, down))
        return self._sorted[1]

    def _fetch(self, offset: int, limit: int, token: int) -> None:
        # The model wants its answer later, never from inside its own question.
        QTimer.singleShot(0, self, partial(self._answer, offset, limit, token))

    def _answer(self, offset: int, limit: int, token: int) -> None:
        lines = self._in_order()
        self.lines.take(token, offset, lines[offset : offset + limit], len(lines))


def _ordered(lines: Sequence[WorthLine], key: str, down: bool) -> tuple[WorthLine, ...]:
    if key not in _NUMBERS:
        words: Mapping[str, Callable[[WorthLine], str]] = {
            "name": lambda line: line.name,
            "type": lambda line: line.type,
            "owner": lambda line: line.owner,
            "basis": lambda line: str(line.basis),
        }
        return tuple(sorted(lines, key=lambda line: fold(words[key](line)), reverse=down))
    number = _NUMBERS[key]
    known = [line for line in lines if number(line) is not None]
    known.sort(key=lambda line: number(line) or 0.0, reverse=down)
    return (*known, *(line for line in lines if number(line) is None))


def board_columns(rates: Callable[[], Mapping[str, float]]) -> list[Column[WorthLine]]:
    """The columns of the lists; `rates` of the kinds of providers say what a potential was counted by."""
    return [
        _name(),
        _number("potential", translate("worth", "Potential"), 88, lambda line: per_month(line.potential)),
        Column(
            "basis", translate("worth", "Rests on"), 236, lambda line: basis_words(line, rates()), kind="muted",
            sort="basis",
        ),
        _number("sent", translate("worth", "Received"), 76, lambda line: f"{line.sent:,}"),
        _number("share", translate("worth", "Share"), 62, lambda line: percent(line.share)),
        _number("expected", translate("worth", "Expected"), 88, lambda line: _expected(line.expected_as_known)),
        _number("visits", translate("worth", "Visits"), 66, lambda line: f"{line.visits:,}"),
        _number("minutes", translate("worth", "Minutes"), 72, lambda line: f"{line.minutes:,}"),
        _number("providers", translate("worth", "Providers"), 104, lambda line: _count(line.providers)),
        _number("felt", translate("worth", "Felt, 1-5"), 86, lambda line: _count(line.felt)),
        Column("owner", translate("worth", "Owner"), 120, lambda line: line.owner, sort="owner"),
    ]  # fmt: skip


def called_columns() -> list[Column[WorthLine]]:
    """The columns of the sources that are called out; visits and referrals are of 12 months."""
    return [
        Column(
            "name", translate("worth", "Source"), 116, lambda line: line.name, kind="strong", sort="name", fills=True
        ),
        _number("visits_year", translate("worth", "Visits"), 60, lambda line: f"{line.visits_year:,}"),
        _number("providers", translate("worth", "Providers"), 95, lambda line: _count(line.providers)),
        _number("potential", translate("worth", "Potential"), 88, lambda line: per_month(line.potential)),
        _number("sent", translate("worth", "Received"), 72, lambda line: f"{line.sent:,}"),
    ]


def why_words(line: WorthLine) -> str:
    """Who is called out as what, and why."""
    called = "" if line.misjudged is None else shown(line.misjudged)
    return f"{line.name} ({called}): {why_called_out(line)}"


def _name() -> Column[WorthLine]:
    return Column(
        "name", translate("worth", "Source"), 190, lambda line: line.name, kind="strong", sort="name", fills=True,
        second=_parts,
    )  # fmt: skip


def _parts(line: WorthLine) -> str:
    if not line.parts:
        return ""
    words = translate("worth", "with 1 part") if line.parts == 1 else translate("worth", "with {count} parts")
    return words.format(count=f"{line.parts:,}")


def _number(key: str, title: str, width: int, text: Callable[[WorthLine], str]) -> Column[WorthLine]:
    return Column(key, title, width, text, align="right", kind="number", sort=key, sort_down_first=True)


def per_month(value: float | None) -> str:
    """Patients a month: 11 / mo; a dash where nobody knows."""
    return "\u2013" if value is None else translate("worth", "{amount} / mo").format(amount=amount(value))


def _expected(value: float | None) -> str:
    """Referrals a month; a dash where nothing is known to expect them from."""
    return "\u2013" if value is None else amount(value) or "0"


def percent(share: float | None) -> str:
    """A share; a dash where there is nothing that it is a share of."""
    return "\u2013" if share is None else f"{round(100 * share):,} %"


def _count(value: int | None) -> str:
    return "" if value is None else f"{value:,}"
