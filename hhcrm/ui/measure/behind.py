"""The rows behind a mark or count that no other place shows: visits, gaps between visits, updates to sources."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import tzinfo
from functools import partial
from typing import TYPE_CHECKING, Any, Protocol

from PySide6.QtWidgets import QWidget

from hhcrm.domain.days import say_year_day
from hhcrm.domain.loop_words import STEP_TITLES
from hhcrm.domain.vocabulary import shown
from hhcrm.domain.wording import translate
from hhcrm.queries.measure_models import GapLine, GapsBehind, LoopRow, LoopsBehind, VisitsBehind
from hhcrm.queries.read_models import VisitLine
from hhcrm.ui.measure.reading_behind import ReadingDialog, Readings
from hhcrm.ui.measure.rows_dialog import RowsDialog
from hhcrm.ui.shared.columns import Column
from hhcrm.ui.shared.desk import Desk
from hhcrm.ui.shared.frame_port import Frame

if TYPE_CHECKING:
    from hhcrm.queries.bound import Questions


Rows = VisitsBehind | GapsBehind | LoopsBehind


class _Page(Protocol):
    @property
    def total(self) -> int: ...

    @property
    def lines(self) -> Sequence[Any]: ...


class BehindDialog(RowsDialog):
    """A table of the rows that a mark counts; Enter goes to the source or the referral of one."""

    def __init__(self, desk: Desk, frame: Frame, behind: Rows, parent: QWidget) -> None:
        name, title, columns, hint = _kind_of(behind, desk)
        super().__init__(desk, frame, behind.asked, name, title, parent)
        self._behind = behind
        self._places: dict[int, Any] = {}
        self.put_table(columns, hint)

    def _fetch(self, offset: int, limit: int, token: int) -> None:
        behind = self._behind

        def question(ask: Questions) -> _Page:
            if isinstance(behind, VisitsBehind):
                return ask.visits_behind(behind, offset, limit)
            if isinstance(behind, LoopsBehind):
                return ask.loops_behind(behind, offset, limit)
            return ask.gaps_behind(behind, offset, limit)

        self._desk.read(question, partial(self._take, token, offset), self._frame.fault, owner=self)

    def _take(self, token: int, offset: int, page: _Page) -> None:
        for place, line in enumerate(page.lines, offset):
            self._places[id(line)] = place
        self.table.lines.take(token, offset, page.lines, page.total)

    def _place_of(self, line: Any) -> int:
        """Visits and updates have keys of their own; a gap is known by its place."""
        if isinstance(line, LoopRow):
            return line.update_id
        return line.visit_id if isinstance(line, VisitLine) else self._places.get(id(line), -1)

    def _go_on(self, line: Any) -> None:
        if isinstance(line, VisitLine):
            self._frame.go("sources", source_id=line.source_id, kind="visit", item_id=line.visit_id)
        elif isinstance(line, LoopRow):
            self._frame.go("referrals", referral_id=line.referral_id, tab="loop")
        else:
            self._frame.go("sources", source_id=line.source_id)


def dialog_of(desk: Desk, frame: Frame, behind: object, over: QWidget) -> RowsDialog | None:
    """The dialog with these rows; what lies ahead has none."""
    if isinstance(behind, Readings):
        return ReadingDialog(desk, frame, behind, over)
    return BehindDialog(desk, frame, behind, over) if isinstance(behind, Rows) else None


def _kind_of(behind: Rows, desk: Desk) -> tuple[str, str, list[Column[Any]], str]:
    """The name of the rows, their title, their columns, and where one leads."""
    to_source = translate("measure", "Enter or a double click goes to the source.")
    if isinstance(behind, VisitsBehind):
        return "visits", translate("measure", "Visits"), _visit_columns(), to_source
    if isinstance(behind, GapsBehind):
        return "gaps", translate("measure", "Gaps between visits"), _gap_columns(), to_source
    to_referral = translate("measure", "Enter or a double click goes to the referral.")
    return "updates", translate("measure", "What fell due to be told"), _loop_columns(desk.zone()), to_referral


def _loop_columns(zone: tzinfo) -> list[Column[Any]]:
    def state(line: LoopRow) -> str:
        if line.given_at is None:
            return translate("measure", "not told")
        return translate("measure", "late") if line.given_at > line.due_at else translate("measure", "on time")

    def tag(line: LoopRow) -> str:
        return "overdue" if line.given_at is None else "due" if line.given_at > line.due_at else "good"

    def told(line: LoopRow) -> str:
        return "" if line.given_at is None else say_year_day(line.given_at.astimezone(zone).date())

    return [
        Column(
            "due_at", translate("measure", "Due"), 112, lambda line: say_year_day(line.due_at.astimezone(zone).date())
        ),
        Column("source", translate("measure", "Source"), 150, lambda line: line.source, kind="strong", fills=True),
        Column("step", translate("measure", "Step"), 100, lambda line: translate("loop", STEP_TITLES[line.step])),
        Column("state", translate("measure", "In time"), 84, state, tag=tag),
        Column("given_at", translate("measure", "Told"), 112, told),
        Column("liaison", translate("measure", "Liaison"), 106, lambda line: line.liaison),
    ]


def _visit_columns() -> list[Column[Any]]:
    def kind(line: VisitLine) -> str:
        return line.kind

    def advance(line: VisitLine) -> str:
        return shown(str(line.advance)) if line.advance else ""

    def minutes(line: VisitLine) -> str:
        return "" if line.minutes is None else f"{line.minutes:,}"

    return [
        Column("visit_on", translate("measure", "Day"), 116, lambda line: say_year_day(line.visit_on)),
        Column("source", translate("measure", "Source"), 200, lambda line: line.source, kind="strong", fills=True),
        Column("kind", translate("measure", "Kind"), 130, kind),
        Column("liaison", translate("measure", "Liaison"), 120, lambda line: line.liaison),
        Column("advance", translate("measure", "Advance"), 110, advance),
        Column("minutes", translate("measure", "Minutes"), 70, minutes, align="right"),
    ]


def _gap_columns() -> list[Column[Any]]:
    def ended(line: GapLine) -> str:
        return translate("measure", "not yet") if line.ended_on is None else say_year_day(line.ended_on)

    def kept(line: GapLine) -> str:
        return translate("measure", "kept") if line.days <= line.longest else translate("measure", "too long")

    return [
        Column("source", translate("measure", "Source"), 200, lambda line: line.source, kind="strong", fills=True),
        Column("began_on", translate("measure", "Visit"), 116, lambda line: say_year_day(line.began_on)),
        Column("ended_on", translate("measure", "Next visit"), 116, ended),
        Column("days", translate("measure", "Days"), 60, lambda line: f"{line.days:,}", align="right"),
        Column("longest", translate("measure", "At most"), 70, lambda line: f"{line.longest:,}", align="right"),
        Column(
            "kept", translate("measure", "Rhythm"), 90, kept,
            tag=lambda line: "good" if line.days <= line.longest else "overdue",
        ),
    ]  # fmt: skip
