"""What the agency can take: capacity by discipline, ZIP codes by line, the public page, its reviews, its history."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from hhcrm.domain.capability import Said, payer_answer, zip_answer
from hhcrm.domain.errors import Conflict, NotFound, RuleBroken
from hhcrm.domain.words import CapacityState, PolicyKind
from hhcrm.queries import capability as ask_capability
from hhcrm.queries.bound import Questions
from hhcrm.queries.capability_models import DisciplineLine
from hhcrm.services.capability_commands import DescribeLine, ReviewPolicy, SetCapacity
from hhcrm.services.settings_commands import SetAcceptance, SetServedZips
from tests.services.conftest import NOW, TODAY, Agency

DAY = timedelta(days=1)


def ask(agency: Agency, days: int = 0) -> Questions:
    def now() -> datetime:
        return NOW + days * DAY

    return Questions(agency.engine, now, lambda: TODAY + days * DAY, agency.liaison_id)


def first(agency: Agency, days: int = 0) -> DisciplineLine:
    return ask(agency, days).take_page().disciplines[0]


def test_capacity_is_said_from_now_on_and_asked_again_after_its_day(agency: Agency) -> None:
    before = first(agency)
    assert before.state is None
    closed = SetCapacity(before.discipline_id, CapacityState.CLOSED, None, TODAY + DAY, " nobody free ")
    agency.actions.set_capacity(closed)
    now = first(agency)
    assert now.word is not None
    assert (now.state, now.word.note, now.word.by_name) == (CapacityState.CLOSED, "nobody free", "Dana Whitfield")
    assert not first(agency, days=1).lapsed
    assert first(agency, days=2).lapsed
    agency.actions.set_capacity(SetCapacity(now.discipline_id, CapacityState.OPEN, now.word_id))
    assert first(agency).state is CapacityState.OPEN
    agency.actions.undo()
    assert first(agency) == now


def test_what_somebody_else_said_meanwhile_is_not_written_over(agency: Agency) -> None:
    line = first(agency)
    agency.actions.set_capacity(SetCapacity(line.discipline_id, CapacityState.LIMITED, None))
    with pytest.raises(Conflict):
        agency.actions.set_capacity(SetCapacity(line.discipline_id, CapacityState.CLOSED, None))
    assert first(agency).state is CapacityState.LIMITED


def test_the_same_word_again_is_no_change(agency: Agency) -> None:
    line = first(agency)
    agency.actions.set_capacity(SetCapacity(line.discipline_id, CapacityState.LIMITED, None))
    same = SetCapacity(line.discipline_id, CapacityState.LIMITED, first(agency).word_id)
    assert agency.actions.set_capacity(same).step_id is None


@pytest.mark.parametrize(("days", "note"), [(-1, ""), (1_000, ""), (1, "x" * 201)])
def test_a_day_or_a_reason_that_cannot_be_is_refused_beside_its_field(agency: Agency, days: int, note: str) -> None:
    command = SetCapacity(first(agency).discipline_id, CapacityState.CLOSED, None, TODAY + days * DAY, note)
    with pytest.raises(RuleBroken) as caught:
        agency.actions.set_capacity(command)
    assert caught.value.field == ("note" if note else "until_on")
    with pytest.raises(NotFound):
        agency.actions.set_capacity(replace(command, discipline_id=9_999, until_on=None, note=""))


def test_each_line_has_zip_codes_of_its_own_beside_those_for_all(agency: Agency) -> None:
    one, other = (line.service_line_id for line in ask(agency).take_page().lines[:2])
    agency.actions.set_served_zips(SetServedZips(("37203",), ()))
    agency.actions.set_served_zips(SetServedZips(("37206", "37211"), (), one))
    page = ask(agency).take_page()
    assert (page.zips_of(None), page.zips_of(one), page.zips_of(other)) == (("37203",), ("37206", "37211"), ())
    with ask(agency).reading() as connection:
        served = ask_capability.served_places(connection)
    assert zip_answer(served, "37206", one) is Said.YES
    assert zip_answer(served, "37206", other) is Said.NO
    with pytest.raises(Conflict):
        agency.actions.set_served_zips(SetServedZips((), ("37206",), one))
    agency.actions.set_served_zips(SetServedZips(("37211",), ("37206", "37211"), one))
    assert ask(agency).take_page().zips_of(None) == ("37203",)
    with pytest.raises(NotFound):
        agency.actions.set_served_zips(SetServedZips((), (), 9_999))


def test_the_public_page_says_what_each_line_offers_takes_and_serves(agency: Agency) -> None:
    grid, page = ask(agency).payer_grid(), ask(agency).take_page()
    line = page.lines[0]
    agency.actions.set_acceptance(SetAcceptance(grid.payers[0][0], line.service_line_id, True, TODAY))
    agency.actions.set_served_zips(SetServedZips(("37203",), ()))
    agency.actions.set_served_zips(SetServedZips(("37206",), (), line.service_line_id))
    texts = DescribeLine(line.service_line_id, line.version, " Wound care ", "No IV at night")
    agency.actions.describe_line(texts)
    with pytest.raises(Conflict):
        agency.actions.describe_line(texts)
    with pytest.raises(RuleBroken) as caught:
        agency.actions.describe_line(replace(texts, version=line.version + 1, limits="x" * 1_501))
    assert caught.value.field == "limits"
    assert ask(agency).public_page().disciplines == (), "nobody said that there is any"
    nursing, therapy = page.disciplines[:2]
    for one, state in ((nursing, CapacityState.OPEN), (therapy, CapacityState.CLOSED)):
        agency.actions.set_capacity(SetCapacity(one.discipline_id, state, None))
    public = ask(agency).public_page()
    assert public.disciplines == (nursing.name, f"{therapy.name} (closed)")
    assert public.agency == "Cumberland"
    (said,) = public.lines
    assert (said.offered, said.limits) == ("Wound care", "No IV at night")
    assert (said.payers, said.zips) == ((grid.payers[0][1],), ("37203", "37206"))


def test_the_public_information_is_reviewed_at_least_once_a_year(agency: Agency) -> None:
    review = ReviewPolicy(PolicyKind.PUBLIC_INFORMATION, TODAY, TODAY + timedelta(days=365), "Nothing changed")
    agency.actions.review_policy(review)
    (line,) = ask(agency).take_page().reviews
    assert (line.by, line.note, line.next_on) == ("Dana Whitfield", "Nothing changed", TODAY + timedelta(days=365))
    assert ask(agency).public_page().reviewed_on == TODAY
    for wrong, field in (
        (replace(review, reviewed_on=TODAY + DAY), "reviewed_on"),
        (replace(review, next_on=TODAY), "next_on"),
        (replace(review, next_on=TODAY + timedelta(days=367)), "next_on"),
    ):
        with pytest.raises(RuleBroken) as caught:
            agency.actions.review_policy(wrong)
        assert caught.value.field == field


def test_the_history_says_who_changed_what_when_and_what_was_undone(agency: Agency) -> None:
    grid, page = ask(agency).payer_grid(), ask(agency).take_page()
    payer, line, therapy = grid.payers[0], grid.lines[0], page.disciplines[0]
    codes = tuple(f"372{n:02}" for n in range(10))
    agency.actions.set_served_zips(SetServedZips(codes, ()))
    agency.actions.set_acceptance(SetAcceptance(payer[0], line[0], False, TODAY, "Harbor takes it"))
    agency.actions.undo()
    closed = SetCapacity(therapy.discipline_id, CapacityState.CLOSED, None, TODAY + DAY, "nobody free")
    agency.actions.set_capacity(closed)
    history = ask(agency).capability_history(20)
    said = {words for change in history.changes for words in change.what}
    assert any(words.startswith(f"{therapy.name}: closed until") and "(nobody free)" in words for words in said)
    assert "ZIP codes added for all lines: 37200, 37201, 37202, 37203, 37204, 37205 and 4 more" in said
    assert any(words.startswith(f"{payer[1]} for {line[1]}: not accepted from") for words in said)
    assert any(words.startswith(f"{payer[1]} for {line[1]}: taken back") for words in said)
    assert {change.by for change in history.changes if change.by != "set-up"} == {"Dana Whitfield"}
    newest = ask(agency).capability_history(1)
    assert newest.more
    assert len(newest.changes) == 1


def test_the_words_of_a_payer_are_there_for_any_day(agency: Agency) -> None:
    grid = ask(agency).payer_grid()
    payer, line = grid.payers[0][0], grid.lines[0][0]
    agency.actions.set_acceptance(SetAcceptance(payer, line, True, TODAY))
    agency.actions.set_acceptance(SetAcceptance(payer, line, False, TODAY + DAY, "Harbor", seen=True))
    late = SetAcceptance(payer, line, False, TODAY + DAY, "Lakeview", seen=True, seen_alternative="")
    with pytest.raises(Conflict):
        agency.actions.set_acceptance(late)
    agency.actions.set_acceptance(replace(late, alternative="Harbor", seen_alternative="Harbor"))
    with ask(agency).reading() as connection:
        words = ask_capability.payer_words(connection)
    assert payer_answer(words, payer, line, TODAY).said is Said.YES
    assert payer_answer(words, payer, line, TODAY + DAY).alternative == "Harbor"
