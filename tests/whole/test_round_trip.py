"""What an agency exports, an empty one imports, and exports again byte by byte the same."""

from __future__ import annotations

import csv
import shutil
from pathlib import Path

import pytest

from tests.whole.program import answer, run, start

KINDS = ("sources", "contacts", "visits", "referrals")


@pytest.mark.parametrize("suffix", ["csv", pytest.param("xlsx", marks=pytest.mark.slow)])
def test_four_kinds_go_out_and_in_and_out_again_unchanged(sample: Path, tmp_path: Path, suffix: str) -> None:
    empty = tmp_path / "empty"
    for kind in KINDS:
        out = tmp_path / f"{kind}.{suffix}"
        exported = answer(sample, "export", kind, str(out), "--archived", "--include-patient-identifiers")
        imported = answer(empty, "import", kind, str(out))
        assert (imported["refused"], imported["problems"]) == (0, [])
        assert imported["created"] + imported["updated"] == exported["rows"]
    for kind in KINDS:
        for data, name in ((sample, "first"), (empty, "second")):
            words = ("export", kind, str(tmp_path / f"{name}.csv"), "--archived", "--include-patient-identifiers")
            answer(data, *words)
        assert (tmp_path / "first.csv").read_bytes() == (tmp_path / "second.csv").read_bytes(), kind
    assert answer(empty, "check")["ok"]


def test_an_export_imported_where_it_came_from_changes_nothing(sample: Path, tmp_path: Path) -> None:
    for kind in KINDS:
        answer(sample, "export", kind, str(tmp_path / "out.csv"))
        again = answer(sample, "import", kind, str(tmp_path / "out.csv"))
        assert (again["run"], again["created"], again["updated"], again["refused"]) == (None, 0, 0, 0), kind


def write_list(path: Path, *rows: tuple[str, ...]) -> Path:
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows(rows)
    return path


HEADER = ("Facility", "Type", "ZIP", "Owner")


def test_a_list_begins_an_agency_with_the_people_it_names(tmp_path: Path) -> None:
    ours = write_list(tmp_path / "list.csv", HEADER, ("Mercy Hospital", "Hospital", "37203", "Ann Lee"))
    done = run(tmp_path / "agency", "import", "sources", str(ours))
    assert (done.returncode, done.stdout[:9]) == (0, "1 created")
    assert "Ann Lee" in done.stderr
    answer(tmp_path / "agency", "export", "users", str(tmp_path / "users.csv"))
    assert "Ann Lee" in (tmp_path / "users.csv").read_text("utf-8-sig")


def test_a_dry_run_says_everything_and_writes_nothing(tmp_path: Path) -> None:
    ours = write_list(tmp_path / "list.csv", HEADER, ("Mercy", "Hospital", "37203", ""), ("Elm", "Zoo", "372", ""))
    document = answer(tmp_path / "agency", "import", "sources", str(ours), "--dry-run", ends=1)
    assert (document["run"], document["created"], document["refused"]) == (None, 1, 1)
    assert not (tmp_path / "agency" / "agency.db").exists()


def test_a_refused_row_names_line_column_value_and_what_would_do(tmp_path: Path) -> None:
    ours = write_list(tmp_path / "list.csv", HEADER, ("Mercy", "Hospital", "37203", ""), ("Elm", "Zoo", "37204", ""))
    document = answer(tmp_path / "agency", "import", "sources", str(ours), ends=1)
    assert (document["created"], document["refused"]) == (1, 1)
    (problem,) = document["problems"]
    assert (problem["row"], problem["column"], problem["value"]) == (3, "Type", "Zoo")
    assert "Hospital" in problem["problem"]


def test_a_mapping_file_says_what_the_columns_are(tmp_path: Path) -> None:
    ours = write_list(tmp_path / "list.csv", ("A", "B"), ("Mercy Hospital", "Hospital"))
    mapping = tmp_path / "mapping.toml"
    mapping.write_text('kind = "sources"\n[columns]\nA = "name"\nB = "type"\n', "utf-8")
    assert answer(tmp_path / "agency", "import", "sources", str(ours), "--mapping", str(mapping))["created"] == 1
    done = run(tmp_path / "agency", "import", "sources", str(ours), "--mapping", str(tmp_path / "gone.toml"))
    assert (done.returncode, len(done.stderr.splitlines())) == (1, 1)


def test_an_import_is_taken_back_whole_and_only_once(sample: Path, tmp_path: Path) -> None:
    ours = write_list(tmp_path / "list.csv", HEADER, ("Mercy Hospital", "Hospital", "37203", ""))
    run_id = str(answer(sample, "import", "sources", str(ours))["run"])
    assert answer(sample, "import", "undo", run_id)["run"] == int(run_id)
    answer(sample, "export", "sources", str(tmp_path / "out.csv"), "--archived")
    assert "Mercy Hospital" not in (tmp_path / "out.csv").read_text("utf-8-sig")
    done = run(sample, "import", "undo", run_id)
    assert (done.returncode, done.stdout) == (1, "")
    assert "taken back already" in done.stderr
    assert run(sample, "import", "undo", "the last").returncode == 2


@pytest.mark.parametrize("content", [b"", b"\x00\x01\x02\x03" * 50, b"PK\x03\x04 no workbook"])
def test_a_file_that_is_no_list_is_one_line(sample: Path, tmp_path: Path, content: bytes) -> None:
    (tmp_path / "list.csv").write_bytes(content)
    done = run(sample, "import", "sources", str(tmp_path / "list.csv"))
    assert (done.returncode, done.stdout, len(done.stderr.splitlines())) == (1, "", 1), done.stderr


def test_two_imports_at_once_both_arrive(sample: Path, tmp_path: Path) -> None:
    lists = [
        write_list(tmp_path / f"{name}.csv", HEADER, *((f"{name} {n}", "Hospital", "37203", "") for n in range(200)))
        for name in ("North", "South")
    ]
    both = [start(sample, "--json", "import", "sources", str(each)) for each in lists]
    for process in both:
        _, err = process.communicate(timeout=60)
        assert (process.returncode, err) == (0, "")
    answer(sample, "export", "sources", str(tmp_path / "out.csv"))
    assert (tmp_path / "out.csv").read_text("utf-8-sig").count("Hospital") >= 400
    assert answer(sample, "check")["ok"]


def test_the_public_list_of_hospitals_comes_in(tmp_path: Path) -> None:
    shared = Path(__file__).parents[3] / "shared" / "data"
    found = sorted(shared.glob("**/*ospital*.csv")) if shared.is_dir() else []
    if not found:
        pytest.skip("the public lists are not beside this checkout")
    shutil.copy(found[0], tmp_path / "hospitals.csv")
    document = answer(tmp_path / "agency", "import", "sources", str(tmp_path / "hospitals.csv"))
    assert document["created"] > 10
