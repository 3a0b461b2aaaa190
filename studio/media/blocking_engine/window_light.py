"""Where the key comes from indoors: the way that leads through a window onto the subject."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from studio.media.blocking_engine import shadow
from studio.media.blocking_engine.camera import Vector
from studio.media.blocking_engine.lights import Light
from studio.media.blocking_engine.stage import Stage

_STEPS = 24
_OPEN_SIDE = 0.6
_HEIGHTS = (9, 15, 24, 36)
_TEXELS = 48
_AROUND = 2.0
_FLOOR_AWAY = 0.2
_FACE = np.array([(x, y, z) for x in (-0.13, 0.13) for y in (-0.16, 0.0, 0.14) for z in (-0.13, 0.13)] * 3)
_BODY = np.array([(x, y, z) for x in (-0.3, 0.0, 0.3) for y in (0.7, 1.1, 1.45) for z in (-0.3, 0.0, 0.3)])


def through_window(
    stage: Stage, light: Light, azimuth: float, front: float, feet: Sequence[Vector]
) -> tuple[Light, float]:
    """The light and its azimuth, turned to where most of it reaches the subject; as it was where no
    opening is found. `front` is where the camera is: the side that a set leaves open lets no light in.
    """
    body = np.asarray(feet[0]) + _BODY
    if stage.subjects:
        body = np.concatenate([body, np.asarray(stage.mark(0, 0.0).face) + _FACE])
    centre = body.mean(axis=0)
    best = (0.0, light, azimuth)
    for degrees in _HEIGHTS:
        height = math.radians(degrees)
        for step in range(_STEPS):
            turn = azimuth + step * 2 * math.pi / _STEPS
            toward = np.array([math.sin(turn) * math.cos(height), math.sin(height), math.cos(turn) * math.cos(height)])
            seen = shadow.empty(toward, centre, _AROUND, _TEXELS)
            shadow.cast(seen, stage.scenery)
            places = body @ seen.frame[:3, :3].T + seen.frame[:3, 3]
            columns, rows = (np.clip(places[:, axis].astype(int), 0, _TEXELS - 1) for axis in (0, 1))
            # Even light, or none: a shadow that cuts a face in two is worth less than either.
            lit = float(np.mean(seen.depth[rows, columns] <= places[:, 2] + 0.05)) ** 2
            # Through an opening: it falls on the subject and not on all around.
            lit *= 1.0 - 0.6 * float(np.mean(seen.depth[4::5, 4::5] < centre @ toward - _FLOOR_AWAY))
            lit *= 0.1 if math.cos(turn - front) > _OPEN_SIDE else 1.0
            # A light from the wished side shapes a face, from behind the camera it flattens it.
            lit *= 1.0 + 0.6 * math.cos(turn - azimuth)
            if lit > best[0] + 1e-6:
                best = (lit, replace(light, height=height), turn)
    return best[1], best[2]
