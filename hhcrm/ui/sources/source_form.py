"""Editing a source in the pane, and adding one: the same form, fresh each time."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from hhcrm.domain.changes import ChangeSet
from hhcrm.domain.errors import RuleBroken
from hhcrm.domain.wording import translate
from hhcrm.domain.words import PotentialBasis
from hhcrm.queries.read_models import PickLine, SourceDetail
from hhcrm.services.commands import AddSource, EditSource
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

    def __init__(self, context: Context, detail: SourceDetail | None) -> None:
        super().__init__()
        self._context = context
        self._detail = detail
        self._asked = 0
        self.form = self._make_form()
        self._here = QWidget()
        self._here_column = QVBoxLayout(self._here)
        self._here.hide()
        self._look = QTimer(self)
        self._look.setSingleShot(True)
        self._look.setInterval(_LOOK_MS)
        self._put_together()
        self._connect()

    @property
    def source_id(self) -> int | None:
        """Which source is edited; None for a new one."""
        return self._detail.source_id if self._detail is not None else None

    @property
    def alike(self) -> list[int]:
        """Sources offered as perhaps the same."""
        return [int(button.property("source_id")) for button in self._buttons]

    def _make_form(self) -> Form:
        context, detail = self._context, self._detail
        new = detail is None
        texts = {"potential_basis": str(PotentialBasis.UNKNOWN)} if detail is None else blanks.source_texts(detail)
        about = {
            "source_id": self.source_id,
            "name": "a new source" if detail is None else detail.name,
        }
        return Form(
            "source",
            blanks.source_blanks(context.choices),
            texts,
            context.desk,
            context.kit.drafts,
            (KIND, NEW if new else str(self.source_id)),
            about,
            verb=translate("sources", "Add source") if new else translate("sources", "Save"),
            find=lambda typed, found: context.find_sources(typed, found, self),
        )

    def _put_together(self) -> None:
        self._buttons: list[QWidget] = []
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
        for widgets in ((title, self.close_button), (self._here,)):
            holder = QHBoxLayout()
            holder.setContentsMargins(scaled(EDGE), 0, scaled(EDGE), 0)
            for widget in widgets:
                holder.addWidget(widget, 1 if widget is not self.close_button else 0, Qt.AlignmentFlag.AlignTop)
            column.addLayout(holder)
        column.addWidget(self.form, 1)
        self._here_column.setContentsMargins(0, 0, 0, 0)
        self._here_column.setSpacing(scaled(2))

    def _connect(self) -> None:
        self.form.left.connect(self.left)
        detail = self._detail
        if detail is None:
            Editing(self.form, self._context, self._add_order, self._said, self._on_saved)
            name = self.form.field("name").editor
            name.textEdited.connect(lambda _text: self._look.start())  # type: ignore[attr-defined]
            self._look.timeout.connect(self._look_for_alike)
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

    def _look_for_alike(self) -> None:
        typed = self.form.texts()["name"].strip()
        self._asked += 1
        mine = self._asked
        if len(typed) < _LEAST:
            self._offer(())
            return
        self._context.find_sources(typed, lambda found: self._offer(found) if mine == self._asked else None, self)

    def _offer(self, found: Sequence[PickLine]) -> None:
        while self._here_column.count():
            item = self._here_column.takeAt(0)
            widget = item.widget() if item is not None else None
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self._buttons = []
        if found:
            self._here_column.addWidget(
                Text(translate("sources", "Is it one of these? Then open that one:"), "small", "due")
            )
        for line in found[:_OFFERED]:
            words = f"{line.name}, {line.detail}" if line.detail else line.name
            go = partial(self.open_asked.emit, line.source_id)
            button = act_button(words.replace("&", "&&"), f"alike_{line.source_id}", go)
            button.setProperty("source_id", line.source_id)
            self._here_column.addWidget(button)
            self._buttons.append(button)
        self._here.setVisible(bool(found))


def _reread(detail: SourceDetail) -> tuple[int, dict[str, str]]:
    return detail.version, blanks.source_texts(detail)
