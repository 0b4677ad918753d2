"""The translations, brought up to date with the words in the program.

    python -m tests.translations            look for new and vanished words, then compile
    python -m tests.translations --open     also print what waits for its translation

Words are collected by Qt's lupdate into resources/translations/hhcrm_es.ts, which Qt Linguist opens (`pyside6-linguist
resources/translations/hhcrm_es.ts`); lrelease makes the .qm beside it, which the program loads and the build ships.
"""

from __future__ import annotations

import re
import subprocess
import sys
import xml.etree.ElementTree as Xml
from dataclasses import dataclass
from pathlib import Path

import PySide6

ROOT = Path(__file__).parents[1]
FOLDER = ROOT / "resources" / "translations"
LANGUAGES = ("es",)

_PLACE = re.compile(r"\{[^{}]*\}")


@dataclass(frozen=True, slots=True)
class Entry:
    """One text: where it is said, in English, and in the other language ("" where that is not finished)."""

    context: str
    english: str
    words: str


def sources() -> list[Path]:
    """The modules whose words are translated."""
    return sorted((ROOT / "hhcrm").rglob("*.py"))


def file_of(language: str) -> Path:
    """The texts of a language."""
    return FOLDER / f"hhcrm_{language}.ts"


def entries(file: Path) -> list[Entry]:
    """What a .ts file holds, without what has vanished from the program."""
    found = []
    for context in Xml.parse(file).getroot().iter("context"):
        for message in context.iter("message"):
            words = message.find("translation")
            kind = "" if words is None else words.get("type", "")
            if kind in ("vanished", "obsolete"):
                continue
            said = (words.text or "") if words is not None and kind != "unfinished" else ""
            found.append(Entry(context.findtext("name", ""), message.findtext("source", ""), said))
    return found


def placeholders(words: str) -> list[str]:
    """What is put in later: {name}, {count:,}."""
    return sorted(_PLACE.findall(words))


def collect(file: Path) -> None:
    """Let lupdate bring a .ts file up to date."""
    _run(
        "lupdate",
        *map(str, sources()),
        "-ts",
        str(file),
        "-no-obsolete",
        "-locations",
        "none",
        "-target-language",
        "es_US",
    )


def compile_to(file: Path, target: Path) -> None:
    """Let lrelease compile a .ts file."""
    _run("lrelease", str(file), "-qm", str(target), "-silent")


def _run(tool: str, *words: str) -> None:
    """Both tools lie in the PySide6 package."""
    ending = ".exe" if sys.platform == "win32" else ""
    path = Path(PySide6.__file__).with_name(tool + ending)
    done = subprocess.run([str(path), *words], check=False, capture_output=True, text=True)
    if done.returncode != 0:
        raise RuntimeError(f"{tool}: {done.stderr or done.stdout}")


def main(words: list[str]) -> int:
    """Bring every language up to date; 1 when something is not translated yet."""
    waiting = 0
    for language in LANGUAGES:
        file = file_of(language)
        collect(file)
        compile_to(file, file.with_suffix(".qm"))
        unfinished = [entry for entry in entries(file) if not entry.words]
        waiting += len(unfinished)
        print(f"{language}: {len(entries(file))} texts, {len(unfinished)} not translated")
        if "--open" in words:
            for entry in unfinished:
                print(f"  [{entry.context}] {entry.english}")
    return 1 if waiting else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
