"""What runs on over a composed card: the turning arc, the elapsed time beside the usual, the hairline with its tick."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QRect, QRectF
from PySide6.QtGui import QColor, QFontMetrics, QPainter

from studio.core.board import Work
from studio.ui import paint
from studio.ui.grid.compose import arc_box
from studio.ui.grid.layout import CardSize
from studio.ui.grid.text import LINE, RIGHT
from studio.ui.grid.words import clock, elapsed, stalled
from studio.ui.theme import Theme

TICK = 0.72  # where along the hairline the usual time lies
TURN_S = 1.2


class Live:
    """Paints one running card's moving parts; all boxes are from the card's top left corner."""

    def __init__(self, theme: Theme) -> None:
        self._theme = theme
        self._chip = QFontMetrics(theme.font("tier"))
        self.moves = True  # off: the arc stands still

    def arc(self, word: str, size: CardSize) -> QRectF:
        """Where the arc turns."""
        return arc_box(size, self._chip.horizontalAdvance(word) + 26)

    @staticmethod
    def line(size: CardSize) -> QRect:
        """Where the elapsed time stands."""
        return QRect(size.width - 126, size.picture - 25, 120, 17)

    @staticmethod
    def hair(size: CardSize) -> QRect:
        """Where the hairline and its tick are."""
        return QRect(0, size.picture - 5, size.width, 5)

    def paint(self, painter: QPainter, work: Work, word: str, size: CardSize, now: datetime) -> None:
        """Paint all of it over a card whose corner is the painter's origin."""
        seconds = elapsed(work, now)
        still = stalled(work, now)
        amber = self._theme.on_picture("amber")
        turn = 0.0 if still or not self.moves else seconds / TURN_S % 1.0
        paint.shape(painter, "running", amber, self.arc(word, size), turn=turn)
        self._times(painter, work, seconds, size)
        self._hairline(painter, work, seconds, still, size)

    def _times(self, painter: QPainter, work: Work, seconds: float, size: CardSize) -> None:
        light = self._theme.on_picture("on_picture")
        line = QRectF(10, size.picture - 9 - LINE, size.width - 20, LINE)
        mono = self._theme.font("mono_small")
        right = line.right()
        if work.usual_s:
            painter.setFont(mono)
            painter.setPen(light)
            usual = clock(work.usual_s)
            painter.drawText(line, RIGHT, usual)
            right -= painter.fontMetrics().horizontalAdvance(usual) + 5
            painter.setFont(self._theme.font("small"))
            soft = QColor(light)
            soft.setAlphaF(0.8)
            painter.setPen(soft)
            painter.drawText(QRectF(line.x(), line.y(), right - line.x(), LINE), RIGHT, "usually")
            right -= painter.fontMetrics().horizontalAdvance("usually") + 8
        painter.setFont(mono)
        painter.setPen(self._theme.on_picture("amber"))
        painter.drawText(QRectF(line.x(), line.y(), right - line.x(), LINE), RIGHT, clock(seconds))

    def _hairline(self, painter: QPainter, work: Work, seconds: float, still: bool, size: CardSize) -> None:
        track = self._theme.on_picture("white")
        track.setAlphaF(0.16)
        foot = size.picture
        painter.fillRect(QRectF(0, foot - 2, size.width, 2), track)
        if not work.usual_s:
            return
        share = 1.0 if still else min(1.0, TICK * seconds / work.usual_s)
        painter.fillRect(QRectF(0, foot - 2, size.width * share, 2), self._theme.on_picture("amber"))
        painter.fillRect(QRectF(round(size.width * TICK), foot - 5, 1, 5), self._theme.on_picture("white"))
