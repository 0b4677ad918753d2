"""The words that people read, in the language of the window.

English stands in the code, wrapped as `translate("calendar", "Plan visit")`: Qt Linguist's lupdate collects these calls
by name, from every floor, and the window installs Qt's translator here when it starts. The terminal installs nothing
and speaks English. What is stored, exported or compared is never translated, only what is shown.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar

Translator = Callable[[str, str], str]
"""Context and English words in, words to show out."""


class _Language:
    """The one language of this process; Qt's translators are one to a process, too."""

    translator: Translator | None = None
    code: str = "en"
    goes_out: ContextVar[bool] = ContextVar("goes_out", default=False)
    """Whether what is said on this thread goes out to other programs, which know English only."""


def translate(context: str, words: str) -> str:
    """The words in the language of the window; what varies is put in afterwards, with `format`.

    `context` is the room that says it (`calendar`, `sources`, `words` for the fixed vocabulary). Both arguments must be
    literals, or lupdate cannot see them; words in a table of words are marked
    with `QT_TRANSLATE_NOOP` there and translated where they are shown.
    """
    if _Language.translator is None or _Language.goes_out.get():
        return words
    return _Language.translator(context, words)


def QT_TRANSLATE_NOOP(context: str, words: str) -> str:
    """Words to be translated later, where they are shown; marks them for lupdate, which knows this name."""
    return words


@contextmanager
def in_english() -> Iterator[None]:
    """What is said on this thread meanwhile stays English: rows that other programs read, and that come in again."""
    token = _Language.goes_out.set(True)
    try:
        yield
    finally:
        _Language.goes_out.reset(token)


def install(translator: Translator | None, code: str = "en") -> None:
    """From now on translate through this (None: English); `code` is what `language` says."""
    _Language.translator = translator
    _Language.code = code


def language() -> str:
    """The language that words come in now: `en`, `es`."""
    return _Language.code
