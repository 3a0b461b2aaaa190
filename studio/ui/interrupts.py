"""Ctrl-C and a system that shuts down, heard at once: an idle Qt loop would run no Python until something moves."""

from __future__ import annotations

import signal
import socket
from collections.abc import Callable
from contextlib import suppress
from types import FrameType, TracebackType
from typing import Any

from PySide6.QtCore import QObject, QSocketNotifier

_SIGNALS = tuple(getattr(signal, name) for name in ("SIGINT", "SIGTERM", "SIGHUP", "SIGBREAK") if hasattr(signal, name))


class Interrupts:
    """Use as a context on the main thread: calls `told(number)` on the window's thread when a signal arrives.

    Python writes the number to a socket from the C handler; Qt watches the other end of it.
    """

    def __init__(self, parent: QObject, told: Callable[[int], None]) -> None:
        self._told = told
        self._reader, self._writer = socket.socketpair()
        self._reader.setblocking(False)
        self._writer.setblocking(False)
        self._notifier = QSocketNotifier(self._reader.fileno(), QSocketNotifier.Type.Read, parent)
        self._notifier.activated.connect(self._arrived)
        self._before: dict[int, Any] = {}
        self._before_fd = -1

    def __enter__(self) -> Interrupts:
        for number in _SIGNALS:
            self._before[number] = signal.signal(number, _nothing)
        self._before_fd = signal.set_wakeup_fd(self._writer.fileno())
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        signal.set_wakeup_fd(self._before_fd)
        for number, handler in self._before.items():
            signal.signal(number, handler)
        self._notifier.setEnabled(False)
        self._reader.close()
        self._writer.close()

    def _arrived(self) -> None:
        with suppress(BlockingIOError):
            for number in self._reader.recv(64):
                if number in _SIGNALS:
                    self._told(number)


def _nothing(number: int, frame: FrameType | None) -> None:
    """A Python handler has to stand there for the number to be written."""
