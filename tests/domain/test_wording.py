"""Words in the language of the window."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

import pytest

from hhcrm.domain.wording import in_english, install, translate


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


@pytest.mark.usefixtures("_spanish")
def test_what_goes_out_stays_english_on_its_own_thread_only() -> None:
    with in_english(), ThreadPoolExecutor(1) as other:
        assert translate("calendar", "Plan") == "Plan"
        assert other.submit(translate, "calendar", "Plan").result() == "calendar: nalP"
    assert translate("calendar", "Plan") == "calendar: nalP"
