"""The theme: every text can be read on every surface, and the letters are there on a machine without fonts."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QFontMetricsF, QPalette
from PySide6.QtWidgets import QApplication, QPushButton

from studio.core.tier import TierMark
from studio.ui import fonts, icons, stylesheet
from studio.ui.theme import DARK, LIGHT, Theme, Tokens

SURFACES = ("bg", "panel", "card", "raised", "hover", "well", "pop")
TEXTS = ("text", "text2", "text3", "accent", "amber", "green", "red")
TIERS = ("blocking", "draft", "validation", "premium", "imported")
BOTH = pytest.mark.parametrize("tokens", [DARK, LIGHT], ids=["dark", "light"])


def luminance(colour: QColor) -> float:
    """Relative luminance as WCAG 2.2 defines it."""
    parts = (colour.redF(), colour.greenF(), colour.blueF())
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: QColor, other: QColor) -> float:
    """The contrast ratio of two opaque colours."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def over(top: QColor, ground: QColor) -> QColor:
    """A half-transparent colour laid over an opaque one."""
    share = top.alphaF()
    mixed = [
        round(255 * (mine * share + below * (1 - share)))
        for mine, below in zip(top.getRgbF()[:3], ground.getRgbF()[:3], strict=True)  # type: ignore[index]
    ]
    return QColor(*mixed)


@BOTH
@pytest.mark.parametrize("surface", SURFACES)
@pytest.mark.parametrize("text", TEXTS)
def test_every_text_reads_on_every_surface(tokens: Tokens, surface: str, text: str) -> None:
    assert contrast(QColor(getattr(tokens, text)), QColor(getattr(tokens, surface))) >= 4.5


@BOTH
def test_words_on_the_filled_button_read_in_each_of_its_states(tokens: Tokens) -> None:
    for ground in ("accent", "accent_hover", "accent_press"):
        assert contrast(QColor(tokens.on_accent), QColor(getattr(tokens, ground))) >= 4.5


@BOTH
def test_tier_marks_stand_out_from_their_grounds(tokens: Tokens) -> None:
    for mark in TIERS:
        for surface in ("panel", "card", "bg"):
            assert contrast(QColor(getattr(tokens, mark)), QColor(getattr(tokens, surface))) >= 4.5


def test_words_on_a_chip_read_over_the_whitest_picture() -> None:
    theme = Theme.of("light")
    chip = over(theme.on_picture("chip"), QColor("white"))
    assert contrast(theme.on_picture("on_picture"), chip) >= 7
    for mark in TierMark:
        assert contrast(theme.tier(mark, over_picture=True), chip) >= 3


def test_words_on_a_veil_read_over_the_whitest_picture() -> None:
    theme = Theme.of("dark")
    veil = over(theme.on_picture("veil_foot"), over(theme.on_picture("veil"), QColor("white")))
    for token in ("on_picture", "amber", "red_on_veil"):
        assert contrast(theme.on_picture(token), veil) >= 4.5


def test_over_pictures_the_dark_values_hold_in_both_themes() -> None:
    dark, light = Theme.of("dark"), Theme.of("light")
    for name in Tokens._fields:
        assert dark.on_picture(name) == light.on_picture(name)
    assert light.tier(TierMark.PREMIUM) != light.tier(TierMark.PREMIUM, over_picture=True)


def test_the_palette_follows_the_table() -> None:
    theme = Theme.of("light")
    palette = theme.palette()
    assert palette.color(QPalette.ColorRole.Window) == theme.colour("panel")
    assert palette.color(QPalette.ColorRole.PlaceholderText) == theme.colour("text3")
    assert palette.color(QPalette.ColorGroup.Disabled, QPalette.ColorRole.ButtonText) == theme.colour("text3")


def test_a_name_that_is_no_token_is_an_error() -> None:
    with pytest.raises(AttributeError):
        Theme.of("dark").colour("mauve")


@pytest.mark.parametrize("reading", ["dark", "light"])
def test_the_style_sheet_has_no_gap_and_never_touches_item_views(reading: str) -> None:
    sheet = stylesheet.of(Theme.of("dark" if reading == "dark" else "light"))
    assert "$" not in sheet
    for view in ("QListView", "QTreeView", "QTableView", "QAbstractItemView", "QGraphicsView"):
        assert view not in sheet


def test_dressing_gives_the_role_and_its_font(qapp: QApplication) -> None:
    fonts.load(qapp)
    theme = Theme.of("dark")
    button = QPushButton("Promote")
    theme.dress(button, "filled")
    assert button.property("role") == "filled"
    assert QFontMetricsF(button.font()).horizontalAdvance("Promote") == pytest.approx(
        QFontMetricsF(theme.font("button")).horizontalAdvance("Promote")
    )


def test_weights_and_tracking_are_real(qapp: QApplication) -> None:
    fonts.load(qapp)
    theme = Theme.of("dark")

    def width(role: str) -> float:
        return QFontMetricsF(theme.font(role)).horizontalAdvance("Maren and Tomas run down the pier")

    assert width("body_medium") > width("body")
    assert width("body_large") > width("body")
    assert QFontMetricsF(theme.font("code")).horizontalAdvance("iiii") == pytest.approx(
        QFontMetricsF(theme.font("code")).horizontalAdvance("0025")
    )
    with pytest.raises(KeyError):
        theme.font("comic")


def test_every_icon_of_the_look_is_there(qapp: QApplication) -> None:
    wanted = (
        "play-fill pause-fill rewind fast-forward repeat speaker-high corners-out lightning arrow-fat-up "
        "dots-six-vertical grid-four film-strip columns square-half squares-four users map-pin swatches image "
        "circle-dashed warning-circle star star-fill clock-counter-clockwise trash magnifying-glass gear-six "
        "caret-right caret-down caret-left dots-three plus x check check-circle shield-check prohibit "
        "arrows-left-right pencil-simple crop arrow-u-up-left arrow-elbow-down-right clock lock-simple export copy note"
    )
    assert set(wanted.split()) <= icons.names()
    drawn = icons.pixmap("lightning", QColor("white"), 16, 2.0).toImage()
    assert drawn.width() == 32
    assert any(drawn.pixelColor(x, y).alpha() > 200 for x in range(32) for y in range(32))


WITHOUT_FONTS = """
import sys
from PySide6.QtGui import QColor, QFontDatabase, QFontInfo, QImage, QPainter
from PySide6.QtWidgets import QApplication
from studio.ui import fonts
from studio.ui.theme import Theme
app = QApplication([])
fonts.load(app)
theme = Theme.of("dark")
assert QFontInfo(theme.font("body")).family() == "Inter", QFontInfo(theme.font("body")).family()
assert QFontInfo(theme.font("code")).family() == "JetBrains Mono"
def drawn(text):
    image = QImage(40, 24, QImage.Format.Format_Grayscale8)
    image.fill(QColor("black"))
    painter = QPainter(image)
    painter.setFont(theme.font("body"))
    painter.setPen(QColor("white"))
    painter.drawText(4, 16, text)
    painter.end()
    return bytes(image.constBits())
# A boxed letter is the same box whatever the letter.
assert len({drawn(letter) for letter in "aMgé0—"}) == 6
"""


def test_letters_are_never_boxes_on_a_machine_without_fonts(tmp_path: Path) -> None:
    config = tmp_path / "fonts.conf"
    config.write_text(
        f"<?xml version='1.0'?><fontconfig><dir>{tmp_path}/none</dir><cachedir>{tmp_path}/cache</cachedir></fontconfig>"
    )
    env = os.environ | {"FONTCONFIG_FILE": str(config), "QT_QPA_PLATFORM": "offscreen", "QT_QPA_FONTDIR": str(tmp_path)}
    done = subprocess.run(
        [sys.executable, "-c", WITHOUT_FONTS], env=env, capture_output=True, text=True, timeout=60, check=False
    )
    assert done.returncode == 0, done.stderr
