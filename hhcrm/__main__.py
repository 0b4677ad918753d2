"""Starts the program: ``python -m hhcrm`` and the frozen build."""

from __future__ import annotations

import os
import sys

from hhcrm.app.main import main


def _speak_utf8() -> None:
    """Take UTF-8 where no language is named, as an unfrozen Python does (PEP 538); else Qt complains."""
    named = os.environ.get("LC_ALL") or os.environ.get("LC_CTYPE") or os.environ.get("LANG") or "C"
    if sys.platform == "linux" and named in {"C", "POSIX"} and not os.environ.get("LC_ALL"):
        os.environ["LC_CTYPE"] = "C.UTF-8"


if __name__ == "__main__":
    if getattr(sys, "frozen", False):
        import multiprocessing  # late: only the frozen program needs it, and every start would pay for it

        multiprocessing.freeze_support()  # a worker of the frozen program must not open a second window
    _speak_utf8()
    sys.exit(main())
