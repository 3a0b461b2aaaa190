"""The small all-intra copy of a clip that makes scrubbing and stepping instant."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from itertools import chain
from pathlib import Path

from av.video.frame import VideoFrame

from studio.core.errors import CancelledByUserError, MediaError
from studio.core.timebase import Rate
from studio.core.work import Reply
from studio.media.clip_writer import ClipWriter, Encoding, written_clip
from studio.media.decode import CONVERT, OpenClip, display_size, fitted, opened, quarter_turns, scaled, upright
from studio.media.timing import conformed, read_timing

LONG_SIDE = 640
ENCODING = Encoding(crf=23, gop=1, preset="veryfast", tune="fastdecode")
PROGRESS_EVERY = 24


@dataclass(frozen=True, slots=True)
class ProxyFacts:
    """What the proxy became: width × height in pixels, rate in frames a second, frames."""

    width: int
    height: int
    rate: Fraction
    frames: int


def write_proxy(source: Path, target: Path, rate: Rate, reply: Reply | None = None) -> ProxyFacts:
    """Write the proxy of `source` to `target`: long side at most 640, even, upright, no sound.

    Rate and number of frames are those of the source; one of variable rate is conformed to the project's `rate`.
    `reply`, where given, gets the share done (0–1) now and then and may cancel. Raises MediaError when the source
    cannot be decoded, ProjectError for disk trouble, CancelledByUserError; then no file is left.
    """
    with opened(source) as clip:
        timing = read_timing(clip)
        fps = rate.fps if timing.variable else timing.rate
        total = max(1, round(timing.seconds * fps))
        shown = conformed(clip.frames(), timing, fps, total)
        first = next(shown, None)
        if first is None:
            raise MediaError(f"No frame of “{source.name}” can be decoded.", CONVERT)
        size = fitted(display_size(clip, first), LONG_SIDE, step=2)
        with written_clip(target, size, fps, ENCODING) as writer:
            for frame in chain((first,), shown):
                _add(writer, clip, frame, size)
                if reply is not None and writer.frames % PROGRESS_EVERY == 0:
                    _say(reply, writer.frames / total)
        return ProxyFacts(*size, fps, writer.frames)


def _add(writer: ClipWriter, clip: OpenClip, frame: VideoFrame, size: tuple[int, int]) -> None:
    if quarter_turns(frame):
        writer.write(upright(clip, frame, size))
    else:
        writer.write_frame(scaled(frame, size, "yuv420p"))


def _say(reply: Reply, share: float) -> None:
    if reply.cancelled():
        raise CancelledByUserError("The preview was not made.")
    reply(share)
