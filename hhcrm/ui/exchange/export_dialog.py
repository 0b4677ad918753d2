"""Export: what, as which kind of file, from when to when; how many rows it will be stands on the button."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QCheckBox, QComboBox, QDialog, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from hhcrm.compat import override
from hhcrm.domain.days import read_day, say_full_day
from hhcrm.domain.errors import KnownFault, RuleBroken
from hhcrm.domain.wording import translate
from hhcrm.jobs.progress import Cancelled
from hhcrm.queries.read_models import SourceFilter
from hhcrm.queries.referral_models import ReferralFilter
from hhcrm.ui.exchange.export_words import EXPORT_KINDS, PATIENT_WORDS, ExportKind, scope_words
from hhcrm.ui.exchange.picking import PickTarget, pick_target_file
from hhcrm.ui.exchange.pieces import fit_dialog, scrolling
from hhcrm.ui.exchange.port import ExportWish, ListWork
from hhcrm.ui.shared.buttons import Button
from hhcrm.ui.shared.desk import Desk
from hhcrm.ui.shared.field import Field
from hhcrm.ui.shared.fonts import scaled
from hhcrm.ui.shared.frame_port import Frame
from hhcrm.ui.shared.long_read import LongRead
from hhcrm.ui.shared.long_work import WorkBar
from hhcrm.ui.shared.segmented import Segmented
from hhcrm.ui.shared.text import Text, set_ground

_SIZE = (520, 420)


def show_folder(path: Path) -> None:
    """Open the folder of a file with the desktop's own program."""
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path.parent)))


@dataclass(frozen=True, slots=True)
class ExportKit:
    """What the dialog needs beside the desk."""

    work: ListWork
    pick_target: PickTarget = pick_target_file
    show_folder: Callable[[Path], None] = show_folder


@dataclass(frozen=True, slots=True)
class ExportScope:
    """What Sources or Referrals shows when Export is pressed there: its filter, and the ids where some are selected.

    `shown` counts what the filter leaves; `filtered` says that it leaves something out.
    """

    sources: SourceFilter | None = None
    ids: tuple[int, ...] | None = None
    referrals: ReferralFilter | None = None

    @property
    def own_kind(self) -> str:
        """The kind whose own rows are shown; "" where nothing is."""
        return "referrals" if self.referrals is not None else "sources" if self.sources is not None else ""


class ExportDialog(QDialog):
    """Enter exports, Esc cancels."""

    def __init__(
        self,
        desk: Desk,
        frame: Frame,
        kit: ExportKit,
        scope: ExportScope | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("export_dialog")
        self.setAccessibleName(translate("exchange", "Export"))
        self.setWindowTitle(translate("exchange", "Export"))
        self._desk = desk
        self._frame = frame
        self._kit = kit
        self._scope = scope if scope is not None else ExportScope()
        self._asked = 0
        self._shown = 0
        self._count: int | None = None
        self._long = LongRead(desk, self)
        self._make_fields()
        self._put_together()
        self._connect()
        if self._scope.referrals is not None:
            self.kind.setCurrentIndex(self.kind.findData(self._scope.own_kind))
        self._on_kind()
        self.kind.setFocus(Qt.FocusReason.OtherFocusReason)
        if self._scope.own_kind:
            self._count_shown()

    # Making

    def _make_fields(self) -> None:
        self.kind = QComboBox()
        for each in EXPORT_KINDS:
            self.kind.addItem(translate("exchange", each.label), each.name)
        self.scope = QComboBox()
        self.scope_field = Field(translate("exchange", "Which"), self.scope, name="field_export_scope")
        self._fill_scope()
        self.format = Segmented(
            (("csv", "C", "CSV"), ("xlsx", "X", translate("exchange", "Excel"))),
            "field_export_format",
            translate("exchange", "Kind of file"),
            show_keys=False,
        )
        self.format.set_value("csv")
        self.from_field = Field(translate("exchange", "From"), QLineEdit(), name="field_export_from")
        self.until_field = Field(translate("exchange", "To"), QLineEdit(), name="field_export_until")
        for field, words in (
            (self.from_field, translate("exchange", "the beginning")),
            (self.until_field, translate("exchange", "today and later")),
        ):
            editor = field.editor
            assert isinstance(editor, QLineEdit)
            editor.setPlaceholderText(words)
        self.archived = self._box("field_export_archived", translate("exchange", "Include archived"))
        self.patients = self._box("field_export_patients", translate("exchange", "Include patient identifiers"))
        self.patient_words = Text(translate("exchange", PATIENT_WORDS), "small", "muted", wrap=True)
        self.said = Text("", "body", "overdue", wrap=True)
        self.said.setObjectName("export_said")
        self.said.hide()
        self.work = WorkBar("export_run")
        self.work.hide()

    def _box(self, name: str, words: str) -> QCheckBox:
        box = QCheckBox(words)
        box.setObjectName(name)
        box.setAccessibleName(words)
        return box

    def _put_together(self) -> None:
        set_ground(self, "panel")
        inside = QWidget()
        fields = QVBoxLayout(inside)
        fields.setContentsMargins(0, 0, scaled(4), 0)
        fields.setSpacing(scaled(12))
        first = QHBoxLayout()
        first.setSpacing(scaled(12))
        first.addWidget(
            Field(translate("exchange", "What"), self.kind, name="field_export_kind"), 1, Qt.AlignmentFlag.AlignTop
        )
        first.addWidget(Field(translate("exchange", "As"), self.format), 0, Qt.AlignmentFlag.AlignTop)
        fields.addLayout(first)
        fields.addWidget(self.scope_field)
        days = QHBoxLayout()
        days.setSpacing(scaled(12))
        days.addWidget(self.from_field, 1, Qt.AlignmentFlag.AlignTop)
        days.addWidget(self.until_field, 1, Qt.AlignmentFlag.AlignTop)
        fields.addLayout(days)
        fields.addWidget(self.archived)
        fields.addWidget(self.patients)
        fields.addWidget(self.patient_words)
        fields.addStretch(1)
        self._close = Button(translate("exchange", "Cancel"), "quiet", size="big", name="button_export_close")
        self._export = Button(translate("exchange", "&Export"), "primary", size="big", name="button_export")
        self._export.setDefault(True)
        foot = QHBoxLayout()
        foot.setSpacing(scaled(8))
        foot.addStretch(1)
        foot.addWidget(self._close)
        foot.addWidget(self._export)
        column = QVBoxLayout(self)
        column.setContentsMargins(scaled(24), scaled(20), scaled(24), scaled(20))
        column.setSpacing(scaled(14))
        column.addWidget(Text(translate("exchange", "Export"), "head"))
        column.addWidget(scrolling(inside, "export_area"), 1)
        column.addWidget(self.said)
        column.addWidget(self.work)
        column.addLayout(foot)
        fit_dialog(self, *_SIZE)

    def _connect(self) -> None:
        self.kind.currentIndexChanged.connect(self._on_kind)
        self.scope.currentIndexChanged.connect(self._ask)
        self.archived.toggled.connect(self._ask)
        for field in (self.from_field, self.until_field):
            editor = field.editor
            assert isinstance(editor, QLineEdit)
            editor.textChanged.connect(self._ask)
        self._export.clicked.connect(self._on_export)
        self._close.clicked.connect(self.reject)
        self._long.reported.connect(self.work.show_report)
        self.work.cancelled.connect(self._long.cancel)

    # What is wanted

    @property
    def chosen(self) -> ExportKind:
        """What is to be exported."""
        return EXPORT_KINDS[self.kind.currentIndex()]

    def wish(self) -> ExportWish | None:
        """What was asked for; None where a day is not understood, which is said beside it."""
        kind, which = self.chosen, self.scope.currentData()
        limited = self._is_limited()
        try:
            from_on = self._day(self.from_field) if kind.days else None
            until_on = self._day(self.until_field) if kind.days else None
        except RuleBroken:
            return None
        if from_on is not None and until_on is not None and from_on > until_on:
            self.until_field.say_error(translate("exchange", "This is before the first day."))
            return None
        return ExportWish(
            kind.name,
            from_on,
            until_on,
            self._with_archived(limited),
            kind.patients and self.patients.isChecked(),
            self._scope.sources if limited else None,
            self._scope.ids if limited and which == "selected" else None,
            self._scope.referrals if limited else None,
        )

    def _can_limit(self) -> bool:
        """Whether what is shown says anything about this kind: sources about all that hangs on them."""
        if self._scope.referrals is not None:
            return self.chosen.name == self._scope.own_kind
        return self.chosen.sources and self._scope.sources is not None

    def _is_limited(self) -> bool:
        return self._can_limit() and self.scope.currentData() != "all"

    def _may_be_archived(self) -> bool:
        """Whether archived rows can be asked for; of the rows shown or selected the filter has said that already."""
        return self.chosen.archived and not (self.chosen.name == self._scope.own_kind and self._is_limited())

    def _with_archived(self, limited: bool) -> bool:
        if limited and self._scope.referrals is not None:
            return self._scope.referrals.archived
        return self._may_be_archived() and self.archived.isChecked()

    def _day(self, field: Field) -> date | None:
        editor = field.editor
        assert isinstance(editor, QLineEdit)
        typed = editor.text().strip()
        try:
            day = read_day(typed, self._desk.today()) if typed else None
        except RuleBroken as fault:
            field.say_error(str(fault))
            raise
        field.say_error("")
        field.say_hint(say_full_day(day) if day is not None else "")
        return day

    def _fill_scope(self) -> None:
        self.scope.blockSignals(True)
        chosen, kind = self.scope.currentData(), self.chosen.name
        self.scope.clear()
        own = kind == self._scope.own_kind
        if self._scope.ids:
            self.scope.addItem(scope_words(kind, "selected", len(self._scope.ids), own), "selected")
        if self._scope.own_kind:
            self.scope.addItem(scope_words(kind, "shown", self._shown, own), "shown")
        self.scope.addItem(scope_words(kind, "all", 0, own), "all")
        self.scope.setCurrentIndex(max(0, self.scope.findData(chosen)))
        self.scope.blockSignals(False)

    def _count_shown(self) -> None:
        def done(count: int) -> None:
            self._shown = count
            self._fill_scope()

        work, scope = self._kit.work, self._scope
        archived = scope.referrals is not None and scope.referrals.archived
        wish = ExportWish(scope.own_kind, archived=archived, sources=scope.sources, referrals=scope.referrals)
        self._desk.read(lambda questions: work.count(questions, wish), done, owner=self)

    # What happens

    def _on_kind(self) -> None:
        kind = self.chosen
        self._fill_scope()
        self.scope_field.setVisible(self._can_limit())
        self.from_field.setVisible(kind.days)
        self.until_field.setVisible(kind.days)
        self.patients.setVisible(kind.patients)
        self.patient_words.setVisible(kind.patients)
        self.patients.setChecked(False)
        self._ask()

    def _ask(self) -> None:
        """How many rows would it be."""
        self.said.hide()
        self.archived.setVisible(self._may_be_archived())
        self._asked += 1
        mine, wish, work = self._asked, self.wish(), self._kit.work
        self._say_count(None)
        if wish is None:
            return

        def done(count: int) -> None:
            if mine == self._asked:
                self._say_count(count)

        self._desk.read(lambda questions: work.count(questions, wish), done, self._on_uncounted, owner=self)

    def _say_count(self, count: int | None) -> None:
        self._count = count
        kind = self.chosen
        if not count:
            self._export.setText(
                translate("exchange", "&Export {many}").format(many=translate("exchange", kind.many))
                if count is None
                else translate("exchange", "No {many} to export").format(many=translate("exchange", kind.many))
            )
        elif self._is_everything():
            self._export.setText(
                translate("exchange", "&Export all {counted}").format(counted=kind.counted(count))
                if count > 1
                else translate("exchange", "&Export {counted}").format(counted=kind.counted(count))
            )
        else:
            self._export.setText(translate("exchange", "&Export {counted}").format(counted=self._limited_words(count)))
        self._export.setEnabled(count is None or count > 0)
        self._export.updateGeometry()

    def _is_everything(self) -> bool:
        wish = self.wish()
        limits = (wish.sources, wish.referrals, wish.from_on, wish.until_on) if wish is not None else ()
        return wish is not None and all(limit is None for limit in limits)

    def _limited_words(self, count: int) -> str:
        kind, which = self.chosen, self.scope.currentData()
        if kind.name == self._scope.own_kind and which in ("shown", "selected"):
            if which == "shown":
                return translate("exchange", "the {count:,} shown").format(count=count)
            return translate("exchange", "the {count:,} selected").format(count=count)
        return kind.counted(count)

    def _on_uncounted(self, error: Exception) -> None:
        self._say_fault(error)

    def _on_export(self) -> None:
        wish = self.wish()
        if wish is None or self._long.running:
            return
        name = (
            f"{translate('exchange', self.chosen.label).lower()} {self._desk.today().isoformat()}.{self.format.value}"
        )
        picked = self._kit.pick_target(self, name)
        if not picked:
            return
        target = Path(picked)
        if target.suffix.lower() not in (".csv", ".xlsx"):
            target = target.with_name(f"{target.name}.{self.format.value}")
        if wish.patients:
            work = self._kit.work
            self._desk.act(
                lambda actions: work.note_patients(actions, wish, target),
                lambda _changes: self._write(wish, target),
                self._say_fault,
                owner=self,
            )
        else:
            self._write(wish, target)

    def _write(self, wish: ExportWish, target: Path) -> None:
        work = self._kit.work
        self.said.hide()
        self._export.setEnabled(False)
        self.work.begin(translate("exchange", "Writing {name}").format(name=target.name))
        self.work.cancel.setFocus(Qt.FocusReason.OtherFocusReason)
        self._long.start(
            lambda questions, steps: work.export(questions, wish, target, steps),
            lambda count: self._on_written(count, target),
            self._on_unwritten,
        )

    def _on_written(self, count: int, target: Path) -> None:
        show = self._kit.show_folder
        words = translate("exchange", "{counted} exported to {name}.").format(
            counted=self.chosen.counted(count), name=target.name
        )
        self.accept()
        self._frame.toast(words, action=(translate("exchange", "Show in folder"), lambda: show(target)))

    def _on_unwritten(self, error: Exception) -> None:
        self.work.hide()
        self._export.setEnabled(True)
        self._export.setFocus(Qt.FocusReason.OtherFocusReason)
        self._say_fault(error)

    def _say_fault(self, error: Exception) -> None:
        words = (
            str(error)
            if isinstance(error, KnownFault)
            else translate("exchange", "It did not work. A report was written to the log.")
        )
        self.said.setText(
            translate("exchange", "Stopped. No file was written.") if isinstance(error, Cancelled) else words
        )
        self.said.show()

    @override
    def reject(self) -> None:
        """Esc: stop what runs; with nothing running close."""
        if self._long.running:
            self.work.stop()
        else:
            super().reject()
