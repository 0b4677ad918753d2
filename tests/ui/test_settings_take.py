"""Settings > What we take: capacity, payers, ZIP codes, public texts, reviews, history."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtWidgets import QComboBox, QFileDialog, QWidget
from pytestqt.qtbot import QtBot
from sqlalchemy import select

from hhcrm.domain.words import CapacityState, ReferralStage
from hhcrm.models.all import metadata
from hhcrm.queries.capability_models import TakePage
from hhcrm.services.capability_commands import SetCapacity
from hhcrm.services.referral_commands import MoveReferrals, RecordReferral
from hhcrm.services.settings_commands import SetServedZips
from hhcrm.ui.settings.take_page import WhatWeTake
from hhcrm.ui.settings.take_zips import ZipsEditor
from hhcrm.ui.shared.look import Look
from hhcrm.ui.shared.text import Text
from tests.ui.settings_kit import TODAY, SettingsOffice, line_edit, press, type_over
from tests.ui.sources_kit import FakeFrame


@pytest.fixture
def office(tmp_path: Path, qtbot: QtBot, look: Look) -> Iterator[SettingsOffice]:
    office = SettingsOffice.found(tmp_path, qtbot)
    yield office
    office.close()


def opened(office: SettingsOffice) -> WhatWeTake:
    place, _ = office.open("take")
    page = place.page_widget("take")
    assert isinstance(page, WhatWeTake)
    office.qtbot.waitUntil(lambda: page.payers.is_whole and bool(page.texts.lines))
    return page


def words(inside: QWidget) -> str:
    return " | ".join(text.text().replace("\u00a0", " ") for text in inside.findChildren(Text))


def choose(choice: QComboBox, value: str) -> None:
    choice.setCurrentIndex(choice.findData(value))
    choice.activated.emit(choice.currentIndex())


def test_a_discipline_is_closed_with_one_click_and_says_until_when_and_why(office: SettingsOffice) -> None:
    page = opened(office)
    key = page.capacity.lines[0].discipline_id
    press(page, f"settings_capacity_closed_{key}")
    office.qtbot.waitUntil(lambda: page.capacity.lines[0].state is CapacityState.CLOSED)
    press(page, f"settings_capacity_edit_{key}")
    form = page.capacity.form
    assert form is not None
    type_over(line_edit(page, f"settings_capacity_form_{key}_until_on"), "32/32")
    type_over(line_edit(page, f"settings_capacity_form_{key}_note"), "nobody free")
    press(page, f"settings_capacity_form_{key}_save")
    assert "32/32" in form.field("until_on").error
    type_over(line_edit(page, f"settings_capacity_form_{key}_until_on"), "Dec 4")
    press(page, f"settings_capacity_form_{key}_save")
    office.qtbot.waitUntil(lambda: "until Fri, Dec 4" in words(page.capacity))
    assert "nobody free" in words(page.capacity)
    office.qtbot.waitUntil(lambda: "closed until Fri, Dec 4 (nobody free)" in words(page.history))
    office.actions.undo()
    office.actions.undo()
    assert office.questions.take_page().disciplines[0].state is None


def test_an_answer_that_is_overtaken_shows_nothing(office: SettingsOffice, monkeypatch: pytest.MonkeyPatch) -> None:
    page = opened(office)
    late: list[Callable[[TakePage], None]] = []
    with monkeypatch.context() as patched:
        patched.setattr(page.context.desk, "read", lambda _ask, then, *_more, **_kw: late.append(then))
        page.refresh()
        older = late[0]
        late.clear()
        page.refresh()
    shown = page._now
    older(TakePage())
    assert page._now is shown
    late[0](TakePage())
    assert page._now == TakePage()


def test_a_word_whose_day_has_passed_is_asked_about_and_kept_with_one_click(office: SettingsOffice) -> None:
    key = office.questions.take_page().disciplines[0].discipline_id
    office.actions.set_capacity(SetCapacity(key, CapacityState.LIMITED, None, TODAY, "one nurse ill"))
    tomorrow = TODAY + timedelta(days=1)
    office.questions._today = lambda: tomorrow
    page = opened(office)
    office.qtbot.waitUntil(lambda: "was limited until Mon, Nov 23: still so?" in words(page.capacity))
    press(page, f"settings_capacity_still_{key}")
    office.qtbot.waitUntil(lambda: not page.capacity.lines[0].lapsed)
    word = office.questions.take_page().disciplines[0].word
    assert word is not None
    assert (word.state, word.until_on, word.note) == (CapacityState.LIMITED, None, "one nurse ill")


def test_a_payer_is_refused_with_one_choice_and_told_who_takes_it(office: SettingsOffice) -> None:
    page = opened(office)
    pair = next(iter(page.payers.choices))
    choose(page.payers.choices[pair], "no")
    office.qtbot.waitUntil(lambda: len(page.payer_words.lines) == 1)
    office.qtbot.waitUntil(lambda: "nobody named instead" in words(page.payer_words))
    key = (pair[0] * 1_000_000 + pair[1]) * 1_000_000 + TODAY.toordinal()
    press(page, f"settings_payer_words_edit_{key}")
    type_over(line_edit(page, f"settings_payer_words_form_{key}_alternative"), "Harpeth Home Care")
    press(page, f"settings_payer_words_form_{key}_save")
    office.qtbot.waitUntil(lambda: "Harpeth Home Care" in words(page.payer_words))
    choose(page.payers.choices[pair], "")
    office.qtbot.waitUntil(lambda: pair not in office.questions.payer_grid().accepted)
    office.actions.undo()
    assert office.questions.payer_grid().accepted[pair].alternative == "Harpeth Home Care"


def test_open_referrals_with_a_payer_that_is_accepted_no_more_are_said(office: SettingsOffice) -> None:
    grid = office.questions.payer_grid()
    pair = (grid.payers[0][0], grid.lines[0][0])
    values = {"source_id": office.add_source("Mercy"), "payer_id": pair[0], "service_line_id": pair[1]}
    for _ in range(2):
        office.actions.record_referral(RecordReferral(values))
    place, frame = office.open("take")
    page = place.page_widget("take")
    assert isinstance(page, WhatWeTake)
    office.qtbot.waitUntil(lambda: pair in page.payers.choices)
    choose(page.payers.choices[pair], "no")
    said = "What you accept is changed from today on. 2 open referrals have this payer: tell their sources."
    office.qtbot.waitUntil(lambda: frame.toasts == [(said, True)])


def test_a_payer_is_accepted_from_a_later_day_and_that_is_taken_back(office: SettingsOffice) -> None:
    page = opened(office)
    press(page, "settings_payer_words_add")
    form = page.payer_words.form
    assert form is not None
    form.type_into("from_on", "Jan 1")
    press(page, "settings_payer_words_form_save")
    assert "Choose one" in form.field("payer").error
    pair = next(iter(page.payers.choices))
    for field, text in (("payer", str(pair[0])), ("line", str(pair[1]))):
        form.type_into(field, text)
    press(page, "settings_payer_words_form_save")
    office.qtbot.waitUntil(lambda: "from Fri, Jan 1, 2027" in words(page.payer_words))
    assert [one.from_on for one in office.questions.payer_grid().ahead] == [date(2027, 1, 1)]
    assert page.payers.choices[pair].currentData() == ""
    key = (pair[0] * 1_000_000 + pair[1]) * 1_000_000 + date(2027, 1, 1).toordinal()
    press(page, f"settings_payer_words_back_{key}")
    office.qtbot.waitUntil(lambda: office.questions.payer_grid().ahead == ())


def test_zip_codes_of_one_line_are_pasted_and_added_by_county_and_radius(office: SettingsOffice) -> None:
    line_id = office.questions.take_page().lines[0].service_line_id
    office.actions.set_served_zips(SetServedZips(("37203", "99999"), (), line_id))
    page = opened(office)
    press(page, f"settings_served_edit_{line_id + 1}")
    assert page.served.form is not None
    editor = page.served.form.editor("zips")
    assert isinstance(editor, ZipsEditor)
    editor.text.setPlainText("37203")
    assert "Removed when saved, 1: 99999." in editor.preview.text()
    editor.miles.setText("1.5")
    editor.around.setText("00001")
    press(editor, f"{editor.objectName()}_add_around")
    office.qtbot.waitUntil(lambda: "no such ZIP code" in editor.fault.text())
    editor.around.setText("37206")
    press(editor, f"{editor.objectName()}_add_around")
    office.qtbot.waitUntil(lambda: "37206" in editor.typed())
    editor.county.setText("Loving, TX")
    press(editor, f"{editor.objectName()}_add_county")
    office.qtbot.waitUntil(lambda: "79754" in editor.typed())
    assert "79754" in editor.preview.text()
    press(page, f"settings_served_form_{line_id}_save")
    office.qtbot.waitUntil(lambda: "79754" in office.questions.take_page().zips_of(line_id))
    served = office.questions.take_page()
    assert {"37203", "37206"} < set(served.zips_of(line_id))
    assert "99999" not in served.zips_of(line_id)
    assert served.zips_of(None) == ()


def test_public_texts_and_their_review_are_noted(office: SettingsOffice) -> None:
    page = opened(office)
    key = page.texts.lines[0].service_line_id
    press(page, f"settings_line_texts_edit_{key}")
    assert page.texts.form is not None
    page.texts.form.type_into("offered", "Nursing and therapy")
    press(page, f"settings_line_texts_form_{key}_save")
    office.qtbot.waitUntil(lambda: "Nursing and therapy" in words(page.texts))
    press(page, "settings_reviews_add")
    press(page, "settings_reviews_form_save")
    office.qtbot.waitUntil(lambda: "next by Tue, Nov 23, 2027" in words(page.reviews))
    office.qtbot.waitUntil(lambda: "Public information: reviewed on Mon, Nov 23" in words(page.history))


def test_the_public_page_is_written_and_a_place_that_takes_no_file_is_said(office: SettingsOffice) -> None:
    page = opened(office)
    page.texts.paper.write(office.folder / "page.pdf")
    office.qtbot.waitUntil(lambda: (office.folder / "page.pdf").exists())
    office.qtbot.waitUntil(lambda: (office.folder / "page.pdf").read_bytes()[:5] == b"%PDF-")
    page.texts.paper.write(office.folder / "page.pdf" / "page.pdf")
    frame = page.context.frame
    assert isinstance(frame, FakeFrame)
    office.qtbot.waitUntil(lambda: bool(frame.faults))
    assert "Saved as page.pdf." in [said for said, _ in frame.toasts]
    press(page, "settings_take_pdf")
    office.qtbot.waitUntil(lambda: page.findChild(QFileDialog, "dialog_public_page_pdf") is not None)
    dialog = page.findChild(QFileDialog, "dialog_public_page_pdf")
    assert dialog is not None
    assert [Path(one).name for one in dialog.selectedFiles()] == ["cumberland-public-information-2026-11-23.pdf"]
    dialog.reject()


def test_where_there_is_little_room_one_line_of_payers_is_shown_and_words_stand_below(office: SettingsOffice) -> None:
    page = opened(office)
    lines = len(office.questions.take_page().lines)
    office.qtbot.waitUntil(lambda: all(choice.isVisibleTo(page) for choice in page.payers.choices.values()))
    assert not page.payers.line.isVisibleTo(page)
    place = office.places[-1]
    place.resize(460, 700)
    office.qtbot.waitUntil(lambda: page.payers.line.isVisibleTo(page))
    assert page.width() <= 460
    page.payers.line.setCurrentIndex(lines - 1)
    page.payers.line.activated.emit(lines - 1)
    chosen = office.questions.take_page().lines[lines - 1].service_line_id
    visible = {pair for pair, choice in page.payers.choices.items() if choice.isVisibleTo(page)}
    assert visible == {pair for pair in page.payers.choices if pair[1] == chosen}


def test_a_half_typed_list_of_zip_codes_is_gone_on_with(office: SettingsOffice) -> None:
    page = opened(office)
    press(page, "settings_served_edit_1")
    assert page.served.form is not None
    page.served.form.type_into("zips", "37203 372")
    page.served.form.leave()
    office.qtbot.waitUntil(lambda: any((office.folder / "drafts").glob("served-*.json")))
    again = opened(office)
    again.resume("served", 1)
    office.qtbot.waitUntil(lambda: again.served.form is not None)
    assert again.served.form is not None
    assert again.served.form.texts() == {"zips": "37203 372"}


def test_the_same_facts_with_different_answers_stand_there_with_the_way_to_the_refusal(office: SettingsOffice) -> None:
    with office.engine.connect() as connection:
        lists = {
            name: {row.code: row.id for row in connection.execute(select(metadata.tables[name]))}
            for name in ("service_line", "payer", "decline_reason", "discipline")
        }
    source = office.add_source("Mercy")
    values = {
        "source_id": source, "service_line_id": lists["service_line"]["home_health"],
        "payer_id": lists["payer"]["medicare"],
    }  # fmt: skip
    needed = (lists["discipline"]["PT"],)
    taken, refused = (
        office.actions.record_referral(RecordReferral(values, disciplines=needed)).subject or 0 for _ in range(2)
    )
    page = opened(office)
    office.qtbot.waitUntil(lambda: "have had the same answer" in words(page.consistency))
    office.actions.move_referrals(MoveReferrals((taken,), ReferralStage.ACCEPTED))
    why = lists["decline_reason"]["no_capacity"]
    office.actions.move_referrals(
        MoveReferrals((refused,), ReferralStage.NOT_ADMITTED, reason_id=why, discipline_id=needed[0])
    )
    page.refresh()
    office.qtbot.waitUntil(lambda: len(page.consistency.groups) == 1)
    said = words(page.consistency)
    assert "Home health; Medicare; Physical therapy" in said
    assert "1 accepted; not admitted: Mercy, Mon, Nov 23 (No capacity)" in said
    press(page, "settings_take_consistency_0_show")
    frame = page.consistency._context.frame
    assert isinstance(frame, FakeFrame)
    assert frame.gone == [("referrals", {"referral_id": refused})]
