"""The tags in use as a list: renamed, put together, or taken off every source at once."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from itertools import count
from typing import TYPE_CHECKING

from hhcrm.compat import override
from hhcrm.domain.changes import ChangeSet
from hhcrm.domain.wording import translate
from hhcrm.queries.settings_models import ListUses, ListValue
from hhcrm.services.settings_commands import ChangeTag
from hhcrm.ui.settings.kit import SettingsContext
from hhcrm.ui.settings.list_pane import ListPane
from hhcrm.ui.settings.list_specs import ListSpec, plain_columns
from hhcrm.ui.shared.forms.blank import Blank
from hhcrm.ui.shared.forms.form import Form

if TYPE_CHECKING:
    from hhcrm.queries.bound import Questions
    from hhcrm.services.bound import Actions


def tag_spec() -> ListSpec:
    """The list of tags."""
    return ListSpec(
        "tag",
        translate("settings", "Tags"),
        translate("settings", "tag"),
        translate("settings", "Tags come from sources. Give one the name of another to put the two together."),
        plain_columns,
        _blanks,
        ordered=False,
        added_here=False,
    )


def _blanks(_value: ListValue | None) -> Sequence[Blank]:
    return (Blank("name", translate("settings", "Name"), required=True, wide=True),)


class TagPane(ListPane):
    """A tag has no row of its own: it is known here by a number that stays as long as the window."""

    def __init__(self, context: SettingsContext) -> None:
        self._numbers: dict[str, int] = {}
        self._next = count(1)
        super().__init__(tag_spec(), context)
        self.add.hide()
        self.retire.setText(translate("settings", "Take off all sources"))

    @override
    def _ask_values(self, questions: Questions) -> tuple[ListValue, ...]:
        return tuple(ListValue(self._number(line.name), 1, line.name) for line in questions.tag_lines())

    @override
    def _ask_uses(self, questions: Questions) -> ListUses:
        return {self._number(line.name): {"referral_source": line.sources} for line in questions.tag_lines()}

    @override
    def _order(self, form: Form, version: int) -> Callable[[Actions], ChangeSet]:
        value = self.current()
        command = ChangeTag(value.name if value is not None else "", form.texts()["name"])
        return lambda actions: actions.change_tag(command)

    @override
    def _ask_heir(self, value: ListValue, uses: Mapping[str, int]) -> None:
        """A tag may simply go: nothing is orphaned, and Undo brings it back."""
        command = ChangeTag(value.name)
        said = translate("settings", "The tag {name} is off all sources.").format(name=value.name)
        self._context.do(
            lambda actions: actions.change_tag(command), said, lambda _changes: self._on_dropped(), owner=self
        )

    def _number(self, name: str) -> int:
        """Called on worker threads: the counter gives no number twice, and the dictionary keeps the first."""
        return self._numbers.setdefault(name, next(self._next))
