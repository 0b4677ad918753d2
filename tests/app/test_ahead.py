"""What is loaded ahead is what the rooms need, and none of it is loaded before the window stands."""

from __future__ import annotations

import ast
import inspect
import subprocess
import sys
from types import ModuleType

from hhcrm.app import rooms
from hhcrm.app.ahead import MEASURE_PAGES, MODULES, PAGES, load_ahead
from hhcrm.ui.frame import helping
from hhcrm.ui.measure import every_page as measure
from hhcrm.ui.settings import place as settings
from tests.whole.program import environment

KITS = (".kit", ".context", ".work", ".data_work")
"""Modules that hand a place what it needs, and are nothing beside it."""


def late_imports(*of: ModuleType) -> set[str]:
    trees = [ast.parse(inspect.getsource(module)) for module in of]
    functions = [node for tree in trees for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)]
    return {
        node.module
        for function in functions
        for node in ast.walk(function)
        if isinstance(node, ast.ImportFrom) and node.module is not None and not node.module.endswith(KITS)
    }


def test_every_place_and_door_is_loaded_ahead() -> None:
    assert late_imports(rooms, helping) == set(MODULES)


def test_every_page_of_settings_is_loaded_ahead() -> None:
    assert late_imports(settings) == set(PAGES)


def test_every_page_of_measure_is_loaded_ahead() -> None:
    assert late_imports(measure) == set(MEASURE_PAGES)


def test_they_can_be_loaded() -> None:
    load_ahead()
    assert {*MODULES, *PAGES} <= set(sys.modules)


def test_the_window_is_imported_without_them_and_no_chart_library_comes_with_them() -> None:
    code = (
        "import sys, hhcrm.app.bootstrap, hhcrm.app.ahead as ahead\n"
        "early = [name for name in ahead.MODULES if name in sys.modules]\n"
        "ahead.load_ahead()\n"
        "print(early, 'matplotlib' in sys.modules)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, encoding="utf-8", check=True, env=environment()
    )
    assert done.stdout.strip() == "[] False"
