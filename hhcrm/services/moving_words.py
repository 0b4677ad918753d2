"""What is said when referrals that were to be moved together no longer stand where they were seen."""

from __future__ import annotations

from collections.abc import Sequence

from hhcrm.domain.vocabulary import shown
from hhcrm.domain.wording import translate
from hhcrm.domain.words import ReferralStage

_MOST_NAMED = 3


def say_left(moved: int, stage: ReferralStage, left: Sequence[tuple[str, ReferralStage]], gone: int) -> str:
    """How many came to the stage, and which somebody else had moved or taken back by then.

    `left` are source and present stage of those that were left as they are, `gone` counts those no longer there.
    """
    sentences = [_moved(moved, stage)]
    if left:
        one, many = (
            translate("referrals", "Somebody moved {count} of them meanwhile, which stays as it is: {which}."),
            translate("referrals", "Somebody moved {count} of them meanwhile, which stay as they are: {which}."),
        )
        sentences.append((one if len(left) == 1 else many).format(count=f"{len(left):,}", which=_named(left)))
    if gone:
        words = translate("referrals", "No longer there: {count}.")
        sentences.append(words.format(count=f"{gone:,}"))
    return " ".join(sentences)


def _moved(count: int, stage: ReferralStage) -> str:
    if not count:
        return translate("referrals", "No referral was moved.")
    one, many = (
        translate("referrals", "{count} referral: {stage}"),
        translate("referrals", "{count} referrals: {stage}"),
    )
    return (one if count == 1 else many).format(count=f"{count:,}", stage=shown(stage)) + "."


def _named(left: Sequence[tuple[str, ReferralStage]]) -> str:
    names = [f"{source} ({shown(stage)})" for source, stage in left[:_MOST_NAMED]]
    if len(left) > _MOST_NAMED:
        names.append(translate("referrals", "and {count} more").format(count=f"{len(left) - _MOST_NAMED:,}"))
    return ", ".join(names)
