"""Pictures in and out: facts from the header, pixels only when they are safe to decode, posters of clips."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path

import cv2
import numpy as np

from studio.core.errors import MediaError
from studio.media.decode import CONVERT, MOST_PIXELS, OpenClip, Pixels, display_size, fitted, opened, upright
from studio.media.picture_header import Header, picture_header, png_ends
from studio.media.timing import read_timing

MOST_BYTES = 256 * 1024 * 1024
POSTER_QUALITY = 85
THIRD = Fraction(1, 3)
UNREADABLE = "Save it again as PNG or JPEG and use that."
REDUCTIONS = ((8, cv2.IMREAD_REDUCED_COLOR_8), (4, cv2.IMREAD_REDUCED_COLOR_4), (2, cv2.IMREAD_REDUCED_COLOR_2))


@dataclass(frozen=True, slots=True)
class PictureFacts:
    """width × height in pixels, turned upright; format is png, jpeg, webp, bmp or tiff."""

    width: int
    height: int
    format: str


def probe_picture(path: Path) -> PictureFacts:
    """The facts of a picture, from its header alone.

    Raises MediaError for what is no picture, not whole, or too large.
    """
    header, _ = _checked(path)
    return header


def read_picture(path: Path, long_side: int) -> Pixels:
    """The picture upright as BGR, (height, width, 3), its long side at most `long_side` pixels.

    Raises as `probe_picture`.
    """
    facts, data = _checked(path)
    most = max(facts.width, facts.height)
    mode = next((flag for factor, flag in REDUCTIONS if most // factor >= long_side), cv2.IMREAD_COLOR)
    picture = _decoded(data, mode)
    if picture is None:
        raise MediaError(f"“{path.name}” cannot be read as a picture.", UNREADABLE)
    height, width = picture.shape[:2]
    size = fitted((width, height), long_side)
    if size == (width, height):
        return picture
    return np.asarray(cv2.resize(picture, size, interpolation=cv2.INTER_AREA), dtype=np.uint8)


def picture_from_jpeg(data: bytes | memoryview) -> Pixels:
    """Our own JPEG as BGR. Raises MediaError when it is damaged."""
    picture = _decoded(np.frombuffer(data, dtype=np.uint8), cv2.IMREAD_COLOR)
    if picture is None:
        raise MediaError("A preview picture is damaged.", "Let Shotboard make the previews again.")
    return picture


def jpeg(picture: Pixels, quality: int = POSTER_QUALITY) -> bytes:
    """A BGR or grey picture as a JPEG file; quality 1–100."""
    _, data = cv2.imencode(".jpg", picture, (cv2.IMWRITE_JPEG_QUALITY, quality))
    return data.tobytes()


def poster_from_clip(path: Path, width: int, at: Fraction = THIRD) -> bytes:
    """The frame at `at` of the clip's length (0 = the first frame) as a JPEG of at most `width` pixels across.

    Raises MediaError as `opened` does.
    """
    with opened(path) as clip:
        times = read_timing(clip).times
        picture = poster(clip, times[min(int(len(times) * at), len(times) - 1)] if at else None, width)
    return jpeg(picture)


def poster(clip: OpenClip, time: int | None, width: int) -> Pixels:
    """The frame shown at `time` (ticks of the stream; None = the first) as BGR, at most `width` pixels across."""
    if time is not None:
        clip.container.seek(time, stream=clip.stream, backward=True)
    for frame in clip.frames():
        if time is None or frame.pts is None or frame.pts >= time:
            size = display_size(clip, frame)
            scale = min(Fraction(1), Fraction(width, size[0]))
            return upright(clip, frame, fitted(size, max(1, round(max(size) * scale))))
    raise MediaError(f"No frame of “{clip.path.name}” can be decoded.", CONVERT)


def _checked(path: Path) -> tuple[PictureFacts, Pixels]:
    """The facts and the file's bytes, once the header shows that decoding is safe and the end is there."""
    name = f"“{path.name}”"
    try:
        length = path.stat().st_size
        if length > MOST_BYTES:
            raise MediaError(
                f"{name} is larger than {MOST_BYTES // 1024**2} MB.", "Save a smaller version and use that."
            )
        data = np.fromfile(path, dtype=np.uint8)
    except FileNotFoundError:
        raise MediaError(f"{name} is not there any more.", "Put the file back, or use another picture.") from None
    except OSError as error:
        raise MediaError(
            f"{name} cannot be read ({error.strerror}).", "Check the disk and the file's permissions."
        ) from error
    if not len(data):
        raise MediaError(f"{name} is empty.", "Copy or download it again.")
    header = picture_header(data.data)
    if header is None or header.width < 1 or header.height < 1:
        raise MediaError(f"{name} is not a picture that Shotboard reads.", "Use a PNG, JPEG, WebP, BMP or TIFF file.")
    if header.width * header.height > MOST_PIXELS:
        raise MediaError(
            f"{name} is {header.width:,} × {header.height:,} pixels; Shotboard opens up to 64 megapixels.",
            "Save a smaller version and use that.",
        )
    if not _ends(header, data):
        raise MediaError(f"{name} is incomplete.", "Copy or download it again.")
    turned = header.orientation >= 5
    width, height = (header.height, header.width) if turned else (header.width, header.height)
    return PictureFacts(width, height, header.format), data


def _ends(header: Header, data: Pixels) -> bool:
    """Whether the mark that closes the format is there; decoders fill a missing rest with grey without a word."""
    match header.format:
        case "png":
            return png_ends(data.data)
        case "jpeg":
            whole = data.tobytes()
            return whole.rfind(b"\xff\xd9") > whole.rfind(b"\xff\xda")
        case "webp":
            return len(data) >= 8 + int.from_bytes(data[4:8].tobytes(), "little")
        case _:
            return True


def _decoded(data: Pixels, mode: int) -> Pixels | None:
    try:
        picture = cv2.imdecode(data, mode)
    except cv2.error:
        return None
    return None if picture is None else np.asarray(picture, dtype=np.uint8)
