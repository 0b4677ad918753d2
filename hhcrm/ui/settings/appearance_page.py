"""Settings > Appearance: light or dark, the size of text, weekends in the calendar. Kept for this desk alone."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QButtonGroup, QRadioButton, QWidget

from hhcrm.domain.errors import KnownFault
from hhcrm.domain.wording import translate
from hhcrm.ui.settings.kit import SettingsContext
from hhcrm.ui.settings.page import Page, Section
from hhcrm.ui.shared.flow import FlowLayout
from hhcrm.ui.shared.fonts import scaled
from hhcrm.ui.shared.language import TONGUES, Language, tongue_words
from hhcrm.ui.shared.look import SCHEMES, TEXT_SIZES, scheme_words

WEEKENDS = "calendar.weekends"
"""Where the calendar keeps whether it shows Saturdays and Sundays."""

_NEEDED = "needed"


class AppearancePage(Page):
    """What is chosen here takes effect at once."""

    def __init__(self, context: SettingsContext) -> None:
        super().__init__(
            "appearance",
            translate("settings", "Appearance"),
            translate("settings", "How the program looks at this desk. Others choose for theirs."),
            context,
        )
        self.rows: dict[str, Choices] = {}
        look = context.kit.look
        if look is not None:
            self.add_row(
                "scheme",
                translate("settings", "Light or dark"),
                [(scheme, scheme_words(scheme)) for scheme in SCHEMES],
                lambda value: look.set_scheme(next(scheme for scheme in SCHEMES if scheme == value)),
            )
            self.add_row(
                "text_size",
                translate("settings", "Size of text"),
                [(str(size), f"{size} %") for size in TEXT_SIZES],
                lambda value: look.set_text_size(int(value)),
            )
            look.changed.connect(self.refresh)
        language = context.kit.language
        if language is not None:
            section = self.add_row(
                "language",
                translate("settings", "Language"),
                [(tongue, tongue_words(tongue)) for tongue in TONGUES],
                lambda value: self._choose_language(language, value),
            )
            section.say(translate("settings", "Another language speaks from the next start on."))
        self.add_row(
            "weekends",
            translate("settings", "Weekends in the calendar"),
            [
                ("needed", translate("settings", "When something is on them")),
                ("always", translate("settings", "Always")),
                ("never", translate("settings", "Never")),
            ],
            lambda value: context.kit.memory.set(WEEKENDS, value),
        )

    def refresh(self) -> None:
        """Show what is chosen, here or in the menu."""
        look = self.context.kit.look
        if look is not None:
            self.rows["scheme"].mark(look.scheme)
            self.rows["text_size"].mark(str(look.text_size))
        if self.context.kit.language is not None:
            self.rows["language"].mark(self.context.kit.language.chosen)
        self.rows["weekends"].mark(self.context.kit.memory.get(WEEKENDS, _NEEDED))

    def _choose_language(self, language: Language, value: str) -> None:
        language.choose(next(tongue for tongue in TONGUES if tongue == value))
        self.context.frame.toast(translate("settings", "The language changes when the program starts next."))

    def add_row(
        self, name: str, title: str, choices: Sequence[tuple[str, str]], choose: Callable[[str], object]
    ) -> Section:
        """One more choice; `choose` may fail to keep it, which is said, but what was chosen holds."""
        section = Section(title)
        row = Choices(f"settings_{name}", title, choices, partial(self._choose, choose))
        section.body.addWidget(row)
        self.rows[name] = row
        self.column.addWidget(section)
        return section

    def _choose(self, choose: Callable[[str], object], value: str) -> None:
        try:
            choose(value)
        except KnownFault as fault:
            self.context.frame.fault(fault)


class Choices(QWidget):
    """Radio buttons side by side, in the next line where there is no room."""

    def __init__(
        self, name: str, title: str, choices: Sequence[tuple[str, str]], chosen: Callable[[str], object]
    ) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setAccessibleName(title)
        self._group = QButtonGroup(self)
        self._buttons: dict[str, QRadioButton] = {}
        row = FlowLayout(self, scaled(20))
        for value, words in choices:
            button = QRadioButton(words)
            button.setObjectName(f"{name}_{value}")
            button.setAccessibleName(f"{title}: {words}")
            button.clicked.connect(partial(self._on_clicked, chosen, value))
            self._group.addButton(button)
            self._buttons[value] = button
            row.addWidget(button)

    def mark(self, value: str) -> None:
        """Show what is chosen."""
        if value in self._buttons:
            self._buttons[value].setChecked(True)
            for each, button in self._buttons.items():  # in a group Qt leaves Tab with the one that was checked first
                here = each == value
                button.setFocusPolicy(Qt.FocusPolicy.StrongFocus if here else Qt.FocusPolicy.ClickFocus)

    @property
    def value(self) -> str:
        """What is chosen, "" where nothing is."""
        return next((value for value, button in self._buttons.items() if button.isChecked()), "")

    def _on_clicked(self, chosen: Callable[[str], object], value: str, _on: bool = True) -> None:
        chosen(value)
