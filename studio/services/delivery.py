"""Delivery: files with the production's names, there before a drag begins."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable
from pathlib import Path

from studio.core.board import Change
from studio.core.clock import Clock
from studio.core.errors import StudioError
from studio.core.event import Event, EventKind
from studio.core.ids import ShotId, TakeId
from studio.core.naming import pick_name, take_name, unique
from studio.core.take import Take
from studio.media.blobs import copy_out
from studio.services.changes import Changes
from studio.services.needed import needed
from studio.services.workers import Workers
from studio.store.deliveries import Delivered
from studio.store.store import Store

FOLDER = "delivery"


class Delivery:
    """Copies picks and chosen takes to `delivery/`.

    A pick keeps the name it once had; a new pick replaces the file whole.
    """

    def __init__(
        self, store: Store, workers: Workers, changes: Changes, clock: Clock, folder: Path, person: str
    ) -> None:
        self._store = store
        self._workers = workers
        self._changes = changes
        self._clock = clock
        self._folder = folder
        self._person = person
        self._one_at_a_time = asyncio.Lock()
        self._wanted: set[ShotId] = set()
        self._task: asyncio.Task[None] | None = None
        self._problem = ""
        self._look_back = False

    @property
    def problem(self) -> str:
        """The sentence of the last copy that failed, empty when all went well since."""
        return self._problem

    def watch(self) -> None:
        """From now on every new pick is delivered by itself, and what is missing from before is made up."""
        self._changes.subscribe(self._heard)
        self._look_back = True
        self._want(self._store.deliveries.due())

    async def settle_down(self) -> None:
        """Wait until every wanted pick is delivered."""
        while self._task is not None and not self._task.done():
            await asyncio.wait({self._task})

    async def aclose(self) -> None:
        """Stop; the next opening makes up what is missing."""
        self._wanted.clear()
        if self._task is not None:
            self._task.cancel()
            await asyncio.gather(self._task, return_exceptions=True)

    async def deliver(self, shot_ids: Iterable[ShotId]) -> tuple[Path, ...]:
        """The picks' files in the order given, made now where missing; shots without a pick are left out."""
        files: list[Path] = []
        for shot_id in shot_ids:
            file = await self._deliver(shot_id)
            if file is not None:
                files.append(file)
        return tuple(files)

    async def prepare(self, take_ids: Iterable[TakeId]) -> dict[TakeId, Path]:
        """Files of single takes under their own names, made now where missing.

        Takes whose clip is gone are left out.
        """
        ready: dict[TakeId, Path] = {}
        for take_id in take_ids:
            take = needed(self._store.takes.get(take_id), "take")
            name = take_name(*self._place(take), take.number, take.mark, Path(take.file).suffix)
            target = self._folder / FOLDER / name
            try:
                if not await asyncio.to_thread(_is_copy, take, target):
                    await self._workers.call(copy_out, self._folder / take.file, target)
            except StudioError as error:
                self._problem = str(error)
                continue
            ready[take_id] = target
        return ready

    def dragged(self, shot_ids: Iterable[ShotId]) -> None:
        """Note that files of these shots were dragged or copied out; not in a project open for reading."""
        if self._store.read_only:
            return
        with self._store.write():
            for shot_id in shot_ids:
                now = self._clock.now()
                self._store.events.add(Event(self._clock.new_id(), EventKind.DRAGGED, now, self._person, shot_id))

    def _heard(self, change: Change) -> None:
        if change.shots:
            self._want(self._store.deliveries.due(change.shots))

    def _want(self, shot_ids: Iterable[ShotId]) -> None:
        self._wanted |= set(shot_ids)
        if (self._wanted or self._look_back) and (self._task is None or self._task.done()):
            self._task = asyncio.create_task(self._work(), name="deliver picks")

    async def _work(self) -> None:
        if self._look_back:
            self._look_back = False
            self._wanted |= await self._lost()
        while self._wanted:
            shot_id = self._wanted.pop()
            try:
                await self._deliver(shot_id)
                self._problem = ""
            except StudioError as error:
                self._problem = str(error)

    async def _lost(self) -> set[ShotId]:
        """Shots whose delivered file somebody has taken away."""
        had = {shot_id: self._store.deliveries.of_shot(shot_id).file for shot_id, _ in self._store.shots.picks()}
        folder = self._folder
        return await asyncio.to_thread(lambda: {one for one, file in had.items() if not (folder / file).exists()})

    async def _deliver(self, shot_id: ShotId) -> Path | None:
        async with self._one_at_a_time:
            pick = self._pick(shot_id)
            if pick is None:
                return None
            had = self._store.deliveries.of_shot(shot_id)
            if self._store.read_only:
                return self._folder / had.file if had.file else None
            if had.sha256 == pick.sha256 and await asyncio.to_thread((self._folder / had.file).exists):
                return self._folder / had.file
            file = self._file(pick, had.file)
            await self._workers.call(copy_out, self._folder / pick.file, self._folder / file)
            with self._store.write():
                self._store.deliveries.put(shot_id, Delivered(file, pick.sha256))
                now = self._clock.now()
                self._store.events.add(
                    Event(self._clock.new_id(), EventKind.DELIVERED, now, self._person, shot_id, pick.id, file)
                )
            self._changes.publish(Change(shots=frozenset({shot_id})))
            return self._folder / file

    def _pick(self, shot_id: ShotId) -> Take | None:
        shot = needed(self._store.shots.get(shot_id), "shot")
        return self._store.takes.get(shot.pick_id) if shot.pick_id else None

    def _file(self, pick: Take, had: str) -> str:
        """The name that the shot's file already has, else a new one: an editor's timeline must find it again."""
        suffix = Path(pick.file).suffix
        if had and Path(had).suffix == suffix:
            return had
        name = pick_name(*self._place(pick), suffix)
        # Without case: the disk of an editor may not tell letters from capitals.
        taken = {Path(file).name.casefold() for file in self._store.deliveries.files()}
        return f"{FOLDER}/{unique(name, taken)}"

    def _place(self, take: Take) -> tuple[str, str, str]:
        """Project, scene and shot as a file name says them."""
        shot = needed(self._store.shots.get(take.shot_id), "shot")
        scene = self._store.scenes.get(shot.scene_id)
        return self._store.scenes.project().name, scene.number if scene else "", shot.code


def _is_copy(take: Take, target: Path) -> bool:
    """Whether `target` holds the take: its own file never changes under its name, so the size is enough to know."""
    return target.exists() and target.stat().st_size == take.size_bytes
