"""What a source could send, in one step: what they told us, their providers, their beds, or our guess."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from hhcrm.compat import override
from hhcrm.domain.changes import ChangeSet
from hhcrm.domain.rule_facts import say_value
from hhcrm.domain.vocabulary import PROVIDER_KINDS, shown
from hhcrm.domain.wording import translate
from hhcrm.domain.words import PotentialBasis
from hhcrm.queries.worth_models import PotentialFacts
from hhcrm.queries.worth_words import patients_words
from hhcrm.services.potential_commands import SetPotential, provider_field
from hhcrm.ui.shared.fonts import scaled
from hhcrm.ui.shared.forms.blank import Blank
from hhcrm.ui.shared.forms.context import FormContext
from hhcrm.ui.shared.forms.editing import Editing
from hhcrm.ui.shared.forms.form import Form
from hhcrm.ui.shared.in_window import fit_in_window
from hhcrm.ui.shared.said import amount
from hhcrm.ui.shared.text import Text, set_ground

if TYPE_CHECKING:
    from hhcrm.queries.bound import Questions
    from hhcrm.services.bound import Actions

_TOLD, _COUNTED, _PUBLIC, _UNKNOWN = PotentialBasis
_KINDS = frozenset(map(provider_field, PROVIDER_KINDS))


class PotentialDialog(QDialog):
    """The figure with its basis. Whoever types a number says with it from what; what it comes to is shown at once."""

    def __init__(self, context: FormContext, facts: PotentialFacts, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("dialog_potential")
        title = translate("worth", "What could {name} send?").format(name=facts.name)
        self.setWindowTitle(title)
        self.setAccessibleName(title)
        set_ground(self, "panel")
        self._facts = facts
        self._figure = Text("", "body", wrap=True)
        self._figure.setObjectName("potential_comes_to")
        self._figure.setContentsMargins(scaled(18), scaled(6), scaled(18), 0)
        self.form = Form(
            "potential", _blanks(facts), _texts(facts), context.desk, context.drafts,
            ("potential", str(facts.source_id)), {"source_id": facts.source_id, "name": facts.name},
            verb=translate("worth", "Set potential"),
        )  # fmt: skip
        self.form.add_above_bar(self._figure)
        column = QVBoxLayout(self)
        column.setContentsMargins(scaled(16), scaled(16), scaled(16), scaled(12))
        column.setSpacing(scaled(10))
        column.addWidget(Text(title, "title", wrap=True))
        column.addWidget(self.form, 1)
        self.form.typed_into.connect(self._on_typed)
        self.form.left.connect(self.reject)
        self.form.open_bar()
        Editing(
            self.form, context, lambda form, version: _order(facts, form, version), self._said, self._on_saved,
            version=facts.version, reread=lambda ask: _reread(ask, facts.source_id),
        )  # fmt: skip
        fit_in_window(self, parent, 560, 640)
        self._say()
        self.form.focus_first()

    def _on_typed(self, key: str) -> None:
        basis = _basis_of(key)
        if basis is not None and self.form.texts()[key].strip():
            self.form.type_into("basis", str(basis))
        self._say()

    def _say(self) -> None:
        self._figure.setText(comes_to(self._facts, self.form.texts()))

    def _said(self) -> str:
        return translate("worth", "Potential of {name} set").format(name=self._facts.name)

    def _on_saved(self, _changes: ChangeSet) -> None:
        self.accept()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.form.leave()
        else:
            super().keyPressEvent(event)


def ask_potential(context: FormContext, source_id: int, parent: QWidget) -> None:
    """Open the dialog for a source, with what is known of it."""

    def opened(facts: PotentialFacts) -> None:
        dialog = PotentialDialog(context, facts, parent)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    context.desk.read(lambda ask: ask.potential_facts(source_id), opened, context.frame.fault, owner=parent)


def comes_to(facts: PotentialFacts, texts: dict[str, str]) -> str:
    """What the typed numbers come to, in words; nothing while they are none."""
    basis = PotentialBasis(texts["basis"])
    figure = _figure(facts, texts, basis)
    if basis is _UNKNOWN:
        if figure is None:
            return translate("worth", "No source of its type has a potential yet: there is nothing to guess from.")
        words = translate("worth", "Our guess is about {patients} a month, the median of {count} of its type.")
        return words.format(patients=patients_words(figure), count=f"{facts.guess_of:,}")
    if figure is None:
        return ""
    words = translate("worth", "Comes to {patients} a month, {basis}.")
    return words.format(patients=patients_words(figure), basis=shown(basis))


def _figure(facts: PotentialFacts, texts: dict[str, str], basis: PotentialBasis) -> float | None:
    match basis:
        case PotentialBasis.TOLD_US:
            return _number(texts["potential_per_month"])
        case PotentialBasis.COUNTED:
            counts = {kind: _number(texts[provider_field(kind)]) for kind in PROVIDER_KINDS}
            known = [count * facts.rates[kind] for kind, count in counts.items() if count]
            return sum(known) if known else None
        case PotentialBasis.PUBLIC_DATA:
            size = _number(texts.get("beds", "")) or _number(texts.get("residents", ""))
            return size * facts.bed_rate if size and facts.bed_rate is not None else None
        case _:
            return facts.guess


def _number(text: str) -> float | None:
    try:
        return float(text.replace(",", "").strip())
    except ValueError:
        return None


def _basis_of(key: str) -> PotentialBasis | None:
    if key == "potential_per_month":
        return _TOLD
    if key in _KINDS:
        return _COUNTED
    return _PUBLIC if key in ("beds", "residents") else None


def _blanks(facts: PotentialFacts) -> tuple[Blank, ...]:
    """Beds and residents only where its type has a rate for them, or where its potential rests on them."""
    rate = facts.bed_rate
    sized = rate is not None or facts.basis is _PUBLIC
    by_size = "" if rate is None else translate("worth", "Each {rate} a month").format(rate=say_value(rate))
    bases = (
        (str(_TOLD), translate("worth", "told us")),
        (str(_COUNTED), translate("worth", "counted providers")),
        *(((str(_PUBLIC), translate("worth", "beds or residents")),) if sized else ()),
        (str(_UNKNOWN), translate("worth", "our guess")),
    )
    public = (
        Blank("beds", translate("worth", "Beds"), hint=by_size, section=translate("worth", "Public data")),
        Blank("residents", translate("worth", "Residents"), hint=by_size),
    )
    return (
        Blank("potential_per_month", translate("worth", "Patients a month they told us")),
        Blank("basis", translate("worth", "Rests on"), "choice", bases),
        *(
            Blank(
                provider_field(kind),
                shown(kind).capitalize(),
                hint=translate("worth", "Each {rate} a month").format(rate=say_value(facts.rates[kind])),
                section=translate("worth", "Their providers that refer") if place == 0 else "",
            )
            for place, kind in enumerate(PROVIDER_KINDS)
        ),
        *(public if sized else ()),
    )


def _texts(facts: PotentialFacts) -> dict[str, str]:
    counts = dict(facts.kinds)
    told = facts.per_month if facts.basis is _TOLD else None
    sized = facts.bed_rate is not None or facts.basis is _PUBLIC
    sizes = {"beds": "" if facts.beds is None else str(facts.beds), "residents": amount(facts.residents)}
    return {
        "potential_per_month": amount(told),
        "basis": str(facts.basis),
        **{provider_field(kind): str(counts[kind]) if kind in counts else "" for kind in PROVIDER_KINDS},
        **(sizes if sized else {}),
    }


def _order(facts: PotentialFacts, form: Form, version: int) -> Callable[[Actions], ChangeSet]:
    texts = form.texts()
    command = SetPotential(
        facts.source_id,
        version,
        PotentialBasis(texts["basis"]),
        texts["potential_per_month"],
        {kind: texts[provider_field(kind)] for kind in PROVIDER_KINDS},
        texts.get("beds"),
        texts.get("residents"),
    )
    return lambda actions: actions.set_potential(command)


def _reread(ask: Questions, source_id: int) -> tuple[int, dict[str, str]]:
    facts = ask.potential_facts(source_id)
    return facts.version, _texts(facts)
