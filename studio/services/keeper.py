"""The keeper: what goes on behind an open project, begun when it opens and brought to rest when it closes."""

from __future__ import annotations

from studio.core.board import Change
from studio.services.changes import Changes
from studio.services.delivery import Delivery
from studio.services.finishing import Finishing
from studio.services.renders.resuming import Resuming
from studio.services.renders.scheduler import Scheduler
from studio.services.workers import Workers


class Keeper:
    """Starts and stops the quiet work of one project."""

    def __init__(
        self,
        resuming: Resuming,
        scheduler: Scheduler,
        finishing: Finishing,
        delivery: Delivery,
        workers: Workers,
        changes: Changes,
    ) -> None:
        self._resuming = resuming
        self._scheduler = scheduler
        self._finishing = finishing
        self._delivery = delivery
        self._workers = workers
        self._changes = changes

    def begin(self) -> None:
        """Go on where the last run stopped: jobs, previews, deliveries. Only in a project that may be written."""
        again = self._resuming.run()
        self._delivery.watch()
        self._finishing.begin()
        self._scheduler.poke()
        if again:
            self._changes.publish(Change(structure=True, ledger=True))

    async def settle_down(self) -> None:
        """Wait until the queue has run dry and everything that landed is finished and delivered."""
        await self._scheduler.idle()
        await self._finishing.settle_down()
        await self._delivery.settle_down()

    async def aclose(self) -> None:
        """Stop, leaving rows that say how to go on."""
        await self._scheduler.aclose()
        await self._finishing.aclose()
        await self._delivery.aclose()
        await self._workers.aclose()
