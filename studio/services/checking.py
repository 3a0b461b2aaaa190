"""Checking a project: structure, hashes and files. Sets bad media aside, mends what can be derived, deletes nothing."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from studio.core.board import Change
from studio.core.errors import InvalidInputError, MediaError, ProjectError
from studio.core.ids import TakeId
from studio.core.take import Take
from studio.media.blobs import adopt_copy, set_aside, verify
from studio.services.changes import Changes
from studio.services.needed import needed
from studio.services.workers import Workers
from studio.store.store import Store

ASIDE = "bad"


@dataclass(frozen=True, slots=True)
class CheckReport:
    """What a check found. `problems` are sentences; an empty tuple means that everything is as it should be."""

    takes: int
    problems: tuple[str, ...]


class Checking:
    """Compares the rows of one project with its files."""

    def __init__(self, store: Store, workers: Workers, changes: Changes, folder: Path) -> None:
        self._store = store
        self._workers = workers
        self._changes = changes
        self._folder = folder

    async def run(self, progress: Callable[[int, int], None]) -> CheckReport:
        """Check everything; `progress(done, all)` counts takes."""
        problems = list(self._store.problems())
        takes = self._store.takes.all()
        for number, take in enumerate(takes, start=1):
            code = needed(self._store.shots.get(take.shot_id), "shot").code
            problem = await self._file(take.file, take.sha256, f"{code} take {take.number}")
            problems += problem
            if bool(problem) != take.missing and not self._store.read_only:
                self._mark(take, missing=bool(problem))
            progress(number, len(takes))
        for reference in self._store.references.all():
            code = needed(self._store.shots.get(reference.shot_id), "shot").code
            problems += await self._file(reference.file, reference.sha256, f"{code} reference “{reference.name}”")
        return CheckReport(len(takes), tuple(problems))

    async def notice(self, take_ids: Iterable[TakeId]) -> None:
        """Mark takes whose clip has gone, and those whose clip is there again at its full size: one look at each."""
        for take in self._store.takes.some(take_ids):
            size = await asyncio.to_thread(_size, self._folder / take.file)
            gone = size is None if not take.missing else size != take.size_bytes
            if gone != take.missing and not self._store.read_only:
                self._mark(take, missing=gone)

    async def relink(self, take_id: TakeId, file: Path) -> None:
        """Take `file` back in as a take's clip. Raises InvalidInputError when its content is not that of the take."""
        take = needed(self._store.takes.get(take_id), "take")
        if not await self._workers.call(verify, file, take.sha256):
            raise InvalidInputError(
                f"“{file.name}” is not take {take.number}: its content is another.", "Look for a copy of the same clip."
            )
        await self._workers.call(adopt_copy, file, self._folder / "media", Path(take.file).suffix)
        self._mark(take, missing=False)

    def _mark(self, take: Take, *, missing: bool) -> None:
        with self._store.write():
            self._store.takes.mark_missing(take.id, missing=missing)
        self._changes.publish(Change(shots=frozenset({take.shot_id}), takes=frozenset({take.id})))

    async def _file(self, name: str, sha256: str, what: str) -> list[str]:
        """What is wrong with a file of the media folder, in at most one sentence; a bad one is set aside."""
        file = self._folder / name
        try:
            if not await asyncio.to_thread(file.exists):
                return [f"{what}: {name} is not there. Put it back, or make it again."]
            if await self._workers.call(verify, file, sha256):
                return []
            if self._store.read_only:
                return [f"{what}: {name} is not what landed."]
            aside = await self._workers.call(set_aside, file, self._folder / ASIDE)
        except (MediaError, ProjectError) as error:
            return [f"{what}: {error}"]
        return [f"{what}: {name} is not what landed; it now lies in {ASIDE}/{aside.name}."]


def _size(file: Path) -> int | None:
    """Bytes, None where there is no file."""
    try:
        return file.stat().st_size
    except FileNotFoundError:
        return None
