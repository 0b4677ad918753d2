"""Filters with their columns and order, kept under names: what the chip of a filter bar offers."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Protocol

from PySide6.QtCore import QObject

from hhcrm.domain.changes import ChangeSet
from hhcrm.domain.wording import translate
from hhcrm.queries.read_models import SavedViewLine
from hhcrm.services.commands import DropView, SaveView
from hhcrm.ui.shared.ask_bar import AskBar
from hhcrm.ui.shared.filter_field import ViewChip
from hhcrm.ui.shared.forms.context import FormContext


class ViewBar(Protocol):
    """The filter bar, as far as its views go."""

    @property
    def view(self) -> ViewChip:
        """The chip with the views."""

    def spec(self) -> dict[str, Any]:
        """The filter as a view keeps it."""


class SavedViews(QObject):
    """Saves and forgets views of one place. `kept` gives the columns and the order of its table."""

    def __init__(
        self,
        context: FormContext,
        place: str,
        bar: ViewBar,
        kept: Callable[[], Mapping[str, Any]],
        ask: AskBar,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._context = context
        self._place = place
        self._bar = bar
        self._kept = kept
        self._ask = ask
        bar.view.save_asked.connect(self.ask_name)
        bar.view.drop_asked.connect(self.drop)

    def look(self) -> None:
        """Offer the views there are."""
        self._context.desk.read(lambda q: q.saved_views(self._place), self._bar.view.offer, owner=self)

    def ask_name(self) -> None:
        """Ask under which name to keep what is shown."""
        self._ask.ask(
            translate("shared", "Under which name do you keep this filter with its columns and order?"),
            translate("shared", "Save view"),
            self.save,
            needed=translate("shared", "Type a name, such as My week."),
            start=self._bar.view.view_name,
        )

    def save(self, name: str) -> None:
        """Keep what is shown under a name."""
        command = SaveView(self._place, name, {"filter": self._bar.spec(), "table": dict(self._kept())})

        def done(changes: ChangeSet) -> None:
            self._context.desk.read(
                lambda q: q.saved_views(self._place), lambda views: show(views, changes.subject), owner=self
            )

        def show(views: tuple[SavedViewLine, ...], view_id: int | None) -> None:
            self._bar.view.offer(views)
            self._bar.view.mark(view_id)

        words = translate("shared", "View {name} saved").format(name=name)
        self._context.do(lambda actions: actions.save_view(command), words, done, owner=self)

    def drop(self, view_id: int) -> None:
        """Forget a view."""
        words = translate("shared", "View forgotten")
        self._context.do(lambda actions: actions.drop_view(DropView(view_id)), words, owner=self)
