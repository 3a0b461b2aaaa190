"""The board's surface: a list view with a geometry of its own, painted from composed cards.

QListView and not a bare QAbstractItemView, because only that gives a screen reader its items; its own layout is never
used, as it knows no scene headers and asks Python for every row.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QItemSelection, QModelIndex, QPoint, QRect, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QHideEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QPen,
    QRegion,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView

from studio.core.board import Card, WorkState
from studio.core.ids import ShotId
from studio.ui.grid import notice
from studio.ui.grid.board_state import BoardState
from studio.ui.grid.card_cache import CardCache
from studio.ui.grid.header import HeaderPainter, Part, StickyHeader
from studio.ui.grid.hover import Decode, Hover, Strips
from studio.ui.grid.layout import LARGEST, SMALLEST, STUCK, Box, Layout, card_size
from studio.ui.grid.live import Live
from studio.ui.grid.shot_model import Index, ShotModel
from studio.ui.grid.words import Over, stalled, words
from studio.ui.image_cache import ImageCache
from studio.ui.theme import Theme

RING = 4  # how far the selection reaches off a card
TICK_MS = 80
HAIR_TICKS = 3
SECOND_TICKS = 12
SCROLL_STEP = 30


class Canvas(QListView):
    """Geometry, scrolling and painting; what the pointer and keys do is added by BoardView."""

    visible_changed = Signal(list)

    def __init__(self, theme: Theme, images: ImageCache, now: Callable[[], datetime], decode: Decode) -> None:
        super().__init__()
        self._theme = theme
        self._now = now
        self._state = BoardState()
        self._model = ShotModel(now, self)
        self._cache = CardCache(theme, images, self)
        self._live = Live(theme)
        self._strips = Strips(decode)
        self._hover = Hover(theme, self._strips)
        self._head_painter = HeaderPainter(theme)
        self._card_width = 272
        self._layout = Layout((), 800, card_size(272, self._state.aspect))
        self._hovered: ShotId | None = None
        self._header_over: tuple[int, Part] | None = None
        self._chosen: set[int] = set()
        self._mark: Box | None = None  # where a drop would go
        self._onto: int | None = None
        self._band: QRect | None = None
        self._still: set[ShotId] = set()
        self._ticks = 0
        self._set_up()
        self._sticky = StickyHeader(theme, self)
        self._beat = QTimer(self)
        self._beat.setInterval(TICK_MS)
        self._beat.timeout.connect(self._tick)
        self._seen = QTimer(self)
        self._seen.setSingleShot(True)
        self._seen.setInterval(TICK_MS)
        self._seen.timeout.connect(lambda: self.visible_changed.emit(self.visible_shots()))
        self._cache.composed.connect(self._repaint_shot)

    def _set_up(self) -> None:
        self.setViewMode(QListView.ViewMode.IconMode)
        self.setMovement(QListView.Movement.Static)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setUniformItemSizes(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMinimumSize(220, 160)
        self.setAccessibleName("Board")
        self.setModel(self._model)
        self.setViewportMargins(0, STUCK, 0, 0)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        palette = self.palette()
        for role in (QPalette.ColorRole.Window, QPalette.ColorRole.Base):
            palette.setColor(role, self._theme.colour("bg"))
        self.setPalette(palette)
        # The scroll bar begins below the stuck header; the style sheet knows it by this role.
        self.verticalScrollBar().setProperty("role", "board")
        self.viewport().setMouseTracking(True)

    # Geometry

    def offset(self) -> int:
        """The y of the board that lies at the viewport's top edge."""
        return self.verticalScrollBar().value() + STUCK

    def visible_shots(self) -> list[ShotId]:
        """The shots whose cards can be seen, in board order."""
        cards = self._model.cards
        return [cards[row].shot_id for row in self._visible_rows()]

    def _visible_rows(self) -> range:
        top = self.offset()
        return self._layout.cards_in(top, top + self.viewport().height())

    def _relayout(self) -> None:
        """Take cards, scenes and sizes anew from the state."""
        size = card_size(self._card_width, self._state.aspect)
        self._card_width = size.width
        shown, counts = self._state.lay_out()
        if [card.shot_id for card in shown] != [card.shot_id for card in self._model.cards]:
            self._model.show(shown, self._state.rate, self._state.names())
        else:
            self._model.replace(shown)
        self._layout = Layout(counts, max(1, self.width()), size)
        self._cache.resize(size, self.devicePixelRatioF(), self._state.rate)
        said = self._notice()
        self.setAccessibleDescription(said.spoken if said else "")
        self._sticky.setVisible(bool(self._layout.scenes))
        self.updateGeometries()
        self._moved()
        self.viewport().update()

    def _notice(self) -> notice.Notice | None:
        if self._layout.scenes:
            return None
        if self._state.filtered and self._state.total:
            return notice.NO_MATCH
        return notice.READ_ONLY if self._state.read_only else notice.NO_SHOTS

    def doItemsLayout(self) -> None:
        """There is none but ours."""
        QAbstractItemView.doItemsLayout(self)

    def updateGeometries(self) -> None:
        """The scroll bar's range."""
        bar = self.verticalScrollBar()
        height = self.viewport().height()
        bar.setRange(0, max(0, self._layout.height - STUCK - height))
        bar.setPageStep(max(1, height))
        bar.setSingleStep(SCROLL_STEP)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Cards flow anew; what was at the top stays there."""
        self._sticky.setGeometry(0, 0, self.width(), STUCK)
        if self.width() != self._layout.width:
            self._keeping_place(self._relayout)
        else:
            self.updateGeometries()
            self._moved()

    def _keeping_place(self, change: Callable[[], None]) -> None:
        """Run a change of layout so that the card at the top of the view stays where it is."""
        rows = self._visible_rows()
        anchor = self._model.cards[rows[0]].shot_id if rows else None
        current = self.currentIndex().row()
        if current in rows:
            anchor = self._model.cards[current].shot_id
        row = self._model.row_of(anchor) if anchor else None
        before = self._layout.card(row).y - self.offset() if row is not None and rows else 0
        change()
        row = self._model.row_of(anchor) if anchor else None
        if row is not None and row < self._layout.cards:
            self.verticalScrollBar().setValue(self._layout.card(row).y - STUCK - before)

    def visualRect(self, index: Index) -> QRect:
        """A card's box in the viewport."""
        if not index.isValid() or index.row() >= self._layout.cards:
            return QRect()
        return self._rect(self._layout.card(index.row()))

    def _rect(self, box: Box) -> QRect:
        return QRect(box.x, box.y - self.offset(), box.width, box.height)

    def indexAt(self, point: QPoint) -> QModelIndex:
        """The card at a point of the viewport."""
        row = self._layout.card_at(point.x(), point.y() + self.offset())
        return QModelIndex() if row is None else self._model.index(row)

    def scrollTo(
        self, index: Index, hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible
    ) -> None:
        """Bring a card into view with the air of a gap around it."""
        rect = self.visualRect(index)
        if rect.isNull():
            return
        bar = self.verticalScrollBar()
        height = self.viewport().height()
        if hint == QAbstractItemView.ScrollHint.PositionAtCenter:
            bar.setValue(bar.value() + rect.center().y() - height // 2)
        elif rect.top() < 12 or hint == QAbstractItemView.ScrollHint.PositionAtTop:
            bar.setValue(bar.value() + rect.top() - 12)
        elif rect.bottom() > height - 12:
            bar.setValue(bar.value() + min(rect.top() - 12, rect.bottom() - height + 12))

    def verticalOffset(self) -> int:
        """How far the board is scrolled."""
        return self.offset()

    def horizontalOffset(self) -> int:
        """It never is sideways."""
        return 0

    def isIndexHidden(self, index: Index) -> bool:
        """Every card of the model is laid out."""
        return False

    def visualRegionForSelection(self, selection: QItemSelection) -> QRegion:
        """Coarse, as repaints are cheap."""
        return QRegion(self.viewport().rect())

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        """Move what is painted; only the uncovered strip is painted anew."""
        self.viewport().scroll(0, dy)
        self._moved()

    def _moved(self) -> None:
        """After scrolling: the header above the viewport, and word of what can be seen."""
        layout = self._layout
        if layout.scenes:
            top = self.verticalScrollBar().value()
            place = layout.scene_at(top)
            pushed = 0
            heads = (self._state.head(place),)
            if place + 1 < layout.scenes and layout.header(place + 1).y < top + STUCK:
                pushed = top + STUCK - layout.header(place + 1).y
                heads = (*heads, self._state.head(place + 1))
            self._sticky.show_heads(heads, pushed, layout.side)
        if not self._seen.isActive():
            self._seen.start()
        self._wake()

    # Selection

    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        """Repaint the cards whose ring comes or goes."""
        self._chosen = {row for ranged in self.selectionModel().selection() for row in _rows(ranged)}
        changed = [row for part in (selected, deselected) for ranged in part for row in _rows(ranged)]
        if len(changed) > 64:
            self.viewport().update()
        else:
            for row in changed:
                self._repaint(row)

    def currentChanged(self, current: Index, previous: Index) -> None:
        """Repaint both dashes and tell a screen reader."""
        for index in (current, previous):
            if index.isValid():
                self._repaint(index.row())
        if current.isValid() and QAccessible.isActive():
            event = QAccessibleEvent(self, QAccessible.Event.Focus)
            event.setChild(current.row())
            QAccessible.updateAccessibility(event)

    def dataChanged(self, first: Index, last: Index, roles: object = ()) -> None:
        """Repaint the cards."""
        for row in range(first.row(), last.row() + 1):
            self._repaint(row)

    # Painting

    def _repaint(self, row: int) -> None:
        if 0 <= row < self._layout.cards:
            self.viewport().update(self._rect(self._layout.card(row)).adjusted(-RING, -RING, RING, RING))

    def _repaint_shot(self, shot_id: str) -> None:
        row = self._model.row_of(ShotId(shot_id))
        if row is not None:
            self._repaint(row)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Ground, headers and cards of the region, then what lies over them."""
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
        for row in sorted(rows):
            self._paint_card(painter, row, top)
        self._paint_over(painter)
        painter.end()

    def _paint_header(self, painter: QPainter, place: int, top: int) -> None:
        over = self._header_over[1] if self._header_over and self._header_over[0] == place else None
        painter.save()
        painter.translate(0, self._layout.header(place).y - top)
        self._head_painter.paint(painter, self._state.head(place), self._layout.width, self._layout.side, over)
        painter.restore()

    def _paint_card(self, painter: QPainter, row: int, top: int) -> None:
        card = self._model.cards[row]
        box = self._layout.card(row)
        y = box.y - top
        if card.shot_id == self._hovered:
            painter.save()
            painter.translate(box.x, y)
            poster = self._cache.poster(card)
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


def _rows(ranged: object) -> range:
    return range(ranged.top(), ranged.bottom() + 1)  # type: ignore[attr-defined]


WIDTHS = range(SMALLEST, LARGEST + 1)
__all__ = ["WIDTHS", "Canvas", "Over"]
