"""Moves as geometry: what a lens and a dolly do to points near and far."""

from __future__ import annotations

import math
from itertools import pairwise

import numpy as np
import pytest

from studio.core.camera import Move
from studio.media.blocking_engine.camera import Vector, View
from studio.media.blocking_engine.moves import Rig, eased, view_at

ANCHOR = (0.4, 1.5, 0.0)
START = View((0.0, 1.5, 4.0), 0.0, 0.0, 0.0, 35.0, (24.89, 14.0))


def rig(move: Move) -> Rig:
    return Rig(START, ANCHOR, 1.0, move, 3)


def behind(view: View, point: Vector, times: float) -> Vector:
    """The point on the same line of sight, `times` as far from the camera."""
    x, y, z = (view.position[axis] + (point[axis] - view.position[axis]) * times for axis in range(3))
    return x, y, z


def shift(move: Move, point: Vector, part: float = 0.6) -> tuple[float, float]:
    before, after = START.project(point), view_at(rig(move), part, part).project(point)
    return after[0] - before[0], after[1] - before[1]


@pytest.mark.parametrize("move", [Move.PAN, Move.TILT, Move.ZOOM])
def test_a_turning_or_zooming_camera_moves_all_depths_alike(move: Move) -> None:
    near = (-0.3, 1.2, 1.0)
    for times in (2.0, 10.0, 100.0):
        assert shift(move, near) == pytest.approx(shift(move, behind(START, near, times)), abs=1e-6)
    assert math.hypot(*shift(move, near)) > 0.02
    assert view_at(rig(move), 0.6, 0.6).position == START.position


@pytest.mark.parametrize(
    "move", [Move.TRUCK, Move.PEDESTAL, Move.PUSH_IN, Move.PULL_OUT, Move.ORBIT, Move.CRANE, Move.DOLLY_ZOOM]
)
def test_a_travelling_camera_shows_parallax(move: Move) -> None:
    near = (-0.3, 1.2, 1.0)
    one, other = shift(move, near), shift(move, behind(START, near, 6.0))
    assert math.dist(one, other) > 0.02


def test_a_truck_moves_the_near_more_than_the_far() -> None:
    near = (0.0, 1.4, 1.0)
    assert abs(shift(Move.TRUCK, near)[0]) > 3 * abs(shift(Move.TRUCK, behind(START, near, 8.0))[0])


def height_of(view: View, at: Vector, tall: float = 0.4) -> float:
    x, y, z = at
    return view.project((x, y + tall / 2, z))[1] - view.project((x, y - tall / 2, z))[1]


def test_a_push_in_grows_the_subject_all_the_way() -> None:
    sizes = [height_of(view_at(rig(Move.PUSH_IN), part, part), ANCHOR) for part in np.linspace(0, 1, 25)]
    assert all(later > sooner for sooner, later in pairwise(sizes))
    assert sizes[-1] > 1.4 * sizes[0]


def test_a_pull_out_shrinks_it_all_the_way() -> None:
    sizes = [height_of(view_at(rig(Move.PULL_OUT), part, part), ANCHOR) for part in np.linspace(0, 1, 25)]
    assert all(later < sooner for sooner, later in pairwise(sizes))


def test_a_dolly_zoom_keeps_the_subject_and_changes_what_is_behind() -> None:
    far = (0.0, 1.5, -12.0)
    start, end = view_at(rig(Move.DOLLY_ZOOM), 0, 0), view_at(rig(Move.DOLLY_ZOOM), 1, 1)
    assert height_of(end, ANCHOR) == pytest.approx(height_of(start, ANCHOR), rel=0.01)
    assert height_of(end, far) < 0.75 * height_of(start, far)


def test_an_orbit_keeps_its_distance() -> None:
    for part in (0.2, 0.7, 1.0):
        view = view_at(rig(Move.ORBIT), part, part)
        assert math.dist(view.position, ANCHOR) == pytest.approx(math.dist(START.position, ANCHOR))


@pytest.mark.parametrize("move", list(Move))
def test_every_move_starts_at_the_composition(move: Move) -> None:
    view = view_at(rig(move), 0.0, 0.0)
    assert view.position == pytest.approx(START.position, abs=1e-6)
    assert (view.yaw, view.pitch, view.roll, view.lens) == pytest.approx((0.0, 0.0, 0.0, 35.0), abs=1e-4)


@pytest.mark.parametrize("move", [move for move in Move if move is not Move.STATIC])
def test_every_move_but_static_moves(move: Move) -> None:
    assert view_at(rig(move), 1.0, 1.3) != START


def test_only_static_holds_still_while_its_subject_travels() -> None:
    assert view_at(rig(Move.STATIC), 0.5, 2.0, (3.0, 0.0, 1.0)) == START


def test_a_truck_travels_with_a_walking_subject() -> None:
    drift = (2.0, 0.0, -0.5)
    view = view_at(rig(Move.TRUCK), 0.5, 2.0, drift)
    moved = (ANCHOR[0] + drift[0], ANCHOR[1], ANCHOR[2] + drift[2])
    assert view.project(moved) == pytest.approx(START.project(ANCHOR))


def test_handheld_is_small_and_the_same_for_the_same_seed() -> None:
    views = [view_at(rig(Move.HANDHELD), t / 4, t) for t in np.linspace(0, 4, 50)]
    assert max(math.dist(view.position, START.position) for view in views) < 0.12
    assert views == [view_at(rig(Move.HANDHELD), t / 4, t) for t in np.linspace(0, 4, 50)]


def test_moves_start_and_stop_softly() -> None:
    assert (eased(0), eased(0.5), eased(1)) == (0, 0.5, 1)
    assert eased(0.02) < 0.001
    assert 1 - eased(0.98) < 0.001
