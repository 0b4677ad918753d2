"""The pages of Measure: what each is given and what it answers. Their list is in `every_page`."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, ClassVar, TypeVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from hhcrm.charts.chart import Chart
from hhcrm.domain.wording import translate
from hhcrm.ui.measure.choosing import Choice, Choosing
from hhcrm.ui.shared.charts.panel import PickTarget
from hhcrm.ui.shared.charts.studio import ChartStudio
from hhcrm.ui.shared.desk import Desk
from hhcrm.ui.shared.fonts import scaled
from hhcrm.ui.shared.forms.drafts_port import DraftsLike
from hhcrm.ui.shared.frame_port import Frame
from hhcrm.ui.shared.last_known import Known, LastKnown, ShortKnown
from hhcrm.ui.shared.memory import Memory
from hhcrm.ui.shared.when import say_instant

if TYPE_CHECKING:
    from hhcrm.queries.bound import Questions

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class PageKit:
    """What a page of Measure is given.

    `open_behind` shows the rows that a mark or a figure stands for; `drafts` keeps what is half typed.
    """

    desk: Desk
    frame: Frame
    studio: ChartStudio
    choosing: Choosing
    memory: Memory
    pick: PickTarget
    open_behind: Callable[[object], None]
    drafts: DraftsLike | None = None
    known: LastKnown = field(default_factory=ShortKnown)


class MeasurePage(QWidget):
    """One page under the head of Measure, made when it is first shown.

    The place scrolls it up and down, never sideways; where the page asks for less it is as high as the window.
    `body` is its column.
    """

    heeds: ClassVar[frozenset[Choice]] = frozenset(Choice)
    """What of the choice above the tabs matters here: the chips of the rest are not shown beside this page."""

    as_of_changed = Signal(str)
    """From when what is shown is, in words; "" where it is of now."""

    def __init__(self, kit: PageKit, key: str, words: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(f"measure_page_{key}")
        self.setAccessibleName(words)
        self.kit = kit
        self._asked = 0
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(0, 0, scaled(4), 0)
        self.body.setSpacing(scaled(14))

    def ask(self) -> None:
        """Ask again for what `kit.choosing` holds; what is shown stays until the answers are there.

        Called when the page is shown, and while it is when the choice or the data changed. Begins with `begin()`. Each
        page has its own; a widget's class cannot be an abstract one beside Qt's.
        """
        raise NotImplementedError

    def charts(self) -> list[Chart]:
        """The charts that are there by now, as they are exported and printed."""
        return []

    def show_where(self, **where: object) -> None:
        """Go to something on this page: `Frame.go("measure", page=..., **where)`."""

    def begin(self) -> int:
        """Whatever was asked before is no longer waited for; the number of this asking."""
        self._asked += 1
        return self._asked

    def is_newest(self, asked: int) -> bool:
        """Whether nothing was asked since."""
        return asked == self._asked

    def read(
        self,
        question: Callable[[Questions], Any],
        show: Callable[[Any], None],
        failed: Callable[[Exception], None] | None = None,
        *,
        follows: bool = False,
    ) -> None:
        """Ask, and show the answer unless `begin()` was called meanwhile; `follows` lets other questions go first.

        A fault of a question that is no longer waited for is reported all the same.
        """
        mine = self._asked

        def done(answer: Any) -> None:
            if mine == self._asked:
                show(answer)

        self.kit.desk.read(question, done, failed, owner=self, follows=follows)

    def show_last(self, name: str, kind: type[T], show: Callable[[T, str], None]) -> None:
        """Show what `keep_last` kept under a name for the same choice, with the words "as of ...", if there is any.

        It comes in some milliseconds, unless `begin()` was called meanwhile; whoever has a fresher answer by then
        leaves it.
        """
        known, choice, mine = self.kit.known, self.kit.choosing.key(), self._asked

        def done(found: Known[T] | None) -> None:
            if found is None or mine != self._asked:
                return
            desk = self.kit.desk
            words = translate("measure", "as of {when}").format(when=say_instant(found.at, desk.today(), desk.zone()))
            show(found.answer, words)

        self.kit.desk.read(lambda _questions: known.look(name, kind, choice), done, owner=self)

    def keep_last(self, name: str, answer: object) -> None:
        """Keep what is shown now for the next time, for the choice in force. No patient's data may be in it."""
        known, choice, at = self.kit.known, self.kit.choosing.key(), self.kit.desk.now()
        self.kit.desk.read(lambda _questions: known.keep(name, choice, answer, at), _nothing, owner=self, follows=True)


def _nothing(_kept: object) -> None:
    """Nobody waits for it."""


@dataclass(frozen=True, slots=True)
class PageSpec:
    """A page by its key and the words of its tab; `make` imports its module late, when it is first shown."""

    key: str
    title: Callable[[], str]
    make: Callable[[PageKit], MeasurePage]
