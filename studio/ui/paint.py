"""Small paint functions that delegates and widgets share: tier shapes, ring, ribbon, bars, stars, key caps.

All work in logical pixels on a painter that antialiases; none of them keeps anything.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPainterPath, QPen

from studio.core.tier import TierMark
from studio.ui import icons
from studio.ui.theme import Theme

Shape = Literal[
    "blocking", "draft", "validation", "premium", "imported", "next", "queued", "running", "unknown", "failed", "cap"
]
Bar = Literal["blocking", "draft", "validation", "premium", "imported", "empty", "running", "failed"]


def shape_of(mark: TierMark) -> Shape:
    """The shape that stands for a tier mark."""
    shapes: dict[TierMark, Shape] = {
        TierMark.BLOCKING: "blocking",
        TierMark.DRAFT: "draft",
        TierMark.VALIDATION: "validation",
        TierMark.PREMIUM: "premium",
        TierMark.IMPORTED: "imported",
    }
    return shapes[mark]


def shape(painter: QPainter, kind: Shape, colour: QColor, box: QRectF, *, turn: float = 0.0) -> None:
    """Paint a tier or state shape into a square box; `turn` is how far a running arc has gone, in turns."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(box.topLeft())
    painter.scale(box.width() / 10, box.height() / 10)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(_pen(colour, 1.5))
    _SHAPES[kind](painter, colour, turn)
    painter.restore()


_ROUND = QRectF(0.9, 0.9, 8.2, 8.2)


def _pen(colour: QColor, width: float, *, round_cap: bool = False) -> QPen:
    cap = Qt.PenCapStyle.RoundCap if round_cap else Qt.PenCapStyle.FlatCap
    return QPen(colour, width, Qt.PenStyle.SolidLine, cap, Qt.PenJoinStyle.MiterJoin)


def _dashed(painter: QPainter, colour: QColor, width: float, on: float, off: float) -> None:
    pen = _pen(colour, width)
    # A dash pattern counts in pen widths.
    pen.setDashPattern([on / width, off / width])
    painter.setPen(pen)
    painter.drawEllipse(_ROUND)


def _blocking(painter: QPainter, colour: QColor, turn: float) -> None:
    _dashed(painter, colour, 1.4, 1.55, 1.67)


def _next(painter: QPainter, colour: QColor, turn: float) -> None:
    _dashed(painter, colour, 1.2, 1.9, 1.32)


def _draft(painter: QPainter, colour: QColor, turn: float) -> None:
    painter.drawEllipse(_ROUND)


def _validation(painter: QPainter, colour: QColor, turn: float) -> None:
    painter.drawEllipse(_ROUND)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    painter.drawPie(_ROUND, 90 * 16, 180 * 16)


def _premium(painter: QPainter, colour: QColor, turn: float) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    painter.drawEllipse(QRectF(0.2, 0.2, 9.6, 9.6))


def _imported(painter: QPainter, colour: QColor, turn: float) -> None:
    painter.drawRoundedRect(QRectF(1, 1, 8, 8), 1.2, 1.2)


def _queued(painter: QPainter, colour: QColor, turn: float) -> None:
    painter.setPen(_pen(colour, 1.4, round_cap=True))
    for y, end in ((2.2, 8.5), (5.0, 8.5), (7.8, 5.5)):
        painter.drawLine(QPointF(1.5, y), QPointF(end, y))


def _running(painter: QPainter, colour: QColor, turn: float) -> None:
    faint = QColor(colour)
    faint.setAlphaF(0.35)
    painter.setPen(_pen(faint, 1.6))
    painter.drawEllipse(_ROUND)
    painter.setPen(_pen(colour, 1.6, round_cap=True))
    painter.drawArc(_ROUND, round((90 - 360 * turn) * 16), -90 * 16)


def _unknown(painter: QPainter, colour: QColor, turn: float) -> None:
    painter.setPen(_pen(colour, 1.4))
    painter.drawPolygon([QPointF(5, 0.6), QPointF(9.4, 5), QPointF(5, 9.4), QPointF(0.6, 5)])


def _failed(painter: QPainter, colour: QColor, turn: float) -> None:
    painter.setPen(_pen(colour, 1.8, round_cap=True))
    painter.drawLine(QPointF(1.6, 1.6), QPointF(8.4, 8.4))
    painter.drawLine(QPointF(8.4, 1.6), QPointF(1.6, 8.4))


def _cap(painter: QPainter, colour: QColor, turn: float) -> None:
    painter.drawEllipse(_ROUND)
    painter.drawLine(QPointF(2.1, 2.1), QPointF(7.9, 7.9))


_SHAPES = {
    "blocking": _blocking,
    "next": _next,
    "draft": _draft,
    "validation": _validation,
    "premium": _premium,
    "imported": _imported,
    "queued": _queued,
    "running": _running,
    "unknown": _unknown,
    "failed": _failed,
    "cap": _cap,
}


def ring(
    painter: QPainter, theme: Theme, number: int | None, right: float, middle: float, *, edge: float = 17
) -> QRectF:
    """Paint the ring of the circled take, or the dashed one with a question mark for None; returns the box it took.

    `right` is its right edge, `middle` the y of its centre, `edge` its height; long numbers make it wider.
    """
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    text = "?" if number is None else str(number)
    painter.setFont(theme.font("ring"))
    width = max(edge, painter.fontMetrics().horizontalAdvance(text) + 9)
    box = QRectF(right - width, middle - edge / 2, width, edge)
    pen = _pen(theme.colour("line3" if number is None else "text2"), 1.25 if number is None or edge < 17 else 1.5)
    if number is None:
        pen.setDashPattern([2.2, 1.8])
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    inset = pen.widthF() / 2
    radius = edge / 2 - inset
    painter.drawRoundedRect(box.adjusted(inset, inset, -inset, -inset), radius, radius)
    painter.setPen(theme.colour("text3" if number is None else "text"))
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)
    painter.restore()
    return box


def stars(painter: QPainter, colour: QColor, count: int, right: float, middle: float, *, size: float = 9) -> QRectF:
    """Paint `count` stars ending at `right` around `middle`; returns the box they took."""
    box = QRectF(right - count * size, middle - size / 2, count * size, size)
    for index in range(count):
        icons.draw(painter, "star-fill", colour, QRectF(box.x() + index * size, box.y(), size, size))
    return box


def ribbon(painter: QPainter, theme: Theme, bars: Iterable[tuple[float, Bar]], box: QRectF) -> None:
    """Paint one bar a shot: width by its length (any unit), colour by its tier, striped amber while it runs.

    Where there are more shots than room for gaps, the bars touch.
    """
    shown: list[tuple[float, Bar]] = [(max(length, 0.001), kind) for length, kind in bars]
    total = sum(length for length, _ in shown)
    if not shown:
        return
    gap = 1.5 if box.width() / len(shown) >= 4 else 0.0
    room = box.width() - gap * (len(shown) - 1)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, gap > 0)
    painter.setPen(Qt.PenStyle.NoPen)
    x = box.x()
    for length, kind in shown:
        width = room * length / total
        bar = QRectF(x, box.y(), width, box.height())
        if kind == "running":
            stripes(painter, theme.colour("amber"), bar, 2)
        else:
            painter.setBrush(_bar_colour(theme, kind))
            radius = min(1.5 if box.height() > 4 else 1, width / 2) if gap else 0
            painter.drawRoundedRect(bar, radius, radius)
        x += width + gap
    painter.restore()


def _bar_colour(theme: Theme, kind: Bar) -> QColor:
    if kind in ("blocking", "empty"):
        return theme.colour("line3" if kind == "blocking" else "line2")
    colour = theme.colour("red" if kind == "failed" else kind)
    if kind == "draft":
        colour.setAlphaF(0.8)
    return colour


def stripes(painter: QPainter, colour: QColor, box: QRectF, step: float) -> None:
    """Paint upright stripes, `step` on and `step` off: held money, running bars."""
    x = box.x()
    while x < box.right():
        painter.fillRect(QRectF(x, box.y(), min(step, box.right() - x), box.height()), colour)
        x += 2 * step


def meter(
    painter: QPainter, theme: Theme, box: QRectF, *, share: float, held: float = 0.0, colour: str = "green"
) -> None:
    """Paint a slim bar: `share` filled and `held` striped amber after it, both 0 to 1 of the width."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    path = QPainterPath()
    path.addRoundedRect(box, box.height() / 2, box.height() / 2)
    painter.fillPath(path, theme.colour("line2"))
    painter.setClipPath(path)
    filled = box.width() * min(max(share, 0.0), 1.0)
    painter.fillRect(QRectF(box.x(), box.y(), filled, box.height()), theme.colour(colour))
    room = min(box.width() * max(held, 0.0), box.width() - filled)
    stripes(painter, theme.colour("amber"), QRectF(box.x() + filled, box.y(), room, box.height()), 2)
    painter.restore()


def keycap(
    painter: QPainter, theme: Theme, text: str, left: float, middle: float, *, over_picture: bool = False
) -> QRectF:
    """Paint a key cap, 16 high; returns the box it took. Over a picture its dark colours hold."""
    colour = theme.on_picture if over_picture else theme.colour
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setFont(theme.font("keycap"))
    width = max(16, painter.fontMetrics().horizontalAdvance(text) + 10)
    box = QRectF(left, round(middle - 8), width, 16)
    painter.setPen(QPen(colour("line2"), 1))
    painter.setBrush(QBrush(colour("raised")))
    painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 3.5, 3.5)
    painter.setPen(colour("text2"))
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)
    painter.restore()
    return box


def logo(painter: QPainter, theme: Theme, box: QRectF) -> None:
    """Paint the mark of Shotboard: the ring of the circled take around a play sign."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(box.topLeft())
    painter.scale(box.width() / 20, box.height() / 20)
    painter.setPen(QPen(theme.colour("text"), 1.8))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawEllipse(QPointF(10, 10), 7.6, 7.6)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.colour("accent"))
    painter.drawPolygon([QPointF(8, 6.9), QPointF(8, 13.1), QPointF(13.2, 10)])
    painter.restore()
