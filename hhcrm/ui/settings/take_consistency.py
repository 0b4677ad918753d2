"""What we take: referrals of the last 12 months with the same facts, of which some were accepted and some were not."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QVBoxLayout

from hhcrm.domain.capability import Said
from hhcrm.domain.consistency import Answer, Differing, Known
from hhcrm.domain.days import say_day
from hhcrm.domain.vocabulary import shown
from hhcrm.domain.wording import translate
from hhcrm.ui.settings.entry_row import Row
from hhcrm.ui.settings.kit import SettingsContext
from hhcrm.ui.settings.page import Section, forget
from hhcrm.ui.shared.buttons import Button
from hhcrm.ui.shared.newest import Newest

_FIRST, _MORE = 6, 20
_REFUSED_SHOWN = 3


class ConsistencySection(Section):
    """A row for each set of facts; a button goes to the newest one that was not admitted."""

    def __init__(self, context: SettingsContext) -> None:
        super().__init__(translate("acceptance", "Same facts, different answers"), "", spacing=0)
        self.setObjectName("settings_take_consistency")
        self._context = context
        self._newest = Newest(context.desk, self)
        self._most = _FIRST
        self.groups: tuple[Differing, ...] = ()
        self._lines = QVBoxLayout()
        self._lines.setSpacing(0)
        self.body.addLayout(self._lines)
        self.more = Button(translate("take", "Show more"), "bare", size="small", name="settings_take_consistency_more")
        self.more.clicked.connect(self._on_more)
        self.more.hide()
        self.body.addWidget(self.more)

    def refresh(self) -> None:
        """Ask again."""
        self._newest.ask(lambda q: q.inconsistent_answers(), self._show)

    def _on_more(self) -> None:
        self._most += _MORE
        self._fill()

    def _show(self, groups: tuple[Differing, ...]) -> None:
        said = translate(
            "acceptance",
            "In the last 12 months: line, payer, ZIP served, disciplines and their capacity, clinical group. "
            "Refusals for our own reasons or the payer's count.",
        )
        self.say(said if groups else translate("acceptance", "The same facts have had the same answer."))
        if groups != self.groups:
            self.groups = groups
            self._fill()

    def _fill(self) -> None:
        while (item := self._lines.takeAt(0)) is not None:
            forget(item.widget())
        for place, group in enumerate(self.groups[: self._most]):
            self._lines.addWidget(self._row(place, group))
        self.more.setVisible(len(self.groups) > self._most)

    def _row(self, place: int, group: Differing) -> Row:
        title = facts_words(group.known)
        row = Row(title, self._beside(group))
        button = Button(
            translate("acceptance", "Show"), "bare", size="small", name=f"settings_take_consistency_{place}_show"
        )
        button.setAccessibleName(translate("acceptance", "Show the one not admitted: {facts}").format(facts=title))
        button.clicked.connect(partial(self._go, group.refused[-1].referral_id))
        row.add(button)
        return row

    def _beside(self, group: Differing) -> str:
        accepted = translate("acceptance", "{count} accepted").format(count=f"{len(group.accepted):,}")
        shown_ones = [self._refusal(each) for each in group.refused[: -_REFUSED_SHOWN - 1 : -1]]
        if (rest := len(group.refused) - len(shown_ones)) > 0:
            shown_ones.append(translate("acceptance", "{count} more").format(count=f"{rest:,}"))
        refused = translate("acceptance", "not admitted: {referrals}").format(referrals="; ".join(shown_ones))
        return f"{accepted}; {refused}"

    def _refusal(self, answer: Answer) -> str:
        words = translate("acceptance", "{source}, {day} ({reason})")
        day = say_day(answer.decided_on, self._context.desk.today())
        return words.format(source=answer.source, day=day, reason=answer.reason)

    def _go(self, referral_id: int, _on: bool = False) -> None:
        self._context.frame.go("referrals", referral_id=referral_id)


def facts_words(known: Known) -> str:
    """What a set of facts says: Home health; Medicare; Skilled nursing (limited); Wounds."""
    needed = ", ".join(known.disciplines)
    if needed and known.capacity is not None:
        needed = f"{needed} ({shown(known.capacity)})"
    outside = translate("acceptance", "outside the area") if known.zip_said is Said.NO else ""
    refused = translate("acceptance", "{payer}, not accepted").format(payer=known.payer)
    payer = refused if known.payer_said is Said.NO else known.payer
    return "; ".join(part for part in (known.line, payer, needed, known.group, outside) if part)
