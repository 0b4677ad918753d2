"""After care: the end, the return to hospital and the answer of a patient, typed or from a file."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hhcrm.domain.after_care import AfterCare, check_after_care, read_score
from hhcrm.domain.errors import RuleBroken
from hhcrm.domain.words import ReferralStage
from hhcrm.exchange.importing import ImportResult
from hhcrm.services.referral_commands import EditReferral, MoveReferrals
from hhcrm.services.referrals import edit_referral, move_referrals
from tests.databases import new_engine
from tests.exchange.importing import TODAY, Books, founded

SOC = TODAY - timedelta(days=40)
DAY = st.none() | st.integers(-60, 5).map(lambda days: TODAY + timedelta(days=days))


@given(soc=DAY, ended=DAY, returned=DAY, score=st.none() | st.integers(0, 10))
def test_what_is_known_after_care_follows_its_start(
    soc: date | None, ended: date | None, returned: date | None, score: int | None
) -> None:
    days = [day for day in (ended, returned) if day is not None]
    known = bool(days) or score is not None
    fits = (soc is not None or not known) and all(day <= TODAY and (soc is None or soc <= day) for day in days)
    try:
        check_after_care(AfterCare(soc, ended, returned, score), TODAY)
    except RuleBroken:
        assert not fits
    else:
        assert fits


@pytest.mark.parametrize(("typed", "score"), [("", None), (None, None), (" 9 ", 9), ("0", 0), (10, 10)])
def test_an_answer_is_read(typed: object, score: int | None) -> None:
    assert read_score(typed) == score


@pytest.mark.parametrize("typed", ["11", "-1", "9.5", "nine", "\u0669"])
def test_what_is_no_answer_is_refused(typed: str) -> None:
    with pytest.raises(RuleBroken, match="0 to 10"):
        read_score(typed)


def bring(books: Books, head: str, *rows: str) -> ImportResult:
    return books.bring("referrals", books.file(head, *rows))


@pytest.fixture
def books(tmp_path: Path) -> Iterator[Books]:
    engine = new_engine(tmp_path / "agency.db")
    made = founded(engine, tmp_path)
    made.sources("name|zip", "Mercy|37203")
    bring(made, "source|heard_at|soc_on", f"Mercy|{SOC}|{SOC}", f"Mercy|{SOC - timedelta(days=1)}|")
    yield made
    engine.dispose()


def known(books: Books, key: int = 1) -> tuple[Any, ...]:
    row = books.row("referral", id=key)
    return row.ended_on, row.readmitted_on, row.satisfaction


def test_typed_after_care_is_checked_and_goes_with_the_start_of_care(books: Books) -> None:
    values: dict[str, object] = {"ended_on": TODAY, "readmitted_on": SOC, "satisfaction": "9"}
    version = books.row("referral", id=1).version
    edit_referral(books.work, EditReferral(1, version, values))
    assert known(books) == (TODAY, SOC, 9)
    version = books.row("referral", id=1).version
    with pytest.raises(RuleBroken, match="cannot have been before") as fault:
        edit_referral(books.work, EditReferral(1, version, {"ended_on": SOC - timedelta(days=1)}))
    assert fault.value.field == "ended_on"
    with pytest.raises(RuleBroken, match="once care has started"):
        edit_referral(books.work, EditReferral(2, books.row("referral", id=2).version, {"satisfaction": 9}))
    move_referrals(books.work, MoveReferrals((1,), ReferralStage.ACCEPTED, correction=True))
    assert known(books) == (None, None, None)


def test_a_referral_is_not_heard_of_after_its_care_has_started(books: Books) -> None:
    later = datetime.combine(SOC + timedelta(days=2), time(12), tzinfo=UTC)
    with pytest.raises(RuleBroken, match="cannot have started before") as fault:
        edit_referral(books.work, EditReferral(1, books.row("referral", id=1).version, {"heard_at": later}))
    assert fault.value.field == "heard_at"


def test_a_new_row_of_a_file_tells_of_care_in_its_order_too(books: Books) -> None:
    head, heard = "source|heard_at|soc_on|ended_on|satisfaction", SOC - timedelta(days=9)
    result = bring(books, head, f"Mercy|{heard}|{SOC}|{heard}|", f"Mercy|{heard}|||9", f"Mercy|{heard}|{SOC}|{SOC}|9")
    assert (result.created, result.refused) == (1, 2)
    moved = bring(books, "referral_id|source|heard_at|soc_on", f"3|Mercy|{heard}|{SOC + timedelta(days=1)}")
    assert moved.refused == 1, "its care would end before it starts"


def test_answers_from_a_file_are_one_run_that_refuses_what_does_not_fit(books: Books) -> None:
    head = "referral_id|source|heard_at|ended_on|readmitted_on|satisfaction"
    heard = SOC - timedelta(days=1)
    early = f"1|Mercy|{SOC}|{SOC - timedelta(days=3)}||9"
    assert bring(books, head, early).refused == 1
    result = bring(books, head, f"1|Mercy|{SOC}|{TODAY}|{SOC}|9", f"2|Mercy|{heard}|||10")
    assert (result.created, result.updated, result.refused) == (0, 1, 1)
    assert known(books) == (TODAY, SOC, 9)
    assert known(books, 2) == (None, None, None)
