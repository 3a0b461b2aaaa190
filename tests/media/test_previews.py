"""Filmstrips, proxies, exact frames and the full check."""

from __future__ import annotations

import random
from fractions import Fraction
from pathlib import Path

import pytest

from studio.core.errors import CancelledByUserError, MediaError
from studio.core.timebase import Rate
from studio.media.filmstrip import FRAMES, frame_at, read_strip, write_filmstrip
from studio.media.frames import FrameReader
from studio.media.full_check import every_frame_decodes, full_check
from studio.media.pictures import picture_from_jpeg
from studio.media.probe import probe_clip
from studio.media.proxy import write_proxy
from tests.media import clips
from tests.media.listener import Listener

NTSC = Fraction(24000, 1001)


def numbers_in(strip: bytes) -> list[int]:
    count = read_strip(strip).count
    return [clips.number_in(picture_from_jpeg(frame_at(strip, place))) for place in range(count)]


def test_a_filmstrip_spreads_48_pictures_evenly(tmp_path: Path) -> None:
    strip = write_filmstrip(clips.clip(tmp_path / "clip.mp4", frames=480, gop=480, size=(480, 270)))

    assert numbers_in(strip) == list(range(5, 480, 10))
    assert (read_strip(strip).width, read_strip(strip).height) == (240, 135)
    assert picture_from_jpeg(frame_at(strip, 7)).shape == (135, 240, 3)


@pytest.mark.parametrize("frames", [1, 2, 47, 48, 49])
def test_a_short_clip_gives_as_many_pictures_as_it_has_frames(tmp_path: Path, frames: int) -> None:
    numbers = numbers_in(write_filmstrip(clips.clip(tmp_path / "clip.mp4", frames=frames)))

    assert len(numbers) == min(FRAMES, frames)
    assert numbers == sorted(set(numbers))


def test_a_filmstrip_is_upright_and_240_wide_for_tall_clips_too(tmp_path: Path) -> None:
    strip = write_filmstrip(clips.clip(tmp_path / "clip.mp4", size=(640, 360), rotation=270, frames=4))

    assert (read_strip(strip).width, read_strip(strip).height) == (240, 427)
    assert numbers_in(strip) == [0, 1, 2, 3]


def test_a_frame_of_a_strip_is_found_without_the_others(tmp_path: Path) -> None:
    strip = write_filmstrip(clips.clip(tmp_path / "clip.mp4"))
    view = frame_at(strip, 3)

    assert view.obj is strip
    assert bytes(view[:2]) == b"\xff\xd8"
    assert bytes(frame_at(strip, -5)) == bytes(frame_at(strip, 0))
    assert bytes(frame_at(strip, 99)) == bytes(frame_at(strip, 23))


@pytest.mark.parametrize("length", [0, 5, 20, 300])
def test_a_damaged_strip_gets_a_sentence(tmp_path: Path, length: int) -> None:
    strip = write_filmstrip(clips.clip(tmp_path / "clip.mp4"))

    with pytest.raises(MediaError, match="filmstrip"):
        frame_at(strip[:length], 23)
    with pytest.raises(MediaError, match="filmstrip"):
        read_strip(b"JUNK" + strip[4:])


def test_a_proxy_keeps_rate_and_frames_and_is_all_key_frames(tmp_path: Path) -> None:
    source = clips.clip(tmp_path / "clip.mp4", size=(1280, 720), rate=NTSC, frames=30, gop=30, audio=True)
    facts = write_proxy(source, tmp_path / "proxy.mp4", Rate(25))
    probed = probe_clip(tmp_path / "proxy.mp4")

    assert (facts.width, facts.height, facts.rate, facts.frames) == (640, 360, NTSC, 30)
    assert (probed.width, probed.height, probed.rate, probed.frames) == (640, 360, NTSC, 30)
    assert not probed.has_audio
    assert clips.key_frames(tmp_path / "proxy.mp4") == 30
    assert every_frame_decodes(tmp_path / "proxy.mp4")


@pytest.mark.parametrize(
    ("size", "rotation", "expected"),
    [((191, 107), 0, (192, 108)), ((1000, 600), 90, (384, 640)), ((64, 64), 0, (64, 64)), ((720, 1280), 0, (360, 640))],
)
def test_a_proxy_is_even_upright_and_never_larger(
    tmp_path: Path, size: tuple[int, int], rotation: int, expected: tuple[int, int]
) -> None:
    source = clips.clip(tmp_path / "clip.mp4", size=size, rotation=rotation, frames=5)
    facts = write_proxy(source, tmp_path / "proxy.mp4", Rate(24))

    assert (facts.width, facts.height) == expected
    with FrameReader(tmp_path / "proxy.mp4") as reader:
        assert [clips.number_in(reader.frame(number)) for number in range(5)] == [0, 1, 2, 3, 4]


def test_a_variable_rate_is_conformed_to_the_projects(tmp_path: Path) -> None:
    times = [0, 250, 500, 1000, 1250, 1500, 2000]  # frames 2 and 5 stand twice as long
    source = clips.clip(tmp_path / "clip.mp4", times=times, frames=len(times))
    facts = write_proxy(source, tmp_path / "proxy.mp4", Rate(4))

    assert facts.rate == 4
    with FrameReader(tmp_path / "proxy.mp4") as reader:
        shown = [clips.number_in(reader.frame(number)) for number in range(reader.frames)]
    assert shown[:9] == [0, 1, 2, 2, 3, 4, 5, 5, 6]
    assert set(shown[9:]) <= {6}


def test_a_proxy_fills_what_does_not_decode(tmp_path: Path) -> None:
    source = clips.holed(clips.clip(tmp_path / "good.mp4", frames=200, gop=50), tmp_path / "holed.mp4")
    facts = write_proxy(source, tmp_path / "proxy.mp4", Rate(24))

    assert facts.frames == 200
    with FrameReader(tmp_path / "proxy.mp4") as reader:
        assert clips.number_in(reader.frame(10)) == 10
        assert clips.number_in(reader.frame(195)) == 195


def test_a_proxy_tells_its_progress_and_can_be_cancelled(tmp_path: Path) -> None:
    source = clips.clip(tmp_path / "clip.mp4", frames=120)
    listener = Listener()
    write_proxy(source, tmp_path / "proxy.mp4", Rate(24), listener)
    assert listener.heard == [0.2, 0.4, 0.6, 0.8, 1.0]

    before = (tmp_path / "proxy.mp4").read_bytes()
    with pytest.raises(CancelledByUserError):
        write_proxy(source, tmp_path / "proxy.mp4", Rate(24), Listener(cancel_after=2))
    assert (tmp_path / "proxy.mp4").read_bytes() == before
    assert sorted(path.name for path in tmp_path.iterdir()) == ["clip.mp4", "proxy.mp4"]


@pytest.mark.parametrize("gop", [1, 12, 120])
def test_any_frame_is_exact_in_any_order(tmp_path: Path, gop: int) -> None:
    path = clips.clip(tmp_path / "clip.mp4", frames=120, gop=gop, rate=NTSC)
    order = [*range(20), *range(20, 0, -1), *random.Random(4).choices(range(120), k=40), 119, 0, 119]

    with FrameReader(path) as reader:
        assert (reader.frames, reader.rate) == (120, NTSC)
        assert [clips.number_in(reader.frame(number)) for number in order] == order
        assert clips.number_in(reader.frame(-3)) == 0
        assert clips.number_in(reader.frame(500)) == 119


def test_a_frame_is_bgra_without_padding(tmp_path: Path) -> None:
    with FrameReader(clips.clip(tmp_path / "clip.mp4", size=(190, 106))) as reader:
        frame = reader.frame(0)

    assert frame.shape == (106, 190, 4)
    assert frame.flags.c_contiguous
    assert (frame[:, :, 3] == 255).all()


def test_a_frame_that_is_kept_does_not_change_under_the_reader(tmp_path: Path) -> None:
    with FrameReader(clips.clip(tmp_path / "clip.mp4")) as reader:
        first = reader.frame(3)
        reader.frame(9)
        assert clips.number_in(first) == 3


def test_the_full_check_tells_whole_clips_from_holed_ones(tmp_path: Path) -> None:
    good = clips.clip(tmp_path / "good.mp4", frames=100)
    holed = clips.holed(good, tmp_path / "holed.mp4")

    assert full_check(good).whole
    assert full_check(good).decoded == 100
    assert probe_clip(holed).frames == 100
    assert not full_check(holed).whole


def test_the_full_check_can_be_cancelled(tmp_path: Path) -> None:
    path = clips.clip(tmp_path / "clip.mp4", frames=150)
    listener = Listener()
    full_check(path, listener)

    assert listener.heard == [0.32, 0.64, 0.96]
    with pytest.raises(CancelledByUserError):
        full_check(path, Listener(cancel_after=1))
