"""Facts of a clip, read from the file itself: by magic, whole, and with a first frame that decodes."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path

from studio.core.errors import MediaError
from studio.media.decode import CONVERT, display_size, opened, quarter_turns
from studio.media.timing import read_timing


@dataclass(frozen=True, slots=True)
class ClipFacts:
    """What a clip is.

    width × height in square pixels as a player shows it, turned upright · rate in frames a second (the mean one when
    `variable_rate`) · frames shown · seconds they last · rotation that the file asks for, 0, 90, 180 or 270 clockwise
    · codec as FFmpeg names it · suffix that fits the content, whatever the file is called.
    """

    width: int
    height: int
    rate: Fraction
    frames: int
    seconds: Fraction
    has_audio: bool
    variable_rate: bool
    rotation: int
    codec: str
    suffix: str


def probe_clip(path: Path) -> ClipFacts:
    """The facts of the clip at `path`. Raises MediaError that says what is wrong with the file and what to do."""
    with opened(path, threads=1) as clip:
        timing = read_timing(clip)
        first = next(clip.frames(), None)
        if first is None:
            raise MediaError(f"The first frame of “{path.name}” cannot be decoded.", CONVERT)
        width, height = display_size(clip, first)
        return ClipFacts(
            width=width,
            height=height,
            rate=timing.rate,
            frames=len(timing.times),
            seconds=timing.seconds,
            has_audio=bool(clip.container.streams.audio),
            variable_rate=timing.variable,
            rotation=90 * quarter_turns(first),
            codec=clip.stream.codec_context.name,
            suffix=clip.kind.value,
        )
