"""The Referrals tab: what came in and what became of it, newest first, without anything that names a patient."""

from __future__ import annotations

from functools import partial

from hhcrm.domain.days import say_day
from hhcrm.domain.vocabulary import shown
from hhcrm.domain.wording import translate
from hhcrm.domain.words import ReferralStage
from hhcrm.queries.read_models import ReferralLine, ReferralPage, SourceDetail
from hhcrm.ui.shared.buttons import Button
from hhcrm.ui.shared.entries import Entry, EntryList, act_button
from hhcrm.ui.shared.said import hours_words
from hhcrm.ui.shared.tags import TagKind
from hhcrm.ui.sources import cells
from hhcrm.ui.sources.context import Context

PAGE = 25
_KINDS: dict[ReferralStage, TagKind] = {
    ReferralStage.ADMITTED: "good",
    ReferralStage.NOT_ADMITTED: "overdue",
    ReferralStage.ON_HOLD: "due",
}


class ReferralsTab(EntryList):
    """A source's referrals."""

    def __init__(self, context: Context) -> None:
        super().__init__("source_referrals", translate("sources", "No referrals from here yet."))
        self._context = context
        self._source_id = 0
        self._asked = 0
        self._lines: tuple[ReferralLine, ...] = ()
        self.more.clicked.connect(lambda: self._ask(len(self._lines), PAGE))
        words = translate("sources", "New referral")
        self.record = Button(words, icon="plus", size="small", name="source_new_referral")
        self.record.setToolTip(translate("sources", "Record a referral from this source (Ctrl+R)"))
        self.record.clicked.connect(lambda: context.frame.new_referral(self._source_id))
        self.add_top(self.record)

    def show_source(self, detail: SourceDetail) -> None:
        """Show one source's referrals, as many as were shown of it before."""
        if detail.source_id != self._source_id:
            self._source_id, self._lines = detail.source_id, ()
            self.show_entries(())
        self.record.setEnabled(detail.archived_at is None)
        self._ask(0, max(PAGE, len(self._lines)))

    def _ask(self, offset: int, limit: int) -> None:
        self._asked += 1
        mine, source_id = self._asked, self._source_id
        self._context.desk.read(
            lambda q: q.referral_page(source_id, offset, limit),
            lambda page: self._take(page) if mine == self._asked else None,
            owner=self,
        )

    def _take(self, page: ReferralPage) -> None:
        self._lines = (*self._lines[: page.offset], *page.lines)
        self.show_entries([self._entry(line) for line in self._lines], more=len(self._lines) < page.total)

    def _entry(self, line: ReferralLine) -> Entry:
        today = self._context.desk.today()
        said = [
            line.service_line,
            line.payer,
            translate("sources", "ZIP {zip}").format(zip=line.zip) if line.zip else "",
            line.contact,
        ]
        became = [line.reason.capitalize() if line.reason else ""]
        if line.soc_on is not None:
            became.append(translate("sources", "Start of care {day}").format(day=cells.short_day(line.soc_on, today)))
        if line.hours_to_decision is not None:
            became.append(translate("sources", "decided in {time}").format(time=hours_words(line.hours_to_decision)))
        day = say_day(line.referral_on, today)
        tip = translate("sources", "Open the referral of {day}").format(day=day)
        go = partial(self._context.frame.go, "referrals", referral_id=line.referral_id)
        return Entry(
            day,
            cells.joined(*said),
            ("; ".join(part for part in became if part),),
            (shown(str(line.stage)), _KINDS.get(line.stage, "info")),
            [act_button(translate("sources", "Open"), f"referral_{line.referral_id}_open", go, tip)],
        )
