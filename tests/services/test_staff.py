"""The people of the agency: who they are, what they hand over when they leave, teams, territories, payers accepted."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import select
from sqlalchemy.orm import Session

from hhcrm.domain.errors import Conflict, NotFound, RuleBroken
from hhcrm.domain.standards import Standard
from hhcrm.domain.words import Advance, Comparison, Measure, UserRole, VisitStatus
from hhcrm.domain.zip_lists import read_zips
from hhcrm.models.sources import ReferralSource
from hhcrm.models.visits import Visit
from hhcrm.queries.bound import Questions
from hhcrm.queries.settings_models import TerritoryLine, UserLine
from hhcrm.services.commands import LogVisit, MakeCommitment, PlanVisit
from hhcrm.services.pilot_commands import ProposePilot
from hhcrm.services.settings_commands import (
    BringTerritoryBack,
    BringUserBack,
    DropTeam,
    DropTerritory,
    LeaveUser,
    SaveTeam,
    SaveTerritory,
    SaveUser,
    SetAcceptance,
)
from tests.services.conftest import NOW, TODAY, Agency


def ask(agency: Agency, today: date = TODAY) -> Questions:
    return Questions(agency.engine, lambda: NOW, lambda: today, agency.liaison_id)


def user(agency: Agency, name: str) -> UserLine:
    return next(line for line in ask(agency).staff_page().users if line.name == name)


def territory(agency: Agency, name: str) -> TerritoryLine:
    return next(line for line in ask(agency).staff_page().territories if line.name == name)


def hire(agency: Agency, name: str = "Marcus Hale", **values: object) -> int:
    return agency.actions.save_user(SaveUser({"name": name, "role": "liaison"} | values)).subject or 0


def of_source(agency: Agency, source_id: int) -> ReferralSource:
    with Session(agency.engine) as session:
        return session.get_one(ReferralSource, source_id)


# --- people


def test_a_person_is_added_with_everything_and_edited(agency: Agency) -> None:
    team = agency.actions.save_team(SaveTeam(" North \0 side ")).subject
    values = {
        "name": "  Marcus   Hale ", "role": "intake coordinator", "email": "m@hale.org", "phone": "615 555 0142",
        "team_id": str(team), "weekly_visit_hours": "24.5", "home_zip": "37206",
    }  # fmt: skip
    agency.actions.save_user(SaveUser(values))
    marcus = user(agency, "Marcus Hale")
    assert (marcus.role, marcus.phone, marcus.team) == (UserRole.INTAKE, "(615) 555-0142", "North side")
    assert (marcus.weekly_visit_hours, marcus.home_zip, marcus.email) == (24.5, "37206", "m@hale.org")
    agency.actions.save_user(SaveUser({"email": "", "team_id": ""}, marcus.id, marcus.version))
    assert (user(agency, "Marcus Hale").email, user(agency, "Marcus Hale").team) == ("", "")
    with pytest.raises(Conflict):
        agency.actions.save_user(SaveUser({"email": "x@y.org"}, marcus.id, marcus.version))


@pytest.mark.parametrize(
    ("values", "field"),
    [
        ({"name": " "}, "name"),
        ({"name": "dana WHITFIELD"}, "name"),
        ({"name": "x" * 201}, "name"),
        ({"name": "A", "role": "king"}, "role"),
        ({"name": "A", "email": "nowhere"}, "email"),
        ({"name": "A", "weekly_visit_hours": "200"}, "weekly_visit_hours"),
        ({"name": "A", "weekly_visit_hours": "nan"}, "weekly_visit_hours"),
        ({"name": "A", "home_zip": "abc"}, "home_zip"),
        ({"name": "A", "salary": "1"}, "salary"),
        ({"role": "liaison"}, "name"),
    ],
)
def test_what_a_person_cannot_have_is_refused_beside_its_field(
    agency: Agency, values: dict[str, object], field: str
) -> None:
    with pytest.raises(RuleBroken) as caught:
        agency.actions.save_user(SaveUser(values))
    assert caught.value.field == field


def test_who_leaves_hands_over_what_is_named_keeps_the_rest_and_one_undo_brings_all_back(agency: Agency) -> None:
    marcus = hire(agency)
    mercy, oak = agency.add("Mercy", owner_id=marcus), agency.add("Oak", owner_id=marcus)
    plan = agency.actions.plan_visit(PlanVisit(mercy, agency.visit, TODAY + timedelta(days=3), liaison_id=marcus))
    done = agency.actions.log_visit(LogVisit(oak, Advance.ADVANCE, agency.visit, TODAY, liaison_id=marcus))
    agency.actions.make_commitment(MakeCommitment(mercy, "Bring it", TODAY, TODAY, owner_id=marcus))
    hands = ask(agency).user_hands(marcus)
    assert hands.sources == 2
    assert hands.planned_visits >= 1
    assert hands.open_commitments == 1
    line = user(agency, "Marcus Hale")
    agency.actions.leave_user(
        LeaveUser(marcus, line.version, {"sources": agency.liaison_id, "planned_visits": agency.liaison_id})
    )
    assert user(agency, "Marcus Hale").archived_at == NOW
    assert of_source(agency, mercy).owner_id == agency.liaison_id
    with Session(agency.engine) as session:
        assert session.get_one(Visit, plan.subject).liaison_id == agency.liaison_id
        assert session.get_one(Visit, done.subject).liaison_id == marcus  # what was done stays whose it was
        assert not session.scalars(
            select(Visit).where(Visit.liaison_id == marcus, Visit.status == VisitStatus.PLANNED)
        ).all()
    assert ask(agency).user_hands(marcus).open_commitments == 1
    agency.actions.undo()
    assert of_source(agency, mercy).owner_id == marcus
    assert user(agency, "Marcus Hale").archived_at is None


@pytest.mark.parametrize("kind", ["sqlite"])
def test_open_pilots_are_handed_over_too(agency: Agency) -> None:
    marcus = hire(agency)
    values = {"source_id": agency.add(owner_id=marcus), "name": "Same day", "starts_on": TODAY, "ends_on": TODAY}
    standard = Standard(Measure.REFERRALS, Comparison.AT_LEAST, 3)
    key = agency.actions.propose_pilot(ProposePilot(values, (standard,))).subject or 0
    assert (ask(agency).pilot(key).owner_id, ask(agency).user_hands(marcus).open_pilots) == (marcus, 1)
    agency.actions.leave_user(LeaveUser(marcus, 1, {"open_pilots": agency.liaison_id}))
    assert (ask(agency).pilot(key).owner_id, ask(agency).user_hands(marcus).open_pilots) == (agency.liaison_id, 0)
    agency.actions.undo()
    assert ask(agency).pilot(key).owner_id == marcus


def test_nobody_leaves_to_somebody_who_left_or_from_their_own_desk(agency: Agency) -> None:
    marcus, ana = hire(agency), hire(agency, "Ana Ruiz")
    agency.actions.leave_user(LeaveUser(ana, 1))
    with pytest.raises(RuleBroken, match="still here"):
        agency.actions.leave_user(LeaveUser(marcus, 1, {"sources": ana}))
    with pytest.raises(RuleBroken, match="somebody else"):
        agency.actions.leave_user(LeaveUser(marcus, 1, {"sources": marcus}))
    with pytest.raises(RuleBroken, match="nothing called"):
        agency.actions.leave_user(LeaveUser(marcus, 1, {"hats": ana}))
    with pytest.raises(RuleBroken, match="at this desk"):
        agency.actions.leave_user(LeaveUser(agency.liaison_id, 1))
    with pytest.raises(Conflict):
        agency.actions.leave_user(LeaveUser(marcus, 7))


def test_who_left_comes_back_and_their_name_is_not_given_twice(agency: Agency) -> None:
    marcus = hire(agency)
    agency.actions.leave_user(LeaveUser(marcus, 1))
    with pytest.raises(RuleBroken, match="archived"):
        hire(agency, "marcus hale")
    agency.actions.bring_user_back(BringUserBack(marcus))
    assert user(agency, "Marcus Hale").archived_at is None


def test_a_team_goes_and_its_people_are_in_another(agency: Agency) -> None:
    north = agency.actions.save_team(SaveTeam("North")).subject or 0
    south = agency.actions.save_team(SaveTeam("South")).subject or 0
    hire(agency, team_id=north)
    agency.actions.drop_team(DropTeam(north, 1, south))
    assert user(agency, "Marcus Hale").team == "South"
    assert [(team.name, team.people) for team in ask(agency).staff_page().teams] == [("South", 1)]
    with pytest.raises(RuleBroken):
        agency.actions.save_team(SaveTeam("SOUTH"))
    again = agency.actions.save_team(SaveTeam("North")).subject
    assert again == north


# --- territories


def test_sources_follow_the_zips_of_a_territory_unless_set_by_hand(agency: Agency) -> None:
    mercy, oak = agency.add("Mercy", zip="37203-1234"), agency.add("Oak", zip="37206")
    north = agency.actions.save_territory(SaveTerritory("North", agency.liaison_id, ("37203, 37206",))).subject or 0
    south = agency.actions.save_territory(SaveTerritory("South", None, ("37211",))).subject or 0
    assert of_source(agency, mercy).territory_id == north
    hand = agency.add("Hand", zip="37203", territory_id=south)
    line = territory(agency, "North")
    assert line.zips == ("37203", "37206")
    agency.actions.save_territory(SaveTerritory("North", None, ("37206 37207",), north, line.version))
    assert (of_source(agency, mercy).territory_id, of_source(agency, oak).territory_id) == (None, north)
    assert of_source(agency, hand).territory_id == south
    with pytest.raises(Conflict):
        agency.actions.save_territory(SaveTerritory("North", None, ("37209",), north, line.version))
    agency.actions.undo()
    assert of_source(agency, mercy).territory_id == north


def test_a_zip_in_two_territories_is_refused_beside_the_field(agency: Agency) -> None:
    agency.actions.save_territory(SaveTerritory("North", None, ("37203",)))
    with pytest.raises(RuleBroken, match="37203 is in North already") as caught:
        agency.actions.save_territory(SaveTerritory("South", None, ("37211", "37203")))
    assert caught.value.field == "zips"
    assert [line.name for line in ask(agency).staff_page().territories] == ["North"]


def test_a_territory_goes_with_its_zips_to_another_or_leaves_them_free(agency: Agency) -> None:
    mercy = agency.add("Mercy", zip="37203")
    north = agency.actions.save_territory(SaveTerritory("North", None, ("37203",))).subject or 0
    south = agency.actions.save_territory(SaveTerritory("South", None, ("37211",))).subject or 0
    agency.actions.drop_territory(DropTerritory(north, territory(agency, "North").version, south))
    assert of_source(agency, mercy).territory_id == south
    assert territory(agency, "South").zips == ("37203", "37211")
    agency.actions.drop_territory(DropTerritory(south, territory(agency, "South").version))
    assert of_source(agency, mercy).territory_id is None
    agency.actions.bring_territory_back(BringTerritoryBack(south))
    assert territory(agency, "South").archived_at is None
    with pytest.raises(RuleBroken, match="another"):
        agency.actions.drop_territory(DropTerritory(south, territory(agency, "South").version, south))


@pytest.mark.parametrize("pasted", ["3720", "372033", "abcde", "37203-12", "३७२०३", "37203-123a"])
def test_a_pasted_list_with_something_else_in_it_is_refused(pasted: str) -> None:
    with pytest.raises(RuleBroken) as caught:
        read_zips((f"37206\n{pasted}",))
    assert caught.value.field == "zips"


@given(
    st.lists(st.from_regex(r"[0-9]{5}(-[0-9]{4})?", fullmatch=True), max_size=30),
    st.sampled_from(["\n", ", ", ";", "\t"]),
)
def test_a_pasted_list_is_read_whatever_parts_it(codes: list[str], between: str) -> None:
    assert read_zips((between.join(codes),)) == tuple(dict.fromkeys(code[:5] for code in codes))


# --- payers


def test_a_payer_is_accepted_from_a_day_on_and_the_past_stays(agency: Agency) -> None:
    grid = ask(agency).payer_grid()
    pair = payer, line = grid.payers[0][0], grid.lines[0][0]
    assert grid.accepted == {}
    agency.actions.set_acceptance(SetAcceptance(payer, line, True, TODAY))
    soon = TODAY + timedelta(days=30)
    agency.actions.set_acceptance(SetAcceptance(payer, line, False, soon, "Harbor takes it", seen=True))
    assert ask(agency).payer_grid().accepted[pair].accepted is True
    later = ask(agency, soon).payer_grid().accepted[pair]
    assert (later.accepted, later.alternative, later.from_on) == (False, "Harbor takes it", soon)
    with pytest.raises(Conflict):
        agency.actions.set_acceptance(SetAcceptance(payer, line, False, TODAY, seen=None))
    agency.actions.set_acceptance(SetAcceptance(payer, line, None, TODAY, seen=True))
    assert pair not in ask(agency).payer_grid().accepted
    with pytest.raises(NotFound):
        agency.actions.set_acceptance(SetAcceptance(9_999, line, True, TODAY))
    with pytest.raises(RuleBroken):
        agency.actions.set_acceptance(SetAcceptance(payer, line, True, date(2099, 1, 1)))


def test_what_setting_up_has_given_is_counted(agency: Agency) -> None:
    steps = ask(agency).set_up_steps()
    assert (steps.sources, steps.people, steps.payers, steps.territories) == (0, 1, 0, 0)
    agency.add("Mercy")
    assert ask(agency).set_up_steps().sources == 1
