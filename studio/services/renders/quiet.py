"""Whether the queue is at rest, so that what can wait does wait."""

from __future__ import annotations

import asyncio


class Quiet:
    """Set by the scheduler, awaited by whoever would only be in the way of drawing."""

    def __init__(self) -> None:
        self._event = asyncio.Event()
        self._event.set()

    def busy(self, running: int) -> None:
        """How many jobs run now."""
        if running:
            self._event.clear()
        else:
            self._event.set()

    async def wait(self) -> None:
        """Return once nothing runs."""
        await self._event.wait()
