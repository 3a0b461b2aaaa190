"""The board's surface: a list view with a geometry of its own, scene headers and rows of cards.

QListView and not a bare QAbstractItemView, because only that gives a screen reader its items; its own layout is never
used, as it knows no scene headers and asks Python for every row.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QItemSelection, QModelIndex, QPoint, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent, QPalette, QRegion, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView

from studio.core.ids import ShotId
from studio.ui.grid import notice
from studio.ui.grid.board_state import BoardState
from studio.ui.grid.header import HeaderPainter, StickyHeader
from studio.ui.grid.layout import STUCK, Box, Layout, card_size
from studio.ui.grid.shot_model import Index, ShotModel
from studio.ui.theme import Theme

RING = 4  # how far the selection reaches off a card
SEEN_MS = 80
SCROLL_STEP = 30


class Surface(QListView):
    """Where cards and headers lie, how they scroll, and which cards are chosen; painting is added by Canvas."""

    visible_changed = Signal(list)

    def __init__(self, theme: Theme, now: Callable[[], datetime]) -> None:
        super().__init__()
        self._theme = theme
        self._state = BoardState()
        self._model = ShotModel(now, self)
        self._head_painter = HeaderPainter(theme)
        self._card_width = 272
        self._layout = Layout((), 800, card_size(272, self._state.aspect))
        self._chosen: set[int] = set()
        self._set_up()
        self._sticky = StickyHeader(theme, self._head_painter, self)
        self._seen = QTimer(self)
        self._seen.setSingleShot(True)
        self._seen.setInterval(SEEN_MS)
        self._seen.timeout.connect(lambda: self.visible_changed.emit(self.visible_shots()))

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
            # A reset empties the choice without a word of it.
            self._chosen = set()
        else:
            self._model.replace(shown)
        self._layout = Layout(counts, max(1, self.width()), size)
        self._laid_out()
        said = self._notice()
        self.setAccessibleDescription(said.spoken if said else "")
        self._sticky.setVisible(bool(self._layout.scenes))
        self.updateGeometries()
        self._moved()
        self.viewport().update()

    def _laid_out(self) -> None:
        """Hear of a new layout before anything is painted by it."""

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

    # Selection

    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        """Repaint the cards whose ring comes or goes."""
        self._chosen = set(_rows(self.selectionModel().selection()))
        changed = [*_rows(selected), *_rows(deselected)]
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

    def _repaint(self, row: int) -> None:
        if 0 <= row < self._layout.cards:
            self.viewport().update(self._rect(self._layout.card(row)).adjusted(-RING, -RING, RING, RING))


def _rows(selection: QItemSelection) -> list[int]:
    ranges = (selection.at(place) for place in range(selection.size()))
    return [row for ranged in ranges for row in range(ranged.top(), ranged.bottom() + 1)]
