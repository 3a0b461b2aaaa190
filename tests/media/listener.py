"""Stands where a worker's line to the engine would be, and remembers what was said."""

from __future__ import annotations

from studio.core.work import Kept


class Listener:
    """A Reply that collects messages and, where asked, is cancelled after some of them."""

    def __init__(self, cancel_after: int | None = None) -> None:
        self.heard = list[object]()
        self.state = Kept()
        self._cancel_after = cancel_after

    def __call__(self, message: object) -> None:
        """Remember `message`."""
        self.heard.append(message)

    def cancelled(self) -> bool:
        """Whether enough was heard."""
        return self._cancel_after is not None and len(self.heard) >= self._cancel_after
