"""Which editor a field of a form gets."""

from __future__ import annotations

from hhcrm.domain.vocabulary import shown
from hhcrm.domain.words import EmailKind, PhoneKind
from hhcrm.ui.shared.forms.blank import Blank
from hhcrm.ui.shared.forms.editors import ChoiceEditor, Editor, Find, LineEditor, PickEditor, RowsEditor, TextEditor


def make_editor(blank: Blank, name: str, find: Find | None) -> Editor:
    """The editor for a field; a `pick` needs `find`."""
    if blank.make is not None:
        made: Editor = blank.make(name)
        return made
    if blank.kind == "choice":
        return ChoiceEditor(blank.choices)
    if blank.kind == "text":
        return TextEditor()
    if blank.kind == "pick" and find is not None:
        return PickEditor(find)
    if blank.kind == "phones":
        return RowsEditor(shown("phone"), name, [str(kind) for kind in PhoneKind])
    if blank.kind == "emails":
        return RowsEditor(shown("e-mail"), name, [str(kind) for kind in EmailKind])
    return LineEditor()
