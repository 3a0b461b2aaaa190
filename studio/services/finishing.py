"""Finishing: what a landed take gets in the quiet — filmstrip, proxy, full decode check, and a settled poster."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from pathlib import Path

from studio.core.blocking import BlockingBrief, brief_of
from studio.core.board import Change
from studio.core.errors import StudioError
from studio.core.render import request_from_bytes
from studio.core.take import Take
from studio.core.timebase import Rate
from studio.media.filmstrip import write_filmstrip
from studio.media.full_check import every_frame_decodes
from studio.media.proxy import write_proxy
from studio.services.changes import Changes
from studio.services.workers import Workers
from studio.store.store import Store

LIMIT_S = 600.0


def proxy_file(folder: Path, sha256: str) -> Path:
    """Where the proxy of a clip lies: beside it, under the same hash."""
    return folder / "media" / sha256[:2] / f"{sha256}.proxy.mp4"


class Finishing:
    """Makes the things around a take that can be made again.

    A take whose clip does not decode is marked, never dropped.
    """

    def __init__(
        self,
        store: Store,
        workers: Workers,
        changes: Changes,
        folder: Path,
        rate: Rate,
        draw_poster: Callable[[BlockingBrief], Awaitable[bytes]],
        is_local: Callable[[Take], bool],
    ) -> None:
        self._store = store
        self._workers = workers
        self._changes = changes
        self._folder = folder
        self._rate = rate
        self._draw_poster = draw_poster
        self._is_local = is_local
        self._posters = asyncio.Lock()

    async def finish(self, take: Take) -> None:
        """Make what is missing around `take`. Trouble with the file marks it; the take stays."""
        clip = self._folder / take.file
        try:
            if self._store.previews.filmstrip(take.id) is None:
                strip = await self._workers.call(write_filmstrip, clip, timeout_s=LIMIT_S)
                self._store.previews.set_filmstrip(take.id, strip)
                self._tell(take)
            proxy = proxy_file(self._folder, take.sha256)
            if not await asyncio.to_thread(proxy.exists):
                await self._workers.call(write_proxy, clip, proxy, self._rate, timeout_s=LIMIT_S)
                self._tell(take)
            whole = await self._workers.call(every_frame_decodes, clip, timeout_s=LIMIT_S)
        except StudioError:
            whole = False
        if not whole and not take.damaged:
            with self._store.write():
                self._store.takes.mark_damaged(take.id, damaged=True)
            self._tell(take)
        if whole and self._is_local(take):
            await self._settle_poster(take)

    async def _settle_poster(self, take: Take) -> None:
        """Draw the poster of a local take again in its best finish, one at a time."""
        async with self._posters:
            request = request_from_bytes(take.request)
            plate = next((one for one in request.references if one.role == "Plate"), None)
            brief = brief_of(request, str(self._folder / plate.file) if plate else None)
            try:
                poster = await self._draw_poster(brief)
            except StudioError:
                return
            with self._store.write():
                self._store.takes.set_poster(take.id, poster)
            self._tell(take)

    def _tell(self, take: Take) -> None:
        self._changes.publish(Change(shots=frozenset({take.shot_id}), takes=frozenset({take.id})))
