"""One window per folder; a second start brings the first to the front."""

from __future__ import annotations

import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from hhcrm.app.paths import Folder
from hhcrm.app.single import Claim, claim
from hhcrm.domain.errors import CannotOpen, FolderInUse

WINDOW = """
import sys
from pathlib import Path
from PySide6.QtCore import QCoreApplication
from hhcrm.app.paths import Folder
from hhcrm.app.single import claim
app = QCoreApplication([])
print("starting", flush=True)
mine = claim(Folder(Path(sys.argv[1])))
if mine is None:
    print("gave way", flush=True)
else:
    mine.listen(lambda: print("raised", flush=True))
    print("open", flush=True)
    app.exec()
"""
Start = Callable[[Path], "subprocess.Popen[str]"]


@pytest.fixture
def start() -> Iterator[Start]:
    begun: list[subprocess.Popen[str]] = []

    def starting(root: Path) -> subprocess.Popen[str]:
        begun.append(subprocess.Popen([sys.executable, "-c", WINDOW, str(root)], stdout=subprocess.PIPE, text=True))
        return begun[-1]

    yield starting
    for process in begun:
        process.kill()
        process.communicate()


def line(process: subprocess.Popen[str]) -> str:
    assert process.stdout is not None
    return process.stdout.readline().strip()


def fate(process: subprocess.Popen[str]) -> str:
    """What became of a start."""
    assert line(process) == "starting"
    return line(process)


def test_a_second_start_raises_the_first_and_ends(tmp_path: Path, start: Start) -> None:
    first = start(tmp_path)
    assert fate(first) == "open"
    second = start(tmp_path)
    assert fate(second) == "gave way"
    assert second.wait(10) == 0
    assert line(first) == "raised"


def test_after_a_kill_the_next_start_opens_and_can_be_raised(tmp_path: Path, start: Start) -> None:
    killed = start(tmp_path)
    assert fate(killed) == "open"
    killed.kill()
    killed.wait(10)
    next_one = start(tmp_path)
    assert fate(next_one) == "open"
    assert fate(start(tmp_path)) == "gave way"
    assert line(next_one) == "raised"


def test_of_several_starts_at_once_exactly_one_opens(tmp_path: Path, start: Start) -> None:
    said = sorted(fate(process) for process in [start(tmp_path) for _ in range(3)])
    assert [words for words in said if words != "raised"] == ["gave way", "gave way", "open"]


def test_two_folders_have_two_windows(tmp_path: Path) -> None:
    claims = [claim(Folder(tmp_path / name).make()) for name in ("one", "two")]
    assert all(isinstance(made, Claim) for made in claims)
    for made in claims:
        assert made is not None
        made.release()


def test_a_released_folder_can_be_claimed_again(tmp_path: Path) -> None:
    for _ in range(2):
        made = claim(Folder(tmp_path))
        assert made is not None
        made.release()
        made.release()


def test_another_way_to_the_same_folder_is_the_same_folder(tmp_path: Path, start: Start) -> None:
    (tmp_path / "agency").mkdir()
    (tmp_path / "link").symlink_to(tmp_path / "agency")
    assert fate(start(tmp_path / "agency")) == "open"
    assert fate(start(tmp_path / "link")) == "gave way"


def test_a_window_that_does_not_answer_is_a_known_fault(tmp_path: Path) -> None:
    held = claim(Folder(tmp_path))
    assert held is not None
    with pytest.raises(FolderInUse, match="does not answer") as caught:
        claim(Folder(tmp_path), patience=0.0)
    assert caught.value.exit_code == 3
    held.release()


def test_a_start_waits_for_a_window_that_is_still_coming_up(tmp_path: Path, start: Start, qtbot: QtBot) -> None:
    held = claim(Folder(tmp_path))
    assert held is not None
    raised: list[bool] = []
    second = start(tmp_path)
    assert line(second) == "starting"
    held.listen(lambda: raised.append(True))
    qtbot.waitUntil(lambda: raised == [True], timeout=10_000)
    assert line(second) == "gave way"
    held.release()


def test_a_start_takes_over_when_the_first_ends_before_it_answers(tmp_path: Path) -> None:
    held = claim(Folder(tmp_path))
    assert held is not None
    answers: list[Claim | None] = []
    second = threading.Thread(target=lambda: answers.append(claim(Folder(tmp_path))))
    second.start()
    held.release()
    second.join(10)
    assert isinstance(answers[0], Claim)
    answers[0].release()


def test_a_folder_that_is_not_there_is_a_known_fault(tmp_path: Path) -> None:
    with pytest.raises(CannotOpen, match="cannot be written to"):
        claim(Folder(tmp_path / "missing"))


def test_claiming_loads_no_network_library(tmp_path: Path) -> None:
    asked = (
        "import sys\nfrom pathlib import Path\nfrom hhcrm.app.paths import Folder\n"
        "from hhcrm.app.single import claim\nassert claim(Folder(Path(sys.argv[1])))\n"
        "print([name for name in sys.modules if name.startswith('PySide6')])"
    )
    ran = subprocess.run([sys.executable, "-c", asked, str(tmp_path)], capture_output=True, text=True, check=True)
    assert ran.stdout.strip() == "[]"
