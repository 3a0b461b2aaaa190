"""Taking a picture in: checked by its header, copied into the media folder under its hash."""

from __future__ import annotations

from pathlib import Path

from studio.media.blobs import Blob, adopt_copy
from studio.media.pictures import jpeg, probe_picture, read_picture

SUFFIXES = {"jpeg": ".jpg"}
LOOK_AT = 64


def take_in_picture(source: Path, media: Path) -> Blob:
    """Check that `source` is a picture that decodes and copy it into `media`. Raises MediaError."""
    facts = probe_picture(source)
    read_picture(source, LOOK_AT)
    kind = facts.format.lower()
    return adopt_copy(source, media, SUFFIXES.get(kind, f".{kind}"))


def picture_bytes(path: Path, long_side: int) -> bytes:
    """A picture of the media folder as JPEG, at most `long_side` pixels. Raises MediaError."""
    return jpeg(read_picture(path, long_side))
