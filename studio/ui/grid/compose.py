"""Paints what of a card stays the same until its shot changes: ground, picture, fade, chips, words, foot, edge.

Measures are logical pixels from the card's top left corner; the dark values hold over pictures in both themes.
"""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QLinearGradient, QPainter, QPainterPath, QPen, QPixmap

from studio.core.timebase import short_time
from studio.ui import paint
from studio.ui.grid.face import Face
from studio.ui.grid.foot import paint_foot
from studio.ui.grid.layout import CardSize
from studio.ui.grid.text import CENTRE, LEFT, RIGHT
from studio.ui.grid.veiled import paint_veiled
from studio.ui.grid.words import Over
from studio.ui.theme import Theme

RADIUS = 8
FADE = 46


def compose(theme: Theme, face: Face, poster: QPixmap | None, ratio: float, *, ground: str = "card") -> QPixmap:
    """The whole card as a picture of size × `ratio` device pixels; `poster` is at that ratio already."""
    made = _blank(face.size, ratio)
    painter = QPainter(made)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    whole = QRectF(0, 0, face.size.width, face.size.height)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.colour(ground))
    painter.drawRoundedRect(whole, RADIUS, RADIUS)
    painter.save()
    painter.setClipPath(_picture_path(face.size))
    _picture(painter, theme, face, poster)
    painter.restore()
    _chips(painter, theme, face)
    paint_foot(painter, theme, face)
    _edge(painter, theme, face.size)
    painter.end()
    return made


def compose_over(theme: Theme, face: Face, ratio: float, *, corners: bool) -> QPixmap:
    """The pointed-at card with a hole for the picture, to lay over a frame of the filmstrip.

    The corners outside the card are filled with the board's ground, so that the frame below needs no clipping.
    `corners`: whether duration and spend still stand in the picture's corners.
    """
    made = _blank(face.size, ratio)
    painter = QPainter(made)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    ground = QPainterPath()
    ground.addRect(QRectF(0, 0, face.size.width, face.size.picture))
    painter.fillPath(ground.subtracted(_picture_path(face.size)), theme.colour("bg"))
    foot = QPainterPath()
    foot.addRoundedRect(QRectF(0, 0, face.size.width, face.size.height), RADIUS, RADIUS)
    hole = QPainterPath()
    hole.addRect(QRectF(0, 0, face.size.width, face.size.picture))
    painter.fillPath(foot.subtracted(hole), theme.colour("hover"))
    if face.words.over is Over.NOTHING:
        _fade(painter, face.size)
        if corners:
            _corners(painter, theme, face)
    _chips(painter, theme, face)
    paint_foot(painter, theme, face)
    _edge(painter, theme, face.size)
    painter.end()
    return made


def placeholder(theme: Theme, size: CardSize, ratio: float) -> QPixmap:
    """The flat card that stands in until its own is composed."""
    made = _blank(size, ratio)
    painter = QPainter(made)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.colour("card"))
    painter.drawRoundedRect(QRectF(0, 0, size.width, size.height), RADIUS, RADIUS)
    painter.setClipPath(_picture_path(size))
    painter.fillRect(QRectF(0, 0, size.width, size.picture), theme.on_picture("empty"))
    painter.end()
    return made


def _blank(size: CardSize, ratio: float) -> QPixmap:
    made = QPixmap(round(size.width * ratio), round(size.height * ratio))
    made.setDevicePixelRatio(ratio)
    made.fill(Qt.GlobalColor.transparent)
    return made


def _picture_path(size: CardSize) -> QPainterPath:
    path = QPainterPath()
    path.addRoundedRect(QRectF(0, 0, size.width, size.picture + RADIUS), RADIUS, RADIUS)
    box = QPainterPath()
    box.addRect(QRectF(0, 0, size.width, size.picture))
    return path.intersected(box)


def _picture(painter: QPainter, theme: Theme, face: Face, poster: QPixmap | None) -> None:
    box = QRectF(0, 0, face.size.width, face.size.picture)
    over = face.words.over
    flat = over in (Over.EMPTY, Over.MISSING) or poster is None
    painter.fillRect(box, theme.on_picture("empty" if flat else "picture"))
    if poster is not None and over not in (Over.EMPTY, Over.MISSING):
        fit_picture(painter, poster, box)
    if over is Over.NOTHING:
        if face.card.omitted or face.card.on_hold:
            painter.fillRect(box, theme.on_picture("veil"))
        _fade(painter, face.size)
        _corners(painter, theme, face)
    else:
        paint_veiled(painter, theme, face)


def fit_picture(painter: QPainter, picture: QPixmap, box: QRectF) -> None:
    """Paint a picture into a box: edge to edge where the shapes agree, else whole and centred on black."""
    shape = picture.width() / max(1, picture.height())
    if abs(shape / (box.width() / box.height()) - 1) > 0.02:
        width = min(box.width(), box.height() * shape)
        height = min(box.height(), box.width() / shape)
        box = QRectF(box.center().x() - width / 2, box.center().y() - height / 2, width, height)
    exact = round(box.width() * painter.device().devicePixelRatio()) == picture.width()
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, not exact)
    painter.drawPixmap(box, picture, QRectF(picture.rect()))


def _fade(painter: QPainter, size: CardSize) -> None:
    box = QRectF(0, size.picture - FADE, size.width, FADE)
    fade = QLinearGradient(box.topLeft(), box.bottomLeft())
    fade.setColorAt(0, QColor(0, 0, 0, 0))
    fade.setColorAt(0.56, QColor(0, 0, 0, 153))
    fade.setColorAt(1, QColor(0, 0, 0, 184))
    painter.fillRect(box, fade)


def _corners(painter: QPainter, theme: Theme, face: Face) -> None:
    painter.setFont(theme.font("mono_small"))
    painter.setPen(theme.on_picture("on_picture"))
    line = QRectF(8, face.size.picture - 23, face.size.width - 16, 18)
    painter.drawText(line, LEFT, short_time(face.card.frames, face.rate))
    painter.drawText(line, RIGHT, face.card.spend.text())


def _chips(painter: QPainter, theme: Theme, face: Face) -> None:
    painter.setFont(theme.font("code"))
    chip = QRectF(6, 6, painter.fontMetrics().horizontalAdvance(face.card.code) + 10, 18)
    _chip(painter, theme, chip)
    painter.drawText(chip, CENTRE, face.card.code)
    said = face.words
    if not said.word:
        return
    painter.setFont(theme.font("tier"))
    mark = 15 if said.shape is not None else 1
    width = painter.fontMetrics().horizontalAdvance(said.word) + mark + 11
    chip = QRectF(face.size.width - 6 - width, 6, width, 18)
    _chip(painter, theme, chip)
    painter.drawText(chip.adjusted(5 + mark, 0, -4, 0), LEFT, said.word)
    if said.shape is not None and said.over is not Over.RUNNING:
        paint.shape(painter, said.shape, theme.on_picture(said.tint), arc_box(face.size, width))


def arc_box(size: CardSize, chip_width: float) -> QRectF:
    """Where the shape stands in a tier chip of this width."""
    return QRectF(size.width - 6 - chip_width + 5, 10, 10, 10)


def _chip(painter: QPainter, theme: Theme, box: QRectF) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.on_picture("chip"))
    painter.drawRoundedRect(box, 4, 4)
    painter.setPen(theme.on_picture("on_picture"))


def _edge(painter: QPainter, theme: Theme, size: CardSize) -> None:
    """The inner line, around the foot only: pictures need no frame."""
    painter.save()
    painter.setClipRect(QRectF(0, size.picture, size.width, size.foot))
    painter.setPen(QPen(theme.colour("line"), 1))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(QRectF(0.5, 0.5, size.width - 1, size.height - 1), RADIUS - 0.5, RADIUS - 0.5)
    painter.restore()
