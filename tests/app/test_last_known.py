"""What was shown last: found again at the next start, and only by the agency whose it is."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from hhcrm.app.agency import Agency
from hhcrm.app.clock import Clock
from hhcrm.app.last_known import LastKnownFile
from hhcrm.app.paths import Folder
from hhcrm.domain.words import UserRole
from hhcrm.queries.measure_models import Headline, MeasureFilter, Outcomes
from hhcrm.services.commands import AddSource
from hhcrm.services.founding import FoundAgency
from hhcrm.ui.measure.overview import Seen

TODAY = date(2026, 11, 23)
AT = datetime(2026, 11, 23, 15, 4, tzinfo=UTC)
FILTER = MeasureFilter(date(2025, 11, 24), TODAY, liaison_id=2)
SEEN = Seen(Headline(FILTER, Outcomes(12, 7, 3), 40, 21.5, 6, 9, 8))


@pytest.fixture(scope="module")
def founded(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = Folder(tmp_path_factory.mktemp("founded")).make()
    with closing(Agency(folder, Clock(TODAY))) as agency:
        agency.found(FoundAgency("Harbor Home Health", "37203", "", (("Ann Lee", UserRole.OWNER),), TODAY))
    return folder.root


@pytest.fixture
def folder(founded: Path, tmp_path: Path) -> Folder:
    return Folder(Path(shutil.copytree(founded, tmp_path / "agency")))


def known(folder: Folder, plain: Callable[[], bool] = lambda: True) -> LastKnownFile:
    """As the next start has it."""
    return LastKnownFile(folder.cache / "last-known.json", folder.database, plain)


def look(folder: Folder, choice: str = "12 months") -> Seen | None:
    found = known(folder).look("overview", Seen, choice)
    return None if found is None else found.answer


def test_the_next_start_finds_it_with_its_time_for_the_same_choice(folder: Folder) -> None:
    known(folder).keep("overview", "12 months", SEEN, AT)
    found = known(folder).look("overview", Seen, "12 months")
    assert found is not None
    assert (found.at, found.answer) == (AT, SEEN)
    assert look(folder, "last year") is None
    assert known(folder).look("goals", Seen, "12 months") is None
    assert known(folder).look("overview", Headline, "12 months") is None
    known(folder).keep("goals", "all", Outcomes(3, 2, 1), AT)
    assert look(folder) == SEEN  # the others stay


def test_what_was_written_meanwhile_does_not_spoil_it_and_another_agency_does(folder: Folder, tmp_path: Path) -> None:
    known(folder).keep("overview", "12 months", SEEN, AT)
    with closing(Agency(folder, Clock(TODAY))) as agency:
        agency.actions().add_source(AddSource({"name": "Mercy Hospital", "type_id": 1}, TODAY))
    assert look(folder) == SEEN
    other = Folder(tmp_path / "other").make()
    with closing(Agency(other, Clock(TODAY))) as agency:
        agency.found(FoundAgency("Bay Hospice", "37203", "", (("Bo Ray", UserRole.OWNER),), TODAY))
    shutil.copyfile(other.database, folder.database)
    assert look(folder) is None


def test_under_a_key_or_on_a_server_nothing_is_written(folder: Folder) -> None:
    path = folder.cache / "last-known.json"
    known(folder).keep("overview", "12 months", SEEN, AT)
    assert path.exists()
    session = known(folder, lambda: False)
    session.keep("overview", "12 months", SEEN, AT)
    assert not path.exists()
    found = session.look("overview", Seen, "12 months")
    assert found is not None
    assert found.answer == SEEN
    assert look(folder) is None


def test_a_database_that_cannot_be_read_has_none(folder: Folder) -> None:
    known(folder).keep("overview", "12 months", SEEN, AT)
    with closing(sqlite3.connect(folder.database)) as connection:
        connection.execute("DROP TABLE journal_step")
    assert look(folder) is None


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(place=st.integers(0, 10_000), bits=st.integers(1, 255), cut=st.booleans())
def test_a_damaged_file_is_as_if_there_were_none(folder: Folder, place: int, bits: int, cut: bool) -> None:
    path = folder.cache / "last-known.json"
    known(folder).keep("overview", "12 months", SEEN, AT)
    content = bytearray(path.read_bytes())
    at = place % len(content)
    content[at] ^= bits
    path.write_bytes(content[:at] if cut else content)
    assert look(folder) is None
    known(folder).keep("overview", "12 months", SEEN, AT)
    assert look(folder) == SEEN
