"""Checking a project: structure, hashes and files. Sets bad media aside, mends what can be derived, deletes nothing."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from studio.core.board import Change
from studio.core.take import Take
from studio.media.blobs import set_aside, verify
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
        touched: list[Take] = []
        for number, take in enumerate(takes, start=1):
            sentence = await self._one(take)
            if sentence:
                problems.append(sentence)
            if bool(sentence) != take.missing:
                touched.append(take)
            progress(number, len(takes))
        if touched and not self._store.read_only:
            with self._store.write():
                for take in touched:
                    self._store.takes.mark_missing(take.id, missing=not take.missing)
            self._changes.publish(Change(shots=frozenset(take.shot_id for take in touched)))
        return CheckReport(len(takes), tuple(problems))

    async def _one(self, take: Take) -> str:
        file = self._folder / take.file
        code = needed(self._store.shots.get(take.shot_id), "shot").code
        if not file.exists():
            return f"{code} take {take.number}: {take.file} is not there. Put it back or make the take again."
        if await self._workers.call(verify, file, take.sha256):
            return ""
        if self._store.read_only:
            return f"{code} take {take.number}: {take.file} is not what landed."
        aside = await self._workers.call(set_aside, file, self._folder / ASIDE)
        return f"{code} take {take.number}: {take.file} is not what landed; it now lies in {ASIDE}/{aside.name}."
