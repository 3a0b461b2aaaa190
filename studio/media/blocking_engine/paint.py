"""One picture of a lit stage: shadows, reflection, light, air and finish, in that order."""

from __future__ import annotations

from collections.abc import Sequence
from concurrent.futures import Executor

import cv2
import numpy as np
from numpy.typing import NDArray

from studio.core.camera import Weather
from studio.media.blocking_engine import shadow, weather
from studio.media.blocking_engine.camera import View
from studio.media.blocking_engine.exposure import Box, Canvas, Exposure, Floats, eye_below, eye_of, no_mirror, spread
from studio.media.blocking_engine.finish import bloom, develop
from studio.media.blocking_engine.light_set import Set
from studio.media.blocking_engine.mesh import Mesh, joined
from studio.media.blocking_engine.settle import focused

Picture = NDArray[np.uint8]


def paint(
    scene: Set, view: View, seconds: float, canvas: Canvas, run: Executor | None = None, focus: float | None = None
) -> Picture:
    """The picture (h, w, 3 BGR) that `view` sees at `seconds`.

    With `run`, bands of it are drawn side by side. With `focus` metres it is settled: creases darken, and the lens is
    sharp at that distance alone.
    """
    acting = scene.stage.acting(seconds)
    whole = joined([scene.stage.scenery, acting])
    maps = shadows(scene, acting)
    eye = eye_of(view)
    exposure = Exposure(scene, eye, seconds, whole, eye.into(whole.vertices), maps, canvas, no_mirror(), run)
    exposure.mirror = reflection(scene, view, seconds, whole, maps, canvas.size, run)
    exposure.see(canvas.whole)
    if focus is not None:
        exposure.settle()
    exposure.light(canvas.whole)
    if focus is not None:
        canvas.light[:] = focused(canvas.light, focus, view.lens, view.gate[0])
    return finished(scene, view, seconds, canvas, run)


def shadows(scene: Set, acting: Mesh) -> list[shadow.Shade]:
    """The set's shadow maps with those who act drawn in."""
    return [shadow.with_cast(item, acting) for item in (scene.near_map, scene.far_map, scene.top_map)]


def reflection(
    scene: Set, view: View, seconds: float, mesh: Mesh, maps: Sequence[shadow.Shade], size: tuple[int, int],
    run: Executor | None,
) -> Floats:  # fmt: skip
    """(h/2, w/2, 4) of what water or wet ground reflects, or nothing where neither is."""
    if not scene.reflects:
        return no_mirror()
    level = float(scene.ground[3] if scene.ground[0] < 0.5 else scene.ground[1])
    below = Canvas.of((size[0] // 2, size[1] // 2), 1)
    eye = eye_below(view, level)
    exposure = Exposure(scene, eye, seconds, mesh, eye.into(mesh.vertices), maps, below, no_mirror(), run)
    exposure.see(below.whole)
    exposure.light(below.whole)
    return below.light


def finished(scene: Set, view: View, seconds: float, canvas: Canvas, run: Executor | None) -> Picture:
    """The canvas' light with what falls through the air, developed to (h, w, 3 BGR)."""
    if scene.weather is not Weather.CLEAR and not scene.stage.indoors:
        tint = np.minimum(0.55 * scene.table[5] + 0.9 * scene.table[7] + 0.05, 0.9).astype(np.float32)
        weather.fall(canvas.light, scene.weather, view, seconds, scene.seed, tint)
    width, height = canvas.size
    spill = bloom(canvas.light, 1.0).reshape(height, width * 4)
    light, noise = canvas.light.reshape(height, width * 4), canvas.noise
    codes = np.empty((height, width * 4), np.uint8)

    def band(part: Box) -> None:
        develop(light, spill, noise, codes, part[0], part[1])

    spread(band, canvas.whole, run)
    return np.asarray(cv2.cvtColor(codes.reshape(height, width, 4), cv2.COLOR_RGBA2BGR), dtype=np.uint8)
