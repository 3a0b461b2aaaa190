"""What a function that runs in a worker process may use: send word back, notice a cancel, keep things warm."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol, TypeVar, cast

T = TypeVar("T")


class Kept:
    """What one worker process keeps between calls: at most one value of each type, made on first use."""

    def __init__(self) -> None:
        self._values: dict[type, object] = {}

    def keep(self, kind: type[T], make: Callable[[], T]) -> T:
        """The kept value of type `kind`; `make()` builds it the first time."""
        if kind not in self._values:
            self._values[kind] = make()
        return cast(T, self._values[kind])


class Reply(Protocol):
    """The line back to whoever asked, handed to a worker function as its last argument."""

    @property
    def state(self) -> Kept:
        """What this worker process keeps between calls."""
        ...

    def __call__(self, message: object) -> None:
        """Send a picklable `message` back while the work goes on."""
        ...

    def cancelled(self) -> bool:
        """Whether the asker no longer wants the result."""
        ...
