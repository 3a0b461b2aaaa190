"""The one line between the window and the engine thread: service calls go over, one coalesced `Change` comes back."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine
from threading import Lock
from typing import TYPE_CHECKING, Any, TypeVar

from PySide6.QtCore import QElapsedTimer, QObject, Qt, QTimer, Signal, Slot

from studio.core.board import Change
from studio.ui.start import Studio

if TYPE_CHECKING:
    from studio.services.workspace import Workspace

T = TypeVar("T")
PAUSE_MS = 50  # between two signals: 20 a second at most


class Bridge(QObject):
    """Belongs to the window's thread. `changed` carries a `Change`, `opened` the new workspace or None.

    `studio` is the running program, or the promise of it: what is called before it runs waits for it.
    """

    changed = Signal(object)
    opened = Signal(object)
    _woken = Signal()

    def __init__(self, studio: asyncio.Future[Studio], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._studio = studio
        self._workspace: Workspace | None = None
        self._unsubscribe: Callable[[], None] = lambda: None
        self._lock = Lock()
        self._pending: Change | None = None
        self._since = QElapsedTimer()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._tell)
        self._woken.connect(self._schedule, Qt.ConnectionType.QueuedConnection)

    @property
    def workspace(self) -> Workspace | None:
        """The open project, None while there is none."""
        return self._workspace

    async def studio(self) -> Studio:
        """The running program. Raises what kept it from starting."""
        return await asyncio.shield(self._studio)

    async def run(self, call: Coroutine[Any, Any, T]) -> T:
        """Await a service call on the engine thread. Raises what the call raised.

        Giving up the wait does not stop the call: what a window does never cuts paid work short.
        """
        try:
            engine = (await self.studio()).engine
        except BaseException:
            call.close()
            raise
        asked_of = self._workspace
        answer = asyncio.wrap_future(engine.submit(lambda: call))
        answer.add_done_callback(_look)
        await asyncio.wait({answer})
        if answer.exception() is not None and self._workspace is not asked_of:
            # The project was closed under the call; nobody is left to be told.
            raise asyncio.CancelledError
        return answer.result()

    def attach(self, workspace: Workspace | None) -> None:
        """Make `workspace` the open project and listen to its changes."""
        self._unsubscribe()
        with self._lock:
            self._pending = None
        self._workspace = workspace
        self._unsubscribe = workspace.changes.subscribe(self.tell) if workspace else lambda: None
        self.opened.emit(workspace)

    def tell(self, change: Change) -> None:
        """Note `change`, from any thread; the window hears of it within 50 ms, with what else has come by then."""
        with self._lock:
            first = self._pending is None
            self._pending = change if self._pending is None else self._pending | change
        if first:
            self._woken.emit()

    @Slot()
    def _schedule(self) -> None:
        waited = self._since.elapsed() if self._since.isValid() else PAUSE_MS
        self._timer.start(max(0, PAUSE_MS - waited))

    @Slot()
    def _tell(self) -> None:
        with self._lock:
            change, self._pending = self._pending, None
        if change is not None:
            self._since.restart()
            self.changed.emit(change)


def _look(answer: asyncio.Future[Any]) -> None:
    """A failure that nobody waits for any more is no failure to tell of."""
    if not answer.cancelled():
        answer.exception()
