"""The foot of a card: the action, and beside or below it the camera, stars and the ring of the circled take."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from studio.ui import icons, paint
from studio.ui.grid.face import Face
from studio.ui.grid.text import LEFT, LINE, RIGHT, elided, wrapped
from studio.ui.grid.words import pick_words
from studio.ui.theme import Theme


def paint_foot(painter: QPainter, theme: Theme, face: Face) -> None:
    """Paint it; the painter's origin is the card's corner."""
    card, size = face.card, face.size
    text = theme.colour("text3" if card.omitted else "text")
    if size.letter == "S":
        right = _evidence(painter, theme, face, size.width - 8, size.picture + 14, brief=True)
        painter.setFont(theme.font("body"))
        painter.setPen(text)
        room = QRectF(8, size.picture + 6, right - 8 - 6, 16)
        painter.drawText(room, LEFT, elided(painter, card.action, room.width()))
        return
    large = size.letter == "L"
    left, end, top = (12, 12, 8) if large else (10, 9, 6)
    second = size.picture + (42 if large else 22)
    painter.setFont(theme.font("body_large" if large else "body"))
    painter.setPen(text)
    room = QRectF(left, size.picture + top, size.width - left - end, 34 if large else 16)
    if large:
        for row, words in enumerate(wrapped(painter, card.action, room.width(), 2)):
            painter.drawText(QRectF(room.x(), room.y() + 17 * row, room.width(), 17), LEFT, words)
    else:
        painter.drawText(room, LEFT, elided(painter, card.action, room.width()))
    right = _evidence(painter, theme, face, size.width - end, second + 7.5)
    painter.setFont(theme.font("meta"))
    painter.setPen(theme.colour("text3"))
    room = QRectF(left, second, right - left - 6, LINE)
    painter.drawText(room, LEFT, elided(painter, card.camera_line, room.width()))


def _evidence(
    painter: QPainter, theme: Theme, face: Face, right: float, middle: float, *, brief: bool = False
) -> float:
    """Ring, stars, note and approval, from the right; returns the x where they begin."""
    card = face.card
    x = right
    if card.take_count:
        x = paint.ring(painter, theme, card.pick_number, x, middle).x() - 6
        if lacking := pick_words(card):
            painter.setFont(theme.font("meta"))
            painter.setPen(theme.colour("text2"))
            width = painter.fontMetrics().horizontalAdvance(lacking)
            painter.drawText(QRectF(x - width, middle - 8, width, 16), RIGHT, lacking)
            x -= width + 6
    if brief:
        return x
    if card.stars:
        x = paint.stars(painter, theme.colour("text2"), card.stars, x, middle).x() - 6
    for name, shown, tint in (("note", bool(card.notes), "text2"), ("check-circle", card.approved, "green")):
        if shown:
            icons.draw(painter, name, theme.colour(tint), QRectF(x - 12, middle - 6, 12, 12))
            x -= 18
    return x
