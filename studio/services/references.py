"""References: pictures that guide a shot, copied into the project under their hash."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from pathlib import Path

from studio.core.clock import Clock
from studio.core.ids import ReferenceId, ShotId
from studio.core.shot import Reference, ReferenceRole
from studio.media.disk import replacing
from studio.media.take_in_picture import picture_bytes, take_in_picture
from studio.services.editing import Editing
from studio.services.needed import needed
from studio.services.workers import Workers
from studio.store.store import Store

LIMIT_S = 60.0
LONGEST_NAME = 200


class References:
    """Adds and shows reference pictures. Bad pictures are refused before anything is written."""

    def __init__(self, store: Store, editing: Editing, workers: Workers, clock: Clock, folder: Path) -> None:
        self._store = store
        self._editing = editing
        self._workers = workers
        self._clock = clock
        self._folder = folder

    async def add(
        self, shot_id: ShotId, paths: Sequence[Path], role: ReferenceRole = ReferenceRole.PLATE
    ) -> tuple[ReferenceId, ...]:
        """Copy pictures in and hang them on a shot, one undo step.

        Raises MediaError for the first that is no picture.
        """
        references = [await self.take_in(shot_id, path, path.name, role) for path in paths]
        await self._editing.add_references(shot_id, references)
        return tuple(reference.id for reference in references)

    async def paste(self, shot_id: ShotId, png: bytes) -> ReferenceId:
        """A picture from the clipboard. Raises MediaError, and ProjectError when the disk refuses."""
        file = self._folder / "media" / f"{self._clock.new_id()}.pasted.png"
        try:
            await asyncio.to_thread(_write, file, png)
            reference = await self.take_in(shot_id, file, "Pasted picture", ReferenceRole.PLATE)
        finally:
            await asyncio.to_thread(file.unlink, missing_ok=True)
        await self._editing.add_references(shot_id, [reference])
        return reference.id

    async def take_in(self, shot_id: ShotId, path: Path, name: str, role: ReferenceRole) -> Reference:
        """A reference whose picture is safely in the media folder. Raises MediaError."""
        blob = await self._workers.call(take_in_picture, path, self._folder / "media", timeout_s=LIMIT_S)
        return Reference(
            ReferenceId(self._clock.new_id()), shot_id, role, readable(name), f"media/{blob.path}", blob.sha256
        )

    async def picture(self, reference_id: ReferenceId, long_side: int) -> bytes:
        """The picture as JPEG, at most `long_side` pixels. Raises MediaError when its file is gone or broken."""
        reference = needed(self._store.references.get(reference_id), "reference")
        return await self._workers.call(picture_bytes, self._folder / reference.file, long_side, timeout_s=LIMIT_S)


def readable(name: str) -> str:
    """A file's name as text that can be kept and shown: not every system's names are Unicode."""
    return name.encode("utf-8", "replace").decode()[:LONGEST_NAME]


def _write(file: Path, data: bytes) -> None:
    with replacing(file) as part:
        part.write_bytes(data)
