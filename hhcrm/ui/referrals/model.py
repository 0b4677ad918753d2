"""The table of referrals: its columns, and the rows it asks for page by page."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from hhcrm.domain.referral_clocks import Moment
from hhcrm.domain.vocabulary import shown
from hhcrm.domain.wording import translate
from hhcrm.queries.referral_models import ReferralCounts, ReferralQuestion, ReferralRow, ReferralRows
from hhcrm.ui.referrals import cells
from hhcrm.ui.referrals.clock_words import clock_tag
from hhcrm.ui.shared.columns import Column
from hhcrm.ui.shared.desk import Desk
from hhcrm.ui.shared.paged_rows import PagedRows
from hhcrm.ui.shared.said import short_day

if TYPE_CHECKING:
    from hhcrm.queries.bound import Questions

Line = ReferralRow


def referral_columns(desk: Desk, moment: Callable[[], Moment]) -> tuple[Column[Line], ...]:
    """Every column there is; those not shown at first wait in the chooser. `moment` is what the clocks go by."""

    def clock(line: Line) -> tuple[str, str, str]:
        tag = clock_tag(line, moment())
        return ("", "", "") if tag is None else (tag.words, tag.kind, tag.mark)

    return (
        Column(
            "received", translate("referrals", "Received"), 112,
            lambda line: cells.came_words(line, desk.now(), desk.zone()),
            sort="received", sort_down_first=True,
        ),
        Column(
            "source", translate("referrals", "Source"), 170, lambda line: line.source, kind="strong", sort="source",
            fills=True,
        ),
        Column(
            "stage", translate("referrals", "Stage"), 112, lambda line: shown(line.stage), kind="tag", sort="stage",
            tag=lambda line: cells.stage_kind(line.stage),
        ),
        Column(
            "clock", translate("referrals", "Clock"), 184, lambda line: clock(line)[0], kind="tag",
            sort="clock", tag=lambda line: clock(line)[1], mark=lambda line: clock(line)[2],
        ),
        Column(
            "outcome", translate("referrals", "What became of it"), 130,
            lambda line: cells.outcome_words(line, desk.today()), kind="muted",
        ),
        Column(
            "line", translate("referrals", "Service line"), 104, lambda line: line.service_line, sort="service_line",
            shown=False,
        ),
        Column("payer", translate("referrals", "Payer"), 130, lambda line: line.payer, sort="payer", shown=False),
        Column(
            "liaison", translate("referrals", "Liaison"), 116,
            lambda line: line.liaison or translate("referrals", "nobody"), sort="liaison",
        ),
        Column("zip", translate("referrals", "ZIP"), 64, lambda line: line.zip, sort="zip", shown=False),
        Column(
            "contact", translate("referrals", "Contact"), 130, lambda line: line.contact, sort="contact", shown=False
        ),
        Column("type", translate("referrals", "Type"), 120, lambda line: line.type, sort="type", shown=False),
        Column(
            "group", translate("referrals", "Clinical group"), 150, lambda line: line.clinical_group,
            sort="clinical_group", shown=False,
        ),
        Column(
            "diagnosis", translate("referrals", "Diagnosis"), 150, lambda line: line.diagnosis, sort="diagnosis",
            shown=False,
        ),
        Column("reason", translate("referrals", "Reason"), 150, lambda line: line.reason, sort="reason", shown=False),
        Column(
            "reason_owner", translate("referrals", "Whose reason"), 96, cells.owner_words, sort="reason_owner",
            shown=False,
        ),
        Column(
            "planned_soc", translate("referrals", "Planned SOC"), 96,
            lambda line: short_day(line.planned_soc_on, desk.today()) if line.planned_soc_on else "",
            sort="planned_soc", shown=False,
        ),
        Column(
            "soc", translate("referrals", "Start of care"), 96,
            lambda line: short_day(line.soc_on, desk.today()) if line.soc_on else "",
            sort="soc", sort_down_first=True, shown=False,
        ),
    )  # fmt: skip


class _ReferralAsked:
    """How referrals are asked for."""

    def page(self, ask: Questions, asked: ReferralQuestion, offset: int, limit: int) -> ReferralRows:
        """Some referrals."""
        return ask.referral_rows(asked, offset, limit)

    def counts(self, ask: Questions, asked: ReferralQuestion) -> ReferralCounts:
        """How many there are."""
        return ask.referral_counts(asked.which)

    def ordered(self, asked: ReferralQuestion, sort: str, descending: bool) -> ReferralQuestion:
        """The same filter in another order; the newest first where there is none."""
        return replace(asked, sort=sort or "received", descending=descending if sort else True)


class ReferralTable(PagedRows[ReferralQuestion, ReferralRow, ReferralCounts]):
    """Feeds the table of referrals."""

    def __init__(self, desk: Desk, moment: Callable[[], Moment], parent: QObject | None = None) -> None:
        columns = referral_columns(desk, moment)
        super().__init__(desk, _ReferralAsked(), columns, lambda line: line.referral_id, ReferralQuestion(), parent)
