"""Paints what of a card stays the same until its shot changes: ground, picture, fade, chips, words, foot, edge.

Measures are logical pixels from the card's top left corner; the dark values hold over pictures in both themes.
"""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QLinearGradient, QPainter, QPainterPath, QPen, QPixmap

from studio.core.board import Card
from studio.core.timebase import Rate, short_time
from studio.ui import icons, paint
from studio.ui.grid.layout import CardSize
from studio.ui.grid.words import Over, Words, pick_words
from studio.ui.theme import Theme

RADIUS = 8
FADE = 46
LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
CENTRE = Qt.AlignmentFlag.AlignCenter
LINE = 15


@dataclass(frozen=True, slots=True)
class Face:
    """One card to paint: the shot, what it says, its size, and the project's rate for its duration."""

    card: Card
    words: Words
    size: CardSize
    rate: Rate


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
    _foot(painter, theme, face)
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
    _foot(painter, theme, face)
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


def action_box(size: CardSize) -> QRect:
    """Where the action word of a troubled card can be clicked: the lower right of the picture, 28 high."""
    return QRect(size.width // 2, size.picture - 32, size.width - size.width // 2, 30)


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
    if over is Over.EMPTY:
        _press(painter, theme, face)
    elif over is Over.MISSING:
        _hatch(painter, theme, box)
        _message(painter, theme, face)
    elif over is Over.NOTHING:
        if face.card.omitted or face.card.on_hold:
            painter.fillRect(box, theme.on_picture("veil"))
        _fade(painter, face.size)
        _corners(painter, theme, face)
    else:
        _veil(painter, theme, box)
        _message(painter, theme, face)


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


def _foot(painter: QPainter, theme: Theme, face: Face) -> None:
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
        for row, words in enumerate(_wrapped(painter, card.action, room.width(), 2)):
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


def _edge(painter: QPainter, theme: Theme, size: CardSize) -> None:
    """The inner line, around the foot only: pictures need no frame."""
    painter.save()
    painter.setClipRect(QRectF(0, size.picture, size.width, size.foot))
    painter.setPen(QPen(theme.colour("line"), 1))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(QRectF(0.5, 0.5, size.width - 1, size.height - 1), RADIUS - 0.5, RADIUS - 0.5)
    painter.restore()


def elided(painter: QPainter, text: str, width: float) -> str:
    """The text on one line, cut at its end where the painter's font needs more than `width`."""
    # A prompt may be very long; what a card can show never is.
    return painter.fontMetrics().elidedText(" ".join(text[:400].split()), Qt.TextElideMode.ElideRight, int(width))


def _wrapped(painter: QPainter, text: str, width: float, rows: int) -> list[str]:
    """The text broken at words into at most `rows` lines, the last one elided."""
    metrics = painter.fontMetrics()
    left = text[:400].split()
    lines: list[str] = []
    while left and len(lines) < rows - 1:
        line = left.pop(0)
        while left and metrics.horizontalAdvance(f"{line} {left[0]}") <= width:
            line = f"{line} {left.pop(0)}"
        lines.append(elided(painter, line, width))
    if left:
        lines.append(elided(painter, " ".join(left), width))
    return lines
