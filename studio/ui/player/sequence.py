"""Clips back to back on one rate: which clip and which of its own frames a frame of the whole is."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate

from studio.core.timebase import Rate
from studio.ui.player.clips import PlayerClip


@dataclass(frozen=True, slots=True)
class Place:
    """A frame of the whole: the clip by its number, the frame on the clip's own rate."""

    clip: int
    frame: int


class ClipSequence:
    """`frames` is the length of the whole, on `rate`; a clip of another rate keeps its own duration."""

    def __init__(self, clips: Sequence[PlayerClip], rate: Rate) -> None:
        self.clips = tuple(clips)
        self.rate = rate
        lengths = [max(1, rate.frames(clip.rate.seconds(clip.frames))) for clip in self.clips]
        self.starts = (0, *accumulate(lengths))
        self.frames = self.starts[-1]

    def place(self, frame: int) -> Place:
        """Where a frame of the whole lies; beyond the ends the nearest. Raises IndexError for an empty sequence."""
        frame = max(0, min(self.frames - 1, frame))
        number = bisect_right(self.starts, frame) - 1
        clip = self.clips[number]
        offset = frame - self.starts[number]
        # Floor: a frame is shown from the moment it begins.
        own = int(self.rate.seconds(offset) * clip.rate.fps)
        return Place(number, max(0, min(clip.frames - 1, own)))

    def length(self, number: int) -> int:
        """How many frames of the whole a clip takes."""
        return self.starts[number + 1] - self.starts[number]
