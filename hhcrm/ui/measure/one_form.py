"""One form at a time on a page of Measure: what is half typed in the one before is kept as a draft."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QWidget

from hhcrm.ui.shared.forms.form import Form


class OneForm:
    """Puts forms `into` a layout. When one ends, `back` takes the keyboard, and `around` it all is hidden again."""

    def __init__(self, into: QBoxLayout, back: QWidget, around: QWidget | None = None) -> None:
        self.form: Form | None = None
        self._into = into
        self._back = back
        self._around = around

    def show(self, form: Form, *, with_draft: bool = False) -> None:
        """Open a form in the place of the one before; `with_draft` with what was half typed in it earlier."""
        if self.form is not None:
            self.form.keep_draft()
            self.end()
        self.form = form
        self._into.addWidget(form)
        if self._around is not None:
            self._around.show()
        if with_draft:
            form.take_draft()
        form.focus_first()

    def end(self) -> None:
        """Take the form away, if there is one."""
        if self.form is None:
            return
        self._back.setFocus(Qt.FocusReason.OtherFocusReason)
        self.form.hide()
        self.form.deleteLater()
        self.form = None
        if self._around is not None:
            self._around.hide()
