"""A source's own cadence comes first, then its tier's, its type's, the agency's; a change of any moves due dates."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import product

from hhcrm.domain.cadence import cadence_in_force
from hhcrm.domain.settings import DEFAULTS, Rules
from hhcrm.domain.words import Advance, CadenceBasis, SourceStage, Tier
from hhcrm.queries.bound import Questions
from hhcrm.services.commands import ChangeStage, EditSources, LogVisit
from hhcrm.services.settings_commands import ChangeRules, EditValue
from hhcrm.storage import derived
from hhcrm.storage.settings import rules_on
from tests.services.conftest import NOW, TODAY, Agency

SEEN = date(2026, 10, 26)
ASKED = (SourceStage.ACTIVE, date(2026, 9, 1))


def asked(agency: Agency) -> Questions:
    return Questions(agency.engine, lambda: NOW, lambda: TODAY, agency.liaison_id)


def seen_active(agency: Agency, name: str = "Mercy", **values: object) -> int:
    source_id = agency.add(name, **values)
    agency.actions.change_stage(ChangeStage((source_id,), *ASKED))
    agency.actions.log_visit(LogVisit(source_id, Advance.CONTINUATION, agency.visit, SEEN))
    return source_id


def says(agency: Agency, source_id: int) -> tuple[int, str, date | None]:
    """Days, where they come from, and when that makes the source due."""
    detail = asked(agency).source_detail(source_id)
    return detail.cadence_in_force, str(detail.cadence_basis), detail.due_on


def test_own_comes_before_tier_before_type_before_the_agency() -> None:
    rules = Rules(tier_b_cadence_days=45, default_cadence_days=28)
    found = {
        (own, tier, of_type): cadence_in_force(own, tier, of_type, rules)
        for own, tier, of_type in product((21, None), (Tier.B, Tier.A, None), (60, None))
    }
    for (own, tier, of_type), cadence in found.items():
        if own is not None:
            assert (cadence.days, cadence.basis) == (21, CadenceBasis.OWN)
        elif tier is Tier.B:
            assert (cadence.days, cadence.basis) == (45, CadenceBasis.TIER)
        elif of_type is not None:
            assert (cadence.days, cadence.basis) == (60, CadenceBasis.TYPE), "tier A says nothing"
        else:
            assert (cadence.days, cadence.basis) == (28, CadenceBasis.AGENCY)
    assert cadence_in_force(None, Tier.A, None, DEFAULTS).days == 30


def test_a_tier_and_its_setting_move_due_dates_and_are_undone(agency: Agency) -> None:
    source_id = seen_active(agency)
    assert says(agency, source_id) == (30, "agency", date(2026, 11, 25))
    agency.actions.change_rules(ChangeRules({"tier_b_cadence_days": 44}, TODAY))
    assert says(agency, source_id) == (30, "agency", date(2026, 11, 25)), "it has no tier"
    agency.actions.edit_sources(EditSources((source_id,), {"tier": "B"}))
    assert says(agency, source_id) == (44, "tier", date(2026, 12, 9))
    agency.actions.change_rules(ChangeRules({"tier_b_cadence_days": 60}, TODAY))
    assert says(agency, source_id) == (60, "tier", date(2026, 12, 28)), "the 25th is Christmas, then comes a weekend"
    agency.actions.edit_sources(EditSources((source_id,), {"cadence_days": 14}))
    assert says(agency, source_id) == (14, "own", date(2026, 11, 9))
    assert asked(agency).source_detail(source_id).cadence_without_own.days == 60
    for days, basis in ((60, "tier"), (44, "tier"), (30, "agency")):
        agency.actions.undo()
        assert says(agency, source_id)[:2] == (days, basis)
    agency.actions.redo()
    assert says(agency, source_id) == (44, "tier", date(2026, 12, 9))
    agency.actions.change_rules(ChangeRules({"tier_b_cadence_days": 0}, TODAY))
    assert says(agency, source_id) == (30, "agency", date(2026, 11, 25)), "left blank it says nothing again"


def test_the_database_and_the_rule_name_the_same_cadence(agency: Agency) -> None:
    """Due dates rest on the rule, the report's days on SQL, its origin on the rule."""
    ids = {
        seen_active(agency, f"Source {number}", cadence_days=own, tier=tier): (own, tier)
        for number, (own, tier) in enumerate(product((None, 21), (None, "A", "B", "C")))
    }
    agency.actions.change_rules(ChangeRules({"default_cadence_days": 28}, TODAY))
    for tiers, of_type in product(({}, {"tier_a_cadence_days": 30, "tier_c_cadence_days": 90}), (None, 60)):
        agency.actions.change_rules(ChangeRules(tiers, TODAY))
        kind = next(value for value in asked(agency).list_values("source_type") if value.id == agency.snf)
        values = {"cadence_days": str(of_type or "")}
        agency.actions.edit_value(EditValue("source_type", kind.id, kind.version, values))
        with agency.engine.connect() as connection:
            rules, calendar = rules_on(connection, date.max), derived.load_calendar(connection)
        report = asked(agency).report("rhythm", TODAY - timedelta(90), TODAY)
        rows = [dict(zip(report.columns, row, strict=True)) for row in report.rows]
        assert len(rows) == len(ids)
        for row in rows:
            own, tier = ids[int(str(row["source_id"]))]
            meant = cadence_in_force(own, Tier(tier) if tier else None, of_type, rules)
            assert (row["cadence_days"], row["cadence_from"]) == (meant.days, str(meant.basis))
            assert row["due_on"] == calendar.next_working(SEEN + timedelta(meant.days))


def test_the_report_says_where_a_cadence_is_from_and_the_latest_day(agency: Agency) -> None:
    source_id = seen_active(agency, tier="A", cadence_days=None)
    agency.actions.change_rules(ChangeRules({"tier_a_cadence_days": 21}, TODAY))
    report = asked(agency).report("rhythm", TODAY - timedelta(90), TODAY)
    row = dict(zip(report.columns, report.rows[0], strict=True))
    assert (row["source_id"], row["cadence_days"], row["cadence_from"]) == (source_id, 21, "tier")
    assert (row["due_on"], row["latest_on"]) == (date(2026, 11, 16), date(2026, 11, 23))
