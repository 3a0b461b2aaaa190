"""The real clock."""

from __future__ import annotations

import os
import time
from datetime import UTC, datetime

from studio.core.ids import uuid7


class SystemClock:
    """Time and chance of this machine."""

    def now(self) -> datetime:
        """The time of day, aware, in UTC."""
        return datetime.now(UTC)

    def monotonic(self) -> float:
        """Seconds that never jump."""
        return time.monotonic()

    def new_id(self) -> str:
        """A fresh UUIDv7."""
        return uuid7(time.time_ns() // 1_000_000, os.urandom(10))
