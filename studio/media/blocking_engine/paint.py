"""One picture of a lit stage: shadows, reflection, light, air and finish, in that order."""

from __future__ import annotations

from concurrent.futures import Executor

import cv2
import numpy as np
from numpy.typing import NDArray

from studio.core.camera import Weather
from studio.media.blocking_engine import weather
from studio.media.blocking_engine.camera import View
from studio.media.blocking_engine.cast import Cast
from studio.media.blocking_engine.exposure import (
    Box,
    Canvas,
    Exposure,
    Eye,
    Floats,
    eye_below,
    eye_of,
    no_mirror,
    spread,
)  # fmt: skip
from studio.media.blocking_engine.finish import bloom, develop, lens_columns
from studio.media.blocking_engine.light_set import Set
from studio.media.blocking_engine.settle import focused

Picture = NDArray[np.uint8]
_SMALL = 0.3


class Paper:
    """Buffers for pictures of one size, of any set; used by one thread at a time."""

    def __init__(self, size: tuple[int, int]) -> None:
        self.canvas = Canvas.of(size, 2)
        self.below = Canvas.of((size[0] // 2, size[1] // 2), 1)
        self.print = Print(size)


class Easel:
    """A set with its cast and the paper that it is painted on; used by one thread at a time."""

    def __init__(self, scene: Set, paper: Paper) -> None:
        self.scene = scene
        self.canvas = paper.canvas
        self.below = paper.below if scene.reflects else None
        self.cast = Cast(scene)
        self.print = paper.print


def paint(easel: Easel, view: View, seconds: float, run: Executor | None = None, focus: float | None = None) -> Picture:
    """The picture (h, w, 3 BGR) that `view` sees at `seconds`.

    With `run`, bands of it are drawn side by side. With `focus` metres it is settled: creases darken, and the lens is
    sharp at that distance alone.
    """
    scene, canvas, cast = easel.scene, easel.canvas, easel.cast
    cast.enter(scene.stage.acting(seconds))
    mirror = no_mirror()
    if easel.below is not None:
        below = _exposure(easel, eye_below(view, _level(scene)), seconds, easel.below, mirror, run)
        below.see(easel.below.whole)
        below.light(easel.below.whole)
        mirror = easel.below.light
    exposure = _exposure(easel, eye_of(view), seconds, canvas, mirror, run)
    exposure.see(canvas.whole)
    if focus is not None:
        exposure.settle()
    exposure.light(canvas.whole)
    if focus is not None:
        canvas.light[:] = focused(canvas.light, focus, view.lens, view.gate[0])
    return easel.print.of(scene, view, seconds, canvas, run=run)


def _exposure(easel: Easel, eye: Eye, seconds: float, canvas: Canvas, mirror: Floats, run: Executor | None) -> Exposure:
    whole = easel.cast.whole
    return Exposure(easel.scene, eye, seconds, whole, eye.into(whole.vertices), easel.cast.maps, canvas, mirror, run)


def _level(scene: Set) -> float:
    """Where water or wet ground lies, in metres."""
    return float(scene.ground[3] if scene.ground[0] < 0.5 else scene.ground[1])


class Print:
    """The last step for pictures of one size. Keeps what it printed last, so that a part of it can be done again."""

    def __init__(self, size: tuple[int, int]) -> None:
        width, height = size
        self._codes = np.empty((height, width * 4), np.uint8)
        self._glow = np.zeros((2, 2, 4), np.float32)
        self._columns = lens_columns(width)

    def of(
        self, scene: Set, view: View, seconds: float, canvas: Canvas, part: Box | None = None,
        run: Executor | None = None,
    ) -> Picture:  # fmt: skip
        """The canvas' light with what falls through the air, developed to (h, w, 3 BGR).

        With `part` only that box and a little around it is new; round a small box the glow stays the last one's.
        """
        width, height = canvas.size
        shown = canvas.light
        if scene.weather is not Weather.CLEAR and not scene.stage.indoors:
            tint = np.minimum(0.55 * scene.table[5] + 0.9 * scene.table[7] + 0.05, 0.9).astype(np.float32)
            shown = canvas.light.copy()  # what falls is of this picture alone
            weather.fall(shown, scene.weather, view, seconds, scene.seed, tint)
        light, noise = shown.reshape(height, width * 4), canvas.noise
        if part is None or _area(part) > _SMALL * width * height:
            self._glow = bloom(shown, 1.0)
        glow = self._glow

        def band(box: Box) -> None:
            develop(light, glow, noise, *self._columns, self._codes, *box)

        spread(band, canvas.whole if part is None else _widened(part, canvas.size), run)
        return np.asarray(cv2.cvtColor(self._codes.reshape(height, width, 4), cv2.COLOR_RGBA2BGR), dtype=np.uint8)


def _widened(box: Box, size: tuple[int, int]) -> Box:
    """A box with room for the glow of what is in it."""
    rim = max(size) // 32
    return max(0, box[0] - rim), min(size[1], box[1] + rim), max(0, box[2] - rim), min(size[0], box[3] + rim)


def _area(box: Box) -> int:
    return (box[1] - box[0]) * (box[3] - box[2])
