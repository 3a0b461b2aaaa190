"""Phosphor icons, drawn as glyphs of the font that qtawesome brings.

The font and its table of names are taken without importing qtawesome, which loads ten icon fonts at the first icon.
"""

from __future__ import annotations

import json
from functools import cache
from importlib.util import find_spec
from pathlib import Path

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QGlyphRun, QIcon, QPainter, QPixmap, QRawFont

from studio.core.errors import StudioError

_RATIOS = (1.0, 2.0, 3.0)


def icon(name: str, colour: QColor, size: int = 16, *, disabled: QColor | None = None) -> QIcon:
    """An icon of `size` logical pixels, sharp at 100, 200 and 300 %. Raises KeyError for an unknown name."""
    made = QIcon()
    for ratio in _RATIOS:
        made.addPixmap(pixmap(name, colour, size, ratio))
        if disabled is not None:
            made.addPixmap(pixmap(name, disabled, size, ratio), QIcon.Mode.Disabled)
    return made


def pixmap(name: str, colour: QColor, size: int, ratio: float) -> QPixmap:
    """An icon as a picture of `size` logical pixels at a device pixel ratio. Raises KeyError for an unknown name."""
    edge = round(size * ratio)
    made = QPixmap(edge, edge)
    made.setDevicePixelRatio(ratio)
    made.fill(Qt.GlobalColor.transparent)
    painter = QPainter(made)
    draw(painter, name, colour, QRectF(0, 0, size, size))
    painter.end()
    return made


def draw(painter: QPainter, name: str, colour: QColor, box: QRectF) -> None:
    """Paint an icon into a square box. Raises KeyError for an unknown name."""
    glyph = _glyphs()[name]
    raw = _raw_font(box.height())
    run = QGlyphRun()
    run.setRawFont(raw)
    run.setGlyphIndexes(raw.glyphIndexesForString(glyph))
    run.setPositions([QPointF(0, raw.ascent())])
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(colour)
    painter.drawGlyphRun(QPointF(box.x(), box.y() + (box.height() - raw.ascent() - raw.descent()) / 2), run)
    painter.restore()


def names() -> frozenset[str]:
    """Every icon's name."""
    return frozenset(_glyphs())


@cache
def _raw_font(size: float) -> QRawFont:
    return QRawFont(str(_font_file()), size, QFont.HintingPreference.PreferNoHinting)


def _folder() -> Path:
    spec = find_spec("qtawesome")
    if spec is None or not spec.submodule_search_locations:
        raise StudioError("The icon font is not installed.", "Install Shotboard again.")
    return Path(spec.submodule_search_locations[0]) / "fonts"


@cache
def _font_file() -> Path:
    found = sorted(_folder().glob("phosphor-[0-9]*.ttf"))
    if not found:
        raise StudioError("The icon font is missing.", "Install Shotboard again.")
    return found[-1]


@cache
def _glyphs() -> dict[str, str]:
    table = sorted(_folder().glob("phosphor-charmap-*.json"))[-1]
    return {name: chr(int(code, 16)) for name, code in json.loads(table.read_text("utf-8")).items()}
