"""A filmstrip: up to 48 small JPEGs of a clip in one blob, each readable without touching the others.

Layout, little-endian: magic `SBFS` · version u16 = 1 · count u16 · width u16 · height u16 · count + 1 offsets u32
from the start of the blob (the last is the blob's length) · the JPEGs one after the other, in the order of time.
"""

from __future__ import annotations

import struct
from dataclasses import dataclass
from pathlib import Path

from studio.core.errors import MediaError
from studio.media.decode import CONVERT, display_size, fitted, opened, upright
from studio.media.pictures import jpeg
from studio.media.timing import conformed, read_timing

FRAMES = 48
WIDTH = 240
QUALITY = 80
VERSION = 1
MAGIC = b"SBFS"
HEAD = struct.Struct("<4sHHHH")
OFFSETS = struct.Struct("<II")

AGAIN = "Let Shotboard make the previews of this take again."


@dataclass(frozen=True, slots=True)
class Strip:
    """What the head of a filmstrip says: how many pictures, each width × height pixels."""

    count: int
    width: int
    height: int


def write_filmstrip(path: Path) -> bytes:
    """The filmstrip of the clip at `path`; the take's proxy is the quickest source.

    Pictures are spread evenly, each from the middle of its stretch; a clip of fewer than 48 frames gives one for
    each. Raises MediaError when the clip cannot be decoded.
    """
    with opened(path) as clip:
        timing = read_timing(clip)
        total = len(timing.times)
        count = min(FRAMES, total)
        wanted = [(2 * place + 1) * total // (2 * count) for place in range(count)]
        pictures = list[bytes]()
        size = (0, 0)
        for index, frame in enumerate(conformed(clip.frames(), timing, timing.rate, total)):
            if len(pictures) < count and index == wanted[len(pictures)]:
                whole = display_size(clip, frame)
                size = size if pictures else fitted(whole, max(1, round(WIDTH * max(whole) / whole[0])))
                pictures.append(jpeg(upright(clip, frame, size), QUALITY))
    if not pictures:
        raise MediaError(f"No frame of “{path.name}” can be decoded.", CONVERT)
    return pack(pictures, size)


def pack(pictures: list[bytes], size: tuple[int, int]) -> bytes:
    """JPEG files of one `size` (width, height) as a filmstrip, for whoever has the frames at hand already."""
    offset = HEAD.size + 4 * (len(pictures) + 1)
    offsets = [offset]
    for picture in pictures:
        offset += len(picture)
        offsets.append(offset)
    head = HEAD.pack(MAGIC, VERSION, len(pictures), *size)
    return head + struct.pack(f"<{len(offsets)}I", *offsets) + b"".join(pictures)


def read_strip(blob: bytes | memoryview) -> Strip:
    """What `blob` holds. Raises MediaError for a blob that is no filmstrip of this version."""
    if len(blob) < HEAD.size:
        raise MediaError("A filmstrip is damaged.", AGAIN)
    magic, version, count, width, height = HEAD.unpack_from(blob)
    if magic != MAGIC or version != VERSION or len(blob) < HEAD.size + 4 * (count + 1):
        raise MediaError("A filmstrip is damaged or of another version.", AGAIN)
    return Strip(count, width, height)


def frame_at(blob: bytes | memoryview, index: int) -> memoryview:
    """The JPEG number `index` (0 = first; out of range takes the nearest), a view into `blob`.

    Raises as `read_strip`.
    """
    count = read_strip(blob).count
    place = min(max(index, 0), count - 1)
    if place < 0:
        raise MediaError("A filmstrip is empty.", AGAIN)
    start, end = OFFSETS.unpack_from(blob, HEAD.size + 4 * place)
    if not HEAD.size <= start < end <= len(blob):
        raise MediaError("A filmstrip is damaged.", AGAIN)
    return memoryview(blob)[start:end]
