"""Turns JPEG and PNG bytes into pictures in a worker thread; the newest request of a name wins."""

from __future__ import annotations

from PySide6.QtCore import QObject, QRunnable, QSize, Qt, QThreadPool, Signal
from PySide6.QtGui import QImage

from studio.ui.image_cache import decode


class Decoder(QObject):
    """`decoded` carries the name and a QImage, a null one for bytes that are no picture."""

    decoded = Signal(str, QImage)
    _done = Signal(str, int, QImage)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)
        self._newest: dict[str, int] = {}
        self._count = 0
        self._done.connect(self._arrive, Qt.ConnectionType.QueuedConnection)

    def decode(self, name: str, data: bytes, within: QSize | None = None) -> None:
        """Decode `data`; with `within` (pixels) no larger than that box."""
        self._count += 1
        self._newest[name] = self._count
        self._pool.start(_Decoding(self, name, self._count, data, within))

    def cancel(self, name: str) -> None:
        """Let go of a request: its picture will not be told."""
        self._newest.pop(name, None)

    def wait(self) -> None:
        """Return when the worker is idle; for an orderly end."""
        self._pool.waitForDone()

    def _arrive(self, name: str, number: int, image: QImage) -> None:
        if self._newest.get(name) == number:
            del self._newest[name]
            self.decoded.emit(name, image)


class _Decoding(QRunnable):
    def __init__(self, decoder: Decoder, name: str, number: int, data: bytes, within: QSize | None) -> None:
        super().__init__()
        self._decoder, self._name, self._number, self._data, self._within = decoder, name, number, data, within

    def run(self) -> None:
        within = self._within or QSize(0, 0)
        image = decode(self._data, within.width(), within.height())
        self._decoder._done.emit(self._name, self._number, image)
