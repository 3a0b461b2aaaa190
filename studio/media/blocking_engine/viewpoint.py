"""Cameras that stand where somebody stands: out of their eyes, or over their shoulder."""

from __future__ import annotations

import math
from dataclasses import replace

from studio.core.camera import Camera, Move, Size
from studio.core.framing import CUTS
from studio.media.blocking_engine.camera import Vector, View
from studio.media.blocking_engine.moves import Rig
from studio.media.blocking_engine.sight import Sight
from studio.media.blocking_engine.stage import Mark

_FAR_AT, _NEAR_AT = 0.40, 0.66
"""Where the far face and the near head stand, as shares of half the frame, on either side of its middle."""
_NEAREST, _FURTHEST = 1.35, 2.6
"""Metres behind the near one: no closer, so that a shoulder is seen and not a head alone."""
_LOOK = 9.0


def point_of_view(blank: View, marks: list[Mark], camera: Camera, move: Move, seed: int) -> Rig:
    """From the eyes of the first subject: at the second where there is one, else straight ahead."""
    mark = marks[0]
    eyes = (mark.face[0], camera.height_m if camera.height_m is not None else mark.feet[1] + mark.eye, mark.face[2])
    ahead = (math.sin(mark.heading), 0.0, math.cos(mark.heading))
    view = blank.at((eyes[0] + ahead[0] * 0.14, eyes[1], eyes[2] + ahead[2] * 0.14))
    target = marks[1].face if len(marks) > 1 else (eyes[0] + ahead[0] * 8, eyes[1], eyes[2] + ahead[2] * 8)
    view = view.aimed((target[0], target[1] - 0.2, target[2]), 0.0, 0.0)
    return Rig(_pitched(view, camera), target, 1.0, move, seed)


def over_shoulder(
    blank: View, marks: list[Mark], size: Size, camera: Camera, move: Move, seed: int, sight: Sight
) -> Rig:
    """Past the near one's shoulder: at the first subject past the second, or past the only one at what it sees.

    The near head takes one side of the frame and the far face the other; the side is the one with the clearer sight.
    """
    near = marks[1] if len(marks) > 1 else marks[0]
    if len(marks) > 1:
        target = marks[0].face
    else:
        sin, cos = math.sin(near.heading), math.cos(near.heading)
        target = (near.face[0] + sin * _LOOK, near.face[1] - 0.3, near.face[2] + cos * _LOOK)
    rigs = [
        Rig(_pitched(_past(blank, near, target, size, camera, side), camera), target, float(side), move, seed)
        for side in (1, -1)
    ]
    rig = min(rigs, key=lambda rig: (sight.blocked(rig.view, [target], 0.4), -min(sight.behind(rig.view)[:2])))
    if sight.blocked(rig.view, [target], 0.4):
        # What stands before the shoulder itself is taken out of the set.
        return replace(rig, view=replace(rig.view, near=max(rig.view.near, rig.view.project(near.face)[2] - 0.5)))
    return rig


def _past(blank: View, near: Mark, target: Vector, size: Size, camera: Camera, side: int) -> View:
    """The view past `near` at `target`, the near head on the right (`side` 1) or on the left (−1)."""
    dx, dz = near.face[0] - target[0], near.face[2] - target[2]
    apart = math.hypot(dx, dz) or 1.0
    dx, dz = dx / apart, dz / apart
    cut = CUTS[size]
    wished = (cut.top - cut.bottom) * near.height * blank.lens / blank.gate[1] - apart
    back = max(_NEAREST, min(_FURTHEST, wished)) if apart < _LOOK - 1 else 1.25
    # The angle between the two as the lens shows them, and the step aside that opens it.
    half = blank.gate[0] / 2 / blank.lens
    between = math.atan(_NEAR_AT * half) + math.atan(_FAR_AT * half)
    aside = math.tan(between) * back * (apart + back) / apart
    height = camera.height_m if camera.height_m is not None else near.face[1] - 0.1
    position = (near.face[0] + dx * back - dz * aside * side, height, near.face[2] + dz * back + dx * aside * side)
    return blank.at(position).aimed(target, -_FAR_AT * side, 0.16)


def _pitched(view: View, camera: Camera) -> View:
    return view if camera.pitch_deg is None else replace(view, pitch=math.radians(camera.pitch_deg))
