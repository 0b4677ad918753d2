"""The terminal's grammar and its streams."""

from __future__ import annotations

import io
import json
from pathlib import Path
from typing import Any

import pytest

import hhcrm
from hhcrm.cli import Console, as_table, parse
from hhcrm.compat import override
from hhcrm.domain.errors import CannotOpen, RuleBroken, Usage
from hhcrm.jobs.progress import Report


class Terminal(io.StringIO):
    """A stream that a person looks at."""

    @override
    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(
    "words",
    [["--data", "d", "--json", "check"], ["check", "--data", "d", "--json"], ["--json", "check", "--data", "d"]],
)
def test_common_words_stand_before_or_behind_the_command(words: list[str]) -> None:
    asked = parse(words)
    assert (asked.command, asked.data, asked.json) == ("check", "d", True)


def test_without_a_command_the_window_is_meant() -> None:
    asked = parse([])
    assert (asked.command, asked.sample, asked.smoke_test, asked.json) == (None, False, False, False)


@pytest.mark.parametrize(
    "words",
    [
        ["fly"],
        ["import", "dogs", "list.csv"],
        ["import", "sources"],
        ["export", "sources"],
        ["report", "today", "--from", "11/20/2026"],
        ["sample", "--sources", "0"],
        ["sample", "--months", "many"],
        ["--sample", "check"],
        ["--database", "mysql://host/name", "check"],
        ["--database", "postgresql://anna:secret@host/name", "check"],
        ["check", "--no-such"],
    ],
)
def test_wrong_usage_is_one_line(words: list[str]) -> None:
    with pytest.raises(Usage) as raised:
        parse(words)
    assert "\n" not in str(raised.value)
    assert raised.value.exit_code == 2


def test_a_password_in_an_address_is_not_repeated() -> None:
    with pytest.raises(Usage) as raised:
        parse(["--database", "postgresql://anna:secret@host/name"])
    assert "secret" not in str(raised.value)


def test_import_undo_takes_the_number_of_a_run() -> None:
    asked = parse(["import", "undo", "7"])
    assert (asked.kind, asked.file) == ("undo", "7")


def test_export_takes_days_and_asks_for_identifiers_by_a_word_of_its_own() -> None:
    asked = parse(["export", "referrals", "out.csv", "--from", "2026-01-01"])
    assert (str(asked.from_on), asked.to_on, asked.include_patient_identifiers) == ("2026-01-01", None, False)
    assert asked.file == Path("out.csv")


def test_version_names_program_and_number(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        parse(["--version"])
    assert (ended.value.code, capsys.readouterr().out) == (0, f"hhcrm {hhcrm.__version__}\n")


def test_json_is_one_document_and_words_go_to_standard_error() -> None:
    out, err = io.StringIO(), io.StringIO()
    console = Console(out, err, as_json=True)
    console.say("working")
    console.answer({"rows": 3}, "three rows")
    assert json.loads(out.getvalue()) == {"rows": 3}
    assert err.getvalue() == "working\n"


def test_words_are_the_answer_without_json() -> None:
    out = io.StringIO()
    Console(out, io.StringIO()).answer({"rows": 3}, "three rows")
    assert out.getvalue() == "three rows\n"


def test_a_fault_is_one_line_and_also_a_document_for_scripts() -> None:
    out, err = io.StringIO(), io.StringIO()
    Console(out, err, as_json=True).fault(RuleBroken("Give a name.\nThen again."))
    assert err.getvalue() == "hhcrm: Give a name. Then again.\n"
    assert json.loads(out.getvalue()) == {"error": "Give a name. Then again."}


def test_without_json_a_fault_leaves_standard_output_empty() -> None:
    out, err = io.StringIO(), io.StringIO()
    Console(out, err).fault(CannotOpen("Damaged."))
    assert (out.getvalue(), err.getvalue()) == ("", "hhcrm: Damaged.\n")


def test_a_windowed_program_has_no_streams_and_does_not_mind() -> None:
    console = Console(None, None, as_json=True)
    console.progress(Report("Reading", 1, 2))
    console.answer({}, "")
    console.fault(RuleBroken("no"))
    console.deafen()


def test_progress_is_drawn_on_a_terminal_only() -> None:
    pipe, terminal = io.StringIO(), Terminal()
    for stream in (pipe, terminal):
        Console(None, stream).progress(Report("Reading", 5, 10))
    assert pipe.getvalue() == ""
    assert "Reading [" in terminal.getvalue()
    assert "5 of 10" in terminal.getvalue()


def test_the_bar_is_gone_before_the_next_words() -> None:
    terminal = Terminal()
    console = Console(None, terminal)
    console.progress(Report("Reading", 5))
    console.say("done")
    assert terminal.getvalue().endswith("\r\x1b[Kdone\n")


def test_a_table_puts_numbers_right_and_cuts_long_texts() -> None:
    rows: list[list[Any]] = [["Mercy", 12], ["x" * 60, 3]]
    lines = as_table(["name", "visits"], rows).splitlines()
    assert lines[0].split() == ["name", "visits"]
    assert lines[2].endswith("    12")
    assert "\u2026" in lines[3]
    assert max(map(len, lines)) < 60
