"""The card under the pointer: the filmstrip scrubbed by x, its time, and after 300 ms the bar of quick actions."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QFontMetrics, QImage, QPainter, QPen, QPixmap

from studio.core.board import Card
from studio.core.ids import TakeId
from studio.core.tier import TierMark
from studio.core.timebase import Rate, short_time
from studio.ui import icons
from studio.ui.grid.compose import compose, compose_over, fit_picture
from studio.ui.grid.face import Face
from studio.ui.grid.layout import CardSize
from studio.ui.grid.text import CENTRE
from studio.ui.grid.words import Over, Words, words
from studio.ui.theme import Theme

Quick = Literal["play", "draft", "promote", "handle"]
Decode = Callable[[bytes | memoryview], QImage]
Frames = Sequence[bytes | memoryview]

STRIPS = 24
BAR_HEIGHT = 26
WIDTHS: dict[Quick, int] = {"play": 26, "draft": 26, "promote": 26, "handle": 20}
ICONS: dict[Quick, tuple[str, int]] = {
    "play": ("play-fill", 13),
    "draft": ("lightning", 15),
    "promote": ("arrow-fat-up", 15),
    "handle": ("dots-six-vertical", 15),
}


@dataclass(slots=True)
class _Over:
    card: Card
    key: tuple[Words, bool, CardSize, float]
    pixmap: QPixmap


class Strips:
    """The filmstrips of the takes pointed at last; `decode` turns one JPEG into a picture."""

    def __init__(self, decode: Decode) -> None:
        self._decode = decode
        self._strips: OrderedDict[TakeId, Frames] = OrderedDict()
        self._shown: tuple[TakeId, int] | None = None
        self._image = QImage()

    def put(self, take_id: TakeId, frames: Frames) -> None:
        """Keep the JPEGs of a take in the order of time; none at all is not kept, as a strip may still be made."""
        self._shown = None
        if not frames:
            self._strips.pop(take_id, None)
            return
        self._strips[take_id] = frames
        self._strips.move_to_end(take_id)
        while len(self._strips) > STRIPS:
            self._strips.popitem(last=False)

    def has(self, take_id: TakeId) -> bool:
        """Whether the strip of a take is here."""
        return take_id in self._strips

    def place(self, take_id: TakeId, share: float) -> int | None:
        """The number of the frame at `share` (0 to 1) of the way, None without a strip."""
        frames = self._strips.get(take_id)
        return min(len(frames) - 1, int(share * len(frames))) if frames else None

    def frame(self, take_id: TakeId, share: float) -> QImage | None:
        """The picture at `share` of the way, None without a strip or where it cannot be decoded."""
        place = self.place(take_id, share)
        if place is None:
            return None
        if self._shown != (take_id, place):
            self._image = self._decode(self._strips[take_id][place])
            self._shown = (take_id, place)
        return None if self._image.isNull() else self._image


class Hover:
    """Paints the pointed-at card; boxes and points are from the card's top left corner."""

    def __init__(self, theme: Theme, strips: Strips) -> None:
        self._theme = theme
        self._strips = strips
        self._over: _Over | None = None
        self._kept_bar: tuple[object, QPixmap] | None = None
        self._said: tuple[Card, bool, Words] | None = None
        self._mono = QFontMetrics(theme.font("mono_small"))
        self.share: float | None = None  # how far along the picture the pointer is, None beside it
        self.bar = False
        self.still = False  # the card's work stands still
        self.read_only = False  # nothing but looking is offered

    def said(self, card: Card) -> Words:
        """What the card says, kept for the one pointed at."""
        if self._said is None or self._said[0] is not card or self._said[1] != self.still:
            self._said = (card, self.still, words(card, stands_still=self.still))
        return self._said[2]

    def scrubs(self, card: Card) -> bool:
        """Whether a filmstrip can be looked through on this card."""
        return card.shown_id is not None and self.said(card).over is Over.NOTHING

    def quick(self, card: Card) -> tuple[Quick, ...]:
        """What the bar offers on this card; nothing where the picture's foot says something itself."""
        over = self.said(card).over
        if over is Over.EMPTY:
            return () if self.read_only else ("draft", "handle")
        if over is not Over.NOTHING:
            return ()
        if self.read_only:
            return ("play",)
        return ("play", "draft", "handle") if card.mark is TierMark.PREMIUM else ("play", "draft", "promote", "handle")

    def bar_box(self, card: Card, size: CardSize) -> QRect:
        """Where the bar is, also before it shows."""
        offered = self.quick(card)
        width = sum(WIDTHS[name] for name in offered) + 4 + (5 if "handle" in offered else 0)
        return QRect(size.width - 6 - width, size.picture - 6 - BAR_HEIGHT, width, BAR_HEIGHT)

    def quick_at(self, card: Card, size: CardSize, point: QPoint) -> Quick | None:
        """The action of the shown bar at a point."""
        if not self.bar:
            return None
        for name, box in self._pieces(card, size):
            if box.contains(point):
                return name
        return None

    def paint(
        self, painter: QPainter, card: Card, size: CardSize, rate: Rate, ratio: float, poster: QPixmap | None
    ) -> None:
        """Paint the card anew with its frame, line, time and bar. The painter's origin is the card's corner."""
        box = QRectF(0, 0, size.width, size.picture)
        if self.scrubs(card):
            take_id = card.shown_id
            frame = self._strips.frame(take_id, self.share) if take_id and self.share is not None else None
            painter.fillRect(box, self._theme.on_picture("picture"))
            if frame is not None:
                painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
                painter.drawImage(_within(box, frame.width(), frame.height()), frame)
            elif poster is not None:
                fit_picture(painter, poster, box)
            painter.drawPixmap(0, 0, self._card(card, size, rate, ratio, None))
            if frame is not None and self.share is not None:
                self._line(painter, card, size, rate)
        else:
            painter.drawPixmap(0, 0, self._card(card, size, rate, ratio, poster))
        if self.bar and self.quick(card):
            painter.drawPixmap(self.bar_box(card, size).topLeft() - QPoint(1, 1), self._bar(card, size, ratio))

    def _card(self, card: Card, size: CardSize, rate: Rate, ratio: float, poster: QPixmap | None) -> QPixmap:
        kept = self._over
        said = self.said(card)
        key = (said, self.bar, size, ratio)
        if kept is None or kept.card is not card or kept.key != key:
            face = Face(card, said, size, rate)
            if self.scrubs(card):
                pixmap = compose_over(self._theme, face, ratio, corners=not self.bar)
            else:
                pixmap = compose(self._theme, face, poster, ratio, ground="hover")
            kept = self._over = _Over(card, key, pixmap)
        return kept.pixmap

    def _line(self, painter: QPainter, card: Card, size: CardSize, rate: Rate) -> None:
        share = self.share or 0.0
        x = int(share * size.width)
        painter.fillRect(QRectF(x, 0, 1, size.picture), self._theme.on_picture("white"))
        text = short_time(min(card.frames - 1, int(share * card.frames)), rate)
        width = self._mono.horizontalAdvance(text) + 8
        left = x - 5 - width if x - 5 - width >= 2 else x + 6
        chip = QRectF(left, size.picture - 23, width, 16)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.on_picture("bar"))
        painter.drawRoundedRect(chip, 3, 3)
        painter.setFont(self._theme.font("mono_small"))
        painter.setPen(self._theme.on_picture("amber"))
        painter.drawText(chip, CENTRE, text)

    def _pieces(self, card: Card, size: CardSize) -> list[tuple[Quick, QRect]]:
        bar = self.bar_box(card, size)
        x = bar.x() + 2
        pieces: list[tuple[Quick, QRect]] = []
        for name in self.quick(card):
            if name == "handle":
                x += 5
            pieces.append((name, QRect(x, bar.y() + 1, WIDTHS[name], BAR_HEIGHT - 2)))
            x += WIDTHS[name]
        return pieces

    def _bar(self, card: Card, size: CardSize, ratio: float) -> QPixmap:
        """The bar with 1 px of edge around it; kept, as four glyphs cost more than the frame below them."""
        key = (self.quick(card), size, ratio)
        if self._kept_bar is None or self._kept_bar[0] != key:
            box = self.bar_box(card, size)
            made = QPixmap(round((box.width() + 2) * ratio), round((box.height() + 2) * ratio))
            made.setDevicePixelRatio(ratio)
            made.fill(Qt.GlobalColor.transparent)
            painter = QPainter(made)
            painter.translate(1 - box.x(), 1 - box.y())
            self._paint_bar(painter, card, size)
            painter.end()
            self._kept_bar = (key, made)
        return self._kept_bar[1]

    def _paint_bar(self, painter: QPainter, card: Card, size: CardSize) -> None:
        bar = QRectF(self.bar_box(card, size))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._theme.on_picture("bar_edge"), 1))
        painter.setBrush(self._theme.on_picture("bar"))
        painter.drawRoundedRect(bar.adjusted(-0.5, -0.5, 0.5, 0.5), 6, 6)
        for name, box in self._pieces(card, size):
            glyph, edge = ICONS[name]
            if name == "handle":
                divider = self._theme.on_picture("white")
                divider.setAlphaF(0.16)
                painter.fillRect(QRectF(box.x() - 3, bar.y() + 6, 1, 14), divider)
            spot = QRectF(box.center().x() + 0.5 - edge / 2, box.center().y() + 0.5 - edge / 2, edge, edge)
            icons.draw(painter, glyph, self._theme.on_picture("on_picture"), spot)


def _within(box: QRectF, width: int, height: int) -> QRectF:
    """The box of a frame of this shape: the whole picture where the shapes agree, else centred inside it."""
    shape = width / max(1, height)
    if abs(shape / (box.width() / box.height()) - 1) <= 0.03:
        return box
    fitted_width = min(box.width(), box.height() * shape)
    fitted_height = min(box.height(), box.width() / shape)
    return QRectF(
        box.center().x() - fitted_width / 2, box.center().y() - fitted_height / 2, fitted_width, fitted_height
    )
