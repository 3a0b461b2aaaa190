"""Changes: who wants to know that something in the project is different."""

from __future__ import annotations

from collections.abc import Callable

from studio.core.board import Change


class Changes:
    """Tells every subscriber at once, on the thread that publishes (the engine's), in the order they came."""

    def __init__(self) -> None:
        self._callbacks: list[Callable[[Change], None]] = []

    def subscribe(self, callback: Callable[[Change], None]) -> Callable[[], None]:
        """From now on `callback` hears of every change; call the returned function to stop that."""
        self._callbacks.append(callback)

        def unsubscribe() -> None:
            if callback in self._callbacks:
                self._callbacks.remove(callback)

        return unsubscribe

    def publish(self, change: Change) -> None:
        """Tell that `change` has happened; what it names is in the database already."""
        for callback in tuple(self._callbacks):
            callback(change)
