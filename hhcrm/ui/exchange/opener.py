"""Opens the import wizard and the export dialog over the window, one of them at a time."""

from __future__ import annotations

from collections.abc import Callable
from datetime import tzinfo
from pathlib import Path

from PySide6.QtWidgets import QDialog, QWidget

from hhcrm.queries.calendar_file_models import CalendarWanted
from hhcrm.queries.read_models import SourceFilter
from hhcrm.queries.referral_models import ReferralFilter
from hhcrm.ui.exchange.calendar_export import CalendarExport, CalendarExportKit
from hhcrm.ui.exchange.calendar_import import CalendarImport, CalendarImportKit
from hhcrm.ui.exchange.calendar_work import CalendarWork
from hhcrm.ui.exchange.export_dialog import ExportDialog, ExportKit, ExportScope
from hhcrm.ui.exchange.import_kit import ImportKit
from hhcrm.ui.exchange.port import ListWork
from hhcrm.ui.exchange.wizard import ImportWizard
from hhcrm.ui.shared.desk import Desk
from hhcrm.ui.shared.forms.drafts_port import DraftLike, DraftsLike
from hhcrm.ui.shared.frame_port import Frame
from hhcrm.ui.shared.one_dialog import OneDialog


class ExchangeDoor:
    """The one door to lists in and out. Make one per window; `over` is the window they stand over."""

    def __init__(
        self,
        desk: Desk,
        frame: Frame,
        work: ListWork,
        zone: Callable[[], tzinfo],
        over: QWidget | None = None,
        *,
        calendars: CalendarWork,
        drafts: DraftsLike | None = None,
    ) -> None:
        self._desk = desk
        self._frame = frame
        self._one = OneDialog(frame, over)
        self._import_kit = ImportKit(work, zone=zone, drafts=drafts)
        self._export_kit = ExportKit(work)
        self._calendars = calendars

    def import_list(self, path: Path | None = None, draft: DraftLike | None = None) -> QDialog:
        """Import a list, beginning with a file, or going on with one that was left, when one is given."""
        if (standing := self._one.standing()) is not None:
            return standing
        wizard = ImportWizard(self._desk, self._frame, self._import_kit, self._one.over)
        self._one.show(wizard)
        if path is not None:
            wizard.open_path(path)
        elif draft is not None:
            wizard.resume(draft)
        return wizard

    def export(self, sources: SourceFilter | None = None, ids: tuple[int, ...] | None = None) -> QDialog:
        """Export: everything, or what Sources shows and has selected."""
        return self._export(ExportScope(sources, ids))

    def export_referrals(self, referrals: ReferralFilter, ids: tuple[int, ...] | None = None) -> QDialog:
        """Export what Referrals shows, or of that what is selected."""
        return self._export(ExportScope(ids=ids, referrals=referrals))

    def _export(self, scope: ExportScope) -> QDialog:
        return self._one.standing() or self._one.show(
            ExportDialog(self._desk, self._frame, self._export_kit, scope, self._one.over)
        )

    def import_calendar(self, path: Path | None = None) -> QDialog:
        """Bring planned visits in from a calendar file, beginning with one when it is given."""
        if (standing := self._one.standing()) is not None:
            return standing
        dialog = CalendarImport(self._desk, self._frame, CalendarImportKit(self._calendars), self._one.over)
        self._one.show(dialog)
        if path is not None:
            dialog.open_path(path)
        return dialog

    def export_calendar(self, wanted: CalendarWanted | None = None) -> QDialog:
        """Write visits as a calendar file; at first those that are `wanted`."""
        return self._one.standing() or self._one.show(
            CalendarExport(self._desk, self._frame, CalendarExportKit(self._calendars), self._one.over, wanted)
        )
