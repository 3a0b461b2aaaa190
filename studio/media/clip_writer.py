"""Writing clips: H.264 in MP4 at an exact rate, tagged BT.709, complete under its name or not there at all."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from fractions import Fraction
from pathlib import Path
from typing import cast

import av
from av.container import OutputContainer
from av.video.frame import VideoFrame
from av.video.reformatter import Colorspace
from av.video.stream import VideoStream

from studio.media.decode import Pixels
from studio.media.disk import replacing, writing

BT709 = 1
STUDIO_RANGE = 1


@dataclass(frozen=True, slots=True)
class Encoding:
    """How x264 is set: constant quality `crf`, a key frame every `gop` frames, speed `preset`, `tune` or none."""

    crf: int = 23
    gop: int = 12
    preset: str = "veryfast"
    tune: str | None = None
    index_first: bool = False


@dataclass(slots=True)
class ClipWriter:
    """Takes frames in order. Made by `written_clip`."""

    folder: Path
    container: OutputContainer
    stream: VideoStream
    rate: Fraction
    frames: int = field(default=0)

    def write(self, picture: Pixels) -> None:
        """Add a BGR picture of the clip's size."""
        frame = VideoFrame.from_ndarray(picture, format="bgr24")
        self.write_frame(frame.reformat(format="yuv420p", dst_colorspace=Colorspace.ITU709))

    def write_frame(self, frame: VideoFrame) -> None:
        """Add a yuv420p frame of the clip's size. Raises ProjectError when the disk does not take it."""
        frame.pts = self.frames
        frame.time_base = 1 / self.rate  # the stream's own changes once the file is begun
        self.frames += 1
        with writing(self.folder):
            self.container.mux(self.stream.encode(frame))


@contextmanager
def written_clip(target: Path, size: tuple[int, int], rate: Fraction, encoding: Encoding) -> Iterator[ClipWriter]:
    """A writer for a clip of even `size` (width, height) at `rate` frames a second.

    The file takes the name `target` when the block ends well. Raises ProjectError for disk trouble; then, as after
    any other trouble, nothing is left and a former `target` is untouched.
    """
    options = {"preset": encoding.preset, "crf": str(encoding.crf), "g": str(encoding.gop)}
    if encoding.tune:
        options["tune"] = encoding.tune
    flags = {"movflags": "+faststart"} if encoding.index_first else {}
    with replacing(target) as part, av.open(str(part.absolute()), "w", format="mp4", options=flags) as container:
        stream = cast(VideoStream, container.add_stream("libx264", rate=rate, options=options))
        stream.width, stream.height = size
        stream.pix_fmt = "yuv420p"
        codec = stream.codec_context
        codec.colorspace = codec.color_primaries = codec.color_trc = BT709
        codec.color_range = STUDIO_RANGE
        writer = ClipWriter(target.parent, container, stream, rate)
        yield writer
        container.mux(stream.encode(None))
