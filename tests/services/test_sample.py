"""The sample agency is believable, whole, and the same by seed and day."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path

import pytest
import zipcodes
from sqlalchemy import Connection, Engine, text

from hhcrm.domain.cadence import rhythm_status
from hhcrm.domain.diagnoses import normal_diagnosis_code
from hhcrm.domain.identifiers import normal_ccn, normal_phone, npi_is_valid
from hhcrm.domain.referrals import Timely, check_move, timely_cms
from hhcrm.domain.standards import Verdict
from hhcrm.domain.starting_rows import SOURCE_TYPES
from hhcrm.domain.words import PilotStatus, ReferralStage, RhythmStatus
from hhcrm.models.all import metadata
from hhcrm.queries.bound import Questions
from hhcrm.queries.pilot_models import PilotFilter
from hhcrm.queries.settings import agency
from hhcrm.services.sample.names import PATIENT_LAST
from hhcrm.services.sample.places import PLACES
from tests.services.sample_agency import NOW, TODAY, digest_of, fill, open_empty


@pytest.fixture(scope="module")
def engine(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Engine]:
    engine = open_empty(tmp_path_factory.mktemp("sample") / "agency.db")
    fill(engine)
    yield engine
    engine.dispose()


@pytest.fixture
def db(engine: Engine) -> Iterator[Connection]:
    with engine.connect() as connection:
        yield connection


def test_two_hundred_sources_of_all_types_some_with_parents(db: Connection) -> None:
    types = Counter(
        db.execute(text("SELECT t.code FROM referral_source s JOIN source_type t ON t.id = s.type_id")).scalars()
    )
    assert set(types) == {row.code for row in SOURCE_TYPES}
    assert types.total() == 200
    parents = db.execute(
        text(
            "SELECT t.code, u.code FROM referral_source s JOIN referral_source p ON p.id = s.parent_id "
            "JOIN source_type t ON t.id = s.type_id JOIN source_type u ON u.id = p.type_id"
        )
    ).all()
    assert parents.count(("hospital_unit", "hospital")) == types["hospital_unit"]
    assert ("physician_practice", "physician_practice") in parents


def test_every_reference_points_at_a_row_that_is_there(db: Connection) -> None:
    assert db.execute(text("PRAGMA foreign_key_check")).first() is None
    assert db.execute(text("PRAGMA integrity_check")).scalar() == "ok"


def test_a_believable_number_of_everything(db: Connection) -> None:
    least = {
        "contact": 450, "affiliation": 500, "contact_phone": 600, "contact_email": 300, "visit": 2000, "referral": 600,
        "commitment": 100, "visit_contact": 2000, "visit_material": 500, "loop_update": 2000, "cohort": 20,
        "payer_acceptance": 10, "served_zip": 50, "discipline_capacity": 8, "territory": 4,
        "referral_discipline": 1000, "pilot": 6, "pilot_standard": 18, "policy_review": 3,
        "goal": 30, "approach": 2, "approach_note": 6,
    }  # fmt: skip
    for table, count in least.items():
        assert db.execute(text(f"SELECT count(*) FROM {table}")).scalar_one() >= count, table
    several = "SELECT count(*) FROM (SELECT contact_id FROM {} GROUP BY contact_id HAVING count(*) > 1)"
    for table in ("affiliation", "contact_phone", "contact_email"):
        assert db.execute(text(several.format(table))).scalar_one() > 10, table


def test_the_first_fifth_of_the_sources_sends_about_four_fifths(db: Connection) -> None:
    counts = db.execute(
        text(
            "SELECT (SELECT count(*) FROM referral r WHERE r.source_id = s.id) n FROM referral_source s "
            "ORDER BY n DESC"
        )
    ).scalars().all()  # fmt: skip
    assert 0.7 <= sum(counts[:40]) / sum(counts) <= 0.92


def test_winters_bring_more_referrals_than_summers(db: Connection) -> None:
    month = Counter(db.execute(text("SELECT substr(referral_on, 6, 2) FROM referral")).scalars())
    assert sum(month[m] for m in ("12", "01", "02")) > 1.15 * sum(month[m] for m in ("06", "07", "08"))


def test_sources_stand_in_every_rhythm(db: Connection) -> None:
    rows = db.execute(text("SELECT due_on, last_visit_on, stage FROM referral_source WHERE stage <> 'inactive'")).all()
    found = Counter(
        rhythm_status(date.fromisoformat(due), date.fromisoformat(last) if last else None, TODAY)
        for due, last, _ in rows
    )
    assert set(found) == set(RhythmStatus)
    assert 7 <= found[RhythmStatus.OVERDUE] <= 25
    assert sum(due == TODAY.isoformat() for due, _, _ in rows) >= 3
    assert db.execute(
        text("SELECT count(*), count(inactive_reason), count(due_on) FROM referral_source WHERE stage = 'inactive'")
    ).one() == (16, 16, 0)


def test_prospects_stand_at_every_visit_and_some_are_to_decide(db: Connection) -> None:
    standing = Counter(
        db.execute(text("SELECT stage_visits FROM referral_source WHERE stage = 'prospective'")).scalars()
    )
    assert set(standing) == {0, 1, 2, 3, 4, 5}
    assert 3 <= standing[5] <= 6
    sizes = db.execute(
        text("SELECT c.size, count(*) FROM cohort c JOIN cohort_member m ON m.cohort_id = c.id GROUP BY c.id")
    ).all()
    assert all(members <= size for size, members in sizes)
    turned = text("SELECT count(*) FROM cohort_member m JOIN referral_source s ON s.id = m.source_id "
                  "WHERE m.left_on IS NOT NULL AND s.stage = 'active'")  # fmt: skip
    assert db.execute(turned).scalar_one() >= 30


def test_today_is_full(db: Connection) -> None:
    rows = db.execute(
        text("SELECT liaison_id, count(*) FROM visit WHERE visit_on = :d AND status = 'planned' GROUP BY 1"),
        {"d": TODAY.isoformat()},
    )
    planned = {int(liaison): int(count) for liaison, count in rows}
    assert planned[min(planned)] == 4
    last = db.execute(text("SELECT max(visit_on) FROM visit WHERE status = 'planned'")).scalar_one()
    assert TODAY + timedelta(days=14) <= date.fromisoformat(last) <= TODAY + timedelta(days=21)


def test_nothing_has_happened_later_than_now(db: Connection) -> None:
    for table in metadata.sorted_tables:
        for column in table.columns:
            if column.name.endswith("_at") and column.name not in ("due_at", "discharged_at"):
                latest = db.execute(text(f"SELECT max({column.name}) FROM {table.name}")).scalar()
                assert latest is None or latest <= NOW.replace(tzinfo=None).isoformat(" "), column
    done = text("SELECT max(visit_on) FROM visit WHERE status <> 'planned'")
    assert db.execute(done).scalar_one() < TODAY.isoformat()


def test_completed_visits_say_what_they_changed_and_planned_ones_do_not(db: Connection) -> None:
    wrong = text("SELECT count(*) FROM visit WHERE (status = 'completed') <> (advance IS NOT NULL)")
    assert db.execute(wrong).scalar() == 0
    assert db.execute(text("SELECT count(DISTINCT advance) FROM visit")).scalar() == 3
    assert db.execute(text("SELECT count(DISTINCT ask) FROM visit")).scalar() == 4
    assert db.execute(text("SELECT count(DISTINCT status) FROM visit")).scalar() == 4
    distinct, notes = db.execute(text("SELECT count(DISTINCT notes), count(notes) FROM visit")).one()
    assert distinct > 0.8 * notes


def test_every_path_of_a_referral_is_one_the_rules_allow(db: Connection) -> None:
    paths: dict[int, list[tuple[ReferralStage, object, str]]] = {}
    for referral, stage, reason, at in db.execute(
        text("SELECT referral_id, stage, reason_id, at FROM referral_stage_entry ORDER BY id")
    ):
        paths.setdefault(referral, []).append((ReferralStage(stage), reason, at))
    for path in paths.values():
        assert path[0][0] is ReferralStage.RECEIVED
        assert [at for _, _, at in path] == sorted(at for _, _, at in path)
        for (before, _, _), (after, reason, _) in pairwise(path):
            check_move(before, after, reason, held_from=ReferralStage.UNDER_REVIEW)
    newest = {referral: path[-1][0] for referral, path in paths.items()}
    stages = {row.id: ReferralStage(row.stage) for row in db.execute(text("SELECT id, stage FROM referral"))}
    assert newest == stages
    found = Counter(stages.values())
    assert found[ReferralStage.ADMITTED] > 3 * found[ReferralStage.NOT_ADMITTED]
    assert sum(found[stage] for stage in (ReferralStage.RECEIVED, ReferralStage.UNDER_REVIEW,
                                          ReferralStage.SCHEDULED, ReferralStage.ON_HOLD)) >= 5  # fmt: skip


def test_declines_have_real_reasons_of_every_owner_and_admissions_are_mostly_timely(db: Connection) -> None:
    owners = Counter(db.execute(text("SELECT reason_owner FROM referral WHERE reason_id IS NOT NULL")).scalars())
    assert set(owners) == {"ours", "source", "patient", "payer"}
    refused = text(
        "SELECT count(*) FROM referral r JOIN decline_reason d ON d.id = r.reason_id "
        "WHERE d.code = 'payer_not_accepted' "
        "AND NOT EXISTS (SELECT 1 FROM payer_acceptance a WHERE a.payer_id = r.payer_id "
        "AND a.service_line_id = r.service_line_id AND NOT a.accepted)"
    )
    assert db.execute(refused).scalar() == 0
    timely = Counter(
        timely_cms(
            date.fromisoformat(row.soc_on),
            date.fromisoformat(row.referral_on) if row.authorized_at else None,
            date.fromisoformat(row.ordered_soc) if row.ordered_soc else None,
            bool(row.inpatient),
            date.fromisoformat(row.discharged_on) if row.discharged_on else None,
        )
        for row in db.execute(text("SELECT * FROM referral WHERE soc_on IS NOT NULL"))
    )
    assert 0.7 < timely[Timely.YES] / timely.total() < 0.95
    assert timely[Timely.MISSING] > 0


def test_loops_are_given_in_time_late_waived_and_few_are_overdue(db: Connection) -> None:
    on_time, late, waived, overdue, waiting = db.execute(
        text(
            "SELECT sum(given_at <= due_at), sum(given_at > due_at), sum(waived_why IS NOT NULL), "
            "sum(given_at IS NULL AND waived_why IS NULL AND due_at < :now), "
            "sum(given_at IS NULL AND due_at >= :now) FROM loop_update"
        ),
        {"now": NOW.replace(tzinfo=None).isoformat(" ")},
    ).one()
    assert on_time > 3 * (late + waived + overdue)
    assert min(late, waived, waiting) > 5
    assert 2 <= overdue <= 14
    both = text("SELECT count(*) FROM loop_update WHERE given_at IS NOT NULL AND waived_why IS NOT NULL")
    assert db.execute(both).scalar_one() == 0


def test_commitments_are_open_overdue_kept_and_broken(db: Connection) -> None:
    found = Counter(db.execute(text("SELECT status FROM commitment")).scalars())
    assert set(found) == {"open", "kept", "broken", "withdrawn"}
    overdue = text("SELECT count(*) FROM commitment WHERE status = 'open' AND due_on < :d")
    assert db.execute(overdue, {"d": TODAY.isoformat()}).scalar_one() >= 1


def test_referrals_say_what_they_need_who_saw_them_and_when_they_come_back(db: Connection) -> None:
    for code in db.execute(text("SELECT DISTINCT diagnosis_code FROM referral WHERE diagnosis_code <> ''")).scalars():
        assert normal_diagnosis_code(code) == code
    scarce = text(
        "SELECT count(*) FROM referral_stage_entry e WHERE e.discipline_id IS NOT NULL AND NOT EXISTS (SELECT 1 "
        "FROM referral_discipline d WHERE d.referral_id = e.referral_id AND d.discipline_id = e.discipline_id)"
    )
    assert db.execute(scarce).scalar_one() == 0
    held = db.execute(text("SELECT stage, hold_until FROM referral WHERE stage = 'on hold' OR hold_until <> ''")).all()
    assert {stage for stage, _ in held} == {"on hold"}
    days = [day for _, day in held if day]
    assert min(days) < TODAY.isoformat() < max(days)
    seen = text("SELECT count(*), count(acknowledged_at), sum(acknowledged_at < alert_at) FROM referral")
    alerted, acknowledged, before = db.execute(seen).one()
    assert 2 <= alerted - acknowledged <= 8
    assert before == 0


def test_pilots_stand_everywhere_and_what_came_of_them_is_said(engine: Engine, db: Connection) -> None:
    pilots = db.execute(text("SELECT status, starts_on, ends_on, result, next_step FROM pilot")).all()
    assert {row.status for row in pilots} == {"proposed", "running", "finished", "declined"}
    for row in pilots:
        assert row.starts_on < row.ends_on
        assert (row.status in ("finished", "declined")) == bool(row.result) == bool(row.next_step)
        if row.status == "running":
            assert row.starts_on <= TODAY.isoformat() <= row.ends_on
    asked = Questions(engine, lambda: NOW, lambda: TODAY, None)
    for item in asked.pilots(PilotFilter(statuses=(PilotStatus.FINISHED,))):
        progress = asked.pilot_progress(item.pilot_id, TODAY)
        met = f"{len(progress.referral_ids)} referrals: {progress.count(Verdict.MET)} of {len(progress.standings)} "
        assert item.result.startswith(met)
    assert any(row.ends_on <= (TODAY + timedelta(days=7)).isoformat() for row in pilots if row.status == "running")
    promised = text("SELECT count(*), count(visit_id), count(DISTINCT status) FROM commitment WHERE referral_id > 0")
    of_referrals, both, statuses = db.execute(promised).one()
    assert (of_referrals > 30, both, statuses) == (True, 0, 4)
    said = text("SELECT count(*), count(limits) FROM service_line WHERE offered <> ''")
    assert tuple(db.execute(said).one()) == (3, 3)
    late = text("SELECT kind, max(next_on) AS due FROM policy_review GROUP BY kind")
    assert all(row.due > TODAY.isoformat() for row in db.execute(late))


def test_zip_codes_are_real_and_numbers_are_nobodys(db: Connection) -> None:
    for place in PLACES:
        found = zipcodes.matching(place.zip)[0]  # type: ignore[no-untyped-call]
        assert (found["city"], found["state"]) == (place.city, "TN")
        assert (float(found["lat"]), float(found["long"])) == (place.latitude, place.longitude)
    zips = set(db.execute(text("SELECT zip FROM referral_source")).scalars())
    assert zips <= {place.zip for place in PLACES}
    assert len(zips) > 30
    for table, column in (("referral_source", "phone"), ("contact_phone", "number"), ("referral_patient", "phone")):
        for number in db.execute(text(f"SELECT {column} FROM {table} WHERE {column} IS NOT NULL")).scalars():
            assert re.match(r"\(\d{3}\) 555-01\d\d", number)
            assert normal_phone(number).understood
    for table in ("referral_source", "contact"):
        npis = db.execute(text(f"SELECT npi FROM {table} WHERE npi IS NOT NULL")).scalars().all()
        assert len(npis) == len(set(npis)) > 30
        assert all(npi_is_valid(npi) and npi.startswith("100000") for npi in npis)
    for ccn in db.execute(text("SELECT ccn FROM referral_source WHERE ccn IS NOT NULL")).scalars():
        assert normal_ccn(ccn) == ccn
    assert all(
        address.endswith(".example") for address in db.execute(text("SELECT address FROM contact_email")).scalars()
    )


def test_patients_are_plants_and_stand_in_no_note(db: Connection) -> None:
    names = set(db.execute(text("SELECT patient_name FROM referral_patient")).scalars())
    assert {name.split()[1] for name in names} <= set(PATIENT_LAST)
    for table in ("referral_source", "contact", "visit", "referral", "commitment"):
        everything = "\n".join(db.execute(text(f"SELECT find_text FROM {table}")).scalars())
        assert not any(last.lower() in everything for last in PATIENT_LAST)
        assert not re.search(r"\b\d{1,2}/\d{1,2}/\d{2,4}\b|\b(mr|mrs|ms)\.? [a-z]", everything)


def test_it_is_one_step_in_the_journal_that_undo_does_not_take(engine: Engine, db: Connection) -> None:
    steps = db.execute(text("SELECT label, kind FROM journal_step")).all()
    assert [tuple(step) for step in steps] == [("Sample agency", "note")]
    found = agency(db, TODAY)
    assert found is not None
    assert found.time_zone == "America/Chicago"


@pytest.mark.parametrize("size", [(1, 1), (7, 3), (25, 6), (60, 30)])
def test_any_size_is_whole(tmp_path: Path, size: tuple[int, int]) -> None:
    engine = open_empty(tmp_path / "agency.db")
    fill(engine, sources=size[0], months=size[1])
    with engine.connect() as connection:
        assert connection.execute(text("SELECT count(*) FROM referral_source")).scalar() == size[0]
        assert connection.execute(text("PRAGMA foreign_key_check")).first() is None
    engine.dispose()


@pytest.mark.parametrize("today", [date(2026, 11, 22), date(2027, 1, 1), date(2028, 2, 29)])
def test_any_day_has_visits_planned_and_nothing_from_the_future(tmp_path: Path, today: date) -> None:
    engine = open_empty(tmp_path / "agency.db")
    fill(engine, today=today)
    with engine.connect() as connection:
        planned = text("SELECT count(*) FROM visit WHERE visit_on = :d AND status = 'planned' AND liaison_id = 1")
        assert connection.execute(planned, {"d": today.isoformat()}).scalar() == 4
        done = text("SELECT max(visit_on) FROM visit WHERE status <> 'planned'")
        assert connection.execute(done).scalar_one() < today.isoformat()
        assert connection.execute(text("SELECT max(referral_on) FROM referral")).scalar_one() <= today.isoformat()
    engine.dispose()


def test_the_same_seed_and_day_give_the_same_rows_in_every_process(engine: Engine, tmp_path: Path) -> None:
    digests = {digest_of(engine)}
    for salt in ("1", "4242"):
        file = tmp_path / f"{salt}.db"
        ran = subprocess.run(
            [sys.executable, "-m", "tests.services.sample_agency", str(file)],
            env={**os.environ, "PYTHONHASHSEED": salt}, capture_output=True, text=True, check=True, timeout=120,
        )  # fmt: skip
        digests.add(ran.stdout.strip())
    assert len(digests) == 1


def test_another_seed_or_day_gives_other_rows(engine: Engine, tmp_path: Path) -> None:
    digests = {digest_of(engine)}
    for name, seed, today in (("seed", 2, TODAY), ("day", 1, TODAY + timedelta(days=1))):
        other = open_empty(tmp_path / f"{name}.db")
        fill(other, seed=seed, today=today)
        digests.add(digest_of(other))
        other.dispose()
    assert len(digests) == 3
