"""Editing a source in the pane, and adding one: the same form, fresh each time."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from hhcrm.domain.changes import ChangeSet
from hhcrm.domain.errors import RuleBroken
from hhcrm.domain.wording import translate
from hhcrm.domain.words import PotentialBasis
from hhcrm.queries.read_models import SourceDetail
from hhcrm.services.commands import AddSource, EditSource, Restore
from hhcrm.ui.shared.alike import SourceWays, watch_source
from hhcrm.ui.shared.entries import EDGE, act_button
from hhcrm.ui.shared.fonts import scaled
from hhcrm.ui.shared.forms.editing import Editing
from hhcrm.ui.shared.forms.form import Form
from hhcrm.ui.shared.text import Text
from hhcrm.ui.sources import blanks
from hhcrm.ui.sources.context import Context

if TYPE_CHECKING:
    from hhcrm.services.bound import Actions

Command = Callable[["Actions"], ChangeSet]

KIND = "source"
NEW = "new"
_LEAST = 3
"""Letters of a name from which one asks whether it is already here."""

_LOOK_MS = 150
_OFFERED = 3


class SourceForm(QWidget):
    """Head and form. `saved` gives the source's id, `left` closes it, `open_asked` goes to one that is here already."""

    saved = Signal(int)
    left = Signal()
    open_asked = Signal(int)

    def __init__(self, context: Context, detail: SourceDetail | None, owner_id: int | None = None) -> None:
        super().__init__()
        self._context = context
        self._owner_id = owner_id
        self._detail = detail
        self.form = self._make_form()
        self._put_together()
        self._connect()

    @property
    def source_id(self) -> int | None:
        """Which source is edited; None for a new one."""
        return self._detail.source_id if self._detail is not None else None

    @property
    def alike(self) -> list[int]:
        """Sources offered as perhaps the same."""
        return [offer.key for offer in self._watch.offers]

    def _make_form(self) -> Form:
        context, detail = self._context, self._detail
        new = detail is None
        texts = self._new_texts() if detail is None else blanks.source_texts(detail)
        about = {
            "source_id": self.source_id,
            "name": "a new source" if detail is None else detail.name,
        }
        return Form(
            "source",
            blanks.source_blanks(context.choices, detail),
            texts,
            context.desk,
            context.kit.drafts,
            (KIND, NEW if new else str(self.source_id)),
            about,
            verb=translate("sources", "Add source") if new else translate("sources", "Save"),
            find=lambda typed, found: context.find_sources(typed, found, self),
        )

    def _new_texts(self) -> dict[str, str]:
        texts = {"potential_basis": str(PotentialBasis.UNKNOWN)}
        return texts if self._owner_id is None else texts | {"owner_id": str(self._owner_id)}

    def _put_together(self) -> None:
        title = Text(
            translate("sources", "Add a source")
            if self._detail is None
            else translate("sources", "Edit {name}").format(name=self._detail.name),
            "title",
            wrap=True,
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(1, scaled(14), 1, 1)
        column.setSpacing(scaled(6))
        self.close_button = act_button(
            translate("sources", "Close"), "source_close", self.left.emit, translate("sources", "Close the form (Esc)")
        )
        head = QHBoxLayout()
        head.setContentsMargins(scaled(EDGE), 0, scaled(EDGE), 0)
        head.addWidget(title, 1, Qt.AlignmentFlag.AlignTop)
        head.addWidget(self.close_button, 0, Qt.AlignmentFlag.AlignTop)
        column.addLayout(head)
        column.addWidget(self.form, 1)

    def _connect(self) -> None:
        self.form.left.connect(self.left)
        detail = self._detail
        ways = SourceWays(open=self.open_asked.emit, restore=self._restore)
        self._watch = watch_source(self.form, self._context, ways, apart=self.source_id)
        if detail is None:
            Editing(self.form, self._context, self._add_order, self._said, self._on_saved)
            return
        Editing(
            self.form,
            self._context,
            self._edit_order,
            self._said,
            self._on_saved,
            version=detail.version,
            reread=lambda q: _reread(q.source_detail(detail.source_id)),
        )

    def _said(self) -> str:
        return f"{self.form.texts()['name'].strip()} {'added' if self._detail is None else 'saved'}"

    def _add_order(self, form: Form, _version: int) -> Command:
        texts = {key: text for key, text in form.texts().items() if text.strip()}
        if texts.get("potential_basis") == PotentialBasis.UNKNOWN:
            del texts["potential_basis"]  # nobody chose it: a number that is typed was told to us
        for key, words in (
            ("name", translate("sources", "A name is needed.")),
            ("type_id", translate("sources", "Choose a type.")),
        ):
            if key not in texts:
                raise RuleBroken(words, key)
        command = AddSource(blanks.source_values(texts), self._context.desk.today())
        return lambda actions: actions.add_source(command)

    def _edit_order(self, form: Form, version: int) -> Command:
        assert self._detail is not None
        changed = form.changed()
        if not changed.get("type_id", "set"):
            raise RuleBroken(translate("sources", "Choose a type."), "type_id")
        command = EditSource(self._detail.source_id, version, blanks.source_values(changed))
        return lambda actions: actions.edit_source(command)

    def _on_saved(self, changes: ChangeSet) -> None:
        self.saved.emit(self.source_id or changes.subject or 0)

    def _restore(self, source_id: int) -> None:
        """It was archived: bring it back instead of making it anew, and open it."""
        command = Restore("referral_source", (source_id,))
        self.form.saved()  # what was typed is not kept as a new source
        self._context.do(
            lambda actions: actions.restore(command),
            translate("sources", "Restored"),
            lambda _changes: self.open_asked.emit(source_id),
            owner=self,
        )


def _reread(detail: SourceDetail) -> tuple[int, dict[str, str]]:
    return detail.version, blanks.source_texts(detail)
