"""Text on cards: how it is aligned, cut and broken."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter

LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
CENTRE = Qt.AlignmentFlag.AlignCenter
LINE = 15
LONGEST = 400  # a prompt may be very long; what a card can show never is


def elided(painter: QPainter, text: str, width: float) -> str:
    """The text on one line, cut at its end where the painter's font needs more than `width`."""
    return painter.fontMetrics().elidedText(" ".join(text[:LONGEST].split()), Qt.TextElideMode.ElideRight, int(width))


def wrapped(painter: QPainter, text: str, width: float, rows: int) -> list[str]:
    """The text broken at words into at most `rows` lines, the last one elided."""
    metrics = painter.fontMetrics()
    left = text[:LONGEST].split()
    lines: list[str] = []
    while left and len(lines) < rows - 1:
        line = left.pop(0)
        while left and metrics.horizontalAdvance(f"{line} {left[0]}") <= width:
            line = f"{line} {left.pop(0)}"
        lines.append(elided(painter, line, width))
    if left:
        lines.append(elided(painter, " ".join(left), width))
    return lines
