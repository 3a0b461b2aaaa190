"""What the pointer does on the board: choose, band, hover, quick actions, headers."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QEvent, QItemSelection, QItemSelectionModel, QPoint, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QContextMenuEvent, QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QApplication

from studio.core.board import Card
from studio.core.ids import SceneId, ShotId, TakeId
from studio.ui.grid.canvas import Canvas
from studio.ui.grid.hover import Decode
from studio.ui.grid.layout import LARGEST, SMALLEST, STEP
from studio.ui.grid.veiled import action_box
from studio.ui.grid.words import words
from studio.ui.image_cache import ImageCache
from studio.ui.theme import Theme

BAR_AFTER_MS = 300
NOTCH = 120
Flag = QItemSelectionModel.SelectionFlag


class Pointing(Canvas):
    """Turns presses, moves and wheels into choices and wishes; drags are begun by `_carry`."""

    opened = Signal(str)
    play_requested = Signal(str)
    draft_requested = Signal(list)
    promote_requested = Signal(list)
    problem_action = Signal(str)
    strip_needed = Signal(str)
    context_menu = Signal(QPoint, list)
    scene_menu = Signal(QPoint, str)
    zoom_changed = Signal(int)

    def __init__(self, theme: Theme, images: ImageCache, now: Callable[[], datetime], decode: Decode) -> None:
        super().__init__(theme, images, now, decode)
        self._pressed: QPoint | None = None
        self._pressed_row: int | None = None
        self._settle = False  # a press on a chosen card chooses it alone on release, unless it became a drag
        self._anchor = -1
        self._kept: set[int] = set()
        self._wheel = 0
        self._linger = QTimer(self)
        self._linger.setSingleShot(True)
        self._linger.setInterval(BAR_AFTER_MS)
        self._linger.timeout.connect(self._show_bar)
        self._sticky.fold_clicked.connect(self.toggle_scene)
        self._sticky.menu_clicked.connect(lambda scene, point: self.scene_menu.emit(point, scene))

    def selected(self) -> list[ShotId]:
        """The chosen shots in board order."""
        cards = self._model.cards
        return [cards[row].shot_id for row in sorted(self._chosen)]

    def toggle_scene(self, scene_id: str) -> None:
        """Fold or unfold a scene."""
        chosen, current = self.selected(), self._current_shot()
        self._state.toggle(SceneId(scene_id))
        self._relayout()
        self._choose_again(chosen, current)

    def _current_shot(self) -> ShotId | None:
        row = self.currentIndex().row()
        return self._model.cards[row].shot_id if 0 <= row < len(self._model.cards) else None

    def _choose_again(self, chosen: list[ShotId], current: ShotId | None) -> None:
        """After the rows have changed: the same shots, as far as they are shown."""
        rows = [row for shot in chosen if (row := self._model.row_of(shot)) is not None]
        row = self._model.row_of(current) if current else None
        if row is not None:
            self._anchor = row
            self.selectionModel().setCurrentIndex(self._model.index(row), Flag.NoUpdate)
        self._choose(rows, Flag.ClearAndSelect)
        if len(rows) < len(chosen):
            self._tell_choice()
        if row is None and current is not None:
            self._tell_focus()

    def _tell_choice(self) -> None:
        """Say which shots are chosen now."""

    def _tell_focus(self) -> None:
        """Say which shot the keys act on now."""

    def _choose(self, rows: list[int] | range, flag: QItemSelectionModel.SelectionFlag) -> None:
        """Choose rows in as few ranges as they make."""
        selection = QItemSelection()
        ordered = sorted(rows)
        start = 0
        for place in range(1, len(ordered) + 1):
            if place == len(ordered) or ordered[place] != ordered[place - 1] + 1:
                selection.select(self._model.index(ordered[start]), self._model.index(ordered[place - 1]))
                start = place
        self.selectionModel().select(selection, flag)

    def _go(self, row: int, modifiers: Qt.KeyboardModifier) -> None:
        """Make a card current; choose it, the stretch to it with Shift, or turn it with Ctrl."""
        if modifiers & Qt.KeyboardModifier.ShiftModifier:
            start = self._anchor if 0 <= self._anchor < self._layout.cards else row
            self._choose(range(min(start, row), max(start, row) + 1), Flag.ClearAndSelect)
        elif modifiers & Qt.KeyboardModifier.ControlModifier:
            self._choose([row], Flag.Toggle)
            self._anchor = row
        else:
            self._choose([row], Flag.ClearAndSelect)
            self._anchor = row
        self.selectionModel().setCurrentIndex(self._model.index(row), Flag.NoUpdate)

    # Buttons

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose, begin a band, press a quick action or a header."""
        point = event.position().toPoint()
        self._pressed, self._pressed_row, self._settle = None, None, False
        if event.button() != Qt.MouseButton.LeftButton:
            return
        place = self._layout.header_at(point.y() + self.offset())
        if place is not None:
            self._press_header(place, point, event.globalPosition().toPoint())
            return
        row = self._row_at(point)
        if row is not None and self._press_part(row, point):
            return
        self._pressed, self._pressed_row = point, row
        if row is None:
            self._kept = set(self._chosen) if event.modifiers() & Qt.KeyboardModifier.ControlModifier else set()
            self._choose(sorted(self._kept), Flag.ClearAndSelect)
        elif row in self._chosen and not event.modifiers():
            self._settle = True
            self.selectionModel().setCurrentIndex(self._model.index(row), Flag.NoUpdate)
        else:
            self._go(row, event.modifiers())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Hover, or draw the band, or begin a drag."""
        point = event.position().toPoint()
        if not event.buttons() & Qt.MouseButton.LeftButton:
            self._point_at(point)
            return
        if self._pressed is None:
            return
        if self._pressed_row is None:
            self._stretch(point)
        elif (point - self._pressed).manhattanLength() >= QApplication.startDragDistance():
            self._pressed, self._settle = None, False
            self._hover_off()
            self._carry(self.selected())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """End a band or a click."""
        if self._settle and self._pressed_row is not None:
            self._go(self._pressed_row, Qt.KeyboardModifier.NoModifier)
        self._pressed, self._settle = None, False
        if self._band is not None:
            self._band = None
            self.viewport().update()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Open the shot."""
        row = self._row_at(event.position().toPoint())
        if row is not None and event.button() == Qt.MouseButton.LeftButton:
            self.opened.emit(self._model.cards[row].shot_id)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Choose the card under the pointer, unless it is among the chosen, and ask for the menu."""
        row = self._row_at(event.pos())
        if event.reason() == QContextMenuEvent.Reason.Keyboard:
            row = self.currentIndex().row() if self.currentIndex().isValid() else None
        place = self._layout.header_at(event.pos().y() + self.offset()) if row is None else None
        if place is not None and event.reason() == QContextMenuEvent.Reason.Mouse:
            self.scene_menu.emit(event.globalPos(), self._state.scenes[place].id)
            return
        if row is not None and row not in self._chosen:
            self._go(row, Qt.KeyboardModifier.NoModifier)
        self.context_menu.emit(event.globalPos(), self.selected())

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll; with Ctrl change the size of the cards by one step a notch."""
        if not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            super().wheelEvent(event)
            return
        self._wheel += event.angleDelta().y()
        notches, self._wheel = int(self._wheel / NOTCH), self._wheel - int(self._wheel / NOTCH) * NOTCH
        width = min(max(self._card_width + notches * STEP, SMALLEST), LARGEST)
        if width != self._card_width:
            self.set_card_width(width)
            self.zoom_changed.emit(width)

    def set_card_width(self, width: int) -> None:
        """Cards of this width, brought to the nearest step of 16 between 176 and 480."""
        self._card_width = width
        self._hover_off()
        self._keeping_place(self._relayout)

    def _carry(self, shots: list[ShotId]) -> None:
        """Begin to drag shots; BoardView knows how."""

    def _row_at(self, point: QPoint) -> int | None:
        return self._layout.card_at(point.x(), point.y() + self.offset())

    def _press_header(self, place: int, point: QPoint, on_screen: QPoint) -> None:
        at = QPoint(point.x(), point.y() + self.offset() - self._layout.header(place).y)
        scene = self._state.scenes[place].id
        if self._head_painter.part_at(at, self._layout.width, self._layout.side) == "menu":
            self.scene_menu.emit(on_screen, scene)
        else:
            self.toggle_scene(scene)

    def _press_part(self, row: int, point: QPoint) -> bool:
        """Act on a quick action or an action word under the pointer; False when there is none."""
        card = self._model.cards[row]
        at = point - self._rect(self._layout.card(row)).topLeft()
        if words(card).action and action_box(self._layout.size).contains(at):
            self._go(row, Qt.KeyboardModifier.NoModifier)
            self.problem_action.emit(card.shot_id)
            return True
        quick = self._hover.quick_at(card, self._layout.size, at) if card.shot_id == self._hovered else None
        if quick is None or quick == "handle":
            return False
        if row not in self._chosen:
            self._go(row, Qt.KeyboardModifier.NoModifier)
        match quick:
            case "play":
                self.play_requested.emit(card.shot_id)
            case "draft":
                self.draft_requested.emit(self.selected())
            case "promote":
                self.promote_requested.emit(self.selected())
        return True

    def _stretch(self, point: QPoint) -> None:
        """The band from where it was pressed to here chooses what it touches."""
        start = self._pressed or point
        before = self._band
        self._band = QRect(start, point).normalized()
        top = self.offset()
        inside = [
            row
            for row in self._layout.cards_in(self._band.top() + top, self._band.bottom() + 1 + top)
            if self._rect(self._layout.card(row)).intersects(self._band)
        ]
        self._choose(sorted(self._kept | set(inside)), Flag.ClearAndSelect)
        self.viewport().update(self._band.united(before or self._band).adjusted(-1, -1, 1, 1))

    # Hovering

    def _point_at(self, point: QPoint) -> None:
        row = self._row_at(point)
        self._point_header(point if row is None else None)
        card = self._model.cards[row] if row is not None else None
        if (card.shot_id if card else None) != self._hovered:
            self._enter(card)
        if row is None or card is None:
            return
        corner = self._rect(self._layout.card(row)).topLeft()
        at = point - corner
        inside = at.y() < self._layout.size.picture
        share = min(max(at.x() / self._layout.size.width, 0.0), 1.0) if inside else None
        if self._hover.scrubs(card) and share != self._hover.share:
            self._hover.share = share
            self.viewport().update(QRect(corner.x(), corner.y(), self._layout.size.width, self._layout.size.picture))
        on_word = bool(self._hover.said(card).action) and action_box(self._layout.size).contains(at)
        on_bar = self._hover.quick_at(card, self._layout.size, at)
        self._set_cursor(on_word or on_bar not in (None, "handle"))

    def _enter(self, card: Card | None) -> None:
        self._hover_off()
        if card is None:
            return
        self._hovered = card.shot_id
        self._linger.start()
        if self._hover.scrubs(card) and card.shown_id is not None and not self._strips.has(card.shown_id):
            self.strip_needed.emit(card.shown_id)
        self._repaint_shot(card.shot_id)

    def _hover_off(self) -> None:
        left, self._hovered = self._hovered, None
        self._hover.share, self._hover.bar = None, False
        self._linger.stop()
        if left is not None:
            self._repaint_shot(left)

    def _show_bar(self) -> None:
        if self._hovered is not None:
            self._hover.bar = True
            self._repaint_shot(self._hovered)

    def _point_header(self, point: QPoint | None) -> None:
        before, self._header_over = self._header_over, None
        place = self._layout.header_at(point.y() + self.offset()) if point is not None else None
        if place is not None and point is not None:
            at = QPoint(point.x(), point.y() + self.offset() - self._layout.header(place).y)
            self._header_over = (place, self._head_painter.part_at(at, self._layout.width, self._layout.side))
            self._set_cursor(False)
        if before != self._header_over:
            for part in (before, self._header_over):
                if part is not None and part[0] < self._layout.scenes:
                    self.viewport().update(self._rect(self._layout.header(part[0])))

    def _set_cursor(self, hand: bool) -> None:
        shape = Qt.CursorShape.PointingHandCursor if hand else Qt.CursorShape.ArrowCursor
        if self.viewport().cursor().shape() != shape:
            self.viewport().setCursor(shape)

    def leaveEvent(self, event: QEvent) -> None:
        """Nothing is pointed at."""
        self._hover_off()
        self._point_header(None)

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        """What the pointer was on has gone from under it."""
        self._hover_off()
        super().scrollContentsBy(dx, dy)

    def put_strip(self, take_id: TakeId, frames: list[bytes | memoryview]) -> None:
        """The JPEGs of a take's filmstrip."""
        self._strips.put(take_id, frames)
        if self._hovered is not None:
            self._repaint_shot(self._hovered)
