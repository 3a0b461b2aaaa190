"""Coroutines started from slots: held until they end, and their failures told to the person."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine
from typing import Any

Report = Callable[[BaseException, str], None]


class Tasks:
    """Holds running coroutines. `report(error, doing)` hears of every failure and of what was being done."""

    def __init__(self, report: Report) -> None:
        self._report = report
        self._running: dict[asyncio.Task[Any], str] = {}
        self._latest: dict[str, asyncio.Task[Any]] = {}

    def start(self, coroutine: Coroutine[Any, Any, object], doing: str) -> asyncio.Task[Any]:
        """Run `coroutine` in the window's loop. `doing` completes the sentence "while …", like "drafting 3 shots"."""
        task = asyncio.get_running_loop().create_task(coroutine, name=doing)
        self._running[task] = doing
        task.add_done_callback(self._ended)
        return task

    def latest(self, subject: str, coroutine: Coroutine[Any, Any, object], doing: str) -> asyncio.Task[Any]:
        """As `start`, and whatever was still running for the same `subject` is given up first."""
        if (before := self._latest.get(subject)) is not None:
            before.cancel()
        task = self.start(coroutine, doing)
        self._latest[subject] = task
        return task

    def doing(self) -> tuple[str, ...]:
        """What is under way, oldest first."""
        return tuple(self._running.values())

    async def stop(self) -> None:
        """Cancel everything but the caller and wait until it has ended."""
        mine = asyncio.current_task()
        others = [task for task in self._running if task is not mine]
        for task in others:
            task.cancel()
        await asyncio.gather(*others, return_exceptions=True)

    def _ended(self, task: asyncio.Task[Any]) -> None:
        doing = self._running.pop(task)
        for subject, latest in list(self._latest.items()):
            if latest is task:
                del self._latest[subject]
        if not task.cancelled() and (error := task.exception()) is not None:
            self._report(error, doing)
