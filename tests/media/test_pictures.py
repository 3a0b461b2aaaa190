"""Pictures: header facts, safe decoding, orientation, posters of clips."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path

import numpy as np
import pytest

from studio.core.errors import MediaError
from studio.media.pictures import jpeg, picture_from_jpeg, poster_from_clip, probe_picture, read_picture
from tests.media import clips

RED, BLUE = (0, 0, 255), (255, 0, 0)
FORMATS = {"png": "png", "jpg": "jpeg", "webp": "webp", "bmp": "bmp", "tiff": "tiff"}


def corner(picture: clips.Pixels) -> tuple[int, ...]:
    """The upper left colour, rounded to full or none."""
    return tuple(255 * (int(value) > 128) for value in picture[2, 2])


@pytest.mark.parametrize("suffix", FORMATS)
def test_the_header_tells_size_and_format(tmp_path: Path, suffix: str) -> None:
    facts = probe_picture(clips.picture(tmp_path / f"p.{suffix}", (321, 123)))

    assert (facts.width, facts.height, facts.format) == (321, 123, FORMATS[suffix])


@pytest.mark.parametrize("suffix", FORMATS)
def test_pictures_are_read_no_larger_than_asked(tmp_path: Path, suffix: str) -> None:
    path = clips.picture(tmp_path / f"p.{suffix}", (640, 360))

    assert read_picture(path, 100).shape == (56, 100, 3)
    assert read_picture(path, 5000).shape == (360, 640, 3)
    assert corner(read_picture(path, 100)) == RED


@pytest.mark.parametrize(
    ("orientation", "size", "first"),
    [
        (1, (320, 180), RED),
        (2, (320, 180), BLUE),
        (3, (320, 180), BLUE),
        (4, (320, 180), RED),
        (5, (180, 320), RED),
        (6, (180, 320), RED),
        (7, (180, 320), BLUE),
        (8, (180, 320), BLUE),
    ],
)
def test_exif_orientation_is_honoured(
    tmp_path: Path, orientation: int, size: tuple[int, int], first: tuple[int, int, int]
) -> None:
    path = clips.turned_jpeg(tmp_path / "p.jpg", orientation)
    facts = probe_picture(path)
    picture = read_picture(path, 320)

    assert (facts.width, facts.height) == size
    assert picture.shape[:2] == size[::-1]
    assert corner(picture) == first


@pytest.mark.parametrize("suffix", ["png", "jpg", "webp", "bmp", "tiff"])
def test_a_picture_without_its_end_gets_a_sentence(tmp_path: Path, suffix: str) -> None:
    path = clips.picture(tmp_path / f"p.{suffix}", (640, 360))
    path.write_bytes(path.read_bytes()[:-200])

    with pytest.raises(MediaError) as caught:
        read_picture(path, 100)
    assert path.name in caught.value.message
    assert caught.value.remedy


def test_what_is_no_picture_gets_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(MediaError, match="is not a picture"):
        probe_picture(clips.garbage(tmp_path / "p.png"))
    with pytest.raises(MediaError, match="is not there"):
        probe_picture(tmp_path / "gone.png")
    (tmp_path / "empty.png").touch()
    with pytest.raises(MediaError, match="is empty"):
        probe_picture(tmp_path / "empty.png")
    (tmp_path / "drawing.png").write_text('<svg xmlns="http://www.w3.org/2000/svg"/>')
    with pytest.raises(MediaError, match="is not a picture"):
        probe_picture(tmp_path / "drawing.png")


def test_damage_inside_a_png_gets_a_sentence(tmp_path: Path) -> None:
    path = clips.picture(tmp_path / "p.png", (640, 360))
    data = bytearray(path.read_bytes())
    start = data.index(b"IDAT")
    data[start + 4 : start + 60] = bytes(56)
    path.write_bytes(data)

    with pytest.raises(MediaError, match="cannot be read as a picture"):
        read_picture(path, 100)


def test_a_png_chunk_that_claims_gigabytes_never_reaches_the_decoder(tmp_path: Path) -> None:
    path = clips.picture(tmp_path / "p.png")
    data = bytearray(path.read_bytes())
    data[data.index(b"IDAT") - 4] = 0x7F
    path.write_bytes(data)

    with pytest.raises(MediaError, match="is incomplete"):
        read_picture(path, 100)


def test_the_largest_allowed_picture_is_told_from_one_pixel_more(tmp_path: Path) -> None:
    assert probe_picture(clips.huge_png(tmp_path / "p.png", 8000)).width == 8000
    with pytest.raises(MediaError, match="64 megapixels"):
        probe_picture(clips.huge_png(tmp_path / "q.png", 8008))


def test_a_poster_comes_from_a_third_of_the_way_in_or_from_the_start(tmp_path: Path) -> None:
    path = clips.clip(tmp_path / "clip.mp4", frames=60, gop=60)

    assert clips.number_in(picture_from_jpeg(poster_from_clip(path, 96))) == 20
    assert clips.number_in(picture_from_jpeg(poster_from_clip(path, 96, Fraction(0)))) == 0
    assert clips.number_in(picture_from_jpeg(poster_from_clip(path, 96, Fraction(1)))) == 59


def test_a_poster_is_upright_and_never_wider_than_asked(tmp_path: Path) -> None:
    path = clips.clip(tmp_path / "clip.mp4", rotation=90)

    assert picture_from_jpeg(poster_from_clip(path, 54)).shape == (96, 54, 3)
    assert picture_from_jpeg(poster_from_clip(path, 5000)).shape == (192, 108, 3)
    assert clips.number_in(picture_from_jpeg(poster_from_clip(path, 108, Fraction(1, 2)))) == 12


def test_colours_of_an_untagged_hd_clip_are_read_as_bt709(tmp_path: Path) -> None:
    """Green is where BT.601 and BT.709 differ most; the clip is encoded with 709 numbers and no tag."""
    path = clips.green_hd(tmp_path / "green.mp4")
    picture = picture_from_jpeg(poster_from_clip(path, 320))

    assert np.abs(picture.mean(axis=(0, 1)) - (40, 180, 60)).max() < 6


def test_jpeg_quality_is_obeyed() -> None:
    picture = np.random.default_rng(1).integers(0, 256, size=(90, 160, 3), dtype=np.uint8)

    assert len(jpeg(picture, 40)) < len(jpeg(picture, 95))
