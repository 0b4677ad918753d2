"""A half-filled form survives whatever happens to the program."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hhcrm.app.drafts import Drafts
from hhcrm.app.paths import put_aside

NOW = datetime(2026, 11, 20, 15, 0, tzinfo=UTC)
PATIENT = "Wilhelmina Quartermaine"
KEEPER = """
import sys
from datetime import UTC, datetime
from pathlib import Path
from hhcrm.app.drafts import Drafts
drafts = Drafts(Path(sys.argv[1]), lambda: datetime(2026, 11, 20, tzinfo=UTC))
number = int(sys.argv[2])
while True:
    number += 1
    drafts.keep("visit", "7", {"number": number, "again": number, "notes": "x" * 20000})
    print(number, flush=True)
"""

STEP_BY_STEP = """
import os
import signal
import sys
from datetime import UTC, datetime
from pathlib import Path
from hhcrm.app.drafts import Drafts

folder = Path(sys.argv[1])
now = lambda: datetime(2026, 11, 20, tzinfo=UTC)

def kill_at(moment):
    left = moment
    def trace(frame, event, arg):
        nonlocal left
        left -= any(part in frame.f_code.co_filename for part in ("hhcrm", "pathlib"))
        if left == 0:
            os.kill(os.getpid(), signal.SIGKILL)
        return trace
    return trace

Drafts(folder, now).keep("visit", "7", {"notes": "old"})
moment = killed = 0
seen = set()
while True:
    moment += 1
    child = os.fork()
    if child == 0:
        drafts = Drafts(folder, now)
        sys.settrace(kill_at(moment))
        drafts.keep("visit", "7", {"notes": "new"})
        os._exit(0)
    _, status = os.waitpid(child, 0)
    found = Drafts(folder, now).get("visit", "7")
    seen.add(found.content["notes"] if found else "LOST")
    if os.WIFEXITED(status):
        break
    killed += 1
    Drafts(folder, now).keep("visit", "7", {"notes": "old"})
print(killed > 20, sorted(seen), sorted(path.suffix for path in folder.iterdir()))
"""


class Ticking:
    """A clock that moves on a minute each time it is read."""

    def __init__(self) -> None:
        self.now = NOW

    def __call__(self) -> datetime:
        self.now += timedelta(minutes=1)
        return self.now


class Reversing:
    """A seal that anybody can break but that is seen at once."""

    def close(self, content: bytes) -> bytes:
        return b"sealed" + content[::-1]

    def open(self, content: bytes) -> bytes:
        if not content.startswith(b"sealed"):
            raise ValueError("not sealed")
        return content.removeprefix(b"sealed")[::-1]


@pytest.fixture
def drafts(tmp_path: Path) -> Drafts:
    return Drafts(tmp_path, Ticking())


def test_a_kept_draft_is_there_in_the_next_run(tmp_path: Path, drafts: Drafts) -> None:
    drafts.keep("visit", "7", {"notes": "half a sen"})
    found = Drafts(tmp_path, Ticking()).get("visit", "7")
    assert found is not None
    assert found.content == {"notes": "half a sen"}
    assert found.kept_at == NOW + timedelta(minutes=1)


def test_the_newest_keeping_takes_the_place_of_the_older(drafts: Drafts) -> None:
    drafts.keep("visit", "7", {"notes": "first"})
    drafts.keep("visit", "7", {"notes": "second"})
    assert [draft.content["notes"] for draft in drafts.all("visit")] == ["second"]


def test_all_of_a_kind_come_newest_first_and_no_other_kind(drafts: Drafts) -> None:
    for key in ("a", "b", "c"):
        drafts.keep("visit", key, {})
    drafts.keep("visit_note", "d", {})
    drafts.keep("referral", "e", {})
    assert [draft.key for draft in drafts.all("visit")] == ["c", "b", "a"]


def test_a_dropped_draft_is_gone_and_may_be_dropped_twice(tmp_path: Path, drafts: Drafts) -> None:
    drafts.keep("visit", "7", {})
    drafts.drop("visit", "7")
    drafts.drop("visit", "7")
    assert drafts.get("visit", "7") is None
    assert list(tmp_path.iterdir()) == []


def test_no_name_of_a_patient_stands_in_a_file_name(tmp_path: Path, drafts: Drafts) -> None:
    drafts.keep("referral", PATIENT, {"patient_name": PATIENT})
    names = " ".join(path.name for path in tmp_path.iterdir())
    assert not any(part.lower() in names.lower() for part in PATIENT.split())
    with pytest.raises(ValueError, match="plain lower-case word"):
        drafts.keep(PATIENT, "7", {})


def test_a_seal_hides_what_is_inside(tmp_path: Path) -> None:
    drafts = Drafts(tmp_path, Ticking(), Reversing())
    drafts.keep("referral", "1", {"patient_name": PATIENT})
    assert PATIENT.encode() not in b"".join(path.read_bytes() for path in tmp_path.iterdir())
    assert [draft.content for draft in drafts.all("referral")] == [{"patient_name": PATIENT}]


@pytest.mark.parametrize("content", [b"", b"{", b"[]", b"\xff", b'{"kind": "visit"}'])
def test_a_damaged_draft_is_put_aside_and_the_others_are_offered(
    tmp_path: Path, drafts: Drafts, content: bytes
) -> None:
    drafts.keep("visit", "1", {})
    damaged = next(tmp_path.iterdir())
    drafts.keep("visit", "2", {})
    damaged.write_bytes(content)
    assert [draft.key for draft in drafts.all("visit")] == ["2"]
    assert [path.read_bytes() for path in tmp_path.glob("*.damaged-1")] == [content]


def test_a_damaged_draft_that_another_reader_put_aside_first_is_no_fault(
    tmp_path: Path, drafts: Drafts, monkeypatch: pytest.MonkeyPatch
) -> None:
    drafts.keep("visit", "1", {})
    damaged = next(tmp_path.iterdir())
    damaged.write_bytes(b"{")

    def slower(path: Path) -> Path:
        path.unlink()
        return put_aside(path)

    monkeypatch.setattr("hhcrm.app.drafts.put_aside", slower)
    assert not drafts.all("visit")


@given(st.dictionaries(st.text(), st.none() | st.booleans() | st.integers() | st.text() | st.lists(st.text())))
def test_whatever_was_typed_comes_back(tmp_path_factory: pytest.TempPathFactory, content: dict[str, object]) -> None:
    drafts = Drafts(tmp_path_factory.mktemp("drafts"), Ticking())
    drafts.keep("visit", "7", content)
    found = drafts.get("visit", "7")
    assert found is not None
    assert found.content == content


@pytest.mark.skipif(sys.platform == "win32", reason="needs fork")
def test_a_kill_at_any_line_of_keeping_leaves_the_old_draft_or_the_new(tmp_path: Path) -> None:
    ran = subprocess.run(
        [sys.executable, "-c", STEP_BY_STEP, str(tmp_path)], capture_output=True, text=True, check=True
    )
    assert ran.stdout.strip() == "True ['new', 'old'] ['.json']"


def test_drafts_survive_a_kill_while_they_are_kept_all_the_time(tmp_path: Path) -> None:
    """What was reported as kept is there whole after the kill, or the one that was being written is."""
    number = 0
    for run in range(4):
        keeper = subprocess.Popen(
            [sys.executable, "-c", KEEPER, str(tmp_path), str(number)], stdout=subprocess.PIPE, env=os.environ
        )
        assert keeper.stdout is not None
        with keeper.stdout as lines:
            for _ in range(1 + run % 4):
                number = int(lines.readline())
            keeper.kill()
            rest = lines.read().split()
        keeper.wait()
        number = int(rest[-1]) if rest else number
        found = Drafts(tmp_path, Ticking()).get("visit", "7")
        assert found is not None
        assert number <= found.content["number"] <= number + 1
        assert found.content["again"] == found.content["number"]
        number = found.content["number"]
    assert [path.suffix for path in tmp_path.iterdir()] == [".json"]
    assert json.loads(next(tmp_path.iterdir()).read_bytes())["kind"] == "visit"
