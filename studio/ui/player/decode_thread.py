"""The thread that reads frames: the window says what it wishes for, newest wishes replace older ones."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject, QSize, Qt, QThread, Signal
from PySide6.QtGui import QImage

from studio.core.errors import StudioError
from studio.ui.player.clips import OpenReader, Pixels, Reader

Wish = tuple[Path, int]
"""A clip and a frame of it."""

_OPEN_READERS = 4
_TURN = 8


class DecodeThread(QThread):
    """`decoded` and `thumbed` carry path, frame number and picture; `failed` path, number and a sentence for a person.

    Frames go first, in the order of the wish list; thumbnails fill the time between, and on a machine that never has
    any, one follows after eight frames.
    """

    decoded = Signal(object, int, QImage)
    thumbed = Signal(object, int, QImage)
    failed = Signal(object, int, str)

    def __init__(self, open_reader: OpenReader, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("player frames")
        self._open_reader = open_reader
        # Thumbnails have readers of their own: jumping about for them must not cost the playing clip a seek.
        self._readers: OrderedDict[tuple[Path, bool], Reader] = OrderedDict()
        self._awake = threading.Condition()
        self._frames: list[Wish] = []
        self._thumbs: list[Wish] = []
        self._thumb_size = QSize(96, 54)
        self._in_a_row = 0
        self._ending = False

    def want_frames(self, wishes: Sequence[Wish]) -> None:
        """Read these frames, the first one first; what was wished for before is forgotten."""
        with self._awake:
            self._frames = list(wishes)
            self._awake.notify()

    def want_thumbs(self, wishes: Sequence[Wish], size: QSize) -> None:
        """Read these small, `size` in device pixels, when no frame is wanted."""
        with self._awake:
            self._thumbs = list(wishes)
            self._thumb_size = size
            self._awake.notify()

    def end(self) -> None:
        """Close every clip and return when the thread is gone."""
        with self._awake:
            self._ending = True
            self._awake.notify()
        self.wait()

    def run(self) -> None:
        """Qt's name for the body of the thread."""
        while (wish := self._next()) is not None:
            (path, number), small = wish
            try:
                image = _image(self._reader(path, small).frame(number))
            except (StudioError, OSError) as error:
                self.failed.emit(path, number, str(error))
                continue
            if small:
                scaled = image.scaled(
                    self._thumb_size,
                    Qt.AspectRatioMode.KeepAspectRatioByExpanding,
                    Qt.TransformationMode.SmoothTransformation,
                )
                self.thumbed.emit(path, number, scaled)
            else:
                self.decoded.emit(path, number, image)
        for reader in self._readers.values():
            reader.close()
        self._readers.clear()

    def _next(self) -> tuple[Wish, bool] | None:
        with self._awake:
            while not (self._ending or self._frames or self._thumbs):
                self._awake.wait()
            if self._ending:
                return None
            small = bool(self._thumbs) and (not self._frames or self._in_a_row >= _TURN)
            self._in_a_row = 0 if small else self._in_a_row + 1
            return (self._thumbs if small else self._frames).pop(0), small

    def _reader(self, path: Path, small: bool) -> Reader:
        key = (path, small)
        if key in self._readers:
            self._readers.move_to_end(key)
            return self._readers[key]
        opened = self._open_reader(path)
        self._readers[key] = opened
        if len(self._readers) > _OPEN_READERS:
            self._readers.popitem(last=False)[1].close()
        return opened


def _image(pixels: Pixels) -> QImage:
    height, width = pixels.shape[0], pixels.shape[1]
    # A copy, because a picture over foreign memory must not outlive it on the other thread.
    return QImage(pixels.data, width, height, width * 4, QImage.Format.Format_RGB32).copy()
