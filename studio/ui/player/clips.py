"""What the player is given: clips in order, and a way to open one and read any frame of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from studio.core.timebase import Rate


class Pixels(Protocol):
    """A picture in memory: `shape` is (height, width, 4), `data` its BGRA bytes in rows without padding."""

    @property
    def shape(self) -> tuple[int, ...]: ...

    @property
    def data(self) -> memoryview: ...


class Reader(Protocol):
    """A clip held open for one thread. `frame` raises StudioError for one that does not decode."""

    def frame(self, number: int, /) -> Pixels: ...

    def close(self) -> None: ...


OpenReader = Callable[[Path], Reader]
"""Opens a clip; raises StudioError when it cannot."""


@dataclass(frozen=True, slots=True)
class PlayerClip:
    """`frames` counts on the clip's own `rate`. Without a `path` it is a slate: `code` and `action` on a dark card.

    `take` is what the label says after the code (`take 5, Validation`).
    """

    code: str
    path: Path | None
    rate: Rate
    frames: int
    take: str = ""
    action: str = ""
