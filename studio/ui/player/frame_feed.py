"""Frames on the window's side: what has come from the thread and is kept a while, and what is wished for."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterable
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage

from studio.ui.player.clips import OpenReader
from studio.ui.player.decode_thread import DecodeThread, Wish

KEPT = 16


class FrameFeed(QObject):
    """`arrived` and `missed` name a wish (path and frame), the latter with a sentence for a person."""

    arrived = Signal(object, int)
    missed = Signal(object, int, str)

    def __init__(self, open_reader: OpenReader, parent: QObject) -> None:
        super().__init__(parent)
        self._kept: OrderedDict[Wish, QImage] = OrderedDict()
        self.decoding = DecodeThread(open_reader)
        self.decoding.decoded.connect(self._keep)
        self.decoding.failed.connect(self.missed)
        # A thread that is still running when it is destroyed takes the process with it.
        parent.destroyed.connect(self.decoding.end)
        self.decoding.start()

    def get(self, wish: Wish) -> QImage | None:
        """A frame, if it is here."""
        return self._kept.get(wish)

    def want(self, wishes: Iterable[Wish | None]) -> None:
        """Read what is not here yet, in this order; older wishes are forgotten."""
        missing = [wish for wish in dict.fromkeys(wishes) if wish is not None and wish not in self._kept]
        self.decoding.want_frames(missing)

    def clear(self) -> None:
        """Let go of every frame."""
        self._kept.clear()

    def end(self) -> None:
        """Close every clip and let the thread go."""
        self.decoding.end()

    def _keep(self, path: Path, number: int, image: QImage) -> None:
        self._kept[path, number] = image
        self._kept.move_to_end((path, number))
        while len(self._kept) > KEPT:
            self._kept.popitem(last=False)
        self.arrived.emit(path, number)
