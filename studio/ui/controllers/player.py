"""The player: made when it is first wanted, shown under the board, given one take or the board's picks in order."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QSplitter

from studio.core.board import Card
from studio.core.ids import ShotId, TakeId
from studio.core.take import Take
from studio.core.timebase import Rate
from studio.ui.bridge import Bridge
from studio.ui.controllers.board import BoardController
from studio.ui.controllers.inspector import InspectorController
from studio.ui.inspector.inspector import Inspector
from studio.ui.player.clips import PlayerClip
from studio.ui.player.player import Player, height_for
from studio.ui.style import OWN_FOCUS
from studio.ui.tasks import Tasks
from studio.ui.theme import Theme


class PlayerController(QObject):
    """`open_changed` says whether the player is open. `drawer` is the splitter whose second place it takes."""

    open_changed = Signal(bool)

    def __init__(
        self,
        bridge: Bridge,
        tasks: Tasks,
        theme: Theme,
        board: BoardController,
        shown: InspectorController,
        inspector: Inspector,
        drawer: QSplitter,
        height: int,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self.chosen_height = height
        self._bridge, self._tasks, self._theme, self._board, self._shown = bridge, tasks, theme, board, shown
        self._drawer = drawer
        self._player: Player | None = None
        self._playing: tuple[TakeId, ...] = ()
        drawer.splitterMoved.connect(self._drag)
        board.view.play_requested.connect(lambda shot_id: self._play_shot(ShotId(shot_id)))
        inspector.play_requested.connect(lambda _take_id: self.play())
        bridge.opened.connect(self._opened)

    def _drag(self) -> None:
        if self._player is not None:
            self.chosen_height = self._player.height()

    def play(self) -> None:
        """Play the take under the keys; where it is on already, pause it or go on."""
        take = self._shown.take()
        if take is None:
            # Walked here a moment ago: the shot's takes are still being read.
            card = self._board.focus()
            if card is not None:
                self._play_shot(card.shot_id)
            return
        if self._player is not None and self._player.isVisible() and self._playing == (take.id,):
            self._player.toggle()
        else:
            self._tasks.latest("player", self._play([take]), "playing a take")

    def play_picks(self) -> None:
        """Play the board from its first shot to its last: picks, slates for shots that have none."""
        self._tasks.latest("player", self._play_board(), "playing the picks")

    def close(self) -> None:
        """Put the player away."""
        if self._player is not None and self._player.isVisible():
            self._player.pause()
            self._player.hide()
            self._playing = ()
            self._board.view.setFocus()
            self.open_changed.emit(False)

    def end(self) -> None:
        """Let the player's thread go, for good."""
        if self._player is not None:
            self._player.end()
            self._player = None

    def _opened(self, workspace: object) -> None:
        self.close()

    def _play_shot(self, shot_id: ShotId) -> None:
        self._tasks.latest("player", self._play_shown(shot_id), "playing a take")

    async def _play_shown(self, shot_id: ShotId) -> None:
        workspace, card = self._bridge.workspace, self._board.card(shot_id)
        if workspace is None or card is None:
            return
        detail = await self._bridge.run(workspace.board.detail(shot_id))
        await self._play([take for take in detail.takes if take.id == card.shown_id])

    async def _play(self, takes: Sequence[Take]) -> None:
        workspace = self._bridge.workspace
        if workspace is not None:
            # A clip that has gone is said on its card, where it can be found again.
            await self._bridge.run(workspace.checking.notice([take.id for take in takes]))
        clips = [
            PlayerClip(
                self._code(take),
                await self._path(take.id),
                Rate(*take.rate.as_integer_ratio()),
                take.frames,
                f"take {take.number}, {take.mark.value}",
            )
            for take in takes
        ]
        if clips:
            await self._show(clips, tuple(take.id for take in takes), None)

    async def _play_board(self) -> None:
        board = self._board.board
        if board is None:
            return
        rate = board.project.rate
        cards = [card for card in self._board.cards if not card.omitted]
        clips = [await self._clip_of(card, rate) for card in cards]
        ids = tuple(card.pick_id for card in cards if card.pick_id is not None)
        if clips:
            await self._show(clips, ids, rate)

    async def _clip_of(self, card: Card, rate: Rate) -> PlayerClip:
        path = await self._path(card.pick_id) if card.pick_id is not None else None
        said = f"take {card.pick_number}" if card.pick_number else "no pick"
        return PlayerClip(card.code, path, rate, card.frames, said, card.action)

    async def _path(self, take_id: TakeId) -> Path | None:
        """The all-intra proxy where there is one: any frame of it is there at once. Else the clip, if it is there."""
        workspace = self._bridge.workspace
        if workspace is None:
            return None
        proxy = await self._bridge.run(workspace.board.proxy(take_id))
        return proxy or await self._bridge.run(workspace.board.clip(take_id))

    async def _show(self, clips: list[PlayerClip], takes: tuple[TakeId, ...], rate: Rate | None) -> None:
        player = self._player or await self._make()
        if not player.isVisible():
            player.show()
            whole = self._drawer.height()
            height = self.chosen_height or height_for(whole)
            self._drawer.setSizes([whole - height, height])
            self.open_changed.emit(True)
        self._playing = takes
        player.load(clips, rate, play=True)
        player.setFocus()
        workspace = self._bridge.workspace
        if workspace is not None and len(takes) == 1:
            await self._bridge.run(workspace.watching.played(takes[0]))

    async def _make(self) -> Player:
        studio = await self._bridge.studio()
        player = Player(self._theme, studio.open_reader)
        player.closed.connect(self.close)
        player.setProperty(OWN_FOCUS, True)
        player.hide()
        self._drawer.addWidget(player)
        self._drawer.setCollapsible(self._drawer.indexOf(player), False)
        self._player = player
        return player

    def _code(self, take: Take) -> str:
        card = self._board.card(take.shot_id)
        return card.code if card is not None else ""
