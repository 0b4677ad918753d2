"""Who may import whom (architecture.md), as written down in pyproject.toml."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]


def test_every_floor_imports_only_what_lies_below() -> None:
    lint = Path(sys.executable).with_name("lint-imports" + (".exe" if sys.platform == "win32" else ""))
    done = subprocess.run([str(lint), "--no-cache"], cwd=ROOT, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def test_the_window_starts_without_the_heavy_libraries() -> None:
    heavy = (
        "sqlalchemy", "alembic", "matplotlib", "numpy", "scipy", "pyvrp", "psycopg", "zipcodes", "rapidfuzz",
        "xlsxwriter",
    )  # fmt: skip
    load = "import sys, hhcrm.app.main, hhcrm.app.start, hhcrm.app.bootstrap"
    words = f"{load}; print([name for name in {heavy} if name in sys.modules])"
    done = subprocess.run([sys.executable, "-c", words], capture_output=True, encoding="utf-8", check=False)
    assert (done.stdout.strip(), done.stderr) == ("[]", "")


def test_what_is_stored_is_described_without_the_dialect_of_a_server() -> None:
    words = "import sys, hhcrm.models.all; print([name for name in sys.modules if 'dialects.postgresql' in name])"
    done = subprocess.run([sys.executable, "-c", words], capture_output=True, encoding="utf-8", check=False)
    assert (done.stdout.strip(), done.stderr) == ("[]", "")
