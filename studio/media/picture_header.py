"""The first bytes of a picture file: its format, size and orientation, without decoding a pixel.

PNG: ISO/IEC 15948 §11.2.2 · JPEG: ITU-T T.81 B.2.2 · WebP: RFC 9649 · BMP: BITMAPINFOHEADER · TIFF 6.0 · orientation:
Exif 2.3.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from typing import NamedTuple

FRAME_HEADERS = {*range(0xC0, 0xD0)} - {0xC4, 0xC8, 0xCC}
TAG_WIDTH, TAG_HEIGHT, TAG_ORIENTATION = 256, 257, 274


class Header(NamedTuple):
    """width × height as stored; `orientation` is Exif's 1–8, of which 5–8 lie on their side."""

    format: str
    width: int
    height: int
    orientation: int = 1


def picture_header(data: bytes | memoryview) -> Header | None:
    """The header of a PNG, JPEG, WebP, BMP or TIFF; None for anything else or for one that ends too early."""
    data = memoryview(data)
    start = bytes(data[:16])
    try:
        if start.startswith(b"\x89PNG\r\n\x1a\n"):
            return _png(data)
        if start.startswith(b"\xff\xd8\xff"):
            return _jpeg(data)
        if start.startswith(b"RIFF") and start[8:12] == b"WEBP":
            return _webp(data)
        if start.startswith(b"BM"):
            width, height = struct.unpack_from("<ii", data, 18)
            return Header("bmp", width, abs(height))
        if start[:4] in (b"II*\0", b"MM\0*"):
            tags = _tags(data)
            return Header("tiff", tags[TAG_WIDTH], tags[TAG_HEIGHT], _orientation(tags))
    except (struct.error, IndexError, KeyError):
        return None
    return None


def png_ends(data: bytes | memoryview) -> bool:
    """Whether the chunks of a PNG follow each other to the closing IEND.

    A chunk that claims more than there is must not reach a decoder, which may allot gigabytes on its word.
    """
    position = 8
    while position + 12 <= len(data):
        size, kind = struct.unpack_from(">I4s", data, position)
        position += 12 + size
        if kind == b"IEND":
            return position <= len(data)
    return False


def _png(data: memoryview) -> Header:
    width, height = struct.unpack_from(">II", data, 16)
    orientation = 1
    position = 8
    while position + 8 <= len(data):
        size, kind = struct.unpack_from(">I4s", data, position)
        if kind == b"eXIf":
            orientation = _orientation(_tags(data[position + 8 : position + 8 + size]))
        if kind in (b"IDAT", b"eXIf"):
            break
        position += 12 + size
    return Header("png", width, height, orientation)


def _jpeg(data: memoryview) -> Header | None:
    orientation = 1
    for marker, segment in _jpeg_segments(data):
        if marker == 0xE1 and bytes(segment[:6]) == b"Exif\0\0":
            orientation = _orientation(_tags(segment[6:]))
        if marker in FRAME_HEADERS:
            height, width = struct.unpack_from(">HH", segment, 1)
            return Header("jpeg", width, height, orientation)
    return None


def _jpeg_segments(data: memoryview) -> Iterator[tuple[int, memoryview]]:
    position = 2
    while data[position] == 0xFF:
        marker = data[position + 1]
        if marker == 0xFF:  # fill byte
            position += 1
            continue
        (size,) = struct.unpack_from(">H", data, position + 2)
        yield marker, data[position + 4 : position + 2 + size]
        position += 2 + size


def _webp(data: memoryview) -> Header | None:
    kind = bytes(data[12:16])
    if kind == b"VP8 ":
        width, height = struct.unpack_from("<HH", data, 26)
        return Header("webp", width & 0x3FFF, height & 0x3FFF)
    if kind == b"VP8L":
        (bits,) = struct.unpack_from("<I", data, 21)
        return Header("webp", (bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1)
    if kind == b"VP8X":
        width = int.from_bytes(data[24:27], "little") + 1
        height = int.from_bytes(data[27:30], "little") + 1
        return Header("webp", width, height)
    return None


def _tags(data: memoryview) -> dict[int, int]:
    """The whole-number tags of a TIFF's first directory."""
    order = "<" if bytes(data[:2]) == b"II" else ">"
    (position,) = struct.unpack_from(f"{order}I", data, 4)
    (count,) = struct.unpack_from(f"{order}H", data, position)
    tags = dict[int, int]()
    for index in range(count):
        entry = position + 2 + 12 * index
        tag, kind = struct.unpack_from(f"{order}HH", data, entry)
        if kind in (3, 4):
            (tags[tag],) = struct.unpack_from(f"{order}{'H' if kind == 3 else 'I'}", data, entry + 8)
    return tags


def _orientation(tags: dict[int, int]) -> int:
    value = tags.get(TAG_ORIENTATION, 1)
    return value if 1 <= value <= 8 else 1
