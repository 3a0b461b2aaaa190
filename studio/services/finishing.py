"""Finishing: what a landed take gets in the quiet — filmstrip, proxy, full decode check, and a settled poster."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import replace
from pathlib import Path

from studio.core.blocking import BlockingBrief, brief_of
from studio.core.board import Change
from studio.core.errors import MediaError, ProjectError
from studio.core.ids import TakeId
from studio.core.render import request_from_bytes
from studio.core.take import Take, shown_take
from studio.core.timebase import Rate
from studio.media.filmstrip import write_filmstrip
from studio.media.full_check import every_frame_decodes
from studio.media.proxy import write_proxy
from studio.services.changes import Changes
from studio.services.renders.quiet import Quiet
from studio.services.worker import WorkerBugError
from studio.services.workers import Workers
from studio.store.store import Store

log = logging.getLogger(__name__)

LIMIT_S = 600.0
AT_ONCE = 100
POSTER_LONG_SIDE = 640
Step = Callable[[Take], Awaitable[None]]


def proxy_file(folder: Path, sha256: str) -> Path:
    """Where the proxy of a clip lies: beside it, under the same hash."""
    return folder / "media" / sha256[:2] / f"{sha256}.proxy.mp4"


class Finishing:
    """Makes the things around takes that can be made again, one at a time: filmstrips, posters, then the rest.

    A take whose clip does not decode is marked, never dropped. `draw_poster` is for takes of the local engine.
    """

    def __init__(
        self,
        store: Store,
        workers: Workers,
        changes: Changes,
        rate: Rate,
        draw_poster: Callable[[BlockingBrief], Awaitable[bytes]],
        is_local: Callable[[Take], bool],
        quiet: Quiet,
    ) -> None:
        self._store = store
        self._workers = workers
        self._changes = changes
        self._folder = store.folder
        self._rate = rate
        self._draw_poster = draw_poster
        self._is_local = is_local
        self._quiet = quiet
        self._strips: list[TakeId] = []
        self._posters: list[TakeId] = []
        self._rest: list[TakeId] = []
        self._before = False
        self._task: asyncio.Task[None] | None = None

    def begin(self) -> None:
        """Make up what is missing from before."""
        self._before = True
        self._go_on()

    def finish(self, take: Take) -> None:
        """Put a take that has just landed in line; the newest gets its filmstrip first."""
        self._strips.append(take.id)
        self._posters.append(take.id)
        self._rest.append(take.id)
        self._go_on()

    async def settle_down(self) -> None:
        """Wait until nothing is left to make."""
        while self._task is not None and not self._task.done():
            await asyncio.wait({self._task})

    async def aclose(self) -> None:
        """Stop; the next opening goes on with what is missing."""
        self._strips.clear()
        self._posters.clear()
        self._rest.clear()
        if self._task is not None:
            self._task.cancel()
            await asyncio.gather(self._task, return_exceptions=True)

    def _go_on(self) -> None:
        if self._wanted() and (self._task is None or self._task.done()):
            self._task = asyncio.create_task(self._work(), name="finish takes")

    def _wanted(self) -> bool:
        return bool(self._strips or self._posters or self._rest or self._before)

    async def _work(self) -> None:
        while self._wanted():
            if self._before:
                self._before = False
                await self._look_back()
                continue
            if not self._strips:
                await self._quiet.wait()
            line, step = self._next()
            (take,) = self._store.takes.some([line.pop()]) or (None,)
            if take is not None and not take.missing:
                try:
                    await self._try(step, take)
                except ProjectError as error:
                    log.warning("Previews wait for the next opening: %s", error)
                    return

    def _next(self) -> tuple[list[TakeId], Step]:
        """What comes next, of which line the newest: that is where somebody looks."""
        if self._strips:
            return self._strips, self._filmstrip
        if self._posters:
            return self._posters, self._poster
        return self._rest, self._everything_else

    async def _look_back(self) -> None:
        """Put in line what an earlier run did not come to. The proxy is made last, so it tells that all is made."""
        shots = [shot.id for shot in self._store.shots.all()]
        for start in range(0, len(shots), AT_ONCE):  # in slices, so that nothing waits for the whole of it
            found = [take for shot in shots[start : start + AT_ONCE] for take in self._store.takes.of_shot(shot)]
            takes = [take for take in found if not (take.missing or take.damaged)]
            there, unfinished = await asyncio.to_thread(_looked_at, self._folder, takes)
            self._strips += self._store.previews.without(there)
            self._posters += unfinished
            self._rest += unfinished

    async def _try(self, step: Step, take: Take) -> None:
        """One step of a take. What its clip refuses twice is the clip's own fault: the first time a process may have
        died of something else.
        """
        try:
            try:
                await step(take)
            except MediaError:
                await step(take)
        except MediaError:
            if await asyncio.to_thread((self._folder / take.file).exists):
                self._damaged(take)
            else:
                self._missing(take)
        except WorkerBugError:
            log.exception("A take could not be finished.")  # the others are not to wait for its sake

    async def _filmstrip(self, take: Take) -> None:
        if self._store.previews.filmstrip(take.id) is not None:
            return
        strip = await self._workers.call(write_filmstrip, self._folder / take.file, timeout_s=LIMIT_S)
        self._store.previews.set_filmstrip(take.id, strip)
        self._tell(take)

    async def _everything_else(self, take: Take) -> None:
        clip, proxy = self._folder / take.file, proxy_file(self._folder, take.sha256)
        if take.damaged:
            return
        if not await self._workers.call(every_frame_decodes, clip, timeout_s=LIMIT_S):
            self._damaged(take)
            return
        if not await asyncio.to_thread(proxy.exists):
            await self._workers.call(write_proxy, clip, proxy, self._rate, timeout_s=LIMIT_S)
            self._tell(take)

    async def _poster(self, take: Take) -> None:
        """Draw the poster of a local take again in its best finish, when it stands for its shot."""
        shot = self._store.shots.get(take.shot_id)
        shown = shown_take(self._store.takes.of_shot(take.shot_id), shot.pick_id)
        if take.damaged or not self._is_local(take) or shown is None or shown.id != take.id:
            return
        request = request_from_bytes(take.request)
        plate = next((one for one in request.references if one.role == "Plate"), None)
        brief = brief_of(request, str(self._folder / plate.file) if plate else None)
        try:
            poster = await self._draw_poster(replace(brief, long_side=min(brief.long_side, POSTER_LONG_SIDE)))
        except MediaError:
            return  # its plate is gone: the poster that it landed with stays
        with self._store.write():
            self._store.takes.set_poster(take.id, poster)
        self._tell(take)

    def _damaged(self, take: Take) -> None:
        with self._store.write():
            self._store.takes.mark_damaged(take.id)
        self._tell(take)

    def _missing(self, take: Take) -> None:
        with self._store.write():
            self._store.takes.mark_missing(take.id)
        self._tell(take)

    def _tell(self, take: Take) -> None:
        self._changes.publish(Change(shots=frozenset({take.shot_id}), takes=frozenset({take.id})))


def _looked_at(folder: Path, takes: Sequence[Take]) -> tuple[list[TakeId], list[TakeId]]:
    """The takes that have their clip, and those of them that have no proxy. One whose clip is away has to wait."""
    there = [take for take in takes if (folder / take.file).exists()]
    return [take.id for take in there], [take.id for take in there if not proxy_file(folder, take.sha256).exists()]
