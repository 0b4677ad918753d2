"""One value for all rows: fields that no column fills, such as the type of a list of hospitals."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QVBoxLayout, QWidget

from hhcrm.compat import override
from hhcrm.domain.wording import translate
from hhcrm.exchange.field_words import field_label
from hhcrm.exchange.fields import Field, FieldKind, field_of, fields_of
from hhcrm.exchange.mapping import Mapping
from hhcrm.exchange.values import Problem, read_value
from hhcrm.ui.exchange.pieces import row_of
from hhcrm.ui.exchange.words import choices_of, constant_words
from hhcrm.ui.shared.buttons import Button
from hhcrm.ui.shared.flow import FlowLayout
from hhcrm.ui.shared.fonts import scaled
from hhcrm.ui.shared.text import Text

_NEVER = frozenset({FieldKind.ID, FieldKind.NPI, FieldKind.CCN})


class ConstantsBar(QWidget):
    """What is the same for all rows, each with a cross to take it away, and a way to add one."""

    changed = Signal(str, object)
    """A field's name and its text, None to take it away."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("import_constants")
        self.setAccessibleName(translate("exchange", "The same for all rows"))
        self._mapping: Mapping | None = None
        self._made: list[Button] = []
        self._chips = QWidget()
        self._flow = FlowLayout(self._chips, scaled(8))
        self._add = Button(
            translate("exchange", "The same for all rows"),
            "bare",
            icon="plus",
            size="small",
            name="button_add_constant",
        )
        self._add.setToolTip(
            translate("exchange", "Give a field that no column fills one value for every row of the file")
        )
        self._add.clicked.connect(self._open)
        self._field = QComboBox()
        self._field.setObjectName("field_constant_name")
        self._field.setAccessibleName(translate("exchange", "Field that is the same for all rows"))
        self._field.currentIndexChanged.connect(self._on_field)
        self._value = _ValueBox()
        self._value.setObjectName("field_constant_value")
        self._value.setAccessibleName(translate("exchange", "Value for all rows"))
        self._value.entered.connect(self._on_take)
        self._take = Button(translate("exchange", "Use for all rows"), "quiet", name="button_take_constant")
        self._take.clicked.connect(self._on_take)
        self._error = Text("", "small", "overdue", wrap=True)
        self._error.setObjectName("constant_error")
        self._error.hide()
        self._form = QWidget()
        self._form.setLayout(row_of(self._field, self._value, self._take, None))
        self._form.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(scaled(6))
        column.addWidget(self._chips)
        column.addWidget(self._form)
        column.addWidget(self._error)

    def show_mapping(self, mapping: Mapping) -> None:
        """Show the constants of a mapping."""
        self._mapping = mapping
        while (item := self._flow.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None and widget is not self._add:
                widget.setParent(None)
                widget.deleteLater()
        self._made = [self._chip(name, text) for name, text in mapping.constants]
        for chip in self._made:
            self._flow.addWidget(chip)
        self._flow.addWidget(self._add)
        self._fill_fields()
        self._chips.updateGeometry()

    def tab_chain(self) -> list[QWidget]:
        """What has the keyboard here, in the order of the eye."""
        return [*self._made, self._add, self._field, self._value, self._take]

    def _chip(self, name: str, text: str) -> Button:
        assert self._mapping is not None
        words = translate("exchange", "{value}, all rows").format(value=constant_words(self._mapping, name, text))
        chip = Button(words.replace("&", "&&"), "quiet", icon="x", size="small", name=f"constant_{name}")
        chip.setAccessibleName(translate("exchange", "{words}. Take it away").format(words=words))
        chip.setToolTip(translate("exchange", "Take this away"))
        chip.clicked.connect(partial(self._give_up, name))
        return chip

    def _fill_fields(self) -> None:
        assert self._mapping is not None
        filled = {name for _, name in self._mapping.columns}
        self._field.blockSignals(True)
        self._field.clear()
        for field in fields_of(self._mapping.kind):
            if field.kind not in _NEVER and field.name not in filled and not field.only_in:
                self._field.addItem(field_label(field), field.name)
        self._field.blockSignals(False)
        self._on_field()

    def _open(self) -> None:
        self._form.show()
        self._field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_field(self) -> None:
        field = self._chosen()
        if field is not None:
            self._value.show_choices(field)
        self._say("")

    def _on_take(self) -> None:
        field = self._chosen()
        if field is None:
            return
        text = self._value.text()
        read = read_value(field, text)
        if not text or isinstance(read, Problem):
            self._say(
                read.words
                if isinstance(read, Problem)
                else translate("exchange", "Give the {field} of all rows.").format(field=field_label(field).lower())
            )
            self._value.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self._say("")
        self._form.hide()
        self._add.setFocus(Qt.FocusReason.OtherFocusReason)
        self.changed.emit(field.name, text)

    def _give_up(self, name: str) -> None:
        self._add.setFocus(Qt.FocusReason.OtherFocusReason)
        self.changed.emit(name, None)

    def _chosen(self) -> Field | None:
        name = self._field.currentData()
        return field_of(self._mapping.kind, str(name)) if self._mapping is not None and name else None

    def _say(self, words: str) -> None:
        self._error.setText(words)
        self._error.setVisible(bool(words))


class _ValueBox(QComboBox):
    """The words of a list to choose from, or anything to type."""

    entered = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setMinimumWidth(scaled(200))

    def show_choices(self, field: Field) -> None:
        """Offer what may stand in a field."""
        choices = choices_of(field)
        self.clear()
        self.setEditable(not choices)
        for text, words in choices:
            self.addItem(words, text)

    def text(self) -> str:
        """What was chosen or typed."""
        data = self.currentData()
        return str(data) if data is not None and not self.isEditable() else self.currentText().strip()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered.emit()
        else:
            super().keyPressEvent(event)
