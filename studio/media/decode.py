"""Opening clips and turning their frames into upright pictures with square pixels and right colours."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path

import av
import numpy as np
from av.container import InputContainer
from av.error import FFmpegError, InvalidDataError
from av.video.frame import VideoFrame
from av.video.reformatter import Colorspace, Interpolation
from av.video.stream import VideoStream
from numpy.typing import NDArray

from studio.core.errors import MediaError
from studio.media.container import Container, check_container

Pixels = NDArray[np.uint8]

MOST_PIXELS = 64_000_000
MOST_STREAMS = 16
UNSPECIFIED = 2
HD_HEIGHT = 720
CONVERT = "Convert it to an H.264 MP4 and use that."


@dataclass(frozen=True, slots=True)
class OpenClip:
    """A clip open for reading: its container and its first video stream."""

    path: Path
    kind: Container
    container: InputContainer
    stream: VideoStream

    def frames(self) -> Iterator[VideoFrame]:
        """The frames that decode, in the order of display, from where the clip stands; broken ones are left out."""
        for packet in self.container.demux(self.stream):
            with suppress(InvalidDataError):
                yield from packet.decode()

    def times(self) -> list[int]:
        """When each frame is shown, ascending, in ticks of the stream's time base. Leaves the clip at its start."""
        packets = self.container.demux(self.stream)
        times = sorted(packet.pts for packet in packets if packet.pts is not None and not packet.is_discard)
        self.rewind()
        return times

    def rewind(self) -> None:
        """Stand before the first frame again."""
        self.container.seek(self.stream.start_time or 0, stream=self.stream, backward=True)


@contextmanager
def opened(path: Path, threads: int = 0) -> Iterator[OpenClip]:
    """The clip at `path`, open; `threads` for the decoder, 0 = as many as there are cores.

    Raises MediaError for whatever is no whole clip with a picture, also for trouble that shows while the block reads.
    """
    kind = check_container(path)
    with (
        decoding(path),
        av.open(
            str(path.absolute()), format=kind.demuxer, options={"protocol_whitelist": "file"}, metadata_errors="ignore"
        ) as container,
    ):
        if not container.streams.video:
            raise MediaError(f"“{path.name}” has no picture, only sound or data.", "Use a clip with video.")
        stream = container.streams.video[0]
        codec = stream.codec_context
        if codec is None:  # PyAV's types promise that it is there; for an unknown codec it is not
            raise MediaError(f"“{path.name}” is in a video format that Shotboard does not know.", CONVERT)
        if len(container.streams) > MOST_STREAMS:
            raise MediaError(f"“{path.name}” has more than {MOST_STREAMS} tracks.", CONVERT)
        if codec.width * codec.height > MOST_PIXELS:
            raise MediaError(
                f"“{path.name}” is {codec.width} × {codec.height} pixels, more than Shotboard opens.",
                "Make a version of at most 8192 × 7800 pixels and use that.",
            )
        codec.thread_type = "AUTO"
        codec.thread_count = threads
        yield OpenClip(path, kind, container, stream)


@contextmanager
def decoding(path: Path) -> Iterator[None]:
    """Turn what FFmpeg raises about the clip at `path` into MediaError."""
    try:
        yield
    except FFmpegError as error:
        raise MediaError(f"“{path.name}” cannot be decoded ({error.strerror}).", CONVERT) from error


def quarter_turns(frame: VideoFrame) -> int:
    """How many quarter turns clockwise bring the frame upright: 0 to 3."""
    return round(-frame.rotation / 90) % 4


def display_size(clip: OpenClip, frame: VideoFrame) -> tuple[int, int]:
    """(width, height) in square pixels, upright, as a player would show the frame."""
    width, height = _square_size(clip, frame)
    return (height, width) if quarter_turns(frame) % 2 else (width, height)


def fitted(size: tuple[int, int], long_side: int, step: int = 1) -> tuple[int, int]:
    """`size` made to fit `long_side` without changing its shape and never larger than it is; a multiple of `step`."""
    scale = min(Fraction(1), Fraction(long_side, max(size)))
    width, height = (max(step, step * round(side * scale / step)) for side in size)
    return width, height


def upright(clip: OpenClip, frame: VideoFrame, size: tuple[int, int], pixels: str = "bgr24") -> Pixels:
    """The frame as a player shows it, at `size` (width, height); `pixels` names a packed 8-bit format of FFmpeg."""
    turns = quarter_turns(frame)
    stored = (size[1], size[0]) if turns % 2 else size
    picture = np.asarray(scaled(frame, stored, pixels).to_ndarray(), dtype=np.uint8)
    return np.ascontiguousarray(np.rot90(picture, -turns) if turns else picture)


def scaled(frame: VideoFrame, size: tuple[int, int], pixels: str) -> VideoFrame:
    """The frame at `size`, not turned. Untagged colours are read as BT.709 from 720 lines on, else BT.601."""
    untagged = Colorspace.ITU709 if frame.height >= HD_HEIGHT else Colorspace.ITU601
    planar = pixels.startswith("yuv")
    return frame.reformat(
        width=size[0],
        height=size[1],
        format=pixels,
        src_colorspace=untagged if frame.colorspace == UNSPECIFIED else None,
        dst_colorspace=Colorspace.ITU709 if planar else None,
        interpolation=Interpolation.AREA if size[0] < frame.width else Interpolation.BICUBIC,
    )


def _square_size(clip: OpenClip, frame: VideoFrame) -> tuple[int, int]:
    shape = clip.stream.sample_aspect_ratio
    if not shape or shape == 1 or not Fraction(1, 8) <= shape <= 8:
        return frame.width, frame.height
    return max(1, round(frame.width * shape)), frame.height
