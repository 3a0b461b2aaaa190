"""Spend: what the board has cost, and the file that says so."""

from __future__ import annotations

import asyncio
from pathlib import Path

from studio.core.ledger import Balance
from studio.core.spend import ShotSpend
from studio.exchange.spend_csv import spend_csv
from studio.media.disk import replacing
from studio.services.board import BoardService
from studio.store.store import Store


class Spend:
    """Reads the ledger of one project."""

    def __init__(self, store: Store, board: BoardService) -> None:
        self._store = store
        self._board = board

    async def total(self) -> Balance:
        """What the whole project has spent and holds."""
        return self._store.ledger.total()

    async def by_shot(self) -> tuple[ShotSpend, ...]:
        """Every shot's money, in board order."""
        balances = self._store.ledger.by_shot()
        board = await self._board.read()
        sluglines = {scene.id: f"{scene.number} {scene.slugline}" for scene in board.scenes}
        return tuple(
            ShotSpend(
                scene=sluglines[card.scene_id],
                code=card.code,
                action=card.action,
                takes=card.take_count,
                picked=card.pick_number,
                spent=balances.get(card.shot_id, Balance()).spent,
                held=balances.get(card.shot_id, Balance()).held,
            )
            for card in board.cards
        )

    async def write_csv(self, target: Path) -> None:
        """The spend of every shot as a CSV file. Raises ProjectError when it cannot be written."""
        text = spend_csv(await self.by_shot())
        await asyncio.to_thread(_write, target, text)


def _write(target: Path, text: str) -> None:
    with replacing(target) as part:
        part.write_text(text, encoding="utf-8", newline="")
