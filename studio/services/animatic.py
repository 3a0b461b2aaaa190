"""The animatic: the board's picks in order as one clip, a slate where a shot has nothing to show yet."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from studio.core.board import Card
from studio.media.animatic import AnimaticItem, write_animatic
from studio.services.board import BoardService
from studio.services.workers import Workers
from studio.store.store import Store

LONG_SIDE = 1280


class Animatic:
    """Makes the animatic of one project."""

    def __init__(self, store: Store, board: BoardService, workers: Workers, folder: Path) -> None:
        self._store = store
        self._board = board
        self._workers = workers
        self._folder = folder

    async def write(self, target: Path, progress: Callable[[object], None]) -> Path:
        """Every shot that is neither omitted nor on hold, for its own length.

        `progress` gets what the writer reports.
        """
        board = await self._board.read()
        items = [self._item(card) for card in board.cards if not (card.omitted or card.on_hold)]
        size = board.project.aspect.pixels(LONG_SIDE)
        await self._workers.run(write_animatic, items, target, board.project.rate, size, on_message=progress)
        return target

    def _item(self, card: Card) -> AnimaticItem:
        take = self._store.takes.get(card.shown_id) if card.shown_id is not None and not card.missing else None
        clip = self._folder / take.file if take else None
        return AnimaticItem(clip, card.frames, card.code, card.action)
