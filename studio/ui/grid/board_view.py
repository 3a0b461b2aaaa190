"""The board: what the window sets on it and hears from it, its keys, and its drags in both directions."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import UTC, datetime
from pathlib import Path

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtGui import (
    QDrag,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QFocusEvent,
    QKeyEvent,
)

from studio.core.board import Board, Card
from studio.core.ids import SceneId, ShotId, TakeId
from studio.ui.grid import drag, drops, walk
from studio.ui.grid.board_state import Filter
from studio.ui.grid.hover import Decode
from studio.ui.grid.layout import STUCK
from studio.ui.grid.pointing import Flag, Pointing
from studio.ui.grid.shot_model import Index
from studio.ui.image_cache import ImageCache, decode
from studio.ui.theme import Theme

PULL_MS = 16


def _utc_now() -> datetime:
    return datetime.now(UTC)


class BoardView(Pointing):
    """All shots of a project as cards under their scenes.

    `drag_files` is set from outside: the files, ready on disk and in the order of the shots, that a drag hands to other
    programs. `now` is the clock (UTC), `picture_of` decodes one JPEG of a filmstrip.
    """

    selection_changed = Signal(list)
    focused = Signal(object)
    move_requested = Signal(list, str, object)
    files_dropped = Signal(list, object, object, object)
    dragged_out = Signal(list)

    def __init__(
        self,
        theme: Theme,
        images: ImageCache,
        *,
        now: Callable[[], datetime] = _utc_now,
        picture_of: Decode = decode,
    ) -> None:
        super().__init__(theme, images, now, picture_of)
        self.drag_files: Callable[[list[ShotId]], list[Path]] = lambda shots: []
        self._pointer = QPoint()
        self._pulls_ours = False
        self._pull = QTimer(self)
        self._pull.setInterval(PULL_MS)
        self._pull.timeout.connect(self._pulled)
        self.setAcceptDrops(True)
        self.viewport().setAcceptDrops(True)

    # What the window sets

    def set_board(self, board: Board | None) -> None:
        """Show a reading of the project; choice, focus and place stay where the shots are still there."""
        chosen, current = self.selected(), self._current_shot()
        self._state.take(board)
        self._hover_off()
        self._keeping_place(self._relayout)
        self._choose_again(chosen, current)
        if self._current_shot() is None and self._layout.cards:
            self.selectionModel().setCurrentIndex(self._model.index(0), Flag.NoUpdate)

    def apply(self, cards: Iterable[Card]) -> None:
        """Show these shots as they are now; shots that are not on the board are left out."""
        changed, anew = self._state.replace(cards)
        if anew:
            self.set_filter_again()
            return
        self._still.difference_update(card.shot_id for card in changed)
        self._model.replace(changed)
        for place in self._layout.headers_in(self.offset(), self.offset() + self.viewport().height()):
            self.viewport().update(self._rect(self._layout.header(place)))
        self._moved()

    def set_filter(self, matches: Filter | None) -> None:
        """Show only shots that match, and the scenes that have any; None shows all."""
        self._state.set_filter(matches)
        self.set_filter_again()

    def set_filter_again(self) -> None:
        """Look through all shots once more with the filter that is set."""
        chosen, current = self.selected(), self._current_shot()
        self._hover_off()
        self._keeping_place(self._relayout)
        self._choose_again(chosen, current)

    def set_collapsed(self, scenes: Iterable[SceneId]) -> None:
        """Show these scenes' headers alone, all others open."""
        chosen, current = self.selected(), self._current_shot()
        self._state.set_folded(scenes)
        self._relayout()
        self._choose_again(chosen, current)

    def collapsed(self) -> frozenset[SceneId]:
        """The scenes that show their header alone."""
        return self._state.folded

    def card_width(self) -> int:
        """The width of a card in logical pixels."""
        return self._card_width

    def select(self, shots: Iterable[ShotId]) -> None:
        """Choose exactly these shots, as far as they are shown."""
        self._choose([row for shot in shots if (row := self._model.row_of(shot)) is not None], Flag.ClearAndSelect)

    def selectAll(self) -> None:
        """Choose every shot that is shown."""
        self._choose(range(self._layout.cards), Flag.ClearAndSelect)

    def focus_shot(self, shot_id: ShotId) -> None:
        """Bring a shot into view, make it the one that keys act on and choose it alone."""
        row = self._model.row_of(shot_id)
        if row is not None:
            self._go(row, Qt.KeyboardModifier.NoModifier)
            self.scrollTo(self._model.index(row))

    def scroll_to_scene(self, scene_id: SceneId) -> None:
        """Bring a scene's header to the top."""
        for place, scene in enumerate(self._state.scenes):
            if scene.id == scene_id:
                self.verticalScrollBar().setValue(self._layout.header(place).y)

    def scene_in_view(self) -> SceneId | None:
        """The scene that the header above the board names."""
        place = self._layout.scene_at(self.offset() - STUCK)
        return self._state.scenes[place].id if place >= 0 else None

    def shots_of(self, scene_id: SceneId) -> list[ShotId]:
        """All shots of a scene in order, also those that are not shown."""
        return self._state.shots_of(scene_id)

    def set_strip(self, take_id: TakeId, frames: Sequence[bytes | memoryview]) -> None:
        """The JPEGs of a take's filmstrip in the order of time; none when it has no strip."""
        self.put_strip(take_id, list(frames))

    def set_reduced_motion(self, on: bool) -> None:
        """Whether arcs stand still."""
        self._live.moves = not on

    # What it tells

    def selectionChanged(self, selected: object, deselected: object) -> None:
        """Tell which shots are chosen."""
        super().selectionChanged(selected, deselected)  # type: ignore[arg-type]
        self._tell_choice()

    def currentChanged(self, current: Index, previous: Index) -> None:
        """Tell which shot the keys act on."""
        super().currentChanged(current, previous)
        self._tell_focus()

    def _tell_choice(self) -> None:
        self.selection_changed.emit(self.selected())

    def _tell_focus(self) -> None:
        self.focused.emit(self._current_shot())

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The dashes come."""
        super().focusInEvent(event)
        self._repaint(self.currentIndex().row())

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """The dashes go."""
        super().focusOutEvent(event)
        self._repaint(self.currentIndex().row())

    # Keys

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk, extend with Shift, open with Enter, fold with Ctrl+Left and unfold with Ctrl+Right."""
        key, modifiers = event.key(), event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        control = bool(modifiers & Qt.KeyboardModifier.ControlModifier)
        current = self.currentIndex().row()
        if control and key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            self._fold(key == Qt.Key.Key_Left)
        elif control and key == Qt.Key.Key_A:
            self.selectAll()
        elif control and key == Qt.Key.Key_Space and current >= 0:
            self._choose([current], Flag.Toggle)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not modifiers and current >= 0:
            self.opened.emit(self._model.cards[current].shot_id)
        elif modifiers & Qt.KeyboardModifier.AltModifier or not self._walk(key, modifiers):
            event.ignore()

    def _walk(self, key: int, modifiers: Qt.KeyboardModifier) -> bool:
        row = walk.step(self._layout, self.currentIndex().row(), key, self.viewport().height())
        if row is None:
            return False
        if modifiers & Qt.KeyboardModifier.ControlModifier:
            # The focus alone goes on; Ctrl+Space turns the choice of a card.
            self.selectionModel().setCurrentIndex(self._model.index(row), Flag.NoUpdate)
        else:
            self._go(row, modifiers)
        self._hover_off()
        self.scrollTo(self._model.index(row))
        return True

    def _fold(self, fold: bool) -> None:
        row = self.currentIndex().row()
        if fold and 0 <= row < self._layout.cards:
            self.toggle_scene(self._model.cards[row].scene_id)
        elif not fold:
            self.set_collapsed(())

    # Drags that begin here

    def _carry(self, shots: list[ShotId]) -> None:
        if not shots:
            return
        carried = drag.carry(shots, self.drag_files(shots))
        wanted = set(shots)
        cards = [card for card in self._model.cards if card.shot_id in wanted][: drag.FAN]
        ratio = self.devicePixelRatioF()
        made = QDrag(self)
        made.setMimeData(carried)
        pictures = [self._cache.get(card, card.shot_id in self._still) for card in cards]
        pixmap = drag.picture(self._theme, pictures, len(shots), ratio)
        made.setPixmap(pixmap)
        made.setHotSpot(drag.hot_spot(pixmap))
        taken = made.exec(Qt.DropAction.CopyAction)
        self._unmark()
        if taken is Qt.DropAction.CopyAction and carried.hasUrls():
            self.dragged_out.emit(shots)

    def startDrag(self, supported: Qt.DropAction) -> None:
        """Carry the chosen shots."""
        self._carry(self.selected())

    # Drops

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take our shots and anybody's local files, unless the project is open for reading only."""
        self._over(event)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """Show where it would go; near an edge the board moves."""
        self._over(event)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """It went elsewhere."""
        self._unmark()

    def dropEvent(self, event: QDropEvent) -> None:
        """Ask for the move, or tell of the files and where they fell."""
        point = event.position().toPoint()
        ours = self._is_ours(event)
        self._unmark()
        # Whatever happens is ours to do: the source must not take anything away.
        event.setDropAction(Qt.DropAction.IgnoreAction if ours else Qt.DropAction.CopyAction)
        event.accept()
        if ours:
            self._drop_shots(drag.carried(event.mimeData()), point)
        else:
            self._drop_files(list(drag.files_in(event.mimeData())), point)

    def _is_ours(self, event: QDropEvent) -> bool:
        return event.source() is self and bool(drag.carried(event.mimeData()))

    def _over(self, event: QDropEvent) -> None:
        ours = self._is_ours(event)
        if self._state.read_only or not (ours or drag.files_in(event.mimeData())):
            event.ignore()
            return
        self._pointer = event.position().toPoint()
        self._show_target(ours)
        if drops.pull(self._pointer.y(), self.viewport().height()) and not self._pull.isActive():
            self._pull.start()
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()

    def _show_target(self, ours: bool) -> None:
        x, y = self._pointer.x(), self._pointer.y() + self.offset()
        onto = None if ours else drops.card_under(self._layout, x, y)
        gap = drops.gap_at(self._layout, x, y) if onto is None else None
        mark = gap.bar if gap else None
        self._pulls_ours = ours
        if (mark, onto) != (self._mark, self._onto):
            self._mark, self._onto = mark, onto
            self.viewport().update()

    def _pulled(self) -> None:
        by = drops.pull(self._pointer.y(), self.viewport().height())
        bar = self.verticalScrollBar()
        if not by or (self._mark is None and self._onto is None):
            self._pull.stop()
            return
        bar.setValue(bar.value() + by)
        self._show_target(self._pulls_ours)

    def _unmark(self) -> None:
        self._pull.stop()
        self._mark, self._onto = None, None
        self.viewport().update()

    def _drop_shots(self, shots: Sequence[ShotId], point: QPoint) -> None:
        gap = drops.gap_at(self._layout, point.x(), point.y() + self.offset())
        if gap is None or self._state.read_only:
            return
        scene, moved = self._state.scenes[gap.scene].id, set(shots)
        before = drops.before_id(gap, self._model.cards, self._layout, moved)
        if drops.changes_order(self._model.cards, moved, scene, before):
            self.move_requested.emit(list(shots), scene, before)

    def _drop_files(self, files: list[Path], point: QPoint) -> None:
        if not files or self._state.read_only:
            return
        x, y = point.x(), point.y() + self.offset()
        onto = drops.card_under(self._layout, x, y)
        gap = drops.gap_at(self._layout, x, y)
        if onto is not None:
            card = self._model.cards[onto]
            self.files_dropped.emit(files, card.scene_id, card.shot_id, None)
        elif gap is not None:
            before = drops.before_id(gap, self._model.cards, self._layout)
            self.files_dropped.emit(files, self._state.scenes[gap.scene].id, None, before)
        else:
            self.files_dropped.emit(files, None, None, None)
