"""A scene's header: caret, number, slugline, ribbon, shots, length, spend, menu; in the board and stuck above it."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QWidget

from studio.core.board import Card
from studio.core.ids import SceneId
from studio.core.money import Money
from studio.core.scene import Scene
from studio.core.timebase import Rate, minutes
from studio.ui import icons, paint
from studio.ui.grid.layout import HEADER, NARROW, STUCK
from studio.ui.grid.text import LEFT, RIGHT, elided
from studio.ui.grid.words import bar_of
from studio.ui.paint import Bar
from studio.ui.theme import Theme

Part = Literal["fold", "menu"]
MENU = 26
KEPT = 12
MIDDLE = 21


@dataclass(frozen=True, slots=True)
class SceneHead:
    """What a scene's header shows."""

    scene_id: SceneId
    number: str
    slugline: str
    bars: tuple[tuple[float, Bar], ...]
    shots: str
    length: str
    spend: str
    folded: bool

    @property
    def name(self) -> str:
        """The scene as it is called aloud."""
        return f"Scene {self.number}, {self.slugline}"


def head_of(scene: Scene, cards: Iterable[Card], rate: Rate, *, folded: bool) -> SceneHead:
    """The header of a scene from all its cards; omitted shots have no length."""
    cards = list(cards)
    kept = [card for card in cards if not card.omitted]
    spend = Money(sum(card.spend.micros for card in cards))
    return SceneHead(
        scene.id,
        scene.number,
        scene.slugline,
        tuple((float(card.frames), bar_of(card)) for card in kept),
        "1 shot" if len(cards) == 1 else f"{len(cards)} shots",
        minutes(sum(card.frames for card in kept), rate),
        spend.text(),
        folded,
    )


class HeaderPainter:
    """Paints heads, `side` being the board's padding; `over` is the part under the pointer.

    A head is painted once and kept: while the board scrolls, headers would cost more than all the cards.
    """

    def __init__(self, theme: Theme) -> None:
        self._theme = theme
        self._kept: OrderedDict[tuple[object, ...], QPixmap] = OrderedDict()

    @staticmethod
    def menu_box(width: int, side: int) -> QRect:
        """Where the menu's dots can be clicked."""
        return QRect(width - side - 21, MIDDLE - MENU // 2, MENU, MENU)

    def part_at(self, point: QPoint, width: int, side: int) -> Part:
        """What a click in a header means: its menu on the dots, else fold or unfold."""
        return "menu" if self.menu_box(width, side).contains(point) else "fold"

    def pixmap(self, head: SceneHead, width: int, side: int, over: Part | None, ratio: float) -> QPixmap:
        """A head on the board's ground, HEADER high."""
        key = (head, width, side, over, ratio)
        made = self._kept.get(key)
        if made is None:
            made = QPixmap(round(width * ratio), round(HEADER * ratio))
            made.setDevicePixelRatio(ratio)
            made.fill(self._theme.colour("bg"))
            painter = QPainter(made)
            self._paint(painter, head, width, side, over)
            painter.end()
            self._kept[key] = made
            while len(self._kept) > KEPT:
                self._kept.popitem(last=False)
        return made

    def _paint(self, painter: QPainter, head: SceneHead, width: int, side: int, over: Part | None) -> None:
        theme = self._theme
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        caret = theme.colour("text" if over == "fold" else "text3")
        icons.draw(painter, "caret-right" if head.folded else "caret-down", caret, QRectF(side, MIDDLE - 5.5, 11, 11))
        right = self._figures(painter, head, width, side, over)
        painter.setFont(theme.font("code"))
        painter.setPen(theme.colour("text2"))
        number = painter.fontMetrics().horizontalAdvance(head.number)
        painter.drawText(QRectF(side + 21, MIDDLE - 8, number + 2, 16), LEFT, head.number)
        painter.setFont(theme.font("slug"))
        painter.setPen(theme.colour("text"))
        left = side + 31 + number
        room = QRectF(left, MIDDLE - 8, right - 16 - left, 16)
        painter.drawText(room, LEFT, elided(painter, head.slugline.upper(), room.width()))

    def _figures(self, painter: QPainter, head: SceneHead, width: int, side: int, over: Part | None) -> float:
        """The right half, from the right; returns the x where it begins."""
        theme = self._theme
        dots = theme.colour("text" if over == "menu" else "text3")
        if over == "menu":
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("hover"))
            painter.drawRoundedRect(QRectF(self.menu_box(width, side)), 6, 6)
        icons.draw(painter, "dots-three", dots, QRectF(width - side - 16, MIDDLE - 8, 16, 16))
        x = float(width - side - 26)
        fields = (
            (head.spend, "mono", "text2", 40),
            (head.length, "mono", "text3", 32),
            (head.shots, "small", "text3", 46),
        )
        for text, font, tint, least in fields:
            painter.setFont(theme.font(font))
            painter.setPen(theme.colour(tint))
            room = max(least, painter.fontMetrics().horizontalAdvance(text) + 1)
            painter.drawText(QRectF(x - room, MIDDLE - 8, room, 16), RIGHT, text)
            x -= room + 10
        ribbon = 168 if width >= NARROW else 120
        paint.ribbon(painter, theme, head.bars, QRectF(x - ribbon, MIDDLE - 2.5, ribbon, 5))
        return x - ribbon


class StickyHeader(QWidget):
    """The head of the scene that is being looked at, above the viewport; the next one pushes it up as it comes."""

    fold_clicked = Signal(str)
    menu_clicked = Signal(str, QPoint)

    def __init__(self, theme: Theme, heads: HeaderPainter, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._painter = heads
        self._heads: tuple[SceneHead, ...] = ()
        self._pushed = 0
        self._side = 24
        self._over: Part | None = None
        self.setMouseTracking(True)
        self.setFixedHeight(STUCK)
        self.setAccessibleName("Scene")

    def show_heads(self, heads: tuple[SceneHead, ...], pushed: int, side: int) -> None:
        """Show a head, pushed up by some pixels, with the next one below it."""
        if (heads, pushed, side) == (self._heads, self._pushed, self._side):
            return
        self._heads, self._pushed, self._side = heads, pushed, side
        self.setAccessibleName(heads[0].name if heads else "Scene")
        self.update()

    def sizeHint(self) -> QSize:
        """As high as a stuck header."""
        return QSize(100, STUCK)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Ground, one or two heads, hairline."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.colour("bg"))
        for place, head in enumerate(self._heads[:2]):
            over = self._over if place == 0 else None
            pixmap = self._painter.pixmap(head, self.width(), self._side, over, self.devicePixelRatioF())
            painter.drawPixmap(0, place * STUCK - self._pushed, pixmap)
        painter.fillRect(0, self.height() - 1, self.width(), 1, self._theme.colour("line"))
        painter.end()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Light up what a click would do."""
        self._point(self._painter.part_at(event.position().toPoint(), self.width(), self._side))

    def leaveEvent(self, event: QEvent) -> None:
        """Nothing is pointed at."""
        self._point(None)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Fold, or open the menu."""
        if not self._heads:
            return
        scene = self._heads[0].scene_id
        part = self._painter.part_at(event.position().toPoint(), self.width(), self._side)
        if part == "menu" or event.button() == Qt.MouseButton.RightButton:
            self.menu_clicked.emit(scene, event.globalPosition().toPoint())
        elif event.button() == Qt.MouseButton.LeftButton:
            self.fold_clicked.emit(scene)

    def _point(self, part: Part | None) -> None:
        if part != self._over:
            self._over = part
            self.update()
