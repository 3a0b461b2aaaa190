"""The board painted: composed cards, headers, and over them choice, focus, drop marks and what runs with the clock."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QRect, QRectF, Qt, QTimer
from PySide6.QtGui import QHideEvent, QPainter, QPaintEvent, QPen

from studio.core.board import Card, WorkState
from studio.core.ids import ShotId
from studio.ui.grid import notice
from studio.ui.grid.card_cache import CardCache
from studio.ui.grid.header import Part
from studio.ui.grid.hover import Decode, Hover, Strips
from studio.ui.grid.layout import Box
from studio.ui.grid.live import Live
from studio.ui.grid.surface import RING, Surface
from studio.ui.grid.words import stalled, words
from studio.ui.image_cache import ImageCache
from studio.ui.theme import Theme

TICK_MS = 80
HAIR_TICKS = 3
SECOND_TICKS = 12
AHEAD_MS = 40


class Canvas(Surface):
    """Paints the region that is asked for and nothing else; what the pointer and keys do is added by BoardView."""

    def __init__(self, theme: Theme, images: ImageCache, now: Callable[[], datetime], decode: Decode) -> None:
        super().__init__(theme, now)
        self._now = now
        self._cache = CardCache(theme, images, self)
        self._live = Live(theme)
        self._strips = Strips(decode)
        self._hover = Hover(theme, self._strips)
        self._hovered: ShotId | None = None
        self._header_over: tuple[int, Part] | None = None
        self._mark: Box | None = None  # where a drop would go
        self._onto: int | None = None
        self._band: QRect | None = None
        self._still: set[ShotId] = set()
        self._ticks = 0
        self._beat = QTimer(self)
        self._beat.setInterval(TICK_MS)
        self._beat.timeout.connect(self._tick)
        self._ahead = QTimer(self)
        self._ahead.setSingleShot(True)
        self._ahead.setInterval(AHEAD_MS)
        self._ahead.timeout.connect(self._compose_ahead)
        self._cache.composed.connect(self._repaint_shot)

    def composing(self) -> bool:
        """Whether cards that were asked for are still to be composed."""
        return self._cache.busy()

    def compose_now(self) -> None:
        """Compose a slice of what was asked for without waiting for the next frame."""
        self._cache.work()

    def _laid_out(self) -> None:
        self._hover.read_only = self._state.read_only
        self._cache.resize(self._layout.size, self.devicePixelRatioF(), self._state.rate)

    def _moved(self) -> None:
        super()._moved()
        self._ahead.start()
        self._wake()

    def _compose_ahead(self) -> None:
        """Half a view up and down, so that scrolling seldom meets a card that is not there yet."""
        top, height = self.offset(), self.viewport().height()
        cards = self._model.cards
        near = self._layout.cards_in(top - height // 2, top + height * 3 // 2)
        seen = self._visible_rows()
        for row in (*(row for row in near if row not in seen), *seen):
            self._cache.get(cards[row], cards[row].shot_id in self._still)

    # Painting

    def _repaint_shot(self, shot_id: str) -> None:
        row = self._model.row_of(ShotId(shot_id))
        if row is not None:
            self._repaint(row)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Ground, headers and cards of the region, then what lies over them."""
        self._laid_out()  # the window may have come to a screen of another ratio
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), self._theme.colour("bg"))
        said = self._notice()
        if said is not None:
            notice.draw(painter, self._theme, said, QRectF(self.viewport().rect()))
            self._paint_over(painter)
            painter.end()
            return
        rows: set[int] = set()
        scenes: set[int] = set()
        top = self.offset()
        for rect in event.region():  # type: ignore[attr-defined]
            rows.update(self._layout.cards_in(top + rect.top() - RING, top + rect.bottom() + 1 + RING))
            scenes.update(self._layout.headers_in(top + rect.top(), top + rect.bottom() + 1))
        for place in scenes:
            self._paint_header(painter, place, top)
        left, right = event.rect().left() - RING, event.rect().right() + RING
        for row in sorted(rows):
            box = self._layout.card(row)
            if box.x <= right and box.x + box.width >= left:
                self._paint_card(painter, row, box, top)
        self._paint_over(painter)
        painter.end()

    def _paint_header(self, painter: QPainter, place: int, top: int) -> None:
        over = self._header_over[1] if self._header_over and self._header_over[0] == place else None
        head, layout = self._state.head(place), self._layout
        pixmap = self._head_painter.pixmap(head, layout.width, layout.side, over, self.devicePixelRatioF())
        painter.drawPixmap(0, layout.header(place).y - top, pixmap)

    def _paint_card(self, painter: QPainter, row: int, box: Box, top: int) -> None:
        card = self._model.cards[row]
        y = box.y - top
        if card.shot_id == self._hovered:
            painter.save()
            painter.translate(box.x, y)
            poster = self._cache.poster(card)
            self._hover.still = card.shot_id in self._still
            self._hover.paint(painter, card, self._layout.size, self._state.rate, self.devicePixelRatioF(), poster)
            painter.restore()
        else:
            painter.drawPixmap(box.x, y, self._cache.get(card, card.shot_id in self._still))
        if card.work is not None and _runs(card):
            self._paint_live(painter, card, box.x, y)
        if row in self._chosen or row == self._onto:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(self._theme.colour("accent"), 2))
            painter.drawRoundedRect(QRectF(box.x - 3, y - 3, box.width + 6, box.height + 6), 11, 11)
        if row == self.currentIndex().row() and self.hasFocus():
            self._paint_dashes(painter, QRectF(box.x, y, box.width, self._layout.size.picture))

    def _paint_live(self, painter: QPainter, card: Card, x: int, y: int) -> None:
        if card.work is None:
            return
        painter.save()
        painter.translate(x, y)
        said = words(card, stands_still=card.shot_id in self._still)
        self._live.paint(painter, card.work, said.word, self._layout.size, self._now())
        painter.restore()

    def _paint_dashes(self, painter: QPainter, picture: QRectF) -> None:
        white = self._theme.on_picture("white")
        white.setAlphaF(0.85)
        pen = QPen(white, 1)
        pen.setDashPattern([3, 3])
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(pen)
        painter.drawRoundedRect(picture.adjusted(3.5, 3.5, -3.5, -3.5), 5, 5)

    def _paint_over(self, painter: QPainter) -> None:
        accent = self._theme.colour("accent")
        if self._mark is not None:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(accent)
            painter.drawRoundedRect(QRectF(self._rect(self._mark)).adjusted(0, 0, 1, 0), 1.5, 1.5)
        if self._band is not None:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
            inside = self._theme.colour("accent")
            inside.setAlphaF(0.14)
            painter.fillRect(self._band, inside)
            painter.setPen(QPen(accent, 1))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(self._band.adjusted(0, 0, -1, -1))

    # The clock

    def _running_rows(self) -> list[int]:
        cards = self._model.cards
        return [row for row in self._visible_rows() if _runs(cards[row])]

    def _wake(self) -> None:
        if not self._beat.isActive() and self.isVisible() and self._running_rows():
            self._beat.start()

    def _tick(self) -> None:
        """Turn the arcs; the hairline every third time, the elapsed time once a second."""
        rows = self._running_rows() if self.isVisible() else []
        if not rows:
            self._beat.stop()
            return
        self._ticks += 1
        now = self._now()
        for row in rows:
            card = self._model.cards[row]
            if card.work is not None and card.shot_id not in self._still and stalled(card.work, now):
                self._still.add(card.shot_id)
                self._repaint(row)
            self._update_parts(row, card)

    def _update_parts(self, row: int, card: Card) -> None:
        size = self._layout.size
        corner = self._rect(self._layout.card(row)).topLeft()
        said = words(card, stands_still=card.shot_id in self._still)
        if self._live.moves and card.shot_id not in self._still:
            self.viewport().update(self._live.arc(said.word, size).toAlignedRect().translated(corner))
        if self._ticks % HAIR_TICKS == 0:
            self.viewport().update(self._live.hair(size).translated(corner))
        if self._ticks % SECOND_TICKS == 0:
            self.viewport().update(self._live.line(size).translated(corner))

    def hideEvent(self, event: QHideEvent) -> None:
        """Nothing turns where nobody looks."""
        self._beat.stop()
        super().hideEvent(event)


def _runs(card: Card) -> bool:
    return card.work is not None and card.work.state in (WorkState.RUNNING, WorkState.STALLED)
