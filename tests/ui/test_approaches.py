"""The page of approaches: what came of each in words and charts, the forms by keyboard, the journal; with undo."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from hhcrm.app.drafts import Drafts
from hhcrm.charts.painter import Painter
from hhcrm.domain.comparing import Way
from hhcrm.domain.measures import MeasureKey
from hhcrm.jobs.runner import Runner
from hhcrm.queries.bound import Questions
from hhcrm.queries.measures.models import ReadingBehind
from hhcrm.services.bound import Actions
from hhcrm.services.commands import Archive
from hhcrm.services.sample.fill import fill_sample
from hhcrm.storage.journal import Actor
from hhcrm.storage.work import UnitOfWork
from hhcrm.ui.measure.approaches.editors import MeasuresEditor, SourcesEditor
from hhcrm.ui.measure.approaches.page import ApproachesPage
from hhcrm.ui.measure.place import MeasureKit, MeasurePlace
from hhcrm.ui.shared.buttons import Button
from hhcrm.ui.shared.desk import Desk
from hhcrm.ui.shared.text import Text
from tests.databases import new_engine
from tests.ui.measure_kit import FakeFrame

TODAY = date(2026, 11, 23)
NOW = datetime(2026, 11, 23, 15, 0, tzinfo=UTC)
FIRST = "In-services for skilled nursing facilities"


@dataclass
class Office:
    """A sample agency with its approaches, and the page over it."""

    folder: Path
    qtbot: QtBot
    questions: Questions
    actions: Actions
    drafts: Drafts
    frame: FakeFrame = field(default_factory=FakeFrame)
    opened: list[tuple[MeasurePlace, Desk, Runner]] = field(default_factory=list)

    def open(self, *, waits: bool = True) -> ApproachesPage:
        runner = Runner()
        desk = Desk(runner, lambda: self.questions, lambda: self.actions, now=lambda: NOW, today=lambda: TODAY)
        desk.faulted.connect(self.frame.faults.append)
        kit = MeasureKit(Painter(self.folder / "charts"), drafts=self.drafts)
        place = MeasurePlace(desk, self.frame, kit)
        desk.changed.connect(lambda _changes: place.refresh())
        self.opened.append((place, desk, runner))
        place.resize(1060, 760)
        place.show()
        with self.qtbot.waitActive(place):
            place.activateWindow()
        place.refresh()
        place.show_where(page="approaches")
        page = place.page("approaches")
        assert isinstance(page, ApproachesPage)
        if waits:
            self.until(lambda: len(page.compared) == len(page.items) > 0 and page.intervals.chart is not None)
        return page

    def until(self, holds: Callable[[], object]) -> None:
        self.qtbot.waitUntil(lambda: bool(holds()), timeout=15_000)

    def close(self) -> None:
        for place, desk, runner in self.opened:
            shiboken6.delete(place)
            desk.close()
            runner.close()
        QApplication.processEvents()


@pytest.fixture
def office(qtbot: QtBot, tmp_path: Path) -> Iterator[Office]:
    engine = new_engine(tmp_path / "agency.db")
    work = UnitOfWork(engine, Actor(None, "Tess"), lambda: NOW)
    fill_sample(work, sources=60, months=18, today=TODAY)
    questions, actions = Questions(engine, lambda: NOW, lambda: TODAY, None), Actions(work, lambda: TODAY, tmp_path)
    (tmp_path / "drafts").mkdir()
    made = Office(tmp_path, qtbot, questions, actions, Drafts(tmp_path / "drafts", lambda: NOW))
    yield made
    made.close()
    assert made.frame.faults == []


def press(page: ApproachesPage, name: str) -> None:
    button = page.findChild(Button, name)
    assert button is not None, name
    button.setFocus()
    QTest.keyClick(button, Qt.Key.Key_Space)


def test_each_approach_says_how_it_stands_and_the_first_is_drawn(office: Office) -> None:
    page = office.open()
    assert [item.name for item in page.items] == [FIRST, "Same-day call back to practices"]
    found = page.compared[page.items[0].approach_id]
    assert page.head.text() == FIRST
    for one in found.measures:
        assert one.definition.title in page.sentences.text()
    assert "by chance" in page.method.text()
    assert "Welch" in page.method.text()
    chart = page.intervals.chart
    assert chart is not None
    assert [row.label for row in chart.rows] == [one.definition.title for one in found.measures]
    assert page.weekly.chart is not None
    assert len(page.weekly.chart.marks) == 2 * found.sides.count
    rows = [mark for mark in chart.marks if isinstance(mark.behind, ReadingBehind)]
    assert len(rows) == 2 * len(found.measures)
    for place, mark in enumerate(rows):
        side = found.measures[mark.row].after if place % 2 else found.measures[mark.row].before
        assert isinstance(mark.behind, ReadingBehind)
        assert office.questions.reading_behind(mark.behind, 0, 1).total == side.cases
    for week in page.weekly.chart.marks:
        assert isinstance(week.behind, ReadingBehind)
        assert office.questions.reading_behind(week.behind, 0, 1).total == week.value
    office.until(lambda: page.intervals.view.is_drawn and page.weekly.view.is_drawn)
    assert page.charts() == [chart, page.weekly.chart]


def test_another_way_of_looking_and_another_approach_are_asked(office: Office) -> None:
    page = office.open()
    page.way.set_value(str(Way.OTHERS))
    first, second = (item.approach_id for item in page.items)
    office.until(lambda: len(page.compared) == 2 and page.compared[first].way is Way.OTHERS)
    assert "Those without it" in page.sentences.text()
    press(page, f"measure_approaches_{second}_show")
    office.until(lambda: page.head.text() == "Same-day call back to practices")
    page.measure.set_value(str(MeasureKey.HOURS_TO_SOC))
    assert page.weekly.chart is not None
    assert page.weekly.chart.title.startswith("Hours to SOC")


def test_an_approach_is_noted_by_keyboard_edited_and_archived(office: Office) -> None:
    page = office.open()
    press(page, "measure_approaches_add")
    office.until(lambda: page.form is not None)
    assert page.form is not None
    QTest.keyClicks(page.focusWidget(), "Calls on Fridays")
    QTest.keyClick(page.form, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    office.until(lambda: len(page.items) == 3 and page.form is None)
    assert office.frame.toasts[-1] == "Approach noted"
    made = next(item for item in page.items if item.name == "Calls on Fridays")
    assert (made.starts_on, made.measures) == (TODAY, (MeasureKey.REFERRALS, MeasureKey.CONVERSION))
    assert page.shown == made.approach_id
    office.until(lambda: len(page.compared) == 3)
    assert "Too few to tell" in page.sentences.text() or "too few to tell" in page.sentences.text()
    press(page, f"measure_approaches_{made.approach_id}_edit")
    office.until(lambda: page.form is not None)
    assert page.form is not None
    page.form.type_into("starts_on", f"{TODAY - timedelta(weeks=20):%m/%d/%Y}")
    page.form.type_into("ends_on", "01/01/2020")
    QTest.keyClick(page.form, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    office.until(lambda: page.form is not None and page.form.field("ends_on").error)
    page.form.type_into("ends_on", "")
    QTest.keyClick(page.form, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    office.until(lambda: page.form is None and any(one.starts_on == TODAY - timedelta(weeks=20) for one in page.items))
    office.until(lambda: len(page.compared) == 3)
    press(page, f"measure_approaches_{made.approach_id}_archive")
    office.until(lambda: len(page.items) == 2)


def test_what_was_learned_is_noted_found_and_archived(office: Office) -> None:
    page = office.open()
    journal = page.journal
    office.until(lambda: journal.entries)
    count = len(journal.entries)
    press(page, f"measure_approaches_{page.items[0].approach_id}_learned")
    office.until(lambda: journal.form is not None)
    assert journal.form is not None
    assert journal.form.texts()["approach_id"] == str(page.items[0].approach_id)
    journal.form.type_into("text", "Zebras answer on Tuesdays")
    QTest.keyClick(journal.form, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    office.until(lambda: len(journal.entries) == count + 1)
    journal.field.setText("zebra")
    office.until(lambda: len(journal.entries) == 1)
    (item,) = journal.items
    assert (item.by_name, item.on_day) == ("Tess", TODAY)
    press(page, f"measure_approaches_journal_{item.note_id}_archive")
    office.until(lambda: not journal.entries)


def test_a_half_typed_approach_is_offered_again(office: Office) -> None:
    page = office.open()
    page.add()
    office.until(lambda: page.form is not None)
    assert page.form is not None
    page.form.type_into("name", "Half a thou")
    page.form.leave()
    office.until(lambda: page.form is None and office.drafts.get("approach", "new") is not None)
    page.show_where(draft=("approach", "new"))
    office.until(lambda: page.form is not None)
    assert page.form.texts()["name"] == "Half a thou"
    page.journal.note()
    assert page.journal.form is not None
    page.journal.form.type_into("text", "Half a")
    page.journal.form.leave()
    office.until(lambda: page.journal.form is None and office.drafts.get("learned", "new") is not None)
    page.show_where(draft=("learned", "new"))
    office.until(lambda: page.journal.form is not None)
    assert page.journal.form is not None
    assert page.journal.form.texts()["text"] == "Half a"


def test_a_half_typed_note_keeps_its_approach_when_it_is_what_opens_the_page(office: Office) -> None:
    page = office.open()
    about = page.items[-1].approach_id
    page.journal.note(about)
    assert page.journal.form is not None
    page.journal.form.type_into("text", "Half a")
    page.journal.form.leave()
    office.until(lambda: office.drafts.get("learned", "new") is not None)
    again = office.open(waits=False)
    again.show_where(draft=("learned", "new"))
    office.until(lambda: again.journal.form is not None)
    assert again.journal.form is not None
    assert again.journal.form.texts() == {**again.journal.form.texts(), "text": "Half a", "approach_id": str(about)}


def test_the_editors_keep_what_is_put_into_them(office: Office) -> None:
    measures = MeasuresEditor("m", office.questions.definitions())
    measures.put("visits referrals")
    assert measures.typed() == "referrals visits"
    sources = SourcesEditor("s", lambda _typed, done: done(()))
    sources.put("3\tMercy\n4\tGrace\n\thalf")
    assert sources.typed() == "3\tMercy\n4\tGrace\n\thalf"
    sources.put("")
    assert sources.typed() == ""


def test_without_an_approach_the_page_says_what_one_is_and_has_no_charts(office: Office) -> None:
    for item in office.questions.approaches():
        office.actions.archive(Archive("approach", (item.approach_id,)))
    page = office.open(waits=False)
    nothing = page.findChild(QWidget, "measure_approaches_list")
    assert nothing is not None
    office.until(lambda: any("from a day on" in text.text() for text in nothing.findChildren(Text) if text.isVisible()))
    assert page.charts() == []
    assert not page.intervals.isVisible()
    office.actions.undo()
    page.ask()
    office.until(lambda: page.intervals.isVisible() and page.intervals.chart is not None)
