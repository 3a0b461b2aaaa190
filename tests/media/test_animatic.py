"""The animatic: every shot at its length, slates for what cannot be shown."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path

import numpy as np
import pytest

from studio.core.errors import CancelledByUserError, MediaError
from studio.core.timebase import Rate
from studio.media.animatic import AnimaticItem, write_animatic
from studio.media.frames import FrameReader
from studio.media.probe import probe_clip
from studio.media.slate import slate
from tests.media import clips
from tests.media.listener import Listener

RATE = Rate(24)
SIZE = (192, 108)


def numbers_in(path: Path) -> list[int]:
    with FrameReader(path) as reader:
        return [clips.number_in(reader.frame(number)) for number in range(reader.frames)]


def test_long_clips_are_cut_and_short_ones_hold_their_last_frame(tmp_path: Path) -> None:
    source = clips.clip(tmp_path / "clip.mp4", frames=12)
    items = [AnimaticItem(source, 5, "0010", ""), AnimaticItem(source, 15, "0020", ""), AnimaticItem(source, 3, "", "")]
    facts = write_animatic(items, tmp_path / "film.mp4", RATE, SIZE)

    assert facts.frames == 23
    assert numbers_in(tmp_path / "film.mp4") == [*range(5), *range(12), 11, 11, 11, *range(3)]


def test_the_film_has_the_rate_and_size_that_were_asked_for(tmp_path: Path) -> None:
    source = clips.clip(tmp_path / "clip.mp4", frames=24)
    write_animatic([AnimaticItem(source, 24, "0010", "")], tmp_path / "film.mp4", Rate(24000, 1001), (321, 181))
    facts = probe_clip(tmp_path / "film.mp4")

    assert (facts.rate, facts.frames, facts.width, facts.height) == (Fraction(24000, 1001), 24, 322, 182)


def test_a_clip_of_another_rate_keeps_its_speed(tmp_path: Path) -> None:
    source = clips.clip(tmp_path / "clip.mp4", frames=24, rate=Fraction(12))
    write_animatic([AnimaticItem(source, 24, "0010", "")], tmp_path / "film.mp4", RATE, SIZE)

    assert numbers_in(tmp_path / "film.mp4")[::2] == list(range(12))


def test_a_clip_of_another_shape_gets_bars(tmp_path: Path) -> None:
    source = clips.clip(tmp_path / "clip.mp4", size=(100, 200), frames=2)
    write_animatic([AnimaticItem(source, 2, "0010", "")], tmp_path / "film.mp4", RATE, SIZE)
    with FrameReader(tmp_path / "film.mp4") as reader:
        frame = reader.frame(0)

    assert frame[:, :60, :3].max() < 30
    assert frame[:, -60:, :3].max() < 30
    assert frame[80:100, 80:110, :3].min() > 40


def test_shots_without_a_clip_and_with_an_unreadable_one_get_slates(tmp_path: Path) -> None:
    source = clips.clip(tmp_path / "clip.mp4")
    cut = clips.truncated(source, tmp_path / "cut.mp4")
    items = [
        AnimaticItem(None, 4, "0010", "A door opens."),
        AnimaticItem(cut, 4, "0020", "A hand."),
        AnimaticItem(source, 4, "0030", ""),
    ]
    facts = write_animatic(items, tmp_path / "film.mp4", RATE, SIZE)

    assert facts.unreadable == ("0020",)
    assert probe_clip(tmp_path / "film.mp4").frames == 12
    assert numbers_in(tmp_path / "film.mp4")[8:] == [0, 1, 2, 3]


def test_a_board_without_frames_gets_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(MediaError, match="no shots"):
        write_animatic([AnimaticItem(None, 0, "0010", "")], tmp_path / "film.mp4", RATE, SIZE)
    assert not list(tmp_path.iterdir())


def test_progress_is_told_and_a_cancel_leaves_the_old_film(tmp_path: Path) -> None:
    items = [AnimaticItem(None, 48, "0010", "")] * 2
    listener = Listener()
    write_animatic(items, tmp_path / "film.mp4", RATE, SIZE, listener)
    assert listener.heard == [0.25, 0.5, 0.75, 1.0]

    before = (tmp_path / "film.mp4").read_bytes()
    with pytest.raises(CancelledByUserError):
        write_animatic(items, tmp_path / "film.mp4", RATE, SIZE, Listener(cancel_after=1))
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == {"film.mp4": before}


@pytest.mark.parametrize(
    "text",
    [
        "Two women run along a pier at dusk.",
        "Две женщины бегут по пристани.",
        "二人の女が桟橋を走る。" * 20,
        "\u202eمرحبا\u202c שלום",  # noqa: RUF001 (Arabic and Hebrew are meant)
        "🎬🎬🎬",
        "e\u0301tude\n\twith\x00 control marks",
        "w" * 5000,
        "prompt " * 20000,
    ],
)
@pytest.mark.parametrize("size", [(1280, 720), (360, 640), (64, 36)])
def test_a_slate_takes_any_text_and_stays_inside_its_frame(text: str, size: tuple[int, int]) -> None:
    card = slate(size, "0010", text, "No pick yet")
    ground = slate(size, "", "")
    drawn = np.abs(card.astype(int) - ground).max(axis=2) > 40

    assert card.shape == (size[1], size[0], 3)
    assert drawn.any()
    assert not drawn[:, -max(2, size[0] // 64) :].any()


def test_slates_of_different_texts_differ() -> None:
    assert (slate(SIZE, "0010", "A door.") != slate(SIZE, "0010", "A window.")).any()
    assert (slate(SIZE, "0010", "Дверь") != slate(SIZE, "0010", "?????")).any()
