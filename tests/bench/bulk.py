"""The large agency: a seeded generator that fills a fresh SQLite file as fast as the driver can.

Rows are prepared as tuples and written with `executemany` past the ORM in one transaction. The search triggers rest
while the tables fill; then the indexes are filled by the statement that the migration itself uses, and the triggers
stand again as they were. Derived columns come from the program's own refresh.

`python -m tests.bench.bulk` makes the file and says how long it took.
"""

from __future__ import annotations

import os
import tempfile
import time as clock
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from functools import partial
from pathlib import Path
from random import Random
from typing import Any

from hhcrm.domain.starting_rows import (
    CLINICAL_GROUPS,
    CONTACT_ROLES,
    DECLINE_REASONS,
    PAYERS,
    SERVICE_LINES,
    SOURCE_TYPES,
    VISIT_KINDS,
)
from hhcrm.domain.text import name_key, search_text
from hhcrm.domain.words import UserRole
from hhcrm.models.contacts import contact_search_text
from hhcrm.services.founding import FoundAgency
from hhcrm.services.sample.names import FIRST_NAMES, LAST_NAMES, PREFIXES, STREETS, SUFFIXES
from hhcrm.services.sample.places import SERVED
from hhcrm.services.setup import found_agency
from hhcrm.storage import derived
from hhcrm.storage.engine import Address, connect, make_engine, writing
from hhcrm.storage.journal import Actor
from hhcrm.storage.search import SEARCHED
from hhcrm.storage.upgrade import HEAD, upgrade
from hhcrm.storage.work import UnitOfWork

FOLDER_VARIABLE = "HHCRM_BENCH_DIR"
TODAY = date(2026, 11, 23)
GENERATION = 1
"""Raised whenever the generator makes other rows, so that no old file is taken for a new one."""

LIAISONS = 40
DAYS = 5 * 365
_NOTES_IN_POOL = 20_000
_RARE_WORDS = 3_000

# From the most to the least common; the weights fall with the rank.
COMMON = (
    "met", "referral", "team", "today", "about", "therapy", "start", "patients", "nurse", "they", "asked",
    "for", "weekend", "follow", "call", "back", "left", "folder", "and", "discharge", "planner", "wound",
    "care", "agreed", "next", "week", "medical", "director", "lunch", "social", "worker", "fax", "sheet",
    "plan", "payer", "question", "coverage", "homebound", "readmissions", "census", "low", "busy", "front",
    "desk", "friendly", "physician", "orders", "county", "evening", "same", "day", "visit", "heart",
    "failure", "diabetes", "teaching", "protocol", "in-service", "complaint", "apology", "competitor",
    "contract", "survey", "badge", "parking", "map", "outcome", "thirty", "days", "thank", "card", "list",
    "infusion", "oxygen", "speech", "swallow", "balance", "falls", "caregiver", "family", "meeting",
    "hospice", "palliative", "memory", "assisted", "living", "rehab", "stroke", "hip", "knee", "cardiac",
    "pulmonary", "kidney", "dialysis", "clinic", "urgent", "emergency",
)  # fmt: skip
_SYLLABLES = ("bra", "cor", "dal", "fen", "gri", "hol", "jup", "kel", "lor", "mav", "nex", "ost", "pru", "quo", "rys",
              "sil", "tam", "ulv", "vek", "wex", "yar", "zim")  # fmt: skip


@dataclass(frozen=True, slots=True)
class Size:
    """How large the agency is."""

    sources: int = 20_000
    people: int = 60_000
    visits: int = 1_000_000
    referrals: int = 400_000

    @property
    def label(self) -> str:
        """The size in a file's name."""
        return f"{self.sources}-{self.people}-{self.visits}-{self.referrals}"


FULL = Size()
REDUCED = Size(2_000, 6_000, 100_000, 40_000)
"""A tenth, for the benchmarks' short form."""


@dataclass(frozen=True, slots=True)
class Made:
    """What making it cost."""

    file: Path
    seconds: float
    bytes: int
    steps: dict[str, float]


def large_agency(size: Size = FULL, seed: int = 1, today: date = TODAY) -> Path:
    """The file of a large agency, made once and kept for later runs."""
    folder = Path(os.environ.get(FOLDER_VARIABLE) or Path(tempfile.gettempdir()) / "hhcrm-bench")
    folder.mkdir(parents=True, exist_ok=True)
    file = folder / f"large-{size.label}-{seed}-{today.isoformat()}-{HEAD}-{GENERATION}.db"
    if not file.exists():
        half_done = file.with_suffix(f".{os.getpid()}.part")
        make_large(half_done, size, seed, today)
        half_done.replace(file)
    return file


def make_large(file: Path, size: Size = FULL, seed: int = 1, today: date = TODAY) -> Made:
    """Fill a new file; the same arguments give the same rows."""
    began = clock.perf_counter()
    steps: dict[str, float] = {}
    _found(file, today)
    steps["set-up"] = clock.perf_counter() - began
    connection = connect(file)
    try:
        # Nobody else uses the file yet and it can be made again: no journal, no waiting for the disk.
        for pragma in ("journal_mode=OFF", "synchronous=OFF", "cache_size=-262144", "foreign_keys=OFF"):
            connection.execute(f"PRAGMA {pragma}")
        connection.execute("BEGIN")
        _Filler(connection, size, seed, today, steps).fill()
        connection.execute("COMMIT")
        connection.execute("PRAGMA journal_mode=WAL")
    finally:
        connection.close()
    _timed(steps, "derived", partial(_refresh, file))
    return Made(file, clock.perf_counter() - began, file.stat().st_size, steps)


def _found(file: Path, today: date) -> None:
    engine = make_engine(Address(file=file))
    upgrade(engine)
    people = tuple((f"Liaison {number:02d}", UserRole.LIAISON) for number in range(1, LIAISONS + 1))
    noon = datetime(today.year, today.month, today.day, 18, tzinfo=UTC)
    work = UnitOfWork(engine, Actor(None, "bench"), lambda: noon)
    found_agency(work, FoundAgency("Large Agency", "37203", "America/Chicago", people, today))
    engine.dispose()


def _refresh(file: Path) -> None:
    engine = make_engine(Address(file=file))
    with writing(engine).begin() as connection:
        derived.refresh(connection)
    engine.dispose()
    with_checkpoint = connect(file)
    with_checkpoint.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    with_checkpoint.close()


def _timed(steps: dict[str, float], name: str, do: Callable[[], None]) -> None:
    began = clock.perf_counter()
    do()
    steps[name] = steps.get(name, 0.0) + clock.perf_counter() - began


class _Filler:
    """Writes all tables of one large agency."""

    def __init__(self, connection: Any, size: Size, seed: int, today: date, steps: dict[str, float]) -> None:
        self._connection, self._size, self._today, self._steps = connection, size, today, steps
        self._dice = Random(f"{seed}|{today.isoformat()}|{size.label}")
        self._begin = today - timedelta(days=DAYS)
        self._days = [(self._begin + timedelta(days=n)).isoformat() for n in range(DAYS + 30)]
        self._notes = _note_pool(self._dice)
        self._people_of: list[list[int]] = [[] for _ in range(size.sources + 1)]

    def fill(self) -> None:
        """All tables, then the search indexes."""
        triggers = self._connection.execute(
            "SELECT name, sql FROM sqlite_master WHERE type = 'trigger' ORDER BY rowid"
        ).fetchall()
        for name, _ in triggers:
            self._connection.execute(f"DROP TRIGGER {name}")
        for name, do in (
            ("sources", self._sources), ("people", self._people), ("visits", self._visits),
            ("referrals", self._referrals), ("commitments", self._commitments), ("search", self._search),
        ):  # fmt: skip
            _timed(self._steps, name, do)
        for _, statement in triggers:
            self._connection.execute(statement)

    def _insert(self, table: str, columns: str, rows: Iterable[tuple[Any, ...]]) -> None:
        marks = ", ".join("?" * (columns.count(",") + 1))
        self._connection.executemany(f"INSERT INTO {table} ({columns}) VALUES ({marks})", rows)

    def _ids(self, table: str) -> dict[str, int]:
        return dict(self._connection.execute(f"SELECT code, id FROM {table}").fetchall())

    def _sources(self) -> None:
        self._insert("territory", "id, name, liaison_id", ((n, f"Territory {n:02d}", n) for n in range(1, 21)))
        self._insert(
            "referral_source",
            "id, name, type_id, parent_id, stage, stage_since, inactive_reason, owner_id, territory_id, "
            "territory_by_hand, tier, tier_pinned, cadence_days, potential_per_month, potential_basis, address, city, "
            "state, zip, latitude, longitude, phone, npi, notes, created_on, name_key, find_text",
            self._source_rows(),
        )
        self._insert(
            "source_stage_change",
            "source_id, stage, on_day, at, by_name",
            self._connection.execute(
                "SELECT id, stage, stage_since, stage_since || ' 15:00:00.000000', 'Liaison 01' FROM referral_source"
            ).fetchall(),
        )

    def _source_rows(self) -> Iterator[tuple[Any, ...]]:
        dice, types = self._dice, self._ids("source_type")
        kinds = [row.code for row in SOURCE_TYPES]
        weights = [30 if kind == "physician_practice" else 12 if kind == "snf" else 4 for kind in kinds]
        for key, kind in enumerate(dice.choices(kinds, weights, k=self._size.sources), 1):
            place = dice.choice(SERVED)
            name = f"{dice.choice(PREFIXES)} {dice.choice(SUFFIXES[kind])} {key}"
            address = f"{dice.randrange(100, 9900)} {dice.choice(STREETS)} Rd"
            phone = f"(615) 555-{dice.randrange(10_000):04d}"
            notes = dice.choice(self._notes)[0] if dice.random() < 0.3 else None
            stage = dice.choices(("active", "prospective", "inactive"), (60, 30, 10))[0]
            since = self._days[dice.randrange(DAYS if stage != "prospective" else DAYS - 200, DAYS)
                               if stage == "prospective" else dice.randrange(DAYS)]  # fmt: skip
            active = stage == "active"
            yield (
                key, name, types[kind], key // 2 if kind == "hospital_unit" and key > 1 else None, stage, since,
                "Closed its doors" if stage == "inactive" else None, dice.randrange(1, LIAISONS + 1),
                dice.randrange(1, 21), 0, dice.choice("ABCCC"), 0, dice.choice((30, 45, 60)) if active else None,
                round(dice.uniform(0.2, 20), 1) if dice.random() < 0.8 else None, "public data", address, place.city,
                "TN", place.zip, place.latitude, place.longitude, phone, None, notes, self._days[0], name_key(name),
                search_text(name, address, place.city, "TN", place.zip, phone, notes),
            )  # fmt: skip

    def _people(self) -> None:
        dice, roles = self._dice, self._ids("contact_role")
        codes = [row.code for row in CONTACT_ROLES]
        people, phones, emails, places = [], [], [], []
        for key in range(1, self._size.people + 1):
            first, last = dice.choice(FIRST_NAMES), dice.choice(LAST_NAMES)
            phone, address = f"(629) 555-{dice.randrange(10_000):04d}", f"{first}.{last}{key}@people.example".lower()
            role = roles[dice.choice(codes)]
            people.append(
                (key, first, last, role, "unknown", name_key(f"{last} {first}"), name_key(first),
                 contact_search_text(first, last, None, None, None, None, [phone], [address]))
            )  # fmt: skip
            phones.append((key, "work", phone, 0))
            emails.append((key, address, 0))
            for source in {(key - 1) % self._size.sources + 1, dice.randrange(1, self._size.sources + 1)}:
                if source == (key - 1) % self._size.sources + 1 or dice.random() < 0.15:
                    self._people_of[source].append(key)
                    places.append((key, source, role))
        columns = "id, first_name, last_name, role_id, buying_role, name_key, first_key, find_text"
        self._insert("contact", columns, people)
        self._insert("contact_phone", "contact_id, kind, number, position", phones)
        self._insert("contact_email", "contact_id, address, position", emails)
        self._insert("affiliation", "contact_id, source_id, role_id", places)

    def _visits(self) -> None:
        met: list[tuple[int, int]] = []
        self._insert(
            "visit",
            "id, source_id, liaison_id, kind_id, status, visit_on, start_time, minutes, travel_minutes, miles, ask, "
            "advance, notes, logged_at, find_text, uid",
            ((*row, f"{row[0]:020x}@hhcrm") for row in self._visit_rows(met)),
        )
        self._insert("visit_contact", "visit_id, contact_id", met)

    def _visit_rows(self, met: list[tuple[int, int]]) -> Iterator[tuple[Any, ...]]:
        """In the order of days, as people log them; a source's visits lie scattered over the file."""
        dice, kinds, size = self._dice, self._ids("visit_kind"), self._size
        some = self._some_sources(size.visits)
        kind_ids = dice.choices([kinds[row.code] for row in VISIT_KINDS], (50, 20, 10, 5, 10, 1, 3, 1), k=size.visits)
        advances = dice.choices(("advance", "continuation", "setback"), (30, 62, 8), k=size.visits)
        asks = dice.choices(("not asked", "asked", "agreed", "declined"), (45, 25, 22, 8), k=size.visits)
        notes = dice.choices(self._notes, k=size.visits)
        late = DAYS + 29  # the last days of the list lie ahead of today
        for key in range(1, size.visits + 1):
            source, place = some[key - 1], (key - 1) * late // size.visits
            day, (note, folded) = self._days[place], notes[key - 1]
            roll = dice.random()
            owner, start = 1 + source % LIAISONS, f"{9 + key % 8:02d}:30:00.000000"
            if place >= DAYS:
                yield (key, source, owner, kind_ids[key - 1], "planned", day, start,
                       None, None, None, None, None, None, None, "")  # fmt: skip
                continue
            status = "completed" if roll < 0.93 else "missed"
            if status == "completed":
                people = self._people_of[source]
                if people and roll < 0.5:
                    met.append((key, people[key % len(people)]))
                yield (key, source, owner, kind_ids[key - 1], status, day, start, 20, 15, 9.5, asks[key - 1],
                       advances[key - 1], note, f"{day} 23:10:00.000000", folded)  # fmt: skip
            else:
                yield (key, source, owner, kind_ids[key - 1], status, day, start,
                       None, None, None, None, None, None, f"{day} 23:10:00.000000", "")  # fmt: skip

    def _some_sources(self, count: int) -> list[int]:
        """Sources drawn with skew: the first are drawn some twenty times as often as the last."""
        sources = range(1, self._size.sources + 1)
        weights = [1 / (20 + rank * 400 / self._size.sources) for rank in sources]
        return self._dice.choices(sources, weights, k=count)

    def _referrals(self) -> None:
        dice, size = self._dice, self._size
        some = self._some_sources(size.referrals)
        lines, payers = list(self._ids("service_line").values()), list(self._ids("payer").values())
        groups, reasons = list(self._ids("clinical_group").values()), self._ids("decline_reason")
        assert len(lines) == len(SERVICE_LINES)
        assert len(payers) == len(PAYERS)
        assert len(groups) == len(CLINICAL_GROUPS)
        declines = [(reasons[row.code], row.owner.value) for row in DECLINE_REASONS]
        stages: list[tuple[Any, ...]] = []
        loops: list[tuple[Any, ...]] = []
        rows = []
        for key in range(1, size.referrals + 1):
            source, place = some[key - 1], (key - 1) * DAYS // size.referrals
            day, soc = self._days[place], self._days[place + 2]
            note, folded = dice.choice(self._notes) if key % 5 == 0 else (None, "")
            open_yet, admitted = place > DAYS - 4, dice.random() < 0.8
            stage = "under review" if open_yet else "admitted" if admitted else "not admitted"
            reason, whose = dice.choice(declines) if stage == "not admitted" else (None, None)
            heard, decided = f"{day} 15:00:00.000000", None if open_yet else f"{day} 19:30:00.000000"
            people = self._people_of[source]
            begun = soc if stage == "admitted" else None
            rows.append(
                (key, source, people[key % len(people)] if people else None, 1 + source % LIAISONS, heard, heard, day,
                 lines[key % len(lines)], payers[key % len(payers)], SERVED[key % len(SERVED)].zip,
                 groups[key % len(groups)], stage, reason, whose, decided, begun, note, folded)
            )  # fmt: skip
            stages.append((key, "received", heard, "Intake", None, None))
            if decided:
                stages.append((key, stage, decided, "Intake", reason, whose))
            loops.append((key, "decision", f"{self._days[place + 1]} 15:00:00.000000", decided, "Intake"))
        self._insert(
            "referral",
            "id, source_id, contact_id, liaison_id, heard_at, authorized_at, referral_on, service_line_id, payer_id, "
            "zip, clinical_group_id, stage, reason_id, reason_owner, decided_at, soc_on, notes, find_text",
            rows,
        )
        self._insert("referral_stage_entry", "referral_id, stage, at, by_name, reason_id, reason_owner", stages)
        self._insert("loop_update", "referral_id, step, due_at, given_at, by_name", loops)

    def _commitments(self) -> None:
        dice, rows = self._dice, []
        for key in range(1, self._size.sources * 2 + 1):
            place = dice.randrange(DAYS)
            is_open = place > DAYS - 20
            note, folded = dice.choice(self._notes)
            rows.append(
                (key, 1 + key % self._size.sources, 1 + key % LIAISONS, note, self._days[place], self._days[place + 7],
                 "open" if is_open else "kept", None if is_open else self._days[place + 5], folded)
            )  # fmt: skip
        columns = "id, source_id, owner_id, text, made_on, due_on, status, closed_on, find_text"
        self._insert("commitment", columns, rows)

    def _search(self) -> None:
        for searched in SEARCHED:
            row = searched.rowid("t")
            # In the order of the index's keys: they are appended instead of merged in.
            self._connection.execute(
                f"INSERT INTO {searched.index}(rowid, body) SELECT {row}, t.find_text FROM {searched.table} t "
                "WHERE t.find_text <> '' ORDER BY 1"
            )


def _note_pool(dice: Random) -> list[tuple[str, str]]:
    """Notes with their folded form: common words by rank, now and then a rare one."""
    rare = ["".join(dice.choices(_SYLLABLES, k=3)) for _ in range(_RARE_WORDS)]
    weights = [1 / (rank + 3) for rank in range(len(COMMON))]
    pool = []
    for number in range(_NOTES_IN_POOL):
        words = dice.choices(COMMON, weights, k=dice.randrange(3, 10))
        if number % 12 == 0:
            words.insert(1, rare[number // 12 % _RARE_WORDS])
        note = " ".join(words).capitalize() + "."
        pool.append((note, search_text(note)))
    return pool


def main() -> None:
    """Make the full file anew and say what it cost."""
    with tempfile.TemporaryDirectory() as folder:
        made = make_large(Path(folder) / "large.db")
        print(f"{made.seconds:.1f} s, {made.bytes / 1e6:.0f} MB")
        for name, seconds in made.steps.items():
            print(f"  {name:12} {seconds:6.1f} s")


if __name__ == "__main__":
    main()
