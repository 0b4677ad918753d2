"""What stands in the journal in English is said in the language of the window."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from hhcrm.domain import wording
from hhcrm.domain.journal_words import LABELS, label_shown

ROOT = Path(__file__).parents[2] / "hhcrm"

SPANISH = {
    "Undo: {label}": "Deshacer: {label}",
    "Log visit": "Registrar visita",
    "Mark visit {status}": "Marcar visita: {status}",
    "missed": "no realizada",
    "Archive {records}": "Archivar {records}",
    "{count:,} person": "{count:,} persona",
    "{count:,} people": "{count:,} personas",
    "Edit source": "Editar fuente",
    "Edit {name}": "Editar {name}",
    "Import {records} from {name}": "Importar {records} de {name}",
    "{count:,} sources": "{count:,} fuentes",
}


@pytest.fixture
def spanish() -> Iterator[None]:
    wording.install(lambda _context, words: SPANISH.get(words, words), "es")
    yield
    wording.install(None)


@pytest.mark.parametrize(
    ("label", "said"),
    [
        ("Log visit", "Registrar visita"),
        ("Undo: Log visit", "Deshacer: Registrar visita"),
        ("Mark visit missed", "Marcar visita: no realizada"),
        ("Archive 1 person", "Archivar 1 persona"),
        ("Archive 1,204 people", "Archivar 1,204 personas"),
        ("Edit source", "Editar fuente"),
        ("Edit Suzy Park", "Editar Suzy Park"),
        ("Import 12 sources from log visit.csv", "Importar 12 fuentes de log visit.csv"),
        ("Something of a newer program", "Something of a newer program"),
    ],
)
def test_fixed_parts_are_said_and_names_stay(spanish: None, label: str, said: str) -> None:
    assert label_shown(label) == said


def test_in_english_labels_are_shown_as_they_are_stored() -> None:
    assert label_shown("Undo: Archive 3 sources") == "Undo: Archive 3 sources"


def _labels() -> Iterator[str]:
    """Every label that a service gives its step, up to the first thing that varies in it."""
    for label in _given():
        yield from _fixed(label)


def _given() -> Iterator[ast.expr]:
    for file in (ROOT / "services").rglob("*.py"):
        if "sample" in file.parts:
            continue
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and ast.unparse(node.func) in ("work.run", "Step") and node.args:
                yield node.args[0]


def _fixed(label: ast.expr) -> Iterator[str]:
    if isinstance(label, ast.Constant):
        yield str(label.value)
    elif isinstance(label, ast.JoinedStr) and isinstance(label.values[0], ast.Constant):
        yield str(label.values[0].value)
    elif isinstance(label, ast.IfExp):
        yield from _fixed(label.body)
        yield from _fixed(label.orelse)


def test_every_label_of_the_services_can_be_translated() -> None:
    labels = set(_labels())
    assert "Log visit" in labels
    known = [label.split("{")[0] for label in LABELS]
    assert [label for label in sorted(labels) if not any(label == fixed for fixed in known)] == []


def test_no_label_is_translated_before_it_is_stored() -> None:
    translated = [ast.unparse(label) for label in _given() if "translate(" in ast.unparse(label)]
    assert translated == []
