"""The pages of the manual as a table of contents and a search see them; without Qt."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from hhcrm.domain.text import fold

START = "index"
"""The page that lists the others; its order is that of the contents."""

NEWS = "changes"
"""The page that tells what is new."""

_LINK = re.compile(r"\[([^\]]*)\]\(([^)]*)\)")
_LISTED = re.compile(r"^[-*] \[([^\]]+)\]\(([\w-]+)\.md\)", re.MULTILINE)
_SIGNS = re.compile(r"!?\[([^\]]*)\]\([^)]*\)|[*_`#>|]|^[-*] ", re.MULTILINE)
_AROUND = 60


@dataclass(frozen=True, slots=True)
class Hit:
    """A page that holds all words one looks for, and what stands around the first of them."""

    name: str
    title: str
    around: str


@dataclass(frozen=True, slots=True)
class Page:
    """One page: its name (that of its file), its title, its text in Markdown."""

    name: str
    title: str
    text: str

    @property
    def plain(self) -> str:
        """What one reads of it, on one line."""
        return " ".join(_SIGNS.sub(lambda match: match[1] or " ", self.text).split())

    @property
    def links(self) -> tuple[str, ...]:
        """Where its links and pictures point."""
        return tuple(target for _, target in _LINK.findall(self.text))


class Manual:
    """The manual in a folder; it is read when somebody first asks."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    @cached_property
    def pages(self) -> tuple[Page, ...]:
        """All pages in the order of the contents, the contents first."""
        start = self._read(START, START)
        listed = (self._read(name, title) for title, name in _LISTED.findall(start.text))
        return (start, *listed)

    def page(self, name: str) -> Page | None:
        """A page by its name."""
        return next((page for page in self.pages if page.name == name), None)

    def path(self, name: str) -> Path:
        """The file of a page."""
        return self.folder / f"{name}.md"

    def find(self, words: str) -> tuple[Hit, ...]:
        """Pages with all of these words, those that have them in their title first."""
        wanted = fold(words).split()
        if not wanted:
            return ()
        found = sorted(self._hits(wanted), key=lambda pair: pair[0])
        return tuple(hit for _, hit in found)

    def _hits(self, wanted: list[str]) -> Iterator[tuple[bool, Hit]]:
        for page in self.pages:
            plain = page.plain
            folded = fold(plain)
            if all(word in folded for word in wanted):
                in_title = all(word in fold(page.title) for word in wanted)
                yield not in_title, Hit(page.name, page.title, _around(plain, folded, wanted[0]))

    def _read(self, name: str, title: str) -> Page:
        text = self.path(name).read_text(encoding="utf-8")
        head = text.split("\n", 1)[0]
        return Page(name, head.removeprefix("# ").strip() if head.startswith("# ") else title, text)


def _around(plain: str, folded: str, word: str) -> str:
    """What stands around a word. Folding keeps the length of plain English, and a snippet a little off does no harm."""
    at = max(0, folded.find(word) - _AROUND // 2)
    start = plain.find(" ", at) + 1 if at else 0
    return ("…" if start else "") + plain[start : start + 2 * _AROUND].strip() + "…"
