"""Pictures: light that follows the fields, shadows that touch, and the same bytes for the same brief."""

from __future__ import annotations

import hashlib
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from studio.core.camera import ASPECTS, Angle, Aspect, Move, Size, TimeOfDay, Weather
from studio.media.blocking_engine.finish import Finish
from tests.media.blocking_engine.sets import artist, box, brief, camera, stage

ALONE = stage((0.0, 0.0, 1.72))


def test_a_static_shot_of_someone_standing_has_equal_frames() -> None:
    with artist(ALONE) as drawing:
        first, *rest = drawing.frames(brief(camera(), frames=4))
    assert all(np.array_equal(first, frame) for frame in rest)


def test_a_still_is_the_frame_of_its_moment() -> None:
    wanted = brief(camera(move=Move.PUSH_IN), frames=6)
    with artist(ALONE) as drawing:
        frames = list(drawing.frames(wanted))
        assert np.array_equal(drawing.still(wanted, seconds=float(wanted.rate.seconds(4))), frames[4])
    assert not np.array_equal(frames[0], frames[5])


@pytest.mark.parametrize("aspect", ASPECTS, ids=lambda aspect: aspect.label)
def test_sizes_are_even_and_exact(aspect: Aspect) -> None:
    with artist(ALONE) as drawing:
        height, width, channels = drawing.still(brief(camera(), aspect)).shape
    assert max(height, width) == 320
    assert (height % 2, width % 2, channels) == (0, 0, 3)
    assert width / height == pytest.approx(float(aspect.ratio), rel=0.01)


@pytest.mark.parametrize("finish", list(Finish))
def test_both_finishes_have_the_asked_size(finish: Finish) -> None:
    with artist(ALONE) as drawing:
        assert drawing.still(brief(camera()), finish=finish).shape == (180, 320, 3)


PROGRAM = """
import hashlib, sys
from studio.core.camera import Move, Size, Weather
from tests.media.blocking_engine.sets import artist, brief, camera, stage
on = stage((0.0, 0.0, 1.72), (1.0, -0.5, 1.80), speed=1.2, water=True)
digest = hashlib.sha256()
with artist(on) as drawing:
    for frame in drawing.frames(brief(camera(Size.WS, move=Move.HANDHELD), frames=4, weather=Weather.SNOW, seed=9)):
        digest.update(frame.tobytes())
print(digest.hexdigest())
"""


def test_two_processes_draw_the_same_bytes() -> None:
    root = Path(__file__).resolve().parents[3]
    runs = [
        subprocess.run([sys.executable, "-c", PROGRAM], capture_output=True, text=True, cwd=root, check=True)
        for _ in (1, 2)
    ]
    assert runs[0].stdout == runs[1].stdout
    assert len(runs[0].stdout.strip()) == 2 * hashlib.sha256().digest_size


def test_another_seed_lets_other_snow_fall() -> None:
    with artist(ALONE) as drawing:
        one, other = (drawing.still(brief(camera(), weather=Weather.SNOW, seed=seed)) for seed in (1, 2))
    assert not np.array_equal(one, other)


def light_at(time: TimeOfDay, weather: Weather = Weather.CLEAR) -> np.ndarray:
    with artist(ALONE) as drawing:
        return drawing.still(brief(camera(Size.WS), time=time, weather=weather)).astype(float)


def test_day_is_brighter_than_dusk_and_dusk_than_night() -> None:
    day, dusk, night = (light_at(time).mean() for time in (TimeOfDay.DAY, TimeOfDay.DUSK, TimeOfDay.NIGHT))
    assert day > dusk + 15 > night + 30


def test_dusk_is_warm_at_the_horizon_and_night_is_blue() -> None:
    dusk, night = light_at(TimeOfDay.DUSK), light_at(TimeOfDay.NIGHT)
    row = slice(60, 84)
    assert dusk[row, :, 2].mean() > dusk[row, :, 0].mean() + 30
    assert night[row, :, 0].mean() > night[row, :, 2].mean() + 8


def test_fog_hides_what_is_far() -> None:
    far = stage((0.0, 0.0, 1.72), set_pieces=(box((-6.0, 5.0, -45.0), (60.0, 10.0, 2.0), 0.05),))
    spread = []
    for weather in (Weather.CLEAR, Weather.FOG):
        with artist(far) as drawing:
            picture = drawing.still(brief(camera(Size.WS), weather=weather)).astype(float).mean(axis=2)
        spread.append(float(np.ptp(picture[20:70, 20:300])))
    assert spread[1] < 0.5 * spread[0]


def test_no_picture_has_a_flat_sky_or_a_knife_cut_horizon() -> None:
    picture = light_at(TimeOfDay.DAY).mean(axis=2)
    column = picture[:120, 6]
    assert np.ptp(picture[:40].mean(axis=1)) > 8
    assert np.abs(np.diff(column)).max() < 22


def test_a_shadow_touches_what_casts_it() -> None:
    block = stage((0.0, 0.0, 1.72), set_pieces=(box((0.0, 0.25, 1.2), (0.5, 0.5, 0.5), 0.7),))
    bare = stage((0.0, 0.0, 1.72))
    wanted = brief(camera(Size.FS, Angle.OVERHEAD, height_m=6.0), long_side=640)
    pictures = []
    for on in (block, bare):
        with artist(on) as drawing:
            pictures.append(drawing.still(wanted).astype(float).mean(axis=2))
            view = drawing.view(wanted)
    darker = pictures[1] - pictures[0] > 8
    corners = [(sx * 0.25, 0.0, 1.2 + sz * 0.25) for sx in (-1, 1) for sz in (-1, 1)]
    places = [view.project(corner) for corner in corners]
    touching = 0
    for x, y, _ in places:
        row, column = int((1 - y) / 2 * 360), int((x + 1) / 2 * 640)
        touching += int(darker[row - 6 : row + 7, column - 6 : column + 7].any())
    assert touching >= 2


def test_a_dutch_angle_rolls_the_horizon() -> None:
    with artist(stage((0.0, 0.0, 1.72), set_pieces=(box((0.0, 0.0, -60.0), (300.0, 6.0, 1.0), 0.02),))) as drawing:
        picture = drawing.still(brief(camera(Size.WS, Angle.DUTCH), time=TimeOfDay.DAY)).astype(float).mean(axis=2)
    edge = [int(np.argmax(np.diff(picture[:150, column]) < -6)) for column in (15, 305)]
    assert abs(edge[0] - edge[1]) > 25


def test_a_camera_on_a_tripod_draws_what_a_fresh_look_would() -> None:
    """Only what moves is drawn again; nothing else may tell."""
    wanted = brief(camera(Size.WS), frames=5, time=TimeOfDay.DUSK)
    for water in (False, True):
        walking = stage(
            (0.0, 0.0, 1.72), speed=1.4, heading=1.0, set_pieces=(box((1.5, 0.5, -1.0), (1, 1, 1)),), water=water
        )
        with artist(walking) as drawing:
            frames = list(drawing.frames(wanted))
            for index in (0, 2, 4):
                fresh = drawing.still(wanted, seconds=float(wanted.rate.seconds(index)))
                assert np.abs(frames[index].astype(int) - fresh.astype(int)).mean() < 0.25
        assert not np.array_equal(frames[0], frames[4])


def test_a_frame_of_a_dry_set_is_exact_on_twos_and_rain_does_not_stay() -> None:
    """The second picture of a pair prints a part only, and a desk draws many pictures."""
    walking = stage((0.0, 0.0, 1.72), speed=1.4, heading=1.0, set_pieces=(box((1.5, 0.5, -1.0), (1, 1, 1)),))
    for weather, indexes, slack in ((Weather.CLEAR, (1, 7), 0.02), (Weather.RAIN, (0, 8), 0.05)):
        wanted = brief(camera(Size.FS), frames=10, weather=weather)
        with artist(walking) as drawing:
            frames = list(drawing.frames(wanted))
            for index in indexes:
                fresh = drawing.still(wanted, seconds=float(wanted.rate.seconds(index)))
                assert np.abs(frames[index].astype(int) - fresh.astype(int)).mean() < slack
