"""Facts of clips, and a sentence for every file that is none."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from fractions import Fraction
from pathlib import Path

import pytest

from studio.core.errors import MediaError, StudioError
from studio.core.timebase import RATES, Rate
from studio.media.animatic import AnimaticItem, write_animatic
from studio.media.filmstrip import write_filmstrip
from studio.media.frames import FrameReader
from studio.media.full_check import every_frame_decodes
from studio.media.pictures import poster_from_clip, probe_picture, read_picture
from studio.media.probe import probe_clip
from studio.media.proxy import write_proxy
from tests.media import clips


@pytest.mark.parametrize("rate", [rate.fps for rate in RATES])
@pytest.mark.parametrize("suffix", ["mp4", "mov", "mkv"])
def test_rates_are_exact_in_every_container(tmp_path: Path, rate: Fraction, suffix: str) -> None:
    facts = probe_clip(clips.clip(tmp_path / f"clip.{suffix}", rate=rate, frames=30))

    assert (facts.rate, facts.frames, facts.seconds) == (rate, 30, 30 / rate)
    assert not facts.variable_rate
    assert facts.suffix == f".{suffix}"


def test_webm_which_counts_milliseconds_keeps_its_rate(tmp_path: Path) -> None:
    rate = Fraction(24000, 1001)
    facts = probe_clip(clips.clip(tmp_path / "clip.webm", codec="libvpx-vp9", rate=rate, frames=40))

    assert (facts.rate, facts.frames, facts.variable_rate, facts.codec) == (rate, 40, False, "vp9")


def test_size_and_sound_are_told(tmp_path: Path) -> None:
    facts = probe_clip(clips.clip(tmp_path / "clip.mp4", size=(320, 180), audio=True))

    assert (facts.width, facts.height, facts.has_audio, facts.rotation) == (320, 180, True, 0)
    assert not probe_clip(clips.clip(tmp_path / "mute.mp4")).has_audio


@pytest.mark.parametrize(("rotation", "size"), [(90, (108, 192)), (180, (192, 108)), (270, (108, 192))])
def test_the_size_is_that_of_the_upright_picture(tmp_path: Path, rotation: int, size: tuple[int, int]) -> None:
    facts = probe_clip(clips.clip(tmp_path / "clip.mp4", rotation=rotation))

    assert (facts.width, facts.height) == size
    assert facts.rotation == rotation


def test_pixels_that_are_not_square_are_counted_as_they_are_shown(tmp_path: Path) -> None:
    facts = probe_clip(clips.clip(tmp_path / "clip.mp4", size=(192, 108), shape=Fraction(4, 3)))

    assert (facts.width, facts.height) == (256, 108)


def test_an_odd_size_is_told_as_it_is(tmp_path: Path) -> None:
    facts = probe_clip(clips.clip(tmp_path / "clip.mp4", size=(191, 107)))

    assert (facts.width, facts.height) == (191, 107)


def test_a_variable_rate_is_noticed(tmp_path: Path) -> None:
    times = [0, 40, 80, 240, 280, 320, 600, 640, 1000, 1040]
    facts = probe_clip(clips.clip(tmp_path / "clip.mp4", times=times, frames=len(times)))

    assert facts.variable_rate
    assert facts.frames == len(times)
    assert float(facts.rate) == pytest.approx(9 / 1.04, rel=0.01)


def test_a_clip_of_one_frame_is_a_clip(tmp_path: Path) -> None:
    facts = probe_clip(clips.clip(tmp_path / "clip.mp4", frames=1))

    assert (facts.frames, facts.rate, facts.variable_rate) == (1, Fraction(24), False)


def test_the_name_is_not_believed(tmp_path: Path) -> None:
    named = clips.clip(tmp_path / "clip.mp4").rename(tmp_path / "clip.webm")

    assert probe_clip(named).suffix == ".mp4"


def empty(folder: Path) -> Path:
    (folder / "bad.mp4").write_bytes(b"")
    return folder / "bad.mp4"


def text(folder: Path) -> Path:
    (folder / "bad.mp4").write_text("<html><body>404 Not Found</body></html>")
    return folder / "bad.mp4"


def concat_script(folder: Path) -> Path:
    (folder / "bad.mp4").write_text(f"ffconcat version 1.0\nfile '{clips.clip(folder / 'other.mp4')}'\n")
    return folder / "bad.mp4"


def trailing(folder: Path) -> Path:
    good = clips.clip(folder / "bad.mp4")
    good.write_bytes(good.read_bytes() + b"junk!")
    return good


def no_index(folder: Path) -> Path:
    good = clips.clip(folder / "bad.mp4")
    good.write_bytes(good.read_bytes().replace(b"moov", b"free"))
    return good


def unknown_codec(folder: Path) -> Path:
    good = clips.clip(folder / "bad.mp4")
    good.write_bytes(good.read_bytes().replace(b"avc1", b"zzzz"))
    return good


def two_hours(folder: Path) -> Path:
    return clips.clip(folder / "bad.mp4", frames=3, times=[0, 3_600_000, 7_200_000])


BAD: dict[str, tuple[Callable[[Path], Path], str]] = {
    "empty": (empty, "is empty"),
    "text": (text, "is not a clip"),
    "garbage": (lambda folder: clips.garbage(folder / "bad.mp4"), "is not a clip"),
    "garbage in boxes": (lambda folder: clips.garbage_after_magic(folder / "bad.mp4"), "bad.mp4"),
    "playlist": (lambda folder: clips.playlist(folder / "bad.mp4", clips.clip(folder / "other.mp4")), "is not a clip"),
    "concat script": (concat_script, "is not a clip"),
    "sound only": (lambda folder: clips.audio_only(folder / "bad.mp4"), "has no picture"),
    "truncated mp4": (
        lambda folder: clips.truncated(clips.clip(folder / "good.mp4"), folder / "bad.mp4"),
        "is incomplete",
    ),
    "truncated mkv": (
        lambda folder: clips.truncated(clips.clip(folder / "good.mkv"), folder / "bad.mkv"),
        "is incomplete",
    ),
    "trailing bytes": (trailing, "is incomplete|is damaged"),
    "no index": (no_index, "has no index"),
    "unknown codec": (unknown_codec, "does not know"),
    "two hours": (two_hours, "longer than an hour"),
    "missing": (lambda folder: folder / "bad.mp4", "is not there"),
    "folder": (lambda folder: folder, "cannot be read"),
    "picture": (lambda folder: clips.picture(folder / "bad.png"), "is not a clip"),
}


@pytest.mark.parametrize("kind", BAD)
def test_every_bad_clip_gets_a_sentence_from_every_reader(tmp_path: Path, kind: str) -> None:
    make, expected = BAD[kind]
    bad = make(tmp_path)
    readers: tuple[Callable[[], object], ...] = (
        lambda: probe_clip(bad),
        lambda: poster_from_clip(bad, 64),
        lambda: write_filmstrip(bad),
        lambda: write_proxy(bad, tmp_path / "proxy.mp4", Rate(24)),
        lambda: FrameReader(bad),
    )
    for read in readers:
        with pytest.raises(MediaError, match=expected) as caught:
            read()
        assert caught.value.remedy
    assert not (tmp_path / "proxy.mp4").exists()
    assert not list(tmp_path.glob(".*part"))
    assert not every_frame_decodes(bad)
    film = write_animatic([AnimaticItem(bad, 2, "0010", "")], tmp_path / "film.mp4", Rate(24), (64, 36))
    assert film.unreadable == ("0010",)


def test_no_damage_raises_anything_but_a_studio_error(tmp_path: Path) -> None:
    """A hundred damaged files through every reader; a crash of the decoder would end the test run."""
    good = clips.clip(tmp_path / "good.mp4", frames=6, size=(64, 36)).read_bytes()
    picture = clips.picture(tmp_path / "good.png", (64, 36)).read_bytes()
    for seed in range(100):
        bad = tmp_path / f"bad{seed}"
        bad.write_bytes(clips.damaged(good if seed % 4 else picture, seed))
        for read in (probe_clip, write_filmstrip, every_frame_decodes, lambda path: read_picture(path, 32)):
            with suppress(StudioError):
                read(bad)


def test_a_picture_bomb_is_refused_by_its_header(tmp_path: Path) -> None:
    bomb = clips.huge_png(tmp_path / "bomb.png")
    assert bomb.stat().st_size < 40_000

    with pytest.raises(MediaError, match="64 megapixels"):
        probe_picture(bomb)
