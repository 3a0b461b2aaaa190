"""The board as the window and the shell read it."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterable, Sequence
from operator import itemgetter
from pathlib import Path

from studio.core.board import Board, Card, ShotDetail
from studio.core.catalogue import Catalogue
from studio.core.errors import InvalidInputError
from studio.core.ids import JobId, SceneId, ShotId, TakeId
from studio.media.filmstrip import frame_at, read_strip
from studio.services.cards import cards_of, without_collector, work_of
from studio.services.contexts import Contexts
from studio.services.finishing import proxy_file
from studio.store.store import Store


class BoardService:
    """Reads one project. Every answer is a frozen value of the moment it was asked for."""

    def __init__(
        self, store: Store, catalogue: Catalogue, contexts: Contexts, first_picture: Callable[[JobId], bytes]
    ) -> None:
        self._first_picture = first_picture
        self._store = store
        self._catalogue = catalogue
        self._contexts = contexts

    async def read(self) -> Board:
        """The whole board: one SELECT for the shots, and rows for the few that have work under way."""
        with without_collector():
            with self._store.read():
                project, scenes = self._store.scenes.project(), self._store.scenes.all()
                rows = self._store.board.shots()
                work = work_of(self._store, self._catalogue, self._first_picture)
                binned = self._store.board.binned_count()
            shots_of: dict[SceneId, list[tuple]] = {scene.id: [] for scene in scenes}
            rows.sort(key=itemgetter(3, 0))  # rank, then id
            for row in rows:
                if row[1] in shots_of:  # not in a scene whose making was undone
                    shots_of[row[1]].append(row)
            ordered = [row for shots in shots_of.values() for row in shots]
            cards = cards_of(ordered, work, self._store.folder)
            return Board(project, scenes, tuple(cards), binned, self._store.read_only)

    async def cards(self, shot_ids: Iterable[ShotId]) -> tuple[Card, ...]:
        """The cards of these shots, in the order asked; shots that are not on the board are left out."""
        wanted = tuple(dict.fromkeys(shot_ids))
        with self._store.read():
            cards = self._cards(self._store.board.some(wanted))
        found = {card.shot_id: card for card in cards}
        return tuple(found[one] for one in wanted if one in found)

    async def binned(self) -> tuple[Card, ...]:
        """The shots in the bin, the newest first."""
        with self._store.read():
            return tuple(self._cards(self._store.board.binned()))

    async def detail(self, shot_id: ShotId) -> ShotDetail:
        """A shot with its takes and references, on the board or in the bin. Raises InvalidInputError for none."""
        with self._store.read():
            row = self._store.board.anyone(shot_id)
            if row is None:
                raise InvalidInputError("That shot is not in this project.", "Look again: the board may have changed.")
            context = self._contexts.of(shot_id)
            staging = context.staging
            return ShotDetail(
                card=self._cards([row])[0],
                takes=tuple(self._store.takes.of_shot(shot_id)),
                references=context.references,
                effective=staging.camera,
                effective_time=staging.time_of_day,
                effective_weather=staging.weather,
                unread=staging.unread,
            )

    async def posters(self, ids: Iterable[TakeId | JobId]) -> dict[TakeId | JobId, bytes]:
        """JPEGs, long side at most 640: posters of takes and first pictures of running jobs, of those that have one."""
        wanted = tuple(ids)
        glimpses = {one: self._first_picture(JobId(one)) for one in wanted}
        posters = self._store.takes.posters(TakeId(one) for one in wanted)
        return {one: picture for one, picture in glimpses.items() if picture} | posters

    async def filmstrip(self, take_id: TakeId) -> bytes | None:
        """The take's filmstrip as studio.media.filmstrip writes it, None while it is not made."""
        return self._store.previews.filmstrip(take_id)

    async def scrub_frames(self, take_id: TakeId) -> tuple[bytes, ...]:
        """The JPEGs of the take's filmstrip in the order of time, none while it is not made. Raises MediaError."""
        strip = await self.filmstrip(take_id)
        return tuple(bytes(frame_at(strip, place)) for place in range(read_strip(strip).count)) if strip else ()

    async def clip(self, take_id: TakeId) -> Path:
        """The take's file. Raises InvalidInputError when the project has no such take."""
        return self._store.folder / self._store.takes.get(take_id).file

    async def proxy(self, take_id: TakeId) -> Path | None:
        """The file that scrubs well, None while it is not made."""
        file = proxy_file(self._store.folder, self._store.takes.get(take_id).sha256)
        return file if await asyncio.to_thread(file.exists) else None

    def _cards(self, rows: Sequence[tuple]) -> list[Card]:
        shot_ids = [ShotId(row[0]) for row in rows]
        return cards_of(rows, work_of(self._store, self._catalogue, self._first_picture, shot_ids), self._store.folder)
