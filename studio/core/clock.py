"""The seam through which time and chance come in."""

from __future__ import annotations

from datetime import datetime
from typing import Protocol


class Clock(Protocol):
    """Where time, randomness and new identities come from."""

    def now(self) -> datetime:
        """The time of day, aware, in UTC."""
        ...

    def monotonic(self) -> float:
        """Seconds that never jump, for deadlines and elapsed time."""
        ...

    def new_id(self) -> str:
        """A fresh UUIDv7."""
        ...
