"""The board, the report and what is offered rest on the same rows."""

from __future__ import annotations

from typing import Any

import pytest

from hhcrm.domain.cadence import offered_cadence
from hhcrm.domain.errors import NotFound
from hhcrm.domain.words import SourceStage
from hhcrm.queries.ground import months_back
from hhcrm.queries.waterfall import MONTHS_SHOWN
from hhcrm.queries.waterfall_models import CardState, WaterfallFilter
from tests.queries.conftest import TODAY, Agency


def report(agency: Agency, liaison_id: int | None) -> dict[tuple[str, str], dict[str, Any]]:
    first = months_back(TODAY.replace(day=1), MONTHS_SHOWN - 1)
    found = agency.ask().report("waterfall", first, TODAY, liaison_id=liaison_id)
    lines = [dict(zip(found.columns, row, strict=True)) for row in found.rows]
    return {(str(line["liaison"]), str(line["cohort_month"])): line for line in lines}


@pytest.mark.parametrize("liaison_id", [None, 1, 2])
def test_the_report_counts_as_the_board_does(agency: Agency, liaison_id: int | None) -> None:
    board = agency.ask().waterfall_board(WaterfallFilter(liaison_id))
    printed = report(agency, liaison_id)
    begun = [row for row in board.rows if row.cohort_id is not None]
    shown = {(row.liaison, f"{row.month:%Y-%m}"): row for row in begun}
    assert shown.keys() >= printed.keys()
    for key, line in printed.items():
        standing = shown[key].standing
        at = [line[f"visit_{n}"] for n in range(len(standing.at))]
        assert at == list(standing.at)
        assert (line["prospects"], line["free_places"]) == (standing.open, standing.free)
        assert (line["became_active"], line["left"]) == (standing.active, standing.left)
    older = [row for key, row in shown.items() if key not in printed]
    assert all(row.standing.open for row in older)  # those stand there because somebody is still on the way


def test_each_prospect_in_a_cohort_has_one_card_in_the_column_of_its_visits(agency: Agency) -> None:
    sources, members = agency.by_id("referral_source"), agency.rows("cohort_member")
    board = agency.ask().waterfall_board(WaterfallFilter())
    cards = [card for row in board.rows for card in row.cards if card.is_open]
    expected = [
        member["source_id"] for member in members
        if member["left_on"] is None and sources[member["source_id"]]["stage"] == "prospective"
        and sources[member["source_id"]]["archived_at"] is None
    ]  # fmt: skip
    assert sorted(card.source_id for card in cards) == sorted(expected)
    assert all(card.column == min(sources[card.source_id]["stage_visits"], board.last) for card in cards)
    decided = {card.source_id for card in cards if card.state is CardState.DECIDE}
    needs = agency.ask().today(10_000).needs
    assert decided <= {need.source_id for need in needs if need.kind == "decide"}


def test_the_offer_is_the_cadence_of_its_place_among_the_active_ones(agency: Agency) -> None:
    ask, sources = agency.ask(), agency.by_id("referral_source")
    cards = [card for row in ask.waterfall_board(WaterfallFilter()).rows for card in row.cards if card.is_open]
    for card in cards[:12]:
        offer, row = ask.waterfall_offer(card.source_id), sources[card.source_id]
        beside = [
            one["potential_per_month"] or -1.0 for one in sources.values()
            if one["owner_id"] == row["owner_id"] and one["stage"] == "active" and one["archived_at"] is None
        ]  # fmt: skip
        better = sum(figure > (row["potential_per_month"] or -1.0) for figure in beside)
        assert (offer.place, offer.of) == (better + 1, len(beside) + 1)
        assert offer.cadence == offered_cadence(better / (len(beside) + 1))
        assert (offer.version, offer.visits, offer.needed) == (card.version, card.visits, card.needed)
        assert offer.see_on_until > offer.visits
    with pytest.raises(NotFound):
        ask.waterfall_offer(10_000_000)


def test_candidates_are_in_no_cohort_best_first_and_nobody_elses(agency: Agency) -> None:
    ask, sources = agency.ask(), agency.by_id("referral_source")
    taken = {row["source_id"] for row in agency.rows("cohort_member") if row["left_on"] is None}
    for liaison_id in (1, 2):
        filling = ask.cohort_filling(liaison_id, TODAY, 1_000)
        assert len(filling.candidates) == filling.total
        worth = [one.expected for one in filling.candidates]
        assert worth == sorted(worth, reverse=True)
        for one in filling.candidates:
            row = sources[one.source_id]
            assert one.source_id not in taken
            assert row["owner_id"] in (None, liaison_id)
            assert row["stage"] != SourceStage.ACTIVE
            if row["stage"] == SourceStage.INACTIVE:
                assert (TODAY - row["stage_since"]).days >= 180
                assert "closed" not in row["inactive_reason"].lower()
            assert one.reason
    with pytest.raises(NotFound):
        ask.cohort_filling(10_000_000, TODAY)


def test_a_filter_leaves_the_cohorts_and_only_the_cards_of_its_sources(agency: Agency) -> None:
    ask, sources = agency.ask(), agency.by_id("referral_source")
    whole = ask.waterfall_board(WaterfallFilter())
    card = next(card for row in whole.rows for card in row.cards)
    type_id = sources[card.source_id]["type_id"]
    part = ask.waterfall_board(WaterfallFilter(type_id=type_id))
    shown = {card.source_id for row in part.rows for card in row.cards}
    assert card.source_id in shown
    assert all(sources[key]["type_id"] == type_id for key in shown)
