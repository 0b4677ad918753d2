"""The head of the place: board or table, how many are nobody's, and the ways in and out for lists."""

from __future__ import annotations

from PySide6.QtCore import Signal

from hhcrm.domain.wording import translate
from hhcrm.queries.referral_models import UNASSIGNED
from hhcrm.ui.referrals.context import ReferralsKit
from hhcrm.ui.shared.buttons import Button
from hhcrm.ui.shared.panel import PlaceHead
from hhcrm.ui.shared.segmented import Segmented

BOARD, TABLE = "board", "table"


class ReferralsTop(PlaceHead):
    """Title, question or counts, and the buttons of the place."""

    unassigned_asked = Signal(object)
    """The filter of the open ones that are nobody's: exactly those that the button counts."""

    export_asked = Signal()

    def __init__(self, title: str, question: str, kit: ReferralsKit) -> None:
        super().__init__(title, question)
        self._kit = kit
        self.unassigned = Button("", "bare", icon="user", size="small", name="referrals_unassigned")
        self.unassigned.setToolTip(translate("referrals", "Show the open referrals that nobody sees to"))
        self.unassigned.hide()
        self.views = Segmented(
            ((BOARD, "B", translate("referrals", "Board")), (TABLE, "T", translate("referrals", "Table"))),
            "referrals_views",
            translate("referrals", "Show as"),
            show_keys=False,
        )
        self.views.set_value(BOARD)
        self.import_button = Button(translate("referrals", "Import"), size="small", name="referrals_import")
        self.export_button = Button(translate("referrals", "Export"), size="small", name="referrals_export")
        for widget in (self.unassigned, self.views, self.import_button, self.export_button):
            self.add(widget)
        self.import_button.setHidden(kit.import_list is None)
        self.unassigned.clicked.connect(lambda: self.unassigned_asked.emit(UNASSIGNED))
        self.import_button.clicked.connect(lambda: kit.import_list and kit.import_list())
        self.export_button.clicked.connect(self.export_asked)

    def offer_export(self, offered: bool) -> None:
        """Whether what is shown can be exported."""
        self.export_button.setHidden(not offered or self._kit.export is None)

    def show_unassigned(self, count: int) -> None:
        """Say how many open referrals are nobody's; nothing where there is none."""
        self.unassigned.setText(translate("referrals", "{count} unassigned").format(count=f"{count:,}"))
        self.unassigned.setVisible(count > 0)
        self.unassigned.updateGeometry()
