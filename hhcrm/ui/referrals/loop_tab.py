"""The Loop tab: what the referrer is to be told about a referral, the sentence ready, given with one key."""

from __future__ import annotations

from datetime import date, datetime, tzinfo
from functools import partial
from typing import TYPE_CHECKING
from urllib.parse import quote

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import QMenu, QVBoxLayout

from hhcrm.domain.changes import ChangeSet
from hhcrm.domain.days import say_day
from hhcrm.domain.loop_words import STEP_TITLES, sentence
from hhcrm.domain.vocabulary import shown
from hhcrm.domain.wording import translate
from hhcrm.domain.words import Channel
from hhcrm.queries.loop_models import LoopLine, ReferralLoop
from hhcrm.queries.referral_models import ReferralDetail
from hhcrm.services.loop_commands import GiveUpdate, ReopenUpdate, WaiveUpdate
from hhcrm.ui.referrals.context import ReferralContext
from hhcrm.ui.shared.ask_bar import AskBar
from hhcrm.ui.shared.buttons import Button
from hhcrm.ui.shared.entries import Entry, EntryList, act_button
from hhcrm.ui.shared.in_sight import bring_into_sight
from hhcrm.ui.shared.said import joined, moment_words
from hhcrm.ui.shared.tags import TagKind
from hhcrm.ui.shared.text import Text

if TYPE_CHECKING:
    from hhcrm.services.bound import Actions
    from hhcrm.ui.referrals.fax import Fax

KEY = "T"


class LoopTab(EntryList):
    """One referral's loop. T notes that the first thing still to be told was told, by the preferred channel."""

    def __init__(self, context: ReferralContext) -> None:
        empty = translate("loop", "Nothing is to be told about this referral: it came with an old list.")
        super().__init__("referral_loop", empty)
        self.setAccessibleName(translate("loop", "What the source is told about this referral"))
        self._context = context
        self._asked = 0
        self._referral_id: int | None = None
        self._to_begin: int | None = None
        self.loop: ReferralLoop | None = None
        self.ask = AskBar("referral_loop_ask", context)
        self._whom = Text("", "body", "muted", wrap=True)
        whole = self.layout()
        assert isinstance(whole, QVBoxLayout)
        whole.insertWidget(0, self.ask)
        self.add_top(self._whom)
        told = QShortcut(QKeySequence(KEY), self)
        told.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        told.activated.connect(self.tell_first)

    def show_detail(self, detail: ReferralDetail) -> None:
        """Read one referral's loop and show it; what is shown stays until the answer is there."""
        referral_id = detail.row.referral_id
        if referral_id != self._referral_id:
            self.ask.leave()
        self._referral_id = referral_id
        self._asked += 1
        mine = self._asked
        self._context.desk.read(
            lambda q: q.referral_loop(referral_id),
            lambda loop: self._take(loop) if mine == self._asked else None,
            owner=self,
        )

    def begin(self, referral_id: int) -> None:
        """Put the keyboard on the first thing still to be told, once a referral's loop is there."""
        self._to_begin = referral_id

    def tell_first(self) -> None:
        """Note that the first thing still to be told was told."""
        line = next((line for line in self._open_lines()), None)
        if line is not None:
            self.tell(line)

    def tell(self, line: LoopLine, channel: Channel | None = None, of: ReferralLoop | None = None) -> None:
        """Note that they were told in the words that stand there; by the preferred channel unless another is given.

        `of` is the loop of the line where another referral may be shown by now.
        """
        loop = of or self._loop()
        command = GiveUpdate(
            line.update_id,
            line.version,
            channel or loop.listener.channel,
            loop.listener.contact_id,
            self._sentence(line, loop),
        )

        def order(actions: Actions) -> ChangeSet:
            return actions.give_update(command)

        said = translate("loop", "{source} was told").format(source=loop.source)
        self._context.do(order, said, owner=self)

    def waive(self, line: LoopLine) -> None:
        """Ask why nobody is told."""
        loop = self._loop()

        def order(why: str) -> None:
            command = WaiveUpdate(line.update_id, line.version, why)
            said = translate("loop", "Nobody is told at {source}").format(source=loop.source)
            self._context.do(lambda actions: actions.waive_update(command), said, owner=self)

        self.ask.ask(
            translate("loop", "Why is nobody at {source} told: {step}?").format(
                source=loop.source, step=translate("loop", STEP_TITLES[line.step])
            ),
            translate("loop", "Tell nobody"),
            order,
            needed=translate("loop", "Say why nobody is told."),
            where={"referral_id": loop.referral_id},
        )

    def reopen(self, line: LoopLine) -> None:
        """Take back what was told, or that nobody is told."""
        command = ReopenUpdate(line.update_id, line.version)
        said = translate("loop", "It is to be told again")
        self._context.do(lambda actions: actions.reopen_update(command), said, owner=self)

    def write_mail(self, line: LoopLine) -> None:
        """Open a draft in the person's own mail program; nothing is sent by itself."""
        loop = self._loop()
        QDesktopServices.openUrl(mail_url(loop, self._sentence(line), self._context.desk.today()))
        self._context.frame.toast(
            translate("loop", "The draft is open in your mail program"),
            action=(translate("loop", "Told by e-mail"), lambda: self.tell(line, Channel.EMAIL, loop)),
        )

    def fax(self, line: LoopLine) -> Fax:
        """The page that tells it by fax; nothing is sent by itself."""
        from hhcrm.ui.referrals.fax import Fax  # late: printing is not needed for seeing

        loop = self._loop()
        told = partial(self.tell, line, Channel.FAX, loop)
        return Fax(self._context, self, loop, self._sentence(line), told)

    # Inside

    def _take(self, loop: ReferralLoop) -> None:
        self.loop = loop
        self._whom.setText(self._whom_words(loop) if loop.lines else "")
        self._whom.setVisible(bool(loop.lines))
        first, held = next(iter(self._open_lines()), None), self._held()
        self.show_entries([self._entry(line, first is line) for line in loop.lines])
        if self._to_begin == loop.referral_id:
            self._to_begin = None
            held = f"loop_{first.step.name.lower()}_told" if first is not None else ""
        self._focus(held)

    def _held(self) -> str:
        """The name of what has the keyboard in an entry, "" where nothing has."""
        at = self.window().focusWidget()
        inside = at is not None and any(entry.isAncestorOf(at) for entry in self.entries())
        return at.objectName() if at is not None and inside else ""

    def _focus(self, name: str) -> None:
        """Give the keyboard to a button of the entries now shown, where it is among them."""
        buttons = (each for entry in self.entries() for each in entry.findChildren(Button))
        button = next((each for each in buttons if name and each.objectName() == name), None)
        if button is not None:
            button.setFocus(Qt.FocusReason.OtherFocusReason)
            bring_into_sight(button)

    def _loop(self) -> ReferralLoop:
        assert self.loop is not None
        return self.loop

    def _open_lines(self) -> list[LoopLine]:
        """What is still to be told, the earliest due first."""
        if self.loop is None or self.loop.archived or self.loop.referral_id != self._referral_id:
            return []
        return [line for line in self.loop.lines if line.is_open]

    def _sentence(self, line: LoopLine, of: ReferralLoop | None = None) -> str:
        return line.said or sentence(line.step, (of or self._loop()).facts, self._context.desk.today())

    def _whom_words(self, loop: ReferralLoop) -> str:
        who = loop.listener
        name = f"{who.name}, {who.role}" if who.role else who.name
        reached = {Channel.PHONE: who.phone, Channel.EMAIL: who.email, Channel.FAX: who.fax, Channel.TEXT: who.phone}
        words = translate("loop", "Tell {name}: {channel}").format(name=name, channel=shown(who.channel))
        words = joined(words, reached.get(who.channel, ""))
        if not who.left:
            return words
        left = translate("intake", "{name} has left.").format(name=who.name)
        return f"{words}\n{left} {translate('intake', 'Ask who is to be told.')}"

    def _entry(self, line: LoopLine, is_first: bool) -> Entry:
        desk = self._context.desk
        tag, beside = line_words(line, desk.now(), desk.zone())
        body = (line.waived_why,) if line.waived_why else (self._sentence(line),)
        acts = [] if self._loop().archived else self._acts(line, is_first)
        return Entry(translate("loop", STEP_TITLES[line.step]), beside, body, tag, acts)

    def _acts(self, line: LoopLine, is_first: bool) -> list[Button]:
        name = f"loop_{line.step.name.lower()}"
        if not line.is_open:
            return [act_button(translate("loop", "Take back"), f"{name}_reopen", partial(self.reopen, line))]
        title = translate("loop", STEP_TITLES[line.step])
        words = translate("loop", "Told")
        key = f" ({KEY})" if is_first else ""
        told = Button(words, "quiet", size="small", hint=KEY if is_first else "", name=f"{name}_told")
        how = shown(self._loop().listener.channel)
        told.setToolTip(translate("loop", "They were told: {channel}").format(channel=how) + key)
        told.setAccessibleName(f"{words}: {title}")
        told.clicked.connect(lambda _checked=False: self.tell(line))
        acts = [told, self._otherwise(line, name)]
        if self._loop().listener.email:
            acts.append(act_button(translate("loop", "Write e-mail"), f"{name}_mail", partial(self.write_mail, line)))
        if self._loop().listener.fax:
            acts.append(self._fax_button(line, name))
        copy = partial(_copy, self._sentence(line))
        acts.append(act_button(translate("loop", "Copy"), f"{name}_copy", copy, translate("loop", "Copy the sentence")))
        acts.append(act_button(translate("loop", "Nobody is told…"), f"{name}_waive", partial(self.waive, line)))
        return acts

    def _otherwise(self, line: LoopLine, name: str) -> Button:
        """Told by another channel than the preferred one."""
        button, menu = _menu_button(translate("loop", "Told otherwise"), f"{name}_otherwise", f"{name}_channels")
        for channel in Channel:
            if channel is not self._loop().listener.channel:
                words = shown(channel)
                action = menu.addAction(words[:1].upper() + words[1:], partial(self.tell, line, channel))
                action.setObjectName(f"{name}_{channel.name.lower()}")
        return button

    def _fax_button(self, line: LoopLine, name: str) -> Button:
        """The fax on paper or in a file."""
        button, menu = _menu_button(translate("loop", "Fax sheet"), f"{name}_fax", f"{name}_fax_ways")
        button.setToolTip(translate("loop", "One page for {number}").format(number=self._loop().listener.fax))
        fax = partial(self.fax, line)
        printed = menu.addAction(translate("loop", "Print…"), lambda: fax().print_it())
        printed.setObjectName(f"{name}_fax_print")
        saved = menu.addAction(translate("loop", "Save as PDF, Letter…"), lambda: fax().save_pdf())
        saved.setObjectName(f"{name}_fax_pdf")
        other = menu.addAction(translate("loop", "Save as PDF, A4…"), lambda: fax().save_pdf("a4"))
        other.setObjectName(f"{name}_fax_a4")
        return button


def line_words(line: LoopLine, now: datetime, zone: tzinfo) -> tuple[tuple[str, TagKind], str]:
    """The tag of a line, and what stands beside it: due when, or told when, by whom, to whom, how."""
    if line.waived_why:
        return (translate("loop", "Nobody told"), "none"), line.by
    if line.given_at is not None:
        late = line.due_at is not None and line.given_at > line.due_at
        tag: tuple[str, TagKind] = (translate("loop", "Told"), "good")
        if late:
            tag = (translate("loop", "Told late"), "due")
        how = shown(line.channel) if line.channel is not None else ""
        return tag, joined(moment_words(line.given_at, now, zone), line.by, how, line.contact)
    if line.due_at is None:
        return (translate("loop", "To be told"), "none"), ""
    when = moment_words(line.due_at, now, zone)
    if line.due_at < now:
        return (translate("loop", "Overdue"), "overdue"), translate("loop", "was due {when}").format(when=when)
    beside = translate("loop", "due {when}").format(when=when)
    if line.due_at.astimezone(zone).date() == now.astimezone(zone).date():
        return (translate("loop", "Due today"), "due"), beside
    return (translate("loop", "Due"), "none"), beside


def mail_url(loop: ReferralLoop, words: str, today: date) -> QUrl:
    """A draft to whom it is told; its subject names the day of the referral and nobody."""
    subject = translate("loop", "Your referral of {day}").format(day=say_day(loop.facts.received_on, today))
    return QUrl(f"mailto:{quote(loop.listener.email, safe='@')}?subject={quote(subject)}&body={quote(words)}")


def _menu_button(words: str, name: str, menu_name: str) -> tuple[Button, QMenu]:
    button = act_button(words, name, lambda: None)
    menu = QMenu(button)
    menu.setObjectName(menu_name)
    button.setMenu(menu)
    return button, menu


def _copy(words: str) -> None:
    QGuiApplication.clipboard().setText(words)
