"""What painted pictures share: fitting into a box, the fade under words at the foot, the chip behind words."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QLinearGradient, QPainter

from studio.ui.theme import Theme

FOOT = 46


def fitted(size: QSize, box: QRectF) -> QRectF:
    """The largest box of a picture's shape inside `box`, in its middle."""
    if size.isEmpty():
        return box
    scale = min(box.width() / size.width(), box.height() / size.height())
    made = QRectF(0, 0, size.width() * scale, size.height() * scale)
    made.moveCenter(box.center())
    # A rounding pixel must not show as a black edge.
    return box if abs(made.width() - box.width()) < 2 and abs(made.height() - box.height()) < 2 else made


def foot_fade(painter: QPainter, theme: Theme, box: QRectF) -> None:
    """Darken the lowest 46 px of a picture, so that words there can be read on pure white."""
    fade = QLinearGradient(QPointF(0, box.bottom() - FOOT), box.bottomLeft())
    for place, alpha in ((0.0, 0.0), (0.56, 0.60), (1.0, 0.72)):
        black = QColor(theme.colour("picture"))
        black.setAlphaF(alpha)
        fade.setColorAt(place, black)
    painter.fillRect(QRectF(box.x(), box.bottom() - FOOT, box.width(), FOOT), fade)


def chip(painter: QPainter, theme: Theme, box: QRectF) -> None:
    """The dark ground behind words on a picture."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.colour("chip"))
    painter.drawRoundedRect(box, 4, 4)
