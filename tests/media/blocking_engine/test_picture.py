"""The camera over a reference picture: every move, every shape, never past the picture's edge."""

from __future__ import annotations

from pathlib import Path

import cv2
import numpy as np
import pytest

from studio.core.camera import ASPECTS, Angle, Move, Size
from studio.core.errors import MediaError
from studio.media.blocking_engine.picture import window
from tests.media.blocking_engine.sets import artist, brief, camera, stage


@pytest.mark.parametrize("move", list(Move))
@pytest.mark.parametrize("size", [(1920, 1080), (400, 1200), (333, 77)])
def test_no_move_shows_past_the_edge(move: Move, size: tuple[int, int]) -> None:
    for aspect in ASPECTS:
        for angle, roll in ((Angle.EYE, None), (Angle.DUTCH, None), (Angle.EYE, 30.0)):
            typed = {} if roll is None else {"roll_deg": roll}
            wanted = brief(camera(Size.MS, angle, move=move, **typed), aspect, frames=49)
            for seconds in np.linspace(0, 2, 9):
                corners = window(wanted, size, float(seconds)).corners()
                assert corners.min() >= -0.01
                assert corners[:, 0].max() <= size[0] + 0.01
                assert corners[:, 1].max() <= size[1] + 0.01


def test_a_push_in_narrows_and_a_pan_crosses() -> None:
    push = [window(brief(camera(move=Move.PUSH_IN)), (1600, 900), t).width for t in (0.0, 0.5, 0.95)]
    assert push == sorted(push, reverse=True)
    assert push[0] > 1.2 * push[-1]
    pan = [window(brief(camera(move=Move.PAN)), (1600, 900), t).x for t in (0.0, 0.5, 0.95)]
    assert pan[0] < pan[1] < pan[2]


def test_the_window_has_the_frame_s_shape() -> None:
    for aspect in ASPECTS:
        seen = window(brief(camera(), aspect), (1234, 777), 0.0)
        width, height = aspect.pixels(320)
        assert seen.width / seen.height == pytest.approx(width / height)


def test_a_picture_is_drawn_as_it_is(tmp_path: Path) -> None:
    target = tmp_path / "plate.png"
    plate = np.zeros((360, 640, 3), np.uint8)
    plate[:, :320] = (200, 40, 40)
    plate[:, 320:] = (40, 40, 200)
    cv2.imwrite(str(target), plate)
    with artist(stage((0.0, 0.0, 1.7))) as drawing:
        wanted = brief(camera(), picture=str(target), frames=3)
        frames = list(drawing.frames(wanted))
        assert np.array_equal(frames[0], drawing.still(wanted))
    assert [frame.shape for frame in frames] == [(180, 320, 3)] * 3
    assert np.abs(frames[0][90, 40].astype(int) - (200, 40, 40)).max() < 3
    assert np.abs(frames[0][90, 280].astype(int) - (40, 40, 200)).max() < 3


def test_an_unreadable_picture_is_told(tmp_path: Path) -> None:
    target = tmp_path / "plate.png"
    target.write_bytes(b"no picture")
    with artist(stage((0.0, 0.0, 1.7))) as drawing, pytest.raises(MediaError):
        drawing.still(brief(camera(), picture=str(target)))
