"""What can be done with many sources at once; each button names how many."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from hhcrm.compat import override
from hhcrm.domain.changes import ChangeSet
from hhcrm.domain.wording import QT_TRANSLATE_NOOP, translate
from hhcrm.domain.words import SourceStage
from hhcrm.queries.read_models import SourceFilter, SourceLine
from hhcrm.services.commands import ChangeStage, EditSources, Restore
from hhcrm.ui.shared.ask_bar import AskBar
from hhcrm.ui.shared.bulk_bar import BulkFrame
from hhcrm.ui.shared.buttons import Button
from hhcrm.ui.shared.table import TableView
from hhcrm.ui.sources import cells
from hhcrm.ui.sources.archiving import archive_sources, visits_stay, visits_stay_theirs, with_planned
from hhcrm.ui.sources.context import Context
from hhcrm.ui.sources.kit import ExportDoor

if TYPE_CHECKING:
    from hhcrm.queries.bound import Questions
    from hhcrm.services.bound import Actions

Ids = tuple[int, ...]
_CADENCES = (
    ("30", QT_TRANSLATE_NOOP("sources", "every 30 days")),
    ("45", QT_TRANSLATE_NOOP("sources", "every 45 days")),
    ("60", QT_TRANSLATE_NOOP("sources", "every 60 days")),
    ("", QT_TRANSLATE_NOOP("sources", "as tier and type say")),
)


class BulkBar(BulkFrame[SourceLine]):
    """Stands above the table while several rows are selected. It acts on them, or on all that the filter leaves."""

    def __init__(
        self, context: Context, table: TableView[SourceLine], asked: Callable[[], SourceFilter], ask: AskBar
    ) -> None:
        super().__init__(
            "sources_bulk", "bulk", context.desk, table, lambda line: line.source_id, self._all_of_filter, ask
        )
        self._context = context
        self._asked = asked
        self.owner = _button(translate("sources", "Owner…"), "bulk_owner", self._ask_owner)
        self.cadence = _button(translate("sources", "Cadence…"), "bulk_cadence", self._ask_cadence)
        self.tag = _button(translate("sources", "Tag…"), "bulk_tag", self._ask_tag)
        self.inactive = _button(translate("sources", "Make inactive…"), "bulk_inactive", self._ask_reason)
        self.archive = _button(translate("sources", "Archive"), "bulk_archive", self._archive)
        self.restore = _button(translate("sources", "Restore"), "bulk_restore", self._restore)
        self.export = _button(translate("sources", "Export these"), "bulk_export", self._export)
        self.lay_out(
            self.owner, self.cadence, self.tag, self.inactive, self.export, self.none, self.archive, self.restore
        )

    # Acts

    def _ask_owner(self) -> None:
        users = [(str(user.id), user.name) for user in self._context.choices.users]
        self._ask.ask(
            translate("sources", "Who owns {these}?").format(these=self._these()),
            translate("sources", "Set owner of {count:,}").format(count=self.count),
            lambda owner: self._edit(
                {"owner_id": int(owner) if owner else None}, translate("sources", "Owner set for")
            ),
            choices=[*users, ("", translate("sources", "nobody"))],
        )

    def _ask_cadence(self) -> None:
        self._ask.ask(
            translate("sources", "How often are {these} visited?").format(these=self._these()),
            translate("sources", "Set cadence of {count:,}").format(count=self.count),
            lambda days: self._edit(
                {"cadence_days": int(days) if days else None}, translate("sources", "Cadence set for")
            ),
            choices=[(days, translate("sources", words)) for days, words in _CADENCES],
        )

    def _ask_tag(self) -> None:
        self._ask.ask(
            translate("sources", "Which tag do {these} get?").format(these=self._these()),
            translate("sources", "Tag {count:,}").format(count=self.count),
            lambda tag: self._edit({}, translate("sources", 'Tagged "{tag}":').format(tag=tag), tag),
            needed=translate("sources", "Type a tag, such as wound care."),
        )

    def _ask_reason(self) -> None:
        self._ask.ask(
            translate("sources", "Why do {these} become inactive?").format(these=self._these()),
            translate("sources", "Make {count:,} inactive").format(count=self.count),
            self._make_inactive,
            needed=translate("sources", "Say why: a reason is needed to make sources inactive."),
        )

    def _make_inactive(self, why: str) -> None:
        day = self._context.desk.today()

        def command(ids: Ids) -> Callable[[Actions], ChangeSet]:
            return lambda actions: actions.change_stage(ChangeStage(ids, SourceStage.INACTIVE, day, why))

        def go_on(ids: Ids) -> None:
            one = translate("sources", "{count:,} source made inactive")
            said = _of(len(ids), one, translate("sources", "{count:,} sources made inactive"))
            with_planned(self._context, ids, said, visits_stay, lambda words: self._do(command(ids), words), self)

        self.with_ids(go_on)

    def _edit(self, values: dict[str, object], said: str, tag: str = "") -> None:
        def command(ids: Ids) -> Callable[[Actions], ChangeSet]:
            return lambda actions: actions.edit_sources(EditSources(ids, values, tag))

        def go_on(ids: Ids) -> None:
            words = f"{said} {cells.sources_counted(len(ids))}"
            if "owner_id" in values:
                act = partial(self._do, command(ids))
                with_planned(self._context, ids, words, visits_stay_theirs, act, self)
            else:
                self._do(command(ids), words)

        self.with_ids(go_on)

    def _archive(self) -> None:
        def said(ids: Ids) -> str:
            one, many = (
                translate("sources", "{count:,} source archived"),
                translate("sources", "{count:,} sources archived"),
            )
            return _of(len(ids), one, many)

        self.with_ids(lambda ids: archive_sources(self._context, ids, said(ids), self))

    def _restore(self) -> None:
        def command(ids: Ids) -> Callable[[Actions], ChangeSet]:
            return lambda actions: actions.restore(Restore("referral_source", ids))

        self.with_ids(
            lambda ids: self._do(
                command(ids),
                _of(
                    len(ids),
                    translate("sources", "{count:,} source restored"),
                    translate("sources", "{count:,} sources restored"),
                ),
            )
        )

    def _export(self) -> None:
        export = self._context.kit.export
        if export is None:
            return
        asked = self._asked()
        if self.all.isChecked():
            export(asked, None)
        else:
            self.with_ids(partial(_export_some, export, asked))

    # Inside

    def _do(self, command: Callable[[Actions], ChangeSet], said: str) -> None:
        self._context.do(command, said, owner=self)

    def _all_of_filter(self) -> Callable[[Questions], Ids]:
        asked = self._asked()
        return lambda q: q.source_ids(asked)

    def _these(self) -> str:
        return translate("sources", "these {count:,} sources").format(count=self.count)

    @override
    def say(self) -> None:
        super().say()
        count, archived = self.count, self._asked().archived
        for button in (self.owner, self.cadence, self.tag, self.inactive, self.archive):
            button.setVisible(not archived)
        self.restore.setVisible(archived)
        self.restore.setText(translate("sources", "Restore {count:,}").format(count=count))
        self.archive.setText(translate("sources", "Archive {count:,}").format(count=count))
        self.export.setText(translate("sources", "Export these {count:,}").format(count=count))
        self.export.setVisible(self._context.kit.export is not None)
        for button in (self.restore, self.archive, self.export):
            button.updateGeometry()


def _export_some(export: ExportDoor, asked: SourceFilter, ids: Ids) -> None:
    export(asked, ids)


def _button(words: str, name: str, act: Callable[[], object] | None = None) -> Button:
    button = Button(words, size="small", name=name)
    if act is not None:
        button.clicked.connect(lambda _checked=False: act())
    return button


def _of(count: int, one: str, many: str) -> str:
    return (one if count == 1 else many).format(count=count)
