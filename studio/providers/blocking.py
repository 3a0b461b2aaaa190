"""The blocking engine as a provider: draws on this machine, costs nothing, needs no network."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator, Awaitable, Callable
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol

from studio.core.blocking import BlockingBrief, brief_of
from studio.core.errors import CancelledByUserError, MediaError, ProviderError
from studio.core.ids import AttemptId
from studio.core.provider import Failed, Finished, Progress, Step
from studio.core.render import RenderRequest


class DrawClip(Protocol):
    """Draws `brief` into `part`, telling each Progress; `cancel` stops it.

    Raises CancelledByUserError, MediaError, and ProjectError when the disk refuses.
    """

    def __call__(
        self, brief: BlockingBrief, part: Path, tell: Callable[[Progress], None], cancel: asyncio.Event
    ) -> Awaitable[None]: ...


@dataclass(slots=True)
class _Drawing:
    """A clip that is being drawn and what has been told of it; None once nothing more will be."""

    steps: asyncio.Queue[Step | None] = field(default_factory=asyncio.Queue)
    cancel: asyncio.Event = field(default_factory=asyncio.Event)
    task: asyncio.Task[None] | None = None


class BlockingProvider:
    """Keeps finished clips in `scratch` until they are fetched; `plate_file` finds a reference's file.

    `scratch` has to lie on the disk that clips are fetched to.
    """

    name = "blocking"
    base_url = "local:"
    replayable = True
    at_once = 1

    def __init__(self, draw: DrawClip, scratch: Path, plate_file: Callable[[str], Path], adapter_version: str) -> None:
        self.adapter_version = adapter_version
        self._draw = draw
        self._scratch = scratch
        self._plate_file = plate_file
        self._drawings: dict[str, _Drawing] = {}

    async def submit(self, request: RenderRequest, attempt_id: AttemptId) -> str:
        """Begins to draw; the attempt's own id is the remote id."""
        plate = next((one for one in request.references if one.role == "Plate"), None)
        brief = brief_of(request, str(self._plate_file(plate.file)) if plate else None)
        drawing = _Drawing()
        drawing.task = asyncio.create_task(self._run(brief, self._part(attempt_id), drawing))
        drawing.task.add_done_callback(lambda _: drawing.steps.put_nowait(None))
        self._drawings[attempt_id] = drawing
        return attempt_id

    async def watch(self, remote_id: str) -> AsyncGenerator[Step, None]:
        """Follows a drawing of this run of the program. Raises ProjectError when the disk does not take the clip, and
        whatever fault ended the drawing.
        """
        drawing = self._drawings.get(remote_id)
        if drawing is None or drawing.task is None:
            yield Failed("Shotboard was closed while it drew this clip.")
            return
        try:
            while (step := await drawing.steps.get()) is not None:
                yield step
            await drawing.task
        finally:
            self._drawings.pop(remote_id, None)
            if not drawing.task.done():
                drawing.task.cancel()
                with suppress(asyncio.CancelledError):
                    await drawing.task

    async def fetch(self, remote_id: str, part: Path) -> None:
        """Moves the clip to `part`. Raises ProviderError when it is gone."""
        try:
            await asyncio.to_thread(self._part(remote_id).replace, part)
        except OSError as error:
            raise ProviderError("The drawn clip is no longer there.", "Draft the shot again.") from error

    async def cancel(self, remote_id: str) -> None:
        """Stops drawing at the next frame."""
        if remote_id in self._drawings:
            self._drawings[remote_id].cancel.set()

    def _part(self, remote_id: str) -> Path:
        return self._scratch / f"{remote_id}.drawn"

    async def _run(self, brief: BlockingBrief, part: Path, drawing: _Drawing) -> None:
        try:
            await self._draw(brief, part, drawing.steps.put_nowait, drawing.cancel)
        except CancelledByUserError:
            drawing.steps.put_nowait(Failed("Stopped before it was drawn.", cancelled=True))
        except MediaError as error:
            drawing.steps.put_nowait(Failed(str(error)))
        else:
            drawing.steps.put_nowait(Finished())
