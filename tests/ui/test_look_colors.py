"""Colours can be read, and the look follows what the person chose."""

from __future__ import annotations

import itertools

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontInfo
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from hhcrm.ui.shared.fonts import scaled
from hhcrm.ui.shared.icons import Icons
from hhcrm.ui.shared.look import TEXT_SIZES, Look, Scheme
from hhcrm.ui.shared.memory import ShortMemory
from hhcrm.ui.shared.palette import CONTRAST_DARK, CONTRAST_LIGHT, DARK, LIGHT, Colors, contrast, qt_palette
from hhcrm.ui.shared.text import Text
from tests.ui.conftest import ICONS

ALL = {"light": LIGHT, "dark": DARK, "contrast_light": CONTRAST_LIGHT, "contrast_dark": CONTRAST_DARK}
EACH = pytest.mark.parametrize("colors", ALL.values(), ids=ALL.keys())
GROUNDS = ("page", "panel", "rail", "field", "hover", "selection")


def least(colors: Colors) -> float:
    """WCAG 2.2: 4.5:1 for everybody (AA), 7:1 where high contrast is asked for (AAA)."""
    return 7.0 if colors.contrast else 4.5


def test_contrast_is_that_of_wcag() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21.0)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


@EACH
@pytest.mark.parametrize(("words", "ground"), list(itertools.product(("text", "muted"), GROUNDS)))
def test_words_can_be_read_on_every_ground(colors: Colors, words: str, ground: str) -> None:
    assert contrast(getattr(colors, words), getattr(colors, ground)) >= least(colors)


@EACH
@pytest.mark.parametrize("kind", ["overdue", "due", "good", "info", "none"])
def test_tags_can_be_read(colors: Colors, kind: str) -> None:
    assert contrast(*colors.tag(kind)) >= least(colors)


@EACH
@pytest.mark.parametrize("ground", ["page", "panel", "rail", "selection"])
@pytest.mark.parametrize("words", ["overdue", "due", "good", "info", "accent"])
def test_coloured_words_can_be_read_outside_tags(colors: Colors, words: str, ground: str) -> None:
    assert contrast(getattr(colors, words), getattr(colors, ground)) >= least(colors)


@EACH
def test_primary_buttons_and_toasts_can_be_read(colors: Colors) -> None:
    assert contrast(colors.on_accent, colors.accent) >= least(colors)
    assert contrast(colors.panel, colors.text) >= least(colors)


@EACH
def test_qt_s_own_words_can_be_read(colors: Colors) -> None:
    palette = qt_palette(colors)
    pairs = (
        (palette.windowText(), palette.window()),
        (palette.text(), palette.base()),
        (palette.text(), palette.alternateBase()),
        (palette.buttonText(), palette.button()),
        (palette.toolTipText(), palette.toolTipBase()),
        (palette.highlightedText(), palette.highlight()),
        (palette.placeholderText(), palette.base()),
        (palette.link(), palette.base()),
    )
    assert all(contrast(words.color().name(), ground.color().name()) >= least(colors) for words, ground in pairs)


@pytest.mark.parametrize("colors", [CONTRAST_LIGHT, CONTRAST_DARK], ids=["light", "dark"])
def test_edges_and_marks_stand_out_in_high_contrast(colors: Colors) -> None:
    """WCAG 2.2, 1.4.11: 3:1 for what one must see to use a control."""
    for edge, ground in itertools.product(("line", "line_strong", "faint", "rest"), ("page", "panel", "rail")):
        assert contrast(getattr(colors, edge), getattr(colors, ground)) >= 3
    assert contrast(colors.accent, colors.selection) >= 3


@pytest.mark.parametrize("scheme", ["light", "dark", "contrast_light", "contrast_dark"])
def test_a_widget_takes_its_colours_from_the_palette_in_force(look: Look, qtbot: QtBot, scheme: Scheme) -> None:
    widget = QWidget()
    qtbot.addWidget(widget)
    assert Colors.of(widget) is LIGHT
    look.set_scheme(scheme)
    assert Colors.of(widget) is ALL[scheme]


def test_the_desktop_s_high_contrast_is_followed(look: Look, monkeypatch: pytest.MonkeyPatch) -> None:
    class Hints:
        def __init__(self, scheme: Qt.ColorScheme) -> None:
            self.colorScheme = lambda: scheme

        def accessibility(self) -> Hints:
            return self

        def contrastPreference(self) -> Qt.ContrastPreference:
            return Qt.ContrastPreference.HighContrast

    look.set_scheme("desktop")
    for scheme, wanted in ((Qt.ColorScheme.Light, CONTRAST_LIGHT), (Qt.ColorScheme.Dark, CONTRAST_DARK)):
        monkeypatch.setattr(look._app, "styleHints", lambda scheme=scheme: Hints(scheme))
        assert look.colors is wanted
        look.set_scheme("light")
        assert look.colors is LIGHT
        look.set_scheme("desktop")


def test_words_follow_palette_and_text_size(look: Look, qtbot: QtBot) -> None:
    words = Text("Sources", "head")
    qtbot.addWidget(words)
    small = words.sizeHint().width()
    look.set_text_size(150)
    look.set_scheme("dark")
    assert words.sizeHint().width() == pytest.approx(1.5 * small, rel=0.06)
    assert words.palette().windowText().color().name() == DARK.text


@pytest.mark.parametrize("percent", TEXT_SIZES)
def test_text_size_scales_letters_and_lengths(look: Look, qapp: QApplication, percent: int) -> None:
    look.set_text_size(percent)
    assert QFontInfo(qapp.font()).pixelSize() == pytest.approx(13 * percent / 100, abs=1)
    assert scaled(32) == pytest.approx(32 * percent / 100, abs=3)


def test_an_unknown_text_size_is_refused(look: Look) -> None:
    with pytest.raises(ValueError, match="170"):
        look.set_text_size(170)


def test_the_choice_of_look_is_kept(qapp: QApplication, look: Look, memory: ShortMemory) -> None:
    look.set_scheme("dark")
    look.set_text_size(125)
    again = Look(qapp, memory)
    assert (again.scheme, again.text_size) == ("dark", 125)


def test_a_damaged_memory_gives_the_default_look(qapp: QApplication) -> None:
    odd = Look(qapp, ShortMemory({"look.scheme": "pink", "look.text_size": 1000}))
    assert (odd.scheme, odd.text_size) == ("desktop", 100)


def test_icons_take_the_colour_of_the_words(qapp: QApplication) -> None:
    icons = Icons(ICONS)
    picture = icons.pixmap("check", "#ff0000", 24).toImage()
    inked = [
        picture.pixelColor(x, y)
        for x, y in itertools.product(range(24), range(24))
        if picture.pixelColor(x, y).alpha() == 255
    ]
    assert inked
    assert {color.name() for color in inked} == {"#ff0000"}
    assert icons.pixmap("check", "#ff0000", 24, 2.0).width() == 48
    assert not icons.icon("check", "#00ff00").pixmap(16).isNull()


def test_every_icon_can_be_drawn_and_has_its_licence(qapp: QApplication) -> None:
    icons = Icons(ICONS)
    assert len(icons.names()) > 40
    assert (ICONS / "LICENSE").is_file()
    for name in icons.names():
        picture = icons.pixmap(name, "#000000", 24).toImage()
        assert any(picture.pixelColor(x, y).alpha() for x, y in itertools.product(range(24), range(24))), name


def test_a_missing_icon_is_our_bug(qapp: QApplication) -> None:
    with pytest.raises(FileNotFoundError):
        Icons(ICONS).pixmap("no-such-icon", "#000000", 16)


def test_the_desktop_s_choice_is_followed_only_when_asked(look: Look) -> None:
    look.set_scheme("dark")
    look._on_desktop_changed(Qt.ColorScheme.Light)
    look._on_desktop_changed(Qt.ContrastPreference.HighContrast)
    assert look.colors is DARK
