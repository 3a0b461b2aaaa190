"""The keeper: what goes on behind an open project, begun when it opens and brought to rest when it closes."""

from __future__ import annotations

from studio.core.job import JobState
from studio.media.blocking_engine.tasks import warm_up
from studio.media.leftovers import sweep
from studio.services.delivery import Delivery
from studio.services.finishing import Finishing
from studio.services.renders.scheduler import Scheduler
from studio.services.workers import Workers
from studio.store.store import Store


class Keeper:
    """Starts and stops the quiet work of one project."""

    def __init__(
        self,
        store: Store,
        scheduler: Scheduler,
        finishing: Finishing,
        delivery: Delivery,
        workers: Workers,
    ) -> None:
        self._store = store
        self._scheduler = scheduler
        self._finishing = finishing
        self._delivery = delivery
        self._workers = workers

    def begin(self) -> None:
        """Go on where the last run stopped: jobs, previews, deliveries. Only in a project that may be written."""
        self._scheduler.resume()
        active = [job.id for job in self._store.jobs.unfinished() if job.state is JobState.ACTIVE]
        sweep(self._store.folder, {one.id for job_id in active for one in self._store.jobs.attempts(job_id)})
        self._delivery.watch()
        self._finishing.begin()

    async def prepare_to_draw(self) -> None:
        """Load the blocking engine now; on its first day on a machine it is compiled, which takes some ten seconds."""
        await self._workers.warm(warm_up, "draw")

    async def settle_down(self) -> None:
        """Wait until the queue has run dry and everything that landed is finished and delivered."""
        await self._scheduler.idle()
        await self._finishing.settle_down()
        await self._delivery.settle_down()

    async def rest(self) -> None:
        """Wait until the queue has run dry and picks are delivered; previews may wait for the next opening."""
        await self._scheduler.idle()
        await self._delivery.settle_down()

    async def aclose(self) -> None:
        """Stop, leaving rows that say how to go on."""
        await self._scheduler.aclose()
        await self._finishing.aclose()
        await self._delivery.aclose()
        await self._workers.aclose()
