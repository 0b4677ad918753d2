"""The ready sentences say what became of a referral and no more, whoever the patient is."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from hhcrm.domain.loop_words import LoopFacts, channel_of, sentence
from hhcrm.domain.words import Channel, LoopStep

TODAY = date(2026, 11, 24)
FACTS = LoopFacts(date(2026, 11, 23), "Home health", True, "", date(2026, 11, 25), None, None)


@pytest.mark.parametrize(
    ("step", "facts", "said"),
    [
        (
            LoopStep.RECEIVED,
            FACTS,
            "We have the referral for Home health you sent us on Mon, Nov 23 and are looking at it now.",
        ),
        (
            LoopStep.RECEIVED,
            replace(FACTS, service_line=""),
            "We have the referral you sent us on Mon, Nov 23 and are looking at it now.",
        ),
        (
            LoopStep.DECISION,
            FACTS,
            "We can take the patient you sent us on Mon, Nov 23. Care is planned to start on Wed, Nov 25.",
        ),
        (
            LoopStep.DECISION,
            replace(FACTS, planned_soc_on=None),
            "We can take the patient you sent us on Mon, Nov 23.",
        ),
        (
            LoopStep.DECISION,
            replace(FACTS, accepted=False, reason="Outside service area."),
            "We could not take the patient you sent us on Mon, Nov 23: Outside service area.",
        ),
        (
            LoopStep.DECISION,
            replace(FACTS, accepted=None),
            "The referral you sent us on Mon, Nov 23 is not decided yet; we call as soon as it is.",
        ),
        (
            LoopStep.START_OF_CARE,
            replace(FACTS, soc_on=date(2026, 11, 24)),
            "Care started on Tue, Nov 24 for the patient you sent us on Mon, Nov 23.",
        ),
        (LoopStep.OUTCOME, FACTS, "The patient you sent us on Mon, Nov 23 is still in our care."),
        (
            LoopStep.OUTCOME,
            replace(FACTS, ended_on=date(2026, 11, 24)),
            "Our care for the patient you sent us on Mon, Nov 23 ended on Tue, Nov 24.",
        ),
    ],
)
def test_each_step_has_its_sentence(step: LoopStep, facts: LoopFacts, said: str) -> None:
    assert sentence(step, facts, TODAY) == said


@pytest.mark.parametrize(
    ("preferred", "reachable", "channel"),
    [
        (Channel.EMAIL, [Channel.PHONE, Channel.EMAIL], Channel.EMAIL),
        (Channel.EMAIL, [Channel.PHONE], Channel.PHONE),
        (Channel.IN_PERSON, [], Channel.IN_PERSON),
        (None, [Channel.FAX], Channel.FAX),
        (Channel.FAX, [], Channel.PHONE),
    ],
)
def test_they_are_told_by_the_channel_they_prefer_where_it_can_be_used(
    preferred: Channel | None, reachable: list[Channel], channel: Channel
) -> None:
    assert channel_of(preferred, reachable) is channel
