"""How the camera moves over a shot: each move as geometry around the composed first picture."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace

import numpy as np

from studio.core.camera import Move
from studio.media.blocking_engine.camera import Vector, View

SWEEP = 0.36
"""Share of the frame that a pan or tilt sweeps."""


@dataclass(frozen=True, slots=True)
class Rig:
    """A composed camera and what it needs to move: the point it is about, where that lands, the lead side (−1 left, 1
    right).
    """

    view: View
    anchor: Vector
    lead: float
    move: Move
    seed: int


def eased(part: float) -> float:
    """0 to 1 with a soft start and stop, at rest at both ends (smootherstep)."""
    part = min(1.0, max(0.0, part))
    return part**3 * (part * (part * 6 - 15) + 10)


def view_at(rig: Rig, part: float, seconds: float, drift: Vector = (0.0, 0.0, 0.0)) -> View:
    """The camera when `part` (0–1) of the shot has passed; `drift` is how far the subject has travelled, in metres.

    A camera on wheels or in the hand travels with its subject; on a tripod it stays, and pans or tilts after it.
    """
    step = eased(part)
    view, anchor = rig.view, rig.anchor
    if rig.move in _CARRIED:
        view = view.at(_plus(view.position, drift))
        anchor = _plus(anchor, drift)
    return _MOVES[rig.move](rig, view, anchor, step, seconds, drift)


def _static(rig: Rig, view: View, anchor: Vector, step: float, seconds: float, drift: Vector) -> View:
    return view


def _pan(rig: Rig, view: View, anchor: Vector, step: float, seconds: float, drift: Vector) -> View:
    if _length(drift) > 0:
        x, y, _ = view.project(anchor)
        return view.aimed(_plus(anchor, drift), x, y)
    # A step of yaw alone would tilt the picture of a camera that looks up or down: it is turned about its own up.
    field = 2 * math.atan(view.gate[0] / 2 / view.lens)
    return replace(view, yaw=view.yaw - rig.lead * step * SWEEP * field)


def _tilt(rig: Rig, view: View, anchor: Vector, step: float, seconds: float, drift: Vector) -> View:
    field = 2 * math.atan(view.gate[1] / 2 / view.lens)
    limit = math.pi / 2
    return replace(view, pitch=max(-limit, min(limit, view.pitch + step * SWEEP * field)))


def _push_in(rig: Rig, view: View, anchor: Vector, step: float, seconds: float, drift: Vector) -> View:
    return view.at(_between(view.position, anchor, 0.38 * step))


def _pull_out(rig: Rig, view: View, anchor: Vector, step: float, seconds: float, drift: Vector) -> View:
    return view.at(_between(view.position, anchor, -0.6 * step))


def _truck(rig: Rig, view: View, anchor: Vector, step: float, seconds: float, drift: Vector) -> View:
    if _length(drift) > 0:
        return view
    right = (math.cos(view.yaw), 0.0, -math.sin(view.yaw))
    reach = rig.lead * step * 0.5 * _length(_minus(anchor, view.position)) * view.gate[0] / view.lens
    return view.at(_plus(view.position, tuple(axis * reach for axis in right)))


def _pedestal(rig: Rig, view: View, anchor: Vector, step: float, seconds: float, drift: Vector) -> View:
    rise = step * 0.32 * _length(_minus(anchor, view.position)) * view.gate[1] / view.lens
    return view.at(_plus(view.position, (0.0, rise, 0.0)))


def _crane(rig: Rig, view: View, anchor: Vector, step: float, seconds: float, drift: Vector) -> View:
    x, y, _ = view.project(anchor)
    away = _length(_minus(anchor, view.position))
    raised = view.at(_plus(view.position, (0.0, step * max(0.8, 0.55 * away), 0.0)))
    return raised.aimed(anchor, x, y)


def _orbit(rig: Rig, view: View, anchor: Vector, step: float, seconds: float, drift: Vector) -> View:
    x, y, _ = view.project(anchor)
    angle = rig.lead * step * math.radians(40)
    dx, dy, dz = _minus(view.position, anchor)
    turned = (dx * math.cos(angle) + dz * math.sin(angle), dy, dz * math.cos(angle) - dx * math.sin(angle))
    return replace(view.at(_plus(anchor, turned)), yaw=view.yaw + angle).aimed(anchor, x, y)


def _handheld(rig: Rig, view: View, anchor: Vector, step: float, seconds: float, drift: Vector) -> View:
    random = np.random.default_rng(rig.seed)
    phases = random.uniform(0, 2 * math.pi, (5, 3))
    speeds = np.array([0.9, 1.7, 2.9]) * random.uniform(0.85, 1.15, (5, 3))
    sway = (np.sin(speeds * seconds * 2 * math.pi / 2.2 + phases) - np.sin(phases)) @ np.array([0.6, 0.3, 0.12])
    shift = (float(sway[0]) * 0.018, float(sway[1]) * 0.014, float(sway[2]) * 0.018)
    shake = math.radians(0.42) * min(1.6, 35 / view.lens + 0.3)
    return replace(
        view.at(_plus(view.position, shift)),
        yaw=view.yaw + float(sway[3]) * shake,
        pitch=max(-math.pi / 2, min(math.pi / 2, view.pitch + float(sway[4]) * shake)),
        roll=view.roll + float(sway[2]) * shake * 0.4,
    )


def _zoom(rig: Rig, view: View, anchor: Vector, step: float, seconds: float, drift: Vector) -> View:
    x, y, _ = view.project(anchor)
    return replace(view, lens=view.lens * 1.7**step).aimed(anchor, x, y)


def _dolly_zoom(rig: Rig, view: View, anchor: Vector, step: float, seconds: float, drift: Vector) -> View:
    x, y, _ = view.project(anchor)
    wanted = view.project(anchor)[2] / view.lens
    moved = view.at(_between(view.position, anchor, 0.45 * step))
    # Turning to hold the anchor changes its forward distance a little: settle lens and aim together.
    for _ in range(8):
        moved = replace(moved, lens=moved.project(anchor)[2] / wanted).aimed(anchor, x, y)
    return moved


_MOVES = {
    Move.STATIC: _static,
    Move.PAN: _pan,
    Move.TILT: _tilt,
    Move.PUSH_IN: _push_in,
    Move.PULL_OUT: _pull_out,
    Move.TRUCK: _truck,
    Move.PEDESTAL: _pedestal,
    Move.CRANE: _crane,
    Move.ORBIT: _orbit,
    Move.HANDHELD: _handheld,
    Move.ZOOM: _zoom,
    Move.DOLLY_ZOOM: _dolly_zoom,
}
_CARRIED = frozenset(
    {Move.PUSH_IN, Move.PULL_OUT, Move.TRUCK, Move.PEDESTAL, Move.CRANE, Move.ORBIT, Move.HANDHELD, Move.DOLLY_ZOOM}
)


def _plus(a: Vector, b: tuple[float, ...]) -> Vector:
    return a[0] + b[0], a[1] + b[1], a[2] + b[2]


def _minus(a: Vector, b: Vector) -> Vector:
    return a[0] - b[0], a[1] - b[1], a[2] - b[2]


def _between(a: Vector, b: Vector, part: float) -> Vector:
    return a[0] + (b[0] - a[0]) * part, a[1] + (b[1] - a[1]) * part, a[2] + (b[2] - a[2]) * part


def _length(a: Vector) -> float:
    return math.hypot(*a)
