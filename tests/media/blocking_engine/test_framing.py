"""Sizes, angles and composition, measured on what the z-buffer sees."""

from __future__ import annotations

import math

import numpy as np
import pytest
from numpy.typing import NDArray

from studio.core.camera import ASPECTS, Angle, Aspect, Camera, Move, Size
from studio.core.framing import CUTS
from studio.media.blocking_engine.camera import View
from studio.media.blocking_engine.raster import perspective
from studio.media.blocking_engine.stage import Stage
from tests.media.blocking_engine.sets import WIDE, artist, box, brief, stage

HEIGHT = 360


def rows_of(on: Stage, view: View, aspect: Aspect) -> NDArray[np.intp]:
    """The picture rows, of HEIGHT, in which the first subject shows when roll is left out."""
    width = round(HEIGHT * float(aspect.ratio))
    ids, depth = np.full((HEIGHT, width), -1, np.int32), np.zeros((HEIGHT, width), np.float32)
    mesh = on.acting(0.0)
    cam = view.into(mesh.vertices)
    perspective(
        cam, mesh.faces, len(mesh.faces), view.focal(width), width / 2, HEIGHT / 2,
        0.05, False, 0, depth, ids, 0, HEIGHT,
    )  # fmt: skip
    return np.flatnonzero((ids >= 0).any(axis=1))


def view_of(
    on: Stage, size: Size, angle: Angle = Angle.EYE, lens: float = 35.0, aspect: Aspect = WIDE, **typed: float
) -> View:
    with artist(on) as drawing:
        return drawing.view(brief(Camera(size, angle, lens, Move.STATIC, **typed), aspect))


@pytest.mark.parametrize("size", [Size.EWS, Size.WS, Size.FS])
@pytest.mark.parametrize("lens", [18.0, 35.0, 85.0])
def test_a_whole_figure_takes_its_share_of_the_frame(size: Size, lens: float) -> None:
    on = stage((0.0, 0.0, 1.72))
    rows = rows_of(on, view_of(on, size, lens=lens), WIDE)
    assert (rows[-1] - rows[0] + 1) / HEIGHT == pytest.approx(CUTS[size].share, rel=0.08)


@pytest.mark.parametrize("size", [Size.MLS, Size.MS, Size.MCU, Size.CU])
@pytest.mark.parametrize("lens", [27.0, 50.0, 135.0])
def test_a_cut_figure_has_its_headroom_and_runs_out_of_the_frame(size: Size, lens: float) -> None:
    on = stage((0.0, 0.0, 1.80))
    rows = rows_of(on, view_of(on, size, lens=lens), WIDE)
    cut = CUTS[size]
    assert rows[-1] == HEIGHT - 1
    assert rows[0] / HEIGHT == pytest.approx((cut.top - 1) * cut.share, abs=0.035)


@pytest.mark.parametrize("size", [Size.MLS, Size.MS, Size.MCU, Size.CU, Size.ECU])
def test_the_frame_cuts_where_custom_puts_it(size: Size) -> None:
    on = stage((0.0, 0.0, 1.72))
    view = view_of(on, size, lens=85)
    _, low, _ = view.project((0.0, CUTS[size].bottom * 1.72, 0.0))
    _, high, _ = view.project((0.0, CUTS[size].top * 1.72, 0.0))
    assert (low, high) == (pytest.approx(-1, abs=0.06), pytest.approx(1, abs=0.06))


def test_sizes_tighten_in_order() -> None:
    on = stage((0.0, 0.0, 1.72))
    order = [Size.EWS, Size.WS, Size.FS, Size.MLS, Size.MS, Size.MCU, Size.CU, Size.ECU]
    away = [math.dist(view_of(on, size).position, (0.0, 0.9, 0.0)) for size in order]
    assert away == sorted(away, reverse=True)


def test_a_longer_lens_stands_further_back_for_the_same_size() -> None:
    on = stage((0.0, 0.0, 1.72))
    near, far = (view_of(on, Size.FS, lens=lens) for lens in (27.0, 85.0))
    assert math.hypot(far.position[0], far.position[2]) > 2.5 * math.hypot(near.position[0], near.position[2])


@pytest.mark.parametrize("aspect", ASPECTS, ids=lambda aspect: aspect.label)
def test_every_picture_shape_keeps_the_size(aspect: Aspect) -> None:
    on = stage((0.0, 0.0, 1.72))
    rows = rows_of(on, view_of(on, Size.FS, aspect=aspect), aspect)
    assert (rows[-1] - rows[0] + 1) / HEIGHT == pytest.approx(CUTS[Size.FS].share, rel=0.08)


def test_low_looks_up_high_looks_down_and_overhead_straight_down() -> None:
    on = stage((0.0, 0.0, 1.72))
    low, eye, high = (view_of(on, Size.FS, angle) for angle in (Angle.LOW, Angle.EYE, Angle.HIGH))
    assert low.position[1] < 0.6 < eye.position[1] < 1.72 < high.position[1]
    assert low.pitch > 0.05
    assert high.pitch < -0.3
    assert view_of(on, Size.WS, Angle.OVERHEAD).pitch == pytest.approx(-math.pi / 2)


def test_dutch_rolls_and_typed_fields_win() -> None:
    on = stage((0.0, 0.0, 1.72))
    assert math.degrees(view_of(on, Size.MS, Angle.DUTCH).roll) == pytest.approx(14)
    typed = view_of(on, Size.FS, height_m=3.5, pitch_deg=-20, roll_deg=5)
    assert typed.position[1] == pytest.approx(3.5)
    assert (math.degrees(typed.pitch), math.degrees(typed.roll)) == (pytest.approx(-20), pytest.approx(5))


def test_a_single_figure_stands_off_the_middle_with_room_before_it() -> None:
    on = stage((0.0, 0.0, 1.72), heading=0.0)
    view = view_of(on, Size.FS)
    x, _, _ = view.project((0.0, 1.0, 0.0))
    ahead, _, _ = view.project((0.0, 1.0, 0.5))
    assert 0.15 < abs(x) < 0.5
    assert abs(ahead) < abs(x)


@pytest.mark.parametrize("size", [Size.WS, Size.FS, Size.MLS])
def test_two_are_framed_together(size: Size) -> None:
    on = stage((0.0, 0.0, 1.68), (1.1, -0.4, 1.80))
    view = view_of(on, size)
    places = [view.project((x, 1.5, z))[0] for x, z in ((0.0, 0.0), (1.1, -0.4))]
    assert max(abs(place) for place in places) < 0.9
    assert abs(sum(places)) < 0.5


def test_over_the_shoulder_sees_the_first_past_the_second() -> None:
    on = stage((0.0, -2.0, 1.70), (0.0, 0.0, 1.75))
    view = view_of(on, Size.MS, Angle.OTS, lens=50)
    x, _, far = view.project((0.0, 1.58, -2.0))
    near_x, _, near = view.project((0.0, 1.5, 0.0))
    assert 0 < near < far
    assert abs(x) < 0.5
    assert near_x * x < 0


def test_a_point_of_view_looks_out_of_the_eyes() -> None:
    on = stage((0.0, 0.0, 1.70), heading=math.pi / 2)
    view = view_of(on, Size.WS, Angle.POV)
    assert math.dist(view.position, (0.0, 1.58, 0.0)) < 0.25
    assert view.axes()[2] @ np.array([1.0, 0.0, 0.0]) > 0.98


def test_the_camera_goes_round_what_stands_in_its_way() -> None:
    wall = box((1.0, 1.5, 1.6), (3.0, 3.0, 0.3))
    on = stage((0.0, 0.0, 1.72), set_pieces=(wall,))
    view = view_of(on, Size.MS)
    mesh = on.scenery
    ids, depth = np.full((90, 160), -1, np.int32), np.zeros((90, 160), np.float32)
    perspective(
        view.into(mesh.vertices), mesh.faces, len(mesh.faces), view.focal(160), 80.0, 45.0,
        0.05, False, 0, depth, ids, 0, 90,
    )  # fmt: skip
    x, y, away = view.project((0.0, 1.6, 0.0))
    assert depth[int((1 - y) * 45), int((1 + x) * 80)] < 1 / away


def test_in_a_small_room_the_wall_before_the_camera_is_taken_out() -> None:
    walls = tuple(
        box(middle, size)
        for middle, size in (
            ((0.0, 1.5, 2.0), (4.2, 3.0, 0.2)), ((0.0, 1.5, -2.0), (4.2, 3.0, 0.2)),
            ((2.0, 1.5, 0.0), (0.2, 3.0, 4.2)), ((-2.0, 1.5, 0.0), (0.2, 3.0, 4.2)),
        )
    )  # fmt: skip
    on = stage((0.0, 0.0, 1.72), set_pieces=walls)
    view = view_of(on, Size.FS, lens=85)
    away = view.project((0.0, 1.6, 0.0))[2]
    assert away > 4
    assert away - 2.6 < view.near < away - 0.5
