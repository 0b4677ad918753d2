"""Words in the language of the window."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from hhcrm.domain.wording import install, translate


def test_without_a_translator_words_stay_english() -> None:
    assert translate("calendar", "Plan visit") == "Plan visit"


@pytest.fixture
def _spanish() -> Iterator[None]:
    install(lambda context, words: f"{context}: {words[::-1]}")
    yield
    install(None)


@pytest.mark.usefixtures("_spanish")
def test_words_come_through_the_translator_that_was_installed() -> None:
    assert translate("calendar", "Plan") == "calendar: nalP"
