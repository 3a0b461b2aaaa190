"""The queue of a real project, with a stage for a provider and a real process that takes clips in."""

from __future__ import annotations

import asyncio
import tomllib
from collections.abc import Coroutine
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from studio.core.catalogue import Catalogue, parse_catalogue
from studio.core.ids import ShotId
from studio.core.take import Take
from studio.core.vocabulary import read
from studio.services.contexts import Contexts
from studio.services.renders.attempts import AttemptBook
from studio.services.renders.landing import Landing
from studio.services.renders.live import LiveJobs
from studio.services.renders.quiet import Quiet
from studio.services.renders.renders import Renders
from studio.services.renders.resuming import Resuming
from studio.services.renders.runner import Runner
from studio.services.renders.scheduler import Scheduler
from studio.services.workers import Workers
from tests.builders import PERSON, Desk, desk_over, new_desk, reopened
from tests.services.renders.stage import Stage

T = TypeVar("T")
CATALOGUE = """
[[model]]
id = "sketch"
provider = "stage"
label = "Sketch"
tiers = ["draft"]
[model.limits]
long_side = 640
seconds_least = "0.25"
seconds_most = "60"
prompt_chars = 200000
[model.price]
usd_per_second = "0.02"
valid_from = 2026-01-01
source = "a test"
"""


@dataclass
class Room:
    """Renders and what they stand on. `desk` makes shots; `landed` are the takes that came home, in their order."""

    desk: Desk
    stage: Stage
    book: AttemptBook
    renders: Renders
    scheduler: Scheduler
    resuming: Resuming
    landed: list[Take]

    async def shots(self, count: int) -> list[ShotId]:
        """New shots in a new scene."""
        scene = await self.desk.editing.add_scene("EXT. PIER - DUSK")
        return [await self.desk.editing.add_shot(scene, None, f"A man waits {at}.") for at in range(count)]

    def money(self) -> tuple[int, int]:
        """What the project holds and has spent, in micro-dollars."""
        total = self.desk.store.ledger.total()
        return total.held.micros, total.spent.micros

    def states(self) -> list[tuple[str, list[str]]]:
        """Every job's state with its attempts' states, in the order they were asked for."""
        jobs = self.desk.store.jobs
        everything = [job for shot in self.desk.store.shots.all() for job in jobs.of_shot(shot.id)]
        return [
            (job.state.value, [one.state.value for one in jobs.attempts(job.id)])
            for job in sorted(everything, key=lambda job: job.id)
        ]


@dataclass
class House:
    """One event loop and one set of workers for all tests of a module, so that a process is born once."""

    runner: asyncio.Runner
    workers: Workers
    clip: Path

    def run(self, work: Coroutine[object, object, T]) -> T:
        """What a coroutine answers, within half a minute."""
        return self.runner.run(asyncio.wait_for(work, 30))

    def room(self, folder: Path, *, replayable: bool = True, at_once: int = 1, patience_s: float = 60) -> Room:
        """A new project's queue."""
        return self._over(new_desk(folder), Stage(self.clip, replayable, at_once), patience_s)

    def again(self, room: Room) -> Room:
        """The queue of the same project after its process was gone: what ran is lost, the rows are as they were."""
        self.run(room.scheduler.aclose())
        store = reopened(room.desk.store, clock=room.desk.clock)
        return self._over(desk_over(store, room.desk.clock), Stage(self.clip, room.stage.replayable), 60)

    def _over(self, desk: Desk, stage: Stage, patience_s: float) -> Room:
        store, clock, changes = desk.store, desk.clock, desk.changes
        catalogue: Catalogue = parse_catalogue(tomllib.loads(CATALOGUE))
        providers = {"stage": stage}
        landed: list[Take] = []
        book, live = AttemptBook(store, clock, PERSON), LiveJobs()
        landing = Landing(book, self.workers, changes, clock, store.folder, landed.append)
        runner = Runner(book, landing, live, changes, providers, catalogue)
        resuming = Resuming(book, catalogue, providers)
        scheduler = Scheduler(store, runner, resuming, providers, Quiet(), changes, patience_s)
        contexts = Contexts(store, read)
        renders = Renders(book, scheduler, live, changes, catalogue, providers, contexts.of, clock, PERSON)
        return Room(desk, stage, book, renders, scheduler, resuming, landed)
