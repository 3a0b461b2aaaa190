"""The two families of the window, brought along as TrueType files, and the fonts made of them by use.

TrueType and not CFF, because Qt darkens the stems of CFF outlines and Inter Regular at 12 px then looks semibold.
Weights are set on the variable axis alone: QFont's own weight would add a synthetic emboldening on top.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

import fontpkg_inter
import fontpkg_jetbrains_mono
from PySide6.QtGui import QFont, QFontDatabase, QGuiApplication
from PySide6.QtWidgets import QApplication

from studio.core.errors import StudioError

_FILES = (
    fontpkg_inter.ROOT / "files" / "Inter[opsz,wght].ttf",
    fontpkg_jetbrains_mono.ROOT / "files" / "JetBrainsMono[wght].ttf",
)


@dataclass(frozen=True, slots=True)
class Face:
    """A use's font: size in logical pixels, weight on the variable axis, tracking in percent of a glyph's advance."""

    size: float
    weight: int = 400
    mono: bool = False
    tracking: float = 100.0


FACES = {
    "body": Face(12),
    "body_medium": Face(12, 500),
    "body_large": Face(12.5),
    "label": Face(11, 500),
    "small": Face(11),
    "meta": Face(10.5),
    "tier": Face(10.5, 500),
    "slug": Face(11.5, 600, tracking=103.5),
    "sheet_title": Face(14, 600),
    "button": Face(12.5, 600),
    "ghost": Face(12, 500),
    "code_large": Face(15, 600, mono=True),
    "code": Face(11, 600, mono=True),
    "mono": Face(11, 400, mono=True, tracking=99),
    "mono_medium": Face(11, 500, mono=True, tracking=99),
    "mono_small": Face(10.5, 500, mono=True, tracking=99),
    "price": Face(12, 600, mono=True),
    "ring": Face(10, 600, mono=True),
    "timecode": Face(22, 500, mono=True),
    "total": Face(19, 500, mono=True),
    "keycap": Face(10, 500, mono=True),
}


def load(app: QApplication) -> None:
    """Register the families and make Inter the application's font.

    Raises StudioError when a font file is missing or unreadable.
    """
    for file in _FILES:
        # From memory, so that a file with brackets in its name cannot be taken for a pattern.
        if not file.is_file() or QFontDatabase.addApplicationFontFromData(file.read_bytes()) < 0:
            raise StudioError(f"The font {file.name} cannot be read.", "Install Shotboard again.")
    font.cache_clear()
    app.setFont(QFont(font("body")))


@cache
def font(role: str) -> QFont:
    """The font of a use. Raises KeyError for an unknown one."""
    face = FACES[role]
    made = QFont("JetBrains Mono" if face.mono else "Inter")
    if face.size == int(face.size):
        made.setPixelSize(int(face.size))
    else:
        # Pixel sizes are whole in Qt; half ones go by points at the screen's logical resolution.
        screen = QGuiApplication.primaryScreen()
        made.setPointSizeF(face.size * 72 / (screen.logicalDotsPerInch() if screen else 96))
    made.setVariableAxis(QFont.Tag("wght"), face.weight)
    made.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    if face.tracking != 100:
        made.setLetterSpacing(QFont.SpacingType.PercentageSpacing, face.tracking)
    if face.mono:
        made.setStyleHint(QFont.StyleHint.Monospace)
        made.setFeature(QFont.Tag("calt"), 0)
    else:
        made.setFeature(QFont.Tag("cv11"), 1)
        made.setFeature(QFont.Tag("ss03"), 1)
    return made
