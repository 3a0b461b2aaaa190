"""Makes the clips and pictures that the media tests feed in: good ones, odd ones and bad ones."""

from __future__ import annotations

import struct
import zlib
from fractions import Fraction
from pathlib import Path
from typing import cast

import av
import cv2
import numpy as np
from av.audio.frame import AudioFrame
from av.audio.stream import AudioStream
from av.container import OutputContainer
from av.video.frame import VideoFrame
from av.video.reformatter import Colorspace
from av.video.stream import VideoStream
from numpy.typing import NDArray

Pixels = NDArray[np.uint8]

BITS = 12


def numbered_picture(number: int, size: tuple[int, int]) -> Pixels:
    """A BGR picture that carries `number` as a row of black and white cells over a grey that changes with it."""
    width, height = size
    picture = np.full((height, width, 3), 60 + number * 7 % 120, dtype=np.uint8)
    for bit in range(BITS):
        picture[: height // 4, bit * width // BITS : (bit + 1) * width // BITS] = 235 if number >> bit & 1 else 16
    return picture


def number_in(picture: Pixels) -> int:
    """The number that `numbered_picture` wrote into a BGR or BGRA picture of any size."""
    cell = picture.shape[1] / BITS
    row = picture[picture.shape[0] // 8, :, :3].mean(axis=1)
    return sum(1 << bit for bit in range(BITS) if row[int((bit + 0.5) * cell)] > 128)


def clip(
    path: Path,
    *,
    frames: int = 24,
    size: tuple[int, int] = (192, 108),
    rate: Fraction = Fraction(24),
    gop: int = 12,
    rotation: int = 0,
    audio: bool = False,
    times: list[int] | None = None,
    codec: str = "libx264",
    shape: Fraction | None = None,
) -> Path:
    """A clip of numbered pictures.

    `times` gives each frame's moment in thousandths of a second, for a variable rate. `rotation` is how far a player
    must turn the picture clockwise. `shape` is the pixel's width by its height. The suffix of `path` names the
    container.
    """
    shown = (size[1], size[0]) if rotation % 180 else size
    with av.open(str(path), "w") as container:
        stream = cast(
            VideoStream, container.add_stream(codec, rate=rate, options={"g": str(gop), "preset": "veryfast"})
        )
        stream.width, stream.height = size
        stream.pix_fmt = "yuv420p" if size[0] % 2 == 0 and size[1] % 2 == 0 else "yuv444p"
        stream.codec_context.time_base = Fraction(1, 1000) if times else 1 / rate
        if rotation:
            stream.set_display_rotation(-rotation)
        if shape:
            stream.codec_context.sample_aspect_ratio = shape
        sound = cast(AudioStream, container.add_stream("aac", rate=48000)) if audio else None
        for number in range(frames):
            pixels = numbered_picture(number, shown)
            frame = VideoFrame.from_ndarray(np.ascontiguousarray(np.rot90(pixels, rotation // 90)), format="bgr24")
            frame.pts = times[number] if times else number
            frame.time_base = stream.codec_context.time_base
            container.mux(stream.encode(frame))
        container.mux(stream.encode(None))
        if sound is not None:
            _add_tone(container, sound, frames / rate)
    return path


def audio_only(path: Path) -> Path:
    """An MP4 that holds sound and no picture."""
    with av.open(str(path), "w", format="mp4") as container:
        _add_tone(container, cast(AudioStream, container.add_stream("aac", rate=48000)), Fraction(1))
    return path


def _add_tone(container: OutputContainer, stream: AudioStream, seconds: Fraction) -> None:
    step = 1024
    for start in range(0, int(seconds * 48000), step):
        wave = np.sin(np.arange(start, start + step) * 0.05).astype(np.float32)
        frame = AudioFrame.from_ndarray(np.stack([wave, wave]) * 0.2, format="fltp", layout="stereo")
        frame.sample_rate, frame.pts, frame.time_base = 48000, start, Fraction(1, 48000)
        container.mux(stream.encode(frame))
    container.mux(stream.encode(None))


def truncated(source: Path, target: Path, share: float = 0.6) -> Path:
    """The first part of a clip, as a broken download leaves it."""
    data = source.read_bytes()
    target.write_bytes(data[: int(len(data) * share)])
    return target


def holed(source: Path, target: Path) -> Path:
    """A clip whose structure is whole and whose middle is noise: it opens, and then does not decode throughout."""
    data = bytearray(source.read_bytes())
    start = data.index(b"mdat") + 4
    middle = start + (len(data) - start) // 3
    noise = np.random.default_rng(7).integers(0, 256, size=(len(data) - start) // 4, dtype=np.uint8)
    data[middle : middle + len(noise)] = noise.tobytes()
    target.write_bytes(data)
    return target


def playlist(path: Path, secret: Path) -> Path:
    """An HLS playlist under a clip's name that asks the reader to open another file."""
    path.write_text(f"#EXTM3U\n#EXT-X-TARGETDURATION:10\n#EXTINF:10,\nfile://{secret}\n#EXT-X-ENDLIST\n")
    return path


def garbage(path: Path, length: int = 5000) -> Path:
    """Random bytes."""
    path.write_bytes(np.random.default_rng(3).integers(0, 256, size=length, dtype=np.uint8).tobytes())
    return path


def garbage_after_magic(path: Path) -> Path:
    """One whole `ftyp` box, one whole `moov` box of noise: the structure adds up, the content is nothing."""
    noise = np.random.default_rng(5).integers(0, 256, size=4000, dtype=np.uint8).tobytes()
    path.write_bytes(_box(b"ftyp", b"isom\0\0\2\0isomiso2mp41") + _box(b"moov", noise) + _box(b"mdat", noise))
    return path


def _box(kind: bytes, content: bytes) -> bytes:
    return struct.pack(">I4s", 8 + len(content), kind) + content


def huge_png(path: Path, side: int = 16000) -> Path:
    """A PNG of some ten kilobytes that unpacks to side × side pixels of one bit."""
    row = b"\0" + bytes(side // 8)
    packed = zlib.compress(row * side, 9)
    head = struct.pack(">IIBBBBB", side, side, 1, 0, 0, 0, 0)
    path.write_bytes(b"\x89PNG\r\n\x1a\n" + _chunk(b"IHDR", head) + _chunk(b"IDAT", packed) + _chunk(b"IEND", b""))
    return path


def _chunk(kind: bytes, content: bytes) -> bytes:
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))


def picture(path: Path, size: tuple[int, int] = (320, 180)) -> Path:
    """A picture in the format that the suffix names, red on its left half and blue on its right."""
    width, height = size
    pixels = np.zeros((height, width, 3), dtype=np.uint8)
    pixels[:, : width // 2, 2] = 255
    pixels[:, width // 2 :, 0] = 255
    cv2.imwrite(str(path), pixels)
    return path


def turned_jpeg(path: Path, orientation: int, size: tuple[int, int] = (320, 180)) -> Path:
    """A JPEG that asks by Exif to be turned; stored red left, blue right."""
    plain = picture(path.with_suffix(".plain.jpg"), size).read_bytes()
    directory = struct.pack("<2sHIHHHIHHI", b"II", 42, 8, 1, 274, 3, 1, orientation, 0, 0)
    exif = b"Exif\0\0" + directory
    path.write_bytes(plain[:2] + b"\xff\xe1" + struct.pack(">H", 2 + len(exif)) + exif + plain[2:])
    return path


def damaged(data: bytes, seed: int) -> bytes:
    """`data` with some bytes changed, cut out or doubled, the same for the same seed."""
    chance = np.random.default_rng(seed)
    broken = bytearray(data)
    for _ in range(int(chance.integers(1, 8))):
        place = int(chance.integers(0, len(broken) + 1)) % max(1, len(broken))
        match int(chance.integers(0, 3)):
            case 0:
                broken[place : place + 1] = bytes([int(chance.integers(0, 256))])
            case 1:
                del broken[place : place + int(chance.integers(1, 40))]
            case _:
                broken[place:place] = broken[place : place + 20]
    return bytes(broken)


def green_hd(path: Path) -> Path:
    """A 720-line clip of one green, BGR (40, 180, 60), in BT.709 numbers that no tag explains."""
    pixels = np.full((720, 1280, 3), (40, 180, 60), dtype=np.uint8)
    with av.open(str(path), "w") as container:
        stream = cast(VideoStream, container.add_stream("libx264", rate=24, options={"preset": "ultrafast"}))
        stream.width, stream.height, stream.pix_fmt = 1280, 720, "yuv420p"
        frame = VideoFrame.from_ndarray(pixels, format="bgr24")
        numbers = frame.reformat(format="yuv420p", dst_colorspace=Colorspace.ITU709).to_ndarray()
        plain = VideoFrame.from_ndarray(numbers, format="yuv420p")
        plain.pts = 0
        container.mux(stream.encode(plain))
        container.mux(stream.encode(None))
    return path


def key_frames(path: Path) -> int:
    """How many frames of the clip can be decoded by themselves."""
    with av.open(str(path)) as container:
        packets = container.demux(container.streams.video[0])
        return sum(packet.is_keyframe for packet in packets if packet.size)
