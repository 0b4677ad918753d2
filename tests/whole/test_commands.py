"""The terminal as a person or a script uses it, each command a process of its own."""

from __future__ import annotations

import csv
import json
import sqlite3
import zipfile
from contextlib import closing
from pathlib import Path

import pytest

import hhcrm
from tests.whole.program import DAY, answer, run

KINDS = ("sources", "contacts", "visits", "referrals")


def rows_of(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as lines:
        return list(csv.DictReader(lines))


def labels(data: Path) -> list[str]:
    with closing(sqlite3.connect(data / "agency.db")) as connection:
        return [label for (label,) in connection.execute("SELECT label FROM journal_step ORDER BY id")]


def test_version_is_said_without_touching_any_folder(tmp_path: Path) -> None:
    done = run(tmp_path / "nowhere", "--version")
    assert (done.returncode, done.stdout, done.stderr) == (0, f"hhcrm {hhcrm.__version__}\n", "")
    assert not (tmp_path / "nowhere").exists()


def test_a_sample_is_whole_and_the_same_by_seed_and_day(made_sample: Path, tmp_path: Path) -> None:
    assert answer(made_sample, "check") == {"ok": True, "problems": []}
    again = tmp_path / "again"
    answer(again, "sample", "--sources", "20", "--months", "3")
    for kind in ("sources", "referrals"):
        answer(made_sample, "export", kind, str(tmp_path / "first.csv"))
        answer(again, "export", kind, str(tmp_path / "second.csv"))
        assert (tmp_path / "first.csv").read_bytes() == (tmp_path / "second.csv").read_bytes(), kind


@pytest.mark.parametrize("kind", KINDS)
def test_an_export_says_how_many_rows_it_wrote(made_sample: Path, tmp_path: Path, kind: str) -> None:
    out = tmp_path / "out.csv"
    document = answer(made_sample, "export", kind, str(out))
    assert document == {"kind": kind, "file": str(out), "rows": len(rows_of(out))}
    assert document["rows"] > 0


def test_an_export_between_two_days_has_only_those(made_sample: Path, tmp_path: Path) -> None:
    out = tmp_path / "out.csv"
    answer(made_sample, "export", "visits", str(out), "--from", "2026-10-01", "--to", "2026-10-31")
    days = {row["date"] for row in rows_of(out)}
    assert days
    assert all("2026-10-01" <= day <= "2026-10-31" for day in days)


def test_patients_are_named_only_when_asked_and_the_journal_knows(sample: Path, tmp_path: Path) -> None:
    out = tmp_path / "out.csv"
    answer(sample, "export", "referrals", str(out))
    assert "patient_name" not in rows_of(out)[0]
    before = labels(sample)
    answer(sample, "export", "referrals", str(out), "--include-patient-identifiers")
    assert "patient_name" in rows_of(out)[0]
    assert labels(sample) == [*before, "Export referrals with patient identifiers to out.csv"]
    assert answer(sample, "check")["ok"]


def test_an_unknown_export_or_report_is_wrong_usage_and_names_what_there_is(made_sample: Path) -> None:
    for words in (("export", "dogs", "out.csv"), ("report", "dogs"), ("export", "sources", "out.pdf")):
        done = run(made_sample, *words)
        assert done.returncode == 2, words
        assert len(done.stderr.splitlines()) == 1


def test_an_export_into_a_folder_that_is_not_there_is_refused(made_sample: Path, tmp_path: Path) -> None:
    done = run(made_sample, "export", "sources", str(tmp_path / "gone" / "out.csv"))
    assert (done.returncode, done.stdout) == (1, "")
    assert "There is no folder" in done.stderr


def test_a_report_has_its_period_and_named_columns(made_sample: Path) -> None:
    document = answer(made_sample, "report", "referrals-by-month", "--from", "2026-09-01", "--to", "2026-11-23")
    assert (document["report"], document["from"], document["to"]) == ("referrals-by-month", "2026-09-01", "2026-11-23")
    assert {row["month"] for row in document["rows"]} >= {"2026-10"}


def test_a_report_in_a_file_has_the_rows_of_the_report_on_the_terminal(made_sample: Path, tmp_path: Path) -> None:
    out = tmp_path / "effort.csv"
    shown = answer(made_sample, "report", "effort")["rows"]
    assert answer(made_sample, "report", "effort", str(out))["rows"] == len(shown) == len(rows_of(out))


def test_a_report_for_one_source_takes_its_name_or_number(made_sample: Path, tmp_path: Path) -> None:
    answer(made_sample, "export", "sources", str(tmp_path / "sources.csv"))
    source = rows_of(tmp_path / "sources.csv")[0]
    by_name = answer(made_sample, "report", "effort", "--source", source["name"].upper())
    assert by_name == answer(made_sample, "report", "effort", "--source", source["source_id"])
    done = run(made_sample, "report", "effort", "--source", "Nobody's Hospital")
    assert done.returncode == 1
    assert "called" in done.stderr


@pytest.mark.parametrize(
    ("name", "ending", "beginning"),
    [
        ("referrals-by-source", ".png", b"\x89PNG"),
        ("referrals-by-month", ".svg", b"<?xml"),
        ("conversion", ".pdf", b"%PDF-"),
        ("effort", ".PNG", b"\x89PNG"),
        ("rhythm", ".svg", b"<?xml"),
    ],
)
def test_a_report_that_is_a_chart_is_drawn(
    made_sample: Path, tmp_path: Path, name: str, ending: str, beginning: bytes
) -> None:
    out = tmp_path / f"chart{ending}"
    document = answer(made_sample, "report", name, str(out), "--from", "2026-09-01", "--to", "2026-11-23")
    assert (document["report"], document["from"], document["file"]) == (name, "2026-09-01", str(out))
    assert document["rows"] > 0
    assert out.read_bytes().startswith(beginning)


def test_a_scorecard_of_one_source_is_a_page(made_sample: Path, tmp_path: Path) -> None:
    out = tmp_path / "card.pdf"
    document = answer(made_sample, "report", "scorecard", str(out), "--source", "1")
    assert (document["report"], document["file"], document["rows"]) == ("scorecard", str(out), 1)
    assert out.read_bytes().startswith(b"%PDF")
    done = run(made_sample, "report", "scorecard", str(out))
    assert (done.returncode, "--source" in done.stderr) == (2, True)


def test_a_report_that_cannot_be_drawn_says_what_can(made_sample: Path, tmp_path: Path) -> None:
    done = run(made_sample, "report", "intake", str(tmp_path / "intake.png"))
    assert done.returncode == 2
    assert "intake cannot be drawn, only conversion, effort," in done.stderr
    done = run(made_sample, "report", "conversion", str(tmp_path / "conversion.gif"))
    assert done.returncode == 2
    assert ".csv, .xlsx, .png, .svg, .pdf" in done.stderr
    done = run(made_sample, "report", "rhythm", str(tmp_path / "gone" / "rhythm.svg"))
    assert (done.returncode, done.stdout) == (1, "")
    assert "could not be written" in done.stderr


def test_without_json_a_report_is_a_table(made_sample: Path) -> None:
    lines = run(made_sample, "report", "conversion").stdout.splitlines()
    assert set(lines[1]) == {"-", " "}


def test_a_backup_put_back_brings_everything_back(sample: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy.db"
    made = answer(sample, "backup", str(copy))
    elsewhere = tmp_path / "elsewhere"
    assert answer(elsewhere, "restore", str(copy)) == {"rows": made["rows"], "aside": None}
    for kind in ("sources", "referrals"):
        answer(sample, "export", kind, str(tmp_path / "first.csv"))
        answer(elsewhere, "export", kind, str(tmp_path / "second.csv"))
        assert (tmp_path / "first.csv").read_bytes() == (tmp_path / "second.csv").read_bytes(), kind


def test_restore_keeps_the_present_database_aside(sample: Path) -> None:
    backup = answer(sample, "backup")
    aside = Path(answer(sample, "restore", backup["file"])["aside"])
    assert aside.parent == sample
    assert aside.stat().st_size > 0


def test_a_broken_journal_is_found(sample: Path) -> None:
    with closing(sqlite3.connect(sample / "agency.db")) as connection:
        connection.execute("UPDATE journal_step SET label = 'Nothing happened'")
        connection.commit()
    document = answer(sample, "check", ends=1)
    assert not document["ok"]
    assert document["problems"][0]["kind"] == "journal"


def test_words_of_a_command_name_the_file(made_sample: Path, tmp_path: Path) -> None:
    done = run(made_sample, "export", "sources", str(tmp_path / "out.csv"))
    assert done.stdout == f"{tmp_path / 'out.csv'}: 20 sources.\n"
    assert done.stderr == ""


def test_json_is_read_back_as_it_was_meant(made_sample: Path) -> None:
    done = run(made_sample, "--json", "report", "today")
    assert json.loads(done.stdout)["to"] == "2026-11-23"


def test_a_calendar_goes_out_and_comes_back_and_what_is_no_visit_is_said_with_its_line(
    sample: Path, tmp_path: Path
) -> None:
    file = tmp_path / "visits.ics"
    ahead = answer(sample, "export", "calendar", str(file), "--from", DAY)
    assert ahead["rows"] > 5
    again = answer(sample, "import", "calendar", str(file), "--dry-run")
    assert (again["created"], again["updated"], again["refused"], again["run"]) == (0, 0, 0, None)
    text = file.read_text(encoding="utf-8").replace("END:VCALENDAR", "")
    dentist = "BEGIN:VEVENT\nUID:d\nDTSTART:20261201T090000\nSUMMARY:Dentist\nEND:VEVENT\nEND:VCALENDAR\n"
    file.write_text(text + dentist, encoding="utf-8")
    refused = answer(sample, "import", "calendar", str(file), ends=1)
    (problem,) = refused["problems"]
    assert (problem["column"], problem["value"]) == ("SUMMARY", "Dentist")
    said = run(sample, "import", "calendar", str(file))
    assert f'Line {problem["row"]:,}, SUMMARY "Dentist": No source is recognised in it.' in said.stderr


@pytest.mark.parametrize(
    "words",
    [
        ["export", "calendar", "visits.csv"],
        ["export", "sources", "sources.csv", "--liaison", "Dana"],
        ["import", "calendar", "visits.ics", "--mapping", "m.toml"],
    ],
)
def test_what_does_not_go_with_a_calendar_is_wrong_usage(sample: Path, words: list[str]) -> None:
    assert run(sample, *words).returncode == 2


def test_people_go_out_as_vcards(sample: Path, tmp_path: Path) -> None:
    file = tmp_path / "people.vcf"
    said = answer(sample, "export", "people", str(file))
    text = file.read_bytes().decode()
    assert said["rows"] == text.count("BEGIN:VCARD\r\n") == text.count("END:VCARD\r\n") > 10
    refused = run(sample, "export", "people", str(tmp_path / "people.csv"))
    assert refused.returncode == 2
    assert "is not .vcf" in refused.stderr


def test_the_week_is_a_page_and_every_table_is_in_the_workbook(made_sample: Path, tmp_path: Path) -> None:
    page, book = tmp_path / "week.pdf", tmp_path / "book.zip"
    document = answer(made_sample, "report", "week", str(page), "--from", "2026-11-18")
    assert (document["report"], document["from"], document["to"]) == ("week", "2026-11-16", "2026-11-22")
    assert page.read_bytes().startswith(b"%PDF")
    document = answer(made_sample, "report", "workbook", str(book))
    with zipfile.ZipFile(book) as archive:
        assert len(archive.namelist()) == document["rows"] + 1
        assert {"contents.csv", "week.csv", "measures.csv"} <= set(archive.namelist())
    done = run(made_sample, "report", "workbook", str(tmp_path / "book.csv"))
    assert (done.returncode, ".xlsx" in done.stderr) == (2, True)
