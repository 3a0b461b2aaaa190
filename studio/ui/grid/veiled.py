"""What lies over a card's picture while there is something to say: the veil, the lines, the next key, the hatch."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, QRectF
from PySide6.QtGui import QColor, QLinearGradient, QPainter, QPen

from studio.ui import icons, paint
from studio.ui.grid.face import Face
from studio.ui.grid.layout import CardSize
from studio.ui.grid.text import LEFT, LINE, RIGHT, elided
from studio.ui.grid.words import Over
from studio.ui.theme import Theme


def paint_veiled(painter: QPainter, theme: Theme, face: Face) -> None:
    """Paint it over the picture; the painter's origin is the card's corner."""
    box = QRectF(0, 0, face.size.width, face.size.picture)
    if face.words.over is Over.EMPTY:
        _press(painter, theme, face)
        return
    if face.words.over is Over.MISSING:
        _hatch(painter, theme, box)
    else:
        _veil(painter, theme, box)
    _message(painter, theme, face)


def action_box(size: CardSize) -> QRect:
    """Where the action word of a troubled card can be clicked: the lower right of the picture, 28 high."""
    return QRect(size.width // 2, size.picture - 32, size.width - size.width // 2, 30)


def _veil(painter: QPainter, theme: Theme, box: QRectF) -> None:
    painter.fillRect(box, theme.on_picture("veil"))
    lower = QRectF(box.x(), box.y() + box.height() * 0.52, box.width(), box.height() * 0.48)
    deep = theme.on_picture("veil_foot")
    clear = QColor(deep)
    clear.setAlpha(0)
    middle = QColor(deep)
    middle.setAlphaF(0.80)
    fade = QLinearGradient(lower.topLeft(), lower.bottomLeft())
    fade.setColorAt(0, clear)
    fade.setColorAt(0.46, middle)
    fade.setColorAt(1, deep)
    painter.fillRect(lower, fade)


def _press(painter: QPainter, theme: Theme, face: Face) -> None:
    middle = face.size.picture / 2
    centre = face.size.width / 2
    grey = theme.on_picture("text3")
    icons.draw(painter, "lightning", grey, QRectF(centre - 10, middle - 20, 20, 20))
    painter.setFont(theme.font("small"))
    painter.setPen(grey)
    metrics = painter.fontMetrics()
    before, after = "Press ", " to block it in, free"
    width = metrics.horizontalAdvance(before) + 16 + metrics.horizontalAdvance(after)
    x = round(centre - width / 2)
    line = middle + 14
    painter.drawText(QRectF(x, line - 8, width, 16), LEFT, before)
    cap = paint.keycap(painter, theme, "G", x + metrics.horizontalAdvance(before), line, over_picture=True)
    painter.setPen(grey)
    painter.drawText(QRectF(cap.right(), line - 8, width, 16), LEFT, after)


def _hatch(painter: QPainter, theme: Theme, box: QRectF) -> None:
    colour = theme.on_picture("white")
    colour.setAlphaF(0.055)
    painter.save()
    painter.setPen(QPen(colour, 1))
    step = 8 * 2**0.5
    x = box.x() - box.height()
    while x < box.right():
        painter.drawLine(QPointF(x, box.bottom()), QPointF(x + box.height(), box.y()))
        x += step
    painter.restore()


def _message(painter: QPainter, theme: Theme, face: Face) -> None:
    said = face.words
    width, picture = face.size.width, face.size.picture
    line = QRectF(10, picture - 9 - LINE, width - 20, LINE)
    light = theme.on_picture("on_picture")
    metrics_of = painter.fontMetrics
    if said.over in (Over.QUEUED, Over.RUNNING):
        painter.setFont(theme.font("mono_small"))
        aside = metrics_of().horizontalAdvance(said.aside) if said.over is Over.QUEUED else min(112, width // 2)
        painter.setPen(light)
        painter.drawText(line, RIGHT, said.aside)
        painter.setFont(theme.font("small"))
        room = line.adjusted(0, 0, -aside - 8, 0)
        painter.drawText(room, LEFT, elided(painter, said.first, room.width()))
        return
    painter.setFont(theme.font("label"))
    painter.setPen(theme.on_picture("red_on_veil") if said.over is Over.TROUBLE else light)
    upper = line.translated(0, -LINE)
    painter.drawText(upper, LEFT, elided(painter, said.first, upper.width()))
    painter.setPen(light)
    if said.action:
        _action(painter, theme, said.action, line)
    soft = QColor(light)
    soft.setAlphaF(0.92)
    left = 0
    if said.shielded:
        icons.draw(painter, "shield-check", soft, QRectF(line.x(), line.y() + 1, 13, 13))
        left = 18
    taken = metrics_of().horizontalAdvance(said.action) + 8 if said.action else 0
    painter.setFont(theme.font("small"))
    painter.setPen(soft)
    room = line.adjusted(left, 0, -taken, 0)
    painter.drawText(room, LEFT, elided(painter, said.second, room.width()))
    if said.over is Over.TROUBLE:
        painter.fillRect(QRectF(0, picture - 2, width, 2), theme.on_picture("red"))
    elif said.over is Over.UNKNOWN:
        paint.stripes(painter, theme.on_picture("amber"), QRectF(0, picture - 2, width, 2), 4)


def _action(painter: QPainter, theme: Theme, word: str, line: QRectF) -> None:
    painter.drawText(line, RIGHT, word)
    under = theme.on_picture("on_picture")
    under.setAlphaF(0.4)
    width = painter.fontMetrics().horizontalAdvance(word)
    painter.fillRect(QRectF(line.right() - width, line.bottom() - 0.5, width, 1), under)
