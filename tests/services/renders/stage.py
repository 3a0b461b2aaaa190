"""A provider that does what a test tells it, at the seam where a vendor would be."""

from __future__ import annotations

import asyncio
import shutil
from collections.abc import AsyncGenerator, Callable
from dataclasses import dataclass, field
from pathlib import Path

from studio.core.ids import AttemptId
from studio.core.money import Money
from studio.core.provider import Failed, Finished, Progress, Step
from studio.core.render import RenderRequest

Act = Callable[["Stage", RenderRequest], Step]


@dataclass
class Stage:
    """Every request is made at once as a copy of `clip`, unless `acts` says otherwise for the next ones.

    `hold()` keeps what is submitted from ending until `go()`.
    """

    clip: Path
    replayable: bool = True
    at_once: int = 1
    name: str = "stage"
    adapter_version: str = "1"
    base_url: str = "local:"
    acts: list[Act] = field(default_factory=list)
    seeds: list[int] = field(default_factory=list)
    submitting: list[BaseException] = field(default_factory=list)
    slow_submit: asyncio.Event | None = None

    def __post_init__(self) -> None:
        self._requests: dict[str, RenderRequest] = {}
        self._stop: dict[str, asyncio.Event] = {}
        self._free = asyncio.Event()
        self._free.set()

    def hold(self) -> None:
        """What is submitted from now on stays under way."""
        self._free.clear()

    def go(self) -> None:
        """Let everything end."""
        self._free.set()

    async def submit(self, request: RenderRequest, attempt_id: AttemptId) -> str:
        if self.slow_submit is not None:
            await self.slow_submit.wait()
        if self.submitting:
            raise self.submitting.pop(0)
        self.seeds.append(request.seed)
        self._requests[attempt_id] = request
        return attempt_id

    async def watch(self, remote_id: str) -> AsyncGenerator[Step, None]:
        yield Progress(picture=b"\xff\xd8first", frames_done=1, frames_all=2)
        waits = {asyncio.create_task(self._free.wait()), asyncio.create_task(self._stops(remote_id).wait())}
        try:
            await asyncio.wait(waits, return_when=asyncio.FIRST_COMPLETED)
        finally:
            for wait in waits:
                wait.cancel()
        if self._stops(remote_id).is_set():
            yield Failed("Stopped.", cancelled=True)
        elif self.acts:
            yield self.acts.pop(0)(self, self._requests[remote_id])
        else:
            yield Finished(billed=Money(30_000))

    async def fetch(self, remote_id: str, part: Path) -> None:
        shutil.copyfile(self.clip, part)

    async def cancel(self, remote_id: str) -> None:
        self._stops(remote_id).set()

    def _stops(self, remote_id: str) -> asyncio.Event:
        return self._stop.setdefault(remote_id, asyncio.Event())


def does(step: Step) -> Act:
    """The next request ends with this."""
    return lambda _stage, _request: step


def raises(error: BaseException) -> Act:
    """The next request ends with this error instead of a step."""

    def act(_stage: Stage, _request: RenderRequest) -> Step:
        raise error

    return act
