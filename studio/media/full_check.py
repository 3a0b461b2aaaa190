"""Decodes a clip from end to end and says whether every frame is there. A clip that fails is marked, never dropped."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from av.error import InvalidDataError

from studio.core.errors import CancelledByUserError, MediaError
from studio.core.work import Reply
from studio.media.decode import opened
from studio.media.timing import read_timing

PROGRESS_EVERY = 48


@dataclass(frozen=True, slots=True)
class FullCheck:
    """How many frames the file lists, how many decoded, and how many of these the decoder had to patch."""

    listed: int
    decoded: int
    patched: int

    @property
    def whole(self) -> bool:
        """Whether every frame decodes as it was encoded."""
        return self.decoded == self.listed > 0 and self.patched == 0


def every_frame_decodes(path: Path) -> bool:
    """Whether the clip is whole to its last frame; False also when it does not open at all."""
    try:
        return full_check(path).whole
    except MediaError:
        return False


def full_check(path: Path, reply: Reply | None = None) -> FullCheck:
    """Decode all of the clip. `reply` gets the share done (0–1) now and then and may cancel.

    Raises MediaError when the clip does not even open, CancelledByUserError.
    """
    with opened(path) as clip:
        listed = len(read_timing(clip).times)
        decoded = patched = 0
        for packet in clip.container.demux(clip.stream):
            try:
                frames = packet.decode()
            except InvalidDataError:
                continue
            for frame in frames:
                decoded += 1
                patched += frame.is_corrupt
                if reply is not None and decoded % PROGRESS_EVERY == 0:
                    if reply.cancelled():
                        raise CancelledByUserError("The clip was not checked.")
                    reply(min(1.0, decoded / listed))
    return FullCheck(listed, decoded, patched)
