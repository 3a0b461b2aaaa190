"""Where Python takes what nobody caught, led to one place: slots, threads, callbacks of the loop."""

from __future__ import annotations

import asyncio
import sys
import threading
from collections.abc import Callable, Mapping
from types import TracebackType

Report = Callable[[BaseException, str], None]


class Hooks:
    """Use as a context. `report(error, doing)` hears of every error that reached the top; Ctrl-C stays Python's."""

    def __init__(self, report: Report) -> None:
        self._report = report
        self._before = (sys.excepthook, threading.excepthook)

    def __enter__(self) -> Hooks:
        self._before = (sys.excepthook, threading.excepthook)
        sys.excepthook = self._uncaught
        threading.excepthook = self._uncaught_in_thread
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        sys.excepthook, threading.excepthook = self._before

    def loop_failed(self, loop: asyncio.AbstractEventLoop, context: Mapping[str, object]) -> None:
        """The loop's exception handler."""
        error = context.get("exception")
        if isinstance(error, BaseException):
            self._report(error, "answering the window")
        else:
            loop.default_exception_handler(dict(context))

    def _uncaught(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if isinstance(error, (KeyboardInterrupt, SystemExit)):
            self._before[0](kind, error, trace)
        else:
            self._report(error, "answering the window")

    def _uncaught_in_thread(self, arguments: threading.ExceptHookArgs) -> None:
        if arguments.exc_value is not None and not isinstance(arguments.exc_value, SystemExit):
            name = arguments.thread.name if arguments.thread else "a thread"
            self._report(arguments.exc_value, f"working beside the window ({name})")
