"""Any frame of a clip, exactly and at once: what the player reads from a proxy."""

from __future__ import annotations

from contextlib import ExitStack
from pathlib import Path
from typing import Self

from studio.core.errors import MediaError
from studio.media.decode import CONVERT, Pixels, decoding, display_size, opened, upright
from studio.media.timing import read_timing

READ_ON = 12  # frames ahead that are reached sooner by decoding on than by a seek


class FrameReader:
    """A clip held open for one thread, to be closed or used in a `with`. About 2 MB for a proxy.

    `frames` is how many there are, `rate` their number a second. Opening raises MediaError as `opened` does.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        with ExitStack() as stack:
            self._clip = stack.enter_context(opened(path, threads=1))
            self._timing = read_timing(self._clip)
            self._open = stack.pop_all()
        self.frames = len(self._timing.times)
        self.rate = self._timing.rate
        self._coming = self._clip.frames()
        self._position = -1
        self._picture: Pixels | None = None

    def frame(self, number: int) -> Pixels:
        """Frame `number` (from 0; beyond the ends the nearest) as BGRA, (height, width, 4), rows without padding.

        The array is the caller's to keep and not to write into. Raises MediaError when no such frame decodes.
        """
        number = min(max(number, 0), self.frames - 1)
        if self._picture is not None and number == self._position:
            return self._picture
        with decoding(self._path):
            if not 0 < number - self._position <= READ_ON:
                self._seek(number)
            return self._decode(number)

    def _seek(self, number: int) -> None:
        self._clip.container.seek(self._timing.times[number], stream=self._clip.stream, backward=True)
        self._coming = self._clip.frames()

    def _decode(self, number: int) -> Pixels:
        wanted = self._timing.times[number]
        for frame in self._coming:
            if frame.pts is not None and frame.pts >= wanted:
                self._position = number
                self._picture = upright(self._clip, frame, display_size(self._clip, frame), "bgra")
                return self._picture
        self._position, self._picture = self.frames, None  # the decoder is at its end: only a seek goes on from here
        raise MediaError(f"Frame {number} of “{self._path.name}” cannot be decoded.", CONVERT)

    def close(self) -> None:
        """Close the file; no frame can be read afterwards."""
        self._open.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()
