"""The board: reads the open project, applies what changed to those shots only, knows selection and focus."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal

from studio.core.board import Board, Card, Change
from studio.core.ids import SceneId, ShotId
from studio.ui.bridge import Bridge
from studio.ui.grid.board_view import BoardView
from studio.ui.tasks import Tasks


class BoardController(QObject):
    """`loaded` follows a whole reading, `refreshed` every new state, `pointed` every change of selection or focus."""

    loaded = Signal()
    refreshed = Signal()
    pointed = Signal()

    def __init__(self, bridge: Bridge, tasks: Tasks, view: BoardView, parent: QObject) -> None:
        super().__init__(parent)
        self._bridge, self._tasks, self.view = bridge, tasks, view
        self.board: Board | None = None
        self._cards: dict[ShotId, Card] = {}
        self._focus: ShotId | None = None
        self._wanted: list[ShotId] = []
        bridge.opened.connect(self._opened)
        bridge.changed.connect(self._changed)
        view.selection_changed.connect(lambda _ids: self.pointed.emit())
        view.focused.connect(self._focused)

    @property
    def cards(self) -> Sequence[Card]:
        """All cards in board order."""
        return tuple(self._cards.values())

    def card(self, shot_id: ShotId) -> Card | None:
        """A shot's card, None when the shot is gone."""
        return self._cards.get(shot_id)

    def selected(self) -> list[Card]:
        """The selected cards in board order."""
        return [self._cards[one] for one in self.view.selected() if one in self._cards]

    def selected_ids(self) -> list[ShotId]:
        """The selected shots in board order."""
        return [card.shot_id for card in self.selected()]

    def focus(self) -> Card | None:
        """The card that single-shot keys act on: the focused one if it is selected, else the first selected."""
        selected = self.view.selected()
        if self._focus is not None and self._focus in selected:
            return self._cards.get(self._focus)
        return self._cards.get(selected[0]) if selected else None

    def scene_here(self) -> SceneId | None:
        """The scene that new things go to: the focused shot's, else the first."""
        card = self.focus()
        if card is not None:
            return card.scene_id
        return self.board.scenes[0].id if self.board and self.board.scenes else None

    def start_frame(self, shot_id: ShotId) -> int:
        """The frame at which a shot begins when the board is played; omitted shots take no time."""
        frames = 0
        for card in self._cards.values():
            if card.shot_id == shot_id:
                break
            frames += 0 if card.omitted else card.frames
        return frames

    def neighbour(self, shot_id: ShotId, step: int) -> Card | None:
        """The card `step` places further on the board, None past its ends."""
        order = list(self._cards)
        place = order.index(shot_id) + step if shot_id in self._cards else -1
        return self._cards[order[place]] if 0 <= place < len(order) else None

    def point_at(self, shot_ids: Sequence[ShotId]) -> None:
        """Select these shots and look at the first, as soon as the board has them."""
        here = [one for one in shot_ids if one in self._cards]
        if len(here) < len(shot_ids):
            self._wanted = list(shot_ids)
            return
        self._wanted = []
        if here:
            self.view.focus_shot(here[0])
        if len(here) > 1:
            self.view.select(here)

    def point_somewhere(self) -> None:
        """Select the focused shot, else the first, where nothing is selected: keys need something to act on."""
        here = self._focus if self._focus in self._cards else next(iter(self._cards), None)
        if here is not None and not self.view.selected():
            self.point_at([here])

    def load(self) -> None:
        """Read the whole board."""
        self._tasks.latest("board", self._load(), "reading the board")

    async def _load(self) -> None:
        workspace = self._bridge.workspace
        if workspace is None:
            return
        board = await self._bridge.run(workspace.board.read())
        if workspace is not self._bridge.workspace:
            return
        first, nearest = self.board is None, self._nearest(board)
        self.board = board
        self._cards = {card.shot_id: card for card in board.cards}
        self.view.set_board(board)
        if self._wanted:
            self.point_at(self._wanted)
        elif nearest is not None:
            self.point_at([nearest])
        elif first:
            self.view.setFocus()
            self.point_at([card.shot_id for card in board.cards[:1]])
        self.loaded.emit()
        self.refreshed.emit()

    def _nearest(self, board: Board) -> ShotId | None:
        """The shot next to the selected ones when `board` has none of them any more, None while it has some."""
        here, selected = {card.shot_id for card in board.cards}, self.view.selected()
        if not selected or here.intersection(selected):
            return None
        order = list(self._cards)
        place = order.index(selected[0]) if selected[0] in self._cards else 0
        return next((one for one in (*order[place:], *reversed(order[:place])) if one in here), None)

    async def _refresh(self, shot_ids: frozenset[ShotId]) -> None:
        workspace = self._bridge.workspace
        if workspace is None or self.board is None:
            return
        cards = await self._bridge.run(workspace.board.cards(shot_ids))
        if workspace is not self._bridge.workspace:
            return
        known = [card for card in cards if card.shot_id in self._cards]
        if any(card.scene_id != self._cards[card.shot_id].scene_id for card in known):
            self.load()
            return
        self._cards.update({card.shot_id: card for card in known})
        self.view.apply(known)
        self.refreshed.emit()

    def _opened(self, workspace: object) -> None:
        self.board, self._cards, self._focus, self._wanted = None, {}, None, []
        if workspace is None:
            self.refreshed.emit()
        else:
            self.load()

    def _changed(self, change: Change) -> None:
        if change.structure or change.project:
            self.load()
        elif change.shots:
            self._tasks.start(self._refresh(change.shots), "reading changed shots")

    def _focused(self, shot_id: ShotId | None) -> None:
        self._focus = shot_id
        self.pointed.emit()
