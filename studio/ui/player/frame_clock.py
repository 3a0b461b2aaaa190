"""Which frame is due now: whole numbers of frames from a steady clock, exact at any rate and speed."""

from __future__ import annotations

from collections.abc import Callable

from studio.core.timebase import Rate

SECOND_NS = 1_000_000_000


class FrameClock:
    """`now_ns` is a clock that never goes back. Speed is in whole multiples, negative backwards, 0 while it stands."""

    def __init__(self, now_ns: Callable[[], int]) -> None:
        self._now_ns = now_ns
        self._rate = Rate(24)
        self._began_ns = 0
        self._first = 0
        self.speed = 0

    def start(self, frame: int, speed: int, rate: Rate) -> None:
        """Run from `frame` at `speed` from now on."""
        self._first, self.speed, self._rate = frame, speed, rate
        self._began_ns = self._now_ns()

    def stop(self) -> None:
        """Stand still."""
        self.speed = 0

    def due(self) -> int:
        """The frame that is due; not held to any length."""
        passed = self._passed()
        return self._first + passed if self.speed >= 0 else self._first - passed

    def wait_ms(self) -> int:
        """Milliseconds until the next frame is due, at least 1."""
        step = SECOND_NS * self._rate.denominator
        pace = self._rate.numerator * max(1, abs(self.speed))
        due_ns = -(-(self._passed() + 1) * step // pace)
        return max(1, -(-(due_ns - self._elapsed()) // 1_000_000))

    def _elapsed(self) -> int:
        return self._now_ns() - self._began_ns

    def _passed(self) -> int:
        pace = self._rate.numerator * abs(self.speed)
        return self._elapsed() * pace // (SECOND_NS * self._rate.denominator)
