"""What a clip's file is, told by its first bytes alone, and whether all of it is there.

Names are never believed. Only containers that hold their own media are let through: a playlist opens other files.
Box layout: ISO/IEC 14496-12 §4.2; EBML: RFC 8794.
"""

from __future__ import annotations

import struct
from enum import Enum
from pathlib import Path
from typing import BinaryIO

from studio.core.errors import MediaError

MAGIC_BYTES = 64
QUICKTIME_FIRST_BOXES = (b"moov", b"mdat", b"wide", b"free", b"skip", b"pnot")
EBML = b"\x1a\x45\xdf\xa3"
SEGMENT = b"\x18\x53\x80\x67"
REMEDY_WHOLE = "Copy or download it again."


class Container(Enum):
    """A container that may be read; the value is the suffix under which a file of it is kept."""

    MP4 = ".mp4"
    MOV = ".mov"
    WEBM = ".webm"
    MKV = ".mkv"

    @property
    def demuxer(self) -> str:
        """The one demuxer of FFmpeg that is let at such a file."""
        return "mov" if self in (Container.MP4, Container.MOV) else "matroska"


def check_container(path: Path) -> Container:
    """The container of the clip at `path`. Raises MediaError when it is none, or when a part of it is missing."""
    try:
        length = path.stat().st_size
        with path.open("rb") as file:
            start = file.read(MAGIC_BYTES)
            if start[4:8] == b"ftyp" or start[4:8] in QUICKTIME_FIRST_BOXES:
                _check_boxes(path, file, length)
                return Container.MP4 if start[4:8] == b"ftyp" and start[8:12] != b"qt  " else Container.MOV
            if start.startswith(EBML):
                _check_segment(path, file, length)
                return Container.WEBM if b"webm" in start else Container.MKV
    except FileNotFoundError:
        raise MediaError(f"“{path.name}” is not there any more.", "Put the file back, or use another take.") from None
    except OSError as error:
        raise MediaError(
            f"“{path.name}” cannot be read ({error.strerror}).", "Check the disk and the file's permissions."
        ) from error
    if not start:
        raise MediaError(f"“{path.name}” is empty.", REMEDY_WHOLE)
    raise MediaError(f"“{path.name}” is not a clip that Shotboard reads.", "Use an MP4, MOV, WebM or MKV file.")


def _check_boxes(path: Path, file: BinaryIO, length: int) -> None:
    """The top-level boxes must add up to the file's length, and one of them must be the index."""
    position, kinds = 0, set[bytes]()
    while position < length:
        file.seek(position)
        head = file.read(16)
        if len(head) < 8:
            raise _incomplete(path, position + 8, length)
        size, kind = struct.unpack(">I4s", head[:8])
        if size == 1 and len(head) == 16:
            (size,) = struct.unpack(">Q", head[8:])
        elif size == 0:
            size = length - position
        if size < 8 or not kind.isascii():
            raise MediaError(f"“{path.name}” is damaged at byte {position}.", REMEDY_WHOLE)
        kinds.add(kind)
        position += size
    if position != length:
        raise _incomplete(path, position, length)
    if b"moov" not in kinds:
        raise MediaError(f"“{path.name}” has no index, so it cannot be played.", REMEDY_WHOLE)


def _check_segment(path: Path, file: BinaryIO, length: int) -> None:
    """The segment after the EBML header must end inside the file; one of unknown size is a recording and may."""
    file.seek(len(EBML))
    header = _variable_int(file)
    if header is None:
        raise MediaError(f"“{path.name}” is damaged at its start.", REMEDY_WHOLE)
    file.seek(header, 1)
    if file.read(4) != SEGMENT:
        raise MediaError(f"“{path.name}” is damaged at its start.", REMEDY_WHOLE)
    size = _variable_int(file)
    if size is not None and file.tell() + size > length:
        raise _incomplete(path, file.tell() + size, length)


def _variable_int(file: BinaryIO) -> int | None:
    """An EBML size; None for the reserved "unknown" (all ones) and for nonsense."""
    first = file.read(1)
    if not first or first[0] == 0:
        return None
    extra = 8 - first[0].bit_length()
    rest = file.read(extra)
    value = int.from_bytes(bytes([first[0] & (0x7F >> extra)]) + rest, "big")
    return None if value == (1 << 7 * (extra + 1)) - 1 else value


def _incomplete(path: Path, wanted: int, length: int) -> MediaError:
    return MediaError(f"“{path.name}” is incomplete: it should have {wanted:,} bytes and has {length:,}.", REMEDY_WHOLE)
