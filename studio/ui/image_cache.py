"""Pictures by key and size: fetched in batches, decoded and scaled in threads, kept as pixmaps while they are of use.

Threads decode with QImageReader, which lets Python run meanwhile (QImage.fromData and .scaled do not) and, for a JPEG,
scales while it decodes.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Awaitable, Callable, Coroutine, Mapping, Sequence
from typing import Any

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QObject, QRunnable, QSize, Qt, QThreadPool, QTimer, Signal
from PySide6.QtGui import QImage, QImageReader, QPixmap

Loader = Callable[[Sequence[str]], Awaitable[Mapping[str, bytes]]]
"""Fetches pictures (JPEG or PNG bytes) by their keys; keys without a picture are left out of the answer."""

Starter = Callable[[Coroutine[Any, Any, object], str], object]
"""Runs a coroutine in the window's loop and reports its failure; the words say what was being done."""

Wanted = tuple[str, int, int]

BATCH = 24
WAITING = 160  # requests kept; older ones have scrolled out of sight and are asked again when they come back
PIXMAP_BYTES = 48 << 20
JPEG_BYTES = 24 << 20


class ImageCache(QObject):
    """`ask` for a picture; where it is not there yet, `ready(key)` tells when it is. Lives in the window's thread."""

    ready = Signal(str)

    def __init__(self, loader: Loader, start: Starter, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._loader = loader
        self._start = start
        self._pixmaps: OrderedDict[Wanted, QPixmap] = OrderedDict()
        self._pixmap_bytes = 0
        self._jpegs: OrderedDict[str, bytes] = OrderedDict()
        self._jpeg_bytes = 0
        self._absent: set[str] = set()
        self._waiting: OrderedDict[Wanted, None] = OrderedDict()
        self._fetching: set[str] = set()
        self._decoding: set[Wanted] = set()
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(2)
        self._decoded = _Decoded(self)
        self._decoded.done.connect(self._keep)
        self._turn = QTimer(self)
        self._turn.setSingleShot(True)
        self._turn.timeout.connect(self._work)

    def ask(self, key: str, width_px: int, height_px: int = 0) -> QPixmap | None:
        """The picture, fitted into width × height device pixels (height 0: as its shape asks), or None for now."""
        wanted = (key, width_px, height_px)
        found = self._pixmaps.get(wanted)
        if found is not None:
            self._pixmaps.move_to_end(wanted)
            return found
        if key not in self._absent and wanted not in self._decoding:
            self._waiting[wanted] = None
            self._waiting.move_to_end(wanted)
            if len(self._waiting) > WAITING:
                self._waiting.popitem(last=False)
            if not self._turn.isActive():
                self._turn.start(0)
        return None

    def lacks(self, key: str) -> bool:
        """Whether it is known that there is no readable picture of this key."""
        return key in self._absent

    def forget(self, keys: Sequence[str] | None = None) -> None:
        """Let go of some pictures, because they have changed, or of all."""
        gone = None if keys is None else set(keys)
        for wanted in [wanted for wanted in self._pixmaps if gone is None or wanted[0] in gone]:
            self._pixmap_bytes -= _size(self._pixmaps.pop(wanted))
        for key in [key for key in self._jpegs if gone is None or key in gone]:
            self._jpeg_bytes -= len(self._jpegs.pop(key))
        self._absent = set() if gone is None else self._absent - gone

    def close(self) -> None:
        """Drop what is waiting and let the threads end."""
        self._turn.stop()
        self._waiting.clear()
        self._pool.clear()
        self._pool.waitForDone()

    def _work(self) -> None:
        """Newest first: decode what bytes are here for, fetch the rest."""
        missing: dict[str, None] = {}
        for wanted in reversed(list(self._waiting)):
            key = wanted[0]
            if (data := self._jpegs.get(key)) is not None:
                self._jpegs.move_to_end(key)
                del self._waiting[wanted]
                self._decoding.add(wanted)
                self._pool.start(_Decode(wanted, data, self._decoded))
            elif key not in self._fetching and len(missing) < BATCH:
                missing[key] = None
        if missing and len(self._fetching) < 2 * BATCH:
            keys = tuple(missing)
            self._fetching.update(keys)
            self._start(self._fetch(keys), "loading pictures")

    async def _fetch(self, keys: tuple[str, ...]) -> None:
        found: Mapping[str, bytes] = {}
        try:
            found = await self._loader(keys)
        finally:
            # Also after a failure, which the starter reports: whoever waits must not wait for ever.
            self._fetching.difference_update(keys)
            self._take(keys, found)

    def _take(self, keys: tuple[str, ...], found: Mapping[str, bytes]) -> None:
        for key in keys:
            if (data := found.get(key)) is None:
                self._give_up(key)
            else:
                self._jpegs[key] = data
                self._jpeg_bytes += len(data)
        while self._jpeg_bytes > JPEG_BYTES and len(self._jpegs) > len(keys):
            self._jpeg_bytes -= len(self._jpegs.popitem(last=False)[1])
        self._work()

    def _give_up(self, key: str) -> None:
        self._absent.add(key)
        for wanted in [wanted for wanted in self._waiting if wanted[0] == key]:
            del self._waiting[wanted]
        self.ready.emit(key)

    def _keep(self, wanted: Wanted, image: QImage) -> None:
        self._decoding.discard(wanted)
        if image.isNull():
            self._give_up(wanted[0])
            return
        pixmap = QPixmap.fromImage(image)
        self._pixmaps[wanted] = pixmap
        self._pixmap_bytes += _size(pixmap)
        while self._pixmap_bytes > PIXMAP_BYTES and len(self._pixmaps) > 1:
            self._pixmap_bytes -= _size(self._pixmaps.popitem(last=False)[1])
        self.ready.emit(wanted[0])


class _Decoded(QObject):
    """Carries a decoded picture from a thread to the window."""

    done = Signal(tuple, QImage)


class _Decode(QRunnable):
    def __init__(self, wanted: Wanted, data: bytes, answer: _Decoded) -> None:
        super().__init__()
        self._wanted = wanted
        self._data = data
        self._answer = answer

    def run(self) -> None:
        _, width, height = self._wanted
        self._answer.done.emit(self._wanted, decode(self._data, width, height))


def decode(data: bytes | memoryview, width_px: int = 0, height_px: int = 0) -> QImage:
    """A JPEG or PNG fitted into width × height pixels, never enlarged, 0 leaves that side free; null if unreadable."""
    buffer = QBuffer()
    buffer.setData(QByteArray(data))  # type: ignore[arg-type]
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer)
    size = reader.size() if width_px or height_px else QSize()
    if size.isValid():
        box = QSize(width_px or size.width(), height_px or max(1, round(size.height() * width_px / size.width())))
        # A pixel of rounding must not cost a thin black bar.
        fitted = size.scaled(box, Qt.AspectRatioMode.KeepAspectRatio)
        if abs(fitted.width() - box.width()) <= 2 and abs(fitted.height() - box.height()) <= 2:
            fitted = box
        if fitted.width() < size.width():
            reader.setScaledSize(fitted)
    return reader.read()


def _size(pixmap: QPixmap) -> int:
    return pixmap.width() * pixmap.height() * 4
