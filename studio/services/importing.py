"""Importing: scripts become scenes and shots, pictures become shots, clips become takes."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from fractions import Fraction
from pathlib import Path

from studio.core.board import Change
from studio.core.clock import Clock
from studio.core.event import Event, EventKind
from studio.core.ids import SceneId, ShotId, TakeId
from studio.core.money import Money
from studio.core.script import Script
from studio.core.shot import ReferenceRole
from studio.core.take import Take, TakeTimes
from studio.core.tier import Tier
from studio.exchange.script_file import read_script_file
from studio.media.take_in import TakenIn, take_in_copy
from studio.services.changes import Changes
from studio.services.editing import Editing
from studio.services.finishing import Finishing
from studio.services.references import References, readable
from studio.services.workers import Workers
from studio.store.store import Store

LIMIT_S = 600.0
IMPORTED = "imported"


@dataclass(frozen=True, slots=True)
class ImportReport:
    """What an import made."""

    scenes: int
    shots: int
    shot_ids: tuple[ShotId, ...]


class Importing:
    """Brings foreign things into one project. Every import is one undo step; takes alone stay, as takes always do."""

    def __init__(
        self,
        store: Store,
        editing: Editing,
        references: References,
        finishing: Finishing,
        workers: Workers,
        changes: Changes,
        clock: Clock,
        folder: Path,
        person: str,
    ) -> None:
        self._store = store
        self._editing = editing
        self._references = references
        self._finishing = finishing
        self._workers = workers
        self._changes = changes
        self._clock = clock
        self._folder = folder
        self._person = person

    async def script(self, path: Path) -> ImportReport:
        """Scenes and action paragraphs of a Fountain or plain text file. Raises InvalidInputError."""
        script = await asyncio.to_thread(read_script_file, path)
        return await self.write(script)

    async def write(self, script: Script) -> ImportReport:
        """A parsed script as scenes and shots at the board's end, one undo step."""
        shot_ids = await self._editing.add_script(script)
        return ImportReport(len(script.scenes), len(shot_ids), shot_ids)

    async def pictures(
        self, paths: Sequence[Path], scene_id: SceneId, before: ShotId | None = None
    ) -> tuple[ShotId, ...]:
        """Each picture becomes a shot that holds it as its plate. Raises MediaError; then nothing is added."""
        blobs = [await self._references.take_in(ShotId(""), path, path.name, ReferenceRole.PLATE) for path in paths]
        return await self._editing.add_picture_shots(scene_id, before, blobs)

    async def clips(self, shot_id: ShotId, paths: Sequence[Path]) -> tuple[TakeId, ...]:
        """Each clip becomes a take of the shot, free, source `imported`.

        Raises MediaError for the first bad one; the good ones before it stay.
        """
        media = self._folder / "media"
        asked = self._clock.now()
        made: list[TakeId] = []
        try:
            for path in paths:
                taken = await self._workers.call(take_in_copy, path, media, Fraction(1, 3), timeout_s=LIMIT_S)
                take = self._land(shot_id, path, taken, asked)
                made.append(take.id)
                self._finishing.finish(take)
        finally:
            if made:
                self._changes.publish(Change(shots=frozenset({shot_id}), takes=frozenset(made)))
        return tuple(made)

    def _land(self, shot_id: ShotId, path: Path, taken: TakenIn, asked: datetime) -> Take:
        facts = taken.facts
        with self._store.write():
            take = Take(
                id=TakeId(self._clock.new_id()),
                shot_id=shot_id,
                number=self._store.takes.next_number(shot_id),
                tier=Tier.DISCOVERY,
                source=IMPORTED,
                model_id="",
                model_label=readable(path.name),
                file=f"media/{taken.blob.path}",
                sha256=taken.blob.sha256,
                size_bytes=taken.blob.bytes,
                width=facts.width,
                height=facts.height,
                rate=facts.rate,
                frames=facts.frames,
                cost=Money(),
                times=TakeTimes(asked, landed=self._clock.now()),
                made_by=self._person,
            )
            self._store.takes.land(take, taken.poster)
            self._store.events.add(
                Event(self._clock.new_id(), EventKind.LANDED, asked, self._person, shot_id, take.id, IMPORTED)
            )
        return take
